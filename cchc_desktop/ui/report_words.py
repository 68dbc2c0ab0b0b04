"""What the report's place says of a report and of its paragraphs."""

from cchc_desktop.domain.days_and_numbers import day_words
from cchc_desktop.domain.report import TITLE, ReportParagraph, SentPaper
from cchc_desktop.domain.report_changes import OutOfDate
from cchc_desktop.services.reports import ReportCheck
from cchc_desktop.ui.marks import Mark

FORM_NAMES = {"report": "Báo cáo", "progress-annex": "Phụ lục tiến độ"}
"""The papers that can be recorded as sent, by the ids of their forms."""

LEVEL_NAMES = ("Lời văn", "Đề mục I, II", "Đề mục 1, 2", "Đề mục a, b")
"""What a paragraph can be, by its level."""

EDITED = "Đã sửa tay"
OWN_WORDS = "Đoạn tự thêm"
PROPOSED = "Đoạn mới theo số liệu, chưa có trong báo cáo"
REVIEW = "Cần xem lại"


def state_words(
    check: ReportCheck, papers: tuple[SentPaper, ...], *, is_kept: bool
) -> tuple[str, bool]:
    """Return how far a report is, in words, and whether that calls for something."""
    key, parts = check.report.key, []
    sent = [paper for paper in papers if paper.key == key and paper.form == "report"]
    if sent:
        parts.append(f"Đã gửi ngày {day_words(sent[0].sent_on)}, số {paper_number(sent[0])}")
    elif not is_kept:
        return "Chưa soạn: dưới đây là bản dự thảo theo số liệu đã ghi", False
    stale = len(check.out_of_date)
    if stale:
        parts.append(f"{stale} đoạn cần xem lại")
    elif not sent:
        parts.append("Đang soạn; khớp với số liệu")
    return "; ".join(parts), bool(stale)


def paper_number(paper: SentPaper) -> str:
    """Return a paper's number as it is cited: "45/BC-UBND"."""
    return f"{paper.number}/{paper.symbol}" if paper.symbol else paper.number


def paragraph_name(paragraph: ReportParagraph) -> str:
    """Return what a paragraph is called beside the text."""
    if paragraph.code == TITLE:
        return "Trích yếu báo cáo"
    if paragraph.level:
        return f"Đề mục {paragraph.number}".strip()
    return "Lời văn"


def paragraph_marks(paragraph: ReportParagraph, news: OutOfDate | None) -> tuple[Mark, ...]:
    """Return the small marks that stand under a paragraph's words."""
    marks = []
    if news is not None:
        marks.append(Mark("triangle-alert", review_words(news), "soon", REVIEW))
    if paragraph.is_own:
        marks.append(Mark("pencil", OWN_WORDS, "accent"))
    elif paragraph.is_edited:
        marks.append(Mark("pencil", EDITED, "accent"))
    return tuple(marks)


def review_words(news: OutOfDate) -> str:
    """Return why a paragraph calls for another look."""
    if not news.draft and not news.stale:
        return f"{REVIEW}: số liệu nay không còn đoạn này"
    if news.stale:
        return f"{REVIEW}: {len(news.stale)} số liệu đã khác"
    return f"{REVIEW}: bản dự thảo đã khác"
