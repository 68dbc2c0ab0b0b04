"""Carrying a plan to the next year: what is proposed, what is written, what stays as it was."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.carry_over import CarriedField, CarryOverChoice, TaskGround
from cchc_desktop.domain.clock import FixedClock
from cchc_desktop.domain.deadline import DeadlineKind, DeadlineReading, Milestone
from cchc_desktop.domain.errors import (
    EditConflict,
    InvalidValue,
    PlanExists,
    PlanFrozen,
    PlanMissing,
)
from cchc_desktop.domain.period import PeriodKey
from cchc_desktop.domain.plan import ParentDocument, PlanKey
from cchc_desktop.domain.plan_text import PassageKind
from cchc_desktop.domain.progress import FollowMode, ProgressField, Statement
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.task_origin import OriginReason
from cchc_desktop.services.plan_starting import PlanStart
from cchc_desktop.services.progress import ProgressEdit, WorkRef
from cchc_desktop.services.sample import create_sample
from cchc_desktop.services.session import Session, open_session
from tests.services.conftest import draft_of, drafted, outline, section

REAL = Path(__file__).parents[2].parent / "shared" / "cases" / "ninh-son-2024-phu-luc.docx"
NEXT = PlanKey(2026)
YEAR = PlanKey(2025)


@pytest.fixture(scope="module")
def sample_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "mẫu.cchc"
    create_sample(path, FixedClock(datetime(2025, 12, 20, 9, 0))).close()
    return path


@pytest.fixture
def sample(sample_path: Path, tmp_path: Path) -> Iterator[Session]:
    clock = FixedClock(datetime(2025, 12, 20, 9, 0))
    session = open_session(Path(shutil.copy(sample_path, tmp_path / "m.cchc")), clock)
    yield session
    session.close()


def carry(session: Session, source: PlanKey = YEAR, target: PlanKey = NEXT):
    proposal = session.carry_over.propose(source, target)
    session.carry_over.write(proposal, proposal.default)
    return session.plans.load_key(target)


def record(session: Session, plan, place: int, statement: Statement) -> None:
    task = plan.sections[0].tasks[place]
    work = WorkRef(task.id, task.deliverables[0].id)
    edit = ProgressEdit(work, ProgressField.STATEMENT, statement)
    session.progress.write(PeriodKey(2025, "year"), [edit])


def test_everything_is_carried_while_nothing_was_recorded(session, plan):
    later = carry(session)

    assert outline(later) == outline(plan)
    assert [t.ground for t in session.carry_over.propose(YEAR, PlanKey(2027)).tasks][:1] == [
        TaskGround.NOT_FOLLOWED
    ]
    assert later.title == plan.title.replace("2025", "2026")
    assert later.sections[0].tasks[0].deliverables[0].deadline.text.text == "Quý I/2026"


def test_the_standing_at_the_end_of_the_year_decides(session, plan):
    record(session, plan, 0, Statement.DONE)
    proposal = session.carry_over.propose(YEAR, NEXT)
    grounds = {carried.name: carried.ground for carried in proposal.tasks}

    assert grounds["I.1"] is TaskGround.DONE
    assert grounds["I.3"] is TaskGround.RECURRING
    assert grounds["II.1"] is TaskGround.UNFINISHED
    unfinished = next(c for c in proposal.tasks if c.name == "II.1")
    assert unfinished.note == "Chuyển tiếp từ nhiệm vụ II.1, năm 2025"


def test_what_is_not_ticked_does_not_come_and_notes_are_the_officers(session, plan):
    record(session, plan, 0, Statement.DONE)
    proposal = session.carry_over.propose(YEAR, NEXT)
    wanted = proposal.tasks[3].task.id
    choice = CarryOverChoice(frozenset({wanted}), frozenset(), notes={wanted: "Làm tiếp"})
    session.carry_over.write(proposal, choice)
    later = session.plans.load_key(NEXT)

    assert [task.content.text for task in later.tasks()] == ["Rà soát văn bản"]
    assert later.sections[1].tasks[0].note.text == "Làm tiếp"
    assert later.sections[1].tasks[0].deliverables[0].deadline.text.text == "Quý I/2025"


def test_one_undo_takes_all_back_and_the_earlier_plan_never_changes(session, plan):
    session.text.start(plan.id, "annual")
    before = (session.plans.load_year(2025), session.text.load(plan.id))
    carry(session)
    assert (session.plans.load_year(2025), session.text.load(plan.id)) == before

    session.history.undo()
    assert session.plans.find_key(NEXT) is None
    session.history.redo()
    assert session.plans.find_key(NEXT) is not None


def test_an_issued_plan_is_carried_and_stays_frozen(session, plan):
    details = session.versions.proposal(plan.id)
    session.versions.issue(plan.id, replace(details, number="12", issued_on=date(2025, 1, 2)))
    issued = session.plans.load_year(2025)
    later = carry(session)

    assert session.plans.load_year(2025) == issued
    assert later.parent_document.number == ""
    session.rows.add_section(later.id, RichText.plain("Thêm"), None)
    with pytest.raises(PlanFrozen):
        session.rows.add_section(plan.id, RichText.plain("Thêm"), None)


def test_a_second_carry_over_into_the_same_year_is_refused(session, plan):
    proposal = session.carry_over.propose(YEAR, NEXT)
    carry(session)

    with pytest.raises(PlanExists):
        session.carry_over.propose(YEAR, NEXT)
    with pytest.raises(PlanExists):
        session.carry_over.write(proposal, proposal.default)


def test_an_empty_plan_of_the_year_is_filled(session, plan):
    session.plans.create(2026, section_titles=("Cải cách thể chế",))

    assert outline(carry(session)) == outline(plan)
    assert [summary.key for summary in session.plans.list()] == [NEXT, YEAR]


def test_a_plan_changed_after_the_proposal_is_not_carried(session, plan):
    proposal = session.carry_over.propose(YEAR, NEXT)
    session.plans.save_details(plan)
    session.text.start(plan.id, "annual")

    with pytest.raises(EditConflict):
        session.carry_over.write(proposal, proposal.default)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (YEAR, PlanKey(2024)),
        (YEAR, YEAR),
        (YEAR, PlanKey(2026, 2030)),
        (PlanKey(2021, 2025), NEXT),
    ],
)
def test_a_plan_is_carried_forward_only(session, plan, source, target):
    with pytest.raises(InvalidValue):
        session.carry_over.propose(source, target)
    with pytest.raises(PlanMissing):
        session.carry_over.propose(PlanKey(2020), PlanKey(2021))


def test_lineage_is_kept_from_year_to_year(session, plan):
    first = plan.sections[0].tasks[1].subtasks[0]
    second = carry(session).sections[0].tasks[1].subtasks[0]
    third = carry(session, NEXT, PlanKey(2027)).sections[0].tasks[1].subtasks[0]

    line = session.carry_over.lineage(third.id)
    assert [(s.task_id, s.plan_term, s.place) for s in line.origins] == [
        (second.id, "năm 2026", "I.2.a)"),
        (first.id, "năm 2025", "I.2.a)"),
    ]
    assert [s.plan_term for s in session.carry_over.lineage(first.id).followers] == [
        "năm 2026",
        "năm 2027",
    ]
    assert line.origins[0].reason is OriginReason.REPEATED


def test_lineage_remembers_a_plan_that_was_deleted(session, plan):
    later = carry(session)
    session.plans.delete(plan.id)
    (step,) = session.carry_over.lineage(later.sections[1].tasks[0].id).origins

    assert (step.plan_id, step.plan_term, step.place) == (None, "năm 2025", "II.1")


def test_lineage_follows_a_plan_whose_year_was_put_right(session, plan):
    later = carry(session)
    session.plans.save_details(replace(plan, year=2024))
    (step,) = session.carry_over.lineage(later.sections[1].tasks[0].id).origins

    assert (step.plan_id, step.plan_term) == (plan.id, "năm 2024")


def test_paper_is_carried_without_number_and_date(session, plan):
    parent = ParentDocument("Kế hoạch", "395", "KH-UBND", date(2024, 12, 8), "UBND huyện B")
    session.plans.save_details(replace(plan, parent_document=parent, annex_number="II"))
    later = carry(session)

    assert later.parent_document == ParentDocument("Kế hoạch", "", "KH-UBND", None, "UBND huyện B")
    assert later.annex_number == "II"


def test_what_was_set_by_hand_moves_with_the_words(session, plan):
    deliverable = plan.sections[0].tasks[0].deliverables[0]
    by_hand = DeadlineReading(DeadlineKind.DATED, (Milestone(date(2025, 5, 31)),))
    session.cells.set_deadline_meaning(deliverable.id, by_hand)
    task = plan.sections[1].tasks[0]
    session.progress.set_follow_mode(task.id, FollowMode.EACH)
    later = carry(session)
    deadline = later.sections[0].tasks[0].deliverables[0].deadline

    assert deadline.is_set_by_hand
    assert deadline.reading.due == date(2026, 5, 31)
    board = session.progress.board(PeriodKey(2026, "year"))
    assert board.book.follow_modes == {later.sections[1].tasks[0].id: FollowMode.EACH}


def test_the_text_comes_with_years_and_task_numbers_moved(sample):
    plan = sample.plans.load_year(2025)
    proposal = sample.carry_over.propose(YEAR, NEXT)
    sample.carry_over.write(proposal, proposal.default)
    later = sample.plans.load_key(NEXT)
    text = sample.text.load(later.id)
    words = "\n".join(passage.text.text for _, passage in text.passages())
    earlier = "\n".join(p.text.text for _, p in sample.text.load(plan.id).passages())

    assert text.body.title.text == "Cải cách hành chính năm 2026 của Ủy ban nhân dân huyện Trầm Sơn"
    assert "số 214/KH-UBND ngày 12 tháng 12 năm 2024" in words
    assert "giai đoạn 2021 - 2030" in words
    assert "dự toán ngân sách năm 2026" in words
    assert "Trung tâm Chính trị huyện phối hợp thực hiện nhiệm vụ tại mục V.2" in earlier
    assert "Trung tâm Chính trị huyện phối hợp thực hiện nhiệm vụ tại mục V.1" in words
    assert f"có {later.task_count} nhiệm vụ" in words
    assert f"có {plan.task_count} nhiệm vụ" in earlier
    assert sample.text.document(later.id).recipients == sample.text.document(plan.id).recipients
    assert len(list(text.passages())) == len(list(sample.text.load(plan.id).passages()))


def test_a_year_in_doubt_stays_unless_the_officer_ticks_it(session):
    task = drafted("Khắc phục hạn chế năm 2024 theo Kế hoạch số 5/KH-UBND ngày 01/02/2025")
    session.imports.write(session.imports.preview(draft_of(section("I", task)), 2025))
    proposal = session.carry_over.propose(YEAR, NEXT)
    (doubtful,) = [c for c in proposal.changes if not c.is_ticked]
    session.carry_over.write(proposal, proposal.everything)
    later = session.plans.load_key(NEXT)

    assert doubtful.place.field is CarriedField.CONTENT
    assert doubtful.place.name == "I.1"
    assert later.sections[0].tasks[0].content.text == (
        "Khắc phục hạn chế năm 2025 theo Kế hoạch số 5/KH-UBND ngày 01/02/2025"
    )


def test_a_year_is_drawn_from_a_plan_for_several_years(session):
    key = PlanKey(2021, 2025)
    session.carry_over.start_plan(PlanStart(key, "period", milestones=(2023, 2025)))
    summary = session.plans.find_key(key)
    assert summary is not None
    after = session.rows.add_section(summary.id, RichText.plain("I"), None).row
    for words, deadline in (
        ("Hằng năm", "Hằng năm"),
        ("Đã qua", "Năm 2022"),
        ("Cả", "Giai đoạn 2021 - 2025"),
    ):
        after = session.rows.add_task(summary.id, after).row
        session.cells.set_cell(after, AnnexColumn.CONTENT, RichText.plain(words))
        session.cells.set_cell(after, AnnexColumn.DEADLINE, RichText.plain(deadline))

    proposal = session.carry_over.propose(key, PlanKey(2023))
    assert {c.task.content.text: c.ground for c in proposal.tasks} == {
        "Hằng năm": TaskGround.COVERS_YEAR,
        "Đã qua": TaskGround.OTHER_YEARS,
        "Cả": TaskGround.COVERS_YEAR,
    }
    assert {c.reason for c in proposal.tasks} == {OriginReason.OF_PERIOD}
    assert [c.shift.after for c in proposal.changes] == ["Năm 2023"]
    assert "nộp trực tuyến" in proposal.targets[-1].text
    session.carry_over.write(proposal, proposal.default)
    later = session.plans.load_year(2023)

    assert later.last_year is None
    assert [t.deliverables[0].deadline.text.text for t in later.tasks()] == [
        "Hằng năm",
        "Giai đoạn 2021 - 2025",
    ]
    body = session.text.load(later.id).body
    items = [p.text.text for p in body.passages if p.kind is PassageKind.ITEM]
    assert proposal.targets[0].text in items


def test_plans_that_can_be_carried_are_offered_the_nearest_first(session, plan):
    session.plans.create(2021, last_year=2030)
    assert session.carry_over.sources(NEXT) == (YEAR,)
    assert session.carry_over.sources(YEAR) == ()


@pytest.mark.skipif(not REAL.exists(), reason="real annexes are not here")
def test_a_real_annex_goes_through_three_years_with_its_lineage(session):
    preview = session.imports.preview(session.imports.read_file(REAL), 2024)
    session.imports.write(preview, preview.default_accepted)
    first = session.plans.load_year(2024)
    proposal = session.carry_over.propose(PlanKey(2024), YEAR)
    words = [c.text for c in proposal.changes if c.is_ticked]
    session.carry_over.write(proposal, proposal.default)
    carry(session)
    third = session.plans.load_key(NEXT)

    assert third.task_count == first.task_count
    assert all("2024" in text or "2023" in text for text in words)
    for old, new in zip(first.tasks(), third.tasks(), strict=True):
        assert len(session.carry_over.lineage(new.id).origins) == 2
        if "20" not in old.content.text:
            assert old.content.text == new.content.text
    deadlines = [d.deadline.text.text for t in third.tasks() for d in t.deliverables]
    assert "Quý I/2026" in deadlines
    assert not any("2024" in deadline for deadline in deadlines)
    contents = "\n".join(task.content.text for task in third.tasks())
    assert "giai đoạn 2021-2025" in contents
    assert "Nghị quyết số 05-NQ/TU ngày 28/9/2021" in contents
