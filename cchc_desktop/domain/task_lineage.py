"""A task followed across years: what it carries on, and what carries it on."""

from dataclasses import dataclass

from cchc_desktop.domain.plan import PlanId, TaskId
from cchc_desktop.domain.task_origin import OriginReason


@dataclass(frozen=True, slots=True)
class LineageStep:
    """A task of another year in the line of a task ("đời nhiệm vụ").

    Attributes:
        plan_id: Its plan, or None where the task was deleted meanwhile.
        plan_term: What its plan is: "năm 2024".
        place: Its place there: "II.3".
        content: What it says, or "" where it was deleted.
        reason: Why the later of the two tasks was made from the earlier.
    """

    task_id: TaskId
    plan_id: PlanId | None
    plan_term: str
    place: str
    content: str
    reason: OriginReason


@dataclass(frozen=True, slots=True)
class TaskLineage:
    """Where a task came from and what became of it ("quá trình chuyển tiếp nhiệm vụ").

    Attributes:
        origins: The nearest year first.
        followers: The nearest year first.
    """

    origins: tuple[LineageStep, ...] = ()
    followers: tuple[LineageStep, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.origins or self.followers)
