"""Every wording of a deadline that was seen or is natural, with what it means."""

import re
import unicodedata
from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.deadline import DeadlineKind, DeadlineReading, Recurrence
from cchc_desktop.domain.deadline_reading import understand_deadline

YEAR = 2026
D, R, E, U = (
    DeadlineKind.DATED,
    DeadlineKind.RECURRING,
    DeadlineKind.EVENT,
    DeadlineKind.UNRECOGNISED,
)

# What a plan of 2026 means by it: milestones as "start..due" or "due", in order.
DATED = [
    ("Quý I/2024", "2024-01-01..2024-03-31"),
    ("Quý I /2024", "2024-01-01..2024-03-31"),
    ("Quý I/ 2024", "2024-01-01..2024-03-31"),
    ("QUÝ IV/2026", "2026-10-01..2026-12-31"),
    ("Quí I/2026", "2026-01-01..2026-03-31"),
    ("Quý l/2024", "2024-01-01..2024-03-31"),
    ("Quý \u2161/2026", "2026-04-01..2026-06-30"),
    ("Quý III", "2026-07-01..2026-09-30"),
    ("quý 1 năm 2026", "2026-01-01..2026-03-31"),
    ("Quý 4-2026", "2026-10-01..2026-12-31"),
    ("Trong quý I năm 2026", "2026-01-01..2026-03-31"),
    ("Q.I", "2026-01-01..2026-03-31"),
    ("Q1/2026", "2026-01-01..2026-03-31"),
    ("QII/2026", "2026-04-01..2026-06-30"),
    ("Quý I/26", "2026-01-01..2026-03-31"),
    ("Quý II, III", "2026-04-01..2026-06-30 2026-07-01..2026-09-30"),
    ("Quý III, IV/2024", "2024-07-01..2024-09-30 2024-10-01..2024-12-31"),
    ("Quý I, Quý III/2024", "2024-01-01..2024-03-31 2024-07-01..2024-09-30"),
    ("Quý I và Quý III năm 2024", "2024-01-01..2024-03-31 2024-07-01..2024-09-30"),
    ("Quý I; Quý III", "2026-01-01..2026-03-31 2026-07-01..2026-09-30"),
    ("Quý I\nQuý III", "2026-01-01..2026-03-31 2026-07-01..2026-09-30"),
    ("Quý IV, Quý I/2027", "2026-10-01..2026-12-31 2027-01-01..2027-03-31"),
    ("Quý I-II/2026", "2026-01-01..2026-06-30"),
    ("Từ Quý II đến Quý IV/2026", "2026-04-01..2026-12-31"),
    ("Quý IV/2025 - Quý I/2026", "2025-10-01..2026-03-31"),
    ("Quý IV năm trước", "2025-10-01..2025-12-31"),
    ("Quý I năm sau", "2027-01-01..2027-03-31"),
    ("Quý I hằng năm", "2026-01-01..2026-03-31"),
    ("Đến hết quý III/2026", "2026-09-30"),
    ("Cuối quý II/2026", "2026-06-30"),
    ("Trước quý II/2026", "2026-03-31"),
    ("Hoàn thành trong quý I và quý II", "2026-01-01..2026-03-31 2026-04-01..2026-06-30"),
    ("6 tháng đầu năm", "2026-01-01..2026-06-30"),
    ("06 tháng đầu năm 2025", "2025-01-01..2025-06-30"),
    ("sáu tháng đầu năm", "2026-01-01..2026-06-30"),
    ("6 tháng cuối năm", "2026-07-01..2026-12-31"),
    ("trong 6 tháng cuối năm 2026", "2026-07-01..2026-12-31"),
    ("9 tháng", "2026-01-01..2026-09-30"),
    ("9 tháng đầu năm 2026", "2026-01-01..2026-09-30"),
    ("3 tháng đầu năm", "2026-01-01..2026-03-31"),
    ("3 tháng cuối năm", "2026-10-01..2026-12-31"),
    ("Tháng 7/2026", "2026-07-01..2026-07-31"),
    ("tháng 12", "2026-12-01..2026-12-31"),
    ("Tháng 2/2024", "2024-02-01..2024-02-29"),
    ("trong tháng 01/2026", "2026-01-01..2026-01-31"),
    ("tháng 3 năm 2026", "2026-03-01..2026-03-31"),
    ("tháng 3/26", "2026-03-01..2026-03-31"),
    ("T7/2026", "2026-07-01..2026-07-31"),
    ("Tháng Bảy", "2026-07-01..2026-07-31"),
    ("Tháng Năm", "2026-05-01..2026-05-31"),
    ("xong trong tháng 11", "2026-11-01..2026-11-30"),
    ("Cuối tháng 3/2026", "2026-03-31"),
    ("Trước tháng 6/2026", "2026-05-31"),
    ("Đến tháng 6/2026", "2026-06-30"),
    ("07/2026", "2026-07-01..2026-07-31"),
    ("tháng 03, 6, 9", "2026-03-01..2026-03-31 2026-06-01..2026-06-30 2026-09-01..2026-09-30"),
    ("tháng 3 và tháng 9/2025", "2025-03-01..2025-03-31 2025-09-01..2025-09-30"),
    ("Tháng 6 và tháng 12 hằng năm", "2026-06-01..2026-06-30 2026-12-01..2026-12-31"),
    (
        "Tháng 01/2026, 6/2026, 8/2026",
        "2026-01-01..2026-01-31 2026-06-01..2026-06-30 2026-08-01..2026-08-31",
    ),
    (
        "- Kế hoạch: tháng 01/2026;\n- Tự kiểm tra: tháng 6/2026;\n- Khắc phục: tháng 8/2026",
        "2026-01-01..2026-01-31 2026-06-01..2026-06-30 2026-08-01..2026-08-31",
    ),
    ("Từ tháng 3 đến tháng 9/2026", "2026-03-01..2026-09-30"),
    ("tháng 3 - 9/2026", "2026-03-01..2026-09-30"),
    ("từ tháng 10 đến tháng 3/2026", "2025-10-01..2026-03-31"),
    ("từ 01/10/2025 đến tháng 3/2026", "2025-10-01..2026-03-31"),
    ("Từ ngày 01/3 đến ngày 30/6/2026", "2026-03-01..2026-06-30"),
    ("Từ ngày 15 đến ngày 20/3/2026", "2026-03-15..2026-03-20"),
    ("từ nay đến 31/12/2026", "2026-12-31"),
    ("Ban hành kế hoạch trong tháng 01/2026 và tổ chức thực hiện", "2026-01-01..2026-01-31"),
    ("15/3/2024", "2024-03-15"),
    ("15 / 3 / 2024", "2024-03-15"),
    ("15.3.2024", "2024-03-15"),
    ("15-3-2024", "2024-03-15"),
    ("15/3/24", "2024-03-15"),
    ("30/06/2026", "2026-06-30"),
    ("12/12", "2026-12-12"),
    ("29/02/2024", "2024-02-29"),
    ("ngày 30-6", "2026-06-30"),
    ("ngày 15 tháng 3 năm 2024", "2024-03-15"),
    ("ngày 15 tháng 3", "2026-03-15"),
    ("Trước ngày 15 tháng 3 hằng năm", "2026-03-15"),
    ("hoàn thành trước 30/6", "2026-06-30"),
    ("chậm nhất ngày 15/01/2026", "2026-01-15"),
    ("Ban hành kế hoạch chậm nhất là ngày 15/01/2026", "2026-01-15"),
    ("Trước ngày 25/12/2026.", "2026-12-25"),
    ("Trước 10/12 năm trước", "2025-12-10"),
    ("Trước 10/12 năm trước liền kề", "2025-12-10"),
    ("trước ngày 31/01 năm liền kề", "2027-01-31"),
    ("Trước ngày 15/02 năm sau", "2027-02-15"),
    ("Trước 31/12 hàng năm", "2026-12-31"),
    ("Hằng năm, trước ngày 15/12", "2026-12-15"),
    ("Trước 31/3, 30/6, 30/9, 31/12", "2026-03-31 2026-06-30 2026-09-30 2026-12-31"),
    ("Trước ngày 20/3, 20/6 và 20/12 hằng năm", "2026-03-20 2026-06-20 2026-12-20"),
    ("Trước 15/6; trước 15/12", "2026-06-15 2026-12-15"),
    ("20/12, 10/01 năm sau", "2026-12-20 2027-01-10"),
    ("Báo cáo quý I trước ngày 10/4/2026", "2026-04-10"),
    ("Báo cáo năm 2025 trước 15/01/2026", "2026-01-15"),
    ("Trong năm 2026", "2026-01-01..2026-12-31"),
    ("Năm 2026", "2026-01-01..2026-12-31"),
    ("2026", "2026-01-01..2026-12-31"),
    ("Cả năm", "2026-01-01..2026-12-31"),
    ("Trong năm", "2026-01-01..2026-12-31"),
    ("Hoàn thành 100% trong năm 2026", "2026-01-01..2026-12-31"),
    ("Cuối năm 2026", "2026-12-31"),
    ("Đến năm 2025", "2025-12-31"),
    ("2024-2025", "2024-01-01..2025-12-31"),
    ("2024 – 2025", "2024-01-01..2025-12-31"),
    ("Năm 2024-2025", "2024-01-01..2025-12-31"),
    ("Năm 2025, 2026", "2025-01-01..2025-12-31 2026-01-01..2026-12-31"),
    ("Trong nhiệm kỳ 2021-2026", "2021-01-01..2026-12-31"),
    ("Trước ngày 15/6 (6 tháng); trước 15/12 (năm)", "2026-06-15 2026-12-15"),
    ("Trước 17 giờ ngày 20/12/2026", "2026-12-20"),
    ("Giai đoạn 2021-2025", "2021-01-01..2025-12-31"),
    ("Từ năm 2024 đến năm 2026", "2024-01-01..2026-12-31"),
    ("Năm 2026: Quý I, Quý III", "2026-01-01..2026-03-31 2026-07-01..2026-09-30"),
    ("Trong năm 2026, hoàn thành trước 30/6", "2026-06-30"),
    ("Việc giao tại Quyết định số 12/QĐ-UBND ngày 05/01/2024 xong trước 30/6", "2026-06-30"),
    # An explicit date outranks a rhythm or a condition.
    ("Thường xuyên; báo cáo trước 15/12", "2026-12-15"),
    ("Ban hành trước ngày 15/01/2026; thực hiện thường xuyên trong năm", "2026-01-15"),
    ("Sau khi có văn bản của tỉnh, hoàn thành trước ngày 30/6/2026", "2026-06-30"),
    ("Quý III/2026 (sau khi có hướng dẫn của tỉnh)", "2026-07-01..2026-09-30"),
    ("Trước 15/12 hoặc khi có yêu cầu", "2026-12-15"),
    ("Hoàn thành trong tháng 6/2026 theo Kế hoạch số 5/KH-UBND", "2026-06-01..2026-06-30"),
]

RECURRING = [
    ("Thường xuyên", Recurrence.CONTINUOUS, None),
    ("Thường xuyên trong năm", Recurrence.CONTINUOUS, None),
    ("Thường xuyên trong năm 2026", Recurrence.CONTINUOUS, None),
    ("Thường xuyên hàng năm", Recurrence.CONTINUOUS, None),
    ("Thường xuyên – theo nhu cầu trong năm", Recurrence.CONTINUOUS, None),
    ("Thường xuyên, liên tục", Recurrence.CONTINUOUS, None),
    ("Thường xuyên, đột xuất", Recurrence.CONTINUOUS, None),
    ("Hằng ngày", Recurrence.CONTINUOUS, None),
    ("Định kỳ", Recurrence.CONTINUOUS, None),
    ("Từ tháng 3/2026", Recurrence.CONTINUOUS, None),
    ("Thường xuyên trong tháng", Recurrence.MONTHLY, None),
    ("Định kỳ hằng tháng", Recurrence.MONTHLY, None),
    ("Định kì hàng tháng", Recurrence.MONTHLY, None),
    ("Hằng tháng, hằng quý", Recurrence.MONTHLY, None),
    ("01 lần/tháng", Recurrence.MONTHLY, None),
    ("ngày 20 hằng tháng", Recurrence.MONTHLY, 20),
    ("Trước ngày 25 hàng tháng", Recurrence.MONTHLY, 25),
    ("Hằng tháng, trước ngày 25", Recurrence.MONTHLY, 25),
    ("Trước ngày 05 của tháng liền kề", Recurrence.MONTHLY, 5),
    ("Trước ngày 05 tháng sau", Recurrence.MONTHLY, 5),
    ("Ngày 15, 30 hằng tháng", Recurrence.MONTHLY, None),
    ("Hằng quý", Recurrence.QUARTERLY, None),
    ("hàng quý", Recurrence.QUARTERLY, None),
    ("Hằng quý năm 2026", Recurrence.QUARTERLY, None),
    ("01 lần/quý", Recurrence.QUARTERLY, None),
    ("03 tháng/lần", Recurrence.QUARTERLY, None),
    ("Trước ngày 15 tháng cuối quý", Recurrence.QUARTERLY, None),
    ("Quý I, 6 tháng, Quý III, năm", Recurrence.QUARTERLY, None),
    ("Định kỳ Quý I, 6 tháng, Quý III, năm", Recurrence.QUARTERLY, None),
    ("Định kỳ hằng quý hoặc khi có yêu cầu", Recurrence.QUARTERLY, None),
    ("Định kỳ 6 tháng, năm", Recurrence.HALF_YEARLY, None),
    ("6 tháng, năm", Recurrence.HALF_YEARLY, None),
    ("6 tháng/lần", Recurrence.HALF_YEARLY, None),
    ("02 lần/năm", Recurrence.HALF_YEARLY, None),
    ("Hằng năm", Recurrence.YEARLY, None),
    ("hàng năm", Recurrence.YEARLY, None),
    ("mỗi năm một lần", Recurrence.YEARLY, None),
    ("Hằng năm và giai đoạn", Recurrence.YEARLY, None),
    ("Hằng năm, giai đoạn 2021-2025", Recurrence.YEARLY, None),
    ("Năm 2026 và các năm tiếp theo", Recurrence.YEARLY, None),
    ("Theo kế hoạch hàng năm", Recurrence.YEARLY, None),
]

EVENTS = [
    ("Sau khi có văn bản của HU", "có văn bản của HU", 0, 0),
    ("Sau khi có Kế hoạch của Tỉnh ủy", "có Kế hoạch của Tỉnh ủy", 0, 0),
    ("Sau khi có Kế hoạch năm 2026 của tỉnh", "có Kế hoạch năm 2026 của tỉnh", 0, 0),
    ("Khi UBND tỉnh yêu cầu", "UBND tỉnh yêu cầu", 0, 0),
    ("Khi có phát sinh", "có phát sinh", 0, 0),
    ("Báo cáo đột xuất khi có yêu cầu", "đột xuất khi có yêu cầu", 0, 0),
    ("Đột xuất", "Đột xuất", 0, 0),
    ("Theo Kế hoạch - lộ trình của Tỉnh", "Kế hoạch - lộ trình của Tỉnh", 0, 0),
    ("Theo đề nghị của Thanh tra, Kiểm toán", "đề nghị của Thanh tra, Kiểm toán", 0, 0),
    ("Theo hướng dẫn của Trung ương", "hướng dẫn của Trung ương", 0, 0),
    ("Theo kế hoạch của tỉnh", "kế hoạch của tỉnh", 0, 0),
    ("Thực hiện theo ý kiến chỉ đạo của Huyện ủy", "ý kiến chỉ đạo của Huyện ủy", 0, 0),
    ("Theo Kế hoạch năm 2026 của tỉnh", "Kế hoạch năm 2026 của tỉnh", 0, 0),
    (
        "Theo các mốc thời gian tại Quyết định số 12/QĐ-UBND ngày 05/01/2024",
        "các mốc thời gian tại Quyết định số 12/QĐ-UBND ngày 05/01/2024", 0, 0,
    ),
    (
        "Theo Công văn ngày 05/01/2026 của UBND tỉnh",
        "Công văn ngày 05/01/2026 của UBND tỉnh", 0, 0,
    ),
    ("Sau kỳ họp HĐND huyện", "kỳ họp HĐND huyện", 0, 0),
    ("Trước kỳ họp HĐND huyện cuối năm", "kỳ họp HĐND huyện cuối năm", 0, 0),
    (
        "Sau 03 tháng kể từ khi có văn bản của Trung ương",
        "có văn bản của Trung ương", 3, 0,
    ),
    ("Sau 02 tuần kể từ khi có kết quả", "có kết quả", 0, 14),
    (
        "Trong vòng 15 ngày làm việc kể từ ngày nhận được văn bản",
        "nhận được văn bản", 0, 15,
    ),
    ("Chậm nhất 10 ngày sau khi kết thúc kiểm tra", "kết thúc kiểm tra", 0, 10),
]  # fmt: skip

UNRECOGNISED = [
    "", " \n ", "-", "Kịp thời", "31/02", "30/02/2024", "29/02/2026", "31/4", "tháng 13/2026",
    "Quý V/2026", "32/12/2026", "ngày 45 hằng tháng", "Đầu quý II/2026", "Đầu năm 2026",
    "Giữa tháng 5/2026", "Tuần 1 tháng 3/2026", "Sau ngày 15/3/2026", "Sau quý I", "24/24",
    "Kế hoạch năm 2026", "Năm học 2025-2026", "Nghị định 30/2020/NĐ-CP",
    "Quyết định số 12/QĐ-UBND ngày 05/01/2024", "15/3/99",
    "Nghị quyết số 04/NQ-CP ngày 10 tháng 01 năm 2022", "Từ ngày 40 đến ngày 20/3/2026",
    "Quý I/2026; 31/02", "Từ tháng 9 năm 2026 đến tháng 3 năm 2026", "x" * 5000,
]  # fmt: skip


def milestones(reading: DeadlineReading) -> str:
    spans = [
        f"{m.start.isoformat()}..{m.due.isoformat()}" if m.start else m.due.isoformat()
        for m in reading.milestones
    ]
    return " ".join(spans)


@pytest.mark.parametrize(("text", "expected"), DATED)
def test_dated_wording_names_its_last_days(text, expected):
    reading = understand_deadline(text, YEAR)
    assert (reading.kind, milestones(reading)) == (D, expected)


@pytest.mark.parametrize(("text", "recurrence", "day"), RECURRING)
def test_recurring_wording_names_its_rhythm(text, recurrence, day):
    reading = understand_deadline(text, YEAR)
    assert (reading.kind, reading.recurrence, reading.day_of_month) == (R, recurrence, day)
    assert reading.milestones == ()


@pytest.mark.parametrize(("text", "event", "months", "days"), EVENTS)
def test_event_wording_names_what_it_waits_for(text, event, months, days):
    reading = understand_deadline(text, YEAR)
    assert (reading.kind, reading.event) == (E, event)
    assert (reading.delay_months, reading.delay_days) == (months, days)
    assert reading.due is None


@pytest.mark.parametrize("text", UNRECOGNISED)
def test_wording_without_a_sure_meaning_stays_unrecognised(text):
    assert understand_deadline(text, YEAR) == DeadlineReading(U)


@pytest.mark.parametrize("text", [case[0] for case in (*DATED, *RECURRING, *EVENTS)])
def test_spelling_accidents_do_not_change_the_meaning(text):
    expected = understand_deadline(text, YEAR)
    for variant in (
        unicodedata.normalize("NFD", text),
        f"  {text.replace(' ', '  ')} ",
        text.replace(" ", "\u00a0"),
        text.replace("-", "–"),
    ):
        reading = understand_deadline(variant, YEAR)
        assert (reading.kind, reading.milestones) == (expected.kind, expected.milestones)
        assert reading.recurrence == expected.recurrence


@pytest.mark.parametrize("text", [case[0] for case in (*DATED, *RECURRING)])
def test_capitals_do_not_change_the_meaning(text):
    assert understand_deadline(text.upper(), YEAR) == understand_deadline(text, YEAR)


def test_wrapped_line_is_read_as_one():
    reading = understand_deadline("Thường xuyên\ntrong\nnăm", YEAR)
    assert reading.recurrence is Recurrence.CONTINUOUS
    assert milestones(understand_deadline("Quý\nI/2024", YEAR)) == "2024-01-01..2024-03-31"


def test_real_annex_has_each_deadline_of_its_right_kind(real_rows):
    texts = [row[3] for row in real_rows if len(row) > 3 and row[3]]
    kinds = Counter(understand_deadline(text, 2024).kind for text in texts)
    assert kinds == {D: 16, R: 17, E: 11}
    dated = [t for t in texts if understand_deadline(t, 2024).kind is D]
    assert Counter(t.startswith("Quý") for t in dated) == {True: 14, False: 2}
    dues = {t: understand_deadline(t, 2024).due for t in dated}
    assert dues["Trước 10/12 năm trước"] == date(2023, 12, 10)
    assert dues["Trước 31/12 hàng năm"] == date(2024, 12, 31)
    assert dues["Quý IV/2024"] == date(2024, 12, 31)


WORDS = st.sampled_from(
    ["quý", "Quý I", "IV", "tháng", "năm", "ngày", "trước", "sau", "từ", "đến", "hằng", "khi",
     "theo", "kể từ", "6 tháng", "đầu", "cuối", "2024", "2026", "/", "-", "31", "02", "15/3", "12",
     "1/2025", "liền kề", "thường xuyên", ",", ";", "\n", "và", "giai đoạn", "99", "kế hoạch"]
)  # fmt: skip
WORDINGS = st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=12).map(" ".join))


@given(WORDINGS, st.integers(2000, 2098))
def test_any_text_is_read_without_failing(text, year):
    reading = understand_deadline(text, year)
    assert (reading.kind is D) == bool(reading.milestones)
    assert (reading.kind is R) == (reading.recurrence is not None)
    assert (reading.kind is E) == bool(reading.event)


@given(WORDINGS, st.integers(2000, 2098))
def test_no_date_is_invented(text, year):
    lowered = unicodedata.normalize("NFC", text).lower()
    numbers = {int(n) for n in re.findall(r"\d+", text)}
    years = {year - 1, year, year + 1} | numbers | {2000 + n for n in numbers if n < 100}
    years |= {n - 1 for n in years}
    months = numbers | ({1, 12} if "năm" in lowered or numbers & set(range(2000, 2100)) else set())
    if "trước" in lowered:
        months |= {(n - 2) % 12 + 1 for n in months}
    if re.search(r"qu[ýí]|q", lowered) or ("tháng" in lowered and numbers & {3, 6, 9}):
        months |= {1, 3, 4, 6, 7, 9, 10, 12}
    words = ("một", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
    months |= {n for n, word in enumerate(words, 1) if re.search(rf"tháng\s+{word}", lowered)}
    for milestone in understand_deadline(text, year).milestones:
        for day in filter(None, (milestone.start, milestone.due)):
            assert day.year in years
            assert day.month in months
            assert day.day in numbers or 1 in (day.day, (day + timedelta(1)).day)


@pytest.mark.parametrize("year", [0, 1, 9999, -5, 10**6])
def test_impossible_plan_year_is_no_failure(year):
    for text in ("Quý I", "Trước 10/12 năm trước", "Trước quý I", "năm sau", "Trong năm sau"):
        understand_deadline(text, year)
