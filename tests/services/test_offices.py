"""The office's details: valid from a day to a day, so that an old plan prints as of its time."""

from dataclasses import replace
from datetime import date

import pytest

from cchc_desktop.domain.errors import InvalidValue, RecordInUse
from cchc_desktop.domain.office import OfficeLevel


def test_new_details_end_the_ones_before_them(session):
    (old,) = session.offices.load().letterheads

    session.offices.add_letterhead(
        replace(old, name="Ủy ban nhân dân xã B", valid_from=date(2025, 7, 1))
    )

    office = session.offices.load()
    assert office.letterhead_on(date(2025, 6, 30)).name == "Ủy ban nhân dân huyện B"
    assert office.letterhead_on(date(2025, 7, 1)).name == "Ủy ban nhân dân xã B"


def test_new_details_need_a_first_day(session):
    (old,) = session.offices.load().letterheads

    with pytest.raises(InvalidValue):
        session.offices.add_letterhead(replace(old, valid_from=None))


def test_details_can_be_corrected_and_undone(session):
    (old,) = session.offices.load().letterheads

    session.offices.save_letterhead(replace(old, place="Bản Mới"))
    saved = session.offices.load().letterheads[0].place
    session.history.undo()

    assert (saved, session.offices.load().letterheads) == ("Bản Mới", (old,))


def test_the_issuing_body_needs_a_name(session):
    (old,) = session.offices.load().letterheads

    with pytest.raises(InvalidValue):
        session.offices.save_letterhead(replace(old, name=" "))


def test_the_last_details_stay(session):
    (only,) = session.offices.load().letterheads

    with pytest.raises(RecordInUse):
        session.offices.delete_letterhead(only.id)


def test_the_level_can_be_changed(session):
    session.offices.set_level(OfficeLevel.COMMUNE)

    assert session.offices.load().level is OfficeLevel.COMMUNE
