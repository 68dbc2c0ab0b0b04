"""Finds how often a recurring deadline comes back: "hằng quý", "06 tháng/lần", "thường xuyên"."""

import re

from cchc_desktop.domain.deadline import Recurrence

_EACH = r"(?:hằng|hàng|mỗi|từng)"
_EACH_OR_BY = r"(?:hằng|hàng|mỗi|từng|theo|các)"
_PERIODIC = r"định\s+k(?:ỳ|ì)"
_ONCE = r"(?:/|\s+)\s*(?:01|1|một)?\s*lần"
_NEXT = r"(?:liền\s+kề(?:\s+sau)?|liền\s+sau|kế\s+tiếp|kế\s+sau|tiếp\s+theo|sau|tới)"
_NO_YEAR = r"(?!\s*(?:/|năm|của\s+năm)?\s*\d)"

_MONTHLY = re.compile(
    rf"\b{_EACH_OR_BY}\s+tháng(?!\s*\d)|(?<!\d)(?<!\d\s)(?:\b(?:01|1|một)\s+)?\btháng{_ONCE}|"
    rf"\blần\s*/\s*(?:01\s+|1\s+)?tháng|{_PERIODIC}\s+tháng(?!\s*\d)|"
    r"thường\s+xuyên\s+trong\s+tháng(?!\s*\d)|\btháng\s*(?:,|và|/)\s*qu[ýí](?!\s*[ivl\d])|"
    rf"\bngày\s+\d{{1,2}}\s+(?:của\s+)?tháng\s+{_NEXT}"
)
_QUARTERLY = re.compile(
    rf"\b{_EACH_OR_BY}\s+qu[ýí](?!\s*[ivl\d]+\b)|\bqu[ýí]{_ONCE}|\blần\s*/\s*(?:01\s+|1\s+)?qu[ýí]|"
    rf"{_PERIODIC}\s+qu[ýí](?!\s*[ivl\d]+\b)|\b(?:03|3|ba)\s+tháng{_ONCE}|{_PERIODIC}\s+0?3\s+tháng|"
    rf"{_EACH}\s+0?3\s+tháng|\bqu[ýí]\s*(?:,|và|/)\s*(?:06|6)\s+tháng|\bqu[ýí]\s*(?:,|và|/)\s*năm\b|"
    rf"tháng\s+(?:đầu|cuối|giữa)(?:\s+của)?(?:\s+{_EACH})?\s+qu[ýí](?!\s*[ivl\d]+\b)|"
    rf"\bqu[ýí]\s+{_NEXT}\b|\b(?:cuối|hết|kết\s+thúc)\s+qu[ýí](?!\s*[ivl\d]+\b)"
)
_HALF_YEARLY = re.compile(
    rf"(?:{_PERIODIC}|{_EACH_OR_BY}|\bnửa)\s+(?:báo\s+cáo\s+)?(?:06|6|sáu)\s+tháng(?!\s+(?:đầu|cuối)){_NO_YEAR}|"
    rf"\b(?:06|6|sáu)\s+tháng{_ONCE}|\bnửa\s+năm{_ONCE}|"
    r"\b(?:02|2|hai)\s+lần\s*(?:/|mỗi|trong|một|1|01)\s*(?:một\s+|1\s+)?năm|"
    rf"\b{_EACH}\s+năm\s+(?:02|2|hai)\s+lần|\b(?:01|1|một)\s+năm\s+(?:02|2|hai)\s+lần|\b{_EACH}\s+nửa\s+năm"
)
_HALF_AND_YEAR = re.compile(
    r"(?<![\d/])(?:0?6|sáu)\s+tháng\s*(?:,|và|/|-)\s*"
    r"(?:qu[ýí]\s+[ivl\d]+\s*(?:,|và)\s*|0?9\s+tháng\s*(?:,|và)\s*)*"
    rf"(?:và\s+)?(?:cả\s+|tổng\s+kết\s+|cuối\s+|01\s+|1\s+|một\s+|{_EACH}\s+)?năm\b"
)
_YEARLY = re.compile(
    rf"\b{_EACH}\s+năm\b|\bcác\s+năm\s+{_NEXT}\b|\bthường\s+niên\b|\bnăm{_ONCE}|\blần\s*/\s*(?:01\s+|1\s+|một\s+)?năm|"
    rf"\b(?:01|1|một)\s+lần\s+(?:trong\s+)?(?:một\s+|mỗi\s+)?năm|{_PERIODIC}\s+năm\b"
)
_CONTINUOUS = re.compile(
    # "chi thường xuyên" is money, not time.
    rf"(?<!chi\s)\bthường\s+(?:xuyên|kỳ)|\bliên\s+tục|\bquanh\s+năm|\b(?:trong\s+)?suốt\b|"
    rf"\b{_EACH}\s+(?:ngày|tuần|giờ)\b|\blâu\s+dài\b"
)
_AT_INTERVALS = re.compile(rf"\b{_PERIODIC}\b")
_QUARTER_OR_NINE_MONTHS = re.compile(r"\bqu[ýí]\b|\b0?9\s+tháng")
_DAY_OF_MONTH = re.compile(
    r"\bngày\s+(?P<before>\d{1,2})\s*(?:của\s+|trong\s+)?"
    rf"(?:{_EACH}\s+tháng|các\s+tháng|tháng\s+{_NEXT})"
    rf"|\b(?:{_EACH}|các)\s+tháng\W{{0,3}}(?:\w+\s+){{0,4}}?ngày\s+(?P<after>\d{{1,2}})"
    r"(?!\s*[/.\-]\s*\d|\s+tháng|\d|\s*(?:,|và)\s*\d|\s+làm)"
)
_SEVERAL_DAYS = re.compile(
    rf"\bngày\s+\d{{1,2}}(?:\s*(?:,|và)\s*(?:ngày\s+)?\d{{1,2}})+\s*(?:của\s+)?{_EACH}\s+tháng"
)


def read_rhythm(text: str) -> Recurrence | None:
    """Return the finest rhythm that ``text`` (lower case) names, or None.

    "Thường xuyên hàng năm" goes on all year: a yearly rhythm adds nothing to it.
    """
    if _MONTHLY.search(text):
        return Recurrence.MONTHLY
    if reporting_cycle(text) is Recurrence.QUARTERLY or _QUARTERLY.search(text):
        return Recurrence.QUARTERLY
    if reporting_cycle(text) or _HALF_YEARLY.search(text):
        return Recurrence.HALF_YEARLY
    if _CONTINUOUS.search(text):
        return Recurrence.CONTINUOUS
    if _YEARLY.search(text):
        return Recurrence.YEARLY
    return Recurrence.CONTINUOUS if _AT_INTERVALS.search(text) else None


def reporting_cycle(text: str) -> Recurrence | None:
    """Return the rhythm of a list of reporting periods ("Quý I, 6 tháng, Quý III, năm")."""
    if not (_HALF_AND_YEAR.search(text) or _HALF_YEARLY.search(text)):
        return None
    if _MONTHLY.search(text):
        return Recurrence.MONTHLY
    fine = _QUARTER_OR_NINE_MONTHS.search(text)
    return Recurrence.QUARTERLY if fine else Recurrence.HALF_YEARLY


def day_of_month(text: str) -> int | None:
    """Return the day due in each month ("ngày 05 của tháng liền kề"); 0 if it cannot be one."""
    if _SEVERAL_DAYS.search(text):
        return None
    found = _DAY_OF_MONTH.search(text)
    if found is None:
        return None
    day = int(found["before"] or found["after"])
    return day if 1 <= day <= 31 else 0
