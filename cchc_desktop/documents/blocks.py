"""What a paper consists of, before it becomes PDF, Word or Excel.

A composer makes one ``Document`` of these blocks; each renderer shows the same blocks
in its own format.  Lengths are millimetres, font sizes points.  Start at ``Document``.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cchc_desktop.domain.rich_text import RichText


class Align(StrEnum):
    """How the lines of a paragraph or a cell stand."""

    LEFT = "left"
    CENTER = "center"
    JUSTIFY = "justify"


@dataclass(frozen=True, slots=True)
class PageSetup:
    """The sheet, its margins and the place of its page number."""

    width_mm: float
    height_mm: float
    top_mm: float
    bottom_mm: float
    left_mm: float
    right_mm: float
    page_number_mm: float
    page_number_size: float

    @property
    def text_width_mm(self) -> float:
        """The width between the margins."""
        return self.width_mm - self.left_mm - self.right_mm

    @property
    def is_landscape(self) -> bool:
        """Whether the sheet lies on its long side."""
        return self.width_mm > self.height_mm


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the file says about itself."""

    title: str
    author: str
    made_on: date
    language: str = "vi-VN"


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The two columns at the head of a paper; all texts in their final capitals."""

    superior: str
    issuer: str
    nation: str
    motto: str
    size: float
    motto_size: float


@dataclass(frozen=True, slots=True)
class Heading:
    """A line of bold text, centred."""

    text: str
    size: float
    level: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of text; with ``has_rule`` a short centred line follows it."""

    text: RichText
    size: float
    align: Align
    has_rule: bool = False


@dataclass(frozen=True, slots=True)
class TableColumn:
    """One column of a table.

    Attributes:
        is_shared: One cell stands for all rows of a task with several products.
    """

    key: str
    heading: str
    width_mm: float
    align: Align
    is_shared: bool = True


class RowKind(StrEnum):
    """What a row of a table is."""

    SECTION = "section"
    """A number and a bold title across the other columns."""
    TASK = "task"
    SUBTASK = "subtask"
    CONTINUATION = "continuation"
    """A further product of the task above; its shared cells are empty."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row of a table; a cell for each column."""

    kind: RowKind
    cells: tuple[RichText, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table whose header row stands on each page.

    Attributes:
        continued: Written under the number of a row that goes on from the page before.
    """

    columns: tuple[TableColumn, ...]
    rows: tuple[TableRow, ...]
    size: float
    continued: str


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """Who signs, on the right; whom the paper goes to, on the left."""

    title_lines: tuple[str, ...]
    name: str
    size: float
    recipients_label: str = ""
    recipients: tuple[str, ...] = ()


Block = Letterhead | Heading | Paragraph | Table | SignatureBlock


@dataclass(frozen=True, slots=True)
class Document:
    """A whole paper."""

    page: PageSetup
    blocks: tuple[Block, ...]
    metadata: Metadata


def row_groups(table: Table) -> list[tuple[TableRow, ...]]:
    """Return the rows by task: a row together with its continuation rows."""
    groups: list[list[TableRow]] = []
    for row in table.rows:
        if (
            row.kind is RowKind.CONTINUATION
            and groups
            and groups[-1][0].kind is not RowKind.SECTION
        ):
            groups[-1].append(row)
        else:
            groups.append([row])
    return [tuple(group) for group in groups]
