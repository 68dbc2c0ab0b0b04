"""Carrying plans over, and making and listing them, through the command line."""

import pytest

from tests.cli.conftest import ANNEX


@pytest.fixture
def carried(cchc, office, tmp_path):
    annex = tmp_path / "phụ lục.tsv"
    annex.write_text(ANNEX, encoding="utf-8")
    assert cchc("import", "annex", office, annex, "--year", 2024).code == 0
    return office


def test_a_dry_run_says_everything_and_writes_nothing(cchc, carried):
    answer = cchc("carry-over", carried, "--from", 2024, "--to", 2025, "--dry-run", "--json")

    assert answer.code == 0
    assert answer.json["written"] is False
    assert [task["task"] for task in answer.json["tasks"]] == ["I.1", "I.2"]
    (change,) = [c for c in answer.json["changes"] if c["field"] == "deadline"]
    assert (change["before"], change["after"]) == ("Quý I/2024", "Quý I/2025")
    assert change["accepted"] is True
    assert [plan["year"] for plan in cchc("plans", "list", carried, "--json").json] == ["2024"]


def test_what_was_carried_is_followed_both_ways_and_not_carried_twice(cchc, carried):
    assert cchc("carry-over", carried, "--from", 2024, "--to", 2025).code == 0
    line = cchc("lineage", carried, "--year", 2025, "--task", "I.2.a", "--json").json
    back = cchc("lineage", carried, "--year", 2024, "--task", "I.2.a", "--json").json

    assert [(step["plan"], step["task"]) for step in line["origins"]] == [("năm 2024", "I.2.a")]
    assert [step["plan"] for step in back["followers"]] == ["năm 2025"]
    again = cchc("carry-over", carried, "--from", 2024, "--to", 2025)
    assert again.code == 1
    assert "Đã có kế hoạch năm 2025" in again.err


def test_words_say_what_is_ticked_and_why(cchc, carried):
    answer = cchc("carry-over", carried, "--from", 2024, "--to", 2025, "--dry-run")

    assert "[x] I.1 Ban hành kế hoạch – chưa ghi tiến độ" in answer.out
    assert "[x] Thời hạn I.1: “…Quý I/2024” → 2025 – năm của kế hoạch" in answer.out
    assert "Sẽ chuyển 2 trong 2 nhiệm vụ" in answer.err


def test_a_plan_for_several_years_is_made_from_a_skeleton(cchc, office):
    answer = cchc(
        "plans", "create", office, "--year", "2026-2030", "--milestones", "2028,2030",
        "--skeleton", "period", "--json",
    )  # fmt: skip

    assert answer.code == 0
    assert (answer.json["first_year"], answer.json["last_year"]) == (2026, 2030)
    assert cchc("plans", "list", office).out.startswith("2026-2030: ")
    ids = [one["id"] for one in cchc("text", "skeletons", office, "--json").json["skeletons"]]
    assert ids == ["annual", "period", "annual-decision"]


@pytest.mark.parametrize("milestones", ["2031", "sớm"])
def test_a_milestone_outside_the_years_is_refused(cchc, office, milestones):
    answer = cchc("plans", "create", office, "--year", "2026-2030", "--milestones", milestones)

    assert answer.code == 1
    assert "các năm mốc" in answer.err
    assert cchc("plans", "list", office, "--json").json == []


def test_a_time_that_is_none_is_a_wrong_call(cchc, office):
    assert cchc("carry-over", office, "--from", "xưa", "--to", 2025).code == 2
