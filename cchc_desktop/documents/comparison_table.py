"""The form ``plan-comparison``: what was issued and what it becomes, side by side.

Changed words stand in italics on the left and in bold on the right; who compares marks them.
"""

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


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """One difference ("nội dung điều chỉnh").

    Attributes:
        place: Where it stands: "Mục III.2", "Phụ lục, II.3".
        before: The words that were issued; empty for what is new.
        after: The words they become; empty for what is left out.
        note: What happened: "Bổ sung", "Bãi bỏ", "Sửa đổi", "Chuyển vị trí".
    """

    place: str
    before: RichText = EMPTY
    after: RichText = EMPTY
    note: str = ""


@dataclass(frozen=True, slots=True)
class ComparisonPart:
    """A part of the document with its differences; without a title its row is left out."""

    title: str
    rows: tuple[ComparisonRow, ...]


@dataclass(frozen=True, slots=True)
class ComparisonContent:
    """What the table says ("bảng so sánh").

    Attributes:
        parts: In printed order; those without rows are left out.
        note: A line in italics below the title: which versions are compared.
        summary: A line above the table, such as the counts.
        title: The title; "" takes the form's.
        before_heading: The left column's heading; "" takes the form's.
        after_heading: The right column's heading; "" takes the form's.
    """

    parts: tuple[ComparisonPart, ...]
    note: str = ""
    summary: str = ""
    title: str = ""
    before_heading: str = ""
    after_heading: str = ""


def compose_comparison_table(
    content: ComparisonContent,
    letterhead: office.Letterhead,
    form: FormDescription,
    options: SheetOptions | None = None,
) -> Document:
    """Return the table with every word of ``content``; without a difference it says so."""
    headings = {"before": content.before_heading, "after": content.after_heading}
    table = GroupedTable(
        content.title,
        tuple(
            RowGroup(RichText.plain(part.title), tuple(_row(row) for row in part.rows))
            for part in content.parts
        ),
        content.note,
        content.summary,
        {key: heading for key, heading in headings.items() if heading},
    )
    return compose_grouped_table(table, letterhead, form, options or SheetOptions())


def _row(row: ComparisonRow) -> GroupedRow:
    return GroupedRow({
        "place": RichText.plain(row.place),
        "before": row.before,
        "after": row.after,
        "note": RichText.plain(row.note),
    })  # fmt: skip
