"""How documents are named and cited: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6."""

from datetime import date

import pytest

from cchc_desktop.domain.registered_document import DocumentId, RegisteredDocument, symbol_key

DECREE = RegisteredDocument(
    "Nghị định", "30/2020", "NĐ-CP", date(2020, 3, 5), "Chính phủ", "về công tác văn thư"
)
PARTY = RegisteredDocument(
    "Nghị quyết", "03", "NQ/TU", date(2021, 1, 21), "Ban Chấp hành Đảng bộ tỉnh A",
    "về đẩy mạnh cải cách hành chính",
)  # fmt: skip


def test_first_citation_names_kind_number_symbol_day_issuer_and_subject() -> None:
    assert DECREE.full_citation == (
        "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư"
    )


def test_later_citation_names_kind_number_and_symbol_only() -> None:
    assert DECREE.short_citation == "Nghị định số 30/2020/NĐ-CP"


def test_days_below_ten_and_the_first_two_months_are_written_with_a_zero() -> None:
    document = RegisteredDocument("Quyết định", "282", "QĐ-TTg", date(2026, 2, 9))

    assert document.full_citation == "Quyết định số 282/QĐ-TTg ngày 09 tháng 02 năm 2026"


def test_party_document_has_a_dash_after_its_number() -> None:
    assert PARTY.short_citation == "Nghị quyết số 03-NQ/TU"
    assert PARTY.full_citation.startswith("Nghị quyết số 03-NQ/TU ngày 21 tháng 01 năm 2021 của")


def test_official_letter_has_a_stroke_and_no_kind_in_its_symbol() -> None:
    letter = RegisteredDocument(
        "Công văn", "673", "UBND-NV", date(2022, 3, 10), "Ủy ban nhân dân huyện B"
    )

    assert letter.short_citation == "Công văn số 673/UBND-NV"
    assert letter.full_citation == (
        "Công văn số 673/UBND-NV ngày 10 tháng 3 năm 2022 của Ủy ban nhân dân huyện B"
    )


def test_law_is_named_by_its_name_without_number_and_issuer() -> None:
    law = RegisteredDocument(
        "Luật", "72/2025", "QH15", date(2025, 6, 16), "Quốc hội", "Tổ chức chính quyền địa phương"
    )

    assert law.full_citation == "Luật Tổ chức chính quyền địa phương năm 2025"
    assert law.short_citation == "Luật Tổ chức chính quyền địa phương"


@pytest.mark.parametrize(
    "written",
    ["03-NQ/TU", "3-NQ/TU", "Số: 03 - NQ/TU", "số 03–NQ/TU", "03-nq/tu."],
)
def test_spellings_of_one_symbol_have_one_key(written: str) -> None:
    assert symbol_key(written) == PARTY.symbol_key


def test_other_symbols_have_other_keys() -> None:
    assert symbol_key("30/NQ-TU") != symbol_key("3/NQ-TU")
    assert symbol_key("76/NQ-CP") != symbol_key("76/2025/NQ-CP")


def test_force_is_told_by_the_first_and_the_last_day() -> None:
    document = RegisteredDocument(
        "Nghị định", "61/2018", "NĐ-CP", date(2018, 4, 23), ended_on=date(2025, 6, 30),
        replaced_by=DocumentId(2),
    )  # fmt: skip

    assert not document.is_in_force_on(date(2018, 4, 22))
    assert document.is_in_force_on(date(2018, 4, 23))
    assert document.is_in_force_on(date(2025, 6, 30))
    assert not document.is_in_force_on(date(2025, 7, 1))
