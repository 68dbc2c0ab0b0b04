"""Blanks, lines and names of administrative papers; days and numbers are the domain's.

Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.  What is not known yet is left
blank for the clerk's hand, never guessed.
"""

import re
from collections.abc import Mapping
from datetime import date

from cchc_desktop.domain.days_and_numbers import official_day, official_number
from cchc_desktop.domain.plan import ParentDocument
from cchc_desktop.domain.vietnamese import nfc

# No-break spaces: ordinary ones would be joined, and the blank could be torn apart.
BLANK_NUMBER = "\u00a0" * 8
"""Room for a number that the clerk writes by hand."""
_BLANK_DAY = "\u00a0" * 6


def official_date(day: date | None) -> str:
    """Return "ngày 05 tháng 02 năm 2024", with blanks for a day not known yet."""
    if day is None:
        return f"ngày{_BLANK_DAY}tháng{_BLANK_DAY}năm{_BLANK_DAY}"
    return official_day(day)


def attachment_line(template: str, parent: ParentDocument, issuer: str) -> str:
    """Return the bracketed line that names the paper an annex belongs to."""
    return nfc(
        template.format(
            type_name=parent.type_name,
            number=official_number(parent.number) or BLANK_NUMBER,
            symbol=parent.symbol,
            date=official_date(parent.issued_on),
            issuer=parent.issuer or issuer,
        )
    )


def superior_name(name: str, abbreviations: Mapping[str, str]) -> str:
    """Return the superior body's name in capitals, common phrases abbreviated (mục II.2.a)."""
    short = nfc(name)
    for phrase, abbreviation in abbreviations.items():
        for spelling in {phrase, phrase.replace("Ủy", "Uỷ")}:
            short = re.sub(re.escape(nfc(spelling)), abbreviation, short, flags=re.IGNORECASE)
    return short.upper()
