"""What a check found: how grave, where, and by which words it judged."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256

from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.plan_rows import RowKey
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


@dataclass(frozen=True, slots=True)
class FindingPlace:
    """Where something was found ("vị trí").

    Attributes:
        row: The row of the plan's table; None for a detail of the plan or the whole table.
        field: The cell's column or the detail; None where the whole row or table is meant.
        span: The characters concerned in the plain wording, or None for all of it.
    """

    row: RowKey | None = None
    field: AnnexColumn | PlanDetail | None = None
    span: Span | None = None


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
        words = [nfc(self.basis), place.field, place.span]
        return sha256(json.dumps(words, ensure_ascii=False).encode()).hexdigest()[:32]
