"""What a paper consists of, before it becomes PDF, Word or Excel.

A composer makes one ``Document`` of these blocks; each renderer shows the same blocks
in its own format.  Lengths are millimetres, font sizes points.  Start at ``Document``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cchc_desktop.domain.progress_chart import ProgressChart
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
class OfficialHead:
    """The head of a paper by itself: the two columns, its number, place and day.

    Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.1 to II.5.

    Attributes:
        about: A letter's "V/v …" under its number; empty for a paper with a type name.
    """

    letterhead: Letterhead
    number: str
    place_and_day: str
    number_size: float
    place_size: float
    about: str = ""
    about_size: float = 12.0


@dataclass(frozen=True, slots=True)
class Title:
    """The paper's type in capitals and what it is about, both bold, above a short line.

    Attributes:
        attachment: The bracketed line in italics below them, of a paper that another one
            issues.
    """

    type_name: str
    subject: str
    size: float
    attachment: str = ""


@dataclass(frozen=True, slots=True)
class Addressee:
    """Whom the paper speaks to: one on the label's line, several below its colon (mục II.9)."""

    label: str
    names: tuple[str, ...]
    size: float


@dataclass(frozen=True, slots=True)
class BodyHeading:
    """A heading inside the text; it never stands alone at the foot of a page.

    Attributes:
        level: 1 for "I.", 2 for "1.", 3 for "a)".
    """

    text: str
    level: int
    size: float


@dataclass(frozen=True, slots=True)
class BodyText:
    """A paragraph of the text: its first line is indented unless it stands in the middle.

    No page ends or begins with a single line of it.

    Attributes:
        outline: Of a heading: its level in Word's navigation, from 1; 0 for all others.
        keeps_next: It never stands last on a page.
    """

    text: RichText
    size: float
    align: Align = Align.JUSTIFY
    outline: int = 0
    keeps_next: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """Stacked bars with their counts; a page break never cuts one."""

    chart: ProgressChart
    size: float


@dataclass(frozen=True, slots=True)
class Heading:
    """A line of bold text, centred."""

    text: str
    size: float
    level: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of text; with ``has_rule`` a short centred line follows it.

    Attributes:
        has_gap: A small space stands below it.
    """

    text: RichText
    size: float
    align: Align
    has_rule: bool = False
    has_gap: bool = False


@dataclass(frozen=True, slots=True)
class TableColumn:
    """One column of a table.

    Attributes:
        is_shared: One cell stands for all rows of a task with several products.
        is_vertical: Its heading is written from bottom to top.
    """

    key: str
    heading: str
    width_mm: float
    align: Align
    is_shared: bool = True
    is_vertical: bool = False


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
    """A ruled table whose header rows stand on each page.

    A table whose columns all have an empty heading has no header.

    Attributes:
        continued: Written under the number of a row that goes on from the page before.
        more_headings: Further header rows below that of the columns' headings.
    """

    columns: tuple[TableColumn, ...]
    rows: tuple[TableRow, ...]
    size: float
    continued: str
    more_headings: tuple[tuple[str, ...], ...] = ()

    @property
    def headings(self) -> tuple[tuple[str, ...], ...]:
        """The header rows, from the top."""
        own = tuple(column.heading for column in self.columns)
        return (own, *self.more_headings) if any(own) else ()


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """Who signs, on the right; whom the paper goes to, on the left."""

    title_lines: tuple[str, ...]
    name: str
    size: float
    recipients_label: str = ""
    recipients: tuple[str, ...] = ()


Block = (
    Letterhead
    | OfficialHead
    | Title
    | Addressee
    | BodyHeading
    | BodyText
    | Chart
    | Heading
    | Paragraph
    | Table
    | SignatureBlock
)

DEFAULT_NAME = "Phụ lục"


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper of a file; it begins on a new page.

    Attributes:
        name: Its sheet's name in Excel.
        goes_on: Its pages are counted on from the paper before; otherwise from 1, and
            the first page shows no number.
    """

    page: PageSetup
    blocks: tuple[Block, ...]
    name: str = DEFAULT_NAME
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A whole file: a paper, and any further papers after it."""

    page: PageSetup
    blocks: tuple[Block, ...]
    metadata: Metadata
    name: str = DEFAULT_NAME
    further: tuple[Paper, ...] = ()

    @property
    def papers(self) -> tuple[Paper, ...]:
        """All papers in their order."""
        return (Paper(self.page, self.blocks, self.name), *self.further)


def bound(papers: Sequence[Paper], metadata: Metadata) -> Document:
    """Return one file of ``papers``, at least one, in this order."""
    first, *further = papers
    return Document(first.page, first.blocks, metadata, first.name, tuple(further))
