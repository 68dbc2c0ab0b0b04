"""Turns text typed for the old 8-bit Vietnamese fonts into Unicode.

Two encodings were in general use before Unicode: TCVN3 ("ABC", fonts named ".Vn…", after
TCVN 5712:1993, third table), where a font whose name ends in "H" draws the same codes as
capitals; and VNI-Windows (fonts named "VNI-…"), where a mark follows its letter.
"""

import re
from collections.abc import Iterable
from enum import StrEnum

from cchc_desktop.domain.vietnamese import nfc
from cchc_desktop.importers.raw_table import RawRun
from cchc_desktop.importers.syllables import is_syllable, is_unicode_vietnamese


class LegacyEncoding(StrEnum):
    """The old encodings that are understood ("bảng mã cũ")."""

    TCVN3 = "TCVN3"
    VNI = "VNI"


_TCVN3_LETTERS = {
    0xA1: "ĂÂÊÔƠƯĐăâêôơưđ",
    0xB5: "àảãáạ",
    0xBB: "ằẳẵắ",
    0xC6: "ặầẩẫấậè",
    0xCE: "ẻẽéẹềểễếệìỉ",
    0xDC: "ĩíịò",
    0xE1: "ỏõóọồổỗốộờởỡớợù",
    0xF1: "ủũúụừửữứựỳỷỹýỵ",
}
_TCVN3 = {
    first + offset: letter
    for first, letters in _TCVN3_LETTERS.items()
    for offset, letter in enumerate(letters)
}

_VNI_TONES = {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_CIRCUMFLEX = "\u0302"
_BREVE = "\u0306"
_VNI_CIRCUMFLEX = {
    "â": "", "á": "\u0301", "à": "\u0300", "å": "\u0309", "ã": "\u0303", "ä": "\u0323",
}  # fmt: skip
_VNI_BREVE = {
    "ê": "", "é": "\u0301", "è": "\u0300", "ú": "\u0309", "ü": "\u0303", "ë": "\u0323",
}  # fmt: skip
_VNI_SINGLE = {
    "ñ": "đ", "ö": "ư", "ô": "ơ", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ",
}  # fmt: skip


def _vni_pairs() -> dict[str, str]:
    pairs: dict[str, str] = {}
    for base, letter in [*((c, c) for c in "aeouy"), ("ô", "ơ"), ("ö", "ư")]:
        pairs |= {base + mark: nfc(letter + tone) for mark, tone in _VNI_TONES.items()}
    for base in "aeo":
        pairs |= {base + m: nfc(base + _CIRCUMFLEX + t) for m, t in _VNI_CIRCUMFLEX.items()}
    pairs |= {"a" + m: nfc("a" + _BREVE + tone) for m, tone in _VNI_BREVE.items()}
    # A capital may be followed by a small or a capital mark; both were typed.
    capitals = {}
    for pair, letter in pairs.items():
        capitals[pair.upper()] = letter.upper()
        capitals[pair[0].upper() + pair[1]] = letter.upper()
    singles = {code.upper(): letter.upper() for code, letter in _VNI_SINGLE.items()}
    return pairs | capitals | _VNI_SINGLE | singles


_VNI = _vni_pairs()
_VNI_TOKEN = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))
_BETWEEN_WORDS = re.compile(r"[\s\d.,;:()/\"“”!?-]+")
_HIGH = re.compile("[\u00a1-\u00ff]")
_TCVN3_FONT = re.compile(r"\.Vn", re.IGNORECASE)
_TCVN3_CAPITALS_FONT = re.compile(r"\.Vn.*H$", re.IGNORECASE)
_VNI_FONT = re.compile(r"VNI[- ]", re.IGNORECASE)


def from_tcvn3(text: str) -> str:
    """Return TCVN3 text, read as Latin-1, in Unicode."""
    return text.translate(_TCVN3)


def from_vni(text: str) -> str:
    """Return VNI-Windows text, read as Latin-1, in Unicode."""
    return _VNI_TOKEN.sub(lambda match: _VNI[match[0]], text)


def convert(text: str, encoding: LegacyEncoding) -> str:
    """Return ``text`` of ``encoding`` in Unicode; text in Unicode already is returned as it is."""
    if is_unicode_vietnamese(text):
        return text
    return from_tcvn3(text) if encoding is LegacyEncoding.TCVN3 else from_vni(text)


def encoding_of_font(font: str) -> LegacyEncoding | None:
    """Return the encoding that a font of this name was made for, or None."""
    if _TCVN3_FONT.match(font):
        return LegacyEncoding.TCVN3
    return LegacyEncoding.VNI if _VNI_FONT.match(font) else None


def detect(text: str) -> LegacyEncoding | None:
    """Return the old encoding that makes words of ``text``, or None if it needs none.

    Judged by the words with letters beyond ASCII: an encoding must make syllables of
    most of them, and of clearly more than there are as the text stands.
    """
    if is_unicode_vietnamese(text):
        return None
    words = [word for word in _BETWEEN_WORDS.split(text) if _HIGH.search(word)]
    if not words:
        return None
    as_it_stands = sum(map(is_syllable, words))
    scores = {
        encoding: sum(is_syllable(convert(word, encoding)) for word in words)
        for encoding in LegacyEncoding
    }
    best = max(scores, key=lambda encoding: scores[encoding])
    if scores[best] < 0.7 * len(words) or scores[best] < as_it_stands * 1.5 + 0.5:
        return None
    return best


class LegacyConverter:
    """Converts the runs of one table, after judging the table as a whole.

    A font's name alone is not trusted: text retyped in Unicode often keeps the old
    font's name, so a font under which Unicode Vietnamese stands counts as any other.
    """

    def __init__(self, runs: Iterable[RawRun]) -> None:
        texts: dict[str, list[str]] = {}
        for run in runs:
            if not run.text.isascii():
                texts.setdefault(run.font, []).append(run.text)
        self._by_font: dict[str, LegacyEncoding | None] = {}
        plain: list[str] = []
        for font, found in texts.items():
            named = encoding_of_font(font)
            modern = sum(is_unicode_vietnamese(text) for text in found)
            if named is None or modern * 5 > len(found):
                plain += found
            else:
                self._by_font[font] = named
        self._fallback = detect("\n".join(t for t in plain if not is_unicode_vietnamese(t)))

    def convert(self, run: RawRun) -> tuple[RawRun, LegacyEncoding | None]:
        """Return the run in Unicode, and the encoding it was in, or None."""
        named = self._by_font.get(run.font)
        encoding = named or self._fallback
        is_capital = _TCVN3_CAPITALS_FONT.match(run.font) is not None
        if encoding is None or (run.text.isascii() and not (named and is_capital)):
            return run, None
        text = convert(run.text, encoding)
        if named is LegacyEncoding.TCVN3 and is_capital:
            text = text.upper()
        if text == run.text:
            return run, None
        return RawRun(text, run.bold, run.italic, ""), encoding
