"""A plan as a table of tasks against agencies, and the load it gives them."""

from dataclasses import replace
from datetime import date

import pytest

from cchc_desktop.domain.agency import (
    NOBODY,
    AgencyCatalogue,
    AgencyId,
    AgencyReading,
    Mention,
    Role,
)
from cchc_desktop.domain.agency_load import LoadSlot, agency_loads
from cchc_desktop.domain.assignment_matrix import assignment_matrix
from cchc_desktop.domain.deadline import Deadline
from cchc_desktop.domain.deadline_reading import understand_deadline
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
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.tracking import leading_agencies

DAY = date(2024, 6, 30)
NV, TP = "Phòng Nội vụ", "Phòng Tư pháp"
EVERY_DEPARTMENT = "Các Phòng, ban, ngành, UBND các xã, thị trấn"


@pytest.fixture
def made(reader, catalogue):
    """Makes plans of one section out of tasks given by their words."""
    numbers = iter(range(1, 1000))

    def task(number="1", lead="", cooperating="", deadlines=(), subtasks=()):
        def assigned(words):
            return Assignment(RichText.plain(words), reader.read(words) if words else NOBODY)

        products = tuple(
            Deliverable(
                DeliverableId(next(numbers)),
                RichText.plain("Báo cáo"),
                Deadline(RichText.plain(words), understand_deadline(words, 2024)),
            )
            for words in deadlines
        )
        return PlanTask(
            TaskId(next(numbers)), number, RichText.plain("Việc"), products, assigned(lead),
            assigned(cooperating), subtasks=tuple(subtasks),
        )  # fmt: skip

    def plan(*tasks):
        section = Section(SectionId(1), "I", RichText.plain("CHỈ ĐẠO"), tuple(tasks))
        return Plan(PlanId(1), 2024, "", sections=(section,))

    plan.task = task
    return plan


def named(catalogue, name):
    return next(a.id for a in catalogue.agencies if a.name == name)


def test_a_cell_says_the_role_and_whether_it_comes_by_name_or_through_a_group(made, catalogue):
    plan = made(made.task(lead=TP, cooperating=f"{EVERY_DEPARTMENT}, {NV}"))

    row = assignment_matrix(plan, catalogue, DAY).rows[0]
    leading, both = row.cell(named(catalogue, TP)), row.cell(named(catalogue, NV))
    commune = row.cell(named(catalogue, "UBND xã Suối Ngà"))

    assert (leading.letter, leading.roles) == ("C", (Role.LEAD, Role.COOPERATING))
    assert leading.is_by_name(Role.LEAD)
    assert not leading.is_by_name(Role.COOPERATING)
    assert (both.letter, both.is_by_name(Role.COOPERATING), len(both.marks)) == ("P", True, 2)
    assert (commune.letter, commune.is_by_name(Role.COOPERATING)) == ("P", False)
    assert row.cell(AgencyId(999)).letter == ""


def test_columns_are_those_with_a_part_in_catalogue_order_and_the_other_valid_ones(made, catalogue):
    matrix = assignment_matrix(made(made.task(lead=f"{TP}; {NV}")), catalogue, DAY)

    assert [a.name for a in matrix.agencies] == [NV, TP]
    assert {a.id for a in (*matrix.agencies, *matrix.others)} == {
        a.id for a in catalogue.agencies if a.is_valid_on(DAY)
    }


def test_a_name_that_ended_stands_in_the_column_of_its_successor(made, catalogue):
    plan = made(made.task(lead="Phòng Tài nguyên và Môi trường"))
    heir = named(catalogue, "Phòng Nông nghiệp và Môi trường")

    before = assignment_matrix(plan, catalogue, date(2025, 2, 28))
    after = assignment_matrix(plan, catalogue, date(2025, 3, 1))

    assert [a.name for a in before.agencies] == ["Phòng Tài nguyên và Môi trường"]
    assert [a.id for a in after.agencies] == [heir]
    assert after.rows[0].cell(heir).marks[0].named_id == before.agencies[0].id


def test_unknown_names_are_kept_with_their_role(made, catalogue):
    plan = made(made.task(lead=NV, cooperating="Hội Văn nghệ; Phòng Tư pháp"))

    matrix = assignment_matrix(plan, catalogue, DAY)

    assert matrix.rows[0].unknown == {Role.COOPERATING: ("Hội Văn nghệ",)}
    assert matrix.unknown == ("Hội Văn nghệ",)


def test_a_reading_by_hand_of_a_deleted_agency_is_unknown(made, catalogue):
    task = made.task(lead=NV)
    reading = AgencyReading((Mention("Tổ công tác", 0, 11, AgencyId(999)),))
    plan = made(replace(task, lead=Assignment(RichText.plain("Tổ công tác"), reading, True)))

    assert assignment_matrix(plan, catalogue, DAY).unknown == ("Tổ công tác",)


def test_rows_are_all_tasks_in_printed_order_headings_marked(made, catalogue):
    heading = made.task("2", subtasks=[made.task("a)", TP, deadlines=["Quý I/2024"])])
    matrix = assignment_matrix(made(made.task("1", NV), heading), catalogue, DAY)

    assert [(r.place, r.is_heading) for r in matrix.rows] == [
        ("I.1", False),
        ("I.2", True),
        ("I.2.a)", False),
    ]


def test_real_table_agrees_with_a_count_of_its_words(real_rows, made, catalogue, reader):
    """The roles of every agency, counted here from the words of each cell alone."""
    departments = {
        a.name for a in catalogue.agencies
        if a.is_valid_on(DAY) and a.kind.value in ("department", "vertical")
    }  # fmt: skip
    tasks, expected = [], []
    for cells in real_rows:
        lead, cooperating = cells[4], cells[5]
        if lead or cooperating:
            tasks.append(made.task("1", lead, cooperating, [cells[3]]))
            expected.append((lead, cooperating))
    matrix = assignment_matrix(made(*tasks), catalogue, DAY)

    assert len(matrix.rows) == len(expected) > 40
    plain = "Các Phòng, ban, ngành, UBND các xã, thị trấn"
    single = [a.name for a in catalogue.agencies if a.name in {lead for lead, _ in expected}]
    assert len(single) >= 5
    for name in single:
        agency_id = named(catalogue, name)
        rows = [r for r in matrix.rows if r.cell(agency_id).is_by_name(Role.LEAD)]
        by_words = [
            lead
            for lead, _ in expected
            if name in lead.replace("–", "-")
            or (name.removeprefix("Phòng ") in lead and lead.startswith("Các Phòng:"))
        ]
        assert len(rows) == len(by_words), name
        through_group = [r for r in matrix.rows if Role.COOPERATING in r.cell(agency_id).roles]
        in_words = sum(c == plain and name in departments for _, c in expected)
        in_words += sum(c == name for _, c in expected)
        assert len(through_group) == in_words, name
    for row in matrix.rows:
        for role in (Role.LEAD, Role.COOPERATING):
            reading = row.task.assignment(role).reading
            assert row.agency_ids(role) == set(leading_agencies(reading, catalogue, DAY))


def load_of(matrix, catalogue, name):
    agency_id = named(catalogue, name)
    return next(load for load in agency_loads(matrix) if load.agency.id == agency_id)


@pytest.mark.parametrize(
    ("deadlines", "slot"),
    [
        (["Trước 10/12 năm trước"], LoadSlot.BEFORE_YEAR),
        (["Quý I/2024"], LoadSlot.QUARTER_1),
        (["Quý II/2024"], LoadSlot.QUARTER_2),
        (["Quý I/2024", "Quý III/2024"], LoadSlot.QUARTER_3),
        (["Quý IV/2024", "Thường xuyên trong năm"], LoadSlot.QUARTER_4),
        (["Thường xuyên trong năm"], LoadSlot.RECURRING),
        (["Khi UBND tỉnh yêu cầu"], LoadSlot.EVENT),
        (["Khi UBND tỉnh yêu cầu", "Thường xuyên trong năm"], LoadSlot.RECURRING),
        ([], LoadSlot.UNRECOGNISED),
    ],
)
def test_a_task_stands_in_one_slot_by_its_last_day(made, catalogue, deadlines, slot):
    plan = made(made.task(lead=NV, deadlines=deadlines))

    load = load_of(assignment_matrix(plan, catalogue, DAY), catalogue, NV)

    assert {s: len(tasks) for s, tasks in load.leads.items()} == {slot: 1}


def test_tasks_are_counted_by_stt_and_a_lead_does_not_cooperate_with_itself(made, catalogue):
    parts = [
        made.task("a)", NV, EVERY_DEPARTMENT, ["Quý I/2024"]),
        made.task("b)", NV, EVERY_DEPARTMENT, ["Quý II/2024"]),
        made.task("c)", TP, EVERY_DEPARTMENT, ["Quý IV/2024"]),
    ]
    plan = made(
        made.task("1", subtasks=parts), made.task("2", TP, EVERY_DEPARTMENT, ["Quý I/2024"])
    )
    matrix = assignment_matrix(plan, catalogue, DAY)

    ours, theirs = load_of(matrix, catalogue, NV), load_of(matrix, catalogue, TP)

    assert (ours.count(Role.LEAD), ours.count(Role.COOPERATING)) == (1, 1)
    assert set(ours.leads) == {LoadSlot.QUARTER_2}
    assert (theirs.count(Role.LEAD), theirs.count(Role.COOPERATING)) == (2, 0)
    for load in agency_loads(matrix):
        assert sum(map(load.count, Role)) <= plan.task_count


def test_a_heading_falls_due_with_its_subtasks(made, catalogue):
    plan = made(made.task("1", NV, subtasks=[made.task("a)", TP, "", ["Quý III/2024"])]))

    load = load_of(assignment_matrix(plan, catalogue, DAY), catalogue, NV)

    assert set(load.leads) == {LoadSlot.QUARTER_3}


def test_members_of_a_group_are_those_of_the_day(made, catalogue):
    plan = made(made.task(lead="Các Phòng, ban, ngành"))
    everyone = AgencyCatalogue(catalogue.agencies, catalogue.groups)

    early = assignment_matrix(plan, everyone, date(2025, 2, 28))
    late = assignment_matrix(plan, everyone, date(2025, 3, 1))

    gone = {a.name for a in early.agencies} - {a.name for a in late.agencies}
    assert "Phòng Tài nguyên và Môi trường" in gone
    assert "Phòng Nông nghiệp và Môi trường" in {a.name for a in late.agencies}
