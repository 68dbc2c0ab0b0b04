"""Checking a plan through the command line."""

import pytest

HEADINGS = (
    "STT\tNhiệm vụ cụ thể\tKết quả, sản phẩm\tThời gian thực hiện\t"
    "Cơ quan chủ trì\tCơ quan phối hợp\tGhi chú\n"
)


@pytest.fixture
def flawed(cchc, office, tmp_path):
    annex = tmp_path / "phụ lục.tsv"
    annex.write_text(
        HEADINGS
        + "I\tCẢI CÁCH THỂ CHẾ\t\t\t\t\t\n"
        + "1\tKế hoạch chuyên đổi số\tKế hoạch\tQuý I /2024\tPhòng Nội vụ\t\t\n"
        + "2\tRà soát văn bản\tBáo cáo\tQuý II\t\t\t\n",
        encoding="utf-8",
    )
    assert cchc("import", "annex", office, annex, "--year", 2024).code == 0
    return office


def test_what_is_wrong_is_said_with_place_and_remedy(cchc, flawed):
    answer = cchc("check", flawed, "--year", 2024)

    assert answer.code == 1
    remedy = "Hãy ghi cơ quan chủ trì."
    assert answer.out.splitlines() == [
        "1. [Cảnh báo] I.1, cột Nhiệm vụ: “chuyên đổi số” có lẽ là “chuyển đổi số”. Hãy sửa lại.",
        "2. [Gợi ý] I.1, cột Thời gian thực hiện: Thừa dấu cách ở “ /”. Hãy bỏ dấu cách.",
        f"3. [Lỗi] I.2, cột Cơ quan chủ trì: Nhiệm vụ chưa có cơ quan chủ trì. {remedy}",
    ]
    assert "1 lỗi, 1 cảnh báo, 1 gợi ý" in answer.err


def test_an_accepted_error_lets_the_check_succeed(cchc, flawed):
    number = ("--year", 2024, "--finding", 3)
    accepted = cchc("check", "accept", flawed, *number, "--reason", "Chờ phân công", "--json")
    assert accepted.code == 0
    assert accepted.json["accepted"]["reason"] == "Chờ phân công"

    answer = cchc("check", flawed, "--year", 2024, "--json")
    assert answer.code == 0
    assert (answer.json["errors"], answer.json["accepted"]) == (0, 1)
    assert [item["number"] for item in answer.json["findings"]] == [1, 2]

    everything = cchc("check", flawed, "--year", 2024, "--all")
    assert "(Đã chấp nhận: Chờ phân công)" in everything.out.splitlines()[2]

    assert cchc("check", "withdraw", flawed, *number).code == 0
    assert cchc("check", flawed, "--year", 2024).code == 1


def test_the_json_names_the_place_for_a_program(cchc, flawed):
    findings = cchc("check", "--year", 2024, "--json", flawed).json["findings"]

    assert findings[1]["code"] == "space_before_sign"
    assert findings[1]["severity"] == "hint"
    assert findings[1]["place"] == {
        "row": "I.1", "field": "deadline", "span": [5, 7], "text": "Quý I /2024",
    }  # fmt: skip


def test_a_clean_sample_has_nothing_to_look_at(cchc, tmp_path):
    path = tmp_path / "mẫu.cchc"
    cchc("sample", path)

    answer = cchc("check", path, "--year", 2025)

    assert (answer.code, answer.out) == (0, "")
    assert "không có gì phải xem lại" in answer.err


def test_wrong_calls_are_answered_in_words(cchc, flawed):
    assert cchc("check", flawed).code == 2
    assert cchc("check", flawed, "--year", 2030).code == 1
    number = ("--year", 2024, "--finding", 99)
    missing = cchc("check", "accept", flawed, *number, "--reason", "x")
    assert (missing.code, "Traceback" in missing.err) == (1, False)
    empty = cchc("check", "accept", flawed, "--year", 2024, "--finding", 1, "--reason", " ")
    assert empty.code == 1
    assert "lý do" in empty.err


def test_the_help_names_the_commands(cchc):
    answer = cchc("check", "--help")

    assert answer.code == 0
    assert "accept" in answer.out
    assert "withdraw" in answer.out
