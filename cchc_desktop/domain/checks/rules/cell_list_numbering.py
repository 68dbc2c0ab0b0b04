"""A list inside a cell that begins in the middle, jumps or repeats.

Example: lines "3. Kế hoạch", "4. Báo cáo" without 1 and 2; "a) … b) … d)"; "(1) …; (2) …; (4) …".
Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6.đ: clauses in Arabic numbers, points
in the order of the Vietnamese alphabet ("a, b, c, d, đ, e").
"""

import re
from collections.abc import Callable
from itertools import pairwise

from cchc_desktop.domain.checks.check import Check, text_check
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.numbering import parse_point_letter
from cchc_desktop.domain.text_finding import Span

_STYLES: tuple[tuple[re.Pattern[str], Callable[[str], int | None]], ...] = (
    (re.compile(r"(?:^|(?<=\n))(\d{1,2})[.)](?=\s)"), int),
    (re.compile(r"(?:^|(?<=\n))([a-zđ])\)(?=\s)"), parse_point_letter),
    (re.compile(r"(?<!\w)\((\d{1,2})\)(?=\s)"), int),
)


def spans(text: str) -> tuple[Span, ...]:
    """Return the marks that do not follow from the one before; one mark alone is no list."""
    found: list[Span] = []
    for style, value_of in _STYLES:
        marks = [(match.span(1), value_of(match[1]) or 0) for match in style.finditer(text)]
        if len(marks) < 2:
            continue
        if marks[0][1] != 1:
            found.append(marks[0][0])
        # "1. a) b) 2. a) b)": the letters begin anew.
        found += [span for (_, a), (span, b) in pairwise(marks) if b not in (a + 1, 1)]
    return tuple(sorted(found))


CHECK = Check(
    "cell_list_numbering",
    FindingSeverity.WARNING,
    "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6.đ",
    text_check(spans),
)
