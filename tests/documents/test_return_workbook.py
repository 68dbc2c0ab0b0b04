"""The workbook that an agency gets, read back as Excel would."""

import io
import tomllib
from datetime import date

import openpyxl
import pytest
from openpyxl.worksheet.datavalidation import DataValidation

from cchc_desktop.documents.return_files import Placing, place, safe_name
from cchc_desktop.documents.return_workbook import ReturnContent, return_bytes
from cchc_desktop.documents.text_measure import TextMeasure
from cchc_desktop.domain.agency_return import (
    CooperationLine,
    PieceRef,
    ReturnField,
    ReturnIdentity,
    ReturnLine,
    ReturnRowKey,
)
from cchc_desktop.domain.errors import TargetNotWritable
from cchc_desktop.domain.period import PeriodKey, PeriodKind, ReportingPeriod
from cchc_desktop.domain.progress import Statement
from cchc_desktop.domain.return_catalogue import parse_return_catalogue

from .conftest import ROOT

KEY = PeriodKey(2024, "quarter-1")
PERIOD = ReportingPeriod(
    KEY, PeriodKind.QUARTER, "quý I", date(2023, 12, 15), date(2024, 3, 14),
    date(2024, 3, 15), date(2024, 3, 20), True, "thử",
)  # fmt: skip
IDENTITY = ReturnIdentity("cd" * 8, KEY, 5, "UBND huyện", "quý I năm 2024", "Phòng Tư pháp")
HOSTILE = ("= 1+1", "+84", "-5", "@nơi", "#REF!", "{=1}", "\tA", "a\x07b", "0012", "1/2")
HEADER, FIRST = 5, 6


@pytest.fixture(scope="module")
def catalogue():
    path = ROOT / "resources" / "catalogues" / "agency-return.toml"
    return parse_return_catalogue(tomllib.loads(path.read_text(encoding="utf-8")), path.name)


def line(number, content="Ban hành kế hoạch", product="Kế hoạch", **values):
    filled = dict.fromkeys(ReturnField) | {ReturnField(k): v for k, v in values.items()}
    ref = PieceRef(number, number, None)
    return ReturnLine(ref, f"I.{number}", content, product, "Quý I/2024", "", filled)


@pytest.fixture(scope="module")
def make(catalogue, fonts):
    measure = TextMeasure(fonts)

    def made(*lines, cooperation=(), office=None):
        from cchc_desktop.domain.office import Letterhead, LetterheadId

        office = office or Letterhead(LetterheadId(1), "UBND tỉnh A", "UBND huyện B", "B")
        content = ReturnContent(IDENTITY, PERIOD, office, lines, cooperation)
        return return_bytes(content, catalogue, measure)

    return made


def opened(data):
    return openpyxl.load_workbook(io.BytesIO(data))


def rule_at(sheet, cell) -> DataValidation | None:
    return next((r for r in sheet.data_validations.dataValidation if cell in r.cells), None)


def test_only_the_cells_to_be_filled_in_are_open(make, catalogue):
    sheet = opened(make(line(1), line(2))).worksheets[0]

    assert sheet.protection.sheet
    assert not sheet.protection.password
    for flag in ("sort", "autoFilter", "formatRows", "formatColumns"):
        assert getattr(sheet.protection, flag) is False
    for row in (FIRST, FIRST + 1):
        is_open = [not sheet.cell(row, c).protection.locked for c in range(1, 17)]
        assert is_open == [column.field is not None for column in catalogue.columns] + [False] * 2
    assert all(sheet.cell(HEADER, c).protection.locked for c in range(1, 16))


def test_every_other_sheet_is_locked_and_the_keys_are_out_of_sight(make):
    book = opened(make(line(1), cooperation=(CooperationLine("I.2", "Việc", "", "", "Ai"),)))

    assert [(s.title, s.sheet_state) for s in book.worksheets] == [
        ("Biểu báo cáo", "visible"), ("Nhiệm vụ phối hợp", "visible"), ("Hướng dẫn", "visible"),
        ("DanhMuc", "hidden"), ("cchc", "veryHidden"),
    ]  # fmt: skip
    assert all(sheet.protection.sheet for sheet in book.worksheets)
    assert book.security.lockStructure
    sheet = book.worksheets[0]
    assert sheet.row_dimensions[1].hidden
    assert sheet.column_dimensions["O"].hidden
    assert ReturnRowKey.from_code(sheet.cell(FIRST, 15).value) == line(1).key
    assert book.defined_names["cchc_return"].attr_text == f'"{IDENTITY.stamp}"'


def test_the_list_dates_and_shares_are_checked_with_vietnamese_words(make, catalogue):
    book = opened(make(line(1), line(2)))
    sheet = book.worksheets[0]
    listed = rule_at(sheet, "F7")

    assert (listed.type, listed.formula1) == ("list", "cchc_tinh_hinh")
    name, cells = next(book.defined_names["cchc_tinh_hinh"].destinations)
    words = [row[0].value for row in book[name][cells]]
    assert words == list(catalogue.statements.values())
    assert (rule_at(sheet, "G6").type, rule_at(sheet, "K6").type) == ("date", "date")
    share = rule_at(sheet, "H6")
    assert (share.type, share.formula1, share.formula2) == ("whole", "0", "100")
    for cell in ("F6", "G6", "H6", "K6"):
        rule = rule_at(sheet, cell)
        assert rule.showErrorMessage
        assert rule.error.startswith("Hãy ")
        assert len(rule.error) <= 225
        assert len(rule.prompt) <= 255
    assert rule_at(sheet, "I6") is None
    assert rule_at(sheet, "F8") is None


def test_words_are_never_formulas_wherever_they_stand(make):
    lines = [line(n, text, text, result=text) for n, text in enumerate(HOSTILE, 1)]
    sheet = opened(make(*lines)).worksheets[0]

    for row, text in enumerate(HOSTILE, FIRST):
        for column in (2, 3, 9):
            cell = sheet.cell(row, column)
            assert cell.data_type == "s"
            assert cell.value == text.replace("\x07", "")
        assert sheet.cell(row, 9).number_format == "@"


def test_recorded_values_are_filled_in_as_what_they_are(make):
    sheet = opened(
        make(line(1, statement=Statement.DONE, done_on=date(2024, 2, 5), percent=100))
    ).worksheets[0]

    assert sheet.cell(FIRST, 6).value == "Đã hoàn thành"
    assert sheet.cell(FIRST, 7).value.date() == date(2024, 2, 5)
    assert sheet.cell(FIRST, 7).number_format == "dd/mm/yyyy"
    assert sheet.cell(FIRST, 8).value == 100


def test_it_prints_on_a4_landscape_with_the_header_on_each_page(make):
    sheet = opened(make(line(1))).worksheets[0]

    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$5:$5"
    assert sheet.freeze_panes == "C6"
    assert all(sheet.cell(FIRST, c).alignment.wrap_text for c in range(1, 15))


def test_the_filter_takes_the_keys_along_when_it_sorts(make):
    assert opened(make(line(1), line(2))).worksheets[0].auto_filter.ref == "A5:O7"


def test_rows_show_all_their_words_and_still_grow(make):
    long = "Rà soát toàn bộ quy trình nội bộ đã công bố " * 12
    data = make(line(1), line(2, long), line(3, long * 12))
    sheet = opened(data).worksheets[0]
    heights = [sheet.row_dimensions[row].height for row in range(FIRST, FIRST + 3)]

    assert heights[0] < heights[1] < heights[2] <= 409.5
    assert sheet.cell(FIRST + 2, 2).font.size < sheet.cell(FIRST, 2).font.size
    import zipfile

    xml = zipfile.ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet1.xml").decode()
    assert "customHeight" not in xml


def test_the_same_content_gives_the_same_bytes(make):
    assert make(line(1)) == make(line(1))


def test_an_agency_without_tasks_gets_a_sheet_that_says_so(make, catalogue):
    sheet = opened(make()).worksheets[0]

    assert sheet.cell(FIRST, 1).value == catalogue.texts["empty_line"]
    assert not sheet.data_validations.dataValidation


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ('Phòng "A/B": C?.xlsx', "Phòng A B C.xlsx"),
        ("CON.xlsx", "_CON.xlsx"),
        ("lpt1", "_lpt1"),
        ("tên. .xlsx", "tên.xlsx"),
        ("???.xlsx", "_.xlsx"),
    ],
)
def test_a_file_name_is_made_safe_for_windows(name, safe):
    assert safe_name(name) == safe


def test_a_long_name_is_cut_before_its_ending():
    name = safe_name("Biểu " * 60 + ".xlsx")

    assert len(name) <= 120
    assert name.endswith("Biểu.xlsx")


def test_no_file_of_other_content_is_written_over(tmp_path):
    first = place(b"a", tmp_path, "x.xlsx")
    same = place(b"a", tmp_path, "x.xlsx")
    other = place(b"b", tmp_path, "x.xlsx")
    taken = place(b"a", tmp_path, "x.xlsx", {"x.xlsx"})

    assert [p.placing for p in (first, same, other, taken)] == [
        Placing.NEW, Placing.SAME, Placing.BESIDE, Placing.BESIDE,
    ]  # fmt: skip
    assert (first.path.read_bytes(), other.path.name) == (b"a", "x (2).xlsx")
    with pytest.raises(TargetNotWritable):
        place(b"a", tmp_path / "thiếu", "x.xlsx")
