"""Periods of an office: its own days, the lock and its trail, the report worked on today."""

from datetime import date, datetime

import pytest

from cchc_desktop.domain import errors
from cchc_desktop.domain.office import OfficeLevel
from cchc_desktop.domain.period import ClosingAction, PeriodKey
from cchc_desktop.services.error_sentences import PERIODS
from cchc_desktop.services.sentences import describe_error, describe_step
from cchc_desktop.storage.file_lock import user_name

QUARTER = PeriodKey(2025, "quarter-1")
OWN_DAYS = (date(2024, 12, 15), date(2025, 3, 7), date(2025, 3, 9), date(2025, 3, 12))


def steps(session):
    return [describe_step(e.label, e.params) for e in session.history.entries() if not e.is_undone]


def test_year_has_the_four_reports_the_months_and_nine_months(session):
    assert [period.key.code for period in session.periods.report_periods(2025)] == [
        "quarter-1", "half-year", "quarter-3", "year",
    ]  # fmt: skip
    assert {period.key.code for period in session.periods.of_year(2025)} == set(PERIODS)


@pytest.mark.parametrize("level", list(OfficeLevel))
def test_every_level_has_its_reports(session, level):
    session.offices.set_level(level)
    assert len(session.periods.report_periods(2025)) == 4


def test_unknown_period_and_impossible_year_are_refused(session):
    with pytest.raises(errors.PeriodUnknown):
        session.periods.get(PeriodKey(2025, "quarter-2"))
    with pytest.raises(errors.PeriodUnknown):
        session.periods.closings(PeriodKey(2025, "quarter-4"))
    with pytest.raises(errors.InvalidValue):
        session.periods.of_year(3)


@pytest.mark.parametrize(
    ("day", "code"),
    [
        ("2024-11-01", "quarter-1"),
        ("2025-03-20", "quarter-1"),
        ("2025-03-21", "half-year"),
        ("2025-09-22", "quarter-3"),
        ("2025-09-23", "year"),
        ("2026-05-01", "year"),
    ],
)
def test_report_worked_on_is_the_first_still_to_be_sent(session, clock, day, code):
    clock.moment = datetime.fromisoformat(day)
    assert session.periods.current(2025).key == PeriodKey(2025, code)


def test_own_days_replace_those_of_the_rule_until_they_are_restored(session):
    rule = session.periods.get(QUARTER)
    session.periods.adjust(QUARTER, *OWN_DAYS, "  Công văn số 12/SNV \n ")
    own = session.periods.get(QUARTER)
    assert (own.first_day, own.last_day, own.agency_due, own.send_by) == OWN_DAYS
    assert own.source == "Công văn số 12/SNV"
    assert own.is_adjusted
    assert session.periods.get(PeriodKey(2026, "quarter-1")).is_adjusted is False

    session.periods.adjust(QUARTER, *OWN_DAYS[:3], date(2025, 3, 13), "")
    assert session.periods.get(QUARTER).send_by == date(2025, 3, 13)

    session.periods.restore(QUARTER)
    assert session.periods.get(QUARTER) == rule
    assert not session.periods.restore(QUARTER).changes


def test_own_days_can_be_undone(session):
    rule = session.periods.get(QUARTER)
    session.periods.adjust(QUARTER, *OWN_DAYS, "")
    session.history.undo()
    assert session.periods.get(QUARTER) == rule


def test_days_that_do_not_fit_are_said_and_change_nothing(session):
    with pytest.raises(errors.InvalidValue) as caught:
        session.periods.adjust(QUARTER, *OWN_DAYS[:2], date(2025, 3, 13), OWN_DAYS[3], "")
    assert "hạn các cơ quan gửi" in str(describe_error(caught.value))
    assert "13/03/2025" in str(describe_error(caught.value))
    assert not session.periods.get(QUARTER).is_adjusted


def test_closing_locks_the_period_and_reopening_unlocks_it_with_a_reason(session, clock):
    session.periods.close(QUARTER)
    assert session.periods.get(QUARTER).is_closed
    assert not session.periods.get(PeriodKey(2025, "half-year")).is_closed

    clock.moment = datetime(2025, 4, 2, 9)
    session.periods.reopen(QUARTER, " Bổ sung số liệu  \n của Phòng Tư pháp ")
    assert not session.periods.get(QUARTER).is_closed
    session.periods.close(QUARTER)
    assert session.periods.get(QUARTER).is_closed

    assert [(c.action, c.made_on, c.reason) for c in session.periods.closings(QUARTER)] == [
        (ClosingAction.CLOSED, date(2025, 3, 2), ""),
        (ClosingAction.REOPENED, date(2025, 4, 2), "Bổ sung số liệu của Phòng Tư pháp"),
        (ClosingAction.CLOSED, date(2025, 4, 2), ""),
    ]
    assert {closing.made_by for closing in session.periods.closings(QUARTER)} == {user_name()}
    assert steps(session)[:3] == [
        "Khóa kỳ báo cáo quý I năm 2025",
        "Mở lại kỳ báo cáo quý I năm 2025: Bổ sung số liệu của Phòng Tư pháp",
        "Khóa kỳ báo cáo quý I năm 2025",
    ]


def test_lock_that_stands_as_asked_is_refused_plainly(session):
    with pytest.raises(errors.PeriodNotClosed) as not_closed:
        session.periods.reopen(QUARTER, "lý do")
    session.periods.close(QUARTER)
    with pytest.raises(errors.PeriodAlreadyClosed) as closed:
        session.periods.close(QUARTER)
    assert "quý I năm 2025 chưa khóa" in str(describe_error(not_closed.value))
    assert "quý I năm 2025 đã khóa từ trước" in str(describe_error(closed.value))
    assert len(session.periods.closings(QUARTER)) == 1


@pytest.mark.parametrize("reason", ["", "  ", "\n\u200b"])
def test_reopening_without_a_reason_is_refused(session, reason):
    session.periods.close(QUARTER)
    with pytest.raises(errors.InvalidValue) as caught:
        session.periods.reopen(QUARTER, reason)
    assert caught.value.params["field"] == "reason"
    assert session.periods.get(QUARTER).is_closed


def test_days_of_a_closed_period_stay(session):
    session.periods.adjust(QUARTER, *OWN_DAYS, "")
    session.periods.close(QUARTER)
    with pytest.raises(errors.PeriodClosed):
        session.periods.adjust(QUARTER, *OWN_DAYS[:3], date(2025, 3, 13), "")
    with pytest.raises(errors.PeriodClosed):
        session.periods.restore(QUARTER)
    assert session.periods.get(QUARTER).send_by == OWN_DAYS[3]


def test_own_day_off_moves_what_is_due_and_can_be_removed(session):
    day = date(2025, 3, 20)
    session.periods.set_special_day(day, "Mất điện toàn huyện", is_working=False)
    assert session.periods.get(QUARTER).send_by == date(2025, 3, 21)
    assert day in [item.day for item in session.periods.special_days(2025) if item.is_own]

    session.periods.set_special_day(day, "Vẫn làm việc", is_working=True)
    assert session.periods.get(QUARTER).send_by == day
    assert [item.name for item in session.periods.special_days(2025) if item.is_own] == [
        "Vẫn làm việc"
    ]

    session.periods.remove_special_day(day)
    assert not any(item.is_own for item in session.periods.special_days(2025))
    assert steps(session)[:3] == [
        "Bỏ ngày nghỉ, ngày làm bù 20/03/2025",
        "Đặt ngày làm việc 20/03/2025: Vẫn làm việc",
        "Đặt ngày nghỉ 20/03/2025: Mất điện toàn huyện",
    ]


def test_day_off_without_a_name_and_removal_of_a_holiday_are_refused(session):
    with pytest.raises(errors.InvalidValue):
        session.periods.set_special_day(date(2025, 3, 20), " ", is_working=False)
    with pytest.raises(errors.SpecialDayMissing):
        session.periods.remove_special_day(date(2025, 4, 30))


def test_names_for_errors_are_those_of_the_rules(session):
    for period in session.periods.of_year(2025):
        error = errors.PeriodClosed(period=period.key.code, year=2025)
        assert period.name == PERIODS[period.key.code]
        assert f"Kỳ báo cáo {period.title} đã khóa" in str(describe_error(error))
