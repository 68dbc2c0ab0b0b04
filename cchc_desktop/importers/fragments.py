"""Judges whether a row without STT is the second half of the row above.

A page break cuts a row in two when a printed table is turned into text or typed again.
The second half has no STT, often follows a repeated heading, and goes on in mid-sentence;
a further product, a sub-task or a note begins anew.
"""

from collections.abc import Mapping

from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.importers.headings import HeadingVocabulary

SURE = 3
_GOES_ON = ",.;:)”…%/–"
_ENDS = ".;:!?…"
_OPEN_ENDS = ",(/-–“&+"
_DANGLING = frozenset({
    "của", "và", "các", "về", "theo", "với", "cho", "tại", "trong", "từ", "đến", "do", "là", "để",
    "những", "hoặc", "số", "khi", "bằng", "trên", "dưới", "được", "có", "thuộc", "giữa", "một",
    "mỗi",
})  # fmt: skip
_AGENCIES = frozenset({AnnexColumn.LEAD, AnnexColumn.COOPERATING, AnnexColumn.MONITOR})


def fragment_score(
    cells: Mapping[AnnexColumn, RichText],
    above: Mapping[AnnexColumn, str],
    vocabulary: HeadingVocabulary,
    *,
    follows_heading: bool,
) -> int:
    """Return how much speaks for a second half: positive for it, negative against it."""
    score = SURE if follows_heading else 0
    has_content = AnnexColumn.CONTENT in cells
    for column, wording in cells.items():
        text = wording.text
        before = above.get(column, "")
        if not before:
            # What was cut began on the page before; an empty cell has no second half.
            score -= 3
            continue
        score += _ending(before)
        first = text[0]
        if first.islower() or first in _GOES_ON:
            score += 2
        elif column is AnnexColumn.DEADLINE and vocabulary.is_deadline_like(text):
            score -= 4
        elif column not in _AGENCIES and not has_content and _ending(before) <= 0:
            score -= 1
    return score


def _ending(before: str) -> int:
    """Judge how a cell ends: in mid-sentence, at its end, or without a sign."""
    if before[-1] in _OPEN_ENDS:
        return 2
    if before[-1] in _ENDS:
        return -2
    last = before[-40:].split()[-1].casefold()
    return 1 if last in _DANGLING else 0
