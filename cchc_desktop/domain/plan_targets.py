"""Finds the targets that a plan for several years sets for a milestone."""

import re
from collections.abc import Iterator

from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.plan_text import PlanText, TextPart

_TARGETS = re.compile(r"mục\s+tiêu|chỉ\s+tiêu", re.IGNORECASE)
_LEADING = r"\s*(?:mục\s+tiêu\s+)?(?:phấn\s+đấu\s+)?(?:đến|tới)\s+(?:hết\s+|cuối\s+)?năm\s+{year}\b"


def milestone_of(plan: Plan, year: int) -> int:
    """Return the milestone ("mốc mục tiêu") that the work of ``year`` leads to."""
    years = plan.milestones or (plan.last_year or plan.year,)
    return min((m for m in years if m >= year), default=max(years))


def targets_for(text: PlanText, milestone: int) -> tuple[tuple[str, str], ...]:
    """Return the targets set for a milestone, each with its place and its words.

    They stand below a heading "Đến năm 2025:", after it in the same passage, or in a passage
    of the targets that names the year.
    """
    body = text.body
    return tuple(_targets(body, milestone)) if body else ()


def _targets(body: TextPart, milestone: int) -> Iterator[tuple[str, str]]:
    leading = re.compile(_LEADING.format(year=milestone), re.IGNORECASE)
    naming = re.compile(rf"năm\s+{milestone}\b", re.IGNORECASE)
    ranges = [
        body.block(place)
        for place, passage in enumerate(body.passages)
        if passage.is_heading and leading.match(passage.text.text)
    ]
    taken = {place for block in ranges for place in block}
    wanted = {
        place
        for start, passage in enumerate(body.passages)
        if passage.is_heading and _TARGETS.search(passage.text.text)
        for place in body.block(start)
    }
    for place, passage in enumerate(body.passages):
        if body.has_children(place) or not passage.text:
            continue
        words = passage.text.text
        if leading.match(words):
            words = leading.sub("", words).lstrip(" ,:;-–")
        elif place not in taken and not (place in wanted and naming.search(words)):
            continue
        words = words.rstrip(" ;./")
        if words:
            yield _place(body, place), f"{words[0].upper()}{words[1:]}."


def _place(body: TextPart, place: int) -> str:
    """Return the numbers of a passage and of the headings above it: "II.1.a"."""
    names: list[str] = []
    rank = body.passages[place].kind.rank or body.passages[place].level + 1
    for passage in reversed(body.passages[: place + 1]):
        own = passage.kind.rank
        if own and (own < rank or passage is body.passages[place]):
            names.insert(0, passage.number.strip(" .)"))
            rank = own
    return ".".join(name for name in names if name not in "-+")
