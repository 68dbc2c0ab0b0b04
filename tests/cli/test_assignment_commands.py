"""Who does what, from the command line."""

import pytest


@pytest.fixture
def planned(cchc, office, annex):
    assert cchc("import", "annex", office, annex, "--year", 2024).code == 0
    return office


def test_the_table_and_the_load_are_shown(cchc, planned):
    answer = cchc("assignments", planned, "--year", 2024, "--agency", "Phòng Nội vụ", "--json")

    assert answer.code == 0
    assert [row["task"] for row in answer.json["tasks"]] == ["I.1", "I.2.a)", "I.2.b)"]
    (load,) = answer.json["load"]
    assert (load["lead"]["total"], load["lead"]["quarter_1"]) == (2, 1)
    assert answer.json["unknown"] == ["Tổ kiểm tra"]
    words = cchc("assignments", planned, "--year", 2024, "--agency", "Phòng Nội vụ")
    assert "Phòng Nội vụ – chủ trì 2, phối hợp 0" in words.out


def test_assigning_shows_the_words_before_and_after_and_writes_them(cchc, planned):
    call = ("assign", planned, "--year", 2024, "--task", "I.2.b", "--lead", "Phòng Tư pháp",
            "--cooperate", "Phòng Nội vụ")  # fmt: skip

    tried = cchc(*call, "--dry-run")
    assert "+ Phòng Tư pháp" in tried.out
    done = cchc(*call, "--json")

    assert done.json["written"] is True
    assert [(p["role"], p["before"], p["after"]) for p in done.json["proposals"]] == [
        ("lead", "Phòng Nội vụ", "Phòng Tư pháp"),
        ("cooperating", "Phòng Tư pháp", "Phòng Nội vụ"),
    ]
    plan = cchc("show", "plan", planned, "--year", 2024, "--json").json
    assert plan["sections"][0]["tasks"][1]["subtasks"][1]["lead"]["text"] == "Phòng Tư pháp"
    assert "không có gì thay đổi" in cchc(*call).err


def test_nothing_is_written_when_one_cell_cannot_be_reworded(cchc, planned, tmp_path):
    more = tmp_path / "khác.tsv"
    more.write_text(
        "STT\tNhiệm vụ\tSản phẩm\tThời gian thực hiện\tCơ quan chủ trì\tCơ quan phối hợp\n"
        "1\tMột\tBáo cáo\tQuý I/2025\tTheo phân công tại Quyết định số 2/QĐ-UBND\t\n"
        "2\tHai\tBáo cáo\tQuý I/2025\tPhòng Nội vụ\t\n",
        encoding="utf-8",
    )
    cchc("import", "annex", planned, more, "--year", 2025)

    answer = cchc(
        "assign", planned, "--year", 2025, "--task", "1", "--task", "2", "--lead", "Phòng Tư pháp"
    )

    assert answer.code == 1
    assert "dẫn sang văn bản khác" in answer.out
    plan = cchc("show", "plan", planned, "--year", 2025, "--json").json
    assert [t["lead"]["text"] for t in plan["sections"][0]["tasks"]][1] == "Phòng Nội vụ"


def test_handing_over_is_tried_done_and_undone(cchc, planned):
    call = ("hand-over", planned, "--from", "Phòng Tư pháp", "--to", "Thanh tra huyện",
            "--date", "2024-07-01")  # fmt: skip

    tried = cchc(*call, "--dry-run")
    assert "I.2.b)" in tried.out
    done = cchc(*call, "--json").json
    assert [(t["task"], t["after"], t["rewritten"]) for t in done["tasks"]] == [
        ("I.2.b)", "Thanh tra huyện", True)
    ]
    assert cchc("undo", planned).code == 0
    assert cchc(*call, "--keep-wording", "--json").json["tasks"][0]["rewritten"] is False


@pytest.mark.parametrize(
    "wrong", [("--task", "I.9", "--lead", "Phòng Nội vụ"), ("--task", "I.1", "--lead", "Phòng X")]
)
def test_a_task_or_agency_that_is_not_there_is_said(cchc, planned, wrong):
    answer = cchc("assign", planned, "--year", 2024, *wrong)

    assert answer.code == 1
    assert answer.err.startswith("Lỗi: ")
