"""What an import could not carry over as it stood, with the place where it stands."""

from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """How grave a problem is ("mức độ")."""

    DROPPED = "dropped"
    """The text is not in the plan: the officer must put it there, or let it go."""
    CHECK = "check"
    """The text is in the plan, but the officer should look at how it was taken."""
    NOTICE = "notice"
    """Something was put right by itself, and is said for the record."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a document ("vị trí"): all numbers count from 1, as on the screen.

    Attributes:
        file: The file's name, or "" for a pasted block.
        part: The sheet's name, or "Bảng 2" for the second table of a Word file.
        row: The row in that sheet or table, or None.
        column: The column in that sheet or table, or None.
        is_sheet: Whether ``column`` is named by letters, as in a workbook.
    """

    file: str
    part: str
    row: int | None = None
    column: int | None = None
    is_sheet: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing an officer should know about an import ("vấn đề khi nhập").

    Attributes:
        code: Selects the Vietnamese sentence in ``services/sentences.py``.
        severity: How grave it is.
        place: Where it stands in the document.
        text: The words concerned, as they stand there.
        params: Fills the blanks of the sentence.
    """

    code: str
    severity: Severity
    place: Place
    text: str = ""
    params: dict[str, str] = field(default_factory=dict)
