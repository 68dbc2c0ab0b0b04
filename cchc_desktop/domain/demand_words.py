"""Reads out of a demand's words who is to do it, by which exact day, and whether it is a figure."""

import re

from cchc_desktop.domain.deadline import DeadlineKind
from cchc_desktop.domain.deadline_reading import understand_deadline
from cchc_desktop.domain.demand_milestone import without_names
from cchc_desktop.domain.vietnamese import one_line

_BODY = (
    r"(?:(?:các|toàn thể|tất cả các)\s+)?(?:sở(?!\s+hữu)|ban(?!\s+hành)|bộ(?!\s+(?:phận|máy|chỉ))|"
    r"văn phòng|công an|ubnd|ủy ban|uỷ ban|phòng(?!,?\s+chống)|hội đồng|hđnd|thanh tra(?!,)|"
    r"mặt trận|mttq|đài|báo(?!\s+cáo)|kho bạc|bảo hiểm|bưu điện|cục|chi cục|trung tâm|viện|"
    r"trường(?!\s+hợp)|tòa án|cơ quan|đơn vị|đảng ủy|đảng đoàn|huyện ủy|thành ủy|tỉnh ủy|"
    r"thủ trưởng|chủ tịch|giám đốc|trưởng phòng|chánh văn phòng|người đứng đầu|đồng chí|"
    r"tổ công tác|liên đoàn|đoàn|hội(?!\s+(?:nhập|nghị|thảo))|thành viên|bí thư)\b"
)
_ASKING = r"(?:giao|đề nghị|yêu cầu|trách nhiệm\s+của|phân công|đối\s+với)\s+"
_HEADING = re.compile(rf"^(?:{_ASKING})?(?P<who>{_BODY}.*)$", re.IGNORECASE)
# "Các tổ chức" and "Ban Chỉ đạo" are names: what is done is in small letters, not after "các".
_DOING = re.compile(
    r"(?<!các)(?<!Các)[,;]?\s+(?:chủ trì|chủ động|phối hợp|chỉ đạo|có\s+trách nhiệm|"
    r"chịu trách nhiệm|tham mưu|"
    r"tăng cường|tổ chức|tuyên truyền|căn cứ|theo\s+(?:chức năng|dõi|quy định|nhiệm vụ)|"
    r"trên cơ sở|xây dựng|thực hiện|hướng dẫn|tiếp tục|nghiên cứu|bố trí|rà soát|đẩy mạnh|"
    r"quán triệt|cụ thể hóa|phổ biến|kiểm tra|giám sát|thẩm định|cân đối|đảm bảo|bảo đảm|là\s|"
    r"lãnh đạo|định kỳ|triển khai|nâng cao|ban hành|báo cáo|giúp)\b"
)
_KIND = r"(?:Sở|Ban|Phòng|Văn phòng|Công an|UBND|Ủy ban|Trung tâm|Thanh tra|Bộ)"
_LEADS = re.compile(
    rf"(?:giao|Giao)\s+(?P<told>{_KIND}[^,;.:()]*?)\s+(?:chủ trì|tham mưu|phối hợp|làm)"
    rf"|(?P<name>{_KIND}\s"
    r"[^,;.:()]*?)\s+chủ trì"
)
_BRACKETED = re.compile(r"\s*\([^()]*\)")
_LONGEST_NAME = 45
"""Words: longer is a sentence, no name."""
_LONGEST_TITLE = 20

_CALENDAR = r"(?:ngày\s+\d|tháng\s+\d|quý\s+[IVl\d]|6\s+tháng|\d{1,2}/\d{1,2}|\d{1,2}/20\d\d)"
_DEADLINE = re.compile(
    rf"(?:(?:hoàn thành|hoàn tất|xong|báo cáo|gửi|trình|chậm nhất)\s+)?"
    rf"(?:trước|trong|chậm nhất(?:\s+(?:là|vào|trong))?|đến(?:\s+hết)?|hết|vào|từ)\s+"
    rf"(?P<day>{_CALENDAR}[^;.()\n]*?)(?=[;.()\n]|,\s+\D|$)",
    re.IGNORECASE,
)
_RECURRING = re.compile(
    r"\bđịnh\s+kỳ\s+(?P<rhythm>(?:hằng|hàng)\s+(?:tháng|quý|năm)"
    r"(?:,?\s+(?:và\s+)?(?:(?:hằng|hàng)\s+(?:tháng|quý|năm)|6\s+tháng|9\s+tháng|quý|năm))*)",
    re.IGNORECASE,
)
_EACH = re.compile(r"(?:hằng|hàng)\s+(?:năm|quý|tháng)\b", re.IGNORECASE)
_EVERY_YEAR = re.compile(r"\b(?:hằng|hàng|mỗi)\s+(?:năm|quý|tháng)\b", re.IGNORECASE)
_FIGURE = re.compile(r"\d+(?:[.,]\d+)?\s*%|\b\d+(?:[.,]\d+)?\s+(?:điểm|phút|ngày|giờ)\b")
_RANK = re.compile(r"\b(?:xếp thứ|tốp|nhóm)\b[^.;]*\d|\btừ\s+\d[\d.,]*\s*(?:%\s*)?trở lên", re.I)


def asks_for_a_figure(words: str) -> bool:
    """Tell whether a sentence names a share or a number to be reached."""
    plain = without_names(words)
    return bool(_FIGURE.search(plain) or _RANK.search(plain))


def asked_deadline(words: str) -> str:
    """Return the words that give a day, month, quarter or rhythm, or "" where none do.

    A year alone is a milestone and no deadline.
    """
    plain = without_names(words)
    for match in _DEADLINE.finditer(plain):
        found = one_line(words[match.start() : match.end()]).strip(" ,*")
        # The year does not matter: it is only asked whether the words name a day at all.
        if understand_deadline(found, 2000).kind is DeadlineKind.DATED:
            return found[:1].upper() + found[1:]
    rhythm = _RECURRING.search(plain)
    if rhythm:
        return f"Định kỳ {one_line(rhythm['rhythm'])}"
    each = _EACH.match(plain)
    return one_line(each[0]) if each else ""


def year_of_deadline(words: str) -> int | None:
    """Return the year that the words of a deadline name themselves, or None."""
    dues = [understand_deadline(words, year).due for year in (2000, 2001)]
    first = dues[0]
    return first.year if first is not None and dues[1] == first else None


def recurs_each_year(words: str) -> bool:
    """Tell whether a deadline is one of every year: "trước ngày 20/12 hằng năm"."""
    return bool(_EVERY_YEAR.search(words))


def heading_agencies(words: str) -> str:
    """Return whom a heading names: "2. Sở Nội vụ", "Giao các phòng, ban:"; "" for nobody."""
    match = _HEADING.match(one_line(words))
    if match is None:
        return ""
    who = match["who"]
    if not words.endswith((".", ";", ":")) and len(who.split()) <= _LONGEST_TITLE:
        return who.strip()
    doing = _DOING.search(who)
    name = (who[: doing.start()] if doing else who).strip(" .:,;")
    return name if _is_name(name) and (doing or not words.endswith(".")) else ""


def sentence_agencies(words: str) -> str:
    """Return who stands at the head of a sentence: "Sở Tài chính bố trí …"; "" for nobody."""
    match = _HEADING.match(one_line(words))
    doing = _DOING.search(match["who"]) if match else None
    if match is None or doing is None:
        return ""
    name = _BRACKETED.sub("", match["who"][: doing.start()]).strip(" .:,;")
    return name if _is_name(name) else ""


def lead_agencies(words: str) -> str:
    """Return who leads by the words "… chủ trì" or "giao …"; "" where nobody is named so."""
    match = _LEADS.search(one_line(words))
    if match is None:
        return ""
    name = str(match["told"] or match["name"]).strip()
    return name if len(name.split()) <= _LONGEST_TITLE else ""


def _is_name(name: str) -> bool:
    return 1 <= len(name.split()) <= _LONGEST_NAME
