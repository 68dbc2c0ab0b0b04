"""What an officer set by hand beside a wording, as JSON in the data file and back."""

import json
from datetime import date

from cchc_desktop.domain.agency import AgencyId, AgencyReading, GroupId, Mention
from cchc_desktop.domain.deadline import DeadlineKind, DeadlineReading, Milestone, Recurrence


def pack_deadline(reading: DeadlineReading) -> str:
    """Return a deadline's meaning as JSON."""
    return json.dumps(
        {
            "kind": reading.kind.value,
            "milestones": [[_iso(m.start), m.due.isoformat()] for m in reading.milestones],
            "recurrence": reading.recurrence.value if reading.recurrence else None,
            "day_of_month": reading.day_of_month,
            "event": reading.event,
            "delay_months": reading.delay_months,
            "delay_days": reading.delay_days,
            "event_date": _iso(reading.event_date),
        },
        ensure_ascii=False,
    )


def unpack_deadline(packed: str) -> DeadlineReading:
    """Read what ``pack_deadline`` wrote."""
    data = json.loads(packed)
    return DeadlineReading(
        kind=DeadlineKind(data["kind"]),
        milestones=tuple(
            Milestone(date.fromisoformat(due), _date(start)) for start, due in data["milestones"]
        ),
        recurrence=Recurrence(data["recurrence"]) if data["recurrence"] else None,
        day_of_month=data["day_of_month"],
        event=data["event"],
        delay_months=data["delay_months"],
        delay_days=data["delay_days"],
        event_date=_date(data["event_date"]),
    )


def pack_agencies(reading: AgencyReading) -> str:
    """Return whom a wording names as JSON."""
    return json.dumps(
        [[m.text, m.start, m.end, m.agency_id, m.group_id] for m in reading.mentions],
        ensure_ascii=False,
    )


def unpack_agencies(packed: str) -> AgencyReading:
    """Read what ``pack_agencies`` wrote."""
    return AgencyReading(
        tuple(
            Mention(
                text,
                start,
                end,
                None if agency_id is None else AgencyId(agency_id),
                None if group_id is None else GroupId(group_id),
            )
            for text, start, end, agency_id, group_id in json.loads(packed)
        )
    )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
