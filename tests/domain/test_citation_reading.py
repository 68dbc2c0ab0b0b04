"""Citations as plans word them, read into entries of the register."""

from dataclasses import replace
from datetime import date

import pytest

from cchc_desktop.domain.citation_reading import (
    read_citation,
    read_citations,
    same_document,
    unregistered,
)
from cchc_desktop.domain.registered_document import RegisteredDocument

WHOLE = (
    "Kế hoạch số 77/KH-UBND ngày 22/3/2021 của UBND tỉnh A về triển khai Nghị quyết của"
    " Ban Chấp hành Đảng bộ tỉnh"
)


def read(text: str) -> RegisteredDocument:
    found = read_citation(text)
    assert found is not None
    return found


def test_whole_citation_gives_every_detail() -> None:
    assert read(WHOLE) == RegisteredDocument(
        "Kế hoạch",
        "77",
        "KH-UBND",
        date(2021, 3, 22),
        "UBND tỉnh A",
        "về triển khai Nghị quyết của Ban Chấp hành Đảng bộ tỉnh",
    )


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ", "30/2020/NĐ-CP"),
        ("theo Quyết định số 845-QĐ/TU ngày 08/4/2019 của Ban Thường vụ Tỉnh ủy", "845-QĐ/TU"),
        ("Công văn số 673/UBND-NV ngày 10/3/2022 của Ủy ban nhân dân huyện", "673/UBND-NV"),
        ("Nghị quyết số 1211/2016/UBTVQH13 ngày 25/5/2016", "1211/2016/UBTVQH13"),
    ],
)
def test_number_and_symbol_come_back_as_they_are_written(text: str, symbol: str) -> None:
    assert read(text).full_symbol == symbol


def test_words_of_the_sentence_around_a_citation_are_not_its_subject() -> None:
    document = read(
        "Đẩy mạnh Nghị định số 141/2016/NĐ-CP của Chính phủ, phấn đấu 100% cơ quan thực hiện tự chủ"
    )

    assert (document.issuer, document.subject) == ("Chính phủ", "")


def test_several_documents_in_one_sentence_are_read_apart() -> None:
    found = read_citations(
        "Chương trình số 108-CTr/HU ngày 13/12/2021 của Ban Thường vụ Huyện ủy về thực hiện"
        " Nghị quyết 05-NQ/TU ngày 28/9/2021 của Ban Thường vụ Tỉnh ủy và Quyết định số"
        " 2466/QĐ-UBND ngày 19/10/2022 của Chủ tịch Ủy ban nhân dân huyện B"
    )

    assert [d.full_symbol for d in found] == ["108-CTr/HU", "05-NQ/TU", "2466/QĐ-UBND"]
    assert [d.issuer for d in found][1:] == [
        "Ban Thường vụ Tỉnh ủy",
        "Chủ tịch Ủy ban nhân dân huyện B",
    ]


def test_title_in_quotation_marks_is_not_cut_at_its_commas() -> None:
    document = read(
        "Quyết định số 1149/QĐ-BNV ngày 30/12/2020 của Bộ Nội vụ phê duyệt Đề án “Xác định Chỉ số"
        " của các bộ, Ủy ban nhân dân các tỉnh”, UBND tỉnh A ban hành"
    )

    assert document.subject == (
        "phê duyệt Đề án “Xác định Chỉ số của các bộ, Ủy ban nhân dân các tỉnh”"
    )


def test_law_is_read_by_its_name_and_day() -> None:
    document = read("Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;")

    assert document.issued_on == date(2015, 6, 19)
    assert document.full_citation == "Luật Tổ chức chính quyền địa phương năm 2015"


def test_law_of_which_only_the_year_is_known_gets_no_made_up_day() -> None:
    document = read("Căn cứ Luật Tổ chức chính quyền địa phương năm 2015;")

    assert document.issued_on is None
    assert document.full_citation == "Luật Tổ chức chính quyền địa phương năm 2015"


@pytest.mark.parametrize(
    "text", ["tối đa 15 phút/01 lượt giao dịch", "đạt 61,4203/65 điểm", "Quý III/2024", ""]
)
def test_fractions_and_dates_are_no_documents(text: str) -> None:
    assert read_citations(text) == ()


def test_what_the_register_has_is_left_out_and_the_rest_is_gathered() -> None:
    cited = read_citations(
        "Nghị quyết số 76/NQ-CP; Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ;"
        " Kế hoạch số 077/KH-UBND ngày 22/3/2021"
    )

    found = unregistered(cited, (read(WHOLE),))

    assert [(d.full_symbol, d.issued_on, d.issuer) for d in found] == [
        ("76/NQ-CP", date(2021, 7, 15), "Chính phủ")
    ]


def test_same_number_of_another_year_is_another_document() -> None:
    first = read(WHOLE)

    assert not same_document(first, replace(first, issued_on=date(2022, 3, 22)))
    assert same_document(first, replace(first, issued_on=None))
