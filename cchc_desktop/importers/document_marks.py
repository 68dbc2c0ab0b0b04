"""Reads the number or sign that a line of an outline begins with.

Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6.d; real papers write many others
("I-", "3/", "(1)", "•"), which are read as what they stand for.
"""

import re
from dataclasses import dataclass

from cchc_desktop.domain.numbering import parse_point_letter, parse_roman
from cchc_desktop.domain.plan_text import PassageKind

_ARTICLE = re.compile(r"(Điều|ĐIỀU)\s+(\d{1,3})\s*([.:])\s*")
_ROMAN = re.compile(r"([IVX]{1,6})\s*([.):]|/(?!v)|\s?[-–—](?=\s|[^\W\d_]))\s*(?=\S)")
_CAPITAL = re.compile(r"([A-HĐ])\s*([.)/])\s+(?=\S)")
_DECIMAL = re.compile(r"(\d{1,2}(?:\.\d{1,2}){1,4})(\s?[.)/]?)\s*(?=\S)")
_ITEM = re.compile(r"(\d{1,3})\s?(?:\.(?:\s+|(?=[^\W\d_]|[“\"(]))|[/-]\s+)(?=\S)")
_BRACKET = re.compile(r"(\d{1,2})\s?\)\s*(?=\S)")
_ROUND = re.compile(r"\(\s?(\d{1,2}|[ivx]{1,4}|[a-hđ])\s?\)\s*(?=\S)")
_LETTER = re.compile(r"([a-zđ]|([a-zđ])\2)(?:\s?(\))\s*|(\.)\s+(?=[^\W\d_a-zđ])|(/)\s+)(?=\S)")
_LOW_ROMAN = re.compile(r"([ivx]{2,4})\s?\)\s*(?=\S)")
_DASH = re.compile(r"[-–—\u2212\u2012](?:\s+|(?=[^\W\d_]|[\"“(]))(?=\S)")
_PLUS = re.compile(r"\+\s*(?=\S)")
_BULLET = re.compile(r"([•●▪◦·○■□➢✓❖]|\*(?=\s))\s*(?=\S)")
_ALONE = re.compile(r"(?:[IVX]{1,6}|\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđ])\s?[.)]")


@dataclass(frozen=True, slots=True)
class Mark:
    """What a line begins with ("dấu đầu dòng").

    Attributes:
        style: How it is written; lines of one list share it.
        written: The number, without spaces inside.
        end: Where the words after it begin.
        kind: What it always stands for, or None where its place among the others decides.
    """

    style: str
    written: str
    end: int
    kind: PassageKind | None


def read_mark(text: str) -> Mark | None:
    """Return the number or sign at the beginning of ``text``, or None."""
    head = text[:40]
    if match := _ARTICLE.match(head):
        number = f"{match[1]} {match[2]}{match[3]}"
        return Mark("article", number, match.end(), PassageKind.ARTICLE)
    return (
        _heading(text, head)
        or _decimal(text, head)
        or _list_item(head)
        or _sign(head)
    )  # fmt: skip


def is_mark_alone(text: str) -> bool:
    """Tell whether a line is a number whose words stand on the next line."""
    return len(text) < 12 and _ALONE.fullmatch(text.strip()) is not None


def _heading(text: str, head: str) -> Mark | None:
    match = _ROMAN.match(head)
    if match and parse_roman(match[1]) is not None and text[match.end() :][:1] not in ")/":
        return Mark("roman", _close(match), match.end(), PassageKind.PART)
    match = _CAPITAL.match(head)
    if match and text[match.end() :].isupper():
        return Mark("capital", _close(match), match.end(), PassageKind.PART)
    return None


def _decimal(text: str, head: str) -> Mark | None:
    match = _DECIMAL.match(head)
    if match is None:
        return None
    rest = text[match.end() :]
    has_sign = bool(match[2].strip())
    # "2.5 tỷ đồng" and "1.2% dân số" begin a sentence; "2.1 Nhiệm vụ" is a number.
    if not has_sign and (not text[match.end() - 1].isspace() or not rest[:1].isupper()):
        return None
    kind = PassageKind.SUBITEM if match[1].count(".") == 1 else PassageKind.MINOR
    return Mark(f"decimal{match[1].count('.')}", _close(match), match.end(), kind)


def _list_item(head: str) -> Mark | None:
    if match := _ITEM.match(head):
        return Mark("item", _close(match), match.end(), PassageKind.ITEM)
    if match := _BRACKET.match(head):
        return Mark("bracket", _close(match), match.end(), None)
    if match := _ROUND.match(head):
        style = "round number" if match[1].isdecimal() else "round letter"
        return Mark(style, _close(match), match.end(), None)
    if match := _LOW_ROMAN.match(head):
        return Mark("low roman", _close(match), match.end(), None)
    match = _LETTER.match(head)
    if match and parse_point_letter(match[1]) is not None:
        return Mark("letter", _close(match), match.end(), PassageKind.POINT)
    return None


def _sign(head: str) -> Mark | None:
    if match := _DASH.match(head):
        return Mark("dash", _close(match), match.end(), PassageKind.DASH)
    if match := _PLUS.match(head):
        return Mark("plus", "+", match.end(), PassageKind.PLUS)
    if match := _BULLET.match(head):
        return Mark(match[1], match[1], match.end(), None)
    return None


def _close(match: "re.Match[str]") -> str:
    return "".join(match[0].split())
