from datetime import date

import openpyxl
import pytest

from cchc_desktop.documents.assignment_notice import (
    NoticeContent,
    NoticeOptions,
    NoticeRow,
    compose_assignment_notice,
)
from cchc_desktop.documents.blocks import OfficialHead, SignatureBlock, Table
from cchc_desktop.domain.rich_text import RichText


def _row(number, text, **changes):
    cells = [RichText.plain(f"{text}-{name}") for name in ("nội", "phẩm", "hạn", "ai")]
    return NoticeRow(number, *cells, **changes)


@pytest.fixture
def compose(office_letterhead, form):
    def composed(*notices, **options):
        made = NoticeOptions("Thực hiện Kế hoạch năm 2027", date(2027, 3, 1), **options)
        return compose_assignment_notice(
            notices, office_letterhead, form("assignment-notice"), made
        )

    return composed


NOTICES = (
    NoticeContent("Phòng Nội vụ", (_row("1", "một"), _row("2", "hai")), (_row("3", "ba"),), "5"),
    NoticeContent("Ủy ban nhân dân xã An Khê", (), ()),
)


@pytest.mark.parametrize("ending", ["pdf", "docx", "xlsx"])
def test_all_notices_of_a_run_stand_in_one_file(compose, text_of, ending):
    found = " ".join(text_of(compose(*NOTICES), ending).split())

    assert found.count("PHIẾU GIAO NHIỆM VỤ") == 2
    for word in ("một-nội", "hai-phẩm", "ba-hạn", "ba-ai", "I. NHIỆM VỤ CHỦ TRÌ",
                 "II. NHIỆM VỤ PHỐI HỢP", "- Phòng Nội vụ;", "Số: 05/PGNV-UBND"):  # fmt: skip
        assert word in found
    assert "Ủy ban nhân dân xã An Khê không chủ trì nhiệm vụ nào." in found
    assert "Ủy ban nhân dân xã An Khê không phối hợp thực hiện nhiệm vụ nào." in found


def test_the_table_of_what_an_agency_supports_names_who_leads(compose):
    tables = [b for b in compose(*NOTICES).blocks if isinstance(b, Table)]

    headings = [table.columns[-1].heading.replace("\xa0", " ") for table in tables]
    assert headings == ["Cơ quan phối hợp", "Cơ quan chủ trì"]


def test_further_products_share_number_content_and_agency(compose):
    rows = (_row("1", "a"), _row("", "b", is_further_product=True))
    document = compose(NoticeContent("A", rows, ()))

    table = next(b for b in document.blocks if isinstance(b, Table))
    assert [c.is_shared for c in table.columns] == [True, True, False, False, True]
    assert [row.kind.value for row in table.rows] == ["task", "continuation"]


def test_an_electronic_notice_has_neither_number_nor_day(compose):
    head = next(b for b in compose(*NOTICES, electronic=True).blocks if isinstance(b, OfficialHead))

    assert not any(char.isdigit() for char in head.number + head.place_and_day)


def test_each_notice_is_signed_and_closed(compose):
    for paper in compose(*NOTICES).papers:
        *_, text, signature = paper.blocks
        assert text.text.text.endswith("./.")
        assert isinstance(signature, SignatureBlock)


def test_each_notice_is_a_sheet_named_for_its_agency(compose, written):
    names = openpyxl.load_workbook(written(compose(*NOTICES, *NOTICES), "xlsx")).sheetnames

    assert names == ["Phòng Nội vụ", "Ủy ban nhân dân xã An Khê", "Phòng Nội vụ (2)",
                     "Ủy ban nhân dân xã An Khê (2)"]  # fmt: skip
