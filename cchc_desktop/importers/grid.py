"""A table after cleaning: Unicode, tidy, with bold and italic, ready to be understood."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from cchc_desktop.domain.problem import Place, Problem, Severity
from cchc_desktop.domain.rich_text import EMPTY, RichText, Run
from cchc_desktop.importers.legacy_fonts import LegacyConverter, LegacyEncoding
from cchc_desktop.importers.markup_leftovers import has_markup, without_markup
from cchc_desktop.importers.problem_codes import ProblemCode
from cchc_desktop.importers.raw_table import ProblemLog, RawCell, RawRun, RawTable


@dataclass(frozen=True, slots=True)
class Cell:
    """One clean cell ("ô"); fields as in ``RawCell``."""

    column: int
    text: RichText
    span: int = 1
    is_continuation: bool = False

    @property
    def end(self) -> int:
        """The column after the last one it covers."""
        return self.column + self.span


@dataclass(frozen=True, slots=True)
class Row:
    """One clean row ("dòng")."""

    number: int
    cells: tuple[Cell, ...]

    @property
    def filled(self) -> tuple[Cell, ...]:
        """The cells that hold text."""
        return tuple(cell for cell in self.cells if cell.text)

    @property
    def words(self) -> str:
        """The text of all cells, parted by tabs."""
        return "\t".join(cell.text.text for cell in self.filled)


@dataclass(frozen=True, slots=True)
class Table:
    """One clean table ("bảng"); fields as in ``RawTable``."""

    file: str
    index: int
    name: str
    rows: tuple[Row, ...]
    above: tuple[str, ...]
    is_sheet: bool
    is_hidden: bool
    problems: tuple[Problem, ...]

    def place(self, row: int | None = None, column: int | None = None) -> Place:
        """Return the place of a cell; ``column`` counts from 1."""
        return Place(self.file, self.name, row, column, self.is_sheet)


def clean_table(file: str, raw: RawTable) -> Table:
    """Return ``raw`` in Unicode NFC, without markup, in tidy rich text."""
    converter = LegacyConverter(run for row in raw.rows for cell in row.cells for run in cell.runs)
    log = ProblemLog(file, raw.name, raw.is_sheet)
    converted: Counter[LegacyEncoding] = Counter()
    # The same agencies and deadlines stand in most rows.
    known: dict[tuple[RawRun, ...], tuple[RichText, frozenset[LegacyEncoding]]] = {}
    rows = []
    for raw_row in raw.rows:
        cells = []
        for raw_cell in raw_row.cells:
            if raw_cell.runs not in known:
                known[raw_cell.runs] = _clean_cell(raw_cell, converter)
            text, encodings = known[raw_cell.runs]
            converted.update(encodings)
            if text and has_markup(raw_cell.text):
                log.add(
                    ProblemCode.MARKUP_REMOVED,
                    Severity.NOTICE,
                    row=raw_row.number,
                    column=raw_cell.column + 1,
                    text=raw_cell.text.strip(),
                )
            cells.append(Cell(raw_cell.column, text, raw_cell.span, raw_cell.is_continuation))
        row = Row(raw_row.number, tuple(cells))
        if raw_row.is_hidden and row.filled:
            log.add(
                ProblemCode.HIDDEN_ROW_READ,
                Severity.NOTICE,
                row=row.number,
                text=row.words,
            )
        rows.append(row)
    for encoding, count in converted.items():
        log.add(
            ProblemCode.LEGACY_FONT_CONVERTED,
            Severity.NOTICE,
            encoding=encoding.value,
            count=str(count),
        )
    above = tuple(_clean_line(line, converter) for line in raw.above)
    return Table(
        file, raw.index, raw.name, tuple(rows), tuple(line for line in above if line),
        raw.is_sheet, raw.is_hidden, (*raw.problems, *log.problems),
    )  # fmt: skip


def clean_cell(raw: RawCell) -> RichText:
    """Return one cell cleaned by itself, without a table to judge its encoding by."""
    return _clean_cell(raw, LegacyConverter(raw.runs))[0]


def join_runs(runs: Iterable[Run]) -> RichText:
    """Return the runs as one text; equal styles are joined first, in linear time."""
    groups: list[tuple[list[str], bool, bool]] = []
    for run in runs:
        if groups and groups[-1][1:] == (run.bold, run.italic):
            groups[-1][0].append(run.text)
        else:
            groups.append(([run.text], run.bold, run.italic))
    if not groups:
        return EMPTY
    return RichText.from_runs(Run("".join(texts), b, i) for texts, b, i in groups)


def _clean_cell(
    raw: RawCell, converter: LegacyConverter
) -> tuple[RichText, frozenset[LegacyEncoding]]:
    if not raw.runs:
        return EMPTY, frozenset()
    encodings = set()
    runs = []
    for raw_run in raw.runs:
        run, encoding = converter.convert(raw_run)
        runs.append(Run(run.text, run.bold, run.italic))
        if encoding:
            encodings.add(encoding)
    if has_markup("".join(run.text for run in runs)):
        runs = list(without_markup(runs))
    return join_runs(runs), frozenset(encodings)


def _clean_line(line: str, converter: LegacyConverter) -> str:
    run, _ = converter.convert(RawRun(line))
    return join_runs(without_markup((Run(run.text),))).text
