"""Which rows a filter leaves."""

from datetime import date

import pytest

from cchc_desktop.domain.agency import (
    Agency,
    AgencyCatalogue,
    AgencyGroup,
    AgencyId,
    AgencyKind,
    AgencyReading,
    GroupId,
    Mention,
    Role,
)
from cchc_desktop.domain.deadline import Deadline, DeadlineKind, DeadlineReading, Milestone
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
)
from cchc_desktop.domain.plan_filter import EVERYTHING, PlanFilter, PlanSearch
from cchc_desktop.domain.plan_rows import RowKey, RowKind, plan_rows
from cchc_desktop.domain.rich_text import RichText

PLAIN = RichText.plain
TU_PHAP = Agency(AgencyId(1), "Phòng Tư pháp", AgencyKind.DEPARTMENT)
NOI_VU = Agency(AgencyId(2), "Phòng Nội vụ", AgencyKind.DEPARTMENT)
ALL_DEPARTMENTS = AgencyGroup(GroupId(1), "Các phòng", kinds=frozenset([AgencyKind.DEPARTMENT]))
CATALOGUE = AgencyCatalogue((TU_PHAP, NOI_VU), (ALL_DEPARTMENTS,))


def _assigned(
    text: str, agency: AgencyId | None = None, group: GroupId | None = None
) -> Assignment:
    mention = Mention(text, 0, len(text), agency, group)
    return Assignment(PLAIN(text), AgencyReading((mention,)))


def _product(number: int, text: str, when: str, due: date | None = None) -> Deliverable:
    kind = DeadlineKind.DATED if due else DeadlineKind.RECURRING
    reading = DeadlineReading(kind, (Milestone(due),) if due else ())
    return Deliverable(DeliverableId(number), PLAIN(text), Deadline(PLAIN(when), reading))


def _plan() -> Plan:
    first = PlanTask(
        TaskId(1),
        "1",
        PLAIN("Kiểm tra đường sá"),
        (
            _product(1, "Kế hoạch", "Quý I", date(2024, 3, 31)),
            _product(2, "Báo cáo cuối năm", "Thường xuyên"),
        ),
        lead=_assigned("Phòng Tư pháp", AgencyId(1)),
        subtasks=(
            PlanTask(
                TaskId(2),
                "a)",
                PLAIN("Kiểm tra đột xuất"),
                (_product(3, "Biên bản", "Tháng 11", date(2024, 11, 30)),),
                lead=_assigned("Tổ Alpha"),
            ),
        ),
    )
    second = PlanTask(
        TaskId(3),
        "1",
        PLAIN("Dương lịch"),
        (_product(4, "Lịch", "Quý IV/2023", date(2023, 12, 31)),),
        cooperating=_assigned("Các phòng", group=GroupId(1)),
    )
    return Plan(
        PlanId(1),
        2024,
        "",
        sections=(
            Section(SectionId(1), "I", PLAIN("MỘT"), (first,)),
            Section(SectionId(2), "II", PLAIN("HAI"), (second,)),
        ),
    )


@pytest.fixture
def search() -> PlanSearch:
    """A search over the plan of these tests."""
    made = PlanSearch()
    made.set_rows(plan_rows(_plan()), 2024, CATALOGUE)
    return made


def _names(search: PlanSearch, wanted: PlanFilter) -> list[str]:
    letters = {
        RowKind.SECTION: "s",
        RowKind.TASK: "t",
        RowKind.SUBTASK: "u",
        RowKind.DELIVERABLE: "d",
    }
    return [f"{letters[row.key.kind]}{row.key.id}" for row in search.run(wanted).rows]


def test_without_conditions_every_row_is_shown(search: PlanSearch) -> None:
    result = search.run(EVERYTHING)

    assert len(result.rows) == 6
    assert result.task_count == 2


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (PlanFilter("duong"), ["s1", "t1", "d2", "s2", "t3"]),
        (PlanFilter("đường"), ["s1", "t1", "d2"]),
        (PlanFilter("xuat dot"), ["s1", "t1", "u2"]),
        (PlanFilter("cuoi nam"), ["s1", "t1", "d2"]),
        (PlanFilter("không có"), []),
        (PlanFilter(section_id=SectionId(2)), ["s2", "t3"]),
        (PlanFilter(deadline_kind=DeadlineKind.RECURRING), ["s1", "t1", "d2"]),
        (PlanFilter(quarter=1), ["s1", "t1"]),
        (PlanFilter(quarter=4), ["s1", "t1", "u2"]),
        (PlanFilter(agency_id=AgencyId(1)), ["s1", "t1", "d2", "s2", "t3"]),
        (PlanFilter(agency_id=AgencyId(1), role=Role.LEAD), ["s1", "t1", "d2"]),
        (PlanFilter(agency_id=AgencyId(2)), ["s2", "t3"]),
        (PlanFilter(group_id=GroupId(1)), ["s2", "t3"]),
        (PlanFilter(has_unknown_agency=True), ["s1", "t1", "u2"]),
        (PlanFilter("kiem", quarter=4), ["s1", "t1", "u2"]),
    ],
)
def test_hits_are_shown_with_the_rows_above_them(
    search: PlanSearch, wanted: PlanFilter, expected: list[str]
) -> None:
    assert _names(search, wanted) == expected


def test_tasks_are_counted_by_their_numbers(search: PlanSearch) -> None:
    assert search.run(PlanFilter("kiểm")).task_count == 1
    assert search.run(PlanFilter("duong")).task_count == 2


def test_typing_on_finds_what_a_fresh_search_finds(search: PlanSearch) -> None:
    query = "kiểm tra đường"

    for end in range(1, len(query) + 1):
        fresh = PlanSearch()
        fresh.set_rows(plan_rows(_plan()), 2024, CATALOGUE)
        wanted = PlanFilter(query[:end])
        assert _names(search, wanted) == _names(fresh, wanted)


def test_rows_that_are_kept_stay_with_the_rows_above_them(search: PlanSearch) -> None:
    result = search.run(PlanFilter("dương lịch"), {RowKey(RowKind.SUBTASK, 2)})

    assert [row.key.id for row in result.rows] == [1, 1, 2, 2, 3]
    assert [row.key.id for row in result.hits] == [3]


def test_changed_words_are_found_and_the_old_ones_are_not() -> None:
    search = PlanSearch()
    search.set_rows(plan_rows(_plan()), 2024, CATALOGUE)
    assert _names(search, PlanFilter("lịch"))
    plan = _plan()
    changed = PlanTask(TaskId(3), "1", PLAIN("Khác hẳn"))
    sections = (plan.sections[0], Section(SectionId(2), "II", PLAIN("HAI"), (changed,)))

    search.set_rows(
        plan_rows(Plan(PlanId(1), 2024, "", sections=sections)),
        2024,
        CATALOGUE,
        {RowKey(RowKind.TASK, 3)},
    )

    assert _names(search, PlanFilter("lịch")) == []
    assert _names(search, PlanFilter("khac han")) == ["s2", "t3"]


def test_an_empty_deadline_is_of_no_kind() -> None:
    task = PlanTask(
        TaskId(1), "1", PLAIN("a"), (Deliverable(DeliverableId(1), PLAIN("b"), Deadline()),)
    )
    plan = Plan(PlanId(1), 2024, "", sections=(Section(SectionId(1), "I", PLAIN("x"), (task,)),))
    search = PlanSearch()
    search.set_rows(plan_rows(plan), 2024, CATALOGUE)

    assert _names(search, PlanFilter(deadline_kind=DeadlineKind.UNRECOGNISED)) == []


@pytest.mark.parametrize(
    ("day", "quarter"),
    [
        (date(2024, 1, 1), 1),
        (date(2024, 3, 31), 1),
        (date(2024, 4, 1), 2),
        (date(2024, 6, 30), 2),
        (date(2024, 9, 30), 3),
        (date(2024, 12, 31), 4),
    ],
)
def test_a_day_lies_in_its_quarter_and_no_other(day: date, quarter: int) -> None:
    task = PlanTask(TaskId(1), "1", PLAIN("a"), (_product(1, "b", "c", day),))
    section = Section(SectionId(1), "I", PLAIN("x"), (task,))
    search = PlanSearch()
    search.set_rows(plan_rows(Plan(PlanId(1), 2024, "", sections=(section,))), 2024, CATALOGUE)

    found = [q for q in (1, 2, 3, 4) if search.run(PlanFilter(quarter=q)).hits]

    assert found == [quarter]
