"""The register of documents and the demands from above, from the command line."""

from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Call

CITED = "Kế hoạch số 77/KH-UBND ngày 22/3/2021 của UBND tỉnh A về cải cách hành chính"
ABOVE = """ỦY BAN NHÂN DÂN
TỈNH A
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 77/KH-UBND
A, ngày 22 tháng 3 năm 2021
KẾ HOẠCH
Cải cách hành chính tỉnh A giai đoạn 2021 - 2030
I. MỤC TIÊU
1. Mục tiêu cụ thể
a) Đến năm 2025:
- Mức độ hài lòng của người dân về giải quyết thủ tục hành chính đạt trên 90%.
b) Đến năm 2030: Mức độ hài lòng của người dân đạt trên 95%.
II. NHIỆM VỤ
1. Kiểm tra công tác cải cách hành chính tại các cơ quan, đơn vị trước ngày 30/6/2024.
"""


@pytest.fixture
def planned(cchc: Call, office: Path, annex: Path) -> Path:
    assert cchc("import", "annex", office, annex, "--year", 2024).code == 0
    return office


@pytest.fixture
def asked(cchc: Call, planned: Path, tmp_path: Path) -> Path:
    above = tmp_path / "kế hoạch tỉnh.txt"
    above.write_text(ABOVE, encoding="utf-8")
    assert cchc("documents", "add", planned, CITED, "--binding").code == 0
    answer = cchc("demands", "import", planned, above, "--symbol", "77/KH-UBND")
    assert answer.code == 0, answer.err
    return planned


def demands(cchc: Call, file: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = cchc("demands", "list", file, "--json").json["demands"]
    return found


def test_document_is_added_by_its_citation_and_listed(cchc: Call, office: Path) -> None:
    added = cchc("documents", "add", office, CITED, "--json")

    assert added.code == 0
    assert added.json["symbol"] == "77/KH-UBND"
    (listed,) = cchc("documents", "list", office, "--json").json["documents"]
    assert (listed["issued_on"], listed["issuer"]) == ("2021-03-22", "UBND tỉnh A")


def test_words_that_cite_nothing_are_refused(cchc: Call, office: Path) -> None:
    answer = cchc("documents", "add", office, "kế hoạch của tỉnh")

    assert answer.code == 1
    assert "Sổ văn bản chưa có" in answer.err


def test_common_document_is_added_by_its_symbol(cchc: Call, office: Path) -> None:
    assert cchc("documents", "add", office, "076/NQ-CP", "--common").code == 0

    assert "ngày 15 tháng 7 năm 2021" in cchc("documents", "list", office).out
    assert "30/2020/NĐ-CP" in cchc("documents", "list", office, "--common").out


def test_replacement_is_recorded_from_its_day_on(cchc: Call, office: Path) -> None:
    cchc("documents", "add", office, CITED)
    cchc("documents", "add", office, "Kế hoạch số 12/KH-UBND ngày 05/01/2026 của UBND tỉnh A")

    answer = cchc(
        "documents", "replace", office, "--old", "77/KH-UBND", "--new", "12/KH-UBND",
        "--day", "01/02/2026", "--json",
    )  # fmt: skip

    assert answer.json["ended_on"] == "2026-01-31"
    assert "thay bằng Kế hoạch số 12/KH-UBND" in cchc("documents", "list", office).out


def test_plan_that_cites_nothing_has_nothing_to_collect(cchc: Call, planned: Path) -> None:
    answer = cchc("documents", "collect", planned, "--year", 2024, "--json")

    assert answer.code == 0
    assert answer.json["documents"] == []


def test_demands_are_read_from_a_file_with_both_milestones(cchc: Call, asked: Path) -> None:
    found = demands(cchc, asked)

    assert [(item["kind"], item["milestone"]) for item in found] == [
        ("target", 2025),
        ("target", 2030),
        ("task", 2024),
    ]


def test_dry_run_shows_and_writes_nothing(cchc: Call, planned: Path, tmp_path: Path) -> None:
    above = tmp_path / "kế hoạch tỉnh.txt"
    above.write_text(ABOVE, encoding="utf-8")
    cchc("documents", "add", planned, CITED)

    answer = cchc(
        "demands", "import", planned, above, "--symbol", "77/KH-UBND", "--dry-run", "--json"
    )

    assert len(answer.json["proposals"]) == 3
    assert answer.json["written"] == 0
    assert demands(cchc, planned) == []


def test_coverage_follows_links_and_says_what_is_later(cchc: Call, asked: Path) -> None:
    first, _, third = demands(cchc, asked)
    call = ("--year", 2024, "--demand")
    cchc("demands", "link", asked, *call, first["id"], "--task", "I.1")
    linked = cchc("demands", "link", asked, *call, third["id"], "--task", "I.2.a", "--json")

    found = cchc("coverage", asked, "--year", 2024, "--json").json

    assert linked.json["state"] == "answered"
    assert (found["total"], found["answered"], found["unanswered"]) == (3, 2, 1)
    removed = cchc(
        "demands", "link", asked, *call, first["id"], "--task", "I.1", "--remove", "--json"
    )
    assert removed.json["state"] == "unanswered"


def test_suggestions_are_listed(cchc: Call, asked: Path) -> None:
    third = demands(cchc, asked)[2]

    answer = cchc("demands", "suggest", asked, "--year", 2024, "--demand", third["id"], "--json")

    assert answer.json["suggestions"][0]["place"] == "Phụ lục I.2"


def test_met_demand_is_not_asked_of_later_years(cchc: Call, asked: Path) -> None:
    first = demands(cchc, asked)[0]
    done = cchc("demands", "met", asked, "--demand", first["id"], "--day", "01/02/2024", "--json")

    assert done.json["met_on"] == "2024-02-01"
    later = cchc("demands", "list", asked, "--year", 2025, "--json").json["demands"]
    assert first["id"] not in [item["id"] for item in later]
    cchc("demands", "met", asked, "--demand", first["id"], "--reopen")
    assert demands(cchc, asked)[0]["met_on"] is None


def test_unknown_demand_is_said(cchc: Call, asked: Path) -> None:
    answer = cchc("demands", "met", asked, "--demand", 99)

    assert answer.code == 1
    assert "Không có yêu cầu số 99" in answer.err
