"""The bodies that carry out the plan, the groups they form, and the catalogue of both.

A name may change in the middle of a year (phòng ban are merged and renamed), so
each name is valid from a day to a day and may have a successor.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NewType

AgencyId = NewType("AgencyId", int)
GroupId = NewType("GroupId", int)


class AgencyKind(StrEnum):
    """What sort of body an agency is ("loại cơ quan")."""

    OFFICE = "office"
    """The issuing body itself or its leadership (UBND huyện, HĐND huyện)."""
    DEPARTMENT = "department"
    """Phòng chuyên môn, Văn phòng HĐND và UBND, Thanh tra."""
    SERVICE_UNIT = "service_unit"
    """Đơn vị sự nghiệp công lập."""
    VERTICAL = "vertical"
    """Cơ quan ngành dọc (Công an, Thuế, Kho bạc, Bảo hiểm xã hội …)."""
    COMMUNE = "commune"
    """UBND xã, phường, thị trấn, đặc khu."""
    PARTY_UNION = "party_union"
    """Cơ quan Đảng, Mặt trận, đoàn thể."""
    SUPERIOR = "superior"
    """Cơ quan cấp trên."""
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Agency:
    """One body that leads or co-operates ("cơ quan, đơn vị").

    Attributes:
        aliases: Other ways in which documents write its name.
        valid_from: First day of the name, or None for always.
        valid_to: Last day of the name, or None while it lasts.
        successor_id: Who took over its work.
    """

    id: AgencyId
    name: str
    kind: AgencyKind
    short_name: str = ""
    aliases: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    successor_id: AgencyId | None = None

    def is_valid_on(self, day: date) -> bool:
        """Tell whether the agency exists under this name on ``day``."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day <= self.valid_to
        )


@dataclass(frozen=True, slots=True)
class AgencyGroup:
    """Agencies named together ("nhóm cơ quan"): "Các Phòng, ban, ngành".

    Attributes:
        kinds: Every agency of these kinds is a member, also those added later.
        member_ids: Members named one by one.
    """

    id: GroupId
    name: str
    aliases: tuple[str, ...] = ()
    kinds: frozenset[AgencyKind] = frozenset()
    member_ids: frozenset[AgencyId] = frozenset()


@dataclass(frozen=True)
class AgencyCatalogue:
    """All agencies and groups of an office ("danh mục cơ quan"), in their order."""

    agencies: tuple[Agency, ...] = ()
    groups: tuple[AgencyGroup, ...] = ()
    _by_id: dict[AgencyId, Agency] = field(init=False, repr=False, compare=False)
    _group_by_id: dict[GroupId, AgencyGroup] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_id", {a.id: a for a in self.agencies})
        object.__setattr__(self, "_group_by_id", {g.id: g for g in self.groups})

    def agency(self, agency_id: AgencyId) -> Agency | None:
        """Return the agency of this id, or None."""
        return self._by_id.get(agency_id)

    def group(self, group_id: GroupId) -> AgencyGroup | None:
        """Return the group of this id, or None."""
        return self._group_by_id.get(group_id)

    def members(self, group: AgencyGroup, day: date) -> tuple[Agency, ...]:
        """Return the agencies that ``group`` stands for on ``day``, in catalogue order."""
        return tuple(
            a
            for a in self.agencies
            if (a.kind in group.kinds or a.id in group.member_ids) and a.is_valid_on(day)
        )


class Role(StrEnum):
    """What an agency does for a task ("vai trò")."""

    LEAD = "lead"
    COOPERATING = "cooperating"
    MONITOR = "monitor"


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of an assignment's wording and whom it names ("đơn vị được nhắc đến").

    Attributes:
        start: First character of the stretch in the plain wording.
        end: One past its last character.
        agency_id: The agency named, or None.
        group_id: The group named, or None.  With both None the name is unknown.
    """

    text: str
    start: int
    end: int
    agency_id: AgencyId | None = None
    group_id: GroupId | None = None

    @property
    def is_unknown(self) -> bool:
        """Whether the catalogue has no such name."""
        return self.agency_id is None and self.group_id is None


@dataclass(frozen=True, slots=True)
class AgencyReading:
    """Whom a wording names ("cách hiểu cơ quan"), in the order of the words.

    Connecting words ("và", ";") belong to no mention; every other word does.
    """

    mentions: tuple[Mention, ...] = ()

    @property
    def agency_ids(self) -> tuple[AgencyId, ...]:
        """The agencies named, without repetition."""
        return tuple(dict.fromkeys(m.agency_id for m in self.mentions if m.agency_id is not None))

    @property
    def group_ids(self) -> tuple[GroupId, ...]:
        """The groups named, without repetition."""
        return tuple(dict.fromkeys(m.group_id for m in self.mentions if m.group_id is not None))

    @property
    def unknown(self) -> tuple[str, ...]:
        """The names that the catalogue does not have, without repetition."""
        return tuple(dict.fromkeys(m.text for m in self.mentions if m.is_unknown))


NOBODY = AgencyReading()
