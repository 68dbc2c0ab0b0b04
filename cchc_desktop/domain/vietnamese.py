"""Vietnamese text: normal form, searching, comparing and sorting.

All text is kept in Unicode NFC (TCVN 6909:2001 demands Unicode; NFC is the form
every Vietnamese keyboard produces).  Nothing here changes what an officer wrote:
the keys made here stand beside the text and are only compared with each other.
"""

import re
import unicodedata
from functools import lru_cache

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_MARKS = frozenset(_TONES + "\u0302\u0306\u031b")
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"))
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'"})
_SPACES = re.compile(r"[^\S\n]+")
_BLANK_LINES = re.compile(r" *\n[ \n]*")
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")

# Both ways of placing the tone on a diphthong without a final consonant are in use
# ("hoà/hòa", "uỷ/ủy"); the second one is what Nghị định 30/2020 itself writes.
_TONE_PLACES = tuple(
    (
        unicodedata.normalize("NFC", first + second + tone),
        unicodedata.normalize("NFC", first + tone + second),
    )
    for first, second in (("o", "a"), ("o", "e"), ("u", "y"))
    for tone in _TONES
)


def nfc(text: str) -> str:
    """Return ``text`` in Unicode normal form C."""
    return unicodedata.normalize("NFC", text)


def tidy(text: str) -> str:
    """Return ``text`` in NFC with the invisible accidents of office files removed.

    Runs of spaces, tabs and NBSP become one space; soft hyphens, zero-width and control
    characters and halves of characters (no file can hold them) go; line breaks stay, blank
    lines do not.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n").replace("\f", "\n")
    text = _CONTROL.sub("", nfc(text).translate(_INVISIBLE))
    return _BLANK_LINES.sub("\n", _SPACES.sub(" ", text)).strip()


def one_line(text: str) -> str:
    """Return ``text`` tidied and on one line."""
    return tidy(text).replace("\n", " ")


def search_key(text: str) -> str:
    """Return the key under which ``text`` is found by a query written with marks."""
    key = nfc(text).casefold()
    for modern, classic in _TONE_PLACES:
        if modern in key:
            key = key.replace(modern, classic)
    return key


def fold(text: str) -> str:
    """Return ``text`` without case and marks ("Đường" becomes "duong").

    FTS5 and SQLite's NOCASE do not fold "đ"; this does.
    """
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return "".join(c for c in decomposed if c not in _MARKS).replace("đ", "d")


def has_marks(text: str) -> bool:
    """Tell whether ``text`` holds any Vietnamese mark or "đ"."""
    return fold(text) != nfc(text).casefold()


class SearchQuery:
    """What an officer looks for ("từ cần tìm"): exact with marks, without marks not.

    "duong" finds "đường" and "dương"; "đường" finds only "đường".  Several words
    must all occur, in any order.

    Attributes:
        exact: The words with marks, under ``search_key``.
        folded: The words without marks, under ``fold``.
    """

    def __init__(self, text: str) -> None:
        words = one_line(text).split()
        self.exact = tuple(search_key(word) for word in words if has_marks(word))
        self.folded = tuple(fold(word) for word in words if not has_marks(word))

    def __bool__(self) -> bool:
        return bool(self.exact or self.folded)

    def matches(self, searchable: "Searchable") -> bool:
        """Tell whether every word of the query occurs in ``searchable``."""
        return all(word in searchable.folded for word in self.folded) and all(
            word in searchable.exact for word in self.exact
        )


class Searchable:
    """Text prepared once ("văn bản để tìm"), to be searched at every keystroke.

    Attributes:
        exact: The text under ``search_key``.
        folded: The text under ``fold``.
    """

    __slots__ = ("exact", "folded")

    def __init__(self, text: str) -> None:
        self.exact = search_key(text)
        self.folded = fold(text)


@lru_cache(maxsize=8192)
def comparison_key(text: str) -> str:
    """Return one key for the spellings that mean the same name.

    Case, spaces, the kind of dash and quotation mark, and the place of the tone
    ("Uỷ ban", "Ủy ban") do not count; the marks themselves do.
    """
    key = search_key(tidy(text)).translate(_DASHES).translate(_QUOTES)
    key = re.sub(r"\s*-\s*", " - ", key)
    return re.sub(r"\s+", " ", key).strip(" .,;:")


_ALPHABET = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
_LETTER_ORDER = {letter: index for index, letter in enumerate(_ALPHABET)}
# The order of Vietnamese dictionaries: ngang, huyền, hỏi, ngã, sắc, nặng.
_TONE_ORDER = {"": 0, "\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_FOREIGN = {"f": 8.5, "j": 11.5, "w": 26.5, "z": 30}


@lru_cache(maxsize=8192)
def sort_key(text: str) -> tuple[tuple[tuple[float, ...], tuple[int, ...]], ...]:
    """Return a key that sorts as a Vietnamese dictionary does, word by word.

    Letters come first ("a ă â b …"), tones decide between equal letters.
    """
    words = []
    for word in nfc(text).casefold().split():
        letters: list[float] = []
        tones: list[int] = []
        for char in word:
            decomposed = unicodedata.normalize("NFD", char)
            tone = next((mark for mark in decomposed if mark in _TONES), "")
            letter = unicodedata.normalize("NFC", decomposed.replace(tone, "") if tone else char)
            if not letter:
                # A tone on a letter that Unicode has no character for ("q\u0309") stands by itself.
                if tones:
                    tones[-1] = _TONE_ORDER[tone]
                continue
            order = _LETTER_ORDER.get(letter, _FOREIGN.get(letter))
            letters.append(1000 + ord(letter[0]) if order is None else 100 + order)
            if letter.isdigit():
                letters[-1] = float(letter) if letter.isdecimal() else 50.0
            tones.append(_TONE_ORDER[tone])
        words.append((tuple(letters), tuple(tones)))
    return tuple(words)
