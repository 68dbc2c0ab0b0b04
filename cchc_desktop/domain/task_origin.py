"""Where a task came from: the task of an earlier plan that it carries on."""

from dataclasses import dataclass
from enum import StrEnum

from cchc_desktop.domain.plan import TaskId


class OriginReason(StrEnum):
    """Why a task was carried over ("lý do chuyển tiếp")."""

    REPEATED = "repeated"
    """It is done every year."""
    UNFINISHED = "unfinished"
    """It was not finished."""
    OF_PERIOD = "of_period"
    """It is this year's share of a task of a plan for several years."""


@dataclass(frozen=True, slots=True)
class TaskOrigin:
    """The task that another one carries on ("nguồn gốc nhiệm vụ").

    Attributes:
        task_id: The later task.
        origin_id: The earlier task; it may be deleted meanwhile.
        origin_plan: What the earlier plan was: "năm 2024", "giai đoạn 2021-2025".
        origin_place: Its place there: "II.3".
    """

    task_id: TaskId
    origin_id: TaskId
    origin_plan: str
    origin_place: str
    reason: OriginReason
