"""Checking a plan through the command line."""

from contextlib import closing

import pytest

from cchc_desktop.domain.clock import SystemClock
from cchc_desktop.domain.plan import PlanKey
from cchc_desktop.domain.plan_text import Passage, PassageKind, PlanText, TextPart, TextPartKind
from cchc_desktop.domain.report_text import LiveText
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.services.session import open_session

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
        "name": "I.1", "in_text": False, "passage": None, "part": None, "table_cell": None,
        "row": "I.1", "field": "deadline", "span": [5, 7], "text": "Quý I /2024",
    }  # fmt: skip


def test_the_text_of_a_plan_for_several_years_is_read_too(cchc, office):
    with closing(open_session(office, SystemClock())) as session:
        session.plans.create(2021, last_year=2025)
        plan = session.plans.load_key(PlanKey(2021, 2025))
        words = LiveText(RichText.plain("Đẩy mạnh chuyên đổi số./."))
        body = TextPart(
            TextPartKind.BODY,
            LiveText(RichText.plain("Cải cách hành chính giai đoạn 2021 - 2025")),
            (Passage(PassageKind.PART, words),),
        )
        session.text.write_text(plan.id, PlanText((body,)))

    answer = cchc("check", office, "--year", "2021-2025", "--json").json

    assert (answer["year"], answer["last_year"]) == (2021, 2025)
    found = {item["code"]: item["place"] for item in answer["findings"]}
    assert found["spelling_slips"]["name"] == "Phần lời, I"
    assert found["spelling_slips"]["in_text"]
    assert found["spelling_slips"]["passage"]
    assert found["spelling_slips"]["text"] == "Đẩy mạnh chuyên đổi số./."


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
