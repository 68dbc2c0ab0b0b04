"""Reads the STT of a row: of which level it is, and which place it names."""

import re
from dataclasses import dataclass
from enum import StrEnum

from cchc_desktop.domain.numbering import parse_point_letter, parse_roman


class Level(StrEnum):
    """The level a number belongs to ("cấp của số thứ tự")."""

    SECTION = "section"
    TASK = "task"
    SUBTASK = "subtask"
    DEEPER = "deeper"
    BULLET = "bullet"


@dataclass(frozen=True, slots=True)
class RowNumber:
    """A number as written and as understood ("số thứ tự").

    Attributes:
        position: Which one of its level, from 1, or None where it cannot be told.
        parent: The task it names itself under: "3" in "3.1", else "".
        rest: What follows it in the same cell: the title in "I. CÔNG TÁC …".
    """

    text: str
    level: Level
    position: int | None = None
    parent: str = ""
    rest: str = ""


_ARABIC = re.compile(r"\(?(\d{1,4})[.)\]/:-]?")
_DECIMAL = re.compile(r"(\d{1,3})[.,](\d{1,3})[.)]?")
_DEEP = re.compile(r"\d{1,3}(?:\.\d{1,3}){2,5}[.)]?|[a-zđ]\.?\d{1,2}[.)]?|\d{1,3}\.?[a-zđ][.)]?")
_LETTER = re.compile(r"\(?([a-zđ]{1,2})[.)\]/:-]?")
_CAPITAL = re.compile(r"([A-ZĐ])[.)/:]?")
_BULLET = re.compile(r"[-–—+•*●▪◦·○■□➢✓]+")
_ROMAN = re.compile(r"\(?([IVXLC]{1,8})[.)\]/:-]?")
_ROMAN_AND_TITLE = re.compile(
    r"(?:(?:Phần|PHẦN|Mục|MỤC)\s+)?([IVX]{1,6})(?:\s*[.:)]\s*|\s*[/–-]\s+)(?=\S)"
    r"|([IVX]{2,6})\s+(?=\S)"
)
_CAPITAL_AND_TITLE = re.compile(r"([A-HĐ])\s*[.)/]\s+(?=\S)")
_POINT_AND_TEXT = re.compile(r"([a-zđ])\s*\)\s*(?=\S)")
_ARABIC_AND_TEXT = re.compile(r"(\d{1,3})\s*[.)]\s+(?=\S)")
_CONTINUED = re.compile(r"(.*\S)\s*\((?:tiếp|tiếp theo|tt)\)", re.DOTALL)


def read_number(text: str) -> RowNumber | None:
    """Return what the whole of an STT cell says, or None if it is no number."""
    text = text.strip()
    if not text or len(text) > 12:
        return None
    if roman := _ROMAN.fullmatch(text):
        value = parse_roman(roman[1])
        if value is not None and (value < 50 or len(roman[1]) > 1):
            return RowNumber(text, Level.SECTION, value)
    if arabic := _ARABIC.fullmatch(text):
        return RowNumber(text, Level.TASK, int(arabic[1]))
    if _CAPITAL.fullmatch(text):
        return RowNumber(text, Level.SECTION)
    if decimal := _DECIMAL.fullmatch(text):
        return RowNumber(text, Level.SUBTASK, int(decimal[2]), parent=str(int(decimal[1])))
    if letter := _LETTER.fullmatch(text):
        return RowNumber(text, Level.SUBTASK, parse_point_letter(letter[1]))
    if _DEEP.fullmatch(text):
        return RowNumber(text, Level.DEEPER)
    return RowNumber(text, Level.BULLET) if _BULLET.fullmatch(text) else None


def read_section_start(text: str) -> RowNumber | None:
    """Return the Roman number that ``text`` begins with ("I. CÔNG TÁC …"), or None."""
    if match := _ROMAN_AND_TITLE.match(text):
        value = parse_roman(match[1] or match[2])
        if value is not None:
            return RowNumber(match[0].strip(), Level.SECTION, value, rest=text[match.end() :])
    if match := _CAPITAL_AND_TITLE.match(text):
        return RowNumber(match[0].strip(), Level.SECTION, rest=text[match.end() :])
    return None


def read_item_start(text: str) -> RowNumber | None:
    """Return the number that a content begins with ("1. Kế hoạch …", "a) Rà soát …"), or None."""
    if match := _POINT_AND_TEXT.match(text):
        position = parse_point_letter(match[1])
        return RowNumber(match[0].strip(), Level.SUBTASK, position, rest=text[match.end() :])
    if match := _ARABIC_AND_TEXT.match(text):
        return RowNumber(match[0].strip(), Level.TASK, int(match[1]), rest=text[match.end() :])
    return None


def without_continuation_mark(text: str) -> str | None:
    """Return "2" for "2 (tiếp)", as printed on a row that goes on over a page, else None."""
    match = _CONTINUED.fullmatch(text.strip()) if len(text) < 40 else None
    return match[1] if match else None
