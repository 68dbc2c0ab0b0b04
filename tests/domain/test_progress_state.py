"""How work stands: each kind of deadline, before, at and after its day, recorded or not."""

from dataclasses import dataclass, field
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.checkpoints import Checkpoint, add_months, checkpoints
from cchc_desktop.domain.deadline import (
    UNRECOGNISED,
    DeadlineKind,
    DeadlineReading,
    Milestone,
    Recurrence,
)
from cchc_desktop.domain.period import PeriodKey, PeriodKind, ReportingPeriod
from cchc_desktop.domain.plan import DeliverableId
from cchc_desktop.domain.progress import (
    Evidence,
    EvidenceId,
    Occurrence,
    Progress,
    ProgressKey,
    Statement,
)
from cchc_desktop.domain.progress_state import (
    Case,
    ProgressState,
    Verdict,
    Why,
    combine,
    judge,
)

YEAR = 2024
PRODUCT = DeliverableId(1)


def period(code: str, first: date, last: date) -> ReportingPeriod:
    kind = PeriodKind.YEAR if code == "year" else PeriodKind.QUARTER
    return ReportingPeriod(
        PeriodKey(YEAR, code), kind, code, first, last, last, last, is_cumulative=True, source=""
    )


Q1 = period("quarter-1", date(2023, 12, 15), date(2024, 3, 14))
HALF = period("half-year", date(2023, 12, 15), date(2024, 6, 14))
Q3 = period("quarter-3", date(2024, 6, 15), date(2024, 9, 14))
WHOLE = period("year", date(2023, 12, 15), date(2024, 12, 14))

DUE = date(2024, 6, 30)
DATED = DeadlineReading(DeadlineKind.DATED, (Milestone(DUE),))
CONTINUOUS = DeadlineReading(DeadlineKind.RECURRING, recurrence=Recurrence.CONTINUOUS)
QUARTERLY = DeadlineReading(DeadlineKind.RECURRING, recurrence=Recurrence.QUARTERLY)
MONTHLY = DeadlineReading(DeadlineKind.RECURRING, recurrence=Recurrence.MONTHLY, day_of_month=5)
EVENT = DeadlineReading(DeadlineKind.EVENT, event="có văn bản của tỉnh")
EVENT_AFTER_3_MONTHS = DeadlineReading(DeadlineKind.EVENT, event="có văn bản", delay_months=3)

BEFORE, AT, AFTER = date(2024, 6, 29), DUE, date(2024, 7, 1)
YEAR_END, NEW_YEAR = date(2024, 12, 31), date(2025, 1, 1)
HAPPENED = Occurrence(PRODUCT, date(2024, 3, 30))
HAPPENED_WITH_DUE = Occurrence(PRODUCT, date(2024, 3, 30), DUE)

S, W = ProgressState, Why


@dataclass(frozen=True)
class Said:
    """A record in short."""

    statement: Statement | None = None
    on: date | None = None
    within: ReportingPeriod = HALF
    more: dict[str, object] = field(default_factory=dict)


def verdict_of(
    deadline: DeadlineReading,
    day: date,
    *said: Said,
    occurrence: Occurrence | None = None,
) -> Verdict:
    records = [
        (
            s.within,
            Progress(
                ProgressKey(PRODUCT, None, s.within.key),
                statement=s.statement,
                done_on=s.on,
                **s.more,  # type: ignore[arg-type]
            ),
        )
        for s in said
    ]
    return judge(Case(deadline, YEAR, day, records, occurrence))


NOTHING: tuple[Said, ...] = ()
STARTED = (Said(Statement.IN_PROGRESS),)
NOT_STARTED = (Said(Statement.NOT_STARTED),)
WORDS = (Said(more={"result": "Đã dự thảo"}),)
DONE = (Said(Statement.DONE),)
DONE_AT = (Said(Statement.DONE, DUE),)
DONE_AFTER = (Said(Statement.DONE, AFTER, Q3),)
DONE_Q3 = (Said(Statement.DONE, within=Q3),)
DONE_YEAR = (Said(Statement.DONE, within=WHOLE),)
NONE_CAME = (Said(Statement.NOT_ARISEN),)
DROPPED = (Said(Statement.DROPPED),)

CASES = [
    # Dated: before, at and after the day; recorded or not.
    (DATED, BEFORE, NOTHING, None, S.NOT_DUE, W.DUE_LATER),
    (DATED, AT, NOTHING, None, S.NOT_DUE, W.DUE_LATER),
    (DATED, AFTER, NOTHING, None, S.OVERDUE, W.DUE_PASSED),
    (DATED, BEFORE, STARTED, None, S.IN_PROGRESS, W.UNDER_WAY),
    (DATED, AT, WORDS, None, S.IN_PROGRESS, W.UNDER_WAY),
    (DATED, AFTER, STARTED, None, S.OVERDUE, W.DUE_PASSED),
    (DATED, BEFORE, NOT_STARTED, None, S.NOT_DUE, W.DUE_LATER),
    (DATED, AFTER, NOT_STARTED, None, S.OVERDUE, W.DUE_PASSED),
    (DATED, BEFORE, NONE_CAME, None, S.NOT_ARISEN, W.STATED_NOT_ARISEN),
    (DATED, AFTER, NONE_CAME, None, S.OVERDUE, W.DUE_PASSED),
    (DATED, AFTER, DONE_AT, None, S.DONE_ON_TIME, W.DONE_BY_DUE),
    (DATED, AFTER, DONE_AFTER, None, S.DONE_LATE, W.DONE_AFTER_DUE),
    (DATED, BEFORE, DONE, None, S.DONE_ON_TIME, W.DONE_DAY_UNKNOWN_DUE_IN_PERIOD),
    (DATED, AFTER, DONE_Q3, None, S.DONE_ON_TIME, W.DONE_DAY_UNKNOWN_DUE_IN_PERIOD),
    (DATED, AT, DONE_AFTER, None, S.IN_PROGRESS, W.UNDER_WAY),
    (DATED, AFTER, DROPPED, None, S.DROPPED, W.STATED_DROPPED),
    # Recurring: never late before the last turn is over.
    (CONTINUOUS, BEFORE, NOTHING, None, S.NOT_DUE, W.DUE_LATER),
    (CONTINUOUS, YEAR_END, NOTHING, None, S.NOT_DUE, W.DUE_LATER),
    (CONTINUOUS, NEW_YEAR, NOTHING, None, S.OVERDUE, W.DUE_PASSED),
    (CONTINUOUS, AT, STARTED, None, S.IN_PROGRESS, W.UNDER_WAY),
    (CONTINUOUS, AT, DONE, None, S.IN_PROGRESS, W.TURN_DONE),
    (CONTINUOUS, YEAR_END, DONE_YEAR, None, S.DONE_ON_TIME, W.ALL_TURNS_DONE),
    (CONTINUOUS, NEW_YEAR, DONE_YEAR, None, S.DONE_ON_TIME, W.ALL_TURNS_DONE),
    (CONTINUOUS, NEW_YEAR, DONE, None, S.OVERDUE, W.DUE_PASSED),
    (CONTINUOUS, AT, NONE_CAME, None, S.NOT_ARISEN, W.STATED_NOT_ARISEN),
    (CONTINUOUS, AT, DROPPED, None, S.DROPPED, W.STATED_DROPPED),
    (QUARTERLY, date(2024, 4, 1), NOTHING, None, S.NOT_DUE, W.DUE_LATER),
    (QUARTERLY, YEAR_END, STARTED, None, S.IN_PROGRESS, W.UNDER_WAY),
    (QUARTERLY, NEW_YEAR, STARTED, None, S.OVERDUE, W.DUE_PASSED),
    (MONTHLY, date(2025, 1, 5), NOTHING, None, S.NOT_DUE, W.DUE_LATER),
    (MONTHLY, date(2025, 1, 6), NOTHING, None, S.OVERDUE, W.DUE_PASSED),
    # Event: waits until it is recorded, and is not late without a day.
    (EVENT, BEFORE, NOTHING, None, S.NOT_ARISEN, W.EVENT_AWAITED),
    (EVENT, NEW_YEAR, NOTHING, None, S.NOT_ARISEN, W.EVENT_AWAITED),
    (EVENT, NEW_YEAR, NONE_CAME, None, S.NOT_ARISEN, W.EVENT_AWAITED),
    (EVENT, AT, STARTED, None, S.IN_PROGRESS, W.UNDER_WAY),
    (EVENT, NEW_YEAR, STARTED, None, S.IN_PROGRESS, W.UNDER_WAY),
    (EVENT, AT, DONE, None, S.DONE_ON_TIME, W.DONE_WITHOUT_DUE),
    (EVENT, NEW_YEAR, NOTHING, HAPPENED, S.IN_PROGRESS, W.EVENT_WITHOUT_DUE),
    (EVENT, date(2024, 3, 29), NOTHING, HAPPENED_WITH_DUE, S.NOT_ARISEN, W.EVENT_AWAITED),
    (EVENT, BEFORE, NOTHING, HAPPENED_WITH_DUE, S.NOT_DUE, W.DUE_LATER),
    (EVENT, AT, STARTED, HAPPENED_WITH_DUE, S.IN_PROGRESS, W.UNDER_WAY),
    (EVENT, AFTER, NOTHING, HAPPENED_WITH_DUE, S.OVERDUE, W.DUE_PASSED),
    (EVENT, AFTER, DONE_AT, HAPPENED_WITH_DUE, S.DONE_ON_TIME, W.DONE_BY_DUE),
    (EVENT, AFTER, DONE_AFTER, HAPPENED_WITH_DUE, S.DONE_LATE, W.DONE_AFTER_DUE),
    (EVENT_AFTER_3_MONTHS, AT, NOTHING, HAPPENED, S.NOT_DUE, W.DUE_LATER),
    (EVENT_AFTER_3_MONTHS, AFTER, NOTHING, HAPPENED, S.OVERDUE, W.DUE_PASSED),
    (EVENT_AFTER_3_MONTHS, NEW_YEAR, NOTHING, None, S.NOT_ARISEN, W.EVENT_AWAITED),
    (EVENT, AFTER, DROPPED, HAPPENED_WITH_DUE, S.DROPPED, W.STATED_DROPPED),
    # Not understood: no day is invented.
    (UNRECOGNISED, NEW_YEAR, NOTHING, None, S.NOT_DUE, W.NO_DUE_DAY),
    (UNRECOGNISED, NEW_YEAR, STARTED, None, S.IN_PROGRESS, W.UNDER_WAY),
    (UNRECOGNISED, AT, DONE, None, S.DONE_ON_TIME, W.DONE_WITHOUT_DUE),
    (UNRECOGNISED, AT, NONE_CAME, None, S.NOT_ARISEN, W.STATED_NOT_ARISEN),
]


@pytest.mark.parametrize(("deadline", "day", "said", "occurrence", "state", "why"), CASES)
def test_work_stands_as_its_deadline_and_records_say(deadline, day, said, occurrence, state, why):
    verdict = verdict_of(deadline, day, *said, occurrence=occurrence)

    assert (verdict.state, verdict.why) == (state, why)


def test_open_work_is_late_by_the_days_since_its_last_day():
    assert verdict_of(DATED, date(2024, 7, 10)).days_late == 10


def test_work_done_late_is_late_by_the_days_until_it_was_done():
    verdict = verdict_of(DATED, WHOLE.last_day, Said(Statement.DONE, date(2024, 7, 4), Q3))

    assert (verdict.days_late, verdict.due, verdict.done_on) == (4, DUE, date(2024, 7, 4))


def test_the_day_on_a_proving_document_stands_in_for_a_missing_day():
    paper = Evidence(EvidenceId(1), "12/KH-UBND", issued_on=date(2024, 7, 2))
    verdict = verdict_of(DATED, Q3.last_day, Said(Statement.DONE, None, Q3, {"evidence": (paper,)}))

    assert (verdict.state, verdict.days_late) == (S.DONE_LATE, 2)


def test_work_first_reported_done_in_a_period_after_its_day_counts_as_late():
    verdict = verdict_of(DATED, WHOLE.last_day, Said(Statement.DONE, within=WHOLE_LATE))

    assert (verdict.state, verdict.why) == (S.DONE_LATE, W.DONE_DAY_UNKNOWN_DUE_BEFORE)
    assert verdict.is_assumed


WHOLE_LATE = period("quarter-4", date(2024, 9, 15), date(2024, 12, 14))


def test_done_stays_done_in_later_periods_and_keeps_the_first_period():
    said = (Said(Statement.DONE, within=HALF), Said(Statement.DONE, within=WHOLE_LATE))

    assert verdict_of(DATED, WHOLE.last_day, *said).state is S.DONE_ON_TIME


def test_a_later_record_takes_a_statement_back():
    said = (Said(Statement.DONE, within=HALF), Said(Statement.IN_PROGRESS, within=Q3))

    assert verdict_of(DATED, Q3.last_day, *said).state is S.OVERDUE


def test_dropped_work_comes_back_when_a_later_record_says_so():
    said = (Said(Statement.DROPPED, within=Q1), Said(Statement.IN_PROGRESS, within=HALF))

    assert verdict_of(DATED, HALF.last_day, *said).state is S.IN_PROGRESS


def test_a_deadline_with_several_days_is_late_by_the_first_one_not_met():
    days = (date(2024, 1, 31), date(2024, 6, 30), date(2024, 8, 31))
    several = DeadlineReading(DeadlineKind.DATED, tuple(Milestone(day) for day in days))
    met_one = Said(more={"milestones_met": 1})
    met_all = Said(within=Q3, more={"milestones_met": 3})

    assert verdict_of(several, date(2024, 2, 1)).due == days[0]
    assert verdict_of(several, date(2024, 2, 1)).state is S.OVERDUE
    assert verdict_of(several, date(2024, 6, 30), met_one).state is S.IN_PROGRESS
    assert verdict_of(several, date(2024, 7, 1), met_one).due == days[1]
    assert verdict_of(several, date(2024, 9, 14), met_one, met_all).state is S.DONE_ON_TIME


def test_all_days_met_stay_met_when_something_else_is_recorded_later():
    several = DeadlineReading(DeadlineKind.DATED, (Milestone(date(2024, 3, 31)), Milestone(DUE)))
    met = Said(within=HALF, more={"milestones_met": 2})
    words = Said(within=WHOLE_LATE, more={"result": "Đang nhân rộng"})

    assert verdict_of(several, WHOLE.last_day, met, words).state is S.DONE_ON_TIME


def test_a_count_of_days_met_is_corrected_by_a_later_one():
    several = DeadlineReading(DeadlineKind.DATED, (Milestone(date(2024, 3, 31)), Milestone(DUE)))
    two = Said(within=HALF, more={"milestones_met": 2})
    one = Said(within=Q3, more={"milestones_met": 1})

    verdict = verdict_of(several, Q3.last_day, two, one)
    assert (verdict.state, verdict.due) == (S.OVERDUE, DUE)


def test_a_turn_done_holds_for_its_own_turn_and_names_the_next():
    done = Said(Statement.DONE, within=Q1)

    own_turn = verdict_of(QUARTERLY, Q1.last_day, done)
    assert (own_turn.why, own_turn.due) == (W.TURN_DONE, date(2024, 6, 30))
    later = verdict_of(QUARTERLY, Q3.last_day, done)
    assert (later.why, later.due) == (W.UNDER_WAY, date(2024, 9, 30))


def test_the_year_s_report_is_the_last_whenever_it_is_cut_off():
    early = period("year", date(2023, 12, 1), date(2024, 11, 30))

    verdict = verdict_of(CONTINUOUS, NEW_YEAR, Said(Statement.DONE, within=early))
    assert verdict.state is S.DONE_ON_TIME


def test_a_document_issued_after_the_day_proves_nothing_on_it():
    paper = Evidence(EvidenceId(1), "12/KH-UBND", issued_on=date(2024, 9, 1))
    said = Said(Statement.DONE, None, HALF, {"evidence": (paper,)})

    assert verdict_of(DATED, HALF.last_day, said).state is S.DONE_ON_TIME


DEADLINES = st.sampled_from([CONTINUOUS, QUARTERLY, MONTHLY, EVENT, EVENT_AFTER_3_MONTHS])
STATEMENTS = st.one_of(st.none(), st.sampled_from(list(Statement)))


@given(DEADLINES, st.dates(date(2023, 12, 1), date(2024, 12, 31)), st.lists(STATEMENTS, max_size=4))
def test_recurring_and_awaited_work_is_never_late_within_the_year(deadline, day, statements):
    periods = (Q1, HALF, Q3, WHOLE)
    said = [Said(s, within=p) for s, p in zip(statements, periods, strict=False)]

    assert verdict_of(deadline, day, *said).state is not S.OVERDUE


@given(st.dates(date(2023, 12, 1), DUE), st.lists(STATEMENTS, max_size=4))
def test_dated_work_is_never_late_up_to_its_last_day(day, statements):
    said = [Said(s, within=p) for s, p in zip(statements, (Q1, HALF, Q3, WHOLE), strict=False)]

    assert verdict_of(DATED, day, *said).state is not S.OVERDUE


def test_a_report_before_the_fifth_of_the_next_month_is_due_in_that_month():
    points = checkpoints(MONTHLY, YEAR)

    assert (len(points), points[0], points[-1]) == (
        12,
        Checkpoint(date(2024, 2, 5), date(2024, 1, 1)),
        Checkpoint(date(2025, 1, 5), date(2024, 12, 1)),
    )


@pytest.mark.parametrize(
    ("day", "months", "end"),
    [
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2023, 11, 30), 3, date(2024, 2, 29)),
        (date(2024, 10, 15), 3, date(2025, 1, 15)),
        (date(2024, 12, 31), 6, date(2025, 6, 30)),
    ],
)
def test_a_term_in_months_ends_on_the_same_day_or_the_last_of_the_month(day, months, end):
    assert add_months(day, months) == end


def standing(state: ProgressState, late: int = 0) -> Verdict:
    return Verdict(state, W.UNDER_WAY, days_late=late)


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        ((S.OVERDUE, S.DONE_ON_TIME), S.OVERDUE),
        ((S.DONE_ON_TIME, S.DONE_ON_TIME), S.DONE_ON_TIME),
        ((S.DONE_ON_TIME, S.DONE_LATE), S.DONE_LATE),
        ((S.DONE_ON_TIME, S.DROPPED), S.DONE_ON_TIME),
        ((S.DONE_ON_TIME, S.NOT_DUE), S.IN_PROGRESS),
        ((S.DONE_ON_TIME, S.NOT_ARISEN), S.IN_PROGRESS),
        ((S.IN_PROGRESS, S.NOT_DUE), S.IN_PROGRESS),
        ((S.NOT_DUE, S.NOT_ARISEN), S.NOT_DUE),
        ((S.NOT_ARISEN, S.NOT_ARISEN), S.NOT_ARISEN),
        ((S.DROPPED, S.DROPPED), S.DROPPED),
        ((S.DROPPED, S.NOT_ARISEN), S.NOT_ARISEN),
    ],
)
def test_a_whole_stands_as_its_parts_together(parts, whole):
    assert combine([standing(state) for state in parts]).state is whole


def test_a_whole_is_late_by_its_latest_part():
    parts = [standing(S.OVERDUE, 3), standing(S.OVERDUE, 12), standing(S.DONE_ON_TIME)]

    assert combine(parts).days_late == 12
