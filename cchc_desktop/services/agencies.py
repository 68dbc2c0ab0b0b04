"""The office's catalogue of agencies and groups."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import TypeVar

from cchc_desktop.domain.agency import (
    Agency,
    AgencyCatalogue,
    AgencyGroup,
    AgencyId,
    GroupId,
)
from cchc_desktop.domain.changes import ChangeSet
from cchc_desktop.domain.errors import (
    InvalidValue,
    NameTaken,
    RecordInUse,
    RecordMissing,
    UserCorrectable,
)
from cchc_desktop.domain.starter_catalogue import StarterAgency, StarterGroup
from cchc_desktop.domain.vietnamese import comparison_key, one_line
from cchc_desktop.services.succession import hand_over_agency
from cchc_desktop.storage.agency_repository import (
    agency_row,
    group_row,
    is_recorded,
    load_catalogue,
    member_row_ids,
    next_position,
)
from cchc_desktop.storage.office_file import OfficeFile
from cchc_desktop.storage.unit_of_work import UnitOfWork

_Named = TypeVar("_Named", Agency, AgencyGroup)


@dataclass(frozen=True, slots=True)
class NameSettlement:
    """What an officer decided about names that the catalogue does not have.

    Attributes:
        additions: Names that become agencies of their own.
        agency_aliases: Names that are other spellings of agencies.
        group_aliases: Names that are other spellings of groups.
    """

    additions: tuple[Agency, ...] = ()
    agency_aliases: Mapping[str, AgencyId] = field(default_factory=dict)
    group_aliases: Mapping[str, GroupId] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.additions) + len(self.agency_aliases) + len(self.group_aliases)

    @property
    def names(self) -> str:
        """All names it settles, in words."""
        return "; ".join(
            [*(a.name for a in self.additions), *self.agency_aliases, *self.group_aliases]
        )


@dataclass(frozen=True, slots=True)
class Settled:
    """What settling names changed, and what the catalogue refused."""

    change_set: ChangeSet
    refused: tuple[UserCorrectable, ...]


class AgencyService:
    """What a person can do with the catalogue ("danh mục cơ quan, đơn vị")."""

    def __init__(self, file: OfficeFile) -> None:
        self._file = file

    def catalogue(self) -> AgencyCatalogue:
        """Return all agencies and groups."""
        return load_catalogue(self._file.db)

    def add_agency(self, agency: Agency) -> ChangeSet:
        """Add an agency at the end of the catalogue; its id is given by the file.

        Raises:
            InvalidValue: The name is empty or the dates are in the wrong order.
            NameTaken: The name or an alias belongs to another at the same time.
        """
        with self._file.transaction("add_agency", name=one_line(agency.name)) as step:
            self._insert_agency(step.unit, agency)
        return step.change_set

    def settle_names(self, settlement: NameSettlement) -> Settled:
        """Settle unknown names for all their places, in one step.

        A name that the catalogue refuses does not hold up the others.
        """
        refused: list[UserCorrectable] = []
        with self._file.transaction("settle_names", names=settlement.names) as step:
            jobs: list[Callable[[], None]] = [
                *(partial(self._insert_agency, step.unit, a) for a in settlement.additions),
                *(
                    partial(self._add_agency_alias, step.unit, alias, owner)
                    for alias, owner in settlement.agency_aliases.items()
                ),
                *(
                    partial(self._add_group_alias, step.unit, alias, owner)
                    for alias, owner in settlement.group_aliases.items()
                ),
            ]
            for job in jobs:
                try:
                    job()
                except UserCorrectable as error:
                    refused.append(error)
        return Settled(step.change_set, tuple(refused))

    def save_agency(self, agency: Agency) -> ChangeSet:
        """Write a changed agency over the one of the same id; raises as ``add_agency``."""
        agency = self._checked(agency)
        with self._file.transaction("save_agency", name=agency.name) as step:
            step.unit.update("agency", agency.id, agency_row(agency))
        return step.change_set

    def add_agency_aliases(self, aliases: Mapping[str, AgencyId]) -> ChangeSet:
        """Take other spellings for names of agencies, all in one step.

        Raises:
            NameTaken: A spelling belongs to another.
            RecordMissing: There is no such agency.
        """
        with self._file.transaction("add_aliases", names="; ".join(aliases)) as step:
            for alias, agency_id in aliases.items():
                self._add_agency_alias(step.unit, alias, agency_id)
        return step.change_set

    def add_group_aliases(self, aliases: Mapping[str, GroupId]) -> ChangeSet:
        """Take other spellings for names of groups, all in one step; raises likewise."""
        with self._file.transaction("add_aliases", names="; ".join(aliases)) as step:
            for alias, group_id in aliases.items():
                self._add_group_alias(step.unit, alias, group_id)
        return step.change_set

    def succeed(self, agency_id: AgencyId, successor_id: AgencyId, from_day: date) -> ChangeSet:
        """Let an agency end the day before ``from_day`` and hand over to its successor.

        Groups that name it one by one name the successor besides.

        Raises:
            InvalidValue: The successor is the agency itself or one that hands over to it, is
                not there on that day, or the agency begins only then.
            RecordMissing: One of the two does not exist.
        """
        agency = _agency(self.catalogue(), agency_id)
        with self._file.transaction("succeed_agency", name=agency.name) as step:
            hand_over_agency(step.unit, self._file, agency_id, successor_id, from_day)
        return step.change_set

    def delete_agency(self, agency_id: AgencyId) -> ChangeSet:
        """Delete an agency that no group names and no other agency hands over to.

        Plans keep their wording; there the name becomes an unknown one.

        Raises:
            RecordInUse: A group, a predecessor or recorded progress refers to it.
        """
        catalogue = self.catalogue()
        agency = _agency(catalogue, agency_id)
        users = [g.name for g in catalogue.groups if agency_id in g.member_ids]
        users += [a.name for a in catalogue.agencies if a.successor_id == agency_id]
        if is_recorded(self._file.db, agency_id):
            users.append("tiến độ đã ghi")
        if users:
            raise RecordInUse(kind="agency", name=agency.name, used_by="; ".join(users))
        with self._file.transaction("delete_agency", name=agency.name) as step:
            step.unit.delete("agency", agency_id)
        return step.change_set

    def add_group(self, group: AgencyGroup) -> ChangeSet:
        """Add a group; raises as ``add_agency``."""
        group = self._checked(group)
        with self._file.transaction("add_group", name=group.name) as step:
            position = next_position(self._file.db, "agency_group")
            group_id = step.unit.insert("agency_group", {"position": position, **group_row(group)})
            for agency_id in sorted(group.member_ids):
                step.unit.insert("group_member", {"group_id": group_id, "agency_id": agency_id})
        return step.change_set

    def save_group(self, group: AgencyGroup) -> ChangeSet:
        """Write a changed group over the one of the same id; raises as ``add_agency``."""
        group = self._checked(group)
        with self._file.transaction("save_group", name=group.name) as step:
            step.unit.update("agency_group", group.id, group_row(group))
            rows = member_row_ids(self._file.db, group.id)
            for agency_id in sorted(rows.keys() - group.member_ids):
                step.unit.delete("group_member", rows[agency_id])
            for agency_id in sorted(group.member_ids - rows.keys()):
                step.unit.insert("group_member", {"group_id": group.id, "agency_id": agency_id})
        return step.change_set

    def delete_group(self, group_id: GroupId) -> ChangeSet:
        """Delete a group; plans keep their wording."""
        group = _group(self.catalogue(), group_id)
        with self._file.transaction("delete_group", name=group.name) as step:
            for row_id in member_row_ids(self._file.db, group_id).values():
                step.unit.delete("group_member", row_id)
            step.unit.delete("agency_group", group_id)
        return step.change_set

    def _insert_agency(self, unit: UnitOfWork, agency: Agency) -> None:
        agency = self._checked(agency)
        position = next_position(self._file.db, "agency")
        unit.insert("agency", {"position": position, **agency_row(agency)})

    def _add_agency_alias(self, unit: UnitOfWork, alias: str, agency_id: AgencyId) -> None:
        agency = _agency(self.catalogue(), agency_id)
        agency = self._checked(replace(agency, aliases=(*agency.aliases, alias)))
        unit.update("agency", agency_id, agency_row(agency))

    def _add_group_alias(self, unit: UnitOfWork, alias: str, group_id: GroupId) -> None:
        group = _group(self.catalogue(), group_id)
        group = self._checked(replace(group, aliases=(*group.aliases, alias)))
        unit.update("agency_group", group_id, group_row(group))

    def _checked(self, item: _Named) -> _Named:
        """Return the agency or group tidied, its names free in the catalogue."""
        aliases = dict.fromkeys(one_line(alias) for alias in item.aliases)
        item = replace(
            item, name=one_line(item.name), aliases=tuple(alias for alias in aliases if alias)
        )
        if not item.name:
            raise InvalidValue(field="agency_name", value="")
        if (
            isinstance(item, Agency)
            and item.valid_from
            and item.valid_to
            and item.valid_to < item.valid_from
        ):
            raise InvalidValue(field="valid_to", value=f"{item.valid_to:%d/%m/%Y}")
        _check_names_free(self.catalogue(), item)
        return item


def add_starter_agencies(unit: UnitOfWork, agencies: Iterable[StarterAgency]) -> None:
    """Write agencies that ship with the program behind those that are there.

    Successors may be named before or after their predecessors.
    """
    entries = list(agencies)
    ids = {row["name"]: int(row["id"]) for row in unit.rows("agency")}
    for position, entry in enumerate(entries, len(ids) + 1):
        agency = Agency(
            AgencyId(0),
            entry.name,
            entry.kind,
            entry.short_name,
            entry.aliases,
            entry.valid_from,
            entry.valid_to,
        )
        ids[entry.name] = unit.insert("agency", {"position": position, **agency_row(agency)})
    for entry in entries:
        if entry.successor:
            unit.update("agency", ids[entry.name], {"successor_id": ids[entry.successor]})


def add_starter_groups(unit: UnitOfWork, groups: Iterable[StarterGroup]) -> None:
    """Write groups that ship with the program; their members must be there already."""
    ids = {row["name"]: int(row["id"]) for row in unit.rows("agency")}
    for position, entry in enumerate(groups, 1):
        group = AgencyGroup(GroupId(0), entry.name, entry.aliases, entry.kinds)
        group_id = unit.insert("agency_group", {"position": position, **group_row(group)})
        for member in entry.members:
            unit.insert("group_member", {"group_id": group_id, "agency_id": ids[member]})


def _agency(catalogue: AgencyCatalogue, agency_id: AgencyId) -> Agency:
    agency = catalogue.agency(agency_id)
    if agency is None:
        raise RecordMissing(kind="agency", id=agency_id)
    return agency


def _group(catalogue: AgencyCatalogue, group_id: GroupId) -> AgencyGroup:
    group = catalogue.group(group_id)
    if group is None:
        raise RecordMissing(kind="agency_group", id=group_id)
    return group


def _check_names_free(catalogue: AgencyCatalogue, item: Agency | AgencyGroup) -> None:
    """See that no other agency of the same time, and no other group, has these names."""
    mine = {comparison_key(name): name for name in _names(item)}
    others: list[Agency | AgencyGroup] = [*catalogue.agencies, *catalogue.groups]
    for other in others:
        is_same = type(other) is type(item) and other.id == item.id
        if is_same or not _overlap(item, other):
            continue
        for name in _names(other):
            if comparison_key(name) in mine:
                raise NameTaken(name=mine[comparison_key(name)], owner=other.name)


def _names(item: Agency | AgencyGroup) -> tuple[str, ...]:
    short = (item.short_name,) if isinstance(item, Agency) and item.short_name else ()
    return (item.name, *short, *item.aliases)


def _overlap(one: Agency | AgencyGroup, other: Agency | AgencyGroup) -> bool:
    if not isinstance(one, Agency) or not isinstance(other, Agency):
        return True
    starts, ends = (
        max(one.valid_from or date.min, other.valid_from or date.min),
        min(one.valid_to or date.max, other.valid_to or date.max),
    )
    return starts <= ends
