"""Papers are kept as they were sent, with a fingerprint that tells any change."""

import hashlib
import sqlite3
from datetime import date

import pytest

from cchc_desktop.domain.errors import (
    FileExists,
    FileMissing,
    InvalidValue,
    PeriodUnknown,
    RecordMissing,
    SourceTooLarge,
    TargetNotWritable,
)
from cchc_desktop.domain.period import PeriodKey
from cchc_desktop.domain.report import SentPaperId
from cchc_desktop.services import sent_papers
from cchc_desktop.services.sent_papers import SendingDetails
from tests.services.report_plans import Q1

PDF = b"%PDF-1.7\nreport\n%%EOF\n"
DETAILS = SendingDetails("report", "45", "BC-UBND", date(2025, 3, 1), "Chủ tịch", "Sở Nội vụ")


@pytest.fixture
def paper(session):
    change = session.sent_papers.record(Q1, DETAILS, PDF)
    (row_id,) = change.ids("sent_paper")
    return session.sent_papers.get(SentPaperId(row_id))


def test_a_paper_is_kept_as_it_was_sent(session, paper):
    assert session.sent_papers.content(paper.id) == PDF
    assert paper.fingerprint == hashlib.sha256(PDF).hexdigest()
    assert paper.size == len(PDF)
    assert (paper.number, paper.symbol, paper.signer) == ("45", "BC-UBND", "Chủ tịch")
    assert paper.file_name == "45-BC-UBND.pdf"
    assert session.sent_papers.of_period(Q1) == (paper,)
    assert session.sent_papers.list(2024) == ()


def test_the_latest_paper_comes_first(session, paper):
    later = SendingDetails("report", "46", "BC-UBND", date(2025, 3, 2))
    session.sent_papers.record(Q1, later, PDF + b"\n")

    assert [p.number for p in session.sent_papers.list()] == ["46", "45"]


def test_the_service_has_no_way_to_change_or_delete_one(session):
    public = {name for name in dir(session.sent_papers) if not name.startswith("_")}

    reading = {"content", "export", "get", "is_intact", "list", "of_period"}
    assert public == reading | {"record", "record_file"}


def test_a_closed_period_takes_papers(session):
    session.periods.close(Q1)

    assert session.sent_papers.record(Q1, DETAILS, PDF)


def test_a_changed_file_is_told(session, paper):
    db = sqlite3.connect(session.path)
    db.execute("UPDATE stored_file SET content = ?", [PDF.replace(b"report", b"retort")])
    db.commit()
    db.close()

    assert not session.sent_papers.is_intact(paper.id)


def test_an_untouched_file_is_intact(session, paper):
    assert session.sent_papers.is_intact(paper.id)


def test_a_slip_can_be_undone_and_made_again(session, paper):
    session.history.undo()
    assert session.sent_papers.list() == ()
    session.history.redo()

    assert session.sent_papers.content(paper.id) == PDF


@pytest.mark.parametrize(
    ("details", "content", "field"),
    [
        (SendingDetails("report", " ", "BC", date(2025, 3, 1)), PDF, "sent_number"),
        (SendingDetails("report", "4", "BC", date(2025, 3, 3)), PDF, "sent_on"),
        (SendingDetails("report", "4", "BC", date(2025, 3, 1)), b"PK\x03\x04", "sent_pdf"),
        (SendingDetails("report", "4", "BC", date(2025, 3, 1)), b"", "sent_pdf"),
    ],
)
def test_what_was_not_sent_so_is_refused(session, details, content, field):
    with pytest.raises(InvalidValue) as error:
        session.sent_papers.record(Q1, details, content)

    assert error.value.params["field"] == field


def test_an_unknown_period_is_refused(session):
    with pytest.raises(PeriodUnknown):
        session.sent_papers.record(PeriodKey(2025, "week-1"), DETAILS, PDF)


def test_a_file_from_the_disk_is_kept(session, tmp_path):
    source = tmp_path / "báo cáo.pdf"
    source.write_bytes(PDF)

    session.sent_papers.record_file(Q1, DETAILS, source)

    assert session.sent_papers.content(session.sent_papers.list()[0].id) == PDF


def test_a_missing_or_huge_file_is_told(session, tmp_path, monkeypatch):
    with pytest.raises(FileMissing):
        session.sent_papers.record_file(Q1, DETAILS, tmp_path / "không có.pdf")
    monkeypatch.setattr(sent_papers, "LARGEST_PDF_MB", 0)
    with pytest.raises(SourceTooLarge):
        session.sent_papers.record(Q1, DETAILS, PDF)


def test_a_paper_is_taken_out_again_without_overwriting(session, paper, tmp_path):
    target = tmp_path / "ra.pdf"

    assert session.sent_papers.export(paper.id, target).read_bytes() == PDF
    with pytest.raises(FileExists):
        session.sent_papers.export(paper.id, target)
    with pytest.raises(TargetNotWritable):
        session.sent_papers.export(paper.id, tmp_path / "không" / "có.pdf")
    with pytest.raises(RecordMissing):
        session.sent_papers.export(SentPaperId(99), target)
