"""The agencies an office starts with, as a data file that ships with the program.

Files hold no ids: a successor or a member is named.  What a file says is checked
whole, and the first thing that does not hold is named in the error.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from cchc_desktop.domain.agency import AgencyKind
from cchc_desktop.domain.agency_names import name_words
from cchc_desktop.domain.data_file import Table
from cchc_desktop.domain.errors import CatalogueDamaged
from cchc_desktop.domain.office import OfficeLevel


@dataclass(frozen=True, slots=True)
class StarterAgency:
    """An agency of the starter catalogue ("cơ quan trong danh mục mẫu").

    Attributes:
        successor: The name of the agency that took over its work, "" if none did.
    """

    name: str
    kind: AgencyKind
    short_name: str = ""
    aliases: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    successor: str = ""


@dataclass(frozen=True, slots=True)
class StarterGroup:
    """A group of the starter catalogue ("nhóm trong danh mục mẫu").

    Attributes:
        members: The names of the members that are named one by one.
    """

    name: str
    aliases: tuple[str, ...] = ()
    kinds: frozenset[AgencyKind] = frozenset()
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StarterCatalogue:
    """The agencies and groups an office starts with ("danh mục cơ quan mẫu").

    Attributes:
        level: The level of government it is for.
        source: Where its contents come from.
        valid_from: First day on which such an office has these agencies, or None.
        valid_to: Last such day, or None.
    """

    level: OfficeLevel
    source: str
    agencies: tuple[StarterAgency, ...]
    groups: tuple[StarterGroup, ...]
    valid_from: date | None = None
    valid_to: date | None = None


def parse_starter_catalogue(data: Mapping[str, object], source: str) -> StarterCatalogue:
    """Return the catalogue that a data file holds; ``source`` names the file in errors.

    Raises:
        CatalogueDamaged: Something in it does not hold: a name given twice, an unknown
            kind, a successor or member that is not there, a day that is none.
    """
    table = Table(data, source)
    table.allow("level", "source", "valid_from", "valid_to", "agency", "group")
    catalogue = StarterCatalogue(
        table.choice("level", OfficeLevel),
        table.text("source"),
        tuple(parse_starter_agency(entry) for entry in table.tables("agency")),
        tuple(_parse_group(entry) for entry in table.tables("group")),
        *_period(table),
    )
    _check_names(catalogue, source)
    _check_references(catalogue, source)
    return catalogue


def parse_starter_agency(entry: Table) -> StarterAgency:
    """Return the agency that an ``[[agency]]`` table of a data file holds."""
    entry.allow("name", "kind", "short_name", "aliases", "valid_from", "valid_to", "successor")
    valid_from, valid_to = _period(entry)
    return StarterAgency(
        entry.text("name"),
        entry.choice("kind", AgencyKind),
        entry.text("short_name", ""),
        entry.texts("aliases"),
        valid_from,
        valid_to,
        entry.text("successor", ""),
    )


def _parse_group(entry: Table) -> StarterGroup:
    entry.allow("name", "aliases", "kinds", "members")
    kinds = frozenset(entry.choices("kinds", AgencyKind))
    group = StarterGroup(entry.text("name"), entry.texts("aliases"), kinds, entry.texts("members"))
    if not (group.kinds or group.members):
        entry.refuse(f"group has no members: {group.name}")
    return group


def _period(table: Table) -> tuple[date | None, date | None]:
    valid_from, valid_to = table.day("valid_from"), table.day("valid_to")
    if valid_from and valid_to and valid_to < valid_from:
        table.refuse(f"valid_to is before valid_from: {valid_to.isoformat()}")
    return valid_from, valid_to


def _check_names(catalogue: StarterCatalogue, source: str) -> None:
    """Refuse a spelling that two agencies or groups share."""
    owners: dict[str, str] = {}
    every: tuple[StarterAgency | StarterGroup, ...] = (*catalogue.agencies, *catalogue.groups)
    for owner in every:
        short = (owner.short_name,) if isinstance(owner, StarterAgency) and owner.short_name else ()
        for key in {" ".join(name_words(name)) for name in (owner.name, *short, *owner.aliases)}:
            if key in owners:
                reason = f"name given twice: {key} ({owners[key]}; {owner.name})"
                raise CatalogueDamaged(file=source, reason=reason)
            owners[key] = owner.name


def _check_references(catalogue: StarterCatalogue, source: str) -> None:
    names = {agency.name for agency in catalogue.agencies}
    for agency in catalogue.agencies:
        if agency.successor and (agency.successor not in names or agency.successor == agency.name):
            reason = f"no such successor: {agency.successor} ({agency.name})"
            raise CatalogueDamaged(file=source, reason=reason)
    for group in catalogue.groups:
        for member in group.members:
            if member not in names:
                reason = f"no such member: {member} ({group.name})"
                raise CatalogueDamaged(file=source, reason=reason)
