"""The words of names, brought to one form, and an index that finds the longest name.

"Uỷ ban nhân dân", "Ủy ban nhân dân" and "UBND" are one word here, "&" is "và"; case,
spaces, dashes and full stops do not count.  Commas count in an agency's name
("Kinh tế, Hạ tầng và Đô thị"), since they also separate agencies; in a group's they do not.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Generic, TypeVar

from cchc_desktop.domain.vietnamese import search_key

Words = tuple[str, ...]
T = TypeVar("T")

COMMA = ","
BREAKS = frozenset({COMMA, ";", "\n", "(", ")", ":"})
# NFD input keeps its marks as characters of their own.
_WORD = r"(?:[^\W_][\u0300-\u036f]*)+"
_LIST_MARK = r"(?:^|(?<=[;\n]))[^\S\n]*(?:\d{1,2}[.)]|[a-zđ]\))(?=\s)"
_PIECE = re.compile(
    rf"(?P<mark>{_LIST_MARK})|(?P<word>{_WORD})|(?P<break>[,;:()&+])|(?P<line>[\n\r\v\f]+)"
)
_LONG_FORMS: dict[Words, str] = {
    ("ủy", "ban", "nhân", "dân"): "ubnd",
    ("hội", "đồng", "nhân", "dân"): "hđnd",
    ("văn", "phòng"): "văn phòng",
    ("vp",): "văn phòng",
    ("mặt", "trận", "tổ", "quốc"): "mttq",
    ("ban", "chỉ", "huy"): "bch",
    ("bảo", "hiểm", "xã", "hội"): "bhxh",
}
_LONGEST_FORM = max(map(len, _LONG_FORMS))


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a separating sign, and where it stands ("từ").

    Attributes:
        key: Its form for comparing.
        is_capital: Whether it begins with a capital letter.
    """

    key: str
    start: int
    end: int
    is_capital: bool = False

    @property
    def is_break(self) -> bool:
        """Whether it is a sign that separates names."""
        return self.key in BREAKS


def words_of(text: str) -> list[Word]:
    """Return the words and separating signs of ``text``, in order."""
    plain: list[Word] = []
    for piece in _PIECE.finditer(text):
        raw = piece[0]
        if piece["word"]:
            key = _word_key(raw)
            if key == "p" and (text[piece.end() : piece.end() + 1] == "." or raw == "P"):
                key = "phòng"
        elif piece["mark"]:
            key = ";"
        elif piece["line"]:
            key = "\n"
        else:
            key = "và" if raw in "&+" else raw
        plain.append(Word(key, piece.start(), piece.end(), raw[0].isupper()))
    return _shortened(plain)


def name_words(name: str) -> Words:
    """Return the keys of a name's words; line breaks and brackets do not count."""
    return tuple(w.key for w in words_of(name) if not w.is_break or w.key == COMMA)


def keys_of(words: list[Word], start: int, count: int) -> Words:
    """Return the keys of ``count`` words from ``start``, fewer at the end."""
    return tuple(w.key for w in words[start : start + count])


def prefix_length(keys: Words, prefixes: tuple[Words, ...]) -> int:
    """Return how many words the first fitting prefix takes, 0 if none fits."""
    return next((len(p) for p in prefixes if keys[: len(p)] == p), 0)


@lru_cache(maxsize=8192)
def _word_key(raw: str) -> str:
    return search_key(raw)


def _shortened(plain: list[Word]) -> list[Word]:
    """Let one word stand for each long form."""
    out: list[Word] = []
    index = 0
    while index < len(plain):
        for length in range(_LONGEST_FORM, 0, -1):
            chunk = plain[index : index + length]
            short = _LONG_FORMS.get(tuple(w.key for w in chunk))
            if short:
                out.append(Word(short, chunk[0].start, chunk[-1].end, chunk[0].is_capital))
                index += length
                break
        else:
            out.append(plain[index])
            index += 1
    return out


@dataclass(slots=True)
class _Node(Generic[T]):
    children: dict[str, "_Node[T]"] = field(default_factory=dict)
    value: T | None = None


class NameIndex(Generic[T]):
    """Finds the longest known name at a place in a text ("bảng tra tên").

    Attributes:
        skipped: The signs that may stand inside a name without being part of it.
    """

    def __init__(self, *, skipped: Iterable[str]) -> None:
        self._root: _Node[T] = _Node()
        self._skipped = frozenset(skipped)

    def add(self, words: Words, value: T) -> None:
        """Add a name; the first to take a name keeps it."""
        node = self._root
        for word in words:
            if word not in self._skipped:
                node = node.children.setdefault(word, _Node())
        if node.value is None and node is not self._root:
            node.value = value

    def longest(self, words: list[Word], start: int) -> tuple[int, T] | None:
        """Return the end of the longest name that begins at ``start``, and its value."""
        node, best = self._root, None
        for index in range(start, len(words)):
            key = words[index].key
            child = node.children.get(key)
            if child is None:
                if key in self._skipped and index > start:
                    continue
                break
            node = child
            if node.value is not None:
                best = (index + 1, node.value)
        return best
