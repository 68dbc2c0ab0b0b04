"""What an agency's return holds: who it is from, which cells it has, what came back.

The workbook itself is written in ``documents`` and read in ``importers``; both speak in
these values.  Keys and fingerprints tie a row to its work and to the state it was made from.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from hashlib import sha256

from cchc_desktop.domain.agency import AgencyId
from cchc_desktop.domain.period import PeriodKey
from cchc_desktop.domain.plan import DeliverableId, TaskId
from cchc_desktop.domain.problem import Place, Problem
from cchc_desktop.domain.progress import Progress, Statement
from cchc_desktop.domain.vietnamese import comparison_key, tidy

RETURN_VERSION = 1
"""The layout of the hidden keys; a workbook of a later one is refused."""

KEY_COLUMN = "key"
"""The code of the column that holds the rows' keys."""
INFO_MARK = "cchc:info"
"""Marks rows, and in the first row sheets, that hold nothing to be read."""
KEY_SHEET_MARK = "cchc:keys"
"""Marks the sheet that holds the identity and what the rows were made from."""
_COLUMN_MARK = "cchc:col:"

ReturnValue = Statement | date | int | str | None
"""A cell's value; a blank one is None and never ""."""


class ReturnField(StrEnum):
    """A cell that an agency fills in ("ô của biểu báo cáo")."""

    STATEMENT = "statement"
    DONE_ON = "done_on"
    PERCENT = "percent"
    RESULT = "result"
    DOCUMENT_NUMBER = "document_number"
    DOCUMENT_DATE = "document_date"
    DOCUMENT_SUBJECT = "document_subject"
    DIFFICULTIES = "difficulties"
    PROPOSALS = "proposals"

    @property
    def is_date(self) -> bool:
        """Whether the cell holds a day."""
        return self in (ReturnField.DONE_ON, ReturnField.DOCUMENT_DATE)


ReturnValues = Mapping[ReturnField, ReturnValue]

_PIECE = re.compile(r"t(\d{1,12})\.d(\d{1,12})\.a(\d{1,12})")
_ROW_KEY = re.compile(r"cchc:(t\d+\.d\d+\.a\d+):([0-9a-f]{12}):([0-9a-f]{12})")
_STAMP = re.compile(
    r"CCHC(\d{1,4});office=([0-9a-f]{16});year=(\d{4});period=([a-z0-9-]{1,20});"
    r"agency=(\d{1,12});check=([0-9a-f]{8})"
)


@dataclass(frozen=True, slots=True)
class PieceRef:
    """Names a piece of work in a workbook ("mã việc").

    Attributes:
        deliverable_id: None for a task that had no product when the workbook was made.
        agency_id: The member that answers for it, or None where all leads answer together.
    """

    task_id: TaskId
    deliverable_id: DeliverableId | None
    agency_id: AgencyId | None

    @property
    def code(self) -> str:
        """The name as the workbook keeps it."""
        return f"t{self.task_id}.d{self.deliverable_id or 0}.a{self.agency_id or 0}"

    @classmethod
    def from_code(cls, code: str) -> "PieceRef | None":
        """Return the piece of a code, or None when it is none."""
        match = _PIECE.fullmatch(code)
        if match is None:
            return None
        task, deliverable, agency = (int(part) for part in match.groups())
        return cls(
            TaskId(task),
            DeliverableId(deliverable) if deliverable else None,
            AgencyId(agency) if agency else None,
        )


@dataclass(frozen=True, slots=True)
class ReturnRowKey:
    """The hidden key of a row ("mã dòng").

    Attributes:
        state: Fingerprint of what was recorded when the workbook was made.
        words: Fingerprint of the task's and the product's words.  Where part of the
            columns was sorted, a key stands beside another task's words, and this tells.
    """

    piece: PieceRef
    state: str
    words: str

    @property
    def code(self) -> str:
        """The key as the workbook keeps it."""
        return f"cchc:{self.piece.code}:{self.state}:{self.words}"

    @classmethod
    def from_code(cls, code: str) -> "ReturnRowKey | None":
        """Return the key of a code, or None when it is none."""
        match = _ROW_KEY.fullmatch(code.strip())
        piece = PieceRef.from_code(match[1]) if match else None
        return cls(piece, match[2], match[3]) if match and piece else None


@dataclass(frozen=True, slots=True)
class ReturnIdentity:
    """What a workbook was made for ("xuất xứ của biểu báo cáo").

    Attributes:
        office: Fingerprint of the data file it was made from.
        office_name: For messages; "" when the workbook no longer tells.
        period_title: For messages, likewise.
        agency_name: For messages, likewise.
        version: The layout of the hidden keys.
    """

    office: str
    period: PeriodKey
    agency_id: AgencyId
    office_name: str = ""
    period_title: str = ""
    agency_name: str = ""
    version: int = RETURN_VERSION

    @property
    def stamp(self) -> str:
        """The identity as the workbook keeps it, without names, with a check."""
        body = (
            f"CCHC{self.version};office={self.office};year={self.period.year};"
            f"period={self.period.code};agency={self.agency_id}"
        )
        return f"{body};check={_digest(body, 8)}"

    @classmethod
    def from_stamp(cls, text: str) -> "ReturnIdentity | None":
        """Return the identity of a stamp, or None when it is none or was altered."""
        match = _STAMP.fullmatch(text.strip())
        if match is None or _digest(text.strip().rpartition(";check=")[0], 8) != match[6]:
            return None
        period = PeriodKey(int(match[3]), match[4])
        return cls(match[2], period, AgencyId(int(match[5])), version=int(match[1]))


@dataclass(frozen=True, slots=True)
class ReturnLine:
    """One row of a workbook to be made ("dòng của biểu báo cáo").

    Attributes:
        number: Unique in the sheet, with the section: "II.3.a".
        before: What was reported last, in words.
        values: What is recorded in the period.
    """

    piece: PieceRef
    number: str
    content: str
    product: str
    deadline: str
    before: str
    values: ReturnValues

    @property
    def key(self) -> ReturnRowKey:
        """The hidden key of the row."""
        words = words_fingerprint(self.content, self.product)
        return ReturnRowKey(self.piece, state_fingerprint(self.values), words)


@dataclass(frozen=True, slots=True)
class CooperationLine:
    """A task on which the agency only co-operates ("nhiệm vụ phối hợp")."""

    number: str
    content: str
    product: str
    deadline: str
    lead: str


@dataclass(frozen=True, slots=True)
class ReturnedRow:
    """One row as it came back ("dòng đã gửi về").

    Attributes:
        place: The row in its sheet.
        content: The task's words, for messages.
        values: The cells that could be read, blank ones as None; a cell that could not be
            read, or whose column is gone, is missing here and stands among the problems.
        cells: Where each of these cells stands.
        made_from: What was recorded when the workbook was made; None when it no longer tells.
        state: Fingerprint of that.
    """

    piece: PieceRef
    place: Place
    content: str
    values: ReturnValues
    cells: Mapping[ReturnField, Place]
    made_from: ReturnValues | None
    state: str


@dataclass(frozen=True)
class ReturnedWorkbook:
    """A workbook as it came back ("biểu báo cáo đã gửi về").

    Attributes:
        sha256: Of the file.
        made_with: Every piece the workbook was made with; None when it no longer tells.
    """

    file: str
    sha256: str
    identity: ReturnIdentity
    rows: tuple[ReturnedRow, ...]
    problems: tuple[Problem, ...]
    made_with: frozenset[PieceRef] | None = field(default=None)


def column_mark(code: str) -> str:
    """Return the mark that stands above a column."""
    return _COLUMN_MARK + code


def column_code(mark: str) -> str | None:
    """Return the code of a column's mark, or None when it is none."""
    return mark.removeprefix(_COLUMN_MARK) if mark.startswith(_COLUMN_MARK) else None


def recorded_values(record: Progress | None) -> dict[ReturnField, ReturnValue]:
    """Return what is recorded, cell by cell; of several documents the first one's."""
    values: dict[ReturnField, ReturnValue] = dict.fromkeys(ReturnField)
    if record is None:
        return values
    values[ReturnField.STATEMENT] = record.statement
    values[ReturnField.DONE_ON] = record.done_on
    values[ReturnField.PERCENT] = record.percent
    values[ReturnField.RESULT] = tidy(record.result) or None
    values[ReturnField.DIFFICULTIES] = tidy(record.difficulties) or None
    values[ReturnField.PROPOSALS] = tidy(record.proposals) or None
    if record.evidence:
        first = record.evidence[0]
        values[ReturnField.DOCUMENT_NUMBER] = tidy(first.number) or None
        values[ReturnField.DOCUMENT_DATE] = first.issued_on
        values[ReturnField.DOCUMENT_SUBJECT] = tidy(first.subject) or None
    return values


def value_code(value: ReturnValue) -> str:
    """Return a value as text that ``value_from_code`` reads back."""
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else str(value)


def value_from_code(of: ReturnField, code: str) -> ReturnValue:
    """Return the value that ``value_code`` wrote.

    Raises:
        ValueError: The text is none.
    """
    if not code:
        return None
    if of is ReturnField.STATEMENT:
        return Statement(code)
    if of.is_date:
        return date.fromisoformat(code)
    return int(code) if of is ReturnField.PERCENT else code


def state_fingerprint(values: ReturnValues) -> str:
    """Return a short fingerprint that differs when any value does."""
    return _digest("\x1f".join(value_code(values.get(of)) for of in ReturnField), 12)


def words_fingerprint(content: str, product: str) -> str:
    """Return a short fingerprint of the words, however they are spaced and capitalised."""
    return _digest(comparison_key(content) + "\x1f" + comparison_key(product), 12)


def office_fingerprint(*facts: str) -> str:
    """Return the fingerprint of a data file by what never changes in it."""
    return _digest("\x1f".join(facts), 16)


def _digest(text: str, length: int) -> str:
    return sha256(text.encode()).hexdigest()[:length]
