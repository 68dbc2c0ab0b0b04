"""The whole window over a real file: places, plans, undo, fonts, and closing."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.clock import FixedClock
from cchc_desktop.domain.office import Letterhead, LetterheadId, OfficeLevel
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.services.session import OfficeSetup, open_session
from cchc_desktop.ui.file_choice import FileChoice
from cchc_desktop.ui.jobs import Jobs
from cchc_desktop.ui.main_window import MainWindow
from cchc_desktop.ui.messages import Messages
from cchc_desktop.ui.office_view import OfficeView
from cchc_desktop.ui.plan_columns import place_of
from cchc_desktop.ui.plan_dialogs import NewPlanDialog, PlanDetailsDialog
from cchc_desktop.ui.preview_screen import PreviewScreen
from cchc_desktop.ui.settings import Settings
from cchc_desktop.ui.shortcuts_help import ShortcutsHelp
from cchc_desktop.ui.theme import ThemeChoice, apply_theme

Settle = Callable[[], None]


class GivenChoice(FileChoice):
    """Answers with the path it was given."""

    def __init__(self) -> None:
        self.path: Path | None = None

    def to_open(self, parent: object) -> Path | None:
        return self.path

    def to_create(self, parent: object, title: str, suggested: str) -> Path | None:
        return self.path


@pytest.fixture
def choice() -> GivenChoice:
    return GivenChoice()


@pytest.fixture
def window(
    qtbot: QtBot,
    jobs: Jobs,
    clock: FixedClock,
    settings: Settings,
    messages: Messages,
    choice: GivenChoice,
    settle: Settle,
) -> Iterator[MainWindow]:
    shown = MainWindow(jobs, clock, settings, messages, choice)
    qtbot.addWidget(shown)
    shown.resize(1366, 728)
    shown.show()
    yield shown
    settle()
    shown.close()


@pytest.fixture
def view(window: MainWindow, session_file: Path, settle: Settle) -> OfficeView:
    assert window.open(session_file)
    settle()
    assert window.office_view is not None
    return window.office_view


def dialog_in(window: MainWindow, kind: type[QDialog]) -> QDialog:
    return next(d for d in window.findChildren(kind) if d.isVisible())


def create_plan(view: OfficeView, settle: Settle, year: int = 2024) -> None:
    view.workspace.mutate(lambda session: session.plans.create(year))
    settle()


def test_a_file_opened_shows_the_plan_place_and_is_remembered(
    window: MainWindow, view: OfficeView, session_file: Path, settings: Settings
) -> None:
    assert view.place == "plan"
    assert "Sông Trà" in window.windowTitle()
    assert settings.recent_files == (session_file,)
    assert not view.commands.print_action.isEnabled()


@pytest.mark.parametrize(
    ("key", "place"),
    [
        (Qt.Key.Key_1, "overview"),
        (Qt.Key.Key_3, "text"),
        (Qt.Key.Key_4, "issue"),
        (Qt.Key.Key_5, "documents"),
        (Qt.Key.Key_6, "assignments"),
        (Qt.Key.Key_7, "progress"),
        (Qt.Key.Key_8, "reports"),
        (Qt.Key.Key_9, "catalogue"),
        (Qt.Key.Key_0, "office"),
        (Qt.Key.Key_Minus, "history"),
        (Qt.Key.Key_2, "plan"),
    ],
)
def test_alt_and_a_number_goes_to_a_place(
    qtbot: QtBot, window: MainWindow, view: OfficeView, key: Qt.Key, place: str, settle: Settle
) -> None:
    qtbot.keyClick(window, key, Qt.KeyboardModifier.AltModifier)
    settle()

    assert view.place == place


def test_a_place_chosen_in_the_rail_is_shown(qtbot: QtBot, view: OfficeView) -> None:
    button = next(b for b in view.rail.findChildren(QPushButton) if b.property("place") == "office")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert view.place == "office"


def test_a_narrow_window_shows_icons_alone(
    qtbot: QtBot, window: MainWindow, view: OfficeView
) -> None:
    wide = view.rail.width()

    window.resize(1000, 700)
    qtbot.waitUntil(lambda: view.rail.width() < wide / 2)

    names = [b.text() for b in view.rail.findChildren(QPushButton)]
    assert not any(names)
    assert all(b.accessibleName() for b in view.rail.findChildren(QPushButton))


def test_a_plan_is_created_by_keyboard_and_a_second_of_its_year_is_refused_in_the_dialog(
    qtbot: QtBot, window: MainWindow, view: OfficeView, settle: Settle
) -> None:
    view.plan_place.create_action.trigger()
    dialog = dialog_in(window, NewPlanDialog)
    assert isinstance(dialog, NewPlanDialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    settle()

    assert [plan.year for plan in view.workspace.state.plans] == [2024]

    view.plan_place.create_action.trigger()
    second = dialog_in(window, NewPlanDialog)
    assert isinstance(second, NewPlanDialog)
    assert second.year.value() == 2025
    second.year.setValue(2024)
    assert second.title.text().endswith("2024")
    second.yes_button.click()
    settle()

    assert second.isVisible()
    assert "2024" in second.problem
    second.reject()


def test_a_new_plan_starts_with_the_sections_chosen_in_the_dialog(
    window: MainWindow, view: OfficeView, settle: Settle
) -> None:
    view.plan_place.create_action.trigger()
    settle()
    dialog = dialog_in(window, NewPlanDialog)
    assert isinstance(dialog, NewPlanDialog)
    assert dialog.sections.currentText().startswith("Bảy lĩnh vực")
    dialog.yes_button.click()
    settle()
    plan = view.workspace.plan
    assert plan is not None
    assert [section.number for section in plan.sections][-1] == "VII"

    view.plan_place.create_action.trigger()
    settle()
    dialog = dialog_in(window, NewPlanDialog)
    assert isinstance(dialog, NewPlanDialog)
    dialog.sections.setCurrentIndex(dialog.sections.count() - 1)
    dialog.yes_button.click()
    settle()
    assert view.workspace.plan is not None
    assert view.workspace.plan.sections == ()


def test_the_keyboard_starts_in_the_first_field_of_a_dialog_and_ends_at_its_button(
    qtbot: QtBot, window: MainWindow, view: OfficeView, settle: Settle
) -> None:
    view.plan_place.create_action.trigger()
    settle()
    dialog = dialog_in(window, NewPlanDialog)
    assert isinstance(dialog, NewPlanDialog)

    assert dialog.focusWidget() is dialog.year
    for _ in range(6):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.yes_button
    assert dialog.year.lineEdit().width() > dialog.fontMetrics().horizontalAdvance("2025")
    dialog.reject()


def test_plan_details_are_written(window: MainWindow, view: OfficeView, settle: Settle) -> None:
    create_plan(view, settle)
    view.plan_place.details_action.trigger()
    dialog = dialog_in(window, PlanDetailsDialog)
    assert isinstance(dialog, PlanDetailsDialog)
    dialog.number.setText("395")
    dialog.issued_on.setText("29.12.2023")
    dialog.yes_button.click()
    settle()

    plan = view.workspace.plan
    assert plan is not None
    assert plan.parent_document.number == "395"
    assert plan.parent_document.issued_on is not None
    assert plan.parent_document.issued_on.isoformat() == "2023-12-29"


def test_a_wrong_day_stays_in_the_dialog(
    window: MainWindow, view: OfficeView, settle: Settle
) -> None:
    create_plan(view, settle)
    view.plan_place.details_action.trigger()
    dialog = dialog_in(window, PlanDetailsDialog)
    assert isinstance(dialog, PlanDetailsDialog)
    dialog.issued_on.setText("31/02/2024")
    dialog.yes_button.click()

    assert dialog.isVisible()
    assert "Ngày ban hành" in dialog.problem
    dialog.reject()


def test_a_plan_deleted_after_a_question_comes_back_with_undo(
    view: OfficeView, messages: Messages, settle: Settle
) -> None:
    create_plan(view, settle)
    messages.answers = [False, True]

    view.plan_place.delete_action.trigger()
    settle()
    assert view.workspace.plan is not None

    view.plan_place.delete_action.trigger()
    settle()
    assert view.workspace.plan is None
    assert not view.commands.print_action.isEnabled()

    view.commands.undo_action.trigger()
    settle()
    assert view.workspace.plan is not None
    assert view.commands.print_action.isEnabled()


def test_undo_and_redo_say_what_they_would_do_and_end_at_the_set_up(
    view: OfficeView, settle: Settle
) -> None:
    assert not view.commands.undo_action.isEnabled()
    assert not view.commands.redo_action.isEnabled()

    create_plan(view, settle)
    assert view.commands.undo_action.toolTip() == "Hoàn tác: Lập kế hoạch năm 2024 (Ctrl+Z)"

    view.commands.undo_action.trigger()
    settle()
    assert not view.commands.undo_action.isEnabled()
    assert view.commands.redo_action.toolTip() == "Làm lại: Lập kế hoạch năm 2024 (Ctrl+Y)"

    view.commands.redo_action.trigger()
    settle()
    assert view.workspace.plan is not None


def test_the_foot_line_says_when_it_was_saved_and_what_the_plan_holds(
    view: OfficeView, settle: Settle
) -> None:
    create_plan(view, settle)

    assert "Đã lưu 10:42" in view.status_line.text
    assert "0 nhiệm vụ" in view.status_line.text
    assert "Bản sao lưu: chưa có" in view.status_line.text

    view.commands.backup_action.trigger()
    settle()
    assert "Bản sao lưu: hôm nay 10:42" in view.status_line.text


def test_the_font_grows_with_the_keys_and_is_remembered(
    qtbot: QtBot, window: MainWindow, view: OfficeView, settings: Settings
) -> None:
    usual = window.font().pointSizeF()
    rail = view.rail.width()

    for _ in range(3):
        window.larger_action.trigger()
    qtbot.waitUntil(lambda: window.font().pointSizeF() == pytest.approx(usual * 1.5))
    # With letters that large the places would leave the table no room: icons alone are shown.
    qtbot.waitUntil(lambda: view.rail.width() < rail)
    assert settings.font_percent == 150

    window.usual_size_action.trigger()
    qtbot.waitUntil(lambda: window.font().pointSizeF() == pytest.approx(usual))


def test_all_widgets_grow_under_the_style_sheet_of_the_theme(
    qtbot: QtBot, window: MainWindow, view: OfficeView
) -> None:
    table = view.plan_place.plan_screen.table
    apply_theme(ThemeChoice.LIGHT)
    try:
        usual = table.font().pointSizeF()
        window.larger_action.trigger()

        qtbot.waitUntil(lambda: table.font().pointSizeF() > usual)
    finally:
        window.usual_size_action.trigger()
        QApplication.instance().setStyleSheet("")


def test_no_command_takes_the_key_of_one_that_works_in_the_whole_window(
    view: OfficeView,
) -> None:
    owners: dict[str, list[QAction]] = {}
    for actions in view.all_actions().values():
        for action in actions:
            for key in action.shortcuts():
                owners.setdefault(key.toString(), []).append(action)

    everywhere = Qt.ShortcutContext.WindowShortcut
    clashes = {
        key: [action.text() for action in actions]
        for key, actions in owners.items()
        if len(actions) > 1 and any(a.shortcutContext() is everywhere for a in actions)
    }
    assert clashes == {}


def test_every_command_is_in_the_help(qtbot: QtBot, window: MainWindow, view: OfficeView) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F1)
    dialog = dialog_in(window, ShortcutsHelp)
    assert isinstance(dialog, ShortcutsHelp)
    shown = {
        dialog.list.topLevelItem(group).child(row).text(0)
        for group in range(dialog.list.topLevelItemCount())
        for row in range(dialog.list.topLevelItem(group).childCount())
    }

    with_keys = {a.text() for actions in view.all_actions().values() for a in actions if keyed(a)}
    assert with_keys <= shown
    dialog.accept()


def keyed(action: QAction) -> bool:
    return bool(action.shortcuts())


def test_import_and_preview_cover_the_places_and_give_way_again(
    view: OfficeView, settle: Settle
) -> None:
    create_plan(view, settle)

    view.commands.print_action.trigger()
    settle()
    assert view.is_in_full_screen_work
    assert not view.commands.undo_action.isEnabled()

    view.findChild(PreviewScreen).close_preview()
    settle()
    assert not view.is_in_full_screen_work
    assert view.commands.undo_action.isEnabled()


def test_a_closed_file_is_free_and_backed_up_and_the_start_screen_shows(
    window: MainWindow, view: OfficeView, session_file: Path, clock: FixedClock, settle: Settle
) -> None:
    create_plan(view, settle)

    window.close_action.trigger()

    assert not window.is_file_open
    assert window.welcome.isVisible()
    session = open_session(session_file, clock)
    assert session.backups.latest() is not None
    session.close()


def test_what_is_being_typed_is_written_when_the_window_closes(
    qtbot: QtBot, window: MainWindow, view: OfficeView, session_file: Path, clock: FixedClock
) -> None:
    view.show_place("office")
    field = view.places.screen("office").fields.signer_name
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    field.selectAll()
    qtbot.keyClicks(field, "Le Van Moi")

    window.close()

    session = open_session(session_file, clock)
    name = session.offices.load().letterheads[0].signer.name
    session.close()
    assert name == "Le Van Moi"


def typed_in_a_cell(qtbot: QtBot, view: OfficeView, settle: Settle, words: str) -> None:
    """Add a task and leave ``words`` in its open editor."""
    create_plan(view, settle)
    view.workspace.mutate(
        lambda session: session.rows.add_task(session.plans.list()[0].id, None).change_set
    )
    settle()
    table = view.plan_place.plan_screen.table
    table.setCurrentIndex(table.model().index(0, 1))
    table.edit(table.currentIndex())
    editor = table.delegate.editor
    assert editor is not None
    qtbot.keyClicks(editor, words)


def content(view: OfficeView) -> str:
    assert view.workspace.plan is not None
    return next(iter(view.workspace.plan.tasks())).content.text


def test_a_cell_being_typed_in_is_written_when_the_window_closes(
    qtbot: QtBot,
    window: MainWindow,
    view: OfficeView,
    session_file: Path,
    clock: FixedClock,
    settle: Settle,
) -> None:
    typed_in_a_cell(qtbot, view, settle, "Kiem tra")

    window.close()

    session = open_session(session_file, clock)
    plan = session.plans.load_year(2024)
    session.close()
    assert [task.content.text for task in plan.tasks()] == ["Kiem tra"]


def test_undo_takes_back_the_cell_being_typed_in_and_redo_brings_it_back(
    qtbot: QtBot, view: OfficeView, settle: Settle
) -> None:
    typed_in_a_cell(qtbot, view, settle, "Kiem tra")

    view.commands.undo_action.trigger()
    settle()
    assert content(view) == ""

    view.commands.redo_action.trigger()
    settle()
    assert content(view) == "Kiem tra"


@pytest.mark.parametrize("command", ["place", "preview"])
def test_a_cell_being_typed_in_is_written_when_the_officer_goes_elsewhere(
    qtbot: QtBot, view: OfficeView, settle: Settle, command: str
) -> None:
    typed_in_a_cell(qtbot, view, settle, "Kiem tra")

    if command == "place":
        view.show_place("office")
    else:
        view.show_preview()
    settle()

    assert content(view) == "Kiem tra"


def test_the_keyboard_is_in_the_table_or_on_the_button_that_stands_for_it(
    window: MainWindow, view: OfficeView, settle: Settle
) -> None:
    focused = window.focusWidget()
    assert isinstance(focused, QPushButton)
    assert "Nhập từ Word" in focused.text()

    view.workspace.mutate(lambda session: session.plans.create(2024, "", ["Một"]))
    settle()
    assert window.focusWidget() is view.plan_place.plan_screen.table


def test_the_letterhead_on_paper_follows_an_edit_still_being_typed(
    qtbot: QtBot, window: MainWindow, view: OfficeView, settle: Settle
) -> None:
    create_plan(view, settle)
    view.show_place("office")
    window.activateWindow()
    field = view.places.screen("office").fields.name
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "UBND huyen Moi")

    view.commands.print_action.trigger()
    settle()

    paper = view.findChild(PreviewScreen)._paper
    text = PdfReader(paper.path).pages[0].extract_text()
    assert "UBND HUYEN MOI" in text
    view.findChild(PreviewScreen).close_preview()


def test_a_table_shown_in_an_open_window_fills_its_width(
    qtbot: QtBot, window: MainWindow, session_file: Path, clock: FixedClock, settle: Settle
) -> None:
    session = open_session(session_file, clock)
    session.plans.create(2024)
    plan_id = session.plans.list()[0].id
    row = session.rows.add_task(plan_id, None).row
    session.cells.set_cell(row, AnnexColumn.NOTE, RichText.plain("Ghi chú"))
    session.close()

    assert window.open(session_file)
    settle()

    assert window.office_view is not None
    table = window.office_view.plan_place.plan_screen.table
    assert not table.isColumnHidden(place_of(AnnexColumn.NOTE))
    qtbot.waitUntil(lambda: table.columns.length() == table.viewport().width())


def test_opening_the_file_that_is_open_changes_nothing(
    window: MainWindow, view: OfficeView, session_file: Path
) -> None:
    assert window.open(session_file)

    assert window.office_view is view


def test_an_office_is_created_from_the_start_screen(
    window: MainWindow,
    choice: GivenChoice,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    settle: Settle,
) -> None:
    setup = OfficeSetup(
        OfficeLevel.COMMUNE, Letterhead(LetterheadId(0), "", "Ủy ban nhân dân xã Mới", "xã Mới")
    )

    choice.path = tmp_path / "Xã Mới"
    monkeypatch.setattr(
        "cchc_desktop.ui.setup_dialog.SetupDialog.ask", classmethod(lambda cls, parent: setup)
    )

    window.create_action.trigger()
    settle()

    assert window.office_view is not None
    assert window.office_view.workspace.path == tmp_path / "Xã Mới.cchc"
    assert window.office_view.workspace.state.office.level is OfficeLevel.COMMUNE
