"""What of a report no longer agrees with the data, and what bringing it up to date would do.

Words that an officer edited are never among what a refresh writes; they are only shown
beside what would be drafted now.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum

from cchc_desktop.domain.report import Report, ReportParagraph
from cchc_desktop.domain.report_figures import Figure, FigureList
from cchc_desktop.domain.report_text import FigureMark, LiveText

_WORD = re.compile(r"\s+|[^\s]+")
_MANY = 4_000_000
"""Above this product of word counts the middle is one change: comparing is quadratic."""


class WordFate(StrEnum):
    """What becomes of words between two wordings ("thay đổi của chữ")."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class WordChange:
    """A stretch of words that stayed, went or came ("đoạn chữ thay đổi")."""

    fate: WordFate
    text: str


@dataclass(frozen=True, slots=True)
class StaleFigure:
    """A figure in the text that is another now ("số liệu đã cũ").

    Attributes:
        now: The figure as it is, or None where there is no such figure any more.
    """

    mark: FigureMark
    printed: str
    now: Figure | None


@dataclass(frozen=True)
class OutOfDate:
    """A paragraph that no longer agrees with the data ("đoạn chưa cập nhật").

    Attributes:
        paragraph: As it stands in the report.
        draft: What would be drafted now; empty where nothing would.
        is_draft_changed: Whether the draft differs from the one the words were made from.
        stale: The figures in the text that are others now.
    """

    paragraph: ReportParagraph
    draft: LiveText
    is_draft_changed: bool
    stale: tuple[StaleFigure, ...]

    @property
    def changes(self) -> tuple[WordChange, ...]:
        """From the draft that the words were made from to the draft of now."""
        return word_changes(self.paragraph.drafted.text, self.draft.text)


def out_of_date(
    report: Report, draft: Sequence[ReportParagraph], figures: FigureList
) -> tuple[OutOfDate, ...]:
    """Return the paragraphs of ``report`` that do not agree with ``draft``, in order.

    A paragraph that would be new is among them with empty words.
    """
    now = {paragraph.code: paragraph for paragraph in draft}
    found = []
    for paragraph in report.every_paragraph:
        if paragraph.is_own:
            stale = stale_figures(paragraph.text, figures)
            if stale:
                found.append(
                    OutOfDate(paragraph, paragraph.drafted, is_draft_changed=False, stale=stale)
                )
            continue
        drafted = now[paragraph.code].text if paragraph.code in now else LiveText()
        is_changed = drafted.text != paragraph.drafted.text
        stale = () if paragraph.is_removed else stale_figures(paragraph.text, figures)
        if (is_changed and not paragraph.is_removed) or stale:
            found.append(OutOfDate(paragraph, drafted, is_changed, stale))
    known = {paragraph.code for paragraph in report.every_paragraph}
    for paragraph in draft:
        if paragraph.code not in known:
            absent = replace(paragraph, text=LiveText(), drafted=LiveText())
            found.append(OutOfDate(absent, paragraph.text, is_draft_changed=True, stale=()))
    return tuple(found)


def stale_figures(text: LiveText, figures: FigureList) -> tuple[StaleFigure, ...]:
    """Return the figures in a text that are others now."""
    found = []
    for mark in text.marks:
        now = figures.by_code.get(mark.code)
        printed = text.figure_words(mark)
        if now is None or now.text != printed:
            found.append(StaleFigure(mark, printed, now))
    return tuple(found)


def refreshed(report: Report, draft: Sequence[ReportParagraph]) -> tuple[ReportParagraph, ...]:
    """Return the paragraphs of ``report`` with all that is not edited brought up to ``draft``.

    What the draft has newly comes after what it follows in the draft; what it has no longer
    goes, unless the officer edited it.
    """
    now = {paragraph.code: paragraph for paragraph in draft}
    kept: list[ReportParagraph] = []
    for paragraph in report.every_paragraph:
        fresh = now.get(paragraph.code)
        if paragraph.is_edited or paragraph.is_own:
            kept.append(paragraph)
        elif fresh is not None:
            kept.append(replace(paragraph, level=fresh.level, text=fresh.text, drafted=fresh.text))
    known = {paragraph.code for paragraph in kept}
    before = ""
    for paragraph in draft:
        if paragraph.code not in known:
            codes = [p.code for p in kept]
            place = codes.index(before) + 1 if before in codes else 0
            kept.insert(place, paragraph)
            known.add(paragraph.code)
        before = paragraph.code
    return tuple(kept)


def word_changes(before: str, after: str) -> tuple[WordChange, ...]:
    """Return how one wording becomes another, word by word."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    if len(old) * len(new) > _MANY:
        return tuple(
            WordChange(fate, text)
            for fate, text in ((WordFate.GONE, before), (WordFate.NEW, after))
            if text
        )
    found: list[WordChange] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(WordChange(WordFate.SAME, "".join(old[a:b])))
            continue
        if a < b:
            found.append(WordChange(WordFate.GONE, "".join(old[a:b])))
        if c < d:
            found.append(WordChange(WordFate.NEW, "".join(new[c:d])))
    return tuple(found)
