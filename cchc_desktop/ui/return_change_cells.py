"""How the cells that came back are ordered under their tasks, and how each is shown."""

from collections.abc import Iterable

from cchc_desktop.domain.agency_return import PieceRef, ReturnField
from cchc_desktop.domain.return_comparison import (
    ReturnChange,
    ReturnChangeKind,
    ReturnDecision,
)
from cchc_desktop.domain.rich_text import EMPTY, RichText, Run
from cchc_desktop.domain.word_difference import changed_words
from cchc_desktop.ui.import_cells import Cell, Mark, Tone
from cchc_desktop.ui.return_words import value_text

DECISION_MARKS = {
    None: Mark("Chưa chọn", Tone.LATE),
    ReturnDecision.TAKE: Mark("Lấy từ biểu", Tone.DONE),
    ReturnDecision.KEEP: Mark("Giữ đang ghi", Tone.WAITING),
}
OUTDONE_MARK = Mark("Lấy tệp kia", Tone.WAITING)
"""For a cell of which another file's value is taken."""

_FIELD_ORDER = {field: place for place, field in enumerate(ReturnField)}


def ordered(changes: Iterable[ReturnChange]) -> list[ReturnChange]:
    """Return the cells, those to be decided first, of one task together as the workbook has them.

    What the agency says alike with the record is left out.
    """
    shown = [change for change in changes if change.kind is not ReturnChangeKind.SAME]
    places: dict[PieceRef, int] = {}
    for change in shown:
        places.setdefault(change.key.piece, len(places))
    return sorted(
        shown,
        key=lambda change: (
            change.kind is not ReturnChangeKind.CONFLICT,
            places[change.key.piece],
            _FIELD_ORDER[change.key.field],
            change.key.file,
        ),
    )


def group_of(change: ReturnChange) -> tuple[bool, PieceRef]:
    """Return under which heading a cell stands."""
    return change.kind is not ReturnChangeKind.CONFLICT, change.key.piece


def heading_cell(change: ReturnChange, agency: str, column: int) -> Cell:
    """Return what the heading of a task shows: its number, then its words and the agency."""
    if column == 0:
        return Cell(RichText.plain(change.number), is_heading=True, is_tinted=True)
    if column > 1:
        return Cell(EMPTY, is_tinted=True)
    runs = (Run(change.content, bold=True), Run(f"\n{agency}"))
    return Cell(RichText.from_runs(runs), is_tinted=True)


def name_cell(change: ReturnChange, name: str) -> Cell:
    """Return which cell of the task it is."""
    is_cleared = change.kind is ReturnChangeKind.CLEARED
    mark = Mark("Đơn vị đã xóa", Tone.SOON) if is_cleared else None
    return Cell(RichText.plain(name), mark=mark)


def recorded_cell(change: ReturnChange, *, is_muted: bool) -> Cell:
    """Return what is recorded, and of a conflict what was when the workbook was made."""
    text = value_text(change.recorded)
    was = value_text(change.made_from)
    is_conflict = change.kind is ReturnChangeKind.CONFLICT
    mark = Mark(f"Khi lập biểu: {was}", Tone.WAITING) if is_conflict and was else None
    if not text:
        return Cell(RichText.plain("Chưa ghi"), mark=mark, is_muted=True)
    spans = changed_words(text, value_text(change.returned))[0] if _is_long(change) else ()
    return Cell(RichText.plain(text), () if is_muted else spans, Tone.SOON, mark, is_muted=is_muted)


def returned_cell(change: ReturnChange, file: str, *, is_muted: bool) -> Cell:
    """Return what came back, and where two files differ in which of them."""
    text = value_text(change.returned)
    mark = Mark(f"Tệp “{file}”", Tone.SOON) if change.rivals else None
    if not text:
        return Cell(RichText.plain("Để trống"), mark=mark, is_muted=True)
    spans = changed_words(value_text(change.recorded), text)[1] if _is_long(change) else ()
    return Cell(RichText.plain(text), () if is_muted else spans, Tone.DONE, mark, is_muted=is_muted)


def _is_long(change: ReturnChange) -> bool:
    """Tell whether the eye needs help to find the words that differ."""
    return all(type(value) is str and " " in value for value in (change.recorded, change.returned))
