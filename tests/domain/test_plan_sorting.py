"""The order of rows by one column."""

from datetime import date

from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.deadline import Deadline, DeadlineKind, DeadlineReading, Milestone
from cchc_desktop.domain.plan import (
    Deliverable,
    DeliverableId,
    Plan,
    PlanId,
    PlanTask,
    Section,
    SectionId,
    TaskId,
)
from cchc_desktop.domain.plan_rows import PlanRow, RowKind, plan_rows
from cchc_desktop.domain.plan_sorting import sorted_rows
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.vietnamese import sort_key

PLAIN = RichText.plain


def _rows(*tasks: PlanTask) -> tuple[PlanRow, ...]:
    section = Section(SectionId(1), "I", PLAIN("MỘT"), tasks)
    return plan_rows(Plan(PlanId(1), 2024, "", sections=(section,)))


def _task(number: int, content: str, *products: Deliverable) -> PlanTask:
    return PlanTask(TaskId(number), str(number), PLAIN(content), products)


def _product(number: int, kind: DeadlineKind, due: date | None = None) -> Deliverable:
    reading = DeadlineReading(kind, (Milestone(due),) if due else ())
    return Deliverable(DeliverableId(number), PLAIN("x"), Deadline(PLAIN("lời"), reading))


def _ids(rows: tuple[PlanRow, ...]) -> list[int]:
    return [row.key.id for row in rows]


def test_words_sort_as_in_a_vietnamese_dictionary() -> None:
    names = ["Đà", "Dân", "Ăn", "Ba", "Bà", "Ân", "An", "Bả"]
    rows = _rows(*(_task(n, name) for n, name in enumerate(names)))

    found = sorted_rows(rows, AnnexColumn.CONTENT)

    assert [row.cell(AnnexColumn.CONTENT).text for row in found] == sorted(names, key=sort_key)
    assert [row.cell(AnnexColumn.CONTENT).text for row in found][:3] == ["An", "Ăn", "Ân"]


def test_deadlines_sort_by_their_last_day_then_by_kind() -> None:
    rows = _rows(
        _task(1, "a", _product(1, DeadlineKind.EVENT)),
        _task(2, "b", _product(2, DeadlineKind.DATED, date(2024, 6, 30))),
        _task(3, "c", _product(3, DeadlineKind.RECURRING)),
        _task(4, "d", _product(4, DeadlineKind.DATED, date(2023, 12, 10))),
    )

    assert _ids(sorted_rows(rows, AnnexColumn.DEADLINE)) == [4, 2, 3, 1]


def test_empty_cells_come_last_either_way() -> None:
    rows = _rows(_task(1, ""), _task(2, "b"), _task(3, "a"))

    assert _ids(sorted_rows(rows, AnnexColumn.CONTENT)) == [3, 2, 1]
    assert _ids(sorted_rows(rows, AnnexColumn.CONTENT, is_descending=True)) == [2, 3, 1]


def test_further_products_stay_with_their_task() -> None:
    two = (_product(1, DeadlineKind.RECURRING), _product(2, DeadlineKind.RECURRING))
    rows = _rows(_task(1, "b", *two), _task(2, "a"))

    found = sorted_rows(rows, AnnexColumn.CONTENT)

    kinds = [row.key.kind for row in found]
    assert kinds == [RowKind.TASK, RowKind.TASK, RowKind.DELIVERABLE]
    assert [row.task.id for row in found if row.task] == [2, 1, 1]


def test_the_number_column_keeps_the_plans_order_or_turns_it_round() -> None:
    rows = _rows(_task(1, "b"), _task(2, "a"))

    assert _ids(sorted_rows(rows, AnnexColumn.NUMBER)) == [1, 2]
    assert _ids(sorted_rows(rows, AnnexColumn.NUMBER, is_descending=True)) == [2, 1]
