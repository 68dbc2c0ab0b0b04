"""Last year's number left in this year's words.

Example: "Kế hoạch cải cách hành chính năm 2023" in the plan of 2024.  No defect is a year in a
citation or a law's name, in a span ("2021-2025"), or in words that look back ("khắc phục tồn tại
năm 2023", "kết quả Chỉ số cải cách hành chính năm 2023"), unless the task is a report due in the
last quarter, which is on this year.
Source: practice; plans are made by changing last year's.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.checks.check import Check, Hit, cell_hit
from cchc_desktop.domain.checks.citations import without_citations
from cchc_desktop.domain.checks.context import Cell, CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.text_finding import Span

_COLUMNS = frozenset({AnnexColumn.CONTENT, AnnexColumn.PRODUCT, AnnexColumn.NOTE})
_YEAR = re.compile(
    r"(?P<before>\b(?:từ|đến|hết|trước|sau|kể từ|so với|giai đoạn|nhiệm kỳ|khóa|cuối|của)\s+)?"
    r"\bnăm\s+(?P<year>20\d\d)(?!\d)(?P<after>\s*(?:[-–,/&]|và|đến|tới)\s*(?:năm\s+)?20\d\d)?",
    re.IGNORECASE,
)
_OTHER_MEANING = re.compile(
    r"từ|đến|hết|trước|sau|so với|giai đoạn|nhiệm kỳ|khóa|cuối", re.IGNORECASE
)
_LAW = re.compile(
    r"(?:luật|hiến pháp|pháp lệnh|nghị quyết|nghị định|quyết định|thông tư|chỉ thị|kế hoạch số)"
    r"[^;.\n]{0,120}$|(?:ngày\s+\S+\s+)?tháng\s+\S+\s+$",
    re.IGNORECASE,
)
_LOOKS_BACK = re.compile(
    r"kết quả|chỉ số|tổng kết|quyết toán|đánh giá|xếp loại|xếp hạng|tồn tại|hạn chế|khắc phục|"
    r"thẩm định|chấm điểm|tự chấm|mất điểm|số liệu|khuyến nghị|kết luận|chuyển tiếp|chưa hoàn thành"
)
_REPORT = re.compile(r"\b(?:báo cáo|tổng kết)\b")
_FOURTH_QUARTER = 10
_PAST_YEARS = 3


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield past years that the words do not account for."""
    year = context.plan.year
    copied = {part.text.text for _, part in context.previous_text.passages()}
    for cell in context.cells:
        if not (cell.is_prose or (cell.row is not None and cell.field in _COLUMNS)):
            continue
        for span, named in _years(cell.text):
            is_past = year - _PAST_YEARS <= named < year
            # What looked back already a year ago looks back too far now.
            is_copied = cell.text in copied and named < year - 1
            if is_past and (is_copied or not _is_meant(cell, span, year)):
                yield cell_hit(cell, span, term=context.plan.term)


@lru_cache(maxsize=16384)
def _years(text: str) -> tuple[tuple[Span, int], ...]:
    if "20" not in text:
        return ()
    words = without_citations(text)
    found = []
    for match in _YEAR.finditer(words):
        before = match["before"] or ""
        if words[match.end() :].lstrip().startswith("đạt"):
            continue
        if match["after"] or _OTHER_MEANING.match(before) or _LAW.search(words[: match.start()]):
            continue
        found.append(((match.start() + len(before), match.end()), int(match["year"])))
    return tuple(found)


def _is_meant(cell: Cell, span: Span, year: int) -> bool:
    words = cell.text.lower()
    if cell.node is not None:
        named = words[span[0] : span[1]]
        above = [node.text.lower() for node in cell.node.above]
        if any(named in text and _LOOKS_BACK.search(text) for text in above):
            return True
    if not _LOOKS_BACK.search(words[: span[1]]):
        return False
    return not (_REPORT.search(words[: span[0]]) and _is_due_late(cell, year))


def _is_due_late(cell: Cell, year: int) -> bool:
    task = cell.row.task if cell.row else None
    dues = [d.deadline.reading.due for d in task.deliverables] if task else []
    return any(due and due.year == year and due.month >= _FOURTH_QUARTER for due in dues)


CHECK = Check(
    "year_left_over",
    FindingSeverity.WARNING,
    "Thông lệ: sửa hết năm cũ khi dùng lại kế hoạch trước",
    find,
)
