"""Numbers as annexes write them."""

import pytest

from cchc_desktop.importers.row_number import (
    Level,
    read_item_start,
    read_number,
    read_section_start,
    without_continuation_mark,
)


@pytest.mark.parametrize(
    ("text", "level", "position"),
    [
        ("I", Level.SECTION, 1), ("IV.", Level.SECTION, 4), ("XII)", Level.SECTION, 12),
        ("A", Level.SECTION, None), ("C.", Level.SECTION, None), ("Đ", Level.SECTION, None),
        ("1", Level.TASK, 1), ("01", Level.TASK, 1), ("(12)", Level.TASK, 12),
        ("41.", Level.TASK, 41), ("a)", Level.SUBTASK, 1), ("đ)", Level.SUBTASK, 5),
        ("e", Level.SUBTASK, 6), ("1.2", Level.SUBTASK, 2), ("3.10.", Level.SUBTASK, 10),
        ("1.1.1", Level.DEEPER, None), ("-", Level.BULLET, None), ("+", Level.BULLET, None),
    ],
)  # fmt: skip
def test_number_is_understood(text, level, position):
    number = read_number(text)
    assert number is not None
    assert (number.text, number.level, number.position) == (text, level, position)


@pytest.mark.parametrize("text", ["", "x y", "Kế hoạch", "1 và 2", "I. CÔNG TÁC CHỈ ĐẠO"])
def test_other_text_is_no_number(text):
    assert read_number(text) is None


@pytest.mark.parametrize(
    ("text", "rest"),
    [("I. CÔNG TÁC", "CÔNG TÁC"), ("II - CÔNG TÁC", "CÔNG TÁC"), ("III/ A", "A"),
     ("Phần I: Chung", "Chung"), ("II CÔNG TÁC", "CÔNG TÁC"), ("A. CHUNG", "CHUNG")],
)  # fmt: skip
def test_title_with_its_number_is_parted(text, rest):
    start = read_section_start(text)
    assert start is not None
    assert start.rest == rest


@pytest.mark.parametrize("text", ["V/v báo cáo", "Internet", "Chính phủ", "I", "Các phòng"])
def test_wording_is_no_section_title(text):
    assert read_section_start(text) is None


def test_item_start_and_continuation_mark_are_read():
    item = read_item_start("đ) Rà soát")
    assert item is not None
    assert (item.text, item.position, item.rest) == ("đ)", 5, "Rà soát")
    assert read_item_start("a, b và c") is None
    assert without_continuation_mark("2 (tiếp)") == "2"
    assert without_continuation_mark("2") is None
