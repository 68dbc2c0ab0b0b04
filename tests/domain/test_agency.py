"""Agencies in time, groups and what a wording names."""

from datetime import date

import pytest

from cchc_desktop.domain.agency import (
    NOBODY,
    Agency,
    AgencyCatalogue,
    AgencyGroup,
    AgencyId,
    AgencyKind,
    AgencyReading,
    GroupId,
    Mention,
)

LABOUR = Agency(
    AgencyId(1), "Phòng LĐTB&XH", AgencyKind.DEPARTMENT,
    valid_to=date(2025, 2, 28), successor_id=AgencyId(2),
)  # fmt: skip
HOME = Agency(AgencyId(2), "Phòng Nội vụ", AgencyKind.DEPARTMENT)
FARMING = Agency(
    AgencyId(3), "Phòng Nông nghiệp và Môi trường", AgencyKind.DEPARTMENT,
    valid_from=date(2025, 3, 1),
)  # fmt: skip
COMMUNE = Agency(AgencyId(4), "UBND xã Đồng Mây", AgencyKind.COMMUNE)
DEPARTMENTS = AgencyGroup(GroupId(1), "Các phòng", kinds=frozenset({AgencyKind.DEPARTMENT}))
CHOSEN = AgencyGroup(GroupId(2), "Tổ công tác", member_ids=frozenset({AgencyId(4), AgencyId(1)}))
CATALOGUE = AgencyCatalogue((LABOUR, HOME, FARMING, COMMUNE), (DEPARTMENTS, CHOSEN))


@pytest.mark.parametrize(
    ("agency", "day", "expected"),
    [
        (LABOUR, date(2025, 2, 28), True),
        (LABOUR, date(2025, 3, 1), False),
        (FARMING, date(2025, 2, 28), False),
        (FARMING, date(2025, 3, 1), True),
        (HOME, date(1900, 1, 1), True),
    ],
)
def test_name_is_valid_on_its_first_and_last_day(agency, day, expected):
    assert agency.is_valid_on(day) is expected


def test_members_of_a_group_are_those_of_the_day_in_catalogue_order():
    assert CATALOGUE.members(DEPARTMENTS, date(2025, 1, 1)) == (LABOUR, HOME)
    assert CATALOGUE.members(DEPARTMENTS, date(2025, 3, 1)) == (HOME, FARMING)
    assert CATALOGUE.members(CHOSEN, date(2025, 1, 1)) == (LABOUR, COMMUNE)


def test_catalogue_finds_by_id():
    assert CATALOGUE.agency(AgencyId(2)) is HOME
    assert CATALOGUE.group(GroupId(2)) is CHOSEN
    assert CATALOGUE.agency(AgencyId(9)) is None
    assert CATALOGUE.group(GroupId(9)) is None


def test_reading_names_each_agency_once():
    reading = AgencyReading(
        (
            Mention("Nội vụ", 0, 6, agency_id=AgencyId(2)),
            Mention("Các phòng", 8, 17, group_id=GroupId(1)),
            Mention("P. Nội vụ", 19, 28, agency_id=AgencyId(2)),
            Mention("Hội", 30, 33),
            Mention("Hội", 35, 38),
        )
    )
    assert reading.agency_ids == (2,)
    assert reading.group_ids == (1,)
    assert reading.unknown == ("Hội",)
    assert NOBODY.unknown == ()
