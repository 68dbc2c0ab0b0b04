"""Figures stay known in a wording as it is kept, edited and brought up to date."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.report_figures import Figure, FigureRule
from cchc_desktop.domain.report_text import LiveText, joined, live
from cchc_desktop.domain.rich_text import RichText


def figure(code: str, text: str) -> Figure:
    return Figure(code, 0, text, FigureRule.TASKS)


DONE, TOTAL = figure("whole.done", "12"), figure("whole.total", "41")
TEXT = live("Đã xong {done}/{total} nhiệm vụ", done=DONE, total=TOTAL)


def found(text: LiveText) -> dict[str, str]:
    return {mark.code: text.figure_words(mark) for mark in text.marks}


def test_a_filled_sentence_knows_its_figures():
    assert TEXT.text == "Đã xong 12/41 nhiệm vụ"
    assert found(TEXT) == {"whole.done": "12", "whole.total": "41"}


def test_what_is_filled_in_is_no_template():
    text = live("{a}: {b}", a="{b} {", b=LiveText(RichText.plain("}{a}")))

    assert text.text == "{b} {: }{a}"


def test_empty_parts_leave_no_separator():
    assert joined(["a", "", LiveText(), TEXT], "; ").text == f"a; {TEXT.text}"
    assert found(joined(["a", TEXT], "; ")) == found(TEXT)


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("Nhìn chung, đã xong 12/41 nhiệm vụ.", {"whole.done": "12", "whole.total": "41"}),
        ("12/41 nhiệm vụ", {"whole.done": "12", "whole.total": "41"}),
        ("Đã xong 13/41 nhiệm vụ", {"whole.total": "41"}),
        ("Đã xong 112/41 nhiệm vụ", {"whole.total": "41"}),
        ("Đã xong <b>12</b>/41 nhiệm vụ", {"whole.done": "12", "whole.total": "41"}),
        ("Đã làm tốt", {}),
        ("", {}),
    ],
)
def test_an_edit_keeps_the_figures_it_left_alone(words, kept):
    edited = TEXT.rewritten(RichText.from_markup(words))

    assert edited.words == RichText.from_markup(words)
    assert found(edited) == kept


def test_a_figure_with_a_comma_is_one():
    text = live("đạt {share}% của {total}", share=figure("p", "29,27"), total=TOTAL)

    assert found(text.rewritten(RichText.plain("đạt 29,27%"))) == {"p": "29,27"}
    assert found(text.rewritten(RichText.plain("đạt 29,28% của 41"))) == {"whole.total": "41"}


def test_figures_are_brought_up_and_the_words_stay():
    styled = TEXT.rewritten(RichText.from_markup("Vậy <i>là</i> xong <b>12</b>/41"))

    now = styled.with_figures({"whole.done": figure("whole.done", "1.234")})

    assert now.words == RichText.from_markup("Vậy <i>là</i> xong <b>1.234</b>/41")
    assert found(now) == {"whole.done": "1.234", "whole.total": "41"}


def test_words_that_look_like_marks_are_words():
    text = LiveText(RichText.plain('<f code="x">9</f> & <b>'))

    assert LiveText.from_markup(text.markup) == text


@pytest.mark.parametrize("markup", ['<f code="a">', "</f>", '<f code="a"></f>1', '1<f code="a">'])
def test_a_mark_that_fits_no_text_is_left_out(markup):
    assert LiveText.from_markup(markup).marks == ()


PIECES = st.lists(
    st.one_of(
        st.sampled_from(["kế hoạch ", "a & b ", "<b> ", "12 ", "x\ny ", "“đ” "]),
        st.builds(
            figure, st.sampled_from(["a.b", "documents.Kế hoạch"]), st.sampled_from(["0", "29,27"])
        ),
    ),
    max_size=12,
)
STYLES = st.lists(st.sampled_from(["{}", "<b>{}</b>", "<i>{}</i>"]), min_size=1, max_size=6)


@given(PIECES, STYLES)
def test_what_is_kept_is_read_back_the_same(pieces, styles):
    text = joined([*pieces, "hết"], "")
    words = text.text.split(" ")
    markup = " ".join(
        styles[i % len(styles)].format(RichText.plain(word).markup) for i, word in enumerate(words)
    )
    styled = text.rewritten(RichText.from_markup(markup))

    assert LiveText.from_markup(styled.markup) == styled
    for mark in styled.marks:
        assert styled.figure_words(mark) in {"0", "29,27"}


@given(PIECES, st.lists(st.sampled_from(["a", "0", "29", ",", " ", "đ"]), max_size=20).map("".join))
def test_any_edit_marks_only_stretches_that_still_say_the_figure(pieces, after):
    text = joined(pieces, "")

    edited = text.rewritten(RichText.plain(after))

    for mark in edited.marks:
        assert edited.figure_words(mark) in {"0", "29,27"}
