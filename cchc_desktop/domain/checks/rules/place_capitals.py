"""The common noun of an administrative unit with a capital before the unit's own name.

Example: "trên địa bàn Huyện Ninh Sơn".  Only units whose names the file itself writes with a
small letter are looked at, since "Quận 1" and "Phường Điện Biên Phủ" do take a capital.
Source: Nghị định 30/2020/NĐ-CP, Phụ lục II, mục III.1.a: "thành phố Thái Nguyên, tỉnh Nam Định".
"""

from collections.abc import Iterator

from cchc_desktop.domain.checks.check import Check, Hit, cell_hit
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.checks.letters import pattern

_UNIT = pattern(r"\b(?:tỉnh|huyện|xã|thị trấn|phường|đặc khu) [{U}][{A}]*(?: [{U}][{A}]*)*")
_CAPITALISED = pattern(
    r"(?<=[{L},;] )(?:Tỉnh|Huyện|Xã|Thị trấn|Phường|Đặc khu) [{U}][{L}]+(?: [{U}][{L}]+)*"
)


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield names of the office's own units with a capital too many."""
    letterhead = context.letterhead
    names = (letterhead.parent, letterhead.name, *(a.name for a in context.catalogue.agencies))
    units = {unit for name in names for unit in _UNIT.findall(name)}
    for cell in context.cells:
        for match in _CAPITALISED.finditer(cell.text):
            right = match[0][0].lower() + match[0][1:]
            if right in units:
                yield cell_hit(cell, match.span(), right=right)


CHECK = Check(
    "place_capitals", FindingSeverity.HINT, "Nghị định 30/2020/NĐ-CP, Phụ lục II, mục III.1.a", find
)
