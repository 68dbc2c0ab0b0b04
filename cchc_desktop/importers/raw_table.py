"""A table as its source holds it, before anything is understood.

Every reader (Word, Excel, text, HTML) brings its document into this one form.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from cchc_desktop.domain.problem import Place, Problem, Severity
from cchc_desktop.importers.problem_codes import ProblemCode


@dataclass(frozen=True, slots=True)
class RawRun:
    """A stretch of text in one style, as the source has it ("đoạn chữ thô").

    Attributes:
        font: The font's name where the source tells it, else "".  Old Vietnamese
            encodings are known by it.
    """

    text: str
    bold: bool = False
    italic: bool = False
    font: str = ""


@dataclass(frozen=True, slots=True)
class RawCell:
    """One cell ("ô").

    Attributes:
        column: Its first column, from 0.
        runs: Its text.
        span: How many columns it covers.
        is_continuation: Whether a merged cell above covers it.
    """

    column: int
    runs: tuple[RawRun, ...] = ()
    span: int = 1
    is_continuation: bool = False

    @property
    def text(self) -> str:
        """The characters alone, untidied."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class RawRow:
    """One row ("dòng"): its number in the source, from 1, and its cells from the left.

    Attributes:
        is_hidden: Whether the source hides it.
    """

    number: int
    cells: tuple[RawCell, ...]
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class RawTable:
    """One table or sheet ("bảng").

    Attributes:
        index: Which table or sheet of the source, from 0.
        name: "Bảng 2", or the sheet's name.
        above: The lines between the table before and this one, without blank lines.
        is_sheet: Whether columns are named by letters.
        is_hidden: Whether the source hides the sheet.
        problems: What the reader itself could not carry over.
    """

    index: int
    name: str
    rows: tuple[RawRow, ...]
    above: tuple[str, ...] = ()
    is_sheet: bool = False
    is_hidden: bool = False
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class RawSource:
    """A whole document as tables ("nguồn nhập").

    Attributes:
        file: Its name, or "" for a pasted block.
        problems: What holds for the whole document.
        restyle: Reads a table again with styles, where the first reading leaves them out
            because reading them for every sheet would cost too much.
    """

    file: str
    tables: tuple[RawTable, ...]
    problems: tuple[Problem, ...] = ()
    restyle: Callable[[RawTable], RawTable] | None = None


@dataclass(slots=True)
class ProblemLog:
    """Collects what a reader has to say about one table, with places."""

    file: str
    part: str
    is_sheet: bool = False
    problems: list[Problem] = field(default_factory=list)

    def add(
        self,
        code: ProblemCode,
        severity: Severity,
        *,
        row: int | None = None,
        column: int | None = None,
        text: str = "",
        **params: str,
    ) -> None:
        """Keep one problem at ``row`` and ``column`` (both from 1)."""
        place = Place(self.file, self.part, row, column, self.is_sheet)
        self.problems.append(Problem(code.value, severity, place, text, params))
