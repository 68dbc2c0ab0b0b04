"""Fills each form from the data file: one function per form, found by the form's id."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from cchc_desktop.domain.errors import NothingAssigned, PeriodNeeded
from cchc_desktop.domain.period import PeriodKey
from cchc_desktop.services.paper_composers_plan import (
    compose_annex,
    compose_comparison,
    compose_coverage,
    compose_plan,
)
from cchc_desktop.services.paper_sources import ComposedPaper, Composer, PaperSources
from cchc_desktop.services.plans import first_day
from cchc_desktop.services.printing import PaperRequest, PrintOptions

if TYPE_CHECKING:
    from cchc_desktop.documents.form import FormDescription


def _assignment_notice(
    sources: PaperSources, request: PaperRequest, options: PrintOptions, form: "FormDescription"
) -> ComposedPaper:
    from cchc_desktop.documents.assignment_notice import NoticeOptions, compose_assignment_notice
    from cchc_desktop.services.assignment_papers import notice_contents

    plan = sources.plans.load_year(request.year)
    matrix = sources.assignments.matrix(request.year)
    notices = notice_contents(matrix, request.agency_ids or None)
    if not notices:
        raise NothingAssigned(year=request.year)
    letterhead = sources.letterhead_on(options.issued_on or first_day(plan))
    chosen = NoticeOptions(
        subject=f"Thực hiện Kế hoạch cải cách hành chính năm {plan.year}",
        issued_on=options.issued_on,
        symbol="-".join(x for x in (form.texts["type_symbol"], letterhead.symbol) if x),
        electronic=options.is_electronic,
        made_on=options.issued_on or first_day(plan),
    )
    numbered = [replace(n, number=options.number) for n in notices]
    whose = f" - {notices[0].agency_name}" if len(notices) == 1 else ""
    return ComposedPaper(
        compose_assignment_notice(numbered, letterhead, form, chosen),
        f"phiếu giao nhiệm vụ năm {plan.year}{whose}",
        f"Phiếu giao nhiệm vụ CCHC {plan.year}{whose}",
    )


def _assignment_table(
    sources: PaperSources, request: PaperRequest, options: PrintOptions, form: "FormDescription"
) -> ComposedPaper:
    from cchc_desktop.documents.assignment_table import MatrixOptions, compose_assignment_table
    from cchc_desktop.services.assignment_papers import table_content

    plan = sources.plans.load_year(request.year)
    title = f"Phân công thực hiện nhiệm vụ cải cách hành chính năm {plan.year}"
    content = table_content(sources.assignments.matrix(request.year), title)
    chosen = MatrixOptions(
        with_letterhead=options.with_letterhead,
        with_signature=options.with_signature,
        made_on=first_day(plan),
    )
    return ComposedPaper(
        compose_assignment_table(content, sources.letterhead_on(first_day(plan)), form, chosen),
        f"bảng phân công năm {plan.year}",
        f"Bảng phân công CCHC {plan.year}",
    )


def _report(
    sources: PaperSources, request: PaperRequest, options: PrintOptions, form: "FormDescription"
) -> ComposedPaper:
    from cchc_desktop.documents.official_paper import compose_official_paper
    from cchc_desktop.services.report_paper import ReportPaperOptions, report_content

    check = sources.reports.check(_period_key(request))
    letterhead = sources.letterhead_on(options.issued_on or check.board.period.send_by)
    chosen = ReportPaperOptions(options.number, options.issued_on, options.is_electronic)
    paper = report_content(check, letterhead, chosen)
    title = check.board.period.title
    stale = len(check.out_of_date)
    warning = f"{stale} đoạn chưa khớp với số liệu hiện có" if stale else ""
    return ComposedPaper(
        compose_official_paper(paper, letterhead, form),
        f"báo cáo {title}",
        f"Báo cáo CCHC {title}",
        warning,
    )


def _progress_annex(
    sources: PaperSources, request: PaperRequest, options: PrintOptions, form: "FormDescription"
) -> ComposedPaper:
    from cchc_desktop.documents.progress_annex import (
        ProgressAnnexOptions,
        compose_progress_annex,
    )
    from cchc_desktop.services.report_paper import ReportPaperOptions, progress_annex_content

    check = sources.reports.check(_period_key(request))
    letterhead = sources.letterhead_on(options.issued_on or check.board.period.send_by)
    of_report = ReportPaperOptions(options.number, options.issued_on, options.is_electronic)
    content = progress_annex_content(check, letterhead, of_report)
    chosen = ProgressAnnexOptions(
        with_letterhead=options.with_letterhead,
        with_signature=options.with_signature,
        electronic=options.is_electronic,
        made_on=options.issued_on or check.board.day,
    )
    title = check.board.period.title
    return ComposedPaper(
        compose_progress_annex(content, letterhead, form, chosen),
        f"phụ lục tiến độ {title}",
        f"Phụ lục tiến độ CCHC {title}",
    )


def _reminder(
    sources: PaperSources, request: PaperRequest, options: PrintOptions, form: "FormDescription"
) -> ComposedPaper:
    from cchc_desktop.documents.official_paper import compose_official_paper
    from cchc_desktop.services.reminder_paper import reminder_paper

    key = _period_key(request)
    content = sources.returns.reminder_content(key, options.issued_on)
    if request.agency_ids:
        wanted = [s for s in content.addressees if s.agency_id in request.agency_ids]
        content = replace(content, addressees=tuple(wanted))
    letterhead = sources.letterhead_on(content.day)
    plan = sources.plans.load_year(request.year)
    paper = reminder_paper(content, plan, letterhead, options)
    title = content.period.title
    return ComposedPaper(
        compose_official_paper(paper, letterhead, form),
        f"công văn đôn đốc báo cáo {title}",
        f"Công văn đôn đốc CCHC {title}",
    )


def _period_key(request: PaperRequest) -> PeriodKey:
    if request.period is None:
        raise PeriodNeeded(form=request.form)
    return PeriodKey(request.year, request.period)


COMPOSERS: Mapping[str, Composer] = {
    "plan": compose_plan,
    "plan-annex": compose_annex,
    "plan-comparison": compose_comparison,
    "demand-coverage": compose_coverage,
    "assignment-notice": _assignment_notice,
    "assignment-table": _assignment_table,
    "progress-annex": _progress_annex,
    "report": _report,
    "reminder": _reminder,
}
"""By the form's id: how it is filled."""
