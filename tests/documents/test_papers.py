"""Papers with text, in each format, as an independent reader finds them."""

import re
from collections import Counter
from dataclasses import replace
from zipfile import ZipFile

import docx
import openpyxl
import pdfplumber
import pypdf
import pytest
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc_desktop.documents.blocks import Align, RowKind, TableColumn, TableRow, bound
from cchc_desktop.documents.excel_names import sheet_names
from cchc_desktop.documents.official_paper import PaperHeading, PaperTable, PaperText
from cchc_desktop.domain.progress_chart import ChartBar, ChartPart, ProgressChart
from cchc_desktop.domain.rich_text import RichText

FORMATS = ("pdf", "docx", "xlsx")
SENTENCE = (
    "Ủy ban nhân dân huyện đã ban hành văn bản chỉ đạo, tổ chức hội nghị quán triệt đến các "
    "phòng, ban và các xã, thị trấn, phân công rõ người, rõ việc, rõ thời hạn. "
)
CHART = ProgressChart(
    "Tiến độ theo lĩnh vực",
    (
        ChartBar("Cải cách thể chế", {ChartPart.DONE_ON_TIME: 17, ChartPart.OVERDUE: 4}),
        ChartBar("Cải cách thủ tục hành chính", {ChartPart.WAITING: 1, ChartPart.DONE_LATE: 31}),
        ChartBar("Cải cách tài chính công"),
    ),
)


def _text(text):
    return PaperText(RichText.plain(text))


def _table(rows=3):
    columns = (TableColumn("a", "STT", 1, Align.CENTER), TableColumn("b", "Việc", 5, Align.LEFT))
    return PaperTable(
        columns,
        tuple(
            TableRow(RowKind.TASK, (RichText.plain(str(n)), RichText.plain(f"hàng {n}")))
            for n in range(rows)
        ),
    )


def _full(official, **changes):
    styled = RichText.from_markup("thường <b>đậm</b> <i>nghiêng</i>")
    return official(
        _text("Mở đầu"),
        PaperHeading("I. Kết quả"),
        PaperHeading("1. Thể chế", 2),
        PaperText(styled),
        CHART,
        PaperHeading("a) Kiểm tra", 3),
        _table(),
        _text("Trên đây là báo cáo"),
        addressees=("Sở Nội vụ", "Phòng Tư pháp"),
        bases=("Căn cứ Nghị quyết",),
        recipients=("Huyện ủy",),
        **changes,
    )  # fmt: skip


@pytest.mark.parametrize("ending", FORMATS)
def test_every_word_of_a_paper_is_found(official, text_of, ending):
    found = " ".join(text_of(_full(official), ending).split())

    for words in (
        "UBND TỈNH HÒA NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
        "Số: 07/BC-UBND", "Sông Trà, ngày 06 tháng 9 năm 2027", "BÁO CÁO",
        "Công tác cải cách hành chính quý III năm 2027", "Kính gửi:", "- Sở Nội vụ;",
        "- Phòng Tư pháp.", "Căn cứ Nghị quyết.", "Mở đầu", "I. KẾT QUẢ", "1. Thể chế",
        "thường đậm nghiêng", "Tiến độ theo lĩnh vực", "Cải cách thể chế", "17", "31", "21", "32",
        "Hoàn thành đúng hạn", "Chưa phát sinh", "a) Kiểm tra", "hàng 2", "Trên đây là báo cáo./.",
        "TM. ỦY BAN NHÂN DÂN", "PHÓ CHỦ TỊCH", "Họ và Tên Người Ký", "Nơi nhận:", "- Như trên;",
        "- Huyện ủy;", "- Lưu: VT.",
    ):  # fmt: skip
        assert words in found


@pytest.mark.parametrize("ending", FORMATS)
def test_a_letter_shows_what_it_is_about(official, text_of, ending):
    about = "đôn đốc gửi báo cáo kết quả thực hiện nhiệm vụ cải cách hành chính quý III"
    letter = official(_text("Lời"), type_name="", symbol="UBND-NV", subject=about)

    found = text_of(letter, ending)

    assert "Số: 07/UBND-NV" in found
    assert not Counter(f"V/v {about}".split()) - Counter(found.split())


HOSTILE = ("=1+1", "+cmd", "@x", "<b>&amp;", "Tie\u0302\u0301ng", "a" * 300, "\x07chuông", "'x")


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(
        st.lists(st.sampled_from((*HOSTILE, "từ", "nghĩa", "Đ")), min_size=1, max_size=40).map(
            " ".join
        ),
        min_size=1,
        max_size=6,
    )
)
def test_any_text_is_printed_with_every_word(official, text_of, texts):
    paper = official(*(_text(text) for text in texts))
    wanted = "".join("".join(RichText.plain(text).text.split()) for text in texts)

    for ending in FORMATS:
        found = "".join(text_of(paper, ending).split())
        assert wanted in re.sub(r"(?<=[^/.])\d+$", "", found)


@pytest.mark.parametrize("ending", FORMATS)
def test_a_paragraph_of_many_pages_is_printed_whole(official, text_of, ending):
    words = [f"từ{n}" for n in range(3000)]

    found = re.findall(r"từ\d+", text_of(official(_text(" ".join(words))), ending))

    assert found == words


def _pages(path):
    with pdfplumber.open(path) as pdf:
        return [page.extract_text().splitlines() for page in pdf.pages]


@pytest.mark.parametrize("lines", range(20, 60))
def test_no_heading_stays_alone_at_the_foot_of_a_page(official, written, lines):
    filler = "\n".join(f"dòng {n}" for n in range(lines))
    paper = official(
        _text(filler), PaperHeading("I. Mục"), PaperHeading("1. Khoản", 2), _text(SENTENCE * 4)
    )

    pages = _pages(written(paper, "pdf"))

    for page in pages:
        assert page[-1] not in ("I. MỤC", "1. Khoản")


@pytest.mark.parametrize("lines", range(16, 34))
def test_no_line_of_a_paragraph_stays_alone(official, written, lines):
    filler = "\n".join(f"dòng {n}" for n in range(lines))
    first = ("đầu " * 15).strip()
    paper = official(_text(filler), _text(f"{first} {'giữa ' * 60}{'cuối ' * 9}"))

    for page in _pages(written(paper, "pdf")):
        body = [line for line in page if {"đầu", "giữa", "cuối", "cuối./."} & set(line.split())]
        assert len(body) != 1


@pytest.mark.parametrize("lines", range(10, 40, 1))
@pytest.mark.parametrize("last", ["Hết.", "Trên đây là báo cáo. " * 6])
def test_the_signature_has_two_lines_of_text_with_it(official, written, lines, last):
    filler = "\n".join(f"dòng {n}" for n in range(lines))

    *_, page = _pages(written(official(_text(filler), _text(last)), "pdf"))

    signed = next(i for i, line in enumerate(page) if "TM. ỦY BAN" in line)
    above = [line for line in page[:signed] if not line.isdecimal()]
    assert len(above) >= 2
    assert "Họ và Tên Người Ký" in page[-1] or "Họ và Tên Người Ký" in page[-2]


def test_the_first_line_is_indented_and_the_others_end_at_both_margins(official, written):
    with pdfplumber.open(written(official(_text(SENTENCE * 3)), "pdf")) as pdf:
        page = pdf.pages[0]
        lines = page.extract_text_lines()
    body = [line for line in lines if "rõ" in line["text"] or "huyện đã" in line["text"]]

    left, right = 30 / 25.4 * 72, page.width - 15 / 25.4 * 72
    assert body[0]["x0"] == pytest.approx(left + 12.7 / 25.4 * 72, abs=1)
    assert all(line["x0"] == pytest.approx(left, abs=1) for line in body[1:])
    assert all(line["x1"] == pytest.approx(right, abs=1.5) for line in body[:-1])


def test_the_dashes_of_several_addressees_stand_under_the_colon(official, written):
    paper = official(_text("x"), addressees=("Sở Nội vụ", "Phòng Tư pháp"))
    with pdfplumber.open(written(paper, "pdf")) as pdf:
        chars = pdf.pages[0].chars
    texts = "".join(c["text"] for c in chars)
    start = texts.index("Kính gửi:")
    colon = chars[start + len("Kính gửi")]
    dashes = [c for c in chars[start:] if c["text"] == "-"][:2]

    assert [d["x0"] for d in dashes] == pytest.approx([colon["x0"]] * 2, abs=1)


def test_the_national_name_stands_on_one_line(official, written):
    with pdfplumber.open(written(official(_text("x")), "pdf")) as pdf:
        lines = pdf.pages[0].extract_text().splitlines()

    assert lines[0].endswith("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")


@pytest.fixture
def several(official):
    """Three papers of two pages, the last one counted on from the second."""
    papers = [official(_text(SENTENCE * 40)).papers[0] for _ in range(3)]
    names = ("Phòng Nội vụ [1/2]", "phòng nội vụ [1/2]", "x" * 60)
    papers = [replace(p, name=n) for p, n in zip(papers, names, strict=True)]
    papers[2] = replace(papers[2], goes_on=True)
    return bound(papers, official(_text("x")).metadata)


def test_each_paper_is_counted_from_one_and_hides_its_first_number(several, written):
    pages = _pages(written(several, "pdf"))

    heads = [page[0] if page[0].isdecimal() else "" for page in pages]
    starts = [i for i, page in enumerate(pages) if any("CỘNG HÒA" in line for line in page[:2])]
    assert len(starts) == 3
    first, second, third = starts
    assert heads[first:second] == ["", *map(str, range(2, second - first + 1))]
    assert heads[second:] == ["", *map(str, range(2, len(pages) - second + 1))]
    assert third > second


def test_each_paper_is_a_section_of_word_with_its_own_numbers(several, written):
    sections = docx.Document(written(several, "docx")).sections

    starts = [s._sectPr.find(qn("w:pgNumType")) for s in sections]
    assert [s is not None and s.get(qn("w:start")) for s in starts] == [False, "1", False]
    assert [s.different_first_page_header_footer for s in sections] == [True, True, False]
    assert all("PAGE" in s.header._element.xml for s in sections)


def test_a_wide_annex_may_follow_an_upright_paper(official, form, written):
    report = official(_text("x"))
    annex = replace(report.papers[0], page=form("progress-annex").page, name="Phụ lục")
    both = bound((*report.papers, annex), report.metadata)

    sections = docx.Document(written(both, "docx")).sections
    sizes = [page.mediabox for page in pypdf.PdfReader(written(both, "pdf")).pages]
    book = openpyxl.load_workbook(written(both, "xlsx"))

    assert [s.page_width < s.page_height for s in sections] == [True, False]
    assert [box.width < box.height for box in sizes] == [True, False]
    assert [s.page_setup.orientation for s in book] == ["portrait", "landscape"]


def test_each_paper_is_a_sheet_with_a_valid_name(several, written):
    book = openpyxl.load_workbook(written(several, "xlsx"))

    assert [s.page_setup.firstPageNumber for s in book] == [1, 1, None]
    assert [bool(s.HeaderFooter.differentFirst) for s in book] == [True, True, False]
    assert book.sheetnames == ["Phòng Nội vụ 1 2", "phòng nội vụ 1 2 (2)", "x" * 31]


@given(st.lists(st.text(max_size=50), max_size=20))
def test_sheet_names_are_valid_and_unique(wanted):
    names = sheet_names(wanted)

    assert len({name.casefold() for name in names}) == len(wanted)
    assert all(0 < len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)
    assert all(name.strip("'") == name for name in names)


def test_text_stays_text_in_excel(official, written):
    target = written(official(_text("=1+1"), _text("@x"), addressees=("=A1",)), "xlsx")

    cells = [c for row in openpyxl.load_workbook(target).active for c in row if c.value]
    assert all(cell.data_type == "s" for cell in cells)
    assert "<f>" not in ZipFile(target).read("xl/worksheets/sheet1.xml").decode()


def test_the_counts_of_a_chart_are_numbers_that_excel_draws(official, written):
    target = written(official(CHART), "xlsx")

    sheet = openpyxl.load_workbook(target).active
    (chart,) = sheet._charts
    drawn = {}
    for series in chart.series:
        area = series.val.numRef.f.split("!")[1].replace("$", "")
        drawn[series.tx.v] = [row[0].value for row in sheet[area]]
    assert drawn == {
        "Hoàn thành đúng hạn": [17, None, None],
        "Hoàn thành quá hạn": [None, 31, None],
        "Quá hạn chưa xong": [4, None, None],
        "Chưa phát sinh": [None, 1, None],
    }
    assert (chart.grouping, chart.barDir) == ("stacked", "bar")


def test_a_chart_in_word_is_a_table_with_shaded_cells(official, written):
    document = docx.Document(written(official(CHART), "docx"))

    row = next(
        row
        for row in document.element.body.iter(qn("w:tr"))
        if "Cải cách thể chế" in "".join(t.text or "" for t in row.iter(qn("w:t")))
    )
    spans = [
        int(cell.find(f".//{qn('w:gridSpan')}").get(qn("w:val")))
        for cell in row.iter(qn("w:tc"))
        if cell.find(f".//{qn('w:tcBorders')}") is not None
    ]
    assert spans[0] / spans[1] == pytest.approx(17 / 4, rel=0.1)


def test_a_chart_taller_than_a_page_goes_on(official, text_of):
    bars = tuple(ChartBar(f"Xã số {n}", {ChartPart.IN_PROGRESS: n + 1}) for n in range(80))

    found = text_of(official(ProgressChart("Theo xã", bars)), "pdf")

    assert all(re.search(rf"Xã số {n}\b", found) for n in range(80))


def test_headings_and_the_last_text_are_kept_with_what_follows_in_word(official, written):
    document = docx.Document(written(_full(official), "docx"))

    styles = {p.style.style_id: p.style for p in document.paragraphs}
    assert all(styles[f"CchcHeading{n}"].paragraph_format.keep_with_next for n in (1, 2, 3))
    assert styles["CchcText"].paragraph_format.widow_control
    last = next(p for p in document.paragraphs if p.text.endswith("./."))
    assert last.paragraph_format.keep_with_next


@pytest.mark.parametrize("ending", FORMATS)
def test_the_same_paper_gives_the_same_bytes(official, written, ending):
    first = written(_full(official), ending).read_bytes()

    assert written(_full(official), ending).read_bytes() == first


def test_every_row_of_a_sheet_is_high_enough(official, written, fonts):
    sheet = openpyxl.load_workbook(written(official(_text(SENTENCE * 20)), "xlsx")).active

    heights = [sheet.row_dimensions[r].height for r in range(1, sheet.max_row + 1)]
    assert all(height and height <= 409.5 for height in heights)
    words = len((SENTENCE * 20).strip())
    # About 85 letters of 14 points stand on a line of the page.
    assert sum(heights) > words / 95 * 14 * 1.15


def test_spaces_between_a_bold_and_an_italic_phrase_stay_in_excel(official, text_of):
    styled = PaperText(RichText.from_markup("<b>đậm</b> <i>nghiêng</i>"))

    assert "đậm nghiêng./." in text_of(official(styled), "xlsx")


@pytest.mark.parametrize("lines", range(14, 30))
def test_a_heading_begins_a_new_printed_page_rather_than_end_one_in_excel(official, written, lines):
    filler = "\n".join(f"dòng {n}" for n in range(lines))
    paper = official(_text(filler), PaperHeading("I. Mục"), _text(SENTENCE * 8))

    sheet = openpyxl.load_workbook(written(paper, "xlsx")).active

    room = (297 - 40) / 25.4 * 72
    breaks = {b.id for b in sheet.row_breaks.brk}
    used, page, pages = 0.0, 0, {}
    for row in range(1, sheet.max_row + 1):
        height = sheet.row_dimensions[row].height
        if used + height > room or row - 1 in breaks:
            used, page = 0.0, page + 1
        used += height
        pages[sheet.cell(row, 1).value or row] = page
    text = next(key for key in pages if str(key).startswith("Ủy ban nhân dân huyện đã"))
    assert pages["I. MỤC"] == pages[text]
