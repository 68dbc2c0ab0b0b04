"""Knows the fixed parts of an official paper by their words.

Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.  Papers of the Party are known too
(Hướng dẫn 36-HD/VPTW ngày 03/4/2018): a plan often begins from one.
"""

import re

from cchc_desktop.domain.vietnamese import fold

NATIONS = ("cong hoa xa hoi chu nghia viet nam", "dang cong san viet nam")
TYPES = (
    "ke hoach", "quyet dinh", "nghi quyet", "chuong trinh", "de an", "chi thi", "thong bao",
    "bao cao", "huong dan", "phuong an", "quy dinh", "quy che", "to trinh", "ket luan",
    "chuong trinh hanh dong", "du thao ke hoach",
)  # fmt: skip

_MOTTO = re.compile(r"doc lap\W+tu do\W+hanh phuc\W*")
_NUMBER = re.compile(
    r"số\s*:?\s*(?P<number>[\d.…_\s]*[a-z]?)\s*(?P<sign>[/-])\s*"
    r"(?P<symbol>[A-ZĐ\d][\w&]*(?:\s?[-–/]\s?[A-ZĐ][\w&]*)*)\s*\.?",
    re.IGNORECASE,
)
_PLACE_DAY = re.compile(
    r"(?P<place>[^\d,;:]{1,60}?)\s*,\s*ngày\s*(?P<day>[\d.…_\s]*?)\s*(?:tháng|[/.-])\s*"
    r"(?P<month>[\d.…_\s]*?)\s*(?:năm|[/.-])\s*(?P<year>\d{4}|20[.…_\s]*|[.…_\s]*)\s*\.?",
    re.IGNORECASE,
)
_STAMP_DAY = re.compile(r"ngay\s*(?:den)?\s*:.*|(?:chuyen|den|so den|gio)\s*:.*")
_SEPARATOR = re.compile(r"[\s_*=~.…–—-]{2,}|\*")
_PAGE = re.compile(r"[-–—\s]*\d{1,3}[-–—\s]*|trang\s+\d{1,3}(?:\s*/\s*\d{1,3})?")
_BODY = re.compile(
    r"(?:uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd|huyen uy|tinh uy|thanh uy|dang uy|dang bo|"
    r"ban chap hanh|ban thuong vu|ban chi dao|so [a-z]|phong [a-z]|van phong|chi cuc|bo [a-z]|"
    r"chinh phu|hoi [a-z]|mat tran|trung tam|chu tich)"
)
_BODY_GOES_ON = re.compile(r"(?:tinh|huyen|quan|thi xa|thanh pho|tp|xa|phuong|thi tran)\.? \S")
_SIGNING = re.compile(r"(?:TM|KT|TL|TUQ|T/M|K/T|T/L|Q)\s*[./]\s*(?=\S)")
_POSITION = re.compile(
    r"(?:quyen )?(?:pho )?(?:chu tich|truong phong|giam doc|chanh van phong|bi thu|thu truong|"
    r"truong ban|cuc truong|bo truong|thu truong co quan|chu nhiem|truong doan)\b"
)
_SIGNED = re.compile(r"[\[(]?\s*(?:da ky|daky|ky ten|ky, dong dau)[^\w]*(?:va dong dau)?[^\w]*")
_RECIPIENTS = re.compile(r"\W*noi nhan\s*(?::\s*|$)")
_ANNEX = re.compile(
    r"phu luc(?:\s+(?:so\s*)?(?P<number>[ivxlc]+|\d{1,2}|[a-h]))?\s*[.:–—-]?(?P<rest>\s*|\s+.*)"
)
_ATTACHED = re.compile(r"\W*(?:ban hanh )?(?:kem theo|dinh kem)\b.*")
_LONGEST_LABEL = 24
_NAME = re.compile(r"[^\W\d_]+(?:[ '.-]+[^\W\d_]+){1,5}")


def key_of(text: str) -> str:
    """Return ``text`` without marks, case and doubled spaces."""
    return " ".join(fold(text).split())


def is_nation(text: str) -> bool:
    """Tell whether a line is "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"."""
    return key_of(text).strip(" *.-") in NATIONS


def is_motto(text: str) -> bool:
    """Tell whether a line is "Độc lập - Tự do - Hạnh phúc"."""
    return len(text) < 60 and _MOTTO.fullmatch(key_of(text)) is not None


def match_number(text: str) -> re.Match[str] | None:
    """Return the number and symbol of a paper where a line is nothing else, or None."""
    return _NUMBER.fullmatch(text.strip()) if len(text) < 80 else None


def match_place_day(text: str) -> re.Match[str] | None:
    """Return the place and day of a paper where a line is nothing else, or None."""
    return _PLACE_DAY.fullmatch(text.strip()) if len(text) < 100 else None


def type_of(text: str) -> tuple[str, int] | None:
    """Return the kind of paper that a line in capitals names, and where its words end.

    "KẾ HOẠCH" alone, or followed by the rest of the title in capitals.
    """
    if len(text) > 400:
        return None
    words = text.strip(" .:")
    if not words.isupper():
        return None
    lead = len(text) - len(text.lstrip())
    key = fold(words)
    if len(key) != len(words):
        return None
    best = ""
    for name in TYPES:
        if key == name or key.startswith(f"{name} "):
            best = max(best, name, key=len)
    return (words[: len(best)], lead + len(best)) if best else None


def is_type_alone(text: str) -> bool:
    """Tell whether a line in capitals names a kind of paper and nothing else."""
    found = type_of(text)
    return found is not None and not text[found[1] :].strip(" .:")


def is_separator(text: str) -> bool:
    """Tell whether a line only draws a rule."""
    return _SEPARATOR.fullmatch(text.strip()) is not None


def is_page_number(text: str) -> bool:
    """Tell whether a line is only the number of a page."""
    return len(text) < 16 and _PAGE.fullmatch(key_of(text)) is not None


def is_stamp_start(text: str) -> bool:
    """Tell whether a line begins a stamp of arrival ("CÔNG VĂN ĐẾN")."""
    return key_of(text).strip(" *.:-") in {"cong van den", "van ban den", "den"}


def is_stamp_line(text: str) -> bool:
    """Tell whether a line after the start of a stamp still belongs to it."""
    key = key_of(text)
    return len(key) < 60 and (
        _STAMP_DAY.fullmatch(key) is not None or re.fullmatch(r"so\s*:?\s*[\d.…]*", key) is not None
    )


def is_body_name(text: str) -> bool:
    """Tell whether a line in capitals names a body ("ỦY BAN NHÂN DÂN")."""
    return text.isupper() and len(text) < 120 and _BODY.match(key_of(text)) is not None


def goes_on_body_name(text: str) -> bool:
    """Tell whether a line in capitals goes on with a body's name ("HUYỆN NINH SƠN")."""
    key = key_of(text)
    return (
        text.isupper() and len(text) < 80 and _BODY_GOES_ON.match(key) is not None
        and _BODY.match(key) is None
    )  # fmt: skip


def is_signing(text: str) -> bool:
    """Tell whether a line says in whose name a paper is signed ("TM. ỦY BAN NHÂN DÂN")."""
    return len(text) < 120 and text.upper() == text and _SIGNING.match(text.strip()) is not None


def is_position(text: str) -> bool:
    """Tell whether a line in capitals is a position ("PHÓ CHỦ TỊCH")."""
    return text.isupper() and len(text) < 100 and _POSITION.match(key_of(text)) is not None


def is_signed_mark(text: str) -> bool:
    """Tell whether a line stands for the signature itself ("(Đã ký)")."""
    return len(text) < 40 and _SIGNED.fullmatch(key_of(text)) is not None


def is_person_name(text: str) -> bool:
    """Tell whether a line can be the name of a person: two to six words with capitals."""
    text = text.strip()
    return (
        len(text) < 60
        and _NAME.fullmatch(text) is not None
        and all(word[0].isupper() for word in re.split(r"[ '.-]+", text))
    )


def recipients_end(text: str) -> int | None:
    """Return where "Nơi nhận:" ends in a line that begins with it, or None."""
    head = text[:_LONGEST_LABEL]
    key = fold(head)
    match = _RECIPIENTS.match(key)
    return match.end() if match and len(key) == len(head) else None


def match_annex(text: str) -> re.Match[str] | None:
    """Return the number and the further words of a line that begins an annex, or None.

    A sentence that speaks of an annex is none: what follows is in capitals or nothing.
    """
    if len(text) > 200:
        return None
    match = _ANNEX.fullmatch(key_of(text))
    if match is None:
        return None
    rest = match["rest"].strip()
    return match if not rest or text.isupper() else None


def is_attachment(text: str) -> bool:
    """Tell whether a line is "(Kèm theo …)"."""
    return text.lstrip().startswith("(") and _ATTACHED.match(key_of(text)) is not None


def is_fixed_part(text: str) -> bool:
    """Tell whether words belong to the head or the end of a paper and to nothing else."""
    return (
        is_nation(text)
        or is_motto(text)
        or match_number(text) is not None
        or match_place_day(text) is not None
        or is_type_alone(text)
        or is_body_name(text)
        or is_signing(text)
        or is_position(text)
        or recipients_end(text) is not None
    )
