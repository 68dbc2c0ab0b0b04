"""One document cited with different dates in one annex.

Example: "Nghị quyết số 76/NQ-CP ngày 15/7/2021" in one cell, "ngày 15/7/2020" in another.
Source: a number and symbol name one document, which has one date.
"""

from collections.abc import Iterator
from datetime import date

from cchc_desktop.domain.checks.check import Check, Hit, cell_hit
from cchc_desktop.domain.checks.citations import citations
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield citations whose date differs from the first one's in the same year.

    A number starts anew each year, so "12/QĐ-UBND" of two years are two documents; only
    symbols that carry their year, and dates of one year, are surely of one document.
    """
    first: dict[tuple[str, int], date] = {}
    for cell in context.cells:
        for cited in citations(cell.text):
            if cited.issued_on is None:
                continue
            key = cited.name, cited.issued_on.year
            known = first.setdefault(key, cited.issued_on)
            if known != cited.issued_on:
                yield cell_hit(cell, cited.span, day=cited.day_words, other=f"{known:%d/%m/%Y}")


CHECK = Check(
    "citation_dates",
    FindingSeverity.WARNING,
    "Thông lệ: một văn bản chỉ có một ngày ban hành",
    find,
)
