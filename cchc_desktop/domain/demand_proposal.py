"""A demand as it is read out of a document, before the officer has looked at it."""

from dataclasses import dataclass

from cchc_desktop.domain.demand import Demand, DemandKind
from cchc_desktop.domain.registered_document import DocumentId
from cchc_desktop.domain.rich_text import RichText

HEADING_SEPARATOR = " / "
"""Between the headings that a demand stands below."""


@dataclass(frozen=True, slots=True)
class DemandProposal:
    """Something a document seems to ask, to be looked at before it is kept ("yêu cầu đề xuất").

    Attributes:
        heading: The headings it stands below, for the officer to judge by.
        is_chosen: Whether it is proposed to be kept; general aims are not.
    """

    kind: DemandKind
    text: RichText
    place: str = ""
    milestone: int | None = None
    deadline: str = ""
    agencies: str = ""
    heading: str = ""
    is_chosen: bool = True

    def demand(self, document_id: DocumentId) -> Demand:
        """Return it as a demand of a registered document."""
        return Demand(
            document_id,
            self.kind,
            self.text,
            self.place,
            self.milestone,
            self.deadline,
            self.agencies,
        )
