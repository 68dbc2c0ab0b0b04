"""Letterheads in time and how papers are signed."""

from datetime import date

import pytest

from cchc_desktop.domain.office import (
    Letterhead,
    LetterheadId,
    Office,
    OfficeLevel,
    Signer,
    SigningAuthority,
    usual_signer,
)


@pytest.mark.parametrize(
    ("signer", "lines"),
    [
        (
            Signer(SigningAuthority.COLLECTIVE, "Ủy ban nhân dân", "Chủ tịch"),
            ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
        ),
        (
            Signer(SigningAuthority.COLLECTIVE_DEPUTY, "Ủy ban nhân dân", "Phó Chủ tịch"),
            ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        ),
        (
            Signer(SigningAuthority.DEPUTY, "Trưởng phòng", "Phó Trưởng phòng"),
            ("KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG"),
        ),
        (
            Signer(SigningAuthority.ORDER, "Chủ tịch", "Chánh Văn phòng"),
            ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"),
        ),
        (
            Signer(SigningAuthority.DELEGATED, "Chủ tịch", "Trưởng phòng Nội vụ"),
            ("TUQ. CHỦ TỊCH", "TRƯỞNG PHÒNG NỘI VỤ"),
        ),
        (Signer(SigningAuthority.ACTING, "", "Chủ tịch"), ("Q. CHỦ TỊCH",)),
        (Signer(SigningAuthority.OWN, "", "Trưởng phòng"), ("TRƯỞNG PHÒNG",)),
        (Signer(SigningAuthority.OWN), ()),
    ],
)
def test_signature_block_is_written_as_the_decree_has_it(signer, lines):
    assert signer.title_lines == lines


def letterhead(number, name, first=None, last=None):
    return Letterhead(LetterheadId(number), "", name, "", valid_from=first, valid_to=last)


DISTRICT = letterhead(1, "Ủy ban nhân dân huyện", None, date(2025, 6, 30))
COMMUNE = letterhead(2, "Ủy ban nhân dân xã", date(2025, 7, 1), date(2026, 12, 31))
OFFICE = Office(OfficeLevel.DISTRICT, (DISTRICT, COMMUNE))


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2024, 1, 1), DISTRICT),
        (date(2025, 6, 30), DISTRICT),
        (date(2025, 7, 1), COMMUNE),
        (date(2030, 1, 1), COMMUNE),
    ],
)
def test_paper_carries_the_letterhead_of_its_day(day, expected):
    assert OFFICE.letterhead_on(day) is expected


def test_letterhead_holds_on_its_first_and_last_day():
    assert DISTRICT.is_valid_on(date(2025, 6, 30))
    assert not DISTRICT.is_valid_on(date(2025, 7, 1))
    assert COMMUNE.is_valid_on(date(2025, 7, 1))
    assert not COMMUNE.is_valid_on(date(2025, 6, 30))


def test_later_letterhead_wins_where_two_are_in_force():
    later = letterhead(3, "tên mới", date(2025, 1, 1))
    office = Office(OfficeLevel.DISTRICT, (DISTRICT, later))
    assert office.letterhead_on(date(2025, 2, 1)) is later


def test_nearest_letterhead_serves_in_a_gap():
    early = letterhead(1, "a", date(2020, 1, 1), date(2021, 1, 1))
    late = letterhead(2, "b", date(2022, 1, 1))
    office = Office(OfficeLevel.DISTRICT, (early, late))
    assert office.letterhead_on(date(2021, 2, 1)) is early
    assert office.letterhead_on(date(2021, 12, 1)) is late


@pytest.mark.parametrize(
    ("office", "lines"),
    [
        ("Ủy ban nhân dân huyện B", ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
        ("UBND xã C", ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
        ("Phòng Nội vụ", ("TRƯỞNG PHÒNG",)),
    ],
)
def test_a_body_is_usually_signed_for_by_its_head(office, lines):
    assert usual_signer(office).title_lines == lines


def test_an_abbreviation_never_stands_alone():
    assert Signer(SigningAuthority.COLLECTIVE, position="Chủ tịch").title_lines == ("CHỦ TỊCH",)
    assert Signer().title_lines == ()
