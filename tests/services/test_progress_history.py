"""Who wrote which value of a record: found by what the record is about, not by its number."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from cchc_desktop.domain.annex_draft import DraftDeliverable, DraftSection, DraftTask
from cchc_desktop.domain.clock import FixedClock
from cchc_desktop.domain.office import Letterhead, LetterheadId, OfficeLevel
from cchc_desktop.domain.period import PeriodKey
from cchc_desktop.domain.problem import Place
from cchc_desktop.domain.progress import (
    Evidence,
    EvidenceId,
    ProgressField,
    ProgressKey,
    Statement,
)
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.services.progress import FieldValue, ProgressEdit, WorkRef
from cchc_desktop.services.session import OfficeSetup, Session, create_session

QUARTER = PeriodKey(2024, "quarter-1")
HALF = PeriodKey(2024, "half-year")
NOWHERE = Place(file="", part="")
SETUP = OfficeSetup(
    OfficeLevel.DISTRICT,
    Letterhead(LetterheadId(0), parent="", name="Ủy ban nhân dân huyện Sông Trà", place="Sông Trà"),
)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    clock = FixedClock(datetime(2024, 3, 15, 10, 42))
    opened = create_session(tmp_path / "a.cchc", SETUP, clock)
    opened.plans.create(2024)
    plan = opened.plans.load_year(2024)
    tasks = tuple(_task(name) for name in ("một", "hai"))
    section = DraftSection("I", RichText.plain("CHUNG"), NOWHERE, tasks)
    opened.rows.insert_drafts(plan.id, None, (section,))
    yield opened
    opened.close()


def _task(content: str) -> DraftTask:
    words = RichText.plain
    product = DraftDeliverable(words("Kế hoạch"), words("Quý I/2024"), NOWHERE)
    return DraftTask(
        "", words(content), NOWHERE, (product,), lead=words("Phòng Nội vụ"), cooperating=words("")
    )


def _work(session: Session, place: int) -> WorkRef:
    task = session.plans.load_year(2024).sections[0].tasks[place]
    return WorkRef(task.id, task.deliverables[0].id)


def _key(work: WorkRef, period: PeriodKey = QUARTER) -> ProgressKey:
    assert work.deliverable_id is not None
    return ProgressKey(work.deliverable_id, None, period)


def _write(session: Session, work: WorkRef, value: FieldValue, period: PeriodKey = QUARTER) -> None:
    session.progress.write(period, [ProgressEdit(work, ProgressField.RESULT, value)])


def _said(session: Session, key: ProgressKey) -> list[tuple[FieldValue, FieldValue]]:
    return [(c.before, c.after) for c in session.progress_history.value_history(key)]


def test_each_writing_is_told_with_what_stood_there_newest_first(session: Session) -> None:
    work = _work(session, 0)

    _write(session, work, "đang soạn")
    _write(session, work, "đã ban hành")

    latest, first = session.progress_history.value_history(_key(work))
    assert (latest.field, latest.before, latest.after) == (
        ProgressField.RESULT,
        "đang soạn",
        "đã ban hành",
    )
    assert (first.before, first.after) == (None, "đang soạn")
    assert latest.made_at == datetime(2024, 3, 15, 10, 42)
    assert latest.made_by
    assert latest.label == "edit_progress"


def test_values_come_back_as_what_they_are(session: Session) -> None:
    work = _work(session, 0)

    session.progress.write(
        QUARTER,
        [
            ProgressEdit(work, ProgressField.DONE_ON, date(2024, 3, 1)),
            ProgressEdit(work, ProgressField.PERCENT, 0),
        ],
    )

    after = {c.field: c.after for c in session.progress_history.value_history(_key(work))}
    assert after == {
        ProgressField.STATEMENT: Statement.DONE,
        ProgressField.DONE_ON: date(2024, 3, 1),
        ProgressField.PERCENT: 0,
    }


def test_other_work_and_other_periods_are_left_out(session: Session) -> None:
    one, two = _work(session, 0), _work(session, 1)

    _write(session, two, "việc khác")
    _write(session, one, "kỳ khác", HALF)

    assert _said(session, _key(one)) == []
    assert _said(session, _key(one, HALF)) == [(None, "kỳ khác")]


def test_a_step_taken_back_is_left_out(session: Session) -> None:
    work = _work(session, 0)
    _write(session, work, "một")
    _write(session, work, "hai")

    session.history.undo()

    assert _said(session, _key(work)) == [(None, "một")]


def test_a_record_that_took_over_a_number_has_only_its_own_history(session: Session) -> None:
    one, two = _work(session, 0), _work(session, 1)
    _add_document(session, one, "1/KH")
    gone = next(iter(session.progress.board(QUARTER).book.records.values()))
    session.evidence.delete(gone.evidence[0].id)

    _add_document(session, two, "2/KH")

    again = next(iter(session.progress.board(QUARTER).book.records.values()))
    assert again.id == gone.id
    assert _said(session, _key(one)) == [("1/KH", None), (None, "1/KH")]
    assert _said(session, _key(two)) == [(None, "2/KH")]


def test_documents_stand_among_the_values(session: Session) -> None:
    work = _work(session, 0)
    _write(session, work, "đã ban hành")

    _add_document(session, work, "125/KH-UBND")

    latest = session.progress_history.value_history(_key(work))[0]
    assert (latest.field, latest.before, latest.after) == (None, None, "125/KH-UBND")


def _add_document(session: Session, work: WorkRef, number: str) -> None:
    session.evidence.add(work, QUARTER, Evidence(EvidenceId(0), number))
