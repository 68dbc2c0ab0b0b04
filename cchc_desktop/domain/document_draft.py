"""A whole document as it was read, before anything is written: every line with what it became."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cchc_desktop.domain.annex_draft import AnnexDraft
from cchc_desktop.domain.office import Signer
from cchc_desktop.domain.plan_text import PassageKind, PlanText
from cchc_desktop.domain.problem import Problem


class LineRole(StrEnum):
    """What a line of a document was taken for ("thành phần thể thức")."""

    SUPERIOR = "superior"
    ISSUER = "issuer"
    NATION = "nation"
    MOTTO = "motto"
    NUMBER = "number"
    PLACE_DAY = "place_day"
    TYPE = "type"
    TITLE = "title"
    ATTACHMENT = "attachment"
    """ "(Kèm theo …)"."""
    BASIS = "basis"
    PASSAGE = "passage"
    TABLE = "table"
    RECIPIENTS = "recipients"
    SIGNING = "signing"
    SIGNER = "signer"
    ANNEX_TITLE = "annex_title"
    TASK_ANNEX = "task_annex"
    STAMP = "stamp"
    """Not the document's own: a stamp of arrival, a page number, a separator."""


@dataclass(frozen=True, slots=True)
class DraftLine:
    """A line of the document and what became of it ("dòng đã đọc").

    Attributes:
        line: Where it stands in the file, from 1: its line of text or its paragraph.
        text: Its words as they were read.
        role: What it was taken for.
        part: Which part of the text it belongs to, from 0; None for none.
        passage: Which passage of that part, from 0; None for none.
    """

    line: int
    text: str
    role: LineRole
    part: int | None = None
    passage: int | None = None


@dataclass(frozen=True, slots=True)
class LineChoice:
    """What an officer takes a line for instead ("dòng chọn lại").

    Attributes:
        role: TITLE, BASIS, PASSAGE, RECIPIENTS, or STAMP for what is no part of the document.
        kind: Of a passage: its level; None leaves it to its number.
    """

    role: LineRole
    kind: PassageKind | None = None


@dataclass(frozen=True, slots=True)
class DraftHead:
    """What the head of a document says ("phần đầu văn bản"); "" where it says nothing.

    Attributes:
        number: The register number; "" where it is left blank.
        symbol: What stands after it: "KH-UBND".
        place_day: The line with place and day, as written.
    """

    superior: str = ""
    issuer: str = ""
    number: str = ""
    symbol: str = ""
    place: str = ""
    place_day: str = ""
    issued_on: date | None = None
    type_name: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class DocumentDraft:
    """A whole document as it was read ("văn bản đã đọc"): nothing is left out.

    Attributes:
        source_name: The file's name.
        head: Of the first paper: the decision, where there is one.
        text: The decision, the body and further annexes, numbered as they were written.
        recipients: "Nơi nhận", without dashes.
        signer: Who signed, or None where nothing says so.
        annex: The task annex, or None where the document has none.
        annex_number: Of the task annex: "I" where its title says "Phụ lục I".
        plan_type: What the plan itself is called: "Kế hoạch".
        lines: Every line in order, with what became of it.
        problems: What could not be taken over as it stands.
    """

    source_name: str
    head: DraftHead
    text: PlanText
    recipients: tuple[str, ...] = ()
    signer: Signer | None = None
    annex: AnnexDraft | None = None
    annex_number: str = ""
    plan_type: str = "Kế hoạch"
    lines: tuple[DraftLine, ...] = ()
    problems: tuple[Problem, ...] = ()
