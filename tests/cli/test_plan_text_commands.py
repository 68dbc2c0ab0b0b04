"""The text of a plan by the command line alone: started, edited, moved, numbered."""

import pytest


@pytest.fixture
def file(cchc, tmp_path):
    file = tmp_path / "mẫu.cchc"
    cchc("sample", file)
    for part in cchc("text", "show", file, "--year", 2025, "--json").json["parts"]:
        cchc("text", "delete-part", file, "--part", part["id"])
    return file


@pytest.fixture
def body(cchc, file):
    cchc("text", "add-part", file, "--year", 2025, "--kind", "body", "--title", "Về cải cách")
    part = read(cchc, file)["id"]
    after = []
    for kind, words in (("part", "MỤC TIÊU"), ("item", "Chung"), ("item", "Cụ thể")):
        cchc("text", "add", file, "--part", part, *after, "--kind", kind, "--text", words)
        after = ["--after", read(cchc, file)["passages"][-1]["id"]]
    return part


def read(cchc, file):
    return cchc("text", "show", file, "--year", 2025, "--json").json["parts"][0]


def lines(cchc, file):
    return [f"{p['number']} {p['text']}" for p in read(cchc, file)["passages"]]


def ids(cchc, file):
    return [p["id"] for p in read(cchc, file)["passages"]]


def test_a_skeleton_is_chosen_from_the_list_and_fills_the_text(cchc, file):
    known = cchc("text", "skeletons", file, "--json").json["skeletons"]
    assert {one["with_decision"] for one in known} == {True, False}
    answer = cchc("text", "start", file, "--year", 2025, "--skeleton", known[0]["id"])
    assert answer.code == 0
    assert len(read(cchc, file)["passages"]) > 30
    assert cchc("text", "start", file, "--year", 2025, "--skeleton", known[0]["id"]).code == 1


def test_passages_are_added_in_order_and_numbered(cchc, file, body):
    assert lines(cchc, file) == ["I. MỤC TIÊU", "1. Chung", "2. Cụ thể"]


def test_words_styles_and_fields_are_written(cchc, file, body):
    second = ids(cchc, file)[1]
    cchc("text", "edit", file, second, "--text", "Năm  <b>đột phá</b>")
    cchc("text", "insert-field", file, second, "--field", "plan.year", "--at", 4)
    passage = read(cchc, file)["passages"][1]
    assert passage["text"] == "Năm 2025đột phá"
    assert passage["markup"].endswith("<b>đột phá</b>")
    assert passage["fields"] == [{"code": "plan.year", "start": 4, "end": 8}]


def test_what_no_file_can_hold_is_left_out_of_written_words(cchc, file, body):
    second = ids(cchc, file)[1]
    assert cchc("text", "edit", file, second, "--text", "Năm\udcff \x07<b>đột phá</b>").code == 0
    assert read(cchc, file)["passages"][1]["text"] == "Năm đột phá"


def test_levels_numbers_and_order_change(cchc, file, body):
    first, second, third = ids(cchc, file)
    cchc("text", "indent", file, third)
    assert lines(cchc, file)[2] == "a) Cụ thể"
    cchc("text", "outdent", file, third)
    cchc("text", "number", file, second, "--as", "3.")
    assert lines(cchc, file)[1:] == ["3. Chung", "4. Cụ thể"]
    cchc("text", "renumber", file, "--part", body)
    cchc("text", "move", file, third, "--part", body, "--after", first)
    assert lines(cchc, file)[1:] == ["1. Cụ thể", "2. Chung"]
    cchc("text", "kind", file, second, "--kind", "dash")
    cchc("text", "delete", file, third)
    assert lines(cchc, file)[1:] == ["- Chung"]


def test_the_tasks_of_agencies_are_drafted_and_written_where_wanted(cchc, file, body):
    shown = cchc("text", "draft-agencies", file, "--year", 2025)
    assert "Phòng Nội vụ" in shown.out
    cchc("text", "draft-agencies", file, "--year", 2025, "--after", ids(cchc, file)[2])
    assert len(lines(cchc, file)) > 10


def test_a_passage_that_is_not_there_is_refused_with_a_sentence(cchc, file):
    answer = cchc("text", "edit", file, 99999, "--text", "chữ")
    assert answer.code == 1
    assert answer.err.startswith("Lỗi:")


def test_a_year_that_is_none_is_a_wrong_call(cchc, file):
    assert cchc("text", "show", file, "--year", "hai nghìn").code == 2
