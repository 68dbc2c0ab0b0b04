"""The periodic reports: drafted from what is recorded, edited by the officer, kept.

Words that the officer edited are his: they change only by ``save_paragraph``, ``take_draft``
and ``update_figures``, each of which he asks for.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from cchc_desktop.domain import report_editing
from cchc_desktop.domain.changes import ChangeSet
from cchc_desktop.domain.errors import InvalidValue, RecordMissing
from cchc_desktop.domain.period import PeriodKey
from cchc_desktop.domain.report import Report, ReportParagraph
from cchc_desktop.domain.report_changes import OutOfDate, out_of_date, refreshed
from cchc_desktop.domain.report_facts import ReportFacts
from cchc_desktop.domain.report_text import LiveText
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.vietnamese import one_line
from cchc_desktop.services.offices import OfficeService
from cchc_desktop.services.periods import PeriodService
from cchc_desktop.services.progress import ProgressService
from cchc_desktop.services.progress_board import ProgressBoard
from cchc_desktop.services.report_drafter import ReportDrafter
from cchc_desktop.services.report_sentences import FigureExplanation, explain_figure
from cchc_desktop.storage.office_file import OfficeFile
from cchc_desktop.storage.report_repository import find_report, insert_report, save_paragraphs


@dataclass(frozen=True)
class ReportCheck:
    """A report beside what would be drafted now ("đối chiếu báo cáo").

    Attributes:
        report: As it is kept.
        draft: As it would be drafted now.
        facts: What that is drafted from, with all figures.
        board: How the plan stands.
    """

    report: Report
    draft: tuple[ReportParagraph, ...]
    facts: ReportFacts
    board: ProgressBoard

    @cached_property
    def out_of_date(self) -> tuple[OutOfDate, ...]:
        """The paragraphs that no longer agree with the data."""
        return out_of_date(self.report, self.draft, self.facts.figures)

    def explain(self, code: str) -> FigureExplanation:
        """Return where a figure comes from.

        Raises:
            RecordMissing: There is no such figure (any more).
        """
        figure = self.facts.figures.by_code.get(code)
        if figure is None:
            raise RecordMissing(kind="figure", id=code)
        return explain_figure(figure, self.facts)


class ReportService:
    """What a person can do with periodic reports ("báo cáo")."""

    def __init__(
        self,
        file: OfficeFile,
        offices: OfficeService,
        periods: PeriodService,
        progress: ProgressService,
    ) -> None:
        self._file = file
        self._drafter = ReportDrafter(offices)
        self._periods = periods
        self._progress = progress

    def find(self, key: PeriodKey) -> Report | None:
        """Return the report on a period as it is kept, or None while there is none."""
        return find_report(self._file.db, key)

    def open(self, key: PeriodKey) -> Report:
        """Return the report on a period; the first time it is drafted and kept, in one step.

        Of a closed period without a report it is drafted and not kept.

        Raises:
            PlanMissing: There is no plan of the year.
            PeriodUnknown: There is no such period.
        """
        report = self.find(key)
        if report is not None:
            return report
        report = self._drafter.new_report(self._progress.board(key))
        period = self._periods.get(key)
        if period.is_closed:
            return report
        with self._file.transaction("open_report", period=period.title) as step:
            insert_report(step.unit, report)
        return self.find(key) or report

    def check(self, key: PeriodKey) -> ReportCheck:
        """Return the report beside what would be drafted now; one that is not kept is drafted.

        Raises: as ``open``.
        """
        board = self._progress.board(key)
        facts = self._drafter.facts(board)
        report = self.find(key) or self._drafter.new_report(board)
        draft = self._drafter.draft(board, facts, report)
        return ReportCheck(report, draft, facts, board)

    def out_of_date(self, key: PeriodKey) -> tuple[OutOfDate, ...]:
        """Return the paragraphs that no longer agree with the data."""
        return self.check(key).out_of_date

    def explain(self, key: PeriodKey, code: str) -> FigureExplanation:
        """Return where a figure of a report comes from.

        Raises:
            RecordMissing: There is no such figure (any more).
        """
        return self.check(key).explain(code)

    def save_paragraph(self, key: PeriodKey, code: str, words: RichText) -> ChangeSet:
        """Write the officer's words over a paragraph; blank words take it out.

        Figures left as they were stay known as figures.  Words equal to the draft are no
        edit.

        Raises:
            PeriodClosed: The period is locked.
            RecordMissing: There is no such paragraph.
            InvalidValue: The title would be blank.
        """
        report = self._kept(key)
        return self._save(report, report_editing.edited(report, code, words), "edit_paragraph")

    def add_paragraph(
        self, key: PeriodKey, after: str, words: RichText, level: int = 0
    ) -> ChangeSet:
        """Add a paragraph of the officer's after another one.

        Args:
            key: The period.
            after: The code of the paragraph it follows.
            words: What it says.
            level: 1 to 3 for a heading, 0 for text.

        Raises:
            PeriodClosed: The period is locked.
            RecordMissing: There is no such paragraph.
            InvalidValue: It says nothing, or there is no such level.
        """
        report = self._kept(key)
        every = report_editing.added(report, after, words, level)
        return self._save(report, every, "add_paragraph")

    def set_level(self, key: PeriodKey, code: str, level: int) -> ChangeSet:
        """Make a paragraph of the officer's own a heading of a level, or text (0).

        Raises:
            PeriodClosed: The period is locked.
            InvalidValue: It is not the officer's own, or there is no such level.
        """
        report_editing.check_level(level)
        report = self._kept(key)
        paragraph = report.every_paragraph[report_editing.place_of(report, code)]
        if not paragraph.is_own:
            raise InvalidValue(field="report_paragraph", value=paragraph.text.text)
        every = report_editing.changed(report, replace(paragraph, level=level))
        return self._save(report, every, "edit_paragraph")

    def delete_paragraph(self, key: PeriodKey, code: str) -> ChangeSet:
        """Take a paragraph out; a drafted one stays known and can be taken back in.

        Raises:
            PeriodClosed: The period is locked.
            RecordMissing: There is no such paragraph.
            InvalidValue: It is the title.
        """
        report = self._kept(key)
        return self._save(report, report_editing.deleted(report, code), "delete_paragraph")

    def move_paragraph(self, key: PeriodKey, code: str, after: str) -> ChangeSet:
        """Move a paragraph behind another one; a heading takes along what stands below it.

        Raises:
            PeriodClosed: The period is locked.
            RecordMissing: There is no such paragraph.
            MoveNotPossible: It is the title, or would go below itself.
        """
        report = self._kept(key)
        return self._save(report, report_editing.moved(report, code, after), "move_paragraph")

    def refresh(self, key: PeriodKey) -> ChangeSet:
        """Bring all that is not edited up to the data, in one step.

        Raises:
            PeriodClosed: The period is locked.
        """
        report = self._kept(key)
        return self._save(report, refreshed(report, self._draft_now(report)), "refresh_report")

    def take_draft(self, key: PeriodKey, code: str) -> ChangeSet:
        """Put what would be drafted now in place of a paragraph ("lấy bản mới").

        A paragraph that was taken out comes back; one that would be drafted no more goes.

        Raises:
            PeriodClosed: The period is locked.
            RecordMissing: There is no such paragraph.
            InvalidValue: It is the officer's own.
        """
        report = self._kept(key)
        every = report_editing.taken(report, self._draft_now(report), code)
        return self._save(report, every, "take_draft")

    def keep_words(self, key: PeriodKey, code: str) -> ChangeSet:
        """Keep a paragraph as it is and take note of the new draft ("giữ lời của tôi").

        Figures in it that are others now stay marked: they are in what is printed.

        Raises:
            PeriodClosed: The period is locked.
            RecordMissing: There is no such paragraph.
        """
        report = self._kept(key)
        paragraph = report.every_paragraph[report_editing.place_of(report, code)]
        draft = {p.code: p.text for p in self._draft_now(report)}
        noted = replace(paragraph, drafted=draft.get(code, LiveText()), is_edited=True)
        return self._save(report, report_editing.changed(report, noted), "keep_words")

    def update_figures(self, key: PeriodKey, code: str) -> ChangeSet:
        """Bring the figures in a paragraph up to the data and leave its words as they are.

        Raises:
            PeriodClosed: The period is locked.
            RecordMissing: There is no such paragraph.
        """
        report = self._kept(key)
        paragraph = report.every_paragraph[report_editing.place_of(report, code)]
        figures = self._drafter.facts(self._progress.board(key)).figures
        text = paragraph.text.with_figures(figures.by_code)
        is_edited = paragraph.is_edited or text != paragraph.text
        fresh = replace(paragraph, text=text, is_edited=is_edited)
        return self._save(report, report_editing.changed(report, fresh), "update_figures")

    def set_details(self, key: PeriodKey, guidance: str, recipient: str) -> ChangeSet:
        """Set which document asks for the report and whom it goes to, in one step.

        The first and the last sentence follow unless they were edited.

        Raises:
            PeriodClosed: The period is locked.
            InvalidValue: There is no recipient.
        """
        guidance, recipient = one_line(guidance), one_line(recipient).rstrip(" .,;")
        if not recipient:
            raise InvalidValue(field="report_recipient", value="")
        report = self._kept(key)
        new = replace(report, guidance=guidance.rstrip(" .,;"), recipient=recipient)
        draft = {p.code: p for p in self._draft_now(new)}
        every = []
        for paragraph in report.every_paragraph:
            fresh = draft.get(paragraph.code)
            if paragraph.code in ("opening", "closing") and fresh and not paragraph.is_edited:
                every.append(replace(paragraph, text=fresh.text, drafted=fresh.text))
            else:
                every.append(paragraph)
        period = self._periods.get(key)
        with self._file.transaction("set_report_details", period=period.title) as step:
            values = {"guidance": new.guidance, "recipient": new.recipient}
            step.unit.update("report", int(report.id or 0), values)
            save_paragraphs(step.unit, report, tuple(every))
        return step.change_set

    def _draft_now(self, report: Report) -> tuple[ReportParagraph, ...]:
        board = self._progress.board(report.key)
        return self._drafter.draft(board, self._drafter.facts(board), report)

    def _kept(self, key: PeriodKey) -> Report:
        """Return the report for writing; one that is not kept yet is kept first."""
        self._progress.open_period(key)
        return self.open(key)

    def _save(self, report: Report, every: Sequence[ReportParagraph], label: str) -> ChangeSet:
        period = self._periods.get(report.key)
        with self._file.transaction(label, period=period.title) as step:
            save_paragraphs(step.unit, report, tuple(every))
        return step.change_set
