"""New words proposed for an assignment, or why there are none."""

from dataclasses import dataclass
from enum import StrEnum

from cchc_desktop.domain.agency import AgencyReading
from cchc_desktop.domain.rich_text import RichText


class WordingObstacle(StrEnum):
    """Why no wording can be proposed ("lý do không đề xuất được câu chữ")."""

    SET_BY_HAND = "set_by_hand"
    """The officer set whom the words name; new words would undo that."""
    STYLED = "styled"
    """Only some of the words are bold or italic."""
    REFERENCE = "reference"
    """The words refer to another document ("Theo phân công tại Quyết định …")."""
    JOINED_BY_WORDS = "joined_by_words"
    """The name is tied to others by words ("chủ trì, phối hợp với")."""
    NAME_NOT_READ = "name_not_read"
    """The agency has handed over, or no spelling of it is understood in the plan's year."""
    READ_OTHERWISE = "read_otherwise"
    """The new words would not be understood as meant."""


@dataclass(frozen=True, slots=True)
class WordingProposal:
    """New words for one assignment ("đề xuất câu chữ").

    Attributes:
        before: The words as they stand.
        after: The words proposed; those that stand where there is an obstacle.
        reading: Whom ``after`` names.
        obstacle: Why the change asked for is not proposed, or None.
    """

    before: RichText
    after: RichText
    reading: AgencyReading
    obstacle: WordingObstacle | None = None

    @property
    def is_change(self) -> bool:
        """Whether the words change at all."""
        return self.before != self.after
