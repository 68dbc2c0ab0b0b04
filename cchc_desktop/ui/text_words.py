"""The words for the passages, parts and fields of a plan's text, and what a typed mark means."""

import re

from cchc_desktop.domain.plan_fields import DOCUMENT, LiveField
from cchc_desktop.domain.plan_text import Passage, PassageKind, TextPart, TextPartKind

KIND_NAMES = {
    PassageKind.PART: "Phần (I.)",
    PassageKind.ARTICLE: "Điều (Điều 1.)",
    PassageKind.ITEM: "Mục (1.)",
    PassageKind.SUBITEM: "Mục con (1.1.)",
    PassageKind.MINOR: "Mục nhỏ (1.1.1.)",
    PassageKind.POINT: "Điểm a)",
    PassageKind.DASH: "Gạch đầu dòng (-)",
    PassageKind.PLUS: "Dấu cộng (+)",
    PassageKind.TEXT: "Đoạn văn",
    PassageKind.BASIS: "Căn cứ",
}
"""The kinds that can be chosen, in the order in which they are offered."""

_NAMES = {
    PassageKind.PART: "Phần",
    PassageKind.ARTICLE: "Điều",
    PassageKind.ITEM: "Mục",
    PassageKind.SUBITEM: "Mục",
    PassageKind.MINOR: "Mục",
    PassageKind.POINT: "Điểm",
    PassageKind.DASH: "Gạch đầu dòng",
    PassageKind.PLUS: "Dấu cộng",
    PassageKind.TEXT: "Đoạn văn",
    PassageKind.BASIS: "Căn cứ ban hành",
    PassageKind.TABLE: "Bảng",
}
_PART_NAMES = {
    TextPartKind.DECISION: "Quyết định",
    TextPartKind.BODY: "Kế hoạch",
    TextPartKind.ANNEX: "Phụ lục lời văn",
}
_FIELD_NAMES = {
    "plan.year": "Năm của kế hoạch",
    "plan.previous_year": "Năm trước",
    "plan.next_year": "Năm sau",
    "plan.term": "Thời gian của kế hoạch",
    "plan.task_count": "Số nhiệm vụ trong phụ lục",
    "plan.section_count": "Số lĩnh vực trong phụ lục",
    "office.name": "Tên cơ quan ban hành",
    "office.parent": "Cơ quan cấp trên",
    "office.place": "Địa danh",
    "office.standing_agency": "Cơ quan thường trực",
}
_MARKS = (
    (re.compile(r"[-–]"), PassageKind.DASH),
    (re.compile(r"\+"), PassageKind.PLUS),
    (re.compile(r"[a-zđ]\)"), PassageKind.POINT),
    (re.compile(r"\d{1,2}\.\d{1,2}\.\d{1,2}\.?"), PassageKind.MINOR),
    (re.compile(r"\d{1,2}\.\d{1,2}\.?"), PassageKind.SUBITEM),
    (re.compile(r"\d{1,2}\."), PassageKind.ITEM),
    (re.compile(r"[IVX]{1,5}\."), PassageKind.PART),
    (re.compile(r"Điều \d{1,2}\."), PassageKind.ARTICLE),
)


def kind_of_mark(typed: str) -> PassageKind | None:
    """Return the kind of passage that begins with a mark such as "-", "a)" or "1.", or None."""
    return next((kind for pattern, kind in _MARKS if pattern.fullmatch(typed)), None)


def passage_name(passage: Passage) -> str:
    """Return what a passage is called, with its number."""
    name = _NAMES[passage.kind]
    if passage.kind in (PassageKind.DASH, PassageKind.PLUS) or not passage.number:
        return name
    number = passage.number.rstrip(".")
    return number if passage.kind is PassageKind.ARTICLE else f"{name} {number}"


def part_name(part: TextPart, among: tuple[TextPart, ...] = ()) -> str:
    """Return what a part is called; further annexes are counted where there are several."""
    name = _PART_NAMES[part.kind]
    alike = [one for one in among if one.kind is part.kind]
    if len(alike) < 2:
        return name
    place = next((n for n, one in enumerate(alike, 1) if one.id == part.id), len(alike))
    return f"{name} {place}"


def field_name(field: LiveField) -> str:
    """Return what a live field follows."""
    if field.code.startswith(DOCUMENT):
        return f"Viện dẫn {field.subject}"
    if field.code.startswith("agency."):
        return f"Số nhiệm vụ chủ trì: {field.subject}"
    return _FIELD_NAMES.get(field.code, field.subject or field.code)


def shortened(words: str, longest: int = 60) -> str:
    """Return the beginning of some words on one line."""
    line = " ".join(words.split())
    return line if len(line) <= longest else f"{line[:longest].rstrip()}…"
