"""What the returns' screen says: how files and agencies stand, values, counts in words."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from cchc_desktop.domain.agency_return import ReturnValue
from cchc_desktop.domain.days_and_numbers import day_words
from cchc_desktop.domain.period import ReportingPeriod
from cchc_desktop.domain.problem import Place, Severity
from cchc_desktop.domain.progress import Statement
from cchc_desktop.domain.return_comparison import (
    ReturnChangeKind,
    ReturnFilePreview,
    ReturnFileStatus,
)
from cchc_desktop.domain.return_register import ReturnState, ReturnStatus
from cchc_desktop.services.progress_sentences import STATEMENTS
from cchc_desktop.ui.date_field import format_day
from cchc_desktop.ui.import_cells import Mark, Tone

_LETTERS = 26

_FILE_STATES: dict[ReturnFileStatus, Mark] = {
    ReturnFileStatus.NEW: Mark("Mới", Tone.DONE),
    ReturnFileStatus.SAME: Mark("Không đổi", Tone.WAITING),
    ReturnFileStatus.CONFLICTS: Mark("Có khác biệt", Tone.SOON),
    ReturnFileStatus.UNTOUCHED: Mark("Chưa điền gì", Tone.WAITING),
    ReturnFileStatus.REPEATED: Mark("Trùng với tệp trước", Tone.WAITING),
    ReturnFileStatus.REFUSED: Mark("Không nhận được", Tone.LATE),
}


def file_mark(file: ReturnFilePreview) -> Mark:
    """Return how a file stands, with what it brings and how much of it is wrong."""
    mark = _FILE_STATES[file.status]
    kinds = Counter(change.kind for change in file.changes)
    wrong = sum(problem.severity is not Severity.NOTICE for problem in file.problems)
    counts = (
        (kinds[ReturnChangeKind.CONFLICT], "ô khác biệt"),
        (kinds[ReturnChangeKind.NEW], "ô mới"),
        (kinds[ReturnChangeKind.CLEARED], "ô đơn vị xóa"),
        (wrong, "chỗ lỗi"),
    )
    parts = [f"{count} {what}" for count, what in counts if count]
    if file.status is ReturnFileStatus.UNTOUCHED and wrong:
        return Mark(f"Không lấy được ô nào, {wrong} chỗ lỗi", Tone.LATE)
    if not file.changes or file.status is ReturnFileStatus.SAME:
        return Mark(", ".join((mark.text, *parts)), mark.tone)
    return Mark(", ".join(parts), mark.tone)


def register_mark(line: ReturnStatus, day: date) -> Mark:
    """Return how an agency stands with its report on ``day``."""
    match line.state:
        case ReturnState.IN_TIME:
            return Mark("Đã gửi đúng hạn", Tone.DONE)
        case ReturnState.LATE:
            return Mark(f"Đã gửi, muộn {line.days_late} ngày", Tone.SOON)
        case ReturnState.MISSING:
            return Mark(f"Chưa gửi, quá hạn {line.days_late} ngày", Tone.LATE)
        case ReturnState.AWAITED:
            left = (line.due - day).days
            words = f"còn {left} ngày" if left else "hạn là hôm nay"
            return Mark(f"Chưa gửi, {words}", Tone.WAITING)


def register_summary(lines: Sequence[ReturnStatus], period: ReportingPeriod, day: date) -> str:
    """Return in words who has sent and who has not."""
    states = Counter(line.state for line in lines)
    in_time, late = states[ReturnState.IN_TIME], states[ReturnState.LATE]
    missing, awaited = states[ReturnState.MISSING], states[ReturnState.AWAITED]
    sent = f"{in_time + late} đã gửi"
    if late:
        sent += f" ({late} muộn)"
    left = (period.agency_due - day).days
    due = f"hạn gửi {day_words(period.agency_due)}"
    if left > 0:
        due += f", còn {left} ngày"
    elif left < 0:
        due += f", đã qua {-left} ngày"
    return (
        f"{sentence_case(period.title)}: {len(lines)} đơn vị được giao chủ trì, {sent}, "
        f"{missing + awaited} chưa gửi; {due}."
    )


def making_summary(placings: Sequence[str], folder: Path) -> str:
    """Return in words what became of the workbooks that were made, by how each was placed."""
    how = Counter(placings)
    parts = [f"Đã tạo {len(placings)} biểu trong thư mục “{folder.name or folder}”"]
    if same := how["same"]:
        parts.append(f"{same} tệp đã có sẵn, giống hệt nên giữ nguyên")
    if beside := how["beside"]:
        parts.append(f"{beside} tệp trùng tên với tệp khác nên được thêm số")
    return f"{'; '.join(parts)}."


def decision_summary(counts: Mapping[ReturnChangeKind, int], undecided: int) -> str:
    """Return in words how many cells came, and how many of them wait for a decision."""
    conflicts, new = counts[ReturnChangeKind.CONFLICT], counts[ReturnChangeKind.NEW]
    parts = []
    if undecided:
        parts.append(f"Còn {undecided} ô chưa chọn trong {conflicts} ô khác biệt")
    elif conflicts:
        parts.append(f"{conflicts} ô khác biệt đã chọn xong")
    if new:
        parts.append(f"{new} ô mới")
    if cleared := counts[ReturnChangeKind.CLEARED]:
        parts.append(f"{cleared} ô đơn vị đã xóa")
    return f"{sentence_case('; '.join(parts))}." if parts else ""


def value_text(value: ReturnValue) -> str:
    """Return a cell's value as the officer reads it; "" for a blank one."""
    if isinstance(value, Statement):
        return STATEMENTS[value]
    if isinstance(value, date):
        return format_day(value)
    return "" if value is None else str(value)


def cell_place(place: Place) -> str:
    """Return where in a workbook something stands: "trang “Biểu báo cáo”, ô F12"."""
    parts = [f"trang “{place.part}”"] if place.part else []
    if place.row is not None and place.column is not None:
        parts.append(f"ô {column_letters(place.column)}{place.row}")
    elif place.row is not None:
        parts.append(f"dòng {place.row}")
    elif place.column is not None:
        parts.append(f"cột {column_letters(place.column)}")
    return sentence_case(", ".join(parts)) or "Cả tệp"


def column_letters(column: int) -> str:
    """Return the name of a column, which counts from 1, as a workbook shows it."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


def to_be_corrected(file: ReturnFilePreview) -> bool:
    """Tell whether an agency should get its file back with errors marked."""
    return file.error is None and any(
        problem.severity is not Severity.NOTICE for problem in file.problems
    )


def files_summary(files: Iterable[ReturnFilePreview]) -> str:
    """Return in words how the files stand."""
    states = Counter(file.status for file in files)
    parts = [
        f"{states[status]} tệp {mark.text[:1].lower()}{mark.text[1:]}"
        for status, mark in _FILE_STATES.items()
        if states[status]
    ]
    return ", ".join(parts)


def sentence_case(text: str) -> str:
    """Return ``text`` with its first letter a capital."""
    return text[:1].upper() + text[1:]
