"""A report and its annex of results as what the papers say, ready to be given a form."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from cchc_desktop.domain.office import Letterhead
from cchc_desktop.domain.plan import ParentDocument, PlanTask, TaskId
from cchc_desktop.domain.progress_state import ProgressState, combine
from cchc_desktop.domain.report import TITLE
from cchc_desktop.domain.report_documents import DocumentTypes, citations
from cchc_desktop.domain.report_facts import AgencyWords, LeafFacts, ReportFacts
from cchc_desktop.domain.report_text import joined
from cchc_desktop.domain.rich_text import EMPTY, RichText
from cchc_desktop.services.progress_sentences import STATES, describe_state
from cchc_desktop.services.report_charts import agency_chart, section_chart
from cchc_desktop.services.report_defaults import report_data
from cchc_desktop.services.report_phrases import flat, members_words, names, speakers
from cchc_desktop.services.reports import ReportCheck

if TYPE_CHECKING:
    from cchc_desktop.documents.official_paper import OfficialPaper, PaperPart
    from cchc_desktop.documents.progress_annex import ProgressAnnexContent, ProgressRow

CHARTS_AFTER = "direction.plan.text"
"""The charts stand with the item on how far the plan is."""


@dataclass(frozen=True, slots=True)
class ReportPaperOptions:
    """What an officer chooses before a report is printed ("lựa chọn in báo cáo").

    Attributes:
        number: The register number, or "" while it has none.
        issued_on: Its day, or None while it has none.
        is_electronic: Leave number and day to the system that issues the document.
        with_charts: Put the charts by section and by agency into the report.
        recipients: "Nơi nhận"; none takes the report's recipient.
    """

    number: str = ""
    issued_on: date | None = None
    is_electronic: bool = False
    with_charts: bool = True
    recipients: tuple[str, ...] = ()


def report_symbol(letterhead: Letterhead) -> str:
    """Return the symbol of the office's reports: "BC-UBND"."""
    return f"BC-{letterhead.symbol}" if letterhead.symbol else "BC"


def report_content(
    check: ReportCheck, letterhead: Letterhead, options: ReportPaperOptions | None = None
) -> "OfficialPaper":
    """Return what the form ``report`` says: the kept paragraphs, and the charts."""
    from cchc_desktop.documents.official_paper import OfficialPaper

    options = options or ReportPaperOptions()
    report = check.report
    return OfficialPaper(
        type_name="Báo cáo",
        number=options.number,
        symbol=report_symbol(letterhead),
        issued_on=options.issued_on,
        subject=report.title,
        parts=tuple(_parts(check, with_charts=options.with_charts)),
        recipients=options.recipients or _recipients(report.recipient),
        electronic=options.is_electronic,
        made_on=options.issued_on or check.board.day,
    )


def _parts(check: ReportCheck, *, with_charts: bool) -> Iterator["PaperPart"]:
    from cchc_desktop.documents.official_paper import PaperHeading, PaperText

    charts = []
    if with_charts:
        every = (section_chart(check.board), agency_chart(check.board))
        charts = [chart for chart in every if chart.bars]
    paragraphs = [p for p in check.report.paragraphs if p.code != TITLE]
    for paragraph in paragraphs:
        if paragraph.level:
            yield PaperHeading(paragraph.printed, paragraph.level)
        else:
            yield PaperText(paragraph.text.words)
        if paragraph.code == CHARTS_AFTER:
            yield from charts


def _recipients(recipient: str) -> tuple[str, ...]:
    """Return whom a report goes to, one each: "UBND tỉnh A (qua Sở Nội vụ)" are two."""
    first, _, through = recipient.rstrip(")").partition(" (qua ")
    return tuple(name for name in (first, through) if name)


def progress_annex_content(
    check: ReportCheck, letterhead: Letterhead, options: ReportPaperOptions | None = None
) -> "ProgressAnnexContent":
    """Return what the form ``progress-annex`` says: every task with what came of it."""
    from cchc_desktop.documents.progress_annex import ProgressAnnexContent, ProgressSection

    options = options or ReportPaperOptions()
    facts = check.facts
    rows = _AnnexRows(facts, report_data().document_types)
    sections = tuple(
        ProgressSection(
            section.number,
            section.title,
            tuple(row for task in section.tasks for row in rows.of_task(task)),
        )
        for section in facts.plan.sections
    )
    return ProgressAnnexContent(
        title=(
            f"Kết quả thực hiện Kế hoạch cải cách hành chính năm {facts.plan.year} "
            f"({facts.period.title})"
        ),
        parent=ParentDocument(
            "Báo cáo", options.number, report_symbol(letterhead), options.issued_on
        ),
        sections=sections,
        summary=RichText.plain(annex_summary(facts)),
    )


def annex_summary(facts: ReportFacts) -> str:
    """Return the counts in one line: "Tổng số 41 nhiệm vụ: hoàn thành đúng hạn 10; …"."""
    figures = facts.figures
    parts = [
        f"{STATES[state].lower()} {figures[f'whole.{state.value}'].text}"
        for state in _SUMMARY_ORDER
        if figures[f"whole.{state.value}"].value
    ]
    total = f"Tổng số {figures['whole.total'].text} nhiệm vụ"
    share = figures["whole.done_percent"]
    done = f" Tỷ lệ hoàn thành: {share.text}%." if share.value is not None else ""
    return f"{total}: {'; '.join(parts)}.{done}" if parts else f"{total}."


_SUMMARY_ORDER = (
    ProgressState.DONE_ON_TIME,
    ProgressState.DONE_LATE,
    ProgressState.IN_PROGRESS,
    ProgressState.NOT_DUE,
    ProgressState.NOT_ARISEN,
    ProgressState.OVERDUE,
    ProgressState.DROPPED,
)


class _AnnexRows:
    """Makes the rows of the annex out of the facts."""

    def __init__(self, facts: ReportFacts, types: DocumentTypes) -> None:
        self._facts = facts
        self._types = types
        self._leaves = {leaf.task.id: leaf for leaf in facts.leaves}
        self._difficulties = _by_task(facts.difficulties)
        self._proposals = _by_task(facts.proposals)

    def of_task(self, task: PlanTask, *, is_subtask: bool = False) -> Iterator["ProgressRow"]:
        """Yield the rows of a task, its further products and its sub-tasks."""
        from cchc_desktop.documents.blocks import RowKind
        from cchc_desktop.documents.progress_annex import ProgressRow

        products = task.deliverables
        cells = {
            "number": RichText.plain(task.number),
            "content": task.content,
            "product": products[0].product if products else EMPTY,
            "deadline": products[0].deadline.text if products else EMPTY,
            "lead": task.lead.text,
            **self._told(task),
        }
        yield ProgressRow(cells, RowKind.SUBTASK if is_subtask else RowKind.TASK)
        for product in products[1:]:
            further = {"product": product.product, "deadline": product.deadline.text}
            yield ProgressRow(further, RowKind.CONTINUATION)
        for subtask in task.subtasks:
            yield from self.of_task(subtask, is_subtask=True)

    def _told(self, task: PlanTask) -> Mapping[str, RichText]:
        leaf = self._leaves.get(task.id)
        if leaf is None:
            verdicts = [self._leaves[s.id].verdict for s in task.subtasks if s.id in self._leaves]
            return {"state": RichText.plain(describe_state(combine(verdicts)))}
        return {
            "state": RichText.plain(describe_state(leaf.verdict)),
            "result": _lines(self._result(leaf)),
            "note": _lines(self._note(leaf)),
        }

    def _result(self, leaf: LeafFacts) -> Iterator[str]:
        if leaf.members:
            summary = members_words(leaf, self._facts).text
            silent = [a for a in leaf.members if a not in leaf.members_reported]
            left = silent if leaf.is_in_turns else leaf.members_open
            what = "chưa có kết quả" if leaf.is_in_turns else "chưa xong"
            yield f"{summary}; {what}: {names(left, self._facts)}" if left else summary
        by_words: dict[str, list[str]] = {}
        for piece in leaf.pieces:
            documents = "; ".join(citations(piece.evidence, self._types))
            told = flat(piece.result)
            if documents:
                told = f"{told} ({documents})" if told else documents
            if told:
                who = by_words.setdefault(told, [])
                who += (self._facts.agency_names.get(a, "") for a in piece.agency_ids)
        for told, who in by_words.items():
            yield f"{', '.join(dict.fromkeys(who))}: {told}" if leaf.members else told

    def _note(self, leaf: LeafFacts) -> Iterator[str]:
        for start, said in (("", self._difficulties), ("Kiến nghị: ", self._proposals)):
            for words in said.get(leaf.task.id, ()):
                who = f"{speakers(words, self._facts)}: " if leaf.members else ""
                yield f"{start}{who}{flat(words.text)}"


def _by_task(said: Sequence[AgencyWords]) -> Mapping[TaskId, Sequence[AgencyWords]]:
    found: dict[TaskId, list[AgencyWords]] = {}
    for words in said:
        found.setdefault(words.task_id, []).append(words)
    return found


def _lines(lines: Iterator[str]) -> RichText:
    return joined(_unique(list(lines)), "\n").words


def _unique(lines: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(lines))
