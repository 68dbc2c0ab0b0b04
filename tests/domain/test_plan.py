"""A plan's tasks, their numbers and who does them."""

from cchc_desktop.domain.agency import Role
from cchc_desktop.domain.deadline import Deadline
from cchc_desktop.domain.plan import (
    Assignment,
    Deliverable,
    DeliverableId,
    Plan,
    PlanId,
    PlanTask,
    Section,
    SectionId,
    TaskId,
    section_number,
    subtask_number,
    task_number,
)
from cchc_desktop.domain.rich_text import RichText

PRODUCT = Deliverable(DeliverableId(1), RichText.plain("Kế hoạch"), Deadline())


def task(number, *, deliverables=(), subtasks=()):
    return PlanTask(
        TaskId(number), str(number), RichText.plain("việc"), deliverables, subtasks=subtasks
    )


HEADING = task(2, subtasks=(task(3, deliverables=(PRODUCT,)), task(4)))
PLAN = Plan(
    PlanId(1),
    2025,
    "Phụ lục",
    sections=(
        Section(
            SectionId(1), "I", RichText.plain("A"), (task(1, deliverables=(PRODUCT,)), HEADING)
        ),
        Section(SectionId(2), "II", RichText.plain("B"), (task(5),)),
    ),
)


def test_tasks_come_in_printed_order_with_their_subtasks():
    assert [t.id for t in PLAN.tasks()] == [1, 2, 3, 4, 5]


def test_tasks_are_counted_by_their_number_and_not_by_rows():
    assert PLAN.task_count == 3


def test_heading_over_subtasks_is_no_work_of_its_own():
    assert not HEADING.is_leaf
    assert task(1).is_leaf
    assert task(1, deliverables=(PRODUCT,), subtasks=(task(2),)).is_leaf


def test_assignment_is_found_by_role():
    lead, cooperating, monitor = (Assignment(RichText.plain(x)) for x in "abc")
    done = PlanTask(
        TaskId(1), "1", RichText.plain("x"), lead=lead, cooperating=cooperating, monitor=monitor
    )
    assert [done.assignment(role) for role in Role] == [lead, cooperating, monitor]


def test_numbers_are_written_as_the_annex_prints_them():
    assert [section_number(n) for n in (1, 4, 7)] == ["I", "IV", "VII"]
    assert task_number(12) == "12"
    assert [subtask_number(n) for n in (1, 4, 5, 6)] == ["a)", "d)", "đ)", "e)"]
