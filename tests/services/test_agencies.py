"""The catalogue: names are unique at any one time, and change in the middle of a year."""

from datetime import date

import pytest

from cchc_desktop.domain.agency import Agency, AgencyGroup, AgencyId, AgencyKind, GroupId
from cchc_desktop.domain.errors import InvalidValue, NameTaken, RecordInUse
from cchc_desktop.services.agencies import NameSettlement
from tests.services.conftest import draft_of, drafted, section


def named(session, name):
    catalogue = session.agencies.catalogue()
    return next(x for x in (*catalogue.agencies, *catalogue.groups) if x.name == name)


def commune(name, **details):
    return Agency(AgencyId(0), name, AgencyKind.COMMUNE, **details)


def test_an_added_commune_belongs_to_the_group_of_communes(session):
    session.agencies.add_agency(commune("UBND xã Suối Mây"))

    catalogue = session.agencies.catalogue()
    group = next(g for g in catalogue.groups if AgencyKind.COMMUNE in g.kinds)
    assert "UBND xã Suối Mây" in [a.name for a in catalogue.members(group, date(2025, 1, 1))]


@pytest.mark.parametrize("name", ["Phòng Nội vụ", "PHÒNG  NỘI VỤ", "phòng nội vụ"])
def test_a_name_in_use_is_refused_however_it_is_written(session, name):
    with pytest.raises(NameTaken):
        session.agencies.add_agency(Agency(AgencyId(0), name, AgencyKind.DEPARTMENT))


def test_a_name_may_come_back_after_it_ended(session):
    session.agencies.add_agency(commune("UBND xã A", valid_to=date(2024, 12, 31)))

    session.agencies.add_agency(commune("UBND xã A", valid_from=date(2025, 1, 1)))

    names = [a.name for a in session.agencies.catalogue().agencies]
    assert names.count("UBND xã A") == 2


def test_a_name_must_not_be_empty(session):
    with pytest.raises(InvalidValue):
        session.agencies.add_agency(commune("  "))


def test_a_name_cannot_end_before_it_begins(session):
    with pytest.raises(InvalidValue):
        session.agencies.add_agency(
            commune("UBND xã A", valid_from=date(2025, 1, 1), valid_to=date(2024, 1, 1))
        )


def test_an_alias_is_recognised_in_all_its_places_at_once(session):
    draft = draft_of(section("A", drafted("Một", lead="Tổ công tác huyện")))
    session.imports.write(session.imports.preview(draft, 2025))
    agency = named(session, "Phòng Nội vụ")

    session.agencies.add_agency_aliases({"Tổ công tác huyện": agency.id})

    lead = session.plans.load_year(2025).sections[0].tasks[0].lead
    assert (lead.reading.agency_ids, lead.reading.unknown) == ((agency.id,), ())


def test_a_group_takes_aliases_too(session):
    group = session.agencies.catalogue().groups[0]

    session.agencies.add_group_aliases({"Toàn thể các nơi": group.id})

    assert "Toàn thể các nơi" in named(session, group.name).aliases


def test_handing_over_ends_the_name_the_day_before(session):
    old, new = named(session, "Phòng Tư pháp"), named(session, "Phòng Nội vụ")

    session.agencies.succeed(old.id, new.id, date(2025, 3, 1))

    old = named(session, "Phòng Tư pháp")
    assert (old.valid_to, old.successor_id) == (date(2025, 2, 28), new.id)


def test_a_plan_of_the_year_still_knows_the_name_that_ended_in_it(session):
    old, new = named(session, "Phòng Tư pháp"), named(session, "Phòng Nội vụ")
    draft = draft_of(section("A", drafted("Một", lead="Phòng Tư pháp")))
    session.imports.write(session.imports.preview(draft, 2025))

    session.agencies.succeed(old.id, new.id, date(2025, 3, 1))

    assert session.plans.load_year(2025).sections[0].tasks[0].lead.reading.agency_ids == (old.id,)


def test_an_agency_that_a_group_names_is_not_deleted(session):
    agency = named(session, "Phòng Nội vụ")
    session.agencies.add_group(
        AgencyGroup(GroupId(0), "Tổ giúp việc", member_ids=frozenset({agency.id}))
    )

    with pytest.raises(RecordInUse) as caught:
        session.agencies.delete_agency(agency.id)

    assert "Tổ giúp việc" in caught.value.params["used_by"]


def test_a_group_changes_its_members_and_undo_brings_them_back(session):
    first, second = (named(session, n).id for n in ("Phòng Nội vụ", "Phòng Tư pháp"))
    session.agencies.add_group(
        AgencyGroup(GroupId(0), "Tổ giúp việc", member_ids=frozenset({first}))
    )
    group = named(session, "Tổ giúp việc")

    session.agencies.save_group(
        AgencyGroup(group.id, "Tổ giúp việc", member_ids=frozenset({second}))
    )
    changed = named(session, "Tổ giúp việc").member_ids
    session.history.undo()

    assert (changed, named(session, "Tổ giúp việc").member_ids) == ({second}, {first})


def test_deleting_a_group_leaves_the_words_of_plans(session):
    draft = draft_of(section("A", drafted("Một", cooperating="UBND các xã, thị trấn")))
    session.imports.write(session.imports.preview(draft, 2025))
    group = next(
        g for g in session.agencies.catalogue().groups if g.name == "UBND các xã, thị trấn"
    )

    session.agencies.delete_group(group.id)

    cooperating = session.plans.load_year(2025).sections[0].tasks[0].cooperating
    assert cooperating.text.text == "UBND các xã, thị trấn"
    assert cooperating.reading.group_ids == ()


def test_the_issuing_body_is_known_by_its_full_name(session):
    draft = draft_of(section("A", drafted("Một", lead="UBND huyện B")))

    assert session.imports.preview(draft, 2025).unknown_names == ()


def test_unknown_names_are_settled_in_one_step_and_a_refused_one_holds_up_none(session):
    agency = named(session, "Phòng Nội vụ")

    settled = session.agencies.settle_names(
        NameSettlement(
            additions=(commune("UBND xã Suối Mây"), commune("Phòng Tư pháp")),
            agency_aliases={"Tổ công tác huyện": agency.id},
        )
    )

    assert [type(error) for error in settled.refused] == [NameTaken]
    assert "Tổ công tác huyện" in named(session, "Phòng Nội vụ").aliases
    session.history.undo()
    names = [a.name for a in session.agencies.catalogue().agencies]
    assert "UBND xã Suối Mây" not in names
    assert "Tổ công tác huyện" not in named(session, "Phòng Nội vụ").aliases
