"""The one window: the start screen, or the open data file; and what holds in both."""

from pathlib import Path

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from cchc_desktop.domain.clock import Clock
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.services.session import Session
from cchc_desktop.ui.actions import make_action
from cchc_desktop.ui.file_choice import FileChoice
from cchc_desktop.ui.file_opening import SUFFIX, FileOpening, risk_sentence
from cchc_desktop.ui.jobs import Jobs
from cchc_desktop.ui.messages import MessageBar, Messages
from cchc_desktop.ui.office_view import OfficeView, WindowMenus
from cchc_desktop.ui.settings import FONT_PERCENTS, Settings
from cchc_desktop.ui.theme import ThemeChoice, apply_font_percent, apply_theme
from cchc_desktop.ui.welcome import WelcomeScreen
from cchc_desktop.ui.workspace import Workspace

APPLICATION_NAME = "Điều hành cải cách hành chính"

_THEMES = {
    ThemeChoice.SYSTEM: "Sáng, tối theo máy tính",
    ThemeChoice.LIGHT: "Nền sáng",
    ThemeChoice.DARK: "Nền tối",
}

_IMPORTED_SUFFIXES = frozenset({".docx", ".xlsx", ".xls", ".csv", ".tsv", ".txt"})


class MainWindow(QMainWindow):
    """Opens, creates and closes data files, one at a time.

    Args:
        jobs: Runs the work.
        clock: Tells the time.
        settings: The officer's own choices.
        messages: Tells and asks; by default in this window.
        choice: Asks for files; by default with the computer's own dialog.
    """

    def __init__(
        self,
        jobs: Jobs,
        clock: Clock,
        settings: Settings,
        messages: Messages | None = None,
        choice: FileChoice | None = None,
    ) -> None:
        super().__init__()
        self._jobs = jobs
        self._clock = clock
        self._settings = settings
        self._messages = messages or Messages(self)
        self._choice = choice or FileChoice()
        self._opening = FileOpening(jobs, clock, self._messages)
        self.office_view: OfficeView | None = None
        self._make_actions()
        self.welcome = WelcomeScreen(
            [self.open_action, self.create_action, self.sample_action], self
        )
        self.welcome.file_chosen.connect(self.open)
        self.welcome.file_forgotten.connect(self._on_file_forgotten)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.welcome)
        self.message_bar = MessageBar(self._messages, self)
        central = QWidget(self)
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.message_bar)
        column.addWidget(self._stack, 1)
        self.setCentralWidget(central)
        self.setAcceptDrops(True)
        self.setMinimumSize(760, 480)
        if not settings.restore_window("main", self):
            self.resize(1280, 680)
        self._show_welcome()

    @property
    def is_file_open(self) -> bool:
        """Whether a data file is open."""
        return self.office_view is not None

    @Slot(object)
    def open(self, path: Path) -> bool:
        """Open a data file instead of the one now open; tell whether that was possible."""
        if self.office_view is not None and _is_same_file(self.office_view.workspace.path, path):
            return True
        session = self._opening.open(path)
        if session is None:
            if not path.exists():
                self._on_file_forgotten(path)
            return False
        return self._take(session)

    @Slot()
    def choose_and_open(self) -> None:
        """Ask for a data file and open it."""
        path = self._choice.to_open(self)
        if path is not None:
            self.open(path)

    @Slot()
    def create_office(self) -> None:
        """Ask for an office's details and a place for its file, and create it."""
        from cchc_desktop.ui.setup_dialog import SetupDialog

        setup = SetupDialog.ask(self)
        if setup is None:
            return
        place = setup.letterhead.place.strip() or setup.letterhead.name.strip()
        suggested = "".join(c for c in f"CCHC {place}" if c not in '\\/:*?"<>|') + SUFFIX
        path = self._choice.to_create(self, "Chọn nơi lưu tệp dữ liệu", suggested)
        if path is None:
            return
        session = self._opening.create(path, setup)
        if session is not None:
            self._take(session)

    @Slot()
    def open_sample(self) -> None:
        """Create the sample office where the officer likes, and open it."""
        path = self._choice.to_create(self, "Chọn nơi lưu tệp mẫu", f"CCHC mẫu{SUFFIX}")
        if path is None:
            return
        session = self._opening.create_sample(path)
        if session is not None:
            self._take(session)

    @Slot()
    def close_file(self) -> None:
        """Close the data file, with the backup that is due, and show the start screen."""
        self._close_office()
        self._show_welcome()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Override QWidget.closeEvent."""
        if self.office_view is not None and self.office_view.has_unwritten:
            question = (
                "Có phân công đã đánh dấu nhưng chưa ghi lời văn. Đóng chương trình sẽ bỏ phần này."
            )
            if not self._messages.ask(question, "Bỏ và đóng", "Quay lại"):
                event.ignore()
                return
        self._settings.save_window("main", self)
        self._close_office()
        self._settings.sync()
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Override QWidget.dragEnterEvent."""
        if self._dropped_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Override QWidget.dropEvent."""
        path = self._dropped_file(event)
        if path is None:
            return
        event.acceptProposedAction()
        if path.suffix.casefold() == SUFFIX:
            self.open(path)
        elif self.office_view is not None:
            self.office_view.import_file(path)

    def _make_actions(self) -> None:
        self.open_action = make_action(
            self, "Mở tệp…", self.choose_and_open, "Ctrl+O", "folder-open"
        )
        self.create_action = make_action(
            self, "Lập tệp cho cơ quan mới…", self.create_office, "Ctrl+N", "file-plus"
        )
        self.sample_action = make_action(self, "Mở tệp mẫu…", self.open_sample, (), "book-open")
        self.close_action = make_action(self, "Đóng tệp", self.close_file, "Ctrl+W")
        self.quit_action = make_action(self, "Thoát", self.close, "Ctrl+Q", "x")
        self.larger_action = make_action(
            self, "Chữ lớn hơn", self._enlarge, ("Ctrl++", "Ctrl+="), "zoom-in"
        )
        self.smaller_action = make_action(self, "Chữ nhỏ hơn", self._reduce, "Ctrl+-", "zoom-out")
        self.usual_size_action = make_action(self, "Chữ cỡ thường", self._usual_size, "Ctrl+0")
        self.help_action = make_action(
            self,
            "Các phím tắt",
            self.show_help,
            QKeySequence.StandardKey.HelpContents,
            "circle-question-mark",
        )
        group = QActionGroup(self)
        theme_actions = []
        for theme, words in _THEMES.items():
            action = make_action(self, words, self._on_theme_chosen)
            action.setCheckable(True)
            action.setData(theme)
            action.setChecked(theme is self._settings.theme)
            group.addAction(action)
            theme_actions.append(action)
        self._menus = WindowMenus(
            file=(
                self.open_action,
                self.create_action,
                self.sample_action,
                self.close_action,
                self.quit_action,
            ),
            view=(
                self.larger_action,
                self.smaller_action,
                self.usual_size_action,
                *theme_actions,
            ),
            help=(self.help_action,),
        )
        for actions in (self._menus.file, self._menus.view, self._menus.help):
            self.addActions(list(actions))

    def _take(self, session: Session) -> bool:
        """Show an opened data file in place of the one before."""
        self._close_office()
        workspace = Workspace(session, self._jobs, self._clock, self)
        workspace.failed.connect(self._messages.error)
        view = OfficeView(
            workspace, self._clock, self._settings, self._messages, self._menus, self._stack
        )
        self.office_view = view
        self._stack.addWidget(view)
        self._stack.setCurrentWidget(view)
        self.close_action.setEnabled(True)
        self._settings.add_recent_file(workspace.path)
        self.setWindowTitle(f"{workspace.path.stem} – {APPLICATION_NAME}")
        warning = risk_sentence(workspace.path)
        if warning:
            self._messages.warn(warning)
        return True

    def _close_office(self) -> None:
        view = self.office_view
        if view is None:
            return
        view.commit_editing()
        # A field being typed in is written when it loses the focus.
        focused = QApplication.focusWidget()
        if focused is not None:
            focused.clearFocus()
        self.office_view = None
        workspace = view.workspace
        try:
            workspace.close()
        except CchcError as error:
            self._messages.error(error)
        workspace.changed.disconnect()
        self._stack.removeWidget(view)
        view.deleteLater()
        workspace.deleteLater()

    def _show_welcome(self) -> None:
        self._stack.setCurrentIndex(0)
        self.close_action.setEnabled(False)
        self.setWindowTitle(APPLICATION_NAME)
        self.welcome.show_recent(self._settings.recent_files)

    def _change_font(self, percent: int) -> None:
        self._settings.font_percent = percent
        apply_font_percent(percent)
        # Widgets hear of the new font in the next round of events, and are fitted after that.
        QTimer.singleShot(0, self._fit_font)

    @Slot()
    def _fit_font(self) -> None:
        if self.office_view is not None:
            self.office_view.apply_settings()

    @Slot()
    def show_help(self) -> None:
        """Show all commands with their keys."""
        from cchc_desktop.ui.shortcuts_help import ShortcutsHelp

        commands = (
            self.office_view.all_actions()
            if self.office_view is not None
            else {
                "Tệp": list(self._menus.file),
                "Xem": list(self._menus.view),
                "Trợ giúp": list(self._menus.help),
            }
        )
        ShortcutsHelp(commands, self).open()

    @Slot()
    def _enlarge(self) -> None:
        larger = [p for p in FONT_PERCENTS if p > self._settings.font_percent]
        if larger:
            self._change_font(larger[0])

    @Slot()
    def _reduce(self) -> None:
        smaller = [p for p in FONT_PERCENTS if p < self._settings.font_percent]
        if smaller:
            self._change_font(smaller[-1])

    @Slot()
    def _usual_size(self) -> None:
        self._change_font(100)

    @Slot()
    def _on_theme_chosen(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._settings.theme = ThemeChoice(action.data())
            apply_theme(self._settings.theme)

    @Slot(object)
    def _on_file_forgotten(self, path: Path) -> None:
        self._settings.remove_recent_file(path)
        self.welcome.show_recent(self._settings.recent_files)

    def _dropped_file(self, event: QDropEvent) -> Path | None:
        """Return the one file that is dropped, if it is one that can be taken here."""
        urls = event.mimeData().urls()
        if len(urls) != 1 or not urls[0].isLocalFile():
            return None
        path = Path(urls[0].toLocalFile())
        suffix = path.suffix.casefold()
        can_import = self.office_view is not None and not self.office_view.is_in_full_screen_work
        is_taken = suffix == SUFFIX or (can_import and suffix in _IMPORTED_SUFFIXES)
        return path if is_taken else None


def _is_same_file(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
