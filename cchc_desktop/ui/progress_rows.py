"""The rows of the progress table: sections, what stands above pieces of work, and the pieces."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from cchc_desktop.domain.plan import Deliverable, PlanTask, Section
from cchc_desktop.domain.progress_state import Verdict
from cchc_desktop.domain.tracking import TrackedState
from cchc_desktop.services.progress import WorkRef


class RowKind(StrEnum):
    """What a row of the progress table stands for."""

    SECTION = "section"
    TASK = "task"
    """Stands above sub-tasks, products or members; what it says is put together from them."""
    WORK = "work"
    """One piece of work: the rows that can be written in."""


class RowKey(NamedTuple):
    """Names a row across reloads.

    Attributes:
        id: Of the section or the task.
        product: Of the product where the task has several or members answer for it, else 0.
        agency: Of the member that answers for it, else 0.
    """

    kind: RowKind
    id: int
    product: int = 0
    agency: int = 0


@dataclass(frozen=True, slots=True)
class ProgressRow:
    """One row of the progress table.

    Attributes:
        above: Where the row it belongs under stands among all rows, or -1.
        level: How far it stands in.
        title: The words of its wide cell.
        product: The product written below them, or "".
        agency: Who answers for it.
        state: The piece of work; None for the rows above pieces.
        states: All pieces under it, itself among them.
        is_member: Whether it is one member's, shown only while the row above is open.
        has_members: Whether members stand below it.
        count_noun: What ``counts`` counts: "đơn vị", "sản phẩm", "nhiệm vụ con"; or "".
        counts: How many parts below it are done, and how many there are.
        task_text: Words of its task to be searched in, one string for all of its members.
        own_text: Words of its own to be searched in.
    """

    key: RowKey
    above: int
    level: int
    section: Section
    title: str
    number: str = ""
    product: str = ""
    agency: str = ""
    task: PlanTask | None = None
    counted: PlanTask | None = None
    deliverable: Deliverable | None = None
    state: TrackedState | None = None
    states: tuple[TrackedState, ...] = ()
    verdict: Verdict | None = None
    is_member: bool = False
    has_members: bool = False
    count_noun: str = ""
    counts: tuple[int, int] = (0, 0)
    task_text: str = ""
    own_text: str = ""

    @property
    def work(self) -> WorkRef | None:
        """The piece of work for writing; None for rows that cannot be written in."""
        if self.state is None or self.task is None:
            return None
        item = self.state.item
        product = item.deliverable
        return WorkRef(self.task.id, product.id if product else None, item.agency_id)

    @property
    def counts_text(self) -> str:
        """How far the parts below it are: "37/40 đơn vị đã xong", or ""."""
        done, total = self.counts
        return f"{done}/{total} {self.count_noun} đã xong" if self.count_noun else ""

    @property
    def place_name(self) -> str:
        """How an officer names the row: "Lĩnh vực II", "Nhiệm vụ II.3", "… II.3 a), sản phẩm 2"."""
        if self.task is None:
            return f"Lĩnh vực {self.section.number}"
        counted = self.counted or self.task
        name = f"Nhiệm vụ {self.section.number}.{counted.number}"
        if counted is not self.task:
            name = f"{name} {self.task.number}"
        products = self.task.deliverables
        if self.deliverable is not None and len(products) > 1 and not self.is_whole_task:
            name = f"{name}, sản phẩm {products.index(self.deliverable) + 1}"
        return f"{name}, {self.agency}" if self.is_member else name

    @property
    def is_whole_task(self) -> bool:
        """Whether the row stands for a task with all its products."""
        return self.kind is RowKind.TASK and self.key.product == 0

    @property
    def kind(self) -> RowKind:
        """What it stands for."""
        return self.key.kind
