"""Brings together what a report is drafted from: the board, the office, the program's data."""

from cchc_desktop.domain.report import Report, ReportParagraph
from cchc_desktop.domain.report_counting import ReportBasis, report_facts
from cchc_desktop.domain.report_facts import ReportFacts
from cchc_desktop.domain.vietnamese import one_line
from cchc_desktop.services.offices import OfficeService
from cchc_desktop.services.progress_board import ProgressBoard
from cchc_desktop.services.report_defaults import default_recipient, report_data
from cchc_desktop.services.report_drafting import ReportSettings, draft_report


class ReportDrafter:
    """Drafts the reports of an office ("soạn báo cáo"); writes nothing."""

    def __init__(self, offices: OfficeService) -> None:
        self._offices = offices

    def facts(self, board: ProgressBoard) -> ReportFacts:
        """Return all that a report on the board's period can say."""
        data, period = report_data(), board.period
        return report_facts(
            ReportBasis(
                plan=board.plan,
                catalogue=board.catalogue,
                book=board.book,
                periods=board.periods,
                period=period,
                day=board.day,
                states=board.states,
                following=data.outlines.next_period(period.key, period.last_day),
                document_types=data.document_types,
            )
        )

    def draft(
        self, board: ProgressBoard, facts: ReportFacts, report: Report
    ) -> tuple[ReportParagraph, ...]:
        """Return what would be drafted now, with the guidance and recipient of ``report``."""
        data, office = report_data(), self._offices.load()
        outline = data.outlines.find(office.level, board.period.last_day)
        name = one_line(office.letterhead_on(board.day).name)
        settings = ReportSettings(name, report.guidance, report.recipient)
        return draft_report(facts, outline, settings, data.document_types, data.known_titles)

    def new_report(self, board: ProgressBoard) -> Report:
        """Return a drafted report that is not kept, with the usual guidance and recipient."""
        office = self._offices.load()
        outline = report_data().outlines.find(office.level, board.period.last_day)
        recipient = default_recipient(office.level, office.letterhead_on(board.day))
        blank = Report(board.period.key, outline.guidance, recipient, ())
        paragraphs = self.draft(board, self.facts(board), blank)
        return Report(blank.key, blank.guidance, blank.recipient, paragraphs)
