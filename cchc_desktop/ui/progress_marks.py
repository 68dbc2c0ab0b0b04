"""The sign and the colour of each state: a state is never told by colour alone."""

from dataclasses import dataclass

from PySide6.QtGui import QColor

from cchc_desktop.domain.progress_state import ProgressState
from cchc_desktop.ui.theme import current_tokens


@dataclass(frozen=True, slots=True)
class StateSign:
    """How a state looks.

    Attributes:
        icon_name: A drawing of the icon set.
        colour: The token of its words; the ground behind takes the soft one beside it.
    """

    icon_name: str
    colour: str

    @property
    def strong(self) -> QColor:
        """The colour of its words in the theme in force."""
        found: QColor = getattr(current_tokens(), self.colour)
        return found

    @property
    def soft(self) -> QColor:
        """The colour of its ground in the theme in force."""
        found: QColor = getattr(current_tokens(), f"{self.colour}_soft")
        return found


STATE_SIGNS: dict[ProgressState, StateSign] = {
    ProgressState.NOT_DUE: StateSign("calendar", "waiting"),
    ProgressState.IN_PROGRESS: StateSign("clock", "accent"),
    ProgressState.DONE_ON_TIME: StateSign("circle-check", "done"),
    ProgressState.DONE_LATE: StateSign("circle-check", "soon"),
    ProgressState.OVERDUE: StateSign("triangle-alert", "late"),
    ProgressState.NOT_ARISEN: StateSign("hourglass", "waiting"),
    ProgressState.DROPPED: StateSign("circle-x", "waiting"),
}
"""The seven states."""
