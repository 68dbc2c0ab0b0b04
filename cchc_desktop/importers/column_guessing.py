"""Tells columns by what stands in them, for a block that was copied without its heading."""

from collections.abc import Callable, Mapping
from statistics import fmean

from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.importers.columns import Layout, SourceColumn
from cchc_desktop.importers.grid import Table
from cchc_desktop.importers.headings import HeadingVocabulary
from cchc_desktop.importers.row_number import read_number

_ROWS_JUDGED = 200
_USUAL_ORDER = (
    AnnexColumn.NUMBER, AnnexColumn.CONTENT, AnnexColumn.PRODUCT, AnnexColumn.DEADLINE,
    AnnexColumn.LEAD, AnnexColumn.COOPERATING, AnnexColumn.NOTE,
)  # fmt: skip


def guess_layout(table: Table, vocabulary: HeadingVocabulary) -> Layout | None:
    """Return a layout judged by content and position, or None for a table without text."""
    cells: dict[int, list[str]] = {}
    for row in table.rows[:_ROWS_JUDGED]:
        for cell in row.filled:
            cells.setdefault(cell.column, []).append(cell.text.text)
    width = max((cell.end for row in table.rows for cell in row.cells), default=0)
    if not cells:
        return None
    meanings = _by_content(cells, vocabulary)
    if width == len(_USUAL_ORDER) and meanings.get(0) is AnnexColumn.NUMBER:
        usual = dict(enumerate(_USUAL_ORDER))
        if all(usual[index] is meaning or index > 4 for index, meaning in meanings.items()):
            meanings = usual
    columns = tuple(
        SourceColumn(index, index + 1, "", meanings.get(index)) for index in range(width)
    )
    return Layout(columns, 0, 0, frozenset(), is_guessed=True)


def _by_content(
    cells: Mapping[int, list[str]], vocabulary: HeadingVocabulary
) -> dict[int, AnnexColumn]:
    meanings: dict[int, AnnexColumn] = {}
    left = sorted(cells)
    numbers = [
        i for i in left if _share(cells[i], lambda text: read_number(text) is not None) > 0.6
    ]
    if numbers and numbers[0] == left[0] and len(left) > 1:
        meanings[numbers[0]] = AnnexColumn.NUMBER
        left.remove(numbers[0])
    deadlines = {i: _share(cells[i], vocabulary.is_deadline_like) for i in left[1:]}
    deadline = max(deadlines, key=lambda i: deadlines[i], default=None)
    if deadline is not None and deadlines[deadline] > 0.5:
        meanings[deadline] = AnnexColumn.DEADLINE
        left.remove(deadline)
    agencies = [i for i in left[1:] if _share(cells[i], vocabulary.is_agency_like) > 0.5]
    roles = (AnnexColumn.LEAD, AnnexColumn.COOPERATING, AnnexColumn.MONITOR)
    for index, role in zip(agencies, roles, strict=False):
        meanings[index] = role
        left.remove(index)
    if not left:
        return meanings
    head = left[: left.index(max(left, key=lambda i: fmean(map(len, cells[i])))) + 1]
    content = head[0] if len(head[0:]) == 1 else _content_of(head, cells)
    meanings[content] = AnnexColumn.CONTENT
    others = [i for i in left if i > content]
    limit = min((i for i, m in meanings.items() if m is not AnnexColumn.CONTENT and i > content),
                default=None)  # fmt: skip
    if others and (limit is None or others[0] < limit):
        meanings[others.pop(0)] = AnnexColumn.PRODUCT
    if others and len(meanings) >= 4:
        meanings[others[-1]] = AnnexColumn.NOTE
    return meanings


def _content_of(head: list[int], cells: Mapping[int, list[str]]) -> int:
    """The first column that is filled in nearly every row holds the tasks."""
    most = max(len(cells[index]) for index in head)
    return next(index for index in head if len(cells[index]) * 10 >= most * 8)


def _share(texts: list[str], test: Callable[[str], bool]) -> float:
    return sum(map(test, texts)) / len(texts)
