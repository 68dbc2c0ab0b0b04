"""Each check finds its example and is silent on the right one; a whole clean plan is silent."""

import random
import string
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc_desktop.domain.checks.finding import FindingPlace, FindingSeverity
from cchc_desktop.domain.checks.registry import all_checks, run_checks
from cchc_desktop.domain.plan import ParentDocument, TaskNumbering
from cchc_desktop.domain.rich_text import RichText
from tests.domain.checks.plans import (
    context,
    context_of,
    heading,
    plan_of,
    raw,
    section,
    task,
    words_of,
)
from tests.domain.checks.text_examples import ALL_FAILING as FAILING
from tests.domain.checks.text_examples import ALL_PASSING as PASSING

CHECKS = {check.code: check for check in all_checks()}


def cases(examples):
    return [
        pytest.param(code, example, id=f"{code}-{number}")
        for code, found in examples.items()
        for number, example in enumerate(found, 1)
    ]


def test_every_check_has_a_failing_and_a_passing_example():
    assert set(FAILING) == set(PASSING) == set(CHECKS)


def test_every_check_says_what_it_looks_for_with_an_example_and_its_source():
    for check in all_checks():
        module = __import__(check.find.__module__, fromlist=["x"])
        doc = _module_of(check.code).__doc__ or ""
        assert "Example:" in doc, module
        assert "Source:" in doc, module
        assert check.source


def _module_of(code):
    return __import__(f"cchc_desktop.domain.checks.rules.{code}", fromlist=["CHECK"])


@pytest.mark.parametrize(("code", "example"), cases(FAILING))
def test_a_defect_is_found_where_it_stands(code, example):
    plan, words = example

    found = list(CHECKS[code].run(plan))

    assert [words_of(finding, plan) for finding in found] == words
    assert {finding.code for finding in found} == {code}


@pytest.mark.parametrize(("code", "plan"), cases(PASSING))
def test_what_is_right_is_passed_over(code, plan):
    assert list(CHECKS[code].run(plan)) == []


def test_a_clean_plan_is_passed_over_by_all():
    plan = context(
        section(
            task("Ban hành kế hoạch cải cách hành chính năm 2024", "Kế hoạch", "Quý I/2024"),
            heading(
                "Kiểm tra công vụ",
                task("Kiểm tra định kỳ", cooperating="Phòng Tư pháp"),
                task("Kiểm tra đột xuất", deadline="Thường xuyên trong năm"),
            ),
        ),
        section(
            task("Thực hiện Nghị định số 62/2020/NĐ-CP ngày 01/6/2020 của Chính phủ"),
            title="CẢI CÁCH TỔ CHỨC BỘ MÁY",
        ),
        title="NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2024 CỦA HUYỆN HẠ LÂM",
        annex_number="I",
        number="395",
        issued_on=date(2023, 12, 29),
        issuer="Ủy ban nhân dân huyện Hạ Lâm",
    )

    assert run_checks(plan) == ()


def test_findings_come_in_printed_order():
    plan = context(
        task("kiểm tra  hồ sơ", lead="", deadline="Khẩn trương"),
        task("Lập kế hoạch , báo cáo"),
        title="NHIỆM VỤ NĂM 2023",
    )

    found = [(f.code, f.place.field) for f in run_checks(plan)]

    assert found == [
        ("title_year", "title"),
        ("sentence_capitals", "content"),
        ("double_space", "content"),
        ("deadline_not_understood", "deadline"),
        ("lead_missing", "lead"),
        ("space_before_sign", "content"),
    ]


def test_a_cell_set_by_hand_is_not_read_by_its_words():
    work = task(lead="Tổ công tác", deadline="Quý II/2023")
    by_hand = replace(
        work,
        lead=replace(work.lead, is_set_by_hand=True),
        deliverables=tuple(
            replace(d, deadline=replace(d.deadline, is_set_by_hand=True)) for d in work.deliverables
        ),
    )

    assert {f.code for f in run_checks(context(work))} == {"agency_unknown", "deadline_year"}
    assert run_checks(context(by_hand)) == ()


def test_the_successor_of_a_successor_is_named():
    found = list(CHECKS["agency_ended"].run(context(task(lead="Phòng Công Thương"))))

    assert found[0].params["successor"] == "Phòng Nội vụ"
    assert found[0].params["last_day"] == "30/06/2020"


def test_the_fingerprint_follows_the_words_and_not_the_row():
    first, second, other = (
        next(iter(CHECKS["space_before_sign"].run(context(task(words)))))
        for words in ("Lập sổ , báo cáo", "Lập sổ , báo cáo", "Lập sổ , kế hoạch")
    )

    assert first.place.row != second.place.row
    assert first.fingerprint == second.fingerprint != other.fingerprint


def test_two_slips_of_one_cell_have_two_fingerprints():
    found = list(CHECKS["space_before_sign"].run(context(task("A , b , c"))))

    assert len({finding.fingerprint for finding in found}) == 2


ODD = [
    "", " ", "(", "”", '"', "số", "số 12QĐ-UBND", "Quyết định số 12/KH-UBND ngày 99/99/9999",
    "năm 2023", "ngày 31/02/2024", "100%", "gồm 12 xã: 5 x, 6 y", "TTĐT", "(ABC)", "1.", "a)",
    "Phòng Nội vụ", "các phòng: ", "Uỷ", "hoá", "İ", "\u0301", "q\u0309", "ẞ", "\n", "\x00", "①",
    "Quý I/2024", "Trước 10/12 năm trước", "/2024", "99999999999999999999%", "(1) (3)", "<b>",
    "0/0/0000", "năm 0000", "hàng năm", "Hằng năm", "١٢٣", "²%", "12²/KH-UBND", "đạt ٣٠٠% hồ sơ",
]  # fmt: skip
words = st.lists(
    st.one_of(st.sampled_from(ODD), st.text(max_size=12), st.sampled_from(string.punctuation)),
    max_size=8,
).map(" ".join)


@st.composite
def odd_tasks(draw, depth=0):
    return task(
        draw(words), draw(words), draw(words), draw(words), draw(words), draw(words),
        more=draw(st.lists(st.tuples(words, words), max_size=2)),
        subtasks=draw(st.lists(odd_tasks(depth=1), max_size=2)) if depth == 0 else (),
    )  # fmt: skip


odd_parents = st.builds(ParentDocument, words, words, words, st.none() | st.dates(), words)


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.tuples(st.lists(odd_tasks(), max_size=3), words), max_size=3),
    odd_parents,
    words,
    words,
    st.integers(1990, 2200),
)
def test_no_plan_makes_a_check_fail_and_every_place_exists(parts, parent, title, annex, year):
    plan = plan_of(*(section(*tasks, title=words) for tasks, words in parts), year=year)
    plan = replace(
        plan,
        title=title,
        annex_number=annex,
        parent_document=parent,
        task_numbering=TaskNumbering.CONTINUOUS,
    )
    looked_at = context_of(plan, previous=replace(plan, year=year - 1))
    rows = {row.key: row for row in looked_at.rows}

    found = run_checks(looked_at)

    for finding in found:
        assert finding.place.row is None or finding.place.row in rows
        assert isinstance(finding.severity, FindingSeverity)
        assert finding.fingerprint
        if finding.place.span:
            start, end = finding.place.span
            assert 0 <= start < end
            assert len(words_of(finding, looked_at)) == end - start
    assert run_checks(context_of(plan, previous=looked_at.previous)) == found


def test_words_that_only_styles_part_are_read_as_one():
    styled = RichText.from_markup("Kế hoạch chuyên <b>đổi</b> số")
    work = replace(task(), content=styled)

    assert [f.code for f in run_checks(context(work))] == ["spelling_slips"]


def test_the_order_of_checks_does_not_matter():
    plan = context(task("kiểm tra  hồ sơ , năm 2023", lead="phòng nội vụ"), title="NĂM 2022")
    shuffled = list(all_checks())
    random.Random(5).shuffle(shuffled)

    assert run_checks(plan, shuffled) == run_checks(plan)


def test_an_empty_plan_is_passed_over():
    assert run_checks(context()) == ()
    assert FindingPlace().row is None
    assert raw("").text == ""
