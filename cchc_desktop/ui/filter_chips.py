"""Chips that set conditions: each says what is in force, and may offer choices in a menu."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton, QWidget

from cchc_desktop.ui.icons import icon, put_beside_text

_TITLE = "title"


def filter_chip(parent: QWidget, title: str) -> QToolButton:
    """Return a chip that is on or off."""
    chip = QToolButton(parent)
    chip.setObjectName("chip")
    chip.setText(title)
    chip.setProperty(_TITLE, title)
    chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    chip.setAutoRaise(True)
    chip.setCheckable(True)
    return chip


def menu_chip(parent: QWidget, title: str) -> QToolButton:
    """Return a chip that opens a menu of choices."""
    chip = filter_chip(parent, title)
    chip.setAccessibleName(f"Lọc theo {title.lower()}")
    chip.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    chip.setMenu(QMenu(chip))
    return chip


def chip_title(chip: QToolButton) -> str:
    """Return what a chip says while nothing is in force."""
    return str(chip.property(_TITLE))


def flat_button(text: str, picture: str, parent: QWidget) -> QPushButton:
    """Return a button of the strip that takes a condition or an order away."""
    button = QPushButton(text, parent)
    button.setFlat(True)
    put_beside_text(button, icon(picture, "accent"))
    return button


def say_choice(chip: QToolButton, words: str, longest: int) -> None:
    """Let a chip say what was chosen; "" stands for nothing.

    Args:
        chip: The chip.
        words: What was chosen.
        longest: With more letters the words are cut, and whole in the tooltip.
    """
    is_long = len(words) > longest
    short = words[: longest - 1].rstrip() + "…" if is_long else words
    chip.setText(short or chip_title(chip))
    chip.setToolTip(words if is_long else "")
    set_on(chip, is_on=bool(words))


def set_on(chip: QToolButton, *, is_on: bool) -> None:
    """Show whether a chip's condition is in force."""
    chip.setChecked(is_on)
    font = chip.font()
    if font.bold() is not is_on:
        font.setBold(is_on)
        chip.setFont(font)


def emptied_menu(chip: QToolButton) -> tuple[QMenu, QActionGroup]:
    """Return a chip's menu without its old choices, and a group for the new ones."""
    menu = chip.menu()
    for old in menu.findChildren(QActionGroup):
        old.deleteLater()
    menu.clear()
    return menu, QActionGroup(menu)


def add_choice(
    group: QActionGroup, text: str, data: object, on_chosen: Callable[[], None], *, is_on: bool
) -> QAction:
    """Add a choice to the menu that owns ``group``; one of the group is on at a time."""
    menu = group.parent()
    action = QAction(text.replace("&", "&&"), menu)
    action.setCheckable(True)
    action.setChecked(is_on)
    action.setData(data)
    action.setActionGroup(group)
    action.triggered.connect(on_chosen)
    if isinstance(menu, QMenu):
        menu.addAction(action)
    return action
