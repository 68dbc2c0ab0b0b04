"""The sample office: complete, believable, at work, and understood by the program itself."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from cchc_desktop.domain.clock import FixedClock, SystemClock
from cchc_desktop.domain.deadline import DeadlineKind
from cchc_desktop.domain.errors import FileExists
from cchc_desktop.domain.period import PeriodKey
from cchc_desktop.domain.progress_state import ProgressState
from cchc_desktop.domain.return_register import ReturnState
from cchc_desktop.services.sample import create_sample
from cchc_desktop.services.session import Session

QUARTER = PeriodKey(2025, "quarter-1")
HALF_YEAR = PeriodKey(2025, "half-year")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    path = tmp_path_factory.mktemp("sample") / "mẫu.cchc"
    session = create_sample(path, FixedClock(datetime(2025, 6, 19, 9, 0)))
    yield session
    session.close()


@pytest.fixture(scope="module")
def sample_plan(sample):
    return sample.plans.load_year(2025)


def test_it_has_seven_sections_and_about_fifty_tasks(sample_plan):
    assert len(sample_plan.sections) == 7
    assert 45 <= sample_plan.task_count <= 55


def test_every_deadline_and_every_agency_is_understood(sample_plan):
    for task in sample_plan.tasks():
        assert task.lead.reading.unknown == ()
        assert task.cooperating.reading.unknown == ()
        for deliverable in task.deliverables:
            assert deliverable.deadline.reading.kind is not DeadlineKind.UNRECOGNISED


def test_it_shows_every_kind_of_row_and_deadline(sample_plan):
    tasks = list(sample_plan.tasks())
    kinds = {d.deadline.reading.kind for task in tasks for d in task.deliverables}

    assert kinds == set(DeadlineKind) - {DeadlineKind.UNRECOGNISED}
    assert any(task.subtasks for task in tasks)
    assert any(len(task.deliverables) > 1 for task in tasks)
    assert any(task.content.is_styled for task in tasks)


def test_half_year_has_work_in_every_state_and_two_late_of_each_kind(sample):
    whole = sample.progress.board(HALF_YEAR).summary.whole
    found = {state: whole.count(state) for state in ProgressState if whole.count(state)}

    assert found == {
        ProgressState.DONE_ON_TIME: 10,
        ProgressState.DONE_LATE: 2,
        ProgressState.OVERDUE: 2,
        ProgressState.IN_PROGRESS: 30,
        ProgressState.NOT_DUE: 4,
        ProgressState.NOT_ARISEN: 2,
    }


def test_finished_quarter_is_closed_with_its_report_and_the_half_year_is_open(sample):
    assert sample.periods.get(QUARTER).is_closed
    assert not sample.periods.get(HALF_YEAR).is_closed
    for key in (QUARTER, HALF_YEAR):
        assert sample.reports.find(key) is not None
        assert sample.reports.out_of_date(key) == ()
    assert sample.periods.current(2025).key == HALF_YEAR


def test_most_members_of_a_leading_group_reported_and_some_did_not(sample):
    members = [s for s in sample.progress.board(QUARTER).states if s.item.task.id == 2]
    done = [s for s in members if s.verdict.state.is_done]

    assert len(members) == 33
    assert len(done) == 31


def test_register_has_reports_in_time_late_and_missing(sample):
    register = sample.returns.register(HALF_YEAR)
    states = [line.state for line in register]

    assert states.count(ReturnState.LATE) == 2
    assert states.count(ReturnState.MISSING) == 4
    assert states.count(ReturnState.IN_TIME) == len(states) - 6
    assert all(line.file_name == "" for line in register)


def test_records_have_documents_difficulties_and_proposals(sample):
    records = sample.progress.board(HALF_YEAR).book.records.values()

    assert sum(bool(r.evidence) for r in records) >= 30
    assert sum(bool(r.difficulties) for r in records) >= 10
    assert sum(bool(r.proposals) for r in records) >= 5
    assert all(r.done_on is None or r.done_on <= date(2025, 6, 14) for r in records)


def test_one_undo_takes_back_a_day_of_reports_but_not_a_closed_period(tmp_path):
    session = create_sample(tmp_path / "mẫu.cchc", FixedClock(datetime(2025, 6, 19, 9, 0)))
    while session.history.next_undo() is not None:
        session.history.undo()

    board = session.progress.board(HALF_YEAR)

    assert not [s for s in board.states if s.is_reported]
    assert session.periods.get(QUARTER).is_closed
    session.close()


@pytest.mark.parametrize(
    ("day", "codes"),
    [
        (datetime(2024, 12, 1, 9, 0), set()),
        (datetime(2025, 3, 21, 9, 0), {"quarter-1"}),
        (datetime(2025, 6, 17, 9, 0), {"quarter-1"}),
        (datetime(2025, 6, 18, 9, 0), {"quarter-1", "half-year"}),
    ],
)
def test_what_lies_ahead_of_the_clock_is_left_out(tmp_path, day, codes):
    session = create_sample(tmp_path / "mẫu.cchc", FixedClock(day))
    book = session.progress.board(HALF_YEAR).book
    session.close()

    assert {key.period.code for key in book.records} == codes
    assert all(o.happened_on <= day.date() for o in book.occurrences.values())


def test_it_overwrites_nothing(tmp_path):
    path: Path = tmp_path / "mẫu.cchc"
    path.write_bytes(b"quan trong")

    with pytest.raises(FileExists):
        create_sample(path, SystemClock())

    assert path.read_bytes() == b"quan trong"
