"""Parts that do not add up to the total said before them.

Example: "Kiểm tra gồm 12 đơn vị: 5 phòng, 6 xã".
Source: arithmetic.  Only a total, a colon or "gồm", and parts that all begin with a number are
added; "trong đó" names some of the parts, which then must not exceed the total.
"""

import re
from collections.abc import Iterator

from cchc_desktop.domain.checks.check import Check, Hit, cell_hit
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity

_NUMBER = r"(?<![\d.,/])\d{1,3}(?:\.\d{3})+|(?<![\d.,/])\d+"
_TOTAL = re.compile(
    rf"(?P<total>{_NUMBER})\s+(?P<unit>[^\W\d]+(?:\s[^\W\d]+){{0,5}}?)"
    r"\s*(?P<link>[:(,]?\s*(?:bao gồm|gồm|trong đó|trong đó có)\s*:?|:|\((?=\d))\s*"
    r"(?P<parts>\d[^:.;\n)]*)",
    re.IGNORECASE,
)
_LINK = re.compile(r"\d\D*(?::|\(|gồm|trong đó)\D{0,9}\d")
_SEPARATOR = re.compile(r"\s*,\s*(?:và\s+)?(?=\d)|\s+và\s+(?=\d)|\s*\+\s*(?=\d)")
_PART = re.compile(r"(?P<count>\d{1,3}(?:\.\d{3})+|\d+)\s+[^\W\d][^\d]*")


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield totals that their parts contradict."""
    for cell in context.cells:
        if not _LINK.search(cell.text):
            continue
        for match in _TOTAL.finditer(cell.text):
            parts = [_PART.fullmatch(part) for part in _SEPARATOR.split(match["parts"].strip())]
            counts = [_value(part["count"]) for part in parts if part]
            if len(counts) < len(parts) or len(counts) < 2:
                continue
            total, added = _value(match["total"]), sum(counts)
            is_partial = "trong đó" in match["link"].lower()
            if added > total or (added < total and not is_partial):
                yield cell_hit(cell, match.span(), total=match["total"], added=str(added))


def _value(number: str) -> int:
    return int(number.replace(".", ""))


CHECK = Check(
    "parts_and_total", FindingSeverity.WARNING, "Số học: các phần cộng lại bằng tổng", find
)
