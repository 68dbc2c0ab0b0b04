"""Reads and writes what an office decided about its reporting periods and its free days."""

from datetime import date

from sqlite_utils import Database

from cchc_desktop.domain.changes import Row
from cchc_desktop.domain.period import ClosingAction, PeriodClosing, PeriodKey
from cchc_desktop.domain.reporting_calendar import PeriodAdjustment
from cchc_desktop.domain.working_days import SpecialDay

_OF_PERIOD = "year = ? AND code = ?"


def is_closed(db: Database, key: PeriodKey) -> bool:
    """Tell whether a period is closed: its latest closing was not followed by a reopening."""
    closings = load_closings(db, key)
    return bool(closings) and closings[-1].action is ClosingAction.CLOSED


def closed_keys(db: Database, year: int) -> frozenset[PeriodKey]:
    """Return the closed periods of a year."""
    latest = {
        row["code"]: row["action"]
        for row in db.query(
            "SELECT code, action FROM period_closing WHERE year = ? ORDER BY id", [year]
        )
    }
    return frozenset(
        PeriodKey(year, code) for code, action in latest.items() if action == ClosingAction.CLOSED
    )


def load_closings(db: Database, key: PeriodKey) -> tuple[PeriodClosing, ...]:
    """Return all closings and reopenings of a period, the oldest first."""
    sql = f"SELECT * FROM period_closing WHERE {_OF_PERIOD} ORDER BY id"  # noqa: S608
    return tuple(
        PeriodClosing(
            PeriodKey(row["year"], row["code"]),
            ClosingAction(row["action"]),
            date.fromisoformat(row["made_on"]),
            row["made_by"],
            row["reason"],
        )
        for row in db.query(sql, [key.year, key.code])
    )


def closing_row(closing: PeriodClosing) -> Row:
    """Return a closing as a row, without its id."""
    return {
        "year": closing.key.year,
        "code": closing.key.code,
        "action": closing.action.value,
        "made_on": closing.made_on.isoformat(),
        "made_by": closing.made_by,
        "reason": closing.reason,
    }


def load_adjustments(db: Database, year: int) -> tuple[PeriodAdjustment, ...]:
    """Return the periods of a year whose days the office set itself."""
    rows = db.query("SELECT * FROM period_adjustment WHERE year = ? ORDER BY id", [year])
    return tuple(
        PeriodAdjustment(
            PeriodKey(row["year"], row["code"]),
            date.fromisoformat(row["first_day"]),
            date.fromisoformat(row["last_day"]),
            date.fromisoformat(row["agency_due"]),
            date.fromisoformat(row["send_by"]),
            row["source"],
        )
        for row in rows
    )


def adjustment_row(adjustment: PeriodAdjustment) -> Row:
    """Return an adjustment as a row, without its id."""
    return {
        "year": adjustment.key.year,
        "code": adjustment.key.code,
        "first_day": adjustment.first_day.isoformat(),
        "last_day": adjustment.last_day.isoformat(),
        "agency_due": adjustment.agency_due.isoformat(),
        "send_by": adjustment.send_by.isoformat(),
        "source": adjustment.source,
    }


def find_adjustment_id(db: Database, key: PeriodKey) -> int | None:
    """Return the row in which the office set a period's days, or None."""
    sql = f"SELECT id FROM period_adjustment WHERE {_OF_PERIOD}"  # noqa: S608
    return next((int(row["id"]) for row in db.query(sql, [key.year, key.code])), None)


def load_special_days(db: Database) -> tuple[SpecialDay, ...]:
    """Return the office's own free and working days in order."""
    return tuple(
        SpecialDay(
            date.fromisoformat(row["day"]), bool(row["is_working"]), row["name"], is_own=True
        )
        for row in db.query("SELECT * FROM special_day ORDER BY day")
    )


def special_day_row(special: SpecialDay) -> Row:
    """Return a special day as a row, without its id."""
    return {
        "day": special.day.isoformat(),
        "is_working": int(special.is_working),
        "name": special.name,
    }


def find_special_day_id(db: Database, day: date) -> int | None:
    """Return the row of the office's own special day, or None."""
    rows = db.query("SELECT id FROM special_day WHERE day = ?", [day.isoformat()])
    return next((int(row["id"]) for row in rows), None)
