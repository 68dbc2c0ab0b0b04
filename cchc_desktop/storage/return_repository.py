"""Reads and writes the register of agencies' returns."""

from sqlite_utils import Database

from cchc_desktop.domain.agency import AgencyId
from cchc_desktop.domain.changes import Row
from cchc_desktop.domain.iso_days import from_iso, to_iso
from cchc_desktop.domain.period import PeriodKey
from cchc_desktop.domain.return_register import ReturnRecord


def load_returns(db: Database, key: PeriodKey) -> dict[AgencyId, ReturnRecord]:
    """Return what is recorded of the reports of a period, by agency."""
    rows = db.query(
        "SELECT * FROM agency_return WHERE year = ? AND period = ? ORDER BY id",
        [key.year, key.code],
    )
    found = {}
    for row in rows:
        agency_id = AgencyId(row["agency_id"])
        found[agency_id] = ReturnRecord(
            id=row["id"],
            period=key,
            agency_id=agency_id,
            made_on=from_iso(row["made_on"]),
            received_on=from_iso(row["received_on"]),
            file_name=row["file_name"],
            sha256=row["sha256"],
        )
    return found


def return_row(record: ReturnRecord) -> Row:
    """Return a record as a row, without its id."""
    return {
        "year": record.period.year,
        "period": record.period.code,
        "agency_id": record.agency_id,
        "made_on": to_iso(record.made_on),
        "received_on": to_iso(record.received_on),
        "file_name": record.file_name,
        "sha256": record.sha256,
    }


def founding_facts(db: Database) -> tuple[str, ...]:
    """Return what never changes in a data file: when and as what it was set up.

    The office's name is not among them: it may be corrected while workbooks are out.
    """
    rows = db.execute("SELECT made_at, label, params FROM history ORDER BY id LIMIT 1")
    return next((tuple(map(str, row)) for row in rows), ())
