"""Periods through the command line: their days, their lock, its trail."""

import pytest

QUARTER = ("--year", 2025, "--period", "quarter-1")


def test_periods_are_the_four_reports_or_all(cchc, office):
    answer = cchc("periods", office, "--year", 2025, "--json")
    assert answer.code == 0
    assert answer.json["year"] == 2025
    assert answer.json["days_off_announced"] is True
    assert answer.json["periods"][0] == {
        "code": "quarter-1",
        "year": 2025,
        "kind": "quarter",
        "title": "quý I năm 2025",
        "first_day": "2024-12-15",
        "last_day": "2025-03-14",
        "agency_due": "2025-03-18",
        "send_by": "2025-03-20",
        "cumulative": True,
        "source": answer.json["periods"][0]["source"],
        "adjusted": False,
        "closed": False,
    }
    assert len(answer.json["periods"]) == 4
    assert len(cchc("periods", office, "--year", 2025, "--all", "--json").json["periods"]) == 17


def test_periods_are_said_as_an_officer_writes_days(cchc, office):
    answer = cchc("periods", office, "--year", 2025)
    lines = answer.out.splitlines()
    assert len(lines) == 4
    assert "6 tháng đầu năm 2025: 15/12/2024 - 14/06/2025" in lines[1]
    assert "gửi báo cáo chậm nhất 20/06/2025" in lines[1]
    assert "581/BNV-CCHC" in lines[1]
    assert answer.err == ""
    assert "Chưa có lịch nghỉ" in cchc("periods", office, "--year", 2033).err


def test_days_are_set_in_either_way_of_writing_and_restored(cchc, office):
    answer = cchc(
        "period", "set", office, *QUARTER, "--send-by", "12/3/2025", "--agency-due", "2025-03-10",
        "--source", "Công văn số 12/SNV-CCHC", "--json",
    )  # fmt: skip
    assert answer.code == 0
    document = answer.json
    assert (document["agency_due"], document["send_by"]) == ("2025-03-10", "2025-03-12")
    assert document["last_day"] == "2025-03-14"
    assert document["adjusted"] is True
    assert "Đã đặt lại ngày" in answer.err

    later = cchc("period", "set", office, *QUARTER, "--send-by", "13/3/2025", "--json").json
    assert later["source"] == "Công văn số 12/SNV-CCHC"

    restored = cchc("period", "restore", office, *QUARTER, "--json").json
    assert (restored["send_by"], restored["adjusted"]) == ("2025-03-20", False)


def test_rules_source_does_not_vouch_for_days_the_office_set(cchc, office):
    answer = cchc("period", "set", office, *QUARTER, "--send-by", "2025-03-19", "--json")
    assert answer.json["source"] == ""


def test_closing_and_reopening_leave_a_trail(cchc, office):
    assert "chưa khóa lần nào" in cchc("period", "history", office, *QUARTER).err
    assert cchc("period", "close", office, *QUARTER, "--json").json["closed"] is True
    reopened = cchc("period", "reopen", office, *QUARTER, "--reason", "Bổ sung số liệu", "--json")
    assert reopened.json["closed"] is False
    cchc("period", "close", office, *QUARTER)

    trail = cchc("period", "history", office, *QUARTER, "--json").json
    assert trail["period"]["closed"] is True
    assert [(step["action"], step["reason"]) for step in trail["closings"]] == [
        ("closed", ""), ("reopened", "Bổ sung số liệu"), ("closed", ""),
    ]  # fmt: skip
    lines = cchc("period", "history", office, *QUARTER).out.splitlines()
    assert len(lines) == 3
    assert lines[1].endswith("Mở lại: Bổ sung số liệu")
    assert "Khóa kỳ báo cáo quý I năm 2025" in cchc("history", office).out


def test_undo_does_not_open_a_closed_period(cchc, office):
    cchc("period", "close", office, *QUARTER)
    assert cchc("undo", office).code == 1
    assert cchc("period", "history", office, *QUARTER, "--json").json["period"]["closed"] is True


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("close", "--period", "quarter-1"), 1, "đã khóa từ trước"),
        (("set", "--period", "quarter-1", "--send-by", "12/3/2025"), 1, "đã khóa nên không sửa"),
        (("restore", "--period", "quarter-1"), 1, "đã khóa nên không sửa"),
        (("reopen", "--period", "quarter-1", "--reason", " "), 1, "lý do mở lại"),
        (("reopen", "--period", "quarter-1"), 2, "thiếu --reason"),
        (("reopen", "--period", "year", "--reason", "x"), 1, "chưa khóa"),
        (("close", "--period", "quý 2"), 1, "Không có kỳ báo cáo “quý 2”"),
        (("set", "--period", "year", "--send-by", "31/2/2025"), 2, "giá trị của --send-by"),
        (("set", "--period", "year", "--last-day", "1/1/2020"), 1, "ngày chốt số liệu"),
        (("history",), 2, "thiếu --period"),
    ],
)
def test_what_cannot_be_done_is_said_with_its_exit_code(cchc, office, arguments, code, words):
    cchc("period", "close", office, *QUARTER)
    name, *rest = arguments
    answer = cchc("period", name, office, "--year", 2025, *rest)
    assert answer.code == code
    assert words in answer.err
    assert answer.out == ""
