"""Numbers of annex tasks in a text follow the tasks."""

from cchc_desktop.domain.report_text import LiveText
from cchc_desktop.domain.task_references import follow_tasks

NAMES = {"I.1": "I.1", "I.3.a": "I.2.a", "II.4": "II.2"}


def followed(markup: str) -> str:
    return follow_tasks(LiveText.from_markup(markup), NAMES).markup


def test_numbers_follow_and_tasks_left_out_are_dropped():
    words = "chủ trì nhiệm vụ tại mục I.1, I.2, I.3.a và II.4 Phụ lục."
    assert followed(words) == "chủ trì nhiệm vụ tại mục I.1, I.2.a, II.2 Phụ lục."


def test_where_no_task_is_left_a_place_to_fill_in_stands():
    assert followed("việc tại mục V.1 Phụ lục") == "việc tại mục […] Phụ lục"


def test_a_text_that_does_not_speak_of_the_annex_stays():
    assert followed("theo mục II.4 Phần I của Nghị quyết") == "theo mục II.4 Phần I của Nghị quyết"


def test_live_fields_and_styles_before_and_after_stay():
    words = '<f code="plan.year">2025</f>: <b>mục II.4</b> Phụ lục năm <f code="plan.year">2025</f>'
    assert followed(words) == words.replace("II.4", "II.2")


def test_brackets_around_numbers_stay():
    words = "về thể chế (mục I.2, II.4); bộ máy (mục I.3.a) và mục I.3.a), II.4 Phụ lục"
    assert followed(words) == (
        "về thể chế (mục II.2); bộ máy (mục I.2.a) và mục I.2.a, II.2 Phụ lục"
    )
