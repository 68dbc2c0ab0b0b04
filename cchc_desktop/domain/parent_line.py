"""The bracketed line under an annex's title, which names the document it belongs to.

Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục III.1: "(Kèm theo Văn bản số …/…-… ngày …
tháng … năm … của …)".  Real lines leave the number or the day blank, or write dots.
"""

import re
from datetime import date

from cchc_desktop.domain.plan import ParentDocument
from cchc_desktop.domain.vietnamese import one_line

_LINE = re.compile(
    r"kèm theo\s+(?P<type>[^\d/]*?)\s*(?:số\b[\s:]*(?P<number>[^/]*?)\s*/\s*(?P<symbol>[\w&Đđ-]+))"
    r"(?P<rest>.*)",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"ngày\s*(\d{1,2})\s*(?:/|-|\.|tháng)\s*(\d{1,2})\s*(?:/|-|\.|năm)\s*(\d{4})", re.IGNORECASE
)
_ISSUER = re.compile(r"\bcủa\s+(.+?)\s*\)?\s*$", re.IGNORECASE)


def parse_parent_line(line: str) -> ParentDocument | None:
    """Return the document that ``line`` names, or None when it names none.

    Blanks stay blank: a number of dots or spaces is no number, and a date with a
    missing part is no date.
    """
    match = _LINE.search(one_line(line))
    if match is None:
        return None
    number = match["number"].strip(" .…_")
    day = _DATE.search(match["rest"])
    issuer = _ISSUER.search(match["rest"])
    return ParentDocument(
        type_name=match["type"].strip() or "Kế hoạch",
        number=number if number.isalnum() else "",
        symbol=match["symbol"],
        issued_on=_date(day) if day and number.isalnum() else None,
        issuer=issuer[1].strip() if issuer else "",
    )


def _date(match: re.Match[str]) -> date | None:
    try:
        return date(int(match[3]), int(match[2]), int(match[1]))
    except ValueError:
        return None
