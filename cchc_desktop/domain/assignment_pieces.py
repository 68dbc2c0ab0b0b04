"""The wording of an assignment in pieces: names, what separates them, and lists of names.

"Các Phòng: Nội vụ, Tư pháp; Công an huyện" is three names; the first two form a list that
"Các Phòng: " opens.  Taking a name out or putting one in moves separators, never words.
"""

import re
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import pairwise

from cchc_desktop.domain.agency import AgencyId, AgencyReading, GroupId, Mention
from cchc_desktop.domain.agency_kind_words import plural_heads
from cchc_desktop.domain.agency_names import Words, words_of

_MARK = re.compile(r"(\d{1,2})(?=[.)]\s*$)|([a-zđ])(?=\)\s*$)")
_POINTS = "abcdđeghiklmnopqrstuvxy"


class GapKind(IntEnum):
    """What stands between two names ("dấu ngăn tên cơ quan"), the weaker first."""

    WORDS = 0
    """Words that say more than "and": they cannot be moved."""
    AND = 1
    COMMA = 2
    SEMICOLON = 3
    LINE = 4


@dataclass(slots=True, eq=False)
class NamePiece:
    """One name in a wording ("tên trong câu phân công").

    Attributes:
        opening: "Các Phòng: " where a list begins with this name, else "".
        heads: The kinds of body that the opening says for its list, the longest first.
    """

    text: str
    agency_id: AgencyId | None = None
    group_id: GroupId | None = None
    opening: str = ""
    heads: tuple[Words, ...] = ()

    @property
    def is_unknown(self) -> bool:
        """Whether the catalogue has no such name."""
        return self.agency_id is None and self.group_id is None

    @property
    def identity(self) -> tuple[AgencyId | None, GroupId | None, str]:
        """Whom it names; an unknown name names itself."""
        return self.agency_id, self.group_id, self.text.casefold() if self.is_unknown else ""


@dataclass(slots=True)
class WordingPieces:
    """A wording that can be taken apart and put together again ("câu phân công").

    Attributes:
        prefix: What stands before the first name.
        gaps: What stands between the names, one fewer than names.
        suffix: What stands after the last name.
    """

    prefix: str = ""
    names: list[NamePiece] = field(default_factory=list)
    gaps: list[str] = field(default_factory=list)
    suffix: str = ""

    @property
    def text(self) -> str:
        """The wording put together, the numbers of numbered lines running on."""
        first, *gaps = _renumbered([self.prefix, *self.gaps])
        parts = [first]
        for index, name in enumerate(self.names):
            parts += (gaps[index - 1] if index else "", name.opening, name.text)
        return "".join([*parts, self.suffix])

    @property
    def strongest(self) -> GapKind:
        """The strongest separator in use; WORDS when there is none."""
        return max(map(gap_kind, self.gaps), default=GapKind.WORDS)

    def can_remove(self, index: int) -> bool:
        """Tell whether a name can go without leaving words behind that refer to it."""
        around = self.gaps[max(index - 1, 0) : index + 1]
        if len(self.names) == 1:
            return not has_words(self.prefix + self.suffix)
        if has_words(self.prefix if index == 0 else ""):
            return False
        if has_words(self.suffix if index == len(self.names) - 1 else ""):
            return False
        return all(gap_kind(gap) is not GapKind.WORDS for gap in around)

    def remove(self, index: int) -> None:
        """Take a name out with one of its separators; the stronger one stays."""
        del self.names[index]
        if not self.names:
            self.prefix = self.suffix = ""
        elif index == 0:
            del self.gaps[0]
        elif index == len(self.names):
            self._drop_gap(index - 1)
        else:
            before, after = gap_kind(self.gaps[index - 1]), gap_kind(self.gaps[index])
            is_list = max(before, after) <= GapKind.COMMA
            keeps_before = not is_list and before >= after
            self._drop_gap(index if keeps_before else index - 1)

    def insert_after(self, index: int, name: NamePiece, usual: str, *, until: int = 0) -> None:
        """Put a name after another in the manner of the names ``until`` … ``index``.

        Args:
            index: The name it follows.
            name: The name to put in.
            usual: The separator where the names in question have none.
            until: The first of the names whose separators are the model.
        """
        model = self.gaps[until:index]
        before, gap = _next_gap(model, usual)
        if before is not None:
            self.gaps[index - 1] = before
        if index == len(self.names) - 1 and self.suffix.strip(" .;,\n"):
            gap = self.suffix.rstrip(" .;,\n") + gap
            self.suffix = ""
        self.gaps.insert(index, gap)
        self.names.insert(index + 1, name)

    def append(self, name: NamePiece, usual: str) -> None:
        """Put a name behind all others in the manner of the whole wording."""
        if self.names:
            self.insert_after(len(self.names) - 1, name, usual)
            return
        # A dash that stands for "nobody" gives way; words stay.
        self.prefix = f"{self.prefix.rstrip()} " if has_words(self.prefix) else ""
        self.names.append(name)

    def _drop_gap(self, index: int) -> None:
        """Drop a separator; the "và" before the last of a list moves one name back."""
        dropped = self.gaps.pop(index)
        if gap_kind(dropped) is GapKind.AND and index > 0:
            is_end = index == len(self.gaps) or gap_kind(self.gaps[index]) > GapKind.COMMA
            if is_end and gap_kind(self.gaps[index - 1]) is GapKind.COMMA:
                self.gaps[index - 1] = dropped


def split_wording(text: str, reading: AgencyReading) -> WordingPieces:
    """Return ``text`` in pieces by the names that were read in it."""
    if not reading.mentions:
        return WordingPieces(prefix=text)
    mentions = reading.mentions
    return WordingPieces(
        text[: mentions[0].start],
        [_name_piece(mention) for mention in mentions],
        [text[one.end : two.start] for one, two in pairwise(mentions)],
        text[mentions[-1].end :],
    )


def gap_kind(gap: str) -> GapKind:
    """Return what sort of separator stands between two names."""
    keys = {word.key for word in words_of(gap)}
    if keys - {"\n", ";", ",", "và"}:
        return GapKind.WORDS
    signs = (
        ("\n", GapKind.LINE), (";", GapKind.SEMICOLON), (",", GapKind.COMMA), ("và", GapKind.AND),
    )  # fmt: skip
    return next((kind for key, kind in signs if key in keys), GapKind.WORDS)


def has_words(text: str) -> bool:
    """Tell whether ``text`` holds any word, number of a list apart."""
    return any(not word.is_break for word in words_of(text))


def _name_piece(mention: Mention) -> NamePiece:
    words = words_of(mention.text)
    heads, position = plural_heads(words, 0) if words else ([], 0)
    if mention.agency_id is None or not heads:
        return NamePiece(mention.text, mention.agency_id, mention.group_id)
    while position < len(words) and words[position].is_break:
        position += 1
    if position == len(words):
        return NamePiece(mention.text, mention.agency_id)
    start = words[position].start
    longest_first = tuple(sorted(heads, key=len, reverse=True))
    opening, name = mention.text[:start], mention.text[start:]
    return NamePiece(name, mention.agency_id, None, opening, longest_first)


def _next_gap(model: list[str], usual: str) -> tuple[str | None, str]:
    """Return what the last separator becomes, if it changes, and the new one after it."""
    kinds = [gap_kind(gap) for gap in model]
    strongest = max(kinds, default=GapKind.WORDS)
    if strongest is GapKind.WORDS:
        return None, usual
    if strongest is GapKind.LINE:
        return None, _last(model, kinds, GapKind.LINE)
    if strongest is GapKind.SEMICOLON:
        gap = _last(model, kinds, GapKind.SEMICOLON)
        return None, "; " if has_words(gap) else gap
    commas = [gap for gap in model if gap_kind(gap) is GapKind.COMMA and not has_words(gap)]
    comma = commas[-1] if commas else ", "
    if kinds[-1] is not GapKind.WORDS and has_words(model[-1]):
        return comma, model[-1]
    return None, comma


def _last(model: list[str], kinds: list[GapKind], kind: GapKind) -> str:
    return next(g for g, k in zip(reversed(model), reversed(kinds), strict=True) if k is kind)


def _renumbered(openings: list[str]) -> list[str]:
    """Let the numbers of "1. … 2. …" and "a) … b) …" run on where every line has one."""
    marks = [_MARK.search(opening) for opening in openings]
    if len(openings) < 2 or not all(marks):
        return openings
    found = []
    for index, (opening, mark) in enumerate(zip(openings, marks, strict=True)):
        if mark is None or index >= len(_POINTS):
            return openings
        new = str(index + 1) if mark[1] else _POINTS[index]
        found.append(opening[: mark.start()] + new + opening[mark.end() :])
    return found
