"""Reports through the command line: drafted, edited, brought up to date, kept as sent."""

import hashlib

import pytest

PERIOD = ("--year", 2024, "--period", "quarter-1")
TEXT = "direction.plan.text"


@pytest.fixture
def planned(cchc, office, annex):
    assert cchc("import", "annex", office, annex, "--year", 2024).code == 0
    return office


def done(cchc, office):
    day = ("--statement", "done", "--done-on", "2024-02-01")
    assert cchc("progress", "set", office, *PERIOD, "--task", "I.1", *day).code == 0


def paragraph(document, code):
    return next(p for p in document["paragraphs"] if p["code"] == code)


def test_a_report_is_shown_with_every_figure_explained(cchc, planned):
    document = cchc("report", "show", planned, *PERIOD, "--json").json

    text = paragraph(document, TEXT)
    assert text["text"].startswith("Kế hoạch cải cách hành chính năm 2024 có 02 nhiệm vụ.")
    for mark in text["figures"]:
        words = text["text"][mark["start"] : mark["end"]]
        assert document["figures"][mark["figure"]]["text"] == words
    assert document["figures"]["whole.total"]["value"] == 2
    assert document["figures"]["whole.total"]["rule"]
    assert document["out_of_date"] == []
    assert paragraph(document, "direction")["number"] == "I."


def test_edited_words_stay_and_are_told_to_be_out_of_date(cchc, planned):
    shown = cchc("report", "show", planned, *PERIOD, "--json").json
    mine = "Nói gọn: " + paragraph(shown, TEXT)["text"]
    assert cchc(
        "report", "edit", planned, *PERIOD, "--paragraph", TEXT, "--text", mine
    ).code == 0  # fmt: skip
    done(cchc, planned)

    document = cchc("report", "refresh", planned, *PERIOD, "--json").json

    assert paragraph(document, TEXT)["text"] == mine
    (late,) = document["out_of_date"]
    assert late["code"] == TEXT
    assert late["edited"]
    assert {"figure": "whole.done", "printed": "0", "now": "01"} in late["figures"]
    shown = cchc("report", "show", planned, *PERIOD)
    assert f"*! [{TEXT}] Nói gọn" in shown.out
    assert "- 0 nay là 01 (whole.done)" in shown.err


@pytest.mark.parametrize(
    ("by", "start", "is_edited"),
    [("draft", "Kế hoạch", False), ("words", "Nói gọn", True), ("figures", "Nói gọn", True)],
)
def test_an_out_of_date_paragraph_is_settled_one_way_or_another(
    cchc, planned, by, start, is_edited
):
    shown = cchc("report", "show", planned, *PERIOD, "--json").json
    mine = "Nói gọn: " + paragraph(shown, TEXT)["text"]
    cchc("report", "edit", planned, *PERIOD, "--paragraph", TEXT, "--text", mine)
    done(cchc, planned)

    assert cchc(
        "report", "settle", planned, *PERIOD, "--paragraph", TEXT, "--by", by
    ).code == 0  # fmt: skip

    text = paragraph(cchc("report", "show", planned, *PERIOD, "--json").json, TEXT)
    assert text["text"].startswith(start)
    assert text["edited"] is is_edited
    assert ("01/02 nhiệm vụ" in text["text"]) is (by != "words")


def test_paragraphs_are_added_moved_and_taken_out(cchc, planned):
    add = ("report", "add", planned, *PERIOD, "--after", TEXT, "--text", "Thêm", "--level", 2)
    assert cchc(*add).code == 0
    move = ("report", "move", planned, *PERIOD, "--paragraph", "own.1", "--after", "direction")
    assert cchc(*move).code == 0
    out = ("report", "edit", planned, *PERIOD, "--paragraph", "direction.orders", "--text", "")
    assert cchc(*out).code == 0

    document = cchc("report", "show", planned, *PERIOD, "--json").json

    assert paragraph(document, "own.1")["number"] == "1."
    assert document["removed"] == ["direction.orders"]


def test_guidance_and_recipient_are_set_one_at_a_time(cchc, planned):
    assert cchc("report", "set", planned, *PERIOD, "--recipient", "Sở Nội vụ").code == 0

    document = cchc("report", "show", planned, *PERIOD, "--json").json

    assert document["recipient"] == "Sở Nội vụ"
    assert document["guidance"].startswith("Công văn số 1104")
    assert "kính gửi Sở Nội vụ để tổng hợp" in paragraph(document, "closing")["text"]


def test_a_figure_is_explained(cchc, planned):
    done(cchc, planned)
    answer = cchc("report", "explain", planned, *PERIOD, "--figure", "whole.done_percent")

    assert "Tỷ lệ hoàn thành (%): 50" in answer.out
    assert "- Số nhiệm vụ đã hoàn thành: 01" in answer.out


def test_a_closed_period_is_shown_and_not_written(cchc, planned):
    cchc("report", "show", planned, *PERIOD)
    assert cchc("period", "close", planned, *PERIOD).code == 0

    document = cchc("report", "show", planned, *PERIOD, "--json").json
    assert document["closed"]
    answer = cchc("report", "refresh", planned, *PERIOD)
    assert answer.code == 1
    assert "đã khóa" in answer.err


def test_papers_are_kept_listed_checked_and_taken_out(cchc, planned, tmp_path):
    pdf = tmp_path / "báo cáo.pdf"
    pdf.write_bytes(b"%PDF-1.7 x")
    add = ("report", "sent", "add", planned, pdf, *PERIOD, "--number", "45", "--symbol", "BC-UBND",
           "--date", "20/3/2024", "--signer", "Chủ tịch", "--recipient", "Sở Nội vụ")  # fmt: skip
    kept = cchc(*add, "--json").json

    assert kept["sha256"] == hashlib.sha256(b"%PDF-1.7 x").hexdigest()
    assert cchc("report", "sent", "list", planned, "--json").json["papers"] == [kept]
    assert "45/BC-UBND  quý I năm 2024" in cchc("report", "sent", "list", planned).out
    verified = cchc("report", "sent", "verify", planned, "--id", kept["id"], "--json")
    assert verified.json["intact"]
    target = tmp_path / "ra.pdf"
    export = ("report", "sent", "export", planned, "--id", kept["id"], "--output", target)
    assert cchc(*export).code == 0
    assert target.read_bytes() == b"%PDF-1.7 x"
    assert cchc(*export).code == 3


def test_the_summary_counts_by_section_and_agency(cchc, planned):
    done(cchc, planned)
    document = cchc("progress", "summary", planned, *PERIOD, "--by", "section", "--json").json

    assert document["whole"]["done"] == 1
    assert document["whole"]["done_percent"] == 50.0
    assert document["whole"]["states"]["done_on_time"] == 1
    assert document["by_section"][0]["total"] == 2
    answer = cchc("progress", "summary", planned, *PERIOD, "--by", "agency")
    assert "Phòng Nội vụ: 1/2 nhiệm vụ, đạt 50%" in answer.out
    assert "Toàn kế hoạch: 1/2" in answer.out
