"""The values of progress cells as an officer writes and reads them."""

from dataclasses import dataclass
from datetime import date

from cchc_desktop.domain.period import ReportingPeriod
from cchc_desktop.domain.progress import Progress, ProgressField, Statement
from cchc_desktop.domain.vietnamese import fold, one_line, tidy
from cchc_desktop.services.progress import FieldValue
from cchc_desktop.services.progress_sentences import PROGRESS_FIELDS, STATEMENTS
from cchc_desktop.ui.date_field import format_day, parse_day

_OTHER_WORDS = {
    "hoan thanh": Statement.DONE,
    "da xong": Statement.DONE,
    "xong": Statement.DONE,
    "da thuc hien": Statement.DONE,
    "hoan thanh dung han": Statement.DONE,
    "hoan thanh qua han": Statement.DONE,
    "chua lam": Statement.NOT_STARTED,
    "dang lam": Statement.IN_PROGRESS,
    "dang trien khai": Statement.IN_PROGRESS,
    "chua trien khai": Statement.NOT_STARTED,
    "chua den han": Statement.NOT_STARTED,
    "qua han chua xong": Statement.IN_PROGRESS,
}
"""What workbooks say beside the words of the list, without marks."""


class NotUnderstood(ValueError):
    """What was written does not fit the field.

    Attributes:
        words: What was written.
        reason: Why it does not fit, for the officer.
    """

    def __init__(self, words: str, reason: str) -> None:
        super().__init__(f"“{words}” {reason}")
        self.words = words
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Reading:
    """How cells of a period are read.

    Attributes:
        today: No day of completion lies after it.
    """

    period: ReportingPeriod
    today: date

    def parse(self, field: ProgressField, text: str) -> FieldValue:
        """Return the value that ``text`` writes; None for an empty cell that can be so.

        Raises:
            NotUnderstood: It does not fit the field.
        """
        match field:
            case ProgressField.STATEMENT:
                return _statement(text)
            case ProgressField.DONE_ON:
                return self._day(text)
            case ProgressField.PERCENT:
                return _number(text, 100, "tỷ lệ phải là số từ 0 đến 100")
            case ProgressField.MILESTONES_MET:
                return _number(text, 99, "số mốc phải là số từ 0 đến 99")
            case _:
                return tidy(text)

    def _day(self, text: str) -> date | None:
        text = one_line(text)
        if not text:
            return None
        day = parse_day(text) or parse_day(f"{text}/{self.period.last_day.year}")
        if day is None and len(parts := text.split("-")) == 3 and len(parts[0]) == 4:
            day = parse_day("/".join(reversed(parts)))
        if day is None:
            raise NotUnderstood(text, "không phải là ngày; hãy ghi như 15/3/2024")
        is_short = parse_day(text) is None and text.count("/") == 1
        if is_short and day > self.today:
            # "20/12" without a year, written in January, is last year's.
            day = parse_day(f"{text}/{self.period.first_day.year}") or day
        if day > self.today:
            raise NotUnderstood(format_day(day), "còn ở sau hôm nay")
        return day


def matching_statements(text: str) -> tuple[Statement, ...]:
    """Return the statements that the letters typed may begin, the likeliest first.

    Letters stand for the beginning of the words, or for the first letter of each
    ("dth" is "Đang thực hiện"); an empty text offers all.
    """
    sought = " ".join(fold(text).split())
    if not sought:
        return tuple(Statement)
    joined = sought.replace(" ", "")
    groups: tuple[list[Statement], ...] = ([], [], [], [])
    for statement in Statement:
        name = fold(STATEMENTS[statement])
        initials = "".join(word[0] for word in name.split())
        if f"{name} ".startswith(f"{sought} "):
            groups[0].append(statement)
        elif name.startswith(sought):
            groups[1].append(statement)
        elif initials.startswith(joined):
            groups[2].append(statement)
        elif all(any(w.startswith(part) for w in name.split()) for part in sought.split()):
            groups[3].append(statement)
    return tuple(statement for group in groups for statement in group)


def value_of(record: Progress | None, field: ProgressField) -> FieldValue:
    """Return what a record holds in a field; None for nothing."""
    if record is None:
        return None
    value: FieldValue = getattr(record, field.value)
    return None if value == "" else value


def value_text(value: FieldValue) -> str:
    """Return a value as an officer reads it, or ""."""
    if value is None:
        return ""
    if isinstance(value, Statement):
        return STATEMENTS[value]
    if isinstance(value, date):
        return format_day(value)
    return str(value)


def field_name(field: ProgressField | None) -> str:
    """Return the name of a field; a document where there is none."""
    return PROGRESS_FIELDS[field] if field else "Tài liệu kiểm chứng"


def _statement(text: str) -> Statement | None:
    text = one_line(text)
    if not text:
        return None
    key = " ".join(fold(text).split()).strip(" .")
    for statement, name in STATEMENTS.items():
        if fold(name) == key:
            return statement
    if key in _OTHER_WORDS:
        return _OTHER_WORDS[key]
    found = matching_statements(text)
    if len(found) == 1:
        return found[0]
    names = ", ".join(STATEMENTS.values())
    raise NotUnderstood(text, f"không có trong danh sách tình hình ({names})")


def _number(text: str, most: int, problem: str) -> int | None:
    text = one_line(text).removesuffix("%").strip().replace(",", ".")
    if not text:
        return None
    try:
        number = float(text)
    except ValueError:
        raise NotUnderstood(text, f"không phải là số; {problem}") from None
    if number != int(number) or not 0 <= number <= most:
        raise NotUnderstood(text, f"không dùng được; {problem}")
    return int(number)
