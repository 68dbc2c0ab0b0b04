"""The place of documents: the register, and what the documents above ask."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.clock import FixedClock
from cchc_desktop.domain.demand import Demand, DemandKind
from cchc_desktop.domain.registered_document import DocumentId, RegisteredDocument
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.services.printing import PaperRequest
from cchc_desktop.ui.demand_answer_dialog import DemandAnswerDialog
from cchc_desktop.ui.demand_dialogs import DemandDialog, MetDialog
from cchc_desktop.ui.demand_import_dialog import DemandImportDialog
from cchc_desktop.ui.document_dialog import DocumentDialog, split_symbol
from cchc_desktop.ui.document_screen import DocumentScreen
from cchc_desktop.ui.document_tick_dialog import DocumentTickDialog
from cchc_desktop.ui.document_words import CoverageFilter
from cchc_desktop.ui.settings import Settings
from cchc_desktop.ui.workspace import Workspace
from tests.ui.conftest import RecordedMessages
from tests.ui.document_parts import fill, open_dialog

Settle = Callable[[], None]
FILE = """KẾ HOẠCH
Cải cách hành chính tỉnh A giai đoạn 2021 - 2030
I. MỤC TIÊU
1. Mục tiêu cụ thể
- Tỷ lệ hồ sơ trực tuyến của các cơ quan, đơn vị đạt trên 50%.
2. Mục tiêu khác đến năm 2025
- Mức độ hài lòng của người dân về thủ tục hành chính đạt trên 90%.
"""


@pytest.fixture
def screen(
    workspace: Workspace,
    clock: FixedClock,
    settings: Settings,
    messages: RecordedMessages,
    qtbot: QtBot,
    settle: Settle,
) -> Iterator[DocumentScreen]:
    workspace.mutate(fill)
    settle()
    screen = DocumentScreen(workspace, clock, settings, messages)
    qtbot.addWidget(screen)
    screen.resize(1180, 640)
    screen.show()
    settle()
    yield screen
    settle()


def documents(workspace: Workspace, settle: Settle) -> tuple[RegisteredDocument, ...]:
    answers: list[tuple[RegisteredDocument, ...]] = []
    workspace.query(lambda s: s.documents.list(), answers.append)
    settle()
    return answers[0]


def demands(workspace: Workspace, settle: Settle) -> tuple[Demand, ...]:
    answers: list[tuple[Demand, ...]] = []
    workspace.query(lambda s: s.demands.all(), answers.append)
    settle()
    return answers[0]


def shown(screen: DocumentScreen) -> list[str]:
    model = screen.register.model
    return [model.document(row).full_symbol for row in range(model.rowCount())]


def choose_demand(screen: DocumentScreen, settle: Settle, row: int) -> None:
    screen.show_demands()
    settle()
    screen.demands.list.selectRow(row)
    settle()


def test_register_is_listed_the_latest_first_and_searched_without_marks(
    screen: DocumentScreen, qtmodeltester: ModelTester
) -> None:
    assert shown(screen) == ["76/NQ-CP", "77/KH-UBND"]
    qtmodeltester.check(screen.register.model)
    screen.register.search.setText("uy ban tinh a")
    assert shown(screen) == ["77/KH-UBND"]


def test_pasted_citation_fills_the_fields_and_is_entered(
    screen: DocumentScreen, workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    screen.register.add_action.trigger()
    dialog = open_dialog(screen, DocumentDialog)
    dialog.citation.setFocus()
    QApplication.clipboard().setText("Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ")
    dialog.citation.paste()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    settle()

    new = documents(workspace, settle)[-1]
    assert (new.number, new.symbol, new.issued_on) == ("30/2020", "NĐ-CP", date(2020, 3, 5))
    assert screen.register.chosen == new


def test_document_known_already_is_refused_and_the_dialog_stays(
    screen: DocumentScreen, settle: Settle
) -> None:
    screen.register.add_action.trigger()
    dialog = open_dialog(screen, DocumentDialog)
    dialog.symbol.setText("077/KH-UBND")
    dialog.issued_on.setText("22/3/2021")
    dialog.yes_button.click()
    settle()

    assert "đã có Kế hoạch số 77/KH-UBND" in dialog.problem
    dialog.reject()


def test_wrong_day_is_said_beside_its_field(screen: DocumentScreen) -> None:
    screen.register.edit_action.trigger()
    dialog = open_dialog(screen, DocumentDialog)
    dialog.ended_on.setText("31/02/2024")
    dialog.yes_button.click()

    assert "Ngày chưa đúng" in dialog.problem
    dialog.reject()


def test_replacement_is_said_in_the_list(
    screen: DocumentScreen, workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    screen.register.list.selectRow(0)
    qtbot.keyClick(screen.register.list, Qt.Key.Key_Return)
    dialog = open_dialog(screen, DocumentDialog)
    dialog.ended_on.setText("31/12/2023")
    dialog.replaced_by.setCurrentIndex(1)
    dialog.yes_button.click()
    settle()

    words = screen.register.model.index(0, 4).data()
    assert words == "Thay bằng Kế hoạch số 77/KH-UBND · Hết hiệu lực sau ngày 31/12/2023"


def test_document_in_use_is_not_deleted(
    screen: DocumentScreen, messages: RecordedMessages, qtbot: QtBot, settle: Settle
) -> None:
    screen.register.list.selectRow(1)
    messages.answers.append(True)
    qtbot.keyClick(screen.register.list, Qt.Key.Key_Delete)
    settle()

    assert "3 yêu cầu" in str(messages.take_error().args)
    assert len(shown(screen)) == 2


def test_common_documents_are_ticked_and_entered(
    screen: DocumentScreen, workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    screen.register.common_action.trigger()
    settle()
    dialog = open_dialog(screen, DocumentTickDialog)
    dialog.list.selectRow(0)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    assert dialog.yes_button.text() == "Thêm 1 văn bản vào sổ"
    dialog.yes_button.click()
    settle()

    # Nghị quyết 76/NQ-CP is in the register already: the list begins with the next one.
    assert documents(workspace, settle)[-1].full_symbol == "282/QĐ-TTg"


def test_plan_that_cites_nothing_new_says_so(
    screen: DocumentScreen, messages: RecordedMessages, settle: Settle
) -> None:
    screen.register.collect_action.trigger()
    settle()

    assert messages.notices == ["Sổ đã có đủ văn bản mà kế hoạch năm 2024 dẫn."]


def test_demands_stand_below_their_document_with_their_state(
    screen: DocumentScreen, settle: Settle, qtmodeltester: ModelTester
) -> None:
    screen.show_demands()
    settle()
    model = screen.demands.model

    qtmodeltester.check(model)
    assert model.rowCount() == 4
    assert "Kế hoạch số 77/KH-UBND" in str(model.index(0, 1).data())
    assert [model.index(row, 0).data() for row in (1, 2, 3)] == ["Chưa có"] * 3
    assert model.index(2, 3).data() == "Trước ngày 30/01/2024\n(đến 30/01/2024)"


def test_ticked_suggestion_answers_the_demand_at_once(
    screen: DocumentScreen, workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    choose_demand(screen, settle, 1)
    answers = screen.demands.panel.list
    assert "Đo lường sự hài lòng" in str(answers.model().index(0, 1).data())

    answers.selectRow(0)
    qtbot.keyClick(answers, Qt.Key.Key_Space)
    settle()

    assert screen.demands.list.currentIndex().row() == 1
    assert len(demands(workspace, settle)[0].answers) == 1
    assert screen.demands.model.index(1, 0).data() == "Đã có"
    answers.selectRow(0)
    qtbot.keyClick(answers, Qt.Key.Key_Space)
    settle()
    assert demands(workspace, settle)[0].answers == ()


def test_answer_after_the_deadline_is_marked_later_and_filtered(
    screen: DocumentScreen, qtbot: QtBot, settle: Settle
) -> None:
    choose_demand(screen, settle, 2)
    answers = screen.demands.panel.list
    answers.selectRow(0)
    qtbot.keyClick(answers, Qt.Key.Key_Space)
    settle()

    box = screen.demands.filter
    box.setCurrentIndex(box.findData(CoverageFilter.LATER))
    assert box.currentText() == "Muộn hơn (1)"
    assert screen.demands.model.rowCount() == 2
    assert screen.demands.model.index(1, 0).data() == "Muộn hơn"
    screen.demands.milestone.setCurrentIndex(screen.demands.milestone.findData(2025))
    assert screen.demands.model.rowCount() == 0


def test_enter_on_an_answer_leads_to_its_task(
    screen: DocumentScreen, qtbot: QtBot, settle: Settle
) -> None:
    choose_demand(screen, settle, 1)
    answers = screen.demands.panel.list
    answers.selectRow(0)

    with qtbot.waitSignal(screen.task_requested) as asked:
        qtbot.keyClick(answers, Qt.Key.Key_Return)

    assert asked.args == [2]


def test_any_task_can_be_chosen_from_the_whole_plan(
    screen: DocumentScreen, workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    choose_demand(screen, settle, 3)
    screen.demands.panel.choose_action.trigger()
    settle()
    dialog = open_dialog(screen, DemandAnswerDialog)
    dialog.search.setText("ban hanh")
    assert dialog.model.rowCount() == 1
    dialog.list.selectRow(0)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    dialog.search.setText("không có")
    assert dialog.model.rowCount() == 1
    dialog.yes_button.click()
    settle()

    assert [a.task_id for a in demands(workspace, settle)[2].answers] == [1]


def test_demand_is_marked_met_and_reopened(
    screen: DocumentScreen, workspace: Workspace, settle: Settle
) -> None:
    choose_demand(screen, settle, 1)
    screen.demands.panel.met_action.trigger()
    dialog = open_dialog(screen, MetDialog)
    assert dialog.day.text() == "15/03/2024"
    dialog.note.setText("Báo cáo số 5")
    dialog.yes_button.click()
    settle()

    assert screen.demands.model.index(1, 0).data() == "Đã hoàn thành"
    assert demands(workspace, settle)[0].met_note == "Báo cáo số 5"
    screen.demands.panel.met_action.trigger()
    settle()
    assert demands(workspace, settle)[0].met_on is None


def test_demand_is_added_edited_and_deleted_by_keyboard(
    screen: DocumentScreen,
    workspace: Workspace,
    messages: RecordedMessages,
    qtbot: QtBot,
    settle: Settle,
) -> None:
    choose_demand(screen, settle, 1)
    screen.demands.add_action.trigger()
    dialog = open_dialog(screen, DemandDialog)
    dialog.text.setPlainText("Báo cáo kết quả")
    dialog.milestone.setText("25")
    dialog.yes_button.click()
    assert "Mốc là một năm" in dialog.problem
    dialog.milestone.setText("2026")
    dialog.yes_button.click()
    settle()
    assert demands(workspace, settle)[-1].milestone == 2026

    screen.demands.list.selectRow(4)
    qtbot.keyClick(screen.demands.list, Qt.Key.Key_Return)
    dialog = open_dialog(screen, DemandDialog)
    dialog.place.setText("IV.2")
    dialog.yes_button.click()
    settle()
    assert demands(workspace, settle)[-1].place == "IV.2"

    messages.answers.append(True)
    screen.demands.list.selectRow(4)
    qtbot.keyClick(screen.demands.list, Qt.Key.Key_Delete)
    settle()
    assert len(demands(workspace, settle)) == 3


def test_chosen_demand_stays_in_sight_among_long_ones(
    screen: DocumentScreen, workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    long = [
        Demand(DocumentId(1), DemandKind.TASK, RichText.plain(f"{n}. " + "Rà soát văn bản " * 20))
        for n in range(40)
    ]
    workspace.mutate(lambda s: s.demands.add_many(long))
    choose_demand(screen, settle, 25)
    listed = screen.demands.list
    qtbot.keyClick(listed, Qt.Key.Key_Down)
    settle()

    assert listed.currentIndex().row() == 26
    assert listed.viewport().rect().contains(listed.visualRect(listed.currentIndex()))


def test_demand_moves_among_those_of_its_document(
    screen: DocumentScreen, workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    choose_demand(screen, settle, 2)
    alt = Qt.KeyboardModifier.AltModifier
    qtbot.keyClick(screen.demands.list, Qt.Key.Key_Down, alt)
    settle()
    assert [d.place for d in demands(workspace, settle)] == ["I.1.a", "II.2", "II.1"]

    qtbot.keyClick(screen.demands.list, Qt.Key.Key_Up, alt)
    settle()
    qtbot.keyClick(screen.demands.list, Qt.Key.Key_Up, alt)
    settle()
    assert [d.place for d in demands(workspace, settle)] == ["II.1", "I.1.a", "II.2"]
    qtbot.keyClick(screen.demands.list, Qt.Key.Key_Up, alt)
    settle()
    assert [d.place for d in demands(workspace, settle)] == ["II.1", "I.1.a", "II.2"]


def test_demands_of_a_file_are_shown_mended_and_written(
    screen: DocumentScreen, workspace: Workspace, tmp_path: Path, settle: Settle
) -> None:
    path = tmp_path / "kế hoạch tỉnh.txt"
    path.write_text(FILE, encoding="utf-8")
    screen.show_demands()
    settle()
    screen.demands.choose_file = lambda _parent: path
    screen.demands.import_action.trigger()
    settle()
    dialog = open_dialog(screen, DemandImportDialog)
    assert dialog.model.rowCount() == 2
    dialog.yes_button.click()
    assert "thêm văn bản này vào sổ" in dialog.problem

    dialog.document.setCurrentIndex(2)
    dialog.list.selectRow(0)
    assert dialog.milestone.text() == "2030"
    dialog.milestone.setText("2027")
    dialog.milestone.editingFinished.emit()
    dialog.kind.setCurrentIndex(1)
    dialog.kind.activated.emit(1)
    dialog.yes_button.click()
    settle()

    found = [d for d in demands(workspace, settle) if d.document_id == 2]
    assert [(d.kind.value, d.milestone) for d in found] == [("task", 2027), ("target", 2025)]


def test_documents_own_entry_is_chosen_when_its_file_is_read(
    screen: DocumentScreen, tmp_path: Path, settle: Settle
) -> None:
    path = tmp_path / "kế hoạch tỉnh.txt"
    path.write_text(f"Số: 77/KH-UBND\nA, ngày 22 tháng 3 năm 2021\n{FILE}", encoding="utf-8")
    screen.show_demands()
    settle()
    screen.demands.choose_file = lambda _parent: path
    screen.demands.import_action.trigger()
    settle()

    dialog = open_dialog(screen, DemandImportDialog)
    assert dialog.document.currentText() == "Kế hoạch số 77/KH-UBND"
    assert not dialog.add_button.isVisible()
    dialog.reject()


def test_table_of_the_chosen_plan_is_asked_for(screen: DocumentScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.print_requested) as asked:
        screen.print_action.trigger()

    assert asked.args == [PaperRequest("demand-coverage", 2024)]


def test_undo_elsewhere_is_followed(
    screen: DocumentScreen, workspace: Workspace, settle: Settle
) -> None:
    choose_demand(screen, settle, 1)
    workspace.undo()
    settle()

    assert screen.demands.model.rowCount() == 0


def test_office_without_a_plan_is_told_what_to_do_first(
    workspace: Workspace,
    clock: FixedClock,
    settings: Settings,
    messages: RecordedMessages,
    qtbot: QtBot,
    settle: Settle,
) -> None:
    screen = DocumentScreen(workspace, clock, settings, messages)
    qtbot.addWidget(screen)
    screen.show()
    screen.show_demands()
    settle()

    assert screen.demands.model.rowCount() == 0
    assert not screen.print_action.isEnabled()
    assert not screen.register.collect_action.isEnabled()


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("77/KH-UBND", ("77", "KH-UBND")),
        ("30/2020/NĐ-CP", ("30/2020", "NĐ-CP")),
        ("03-NQ/TU", ("03", "NQ/TU")),
        (" 673 / UBND-NV ", ("673", "UBND-NV")),
        ("", ("", "")),
    ],
)
def test_number_and_symbol_are_told_apart(written: str, parts: tuple[str, str]) -> None:
    assert split_symbol(written) == parts
