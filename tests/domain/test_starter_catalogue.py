"""The catalogues that ship with the program, and what a damaged one is refused for."""

from datetime import date, datetime

import pytest

from cchc_desktop.domain.agency import AgencyKind
from cchc_desktop.domain.errors import CatalogueDamaged
from cchc_desktop.domain.office import OfficeLevel
from cchc_desktop.domain.starter_catalogue import parse_starter_catalogue


def data(**changes):
    home = {"name": "Phòng Nội vụ", "kind": "department", "aliases": ["Phòng NV"]}
    labour = {"name": "Phòng LĐTB&XH", "kind": "department", "successor": "Phòng Nội vụ"}
    values = {
        "level": "district",
        "source": "nguồn",
        "agency": [home, labour],
        "group": [{"name": "Các phòng", "kinds": ["department"], "members": ["Phòng Nội vụ"]}],
    }
    return values | changes


def agency(**changes):
    return data(agency=[{"name": "Phòng Nội vụ", "kind": "department"} | changes])


def test_catalogue_is_read_as_written():
    catalogue = parse_starter_catalogue(data(valid_from=date(2025, 7, 1)), "x.toml")
    assert catalogue.level is OfficeLevel.DISTRICT
    assert catalogue.valid_from == date(2025, 7, 1)
    assert catalogue.agencies[0].aliases == ("Phòng NV",)
    assert catalogue.agencies[1].successor == "Phòng Nội vụ"
    assert catalogue.groups[0].kinds == {AgencyKind.DEPARTMENT}
    assert catalogue.groups[0].members == ("Phòng Nội vụ",)


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({}, "level is not a text"),
        (data(level="ward"), "level has an unknown value: ward"),
        (data(source=" "), "source is not a text"),
        (data(agencies=[]), "unknown key: agencies"),
        (data(agency={}), "agency is not a list of tables"),
        (agency(name=5), "agency 1: name is not a text"),
        (agency(kind="phòng"), "agency 1: kind has an unknown value: phòng"),
        (agency(alias=["a"]), "agency 1: unknown key: alias"),
        (agency(aliases=[""]), "agency 1: aliases is not a list of texts"),
        (agency(valid_from="2025"), "agency 1: valid_from is not a day"),
        (agency(valid_from=datetime(2025, 1, 1)), "agency 1: valid_from is not a day"),
        (
            agency(valid_from=date(2025, 2, 1), valid_to=date(2025, 1, 1)),
            "agency 1: valid_to is before valid_from: 2025-01-01",
        ),
        (agency(successor="Phòng Mới"), "no such successor: Phòng Mới (Phòng Nội vụ)"),
        (agency(successor="Phòng Nội vụ"), "no such successor: Phòng Nội vụ (Phòng Nội vụ)"),
        (data(group=[{"name": "Các phòng"}]), "group 1: group has no members: Các phòng"),
        (
            data(group=[{"name": "Các phòng", "members": ["Phòng Lạ"]}]),
            "no such member: Phòng Lạ (Các phòng)",
        ),
        (
            data(group=[{"name": "phòng nv", "kinds": ["department"]}]),
            "name given twice: phòng nv (Phòng Nội vụ; phòng nv)",
        ),
    ],
)
def test_damaged_catalogue_is_refused_with_the_reason(values, reason):
    with pytest.raises(CatalogueDamaged) as caught:
        parse_starter_catalogue(values, "x.toml")
    assert caught.value.params["file"] == "x.toml"
    assert caught.value.params["reason"].startswith(reason)


def test_district_catalogue_has_each_sort_of_agency(district):
    kinds = {agency.kind for agency in district.agencies}
    assert kinds >= set(AgencyKind) - {AgencyKind.COMMUNE}
    assert AgencyKind.COMMUNE not in kinds
    assert any(AgencyKind.COMMUNE in group.kinds for group in district.groups)
    assert district.valid_to == date(2025, 6, 30)


def test_district_departments_merge_on_the_first_of_march_2025(district):
    merged = {a.name: (a.valid_to, a.successor) for a in district.agencies if a.successor}
    last = date(2025, 2, 28)
    assert merged["Phòng Lao động - Thương binh và Xã hội"] == (last, "Phòng Nội vụ")
    farming = "Phòng Nông nghiệp và Môi trường"
    assert merged["Phòng Tài nguyên và Môi trường"] == (last, farming)
    assert merged["Phòng Nông nghiệp và Phát triển nông thôn"] == (last, farming)


def test_commune_catalogue_has_the_offices_of_the_two_tier_government(commune):
    names = {agency.name for agency in commune.agencies}
    assert names >= {
        "Văn phòng HĐND và UBND xã", "Phòng Kinh tế", "Phòng Kinh tế, Hạ tầng và Đô thị",
        "Phòng Văn hóa - Xã hội", "Trung tâm Phục vụ hành chính công",
    }  # fmt: skip
    assert commune.level is OfficeLevel.COMMUNE
    assert commune.valid_from == date(2025, 7, 1)
