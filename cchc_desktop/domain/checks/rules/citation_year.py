"""A cited document whose symbol and date name different years.

Example: "Nghị định số 62/2020/NĐ-CP ngày 01/6/2021".
Source: Luật Ban hành văn bản quy phạm pháp luật: the symbol carries the year of issue.
"""

from collections.abc import Iterator

from cchc_desktop.domain.checks.check import Check, Hit, cell_hit
from cchc_desktop.domain.checks.citations import citations
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield citations whose two years differ."""
    for cell in context.cells:
        for cited in citations(cell.text):
            year = cited.symbol_year
            if year and cited.issued_on and cited.issued_on.year != year:
                yield cell_hit(cell, cited.span, year=str(year), day=cited.day_words)


CHECK = Check(
    "citation_year",
    FindingSeverity.ERROR,
    "Luật Ban hành văn bản quy phạm pháp luật: năm trong ký hiệu là năm ban hành",
    find,
)
