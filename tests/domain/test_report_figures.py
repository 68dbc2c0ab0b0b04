"""Figures are written as Vietnamese reports write them, documents named by their symbols."""

from datetime import date
from decimal import Decimal

import pytest

from cchc_desktop.domain.errors import CatalogueDamaged
from cchc_desktop.domain.progress import Evidence, EvidenceId, ProgressId
from cchc_desktop.domain.report_documents import (
    DocumentTypes,
    citations,
    issued_documents,
    parse_document_types,
)
from cchc_desktop.domain.report_figures import percent_text

TYPES = DocumentTypes(
    {"KH": "Kế hoạch", "QĐ": "Quyết định", "CTr": "Chương trình", "TTr": "Tờ trình"},
    "Công văn",
    "Văn bản khác",
)


@pytest.mark.parametrize(
    ("value", "text"),
    [("29.27", "29,27"), ("100.00", "100"), ("0", "0"), ("50.00", "50"), ("99.10", "99,10"),
     (None, "-")],
)  # fmt: skip
def test_percentages_have_a_comma_and_no_zeros_alone(value, text):
    assert percent_text(None if value is None else Decimal(value)) == text


@pytest.mark.parametrize(
    ("number", "name"),
    [
        ("125/KH-UBND", "Kế hoạch"),
        ("125/kh-ubnd", "Kế hoạch"),
        ("số 09/QĐ-UBND", "Quyết định"),
        ("45/2020/QĐ-UBND", "Quyết định"),
        ("12/CTr-UBND", "Chương trình"),
        ("12/TTr-PNV", "Tờ trình"),
        ("627/UBND-NC", "Công văn"),
        ("2775/SNV-CCHC&VTLT", "Công văn"),
        ("15/UBND", "Công văn"),
        ("45/KH", "Công văn"),
        ("202/2025/QH15", "Công văn"),
        ("bản chụp", "Văn bản khác"),
        ("", "Văn bản khác"),
        ("ngày 12/3", "Văn bản khác"),
    ],
)
def test_a_symbol_names_the_type(number, name):
    assert TYPES.read(number) == name


def proof(number: str, day: date | None = None, subject: str = "") -> Evidence:
    return Evidence(EvidenceId(1), number, day, subject=subject)


def test_documents_are_listed_once_by_type_and_day():
    day = date(2025, 3, 5)
    proofs = [
        (ProgressId(1), proof("9/UBND-NC", day)),
        (ProgressId(2), proof("12/KH-UBND", day)),
        (ProgressId(3), proof("3/KH-UBND", date(2025, 1, 5))),
        (ProgressId(4), proof("12/KH-UBND", day)),
        (ProgressId(5), proof("", day, "Chỉ có trích yếu")),
    ]

    documents = issued_documents(proofs, TYPES)

    assert [d.citation for d in documents] == [
        "số 3/KH-UBND ngày 05/01/2025",
        "số 12/KH-UBND ngày 05/3/2025",
        "số 9/UBND-NC ngày 05/3/2025",
    ]
    assert documents[1].progress_ids == (2, 4)


def test_proofs_are_cited_with_their_type_once():
    proofs = [proof("12/KH-UBND", date(2025, 3, 5)), proof("12/KH-UBND", date(2025, 3, 5)),
              proof("", None, "Ảnh chụp"), proof("Kế hoạch số 3/KH-UBND")]  # fmt: skip

    assert citations(proofs, TYPES) == (
        "Kế hoạch số 12/KH-UBND ngày 05/3/2025",
        "Ảnh chụp",
        "Kế hoạch số 3/KH-UBND",
    )


def test_a_damaged_list_of_types_is_named():
    with pytest.raises(CatalogueDamaged):
        parse_document_types({"letter": "Công văn", "other": "", "type": []}, "types.toml")
