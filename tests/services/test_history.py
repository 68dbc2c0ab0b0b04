"""Where undo ends: at the set-up, and at the lock of a reporting period."""

import pytest

from cchc_desktop.domain.errors import NothingToUndo
from cchc_desktop.domain.period import PeriodKey

QUARTER = PeriodKey(2025, "quarter-1")


def test_set_up_is_not_taken_back(session):
    assert session.history.next_undo() is None
    with pytest.raises(NothingToUndo):
        session.history.undo()


def test_closing_and_all_before_it_is_not_taken_back(session):
    session.plans.create(2025)
    session.periods.close(QUARTER)

    assert session.history.next_undo() is None
    with pytest.raises(NothingToUndo):
        session.history.undo()
    assert session.periods.get(QUARTER).is_closed
    assert session.plans.find(2025) is not None


def test_reopening_is_not_taken_back_and_stays_on_record(session):
    session.periods.close(QUARTER)
    session.periods.reopen(QUARTER, "Bổ sung số liệu")

    with pytest.raises(NothingToUndo):
        session.history.undo()
    assert not session.periods.get(QUARTER).is_closed
    assert len(session.periods.closings(QUARTER)) == 2


def test_steps_after_a_closing_are_taken_back_as_ever(session):
    session.periods.close(QUARTER)
    session.plans.create(2026)

    session.history.undo()
    assert session.plans.find(2026) is None
    assert session.history.next_undo() is None
    session.history.redo()
    assert session.plans.find(2026) is not None
