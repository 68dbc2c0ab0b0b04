from datetime import date
from pathlib import Path

import pytest

from cchc_desktop.domain.agency import AgencyId
from cchc_desktop.domain.problem import Place, Problem, Severity
from cchc_desktop.domain.progress import Statement
from cchc_desktop.domain.return_comparison import ReturnFilePreview, ReturnFileStatus
from cchc_desktop.domain.return_register import ReturnState, ReturnStatus
from cchc_desktop.ui.return_source import files_among
from cchc_desktop.ui.return_words import (
    cell_place,
    column_letters,
    file_mark,
    making_summary,
    register_mark,
    value_text,
)

DUE = date(2024, 3, 18)


@pytest.mark.parametrize(
    ("column", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (703, "AAA")]
)
def test_columns_are_named_as_a_workbook_names_them(column, letters):
    assert column_letters(column) == letters


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Place("a.xlsx", "Biểu báo cáo", 12, 6), "Trang “Biểu báo cáo”, ô F12"),
        (Place("a.xlsx", "Biểu báo cáo", 12), "Trang “Biểu báo cáo”, dòng 12"),
        (Place("a.xlsx", "Biểu báo cáo", column=6), "Trang “Biểu báo cáo”, cột F"),
        (Place("a.xlsx", ""), "Cả tệp"),
    ],
)
def test_place_is_said_as_exactly_as_it_is_known(place, words):
    assert cell_place(place) == words


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (Statement.DONE, "Đã hoàn thành"),
        (date(2024, 3, 5), "05/03/2024"),
        (80, "80"),
        ("Đã ban hành", "Đã ban hành"),
    ],
)
def test_values_read_as_an_officer_writes_them(value, text):
    assert value_text(value) == text


@pytest.mark.parametrize(
    ("state", "late", "day", "words"),
    [
        (ReturnState.IN_TIME, 0, date(2024, 3, 15), "Đã gửi đúng hạn"),
        (ReturnState.LATE, 3, date(2024, 3, 30), "Đã gửi, muộn 3 ngày"),
        (ReturnState.AWAITED, 0, date(2024, 3, 15), "Chưa gửi, còn 3 ngày"),
        (ReturnState.AWAITED, 0, DUE, "Chưa gửi, hạn là hôm nay"),
        (ReturnState.MISSING, 2, date(2024, 3, 20), "Chưa gửi, quá hạn 2 ngày"),
    ],
)
def test_register_says_how_an_agency_stands(state, late, day, words):
    line = ReturnStatus(AgencyId(1), "Phòng Nội vụ", 3, state, DUE, late)

    assert register_mark(line, day).text == words


def test_file_of_which_nothing_could_be_read_is_not_called_empty():
    wrong = Problem("return_date_unreadable", Severity.DROPPED, Place("a.xlsx", ""))
    file = ReturnFilePreview(0, "a.xlsx", "a.xlsx", ReturnFileStatus.UNTOUCHED, problems=(wrong,))

    assert file_mark(file).text == "Không lấy được ô nào, 1 chỗ lỗi"


def test_making_says_what_was_there_already():
    words = making_summary(["new", "same", "same", "beside"], Path("/biểu/quý I"))

    assert words == (
        "Đã tạo 4 biểu trong thư mục “quý I”; 2 tệp đã có sẵn, giống hệt nên giữ nguyên; "
        "1 tệp trùng tên với tệp khác nên được thêm số."
    )


def test_files_named_twice_are_read_once_and_folders_in_the_order_people_count(tmp_path):
    inside = tmp_path / "biểu"
    inside.mkdir()
    for name in ("xã 10.xlsx", "xã 2.XLS", "~$xã 2.xls", "ảnh.png"):
        (inside / name).touch()
    named = tmp_path / "ghi chú.docx"

    found = files_among([inside, named, inside / "xã 10.xlsx"], [named])

    assert [path.name for path in found] == ["ghi chú.docx", "xã 2.XLS", "xã 10.xlsx"]
