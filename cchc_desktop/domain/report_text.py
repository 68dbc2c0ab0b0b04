"""Text in which the program's figures stay known as such, whatever is written around them.

The officer sees and edits plain wording.  Which stretches of it are figures stands beside
the wording as marks; the data file keeps both together in one markup.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from string import Formatter

from cchc_desktop.domain.report_figures import Figure
from cchc_desktop.domain.rich_text import EMPTY, RichText, Run

_TAG = re.compile(r'<f code="([^"<>]+)">|</f>')
_STYLE_TAG = re.compile(r"</?[bi]>")
_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class FigureMark:
    """A stretch of text that is a figure of the program ("số liệu trong câu").

    Attributes:
        code: Which figure.
        start: Its first character in the plain wording.
        end: One past its last character.
    """

    code: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class LiveText:
    """A wording and the figures in it ("đoạn văn có số liệu")."""

    words: RichText = EMPTY
    marks: tuple[FigureMark, ...] = ()

    @classmethod
    def from_markup(cls, markup: str) -> "LiveText":
        """Read what ``markup`` wrote; a mark that fits no text is left out."""
        if "<f " not in markup:
            return cls(RichText.from_markup(markup))
        words = RichText.from_markup(_TAG.sub("", markup))
        marks: list[FigureMark] = []
        opened: tuple[str, int] | None = None
        length = position = 0
        for tag in _TAG.finditer(markup):
            length += _text_length(markup[position : tag.start()])
            position = tag.end()
            if tag[1]:
                opened = (tag[1], length)
            elif opened:
                marks.append(FigureMark(opened[0], opened[1], length))
                opened = None
        return cls(words, tuple(m for m in marks if m.start < m.end <= len(words.text)))

    @property
    def text(self) -> str:
        """The words alone."""
        return self.words.text

    @property
    def markup(self) -> str:
        """The wording with its styles and its figures, as the data file keeps it."""
        pieces: list[str] = []
        position = 0
        for mark in self.marks:
            pieces.append(_part(self.words, position, mark.start).markup)
            inner = _part(self.words, mark.start, mark.end).markup
            pieces.append(f'<f code="{mark.code}">{inner}</f>')
            position = mark.end
        pieces.append(_part(self.words, position, len(self.text)).markup)
        return "".join(pieces)

    def __bool__(self) -> bool:
        return bool(self.words)

    def figure_words(self, mark: FigureMark) -> str:
        """Return a figure as it stands in the text."""
        return self.text[mark.start : mark.end]

    def sliced(self, start: int, end: int) -> "LiveText":
        """Return a stretch of the wording in its styles; marks that are not whole in it go."""
        marks = tuple(
            FigureMark(mark.code, mark.start - start, mark.end - start)
            for mark in self.marks
            if start <= mark.start and mark.end <= end
        )
        return LiveText(_part(self.words, start, end), marks)

    def trimmed(self) -> "LiveText":
        """Return the wording without white space at its ends."""
        text = self.text
        start = len(text) - len(text.lstrip())
        return self.sliced(start, max(len(text.rstrip()), start))

    def followed_by(self, other: "LiveText", separator: str = "") -> "LiveText":
        """Return this wording, ``separator`` and ``other``; an empty side adds nothing."""
        if not self or not other:
            return self or other
        shift = len(self.text) + len(separator)
        runs = (*self.words.runs, Run(separator), *other.words.runs)
        marks = (FigureMark(m.code, m.start + shift, m.end + shift) for m in other.marks)
        words = RichText(_joined(run for run in runs if run.text))
        return LiveText(words, (*self.marks, *marks))

    def rewritten(self, words: RichText) -> "LiveText":
        """Return ``words`` with the figures that were left as they were.

        A figure that was written over, even by the same number, is no longer the
        program's but the officer's.
        """
        kept = _kept_stretches(self.text, words.text)
        marks = []
        for mark in self.marks:
            for old_start, new_start, length in kept:
                if old_start <= mark.start and mark.end <= old_start + length:
                    shift = new_start - old_start
                    marks.append(FigureMark(mark.code, mark.start + shift, mark.end + shift))
                    break
        return LiveText(words, tuple(marks))

    def with_figures(self, figures: Mapping[str, Figure]) -> "LiveText":
        """Return the wording with its figures brought up to ``figures``, all else as it is."""
        texts = {code: figure.text for code, figure in figures.items()}
        return self.with_words(lambda mark: texts.get(mark.code))

    def with_words(self, words_of: Callable[[FigureMark], str | None]) -> "LiveText":
        """Return the wording, each mark in the words ``words_of`` gives; None leaves them."""
        runs: list[Run] = []
        marks: list[FigureMark] = []
        position = length = 0
        for mark in self.marks:
            before = _part(self.words, position, mark.start).runs
            inner = _part(self.words, mark.start, mark.end).runs
            words = words_of(mark)
            if words and inner:
                inner = (Run(words, inner[0].bold, inner[0].italic),)
            length += sum(len(run.text) for run in before)
            size = sum(len(run.text) for run in inner)
            marks.append(FigureMark(mark.code, length, length + size))
            length += size
            runs += (*before, *inner)
            position = mark.end
        runs += _part(self.words, position, len(self.text)).runs
        return LiveText(RichText(_joined(runs)), tuple(marks))


Part = str | Figure | LiveText
"""What can be filled into a sentence."""


def live(template: str, /, **parts: Part) -> LiveText:
    """Return ``template`` with its blanks filled; figures among ``parts`` stay known.

    What is filled in is taken as it is: braces in an officer's words are no blanks.
    """
    pieces: list[Part] = []
    for literal, name, _, _ in Formatter().parse(template):
        if literal:
            pieces.append(literal)
        if name:
            pieces.append(parts[name])
    return joined(pieces, "")


def joined(parts: Iterable[Part], separator: str) -> LiveText:
    """Return ``parts`` one after the other; empty ones are left out."""
    words = ""
    marks: list[FigureMark] = []
    for part in parts:
        text = part if isinstance(part, str) else part.text
        if not text:
            continue
        if words:
            words += separator
        start = len(words)
        words += text
        if isinstance(part, Figure):
            marks.append(FigureMark(part.code, start, len(words)))
        elif isinstance(part, LiveText):
            marks += (FigureMark(m.code, start + m.start, start + m.end) for m in part.marks)
    return LiveText(RichText((Run(words),)) if words else EMPTY, tuple(marks))


def _kept_stretches(before: str, after: str) -> Sequence[tuple[int, int, int]]:
    """Return the stretches that two texts share: starts in both, and the length."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    middle = SequenceMatcher(
        None, old[head : len(old) - tail], new[head : len(new) - tail], autojunk=False
    )
    blocks = [(0, 0, head)]
    blocks += [(b.a + head, b.b + head, b.size) for b in middle.get_matching_blocks()]
    blocks.append((len(old) - tail, len(new) - tail, tail))
    old_at, new_at = _offsets(old), _offsets(new)
    return [(old_at[a], new_at[b], old_at[a + n] - old_at[a]) for a, b, n in blocks if n]


def _offsets(tokens: Sequence[str]) -> list[int]:
    offsets = [0]
    for token in tokens:
        offsets.append(offsets[-1] + len(token))
    return offsets


def _text_length(markup: str) -> int:
    return len(re.sub(r"&(?:amp|lt|gt);", "&", _STYLE_TAG.sub("", markup)))


def _part(words: RichText, start: int, end: int) -> RichText:
    """Return a stretch of a wording in its styles, white space at its ends kept."""
    runs = []
    position = 0
    for run in words.runs:
        text = run.text[max(start - position, 0) : max(end - position, 0)]
        if text:
            runs.append(Run(text, run.bold, run.italic))
        position += len(run.text)
    return RichText(tuple(runs))


def _joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    out: list[Run] = []
    for run in runs:
        if out and (out[-1].bold, out[-1].italic) == (run.bold, run.italic):
            out[-1] = Run(out[-1].text + run.text, run.bold, run.italic)
        else:
            out.append(run)
    return tuple(out)
