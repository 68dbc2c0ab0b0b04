"""What a check found: how grave, where, and by which words it judged."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256

from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.plan_rows import RowKey
from cchc_desktop.domain.plan_text import PassageId, TextPartId
from cchc_desktop.domain.text_finding import Span
from cchc_desktop.domain.vietnamese import nfc


class FindingSeverity(StrEnum):
    """How grave a finding is ("mức độ")."""

    ERROR = "error"
    """Must be mended before the plan is signed ("lỗi")."""
    WARNING = "warning"
    """Very likely a mistake ("cảnh báo")."""
    HINT = "hint"
    """Would be better otherwise ("gợi ý")."""


class PlanDetail(StrEnum):
    """A detail of the plan that stands outside its table ("thông tin của kế hoạch")."""

    TITLE = "title"
    ANNEX_NUMBER = "annex_number"
    PARENT_NUMBER = "parent_number"
    PARENT_SYMBOL = "parent_symbol"
    PARENT_DATE = "parent_date"
    PARENT_ISSUER = "parent_issuer"
    TEXT_TITLE = "text_title"
    RECIPIENTS = "recipients"
    SIGNER = "signer"
    OFFICE_PLACE = "office_place"

    @property
    def is_of_the_text(self) -> bool:
        """Whether it is printed with the text and not with the annex."""
        return self in (PlanDetail.TEXT_TITLE, PlanDetail.RECIPIENTS, PlanDetail.SIGNER)


@dataclass(frozen=True, slots=True)
class FindingPlace:
    """Where something was found ("vị trí").

    Attributes:
        row: The row of the plan's table; None for a detail of the plan or the whole table.
        field: The cell's column or the detail; None where the whole row or table is meant.
        span: The characters concerned in the plain wording, or None for all of it.
        passage: The passage of the text, or None for a place elsewhere.
        part: The part of the text whose title is meant, or None.
        table_cell: Row and column, from 0, where the passage is a table.
    """

    row: RowKey | None = None
    field: AnnexColumn | PlanDetail | None = None
    span: Span | None = None
    passage: PassageId | None = None
    part: TextPartId | None = None
    table_cell: tuple[int, int] | None = None

    @property
    def is_in_text(self) -> bool:
        """Whether it is a place in the text of the plan and not in its annex."""
        return (
            self.passage is not None
            or self.part is not None
            or (isinstance(self.field, PlanDetail) and self.field.is_of_the_text)
        )


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at ("điểm cần xem lại").

    Attributes:
        code: Which check found it; selects the sentences.
        basis: The words it was judged by: an exception lapses when they change.
        params: Fills the blanks of the sentences.
    """

    code: str
    severity: FindingSeverity
    place: FindingPlace
    basis: str = ""
    params: Mapping[str, str] = field(default_factory=dict)

    @property
    def fingerprint(self) -> str:
        """A short mark of the words judged and of the place in them, for exceptions."""
        place = self.place
        words: list[object] = [nfc(self.basis), place.field, place.span]
        if place.table_cell is not None:
            words.append(place.table_cell)
        return sha256(json.dumps(words, ensure_ascii=False).encode()).hexdigest()[:32]
