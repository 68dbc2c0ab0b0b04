"""Builds the passages of a part out of its lines: headings, points, dashes, paragraphs."""

import re
from dataclasses import dataclass, replace

from cchc_desktop.domain.plan_text import Passage, PassageKind, TextTable
from cchc_desktop.domain.plan_text_numbering import RunningNumbers, counted, own_number_or_none
from cchc_desktop.domain.problem import Place, Problem, Severity
from cchc_desktop.domain.report_text import LiveText
from cchc_desktop.domain.rich_text import EMPTY, RichText, Run
from cchc_desktop.importers.document_lines import SourceLine, sliced
from cchc_desktop.importers.document_marks import Mark, is_mark_alone, read_mark
from cchc_desktop.importers.grid import join_runs
from cchc_desktop.importers.problem_codes import DocumentProblem

_ENDS = '.;:!?…)]”"/'
_CLOSING = re.compile(r"\./\.?\s*[)”\"*]*$")
_LONG_LINE = 80
_DEEPER = {
    0: PassageKind.ITEM, 1: PassageKind.ITEM, 2: PassageKind.POINT, 3: PassageKind.POINT,
    4: PassageKind.POINT, 5: PassageKind.DASH, 6: PassageKind.PLUS, 7: PassageKind.PLUS,
}  # fmt: skip


def is_closing(text: str) -> bool:
    """Tell whether a paragraph ends the paper, with "./."."""
    return _CLOSING.search(text) is not None


@dataclass(slots=True)
class _Entry:
    kind: PassageKind
    pieces: list[RichText]
    level: int
    own: str
    number: str
    last_text: str
    awaits_words: bool = False
    table: TextTable | None = None


class Outline:
    """Takes the lines of a part one by one; every line goes into a passage.

    Attributes:
        is_closed: Whether the closing paragraph was met.
        problems: What should be looked at.
    """

    def __init__(self, file: str) -> None:
        self.is_closed = False
        self.problems: list[Problem] = []
        self._file = file
        self._entries: list[_Entry] = []
        self._numbers = RunningNumbers()
        self._open: dict[int, str] = {}
        self._heading: _Entry | None = None
        self._forms: set[tuple[PassageKind, str]] = set()

    def __len__(self) -> int:
        return len(self._entries)

    def add(self, line: SourceLine, wanted: PassageKind | None = None) -> int:
        """Take a line over and return which passage it went into.

        Args:
            line: The line.
            wanted: What the officer takes it for; None leaves it to the line itself.
        """
        mark = read_mark(line.text) if wanted is not PassageKind.TEXT else None
        if wanted is None and mark is None:
            joined = self._join(line)
            if joined is not None:
                return joined
        kind = wanted or (self._kind(mark) if mark else PassageKind.TEXT)
        if mark is None and wanted is None and is_mark_alone(line.text):
            alone = read_mark(f"{line.text} X")
            if alone is not None:
                return self._add_heading(line, self._kind(alone), alone, EMPTY)
        if not kind.rank:
            return self._add_text(line, kind)
        words = sliced(line.words, mark.end) if mark else line.words
        return self._add_heading(line, kind, mark, words)

    def add_basis(self, words: RichText) -> int:
        """Take a legal ground over, without the sign at its end."""
        start = re.match(r"[-–+]\s*", words.text)
        end = len(words.text.rstrip(" .;,"))
        kept = sliced(words, start.end() if start else 0, end)
        self._append(PassageKind.BASIS, kept, 0, words.text)
        return len(self._entries) - 1

    def add_table(self, table: TextTable) -> int:
        """Take a table over."""
        self._append(PassageKind.TABLE, EMPTY, self._text_level(), ".")
        self._entries[-1].table = table
        return len(self._entries) - 1

    def passages(self) -> tuple[Passage, ...]:
        """Return the passages, numbered as they were written."""
        return tuple(
            Passage(
                kind=entry.kind,
                text=LiveText(_whole(entry.pieces)),
                level=entry.kind.rank or entry.level,
                own_number=entry.own,
                number=entry.number,
                table=entry.table,
            )
            for entry in self._entries
        )

    def _kind(self, mark: Mark) -> PassageKind:
        """Return what a mark stands for, by the lists that are open."""
        if mark.kind is not None:
            return mark.kind
        for rank, style in self._open.items():
            if style == mark.style:
                return _kind_of(rank)
        deepest = max(self._open, default=0)
        kind = _DEEPER[deepest]
        is_bullet = not mark.written[-1:].isalnum() and ")" not in mark.written
        return max(kind, PassageKind.DASH, key=lambda k: k.rank) if is_bullet else kind

    def _add_heading(
        self, line: SourceLine, kind: PassageKind, mark: Mark | None, words: RichText
    ) -> int:
        expected = self._numbers.expected(kind)
        own = own_number_or_none(kind, mark.written, expected) if mark else ""
        self._append(kind, words, kind.rank, line.text)
        entry = self._entries[-1]
        entry.own = own
        entry.number = self._numbers.take(kind, own)
        entry.awaits_words = not words
        self._heading = entry
        for rank in [rank for rank in self._open if rank >= kind.rank]:
            del self._open[rank]
        self._open[kind.rank] = mark.style if mark else ""
        if own and self._is_news(kind, own, expected):
            params = {"expected": expected, "number": own}
            self._say(DocumentProblem.NUMBER_OWN, Severity.NOTICE, line, params)
        return len(self._entries) - 1

    def _is_news(self, kind: PassageKind, own: str, expected: str) -> bool:
        """Tell whether a number is worth a word: it jumps, or is of a form not met before."""
        form = re.sub(r"\w+", "x", own)
        is_new_form = (kind, form) not in self._forms
        self._forms.add((kind, form))
        if form == re.sub(r"\w+", "x", expected):
            return counted(kind, own) != counted(kind, expected)
        return is_new_form

    def _add_text(self, line: SourceLine, kind: PassageKind) -> int:
        if is_closing(line.text):
            self.is_closed = True
        level = 0 if self.is_closed or kind is PassageKind.BASIS else self._text_level()
        before = self._entries[-1] if self._entries else None
        if (
            before is not None and before.kind is not PassageKind.BASIS
            and len(before.last_text) > _LONG_LINE and before.last_text[-1] not in _ENDS
        ):  # fmt: skip
            self._say(DocumentProblem.PARAGRAPH_MAYBE_CUT, Severity.CHECK, line, {})
        self._append(kind, line.words, level, line.text)
        return len(self._entries) - 1

    def _append(self, kind: PassageKind, words: RichText, level: int, text: str) -> None:
        if is_closing(text) and kind is not PassageKind.BASIS:
            self.is_closed = True
        self._entries.append(_Entry(kind, [words], level, "", "", text.rstrip()))

    def _join(self, line: SourceLine) -> int | None:
        """Join the second half of a paragraph to the first; None where it is none."""
        if not self._entries:
            return None
        before = self._entries[-1]
        if before.table is not None or before.kind is PassageKind.BASIS:
            return None
        separator = " "
        if before.awaits_words:
            before.awaits_words = False
            separator = ""
        elif line.goes_on:
            separator = "\n"
        elif line.text[0].islower() and before.last_text[-1] not in _ENDS:
            self._say(DocumentProblem.PARAGRAPH_JOINED, Severity.NOTICE, line, {})
        elif before.last_text[-1] == "," and line.text[0] not in '(“"':
            self._say(DocumentProblem.PARAGRAPH_JOINED, Severity.CHECK, line, {})
        else:
            return None
        if separator:
            before.pieces.append(RichText((Run(separator),)))
        before.pieces.append(line.words)
        before.last_text = line.text.rstrip()
        if is_closing(before.last_text):
            self.is_closed = True
            before.level = 0
        return len(self._entries) - 1

    def _text_level(self) -> int:
        """Return the rank of the heading that a paragraph here belongs to.

        A dash ends with its paragraph, unless it announces what follows.
        """
        if self.is_closed or self._heading is None:
            return 0
        deepest = max(self._open)
        if self._heading.last_text.endswith(":"):
            return deepest
        return max((rank for rank in self._open if rank <= PassageKind.POINT.rank), default=0)

    def _say(
        self, code: DocumentProblem, severity: Severity, line: SourceLine, params: dict[str, str]
    ) -> None:
        place = Place(self._file, "", line.number)
        self.problems.append(Problem(code.value, severity, place, line.text, params))


def _whole(pieces: list[RichText]) -> RichText:
    if len(pieces) == 1:
        return pieces[0]
    return join_runs(run for piece in pieces for run in piece.runs)


def _kind_of(rank: int) -> PassageKind:
    return next(kind for kind in PassageKind if kind.rank == rank)


def without_numbers(passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """Return passages of a block as their order numbers them; odd signs are kept.

    What is pasted stands among others, whose count goes on.
    """
    usual = re.compile(r"(?:[IVX]+|\d+(?:\.\d+)*)\.|[a-zđ]{1,2}\)|Điều \d+\.")
    return tuple(
        replace(passage, own_number="") if usual.fullmatch(passage.own_number) else passage
        for passage in passages
    )
