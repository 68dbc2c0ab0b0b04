"""What is drafted from a year of recorded work, word for word, and from hardly anything."""

import shutil
from datetime import date, datetime
from pathlib import Path

import pytest

from cchc_desktop.domain.clock import FixedClock
from cchc_desktop.domain.office import Letterhead, LetterheadId, OfficeLevel
from cchc_desktop.domain.period import PeriodKey
from cchc_desktop.services.report_defaults import default_recipient, report_data
from cchc_desktop.services.report_phrases import section_title
from cchc_desktop.services.session import open_session
from tests.services.conftest import draft_of, drafted, section
from tests.services.report_plans import (
    H1,
    Q1,
    Q3,
    YEAR,
    add_communes,
    prove,
    record_year,
    say,
    write_plan,
)

TEXTS = Path(__file__).parent / "report_texts"


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2026, 1, 5, 8, 0))


def printed(session, key: PeriodKey) -> str:
    return "".join(f"{p.printed}\n" for p in session.reports.open(key).paragraphs)


@pytest.mark.parametrize("key", [Q1, H1, Q3, YEAR], ids=lambda key: key.code)
def test_a_written_year_reads_as_proofread(session, key):
    write_plan(session)
    record_year(session)

    text = (TEXTS / f"{key.code}.txt").read_text(encoding="utf-8")
    assert printed(session, key) == text


def test_every_figure_of_a_draft_is_marked_where_it_stands(session):
    write_plan(session)
    record_year(session)
    check = session.reports.check(YEAR)

    marks = [(p, m) for p in check.draft for m in p.text.marks]

    assert len(marks) > 20
    for paragraph, mark in marks:
        assert paragraph.text.figure_words(mark) == check.facts.figures[mark.code].text


def test_every_figure_can_be_explained(session):
    write_plan(session)
    record_year(session)
    check = session.reports.check(H1)

    for code, figure in check.facts.figures.by_code.items():
        explanation = check.explain(code)
        assert explanation.name
        assert "{" not in explanation.name + explanation.rule
        assert len(explanation.inputs) == len(figure.inputs)
    done = check.explain("whole.done")
    assert done.inputs == (
        ("Số nhiệm vụ hoàn thành đúng hạn", "01"),
        ("Số nhiệm vụ hoàn thành quá hạn", "01"),
    )
    assert len(done.task_ids) == 2
    # The late one was reported twice: under way in the first quarter, then done.
    assert len(done.progress_ids) == 3


@pytest.mark.parametrize(
    ("code", "following"),
    [
        ("quarter-1", "quý II năm 2025"),
        ("half-year", "6 tháng cuối năm 2025"),
        ("quarter-3", "quý IV năm 2025"),
        ("nine-months", "3 tháng cuối năm 2025"),
        ("year", "năm 2026"),
        ("month-01", "tháng 02 năm 2025"),
        ("month-09", "tháng 10 năm 2025"),
        ("month-12", "tháng 01 năm 2026"),
    ],
)
def test_the_next_period_is_named(session, plan, code, following):
    report = session.reports.open(PeriodKey(2025, code))

    assert report.title.endswith(f"phương hướng, nhiệm vụ {following}")


def test_every_period_of_the_year_has_a_next(session, plan):
    known = report_data().outlines.following

    assert {p.key.code for p in session.periods.of_year(2025)} <= set(known)


def test_an_event_recorded_after_the_cut_off_is_not_told_before_it_happened(session):
    write_plan(session)
    record_year(session)

    text = session.reports.open(Q1).find("outlook.due.text").text.text

    assert "Kiểm tra đột xuất" not in text


def test_an_empty_plan_says_so(session):
    session.plans.create(2025)

    text = printed(session, Q1)

    assert "Kế hoạch cải cách hành chính chưa có nhiệm vụ nào." in text
    assert "Kế hoạch không có nhiệm vụ nào thuộc các lĩnh vực cải cách." in text


def test_a_plan_without_sections_is_one_field(session):
    session.imports.write(session.imports.preview(draft_of(section("", drafted("Một"))), 2025))

    text = printed(session, Q1)

    assert "1. Các nhiệm vụ của Kế hoạch\n" in text
    assert "có 01 nhiệm vụ." in text


def test_an_empty_section_says_so(session):
    plan = draft_of(section("Một"), section("Hai", drafted("Việc")))
    session.imports.write(session.imports.preview(plan, 2025))

    assert "1. Một\nKế hoạch không có nhiệm vụ thuộc lĩnh vực này.\n" in printed(session, Q1)


def test_without_agencies_difficulties_are_told_with_the_task(session):
    plan = draft_of(section("A", drafted("Việc khó", lead="")))
    session.imports.write(session.imports.preview(plan, 2025))
    say(session, Q1, "Việc khó", difficulties="Chưa rõ.")

    text = printed(session, Q1)

    assert "- Nhiệm vụ “Việc khó”: Chưa rõ.\n" in text
    assert "cơ quan, đơn vị chủ trì có kết quả" not in text


def test_words_of_officers_with_braces_and_tags_stay_words(session):
    add_communes(session)
    plan = draft_of(section("A {x}", drafted("Việc {0} <b>đậm</b>")))
    session.imports.write(session.imports.preview(plan, 2025))
    say(session, Q1, "Việc {0} đậm", result='Đã làm {whole.done} <f code="x">9</f> & xong')

    text = printed(session, Q1)

    assert "1. A {x}\n" in text
    assert '- Việc {0} đậm: Đã làm {whole.done} <f code="x">9</f> & xong.' in text
    report = session.reports.find(Q1)
    assert printed(session, Q1) == "".join(f"{p.printed}\n" for p in report.paragraphs)


def test_a_huge_plan_names_some_and_counts_all(session):
    tasks = [drafted(f"Nhiệm vụ {n}", deadline="Tháng 01/2025") for n in range(1200)]
    session.imports.write(session.imports.preview(draft_of(section("A", *tasks)), 2025))
    for n in range(15):
        prove(session, Q1, f"Nhiệm vụ {n}", f"{n + 1}/KH-UBND", "2025-02-03")

    text = printed(session, Q1)

    assert "có 1.200 nhiệm vụ. Tính đến ngày 14/3/2025, đã hoàn thành 0/1.200 nhiệm vụ" in text
    assert "gồm: 15 kế hoạch (số 1/KH-UBND ngày 03/02/2025; " in text
    assert " và 05 văn bản khác)." in text


@pytest.mark.parametrize(
    ("title", "heading"),
    [
        ("CẢI CÁCH THỂ CHẾ", "Cải cách thể chế"),
        ("CẢI CÁCH TTHC VÀ CNTT", "Cải cách TTHC và CNTT"),
        (
            "XÂY DỰNG VÀ PHÁT TRIỂN CHÍNH QUYỀN ĐIỆN TỬ, CHÍNH QUYỀN SỐ",
            "Xây dựng và phát triển Chính quyền điện tử, Chính quyền số",
        ),
        ("Cải cách Thể chế", "Cải cách Thể chế"),
        ("", ""),
    ],
)
def test_a_title_in_capitals_is_written_small(title, heading):
    assert section_title(title, report_data().known_titles) == heading


@pytest.mark.parametrize(
    ("level", "parent", "name", "recipient"),
    [
        ("district", "Ủy ban nhân dân tỉnh A", "Ủy ban nhân dân huyện B",
         "Ủy ban nhân dân tỉnh A (qua Sở Nội vụ)"),
        ("commune", "Ủy ban nhân dân huyện B", "Uỷ ban nhân dân xã C",
         "Ủy ban nhân dân huyện B (qua Phòng Nội vụ)"),
        ("commune", "Ủy ban nhân dân tỉnh A", "UBND xã C",
         "Ủy ban nhân dân tỉnh A (qua Sở Nội vụ)"),
        ("district", "Ủy ban nhân dân huyện B", "Phòng Nội vụ", "Ủy ban nhân dân huyện B"),
        ("province", "", "Ủy ban nhân dân tỉnh A", "Bộ Nội vụ"),
        ("province", "Ủy ban nhân dân tỉnh A", "Sở Nội vụ", "Ủy ban nhân dân tỉnh A"),
        ("district", "", "Phòng Nội vụ", "cơ quan cấp trên"),
    ],
)  # fmt: skip
def test_the_usual_recipient_is_the_superior(level, parent, name, recipient):
    letterhead = Letterhead(LetterheadId(0), parent, name, "B")

    assert default_recipient(OfficeLevel(level), letterhead) == recipient


@pytest.mark.parametrize("level", OfficeLevel)
@pytest.mark.parametrize("day", [date(2021, 3, 14), date(2025, 7, 1), date(2025, 7, 2)])
def test_every_level_has_one_outline_on_any_day(level, day):
    outlines = [o for o in report_data().outlines.outlines if o.is_used(level, day)]

    assert len(outlines) == 1


def test_before_the_cut_off_a_report_says_how_things_stand_today(tmp_path, office_path):
    path = Path(shutil.copy(office_path, tmp_path / "sớm.cchc"))
    early = open_session(path, FixedClock(datetime(2025, 2, 20, 8, 0)))
    try:
        write_plan(early)
        text = printed(early, Q1)
    finally:
        early.close()

    assert "Tính đến ngày 20/02/2025, đã hoàn thành 0/06 nhiệm vụ, đạt 0%." in text
    assert "(hạn 31/01/2025, quá hạn 20 ngày; chủ trì: Phòng Nội vụ)" in text
    assert "- Rà soát văn bản (hạn 31/3/2025; chủ trì: Phòng Tư pháp)." in text
