"""The life of a plan: issued in one step, frozen, amended, given up, compared, never changed."""

import hashlib
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pdfplumber
import pytest

from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.clock import FixedClock
from cchc_desktop.domain.compared_row import ComparisonKind
from cchc_desktop.domain.deadline import DeadlineKind, DeadlineReading, Milestone
from cchc_desktop.domain.demand import Demand, DemandKind
from cchc_desktop.domain.errors import (
    InvalidValue,
    NothingToIssue,
    NothingToUndo,
    NumberTaken,
    PlanFrozen,
    PlanStateWrong,
    StorageDamaged,
)
from cchc_desktop.domain.period import PeriodKey
from cchc_desktop.domain.plan import Plan, PlanKey
from cchc_desktop.domain.plan_rows import RowKey, RowKind
from cchc_desktop.domain.plan_version import PlanState, VersionState
from cchc_desktop.domain.progress import ProgressField, Statement
from cchc_desktop.domain.registered_document import RegisteredDocument
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.services.carry_over import CarryOverChoice
from cchc_desktop.services.printing import PaperFormat, PaperRequest, PrintOptions
from cchc_desktop.services.progress import ProgressEdit, WorkRef
from cchc_desktop.services.sent_papers import SendingDetails
from cchc_desktop.services.session import Session, open_session
from cchc_desktop.services.version_reading import VersionRef
from tests.services.conftest import USUAL
from tests.services.version_plans import CHAIR, details

Edit = Callable[[Session, Plan], object]


def task_row(plan: Plan, section: int = 0, place: int = 0) -> RowKey:
    return RowKey(RowKind.TASK, plan.sections[section].tasks[place].id)


def rewrite(session: Session, plan: Plan, words: str = "Nội dung khác", place: int = 0) -> None:
    row = task_row(plan, 0, place)
    session.cells.set_cell(row, AnnexColumn.CONTENT, RichText.plain(words))


def record(session: Session, plan: Plan, place: int = 0) -> None:
    task = plan.sections[0].tasks[place]
    work = WorkRef(task.id, task.deliverables[0].id)
    edits = [
        ProgressEdit(work, ProgressField.STATEMENT, Statement.IN_PROGRESS),
        ProgressEdit(work, ProgressField.RESULT, "Đã trình"),
    ]
    session.progress.write(PeriodKey(2025, "quarter-1"), edits)


def rows_of(session: Session, table: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(f"file:{session.path}?mode=ro", uri=True)
    try:
        return connection.execute(f"SELECT * FROM [{table}] ORDER BY id").fetchall()
    finally:
        connection.close()


def test_a_new_plan_is_a_draft_of_its_first_version(session: Session, plan: Plan) -> None:
    standing = session.versions.standing(plan.id)
    assert (standing.state, standing.next_version, standing.is_frozen) == (
        PlanState.DRAFT, 1, False,
    )  # fmt: skip


def test_sending_for_signature_and_back_is_undoable(session: Session, plan: Plan) -> None:
    session.versions.submit(plan.id)
    assert session.versions.standing(plan.id).state is PlanState.SUBMITTED
    session.versions.return_to_draft(plan.id)
    session.history.undo()
    session.history.undo()
    assert session.versions.standing(plan.id).state is PlanState.DRAFT


def test_issuing_keeps_number_date_signer_pdf_and_content(session: Session, plan: Plan) -> None:
    session.versions.issue(plan.id, details("0395"))
    (version,) = session.versions.versions(plan.id)
    assert version.full_symbol == "395/KH-UBND"
    assert version.signing == ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")
    assert version.signer == CHAIR.name
    assert version.state is VersionState.IN_FORCE
    pdf = session.versions.pdf(version.id)
    assert hashlib.sha256(pdf).hexdigest() == version.fingerprint
    assert len(pdf) == version.size
    issued = session.plans.load(plan.id)
    assert issued.parent_document.issued_on == date(2025, 2, 14)
    assert session.versions.snapshot(version.id).plan == replace(
        issued, sections=session.versions.snapshot(version.id).plan.sections
    )
    assert session.text.document(plan.id).signer == CHAIR
    assert session.versions.standing(plan.id).is_frozen


def test_the_kept_pdf_shows_number_and_date(session: Session, plan: Plan, tmp_path: Path) -> None:
    session.versions.issue(plan.id, details())
    version = session.versions.versions(plan.id)[0]
    with pdfplumber.open(session.versions.export(version.id, tmp_path / "a.pdf")) as pdf:
        text = pdf.pages[0].extract_text()
    assert "395/KH-UBND" in text
    assert "14/02/2025" in text or "14 tháng 02 năm 2025" in text or "14/2/2025" in text


def test_a_plan_with_a_text_is_printed_whole(session: Session, plan: Plan, tmp_path: Path) -> None:
    session.text.start(plan.id, session.text.skeletons()[0].id)
    session.versions.issue(plan.id, details())
    version = session.versions.versions(plan.id)[0]
    with pdfplumber.open(session.versions.export(version.id, tmp_path / "a.pdf")) as pdf:
        text = "\n".join(page.extract_text() for page in pdf.pages)
    assert "KẾ HOẠCH" in text
    assert "395" in text
    assert "Ban hành kế hoạch năm" in text.replace("\n", " ")


def test_live_fields_of_an_issued_plan_no_longer_follow_the_data(
    session: Session, plan: Plan
) -> None:
    session.text.start(plan.id, session.text.skeletons()[0].id)
    session.versions.issue(plan.id, details())
    version = session.versions.versions(plan.id)[0]
    letterhead = session.offices.load().letterheads[0]
    session.offices.save_letterhead(replace(letterhead, name="Ủy ban nhân dân huyện khác"))
    assert session.versions.verify(version.id).is_intact


def test_what_live_fields_say_on_the_day_of_issue_is_kept(session: Session, plan: Plan) -> None:
    session.text.start(plan.id, session.text.skeletons()[0].id)
    part = session.text.load(plan.id).parts[0]
    last = part.passages[-1]
    assert last.id is not None
    session.text.insert_field(last.id, 0, "office.name")
    letterhead = session.offices.load().letterheads[0]
    session.offices.save_letterhead(replace(letterhead, name="Ủy ban nhân dân huyện Mới"))
    session.versions.issue(plan.id, details())
    version = session.versions.versions(plan.id)[0]
    kept = session.versions.snapshot(version.id).text.parts[0].passages[-1]
    assert kept.text.text.startswith("Ủy ban nhân dân huyện Mới")


def edit_cell(session: Session, plan: Plan) -> None:
    rewrite(session, plan)


FORBIDDEN: dict[str, Edit] = {
    "cell": edit_cell,
    "assignment": lambda s, p: s.cells.set_cell(
        task_row(p), AnnexColumn.LEAD, RichText.plain("Thanh tra")
    ),
    "add task": lambda s, p: s.rows.add_task(p.id, None),
    "add section": lambda s, p: s.rows.add_section(p.id, RichText.plain("MỚI"), None),
    "add product": lambda s, p: s.rows.add_deliverable(p.sections[0].tasks[0].id),
    "delete rows": lambda s, p: s.rows.delete_rows([task_row(p)]),
    "move rows": lambda s, p: s.rows.move_rows([task_row(p)], 1),
    "import": lambda s, p: s.imports.write(
        preview := s.imports.preview(replace(USUAL, sections=USUAL.sections[:1]), 2025),
        preview.differences,
    ),
    "details": lambda s, p: s.plans.save_details(replace(p, title="Tên khác")),
    "paper": lambda s, p: s.text.save_document(
        replace(s.text.document(p.id), recipients=("Như trên",))
    ),
    "text": lambda s, p: s.text.start(p.id, s.text.skeletons()[0].id),
    "delete": lambda s, p: s.plans.delete(p.id),
}


@pytest.mark.parametrize("name", FORBIDDEN)
def test_an_issued_plan_refuses_every_change_of_its_words(
    session: Session, plan: Plan, name: str
) -> None:
    session.versions.issue(plan.id, details())
    before = session.versions.versions(plan.id)
    with pytest.raises(PlanFrozen):
        FORBIDDEN[name](session, session.plans.load(plan.id))
    assert session.versions.versions(plan.id) == before
    assert session.versions.verify(before[0].id).is_intact


def test_an_issued_plan_takes_progress_and_the_meaning_of_deadlines(
    session: Session, plan: Plan
) -> None:
    session.versions.issue(plan.id, details())
    product = plan.sections[0].tasks[0].deliverables[0]
    reading = DeadlineReading(DeadlineKind.DATED, (Milestone(date(2025, 6, 1)),))
    session.cells.set_deadline_meaning(product.id, reading)
    record(session, plan)
    assert session.plans.load(plan.id).sections[0].tasks[0].deliverables[0].deadline.reading == (
        reading
    )
    assert session.versions.verify(session.versions.versions(plan.id)[0].id).is_intact


def test_undo_does_not_go_behind_an_issue(session: Session, plan: Plan) -> None:
    rewrite(session, plan)
    session.versions.issue(plan.id, details())
    with pytest.raises(NothingToUndo):
        session.history.undo()
    record(session, plan)
    session.history.undo()
    with pytest.raises(NothingToUndo):
        session.history.undo()
    assert session.versions.verify(session.versions.versions(plan.id)[0].id).is_intact


def test_a_pdf_that_cannot_be_made_leaves_nothing_behind(
    session: Session, plan: Plan, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    tables = ("plan", "plan_document", "plan_version", "issued_number", "plan_standing",
              "stored_file", "history")  # fmt: skip
    before = {table: rows_of(session, table) for table in tables}
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "không có"))
    with pytest.raises(FileNotFoundError):
        session.versions.issue(plan.id, details())
    assert {table: rows_of(session, table) for table in tables} == before


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"number": " "}, "document_number"),
        ({"number": "KH"}, "document_number"),
        ({"symbol": ""}, "issue_symbol"),
        ({"day": date(2025, 3, 3)}, "document_date"),
    ],
)
def test_what_a_paper_cannot_carry_is_refused(
    session: Session, plan: Plan, changed: dict[str, object], field: str
) -> None:
    with pytest.raises(InvalidValue) as refused:
        session.versions.issue(plan.id, details(**changed))
    assert refused.value.params["field"] == field


def test_an_empty_plan_cannot_be_issued(session: Session) -> None:
    session.plans.create(2025)
    plan = session.plans.load_year(2025)
    with pytest.raises(NothingToIssue):
        session.versions.issue(plan.id, details())


def test_numbers_follow_what_is_known_and_begin_anew_each_year(
    session: Session, plan: Plan
) -> None:
    session.versions.register_number("0017", "BC-UBND", date(2025, 1, 20))
    sending = SendingDetails("report", "41", "BC-UBND", date(2025, 2, 1))
    session.sent_papers.record(PeriodKey(2024, "year"), sending, b"%PDF-1.4 x")
    session.versions.register_number("7", "KH-UBND", date(2025, 1, 20), register="KH")
    assert session.versions.propose_number(plan.id, date(2025, 3, 1)) == "42"
    assert session.versions.propose_number(plan.id, date(2025, 3, 1), "KH") == "8"
    assert session.versions.propose_number(plan.id, date(2024, 12, 1)) == "1"


def test_a_number_is_given_once_in_a_year_and_register(session: Session, plan: Plan) -> None:
    session.versions.register_number("395", "QĐ-UBND", date(2025, 1, 20))
    with pytest.raises(NumberTaken):
        session.versions.issue(plan.id, details("0395"))
    assert session.versions.standing(plan.id).state is PlanState.DRAFT
    session.versions.issue(plan.id, details("0395", register="KH"))
    assert len(session.versions.list_register(2025)) == 2


def test_a_number_recorded_before_for_the_same_paper_becomes_its(
    session: Session, plan: Plan
) -> None:
    session.versions.register_number("395", "KH-UBND", date(2025, 2, 14))
    session.versions.issue(plan.id, details("395"))
    (number,) = session.versions.list_register(2025)
    assert number.version_id == session.versions.versions(plan.id)[0].id


def test_a_plan_that_came_with_its_number_proposes_it(session: Session, plan: Plan) -> None:
    parent = replace(plan.parent_document, number="395", issued_on=date(2024, 12, 8))
    session.plans.save_details(replace(plan, parent_document=parent))
    proposed = session.versions.proposal(plan.id)
    assert (proposed.number, proposed.issued_on) == ("395", date(2024, 12, 8))


def test_the_version_in_force_stays_so_until_the_amendment_is_issued(
    session: Session, plan: Plan
) -> None:
    session.versions.issue(plan.id, details())
    first = session.versions.versions(plan.id)[0]
    pdf, content = session.versions.pdf(first.id), session.versions.snapshot(first.id)
    session.versions.amend(plan.id, "Bổ sung nhiệm vụ")
    standing = session.versions.standing(plan.id)
    assert (standing.state, standing.next_version, standing.reason) == (
        PlanState.DRAFT, 2, "Bổ sung nhiệm vụ",
    )  # fmt: skip
    assert session.plans.load(plan.id).parent_document.number == ""
    rewrite(session, plan)
    assert session.versions.get(first.id).state is VersionState.IN_FORCE
    with pytest.raises(InvalidValue) as refused:
        session.versions.issue(plan.id, details("400", date(2025, 2, 13)))
    assert refused.value.params["field"] == "amended_on"
    session.versions.issue(plan.id, details("412", date(2025, 3, 1)))
    earlier, later = session.versions.versions(plan.id)
    assert (earlier.state, later.state) == (VersionState.AMENDED, VersionState.IN_FORCE)
    assert later.reason == "Bổ sung nhiệm vụ"
    assert session.versions.pdf(first.id) == pdf
    assert session.versions.snapshot(first.id) == content
    assert all(session.versions.verify(v.id).is_intact for v in (earlier, later))


def test_what_an_amendment_changes_is_compared_word_by_word(session: Session, plan: Plan) -> None:
    session.versions.issue(plan.id, details())
    session.versions.amend(plan.id, "Sửa lời")
    rewrite(session, plan, "Ban hành kế hoạch cả năm")
    found = session.versions.compare(VersionRef(plan.id, 1), VersionRef(plan.id))
    (row,) = found.rows()
    assert (row.kind, row.place) == (ComparisonKind.CHANGED, "I.1")
    assert row.after_marked.markup == "Ban hành kế hoạch <b>cả</b> năm"
    assert found.left_name == "Năm 2025, bản 1 – số 395/KH-UBND ngày 14/02/2025"
    assert found.right_name == "Năm 2025, dự thảo bản 2"


def test_an_amendment_given_up_leaves_the_version_in_force(session: Session, plan: Plan) -> None:
    session.text.start(plan.id, session.text.skeletons()[0].id)
    session.versions.issue(plan.id, details())
    record(session, plan)
    record(session, plan, 2)
    recorded = rows_of(session, "progress")
    session.versions.amend(plan.id, "Thử")
    rewrite(session, plan, place=2)
    session.rows.delete_rows([task_row(plan), task_row(plan, 1, 1)])
    session.rows.add_task(plan.id, None)
    session.rows.add_section(plan.id, RichText.plain("MỚI"), None)
    text = session.text.load(plan.id)
    session.text.delete([p.id for _, p in list(text.passages())[2:5] if p.id])
    session.text.add(text.parts[0].id, None, [replace(text.parts[0].passages[0], id=None)])
    session.versions.discard_amendment(plan.id)
    version = session.versions.versions(plan.id)[0]
    assert session.versions.standing(plan.id).state is PlanState.ISSUED
    assert session.versions.verify(version.id).is_plan_same is True
    assert rows_of(session, "progress") == recorded
    with pytest.raises(NothingToUndo):
        session.history.undo()


def test_what_belongs_to_a_deleted_task_comes_back_and_its_id_is_no_others(
    session: Session, plan: Plan
) -> None:
    session.documents.add(RegisteredDocument("Kế hoạch", "77", "KH-UBND", date(2021, 3, 22), "A"))
    above = session.documents.list()[0].id
    assert above is not None
    session.demands.add(Demand(above, DemandKind.TASK, RichText.plain("Theo dõi")))
    asked = session.demands.all()[0].id
    assert asked is not None
    last = plan.sections[1].tasks[-1]
    session.demands.link(asked, plan.id, [last.id])
    session.versions.issue(plan.id, details())
    work = WorkRef(last.id, last.deliverables[0].id)
    edit = ProgressEdit(work, ProgressField.STATEMENT, Statement.IN_PROGRESS)
    session.progress.write(PeriodKey(2025, "quarter-1"), [edit])
    recorded = rows_of(session, "progress")
    session.versions.amend(plan.id, "Thử")
    session.rows.delete_rows([task_row(plan, 1, -1)])
    session.rows.add_task(plan.id, task_row(plan, 1, -2))
    assert session.plans.load(plan.id).sections[1].tasks[-1].id != last.id

    session.versions.discard_amendment(plan.id)

    assert rows_of(session, "progress") == recorded
    assert [answer.task_id for answer in session.demands.get(asked).answers] == [last.id]
    assert session.versions.verify(session.versions.versions(plan.id)[0].id).is_intact


def test_what_was_cleared_before_its_task_was_deleted_stays_cleared(
    session: Session, plan: Plan
) -> None:
    session.versions.issue(plan.id, details())
    record(session, plan)
    session.versions.amend(plan.id, "Thử")
    task = plan.sections[0].tasks[0]
    work = WorkRef(task.id, task.deliverables[0].id)
    cleared = [
        ProgressEdit(work, ProgressField.STATEMENT, None),
        ProgressEdit(work, ProgressField.RESULT, ""),
    ]
    session.progress.write(PeriodKey(2025, "quarter-1"), cleared)
    session.rows.delete_rows([task_row(plan)])
    session.versions.discard_amendment(plan.id)
    assert rows_of(session, "progress") == []


def test_a_plan_being_amended_cannot_be_deleted(session: Session, plan: Plan) -> None:
    session.versions.issue(plan.id, details())
    session.versions.amend(plan.id, "Thử")
    with pytest.raises(PlanFrozen):
        session.plans.delete(plan.id)


def test_a_plan_never_issued_has_nothing_to_go_back_to(session: Session, plan: Plan) -> None:
    with pytest.raises(PlanStateWrong):
        session.versions.discard_amendment(plan.id)


def test_issue_amend_issue_again_and_carry_over_twice(session: Session, plan: Plan) -> None:
    session.versions.issue(plan.id, details())
    first = session.versions.versions(plan.id)[0]
    kept = session.versions.pdf(first.id), session.versions.snapshot(first.id)
    for turn, year in enumerate((2026, 2027)):
        session.versions.amend(plan.id, f"Lần {turn + 1}")
        rewrite(session, session.plans.load(plan.id), f"Ban hành kế hoạch năm, lần {turn + 1}")
        session.versions.issue(plan.id, details(str(400 + turn), date(2025, 3, 1)))
        proposal = session.carry_over.propose(PlanKey(2025), PlanKey(year))
        tasks = frozenset(task.id for s in plan.sections for task in s.tasks)
        session.carry_over.write(proposal, CarryOverChoice(tasks=tasks))
        later = session.plans.load_year(year)
        number = session.versions.versions(plan.id)[-1].number
        found = session.versions.compare(VersionRef(plan.id, number), VersionRef(later.id))
        pairs = {row.task_before for row in found.every_row if row.task_after}
        assert tasks <= pairs
    assert (session.versions.pdf(first.id), session.versions.snapshot(first.id)) == kept
    assert all(session.versions.verify(v.id).is_intact for v in session.versions.versions(plan.id))


def test_an_ended_plan_stays_frozen_and_its_versions_verify(session: Session, plan: Plan) -> None:
    session.versions.issue(plan.id, details())
    for day in (date(2025, 2, 13), date(2025, 3, 3)):
        with pytest.raises(InvalidValue):
            session.versions.expire(plan.id, day)
    session.versions.expire(plan.id, date(2025, 3, 1), "Thay bằng kế hoạch khác")
    version = session.versions.versions(plan.id)[0]
    assert version.state is VersionState.EXPIRED
    assert session.versions.verify(version.id).is_intact
    with pytest.raises(PlanFrozen):
        rewrite(session, plan)
    with pytest.raises(PlanStateWrong):
        session.versions.amend(plan.id, "Muộn")


@pytest.mark.parametrize("column", ["pdf_id", "content_id"])
def test_a_kept_file_that_was_tampered_with_is_found_out(
    session: Session, plan: Plan, column: str, clock: FixedClock
) -> None:
    session.versions.issue(plan.id, details())
    version = session.versions.versions(plan.id)[0]
    path = session.path
    session.close()
    connection = sqlite3.connect(path)
    file_id = version.pdf_id if column == "pdf_id" else version.content_id
    connection.execute(
        "UPDATE stored_file SET content = CAST(content || x'00' AS BLOB) WHERE id = ?", [file_id]
    )
    connection.commit()
    connection.close()
    again = open_session(path, clock)
    check = again.versions.verify(version.id)
    again.close()
    assert not check.is_intact
    assert check.is_pdf_intact is (column != "pdf_id")
    assert check.is_content_intact is (column != "content_id")


@pytest.mark.parametrize(
    "change", ["document_number = '999'", "issued_on = '2025-01-01'", "signer = 'Người khác'"]
)
def test_a_line_of_the_register_that_was_tampered_with_is_found_out(
    session: Session, plan: Plan, change: str, clock: FixedClock
) -> None:
    session.versions.issue(plan.id, details())
    version = session.versions.versions(plan.id)[0]
    assert session.versions.verify(version.id).is_intact
    path = session.path
    session.close()
    connection = sqlite3.connect(path)
    connection.execute(f"UPDATE plan_version SET {change}")
    connection.commit()
    connection.close()
    again = open_session(path, clock)
    check = again.versions.verify(version.id)
    again.close()
    assert not check.is_intact


def test_a_damaged_pdf_is_not_handed_out(
    session: Session, plan: Plan, clock: FixedClock, tmp_path: Path
) -> None:
    session.versions.issue(plan.id, details())
    version = session.versions.versions(plan.id)[0]
    path = session.path
    session.close()
    connection = sqlite3.connect(path)
    connection.execute(
        "UPDATE stored_file SET content = CAST(content || x'00' AS BLOB) WHERE id = ?",
        [version.pdf_id],
    )
    connection.commit()
    connection.close()
    again = open_session(path, clock)
    with pytest.raises(StorageDamaged):
        again.versions.export(version.id, tmp_path / "a.pdf")
    again.close()
    assert not (tmp_path / "a.pdf").exists()


def test_an_issued_plan_prints_the_head_it_was_issued_with(
    session: Session, plan: Plan, tmp_path: Path
) -> None:
    session.versions.issue(plan.id, details())
    version = session.versions.versions(plan.id)[0]
    letterhead = session.offices.load().letterheads[0]
    session.offices.save_letterhead(replace(letterhead, name="Ủy ban nhân dân huyện Khác"))
    request = PaperRequest("plan-annex", 2025)
    options = PrintOptions(with_letterhead=True, with_signature=True)
    paper = session.printing.prepare(request, options)
    printed = paper.write(PaperFormat.PDF, tmp_path / "a.pdf").read_bytes()
    assert printed == session.versions.pdf(version.id)


def test_a_day_long_before_the_plan_is_refused(session: Session, plan: Plan) -> None:
    with pytest.raises(InvalidValue) as refused:
        session.versions.issue(plan.id, details(day=date(2015, 2, 14)))
    assert refused.value.params["field"] == "issued_early"
    assert session.versions.versions(plan.id) == ()


def test_words_changed_behind_the_program_are_found_out(
    session: Session, plan: Plan, clock: FixedClock
) -> None:
    session.versions.issue(plan.id, details())
    version = session.versions.versions(plan.id)[0]
    path = session.path
    session.close()
    connection = sqlite3.connect(path)
    connection.execute("UPDATE task SET content = 'Khác' WHERE id = (SELECT min(id) FROM task)")
    connection.commit()
    connection.close()
    again = open_session(path, clock)
    check = again.versions.verify(version.id)
    again.close()
    assert check.is_plan_same is False
    assert not check.is_intact


def test_an_issued_plan_survives_reopening(session: Session, plan: Plan, clock: FixedClock) -> None:
    session.versions.issue(plan.id, details())
    path = session.path
    session.close()
    clock.moment = datetime(2026, 1, 5, 9, 0)
    again = open_session(path, clock)
    version = again.versions.versions(plan.id)[0]
    assert again.versions.verify(version.id).is_intact
    assert again.versions.propose_number(plan.id, date(2026, 1, 5)) == "1"
    again.close()
