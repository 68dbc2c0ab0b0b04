"""Reports, their figures and the papers sent as JSON: the stable form that scripts rely on."""

from decimal import Decimal
from typing import Any

from cchc_desktop.domain.progress_state import ProgressState
from cchc_desktop.domain.progress_summary import StateCounts
from cchc_desktop.domain.report import ReportParagraph, SentPaper
from cchc_desktop.domain.report_changes import OutOfDate
from cchc_desktop.services.reports import ReportCheck

Json = dict[str, Any]


def report_json(check: ReportCheck) -> Json:
    """Return a report: paragraphs, every figure with where it comes from, what is out of date."""
    report = check.report
    late = {item.paragraph.code: item for item in check.out_of_date}
    return {
        "year": report.key.year,
        "period": report.key.code,
        "title": report.title,
        "day": check.facts.day.isoformat(),
        "closed": check.facts.period.is_closed,
        "guidance": report.guidance,
        "recipient": report.recipient,
        "paragraphs": [_paragraph_json(p, late.get(p.code)) for p in report.paragraphs],
        "removed": [p.code for p in report.removed],
        "out_of_date": [out_of_date_json(item) for item in check.out_of_date],
        "figures": {code: figure_json(check, code) for code in check.facts.figures.by_code},
    }


def figure_json(check: ReportCheck, code: str) -> Json:
    """Return a figure and where it comes from."""
    explanation = check.explain(code)
    value = explanation.figure.value
    return {
        "name": explanation.name,
        "value": float(value) if isinstance(value, Decimal) else value,
        "text": explanation.figure.text,
        "rule": explanation.rule,
        "inputs": [{"name": name, "text": text} for name, text in explanation.inputs],
        "tasks": list(explanation.task_ids),
        "records": list(explanation.progress_ids),
    }


def out_of_date_json(item: OutOfDate) -> Json:
    """Return what of a paragraph no longer agrees with the data."""
    return {
        "code": item.paragraph.code,
        "edited": item.paragraph.is_edited,
        "draft_changed": item.is_draft_changed,
        "old_draft": item.paragraph.drafted.text,
        "new_draft": item.draft.text,
        "figures": [
            {
                "figure": stale.mark.code,
                "printed": stale.printed,
                "now": stale.now.text if stale.now else None,
            }
            for stale in item.stale
        ],
    }


def sent_json(paper: SentPaper) -> Json:
    """Return a paper that was sent."""
    return {
        "id": paper.id,
        "year": paper.key.year,
        "period": paper.key.code,
        "form": paper.form,
        "number": paper.number,
        "symbol": paper.symbol,
        "sent_on": paper.sent_on.isoformat(),
        "signer": paper.signer,
        "recipient": paper.recipient,
        "file_name": paper.file_name,
        "sha256": paper.fingerprint,
        "size": paper.size,
    }


def counts_json(counts: StateCounts) -> Json:
    """Return numbers of tasks by state, and the completion."""
    percent = counts.done_percent
    return {
        "total": counts.total,
        "applicable": counts.applicable,
        "done": counts.done,
        "done_percent": None if percent is None else float(percent),
        "states": {state.value: counts.count(state) for state in ProgressState},
    }


def _paragraph_json(paragraph: ReportParagraph, late: OutOfDate | None) -> Json:
    return {
        "code": paragraph.code,
        "level": paragraph.level,
        "number": paragraph.number,
        "text": paragraph.text.text,
        "edited": paragraph.is_edited,
        "out_of_date": late is not None,
        "figures": [
            {"figure": mark.code, "start": mark.start, "end": mark.end}
            for mark in paragraph.text.marks
        ],
    }
