"""Reports: kept, edited, brought up to the data, and never changed behind the officer's back."""

from datetime import datetime

import pytest

from cchc_desktop.domain.clock import FixedClock
from cchc_desktop.domain.errors import (
    InvalidValue,
    MoveNotPossible,
    PeriodClosed,
    PeriodUnknown,
    PlanMissing,
    RecordMissing,
)
from cchc_desktop.domain.period import PeriodKey
from cchc_desktop.domain.report_changes import WordFate
from cchc_desktop.domain.rich_text import RichText
from tests.services.conftest import rich
from tests.services.report_plans import H1, Q1, YEAR, record_year, say, work, write_plan

PLAN_TEXT = "direction.plan.text"


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2026, 1, 5, 8, 0))


@pytest.fixture
def reports(session):
    write_plan(session)
    return session.reports


def words(reports, code, key=Q1):
    return reports.find(key).find(code).text.text


def codes(reports, key=Q1):
    return [p.code for p in reports.find(key).paragraphs]


def test_the_first_opening_keeps_the_draft_in_one_step(session, reports):
    report = reports.open(Q1)

    assert reports.find(Q1) == report
    assert session.history.entries(1)[0].label == "open_report"
    session.history.undo()
    assert reports.find(Q1) is None


def test_opening_again_changes_nothing(session, reports):
    first = reports.open(Q1)
    say(session, Q1, "Ban hành kế hoạch năm", done="2025-01-20")

    assert reports.open(Q1) == first


def test_nothing_is_out_of_date_after_opening(reports):
    reports.open(Q1)

    assert reports.out_of_date(Q1) == ()


def test_new_progress_makes_the_paragraphs_it_touches_out_of_date(session, reports):
    reports.open(Q1)
    say(session, Q1, "Ban hành kế hoạch năm", done="2025-01-20")

    late = {item.paragraph.code: item for item in reports.out_of_date(Q1)}

    assert {PLAN_TEXT, "direction.work.text", "assessment.strengths.text"} <= set(late)
    assert "closing" not in late
    changes = late[PLAN_TEXT].changes
    assert "0/06" in "".join(c.text for c in changes if c.fate is WordFate.GONE)
    assert "01/06" in "".join(c.text for c in changes if c.fate is WordFate.NEW)


def test_refresh_brings_what_is_not_edited_up_in_one_step(session, reports):
    before = reports.open(Q1)
    say(session, Q1, "Ban hành kế hoạch năm", done="2025-01-20")

    reports.refresh(Q1)

    assert "đã hoàn thành 01/06 nhiệm vụ" in words(reports, PLAN_TEXT)
    assert reports.out_of_date(Q1) == ()
    session.history.undo()
    assert reports.find(Q1) == before


def test_edited_words_never_change_by_themselves(session, reports):
    reports.open(YEAR)
    reports.save_paragraph(YEAR, PLAN_TEXT, rich("Lời của <b>tôi</b>."))
    reports.save_paragraph(YEAR, "results", rich("Kết quả từng lĩnh vực"))

    record_year(session)
    reports.refresh(YEAR)

    kept = reports.find(YEAR).find(PLAN_TEXT)
    assert kept.text.words == rich("Lời của <b>tôi</b>.")
    assert kept.is_edited
    assert words(reports, "results", YEAR) == "Kết quả từng lĩnh vực"
    assert [i.paragraph.code for i in reports.out_of_date(YEAR)] == [PLAN_TEXT]


def test_words_equal_to_the_draft_are_no_edit(reports):
    drafted = reports.open(Q1).find(PLAN_TEXT)
    reports.save_paragraph(Q1, PLAN_TEXT, rich("Khác"))
    reports.save_paragraph(Q1, PLAN_TEXT, drafted.text.words)

    kept = reports.find(Q1).find(PLAN_TEXT)
    assert not kept.is_edited
    assert kept.text.marks == drafted.text.marks


def test_figures_left_alone_in_an_edit_stay_known_and_are_told_when_they_change(session, reports):
    text = reports.open(Q1).find(PLAN_TEXT).text.text
    reports.save_paragraph(Q1, PLAN_TEXT, RichText.plain("Nhìn chung: " + text))
    say(session, Q1, "Ban hành kế hoạch năm", done="2025-01-20")

    (item,) = (i for i in reports.out_of_date(Q1) if i.paragraph.code == PLAN_TEXT)

    stale = {s.mark.code: (s.printed, s.now and s.now.text) for s in item.stale}
    assert stale["whole.done"] == ("0", "01")
    (gone,) = (code for code, (_, now) in stale.items() if now is None)
    assert gone.endswith(".days_late")
    assert words(reports, PLAN_TEXT) == "Nhìn chung: " + text


def test_a_figure_written_over_is_the_officers(session, reports):
    reports.open(Q1)
    text = words(reports, PLAN_TEXT).replace("có 06 nhiệm vụ", "có 07 nhiệm vụ")
    reports.save_paragraph(Q1, PLAN_TEXT, RichText.plain(text))

    marks = {m.code for m in reports.find(Q1).find(PLAN_TEXT).text.marks}

    assert "whole.total" not in marks
    assert "whole.done" in marks


def test_figures_are_brought_up_without_touching_the_words(session, reports):
    reports.open(Q1)
    mine = RichText.plain("Nói gọn. " + words(reports, PLAN_TEXT))
    reports.save_paragraph(Q1, PLAN_TEXT, mine)
    say(session, Q1, "Ban hành kế hoạch năm", done="2025-01-20")

    reports.update_figures(Q1, PLAN_TEXT)

    text = words(reports, PLAN_TEXT)
    assert text.startswith("Nói gọn. Kế hoạch")
    assert "đã hoàn thành 01/06 nhiệm vụ, đạt 16,67%" in text
    (item,) = (i for i in reports.out_of_date(Q1) if i.paragraph.code == PLAN_TEXT)
    # What is told of a task that is late no more has no figure to bring it up to.
    assert [s.now for s in item.stale] == [None]


def test_keeping_the_words_settles_the_draft_and_leaves_old_figures_marked(session, reports):
    text = reports.open(Q1).find(PLAN_TEXT).text.text
    reports.save_paragraph(Q1, PLAN_TEXT, RichText.plain(text + " Thêm."))
    say(session, Q1, "Ban hành kế hoạch năm", done="2025-01-20")

    reports.keep_words(Q1, PLAN_TEXT)

    (item,) = (i for i in reports.out_of_date(Q1) if i.paragraph.code == PLAN_TEXT)
    assert not item.is_draft_changed
    assert item.stale
    assert words(reports, PLAN_TEXT) == text + " Thêm."


def test_taking_the_draft_gives_up_the_own_words(session, reports):
    reports.open(Q1)
    reports.save_paragraph(Q1, PLAN_TEXT, rich("Lời của tôi"))
    say(session, Q1, "Ban hành kế hoạch năm", done="2025-01-20")

    reports.take_draft(Q1, PLAN_TEXT)

    kept = reports.find(Q1).find(PLAN_TEXT)
    assert "01/06" in kept.text.text
    assert not kept.is_edited


def test_a_paragraph_taken_out_stays_out_and_can_come_back(session, reports):
    reports.open(Q1)
    reports.delete_paragraph(Q1, "direction.orders.text")
    reports.save_paragraph(Q1, "direction.orders", RichText())
    say(session, Q1, "Ban hành kế hoạch năm", done="2025-01-20")
    reports.refresh(Q1)

    report = reports.find(Q1)
    assert "direction.orders" not in codes(reports)
    assert {p.code for p in report.removed} == {"direction.orders", "direction.orders.text"}
    assert report.find("direction.initiatives").text.text.startswith("Mô hình")
    numbers = [p.printed for p in report.paragraphs if p.code == "direction.initiatives"]
    assert numbers == ["5. Mô hình, sáng kiến cải cách hành chính"]

    reports.take_draft(Q1, "direction.orders.text")
    assert (
        words(reports, "direction.orders.text")
        == "Trong kỳ chưa ghi nhận nhiệm vụ được giao riêng."
    )


def test_own_paragraphs_are_added_moved_and_deleted(reports):
    reports.open(Q1)
    reports.add_paragraph(Q1, "direction.work.text", rich("Đã họp giao ban."))
    reports.add_paragraph(Q1, "own.1", rich("Mục thêm"), level=3)

    place = codes(reports).index("direction.work.text")
    assert codes(reports)[place + 1 : place + 3] == ["own.1", "own.2"]
    assert reports.find(Q1).paragraphs[place + 2].printed == "a) Mục thêm"

    reports.move_paragraph(Q1, "own.1", "opening")
    assert codes(reports)[2] == "own.1"
    reports.set_level(Q1, "own.1", 2)
    reports.delete_paragraph(Q1, "own.1")
    reports.save_paragraph(Q1, "own.2", RichText())
    assert not any(code.startswith("own.") for code in codes(reports))
    assert not reports.find(Q1).removed


def test_a_heading_moves_with_what_stands_below_it(reports):
    reports.open(Q1)

    reports.move_paragraph(Q1, "direction.publicity", "direction.initiatives.text")

    place = codes(reports).index("direction.initiatives.text")
    moved = ["direction.publicity", "direction.publicity.text", "results"]
    assert codes(reports)[place + 1 : place + 4] == moved


def test_the_order_the_officer_chose_outlives_a_refresh(session, reports):
    reports.open(Q1)
    reports.move_paragraph(Q1, "direction.publicity", "direction.initiatives.text")
    order = codes(reports)
    say(session, Q1, "Rà soát văn bản", difficulties="Thiếu người", proposals="Thêm người")

    reports.refresh(Q1)

    assert [c for c in codes(reports) if c in order] == order
    assert codes(reports)[-3:] == ["proposals", "proposals.all.text", "closing"]


def test_what_is_drafted_no_more_goes_unless_it_was_edited(session, reports):
    say(session, Q1, "Rà soát văn bản", proposals="Thêm người")
    reports.open(Q1)
    reports.save_paragraph(Q1, "proposals", rich("Kiến nghị"))
    say(session, Q1, "Rà soát văn bản", proposals="")

    reports.refresh(Q1)

    assert "proposals.all.text" not in codes(reports)
    assert "proposals" in codes(reports)
    (item,) = reports.out_of_date(Q1)
    assert item.paragraph.code == "proposals"
    assert not item.draft
    reports.take_draft(Q1, "proposals")
    assert "proposals" not in codes(reports)


def test_one_new_paragraph_can_be_taken_in_alone(session, reports):
    reports.open(Q1)
    say(session, Q1, "Rà soát văn bản", proposals="Thêm người")
    stale = words(reports, PLAN_TEXT)

    reports.take_draft(Q1, "proposals.all.text")

    assert "proposals" not in codes(reports)
    assert codes(reports)[-2:] == ["proposals.all.text", "closing"]
    assert words(reports, PLAN_TEXT) == stale


def test_details_are_followed_by_the_first_and_last_sentence(session, reports):
    reports.open(Q1)
    reports.set_details(Q1, "Công văn số 15/SNV-CCHC", "Sở Nội vụ tỉnh A.")

    assert words(reports, "opening").startswith("Thực hiện Công văn số 15/SNV-CCHC, Ủy ban")
    assert words(reports, "closing").endswith("kính gửi Sở Nội vụ tỉnh A để tổng hợp./.")
    assert reports.find(Q1).recipient == "Sở Nội vụ tỉnh A"
    assert reports.out_of_date(Q1) == ()
    reports.set_details(Q1, "", "Sở Nội vụ")
    assert words(reports, "opening").startswith("Ủy ban nhân dân huyện B báo cáo")
    session.history.undo()
    assert reports.find(Q1).guidance == "Công văn số 15/SNV-CCHC"


def test_the_own_first_sentence_survives_new_details(reports):
    reports.open(Q1)
    reports.save_paragraph(Q1, "opening", rich("Kính báo cáo:"))
    reports.set_details(Q1, "Công văn khác", "Sở Nội vụ")

    assert words(reports, "opening") == "Kính báo cáo:"


def test_a_closed_period_can_be_read_and_not_written(session, reports):
    reports.open(Q1)
    session.periods.close(Q1)

    assert reports.open(Q1).paragraphs
    for write in (
        lambda: reports.save_paragraph(Q1, PLAN_TEXT, rich("x")),
        lambda: reports.add_paragraph(Q1, PLAN_TEXT, rich("x")),
        lambda: reports.delete_paragraph(Q1, PLAN_TEXT),
        lambda: reports.move_paragraph(Q1, PLAN_TEXT, "opening"),
        lambda: reports.set_level(Q1, PLAN_TEXT, 1),
        lambda: reports.refresh(Q1),
        lambda: reports.take_draft(Q1, PLAN_TEXT),
        lambda: reports.keep_words(Q1, PLAN_TEXT),
        lambda: reports.update_figures(Q1, PLAN_TEXT),
        lambda: reports.set_details(Q1, "", "x"),
    ):
        with pytest.raises(PeriodClosed):
            write()


def test_a_closed_period_without_a_report_is_drafted_and_not_kept(session, reports):
    session.periods.close(Q1)

    report = reports.open(Q1)

    assert report.id is None
    assert report.paragraphs
    assert reports.check(Q1).out_of_date == ()
    assert reports.find(Q1) is None


@pytest.mark.parametrize(
    ("act", "error"),
    [
        (lambda r: r.save_paragraph(Q1, "title", RichText()), InvalidValue),
        (lambda r: r.delete_paragraph(Q1, "title"), InvalidValue),
        (lambda r: r.move_paragraph(Q1, "title", "closing"), MoveNotPossible),
        (lambda r: r.move_paragraph(Q1, "direction", PLAN_TEXT), MoveNotPossible),
        (lambda r: r.move_paragraph(Q1, PLAN_TEXT, "nowhere"), RecordMissing),
        (lambda r: r.save_paragraph(Q1, "nowhere", rich("x")), RecordMissing),
        (lambda r: r.add_paragraph(Q1, "opening", RichText()), InvalidValue),
        (lambda r: r.add_paragraph(Q1, "opening", rich("x"), 4), InvalidValue),
        (lambda r: r.set_level(Q1, "opening", 1), InvalidValue),
        (lambda r: r.take_draft(Q1, "nowhere"), RecordMissing),
        (lambda r: r.set_details(Q1, "", "  "), InvalidValue),
        (lambda r: r.explain(Q1, "whole.nothing"), RecordMissing),
        (lambda r: r.open(PeriodKey(2024, "quarter-1")), PlanMissing),
        (lambda r: r.open(PeriodKey(2025, "quarter-9")), PeriodUnknown),
    ],
)
def test_what_cannot_be_done_is_refused_and_changes_nothing(reports, act, error):
    before = reports.open(Q1)

    with pytest.raises(error):
        act(reports)

    assert reports.find(Q1) == before


def test_a_report_survives_reopening_the_file(session, reports, clock):
    from cchc_desktop.services.session import open_session

    record_year(session)
    reports.open(H1)
    reports.save_paragraph(H1, PLAN_TEXT, rich("A & B <i>nghiêng</i> < 5"))
    before = reports.find(H1)
    session.close()

    again = open_session(session.path, clock)
    try:
        assert again.reports.find(H1) == before
    finally:
        again.close()


def test_deleting_a_section_of_the_plan_takes_its_paragraphs_along(session, reports):
    reports.open(Q1)
    plan = session.plans.load_year(2025)
    ref = work(session, Q1, "Rà soát văn bản")
    assert ref
    code = f"field.{plan.sections[1].id}"
    assert code in codes(reports)
    session.plans.delete(plan.id)
    session.plans.create(2025)

    reports.refresh(Q1)

    assert code not in codes(reports)
    assert "results.field.none" in codes(reports)
