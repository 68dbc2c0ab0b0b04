from collections import Counter
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.cell.rich_text import CellRichText, TextBlock
from python_calamine import CalamineWorkbook

from cchc_desktop.documents.excel import SHEET_NAME, write_excel
from cchc_desktop.documents.plan_annex import AnnexOptions, compose_plan_annex
from cchc_desktop.documents.text_measure import TextMeasure
from cchc_desktop.domain.rich_text import RichText


@pytest.fixture
def written(office_letterhead, plan_annex_form, fonts, tmp_path):
    def excel(plan, **options):
        document = compose_plan_annex(
            plan, office_letterhead, plan_annex_form, AnnexOptions(**options)
        )
        target = tmp_path / "phu-luc.xlsx"
        write_excel(document, target, fonts)
        return target

    return excel


def _sheet(path, **options):
    return openpyxl.load_workbook(path, **options)[SHEET_NAME]


def _header_row(sheet):
    return next(row[0].row for row in sheet.iter_rows() if row[0].value == "STT")


def _body(path):
    """The rows below the header, as an independent reader sees them."""
    rows = CalamineWorkbook.from_path(path).get_sheet_by_name(SHEET_NAME).to_python(
        skip_empty_area=False
    )  # fmt: skip
    start = next(i for i, row in enumerate(rows) if row[0] == "STT")
    return rows[start + 1 :]


def _words_of(plan):
    for section in plan.sections:
        yield from section.title.text.split()
    for task in plan.tasks():
        texts = [task.content, task.lead.text, task.cooperating.text, task.note]
        texts += [x for d in task.deliverables for x in (d.product, d.deadline.text)]
        for text in texts:
            yield from text.text.split()


def test_every_word_of_the_plan_is_in_the_sheet(written, sample_plan):
    found = Counter(w for row in _body(written(sample_plan)) for cell in row for w in cell.split())

    assert Counter(_words_of(sample_plan)) - found == Counter()


@pytest.mark.parametrize(
    "text",
    ["= Kết quả", "=1+1", "- Danh mục", "+ Báo cáo", "@x", "#N/A", "0123", "1/2", "TRUE",
     "12%", "'x", "2027-01-01"],
)  # fmt: skip
def test_text_stays_text(written, plan_of, section, task, text):
    plan = plan_of(section("I", "M", task("1", text, (text, text), lead=text, note=text)))

    target = written(plan)

    row = _sheet(target)[_sheet(target).max_row]
    assert [cell.value for cell in row] == ["1", text, text, text, text, None, text]
    assert all(cell.data_type == "s" for cell in row if cell.value)
    assert "<f>" not in ZipFile(target).read("xl/worksheets/sheet1.xml").decode()
    assert _body(target)[-1] == ["1", text, text, text, text, "", text]


def test_editing_a_cell_that_looks_like_a_formula_leaves_it_text(written, plan_of, section, task):
    sheet = _sheet(written(plan_of(section("I", "M", task("1", "= Kết quả")))))

    assert sheet.cell(sheet.max_row, 2).quotePrefix
    assert not sheet.cell(sheet.max_row, 1).quotePrefix


def test_the_page_is_ready_to_print(written, sample_plan):
    sheet = _sheet(written(sample_plan))
    header = _header_row(sheet)

    assert sheet.page_setup.orientation == "landscape"
    assert int(sheet.page_setup.paperSize) == 9
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == f"${header}:${header}"
    assert sheet.freeze_panes == f"A{header + 1}"
    assert "&P" in sheet.oddHeader.center.text
    assert sheet.HeaderFooter.differentFirst
    assert not sheet.firstHeader.center.text
    assert sheet.page_margins.left == pytest.approx(30 / 25.4)


@pytest.mark.parametrize("options", [{"with_letterhead": False}, {"with_signature": True}])
def test_the_header_row_is_found_with_every_option(written, sample_plan, options):
    sheet = _sheet(written(sample_plan, **options))

    assert sheet.freeze_panes == f"A{_header_row(sheet) + 1}"


def test_the_columns_fill_the_paper(written, sample_plan):
    sheet = _sheet(written(sample_plan))

    pixels = sum(dimension.width * 8 + 5 for dimension in sheet.column_dimensions.values())
    assert pixels / 96 * 25.4 == pytest.approx(252, abs=1)


def test_bold_and_italic_phrases_stay(written, plan_of, section, task):
    plan = plan_of(section("I", "M", task("1", "thường <b>đậm</b> <i>nghiêng</i>")))

    sheet = _sheet(written(plan), rich_text=True)
    value = sheet.cell(sheet.max_row, 2).value

    assert isinstance(value, CellRichText)
    assert str(value) == "thường đậm nghiêng"
    styles = {
        b.text.strip(): (bool(b.font.b), bool(b.font.i)) for b in value if isinstance(b, TextBlock)
    }
    assert styles["đậm"] == (True, False)
    assert styles["nghiêng"] == (False, True)


def test_no_row_is_higher_than_excel_allows_and_none_is_without_a_height(written, sample_plan):
    sheet = _sheet(written(sample_plan))

    heights = [sheet.row_dimensions[r].height for r in range(1, sheet.max_row + 1)]
    assert all(height is not None and height <= 409.5 for height in heights)


def test_each_row_is_high_enough_for_its_text(written, sample_plan, fonts):
    measure = TextMeasure(fonts)
    sheet = _sheet(written(sample_plan))
    widths = [d.width * 8 * 0.75 for d in sheet.column_dimensions.values()]

    for row in sheet.iter_rows(min_row=_header_row(sheet)):
        is_section = not row[0].font.b or row[0].row == _header_row(sheet)
        lines = [
            len(measure.lines(RichText.plain(str(cell.value)), width, 13))
            for cell, width in zip(row, widths, strict=True)
            if cell.value and is_section
        ]
        needed = max(lines, default=1) * 13 * 1.15
        assert sheet.row_dimensions[row[0].row].height >= needed


def test_a_row_too_tall_goes_on_under_its_number_and_loses_nothing(written, plan_of, section, task):
    long = "\n".join(f"- nội dung thứ {n} của việc này" for n in range(90))
    plan = plan_of(
        section(
            "I",
            "M",
            task("1", long, ("Kế hoạch", "Quý I"), lead=("lời " * 900).strip()),
            task("2", "x"),
        )
    )

    rows = _body(written(plan))[1:]

    assert rows[0][0] == "1"
    assert len(rows) > 4
    assert [row[0] for row in rows[1:-1]] == ["1\n(tiếp)"] * (len(rows) - 2)
    assert rows[-1][0] == "2"
    assert "".join(row[1] for row in rows[:-1]) == long
    assert "".join(row[4] for row in rows[:-1]) == ("lời " * 900).strip()


def test_more_characters_than_a_cell_holds_are_spread_over_rows(written, plan_of, section, task):
    text = ("chữ " * 9000).strip()
    plan = plan_of(section("I", "M", task("1", text)))

    rows = _body(written(plan))[1:]

    assert "".join(row[1] for row in rows) == text


def test_the_number_of_a_task_with_several_products_is_merged(written, plan_of, section, task):
    plan = plan_of(
        section("I", "M", task("1", "việc", ("A", "Quý I"), ("B", "Quý II")), task("2", "x"))
    )

    target = written(plan)

    sheet = _sheet(target)
    first = next(r[0].row for r in sheet.iter_rows() if r[0].value == "1")
    merged = {str(area) for area in sheet.merged_cells.ranges if area.min_row >= first}
    assert merged == {f"A{first}:A{first + 1}"}
    assert _body(target)[2] == ["", "", "B", "Quý II", "", "", ""]


def test_further_products_are_told_from_rows_that_go_on(written, plan_of, section, task):
    long = "\n".join(f"- nội dung thứ {n}" for n in range(60))
    plan = plan_of(section("I", "M", task("1", long, ("A", "Quý I"), ("B", "II"), ("C", "III"))))

    target = written(plan)

    sheet = _sheet(target)
    first = next(r[0].row for r in sheet.iter_rows() if r[0].value == "1")
    areas = [a for a in sheet.merged_cells.ranges if a.max_col == 1 and a.min_row >= first]
    joined = {row for area in areas for row in range(area.min_row + 1, area.max_row + 1)}
    products = {row: sheet.cell(row, 3).value for row in range(first, sheet.max_row + 1)}
    assert [products[row] for row in sorted(joined)] == ["B", "C"]
    assert [row for row, product in products.items() if product and row != first] == sorted(joined)


def test_section_rows_are_not_merged(written, sample_plan):
    sheet = _sheet(written(sample_plan))
    header = _header_row(sheet)

    wide = [a for a in sheet.merged_cells.ranges if a.min_row >= header and a.max_col > a.min_col]
    assert wide == []


def test_a_section_title_longer_than_the_table_wraps(written, plan_of, section, task):
    plan = plan_of(section("I", "RẤT DÀI " * 60, task("1", "x")))

    sheet = _sheet(written(plan))
    row = next(r for r in sheet.iter_rows() if r[0].value == "I")

    assert row[1].alignment.wrap_text
    assert sheet.row_dimensions[row[0].row].height > 60


def test_the_same_plan_gives_the_same_bytes(written, sample_plan):
    first = written(sample_plan).read_bytes()

    assert written(sample_plan).read_bytes() == first


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    cells=st.lists(
        st.text(
            st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from(" \n=+-@'ệ"),
            max_size=600,
        ),
        min_size=5,
        max_size=5,
    )
)
def test_any_text_comes_back_as_typed(written, plan_of, section, task, cells):
    content, product, deadline, lead, note = (RichText.plain(cell) for cell in cells)
    plan = plan_of(
        section(
            "I", "M",
            task("1", content.markup, (product.markup, deadline.markup), lead=lead.markup,
                 note=note.markup),
        )
    )  # fmt: skip

    sheet = _sheet(written(plan))
    first = next(r[0].row for r in sheet.iter_rows() if r[0].value == "1")
    rows = [[cell.value or "" for cell in row] for row in sheet.iter_rows(min_row=first)]

    joined = ["".join(row[i] for row in rows) for i in (1, 2, 3, 4, 6)]
    assert joined == [text.text for text in (content, product, deadline, lead, note)]
