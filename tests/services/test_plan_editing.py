"""Writing in cells: the wording is the officer's, the meaning follows it."""

from datetime import date

import pytest

from cchc_desktop.domain.agency import AgencyReading, Mention, Role
from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.deadline import DeadlineKind, DeadlineReading, Milestone
from cchc_desktop.domain.errors import InvalidValue, RecordMissing
from cchc_desktop.domain.plan_rows import RowKey, RowKind
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.services.plan_editing import CellEdit
from tests.services.conftest import rich


def first_task(session):
    return session.plans.load_year(2025).sections[0].tasks[0]


def key(task) -> RowKey:
    return RowKey(RowKind.TASK, task.id)


@pytest.mark.parametrize(
    "column", [c for c in AnnexColumn if c is not AnnexColumn.NUMBER], ids=lambda c: c.value
)
def test_each_cell_keeps_its_words_with_bold_and_italic(session, plan, column):
    words = rich("Dòng <b>một</b>\ndòng <i>hai</i> &amp; ba")

    session.cells.set_cell(key(plan.sections[0].tasks[0]), column, words)

    task = first_task(session)
    if column in (AnnexColumn.PRODUCT, AnnexColumn.DEADLINE):
        deliverable = task.deliverables[0]
        kept = deliverable.product if column is AnnexColumn.PRODUCT else deliverable.deadline.text
    elif column is AnnexColumn.CONTENT:
        kept = task.content
    elif column is AnnexColumn.NOTE:
        kept = task.note
    else:
        kept = task.assignment(Role(column.value)).text
    assert kept == words


def test_a_changed_deadline_is_understood_anew(session, plan):
    session.cells.set_cell(
        key(plan.sections[0].tasks[0]), AnnexColumn.DEADLINE, rich("Trước ngày 30/6/2025")
    )

    deadline = first_task(session).deliverables[0].deadline
    assert (deadline.reading.kind, deadline.reading.due) == (DeadlineKind.DATED, date(2025, 6, 30))


def test_a_meaning_set_by_hand_stays_beside_the_words(session, plan):
    deliverable = plan.sections[0].tasks[0].deliverables[0]
    by_hand = DeadlineReading(DeadlineKind.DATED, (Milestone(date(2025, 5, 5)),))

    session.cells.set_deadline_meaning(deliverable.id, by_hand)

    deadline = first_task(session).deliverables[0].deadline
    assert (deadline.text, deadline.reading) == (deliverable.deadline.text, by_hand)
    assert deadline.is_set_by_hand


def test_a_meaning_set_by_hand_gives_way_to_new_words(session, plan):
    deliverable = plan.sections[0].tasks[0].deliverables[0]
    by_hand = DeadlineReading(DeadlineKind.DATED, (Milestone(date(2025, 5, 5)),))
    session.cells.set_deadline_meaning(deliverable.id, by_hand)

    session.cells.set_cell(key(plan.sections[0].tasks[0]), AnnexColumn.DEADLINE, rich("Hằng quý"))

    deadline = first_task(session).deliverables[0].deadline
    assert not deadline.is_set_by_hand
    assert deadline.reading.kind is DeadlineKind.RECURRING


def test_words_can_decide_again(session, plan):
    deliverable = plan.sections[0].tasks[0].deliverables[0]
    by_hand = DeadlineReading(DeadlineKind.EVENT, event="khi có yêu cầu")
    session.cells.set_deadline_meaning(deliverable.id, by_hand)

    session.cells.set_deadline_meaning(deliverable.id, None)

    assert first_task(session).deliverables[0].deadline == deliverable.deadline


def test_whom_a_wording_names_can_be_corrected(session, plan):
    agency = session.agencies.catalogue().agencies[3]
    by_hand = AgencyReading((Mention("Phòng Nội vụ", 0, 12, agency_id=agency.id),))

    session.cells.set_assigned_agencies(plan.sections[0].tasks[0].id, Role.LEAD, by_hand)

    lead = first_task(session).lead
    assert (lead.reading, lead.is_set_by_hand, lead.text.text) == (by_hand, True, "Phòng Nội vụ")


def test_a_heading_row_gets_its_first_product_when_one_is_written(session, plan):
    heading = plan.sections[0].tasks[1]

    session.cells.set_cell(key(heading), AnnexColumn.PRODUCT, rich("Báo cáo"))

    task = session.plans.load_year(2025).sections[0].tasks[1]
    assert [d.product.text for d in task.deliverables] == ["Báo cáo"]


def test_a_product_row_emptied_of_all_words_is_gone(session, plan):
    row = key(plan.sections[0].tasks[0])

    session.cells.set_cells(
        [
            CellEdit(row, AnnexColumn.PRODUCT, RichText()),
            CellEdit(row, AnnexColumn.DEADLINE, RichText()),
        ]
    )

    assert first_task(session).deliverables == ()


def test_several_cells_are_one_step(session, plan):
    row = key(plan.sections[0].tasks[0])
    session.cells.set_cells(
        [
            CellEdit(row, AnnexColumn.CONTENT, rich("A")),
            CellEdit(row, AnnexColumn.NOTE, rich("B")),
        ]
    )

    session.history.undo()

    assert session.plans.load_year(2025) == plan


def test_one_wrong_cell_writes_none(session, plan):
    row = key(plan.sections[0].tasks[0])

    with pytest.raises(InvalidValue):
        session.cells.set_cells(
            [
                CellEdit(row, AnnexColumn.CONTENT, rich("A")),
                CellEdit(row, AnnexColumn.NUMBER, rich("7")),
            ]
        )

    assert session.plans.load_year(2025) == plan


def test_a_section_keeps_a_title(session, plan):
    with pytest.raises(InvalidValue):
        session.cells.set_cell(
            RowKey(RowKind.SECTION, plan.sections[0].id), AnnexColumn.CONTENT, RichText()
        )


def test_a_row_deleted_meanwhile_is_said_so(session, plan):
    with pytest.raises(RecordMissing):
        session.cells.set_cell(RowKey(RowKind.TASK, 99999), AnnexColumn.CONTENT, rich("A"))


def test_writing_what_stands_there_is_no_step(session, plan):
    task = plan.sections[0].tasks[0]

    change_set = session.cells.set_cell(key(task), AnnexColumn.CONTENT, task.content)

    assert not change_set
