import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_desktop.documents.text_measure import BOLD, ITALIC, REGULAR, TextMeasure
from cchc_desktop.domain.rich_text import EMPTY, RichText, Run

_LETTERS = st.characters(exclude_categories=("Cs", "Cc"))
_TEXT = st.text(_LETTERS | st.sampled_from(" \n-/ặđ"), max_size=400)
_RUNS = st.lists(st.builds(Run, _TEXT, st.booleans(), st.booleans()), max_size=6)


@pytest.fixture(scope="module")
def measure(fonts):
    return TextMeasure(fonts)


def _rebuilt(lines):
    return "".join(line.text + line.after for line in lines)


@settings(max_examples=150, deadline=None)
@given(runs=_RUNS, width=st.floats(1, 400))
def test_any_text_at_any_width_comes_back_whole(measure, runs, width):
    text = RichText.from_runs(runs)

    lines = measure.lines(text, width, 13)

    assert _rebuilt(lines) == text.text


@settings(max_examples=100, deadline=None)
@given(runs=_RUNS, width=st.floats(30, 400))
def test_no_line_is_wider_than_its_column(measure, runs, width):
    text = RichText.from_runs(runs)

    lines = measure.lines(text, width, 13)

    for line in lines:
        assert len(line.text) <= 1 or line.width * 13 / 1000 <= width + 1e-6


def test_styles_stay_with_their_words(measure):
    text = RichText.from_markup("báo cáo <b>kết quả</b> rà<i>soát</i>")

    (line,) = measure.lines(text, 1000, 13)

    assert [(span.text, span.face) for span in line.spans] == [
        ("báo cáo", REGULAR),
        (" kết quả", BOLD),
        (" rà", REGULAR),
        ("soát", ITALIC),
    ]


def test_width_of_a_line_is_the_width_of_its_words(measure):
    text = RichText.from_markup("Ủy ban <b>nhân dân</b> huyện")

    (line,) = measure.lines(text, 1000, 13)

    expected = (
        measure.width("Ủy ban ", 13)
        + measure.width("nhân dân", 13, BOLD)
        + measure.width(" huyện", 13)
    )
    assert line.width * 13 / 1000 == pytest.approx(expected)


def test_a_long_number_breaks_after_its_slash(measure):
    text = RichText.plain("1234567890/QĐ-UBND-1234567890")
    width = measure.width("1234567890/QĐ-UBND-12", 13)

    lines = measure.lines(text, width, 13)

    assert [line.text for line in lines] == ["1234567890/QĐ-UBND-", "1234567890"]


def test_line_breaks_of_the_officer_stay(measure):
    lines = measure.lines(RichText.plain("- Kế hoạch\n- Báo cáo"), 1000, 13)

    assert [line.text for line in lines] == ["- Kế hoạch", "- Báo cáo"]


def test_empty_text_has_no_lines(measure):
    assert measure.lines(EMPTY, 100, 13) == []
