"""Reads the line of a task across the plans of an office."""

from cchc_desktop.domain.carry_over import task_names
from cchc_desktop.domain.errors import RecordMissing
from cchc_desktop.domain.plan import Plan, PlanId, TaskId
from cchc_desktop.domain.task_lineage import LineageStep, TaskLineage
from cchc_desktop.domain.task_origin import OriginReason, TaskOrigin
from cchc_desktop.services.plans import PlanService
from cchc_desktop.storage.office_file import OfficeFile
from cchc_desktop.storage.task_origin_repository import (
    find_origin,
    load_followers,
    plan_of_task,
)


def read_lineage(file: OfficeFile, plans: PlanService, task_id: TaskId) -> TaskLineage:
    """Return what a task carries on and what carries it on, each the nearest first."""
    return _Reader(file, plans).read(task_id)


class _Reader:
    def __init__(self, file: OfficeFile, plans: PlanService) -> None:
        self._db = file.db
        self._service = plans
        self._plans: dict[PlanId, Plan] = {}

    def read(self, task_id: TaskId) -> TaskLineage:
        origins: list[LineageStep] = []
        seen = {task_id}
        current: TaskId | None = task_id
        while current is not None and (origin := find_origin(self._db, current)):
            step = self._earlier(origin)
            origins.append(step)
            current = step.task_id if step.plan_id is not None else None
            if current in seen:
                break
            seen.add(step.task_id)
        followers: list[LineageStep] = []
        queue = [task_id]
        known = {task_id}
        while queue:
            earlier = queue.pop(0)
            for origin in load_followers(self._db, earlier):
                if origin.task_id not in known:
                    known.add(origin.task_id)
                    queue.append(origin.task_id)
                    followers.append(self._later(origin))
        return TaskLineage(tuple(origins), tuple(followers))

    def _earlier(self, origin: TaskOrigin) -> LineageStep:
        plan = self._plan(origin.origin_id)
        # A later task has a higher id, so that of a deleted origin is not used again before it.
        if plan is None:
            place = origin.origin_place
            return LineageStep(origin.origin_id, None, origin.origin_plan, place, "", origin.reason)
        return self._step(plan, origin.origin_id, origin.reason)

    def _later(self, origin: TaskOrigin) -> LineageStep:
        plan = self._plan(origin.task_id)
        if plan is None:
            raise RecordMissing(kind="task", id=origin.task_id)
        return self._step(plan, origin.task_id, origin.reason)

    def _step(self, plan: Plan, task_id: TaskId, reason: OriginReason) -> LineageStep:
        task = next(task for task in plan.tasks() if task.id == task_id)
        place = task_names(plan)[task_id]
        return LineageStep(task_id, plan.id, plan.term, place, task.content.text, reason)

    def _plan(self, task_id: TaskId) -> Plan | None:
        plan_id = plan_of_task(self._db, task_id)
        if plan_id is None:
            return None
        if plan_id not in self._plans:
            self._plans[plan_id] = self._service.load(plan_id)
        return self._plans[plan_id]
