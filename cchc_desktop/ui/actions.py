"""Making actions: every command of the window is one, with its words, key and icon."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from cchc_desktop.ui.icons import icon

Key = str | QKeySequence.StandardKey


def make_action(
    parent: QObject,
    text: str,
    on_triggered: Callable[[], object],
    key: Key | tuple[Key, ...] = (),
    icon_name: str = "",
) -> QAction:
    """Return an action whose tooltip names its first key.

    Args:
        parent: Owns the action; a widget also lets its keys work in its window.
        text: The command in words, a verb first.
        on_triggered: Carries it out; a bound method, so that nothing is kept alive.
        key: One or several keys.
        icon_name: The icon, if it has one.
    """
    action = QAction(text, parent)
    keys = key if isinstance(key, tuple) else (key,)
    action.setShortcuts([QKeySequence(one) for one in keys])
    action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    if icon_name:
        action.setIcon(icon(icon_name))
    action.triggered.connect(on_triggered)
    describe(action, text)
    return action


def describe(action: QAction, text: str) -> None:
    """Give an action a tooltip of ``text`` and its key."""
    key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    plain = text.replace("&", "").rstrip("…")
    action.setToolTip(f"{plain} ({key})" if key else plain)
