"""The screen for whole documents: lines and result are shown, corrected, and written at once."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from cchc_desktop.domain.document_draft import LineRole
from cchc_desktop.domain.plan import PlanKey
from cchc_desktop.domain.plan_text import PassageKind
from cchc_desktop.storage.plan_text_repository import load_text
from cchc_desktop.ui.import_cells import CELL_ROLE
from cchc_desktop.ui.plan_import_screen import PlanImportScreen
from cchc_desktop.ui.plan_import_words import CHOICES, ROLE_NAMES

TEXT = """Số: 12/KH-UBND
Sông Trà, ngày 05 tháng 12 năm 2023
KẾ HOẠCH
Cải cách hành chính nhà nước năm 2024

I. MỤC TIÊU
1. Nâng cao chất lượng phục vụ.
Rút ngắn thời gian giải quyết.
Trên đây là Kế hoạch./.

Nơi nhận:
- Lưu: VT.

CHỦ TỊCH

Lê Thị Mẫu
"""
RESULT, CHANGES, NOTES = range(3)


@pytest.fixture
def document(tmp_path):
    def write(text=TEXT):
        path = tmp_path / "kế hoạch.txt"
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture
def screen(qtbot, workspace, messages):
    made = PlanImportScreen(workspace, messages)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    return made


@pytest.fixture
def read(screen, settle):
    def start(path):
        screen.start_with_file(path)
        settle()
        return screen

    return start


def shown(model):
    return [
        [
            model.index(row, column).data(CELL_ROLE).words.text
            for column in range(len(model.headings))
        ]
        for row in range(model.rowCount())
    ]


def choose(screen, text, name):
    """Select the line with this text and say in the box above what it is."""
    row = next(i for i, cells in enumerate(shown(screen.work.lines)) if cells[3] == text)
    screen.work.choose_line(row)
    index = [words for words, _ in CHOICES].index(name)
    screen.work.role_box.setCurrentIndex(index)
    screen.work.role_box.activated.emit(index)


def text_of(workspace, plan):
    return workspace.jobs.run_to_end(lambda: load_text(workspace._session._file.db, plan.id))


def test_nothing_to_import_says_what_belongs_here(screen):
    assert screen.notice.isVisible()
    assert "Chọn tệp văn bản kế hoạch" in screen.notice.text
    assert not screen.notice.paste_button.isVisible()


def test_lines_and_result_are_shown_before_anything_is_written(read, document, workspace):
    screen = read(document())
    lines = shown(screen.work.lines)
    assert lines[0] == ["1", "Số, ký hiệu", "", "Số: 12/KH-UBND"]
    assert ["7", "Mục 1", "1.", "1. Nâng cao chất lượng phục vụ."] in lines
    result = {label.strip(): words for label, words in shown(screen.work.result)}
    assert result["Số, ký hiệu"] == "12/KH-UBND"
    assert result["Địa danh, ngày"] == "Sông Trà, 05/12/2023"
    assert result["I."] == "MỤC TIÊU"
    assert result["Người ký"] == "CHỦ TỊCH\nLê Thị Mẫu"
    assert screen.work.bar.key == PlanKey(2024)
    assert screen.work.summary_label.text() == (
        "Văn bản có 4 đoạn, 1 dòng nơi nhận. Kế hoạch năm 2024 chưa có, sẽ được lập mới."
    )
    assert screen.work.write_button.isEnabled()
    assert workspace.state.plans == ()


def test_writing_is_one_step_that_one_undo_takes_back(qtbot, read, document, workspace, settle):
    screen = read(document())
    answers = []
    screen.finished.connect(answers.append)
    with qtbot.waitSignals([screen.finished, screen.closed], order="strict"):
        qtbot.keyClick(screen, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert answers == [True]
    settle()
    assert workspace.plan.parent_document.number == "12"
    assert len(text_of(workspace, workspace.plan).body.passages) == 4
    workspace.undo()
    settle()
    assert workspace.state.plans == ()


def test_officer_changes_what_a_line_is(read, document, settle, screen):
    read(document())
    choose(screen, "Rút ngắn thời gian giải quyết.", "Gạch đầu dòng (-)")
    settle()
    passage = screen.reading.draft.text.body.passages[2]
    assert (passage.kind, passage.number) == (PassageKind.DASH, "-")
    choose(screen, "Rút ngắn thời gian giải quyết.", "Không thuộc văn bản")
    settle()
    assert len(screen.reading.draft.text.body.passages) == 3
    left = [cells for cells in shown(screen.work.lines) if cells[0] == "8"]
    assert left[0][1] == ROLE_NAMES[LineRole.STAMP]
    choose(screen, "Rút ngắn thời gian giải quyết.", "Như đã nhận ra")
    settle()
    assert screen.reading.choices == {}
    assert len(screen.reading.draft.text.body.passages) == 4


def test_box_says_what_the_chosen_line_is_taken_for(read, document, settle, screen):
    read(document())
    choose(screen, "Rút ngắn thời gian giải quyết.", "Dấu cộng (+)")
    settle()
    screen.work.choose_line(0)
    assert screen.work.role_box.currentText() == "Như đã nhận ra"
    row = next(i for i, cells in enumerate(shown(screen.work.lines)) if cells[0] == "8")
    screen.work.choose_line(row)
    assert screen.work.role_box.currentText() == "Dấu cộng (+)"


def test_document_without_a_year_waits_for_it(qtbot, read, document, settle):
    text = TEXT.replace(" năm 2024", "").replace("Sông Trà, ngày 05 tháng 12 năm 2023\n", "")
    screen = read(document(text))
    assert not screen.work.write_button.isEnabled()
    assert screen.work.write_button.text() == "Chọn năm trước"
    qtbot.keyClicks(screen.work.bar.term, "2021-2025")
    settle()
    assert screen.work.bar.key == PlanKey(2021, 2025)
    assert screen.work.write_button.isEnabled()
    assert "giai đoạn 2021 - 2025" in screen.work.summary_label.text()


def test_existing_text_is_compared_passage_by_passage(read, document, screen, settle):
    read(document())
    screen.write()
    settle()
    read(document(TEXT.replace("chất lượng phục vụ", "hiệu quả phục vụ")))
    assert shown(screen.work.changes) == [
        ["", "1. Nâng cao chất lượng phục vụ.", "1. Nâng cao hiệu quả phục vụ."]
    ]
    assert "sẽ được thay" in screen.work.summary_label.text()
    read(document())
    assert screen.work.write_button.text() == "Không có gì thay đổi"
    assert not screen.work.write_button.isEnabled()


def test_nothing_chosen_to_write_cannot_be_written(read, document):
    screen = read(document())
    screen.work.bar.text_box.setChecked(False)
    screen.work.bar.details_box.setChecked(False)
    assert not screen.work.write_button.isEnabled()
    assert screen.work.write_button.text() == "Chưa chọn phần nào để ghi"


def test_row_of_the_result_leads_to_its_line(read, document):
    screen = read(document())
    result = screen.work.result
    row = next(i for i, cells in enumerate(shown(result)) if cells[1] == "MỤC TIÊU")
    screen.work._on_result_activated(result.index(row, 1))
    assert shown(screen.work.lines)[screen.work.line_list.currentIndex().row()][0] == "6"


def test_unreadable_document_is_said_and_another_can_be_chosen(read, tmp_path):
    (tmp_path / "a.docx").write_bytes(b"PK\x03\x04" + bytes(300))
    screen = read(tmp_path / "a.docx")
    assert screen.notice.isVisible()
    assert "a.docx" in screen.notice.text
    assert screen.notice.choose_button.text() == "&Chọn tệp khác…"


def test_escape_leaves_without_writing(qtbot, read, document, workspace):
    screen = read(document())
    with qtbot.waitSignal(screen.finished) as waited:
        qtbot.keyClick(screen, Qt.Key.Key_Escape)
    assert waited.args == [False]
    assert workspace.state.plans == ()


def test_reading_can_be_stopped(screen, document, settle):
    screen.start_with_file(document())
    screen.notice.stop_button.click()
    settle()
    assert screen.reading.draft is None
    assert screen.notice.isVisible()


def test_dropped_file_is_read(screen, document, settle):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(document()))])
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    screen.dropEvent(event)
    settle()
    assert screen.reading.draft is not None


def test_models_hold_before_and_after_every_reading(qtmodeltester, read, document, screen, settle):
    models = (screen.work.lines, screen.work.result, screen.work.notes, screen.work.changes)
    for model in models:
        qtmodeltester.check(model)
    read(document())
    for model in models:
        qtmodeltester.check(model)
    choose(screen, "Rút ngắn thời gian giải quyết.", "Điểm a), b), c)")
    settle()
    for model in models:
        qtmodeltester.check(model)
