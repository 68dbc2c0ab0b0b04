"""Who wrote which value of a progress record, when, and what stood there before."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from cchc_desktop.domain.changes import HistoryEntry, Row, RowChange
from cchc_desktop.domain.progress import ProgressField, ProgressKey, Statement
from cchc_desktop.services.progress import FieldValue
from cchc_desktop.storage.history import iterate_changes, value_mark
from cchc_desktop.storage.office_file import OfficeFile


@dataclass(frozen=True, slots=True)
class ValueChange:
    """One value of a record before and after a step ("lần sửa giá trị").

    Attributes:
        field: The field of the record, or None where a document that proves it changed.
        before: What stood there; a document by its number, else by its subject or file.
        made_by: The user name of the computer's session.
        label: The step it was part of, a key of ``services/step_sentences.py``.
    """

    field: ProgressField | None
    before: FieldValue
    after: FieldValue
    made_at: datetime
    made_by: str
    label: str


class ProgressHistoryService:
    """What a person can ask about how a record came to be ("lịch sử giá trị")."""

    def __init__(self, file: OfficeFile) -> None:
        self._file = file

    def value_history(self, key: ProgressKey) -> tuple[ValueChange, ...]:
        """Return every change of a record and of its documents that holds, newest first.

        Steps that were taken back are left out.
        """
        found: list[ValueChange] = []
        record_ids: set[int] = set()
        words = [value_mark("deliverable_id", key.deliverable_id)]
        db = self._file.db
        # Documents name the record by its id, which only its own first change tells.
        for _entry, step in iterate_changes(db, *words):
            record_ids |= {c.row_id for c in step.changes if _is_about(c, key)}
        words += [value_mark("progress_id", record_id) for record_id in sorted(record_ids)]
        current: set[int] = set()
        for entry, step in iterate_changes(db, *words):
            of_step = {c.row_id for c in step.changes if _is_about(c, key)}
            for change in step.changes:
                if _is_about(change, key):
                    found += _field_changes(entry, change)
                elif change.table == "evidence" and _owner(change) in current | of_step:
                    found.append(_document_change(entry, change))
            # A record that was deleted leaves its number to another one.
            current |= of_step
            current -= {c.row_id for c in step.changes if c.table == "progress" and not c.after}
        return tuple(reversed(found))


def _is_about(change: RowChange, key: ProgressKey) -> bool:
    if change.table != "progress":
        return False
    row = change.after or change.before or {}
    return (row["deliverable_id"], row["agency_id"], row["year"], row["period"]) == (
        key.deliverable_id,
        key.agency_id,
        key.period.year,
        key.period.code,
    )


def _owner(change: RowChange) -> int:
    row = change.after or change.before or {}
    return int(row["progress_id"] or 0)


def _field_changes(entry: HistoryEntry, change: RowChange) -> Iterator[ValueChange]:
    for field in ProgressField:
        before, after = _value(change.before, field), _value(change.after, field)
        if before != after:
            yield ValueChange(field, before, after, entry.made_at, entry.made_by, entry.label)


def _value(row: Row | None, field: ProgressField) -> FieldValue:
    value = row[field.value] if row else None
    if value is None or value == "":
        return None
    match field:
        case ProgressField.STATEMENT:
            return Statement(str(value))
        case ProgressField.DONE_ON:
            return date.fromisoformat(str(value))
        case ProgressField.PERCENT | ProgressField.MILESTONES_MET:
            return int(str(value))
        case _:
            return str(value)


def _document_change(entry: HistoryEntry, change: RowChange) -> ValueChange:
    before, after = _document(change.before), _document(change.after)
    return ValueChange(None, before, after, entry.made_at, entry.made_by, entry.label)


def _document(row: Row | None) -> str | None:
    if row is None:
        return None
    return str(row["number"] or row["subject"] or row["file_name"] or row["link"])
