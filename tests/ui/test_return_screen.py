import pytest
from openpyxl import Workbook, load_workbook
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog

from cchc_desktop.domain.period import PeriodKey
from cchc_desktop.domain.progress import ProgressField, Statement
from cchc_desktop.domain.return_comparison import ReturnDecision, ReturnFileStatus
from cchc_desktop.services.printing import PaperRequest
from cchc_desktop.services.progress import ProgressEdit, WorkRef
from cchc_desktop.ui import return_sending_view
from cchc_desktop.ui.progress_feed import ProgressFeed
from cchc_desktop.ui.return_screen import ReturnsScreen

YEAR = 2024
QUARTER = PeriodKey(YEAR, "quarter-1")
ANNEX = "\n".join(
    (
        "NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2024",
        "STT\tNhiệm vụ\tKết quả\tThời gian\tChủ trì\tPhối hợp",
        "I\tCHỈ ĐẠO, ĐIỀU HÀNH",
        "1\tBan hành kế hoạch năm\tKế hoạch\tQuý I/2024\tPhòng Nội vụ\tPhòng Tư pháp",
        "2\tTự kiểm tra công vụ\tBáo cáo\tHằng quý\tPhòng Nội vụ\t",
        "3\tRà soát văn bản\tBáo cáo\tQuý II/2024\tPhòng Tư pháp\t",
    )
)
PLAN, CHECK, REVIEW = "Ban hành kế hoạch năm", "Tự kiểm tra công vụ", "Rà soát văn bản"


@pytest.fixture
def planned(workspace, settle):
    def write(session):
        draft = session.imports.read_pasted(ANNEX, None, None, None)
        return session.imports.write(session.imports.preview(draft, YEAR))

    workspace.mutate(write)
    settle()
    return workspace


@pytest.fixture
def feed(planned, settle):
    made = ProgressFeed(planned)
    made.choose_period(QUARTER.code)
    settle()
    return made


@pytest.fixture
def screen(qtbot, planned, feed, clock, settings, messages, settle):
    made = ReturnsScreen(planned, feed, clock, settings, messages)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    settle()
    return made


@pytest.fixture
def made(planned, jobs, tmp_path):
    """Return the workbooks of both agencies, by agency."""
    folder = tmp_path / "gửi đi"
    folder.mkdir()
    returns = jobs.run_to_end(lambda: planned._session.returns.make(QUARTER, None, folder))
    return {file.agency_name: file.path for file in returns.files}


@pytest.fixture
def collect(screen, settle):
    def read(*paths):
        screen.collect(list(paths))
        settle()
        return screen.collecting.work

    return read


@pytest.fixture
def record(planned, settle):
    """Returns a function that records a result in the quarter, as the officer does."""

    def write(content, text):
        def step(session):
            board = session.progress.board(QUARTER)
            state = next(s for s in board.states if s.item.task.content.text == content)
            item = state.item
            work = WorkRef(item.task.id, item.deliverable.id, item.agency_id)
            edit = ProgressEdit(work, ProgressField.RESULT, text)
            return session.progress.write(QUARTER, [edit], "edit_progress")

        planned.mutate(step)
        settle()

    return write


@pytest.fixture
def results(planned, jobs):
    """Returns a function that tells what is recorded: task -> (statement, result)."""

    def read():
        board = jobs.run_to_end(lambda: planned._session.progress.board(QUARTER))
        return {
            state.item.task.content.text: (state.record.statement, state.record.result)
            for state in board.states
            if state.record is not None and state.record.key.period == QUARTER
        }

    return read


def filled(source, target, **values):
    """Write a copy of a workbook in which cells are filled in, found by what is seen.

    ``values`` is: heading -> {task -> value}, blanks of a heading written as "_".
    """
    book = load_workbook(source)
    sheet = book["Biểu báo cáo"]
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    for heading, by_task in values.items():
        column = next(c.column for c in cells if c.value == heading.replace("_", " "))
        for task, value in by_task.items():
            row = next(c.row for c in cells if str(c.value) == task)
            sheet.cell(row, column).value = value
    book.save(target)
    return target


def rows_of(model):
    """Return what a list shows, row by row, cells parted by a bar."""
    return [
        "|".join(str(model.index(row, c).data() or "") for c in range(model.columnCount()))
        for row in range(model.rowCount())
    ]


def file_states(work):
    files = [work.files.file(row) for row in range(1, work.files.rowCount())]
    return {file.name: file.status for file in files}


def chooser(screen):
    return next(d for d in screen.findChildren(QFileDialog) if d.isVisible())


def drop(screen, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPointF(10, 10), Qt.DropAction.CopyAction, data,
        Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    screen.dropEvent(event)


def test_register_names_who_leads_and_how_long_they_have(screen):
    lines = rows_of(screen.sending.register)

    assert [line.split("|")[1:3] for line in lines] == [
        ["Phòng Nội vụ", "2"],
        ["Phòng Tư pháp", "1"],
    ]
    assert all("Chưa gửi, còn" in line for line in lines)
    assert screen.sending.summary.text().startswith("Quý I năm 2024: 2 đơn vị được giao chủ trì")
    assert screen.sending.make_button.text() == "&Tạo biểu cho 2 đơn vị…"


def test_workbooks_of_all_are_made_in_the_folder_chosen(qtbot, screen, tmp_path, settle, workspace):
    qtbot.keyClick(screen.sending.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    chooser(screen).fileSelected.emit(str(tmp_path))
    settle()

    names = sorted(path.name for path in tmp_path.glob("*.xlsx"))
    assert len(names) == 2
    assert "Phòng Nội vụ" in names[0]
    assert "Phòng Tư pháp" in names[1]
    assert screen.strip.text.startswith("Đã tạo 2 biểu trong thư mục")
    assert all("15/03/2024" in line for line in rows_of(screen.sending.register))
    assert workspace.state.undo.label == "make_returns"


def test_folder_made_into_is_opened_when_wanted(qtbot, screen, tmp_path, settle, monkeypatch):
    opened = []
    monkeypatch.setattr(return_sending_view, "open_with_default_program", opened.append)
    screen.sending.make_returns(tmp_path)
    settle()

    qtbot.keyClick(screen.strip.action_button, Qt.Key.Key_Space)

    assert opened == [tmp_path]


def test_only_agencies_checked_get_a_workbook(qtbot, screen, tmp_path, settle):
    screen.sending.list.selectRow(0)
    qtbot.keyClick(screen.sending.list, Qt.Key.Key_Space)
    assert screen.sending.make_button.text() == "&Tạo biểu cho 1 đơn vị…"

    screen.sending.make_returns(tmp_path)
    settle()

    (name,) = (path.name for path in tmp_path.glob("*.xlsx"))
    assert "Phòng Tư pháp" in name


def test_making_that_is_stopped_notes_nothing(screen, tmp_path, settle, workspace):
    before = workspace.state.undo
    screen.sending.make_returns(tmp_path)
    screen.give_up()
    settle()

    assert "Đã dừng" in screen.strip.text
    assert workspace.state.undo == before
    assert not screen.run.is_running


def test_report_on_paper_is_noted_with_its_day(qtbot, screen, settle):
    screen.sending.list.selectRow(1)
    screen.sending.received_action.trigger()
    dialog = screen.sending.findChild(return_sending_view.ReceivedDialog)
    dialog.day.setText("14/3/2024")
    dialog.submit()
    settle()

    first, second = rows_of(screen.sending.register)
    assert "Chưa gửi" in first
    assert "14/03/2024|Đã gửi đúng hạn|Bản giấy" in second


def test_reminder_is_asked_for_the_period_shown(qtbot, screen):
    with qtbot.waitSignal(screen.print_requested) as asked:
        screen.sending.remind_action.trigger()

    assert asked.args == [PaperRequest("reminder", YEAR, "quarter-1")]


def test_new_cells_are_written_in_one_step_that_one_undo_takes_back(
    qtbot, screen, made, collect, results, settle, tmp_path
):
    file = filled(
        made["Phòng Nội vụ"], tmp_path / "đã điền.xlsx",
        Tình_hình_thực_hiện={PLAN: "Đã hoàn thành"}, Kết_quả_thực_hiện={PLAN: "Đã ban hành"},
    )  # fmt: skip
    work = collect(file)
    assert work.write_button.text() == "Ghi 2 ô từ 1 biểu"
    assert results() == {}

    qtbot.keyClick(work.change_list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()

    assert results() == {PLAN: (Statement.DONE, "Đã ban hành")}
    assert screen.strip.text.startswith("Đã ghi 2 ô từ 1 biểu vào quý I năm 2024")
    assert "Đã gửi đúng hạn" in rows_of(screen.sending.register)[0]
    screen.strip.action_button.click()
    settle()
    assert results() == {}
    assert "Chưa gửi" in rows_of(screen.sending.register)[0]


def test_conflict_must_be_decided_before_anything_is_written(
    qtbot, screen, made, collect, record, results, settle, tmp_path
):
    file = filled(
        made["Phòng Nội vụ"], tmp_path / "đã điền.xlsx",
        Kết_quả_thực_hiện={PLAN: "Đơn vị ghi", CHECK: "Đã kiểm tra"},
    )  # fmt: skip
    record(PLAN, "Cán bộ ghi")
    work = collect(file)
    table = work.change_list
    first = rows_of(work.changes)[1]
    assert first == "|Kết quả thực hiện|Cán bộ ghi|Đơn vị ghi|Chưa chọn"
    assert work.write_button.text() == "Còn 1 ô chưa chọn"
    assert not work.write_button.isEnabled()
    assert work.counts.text().startswith("Còn 1 ô chưa chọn trong 1 ô khác biệt")
    assert screen.focusWidget() is table
    assert table.currentIndex().row() == 1

    qtbot.keyClick(table, Qt.Key.Key_Left)
    assert work.write_button.text() == "Ghi 1 ô từ 1 biểu"
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert work.write_button.text() == "Ghi 2 ô từ 1 biểu"
    screen.collecting.write()
    settle()

    assert {task: result for task, (_, result) in results().items()} == {
        PLAN: "Đơn vị ghi",
        CHECK: "Đã kiểm tra",
    }


def test_keeping_all_writes_no_cell_and_notes_the_receipt(
    screen, made, collect, record, results, settle, tmp_path
):
    file = filled(
        made["Phòng Nội vụ"], tmp_path / "đã điền.xlsx", Kết_quả_thực_hiện={PLAN: "Đơn vị ghi"}
    )
    record(PLAN, "Cán bộ ghi")
    work = collect(file)

    work.keep_button.click()
    assert work.write_button.text() == "Ghi đã nhận 1 biểu"
    screen.collecting.write()
    settle()

    assert results() == {PLAN: (None, "Cán bộ ghi")}
    assert "Đã gửi" in rows_of(screen.sending.register)[0]


def test_same_file_twice_changes_nothing(screen, made, collect, settle, tmp_path, workspace):
    file = filled(
        made["Phòng Nội vụ"], tmp_path / "đã điền.xlsx", Kết_quả_thực_hiện={PLAN: "Đã ban hành"}
    )
    collect(file)
    screen.collecting.write()
    settle()
    step = workspace.state.undo

    work = collect(file)

    assert work.write_button.text() == "Không có gì để ghi"
    assert file_states(work) == {"đã điền.xlsx": ReturnFileStatus.SAME}
    screen.collecting.write()
    settle()
    assert workspace.state.undo == step


def test_two_files_that_differ_are_settled_by_taking_one(
    qtbot, screen, made, collect, results, settle, tmp_path
):
    one, two = (
        filled(made["Phòng Nội vụ"], tmp_path / f"{n}.xlsx", Kết_quả_thực_hiện={PLAN: f"Lần {n}"})
        for n in ("1", "2")
    )
    work = collect(one, two)
    assert work.changes.undecided_count == 2
    work.take_button.click()
    assert work.changes.undecided_count == 2

    work.change_list.selectRow(2)
    qtbot.keyClick(work.change_list, Qt.Key.Key_Right)

    assert [row.rpartition("|")[2] for row in rows_of(work.changes)[1:]] == [
        "Lấy tệp kia",
        "Lấy từ biểu",
    ]
    screen.collecting.write()
    settle()
    assert results()[PLAN][1] == "Lần 2"


def test_emptied_cell_keeps_what_is_recorded_unless_it_is_chosen(
    qtbot, screen, planned, collect, record, results, settle, tmp_path, jobs
):
    record(PLAN, "Đã ghi trước")
    returns = jobs.run_to_end(lambda: planned._session.returns.make(QUARTER, None, tmp_path))
    source = next(f.path for f in returns.files if f.agency_name == "Phòng Nội vụ")
    file = filled(source, tmp_path / "xóa.xlsx", Kết_quả_thực_hiện={PLAN: None})
    work = collect(file)
    work.take_button.click()
    assert rows_of(work.changes)[1].endswith("Giữ đang ghi")

    work.change_list.selectRow(1)
    qtbot.keyClick(work.change_list, Qt.Key.Key_Space)
    screen.collecting.write()
    settle()

    assert results().get(PLAN, (None, ""))[1] == ""


def test_broken_and_foreign_files_are_named_and_hold_up_no_other(
    screen, made, collect, tmp_path, jobs, planned
):
    good = filled(
        made["Phòng Tư pháp"], tmp_path / "tốt.xlsx", Kết_quả_thực_hiện={REVIEW: "Đã rà soát"}
    )
    broken = tmp_path / "hỏng.xlsx"
    broken.write_bytes(b"PK\x03\x04 cut off")
    foreign = tmp_path / "bảng khác.xlsx"
    Workbook().save(foreign)
    half = PeriodKey(YEAR, "half-year")
    folder = tmp_path / "khác kỳ"
    folder.mkdir()
    other = jobs.run_to_end(lambda: planned._session.returns.make(half, None, folder)).files[0].path

    work = collect(broken, foreign, other, good, made["Phòng Nội vụ"])

    states = file_states(work)
    assert states.pop("tốt.xlsx") is ReturnFileStatus.NEW
    assert states.pop(made["Phòng Nội vụ"].name) is ReturnFileStatus.UNTOUCHED
    assert set(states.values()) == {ReturnFileStatus.REFUSED}
    said = "\n".join(rows_of(work.problems))
    assert "Cả tệp không nhận|hỏng.xlsx|Cả tệp||" in said
    assert "không phải biểu báo cáo do chương trình lập ra" in said
    assert "của kỳ 6 tháng đầu năm 2024, không phải quý I năm 2024" in said
    assert work.write_button.text() == "Ghi 1 ô từ 1 biểu"


def test_wrong_cells_are_named_and_go_back_marked(screen, made, collect, settle, tmp_path):
    file = filled(
        made["Phòng Nội vụ"], tmp_path / "sai.xlsx",
        Ngày_hoàn_thành={PLAN: "31/02/2024"}, Kết_quả_thực_hiện={PLAN: "Đã ban hành"},
    )  # fmt: skip
    work = collect(file)
    (row,) = rows_of(work.problems)
    assert "Trang “Biểu báo cáo”, ô G" in row
    assert "31/02/2024|Cột “Ngày hoàn thành”: không có ngày này trong lịch." in row

    work.annotate_button.click()
    chooser(screen).fileSelected.emit(str(tmp_path))
    settle()
    screen.collecting.save_copies(tmp_path)
    settle()

    copies = sorted(path.name for path in tmp_path.glob("*cần sửa*"))
    assert copies == ["sai - cần sửa (2).xlsx", "sai - cần sửa.xlsx"]
    assert "Lỗi cần sửa" in load_workbook(tmp_path / "sai - cần sửa.xlsx").sheetnames
    assert screen.strip.text.startswith("Đã lưu 1 bản ghi lỗi")


def test_copies_may_be_saved_after_writing_too(screen, made, collect, settle, tmp_path):
    file = filled(
        made["Phòng Nội vụ"], tmp_path / "sai.xlsx",
        Kết_quả_thực_hiện={PLAN: "Đã ban hành"}, Ngày_văn_bản={PLAN: "hôm qua"},
    )  # fmt: skip
    work = collect(file)
    screen.collecting.write()
    settle()
    assert work.write_button.text() == "Đã ghi"

    screen.collecting.save_copies(tmp_path)
    settle()

    assert (tmp_path / "sai - cần sửa.xlsx").exists()


def test_reading_that_is_stopped_shows_nothing(qtbot, screen, made, settle):
    screen.collect(list(made.values()))
    qtbot.keyClick(screen.window().focusWidget(), Qt.Key.Key_Escape)
    settle()

    assert screen.collecting.reading is None
    assert screen.strip.text == "Đã dừng; chưa có gì được ghi."
    assert screen.collecting.notice.isVisible()


def test_dropped_folder_is_read_with_all_that_lies_below(screen, made, settle, tmp_path):
    folder = tmp_path / "nhận về" / "xã"
    folder.mkdir(parents=True)
    filled(made["Phòng Nội vụ"], folder / "biểu 10.xlsx", Kết_quả_thực_hiện={PLAN: "A"})
    filled(made["Phòng Tư pháp"], folder / "biểu 2.xlsx", Kết_quả_thực_hiện={REVIEW: "B"})
    (folder / "~$biểu 2.xlsx").write_bytes(b"")
    (folder / "ghi chú.txt").write_text("không phải biểu")

    drop(screen, tmp_path / "nhận về")
    settle()

    assert [path.name for path in screen.collecting.reading.paths] == [
        "biểu 2.xlsx",
        "biểu 10.xlsx",
    ]
    assert screen.collecting.isVisible()


def test_more_files_join_those_read_and_decisions_stay(
    qtbot, screen, made, collect, record, tmp_path
):
    file = filled(made["Phòng Nội vụ"], tmp_path / "1.xlsx", Kết_quả_thực_hiện={PLAN: "Đơn vị ghi"})
    record(PLAN, "Cán bộ ghi")
    work = collect(file)
    qtbot.keyClick(work.change_list, Qt.Key.Key_Space)

    collect(filled(made["Phòng Tư pháp"], tmp_path / "2.xlsx", Kết_quả_thực_hiện={REVIEW: "B"}))

    assert work.write_button.text() == "Ghi 2 ô từ 2 biểu"
    assert list(work.changes.decisions.values()) == [ReturnDecision.TAKE, ReturnDecision.TAKE]


def test_file_left_out_is_not_written(qtbot, made, collect, settle, tmp_path):
    work = collect(
        filled(made["Phòng Nội vụ"], tmp_path / "1.xlsx", Kết_quả_thực_hiện={PLAN: "A"}),
        filled(made["Phòng Tư pháp"], tmp_path / "2.xlsx", Kết_quả_thực_hiện={REVIEW: "B"}),
    )
    work.file_list.setCurrentIndex(work.files.index(1, 0))
    assert len(rows_of(work.changes)) == 2

    work.file_list.setFocus()
    qtbot.keyClick(work.file_list, Qt.Key.Key_Delete)
    settle()

    assert list(file_states(work)) == ["2.xlsx"]


def test_folder_without_workbooks_says_so(screen, settle, tmp_path):
    empty = tmp_path / "trống"
    empty.mkdir()

    drop(screen, empty)
    settle()

    assert "không có tệp Excel nào" in screen.collecting.notice.text


def test_closed_period_is_shown_and_says_how_to_reopen(
    screen, made, collect, settle, tmp_path, workspace
):
    file = filled(made["Phòng Nội vụ"], tmp_path / "1.xlsx", Kết_quả_thực_hiện={PLAN: "A"})
    workspace.mutate(lambda s: s.periods.close(QUARTER))
    settle()

    work = collect(file)

    assert work.write_button.text() == "Ghi 1 ô từ 1 biểu"
    assert not work.write_button.isEnabled()
    assert not screen.sending.make_returns_action.isEnabled()
    assert "mở lại kỳ và ghi lý do" in screen.closed_bar.text
    workspace.mutate(lambda s: s.periods.reopen(QUARTER, "Bổ sung biểu gửi chậm"))
    settle()
    assert work.write_button.isEnabled()
    assert screen.closed_bar.text == ""


def test_value_recorded_meanwhile_turns_a_new_cell_into_a_conflict(made, collect, record, tmp_path):
    file = filled(made["Phòng Nội vụ"], tmp_path / "1.xlsx", Kết_quả_thực_hiện={PLAN: "A"})
    work = collect(file)
    assert work.write_button.isEnabled()

    record(PLAN, "Cán bộ ghi")

    assert work.write_button.text() == "Còn 1 ô chưa chọn"


def test_leaving_with_decisions_asks_first(qtbot, screen, made, collect, messages, tmp_path):
    file = filled(made["Phòng Nội vụ"], tmp_path / "1.xlsx", Kết_quả_thực_hiện={PLAN: "A"})
    work = collect(file)
    work.change_list.selectRow(1)
    qtbot.keyClick(work.change_list, Qt.Key.Key_Left)
    messages.answers = [False, True]

    qtbot.keyClick(screen, Qt.Key.Key_Escape)
    assert screen.collecting.reading is not None
    with qtbot.waitSignals([screen.finished, screen.closed], order="strict"):
        qtbot.keyClick(screen, Qt.Key.Key_Escape)

    assert screen.collecting.reading is None


def test_other_period_is_shown_when_chosen(screen, feed, settle):
    feed.choose_period("half-year")
    settle()

    assert screen.sending.summary.text().startswith("6 tháng đầu năm 2024")


def test_models_hold_in_every_state(qtmodeltester, screen, made, collect, tmp_path):
    file = filled(made["Phòng Nội vụ"], tmp_path / "1.xlsx", Kết_quả_thực_hiện={PLAN: "A"})
    models = (
        screen.sending.register, screen.collecting.work.files,
        screen.collecting.work.changes, screen.collecting.work.problems,
    )  # fmt: skip
    for model in models:
        qtmodeltester.check(model)

    work = collect(file, tmp_path / "không có.xlsx")
    work.take_all()
    work.changes.show_file(0)

    for model in models:
        qtmodeltester.check(model)


def test_without_a_plan_the_screen_says_what_comes_first(
    qtbot, workspace, clock, settings, messages, settle
):
    made = ReturnsScreen(workspace, ProgressFeed(workspace), clock, settings, messages)
    qtbot.addWidget(made)
    made.show()
    settle()

    assert "Chưa có kế hoạch năm nào" in made.collecting.notice.text
    assert not made.collecting.notice.choose_button.isEnabled()
    assert not made.sending.make_returns_action.isEnabled()


def test_keyboard_goes_to_the_face_shown(screen):
    screen.show_sending()
    assert screen.focusWidget() is screen.sending.list
    screen.show_collecting()
    assert screen.focusWidget() is screen.collecting.notice.choose_button


def test_receipt_that_is_undone_can_be_written_again(
    qtbot, screen, made, collect, record, settle, tmp_path
):
    wrong = filled(
        made["Phòng Nội vụ"], tmp_path / "1.xlsx",
        Kết_quả_thực_hiện={PLAN: "Như đã ghi"}, Ngày_hoàn_thành={PLAN: "hôm qua"},
    )  # fmt: skip
    record(PLAN, "Như đã ghi")
    work = collect(wrong)
    assert work.write_button.text() == "Ghi đã nhận 1 biểu"
    screen.collecting.write()
    settle()
    assert work.write_button.text() == "Đã ghi"

    screen.strip.action_button.click()
    settle()

    assert work.write_button.text() == "Ghi đã nhận 1 biểu"
    assert work.write_button.isEnabled()


def test_day_of_receipt_must_be_a_day(qtbot, made, collect, settle, tmp_path):
    work = collect(filled(made["Phòng Nội vụ"], tmp_path / "1.xlsx", Kết_quả_thực_hiện={PLAN: "A"}))
    work.received_on.setText("hôm qua")
    work.received_on.editingFinished.emit()
    assert work.write_button.text() == "Chưa có ngày nhận"

    work.received_on.setText("14/3/2024")
    work.received_on.editingFinished.emit()
    settle()

    assert work.write_button.text() == "Ghi 1 ô từ 1 biểu"
