"""Reads and writes reports, their paragraphs, and the papers that were sent."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlite_utils import Database

from cchc_desktop.domain.changes import Row
from cchc_desktop.domain.period import PeriodKey
from cchc_desktop.domain.progress import StoredFileId
from cchc_desktop.domain.report import (
    ParagraphId,
    Report,
    ReportId,
    ReportParagraph,
    SentPaper,
    SentPaperId,
)
from cchc_desktop.domain.report_text import LiveText
from cchc_desktop.storage.unit_of_work import UnitOfWork

_SENT = """
    SELECT sent_paper.*, stored_file.sha256, stored_file.size
    FROM sent_paper JOIN stored_file ON stored_file.id = sent_paper.stored_file_id
"""


def find_report(db: Database, key: PeriodKey) -> Report | None:
    """Return the report on a period, or None while there is none."""
    for row in db.query("SELECT * FROM report WHERE year = ? AND period = ?", [key.year, key.code]):
        paragraphs = db.query(
            "SELECT * FROM report_paragraph WHERE report_id = ? ORDER BY position, id", [row["id"]]
        )
        return Report(
            key,
            row["guidance"],
            row["recipient"],
            tuple(_paragraph(p) for p in paragraphs),
            ReportId(row["id"]),
        )
    return None


def insert_report(unit: UnitOfWork, report: Report) -> None:
    """Write a report that is not in the data file yet, inside a step."""
    report_id = unit.insert(
        "report",
        {
            "year": report.key.year,
            "period": report.key.code,
            "guidance": report.guidance,
            "recipient": report.recipient,
        },
    )
    for position, paragraph in enumerate(report.every_paragraph, 1):
        unit.insert("report_paragraph", paragraph_row(paragraph, report_id, position))


def save_paragraphs(
    unit: UnitOfWork, report: Report, paragraphs: tuple[ReportParagraph, ...]
) -> None:
    """Make ``paragraphs`` those of a report that is in the data file, inside a step.

    Only rows that differ are written; those that are left out go.
    """
    report_id = int(report.id or 0)
    left = {p.id for p in report.every_paragraph} - {p.id for p in paragraphs}
    for paragraph_id in sorted(i for i in left if i is not None):
        unit.delete("report_paragraph", paragraph_id)
    for position, paragraph in enumerate(paragraphs, 1):
        row = paragraph_row(paragraph, report_id, position)
        if paragraph.id is None:
            unit.insert("report_paragraph", row)
        else:
            unit.update("report_paragraph", paragraph.id, row)


def paragraph_row(paragraph: ReportParagraph, report_id: int, position: int) -> Row:
    """Return a paragraph as a row, without its id."""
    return {
        "report_id": report_id,
        "position": position,
        "code": paragraph.code,
        "level": paragraph.level,
        "text": paragraph.text.markup,
        "drafted_text": paragraph.drafted.markup,
        "is_edited": int(paragraph.is_edited),
    }


def list_sent(db: Database, year: int | None = None) -> tuple[SentPaper, ...]:
    """Return the papers sent, the latest first; of one year or of all."""
    rows = db.query(
        f"{_SENT} WHERE ? IS NULL OR year = ? ORDER BY sent_on DESC, sent_paper.id DESC",
        [year, year],
    )
    return tuple(_sent(row) for row in rows)


def find_sent(db: Database, sent_id: SentPaperId) -> SentPaper | None:
    """Return the paper of an id, or None."""
    return next(
        (_sent(row) for row in db.query(f"{_SENT} WHERE sent_paper.id = ?", [sent_id])), None
    )


def sent_row(paper: SentPaper) -> Row:
    """Return a sent paper as a row, without its id."""
    return {
        "form": paper.form,
        "year": paper.key.year,
        "period": paper.key.code,
        "number": paper.number,
        "symbol": paper.symbol,
        "sent_on": paper.sent_on.isoformat(),
        "signer": paper.signer,
        "recipient": paper.recipient,
        "file_name": paper.file_name,
        "stored_file_id": paper.file_id,
    }


def _paragraph(row: Mapping[str, Any]) -> ReportParagraph:
    return ReportParagraph(
        code=row["code"],
        level=row["level"],
        text=LiveText.from_markup(row["text"]),
        drafted=LiveText.from_markup(row["drafted_text"]),
        is_edited=bool(row["is_edited"]),
        id=ParagraphId(row["id"]),
    )


def _sent(row: Mapping[str, Any]) -> SentPaper:
    return SentPaper(
        id=SentPaperId(row["id"]),
        key=PeriodKey(row["year"], row["period"]),
        form=row["form"],
        number=row["number"],
        symbol=row["symbol"],
        sent_on=date.fromisoformat(row["sent_on"]),
        signer=row["signer"],
        recipient=row["recipient"],
        file_name=row["file_name"],
        file_id=StoredFileId(row["stored_file_id"]),
        fingerprint=row["sha256"],
        size=row["size"],
    )
