"""The form ``demand-coverage``: what the documents above ask, and what in the plan answers it."""

from collections.abc import Iterator
from dataclasses import dataclass

from cchc_desktop.documents.blocks import Document
from cchc_desktop.documents.form import FormDescription
from cchc_desktop.documents.grouped_table import (
    GroupedRow,
    GroupedTable,
    RowGroup,
    SheetOptions,
    compose_grouped_table,
)
from cchc_desktop.domain import office
from cchc_desktop.domain.rich_text import EMPTY, RichText

_OWN_COLUMNS = frozenset({"answer", "deadline"})


@dataclass(frozen=True, slots=True)
class CoverageCell:
    """One answer of the plan ("nội dung đáp ứng"): its words and its deadline."""

    text: RichText
    deadline: RichText = EMPTY


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """One demand ("yêu cầu") and what the plan does about it.

    Attributes:
        asked: By when it is asked.
        answers: In the plan's order; empty where nothing answers it.
        verdict: "Đã có", "Chưa có", "Muộn hơn", "Đã hoàn thành".
    """

    demand: RichText
    asked: str
    answers: tuple[CoverageCell, ...]
    verdict: str


@dataclass(frozen=True, slots=True)
class CoverageGroup:
    """A document above with its demands."""

    title: str
    rows: tuple[CoverageRow, ...]


@dataclass(frozen=True, slots=True)
class CoverageContent:
    """What the table says ("bảng đối chiếu").

    Attributes:
        note: A line in italics below the title: which plan is looked at.
        summary: A line above the table, such as the counts.
        title: The title; "" takes the form's.
    """

    groups: tuple[CoverageGroup, ...]
    note: str = ""
    summary: str = ""
    title: str = ""


def compose_coverage_table(
    content: CoverageContent,
    letterhead: office.Letterhead,
    form: FormDescription,
    options: SheetOptions | None = None,
) -> Document:
    """Return the table with every word of ``content``; without a demand it says so."""
    table = GroupedTable(
        content.title,
        tuple(
            RowGroup(
                RichText.plain(group.title), tuple(r for row in group.rows for r in _rows(row))
            )
            for group in content.groups
        ),
        content.note,
        content.summary,
        own_columns=_OWN_COLUMNS,
    )
    return compose_grouped_table(table, letterhead, form, options or SheetOptions())


def _rows(row: CoverageRow) -> Iterator[GroupedRow]:
    """Yield a demand's row, and one for each further answer."""
    first, *others = row.answers or (CoverageCell(EMPTY),)
    yield GroupedRow({
        "demand": row.demand,
        "asked": RichText.plain(row.asked),
        "answer": first.text,
        "deadline": first.deadline,
        "verdict": RichText.plain(row.verdict),
    })  # fmt: skip
    for other in others:
        yield GroupedRow({"answer": other.text, "deadline": other.deadline}, goes_on=True)
