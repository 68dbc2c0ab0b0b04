"""What every place of the window can be asked to do."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget


class PlaceScreen(QWidget):
    """The screen of a place; each overrides what it has."""

    @property
    def has_unwritten(self) -> bool:
        """Whether something was decided here that ``commit_editing`` does not write."""
        return False

    def actions_for_menu(self) -> list[QAction]:
        """Return the commands of the place for the menu of all commands."""
        return []

    def commit_editing(self) -> None:
        """Save what is being typed."""

    def focus_search(self) -> None:
        """Go to the search field, where there is one."""

    def apply_settings(self) -> None:
        """Fit everything to the settings in force."""
