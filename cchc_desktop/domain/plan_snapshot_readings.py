"""What an officer set by hand beside a wording, as a snapshot keeps it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from cchc_desktop.domain.agency import AgencyId, AgencyReading, GroupId, Mention
from cchc_desktop.domain.deadline import (
    Deadline,
    DeadlineKind,
    DeadlineReading,
    Milestone,
    Recurrence,
)
from cchc_desktop.domain.rich_text import RichText


def pack_deadline(deadline: Deadline) -> dict[str, Any]:
    """Return a deadline's meaning as JSON can hold it."""
    reading = deadline.reading
    return {
        "kind": reading.kind.value,
        "milestones": [
            [milestone.due.isoformat(), milestone.start.isoformat() if milestone.start else None]
            for milestone in reading.milestones
        ],
        "recurrence": reading.recurrence.value if reading.recurrence else None,
        "day_of_month": reading.day_of_month,
        "event": reading.event,
        "delay_months": reading.delay_months,
        "delay_days": reading.delay_days,
        "event_date": reading.event_date.isoformat() if reading.event_date else None,
    }


def unpack_deadline(markup: str, by_hand: Mapping[str, Any] | None) -> Deadline:
    """Return the deadline of a wording, with what ``pack_deadline`` kept of it."""
    text = RichText.from_markup(markup)
    if by_hand is None:
        return Deadline(text)
    reading = DeadlineReading(
        kind=DeadlineKind(by_hand["kind"]),
        milestones=tuple(
            Milestone(date.fromisoformat(due), date.fromisoformat(start) if start else None)
            for due, start in by_hand["milestones"]
        ),
        recurrence=Recurrence(by_hand["recurrence"]) if by_hand["recurrence"] else None,
        day_of_month=by_hand["day_of_month"],
        event=by_hand["event"],
        delay_months=by_hand["delay_months"],
        delay_days=by_hand["delay_days"],
        event_date=date.fromisoformat(by_hand["event_date"]) if by_hand["event_date"] else None,
    )
    return Deadline(text, reading, is_set_by_hand=True)


def pack_agencies(reading: AgencyReading) -> list[list[Any]]:
    """Return whom a wording names as JSON can hold it."""
    return [[m.text, m.start, m.end, m.agency_id, m.group_id] for m in reading.mentions]


def unpack_agencies(rows: Sequence[Sequence[Any]]) -> AgencyReading:
    """Read what ``pack_agencies`` gave."""
    return AgencyReading(
        tuple(
            Mention(
                text,
                start,
                end,
                None if agency_id is None else AgencyId(agency_id),
                None if group_id is None else GroupId(group_id),
            )
            for text, start, end, agency_id, group_id in rows
        )
    )
