"""Recording the work on a plan, and how the plan stands after it."""

from datetime import date, datetime

import pytest

from cchc_desktop.domain.agency import AgencyKind
from cchc_desktop.domain.errors import InvalidValue, PeriodClosed, RecordInUse, RecordMissing
from cchc_desktop.domain.period import PeriodKey
from cchc_desktop.domain.plan_rows import RowKey, RowKind
from cchc_desktop.domain.progress import (
    Evidence,
    EvidenceId,
    FollowMode,
    Occurrence,
    ProgressField,
    Statement,
)
from cchc_desktop.domain.progress_state import ProgressState
from cchc_desktop.domain.progress_summary import percent
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.services.evidence import LARGEST_FILE_MB
from cchc_desktop.services.progress import ProgressEdit, WorkRef

from .conftest import draft_of, drafted, section

YEAR = 2025
Q1 = PeriodKey(YEAR, "quarter-1")
HALF = PeriodKey(YEAR, "half-year")
Q3 = PeriodKey(YEAR, "quarter-3")
WHOLE = PeriodKey(YEAR, "year")

PLAN = draft_of(
    section(
        "CHỈ ĐẠO",
        drafted("Ban hành kế hoạch", deadline="Quý I/2025"),
        drafted("Kiểm tra", drafted("Đợt 1", deadline="Quý II/2025"), drafted("Đợt 2")),
        drafted("Tuyên truyền", deadline="Thường xuyên trong năm"),
    ),
    section(
        "THỂ CHẾ",
        drafted("Tự kiểm tra", lead="UBND các xã, thị trấn", deadline="Trước 30/6/2025"),
        drafted("Góp ý dự thảo", lead="Phòng Tư pháp", deadline="Khi UBND tỉnh yêu cầu"),
    ),
)


@pytest.fixture
def planned(session, clock):
    """A session with the plan of the year and three communes, at the end of the year."""
    from cchc_desktop.domain.agency import Agency, AgencyId

    for name in ("UBND xã A", "UBND xã B", "UBND thị trấn C"):
        session.agencies.add_agency(Agency(AgencyId(0), name, AgencyKind.COMMUNE))
    session.imports.write(session.imports.preview(PLAN, YEAR), None)
    clock.moment = datetime(2025, 12, 20, 8, 0)
    return session


def works(session, period=Q1):
    """The pieces of work by the task's words, and for communes by name."""
    board = session.progress.board(period)
    found = {}
    for state in board.states:
        item = state.item
        name = item.task.content.text
        if item.agency_id is not None:
            name += f" - {board.catalogue.agency(item.agency_id).name}"
        found[name] = WorkRef(item.task.id, item.deliverable.id, item.agency_id)
    return found


def write(session, name, period=Q1, **values):
    work = works(session, period)[name]
    edits = [ProgressEdit(work, ProgressField(k), v) for k, v in values.items()]
    return session.progress.write(period, edits)


def state_of(session, name, period=Q1, day=None):
    board = session.progress.board(period, day)
    for state in board.states:
        item = state.item
        own = item.task.content.text
        if item.agency_id is not None:
            own += f" - {board.catalogue.agency(item.agency_id).name}"
        if own == name:
            return state
    raise AssertionError(name)


def test_a_group_led_task_is_followed_by_each_member(planned):
    names = [name for name in works(planned) if name.startswith("Tự kiểm tra")]

    assert names == [
        "Tự kiểm tra - UBND xã A",
        "Tự kiểm tra - UBND xã B",
        "Tự kiểm tra - UBND thị trấn C",
    ]


def test_a_group_led_task_can_be_followed_together_and_each_again(planned):
    work = works(planned)["Tự kiểm tra - UBND xã A"]

    planned.progress.set_follow_mode(work.task_id, FollowMode.TOGETHER)
    assert "Tự kiểm tra" in works(planned)
    planned.progress.set_follow_mode(work.task_id, None)
    assert "Tự kiểm tra" not in works(planned)
    planned.history.undo()
    assert "Tự kiểm tra" in works(planned)


def test_what_is_written_is_read_back(planned):
    write(
        planned,
        "Ban hành kế hoạch",
        statement=Statement.DONE,
        done_on=date(2025, 3, 10),
        percent=100,
        result="  Đã ban hành  ",
        difficulties="Không",
        proposals="",
    )

    record = state_of(planned, "Ban hành kế hoạch").record
    assert (record.statement, record.done_on, record.percent) == (
        Statement.DONE,
        date(2025, 3, 10),
        100,
    )
    assert (record.result, record.difficulties, record.proposals) == ("Đã ban hành", "Không", "")


def test_a_day_of_completion_says_that_the_work_is_done(planned):
    write(planned, "Ban hành kế hoạch", done_on=date(2025, 3, 10))

    assert state_of(planned, "Ban hành kế hoạch").verdict.state is ProgressState.DONE_ON_TIME


def test_a_record_left_without_content_goes(planned):
    write(planned, "Ban hành kế hoạch", result="Đang làm")
    write(planned, "Ban hành kế hoạch", result=None)

    assert state_of(planned, "Ban hành kế hoạch").record is None


def test_undo_takes_a_whole_paste_back(planned):
    names = works(planned)
    edits = [ProgressEdit(w, ProgressField.RESULT, "Xong") for w in names.values()]
    planned.progress.write(Q1, edits, label="paste_progress")

    planned.history.undo()

    assert all(state.record is None for state in planned.progress.board(Q1).states)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("percent", 101),
        ("percent", -1),
        ("percent", "80"),
        ("percent", True),
        ("milestones_met", -1),
        ("done_on", date(2026, 1, 1)),
        ("statement", "done?"),
        ("result", 5),
    ],
)
def test_a_value_that_does_not_fit_is_refused_and_nothing_is_written(planned, field, value):
    work = works(planned)["Ban hành kế hoạch"]
    edits = [
        ProgressEdit(work, ProgressField.DIFFICULTIES, "Thiếu người"),
        ProgressEdit(work, ProgressField(field), value),
    ]

    with pytest.raises(InvalidValue) as refused:
        planned.progress.write(Q1, edits)

    assert refused.value.params["field"] == field
    assert state_of(planned, "Ban hành kế hoạch").record is None


def test_nothing_is_written_in_a_closed_period(planned):
    planned.periods.close(Q1)

    with pytest.raises(PeriodClosed):
        write(planned, "Ban hành kế hoạch", result="Muộn")
    write(planned, "Ban hành kế hoạch", HALF, result="Kỳ sau")


def test_deleting_a_task_takes_its_records_along_and_undo_brings_them_back(planned):
    write(planned, "Ban hành kế hoạch", result="Đã ban hành")
    work = works(planned)["Ban hành kế hoạch"]
    planned.evidence.add(work, Q1, Evidence(EvidenceId(0), "12/KH-UBND"))
    planned.progress.set_follow_mode(work.task_id, FollowMode.EACH)

    planned.rows.delete_rows([RowKey(RowKind.TASK, work.task_id)])
    assert "Ban hành kế hoạch" not in works(planned)
    planned.history.undo()

    record = state_of(planned, "Ban hành kế hoạch - Phòng Nội vụ").item
    assert record.task.id == work.task_id
    planned.progress.set_follow_mode(work.task_id, None)
    record = state_of(planned, "Ban hành kế hoạch").record
    assert [e.number for e in record.evidence] == ["12/KH-UBND"]


def test_a_plan_with_records_can_be_deleted_and_brought_back(planned):
    write(planned, "Ban hành kế hoạch", result="Đã ban hành")
    plan = planned.plans.load_year(YEAR)

    planned.plans.delete(plan.id)
    planned.history.undo()

    assert state_of(planned, "Ban hành kế hoạch").record.result == "Đã ban hành"


def test_an_agency_with_records_is_not_deleted(planned):
    write(planned, "Tự kiểm tra - UBND xã A", result="Xong")
    agency_id = works(planned)["Tự kiểm tra - UBND xã A"].agency_id

    with pytest.raises(RecordInUse):
        planned.agencies.delete_agency(agency_id)


def test_a_task_without_a_product_gets_one_when_it_is_written_on(planned):
    work = works(planned)["Ban hành kế hoạch"]
    planned.rows.delete_rows([RowKey(RowKind.DELIVERABLE, work.deliverable_id)])
    items = [s.item for s in planned.progress.board(Q1).states]
    assert items[0].deliverable is None

    edit = ProgressEdit(WorkRef(work.task_id, None), ProgressField.RESULT, "Đã làm")
    planned.progress.write(Q1, [edit])

    assert state_of(planned, "Ban hành kế hoạch").record.result == "Đã làm"


def test_copying_forward_fills_blank_fields_only(planned):
    write(planned, "Ban hành kế hoạch", statement=Statement.IN_PROGRESS, result="Dự thảo")
    write(planned, "Tuyên truyền", result="02 đợt")
    write(planned, "Tuyên truyền", HALF, result="05 đợt")

    change = planned.progress.copy_forward(HALF, list(works(planned, HALF).values()))

    assert change
    copied = state_of(planned, "Ban hành kế hoạch", HALF).record
    assert (copied.statement, copied.result) == (Statement.IN_PROGRESS, "Dự thảo")
    assert state_of(planned, "Tuyên truyền", HALF).record.result == "05 đợt"


def test_what_is_recorded_later_does_not_count_earlier(planned):
    write(planned, "Ban hành kế hoạch", HALF, statement=Statement.DONE)

    assert not state_of(planned, "Ban hành kế hoạch", Q1).verdict.state.is_done
    assert state_of(planned, "Ban hành kế hoạch", HALF).verdict.state.is_done


def test_the_period_before_stands_beside(planned):
    write(planned, "Tuyên truyền", result="02 đợt")

    state = state_of(planned, "Tuyên truyền", HALF)
    assert (state.record, state.previous.result, state.is_reported) == (None, "02 đợt", False)


def test_an_awaited_event_waits_until_it_is_recorded(planned):
    assert state_of(planned, "Góp ý dự thảo", WHOLE).verdict.state is ProgressState.NOT_ARISEN
    deliverable_id = works(planned)["Góp ý dự thảo"].deliverable_id

    occurrence = Occurrence(deliverable_id, date(2025, 5, 2), date(2025, 5, 15), "Công văn 45/STP")
    planned.progress.record_occurrence(occurrence)

    assert state_of(planned, "Góp ý dự thảo", Q1).verdict.state is ProgressState.NOT_ARISEN
    assert state_of(planned, "Góp ý dự thảo", HALF).verdict.state is ProgressState.OVERDUE
    planned.progress.clear_occurrence(deliverable_id)
    assert state_of(planned, "Góp ý dự thảo", HALF).verdict.state is ProgressState.NOT_ARISEN


def test_an_event_cannot_set_a_day_before_it_happened(planned):
    deliverable_id = works(planned)["Góp ý dự thảo"].deliverable_id

    with pytest.raises(InvalidValue):
        planned.progress.record_occurrence(
            Occurrence(deliverable_id, date(2025, 5, 2), date(2025, 5, 1))
        )


def test_an_event_to_come_is_not_recorded(planned):
    deliverable_id = works(planned)["Góp ý dự thảo"].deliverable_id

    with pytest.raises(InvalidValue):
        planned.progress.record_occurrence(Occurrence(deliverable_id, date(2025, 12, 21)))


def test_work_goes_on_under_the_successor_with_what_was_recorded(planned):
    write(planned, "Tự kiểm tra - UBND xã A", done_on=date(2025, 3, 1))
    catalogue = planned.agencies.catalogue()
    ids = {a.name: a.id for a in catalogue.agencies}
    planned.agencies.succeed(ids["UBND xã A"], ids["UBND xã B"], date(2025, 5, 1))

    board = planned.progress.board(HALF)
    names = [
        (board.catalogue.agency(s.item.agency_id).name, s.verdict.state)
        for s in board.states
        if s.item.agency_id
    ]

    assert names == [
        ("UBND xã B", ProgressState.DONE_ON_TIME),
        ("UBND thị trấn C", ProgressState.NOT_DUE),
    ]


def test_merged_agencies_are_done_when_all_of_them_were(planned):
    for name in ("UBND xã A", "UBND xã B"):
        write(planned, f"Tự kiểm tra - {name}", statement=Statement.NOT_STARTED)
    write(planned, "Tự kiểm tra - UBND xã A", statement=Statement.DONE)
    ids = {a.name: a.id for a in planned.agencies.catalogue().agencies}
    for name in ("UBND xã A", "UBND xã B"):
        planned.agencies.succeed(ids[name], ids["UBND thị trấn C"], date(2025, 5, 1))

    heir = state_of(planned, "Tự kiểm tra - UBND thị trấn C", HALF)
    assert heir.verdict.state is ProgressState.IN_PROGRESS
    write(planned, "Tự kiểm tra - UBND xã B", statement=Statement.DONE)
    heir = state_of(planned, "Tự kiểm tra - UBND thị trấn C", HALF)
    assert heir.verdict.state is ProgressState.DONE_ON_TIME
    write(planned, "Tự kiểm tra - UBND thị trấn C", HALF, statement=Statement.IN_PROGRESS)
    heir = state_of(planned, "Tự kiểm tra - UBND thị trấn C", HALF)
    assert heir.verdict.state is ProgressState.IN_PROGRESS


def test_until_the_hand_over_both_agencies_have_records_of_their_own(planned):
    write(planned, "Tự kiểm tra - UBND xã A", result="Của A")
    write(planned, "Tự kiểm tra - UBND xã B", result="Của B")
    ids = {a.name: a.id for a in planned.agencies.catalogue().agencies}
    planned.agencies.succeed(ids["UBND xã A"], ids["UBND xã B"], date(2025, 5, 1))

    write(planned, "Tự kiểm tra - UBND xã A", done_on=date(2025, 3, 1))

    assert state_of(planned, "Tự kiểm tra - UBND xã B", Q1).record.result == "Của B"
    assert not state_of(planned, "Tự kiểm tra - UBND xã B", Q1).verdict.state.is_done
    assert state_of(planned, "Tự kiểm tra - UBND xã A", Q1).record.result == "Của A"
    assert state_of(planned, "Tự kiểm tra - UBND xã B", HALF).previous.result == "Của B"


def test_figures_count_tasks_by_their_number(planned):
    write(planned, "Ban hành kế hoạch", done_on=date(2025, 3, 10))
    write(planned, "Đợt 1", HALF, done_on=date(2025, 5, 10))
    write(planned, "Tự kiểm tra - UBND xã A", HALF, done_on=date(2025, 6, 1))

    whole = planned.progress.board(HALF).summary.whole

    assert (whole.total, whole.done, whole.applicable) == (5, 1, 5)
    # "Kiểm tra" has its second part, due in quý I, open; one commune of three is done.
    assert whole.count(ProgressState.OVERDUE) == 1
    assert whole.count(ProgressState.IN_PROGRESS) == 1
    assert whole.count(ProgressState.NOT_DUE) == 1
    assert whole.count(ProgressState.NOT_ARISEN) == 1
    assert str(whole.done_percent) == "20.00"


def test_a_dropped_task_does_not_weigh_on_completion(planned):
    write(planned, "Ban hành kế hoạch", done_on=date(2025, 3, 10))
    write(planned, "Tuyên truyền", statement=Statement.DROPPED)

    assert planned.progress.board(Q1).summary.whole.done_percent == percent(1, 4)


def test_work_due_soon_is_listed_nearest_first_and_turns_are_told_apart(planned):
    board = planned.progress.board(HALF, date(2025, 6, 20))

    due = [(w.state.item.task.content.text, w.days_left) for w in board.due_within(15)]
    assert due == [("Đợt 1", 10), *[("Tự kiểm tra", 10)] * 3]
    late = [(w.state.item.task.content.text, w.days_left) for w in board.late()]
    assert late == [("Ban hành kế hoạch", -81), ("Đợt 2", -81)]


def test_open_work_without_a_record_is_unreported(planned):
    write(planned, "Ban hành kế hoạch", result="Đang làm")

    names = {s.item.task.content.text for s in planned.progress.board(Q1).unreported()}

    assert names == {"Đợt 1", "Đợt 2", "Tuyên truyền", "Tự kiểm tra"}


def test_a_document_is_kept_inside_the_data_file(planned, tmp_path):
    scan = tmp_path / "quyết định.pdf"
    scan.write_bytes(b"%PDF-1.7 scan")
    work = works(planned)["Ban hành kế hoạch"]

    planned.evidence.add(work, Q1, Evidence(EvidenceId(0), "12/KH-UBND"), keep=scan)
    scan.unlink()

    (evidence,) = state_of(planned, "Ban hành kế hoạch").record.evidence
    assert evidence.file_name == "quyết định.pdf"
    assert planned.evidence.content(evidence.file_id) == b"%PDF-1.7 scan"


def test_the_same_file_is_kept_once(planned, tmp_path):
    scan = tmp_path / "a.pdf"
    scan.write_bytes(b"same")
    for name in ("Ban hành kế hoạch", "Đợt 1"):
        work = works(planned)[name]
        planned.evidence.add(work, Q1, Evidence(EvidenceId(0), name), keep=scan)

    ids = {
        e.file_id for s in planned.progress.board(Q1).states if s.record for e in s.record.evidence
    }
    assert len(ids) == 1


def test_a_document_is_changed_and_taken_off(planned):
    work = works(planned)["Ban hành kế hoạch"]
    planned.evidence.add(work, Q1, Evidence(EvidenceId(0), "12/KH-UBND"))
    (evidence,) = state_of(planned, "Ban hành kế hoạch").record.evidence

    planned.evidence.save(Evidence(evidence.id, "13/KH-UBND", date(2025, 2, 1)))
    (changed,) = state_of(planned, "Ban hành kế hoạch").record.evidence
    planned.evidence.delete(evidence.id)

    assert (changed.number, changed.issued_on) == ("13/KH-UBND", date(2025, 2, 1))
    assert state_of(planned, "Ban hành kế hoạch").record is None
    with pytest.raises(RecordMissing):
        planned.evidence.delete(evidence.id)


def test_a_document_of_a_closed_period_is_not_touched(planned):
    work = works(planned)["Ban hành kế hoạch"]
    planned.evidence.add(work, Q1, Evidence(EvidenceId(0), "12/KH-UBND"))
    (evidence,) = state_of(planned, "Ban hành kế hoạch").record.evidence
    planned.periods.close(Q1)

    for change in (
        lambda: planned.evidence.add(work, Q1, Evidence(EvidenceId(0), "14/KH-UBND")),
        lambda: planned.evidence.save(evidence),
        lambda: planned.evidence.delete(evidence.id),
    ):
        with pytest.raises(PeriodClosed):
            change()


def test_a_document_must_say_something(planned):
    work = works(planned)["Ban hành kế hoạch"]

    with pytest.raises(InvalidValue):
        planned.evidence.add(work, Q1, Evidence(EvidenceId(0)))


def test_a_file_too_large_to_keep_is_refused(planned, tmp_path):
    from cchc_desktop.domain.errors import SourceTooLarge

    huge = tmp_path / "phim.mp4"
    with huge.open("wb") as stream:
        stream.truncate(LARGEST_FILE_MB * 1024 * 1024 + 1)
    work = works(planned)["Ban hành kế hoạch"]

    with pytest.raises(SourceTooLarge):
        planned.evidence.add(work, Q1, Evidence(EvidenceId(0), "12"), keep=huge)


def test_changing_the_words_of_the_lead_changes_who_is_followed(planned):
    work = works(planned)["Tự kiểm tra - UBND xã A"]
    from cchc_desktop.domain.annex_draft import AnnexColumn

    planned.cells.set_cell(
        RowKey(RowKind.TASK, work.task_id), AnnexColumn.LEAD, RichText.plain("Phòng Tư pháp")
    )

    assert "Tự kiểm tra" in works(planned)
