"""Chooses which tables of a source are the annex, and finds the words above it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from cchc_desktop.domain.annex_draft import AnnexColumn, TableProposal
from cchc_desktop.domain.vietnamese import fold
from cchc_desktop.importers.column_guessing import guess_layout
from cchc_desktop.importers.columns import Layout, find_layout, propose
from cchc_desktop.importers.grid import Table
from cchc_desktop.importers.headings import HeadingVocabulary
from cchc_desktop.importers.row_number import Level, read_number, read_section_start

_WEIGHTS = {
    AnnexColumn.NUMBER: 1, AnnexColumn.CONTENT: 3, AnnexColumn.PRODUCT: 3,
    AnnexColumn.DEADLINE: 3, AnnexColumn.LEAD: 3, AnnexColumn.COOPERATING: 2,
    AnnexColumn.MONITOR: 1, AnnexColumn.NOTE: 1,
}  # fmt: skip
_LEAST_SCORE = 7
_ANNEX_LINE = re.compile(r"phu luc(?: so)?(?:\s+(?:[ivxlc]+|\d+)(?![\w])|\s*$)?\s*[:.–-]?\s*")
_ATTACHED = ("ban hanh kem theo", "kem theo", "dinh kem", "ban hanh theo")
_LETTERHEAD = (
    "cong hoa xa hoi", "doc lap", "uy ban nhan dan", "ubnd", "so:", "so ", "hoi dong nhan dan",
    "phong noi vu", "so noi vu", "huyen ", "tinh ", "don vi tinh", "bieu so", "mau so", "---",
)  # fmt: skip
_TITLE_LINES = 4


@dataclass(frozen=True, slots=True)
class ChosenTable:
    """A table with the layout it is read by ("bảng được chọn")."""

    table: Table
    layout: Layout


@dataclass(frozen=True, slots=True)
class Caption:
    """What the words above a table say ("tên phụ lục").

    Attributes:
        title: The annex's title.
        attached_to: The line in brackets.
        left_over: The lines that are neither, nor the word "Phụ lục" itself.
    """

    title: str = ""
    attached_to: str = ""
    left_over: tuple[str, ...] = ()


def lay_out(table: Table, vocabulary: HeadingVocabulary) -> ChosenTable:
    """Return ``table`` with its layout, by heading or, for want of one, by content."""
    layout = find_layout(table, vocabulary) or guess_layout(table, vocabulary)
    return ChosenTable(table, layout or Layout((), 0, 0, frozenset(), is_guessed=True))


def choose(candidates: Sequence[ChosenTable], wanted: int | None) -> list[int]:
    """Return which of ``candidates`` are the annex, or none.

    Tables that go on from the chosen one, with the same columns, belong to it.
    """
    if wanted is not None:
        first = next((i for i, c in enumerate(candidates) if c.table.index == wanted), None)
    else:
        scores = [_score(candidate) for candidate in candidates]
        best = max(range(len(scores)), key=lambda i: scores[i], default=None)
        first = best if best is not None and scores[best] >= _LEAST_SCORE else None
    if first is None:
        return []
    while wanted is None and first > 0 and _goes_on(candidates[first - 1], candidates[first]):
        first -= 1
    chosen = [first]
    for index in range(first + 1, len(candidates)):
        if not _goes_on(candidates[chosen[-1]], candidates[index]):
            break
        chosen.append(index)
    return chosen


def proposal(candidate: ChosenTable, *, is_chosen: bool) -> TableProposal:
    """Return what is proposed for one table."""
    table = candidate.table
    lines = [*table.above, *_lines_above_heading(candidate)]
    return TableProposal(
        table.index, table.name, "\n".join(lines[-8:]) if not is_chosen else "\n".join(lines),
        len(table.rows), propose(table, candidate.layout), is_chosen,
    )  # fmt: skip


def caption(lines: Sequence[str]) -> Caption:
    """Return the title and the bracketed line among the lines above a table."""
    lines = [part for line in lines for part in line.split("\n") if part.strip()]
    if lines and read_section_start(lines[-1]):
        # The first section may stand above the table instead of in it.
        words = caption(lines[:-1])
        return replace(words, left_over=(*words.left_over, lines[-1]))
    attached_at = _find_attached(lines)
    attached = ""
    rest = list(lines)
    if attached_at is not None:
        first, last = attached_at
        attached = " ".join(lines[first:last])
        rest = lines[:first] + lines[last:]
        lines = lines[:first]
    start = next(
        (i for i in range(len(lines) - 1, -1, -1) if _annex_words(lines[i]) is not None), None
    )
    if start is not None:
        same_line = _annex_words(lines[start]) or ""
        used = lines[start:]
        title = " ".join(part for part in (same_line, *lines[start + 1 :]) if part)
        if len(used) > _TITLE_LINES + 2:
            return Caption("", attached, tuple(rest))
        return Caption(title, attached, tuple(line for line in rest if line not in used))
    used = []
    for line in reversed(lines[-_TITLE_LINES:]):
        if fold(line).startswith(_LETTERHEAD) or (used and not line.isupper()):
            break
        if not line.isupper() and (attached_at is None or len(line) > 250):
            break
        used.insert(0, line)
    return Caption(" ".join(used), attached, tuple(line for line in rest if line not in used))


def _find_attached(lines: Sequence[str]) -> tuple[int, int] | None:
    for first in range(len(lines) - 1, -1, -1):
        folded = fold(lines[first]).lstrip("( ")
        if lines[first].lstrip().startswith("(") and any(w in folded for w in _ATTACHED):
            last = first + 1
            while ")" not in lines[last - 1] and last < min(len(lines), first + 3):
                last += 1
            return first, last
    return None


def _annex_words(line: str) -> str | None:
    """Return what follows "PHỤ LỤC I" on its line, or None for another line."""
    folded = fold(line)
    match = _ANNEX_LINE.match(folded)
    if not match or len(line) > 250 or len(folded) != len(line):
        return None
    return line[match.end() :].strip()


def _lines_above_heading(candidate: ChosenTable) -> list[str]:
    rows = candidate.table.rows[: candidate.layout.first_heading]
    return [line for row in rows for cell in row.filled for line in cell.text.text.split("\n")]


def caption_lines(candidate: ChosenTable) -> list[str]:
    """Return all lines above the heading of a table."""
    return [*candidate.table.above, *_lines_above_heading(candidate)]


def _score(candidate: ChosenTable) -> float:
    meanings = candidate.layout.meanings
    if AnnexColumn.CONTENT not in meanings or len(meanings) < 3:
        return 0
    score: float = sum(_WEIGHTS[column] for column in meanings)
    rows = len(candidate.table.rows) - candidate.layout.first_content
    if candidate.layout.is_guessed:
        # Without a heading only a table that reads like an annex is taken for one.
        if not _has_sequence(candidate) or AnnexColumn.DEADLINE not in meanings:
            return 0
        score *= 0.6
    if candidate.table.is_hidden:
        score *= 0.5
    return score + min(rows, 500) / 100 if rows > 0 else 0


def _has_sequence(candidate: ChosenTable) -> bool:
    numbers = [
        read_number(cell.text.text) for row in candidate.table.rows[:50] for cell in row.filled[:1]
    ]
    return sum(number is not None and number.level is Level.TASK for number in numbers) >= 2


def _goes_on(before: ChosenTable, after: ChosenTable) -> bool:
    """Tell whether ``after`` continues ``before``: the same heading, or none and no words."""
    if after.table.is_sheet:
        return _same_columns(before, after) and _section_follows(before, after)
    if after.layout.is_guessed:
        return (
            not after.table.above
            and _width(after.table) == _width(before.table)
            and _width(after.table) >= 3
        )
    return _same_columns(before, after) and not any(
        _annex_words(line) is not None for line in after.table.above
    )


def _same_columns(before: ChosenTable, after: ChosenTable) -> bool:
    if before.layout.is_guessed or after.layout.is_guessed:
        return False
    return [c.column for c in before.layout.columns] == [
        c.column for c in after.layout.columns
    ] and bool(before.layout.heading_keys & after.layout.heading_keys)


def _section_follows(before: ChosenTable, after: ChosenTable) -> bool:
    """Tell whether the sections of a sheet carry on from those of the sheet before."""
    last = [p for p in _section_positions(before) if p]
    first = [p for p in _section_positions(after) if p]
    return bool(last and first and first[0] == last[-1] + 1)


def _section_positions(candidate: ChosenTable) -> list[int | None]:
    numbers = [
        read_number(row.filled[0].text.text)
        for row in candidate.table.rows[candidate.layout.first_content :]
        if row.filled
    ]
    return [n.position for n in numbers if n and n.level is Level.SECTION]


def _width(table: Table) -> int:
    return max((cell.end for row in table.rows for cell in row.cells), default=0)
