from collections import Counter
from datetime import date

import openpyxl
import pytest

from cchc_desktop.documents.blocks import Heading, Letterhead, Paragraph, RowKind, Table
from cchc_desktop.documents.progress_annex import (
    ProgressAnnexContent,
    ProgressAnnexOptions,
    ProgressRow,
    ProgressSection,
    compose_progress_annex,
)
from cchc_desktop.domain.plan import ParentDocument
from cchc_desktop.domain.rich_text import RichText

KEYS = ("number", "content", "product", "deadline", "lead", "state", "result", "note")


def _row(name, kind=RowKind.TASK, **changes):
    cells = {key: RichText.plain(f"{name}{i}") for i, key in enumerate(KEYS)}
    return ProgressRow({**cells, **changes}, kind)


def _content(*rows, **changes):
    section = ProgressSection("I", RichText.plain("MỤC MỘT"), rows)
    parent = ParentDocument("Báo cáo", "7", "BC-UBND", date(2027, 9, 6))
    return ProgressAnnexContent("Kết quả quý III", parent, (section,), **changes)


@pytest.fixture
def compose(office_letterhead, form):
    def composed(content, **options):
        return compose_progress_annex(
            content, office_letterhead, form("progress-annex"), ProgressAnnexOptions(**options)
        )

    return composed


@pytest.mark.parametrize("ending", ["pdf", "docx", "xlsx"])
def test_every_word_is_found(compose, text_of, ending):
    many = RichText.plain("\n".join(f"- đơnvị{n} đã xong" for n in range(60)))
    content = _content(
        _row("một", result=many), _row("hai"), summary=RichText.plain("Tổng số 41 nhiệm vụ")
    )

    found = text_of(compose(content, with_letterhead=True, with_signature=True), ending)

    wanted = Counter(f"hai{i}" for i in range(len(KEYS)))
    wanted += Counter(f"đơnvị{n}" for n in range(60))
    wanted += Counter(["Tổng", "số", "41", "nhiệm", "vụ", "MỤC", "MỘT", "KẾT", "QUẢ", "QUÝ", "III"])
    joined = "".join(found.split())
    assert all(word in joined for word in wanted)


def test_the_bracketed_line_names_the_report(compose):
    line = next(b for b in compose(_content()).blocks if isinstance(b, Paragraph)).text.text

    assert line == (
        "(Kèm theo Báo cáo số 07/BC-UBND ngày 06 tháng 9 năm 2027 "
        "của Ủy ban nhân dân huyện Sông Trà)"
    )


def test_an_electronic_annex_leaves_number_and_day_blank(compose):
    document = compose(_content(), electronic=True)

    line = next(b for b in document.blocks if isinstance(b, Paragraph)).text.text
    assert not any(char.isdigit() for char in line)


def test_a_numbered_annex_says_so(compose):
    document = compose(_content(annex_number="II"))

    assert next(b for b in document.blocks if isinstance(b, Heading)).text == "Phụ lục II"
    assert not any(isinstance(b, Letterhead) for b in document.blocks)


def test_missing_cells_are_empty_and_products_have_rows_of_their_own(compose):
    more = ProgressRow({"product": RichText.plain("B")}, RowKind.CONTINUATION)
    table = next(b for b in compose(_content(_row("a"), more)).blocks if isinstance(b, Table))

    assert [c.text for c in table.rows[-1].cells] == ["", "", "B", "", "", "", "", ""]
    assert [c.key for c in table.columns if not c.is_shared] == ["product", "deadline"]


def test_the_header_row_is_repeated_on_printed_sheets(compose, written):
    content = _content(_row("a"), summary=RichText.plain("Tổng số"))

    sheet = openpyxl.load_workbook(written(compose(content), "xlsx")).active

    header = next(row[0].row for row in sheet.iter_rows() if row[0].value == "STT")
    assert sheet.print_title_rows == f"${header}:${header}"
    assert sheet.freeze_panes == f"A{header + 1}"
