import docx
import openpyxl
import pdfplumber
import pytest
from docx.oxml.ns import qn

from cchc_desktop.documents.assignment_table import (
    MatrixAgency,
    MatrixContent,
    MatrixOptions,
    MatrixRow,
    MatrixSection,
    compose_assignment_table,
)
from cchc_desktop.documents.blocks import Letterhead, SignatureBlock, Table
from cchc_desktop.domain.rich_text import RichText


def _content(agencies=5, rows=4):
    tasks = tuple(
        MatrixRow(
            str(n + 1),
            RichText.plain(f"việc{n}"),
            {n % agencies: "C", (n + 1) % agencies: "P"},
        )
        for n in range(rows)
    )
    return MatrixContent(
        "Bảng phân công",
        tuple(MatrixAgency(f"Cơquan{n}", f"Cơ quan số {n}") for n in range(agencies)),
        (MatrixSection("I", RichText.plain("MỤC"), tasks),),
    )


@pytest.fixture
def compose(office_letterhead, form):
    def composed(content, **options):
        return compose_assignment_table(
            content, office_letterhead, form("assignment-table"), MatrixOptions(**options)
        )

    return composed


def _tables(document):
    return [b for paper in document.papers for b in paper.blocks if isinstance(b, Table)]


@pytest.mark.parametrize("agencies", [1, 17, 18, 40])
def test_agencies_that_do_not_fit_go_on_in_parts_that_repeat_the_tasks(compose, agencies):
    document = compose(_content(agencies))

    tables = _tables(document)
    labels = [c.heading for table in tables for c in table.columns[2:]]
    assert labels == [f"Cơquan{n}" for n in range(agencies)]
    for table in tables:
        assert all(c.width_mm >= 9.5 - 0.01 for c in table.columns)
        assert sum(c.width_mm for c in table.columns) <= document.page.text_width_mm + 0.01
        assert [row.cells[1].text for row in table.rows[1:5]] == [f"việc{n}" for n in range(4)]
    assert [paper.goes_on for paper in document.papers] == [False] + [True] * (len(tables) - 1)


def test_the_last_rows_count_what_each_agency_leads_and_supports(compose):
    (table,) = _tables(compose(_content(3, 4)))

    leads, supports = ([cell.text for cell in row.cells] for row in table.rows[-2:])
    assert leads == ["", "Số nhiệm vụ chủ trì (C)", "2", "1", "1"]
    assert supports == ["", "Số nhiệm vụ phối hợp (P)", "1", "2", "1"]


@pytest.mark.parametrize("ending", ["docx", "xlsx"])
def test_every_mark_and_every_name_is_found(compose, text_of, ending):
    found = text_of(compose(_content(20)), ending)

    for words in ("C: chủ trì; P: phối hợp.", "Cơquan19", "Cơ quan số 19", "(phần 2/2)", "việc3"):
        assert words in found


def test_the_headings_of_agencies_run_from_bottom_to_top_in_pdf(compose, written):
    with pdfplumber.open(written(compose(_content(5)), "pdf")) as pdf:
        chars = [c for c in pdf.pages[0].chars if not c["upright"]]

    ordered = sorted(chars, key=lambda c: (round(c["x0"]), -c["top"]))
    assert "".join(c["text"] for c in ordered) == "".join(f"Cơquan{n}" for n in range(5))


def test_the_headings_of_agencies_are_upright_in_word_and_excel(compose, written):
    document = compose(_content(5))

    body = docx.Document(written(document, "docx")).element.body
    directions = [d.get(qn("w:val")) for d in body.iter(qn("w:textDirection"))]
    sheet = openpyxl.load_workbook(written(document, "xlsx")).active
    header = next(row for row in sheet.iter_rows() if row[0].value == "STT")
    assert directions == ["btLr"] * 5
    assert [c.alignment.textRotation for c in header] == [0, 0, *[90] * 5]
    assert sheet.print_title_rows == f"${header[0].row}:${header[0].row}"


def test_letterhead_and_signature_stand_once(compose):
    document = compose(_content(40), with_signature=True)

    kinds = [type(b) for paper in document.papers for b in paper.blocks]
    assert kinds.count(Letterhead) == kinds.count(SignatureBlock) == 1
    assert kinds[-1] is SignatureBlock
