"""The name of an administrative unit of the office with wrong capitals.

Example: "trên địa bàn Huyện Ninh Sơn", "huyện Yên châu".  Only units whose names the file itself
writes with a small letter are looked at, since "Quận 1" and "Phường Điện Biên Phủ" do take a
capital.
Source: Nghị định 30/2020/NĐ-CP, Phụ lục II, mục III.1.a: "thành phố Thái Nguyên, tỉnh Nam Định".
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from cchc_desktop.domain.checks.check import Check, Hit, cell_hit
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.checks.letters import pattern

_UNIT = pattern(r"\b(?:tỉnh|huyện|xã|thị trấn|phường|đặc khu) [{U}][{A}]*(?: [{U}][{A}]*)*")
_CAPITALISED = pattern(
    r"(?<=[{L},;] )(?:Tỉnh|Huyện|Xã|Thị trấn|Phường|Đặc khu) [{U}][{L}]+(?: [{U}][{L}]+)*"
)

_NAME = re.compile(r"^(?:tỉnh|huyện|xã|thị trấn|phường|đặc khu) ")


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield names of the office's own units with a capital too many."""
    letterhead = context.letterhead
    names = (letterhead.parent, letterhead.name, *(a.name for a in context.catalogue.agencies))
    units = {unit for name in names for unit in _UNIT.findall(name)}
    # "Yên châu" is a slip; "hòa bình" in small letters is a word like others.
    proper = {name.lower(): name for unit in units if " " in (name := _NAME.sub("", unit))}
    slips = _slip_pattern(frozenset(proper.values()))
    for cell in context.cells:
        for match in _CAPITALISED.finditer(cell.text):
            right = match[0][0].lower() + match[0][1:]
            if right in units:
                yield cell_hit(cell, match.span(), right=right)
        for match in slips.finditer(cell.text) if slips else ():
            right = proper.get(match[0].lower(), match[0])
            if match[0] != right and not match[0].isupper():
                yield cell_hit(cell, match.span(), right=right)


@lru_cache(maxsize=4)
def _slip_pattern(names: frozenset[str]) -> re.Pattern[str] | None:
    if not names:
        return None
    words = "|".join(f"{name[0]}(?i:{re.escape(name[1:])})" for name in sorted(names))
    return pattern(rf"(?<![{{A}}])(?:{words})(?![{{A}}])")


CHECK = Check(
    "place_capitals", FindingSeverity.HINT, "Nghị định 30/2020/NĐ-CP, Phụ lục II, mục III.1.a", find
)
