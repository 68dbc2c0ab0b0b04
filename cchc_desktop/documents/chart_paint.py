"""The colours of charts on paper: the light tokens of the program's look."""

from collections.abc import Mapping

from cchc_desktop.domain.progress_chart import PART_LOOKS, BarSegment, PlacedBar

PAPER_COLOURS: Mapping[str, str] = {
    "done": "1E7A46",
    "done_soft": "E4F4EA",
    "soon": "8A5A00",
    "soon_soft": "FDF3DC",
    "late": "B3261E",
    "late_soft": "FBEAE8",
    "waiting": "5B6472",
    "waiting_soft": "ECEFF3",
}
"""By token, as RRGGBB."""


def written_aside(bar: PlacedBar, room: float, digit: float) -> tuple[BarSegment, ...]:
    """Return the segments too narrow for their own count, in a bars' room of this width."""
    return tuple(
        segment
        for segment in bar.segments
        if segment.length * room < (len(str(segment.count)) + 1) * digit
    )


def aside_words(segments: tuple[BarSegment, ...]) -> str:
    """Return the counts that did not fit, in words."""
    return "; ".join(f"{s.count} {PART_LOOKS[s.part].words.lower()}" for s in segments)
