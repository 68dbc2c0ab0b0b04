"""What an importer understood of a task annex, before anything is written.

Drafts have no ids.  Each row remembers its place, so that the officer can be shown
where every word came from.
"""

from dataclasses import dataclass
from enum import StrEnum

from cchc_desktop.domain.plan import TaskNumbering
from cchc_desktop.domain.problem import Place, Problem
from cchc_desktop.domain.rich_text import EMPTY, RichText


class AnnexColumn(StrEnum):
    """The columns an annex may have ("cột của phụ lục")."""

    NUMBER = "number"
    CONTENT = "content"
    PRODUCT = "product"
    DEADLINE = "deadline"
    LEAD = "lead"
    COOPERATING = "cooperating"
    MONITOR = "monitor"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class ColumnProposal:
    """What one column of the source is taken for ("cột được nhận ra").

    Attributes:
        index: Which column of the source, from 0.
        heading: Its heading as written, "" if it has none.
        column: What it is taken for, or None when it is left out.
        examples: The first few filled cells, to judge by.
    """

    index: int
    heading: str
    column: AnnexColumn | None
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TableProposal:
    """A table of the source that may be the annex ("bảng được nhận ra").

    Attributes:
        index: Which table or sheet, from 0.
        name: "Bảng 2", or the sheet's name.
        title: The words found above it.
        row_count: Its rows, headings included.
        columns: What its columns are taken for.
        is_chosen: Whether this is the one proposed.
    """

    index: int
    name: str
    title: str
    row_count: int
    columns: tuple[ColumnProposal, ...]
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class DraftDeliverable:
    """A product and its deadline as the source words them ("sản phẩm trong tệp nhập")."""

    product: RichText
    deadline: RichText
    place: Place


@dataclass(frozen=True, slots=True)
class DraftTask:
    """A task as the source words it ("nhiệm vụ trong tệp nhập").

    Attributes:
        source_number: The STT as written, "" where Word numbers by itself or it is missing.
    """

    source_number: str
    content: RichText
    place: Place
    deliverables: tuple[DraftDeliverable, ...] = ()
    lead: RichText = EMPTY
    cooperating: RichText = EMPTY
    monitor: RichText = EMPTY
    note: RichText = EMPTY
    subtasks: tuple["DraftTask", ...] = ()


@dataclass(frozen=True, slots=True)
class DraftSection:
    """A section as the source words it ("lĩnh vực trong tệp nhập")."""

    source_number: str
    title: RichText
    place: Place
    tasks: tuple[DraftTask, ...] = ()


@dataclass(frozen=True, slots=True)
class AnnexDraft:
    """A whole annex as the source words it ("phụ lục đọc từ tệp").

    Attributes:
        title: The annex's title as found above the table, or "".
        attached_to: The bracketed line "(Ban hành kèm theo …)" as found, or "".
        tables: All tables of the source with the proposal for each.
        problems: All that the officer should know, in the order of the source.
    """

    source_name: str
    title: str
    attached_to: str
    task_numbering: TaskNumbering
    sections: tuple[DraftSection, ...]
    tables: tuple[TableProposal, ...]
    problems: tuple[Problem, ...]

    @property
    def task_count(self) -> int:
        """The number of tasks, counted by STT as in ``Plan.task_count``."""
        return sum(len(section.tasks) for section in self.sections)

    @property
    def subtask_count(self) -> int:
        """The number of sub-tasks."""
        return sum(len(task.subtasks) for section in self.sections for task in section.tasks)
