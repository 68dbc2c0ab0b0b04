"""Issuing, amending, comparing, verifying and signing from the command line."""

import hashlib
from datetime import datetime
from pathlib import Path

import pytest

from cchc_desktop.domain.clock import SystemClock
from cchc_desktop.services.session import open_session
from tests.cli.conftest import Call
from tests.services.conftest import USUAL
from tests.services.version_plans import PASSWORD, certificate

SIGNER = ("--signer", "Họ Tên Người Ký", "--body", "Ủy ban nhân dân", "--position", "Chủ tịch")


@pytest.fixture
def planned(office: Path) -> Path:
    session = open_session(office, SystemClock())
    session.imports.write(session.imports.preview(USUAL, 2025))
    session.close()
    return office


def issue(cchc: Call, file: Path, number: str = "395", date: str = "2025-02-14") -> object:
    answer = cchc(
        "issue", file, "--year", 2025, "--number", number, "--symbol", "KH-UBND",
        "--date", date, *SIGNER, "--json",
    )  # fmt: skip
    assert answer.code == 0, answer.err
    return answer.json


def test_issue_amend_issue_again_and_compare(cchc: Call, planned: Path) -> None:
    first = issue(cchc, planned, "0395")
    assert (first["version"], first["number"], first["state"]) == (1, "395", "in_force")
    assert first["signing"] == ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]
    amended = cchc("amend", planned, "--year", 2025, "--reason", "Sửa lời", "--json")
    assert (amended.json["state"], amended.json["next_version"]) == ("draft", 2)
    second = issue(cchc, planned, "412", "2025-03-01")
    assert second["version"] == 2
    states = cchc("versions", planned, "--year", 2025, "--json").json
    assert [v["state"] for v in states["versions"]] == ["amended", "in_force"]
    found = cchc("compare", planned, "--left", "2025:1", "--right", "2025:2", "--json").json
    assert [row["field"] for row in found["rows"]] == ["symbol", "issued_on"]
    assert found["counts"]["changed"] == 2


def test_comparing_speaks_to_officers_too(cchc: Call, planned: Path) -> None:
    issue(cchc, planned)
    answer = cchc("compare", planned, "--left", "2025:1", "--right", "2025")
    assert answer.code == 0
    assert "0 chỗ khác nhau" in answer.err


def test_verify_ends_with_one_when_something_was_tampered_with(cchc: Call, planned: Path) -> None:
    issue(cchc, planned)
    assert cchc("verify", planned, "--year", 2025).code == 0
    import sqlite3

    connection = sqlite3.connect(planned)
    connection.execute("UPDATE task SET content = 'Khác' WHERE id = (SELECT min(id) FROM task)")
    connection.commit()
    connection.close()
    answer = cchc("verify", planned, "--year", 2025, "--json")
    assert answer.code == 1
    assert answer.json["versions"][0]["plan_same"] is False


def test_sign_and_export_the_signed_copy(cchc: Call, planned: Path, tmp_path: Path) -> None:
    made = issue(cchc, planned)
    p12 = certificate(tmp_path, datetime(2020, 1, 1), days=365 * 30)
    answer = cchc(
        "sign", planned, "--year", 2025, "--certificate", p12, "--password", PASSWORD, "--json"
    )
    assert answer.code == 0, answer.err
    assert answer.json["signatures"][0]["signer"] == "Họ Tên Người Ký"
    plain, signed = tmp_path / "a.pdf", tmp_path / "b.pdf"
    export = ("version", "export", planned, "--year", 2025, "--output")
    assert cchc(*export, plain).code == 0
    assert cchc(*export, signed, "--signed").code == 0
    assert hashlib.sha256(plain.read_bytes()).hexdigest() == made["sha256"]
    assert signed.read_bytes().startswith(plain.read_bytes())
    wrong = cchc("sign", planned, "--year", 2025, "--certificate", p12, "--password", "sai")
    assert wrong.code == 1
    assert "mật khẩu" in wrong.err


def test_the_steps_of_a_plan_and_the_register(cchc: Call, planned: Path) -> None:
    submitted = cchc("version", "submit", planned, "--year", 2025, "--json")
    assert submitted.json["state"] == "submitted"
    assert cchc("version", "return", planned, "--year", 2025).code == 0
    again = cchc("version", "return", planned, "--year", 2025)
    assert again.code == 1
    assert "dự thảo" in again.err
    added = cchc(
        "register", "add", planned, "--number", "0017", "--date", "20/01/2025", "--subject", "BC"
    )
    assert added.code == 0
    taken = cchc("register", "add", planned, "--number", "17", "--date", "21/01/2025")
    assert taken.code == 1
    issue(cchc, planned, "18")
    numbers = cchc("register", "list", planned, "--year", 2025, "--json").json["numbers"]
    assert [(n["number"], n["is_plan"]) for n in numbers] == [("17", False), ("18", True)]
    issued = cchc("version", "discard", planned, "--year", 2025)
    assert issued.code == 1
    ended = cchc("version", "expire", planned, "--year", 2025, "--date", "2025-12-31", "--json")
    assert ended.json["state"] == "expired"


def test_a_version_that_is_not_there_is_said(cchc: Call, planned: Path) -> None:
    assert cchc("verify", planned, "--year", 2025).code == 1
    assert cchc("compare", planned, "--left", "2025:7", "--right", "2025").code == 1
    assert cchc("compare", planned, "--left", "x", "--right", "2025").code == 2
