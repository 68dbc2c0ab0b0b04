"""Bringing a whole document in from the command line."""

import re
from collections import Counter
from pathlib import Path

import pytest

TEXT = """Số: 12/KH-UBND
KẾ HOẠCH
Cải cách hành chính nhà nước năm 2025

I. MỤC TIÊU
1. Nâng cao chất lượng phục vụ.
- Rút ngắn thời gian.
Trên đây là Kế hoạch./.

Nơi nhận:
- Lưu: VT.

CHỦ TỊCH

Lê Thị Mẫu
"""


@pytest.fixture
def document(tmp_path):
    path = tmp_path / "kế hoạch.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_document_is_written_and_its_outline_printed(cchc, office, document):
    answer = cchc("import", "plan", office, document, "--year", 2025)
    assert answer.code == 0
    assert answer.out.splitlines() == [
        "Kế hoạch: Cải cách hành chính nhà nước năm 2025",
        "  I. MỤC TIÊU",
        "    1. Nâng cao chất lượng phục vụ.",
        "            - Rút ngắn thời gian.",
        "  Trên đây là Kế hoạch./.",
    ]
    assert "Đã ghi 4 đoạn vào kế hoạch năm 2025." in answer.err
    again = cchc("import", "plan", office, document, "--year", 2025)
    assert "không có gì thay đổi" in again.err


def test_a_title_of_another_year_is_said(cchc, office, document):
    answer = cchc("import", "plan", office, document, "--year", 2024, "--json")
    assert answer.json["other_year"] == "2025"
    assert "tên văn bản ghi năm 2025, khác kế hoạch được ghi vào (năm 2024)" in answer.err
    right = cchc("import", "plan", office, document, "--year", 2025, "--json")
    assert right.json["other_year"] is None
    assert "khác kế hoạch" not in right.err


def test_an_imported_plan_for_several_years_is_shown(cchc, office, document):
    cchc("import", "plan", office, document, "--year", "2021-2025")
    assert cchc("show", "plan", office, "--year", "2021-2025", "--json").code == 0


def test_dry_run_writes_nothing(cchc, office, document):
    answer = cchc("import", "plan", office, document, "--year", 2025, "--dry-run", "--json")
    assert answer.code == 0
    assert not answer.json["is_written"]
    assert answer.json["head"]["number"] == "12"
    assert [p["number"] for p in answer.json["parts"][0]["passages"]] == ["I.", "1.", "-", ""]
    assert answer.json["signer"] == {
        "authority": "own",
        "titles": ["CHỦ TỊCH"],
        "name": "Lê Thị Mẫu",
    }
    assert cchc("show", "plan", office, "--year", 2025).code == 1


def test_plan_for_several_years_goes_in(cchc, office, document):
    answer = cchc("import", "plan", office, document, "--year", "2021-2025", "--json")
    assert (answer.json["year"], answer.json["last_year"]) == (2021, 2025)
    assert answer.json["is_written"]


def test_unreadable_document_is_said_in_vietnamese(cchc, office, tmp_path):
    (tmp_path / "a.txt").write_text("x" * 300_000, encoding="utf-8")
    answer = cchc("import", "plan", office, tmp_path / "a.txt", "--year", 2025)
    assert answer.code == 1
    assert "Dòng 1 dài hơn 100000 ký tự" in answer.err


def test_year_that_is_none_is_a_wrong_call(cchc, office, document):
    assert cchc("import", "plan", office, document, "--year", "25").code == 2


SHARED = Path(__file__).parents[2].parent / "shared" / "documents"
PRINTED_BY_THE_FORM = {"như", "điều", "3", "lưu", "vt"}
"""What the form adds where the document names no recipients."""


def words_of(read):
    found = Counter()
    for part in read["parts"]:
        for passage in part["passages"]:
            cells = [cell for row in passage["table"] or [] for cell in row]
            text = " ".join((part["title"], passage["number"], passage["text"], *cells))
            found += Counter(re.findall(r"\w+", text.casefold()))
    found += Counter(re.findall(r"\w+", " ".join(read["recipients"]).casefold()))
    return found


@pytest.mark.parametrize(
    ("name", "year"),
    [
        ("ke-hoach-395-ninh-son-2024.txt", "2024"),
        ("ke-hoach-120-yen-chau-2021-2025-trich.txt", "2021-2025"),
        ("ke-hoach-1621-phu-yen-2021-2030.txt", "2021-2030"),
        ("ke-hoach-par-index-lao-cai-2021-trich.txt", "2021"),
    ],
)
def test_real_document_printed_in_word_reads_back_word_for_word(cchc, office, tmp_path, name, year):
    path = SHARED / name
    if not path.exists():
        pytest.skip("the real documents lie beside the checkout only where it is developed")
    first = cchc("import", "plan", office, path, "--year", year, "--json").json
    printed = tmp_path / "kế hoạch.docx"
    made = cchc("print", "plan", office, "--year", year, "--to", "docx", "--output", printed)
    assert made.code == 0, made.err
    again = cchc("import", "plan", office, printed, "--year", year, "--dry-run", "--json").json
    assert not words_of(first) - words_of(again)
    assert not set(words_of(again) - words_of(first)) - PRINTED_BY_THE_FORM
    outlines = [
        [(p["kind"], p["number"], p["level"]) for part in read["parts"] for p in part["passages"]]
        for read in (first, again)
    ]
    assert outlines[0] == outlines[1]
    if first["annex"] is not None:
        assert again["annex"]["differences"] == []
