"""The command line: stable, scriptable, one JSON document, exit codes that mean something."""

import os
import subprocess
import sys

import pytest

from cchc_desktop.domain.clock import SystemClock
from cchc_desktop.services.session import open_session
from cchc_desktop.storage.file_lock import lock_path


def test_a_new_office_starts_with_a_catalogue(cchc, office):
    catalogue = cchc("agencies", office, "--json").json

    names = [agency["name"] for agency in catalogue["agencies"]]
    groups = {group["name"]: group for group in catalogue["groups"]}
    assert "Phòng Nội vụ" in names
    assert "Phòng Nội vụ" in groups["Các phòng, ban, ngành"]["members"]


def test_creating_an_office_twice_is_an_environment_problem(cchc, office):
    answer = cchc("init", office, "--office", "X", "--place", "Y")

    assert answer.code == 3
    assert "Đã có tệp cùng tên" in answer.err


def test_an_annex_is_imported_and_shown(cchc, office, annex):
    answer = cchc("import", "annex", office, annex, "--year", "2024", "--json")
    plan = cchc("show", "plan", office, "--year", "2024", "--json").json

    assert answer.code == 0
    assert (answer.json["tasks"], answer.json["subtasks"], answer.json["written"]) == (2, 2, True)
    (section,) = plan["sections"]
    first, second = section["tasks"]
    assert (plan["year"], section["number"], section["title"]) == (
        2024,
        "I",
        "CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH",
    )
    assert first["number"] == "1"
    assert first["deliverables"][0]["product"] == "Kế hoạch"
    deadline = first["deliverables"][0]["deadline"]
    assert (deadline["text"], deadline["kind"], deadline["due"]) == (
        "Quý I/2024",
        "dated",
        "2024-03-31",
    )
    assert first["lead"]["agencies"] == ["Phòng Nội vụ"]
    assert first["cooperating"]["groups"] == ["Các phòng, ban, ngành"]
    assert second["deliverables"] == []
    assert [(s["number"], s["note"]) for s in second["subtasks"]] == [
        ("a)", "= Ghi chú"),
        ("b)", ""),
    ]
    assert second["subtasks"][0]["cooperating"]["unknown"] == ["Tổ kiểm tra"]


def test_a_dry_run_writes_nothing(cchc, office, annex):
    answer = cchc("import", "annex", office, annex, "--year", "2024", "--dry-run", "--json")

    assert answer.json["written"] is False
    assert cchc("show", "plan", office, "--year", "2024", "--json").code == 1


def test_the_same_annex_again_changes_nothing(cchc, office, annex):
    cchc("import", "annex", office, annex, "--year", "2024")
    before = cchc("history", office, "--json").json

    answer = cchc("import", "annex", office, annex, "--year", "2024")

    assert "không có gì thay đổi" in answer.err
    assert cchc("history", office, "--json").json == before


def test_rows_missing_from_the_document_go_only_when_asked(cchc, office, annex):
    cchc("import", "annex", office, annex, "--year", "2024")
    shorter = annex.read_text(encoding="utf-8").splitlines(keepends=True)[:-1]
    annex.write_text("".join(shorter), encoding="utf-8")

    def subtasks():
        plan = cchc("show", "plan", office, "--year", "2024", "--json").json
        return len(plan["sections"][0]["tasks"][1]["subtasks"])

    cchc("import", "annex", office, annex, "--year", "2024")
    kept = subtasks()
    cchc("import", "annex", office, annex, "--year", "2024", "--remove-missing")

    assert (kept, subtasks()) == (2, 1)


def test_an_import_is_undone_and_redone_by_one_command_each(cchc, office, annex):
    cchc("import", "annex", office, annex, "--year", "2024")

    undone = cchc("undo", office)
    missing = cchc("show", "plan", office, "--year", "2024")
    cchc("redo", office)

    assert "Nhập 2 nhiệm vụ năm 2024" in undone.err
    assert missing.code == 1
    assert cchc("show", "plan", office, "--year", "2024").code == 0


def test_text_left_out_of_the_plan_is_listed_and_ends_with_code_1(cchc, office, annex):
    lines = annex.read_text(encoding="utf-8").splitlines()
    lines = [lines[0] + "\tKinh phí", *(line + "\t12" for line in lines[1:])]
    annex.write_text("\n".join(lines), encoding="utf-8")

    answer = cchc("import", "annex", office, annex, "--year", "2024", "--json")

    assert answer.code == 1
    dropped = [p for p in answer.json["problems"] if p["severity"] == "dropped"]
    assert {p["text"] for p in dropped} == {"12"}
    assert {p["column"] for p in dropped} == {8}
    assert all("Kinh phí" in p["message"] for p in dropped)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.docx", b"", "không có nội dung"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "(.doc)"),
        ("a.docx", b"\x89PNG\r\n\x1a\n" + bytes(200), "không đúng với đuôi tên"),
        ("a.xlsx", b"PK\x03\x04" + bytes(50), "bị hỏng"),
    ],
)
def test_a_document_that_cannot_be_read_is_refused_with_a_sentence(
    cchc, office, tmp_path, name, content, words
):
    path = tmp_path / name
    path.write_bytes(content)

    answer = cchc("import", "annex", office, path, "--year", "2024", "--json")

    assert answer.code == 1
    assert words in answer.err
    assert answer.out == ""


def test_a_missing_document_is_an_environment_problem(cchc, office, tmp_path):
    answer = cchc("import", "annex", office, tmp_path / "không có.docx", "--year", "2024")

    assert answer.code == 3
    assert "Không tìm thấy tệp" in answer.err


@pytest.mark.parametrize(("paper", "magic"), [("pdf", b"%PDF"), ("docx", b"PK"), ("xlsx", b"PK")])
def test_the_annex_is_printed_in_three_formats(cchc, office, annex, tmp_path, paper, magic):
    cchc("import", "annex", office, annex, "--year", "2024")
    target = tmp_path / f"ra.{paper}"

    answer = cchc(
        "print", "plan-annex", office, "--year", "2024", "--to", paper, "--output", target
    )

    assert answer.code == 0
    assert target.read_bytes().startswith(magic)


@pytest.mark.parametrize("paper", ["docx", "xlsx"])
def test_what_is_printed_can_be_imported_and_says_the_same(cchc, office, annex, tmp_path, paper):
    cchc("import", "annex", office, annex, "--year", "2024")
    target = tmp_path / f"ra.{paper}"
    cchc("print", "plan-annex", office, "--year", "2024", "--to", paper, "--output", target)

    answer = cchc("import", "annex", office, target, "--year", "2024", "--dry-run", "--json")

    assert answer.json["differences"] == []


def test_forms_are_listed(cchc):
    forms = {form["id"]: form for form in cchc("forms", "--json").json["forms"]}

    assert forms["plan-annex"]["formats"] == ["pdf", "docx", "xlsx"]
    assert "30/2020" in forms["plan-annex"]["legal_basis"]


def test_an_unknown_form_is_named(cchc, office, tmp_path):
    answer = cchc(
        "print", "no-form", office, "--year", "2024", "--to", "pdf", "--output", tmp_path / "a"
    )

    assert answer.code == 1
    assert "no-form" in answer.err


@pytest.mark.parametrize(
    "call",
    [
        ["import", "annex"],
        ["show", "plan", "a.cchc", "--year", "x"],
        ["print", "plan-annex", "a.cchc", "--year", "2024", "--to", "odt", "--output", "x"],
        ["nonsense"],
        ["show", "plan", "a.cchc", "--nonsense"],
        [],
    ],
    ids=" ".join,
)
def test_a_wrong_call_ends_with_code_2_in_vietnamese(cchc, call):
    answer = cchc(*call)

    assert answer.code == 2
    assert answer.err.startswith("Gọi lệnh chưa đúng")


def test_a_file_that_is_open_elsewhere_is_not_touched(cchc, office):
    session = open_session(office, SystemClock())

    answer = cchc("show", "plan", office, "--year", "2024")
    session.close()

    assert answer.code == 3
    assert "đang được mở bởi" in answer.err


KILLED = """
import os, sys
from pathlib import Path
from cchc_desktop.domain.clock import SystemClock
from cchc_desktop.services.session import open_session
session = open_session(Path(sys.argv[1]), SystemClock())
session.plans.create(2027)
os.kill(os.getpid(), 9)
"""


@pytest.mark.skipif(os.name == "nt", reason="kills by signal")
def test_after_a_crash_the_next_command_goes_on_and_says_so(cchc, office):
    subprocess.run([sys.executable, "-c", KILLED, str(office)], check=False)

    answer = cchc("show", "plan", office, "--year", "2027", "--json")

    assert answer.code == 0
    assert answer.json["year"] == 2027
    assert "không kết thúc bình thường" in answer.err
    assert not lock_path(office).exists()


def test_the_sample_prints(cchc, tmp_path):
    file, target = tmp_path / "mẫu.cchc", tmp_path / "mẫu.pdf"

    made = cchc("sample", file)
    printed = cchc("print", "plan-annex", file, "--year", "2025", "--to", "pdf", "--output", target)

    assert (made.code, printed.code) == (0, 0)
    assert target.stat().st_size > 10_000


def test_a_backup_is_made_on_demand(cchc, office):
    answer = cchc("backup", office)

    copies = list((office.parent / "huyện - sao lưu").glob("*.cchc"))
    assert answer.code == 0
    assert len(copies) == 1


@pytest.mark.parametrize(
    "call", [["--help"], ["import", "annex", "--help"], ["print", "--help"], ["show", "--help"]]
)
def test_help_pages_are_vietnamese(cchc, call):
    page = cchc(*call).out

    assert page.startswith("Cách dùng: cchc")
    assert not any(word in page for word in ("Options", "Commands", "Show", "exit", "COMMAND"))
