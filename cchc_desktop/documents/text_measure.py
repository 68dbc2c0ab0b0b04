"""How wide words are, and where lines break: the one measure of PDF and Excel.

Widths come from the font itself and are remembered by word: the words of a plan
repeat, so a long table costs little more than a short one.
"""

from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont, TTFontFace

from cchc_desktop.domain.errors import FontMissing
from cchc_desktop.domain.font_files import FontFiles
from cchc_desktop.domain.rich_text import RichText

REGULAR, BOLD, ITALIC = 0, 1, 2
"""Faces add up: BOLD + ITALIC is bold italic."""

_EM = 1000
_BREAK_AFTER = frozenset("-–/_.,;:)")
_CACHE_LIMIT = 50_000


class Span(NamedTuple):
    """Text of one face on one line; its width in thousandths of the font size."""

    text: str
    face: int
    width: float


class Line(NamedTuple):
    """One line of a paragraph or cell.

    Attributes:
        width: In thousandths of the font size, like those of the spans.
        after: What stood between this line and the next: a space, a line break, or
            nothing inside a word.  Lines and what follows them give back the text.
    """

    spans: tuple[Span, ...]
    width: float
    after: str

    @property
    def text(self) -> str:
        """The words of the line."""
        return "".join(span.text for span in self.spans)


_Word = tuple[Span, ...]


class TextMeasure:
    """Measures and breaks text in one font family.

    Attributes:
        font_names: The names under which reportlab knows the four faces.
    """

    def __init__(self, fonts: FontFiles) -> None:
        self.font_names = _registered(fonts)
        faces = [_face(name) for name in self.font_names]
        self._char_widths = [face.charWidths for face in faces]
        self._default_widths = [face.defaultWidth for face in faces]
        self._word_widths: list[dict[str, float]] = [{}, {}, {}, {}]
        self._space = self._char_widths[REGULAR].get(32, _EM / 4)

    def width(self, text: str, size: float, face: int = REGULAR) -> float:
        """Return the width of ``text`` on one line, in points."""
        return self._measure(text, face) * size / _EM

    def lines(
        self,
        text: RichText,
        width: float,
        size: float,
        face: int = REGULAR,
        indent: float = 0.0,
    ) -> list[Line]:
        """Return ``text`` broken into lines no wider than ``width`` points.

        No character is lost: a word wider than that is broken after a dash or the like,
        or else anywhere.  ``face`` is what unstyled text is set in.  The first line of
        each paragraph is narrower by ``indent``.
        """
        limit = max(width, 0.0) * _EM / size
        first = max(width - indent, 0.0) * _EM / size
        out: list[Line] = []
        if len(text.runs) == 1:
            run = text.runs[0]
            own = face | (BOLD if run.bold else 0) | (ITALIC if run.italic else 0)
            for paragraph in run.text.split("\n"):
                self._fill_plain(paragraph.split(" "), own, first, limit, out)
        elif text.runs:
            for words in self._styled_paragraphs(text, face):
                self._fill_styled(words, first, limit, out)
        if out:
            out[-1] = out[-1]._replace(after="")
        return out

    def _measure(self, word: str, face: int) -> float:
        known = self._word_widths[face]
        width = known.get(word)
        if width is None:
            if len(known) > _CACHE_LIMIT:
                known.clear()
            widths, default = self._char_widths[face], self._default_widths[face]
            width = sum(widths.get(ord(char), default) for char in word)
            known[word] = width
        return width

    def _fill_plain(
        self, words: list[str], face: int, limit: float, full: float, out: list[Line]
    ) -> None:
        """Break one paragraph; ``limit`` is the width of its first line, ``full`` of others."""
        known, space = self._word_widths[face], self._space
        start, used = 0, 0.0
        for index, word in enumerate(words):
            width = known.get(word)
            if width is None:
                width = self._measure(word, face)
            if index > start:
                needed = used + space + width
                if needed <= limit:
                    used = needed
                    continue
                out.append(Line((Span(" ".join(words[start:index]), face, used),), used, " "))
                start, limit = index, full
            if width > limit:
                *pieces, rest = self._cut(word, face, limit)
                out += [Line((piece,), piece.width, "") for piece in pieces]
                words[index] = rest.text
                width, limit = rest.width, full
            used = width
        out.append(Line((Span(" ".join(words[start:]), face, used),), used, "\n"))

    def _fill_styled(self, words: list[_Word], limit: float, full: float, out: list[Line]) -> None:
        line: list[_Word] = []
        used = 0.0
        for word in words:
            width = sum(part.width for part in word)
            if line:
                if used + self._space + width <= limit:
                    line.append(word)
                    used += self._space + width
                    continue
                out.append(self._joined(line, " "))
                limit = full
            if width > limit:
                *pieces, rest = self._cut_styled(word, limit)
                out += [self._joined([piece], "") for piece in pieces]
                line, used, limit = [rest], sum(part.width for part in rest), full
            else:
                line, used = [word], width
        out.append(self._joined(line, "\n"))

    def _joined(self, words: list[_Word], after: str) -> Line:
        """Return the words as one line, neighbours of one face in one span."""
        spans: list[Span] = []
        for index, word in enumerate(words):
            for position, part in enumerate(word):
                text, face, width = part
                if index and not position:
                    text, width = " " + text, width + self._space
                if spans and spans[-1].face == face:
                    last = spans[-1]
                    spans[-1] = Span(last.text + text, face, last.width + width)
                else:
                    spans.append(Span(text, face, width))
        return Line(tuple(spans), sum(span.width for span in spans), after)

    def _styled_paragraphs(self, text: RichText, face: int) -> Iterator[list[_Word]]:
        words: list[_Word] = []
        parts: list[Span] = []
        for run in text.runs:
            own = face | (BOLD if run.bold else 0) | (ITALIC if run.italic else 0)
            for row, paragraph in enumerate(run.text.split("\n")):
                if row:
                    words.append(tuple(parts))
                    yield words
                    words, parts = [], []
                for position, word in enumerate(paragraph.split(" ")):
                    if position:
                        words.append(tuple(parts))
                        parts = []
                    if word:
                        parts.append(Span(word, own, self._measure(word, own)))
        words.append(tuple(parts))
        yield words

    def _cut(self, word: str, face: int, limit: float) -> list[Span]:
        """Cut a word into pieces that fit; at least one character each."""
        pieces: list[Span] = []
        ends = list(accumulate(self._measure_chars(word, face)))
        start, done = 0, 0.0
        while ends[-1] - done > limit:
            end = max(bisect_right(ends, done + limit), start + 1)
            if end == len(word):
                break
            nice = next((i for i in range(end, start, -1) if word[i - 1] in _BREAK_AFTER), end)
            # A dash near the start would leave most of the line empty.
            end = nice if nice - start > (end - start) // 2 else end
            pieces.append(Span(word[start:end], face, ends[end - 1] - done))
            start, done = end, ends[end - 1]
        pieces.append(Span(word[start:], face, ends[-1] - done))
        return pieces

    def _cut_styled(self, word: _Word, limit: float) -> list[_Word]:
        pieces: list[_Word] = []
        line: list[Span] = []
        used = 0.0
        for part in word:
            if used + part.width <= limit:
                line.append(part)
                used += part.width
                continue
            if line:
                pieces.append(tuple(line))
            *full, rest = self._cut(part.text, part.face, limit)
            pieces += [(piece,) for piece in full]
            line, used = [rest], rest.width
        pieces.append(tuple(line))
        return pieces

    def _measure_chars(self, word: str, face: int) -> Iterator[float]:
        widths, default = self._char_widths[face], self._default_widths[face]
        return (widths.get(ord(char), default) for char in word)


@lru_cache(maxsize=4)
def _registered(fonts: FontFiles) -> tuple[str, str, str, str]:
    """Make the four faces known to reportlab once; return the names it knows them by."""
    names = []
    for position, path in enumerate(fonts.paths):
        name = f"{fonts.family}-{position}-{path}"
        try:
            pdfmetrics.registerFont(TTFont(name, str(path)))
        except (TTFError, OSError) as error:
            raise FontMissing(names=path.name) from error
        names.append(name)
    return (names[0], names[1], names[2], names[3])


def _face(name: str) -> TTFontFace:
    font = pdfmetrics.getFont(name)
    assert isinstance(font, TTFont)  # noqa: S101 - registered by this module
    return font.face
