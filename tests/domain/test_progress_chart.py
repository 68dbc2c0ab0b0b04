import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.progress_chart import (
    PART_LOOKS,
    ChartBar,
    ChartPart,
    ProgressChart,
    bar_words,
    place_bars,
)

_bars = st.lists(
    st.dictionaries(st.sampled_from(ChartPart), st.integers(0, 500)).map(
        lambda parts: ChartBar("Phòng Nội vụ", parts)
    ),
    max_size=12,
).map(tuple)


@given(_bars)
def test_segments_lie_side_by_side_to_one_scale(bars):
    longest = max((bar.total for bar in bars), default=0) or 1

    for bar, placed in zip(bars, place_bars(ProgressChart("", bars)), strict=True):
        at = 0.0
        for segment in placed.segments:
            assert segment.start == pytest.approx(at)
            assert segment.length == pytest.approx(bar.parts[segment.part] / longest)
            at += segment.length
        assert placed.end == pytest.approx(bar.total / longest)
        assert placed.end <= 1 + 1e-9
        assert placed.total == bar.total


def test_parts_are_drawn_in_one_order_whatever_order_they_are_given_in():
    bar = ChartBar("A", {ChartPart.OVERDUE: 1, ChartPart.DONE_ON_TIME: 2, ChartPart.WAITING: 0})

    (placed,) = place_bars(ProgressChart("", (bar,)))

    assert [s.part for s in placed.segments] == [ChartPart.DONE_ON_TIME, ChartPart.OVERDUE]
    assert ProgressChart("", (bar,)).parts == (ChartPart.DONE_ON_TIME, ChartPart.OVERDUE)


def test_every_part_has_its_own_words_and_is_told_without_colour():
    assert set(PART_LOOKS) == set(ChartPart)
    assert len({look.words for look in PART_LOOKS.values()}) == len(ChartPart)
    assert len({look.hatch for look in PART_LOOKS.values()}) == len(ChartPart)


def test_a_bar_can_be_read_out():
    bar = ChartBar("Phòng Tư pháp", {ChartPart.DONE_ON_TIME: 3, ChartPart.OVERDUE: 1})
    full, empty = place_bars(ProgressChart("", (bar, ChartBar("Xã An Khê"))))

    assert bar_words(full) == (
        "Phòng Tư pháp: 4 nhiệm vụ (3 hoàn thành đúng hạn, 1 quá hạn chưa xong)"
    )
    assert bar_words(empty) == "Xã An Khê: không có nhiệm vụ"
