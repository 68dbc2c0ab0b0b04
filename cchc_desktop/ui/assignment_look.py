"""How a cell of the matrix looks: its letters, and in which manner they are drawn."""

from dataclasses import dataclass
from enum import Enum


class LookKind(Enum):
    """The manners in which a cell is drawn."""

    NONE = "none"
    """Outside the matrix."""
    SECTION = "section"
    """Part of a section's row."""
    EMPTY = "empty"
    LEAD = "lead"
    """Leads by name."""
    COOPERATING = "cooperating"
    """Co-operates by name."""
    LIGHT = "light"
    """Has its part through a group, or watches over the task."""
    PROPOSED = "proposed"
    """A mark that is not written yet."""
    GOING = "going"
    """A mark that is to go and is still written."""
    COUNT = "count"
    """A closed kind: how many lead and co-operate."""


@dataclass(frozen=True, slots=True)
class Look:
    """Letters and manner of a cell."""

    kind: LookKind
    text: str = ""


NO_LOOK = Look(LookKind.NONE)
SECTION_LOOK = Look(LookKind.SECTION)
EMPTY_LOOK = Look(LookKind.EMPTY)
