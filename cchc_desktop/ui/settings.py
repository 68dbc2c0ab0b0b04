"""What the window remembers of an officer's own choices, in one small file per user.

Nothing of the office's data is kept here: losing this file loses only habits.
"""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QSettings, QStandardPaths
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from cchc_desktop.ui.theme import ThemeChoice

FONT_PERCENTS = (80, 90, 100, 110, 125, 150, 175, 200)
"""The font sizes that Ctrl+ and Ctrl- goes through."""

_RECENT_LIMIT = 8


class Settings:
    """The officer's choices, written as they are made.

    Args:
        path: The file that keeps them; by default the user's own.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._store = QSettings(str(path or user_folder() / "settings.ini"), _INI)

    @property
    def font_percent(self) -> int:
        """The font size, in percent of the system's."""
        percent = self.number("font/percent", 100)
        return min(FONT_PERCENTS, key=lambda known: abs(known - percent))

    @font_percent.setter
    def font_percent(self, percent: int) -> None:
        self.set_number("font/percent", percent)

    @property
    def theme(self) -> ThemeChoice:
        """The theme chosen; by default the computer's own."""
        try:
            return ThemeChoice(self.text("theme"))
        except ValueError:
            return ThemeChoice.SYSTEM

    @theme.setter
    def theme(self, choice: ThemeChoice) -> None:
        self.set_text("theme", choice.value)

    @property
    def recent_files(self) -> tuple[Path, ...]:
        """The data files opened lately, the latest first; some may be gone."""
        return tuple(Path(line) for line in self.text("recent").splitlines() if line)

    def add_recent_file(self, path: Path) -> None:
        """Put a data file at the head of the recent ones."""
        others = [known for known in self.recent_files if known != path]
        self._set_recent((path, *others))

    def remove_recent_file(self, path: Path) -> None:
        """Drop a data file from the recent ones."""
        self._set_recent(tuple(known for known in self.recent_files if known != path))

    def column_widths(self, table: str) -> dict[str, int]:
        """Return the widths an officer gave to the columns of ``table``, by column key."""
        widths = {}
        for entry in self.text(f"columns/{table}").split(";"):
            key, _, width = entry.partition("=")
            if key and width.isdecimal():
                widths[key] = int(width)
        return widths

    def set_column_widths(self, table: str, widths: Mapping[str, int]) -> None:
        """Remember the widths of the columns of ``table``."""
        entries = (f"{key}={width}" for key, width in widths.items())
        self.set_text(f"columns/{table}", ";".join(entries))

    def text(self, name: str, default: str = "") -> str:
        """Return a choice kept as words."""
        return str(self._store.value(name, default))

    def set_text(self, name: str, value: str) -> None:
        """Keep a choice as words."""
        self._store.setValue(name, value)

    def number(self, name: str, default: int) -> int:
        """Return a choice kept as a number; ``default`` also where it is none."""
        try:
            return int(self.text(name, str(default)))
        except ValueError:
            return default

    def set_number(self, name: str, value: int) -> None:
        """Keep a choice as a number."""
        self._store.setValue(name, value)

    def is_shown(self, part: str) -> bool:
        """Tell whether a part of the window that can be closed is open; at first it is."""
        return self.number(f"shown/{part}", 1) != 0

    def set_shown(self, part: str, *, is_shown: bool) -> None:
        """Remember whether a part of the window is open."""
        self.set_number(f"shown/{part}", int(is_shown))

    def save_window(self, name: str, window: QWidget) -> None:
        """Remember where a window stands and how large it is."""
        self._store.setValue(f"window/{name}", window.saveGeometry())

    def restore_window(self, name: str, window: QWidget) -> bool:
        """Put a window where it last stood, moved onto a screen that still exists."""
        geometry = self._store.value(f"window/{name}")
        if not isinstance(geometry, QByteArray) or not window.restoreGeometry(geometry):
            return False
        if not window.isMaximized() and not window.isFullScreen():
            window.setGeometry(clamped(window.geometry(), _screens()))
        return True

    def sync(self) -> None:
        """Write what is still in memory to the file."""
        self._store.sync()

    def _set_recent(self, paths: tuple[Path, ...]) -> None:
        self.set_text("recent", "\n".join(str(path) for path in paths[:_RECENT_LIMIT]))


def user_folder() -> Path:
    """Return the folder for this user's settings and logs."""
    places = QStandardPaths.StandardLocation
    folder = Path(QStandardPaths.writableLocation(places.AppDataLocation))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def clamped(window: QRect, screens: list[QRect]) -> QRect:
    """Return ``window`` moved, and if need be made smaller, to lie within one screen.

    The screen is the one that shows most of it; failing that, the first.
    """
    if not screens:
        return window
    screen = max(screens, key=lambda area: _shared_area(area, window))
    size = window.size().boundedTo(screen.size())
    left = min(max(window.left(), screen.left()), screen.left() + screen.width() - size.width())
    top = min(max(window.top(), screen.top()), screen.top() + screen.height() - size.height())
    return QRect(left, top, size.width(), size.height())


def _shared_area(one: QRect, other: QRect) -> int:
    shared = one.intersected(other)
    return shared.width() * shared.height() if shared.isValid() else 0


def _screens() -> list[QRect]:
    return [screen.availableGeometry() for screen in QGuiApplication.screens()]


_INI = QSettings.Format.IniFormat
