"""Demands from above, kept in a real data file, and read from the real documents."""

from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from cchc_desktop.domain.demand import Demand, DemandId, DemandKind
from cchc_desktop.domain.demand_coverage import CoverageState
from cchc_desktop.domain.errors import InvalidValue, RecordMissing
from cchc_desktop.domain.plan import Plan, PlanKey, TaskId
from cchc_desktop.domain.registered_document import DocumentId, RegisteredDocument
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.services.session import Session

DOCUMENTS = Path(__file__).parents[2].parent / "shared" / "documents"
ABOVE = RegisteredDocument("Kế hoạch", "77", "KH-UBND", date(2021, 3, 22), "UBND tỉnh A")


def real(name: str) -> Path:
    path = DOCUMENTS / name
    if not path.exists():
        pytest.skip("the real documents are not beside the checkout")
    return path


@pytest.fixture
def document_id(session: Session) -> DocumentId:
    session.documents.add(ABOVE)
    found = session.documents.list()[0].id
    assert found is not None
    return found


def demand(document_id: DocumentId, words: str, milestone: int | None = 2025) -> Demand:
    return Demand(document_id, DemandKind.TASK, RichText.plain(words), "III.1", milestone)


def add(session: Session, document_id: DocumentId, *words: str) -> list[DemandId]:
    session.demands.add_many([demand(document_id, text) for text in words])
    return [d.id for d in session.demands.of_document(document_id) if d.id is not None]


def test_demands_come_back_in_their_order(session: Session, document_id: DocumentId) -> None:
    add(session, document_id, "Một", "Hai")
    session.demands.add(demand(document_id, "Ba"))

    found = session.demands.of_document(document_id)

    assert [item.text.text for item in found] == ["Một", "Hai", "Ba"]
    assert found[0] == replace(demand(document_id, "Một"), id=found[0].id)


def test_document_that_is_read_again_adds_nothing_twice(
    session: Session, document_id: DocumentId
) -> None:
    add(session, document_id, "Một", "Hai")

    add(session, document_id, "Hai.", "Ba", "Ba")

    found = session.demands.of_document(document_id)
    assert [item.text.text for item in found] == ["Một", "Hai", "Ba"]


def test_same_words_with_another_year_are_another_demand(
    session: Session, document_id: DocumentId
) -> None:
    session.demands.add_many([demand(document_id, "Một"), demand(document_id, "Một", 2030)])

    assert [item.milestone for item in session.demands.of_document(document_id)] == [2025, 2030]


def test_document_whose_demands_are_followed_binds(
    session: Session, document_id: DocumentId
) -> None:
    add(session, document_id, "Một")

    assert session.documents.get(document_id).is_binding
    session.history.undo()
    assert not session.documents.get(document_id).is_binding
    assert session.demands.all() == ()


def test_demand_moves_behind_another_and_to_the_front(
    session: Session, document_id: DocumentId
) -> None:
    first, second, third = add(session, document_id, "Một", "Hai", "Ba")

    session.demands.move(first, second)
    session.demands.move(third, None)

    found = session.demands.of_document(document_id)
    assert [item.text.text for item in found] == ["Ba", "Hai", "Một"]


def test_demand_without_words_or_of_an_impossible_year_is_refused(
    session: Session, document_id: DocumentId
) -> None:
    for wrong in (demand(document_id, " "), demand(document_id, "Một", 25)):
        with pytest.raises(InvalidValue):
            session.demands.add(wrong)


def test_links_are_kept_once_and_taken_back(
    session: Session, plan: Plan, document_id: DocumentId
) -> None:
    (demand_id,) = add(session, document_id, "Ban hành kế hoạch năm")
    task = plan.sections[0].tasks[0]

    session.demands.link(demand_id, plan.id, [task.id])
    session.demands.link(demand_id, plan.id, [task.id])

    assert [a.task_id for a in session.demands.get(demand_id).answers] == [task.id]
    session.demands.unlink(demand_id, plan.id, [task.id])
    assert session.demands.get(demand_id).answers == ()


def test_task_of_no_plan_is_not_linked(
    session: Session, plan: Plan, document_id: DocumentId
) -> None:
    (demand_id,) = add(session, document_id, "Ban hành kế hoạch năm")

    with pytest.raises(RecordMissing):
        session.demands.link(demand_id, plan.id, [TaskId(999)])


def test_deleted_demand_takes_its_links_along_and_undo_brings_both_back(
    session: Session, plan: Plan, document_id: DocumentId
) -> None:
    (demand_id,) = add(session, document_id, "Ban hành kế hoạch năm")
    session.demands.link(demand_id, plan.id, [plan.sections[0].tasks[0].id])
    before = session.demands.get(demand_id)

    session.demands.delete([demand_id])
    assert session.demands.all() == ()
    session.history.undo()

    assert session.demands.get(demand_id) == before


def test_open_demand_stays_in_every_year_until_it_is_met(
    session: Session, document_id: DocumentId
) -> None:
    (demand_id,) = add(session, document_id, "Ban hành kế hoạch năm")

    assert all(session.demands.open_in(year) for year in (2021, 2025, 2029))
    assert session.demands.open_in(2020) == ()
    session.demands.mark_met(demand_id, date(2025, 2, 1), "Kế hoạch số 5")
    assert session.demands.open_in(2025)
    assert session.demands.open_in(2026) == ()
    session.demands.reopen(demand_id)
    assert session.demands.open_in(2026)


def test_demand_of_an_ended_document_is_not_open(session: Session, document_id: DocumentId) -> None:
    add(session, document_id, "Ban hành kế hoạch năm")
    document = session.documents.get(document_id)

    session.documents.save(replace(document, ended_on=date(2024, 6, 30)))

    assert session.demands.open_in(2024)
    assert session.demands.open_in(2025) == ()


def test_day_to_come_is_no_day_on_which_a_demand_was_met(
    session: Session, document_id: DocumentId
) -> None:
    (demand_id,) = add(session, document_id, "Ban hành kế hoạch năm")

    with pytest.raises(InvalidValue):
        session.demands.mark_met(demand_id, date(2025, 3, 3))


def test_coverage_follows_the_links(session: Session, plan: Plan, document_id: DocumentId) -> None:
    first, _, third = add(session, document_id, "Ban hành kế hoạch", "Rà soát", "Theo dõi")
    session.demands.link(first, plan.id, [plan.sections[0].tasks[0].id])
    session.demands.mark_met(third, date(2025, 1, 2))

    found = session.demands.coverage(plan.id)

    assert [item.state for _, item in found.items()] == [
        CoverageState.ANSWERED,
        CoverageState.UNANSWERED,
        CoverageState.MET,
    ]


def test_suggestions_leave_out_what_is_linked(
    session: Session, plan: Plan, document_id: DocumentId
) -> None:
    (demand_id,) = add(session, document_id, "Tuyên truyền cải cách hành chính ở cơ sở")
    answers = session.demands.possible_answers(plan.id)
    assert answers[0].place == "Phụ lục I.1"

    before = session.demands.suggest_answers(demand_id, plan.id)
    session.demands.link(demand_id, plan.id, [TaskId(1)])

    after = session.demands.suggest_answers(demand_id, plan.id)
    assert all(item.answer.answer.task_id != 1 for item in after)
    assert len(before) >= len(after)


def test_ten_year_plan_registers_with_both_its_milestones(
    session: Session, document_id: DocumentId
) -> None:
    draft = session.plan_imports.read_file(real("ke-hoach-1621-phu-yen-2021-2030.txt"))
    chosen = [item for item in session.demands.propose(draft) if item.is_chosen]

    session.demands.add_many([item.demand(document_id) for item in chosen])

    found = session.demands.of_document(document_id)
    counts = Counter((item.kind, item.milestone) for item in found)
    assert counts[DemandKind.TARGET, 2025] == 28
    assert counts[DemandKind.TARGET, 2030] == 16
    assert counts[DemandKind.TASK, 2030] == 120
    by_2030 = next(item for item in found if item.text.text.startswith("Tối thiểu 90% thủ tục"))
    assert (by_2030.milestone, by_2030.place) == (2030, "III.2.1.b")
    assert {item.agencies for item in found if item.place == "VII.3"} == {"Sở Tư pháp"}


def test_party_resolution_gives_targets_tasks_and_deadlines(session: Session) -> None:
    draft = session.plan_imports.read_file(real("nghi-quyet-03-son-la-2021.txt"))

    found = session.demands.propose(draft)

    deadlines = [item.deadline for item in found if item.milestone == 2021]
    assert deadlines == ["Hoàn thành trong quý I/2021", "Hoàn thành trong tháng 02/2021"]
    indices = [item.text.text for item in found if item.place == "III.3"]
    assert len(indices) == 6
    assert indices[1].endswith("(SIPAS) đạt từ 90% trở lên")


def test_district_plan_gives_the_targets_of_its_annex_too(session: Session) -> None:
    draft = session.plan_imports.read_file(real("ke-hoach-120-yen-chau-2021-2025-trich.txt"))

    found = session.demands.propose(draft)

    annex = [item for item in found if item.place.startswith("Phụ lục, ")]
    assert len(annex) == 12
    assert {item.milestone for item in annex} == {2025}
    assert {item.kind for item in annex} == {DemandKind.TARGET}


def test_carried_tasks_and_passages_answer_the_same_demands(
    session: Session, plan: Plan, document_id: DocumentId
) -> None:
    session.text.start(plan.id, "annual")
    passage = session.text.load(plan.id).body.passages[-1]
    task = plan.sections[0].tasks[0]
    open_, met = add(session, document_id, "Còn phải làm", "Đã xong")
    for item in (open_, met):
        session.demands.link(item, plan.id, [task.id], [passage.id])
    session.demands.mark_met(met, date(2020, 5, 1))
    proposal = session.carry_over.propose(PlanKey(2025), PlanKey(2026))
    session.carry_over.write(proposal, proposal.everything)
    later = session.plans.load_key(PlanKey(2026))

    found = {item.demand.id: item for _, item in session.demands.coverage(later.id).items()}
    assert next(a.text for a in found[open_].answers) == task.content.text
    assert len(found[open_].answers) == 2
    assert later.id not in {a.plan_id for a in session.demands.get(met).answers}

    session.history.undo()
    assert {a.plan_id for a in session.demands.get(open_).answers} == {plan.id}
