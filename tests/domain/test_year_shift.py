"""Which years move with a plan, and which name something else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.year_shift import (
    ShiftReason,
    deadline_shifts,
    shifted,
    term_shifts,
    to_year,
    year_shifts,
)


def moved(text: str, find=year_shifts, delta: int = 1) -> str:
    """The text with the years moved that are beyond doubt."""
    sure = [shift for shift in find(text, 2024, delta) if shift.reason.is_sure]
    return shifted(RichText.plain(text), sure).text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Quý I/2024", "Quý I/2025"),
        ("Quý l /2024", "Quý l /2025"),
        ("Trước 10/12/2023", "Trước 10/12/2024"),
        ("Trước ngày 31/01/2025", "Trước ngày 31/01/2026"),
        ("Tháng 6, tháng 11/2024", "Tháng 6, tháng 11/2025"),
        ("Quý I và Quý III năm 2024", "Quý I và Quý III năm 2025"),
        ("6 tháng cuối năm 2024", "6 tháng cuối năm 2025"),
        ("Trước 15/12/24", "Trước 15/12/25"),
        ("Trong năm 2024", "Trong năm 2025"),
        (
            "Thường xuyên; báo cáo trước ngày 15/12/2024",
            "Thường xuyên; báo cáo trước ngày 15/12/2025",
        ),
    ],
)
def test_deadlines_of_the_plan_move(before, after):
    assert moved(before, deadline_shifts) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Kế hoạch cải cách hành chính năm 2024", "Kế hoạch cải cách hành chính năm 2025"),
        ("KẾ HOẠCH NĂM 2024", "KẾ HOẠCH NĂM 2025"),
        ("Kế hoạch năm 2024 (trước ngày 10/12/2023)", "Kế hoạch năm 2025 (trước ngày 10/12/2024)"),
        ("lập dự toán ngân sách năm 2025", "lập dự toán ngân sách năm 2026"),
        ("năm học 2023-2024", "năm học 2024-2025"),
    ],
)
def test_words_of_the_plan_year_move(before, after):
    assert moved(before) == after


@pytest.mark.parametrize(
    "text",
    [
        "theo hướng dẫn tại Công văn số 673/UBND-NV ngày 10/3/2024 của Ủy ban nhân dân huyện",
        "Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2024 của Chính phủ",
        "Chương trình hành động số 108-CTr/HU ngày 13/12/2023 của Ban Thường vụ Huyện ủy",
        "Thông tư số 12/2024/TT-BNV",
        "giai đoạn 2021-2025",
        "giai đoạn 2024 - 2030",
        "nhiệm kỳ 2020-2025",
        "từ năm 2021 đến năm 2024",
        "đến năm 2025, định hướng đến năm 2030",
        "đến năm 2024",
        "TCVN ISO 9001:2015",
        "Luật Tổ chức chính quyền địa phương năm 2015",
        "2.024 hồ sơ",
    ],
)
def test_what_names_something_else_is_not_even_proposed(text):
    assert year_shifts(text, 2024, 1) == ()
    assert deadline_shifts(text, 2024, 1) == ()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("khắc phục tồn tại năm 2023", ShiftReason.PREVIOUS_YEAR),
        ("so với năm 2023", ShiftReason.SINCE),
        ("đến hết năm 2024", ShiftReason.SINCE),
        ("Công văn ngày 05/02/2024 của Sở Nội vụ", ShiftReason.DOCUMENT_DAY),
        ("tuyên truyền Luật Đất đai năm 2024", ShiftReason.OF_LAW),
        ("Chỉ số CCHC 2024", ShiftReason.BARE),
        ("mục tiêu của năm 2025", ShiftReason.NEXT_YEAR),
    ],
)
def test_what_the_words_leave_open_is_offered_with_the_reason(text, reason):
    (shift,) = year_shifts(text, 2024, 1)
    assert shift.reason is reason
    assert not shift.reason.is_sure


def test_a_due_day_far_from_the_plan_is_in_doubt():
    (shift,) = deadline_shifts("Quý I/2026", 2024, 1)
    assert (shift.reason, shift.after) == (ShiftReason.OTHER_YEAR, "2027")


@pytest.mark.parametrize(
    ("text", "later"),
    [
        ("29/02/2024", "28/02/2025"),
        ("Trước ngày 29 tháng 02 năm 2024", "Trước ngày 28 tháng 02 năm 2025"),
        ("Quý I, II/2024", "Quý I, II/2025"),
        ("Quý I, quý III và quý IV/2024", "Quý I, quý III và quý IV/2025"),
        ("Q1/24", "Q1/25"),
        ("31.12.2024", "31.12.2025"),
    ],
)
def test_a_deadline_moves_whole_and_to_a_day_that_exists(text, later):
    shifts = deadline_shifts(text, 2024, 1)
    assert all(shift.reason.is_sure for shift in shifts)
    assert shifted(RichText.plain(text), shifts).text == later


def test_the_leap_day_stays_in_a_leap_year():
    assert [shift.after for shift in deadline_shifts("29/02/2024", 2024, 4)] == ["2028"]


def test_the_years_of_a_plan_for_several_become_those_of_the_next():
    words = "Kế hoạch giai đoạn 2021 - 2025 theo Nghị quyết giai đoạn 2021-2030"
    shifts = term_shifts(words, (2021, 2025), (2026, 2030), ShiftReason.PLAN_YEAR)
    assert shifted(RichText.plain(words), shifts).text == (
        "Kế hoạch giai đoạn 2026 - 2030 theo Nghị quyết giai đoạn 2021-2030"
    )


def test_styles_stay_when_years_move():
    text = RichText.from_markup("Kế hoạch <b>năm 2024</b> của huyện")
    assert shifted(text, year_shifts(text.text, 2024, 1)).markup == (
        "Kế hoạch <b>năm 2025</b> của huyện"
    )


def test_a_deadline_for_all_years_can_become_one_of_a_year():
    (shift,) = to_year("Giai đoạn 2021 - 2025", 2024)
    assert shifted(RichText.plain("Giai đoạn 2021 - 2025"), [shift]).text == "Năm 2024"
    assert to_year("Hằng năm, giai đoạn 2021-2025", 2024) == ()


_WORDS = st.sampled_from(
    ["Quý I/{0}", "Trước 10/12/{1}", "năm {0}", "tháng 3/{0}", "kế hoạch năm {0}", "ngày 15/6/{0}",
     "giai đoạn 2021-2025", "Công văn số 673/UBND-NV ngày 10/3/{0}", "đến năm 2030",
     "TCVN ISO 9001:2015", "; ", " và ", ". ", "thực hiện "]
)  # fmt: skip


@given(st.lists(_WORDS, max_size=8), st.integers(2018, 2034), st.integers(1, 4))
def test_a_shift_there_and_back_gives_the_same_words(pieces, year, delta):
    text = RichText.plain(" ".join(pieces).format(year, year - 1)).text
    for find in (year_shifts, deadline_shifts):
        there = [s for s in find(text, year, delta) if s.reason.is_sure]
        later = shifted(RichText.plain(text), there).text
        spans = {(s.start, s.end) for s in there}
        back = [s for s in find(later, year + delta, -delta) if (s.start, s.end) in spans]
        assert shifted(RichText.plain(later), back).text == text


@given(st.integers(1, 9999), st.integers(1, 28), st.integers(1, 12), st.integers(2020, 2026))
def test_the_date_of_a_cited_document_never_moves(number, day, month, year):
    cited = f"theo Quyết định số {number}/QĐ-UBND ngày {day:02}/{month}/{year} của tỉnh"
    assert year_shifts(cited, 2024, 1) == ()
