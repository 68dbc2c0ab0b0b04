"""Where words stand in a text, and writing other words there without losing styles.

Searching forgives missing marks; replacing does not, since "hoà" and "hòa" may be the
very thing an officer wants to make alike.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from cchc_desktop.domain.rich_text import RichText, Run
from cchc_desktop.domain.vietnamese import SearchQuery, fold, nfc, search_key

Span = tuple[int, int]


@lru_cache(maxsize=2048)
def hit_spans(query: str, text: str) -> tuple[Span, ...]:
    """Return where the words of ``query`` stand in ``text``, by the rule of ``SearchQuery``.

    The places do not overlap and come in order.
    """
    words = SearchQuery(query)
    if not words or not text:
        return ()
    spans: list[Span] = []
    for key_of, wanted in ((search_key, words.exact), (fold, words.folded)):
        if wanted:
            spans += _spans_in(_keyed(text, key_of), wanted)
    return _merged(spans)


@dataclass(frozen=True, slots=True)
class Replacement:
    """What to look for and what to write instead ("tìm và thay thế").

    Attributes:
        matches_case: Whether "Phòng" is another word than "phòng".
        whole_words: Whether the place must begin and end with a word.
    """

    sought: str
    replacement: str = ""
    matches_case: bool = False
    whole_words: bool = False

    def spans(self, text: str) -> tuple[Span, ...]:
        """Return the places in ``text`` where the sought words stand."""
        return tuple(match.span() for match in self._pattern().finditer(nfc(text)))

    def apply(self, text: RichText) -> tuple[RichText, int]:
        """Return ``text`` with every place rewritten, and how many there were.

        New words take the style of the first letter they stand for.
        """
        spans = self.spans(text.text)
        if not spans:
            return text, 0
        return RichText.from_runs(_rewritten(text.runs, spans, nfc(self.replacement))), len(spans)

    def _pattern(self) -> re.Pattern[str]:
        return _compiled(
            nfc(self.sought),
            re.NOFLAG if self.matches_case else re.IGNORECASE,
            r"(?<!\w){}(?!\w)" if self.whole_words else "{}",
        )


@lru_cache(maxsize=64)
def _compiled(sought: str, flags: re.RegexFlag, frame: str) -> re.Pattern[str]:
    if not sought:
        return re.compile(r"(?!)")
    return re.compile(frame.format(re.escape(sought)), flags)


def _rewritten(runs: Iterable[Run], spans: tuple[Span, ...], new: str) -> list[Run]:
    starts = {start for start, _ in spans}
    covered = {place for start, end in spans for place in range(start, end)}
    out: list[Run] = []
    place = 0
    for run in runs:
        kept: list[str] = []
        for char in run.text:
            if place in starts:
                kept.append(new)
            if place not in covered:
                kept.append(char)
            place += 1
        out.append(Run("".join(kept), run.bold, run.italic))
    return out


def _keyed(text: str, key_of: Callable[[str], str]) -> tuple[str, list[int]]:
    """Return the key of ``text``, and for each of its characters the one it came from."""
    pieces: list[str] = []
    origin: list[int] = []
    for index, char in enumerate(text):
        piece = key_of(char)
        pieces.append(piece)
        origin += [index] * len(piece)
    joined = "".join(pieces)
    whole = key_of(text)
    # The place of a tone ("hoà", "hòa") is settled over two letters at once.
    return (whole if len(whole) == len(joined) else joined), origin


def _spans_in(keyed: tuple[str, list[int]], words: tuple[str, ...]) -> list[Span]:
    key, origin = keyed
    spans = []
    for word in words:
        at = key.find(word)
        while at >= 0 and word:
            spans.append((origin[at], origin[at + len(word) - 1] + 1))
            at = key.find(word, at + len(word))
    return spans


def _merged(spans: list[Span]) -> tuple[Span, ...]:
    out: list[Span] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return tuple(out)
