"""Writing the text of a plan with the keyboard; every step reaches the file and can be undone."""
# ruff: noqa: F401, F811 - fixtures are found by their names

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QDropEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.changes import ChangeSet
from cchc_desktop.domain.plan_text import TextPartKind
from cchc_desktop.domain.registered_document import RegisteredDocument
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.services.session import Session
from cchc_desktop.ui.citation_dialog import CitationDialog
from cchc_desktop.ui.text_blocks import key_of
from cchc_desktop.ui.text_dialogs import DraftDialog
from cchc_desktop.ui.text_dragging import drag_data
from cchc_desktop.ui.text_screen import TextScreen
from cchc_desktop.ui.workspace import Workspace
from tests.ui.conftest import RecordedMessages
from tests.ui.text_parts import (
    ALT,
    BODY,
    CTRL,
    DECISION,
    SHIFT,
    Desk,
    K,
    desk,
    lines,
    make_desk,
    part,
    passage,
    table,
)

START = [
    "Căn cứ Luật Tổ chức chính quyền địa phương",
    "Ủy ban nhân dân huyện ban hành Kế hoạch năm 2024:",
    "I. Mục đích, yêu cầu",
    "1. Mục đích",
    "a) Nâng cao <b>chất lượng</b> phục vụ.",
    "b) Siết chặt kỷ luật.",
    "2. Yêu cầu",
    "- Rõ người, rõ việc.",
    "II. Tổ chức thực hiện",
    "Các cơ quan triển khai Kế hoạch này.",
]


def test_typed_words_reach_the_file_and_undo_takes_them_back(desk: Desk) -> None:
    desk.at(5)
    desk.type(" Giữ kỷ cương.")
    assert desk.kept()[5] == "b) Siết chặt kỷ luật. Giữ kỷ cương."
    desk.undo()
    assert desk.shown() == desk.kept() == START
    desk.redo()
    assert desk.shown()[5] == "b) Siết chặt kỷ luật. Giữ kỷ cương."


def test_pause_after_typing_keeps_the_words(desk: Desk, qtbot: QtBot) -> None:
    desk.at(5)
    desk.type(" Mới.")
    qtbot.waitUntil(lambda: not desk.screen.writing.has_unkept, timeout=5000)
    desk.wait()
    assert lines(desk.text().parts[0].passages)[5].endswith("Mới.")


def test_enter_in_the_middle_splits_with_bold_and_further_numbers(desk: Desk) -> None:
    desk.at(4, 9)
    desk.key(Qt.Key.Key_Return)
    desk.type("x")
    assert desk.kept()[4:7] == [
        "a) Nâng cao",
        "b) x<b>chất lượng</b> phục vụ.",
        "c) Siết chặt kỷ luật.",
    ] or (
        desk.kept()[4:7]
        == ["a) Nâng cao", "b) <b>xchất lượng</b> phục vụ.", "c) Siết chặt kỷ luật."]
    )
    desk.undo()
    desk.undo()
    assert desk.shown() == desk.kept() == START


def test_enter_at_the_end_makes_a_passage_of_the_same_kind_typed_in_at_once(desk: Desk) -> None:
    desk.at(5)
    desk.key(Qt.Key.Key_Return)
    desk.type("Điểm mới")
    desk.key(Qt.Key.Key_Return)
    desk.type("Điểm nữa")
    assert desk.kept()[5:8] == ["b) Siết chặt kỷ luật.", "c) Điểm mới", "d) Điểm nữa"]
    for _ in range(4):
        desk.undo()
    assert desk.kept() == START


def test_enter_in_an_empty_point_steps_out_of_the_list(desk: Desk) -> None:
    desk.at(5)
    desk.key(Qt.Key.Key_Return)
    desk.key(Qt.Key.Key_Return)
    assert desk.shown()[5:8] == ["b) Siết chặt kỷ luật.", "2.", "3. Yêu cầu"]


def test_shift_enter_breaks_the_line_within_a_passage(desk: Desk) -> None:
    desk.at(5, 9)
    desk.key(Qt.Key.Key_Return, SHIFT)
    assert desk.kept()[5] == "b) Siết chặt\nkỷ luật."
    assert len(desk.shown()) == len(START)


def test_backspace_at_the_start_first_takes_the_number_then_merges(desk: Desk) -> None:
    desk.at(5, 0)
    desk.key(Qt.Key.Key_Backspace)
    assert desk.kept()[5] == "Siết chặt kỷ luật."
    assert desk.text().parts[0].passages[5].level == K.POINT.rank
    desk.key(Qt.Key.Key_Backspace)
    assert desk.kept()[4] == "a) Nâng cao <b>chất lượng</b> phục vụ. Siết chặt kỷ luật."
    desk.undo()
    desk.undo()
    assert desk.shown() == desk.kept() == START


def test_delete_at_the_end_merges_the_next(desk: Desk) -> None:
    desk.at(4)
    desk.key(Qt.Key.Key_Delete)
    assert desk.kept()[4:6] == [
        "a) Nâng cao <b>chất lượng</b> phục vụ. Siết chặt kỷ luật.",
        "2. Yêu cầu",
    ]
    desk.undo()
    assert desk.kept() == START


def test_selection_over_passages_is_deleted_as_one_step(desk: Desk) -> None:
    desk.select((3, 4), (6, 4))
    desk.key(Qt.Key.Key_Delete)
    assert desk.kept()[2:5] == ["I. Mục đích, yêu cầu", "1. Mục cầu", "- Rõ người, rõ việc."]
    desk.undo()
    assert desk.shown() == desk.kept() == START


def test_typing_over_a_selection_of_passages_replaces_it(desk: Desk) -> None:
    desk.select((3, 0), (5, len("Siết chặt kỷ luật.")))
    desk.type("Mới")
    assert desk.kept()[2:5] == ["I. Mục đích, yêu cầu", "1. Mới", "2. Yêu cầu"]


def test_tab_takes_along_what_belongs_to_a_passage(desk: Desk) -> None:
    desk.at(6)
    desk.key(Qt.Key.Key_Tab)
    assert desk.kept()[6:8] == ["c) Yêu cầu", "- Rõ người, rõ việc."]
    desk.undo()
    desk.key(Qt.Key.Key_Backtab)
    assert desk.kept()[6] == "II. Yêu cầu"
    desk.undo()
    assert desk.kept() == START


def test_back_tab_gives_back_what_tab_did(desk: Desk) -> None:
    desk.at(6)
    desk.key(Qt.Key.Key_Tab)
    assert desk.shown()[6:8] == ["c) Yêu cầu", "- Rõ người, rõ việc."]
    desk.key(Qt.Key.Key_Backtab)
    assert desk.shown() == desk.kept() == START


def test_alt_arrows_move_a_heading_with_its_children(desk: Desk) -> None:
    desk.at(3, 2)
    desk.key(Qt.Key.Key_Down, ALT)
    assert desk.kept()[2:8] == [
        "I. Mục đích, yêu cầu",
        "1. Yêu cầu",
        "- Rõ người, rõ việc.",
        "2. Mục đích",
        "a) Nâng cao <b>chất lượng</b> phục vụ.",
        "b) Siết chặt kỷ luật.",
    ]
    assert desk.sheet.passage.text.text == "Mục đích"
    desk.key(Qt.Key.Key_Up, ALT)
    assert desk.kept() == START


def test_passage_at_the_end_is_not_moved_further(desk: Desk, messages: RecordedMessages) -> None:
    desk.at(9)
    desk.key(Qt.Key.Key_Down, ALT)
    assert desk.kept() == START
    assert messages.notices


@pytest.mark.parametrize(
    ("digit", "wanted"),
    [
        (Qt.Key.Key_1, "II. Rõ người, rõ việc."),
        (Qt.Key.Key_2, "3. Rõ người, rõ việc."),
        (Qt.Key.Key_3, "2.1. Rõ người, rõ việc."),
        (Qt.Key.Key_4, "a) Rõ người, rõ việc."),
        (Qt.Key.Key_6, "+ Rõ người, rõ việc."),
        (Qt.Key.Key_7, "Rõ người, rõ việc."),
    ],
)
def test_control_and_a_digit_set_the_kind(desk: Desk, digit: Qt.Key, wanted: str) -> None:
    desk.at(7)
    desk.key(digit, CTRL)
    assert desk.kept()[7] == wanted
    desk.undo()
    assert desk.kept() == START


def test_kind_of_several_passages_is_set_in_one_step(desk: Desk) -> None:
    desk.select((4, 3), (5, 3))
    desk.key(Qt.Key.Key_5, CTRL)
    assert [line[0] for line in desk.kept()[4:6]] == ["-", "-"]
    desk.undo()
    assert desk.kept() == START


@pytest.mark.parametrize(
    ("typed", "kind"),
    [("- ", K.DASH), ("+ ", K.PLUS), ("a) ", K.POINT), ("1. ", K.ITEM), ("1.1. ", K.SUBITEM)],
)
def test_typed_mark_makes_an_empty_passage_its_kind_and_undo_gives_the_mark_back(
    desk: Desk, typed: str, kind: K
) -> None:
    desk.at(9)
    desk.key(Qt.Key.Key_Return)
    desk.type(typed)
    made = desk.sheet.contents.passages[10]
    assert (made.kind, made.text.text) == (kind, "")
    desk.undo()
    made = desk.sheet.contents.passages[10]
    assert (made.kind, made.text.text) == (K.TEXT, typed.strip())


def test_bold_and_italic_by_key(desk: Desk) -> None:
    desk.select((5, 0), (5, 4))
    desk.key(Qt.Key.Key_B, CTRL)
    desk.key(Qt.Key.Key_I, CTRL)
    assert desk.kept()[5] == "b) <b><i>Siết</i></b> chặt kỷ luật."
    desk.key(Qt.Key.Key_B, CTRL)
    assert desk.kept()[5] == "b) <i>Siết</i> chặt kỷ luật."


def test_composed_letters_arrive_once_and_reading_waits_for_them(desk: Desk) -> None:
    desk.at(5)
    for preedit in ("ư", "ươ", "ước"):
        QApplication.sendEvent(desk.sheet, QInputMethodEvent(preedit, []))
    assert desk.sheet.is_composing
    done = QInputMethodEvent("", [])
    done.setCommitString("ước")
    QApplication.sendEvent(desk.sheet, done)
    assert desk.kept()[5] == "b) Siết chặt kỷ luật.ước"


def test_letters_taken_back_and_written_anew_stay_in_order(desk: Desk) -> None:
    desk.at(5)
    desk.key(Qt.Key.Key_Return)
    for letter in ("d", None, "đ", "i", "e", None, "ê", "m"):
        if letter is None:
            desk.key(Qt.Key.Key_Backspace)
        else:
            desk.type(letter)
    assert desk.kept()[6] == "c) điêm"


def test_losing_the_keyboard_keeps_the_words(desk: Desk) -> None:
    desk.at(5)
    desk.type(" Thêm.")
    desk.screen.search_field.setFocus()
    desk.wait()
    assert lines(desk.text().parts[0].passages)[5].endswith("Thêm.")


def test_quick_typing_then_leaving_the_place_keeps_everything(
    desk: Desk, settle: Callable[[], None]
) -> None:
    desk.at(9)
    for number in range(5):
        desk.key(Qt.Key.Key_Return)
        desk.type(f"Đoạn {number}")
    desk.screen.hide()
    settle()
    assert lines(desk.text().parts[0].passages)[10:] == [f"Đoạn {n}" for n in range(5)]


def test_change_from_elsewhere_leaves_words_being_typed(desk: Desk) -> None:
    desk.at(5)
    desk.type(" Đang gõ")
    other = desk.text().parts[0].passages[7]
    assert other.id
    other_id = other.id
    desk.workspace.mutate(lambda s: s.text.save_passage(other_id, RichText.plain("Khác hẳn.")))
    desk.wait()
    assert desk.shown()[5].endswith("Đang gõ")
    assert desk.shown()[7] == "- Khác hẳn."
    assert desk.kept()[5].endswith("Đang gõ")


def test_field_stays_live_unless_it_is_written_over(desk: Desk) -> None:
    desk.at(1)
    desk.type(" như sau")
    desk.keep()
    assert [m.code for m in desk.text().parts[0].passages[1].text.marks] == ["plan.year"]
    place = desk.text().parts[0].passages[1].text.marks[0].start
    desk.at(1, place + 2)
    desk.type("9")
    desk.keep()
    assert desk.text().parts[0].passages[1].text.marks == ()


def test_chosen_field_is_inserted_live(desk: Desk) -> None:
    desk.at(9)
    sight = desk.screen.desk.sight
    assert sight
    field = next(f for f in sight.fields if f.code == "office.name")
    desk.screen.insert_menu.field_chosen.emit(field)
    assert desk.kept()[9].endswith("này.Ủy ban nhân dân huyện Sông Trà")
    assert [m.code for m in desk.text().parts[0].passages[9].text.marks] == ["office.name"]
    desk.undo()
    assert desk.kept() == START


def test_passages_dropped_on_the_sheet_go_there(desk: Desk) -> None:
    document = desk.sheet.document()
    keys = [key_of(document.findBlockByNumber(6))]
    area = document.documentLayout().blockBoundingRect(document.findBlockByNumber(3))
    point = QPointF(200, area.top() + 1 - desk.sheet.verticalScrollBar().value())
    data = drag_data(keys)
    event = QDropEvent(
        point,
        Qt.DropAction.MoveAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    desk.sheet.dropEvent(event)
    assert desk.kept()[3:6] == ["1. Yêu cầu", "- Rõ người, rõ việc.", "2. Mục đích"]
    desk.undo()
    assert desk.kept() == START


def test_heading_dropped_in_the_outline_moves_with_what_belongs_to_it(desk: Desk) -> None:
    model = desk.screen.outline.model
    rows = {model.index(row, 0).data(): row for row in range(model.rowCount())}
    data = model.mimeData([model.index(rows["2. Yêu cầu"], 0)])
    row = rows["1. Mục đích"]
    assert model.canDropMimeData(data, Qt.DropAction.MoveAction, row, 0, model.index(-1, 0))
    model.dropMimeData(data, Qt.DropAction.MoveAction, row, 0, model.index(-1, 0))
    assert desk.kept()[3:5] == ["1. Yêu cầu", "- Rõ người, rõ việc."]


def test_click_in_the_outline_goes_to_the_heading(desk: Desk, qtbot: QtBot) -> None:
    outline = desk.screen.outline
    last = outline.model.index(outline.model.rowCount() - 1, 0)
    outline.list.clicked.emit(last)
    assert desk.sheet.passage.text.text == "Tổ chức thực hiện"
    qtbot.waitUntil(lambda: outline.list.currentIndex().row() == last.row())


def test_press_on_a_number_selects_its_passage(desk: Desk) -> None:
    block = desk.sheet.document().findBlockByNumber(3)
    area = desk.sheet.document().documentLayout().blockBoundingRect(block)
    frame = desk.sheet.document().rootFrame().frameFormat()
    y = round(area.center().y()) - desk.sheet.verticalScrollBar().value()
    place = QPoint(round(frame.leftMargin()) + 10, y)
    QTest.mousePress(desk.sheet.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert desk.sheet.textCursor().selectedText() == "Mục đích"
    QTest.mouseRelease(desk.sheet.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_find_and_replace_counts_first_and_is_one_step(desk: Desk) -> None:
    desk.key(Qt.Key.Key_H, CTRL)
    bar = desk.screen.find_bar
    assert bar.isVisible()
    bar.sought.setText("kế hoạch")
    bar.new_words.setText("Chương trình")
    bar.count()
    assert bar.count_label.text() == "Có 2 chỗ trong 2 đoạn"
    bar.replace_all()
    assert bar.count_label.text() == "Đã thay 2 chỗ trong 2 đoạn"
    assert desk.kept()[1] == "Ủy ban nhân dân huyện ban hành Chương trình năm 2024:"
    assert [m.code for m in desk.text().parts[0].passages[1].text.marks] == ["plan.year"]
    assert desk.kept()[9] == "Các cơ quan triển khai Chương trình này."
    desk.undo()
    assert desk.kept() == START


def test_replace_one_goes_on_to_the_next(desk: Desk) -> None:
    bar = desk.screen.find_bar
    desk.at(0, 0)
    desk.screen.open_find_bar()
    bar.sought.setText("kế hoạch")
    bar.new_words.setText("KH")
    bar.find_next()
    bar.replace_one()
    assert desk.sheet.place == 9
    assert desk.kept()[1] == "Ủy ban nhân dân huyện ban hành KH năm 2024:"
    assert "Kế hoạch" in desk.kept()[9]


def test_search_field_finds_without_marks_and_in_other_parts(
    make_desk: Callable[..., Desk],
) -> None:
    desk = make_desk(part(DECISION, TextPartKind.DECISION), part(BODY))
    assert desk.screen.writing.part
    assert desk.screen.writing.part.kind is TextPartKind.BODY
    desk.screen.focus_search()
    desk.screen.search_field.setText("kem theo quyet dinh")
    desk.screen.find_next()
    assert desk.screen.writing.part.kind is TextPartKind.DECISION
    assert desk.sheet.textCursor().selectedText() == "kèm theo Quyết định"


def test_undo_in_another_part_shows_that_part(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(part(DECISION, TextPartKind.DECISION), part(BODY))
    decision = desk.text().parts[0].id
    assert decision
    desk.screen.writing.show_part(decision)
    desk.at(0)
    desk.type(" Hết.")
    desk.keep()
    desk.screen.writing.show_part(desk.text().parts[1].id)
    desk.wait()
    desk.undo()
    assert desk.screen.writing.part_id == decision
    assert desk.kept(0) == ["Điều 1. Ban hành kèm theo Quyết định này Kế hoạch."]


def test_control_1_in_a_decision_makes_an_article(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(part((*DECISION, passage(K.TEXT, "Có hiệu lực")), TextPartKind.DECISION))
    desk.at(1)
    desk.key(Qt.Key.Key_1, CTRL)
    assert desk.kept()[1] == "Điều 2. Có hiệu lực"


def test_own_number_is_written_and_renumbering_drops_it(desk: Desk) -> None:
    desk.at(6)
    desk.screen.details.number.setText("5.")
    desk.screen.details.number.setModified(True)
    desk.screen.details.number.editingFinished.emit()
    assert desk.kept()[6] == "5. Yêu cầu"
    desk.screen.actions_here.renumber.trigger()
    assert desk.kept() == START


def test_title_of_the_part_is_written_when_left(desk: Desk) -> None:
    title = desk.screen.details.paper.title
    title.setFocus()
    title.selectAll()
    title.insertPlainText("Cải cách hành chính năm 2024")
    desk.sheet.setFocus()
    desk.wait()
    assert desk.text().parts[0].title.text == "Cải cách hành chính năm 2024"
    assert desk.sheet.head.title == "Cải cách hành chính năm 2024"


def test_empty_plan_offers_skeletons_and_starts_from_one(
    make_desk: Callable[..., Desk], qtbot: QtBot
) -> None:
    desk = make_desk()
    buttons = desk.screen.empty.buttons
    assert len(buttons) == 5
    with qtbot.waitSignal(desk.screen.import_requested):
        buttons[3].click()
    buttons[0].click()
    desk.wait()
    assert len(desk.text().parts[0].passages) > 20
    assert desk.shown() == desk.kept()


def test_blank_text_is_written_from_its_first_letter(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    desk.screen.empty.buttons[4].click()
    desk.wait()
    desk.at(0)
    desk.type("Căn cứ")
    desk.key(Qt.Key.Key_Return)
    desk.type("I. ")
    desk.type("Mục đích")
    assert desk.kept() == ["Căn cứ", "I. Mục đích"]


def test_frozen_plan_is_only_read_and_leads_to_amending(
    desk: Desk, freeze: Callable[[], None], qtbot: QtBot
) -> None:
    freeze()
    desk.wait()
    assert desk.screen.frozen_bar.isVisible()
    desk.at(5)
    desk.type("x")
    desk.key(Qt.Key.Key_Return)
    desk.key(Qt.Key.Key_Tab)
    desk.key(Qt.Key.Key_2, CTRL)
    assert desk.shown() == desk.kept() == START
    with qtbot.waitSignal(desk.screen.issue_requested):
        desk.screen.frozen_bar.button.click()


@pytest.fixture
def freeze(plan_workspace: Workspace, settle: Callable[[], None]) -> Callable[[], None]:
    """Issues the plan."""

    def issue() -> None:
        plan = plan_workspace.plan
        assert plan
        plan_id = plan.id
        plan_workspace.mutate(lambda s: s.versions.issue(plan_id, s.versions.proposal(plan_id)))
        settle()

    return issue


def test_chosen_document_is_cited_live_and_follows_the_register(
    desk: Desk, qtbot: QtBot, settle: Callable[[], None]
) -> None:
    added = RegisteredDocument(
        "Nghị định", "30", "2020/NĐ-CP", date(2020, 3, 5), "Chính phủ", "về công tác văn thư"
    )
    desk.workspace.mutate(lambda s: s.documents.add(added))
    desk.wait()
    desk.at(9)

    def choose() -> None:
        dialog = desk.screen.findChild(CitationDialog)
        assert dialog
        settle()
        if dialog.list.count():
            QTest.keyClick(dialog.search, Qt.Key.Key_Return)
        else:
            dialog.reject()

    QTimer.singleShot(0, choose)
    desk.screen.actions_here.cite.trigger()
    desk.wait()
    desk.keep()
    cited = desk.text().parts[0].passages[9].text
    assert [mark.code.split(".")[0] for mark in cited.marks] == ["document"]
    assert "30/2020/NĐ-CP" in cited.text
    assert desk.shown()[9].endswith("về công tác văn thư")

    def amend(session: Session) -> ChangeSet:
        (entry,) = session.documents.list()
        return session.documents.save(replace(entry, subject="về văn thư, lưu trữ"))

    desk.workspace.mutate(amend)
    desk.wait()
    assert desk.shown()[9].endswith("của Chính phủ về văn thư, lưu trữ")
    assert desk.kept()[9] == desk.shown()[9]


def test_passage_asked_for_before_the_place_is_read_is_shown_later(
    make_desk: Callable[..., Desk],
) -> None:
    desk = make_desk(part(DECISION, TextPartKind.DECISION), part(BODY))
    wanted = desk.text().parts[0].passages[0].id
    assert wanted
    desk.screen.hide()
    desk.screen.show_passage(wanted)
    desk.screen.show()
    desk.wait()
    assert desk.sheet.passage.kind is K.ARTICLE


def test_draft_is_shown_and_put_below_its_heading(desk: Desk) -> None:
    desk.screen.commands._show_draft((passage(K.ITEM, "Phòng Nội vụ"),))
    dialog = desk.screen.findChild(DraftDialog)
    assert dialog
    assert "Tổ chức thực hiện" in dialog.findChildren(type(dialog.words))[0].window().windowTitle()
    dialog.accept()
    assert desk.kept()[-1] == "1. Phòng Nội vụ"
    desk.undo()
    assert desk.kept() == START


def test_part_is_deleted_after_asking(
    make_desk: Callable[..., Desk], messages: RecordedMessages
) -> None:
    desk = make_desk(part(BODY), part((passage(K.TEXT, "Lời"),), TextPartKind.ANNEX))
    annex = desk.text().parts[1].id
    assert annex
    desk.screen.writing.show_part(annex)
    messages.answers.append(True)
    desk.screen.commands.delete_part()
    desk.wait()
    assert len(desk.text().parts) == 1
    assert desk.shown() == START
    desk.undo()
    assert len(desk.text().parts) == 2


def test_screen_print_asks_for_the_pages_of_the_plan(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.screen.print_requested) as asked:
        desk.screen.print_plan()
    assert asked.args
    assert (asked.args[0].form, asked.args[0].year) == ("plan", 2024)


def test_two_thousand_passages_are_written_without_laying_out_all_anew(
    make_desk: Callable[..., Desk],
) -> None:
    many = tuple(passage(K.DASH, f"Việc thứ {n} của kế hoạch") for n in range(2000))
    desk = make_desk(part(many))
    changed: list[tuple[int, int]] = []
    desk.sheet.document().contentsChange.connect(lambda _, gone, new: changed.append((gone, new)))
    desk.at(1000)
    desk.type("abc")
    assert changed == [(0, 1)] * 3
    assert desk.kept()[1000].endswith("abc")


def test_screen_names_itself_to_those_who_cannot_see(desk: Desk) -> None:
    screen: TextScreen = desk.screen
    assert screen.sheet.accessibleName() == "Phần lời của kế hoạch"
    assert screen.outline.list.accessibleName() == "Đề cương phần lời"
    assert screen.details.kind.accessibleName()
    assert BODY


def test_words_typed_before_another_plan_is_chosen_are_kept(desk: Desk) -> None:
    desk.at(5)
    desk.type(" Vừa gõ.")
    first = desk.plan_id
    desk.workspace.mutate(lambda s: s.plans.create(2025))
    desk.wait()
    assert desk.plan_id != first
    assert desk.screen.empty.isVisible()
    desk.workspace.choose_plan(first)
    desk.wait()
    assert desk.shown()[5] == "b) Siết chặt kỷ luật. Vừa gõ."


def test_reading_waits_while_a_word_is_being_composed(desk: Desk, qtbot: QtBot) -> None:
    desk.at(5)
    QApplication.sendEvent(desk.sheet, QInputMethodEvent("ươ", []))
    other = desk.text().parts[0].passages[7].id
    assert other
    desk.workspace.mutate(lambda s: s.text.save_passage(other, RichText.plain("Khác hẳn.")))
    desk.wait()
    assert desk.shown()[7] == "- Rõ người, rõ việc."
    done = QInputMethodEvent("", [])
    done.setCommitString("ước")
    QApplication.sendEvent(desk.sheet, done)
    qtbot.waitUntil(lambda: desk.shown()[7] == "- Khác hẳn.")
    assert desk.kept()[5] == "b) Siết chặt kỷ luật.ước"


def test_deleting_a_word_back_never_runs_into_a_table(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(part((passage(K.TEXT, "Trước"), table(("A", "B")), passage(K.TEXT, "Sau"))))
    desk.at(2, 0)
    desk.key(Qt.Key.Key_Backspace, CTRL)
    assert [p.kind for p in desk.sheet.contents.passages] == [K.TEXT, K.TABLE, K.TEXT]


def test_escape_leads_to_the_outline(desk: Desk) -> None:
    desk.at(3)
    desk.key(Qt.Key.Key_Escape)
    assert desk.screen.outline.list.hasFocus()
