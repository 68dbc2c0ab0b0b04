"""Workbooks, new and old."""

from datetime import date

import openpyxl
import pytest
from importer_annexes import ATTACHED, HEADING, ROWS, TITLE, content_of, expected
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from cchc_desktop.domain.errors import SourceEncrypted, SourceRejected
from cchc_desktop.importers.annex import read_annex


def save(tmp_path, rows, change=None):
    book = openpyxl.Workbook()
    sheet = book.active
    for values in rows:
        sheet.append(values)
    if change:
        change(sheet)
    book.save(tmp_path / "a.xlsx")
    return tmp_path / "a.xlsx"


def test_titles_above_and_numbers_as_numbers_give_the_same_draft(tmp_path, headings):
    rows = [[float(v) if v.isdigit() else v or None for v in r] for r in ROWS]
    path = save(tmp_path, [["PHỤ LỤC"], [TITLE], [ATTACHED], [None], HEADING, *rows])
    draft = read_annex(path, headings)
    assert content_of(draft) == expected()
    assert (draft.title, draft.attached_to, draft.problems) == (TITLE, ATTACHED, ())


def test_other_words_above_the_table_are_reported(tmp_path, headings):
    path = save(tmp_path, [["UBND HUYỆN ĐÔNG HẢI"], ["PHỤ LỤC"], [TITLE], HEADING, *ROWS])
    draft = read_annex(path, headings)
    assert [(p.code, p.text) for p in draft.problems] == [
        ("row_above_table", "UBND HUYỆN ĐÔNG HẢI")
    ]


def test_table_that_starts_further_right_is_read_with_true_places(tmp_path, headings):
    rows = [[None, None, *r, "dư"] for r in ROWS[:2]]
    draft = read_annex(save(tmp_path, [[None], [None, None, *HEADING], *rows]), headings)
    assert content_of(draft) == expected(ROWS[:2])
    assert [(p.place.row, p.place.column, p.place.is_sheet) for p in draft.problems] == [
        (3, 10, True), (4, 10, True),
    ]  # fmt: skip


def test_bold_italic_and_dates_are_kept(tmp_path, headings):
    def change(sheet):
        sheet["B3"] = CellRichText("Việc ", TextBlock(InlineFont(b=True), "quan trọng"))
        sheet["C3"].font = Font(italic=True)
        sheet["D3"] = date(2030, 3, 31)
        sheet["D4"] = date(2030, 7, 1)
        sheet["D4"].number_format = "mm/yyyy"
        sheet["G3"] = 0.8
        sheet["G3"].number_format = "0%"

    rows = [HEADING, ROWS[0], ROWS[1], ["2", "Việc", "Báo cáo", "", "Phòng Nội vụ", "", ""]]
    first, second = read_annex(save(tmp_path, rows, change), headings).sections[0].tasks
    assert first.content.markup == "Việc <b>quan trọng</b>"
    assert first.deliverables[0].product.markup == "<i>Kế hoạch của UBND huyện</i>"
    assert first.deliverables[0].deadline.text == "31/03/2030"
    assert first.note.text == "80%"
    assert second.deliverables[0].deadline.text == "07/2030"


def test_hidden_rows_are_read_and_said(tmp_path, headings):
    def hide(sheet):
        sheet.row_dimensions[3].hidden = True

    draft = read_annex(save(tmp_path, [HEADING, *ROWS], hide), headings)
    assert content_of(draft) == expected()
    assert [(p.code, p.place.row) for p in draft.problems] == [("hidden_row_read", 3)]


def test_formula_without_a_stored_value_is_reported(tmp_path, headings):
    rows = [HEADING, *ROWS[:1], [*ROWS[1][:6], '="x"&"y"']]
    draft = read_annex(save(tmp_path, rows), headings)
    assert [(p.code, p.text) for p in draft.problems] == [("formula_without_value", '="x"&"y"')]


def test_vertically_merged_cells_hold_for_all_their_rows(tmp_path, headings):
    rows = [
        HEADING,
        ["I", "CHỈ ĐẠO", "", "", "", "", ""],
        ["1", "Việc", "Kế hoạch", "Quý I", "Phòng Nội vụ", "", ""],
        ["", "", "Báo cáo", "Quý II", "", "", ""],
        ["2", "Việc khác", "Báo cáo", "Quý III", "", "", ""],
    ]

    def merge(sheet):
        for area in ("A2:G2", "A3:A4", "B3:B4", "E3:E5"):
            sheet.merge_cells(area)

    rows[1] = ["I. CHỈ ĐẠO", *[""] * 6]
    draft = read_annex(save(tmp_path, rows, merge), headings)
    assert draft.sections[0].title.text == "CHỈ ĐẠO"
    one, two = draft.sections[0].tasks
    assert len(one.deliverables) == 2
    assert one.lead.text == two.lead.text == "Phòng Nội vụ"
    assert draft.problems == ()


def test_old_workbook_gives_the_same_draft(tmp_path, headings):
    xlwt = pytest.importorskip("xlwt", reason="xlwt writes the old workbooks of this test")
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("Phụ lục")
    for r, values in enumerate([HEADING, *ROWS]):
        for c, value in enumerate(values):
            if value:
                sheet.write(r, c, int(value) if value.isdigit() else value)
    book.save(str(tmp_path / "a.xls"))
    draft = read_annex(tmp_path / "a.xls", headings)
    assert content_of(draft) == expected()
    assert draft.tables[0].name == "Phụ lục"
    data = (tmp_path / "a.xls").read_bytes()
    for length in range(100, len(data), len(data) // 40):
        (tmp_path / "b.xls").write_bytes(data[:length])
        try:
            read_annex(tmp_path / "b.xls", headings)
        except (SourceRejected, SourceEncrypted):
            continue
