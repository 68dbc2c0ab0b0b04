"""Letting one agency end and another take over its work."""

from datetime import date, timedelta

from cchc_desktop.domain.agency import Agency, AgencyCatalogue, AgencyGroup, AgencyId
from cchc_desktop.domain.changes import Value
from cchc_desktop.domain.errors import InvalidValue, RecordMissing
from cchc_desktop.storage.agency_repository import load_catalogue
from cchc_desktop.storage.office_file import OfficeFile
from cchc_desktop.storage.unit_of_work import UnitOfWork


def hand_over_agency(
    unit: UnitOfWork,
    file: OfficeFile,
    agency_id: AgencyId,
    successor_id: AgencyId,
    from_day: date,
) -> None:
    """Let an agency end inside a step; raises as ``AgencyService.succeed``."""
    catalogue = load_catalogue(file.db)
    check_succession(catalogue, agency_id, successor_id, from_day)
    last_day = from_day - timedelta(days=1)
    values: dict[str, Value] = {"successor_id": successor_id, "valid_to": last_day.isoformat()}
    unit.update("agency", agency_id, values)
    for group in groups_to_join(catalogue, agency_id, successor_id):
        unit.insert("group_member", {"group_id": group.id, "agency_id": successor_id})


def check_succession(
    catalogue: AgencyCatalogue, agency_id: AgencyId, successor_id: AgencyId, from_day: date
) -> None:
    """See that one agency can hand over to another; raises as ``AgencyService.succeed``."""
    agency, successor = _existing(catalogue, agency_id), _existing(catalogue, successor_id)
    if agency.valid_from and agency.valid_from >= from_day:
        raise InvalidValue(field="date", value=f"{from_day:%d/%m/%Y}")
    heir: Agency | None = successor
    seen: set[AgencyId] = set()
    while heir is not None and heir.id not in seen:
        if heir.id == agency_id:
            raise InvalidValue(field="successor", value=successor.name)
        seen.add(heir.id)
        heir = None if heir.successor_id is None else catalogue.agency(heir.successor_id)
    if not successor.is_valid_on(from_day):
        raise InvalidValue(field="successor", value=successor.name)


def groups_to_join(
    catalogue: AgencyCatalogue, agency_id: AgencyId, successor_id: AgencyId
) -> tuple[AgencyGroup, ...]:
    """Return the groups that name an agency one by one and do not have its successor."""
    successor = _existing(catalogue, successor_id)
    return tuple(
        group
        for group in catalogue.groups
        if agency_id in group.member_ids
        and successor_id not in group.member_ids
        and successor.kind not in group.kinds
    )


def _existing(catalogue: AgencyCatalogue, agency_id: AgencyId) -> Agency:
    agency = catalogue.agency(agency_id)
    if agency is None:
        raise RecordMissing(kind="agency", id=agency_id)
    return agency
