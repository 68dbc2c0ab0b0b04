"""A share of more than 100 %.

Example: "Bảo đảm 110% hồ sơ được giải quyết đúng hạn", "Trên 100% số TTHC được công khai".  Growth
and comparisons ("tăng 120% so với năm trước", "đạt 105% kế hoạch", "chi trả 150%") may exceed 100.
Source: arithmetic; a part is not larger than the whole.
"""

import re

from cchc_desktop.domain.checks.check import Check, text_check
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.text_finding import Span

_SHARE = re.compile(
    r"(?:tỷ lệ|tỉ lệ|bảo đảm|đảm bảo|ít nhất|tối thiểu|phấn đấu|trên|có|đạt)\s+(?:[\w]+\s+){0,6}?"
    r"(?P<percent>\d[\d.]*(?:,\d+)?)\s?%\s+(?:số\s+)?"
    r"(?P<of>hồ sơ|cơ quan|đơn vị|cán bộ|công chức|viên chức|người|văn bản|thủ tục|TTHC|xã|"
    r"nhiệm vụ|dịch vụ|kiến nghị|tổ chức|hộ)",
    re.IGNORECASE,
)
_MORE_THAN_ALL = re.compile(
    r"\b(?:trên|hơn|vượt) 100 ?%(?= (?:số |các )?(?:hồ sơ|cơ quan|đơn vị|cán bộ|công chức|TTHC|"
    r"thủ tục|văn bản|xã))",
    re.IGNORECASE,
)
_COMPARISON = re.compile(r"tăng|so với|vượt|gấp|bằng|kế hoạch giao|dự toán|chỉ tiêu", re.IGNORECASE)


def spans(text: str) -> tuple[Span, ...]:
    """Return the shares over 100 %."""
    if "%" not in text:
        return ()
    found = [match.span() for match in _MORE_THAN_ALL.finditer(text)]
    if _COMPARISON.search(text):
        return tuple(found)
    for match in _SHARE.finditer(text):
        number = match["percent"].replace(".", "").replace(",", ".")
        if float(number) > 100:
            found.append((match.start("percent"), text.index("%", match.start("percent")) + 1))
    return tuple(found)


CHECK = Check(
    "percent_over_100", FindingSeverity.ERROR, "Số học: một phần không quá 100%", text_check(spans)
)
