"""Which tasks are proposed for the next plan, and why."""

from datetime import date

import pytest

from cchc_desktop.domain.carry_over import TaskGround, carried_note, ground_in_year, ground_of
from cchc_desktop.domain.deadline import (
    Deadline,
    DeadlineKind,
    DeadlineReading,
    Milestone,
)
from cchc_desktop.domain.plan import Deliverable, DeliverableId, PlanTask, TaskId
from cchc_desktop.domain.progress_state import ProgressState, Verdict, Why
from cchc_desktop.domain.rich_text import EMPTY, RichText


def task(kind: DeadlineKind, words: str, *dues: Milestone) -> PlanTask:
    deadline = Deadline(RichText.plain(words), DeadlineReading(kind, dues))
    return PlanTask(TaskId(1), "1", EMPTY, (Deliverable(DeliverableId(1), EMPTY, deadline),))


DATED = task(DeadlineKind.DATED, "Quý I/2024", Milestone(date(2024, 3, 31)))
EVERY_YEAR = task(DeadlineKind.DATED, "Trước 20/12 năm trước", Milestone(date(2023, 12, 20)))
RECURRING = task(DeadlineKind.RECURRING, "Thường xuyên")
EVENT = task(DeadlineKind.EVENT, "Khi UBND tỉnh yêu cầu")
PAST = task(DeadlineKind.DATED, "Năm 2023", Milestone(date(2023, 12, 31)))
UNTIL_2025 = task(DeadlineKind.DATED, "Đến năm 2025", Milestone(date(2025, 12, 31)))
FROM_2026 = task(DeadlineKind.DATED, "2026 - 2030", Milestone(date(2030, 12, 31), date(2026, 1, 1)))
UNKNOWN = task(DeadlineKind.UNRECOGNISED, "Sớm")


def verdict(state: ProgressState) -> Verdict:
    return Verdict(state, Why.COMBINED)


@pytest.mark.parametrize(
    ("of", "state", "ground"),
    [
        (DATED, ProgressState.OVERDUE, TaskGround.UNFINISHED),
        (DATED, ProgressState.NOT_DUE, TaskGround.UNFINISHED),
        (DATED, ProgressState.DONE_LATE, TaskGround.DONE),
        (DATED, ProgressState.DROPPED, TaskGround.DROPPED),
        (EVERY_YEAR, ProgressState.DONE_ON_TIME, TaskGround.RECURRING),
        (RECURRING, ProgressState.IN_PROGRESS, TaskGround.RECURRING),
        (EVENT, ProgressState.NOT_ARISEN, TaskGround.AWAITED),
        (EVENT, ProgressState.OVERDUE, TaskGround.UNFINISHED),
        (EVENT, ProgressState.DONE_ON_TIME, TaskGround.DONE),
        (UNKNOWN, ProgressState.NOT_DUE, TaskGround.UNKNOWN_DUE),
    ],
)
def test_standing_and_deadline_decide(of, state, ground):
    assert ground_of(of, verdict(state), is_followed=True) is ground


def test_without_any_record_nothing_is_said_to_be_unfinished():
    assert ground_of(DATED, None, is_followed=False) is TaskGround.NOT_FOLLOWED
    assert TaskGround.NOT_FOLLOWED.is_ticked


@pytest.mark.parametrize(
    ("of", "year", "ground"),
    [
        (PAST, 2024, TaskGround.OTHER_YEARS),
        (UNTIL_2025, 2024, TaskGround.COVERS_YEAR),
        (FROM_2026, 2024, TaskGround.OTHER_YEARS),
        (RECURRING, 2024, TaskGround.COVERS_YEAR),
        (EVENT, 2024, TaskGround.COVERS_YEAR),
    ],
)
def test_of_several_years_the_time_decides(of, year, ground):
    assert ground_in_year(of, year) is ground


def test_the_note_names_the_origin():
    assert carried_note("II.3.a)", "năm 2024") == "Chuyển tiếp từ nhiệm vụ II.3.a, năm 2024"
