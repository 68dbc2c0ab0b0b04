"""Drafts a report from its facts, by the outline: plain sentences, nothing that is not recorded."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from cchc_desktop.domain.plan import Section
from cchc_desktop.domain.progress_state import ProgressState
from cchc_desktop.domain.report import TITLE, ReportParagraph
from cchc_desktop.domain.report_documents import DocumentTypes
from cchc_desktop.domain.report_facts import LeafFacts, ReportFacts
from cchc_desktop.domain.report_figures import day_text
from cchc_desktop.domain.report_outline import ItemContent, OutlineItem, OutlinePart, ReportOutline
from cchc_desktop.domain.report_text import LiveText, Part, joined, live
from cchc_desktop.domain.vietnamese import comparison_key, search_key
from cchc_desktop.services.report_phrases import (
    documents_words,
    due_line,
    names,
    overdue_line,
    result_line,
    said_lines,
    section_title,
    waiting_line,
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
        self._figures = facts.figures
        self._outline = outline
        self._settings = settings
        self._types = types
        self._known_titles = known_titles
        self._direction = [s for s in facts.plan.sections if self._is_direction(s)]
        self._items: Mapping[ItemContent, Callable[[OutlineItem], LiveText]] = {
            ItemContent.DIRECTION: self._directing,
            ItemContent.COMPLETION: self._completion,
            ItemContent.MATCHING: lambda item: self._results(self._matching(item)),
            ItemContent.NONE: lambda _: LiveText(),
            ItemContent.STRENGTHS: lambda _: self._strengths(),
            ItemContent.WEAKNESSES: lambda _: self._weaknesses(),
            ItemContent.OVERDUE: lambda _: self._overdue(),
            ItemContent.DUE_NEXT: lambda _: self._due_next(),
            ItemContent.RECURRING: lambda _: self._recurring(),
            ItemContent.WAITING: lambda _: self._waiting(),
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
        counts = self._counted(f"section.{section.id}", "Kế hoạch giao {total} nhiệm vụ")
        return joined([counts, results or item.nothing], "\n")

    def _counted(self, code: str, start: str) -> LiveText:
        """Return how far the work of a section is, in one sentence."""
        figures = self._figures
        parts: list[Part] = [self._given(code, start)]
        if figures[f"{code}.applicable"].value:
            parts.append(self._done(code))
        if self._is_told_apart(code):
            new = figures[f"{code}.done_in_period"]
            parts.append(live("riêng trong kỳ hoàn thành {new} nhiệm vụ", new=new))
        if figures[f"{code}.{ProgressState.OVERDUE.value}"].value:
            overdue = figures[f"{code}.{ProgressState.OVERDUE.value}"]
            parts.append(live("{overdue} nhiệm vụ quá hạn chưa xong", overdue=overdue))
        return live("{parts}.", parts=joined(parts, "; "))

    def _given(self, code: str, start: str) -> LiveText:
        given = live(start, total=self._figures[f"{code}.total"])
        dropped = self._figures[f"{code}.{ProgressState.DROPPED.value}"]
        if not dropped.value:
            return given
        words = "{given}, trong đó {dropped} nhiệm vụ không còn phù hợp"
        return live(words, given=given, dropped=dropped)

    def _done(self, code: str, verb: str = "đã hoàn thành") -> LiveText:
        return live(
            verb + " {done}/{applicable} nhiệm vụ, đạt {percent}%",
            done=self._figures[f"{code}.done"],
            applicable=self._figures[f"{code}.applicable"],
            percent=self._figures[f"{code}.done_percent"],
        )

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

    def _completion(self, _: OutlineItem) -> LiveText:
        facts = self._facts
        if not facts.plan.task_count:
            return LiveText()
        name = f"Kế hoạch cải cách hành chính năm {facts.plan.year}"
        start = self._given("whole", name + " có {total} nhiệm vụ")
        lines: list[Part] = [live("{start}.", start=start)]
        if self._figures["whole.applicable"].value:
            done = self._done("whole", f"Tính đến ngày {day_text(facts.day)}, đã hoàn thành")
            how = self._how_done()
            lines = [live("{start}. {done}{how}.", start=start, done=done, how=how)]
        lines.append(self._still_open())
        late = facts.leaves_in(ProgressState.OVERDUE)
        if late:
            lines.append("Các nhiệm vụ quá hạn chưa xong:")
            lines += (overdue_line(leaf, facts) for leaf in late)
        lines.append(self._reporting())
        return joined(lines, "\n")

    def _how_done(self) -> LiveText:
        figures = self._figures
        if not figures["whole.done"].value:
            return LiveText()
        parts: list[Part] = [
            live(
                " (đúng hạn {in_time}, quá hạn {late})",
                in_time=figures[f"whole.{ProgressState.DONE_ON_TIME.value}"],
                late=figures[f"whole.{ProgressState.DONE_LATE.value}"],
            )
        ]
        if self._is_told_apart("whole"):
            words = "; riêng trong kỳ hoàn thành {new} nhiệm vụ"
            parts.append(live(words, new=figures["whole.done_in_period"]))
        return joined(parts, "")

    def _is_told_apart(self, code: str) -> bool:
        """Tell whether some of what is finished was so before the period began."""
        figures = self._figures
        return figures[f"{code}.done_in_period"].value != figures[f"{code}.done"].value

    def _still_open(self) -> LiveText:
        words = {
            ProgressState.IN_PROGRESS: "{count} nhiệm vụ đang thực hiện",
            ProgressState.NOT_DUE: "{count} nhiệm vụ chưa đến hạn",
            ProgressState.NOT_ARISEN: "{count} nhiệm vụ chưa phát sinh",
            ProgressState.OVERDUE: "{count} nhiệm vụ quá hạn chưa xong",
        }
        parts = [
            live(text, count=self._figures[f"whole.{state.value}"])
            for state, text in words.items()
            if self._figures[f"whole.{state.value}"].value
        ]
        return live("Còn lại: {parts}.", parts=joined(parts, ", ")) if parts else LiveText()

    def _reporting(self) -> LiveText:
        figures = self._figures
        if not figures["agencies.expected"].value:
            return LiveText()
        text = live(
            "Trong kỳ có {reported}/{expected} cơ quan, đơn vị chủ trì có kết quả được ghi nhận",
            reported=figures["agencies.reported"],
            expected=figures["agencies.expected"],
        )
        if self._facts.silent:
            silent = names(self._facts.silent, self._facts)
            text = live("{text}; chưa có: {silent}", text=text, silent=silent)
        return live("{text}.", text=text)

    def _strengths(self) -> LiveText:
        facts, figures = self._facts, self._figures
        if not figures["whole.done"].value:
            return LiveText()
        in_time = figures[f"whole.{ProgressState.DONE_ON_TIME.value}"]
        lines: list[Part] = [
            live(
                "{done}, trong đó {in_time} nhiệm vụ đúng hạn.",
                done=self._done("whole", "Đã hoàn thành"),
                in_time=in_time,
            )
        ]
        whole = figures["whole.done_percent"].value or 0
        better = []
        for section in facts.plan.sections:
            share = figures[f"section.{section.id}.done_percent"].value
            if share is not None and share > whole and section.title:
                better.append(self._share(section))
        if better:
            lines.append(
                live(
                    "Các lĩnh vực có tỷ lệ hoàn thành cao hơn mức chung: {better}.",
                    better=joined(better, "; "),
                )
            )
        finished = [
            agency_id
            for agency_id, counts in facts.summary.by_agency.items()
            if counts.applicable and counts.done == counts.applicable
        ]
        if finished:
            who = names(finished, facts)
            lines.append(f"Cơ quan, đơn vị đã hoàn thành toàn bộ nhiệm vụ chủ trì: {who}.")
        return joined(lines, "\n")

    def _share(self, section: Section) -> LiveText:
        code = f"section.{section.id}"
        return live(
            "{title} ({done}/{applicable} nhiệm vụ, {percent}%)",
            title=section_title(section.title.text, self._known_titles),
            done=self._figures[f"{code}.done"],
            applicable=self._figures[f"{code}.applicable"],
            percent=self._figures[f"{code}.done_percent"],
        )

    def _weaknesses(self) -> LiveText:
        facts, figures = self._facts, self._figures
        lines: list[Part] = []
        overdue = figures[f"whole.{ProgressState.OVERDUE.value}"]
        late = figures[f"whole.{ProgressState.DONE_LATE.value}"]
        if overdue.value:
            lines.append(live("Còn {count} nhiệm vụ quá hạn chưa xong.", count=overdue))
        if late.value:
            lines.append(live("Có {count} nhiệm vụ hoàn thành quá hạn.", count=late))
        if facts.silent:
            text = "Còn {count} cơ quan, đơn vị chưa có kết quả được ghi nhận trong kỳ."
            lines.append(live(text, count=figures["agencies.silent"]))
        if facts.difficulties:
            lines.append("Khó khăn, vướng mắc do các cơ quan, đơn vị nêu:")
            lines += said_lines(facts.difficulties, facts)
        return joined(lines, "\n")

    def _overdue(self) -> LiveText:
        late = self._facts.leaves_in(ProgressState.OVERDUE)
        return joined([overdue_line(leaf, self._facts) for leaf in late], "\n")

    def _due_next(self) -> LiveText:
        facts = self._facts
        lines: list[Part] = []
        if facts.following.last_day.year > facts.plan.year or facts.period.key.code == "year":
            year = facts.plan.year + 1
            lines.append(f"Triển khai thực hiện Kế hoạch cải cách hành chính năm {year}.")
        if facts.due_next:
            lines.append(
                live(
                    "Có {count} nhiệm vụ của Kế hoạch năm {year} đến hạn:",
                    count=self._figures["next.due"],
                    year=str(facts.plan.year),
                )
            )
            lines += (due_line(leaf, due) for leaf, due in facts.due_next)
        return joined(lines, "\n")

    def _recurring(self) -> LiveText:
        if not self._facts.recurring_next:
            return LiveText()
        text = "Tiếp tục thực hiện {count} nhiệm vụ thường xuyên, định kỳ của Kế hoạch."
        return live(text, count=self._figures["next.recurring"])

    def _waiting(self) -> LiveText:
        waiting = self._facts.leaves_in(ProgressState.NOT_ARISEN)
        lines: list[Part] = [waiting_line(leaf) for leaf in waiting]
        if lines:
            lines.insert(0, "Theo dõi, thực hiện khi phát sinh:")
        return joined(lines, "\n")


def _paragraph(code: str, level: int, text: LiveText) -> ReportParagraph:
    return ReportParagraph(code, level, text, text)
