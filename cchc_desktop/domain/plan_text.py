"""The text of a plan as an outline: headings, points, dashes and paragraphs, in order.

The order alone makes the outline: a passage belongs to the nearest one before it that stands
higher.  Numbers are the program's and follow from the order (``plan_text_numbering``), unless
the officer, or the document that was brought in, gave one of its own.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from cchc_desktop.domain.office import Signer
from cchc_desktop.domain.plan import PlanId
from cchc_desktop.domain.report_text import LiveText
from cchc_desktop.domain.rich_text import RichText

NO_WORDS = LiveText()

TextPartId = NewType("TextPartId", int)
PassageId = NewType("PassageId", int)


class PassageKind(StrEnum):
    """What a passage is and how it is numbered ("cấp của đoạn").

    Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6.d.
    """

    BASIS = "basis"
    """A legal ground, in italics: "Căn cứ …;"."""
    ARTICLE = "article"
    """"Điều 1." of a decision."""
    PART = "part"
    """"I." with a title in capitals."""
    ITEM = "item"
    """"1."."""
    SUBITEM = "subitem"
    """"1.1."."""
    MINOR = "minor"
    """"1.1.1."."""
    POINT = "point"
    """"a)" by the Vietnamese alphabet."""
    DASH = "dash"
    """"-"."""
    PLUS = "plus"
    """"+"."""
    TEXT = "text"
    """A paragraph without a number."""
    TABLE = "table"
    """A table between paragraphs."""

    @property
    def rank(self) -> int:
        """How high it stands: 1 for "I." and "Điều" down to 7 for "+"; 0 has no number."""
        return _RANKS.get(self, 0)


_RANKS = {
    PassageKind.ARTICLE: 1,
    PassageKind.PART: 1,
    PassageKind.ITEM: 2,
    PassageKind.SUBITEM: 3,
    PassageKind.MINOR: 4,
    PassageKind.POINT: 5,
    PassageKind.DASH: 6,
    PassageKind.PLUS: 7,
}

DEEPEST_RANK = 7


@dataclass(frozen=True, slots=True)
class TextTable:
    """A table that stands in a text ("bảng trong phần lời").

    Attributes:
        rows: The cells, row by row; all rows are of one length.
        header_rows: How many rows at the top are headings.
    """

    rows: tuple[tuple[RichText, ...], ...]
    header_rows: int = 1


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage of a plan's text ("đoạn").

    Attributes:
        kind: What it is.
        text: What it says, without its number; a table's is empty.
        level: Of text and tables: the rank of the heading they belong to, 0 for the paper
            itself.  Of all others their kind's rank.
        own_number: The number as the officer or the document wrote it, "" for the one that
            follows from the order.
        number: As printed: "I.", "1.", "a)", "-"; "" where there is none.
        table: What a table holds, else None.
        id: None while it is not in the data file.
    """

    kind: PassageKind
    text: LiveText = NO_WORDS
    level: int = 0
    own_number: str = ""
    number: str = ""
    table: TextTable | None = None
    id: PassageId | None = None

    @property
    def is_heading(self) -> bool:
        """Whether others can belong to it."""
        return self.kind.rank > 0

    @property
    def printed(self) -> str:
        """Its words with the number before them."""
        return f"{self.number} {self.text.text}" if self.number else self.text.text


class TextPartKind(StrEnum):
    """Which paper of the document a part is ("phần của văn bản")."""

    DECISION = "decision"
    """The decision by which the plan is issued ("Quyết định ban hành kèm theo")."""
    BODY = "body"
    """The plan itself."""
    ANNEX = "annex"
    """A further annex beside the task annex."""


@dataclass(frozen=True, slots=True)
class TextPart:
    """A paper with its text ("phần lời").

    Attributes:
        title: What it is about ("trích yếu"), or an annex's title; may hold line breaks.
        is_landscape: Whether its sheets lie on their long side.
        id: None while it is not in the data file.
    """

    kind: TextPartKind
    title: LiveText = NO_WORDS
    passages: tuple[Passage, ...] = ()
    is_landscape: bool = False
    id: TextPartId | None = None

    def block(self, place: int) -> range:
        """Return the places of a passage and of all that belongs to it."""
        first = self.passages[place]
        end = place + 1
        if first.is_heading:
            while end < len(self.passages) and belongs(self.passages[end], first.kind.rank):
                end += 1
        return range(place, end)

    def has_children(self, place: int) -> bool:
        """Tell whether anything belongs to the passage at ``place``."""
        return len(self.block(place)) > 1


@dataclass(frozen=True, slots=True)
class PlanText:
    """All that a plan says beside its task annex ("phần lời của kế hoạch"), in printed order."""

    parts: tuple[TextPart, ...] = ()

    def part(self, kind: TextPartKind) -> TextPart | None:
        """Return the first part of a kind, or None."""
        return next((part for part in self.parts if part.kind is kind), None)

    @property
    def body(self) -> TextPart | None:
        """The plan itself, or None while nothing is written."""
        return self.part(TextPartKind.BODY)

    def passages(self) -> Iterator[tuple[TextPart, Passage]]:
        """Yield every passage with its part, in printed order."""
        for part in self.parts:
            for passage in part.passages:
                yield part, passage

    def find(self, passage_id: PassageId) -> tuple[TextPart, int] | None:
        """Return the part and the place of a passage, or None."""
        for part in self.parts:
            for place, passage in enumerate(part.passages):
                if passage.id == passage_id:
                    return part, place
        return None

    def __bool__(self) -> bool:
        return bool(self.parts)


@dataclass(frozen=True, slots=True)
class PlanDocument:
    """How a plan's paper begins and ends ("thể thức của kế hoạch").

    The number, symbol and date of the paper are those of ``Plan.parent_document``: of the plan
    itself, or of the decision that issues it.

    Attributes:
        type_name: What the plan calls itself: "Kế hoạch".
        recipients: "Nơi nhận", without dashes; empty for the usual ones.
        signer: Who signs it, or None for the office's usual signer.
    """

    plan_id: PlanId
    type_name: str = "Kế hoạch"
    recipients: tuple[str, ...] = ()
    signer: Signer | None = None


def belongs(passage: Passage, rank: int) -> bool:
    """Tell whether a passage after a heading of ``rank`` still belongs to that heading."""
    if passage.is_heading:
        return passage.kind.rank > rank
    return passage.kind is not PassageKind.BASIS and passage.level >= rank
