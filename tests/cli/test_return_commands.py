"""Returns by the command line: made, filled in, collected, and who has sent theirs."""

import openpyxl
import pytest

from cchc_desktop.domain.agency_return import ReturnRowKey

RESULT, STATEMENT, PERCENT, KEY = 9, 6, 8, 15
OPTIONS = ("--year", "2024", "--period", "quarter-1")


@pytest.fixture
def made(cchc, office, annex, tmp_path):
    assert cchc("import", "annex", office, annex, "--year", "2024").code == 0
    folder = tmp_path / "biểu"
    folder.mkdir()
    answer = cchc("returns", "make", office, *OPTIONS, "--folder", folder, "--json")
    assert answer.code == 0
    return answer.json


@pytest.fixture
def document(made, tmp_path):
    return next((tmp_path / "biểu").glob("*Phòng Nội vụ*.xlsx"))


def fill(path, **cells):
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    rows = [
        r
        for r in range(1, sheet.max_row + 1)
        if ReturnRowKey.from_code(str(sheet.cell(r, KEY).value))
    ]
    for column, value in cells.items():
        sheet.cell(rows[0], globals()[column]).value = value
    book.save(path)
    return path


def test_workbooks_are_made_for_all_or_one(made, cchc, office, tmp_path):
    (item,) = made["files"]
    assert (item["agency"], item["placing"], item["tasks"]) == ("Phòng Nội vụ", "new", 2)

    folder = tmp_path / "biểu"
    again = cchc(
        "returns",
        "make",
        office,
        *OPTIONS,
        "--folder",
        folder,
        "--agency",
        "phòng nội vụ",
        "--json",
    )
    assert again.json["files"][0]["placing"] == "same"
    wrong = cchc("returns", "make", office, *OPTIONS, "--folder", folder, "--agency", "Sở X")
    assert wrong.code == 1


def test_a_dry_run_writes_nothing_and_a_run_does(document, cchc, office):
    fill(document, RESULT="Đã ban hành", STATEMENT="Đã xong")
    dry = cchc("returns", "collect", office, document, *OPTIONS, "--dry-run", "--json")
    assert (dry.code, dry.json["written"], dry.json["files"][0]["status"]) == (0, False, "new")
    assert {c["field"]: c["returned"] for c in dry.json["files"][0]["changes"]} == {
        "statement": "done", "result": "Đã ban hành",
    }  # fmt: skip

    assert cchc("returns", "collect", office, document, *OPTIONS, "--json").json["written"]
    again = cchc("returns", "collect", office, document, *OPTIONS, "--json")
    assert (again.code, again.json["written"]) == (0, False)
    status = cchc("returns", "status", office, *OPTIONS, "--json").json
    assert status["agencies"][0]["file"] == document.name


def test_a_conflict_is_listed_until_it_is_decided(document, cchc, office, tmp_path):
    second = tmp_path / "lần hai.xlsx"
    second.write_bytes(document.read_bytes())
    fill(document, RESULT="Một")
    fill(second, RESULT="Hai")
    assert cchc("returns", "collect", office, document, *OPTIONS).code == 0

    open_ = cchc("returns", "collect", office, second, *OPTIONS, "--json")
    assert (open_.code, open_.json["undecided"]) == (1, 1)
    assert "Cần chọn" in open_.err
    kept = cchc("returns", "collect", office, second, *OPTIONS, "--prefer", "recorded", "--json")
    assert (kept.code, kept.json["undecided"]) == (0, 0)
    taken = cchc("returns", "collect", office, second, *OPTIONS, "--prefer", "returned", "--json")
    assert (taken.code, taken.json["written"]) == (0, True)
    both = cchc(
        "returns", "collect", office, document, second, *OPTIONS, "--prefer", "returned", "--json"
    )
    assert both.code == 1


def test_problems_are_listed_and_marked_in_a_copy(document, cchc, office, tmp_path):
    fill(document, PERCENT="nhiều", RESULT="Đã ban hành")
    copies = tmp_path / "sửa"
    copies.mkdir()
    answer = cchc("returns", "collect", office, document, *OPTIONS, "--annotate", copies, "--json")

    assert answer.code == 1
    (problem,) = answer.json["files"][0]["problems"]
    assert (problem["code"], problem["column"], problem["text"]) == (
        "return_percent_unreadable", PERCENT, "nhiều",
    )  # fmt: skip
    assert (copies / f"{document.stem} - cần sửa.xlsx").exists()
    assert answer.json["written"]


def test_a_file_that_is_no_return_is_a_problem(made, cchc, office, annex):
    answer = cchc("returns", "collect", office, annex, *OPTIONS)

    assert answer.code == 1
    assert "không phải biểu báo cáo" in answer.err


def test_the_register_is_readable(made, cchc, office):
    answer = cchc("returns", "status", office, *OPTIONS)

    assert answer.code == 0
    assert answer.out.startswith("Phòng Nội vụ\tchưa gửi")
