"""The report's place: drafting, editing by keys, going out of date, and never overwriting."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QListView
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.changes import ChangeSet
from cchc_desktop.domain.clock import FixedClock
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.services.printing import PaperRequest
from cchc_desktop.services.session import Session
from cchc_desktop.ui.chart_bars import BarChart
from cchc_desktop.ui.progress_feed import ProgressFeed
from cchc_desktop.ui.report_dialogs import ReportSettingsDialog
from cchc_desktop.ui.report_lines import LineKind
from cchc_desktop.ui.report_screen import ReportScreen
from cchc_desktop.ui.settings import Settings
from cchc_desktop.ui.workspace import Workspace
from tests.ui.conftest import RecordedMessages
from tests.ui.report_parts import (  # noqa: F401
    ALT,
    COMPLETION,
    CTRL,
    QUARTER_1,
    SHIFT,
    Files,
    codes,
    edit,
    editor,
    feed,
    files,
    keep,
    say,
    screen,
    shown,
    wait,
    words,
)

Wait = Callable[[], None]


@pytest.fixture
def calm(screen: ReportScreen, qtbot: QtBot, settle: Wait) -> Wait:  # noqa: F811
    return lambda: wait(screen, qtbot, settle)


def finish_second_task(workspace: Workspace) -> None:
    workspace.mutate(lambda s: say(s, "Rà soát văn bản", DONE_ON=date(2024, 2, 15), RESULT="Đủ"))


def add_section(session: Session) -> ChangeSet:
    plan = session.plans.load_year(2024)
    title = RichText.plain("CẢI CÁCH TỔ CHỨC BỘ MÁY")
    return session.rows.add_section(plan.id, title, plan.sections[-1].id).change_set


def test_unwritten_report_shows_draft_and_begin_keeps_it_in_one_step(
    screen: ReportScreen,  # noqa: F811
    plan_workspace: Workspace,
    calm: Wait,
) -> None:
    assert screen.bar.state.text().startswith("Chưa soạn")
    assert codes(screen)[:2] == ["title", "opening"]
    assert "01/04 nhiệm vụ" in words(screen, COMPLETION)
    assert screen.actions_here.refresh.text() == "Soạn báo cáo"
    screen.actions_here.refresh.trigger()
    calm()
    assert screen.bar.state.text() == "Đang soạn; khớp với số liệu"
    assert screen.actions_here.refresh.text() == "Cập nhật số liệu"
    undo = plan_workspace.state.undo
    assert undo
    assert undo.label == "open_report"
    plan_workspace.undo()
    calm()
    assert screen.bar.state.text().startswith("Chưa soạn")


def test_words_typed_and_kept_with_ctrl_enter_are_the_officers(
    screen: ReportScreen,  # noqa: F811
    plan_workspace: Workspace,
    calm: Wait,
) -> None:
    opened = edit(screen, COMPLETION)
    QTest.keyClicks(opened, " Them loi.")
    QTest.keyClick(opened, Qt.Key.Key_Return)
    QTest.keyClicks(opened, "Dong hai")
    keep(opened)
    calm()
    assert words(screen, COMPLETION).endswith("Them loi.\nDong hai")
    line = screen.text.line
    assert line
    assert line.code == COMPLETION
    assert line.paragraph.is_edited
    assert len(line.text.marks) > 3
    assert screen.text.hasFocus()
    plan_workspace.undo()
    calm()
    assert "Them loi." not in words(screen, COMPLETION)


def test_bold_and_italic_by_keys_reach_the_file(
    screen: ReportScreen,  # noqa: F811
    plan_workspace: Workspace,
    calm: Wait,
    settle: Wait,
) -> None:
    opened = edit(screen, "opening")
    opened.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(opened, Qt.Key.Key_B, CTRL)
    QTest.keyClicks(opened, " dam")
    QTest.keyClick(opened, Qt.Key.Key_B, CTRL)
    QTest.keyClick(opened, Qt.Key.Key_I, CTRL)
    QTest.keyClicks(opened, " nghieng")
    QTest.keyClick(opened, Qt.Key.Key_Tab)
    calm()
    found: list[str] = []
    plan_workspace.query(
        lambda s: s.reports.open(QUARTER_1).find("opening").text.words.markup,  # type: ignore[union-attr]
        found.append,
    )
    settle()
    assert found[0].endswith("<b> dam</b><i> nghieng</i>")
    line = screen.text.line
    assert line is not None
    assert line.code == "direction", "Tab goes on to the next paragraph"


def test_escape_forgets_few_words_at_once_and_many_only_when_pressed_twice(
    screen: ReportScreen,  # noqa: F811
    messages: RecordedMessages,
    calm: Wait,
) -> None:
    before = words(screen, "opening")
    QTest.keyClicks(edit(screen, "opening"), "abc")
    QTest.keyClick(editor(screen), Qt.Key.Key_Escape)
    assert not screen.text.is_editing
    QTest.keyClicks(edit(screen, "opening"), "mot cau rat dai ma can bo vua go xong")
    QTest.keyClick(editor(screen), Qt.Key.Key_Escape)
    assert screen.text.is_editing
    assert "Esc lần nữa" in messages.notices[-1]
    QTest.keyClick(editor(screen), Qt.Key.Key_Escape)
    assert not screen.text.is_editing
    calm()
    assert words(screen, "opening") == before
    assert screen.bar.state.text().startswith("Chưa soạn")


def test_paragraph_is_added_moved_and_removed_by_keys(
    screen: ReportScreen,  # noqa: F811
    plan_workspace: Workspace,
    calm: Wait,
) -> None:
    screen.text.go_to("direction.work.text")
    QTest.keyClick(screen.text, Qt.Key.Key_Return, CTRL | SHIFT)
    QTest.keyClicks(editor(screen), "Doan cua toi")
    keep(editor(screen))
    calm()
    place = codes(screen).index("own.1")
    assert codes(screen)[place - 1] == "direction.work.text"
    assert screen.text.line
    assert screen.text.line.code == "own.1"
    QTest.keyClick(screen.text, Qt.Key.Key_Up, ALT)
    calm()
    assert codes(screen).index("own.1") == place - 1
    QTest.keyClick(screen.text, Qt.Key.Key_Down, ALT)
    calm()
    assert codes(screen).index("own.1") == place
    QTest.keyClick(screen.text, Qt.Key.Key_Delete)
    calm()
    assert "own.1" not in codes(screen)
    plan_workspace.undo()
    calm()
    assert words(screen, "own.1") == "Doan cua toi"


def test_empty_new_paragraph_leaves_nothing_behind(
    screen: ReportScreen,  # noqa: F811
    calm: Wait,
) -> None:
    before = [line.code for line in screen.model.lines]
    screen.text.go_to("opening")
    QTest.keyClick(screen.text, Qt.Key.Key_Return, CTRL | SHIFT)
    assert len(screen.model.lines) == len(before) + 1
    QTest.keyClick(editor(screen), Qt.Key.Key_Escape)
    calm()
    assert [line.code for line in screen.model.lines] == before
    assert screen.text.line
    assert screen.text.line.code == "opening"


def test_heading_moves_with_all_below_it_and_numbers_follow(
    screen: ReportScreen,  # noqa: F811
    calm: Wait,
) -> None:
    first, second = codes(screen)[3], codes(screen)[5]
    assert (first, second) == ("direction.work", "direction.plan")
    screen.text.go_to("direction.work")
    QTest.keyClick(screen.text, Qt.Key.Key_Down, ALT)
    calm()
    assert codes(screen)[3:7] == [
        "direction.plan",
        COMPLETION,
        "direction.work",
        "direction.work.text",
    ]
    row = screen.model.row_of("direction.work")
    assert row is not None
    assert screen.model.index(row).data().startswith("2. ")


def test_removed_paragraph_can_be_taken_back_from_the_menu(
    screen: ReportScreen,  # noqa: F811
    calm: Wait,
) -> None:
    screen.text.go_to("direction.work.text")
    QTest.keyClick(screen.text, Qt.Key.Key_Delete)
    calm()
    assert "direction.work.text" not in codes(screen)
    screen.actions_here.removed_menu.aboutToShow.emit()
    assert len(screen.actions_here.removed_menu.actions()) == 1
    screen.actions_here.removed_menu.actions()[0].trigger()
    calm()
    assert "direction.work.text" in codes(screen)


def test_update_drafts_anew_what_is_not_edited_and_leaves_the_officers_words(
    screen: ReportScreen,  # noqa: F811
    plan_workspace: Workspace,
    messages: RecordedMessages,
    calm: Wait,
) -> None:
    opened = edit(screen, COMPLETION)
    QTest.keyClicks(opened, " Loi cua toi.")
    keep(opened)
    calm()
    mine = words(screen, COMPLETION)
    strengths = words(screen, "assessment.strengths.text")
    finish_second_task(plan_workspace)
    calm()
    assert "đoạn cần xem lại" in screen.bar.state.text()
    assert words(screen, "assessment.strengths.text") == strengths
    screen.actions_here.refresh.trigger()
    calm()
    assert words(screen, COMPLETION) == mine
    assert words(screen, "assessment.strengths.text") != strengths
    assert screen.bar.state.text() == "1 đoạn cần xem lại"
    assert "Còn 1 đoạn" in messages.notices[-1]


def out_of_date(screen: ReportScreen, workspace: Workspace, calm: Wait) -> None:  # noqa: F811
    opened = edit(screen, COMPLETION)
    QTest.keyClicks(opened, " Loi cua toi.")
    keep(opened)
    calm()
    finish_second_task(workspace)
    calm()
    screen.actions_here.refresh.trigger()
    calm()
    screen.text.go_to("title")
    QTest.keyClick(screen.text, Qt.Key.Key_F8)
    calm()
    assert screen.text.line
    assert screen.text.line.code == COMPLETION


def test_panel_shows_old_and_new_and_takes_the_draft_only_when_asked(
    screen: ReportScreen,  # noqa: F811
    plan_workspace: Workspace,
    calm: Wait,
) -> None:
    out_of_date(screen, plan_workspace, calm)
    assert "01/04" in screen.details.difference
    assert "02/04" in screen.details.difference
    figures = screen.details.figures.model
    rows = [figures.item(row).text() for row in range(figures.rowCount())]
    assert any(row.startswith("01 → 02 ") for row in rows)
    assert "01/04" in words(screen, COMPLETION)
    screen.details.take_button.click()
    calm()
    assert "02/04" in words(screen, COMPLETION)
    assert "Loi cua toi" not in words(screen, COMPLETION)
    assert screen.bar.state.text() == "Đang soạn; khớp với số liệu"


def test_figures_alone_are_updated_and_the_words_stay(
    screen: ReportScreen,  # noqa: F811
    plan_workspace: Workspace,
    calm: Wait,
) -> None:
    out_of_date(screen, plan_workspace, calm)
    screen.details.figures_button.click()
    calm()
    assert "02/04" in words(screen, COMPLETION)
    assert words(screen, COMPLETION).endswith("Loi cua toi.")


def test_kept_words_are_no_longer_asked_about_but_stale_figures_are(
    screen: ReportScreen,  # noqa: F811
    plan_workspace: Workspace,
    calm: Wait,
) -> None:
    out_of_date(screen, plan_workspace, calm)
    mine = words(screen, COMPLETION)
    screen.details.keep_button.click()
    calm()
    assert words(screen, COMPLETION) == mine
    assert screen.details.difference == ""
    row = screen.model.row_of(COMPLETION)
    line = screen.model.line_at(row if row is not None else -1)
    assert line
    assert line.news
    assert line.news.stale


def test_typing_is_not_disturbed_by_data_that_change_meanwhile(
    screen: ReportScreen,  # noqa: F811
    plan_workspace: Workspace,
    calm: Wait,
) -> None:
    screen.actions_here.refresh.trigger()
    calm()
    opened = edit(screen, COMPLETION)
    QTest.keyClicks(opened, " Dang go")
    finish_second_task(plan_workspace)
    plan_workspace.mutate(add_section)
    calm()
    assert screen.text.lines.editor is opened
    keep(opened)
    calm()
    assert words(screen, COMPLETION).endswith("Dang go")
    assert "đoạn cần xem lại" in screen.bar.state.text()


def test_figure_says_how_it_was_made_and_leads_to_its_tasks(
    screen: ReportScreen,  # noqa: F811
    qtbot: QtBot,
    calm: Wait,
) -> None:
    screen.text.go_to(COMPLETION)
    calm()
    panel = screen.details.figures
    panel.choose("whole.done_percent")
    assert "chia cho số nhiệm vụ" in panel.words.text()
    assert "Số nhiệm vụ đã hoàn thành: 01" in panel.words.text()
    panel.choose("whole.done")
    with qtbot.waitSignal(screen.tasks_requested) as asked:
        panel.tasks_button.click()
    assert len(asked.args[0]) == 1


def test_charts_stand_with_the_completion_and_lead_to_tasks(
    screen: ReportScreen,  # noqa: F811
    qtbot: QtBot,
) -> None:
    kinds = [line.kind for line in screen.model.lines]
    place = screen.model.row_of(COMPLETION)
    assert place is not None
    assert kinds[place + 1 : place + 3] == [LineKind.CHART, LineKind.CHART]
    assert kinds.count(LineKind.CHART) == 2
    screen.text.go_to("chart.sections")
    QTest.keyClick(screen.text, Qt.Key.Key_Return)
    chart = screen.text.findChildren(BarChart)[0]
    assert chart.hasFocus()
    with qtbot.waitSignal(screen.tasks_requested) as asked:
        QTest.keyClick(chart, Qt.Key.Key_Return)
    assert len(asked.args[0]) == 2


def test_outline_marks_what_was_edited_and_what_is_out_of_date(
    screen: ReportScreen,  # noqa: F811
    plan_workspace: Workspace,
    calm: Wait,
) -> None:
    out_of_date(screen, plan_workspace, calm)
    model = screen.outline.model
    spoken = [model.item(row).accessibleText() for row in range(model.rowCount())]
    marked = [text for text in spoken if "cần xem lại" in text]
    assert len(marked) == 1
    assert "đã sửa tay" in marked[0]
    index = next(
        model.index(row, 0) for row in range(model.rowCount()) if spoken[row].startswith("III.")
    )
    screen.outline.list.setCurrentIndex(index)
    screen.outline.list.activated.emit(index)
    assert screen.text.line
    assert screen.text.line.code == "assessment"


def test_pages_are_asked_for_with_the_period(screen: ReportScreen, qtbot: QtBot) -> None:  # noqa: F811
    for action, form in (
        (screen.actions_here.print, "report"),
        (screen.actions_here.annex, "progress-annex"),
    ):
        with qtbot.waitSignal(screen.print_requested) as asked:
            action.trigger()
        assert asked.args == [PaperRequest(form, 2024, "quarter-1")]


def test_guidance_and_recipient_are_set_and_follow_in_the_text(
    screen: ReportScreen,  # noqa: F811
    calm: Wait,
) -> None:
    screen.actions_here.settings.trigger()
    dialog = screen.findChild(ReportSettingsDialog)
    assert isinstance(dialog, QDialog)
    dialog.recipient.clear()
    dialog.yes_button.click()
    assert dialog.problem
    dialog.recipient.setText("Sở Nội vụ")
    dialog.guidance.setPlainText("Công văn số 9/SNV-CCHC")
    dialog.yes_button.click()
    calm()
    assert "Công văn số 9/SNV-CCHC" in words(screen, "opening")
    assert "Sở Nội vụ" in words(screen, "closing")


def test_closed_period_is_read_only_and_says_so(
    screen: ReportScreen,  # noqa: F811
    plan_workspace: Workspace,
    calm: Wait,
) -> None:
    plan_workspace.mutate(lambda s: s.periods.close(QUARTER_1))
    calm()
    assert "đã khóa" in screen.lock_notice.text
    screen.text.go_to("opening")
    QTest.keyClick(screen.text, Qt.Key.Key_Return)
    assert not screen.text.is_editing
    before = codes(screen)
    QTest.keyClick(screen.text, Qt.Key.Key_Delete)
    calm()
    assert codes(screen) == before
    assert not screen.actions_here.refresh.isEnabled()
    assert screen.actions_here.print.isEnabled()


def test_period_with_nothing_recorded_says_so(
    screen: ReportScreen,  # noqa: F811
    feed: ProgressFeed,  # noqa: F811
    qtbot: QtBot,
    calm: Wait,
) -> None:
    assert screen.untouched.isHidden()
    feed.choose_period("quarter-3")
    calm()
    assert not screen.untouched.isHidden()
    with qtbot.waitSignal(screen.progress_requested):
        screen.untouched.button.click()


def test_without_a_plan_the_place_leads_to_the_plan(
    workspace: Workspace,
    clock: FixedClock,
    settings: Settings,
    messages: RecordedMessages,
    qtbot: QtBot,
    settle: Wait,
) -> None:
    made = ReportScreen(workspace, ProgressFeed(workspace, workspace), clock, settings, messages)
    shown(made, qtbot, settle)
    assert made.empty.isVisible()
    assert "Chưa có kế hoạch" in made.empty.sentence
    assert not made.actions_here.print.isEnabled()
    with qtbot.waitSignal(made.plan_requested):
        made.empty.button.click()


def test_plan_without_tasks_has_nothing_to_report(
    plan_workspace: Workspace,
    clock: FixedClock,
    settings: Settings,
    messages: RecordedMessages,
    qtbot: QtBot,
    settle: Wait,
) -> None:
    feed_of_none = ProgressFeed(plan_workspace, plan_workspace)
    made = ReportScreen(plan_workspace, feed_of_none, clock, settings, messages)
    shown(made, qtbot, settle)
    assert made.empty.isVisible()
    assert "chưa có nhiệm vụ nào" in made.empty.sentence


def test_words_being_typed_are_kept_when_another_period_is_chosen(
    screen: ReportScreen,  # noqa: F811
    feed: ProgressFeed,  # noqa: F811
    calm: Wait,
) -> None:
    QTest.keyClicks(edit(screen, "opening"), " Con do")
    screen.bar.chooser.buttons["half-year"].click()
    calm()
    assert screen.desk.key
    assert screen.desk.key.code == "half-year"
    assert "Con do" not in words(screen, "opening")
    feed.choose_period("quarter-1")
    calm()
    assert words(screen, "opening").endswith("Con do")


def test_rows_are_as_tall_as_their_words_once_a_scroll_bar_narrows_the_list(
    screen: ReportScreen,  # noqa: F811
    qtbot: QtBot,
    calm: Wait,
) -> None:
    def misfits(view: QListView) -> list[int]:
        rows = [view.model().index(row, 0) for row in range(view.model().rowCount())]
        heights = [(view.visualRect(r).height(), view.sizeHintForIndex(r).height()) for r in rows]
        return [row for row, (height, needed) in enumerate(heights) if height != needed]

    lines = screen.model.lines
    for width in range(150, 260, 4):
        screen.outline.setFixedWidth(width)
        screen.resize(1100 - width, 400)
        screen.outline.show_lines(())
        screen.model.show_sight(None)
        calm()
        screen.outline.show_lines(lines)
        screen.model.show_sight(screen.desk.sight)
        calm()
        qtbot.wait(20)
        assert misfits(screen.outline.list) == []
        assert misfits(screen.text) == []
