"""Reads and writes the catalogue of agencies and groups."""

import json
from typing import Any

from sqlite_utils import Database

from cchc_desktop.domain.agency import (
    Agency,
    AgencyCatalogue,
    AgencyGroup,
    AgencyId,
    AgencyKind,
    GroupId,
)
from cchc_desktop.domain.changes import Row
from cchc_desktop.domain.iso_days import from_iso, to_iso


def load_catalogue(db: Database) -> AgencyCatalogue:
    """Return all agencies and groups in the catalogue's order."""
    members: dict[int, set[AgencyId]] = {}
    for row in db.query("SELECT group_id, agency_id FROM group_member"):
        members.setdefault(row["group_id"], set()).add(AgencyId(row["agency_id"]))
    agencies = db.query("SELECT * FROM agency ORDER BY position, id")
    groups = db.query("SELECT * FROM agency_group ORDER BY position, id")
    return AgencyCatalogue(
        tuple(_agency(row) for row in agencies),
        tuple(_group(row, frozenset(members.get(row["id"], ()))) for row in groups),
    )


def next_position(db: Database, table: str) -> int:
    """Return the position after the last row of ``table``."""
    return int(next(iter(db.execute(f"SELECT coalesce(max(position), 0) + 1 FROM [{table}]")))[0])  # noqa: S608


def member_row_ids(db: Database, group_id: GroupId) -> dict[AgencyId, int]:
    """Return, for each member named one by one, the id of its membership row."""
    rows = db.query("SELECT id, agency_id FROM group_member WHERE group_id = ?", [group_id])
    return {AgencyId(row["agency_id"]): row["id"] for row in rows}


def is_recorded(db: Database, agency_id: AgencyId) -> bool:
    """Tell whether progress or a return of an agency is recorded."""
    sql = (
        "SELECT EXISTS (SELECT 1 FROM progress WHERE agency_id = ?)"
        " OR EXISTS (SELECT 1 FROM agency_return WHERE agency_id = ?)"
    )
    return bool(next(iter(db.execute(sql, [agency_id, agency_id])))[0])


def agency_row(agency: Agency) -> Row:
    """Return the agency as a row, without id and position."""
    return {
        "name": agency.name,
        "kind": agency.kind.value,
        "short_name": agency.short_name,
        "aliases": json.dumps(list(agency.aliases), ensure_ascii=False),
        "valid_from": to_iso(agency.valid_from),
        "valid_to": to_iso(agency.valid_to),
        "successor_id": agency.successor_id,
    }


def group_row(group: AgencyGroup) -> Row:
    """Return the group as a row, without id, position and members."""
    return {
        "name": group.name,
        "aliases": json.dumps(list(group.aliases), ensure_ascii=False),
        "kinds": json.dumps(sorted(kind.value for kind in group.kinds)),
    }


def _agency(row: dict[str, Any]) -> Agency:
    return Agency(
        id=AgencyId(row["id"]),
        name=row["name"],
        kind=AgencyKind(row["kind"]),
        short_name=row["short_name"],
        aliases=tuple(json.loads(row["aliases"])),
        valid_from=from_iso(row["valid_from"]),
        valid_to=from_iso(row["valid_to"]),
        successor_id=AgencyId(row["successor_id"]) if row["successor_id"] else None,
    )


def _group(row: dict[str, Any], member_ids: frozenset[AgencyId]) -> AgencyGroup:
    return AgencyGroup(
        id=GroupId(row["id"]),
        name=row["name"],
        aliases=tuple(json.loads(row["aliases"])),
        kinds=frozenset(AgencyKind(kind) for kind in json.loads(row["kinds"])),
        member_ids=member_ids,
    )
