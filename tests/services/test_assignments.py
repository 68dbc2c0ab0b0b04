"""Changing who does what over the wordings of the annex, and handing tasks over."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from cchc_desktop.domain.agency import Agency, AgencyGroup, AgencyId, AgencyKind, GroupId, Role
from cchc_desktop.domain.agency_load import LoadSlot
from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.errors import EditConflict, InvalidValue, RecordMissing
from cchc_desktop.domain.plan_rows import RowKey, RowKind
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.tracking import leading_agencies
from cchc_desktop.domain.wording_proposal import WordingObstacle
from cchc_desktop.services.assignment_changes import AssignmentChange, WordingEdit, same_change
from cchc_desktop.services.assignment_papers import notice_contents, table_content
from cchc_desktop.services.assignment_sentences import OBSTACLES, ROLES, SLOTS

from .conftest import draft_of, drafted, section

SHARED = Path(__file__).parents[2].parent / "shared"
NV, TP, TTR = "Phòng Nội vụ", "Phòng Tư pháp", "Thanh tra huyện"
DEPARTMENTS = "Các Phòng, ban, ngành"


def named(session, name):
    return next(a.id for a in session.agencies.catalogue().agencies if a.name == name)


@pytest.fixture
def assigned(session):
    """A plan of 2025: led by name, by a list, by a group, and words of every deadline."""
    draft = draft_of(
        section(
            "CHỈ ĐẠO",
            drafted("Kế hoạch", lead=NV, cooperating=DEPARTMENTS, deadline="Quý I/2025"),
            drafted("Rà soát", lead=f"{TP}; {NV}", cooperating="", deadline="Quý IV/2025"),
            drafted(
                "Kiểm tra",
                drafted("Định kỳ", lead=TP, cooperating=NV, deadline="Thường xuyên trong năm"),
                drafted("Đột xuất", lead=TP, cooperating="", deadline="Khi UBND tỉnh yêu cầu"),
                lead="",
                cooperating="",
            ),
            drafted("Công khai", lead=DEPARTMENTS, cooperating="", deadline="Quý II/2025"),
        )
    )
    session.imports.write(session.imports.preview(draft, 2025))
    return session.plans.load_year(2025)


def words(session, year=2025):
    rows = session.assignments.matrix(year).rows
    return [(row.place, row.task.lead.text.text, row.task.cooperating.text.text) for row in rows]


def test_changing_the_table_changes_the_words_and_the_words_the_table(session, assigned):
    first = assigned.sections[0].tasks[0]
    change = AssignmentChange(first.id, Role.LEAD, frozenset([named(session, TP)]))

    proposed = session.assignments.propose(2025, [change])
    assert [(p.place, p.proposal.after.text) for p in proposed] == [("I.1", f"{NV}; {TP}")]
    session.assignments.apply([p.edit for p in proposed])

    row = session.assignments.matrix(2025).rows[0]
    assert row.cell(named(session, TP)).letter == "C"
    session.cells.set_cell(RowKey(RowKind.TASK, first.id), AnnexColumn.LEAD, RichText.plain(TTR))
    row = session.assignments.matrix(2025).rows[0]
    assert (row.cell(named(session, TTR)).letter, row.cell(named(session, TP)).letter) == ("C", "P")


def test_one_agency_is_assigned_to_many_tasks_in_one_step(session, assigned):
    tasks = [t.id for t in assigned.tasks() if t.is_leaf]
    before = words(session)

    proposed = session.assignments.propose(
        2025, same_change(tasks, Role.COOPERATING, add=[named(session, TTR)])
    )
    done = session.assignments.apply([p.edit for p in proposed])

    rows = [r for r in session.assignments.matrix(2025).rows if not r.is_heading]
    assert all(Role.COOPERATING in row.cell(named(session, TTR)).roles for row in rows)
    assert done.label == "assign_agencies"
    session.history.undo()
    assert words(session) == before


def test_moving_from_lead_to_cooperating_words_both_cells(session, assigned):
    second = assigned.sections[0].tasks[1]

    proposed = session.assignments.propose_role(
        2025, [second.id], named(session, NV), Role.COOPERATING
    )

    assert {p.role: p.proposal.after.text for p in proposed} == {
        Role.LEAD: TP,
        Role.COOPERATING: NV,
    }


def test_who_becomes_lead_stays_in_the_group_that_cooperates(session, assigned):
    first = assigned.sections[0].tasks[0]

    proposed = session.assignments.propose_role(2025, [first.id], named(session, TP), Role.LEAD)

    assert [(p.role, p.proposal.after.text) for p in proposed] == [(Role.LEAD, f"{NV}; {TP}")]


def test_several_changes_of_one_cell_become_one_wording(session, assigned):
    second = assigned.sections[0].tasks[1]
    ids = {name: frozenset([named(session, name)]) for name in (NV, TP, TTR)}

    proposed = session.assignments.propose(
        2025,
        [
            AssignmentChange(second.id, Role.LEAD, add=ids[TTR]),
            AssignmentChange(second.id, Role.LEAD, remove=ids[NV]),
        ],
    )

    assert [p.proposal.after.text for p in proposed] == [f"{TP}; {TTR}"]


def test_nothing_is_assigned_to_one_who_has_handed_over(session, assigned):
    first = assigned.sections[0].tasks[0]
    gone = named(session, "Phòng Tài nguyên và Môi trường")

    before = session.assignments.propose_role(2025, [first.id], gone, Role.LEAD, date(2025, 2, 28))
    after = session.assignments.propose_role(2025, [first.id], gone, Role.LEAD, date(2025, 3, 1))

    assert before[0].proposal.after.text == f"{NV}; Phòng Tài nguyên và Môi trường"
    assert after[0].proposal.obstacle is WordingObstacle.NAME_NOT_READ


def test_words_of_the_officers_own_are_read_before_they_are_written(session, assigned):
    reading = session.assignments.reading(2025, RichText.plain("Phòng Nội vụ; Hội Văn nghệ"))

    assert reading.agency_ids == (named(session, NV),)
    assert reading.unknown == ("Hội Văn nghệ",)


def test_words_that_changed_meanwhile_are_not_overwritten(session, assigned):
    first, second = assigned.sections[0].tasks[:2]
    edits = [
        WordingEdit(second.id, Role.LEAD, second.lead.text, RichText.plain(TTR)),
        WordingEdit(first.id, Role.LEAD, RichText.plain("khác"), RichText.plain(TTR)),
    ]
    before = words(session)

    with pytest.raises(EditConflict):
        session.assignments.apply(edits)

    assert words(session) == before


def test_a_task_that_is_gone_is_said(session, assigned):
    with pytest.raises(RecordMissing):
        session.assignments.propose(2025, same_change([9999], Role.LEAD))


def test_load_counts_by_stt_and_by_when_it_falls_due(session, assigned):
    loads = {load.agency.name: load for load in session.assignments.load(2025)}

    assert {slot: len(t) for slot, t in loads[NV].leads.items()} == {
        LoadSlot.QUARTER_1: 1, LoadSlot.QUARTER_4: 1, LoadSlot.QUARTER_2: 1,
    }  # fmt: skip
    assert {slot: len(t) for slot, t in loads[NV].cooperates.items()} == {LoadSlot.RECURRING: 1}
    assert {slot: len(t) for slot, t in loads[TP].leads.items()} == {
        LoadSlot.QUARTER_4: 1, LoadSlot.RECURRING: 1, LoadSlot.QUARTER_2: 1,
    }  # fmt: skip


def test_handing_over_rewords_what_is_to_come_and_keeps_what_is_past(session, assigned):
    session.agencies.add_agency(Agency(AgencyId(0), "Phòng Nội chính", AgencyKind.DEPARTMENT))
    old, new = named(session, NV), named(session, "Phòng Nội chính")
    before = words(session)
    day = date(2025, 5, 1)

    preview = session.assignments.preview_succession(old, new, day)
    assert words(session) == before
    assert [(t.proposed.place, t.is_past) for t in preview.tasks] == [
        ("I.1", True), ("I.2", False), ("I.3.a)", False),
    ]  # fmt: skip
    done = session.assignments.succeed(old, new, day, preview.edits)

    assert done.label == "hand_over_tasks"
    after = {place: (lead, helps) for place, lead, helps in words(session)}
    assert after["I.1"] == (NV, DEPARTMENTS)
    assert after["I.2"] == (f"{TP}; Phòng Nội chính", "")
    assert after["I.3.a)"] == (TP, "Phòng Nội chính")
    agency = session.agencies.catalogue().agency(old)
    assert (agency.valid_to, agency.successor_id) == (date(2025, 4, 30), new)
    session.history.undo()
    assert words(session) == before
    assert session.agencies.catalogue().agency(old).successor_id is None


def test_words_left_as_printed_are_followed_to_the_successor(session, assigned):
    old, new = named(session, NV), named(session, TTR)

    session.assignments.succeed(old, new, date(2025, 5, 1))

    catalogue = session.agencies.catalogue()
    lead = session.plans.load_year(2025).sections[0].tasks[0].lead.reading
    assert leading_agencies(lead, catalogue, date(2025, 4, 30)) == (old,)
    assert leading_agencies(lead, catalogue, date(2025, 5, 1)) == (new,)
    row = session.assignments.matrix(2025, date(2025, 5, 1)).rows[0]
    assert row.cell(new).is_by_name(Role.LEAD)
    assert row.cell(new).marks[0].named_id == old


def test_a_group_that_names_the_agency_one_by_one_gets_the_successor(session, assigned):
    start = date(2025, 5, 1)
    agency = Agency(AgencyId(0), "Tổ mới", AgencyKind.OTHER, valid_from=start)
    session.agencies.add_agency(agency)
    old, new = named(session, NV), named(session, "Tổ mới")
    session.agencies.add_group(AgencyGroup(GroupId(0), "Tổ CCHC", member_ids=frozenset([old])))

    preview = session.assignments.preview_succession(old, new, start)
    session.assignments.succeed(old, new, start)

    catalogue = session.agencies.catalogue()
    group = next(g for g in catalogue.groups if g.name == "Tổ CCHC")
    assert [g.name for g in preview.groups] == ["Tổ CCHC"]
    assert [a.id for a in catalogue.members(group, date(2025, 4, 30))] == [old]
    assert [a.id for a in catalogue.members(group, start)] == [new]


def test_a_later_plan_that_would_not_understand_the_old_name_is_pointed_out(session, assigned):
    draft = draft_of(section("CHỈ ĐẠO", drafted("Kế hoạch", lead=NV, cooperating="")))
    session.imports.write(session.imports.preview(draft, 2026))

    preview = session.assignments.preview_succession(
        named(session, NV), named(session, TTR), date(2025, 5, 1)
    )

    assert {t.year: t.stays_understood for t in preview.tasks} == {2025: True, 2026: False}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (NV, NV),
        (TTR, "Phòng Tài nguyên và Môi trường"),
        ("Phòng Nông nghiệp và Môi trường", "Phòng Tài nguyên và Môi trường"),
    ],
)
def test_one_who_is_not_there_that_day_cannot_take_over(session, assigned, old, new):
    ids = named(session, old), named(session, new)

    with pytest.raises(InvalidValue):
        session.assignments.preview_succession(*ids, date(2025, 5, 1))
    with pytest.raises(InvalidValue):
        session.assignments.succeed(*ids, date(2025, 5, 1))


def test_notices_and_table_say_what_the_annex_says(session, assigned):
    matrix = session.assignments.matrix(2025)

    (notice,) = notice_contents(matrix, [named(session, NV)])
    table = table_content(matrix, "Bảng phân công")

    assert [(row.number, row.others.text) for row in notice.leads] == [
        ("I.1", DEPARTMENTS), ("I.2", ""), ("I.4", ""),
    ]  # fmt: skip
    assert [(r.number, r.others.text, r.deadline.text) for r in notice.cooperates] == [
        ("I.3.a)", TP, "Thường xuyên trong năm")
    ]
    place = [a.name for a in table.agencies].index(NV)
    assert [row.marks.get(place, "") for row in table.sections[0].rows] == [
        "C", "C", "", "P", "", "C",
    ]  # fmt: skip


def test_every_code_has_words():
    assert set(ROLES) == set(Role)
    assert set(SLOTS) == set(LoadSlot)
    assert all(OBSTACLES.values())


def test_real_annex_counts_agree_with_the_document(session):
    path = SHARED / "cases" / "ninh-son-2024-phu-luc"
    if not path.with_suffix(".docx").exists():
        pytest.skip("the real annex is not beside this checkout")
    draft = session.imports.read_file(path.with_suffix(".docx"))
    session.imports.write(session.imports.preview(draft, 2024))
    lines = path.with_suffix(".tsv").read_text(encoding="utf-8").splitlines()[1:]
    led: dict[str, set[str]] = {}
    number = section_number = ""
    for cells in (line.split("\t") for line in lines):
        if cells[0].isalpha() and cells[0].isupper():
            section_number = cells[0]
            continue
        number = cells[0] if cells[0].isdigit() else number
        for name in cells[4].replace("–", "-").split(";"):
            led.setdefault(name.strip(), set()).add(f"{section_number}.{number}")

    loads = {load.agency.name: load for load in session.assignments.load(2024)}

    by_list = {"IV.4"}  # its "b)" names three departments in a list and a group of everybody
    by_group = led["Các Phòng, ban, ngành, UBND các xã, thị trấn"] | by_list
    by_group |= led["Phòng Nội vụ, Các Phòng, ban, ngành"]
    also = {
        NV: {"IV.5"},  # "Phòng Nội vụ và các đơn vị sự nghiệp công lập"
    }
    names = [name for name in led if name in loads]
    assert len(names) >= 6
    for name in names:
        expected = led[name] | by_group | also.get(name, set())
        assert loads[name].count(Role.LEAD) == len(expected), name
    assert Counter(len(r.unknown) for r in session.assignments.matrix(2024).rows) == {0: 45}
