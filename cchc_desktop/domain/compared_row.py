"""One line of a comparison of two versions: where, what it was, what it is."""

from dataclasses import dataclass
from enum import StrEnum

from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.plan import TaskId
from cchc_desktop.domain.rich_text import EMPTY, RichText
from cchc_desktop.domain.word_difference import Span, changed_words, in_bold, in_italics


class ComparisonKind(StrEnum):
    """What became of a stretch of a plan ("loại điều chỉnh")."""

    KEPT = "kept"
    """It says the same at the same place."""
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    """It says something else; it may stand elsewhere too."""
    MOVED = "moved"
    """It says the same elsewhere."""
    RENUMBERED = "renumbered"
    """It says the same under another number, as others came or went."""


class ComparedPart(StrEnum):
    """Which part of a plan a line is about ("phần được so sánh")."""

    DETAILS = "details"
    """Number, day, signer, recipients."""
    DECISION = "decision"
    BODY = "body"
    ANNEX = "annex"
    """A further annex beside the task annex."""
    TASKS = "tasks"
    """The task annex."""


class DetailField(StrEnum):
    """A detail of a plan's paper ("yếu tố thể thức")."""

    TYPE_NAME = "type_name"
    SYMBOL = "symbol"
    ISSUED_ON = "issued_on"
    ISSUER = "issuer"
    ANNEX_TITLE = "annex_title"
    ANNEX_NUMBER = "annex_number"
    RECIPIENTS = "recipients"
    SIGNING = "signing"
    SIGNER = "signer"


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """One line of a comparison ("dòng so sánh").

    Attributes:
        before: The wording on the left, empty for what was added.
        after: The wording on the right, empty for what was removed.
        place_before: Where it stood on the left: "II.1.a)", "" for the whole part.
        place_after: Where it stands on the right.
        part_title: The title of a further annex.
        field: Which cell of a task, or which detail of the paper.
        task_before: The task on the left, where it is about one.
        task_after: The task on the right.
    """

    part: ComparedPart
    kind: ComparisonKind
    before: RichText = EMPTY
    after: RichText = EMPTY
    place_before: str = ""
    place_after: str = ""
    part_title: str = ""
    field: AnnexColumn | DetailField | None = None
    task_before: TaskId | None = None
    task_after: TaskId | None = None

    @property
    def place(self) -> str:
        """Where it stands on the right, or stood on the left."""
        return self.place_before if self.kind is ComparisonKind.REMOVED else self.place_after

    @property
    def changed_before(self) -> tuple[Span, ...]:
        """The stretches of ``before`` that the right side does not have."""
        return self._changed()[0]

    @property
    def changed_after(self) -> tuple[Span, ...]:
        """The stretches of ``after`` that the left side does not have."""
        return self._changed()[1]

    @property
    def before_marked(self) -> RichText:
        """The left side for print: what is gone in italics, no other style."""
        return in_italics(self.before.text, self.changed_before)

    @property
    def after_marked(self) -> RichText:
        """The right side for print: what is new in bold, no other style."""
        return in_bold(self.after.text, self.changed_after)

    def _changed(self) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        return changed_words(self.before.text, self.after.text)
