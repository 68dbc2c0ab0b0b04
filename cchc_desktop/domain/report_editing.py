"""What an officer does to the paragraphs of a report: pure steps from one order to the next.

A drafted paragraph that is taken out stays behind without words, so that it is not drafted
anew; the officer's own paragraphs really go.
"""

from collections.abc import Sequence
from dataclasses import replace

from cchc_desktop.domain.errors import InvalidValue, MoveNotPossible, RecordMissing
from cchc_desktop.domain.report import LARGEST_LEVEL, OWN, TITLE, Report, ReportParagraph
from cchc_desktop.domain.report_changes import refreshed
from cchc_desktop.domain.report_text import LiveText
from cchc_desktop.domain.rich_text import RichText

Paragraphs = tuple[ReportParagraph, ...]

_LAST = "closing"


def place_of(report: Report, code: str) -> int:
    """Return where the paragraph of a code stands, from 0.

    Raises:
        RecordMissing: There is no such paragraph.
    """
    for place, paragraph in enumerate(report.every_paragraph):
        if paragraph.code == code:
            return place
    raise RecordMissing(kind="report_paragraph", id=code)


def changed(report: Report, paragraph: ReportParagraph) -> Paragraphs:
    """Return the paragraphs with ``paragraph`` in place of the one of its code."""
    place = place_of(report, paragraph.code)
    every = report.every_paragraph
    return (*every[:place], paragraph, *every[place + 1 :])


def edited(report: Report, code: str, words: RichText) -> Paragraphs:
    """Return the paragraphs with the officer's words in one of them; blank words take it out.

    Words equal to the draft are no edit.

    Raises:
        RecordMissing: There is no such paragraph.
        InvalidValue: The title would be blank.
    """
    paragraph = report.every_paragraph[place_of(report, code)]
    if not words:
        return deleted(report, code)
    if words == paragraph.text.words:
        return report.every_paragraph
    if words == paragraph.drafted.words and not paragraph.is_own:
        return changed(report, replace(paragraph, text=paragraph.drafted, is_edited=False))
    text = paragraph.text.rewritten(words)
    return changed(report, replace(paragraph, text=text, is_edited=True))


def added(report: Report, after: str, words: RichText, level: int) -> Paragraphs:
    """Return the paragraphs with a new one of the officer's after another.

    Raises:
        RecordMissing: There is no paragraph to follow.
        InvalidValue: It says nothing, or there is no such level.
    """
    check_level(level)
    if not words:
        raise InvalidValue(field="report_paragraph", value="")
    place = place_of(report, after) + 1
    every = report.every_paragraph
    numbers = [int(p.code.removeprefix(OWN)) for p in every if p.is_own]
    code = f"{OWN}{max(numbers, default=0) + 1}"
    new = ReportParagraph(code, level, LiveText(words), LiveText(), is_edited=True)
    return (*every[:place], new, *every[place:])


def deleted(report: Report, code: str) -> Paragraphs:
    """Return the paragraphs without one of them.

    Raises:
        RecordMissing: There is no such paragraph.
        InvalidValue: It is the title.
    """
    if code == TITLE:
        raise InvalidValue(field="report_title", value="")
    paragraph = report.every_paragraph[place_of(report, code)]
    if paragraph.is_own:
        return tuple(p for p in report.every_paragraph if p.code != code)
    return changed(report, replace(paragraph, text=LiveText(), is_edited=True))


def moved(report: Report, code: str, after: str) -> Paragraphs:
    """Return the paragraphs with one behind another; a heading takes along what is below it.

    Raises:
        RecordMissing: There is no such paragraph.
        MoveNotPossible: It is the title, or would go below itself.
    """
    every = report.every_paragraph
    start = place_of(report, code)
    end = _end_of_block(every, start)
    block = every[start:end]
    if code == TITLE or after in {p.code for p in block}:
        raise MoveNotPossible(reason="below_itself")
    place = place_of(report, after) + 1
    if place > start:
        return (*every[:start], *every[end:place], *block, *every[place:])
    return (*every[:place], *block, *every[place:start], *every[end:])


def _end_of_block(every: Paragraphs, start: int) -> int:
    level = every[start].level
    end = start + 1
    if level:
        while end < len(every) and every[end].code != _LAST:
            if 0 < every[end].level <= level:
                break
            end += 1
    return end


def taken(report: Report, draft: Sequence[ReportParagraph], code: str) -> Paragraphs:
    """Return the paragraphs with what ``draft`` has in place of one of them.

    What is only in the draft comes in; what the draft has no longer goes.

    Raises:
        RecordMissing: Neither has such a paragraph.
        InvalidValue: The paragraph is the officer's own.
    """
    fresh = next((p for p in draft if p.code == code), None)
    paragraph = report.find(code)
    if paragraph is None and fresh is not None:
        return _with_new(report, draft, code)
    paragraph = report.every_paragraph[place_of(report, code)]
    if paragraph.is_own:
        raise InvalidValue(field="report_paragraph", value=paragraph.text.text)
    if fresh is None:
        return tuple(p for p in report.every_paragraph if p.code != code)
    text = fresh.text
    return changed(report, replace(paragraph, text=text, drafted=text, is_edited=False))


def _with_new(report: Report, draft: Sequence[ReportParagraph], code: str) -> Paragraphs:
    """Bring in one paragraph of the draft, in its place, and leave the others as they are."""
    known = {p.code: p for p in report.every_paragraph}
    held = replace(
        report,
        every_paragraph=tuple(replace(p, is_edited=True) for p in report.every_paragraph),
    )
    wanted = [p for p in draft if p.code == code or p.code in known]
    return tuple(known.get(p.code, p) for p in refreshed(held, wanted))


def check_level(level: int) -> None:
    """Refuse a level that no paragraph can have.

    Raises:
        InvalidValue: It is none of 0 to 3.
    """
    if not 0 <= level <= LARGEST_LEVEL:
        raise InvalidValue(field="report_level", value=str(level))
