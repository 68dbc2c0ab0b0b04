"""Sections, tasks and deliverables while they are being put together from rows."""

from dataclasses import dataclass, field

from cchc_desktop.domain.annex_draft import (
    AnnexColumn,
    DraftDeliverable,
    DraftSection,
    DraftTask,
)
from cchc_desktop.domain.problem import Place
from cchc_desktop.domain.rich_text import RichText, Run
from cchc_desktop.importers.grid import join_runs
from cchc_desktop.importers.row_number import RowNumber
from cchc_desktop.importers.row_reading import AnnexLine

ASSIGNMENTS = (
    AnnexColumn.LEAD, AnnexColumn.COOPERATING, AnnexColumn.MONITOR, AnnexColumn.NOTE,
)  # fmt: skip


class Wording:
    """A text that grows row by row, joined once at the end, so that growing stays cheap."""

    __slots__ = ("_runs", "_said", "_whole", "tail")

    def __init__(self, text: RichText) -> None:
        self._runs: list[Run] = list(text.runs)
        self._whole: RichText | None = text
        self.tail = text.text
        self._said = {_words(text)}

    def __bool__(self) -> bool:
        return bool(self._runs)

    def add(self, text: RichText, separator: str) -> None:
        """Put ``text`` after what there is."""
        if not text:
            return
        if self._runs:
            last = self._runs[-1]
            glue = "" if separator == " " and self.tail.endswith("/") else separator
            self._runs.append(Run(glue, last.bold, last.italic))
        self._runs += text.runs
        self._whole = None
        self.tail = text.text
        self._said.add(_words(text))

    def says(self, text: RichText) -> bool:
        """Tell whether this very wording was put in already."""
        return _words(text) in self._said

    def finished(self) -> RichText:
        """Return the whole text."""
        return join_runs(self._runs) if self._whole is None else self._whole


def _words(text: RichText) -> str:
    return " ".join(text.text.split())


@dataclass(slots=True)
class DeliverableBuilder:
    """A product and its deadline in the making."""

    product: Wording
    deadline: Wording
    place: Place

    def finished(self) -> DraftDeliverable:
        """Return the deliverable."""
        return DraftDeliverable(self.product.finished(), self.deadline.finished(), self.place)


@dataclass(slots=True)
class TaskBuilder:
    """A task or sub-task in the making.

    Attributes:
        promoted_from: "letter" or "decimal" for a task that is numbered as a sub-task.
    """

    number: RowNumber | None
    content: Wording
    place: Place
    assignments: dict[AnnexColumn, Wording]
    deliverables: list[DeliverableBuilder] = field(default_factory=list)
    subtasks: list["TaskBuilder"] = field(default_factory=list)
    promoted_from: str = ""

    @classmethod
    def begin(cls, line: AnnexLine, number: RowNumber | None, content: RichText) -> "TaskBuilder":
        """Start a task with the words of ``line``; merged cells above count as its own."""
        task = cls(
            number,
            Wording(content),
            line.place,
            {column: Wording(line.whole(column)) for column in ASSIGNMENTS},
        )
        product, deadline = line.whole(AnnexColumn.PRODUCT), line.whole(AnnexColumn.DEADLINE)
        if product or deadline:
            task.deliver(product, deadline, line.place)
        return task

    @property
    def source_number(self) -> str:
        """The number as written."""
        return self.number.text if self.number else ""

    def deliver(self, product: RichText, deadline: RichText, place: Place) -> None:
        """Add a deliverable."""
        self.deliverables.append(DeliverableBuilder(Wording(product), Wording(deadline), place))

    def growing(self, column: AnnexColumn, place: Place) -> Wording:
        """Return the text that a second half of ``column`` belongs to."""
        if column is AnnexColumn.CONTENT:
            return self.content
        if column in self.assignments:
            return self.assignments[column]
        if not self.deliverables:
            self.deliver(RichText(), RichText(), place)
        last = self.deliverables[-1]
        return last.product if column is AnnexColumn.PRODUCT else last.deadline

    def tails(self) -> dict[AnnexColumn, str]:
        """Return the words that each column ends with so far; empty columns are absent."""
        texts = {AnnexColumn.CONTENT: self.content, **self.assignments}
        if self.deliverables:
            texts[AnnexColumn.PRODUCT] = self.deliverables[-1].product
            texts[AnnexColumn.DEADLINE] = self.deliverables[-1].deadline
        return {column: wording.tail for column, wording in texts.items() if wording}

    def finished(self) -> DraftTask:
        """Return the task."""
        return DraftTask(
            source_number=self.source_number,
            content=self.content.finished(),
            place=self.place,
            deliverables=tuple(deliverable.finished() for deliverable in self.deliverables),
            lead=self.assignments[AnnexColumn.LEAD].finished(),
            cooperating=self.assignments[AnnexColumn.COOPERATING].finished(),
            monitor=self.assignments[AnnexColumn.MONITOR].finished(),
            note=self.assignments[AnnexColumn.NOTE].finished(),
            subtasks=tuple(subtask.finished() for subtask in self.subtasks),
        )


@dataclass(slots=True)
class SectionBuilder:
    """A section in the making."""

    number: RowNumber | None
    title: Wording
    place: Place
    tasks: list[TaskBuilder] = field(default_factory=list)

    @property
    def source_number(self) -> str:
        """The number as written."""
        return self.number.text if self.number else ""

    def finished(self) -> DraftSection:
        """Return the section; a title wholly bold loses the bold, which the form sets itself."""
        title = self.title.finished()
        if title and all(run.bold for run in title.runs if run.text.strip()):
            title = RichText.from_runs(Run(run.text, italic=run.italic) for run in title.runs)
        return DraftSection(
            self.source_number, title, self.place, tuple(task.finished() for task in self.tasks)
        )
