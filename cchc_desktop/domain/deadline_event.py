"""Finds what a deadline waits for: "Sau khi có …", "Khi …", "Theo lộ trình của …".

A date inside the words that name the event, or inside a cited document, is no deadline.
"""

import re
from dataclasses import dataclass

_NUMBERS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
    "mười": 10, "mười lăm": 15,
}  # fmt: skip
_COUNT = r"(?P<{0}>\d{{1,3}}|mười\s+lăm|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)"
_UNIT = r"(?P<{0}>ngày|tuần|tháng|quý|năm)"
_DELAY = re.compile(
    r"(?:(?:chậm|muộn)\s+nhất\s+|không\s+quá\s+|tối\s+đa\s+|trong\s+|vòng\s+|thời\s+(?:hạn|gian)\s+|"
    r"sau\s+|là\s+)*"
    rf"\b{_COUNT.format('count')}\s+{_UNIT.format('unit')}(?:\s+làm\s+việc)?\s*,?\s*"
    r"(?:(?:tính\s+|được\s+tính\s+)?(?:kể\s+từ|từ(?=\s+(?:khi|ngày\s+[^\d\s]|thời)))|sau)"
    r"\s+(?:khi\s+|ngày\s+(?!\d)|thời\s+điểm\s+)?"
    rf"|\bsau\s+{_COUNT.format('count2')}\s+{_UNIT.format('unit2')}(?:\s+làm\s+việc)?\b\s*"
)
_TRIGGER = re.compile(
    r"\b(?:ngay\s+)?(?:sau|trước|từ|kể\s+từ|tính\s+từ)\s+khi\s+"
    r"|(?<!trong\s)\b(?:ngay\s+)?khi\s+"
    r"|(?<!tiếp\s)(?<!kèm\s)\btheo\s+(?!dõi\b|(?:từng\s+|hằng\s+|hàng\s+|mỗi\s+)?(?:quý|quí|tháng|năm|tuần)\b|định\s+k)"
    r"|\bkể\s+từ\s+|\b(?:căn\s+cứ|tùy\s+theo|tuỳ\s+theo|tùy|tuỳ)\s+"
    r"|(?<!năm\s)(?<!tháng\s)(?<!quý\s)(?<!quí\s)(?<!kỳ\s)(?<!liền\s)(?<!kế\s)(?<!kề\s)(?<!tuần\s)"
    r"\b(?:ngay\s+)?sau\s+(?!(?:ngày|quý|quí|tháng|năm|giai\s+đoạn)\b|\d|đó\b)"
    r"|\btrước\s+(?=(?:các\s+)?(?:kỳ|kì|hội|đại|phiên|cuộc)\b)"
    r"|(?=\b(?:đột\s+xuất|phát\s+sinh|nếu)\b)"
)
_RESUMES = re.compile(
    r"(?:[,;(]|\s-|\bvà\b|\bnhưng\b|\bhoặc\b|\bđồng\s+thời\b)\s*(?:"
    r"(?:\w+\s+){0,3}?(?:trước(?!\s+khi)|chậm\s+nhất|muộn\s+nhất|hoàn\s+thành|xong|hạn\s+cuối|đến\s+hết)\b"
    r"|(?:báo\s+cáo\s+)?(?:định\s+k(?:ỳ|ì)|hằng|hàng|mỗi|thường\s+xuyên)\b"
    r"|(?:trong\s+|vào\s+)?(?:(?:quý|quí|tháng)\s*[ivl\d]|ngày\s+\d|\d{1,2}/\d)"
    r"[\d\s/ivl,.\-]*(?:(?:quý|quí|tháng|năm|và)[\d\s/ivl,.\-]*)*\)?\s*$)"
)
_SYMBOL = r"\d+[a-zđ]?(?:/\d{4})?[/-](?=[^\s/]*[^\W\d_])[\w&-]+(?:[/.-][\w&-]+)*"
_SHORT_DATE = r"\d{0,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{2,4}"
_LONG_DATE = r"\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}"
_DOCUMENT = (
    r"(?:quyết\s+định|kế\s+hoạch|công\s+văn|văn\s+bản|nghị\s+quyết|nghị\s+định|thông\s+tư|chỉ\s+thị|"
    r"thông\s+báo|chương\s+trình|kết\s+luận|hướng\s+dẫn|tờ\s+trình|luật|quy\s+chế|quy\s+định|đề\s+án|"
    r"báo\s+cáo|công\s+điện)"
)
_CITATION = re.compile(
    rf"(?:{_DOCUMENT}\s+)?(?:số\s*:?\s*)?{_SYMBOL}(?:\s*,?\s*(?:ban\s+hành\s+)?ngày\s+(?:{_LONG_DATE}|{_SHORT_DATE}))?"
    rf"|{_DOCUMENT}\s+(?:số\s*:?\s*[\d.…]*\s*)?ngày\s+(?:{_LONG_DATE}|{_SHORT_DATE})(?=\s+của\b)"
)


@dataclass(frozen=True, slots=True)
class EventSpan:
    """The words of a clause that wait for something ("chờ sự việc").

    Attributes:
        start: First character of the condition, connecting words included.
        words_start: First character of what is waited for.
        end: One past its last character.
        follows_a_plan: Whether it is "theo …", which a yearly rhythm may qualify.
    """

    start: int
    words_start: int
    end: int
    delay_months: int = 0
    delay_days: int = 0
    follows_a_plan: bool = False


def mask_citations(text: str) -> str:
    """Return ``text`` with cited documents blanked out; every position stays the same."""
    return _CITATION.sub(lambda cited: "·" * len(cited[0]), text)


def find_event(clause: str) -> EventSpan | None:
    """Return the first condition in ``clause`` (lower case), or None.

    Working days ("15 ngày làm việc") count as days: the day of an event is recorded
    by the officer, who sees the wording beside it.
    """
    delay, trigger = _DELAY.search(clause), _TRIGGER.search(clause)
    if delay and (trigger is None or delay.start() <= trigger.start()):
        start, words_start, follows = delay.start(), delay.end(), False
        months, days = _delay(delay)
    elif trigger:
        start, words_start = trigger.start(), trigger.end()
        follows = trigger[0].startswith("theo")
        months = days = 0
    else:
        return None
    resumes = _RESUMES.search(clause, words_start)
    end = resumes.start() if resumes else len(clause)
    return EventSpan(start, words_start, end, months, days, follows)


def _delay(match: re.Match[str]) -> tuple[int, int]:
    word = match["count"] or match["count2"]
    count = int(word) if word.isdecimal() else _NUMBERS[re.sub(r"\s+", " ", word)]
    match match["unit"] or match["unit2"]:
        case "ngày":
            return 0, count
        case "tuần":
            return 0, 7 * count
        case "quý":
            return 3 * count, 0
        case "năm":
            return 12 * count, 0
        case _:
            return count, 0
