"""Drafts a report from its facts, by the outline: plain sentences, nothing that is not recorded."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from cchc_desktop.domain.plan import Section
from cchc_desktop.domain.report import TITLE, ReportParagraph
from cchc_desktop.domain.report_documents import DocumentTypes
from cchc_desktop.domain.report_facts import LeafFacts, ReportFacts
from cchc_desktop.domain.report_outline import ItemContent, OutlineItem, OutlinePart, ReportOutline
from cchc_desktop.domain.report_text import LiveText, Part, joined, live
from cchc_desktop.domain.vietnamese import comparison_key, search_key
from cchc_desktop.services.report_outlook import (
    overdue_work,
    recurring_work,
    waiting_work,
    work_due_next,
)
from cchc_desktop.services.report_phrases import (
    documents_words,
    result_line,
    said_lines,
    section_title,
)
from cchc_desktop.services.report_standing import (
    plan_standing,
    section_standing,
    strengths,
    weaknesses,
)

_NO_FIELDS = "Kế hoạch không có nhiệm vụ nào thuộc các lĩnh vực cải cách."
_NO_TASKS = "Kế hoạch không có nhiệm vụ thuộc lĩnh vực này."
_REFORM = ("cải cách hành chính", "cchc")


@dataclass(frozen=True, slots=True)
class ReportSettings:
    """What the officer says of a report beside its paragraphs ("thông tin của báo cáo").

    Attributes:
        office: The body that reports, as running text names it.
    """

    office: str
    guidance: str
    recipient: str


def draft_report(
    facts: ReportFacts,
    outline: ReportOutline,
    settings: ReportSettings,
    types: DocumentTypes,
    known_titles: Mapping[str, str],
) -> tuple[ReportParagraph, ...]:
    """Return all paragraphs of a report, drafted.

    Args:
        facts: What is recorded.
        outline: What a report consists of.
        settings: Who reports, on whose request, to whom.
        types: The types of documents.
        known_titles: How sections are written in small letters, by ``comparison_key``.
    """
    return tuple(_Draft(facts, outline, settings, types, known_titles).paragraphs())


class _Draft:
    def __init__(
        self,
        facts: ReportFacts,
        outline: ReportOutline,
        settings: ReportSettings,
        types: DocumentTypes,
        known_titles: Mapping[str, str],
    ) -> None:
        self._facts = facts
        self._outline = outline
        self._settings = settings
        self._types = types
        self._known_titles = known_titles
        self._direction = [s for s in facts.plan.sections if self._is_direction(s)]
        self._items: Mapping[ItemContent, Callable[[OutlineItem], LiveText]] = {
            ItemContent.DIRECTION: self._directing,
            ItemContent.COMPLETION: lambda _: plan_standing(facts),
            ItemContent.MATCHING: lambda item: self._results(self._matching(item)),
            ItemContent.NONE: lambda _: LiveText(),
            ItemContent.STRENGTHS: lambda _: strengths(facts, known_titles),
            ItemContent.WEAKNESSES: lambda _: weaknesses(facts),
            ItemContent.OVERDUE: lambda _: overdue_work(facts),
            ItemContent.DUE_NEXT: lambda _: work_due_next(facts),
            ItemContent.RECURRING: lambda _: recurring_work(facts),
            ItemContent.WAITING: lambda _: waiting_work(facts),
            ItemContent.PROPOSALS: lambda _: joined(said_lines(facts.proposals, facts), "\n"),
        }

    def paragraphs(self) -> Iterator[ReportParagraph]:
        """Yield the paragraphs in their order."""
        outline, settings = self._outline, self._settings
        blanks = {
            "period": self._facts.period.title,
            "next": self._facts.following.title,
            "office": settings.office,
        }
        yield _paragraph(TITLE, 0, live(outline.title, **blanks))
        if settings.guidance:
            opening = live(outline.opening, guidance=settings.guidance, **blanks)
        else:
            opening = live(outline.opening_without_guidance, **blanks)
        yield _paragraph("opening", 0, opening)
        for part in outline.parts:
            yield from self._part(part, blanks)
        closing = live(outline.closing, recipient=settings.recipient, **blanks)
        yield _paragraph("closing", 0, closing)

    def _part(self, part: OutlinePart, blanks: Mapping[str, str]) -> Iterator[ReportParagraph]:
        found: list[ReportParagraph] = []
        for item in part.items:
            if item.content is ItemContent.SECTIONS:
                found += self._fields(item)
                continue
            text = self._items[item.content](item) or live(item.nothing, **blanks)
            if text:
                if item.title:
                    found.append(_paragraph(item.code, 2, live(item.title, **blanks)))
                found.append(_paragraph(f"{item.code}.text", 0, text))
        if found:
            yield _paragraph(part.code, 1, live(part.title, **blanks))
            yield from found

    def _fields(self, item: OutlineItem) -> Iterator[ReportParagraph]:
        sections = [s for s in self._facts.plan.sections if s not in self._direction]
        for section in sections:
            title = section_title(section.title.text, self._known_titles)
            code = f"field.{section.id}"
            yield _paragraph(code, 2, live("{title}", title=title or "Các nhiệm vụ của Kế hoạch"))
            yield _paragraph(f"{code}.text", 0, self._field(section, item))
        if not sections:
            yield _paragraph(f"{item.code}.none", 0, live(_NO_FIELDS))

    def _field(self, section: Section, item: OutlineItem) -> LiveText:
        if not section.tasks:
            return live(_NO_TASKS)
        results = self._results(self._facts.leaves_of(section))
        standing = section_standing(self._facts, section)
        return joined([standing, results or item.nothing], "\n")

    def _is_direction(self, section: Section) -> bool:
        title = comparison_key(section.title.text)
        words = [comparison_key(word) for word in self._outline.direction_words]
        return bool(words) and all(word in title for word in words)

    def _direction_leaves(self) -> list[LeafFacts]:
        if self._direction:
            ids = {section.id for section in self._direction}
            return [leaf for leaf in self._facts.leaves if leaf.section.id in ids]
        return [
            leaf
            for leaf in self._facts.leaves
            if any(word in search_key(leaf.task.content.text) for word in _REFORM)
        ]

    def _matching(self, item: OutlineItem | None) -> list[LeafFacts]:
        """Return the work on direction that an item tells; of None, what no item does."""
        items = [
            other
            for part in self._outline.parts
            for other in part.items
            if other.content is ItemContent.MATCHING
        ]
        found = []
        for leaf in self._direction_leaves():
            content = search_key(leaf.task.content.text)
            first = next(
                (i for i in items if any(search_key(word) in content for word in i.words)), None
            )
            if first is item:
                found.append(leaf)
        return found

    def _results(self, leaves: "list[LeafFacts] | tuple[LeafFacts, ...]") -> LiveText:
        """Return a line for each task of which the period has something to tell."""
        told = [
            leaf
            for leaf in leaves
            if leaf.is_recorded
            or (leaf.verdict.state.is_done and leaf.counted_task.id in self._facts.done_in_period)
        ]
        return joined([result_line(leaf, self._facts, self._types) for leaf in told], "\n")

    def _directing(self, _: OutlineItem) -> LiveText:
        parts: list[Part] = []
        if self._facts.documents:
            parts.append(documents_words(self._facts))
        if self._direction:
            parts.append(self._results(self._matching(None)))
        return joined(parts, "\n")


def _paragraph(code: str, level: int, text: LiveText) -> ReportParagraph:
    return ReportParagraph(code, level, text, text)
