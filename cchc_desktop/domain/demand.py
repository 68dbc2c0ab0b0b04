"""What the documents above ask of the plans below, and what answers it.

A demand stays before the officer in every plan from the year of its document until it is met.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from cchc_desktop.domain.plan import PlanId, TaskId
from cchc_desktop.domain.plan_text import PassageId
from cchc_desktop.domain.registered_document import DocumentId
from cchc_desktop.domain.rich_text import RichText

DemandId = NewType("DemandId", int)


class DemandKind(StrEnum):
    """What is asked ("loại yêu cầu")."""

    TARGET = "target"
    """A target to be reached ("chỉ tiêu")."""
    TASK = "task"
    """Something to be done ("nhiệm vụ")."""


@dataclass(frozen=True, slots=True)
class DemandAnswer:
    """What in a plan answers a demand ("nội dung đáp ứng"): a task or a passage of the text."""

    plan_id: PlanId
    task_id: TaskId | None = None
    passage_id: PassageId | None = None


@dataclass(frozen=True, slots=True)
class Demand:
    """One thing that a document above asks ("yêu cầu của cấp trên").

    Attributes:
        place: Where it stands in its document: "III.2.1.a", "Phụ lục I, 1.2".
        text: What it asks, in the document's words.
        milestone: The year by which it is to be met ("đến năm 2025"), or None.
        deadline: The deadline's wording where the document gives one more exact.
        agencies: Who is to do it, in the document's words.
        met_on: The day on which it was met, or None.
        met_note: How it was met.
        answers: What answers it, in all plans.
        id: None while it is not in the data file.
    """

    document_id: DocumentId
    kind: DemandKind
    text: RichText
    place: str = ""
    milestone: int | None = None
    deadline: str = ""
    agencies: str = ""
    met_on: date | None = None
    met_note: str = ""
    answers: tuple[DemandAnswer, ...] = ()
    id: DemandId | None = None

    @property
    def place_name(self) -> str:
        """Where it stands as a citation: "Mục III.2.1.a", "Phụ lục I, 1.2"; "" where unknown."""
        if not self.place or self.place.startswith("Phụ lục"):
            return self.place
        return f"Mục {self.place}"

    def is_open_in(self, year: int) -> bool:
        """Tell whether a plan of ``year`` still has to do with it."""
        return self.met_on is None or self.met_on.year >= year
