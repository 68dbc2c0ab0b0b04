"""A percentage that does not follow from the two numbers beside it.

Example: "39.265/39.773 hồ sơ, bằng 98,8221%", where the division gives 98,7228%.
Source: arithmetic; the example is real.  A value cut off instead of rounded is let pass.
"""

import re
from collections.abc import Iterator

from cchc_desktop.domain.checks.check import Check, Hit, cell_hit
from cchc_desktop.domain.checks.citations import without_citations
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity

_NUMBER = r"\d{1,3}(?:\.\d{3})+|\d+"
_RATIO = re.compile(
    rf"(?<![\d.,/])(?P<part>{_NUMBER}) ?/ ?(?P<whole>{_NUMBER})(?![\d.,]*/)"
    r"(?P<unit>(?:\s+[^\W\d]+){1,6})?\s*,?\s*\(?"
    r"(?:bằng|đạt tỷ lệ|đạt|chiếm tỷ lệ|chiếm|tỷ lệ|=|tương đương)?"
    r"\s*(?P<percent>\d{1,3}(?:,\d+)?) ?%"
)


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield the percentages that are off by more than their last figure."""
    for cell in context.cells:
        if "%" not in cell.text or "/" not in cell.text:
            continue
        for match in _RATIO.finditer(without_citations(cell.text)):
            part, whole = _value(match["part"]), _value(match["whole"])
            said = match["percent"]
            decimals = len(said.partition(",")[2])
            # "Đạt 5/5 tiêu chí 100%" and days ("15/7 …") have no whole to divide by.
            if whole == 0 or part > whole:
                continue
            exact = 100 * part / whole
            if abs(exact - float(said.replace(",", "."))) >= 10**-decimals:
                right = f"{exact:.{max(decimals, 2)}f}".replace(".", ",")
                yield cell_hit(cell, match.span("percent"), right=f"{right}%")


def _value(number: str) -> int:
    return int(number.replace(".", ""))


CHECK = Check(
    "ratio_and_percent",
    FindingSeverity.ERROR,
    "Số học: tỷ lệ phần trăm bằng phần chia cho tổng",
    find,
)
