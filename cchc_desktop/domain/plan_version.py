"""The life of a plan: draft, sent for signature, issued, amended, out of force.

An issued version never changes.  What follows it is a further version of the same plan.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NewType

from cchc_desktop.domain.plan import PlanId
from cchc_desktop.domain.progress import StoredFileId

VersionId = NewType("VersionId", int)


class PlanState(StrEnum):
    """Where the plan that is worked on stands ("trạng thái kế hoạch")."""

    DRAFT = "draft"
    """"Dự thảo": the first, or that of an amendment."""
    SUBMITTED = "submitted"
    """"Trình ký"."""
    ISSUED = "issued"
    """"Đã ban hành": the plan's words can be changed by an amendment only."""
    EXPIRED = "expired"
    """"Hết hiệu lực"."""


class VersionState(StrEnum):
    """Where an issued version stands ("trạng thái bản ban hành")."""

    IN_FORCE = "in_force"
    """"Đang có hiệu lực"."""
    AMENDED = "amended"
    """"Đã điều chỉnh": a later version was issued."""
    EXPIRED = "expired"
    """"Hết hiệu lực"."""


@dataclass(frozen=True, slots=True)
class PlanStanding:
    """The state of a plan and since when ("tình trạng kế hoạch").

    Attributes:
        next_version: The number that the version worked on will have.
        reason: Of an amendment: why it is made.
    """

    plan_id: PlanId
    state: PlanState = PlanState.DRAFT
    since: datetime | None = None
    next_version: int = 1
    reason: str = ""

    @property
    def is_frozen(self) -> bool:
        """Whether the plan's words must not be changed now."""
        return self.state in (PlanState.ISSUED, PlanState.EXPIRED)


@dataclass(frozen=True, slots=True)
class VersionSignature:
    """A signed copy of a version ("bản ký số"); the unsigned original stays as it is."""

    file_id: StoredFileId
    signer: str
    signed_at: datetime
    fingerprint: str


@dataclass(frozen=True, slots=True)
class PlanVersion:
    """A plan as it was issued ("bản ban hành"); nothing of it ever changes but its state.

    Attributes:
        number: 1 for the first issue, then 2 and so on.
        document_number: The register number.
        symbol: "KH-UBND".
        issuer: The issuing body.
        signing: The lines above the signature, one each: "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH".
        signer: Who signed.
        reason: Of an amendment: why it was made.
        made_by: The user name of the computer's session.
        content_id: The plan and its text as they were, as a snapshot.
        pdf_id: The PDF, byte for byte.
        fingerprint: The SHA-256 of the PDF.
    """

    id: VersionId
    plan_id: PlanId
    number: int
    state: VersionState
    document_number: str
    symbol: str
    issued_on: date
    issuer: str
    signing: tuple[str, ...]
    signer: str
    reason: str
    made_at: datetime
    made_by: str
    content_id: StoredFileId
    pdf_id: StoredFileId
    fingerprint: str
    size: int
    signatures: tuple[VersionSignature, ...] = ()

    @property
    def full_symbol(self) -> str:
        """Number and symbol in one: "395/KH-UBND"."""
        return f"{self.document_number}/{self.symbol}"
