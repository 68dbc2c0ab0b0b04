"""Making returns, collecting them, and who has sent theirs, on a real data file."""

import shutil
import sys
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest

sys.path.insert(0, str(Path(__file__).parent))

from return_files import COLUMNS, agency_id, fill, rows_of

from cchc_desktop.domain.agency import Agency, AgencyId, AgencyKind
from cchc_desktop.domain.annex_draft import AnnexDraft, DraftDeliverable, DraftSection, DraftTask
from cchc_desktop.domain.errors import (
    Cancelled,
    ConflictsUndecided,
    EditConflict,
    InvalidValue,
    PeriodClosed,
    TargetNotWritable,
)
from cchc_desktop.domain.office import Letterhead, LetterheadId, OfficeLevel
from cchc_desktop.domain.period import PeriodKey
from cchc_desktop.domain.plan import TaskNumbering
from cchc_desktop.domain.plan_rows import RowKey, RowKind
from cchc_desktop.domain.problem import Place
from cchc_desktop.domain.progress import Evidence, EvidenceId, ProgressField, Statement
from cchc_desktop.domain.return_comparison import (
    ReturnChangeKind,
    ReturnDecision,
    ReturnFileStatus,
)
from cchc_desktop.domain.return_register import ReturnState
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.services.agencies import NameSettlement
from cchc_desktop.services.progress import ProgressEdit, WorkRef
from cchc_desktop.services.progress_sentences import STATEMENTS
from cchc_desktop.services.session import OfficeSetup, create_session, open_session

KEY = PeriodKey(2025, "quarter-1")
HOME, LAW = "Phòng Nội vụ", "Phòng Tư pháp"
NOWHERE = Place("", "")
OTHER = OfficeSetup(
    OfficeLevel.DISTRICT, Letterhead(LetterheadId(0), "", "Ủy ban nhân dân huyện C", "C")
)


def task(content, lead, *products, cooperating=""):
    rich = RichText.plain
    deliverables = tuple(
        DraftDeliverable(rich(product), rich("Quý I/2025"), NOWHERE)
        for product in products or ("Kế hoạch",)
    )
    return DraftTask(
        "", rich(content), NOWHERE, deliverables, lead=rich(lead), cooperating=rich(cooperating)
    )


TASKS = (
    task("Ban hành kế hoạch", HOME, "Kế hoạch", "Báo cáo", cooperating=LAW),
    task("Kiểm tra", HOME),
    task("Rà soát văn bản", f"{LAW}; {HOME}"),
    task("Tự kiểm tra", "UBND các xã, thị trấn", cooperating=HOME),
    task("Phổ biến pháp luật", LAW),
)


@pytest.fixture
def office(session, tmp_path):
    """The office with a plan, two communes, and a folder for the workbooks."""
    for name in ("UBND xã Một", "UBND xã Hai"):
        session.agencies.add_agency(Agency(AgencyId(0), name, AgencyKind.COMMUNE))
    sections = (DraftSection("", RichText.plain("CHỈ ĐẠO"), NOWHERE, TASKS),)
    draft = AnnexDraft("a.docx", "", "", TaskNumbering.PER_SECTION, sections, (), ())
    session.imports.write(session.imports.preview(draft, 2025))
    (tmp_path / "biểu").mkdir()
    return session


@pytest.fixture
def files(office, tmp_path):
    made = office.returns.make(KEY, None, tmp_path / "biểu")
    return {item.agency_name: item.path for item in made.files}


def record(session, content, agency=None, product=0):
    for state in session.progress.board(KEY).states:
        item = state.item
        owner = agency and agency_id(session, agency)
        if item.task.content.text == content and item.agency_id == owner:
            if product:
                product -= 1
                continue
            return state.record
    raise AssertionError(content)


def work(session, content):
    state = next(
        s for s in session.progress.board(KEY).states if s.item.task.content.text == content
    )
    return WorkRef(state.item.task.id, state.item.deliverable.id, state.item.agency_id)


def say(session, content, field, value):
    session.progress.write(KEY, [ProgressEdit(work(session, content), field, value)])


def collect(session, *paths, decisions=None):
    return session.returns.write(session.returns.preview(paths, KEY), decisions)


def dump(session):
    file = session._file
    return {
        table: [tuple(row.values()) for row in file.db.query(f"SELECT * FROM [{table}]")]
        for table in ("progress", "evidence", "agency_return", "deliverable", "task")
    }


def test_each_agency_that_leads_gets_its_own_workbook(office, files):
    assert set(files) == {HOME, LAW, "UBND xã Một", "UBND xã Hai"}
    assert files[LAW].name == "Biểu báo cáo - Phòng Tư pháp - quý I 2025.xlsx"
    sheets = {name: openpyxl.load_workbook(path).worksheets[0] for name, path in files.items()}
    assert list(rows_of(sheets[HOME])) == ["I.1", "I.2", "I.3"]
    assert list(rows_of(sheets[LAW])) == ["I.3", "I.5"]
    assert list(rows_of(sheets["UBND xã Một"])) == ["I.4"]
    other = openpyxl.load_workbook(files[HOME])["Nhiệm vụ phối hợp"]
    assert [row[1].value for row in other.iter_rows(min_row=5)] == ["Tự kiểm tra"]


def test_making_again_writes_nothing_and_overwrites_nothing(office, files, tmp_path):
    before = dump(office)
    again = office.returns.make(KEY, None, tmp_path / "biểu")
    assert {item.placing.value for item in again.files} == {"same"}
    assert not again.change_set
    assert dump(office) == before

    filled = fill(files[LAW], "I.5", result="Đã điền").read_bytes()
    (third,) = office.returns.make(KEY, [agency_id(office, LAW)], tmp_path / "biểu").files
    assert (third.placing.value, third.path.name) == (
        "beside", "Biểu báo cáo - Phòng Tư pháp - quý I 2025 (2).xlsx",
    )  # fmt: skip
    assert files[LAW].read_bytes() == filled


def test_what_was_reported_before_and_what_is_recorded_stand_in_the_workbook(office, tmp_path):
    january = PeriodKey(2025, "month-01")
    edit = ProgressEdit(work(office, "Kiểm tra"), ProgressField.RESULT, "= Đã lập đoàn")
    office.progress.write(january, [edit])
    say(office, "Kiểm tra", ProgressField.PERCENT, 30)
    (made,) = office.returns.make(KEY, [agency_id(office, HOME)], tmp_path).files
    sheet = openpyxl.load_workbook(made.path).worksheets[0]
    row = rows_of(sheet)["I.2"]

    assert sheet.cell(row, COLUMNS["before"]).value.endswith("\n= Đã lập đoàn")
    assert sheet.cell(row, COLUMNS["percent"]).value == 30


def test_a_filled_workbook_is_collected_in_one_step_that_undo_takes_back(office, files):
    before = dump(office)
    path = fill(
        files[HOME], "I.2", statement="Đã xong", done_on=date(2025, 2, 20), percent=100,
        result="- Đã kiểm tra 5 xã", document_number="15/BC-PNV", document_date="25/2/2025",
        document_subject="Báo cáo kiểm tra", difficulties="Không", proposals="+ Không",
    )  # fmt: skip

    preview = office.returns.preview([path], KEY)
    (file,) = preview.files
    assert (file.status, file.agency_name, file.problems) == (ReturnFileStatus.NEW, HOME, ())
    assert {c.kind for c in file.changes} == {ReturnChangeKind.NEW}
    assert dump(office) == before

    step = office.returns.write(preview)
    found = record(office, "Kiểm tra")
    (evidence,) = found.evidence
    assert (found.statement, found.done_on, found.percent, found.result) == (
        Statement.DONE, date(2025, 2, 20), 100, "- Đã kiểm tra 5 xã",
    )  # fmt: skip
    assert (found.difficulties, found.proposals) == ("Không", "+ Không")
    assert (evidence.number, evidence.issued_on, evidence.subject) == (
        "15/BC-PNV", date(2025, 2, 25), "Báo cáo kiểm tra",
    )  # fmt: skip
    assert step.label == "collect_returns"
    assert record(office, "Ban hành kế hoạch") is None

    office.history.undo()
    assert dump(office) == before


def test_the_same_file_again_changes_nothing(office, files):
    path = fill(files[HOME], "I.2", result="Đã kiểm tra")
    collect(office, path)
    before = dump(office)

    preview = office.returns.preview([path, path], KEY)
    assert [f.status for f in preview.files] == [ReturnFileStatus.SAME, ReturnFileStatus.REPEATED]
    assert not office.returns.write(preview)
    assert dump(office) == before


def test_an_untouched_workbook_does_not_count_as_received(office, files):
    preview = office.returns.preview(list(files.values()), KEY)

    assert {f.status for f in preview.files} == {ReturnFileStatus.UNTOUCHED}
    assert not office.returns.write(preview)
    assert not any(line.is_received for line in office.returns.register(KEY))


def test_a_value_recorded_meanwhile_is_a_conflict_to_be_decided(office, files):
    path = fill(files[HOME], "I.2", result="Của đơn vị", percent=50)
    say(office, "Kiểm tra", ProgressField.RESULT, "Của cán bộ")
    preview = office.returns.preview([path], KEY)
    (conflict,) = preview.conflicts

    assert (conflict.recorded, conflict.returned, conflict.made_from) == (
        "Của cán bộ", "Của đơn vị", None,
    )  # fmt: skip
    before = dump(office)
    with pytest.raises(ConflictsUndecided):
        office.returns.write(preview)
    assert dump(office) == before

    office.returns.write(preview, {conflict.key: ReturnDecision.KEEP})
    assert (record(office, "Kiểm tra").result, record(office, "Kiểm tra").percent) == (
        "Của cán bộ", 50,
    )  # fmt: skip
    preview = office.returns.preview([path], KEY)
    (conflict,) = preview.conflicts
    office.returns.write(preview, {conflict.key: ReturnDecision.TAKE})
    assert record(office, "Kiểm tra").result == "Của đơn vị"


def test_what_the_agency_left_as_it_was_never_undoes_what_was_recorded_meanwhile(office, tmp_path):
    say(office, "Kiểm tra", ProgressField.RESULT, "Cũ")
    (made,) = office.returns.make(KEY, [agency_id(office, HOME)], tmp_path).files
    say(office, "Kiểm tra", ProgressField.RESULT, "Mới")
    collect(office, fill(made.path, "I.2", percent=10))

    assert (record(office, "Kiểm tra").result, record(office, "Kiểm tra").percent) == ("Mới", 10)


def test_a_prefilled_value_changed_by_the_agency_is_new_and_emptied_is_kept(office, tmp_path):
    say(office, "Kiểm tra", ProgressField.RESULT, "Cũ")
    say(office, "Kiểm tra", ProgressField.DIFFICULTIES, "Có")
    (made,) = office.returns.make(KEY, [agency_id(office, HOME)], tmp_path).files
    preview = office.returns.preview(
        [fill(made.path, "I.2", result="Sửa lại", difficulties=None)], KEY
    )
    kinds = {change.key.field.value: change.kind for change in preview.changes}
    assert kinds == {"result": ReturnChangeKind.NEW, "difficulties": ReturnChangeKind.CLEARED}

    office.returns.write(preview)
    assert record(office, "Kiểm tra").difficulties == "Có"
    cleared = next(c for c in preview.changes if c.kind is ReturnChangeKind.CLEARED)
    again = office.returns.preview([made.path], KEY)
    office.returns.write(again, {cleared.key: ReturnDecision.TAKE})
    assert (record(office, "Kiểm tra").result, record(office, "Kiểm tra").difficulties) == (
        "Sửa lại", "",
    )  # fmt: skip


def test_without_the_hidden_sheet_a_changed_record_is_a_conflict(office, tmp_path):
    say(office, "Kiểm tra", ProgressField.RESULT, "Cũ")
    (made,) = office.returns.make(KEY, [agency_id(office, HOME)], tmp_path).files
    book = openpyxl.load_workbook(fill(made.path, "I.2", result="Sửa lại"))
    book.security.lockStructure = False
    del book["cchc"]
    book.save(made.path)

    assert [c.kind for c in office.returns.preview([made.path], KEY).changes] == [
        ReturnChangeKind.NEW
    ]
    say(office, "Kiểm tra", ProgressField.RESULT, "Khác")
    (change,) = office.returns.preview([made.path], KEY).changes
    assert (change.kind, change.made_from) == (ReturnChangeKind.CONFLICT, None)


def test_two_files_that_differ_on_one_piece_conflict_with_each_other(office, files, tmp_path):
    three = fill(files[HOME], "I.2", to=tmp_path / "lần hai.xlsx", result="Nội vụ nói lại")
    one = fill(files[HOME], "I.3", result="Nội vụ nói")
    two = fill(files[LAW], "I.3", result="Tư pháp nói")
    preview = office.returns.preview([one, two, three], KEY)
    first, second = preview.conflicts

    assert (first.rivals, second.rivals) == ((1,), (0,))
    assert [f.same_agency for f in preview.files] == [(2,), (), (0,)]
    both = {first.key: ReturnDecision.TAKE, second.key: ReturnDecision.TAKE}
    with pytest.raises(ConflictsUndecided):
        office.returns.write(preview, both)
    office.returns.write(preview, both | {first.key: ReturnDecision.KEEP})
    assert record(office, "Rà soát văn bản").result == "Tư pháp nói"
    assert record(office, "Kiểm tra").result == "Nội vụ nói lại"


def test_each_member_of_a_group_reports_on_its_own_piece(office, files):
    collect(
        office,
        fill(files["UBND xã Một"], "I.4", statement="Đã hoàn thành"),
        fill(files["UBND xã Hai"], "I.4", statement="Đang thực hiện"),
    )

    assert record(office, "Tự kiểm tra", "UBND xã Một").statement is Statement.DONE
    assert record(office, "Tự kiểm tra", "UBND xã Hai").statement is Statement.IN_PROGRESS


def test_a_value_changed_after_the_preview_stops_everything(office, files):
    path = fill(files[HOME], "I.2", result="Của đơn vị", percent=50)
    preview = office.returns.preview([path], KEY)
    say(office, "Kiểm tra", ProgressField.PERCENT, 70)
    before = dump(office)

    with pytest.raises(EditConflict):
        office.returns.write(preview)
    assert dump(office) == before


def test_only_the_first_of_several_documents_is_written_over(office, tmp_path):
    for number in ("1/BC", "2/BC"):
        office.evidence.add(
            work(office, "Kiểm tra"), KEY, Evidence(EvidenceId(0), number, issuer="X")
        )
    (made,) = office.returns.make(KEY, [agency_id(office, HOME)], tmp_path).files
    collect(office, fill(made.path, "I.2", document_number="1a/BC", document_subject="Về việc"))

    first, second = record(office, "Kiểm tra").evidence
    assert (first.number, first.subject, first.issuer, second.number) == (
        "1a/BC", "Về việc", "X", "2/BC",
    )  # fmt: skip


def test_emptying_the_only_document_takes_the_record_with_it(office, tmp_path):
    office.evidence.add(work(office, "Kiểm tra"), KEY, Evidence(EvidenceId(0), "1/BC"))
    (made,) = office.returns.make(KEY, [agency_id(office, HOME)], tmp_path).files
    preview = office.returns.preview([fill(made.path, "I.2", document_number=None)], KEY)
    (change,) = preview.changes
    before = dump(office)
    office.returns.write(preview, {change.key: ReturnDecision.TAKE})

    assert record(office, "Kiểm tra") is None
    assert dump(office)["evidence"] == []
    office.history.undo()
    assert dump(office) == before


def test_files_of_another_office_year_or_period_are_refused_by_name(office, files, tmp_path, clock):
    other = create_session(tmp_path / "khác.cchc", OTHER, clock)
    preview = office.returns.preview(
        [files[HOME], tmp_path / "không có.xlsx"], PeriodKey(2025, "half-year")
    )
    wrong, missing = preview.files
    assert (wrong.error.code, wrong.error.params["period"]) == (
        "return_of_other_period", "quý I năm 2025",
    )  # fmt: skip
    assert missing.error.code == "file_missing"
    assert not office.returns.write(preview)

    sections = (DraftSection("", RichText.plain("CHỈ ĐẠO"), NOWHERE, TASKS),)
    draft = AnnexDraft("a.docx", "", "", TaskNumbering.PER_SECTION, sections, (), ())
    other.imports.write(other.imports.preview(draft, 2025))
    (refused,) = other.returns.preview([files[HOME]], KEY).files
    assert (refused.error.code, refused.error.params["office"]) == (
        "return_of_other_office", "Ủy ban nhân dân huyện B",
    )  # fmt: skip
    other.close()


def test_correcting_the_offices_name_does_not_shut_out_its_workbooks(office, files):
    letterhead = office.offices.load().letterheads[0]
    office.offices.save_letterhead(replace(letterhead, name="Ủy ban nhân dân huyện Bê"))
    path = fill(files[HOME], "I.2", result="Đã kiểm tra")

    assert office.returns.preview([path], KEY).files[0].status is ReturnFileStatus.NEW


def test_a_task_that_left_the_plan_or_the_agency_is_named(office, files):
    path = fill(files[HOME], "I.2", result="Đã kiểm tra")
    plan = office.plans.load_year(2025)
    gone = next(t for t in plan.tasks() if t.content.text == "Kiểm tra")
    office.rows.delete_rows([RowKey(RowKind.TASK, gone.id)])
    (file,) = office.returns.preview([path], KEY).files

    assert [(p.code, p.text) for p in file.problems] == [("return_piece_gone", "Kiểm tra")]
    assert file.changes == ()


def test_a_successor_reports_with_the_workbook_of_its_predecessor(office, files, clock):
    old, new = agency_id(office, "UBND xã Một"), agency_id(office, "UBND xã Hai")
    path = fill(files["UBND xã Một"], "I.4", result="Đã tự kiểm tra")
    office.agencies.succeed(old, new, date(2025, 3, 1))
    (file,) = office.returns.preview([path], KEY).files

    assert (file.agency_name, file.status) == ("UBND xã Hai", ReturnFileStatus.NEW)


def test_a_closed_period_takes_nothing(office, files, tmp_path):
    path = fill(files[HOME], "I.2", result="Đã kiểm tra")
    preview = office.returns.preview([path], KEY)
    office.periods.close(KEY)

    with pytest.raises(PeriodClosed):
        office.returns.write(preview)
    with pytest.raises(PeriodClosed):
        office.returns.make(KEY, None, tmp_path)
    with pytest.raises(PeriodClosed):
        office.returns.mark_received(KEY, agency_id(office, HOME), date(2025, 3, 1))


def test_collecting_can_be_stopped_between_two_files(office, files):
    done = []
    with pytest.raises(Cancelled):
        office.returns.preview(
            list(files.values()), KEY, lambda at, of: done.append((at, of)), lambda: len(done) == 2
        )
    assert done == [(1, 4), (2, 4)]


def test_a_missing_folder_is_said(office, tmp_path):
    with pytest.raises(TargetNotWritable):
        office.returns.make(KEY, None, tmp_path / "không có")


def test_the_register_tells_who_sent_in_time_late_or_not(office, files, clock):
    due = office.periods.get(KEY).agency_due
    home, law = (agency_id(office, name) for name in (HOME, LAW))
    collect(office, fill(files[HOME], "I.2", result="Đã kiểm tra"))
    clock.moment = clock.moment.replace(month=3, day=due.day + 5)
    office.returns.mark_received(KEY, law, due.replace(day=due.day + 2))
    states = {line.agency_name: line for line in office.returns.register(KEY)}

    assert (states[HOME].state, states[HOME].task_count) == (ReturnState.IN_TIME, 3)
    assert states[HOME].file_name == files[HOME].name
    assert (states[LAW].state, states[LAW].days_late) == (ReturnState.LATE, 2)
    assert (states["UBND xã Một"].state, states["UBND xã Một"].days_late) == (
        ReturnState.MISSING, 5,
    )  # fmt: skip
    content = office.returns.reminder_content(KEY)
    assert [s.agency_name for s in content.addressees] == ["UBND xã Một", "UBND xã Hai"]
    assert content.period.key == KEY

    office.returns.mark_received(KEY, home, None)
    assert not office.returns.mark_received(KEY, home, None)
    assert office.returns.reminder_content(KEY).addressees[0].agency_name == HOME
    with pytest.raises(InvalidValue):
        office.returns.mark_received(KEY, home, date(2025, 12, 1))


def test_a_second_sending_keeps_the_day_of_the_first(office, files, clock):
    collect(office, fill(files[HOME], "I.2", result="Lần một"))
    clock.moment = clock.moment.replace(day=20)
    collect(office, fill(files[HOME], "I.1", result="Lần hai"))

    assert office.returns.register(KEY)[0].received_on == date(2025, 3, 2)


def test_the_annotated_copy_marks_what_is_wrong_and_can_be_sent_back(office, files, tmp_path):
    path = fill(files[HOME], "I.2", percent="nhiều", done_on="31/02/2025", result="Tốt")
    (file,) = office.returns.preview([path], KEY).files
    copy = office.returns.annotate(path, file.problems, tmp_path / "sửa.xlsx")
    book = openpyxl.load_workbook(copy)
    sheet, listed = book["Biểu báo cáo"], book["Lỗi cần sửa"]
    row = rows_of(sheet)["I.2"]
    cell = sheet.cell(row, COLUMNS["percent"])

    assert book.sheetnames[0] == "Lỗi cần sửa"
    assert "0 đến 100" in cell.comment.text
    assert cell.fill.fgColor.rgb == "FFFF9999"
    assert sheet.cell(row, COLUMNS["result"]).value == "Tốt"
    words = [[c.value for c in line] for line in listed.iter_rows(min_row=5)]
    assert [(w[2], w[3]) for w in words] == [(f"G{row}", "31/02/2025"), (f"H{row}", "nhiều")]

    fill_copy = openpyxl.load_workbook(copy)
    back = fill_copy["Biểu báo cáo"]
    back.cell(row, COLUMNS["percent"]).value = 60
    back.cell(row, COLUMNS["done_on"]).value = None
    fill_copy.save(copy)
    (corrected,) = office.returns.preview([copy], KEY).files
    assert corrected.problems == ()
    assert {c.key.field.value: c.returned for c in corrected.changes} == {
        "percent": 60, "result": "Tốt",
    }  # fmt: skip
    clean = office.returns.annotate(copy, (), tmp_path / "sạch.xlsx")
    assert openpyxl.load_workbook(clean)["Biểu báo cáo"].cell(row, 8).comment is None


def test_two_hundred_files_are_collected_in_one_step(office, tmp_path):
    """Twenty agencies send ten files each that differ as files and say the same."""
    communes = tuple(
        Agency(AgencyId(0), f"UBND xã số {number}", AgencyKind.COMMUNE) for number in range(20)
    )
    office.agencies.settle_names(NameSettlement(communes))
    wanted = [a.id for a in office.agencies.catalogue().agencies if "xã số" in a.name]
    paths = []
    for item in office.returns.make(KEY, wanted, tmp_path).files:
        fill(item.path, "I.4", statement="Đã hoàn thành", result=item.agency_name)
        for number in range(10):
            copy = item.path.with_name(f"{number} {item.path.name}")
            shutil.copy(item.path, copy)
            with zipfile.ZipFile(copy, "a") as package:
                package.comment = str(number).encode()
            paths.append(copy)
    preview = office.returns.preview(paths, KEY)
    step = office.returns.write(preview)

    assert [f.status for f in preview.files] == [ReturnFileStatus.NEW] * 200
    assert {len(f.same_agency) for f in preview.files} == {9}
    assert len(step.ids("progress")) == 20
    assert sum(line.is_received for line in office.returns.register(KEY)) == 20
    office.history.undo()
    assert not any(line.is_received for line in office.returns.register(KEY))


def test_an_old_workbook_gets_its_marked_copy_as_a_new_one(office, files, tmp_path):
    """Made with xlwt from the values, as Excel saves a workbook in its old format."""
    import xlwt

    path = fill(files[HOME], "I.2", percent="nhiều", result="Tốt")
    old = xlwt.Workbook()
    for sheet in openpyxl.load_workbook(path).worksheets:
        to = old.add_sheet(sheet.title)
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    to.write(cell.row - 1, cell.column - 1, cell.value)
    old.save(str(tmp_path / "cũ.xls"))
    (file,) = office.returns.preview([tmp_path / "cũ.xls"], KEY).files
    assert [c.returned for c in file.changes] == ["Tốt"]

    copy = office.returns.annotate(tmp_path / "cũ.xls", file.problems, tmp_path / "mới.xlsx")
    book = openpyxl.load_workbook(copy)
    sheet = book["Biểu báo cáo"]
    assert sheet.cell(rows_of(sheet)["I.2"], COLUMNS["percent"]).comment is not None
    assert book["cchc"].sheet_state == "veryHidden"
    sheet.cell(rows_of(sheet)["I.2"], COLUMNS["percent"]).value = 60
    book.save(copy)
    (corrected,) = office.returns.preview([copy], KEY).files
    assert {c.key.field.value: c.returned for c in corrected.changes} == {
        "percent": 60, "result": "Tốt",
    }  # fmt: skip
    assert corrected.problems == ()


def test_the_words_to_choose_from_are_those_of_the_program(office):
    assert dict(office.returns.catalogue.statements) == STATEMENTS


def test_what_is_collected_is_there_when_the_file_is_opened_again(office, files, tmp_path, clock):
    collect(office, fill(files[HOME], "I.2", result="Đã kiểm tra"))
    copy = Path(shutil.copy(office.path, tmp_path / "bản sao.cchc"))
    again = open_session(copy, clock)

    assert record(again, "Kiểm tra").result == "Đã kiểm tra"
    assert again.returns.register(KEY)[0].received_on == date(2025, 3, 2)
    again.close()
