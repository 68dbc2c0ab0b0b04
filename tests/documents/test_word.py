from collections import Counter
from datetime import date
from zipfile import ZipFile

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from cchc_desktop.documents.plan_annex import AnnexOptions, compose_plan_annex
from cchc_desktop.documents.word import write_word
from cchc_desktop.domain.rich_text import RichText


@pytest.fixture
def written(office_letterhead, plan_annex_form, tmp_path):
    def word(plan, **options):
        document = compose_plan_annex(
            plan, office_letterhead, plan_annex_form, AnnexOptions(**options)
        )
        target = tmp_path / "phu-luc.docx"
        write_word(document, target)
        return target

    return word


def _main_table(document):
    return max(document.tables, key=lambda table: len(table._tbl.tr_lst))


def _texts(row):
    """The text of each cell of the row's XML, merged cells included."""
    return [
        "\n".join(
            "".join("\n" if node.tag == qn("w:br") else node.text or "" for node in p.iter(
                qn("w:t"), qn("w:br")))
            for p in cell.iter(qn("w:p"))
        )
        for cell in row.tc_lst
    ]  # fmt: skip


def _words_of(plan):
    for section in plan.sections:
        yield from section.title.text.split()
    for task in plan.tasks():
        texts = [task.content, task.lead.text, task.cooperating.text, task.note]
        texts += [x for d in task.deliverables for x in (d.product, d.deadline.text)]
        for text in texts:
            yield from text.text.split()


def test_every_word_of_the_plan_is_in_the_table(written, sample_plan):
    table = _main_table(docx.Document(written(sample_plan)))

    found = Counter(w for row in table._tbl.tr_lst for cell in _texts(row) for w in cell.split())
    assert Counter(_words_of(sample_plan)) - found == Counter()


def test_the_table_is_one_real_table_with_a_repeated_header(written, sample_plan):
    table = _main_table(docx.Document(written(sample_plan)))
    header, *rows = table._tbl.tr_lst

    assert [text.replace("\u00a0", " ") for text in _texts(header)] == [
        "STT", "Nhiệm vụ cụ thể", "Kết quả, sản phẩm", "Thời gian thực hiện",
        "Cơ quan chủ trì", "Cơ quan phối hợp", "Ghi chú",
    ]  # fmt: skip
    assert header.find(f".//{qn('w:tblHeader')}") is not None
    assert not any(row.find(f".//{qn('w:tblHeader')}") is not None for row in rows)


def test_rows_may_break_over_pages(written, sample_plan):
    table = _main_table(docx.Document(written(sample_plan)))

    assert table._tbl.find(f".//{qn('w:cantSplit')}") is None


def test_the_cells_of_each_row_fill_the_grid(written, sample_plan):
    table = _main_table(docx.Document(written(sample_plan)))
    grid = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid.gridCol_lst]

    for row in table._tbl.tr_lst:
        assert sum(cell.grid_span for cell in row.tc_lst) == len(grid)
        widths = [int(c.tcPr.find(qn("w:tcW")).get(qn("w:w"))) for c in row.tc_lst]
        assert sum(widths) == pytest.approx(sum(grid), abs=8)


def test_a_task_with_several_products_is_merged_down_its_rows(written, plan_of, section, task):
    plan = plan_of(section("I", "M", task("1", "việc", ("A", "Quý I"), ("B", "Quý II"))))

    *_, first, second = _main_table(docx.Document(written(plan)))._tbl.tr_lst

    assert _texts(second) == ["", "", "B", "Quý II", "", "", ""]
    assert [cell.vMerge for cell in first.tc_lst] == ["restart"] * 2 + [None] * 2 + ["restart"] * 3
    assert [cell.vMerge for cell in second.tc_lst] == ["continue"] * 2 + [None] * 2 + [
        "continue"
    ] * 3


def test_the_page_is_the_one_of_the_form(written, sample_plan):
    section = docx.Document(written(sample_plan)).sections[0]

    assert section.orientation == WD_ORIENT.LANDSCAPE
    sizes = (section.page_width, section.page_height, section.left_margin, section.right_margin)
    assert [round(size.mm) for size in sizes] == [297, 210, 30, 15]


def test_the_page_number_is_a_field_and_not_on_the_first_page(written, sample_plan):
    section = docx.Document(written(sample_plan)).sections[0]

    assert section.different_first_page_header_footer
    assert "PAGE" in section.header._element.xml
    assert "PAGE" not in section.first_page_header._element.xml


def test_everything_is_in_times_new_roman(written, sample_plan):
    document = docx.Document(written(sample_plan, with_signature=True))
    used = {p.style.name for p in document.paragraphs}
    used |= {p.style.name for t in document.tables for r in t.rows[:2] for c in r.cells
             for p in c.paragraphs}  # fmt: skip

    for name in used | {"Normal", "Header"}:
        fonts = document.styles[name].element.rPr.rFonts
        for script in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
            assert fonts.get(qn(script)) == "Times New Roman"


def test_bold_and_italic_phrases_stay(written, plan_of, section, task):
    plan = plan_of(section("I", "M", task("1", "thường <b>đậm</b> <i>nghiêng</i>")))

    document = docx.Document(written(plan))

    runs = _main_table(document).rows[-1].cells[1].paragraphs[0].runs
    assert [(r.text, r.bold, r.italic) for r in runs if r.text.strip()] == [
        ("thường ", None, None), ("đậm", True, None), ("nghiêng", None, True)
    ]  # fmt: skip


def test_special_characters_come_back_as_typed(written, plan_of, section, task):
    typed = "A & B < C > D \"E\" 'F'\n- dòng hai"
    markup = RichText.plain(typed).markup
    plan = plan_of(section("I", "M", task("1", markup)))

    row = _main_table(docx.Document(written(plan)))._tbl.tr_lst[-1]

    assert _texts(row)[1] == typed


def test_the_letterhead_the_titles_and_the_signature_are_there(written, sample_plan):
    document = docx.Document(written(sample_plan, with_signature=True, recipients=("- Lưu: VT.",)))

    body = "\n".join(node.text or "" for node in document.element.body.iter(qn("w:t")))
    for words in (
        "UBND TỈNH HÒA NAM",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "PHỤ LỤC",
        "TM. ỦY BAN NHÂN DÂN",
        "Họ và Tên Người Ký",
        "Nơi nhận:",
        "- Lưu: VT.",
    ):
        assert words in body


def test_five_thousand_rows_are_written(written, big_plan):
    plan = big_plan(530)

    table = _main_table(docx.Document(written(plan)))

    assert len(table._tbl.tr_lst) > 5000


def test_the_same_plan_gives_the_same_bytes(written, sample_plan):
    first = written(sample_plan).read_bytes()

    assert written(sample_plan).read_bytes() == first


def test_the_file_says_what_it_is(written, sample_plan):
    target = written(sample_plan, print_date=date(2027, 1, 15))

    about = docx.Document(target).core_properties
    assert about.author == "Ủy ban nhân dân huyện Sông Trà"
    assert about.created.date() == date(2027, 1, 15)
    assert ZipFile(target).testzip() is None
