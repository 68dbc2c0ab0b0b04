"""From a source document, or a pasted block, to the annex it holds.

Nothing is written anywhere: the result is a draft with the list of all that the officer
should know, and what can be changed about the reading (``ImportChoices``).
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from cchc_desktop.domain.annex_draft import AnnexColumn, AnnexDraft
from cchc_desktop.domain.errors import SourceEmpty, SourceHasNoTable
from cchc_desktop.domain.problem import Place, Problem, Severity
from cchc_desktop.domain.rich_text import EMPTY, RichText
from cchc_desktop.importers.assembly import assemble, finished
from cchc_desktop.importers.columns import layout_problems
from cchc_desktop.importers.grid import clean_cell, clean_table
from cchc_desktop.importers.headings import HeadingVocabulary, load_headings
from cchc_desktop.importers.number_checks import task_numbering
from cchc_desktop.importers.problem_codes import ProblemCode
from cchc_desktop.importers.raw_table import RawSource
from cchc_desktop.importers.row_number import read_section_start
from cchc_desktop.importers.row_reading import AnnexLine, read_lines
from cchc_desktop.importers.source_guard import GuardedSource, SourceKind, open_source
from cchc_desktop.importers.table_choice import (
    Caption,
    ChosenTable,
    caption,
    caption_lines,
    choose,
    lay_out,
    proposal,
)
from cchc_desktop.importers.text_reader import text_source

__all__ = [
    "ImportChoices",
    "load_headings",
    "read_annex",
    "read_annex_tables",
    "read_pasted_annex",
    "read_pasted_rows",
]


@dataclass(frozen=True, slots=True)
class ImportChoices:
    """What the officer changed in the proposal ("lựa chọn khi nhập").

    Attributes:
        table_index: The table or sheet to read; None leaves the choice to the program.
        columns: What columns of the source mean, by their index in the proposal; None as a
            meaning leaves a column out.
    """

    table_index: int | None = None
    columns: Mapping[int, AnnexColumn | None] | None = None


_NO_CHOICES = ImportChoices()


def read_annex(
    path: Path, headings: HeadingVocabulary, choices: ImportChoices = _NO_CHOICES
) -> AnnexDraft:
    """Return the annex in the file, or raise a ``SourceRejected`` that says why there is none."""
    source = open_source(path)
    raw = _read_source(source)
    if not source.is_as_named:
        problem = Problem(
            ProblemCode.NAME_AND_CONTENT_DIFFER, Severity.NOTICE, Place(source.name, ""), "",
            {"expected": source.expected, "found": source.kind.value},
        )  # fmt: skip
        raw = replace(raw, problems=(problem, *raw.problems))
    return _read(raw, headings, choices, is_pasted=False)


def read_pasted_annex(
    text: str,
    html: str | None,
    headings: HeadingVocabulary,
    choices: ImportChoices = _NO_CHOICES,
) -> AnnexDraft:
    """Return the annex in a pasted block; a table in ``html`` is preferred to ``text``."""
    return _read(_pasted_source(text, html), headings, choices, is_pasted=True)


def read_annex_tables(source: RawSource, headings: HeadingVocabulary) -> AnnexDraft:
    """Return the annex in the tables of a larger document; raises as ``read_annex``."""
    return _read(source, headings, _NO_CHOICES, is_pasted=False)


def read_pasted_rows(text: str, html: str | None) -> tuple[tuple[RichText, ...], ...]:
    """Return a pasted block as a plain grid of cells, all rows of one width.

    Line breaks in Excel's quoted cells are understood, bold and italic of ``html`` kept.
    A cell that a merged cell covers is empty.
    """
    tables = _pasted_source(text, html).tables
    rows: list[list[RichText]] = []
    for table in tables:
        for raw_row in table.rows:
            row: list[RichText] = []
            for cell in raw_row.cells:
                row += [EMPTY] * (cell.column - len(row))
                row.append(clean_cell(cell))
            rows.append(row)
    width = max(map(len, rows), default=0)
    return tuple(tuple(row + [EMPTY] * (width - len(row))) for row in rows)


def _pasted_source(text: str, html: str | None) -> RawSource:
    if html and html.strip():
        from cchc_desktop.importers.html_reader import read_html

        source = read_html("", html)
        if source.tables:
            return source
    return text_source("", text)


def _read_source(source: GuardedSource) -> RawSource:
    match source.kind:
        case SourceKind.WORD:
            from cchc_desktop.importers.word_reader import read_word

            return read_word(source)
        case SourceKind.WORKBOOK | SourceKind.OLD_WORKBOOK:
            from cchc_desktop.importers.excel_reader import read_workbook

            return read_workbook(source)
        case SourceKind.WEB_PAGE:
            from cchc_desktop.importers.html_reader import read_html
            from cchc_desktop.importers.text_reader import decode

            return read_html(source.name, decode(source.name, source.data))
        case SourceKind.TEXT:
            from cchc_desktop.importers.text_reader import read_text

            return read_text(source.name, source.data)


def _read(
    raw: RawSource,
    headings: HeadingVocabulary,
    choices: ImportChoices,
    *,
    is_pasted: bool,
) -> AnnexDraft:
    if not any(row.cells for table in raw.tables for row in table.rows):
        if is_pasted:
            raise SourceEmpty(file=raw.file)
        raise SourceHasNoTable(file=raw.file)
    candidates = [lay_out(clean_table(raw.file, table), headings) for table in raw.tables]
    chosen = choose(candidates, choices.table_index)
    if not chosen and is_pasted:
        # What an officer pastes is meant as it is: the largest table is taken.
        chosen = [max(range(len(candidates)), key=lambda i: len(candidates[i].table.rows))]
    if not chosen or not candidates[chosen[0]].layout.columns:
        raise SourceHasNoTable(file=raw.file)
    for index in chosen:
        candidates[index] = _as_chosen(raw, candidates[index], index, headings, choices)
    return _draft(raw, candidates, chosen, headings)


def _as_chosen(
    raw: RawSource,
    candidate: ChosenTable,
    index: int,
    headings: HeadingVocabulary,
    choices: ImportChoices,
) -> ChosenTable:
    """Read a chosen table again with its styles, and the columns as the officer wants them."""
    if raw.restyle is not None:
        styled = raw.restyle(raw.tables[index])
        candidate = lay_out(clean_table(raw.file, styled), headings)
    return ChosenTable(candidate.table, candidate.layout.with_choices(choices.columns))


def _draft(
    raw: RawSource,
    candidates: Sequence[ChosenTable],
    chosen: Sequence[int],
    headings: HeadingVocabulary,
) -> AnnexDraft:
    first = candidates[chosen[0]]
    words = caption(caption_lines(first))
    problems: list[Problem] = list(raw.problems)
    problems += _caption_problems(first, words)
    problems += layout_problems(first.table, first.layout)
    if len(chosen) > 1:
        names = ", ".join(candidates[index].table.name for index in chosen)
        problems.append(
            Problem(
                ProblemCode.TABLES_JOINED, Severity.NOTICE, first.table.place(), "",
                {"names": names},
            )
        )  # fmt: skip
    lines: list[AnnexLine] = []
    found: list[Problem] = []
    layout = first.layout
    for index in chosen:
        candidate = candidates[index]
        found += candidate.table.problems
        if candidate.layout.is_guessed and not layout.is_guessed:
            candidate = ChosenTable(candidate.table, replace(layout, first_content=0))
        between = words.left_over[-1:] if candidate is first else candidate.table.above
        lines += _lines_between(candidate, between, found)
        lines += read_lines(candidate.table, candidate.layout, found)
    sections = assemble(lines, headings, found)
    return AnnexDraft(
        source_name=raw.file,
        title=words.title,
        attached_to=words.attached_to,
        task_numbering=task_numbering(sections),
        sections=finished(sections),
        tables=tuple(
            proposal(candidate, is_chosen=index in chosen)
            for index, candidate in enumerate(candidates)
        ),
        problems=(*problems, *sorted(found, key=_order(chosen, candidates))),
    )


def _lines_between(
    candidate: ChosenTable, above: Sequence[str], problems: list[Problem]
) -> Iterator[AnnexLine]:
    """Yield the section titles that stand above a table instead of in it.

    Where one table follows another of the same annex, other words between them are reported.
    """
    place = candidate.table.place()
    for line in above:
        if read_section_start(line) and line in candidate.table.above:
            cells = {AnnexColumn.CONTENT: RichText.plain(line)}
            yield AnnexLine(place, cells, {}, True, False, {})  # noqa: FBT003 - facts of the row
        elif candidate.table.index and above is candidate.table.above:
            problems.append(Problem(ProblemCode.ROW_ABOVE_TABLE, Severity.DROPPED, place, line))


def _order(
    chosen: Sequence[int], candidates: Sequence[ChosenTable]
) -> Callable[[Problem], tuple[int, int, int]]:
    parts = {candidates[index].table.name: order for order, index in enumerate(chosen)}

    def key(problem: Problem) -> tuple[int, int, int]:
        place = problem.place
        return parts.get(place.part, 0), place.row or 0, place.column or 0

    return key


def _caption_problems(candidate: ChosenTable, words: Caption) -> list[Problem]:
    """Report the rows above the heading, inside the table, that are not its title."""
    left = set(words.left_over)
    table = candidate.table
    return [
        Problem(
            ProblemCode.ROW_ABOVE_TABLE,
            Severity.NOTICE,
            table.place(row.number, cell.column + 1),
            cell.text.text,
        )
        for row in table.rows[: candidate.layout.first_heading]
        for cell in row.filled
        if any(line in left for line in cell.text.text.split("\n"))
    ]
