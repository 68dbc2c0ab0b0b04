"""What an officer set by hand beside a wording, as JSON can hold it: in data files and snapshots.

Data files of released versions hold it in this form: it is only ever added to.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from cchc_desktop.domain.agency import AgencyId, AgencyReading, GroupId, Mention
from cchc_desktop.domain.deadline import (
    DeadlineKind,
    DeadlineReading,
    Milestone,
    Recurrence,
)
from cchc_desktop.domain.iso_days import from_iso, to_iso


def pack_deadline(reading: DeadlineReading) -> dict[str, Any]:
    """Return a deadline's meaning as JSON can hold it."""
    return {
        "kind": reading.kind.value,
        "milestones": [
            [to_iso(milestone.start), milestone.due.isoformat()] for milestone in reading.milestones
        ],
        "recurrence": reading.recurrence.value if reading.recurrence else None,
        "day_of_month": reading.day_of_month,
        "event": reading.event,
        "delay_months": reading.delay_months,
        "delay_days": reading.delay_days,
        "event_date": to_iso(reading.event_date),
    }


def unpack_deadline(data: Mapping[str, Any]) -> DeadlineReading:
    """Read what ``pack_deadline`` gave."""
    return DeadlineReading(
        kind=DeadlineKind(data["kind"]),
        milestones=tuple(
            Milestone(date.fromisoformat(due), from_iso(start)) for start, due in data["milestones"]
        ),
        recurrence=Recurrence(data["recurrence"]) if data["recurrence"] else None,
        day_of_month=data["day_of_month"],
        event=data["event"],
        delay_months=data["delay_months"],
        delay_days=data["delay_days"],
        event_date=from_iso(data["event_date"]),
    )


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
