"""What the report and its annex say on paper, and that no word of them is lost on the way."""

from datetime import date, datetime

import pytest

from cchc_desktop.documents.blocks import RowKind
from cchc_desktop.documents.official_paper import PaperHeading, PaperText
from cchc_desktop.domain.agency import Agency, AgencyId, AgencyKind
from cchc_desktop.domain.clock import FixedClock
from cchc_desktop.domain.progress import ProgressField
from cchc_desktop.domain.progress_chart import ChartPart, ProgressChart
from cchc_desktop.domain.progress_state import ProgressState
from cchc_desktop.services.progress import ProgressEdit, WorkRef
from cchc_desktop.services.report_charts import MOST_BARS, PARTS, agency_chart, section_chart
from cchc_desktop.services.report_paper import (
    ReportPaperOptions,
    progress_annex_content,
    report_content,
)
from tests.services.conftest import draft_of, rich
from tests.services.report_plans import COMMUNES, H1, Q1, Q3, YEAR, record_year, say, write_plan


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2026, 1, 5, 8, 0))


@pytest.fixture
def letterhead(session):
    return session.offices.load().letterhead_on(date(2025, 3, 14))


def rows_of(content):
    return [row for part in content.sections for row in part.rows]


def row(content, words):
    return next(r for r in rows_of(content) if r.cells.get("content", rich("")).text == words)


def test_the_report_says_its_paragraphs_in_order_with_the_charts_after_completion(
    session, letterhead
):
    write_plan(session)
    record_year(session)
    session.reports.open(Q3)
    check = session.reports.check(Q3)

    paper = report_content(check, letterhead)

    said = [
        part.text if isinstance(part, PaperHeading) else part.text.text
        for part in paper.parts
        if isinstance(part, PaperHeading | PaperText)
    ]
    assert said == [p.printed for p in check.report.paragraphs if p.code != "title"]
    assert paper.subject == check.report.title
    kinds = [type(part) for part in paper.parts]
    first = kinds.index(ProgressChart)
    assert kinds[first : first + 2] == [ProgressChart, ProgressChart]
    assert paper.parts[first - 1].text.text.startswith("Kế hoạch cải cách hành chính năm 2025")
    assert paper.recipients == ("Ủy ban nhân dân tỉnh A", "Sở Nội vụ")
    assert (paper.number, paper.symbol, paper.issued_on) == ("", "BC-UBND", None)


def test_number_day_and_charts_follow_the_options(session, letterhead):
    write_plan(session)
    session.reports.open(Q1)
    options = ReportPaperOptions("45", date(2025, 3, 20), with_charts=False, recipients=("Lưu",))

    paper = report_content(session.reports.check(Q1), letterhead, options)

    assert not any(isinstance(part, ProgressChart) for part in paper.parts)
    assert (paper.number, paper.issued_on, paper.recipients) == ("45", date(2025, 3, 20), ("Lưu",))


def test_words_with_styles_reach_the_paper_and_removed_ones_do_not(session, letterhead):
    write_plan(session)
    session.reports.open(Q1)
    session.reports.save_paragraph(Q1, "opening", rich("Kính <b>báo cáo</b>"))
    session.reports.delete_paragraph(Q1, "direction.orders")

    paper = report_content(session.reports.check(Q1), letterhead)

    assert paper.parts[0].text == rich("Kính <b>báo cáo</b>")
    assert not any("cấp trên giao" in getattr(p, "text", "") for p in paper.parts
                   if isinstance(p, PaperHeading))  # fmt: skip


def test_charts_count_what_the_summary_counts(session):
    write_plan(session)
    record_year(session)
    board = session.progress.board(Q3)

    sections, agencies = section_chart(board), agency_chart(board)

    whole = board.summary.whole
    for part, state in PARTS.items():
        assert sum(bar.parts[part] for bar in sections.bars) == whole.count(state)
    assert set(PARTS) == set(ChartPart)
    assert set(PARTS.values()) == set(ProgressState) - {ProgressState.DROPPED}
    assert [bar.label for bar in sections.bars][1] == "II. Cải cách thể chế"
    by_label = {bar.label: bar.total for bar in agencies.bars}
    assert by_label[COMMUNES[0]] == 1


def test_a_chart_of_many_agencies_shows_those_that_lead_most_and_says_so(session):
    for number in range(MOST_BARS + 5):
        session.agencies.add_agency(Agency(AgencyId(0), f"UBND xã số {number}", AgencyKind.COMMUNE))
    write_plan(session)
    board = session.progress.board(Q1)
    leading = sum(1 for counts in board.summary.by_agency.values() if counts.applicable)

    chart = agency_chart(board)

    assert leading > MOST_BARS
    assert len(chart.bars) == MOST_BARS
    assert chart.title.endswith(f"({MOST_BARS}/{leading} đơn vị chủ trì nhiều nhiệm vụ nhất)")
    most = max(counts.applicable for counts in board.summary.by_agency.values())
    assert max(bar.total for bar in chart.bars) == most


def test_the_annex_has_every_task_with_its_result_and_proof(session, letterhead):
    write_plan(session)
    record_year(session)

    content = progress_annex_content(session.reports.check(H1), letterhead)

    assert content.title == (
        "Kết quả thực hiện Kế hoạch cải cách hành chính năm 2025 (6 tháng đầu năm 2025)"
    )
    assert content.summary.text == (
        "Tổng số 06 nhiệm vụ: hoàn thành đúng hạn 01; hoàn thành quá hạn 01; đang thực hiện 02; "
        "chưa đến hạn 02. Tỷ lệ hoàn thành: 33,33%."
    )
    plan = row(content, "Ban hành kế hoạch năm")
    assert plan.cells["state"].text == "Hoàn thành đúng hạn"
    assert plan.cells["result"].text == (
        "Đã ban hành kế hoạch (Kế hoạch số 12/KH-UBND ngày 20/01/2025)"
    )
    group = row(content, "Niêm yết thủ tục hành chính")
    assert group.cells["result"].text == (
        "01/03 đơn vị đã hoàn thành; chưa xong: UBND xã Hai, UBND thị trấn Ba\nUBND xã Một: Đủ"
    )
    heading = row(content, "Kiểm tra cải cách hành chính")
    assert heading.cells["state"].text == "Chưa đến hạn"
    sub = row(content, "Kiểm tra định kỳ")
    assert sub.kind is RowKind.SUBTASK
    assert row(content, "Rà soát văn bản").cells["note"].text == "Thiếu người làm; việc nhiều"
    assert len(rows_of(content)) == 8


def test_proposals_stand_in_the_note(session, letterhead):
    write_plan(session)
    record_year(session)

    content = progress_annex_content(session.reports.check(YEAR), letterhead)

    assert row(content, "Kiểm tra định kỳ").cells["note"].text == (
        "Chưa bố trí được kinh phí\nKiến nghị: Bổ sung kinh phí kiểm tra"
    )


def test_a_second_product_has_a_row_of_its_own(session, letterhead, tmp_path):
    source = tmp_path / "phụ lục.tsv"
    source.write_text(
        "STT\tNhiệm vụ\tKết quả, sản phẩm\tThời gian thực hiện\tCơ quan chủ trì\n"
        "I\tMỘT\t\t\t\n"
        "1\tViệc\tKế hoạch\tQuý I/2025\tPhòng Nội vụ\n"
        "\t\tBáo cáo\tQuý IV/2025\t\n",
        encoding="utf-8",
    )
    session.imports.write(session.imports.preview(session.imports.read_file(source), 2025))
    states = session.progress.board(Q1).states
    assert len(states) == 2
    for number, state in enumerate(states):
        ref = WorkRef(state.item.task.id, state.item.deliverable.id)
        edit = ProgressEdit(ref, ProgressField.RESULT, f"Kết quả {number}")
        session.progress.write(Q1, [edit])

    content = progress_annex_content(session.reports.check(Q1), letterhead)

    first, second = rows_of(content)
    assert first.cells["result"].text == "Kết quả 0\nKết quả 1"
    assert second.kind is RowKind.CONTINUATION
    assert set(second.cells) == {"product", "deadline"}


def test_an_empty_plan_has_an_annex_and_no_charts(session, letterhead):
    session.imports.write(session.imports.preview(draft_of(), 2025))
    if session.plans.find(2025) is None:
        session.plans.create(2025)
    check = session.reports.check(Q1)

    assert progress_annex_content(check, letterhead).summary.text == "Tổng số 0 nhiệm vụ."
    assert section_chart(check.board).bars == ()
    assert report_content(check, letterhead).parts


def test_long_words_of_officers_are_on_the_annex_whole(session, letterhead):
    write_plan(session)
    long = "Đã làm " * 300
    say(session, Q1, "Rà soát văn bản", result=long)

    content = progress_annex_content(session.reports.check(Q1), letterhead)

    assert row(content, "Rà soát văn bản").cells["result"].text == long.strip()
