"""A document as lines and tables in order, cleaned, before anything is understood.

Every reader (Word, text, web markup) brings its document into this one form.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from cchc_desktop.domain.problem import Place, Problem, Severity
from cchc_desktop.domain.rich_text import EMPTY, RichText, Run
from cchc_desktop.importers.grid import join_runs
from cchc_desktop.importers.legacy_fonts import LegacyConverter, LegacyEncoding
from cchc_desktop.importers.markup_leftovers import has_markup, without_markup
from cchc_desktop.importers.problem_codes import DocumentProblem
from cchc_desktop.importers.raw_table import RawRun, RawTable

_WIDE_GAP = re.compile(r"[ \u00a0]{4,}|\t+")


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of the document ("dòng của văn bản").

    Attributes:
        number: Its line or paragraph in the file, from 1.
        words: What it says.
        after_blank: Whether a blank line stands before it.
        goes_on: Whether only a line break parts it from the line before, within a paragraph.
        is_centred: Whether the file says that it stands in the middle.
        pieces: What wide gaps or tabs part it into, where there are any.
    """

    number: int
    words: RichText
    after_blank: bool = False
    goes_on: bool = False
    is_centred: bool = False
    pieces: tuple[RichText, ...] = ()

    @property
    def text(self) -> str:
        """The words alone."""
        return self.words.text

    def split(self) -> "list[SourceLine]":
        """Return its pieces as lines of their own."""
        if len(self.pieces) < 2:
            return [self]
        return [replace(self, words=piece, pieces=()) for piece in self.pieces]


@dataclass(frozen=True, slots=True)
class SourceTable:
    """A table of the document with its place ("bảng của văn bản").

    Attributes:
        number: Where it begins, as the number of a line.
        raw: As the reader of annexes takes it.
        rows: Its cells, all rows of one length.
    """

    number: int
    raw: RawTable
    rows: tuple[tuple[RichText, ...], ...] = ()

    @property
    def row_lines(self) -> tuple[int, ...]:
        """Where each row stands; the table's own place where its rows have no lines."""
        numbers = [row.number for row in self.raw.rows]
        is_by_line = bool(numbers) and numbers[0] == self.number and self.number > 1
        return tuple(numbers if is_by_line else [self.number] * len(numbers))


SourceBlock = SourceLine | SourceTable


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """All of a document in order ("văn bản nguồn")."""

    file: str
    blocks: tuple[SourceBlock, ...]
    problems: tuple[Problem, ...] = ()

    def place(self, line: int) -> Place:
        """Return where a line stands."""
        return Place(self.file, "", line)


@dataclass(frozen=True, slots=True)
class RawLine:
    """A line before cleaning ("dòng thô"); fields as in ``SourceLine``."""

    number: int
    runs: tuple[RawRun, ...]
    after_blank: bool = False
    is_centred: bool = False


@dataclass(slots=True)
class DocumentCleaner:
    """Turns raw lines and tables into clean ones, after judging the whole document's encoding."""

    file: str
    _converted: dict[LegacyEncoding, int] = field(default_factory=dict)

    def clean(
        self,
        blocks: Sequence[RawLine | tuple[int, RawTable]],
        problems: Iterable[Problem] = (),
    ) -> SourceDocument:
        """Return the document with every word in Unicode NFC."""
        converter = LegacyConverter(
            run for block in blocks if isinstance(block, RawLine) for run in block.runs
        )
        clean: list[SourceBlock] = []
        for block in blocks:
            if isinstance(block, RawLine):
                clean += self._lines(block, converter)
            else:
                clean.append(SourceTable(block[0], block[1], self._rows(block[1])))
        said = [
            Problem(
                DocumentProblem.LEGACY_LINES_CONVERTED, Severity.NOTICE, Place(self.file, ""), "",
                {"encoding": encoding.value, "count": str(count)},
            )
            for encoding, count in self._converted.items()
        ]  # fmt: skip
        return SourceDocument(self.file, tuple(clean), (*problems, *said))

    def _lines(self, raw: RawLine, converter: LegacyConverter) -> Iterator[SourceLine]:
        """Yield the lines that line breaks part a paragraph into."""
        after_blank, goes_on = raw.after_blank, False
        for runs in _split_lines(self._runs(raw.runs, converter)):
            words = join_runs(runs)
            if not words:
                continue
            pieces: tuple[RichText, ...] = ()
            if any(_WIDE_GAP.search(run.text) for run in runs):
                pieces = tuple(piece for piece in map(join_runs, _split_gaps(runs)) if piece)
            yield SourceLine(
                raw.number, words, after_blank, goes_on, raw.is_centred,
                pieces if len(pieces) > 1 else (),
            )  # fmt: skip
            after_blank, goes_on = False, True

    def _runs(self, raw: Iterable[RawRun], converter: LegacyConverter) -> list[Run]:
        runs = []
        for raw_run in raw:
            run, encoding = converter.convert(raw_run)
            runs.append(Run(run.text, run.bold, run.italic))
            if encoding:
                self._converted[encoding] = self._converted.get(encoding, 0) + 1
        if has_markup("".join(run.text for run in runs)):
            return list(without_markup(runs))
        return runs

    def _rows(self, table: RawTable) -> tuple[tuple[RichText, ...], ...]:
        converter = LegacyConverter(r for row in table.rows for c in row.cells for r in c.runs)
        rows: list[list[RichText]] = []
        for raw_row in table.rows:
            row: list[RichText] = []
            for cell in raw_row.cells:
                row += [EMPTY] * (cell.column - len(row))
                row.append(join_runs(self._runs(cell.runs, converter)))
            rows.append(row)
        width = max(map(len, rows), default=0)
        return tuple(tuple(row + [EMPTY] * (width - len(row))) for row in rows)


def sliced(words: RichText, start: int, end: int | None = None) -> RichText:
    """Return a stretch of a wording in its styles, without white space at its ends.

    What is cut out of a tidy wording is tidy inside.
    """
    runs = []
    position = 0
    stop = len(words.text) if end is None else end
    for run in words.runs:
        piece = run.text[max(start - position, 0) : max(stop - position, 0)]
        if piece:
            runs.append(Run(piece, run.bold, run.italic))
        position += len(run.text)
    while runs and not runs[0].text.strip():
        runs.pop(0)
    while runs and not runs[-1].text.strip():
        runs.pop()
    if not runs:
        return EMPTY
    runs[0] = replace(runs[0], text=runs[0].text.lstrip())
    runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip())
    return RichText(tuple(runs))


def _split_lines(runs: Iterable[Run]) -> Iterator[list[Run]]:
    line: list[Run] = []
    for run in runs:
        first, *others = re.split(r"\r\n|[\n\r\v\f]", run.text)
        line.append(Run(first, run.bold, run.italic))
        for other in others:
            yield line
            line = [Run(other, run.bold, run.italic)]
    yield line


def _split_gaps(runs: Sequence[Run]) -> list[list[Run]]:
    parts: list[list[Run]] = [[]]
    for run in runs:
        first, *others = _WIDE_GAP.split(run.text)
        parts[-1].append(Run(first, run.bold, run.italic))
        parts += [[Run(other, run.bold, run.italic)] for other in others]
    return parts
