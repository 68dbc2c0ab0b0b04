"""The wording of one cell with its bold and italic phrases."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.rich_text import EMPTY, RichText, Run
from cchc_desktop.domain.vietnamese import nfc, tidy

RUNS = st.lists(st.builds(Run, st.text(max_size=12), st.booleans(), st.booleans()), max_size=6)


def test_plain_text_is_tidied_and_unstyled():
    text = RichText.plain("  Kế\u00a0hoạch  ")
    assert text == RichText((Run("Kế hoạch"),))
    assert not text.is_styled


@pytest.mark.parametrize(
    ("markup", "runs"),
    [
        ("", ()),
        ("a<b>b</b>", (Run("a"), Run("b", bold=True))),
        ("<i>a</i>", (Run("a", italic=True),)),
        ("<b><i>a</i> b</b>", (Run("a", bold=True, italic=True), Run(" b", bold=True))),
        ("1 &lt; 2 &amp; 3", (Run("1 < 2 & 3"),)),
        ("<b>a</b><b>b</b>", (Run("ab", bold=True),)),
        ("<u>a</u>", (Run("<u>a</u>"),)),
    ],
)
def test_markup_is_read_as_styled_runs(markup, runs):
    assert RichText.from_markup(markup).runs == runs


@given(RUNS)
def test_markup_gives_the_same_text_back(runs):
    text = RichText.from_runs(runs)
    assert RichText.from_markup(text.markup) == text


@given(RUNS)
def test_words_are_those_of_the_runs_tidied(runs):
    assert RichText.from_runs(runs).text == tidy("".join(run.text for run in runs))


@given(RUNS)
def test_neighbouring_runs_differ_in_style_and_none_is_empty(runs):
    text = RichText.from_runs(runs)
    assert all(run.text for run in text.runs)
    styles = [(run.bold, run.italic) for run in text.runs]
    assert all(one != other for one, other in pairwise(styles))


@given(st.lists(st.tuples(st.sampled_from("abđ ế\n"), st.booleans()), max_size=12))
def test_each_letter_keeps_its_style(letters):
    text = RichText.from_runs(Run(char, bold) for char, bold in letters)
    styled = [(c, run.bold) for run in text.runs for c in run.text if not c.isspace()]
    assert styled == [(c, bold) for c, bold in letters if not c.isspace()]


def test_space_between_styles_stays_one():
    text = RichText.from_runs([Run("a ", bold=True), Run("  b")])
    assert text.text == "a b"


def test_mark_at_the_start_of_a_run_joins_its_letter():
    decomposed = unicodedata.normalize("NFD", "kế")
    text = RichText.from_runs([Run(decomposed[:2], bold=True), Run(decomposed[2:] + " hoạch")])
    assert text.text == "kế hoạch"
    assert nfc(text.text) == text.text


def test_joining_puts_the_separator_only_between_two_texts():
    one, other = RichText.plain("a"), RichText.from_markup("<b>b</b>")
    assert one.joined(other, "\n").markup == "a\n<b>b</b>"
    assert one.joined(EMPTY, "\n") == one
    assert EMPTY.joined(other, "\n") == other
    assert not EMPTY
