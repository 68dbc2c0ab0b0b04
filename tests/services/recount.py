"""Counts a plan from the raw rows of the data file, by rules written here once more.

Nothing of the program's own judging or counting is used: only what a plan's words mean and
whom a group stands for.
"""

import sqlite3
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from cchc_desktop.domain.deadline import DeadlineKind
from cchc_desktop.domain.period import ReportingPeriod
from cchc_desktop.domain.plan import Plan

ON_TIME, LATE, DOING, NOT_DUE, OVERDUE, WAITING, DROPPED = (
    "done_on_time",
    "done_late",
    "in_progress",
    "not_due",
    "overdue",
    "not_arisen",
    "dropped",
)
DONE = {ON_TIME, LATE}


@dataclass
class Counted:
    states: dict = field(default_factory=dict)
    by_section: dict = field(default_factory=lambda: defaultdict(list))
    by_agency: dict = field(default_factory=lambda: defaultdict(list))
    documents: int = 0
    reported: set = field(default_factory=set)


def rows(path: Path, sql: str) -> list[sqlite3.Row]:
    db = sqlite3.connect(path)
    db.row_factory = sqlite3.Row
    try:
        return db.execute(sql).fetchall()
    finally:
        db.close()


def percent(done: int, whole: int) -> Decimal | None:
    if not whole:
        return None
    return (Decimal(done * 10000) / whole / 100).quantize(Decimal("0.01"), ROUND_HALF_UP)


def one_piece(deliverable, records, periods, day, year) -> str:
    """How one product stands: ``records`` are raw rows with their period, in order."""
    reading = deliverable.deadline.reading
    said = [
        (p, r)
        for p, r in records
        if r["statement"] and not (r["statement"] == "done" and (r["done_on"] or "") > str(day))
    ]
    last = said[-1] if said else None
    word = last[1]["statement"] if last else None
    if word == "dropped":
        return DROPPED
    under_way = word not in ("not_started", "not_arisen") and any(
        r["statement"] in ("in_progress", "done") or r["result"] for _, r in records
    )
    due = reading.due
    if reading.kind is DeadlineKind.RECURRING:
        if word == "done" and last[0].last_day >= date(year, 12, 1):
            return ON_TIME
        if word != "done" and day > date(year, 12, 31):
            return OVERDUE
        due = None
        if word == "done":
            return DOING
    if word == "done":
        first = last
        for p, r in reversed(said):
            if r["statement"] != "done":
                break
            first = (p, r)
        done_on = first[1]["done_on"] or last[1]["done_on"]
        if due is None:
            return ON_TIME
        if done_on:
            return ON_TIME if done_on <= str(due) else LATE
        return ON_TIME if due >= first[0].first_day else LATE
    if due and day > due:
        return OVERDUE
    if word == "not_arisen":
        return WAITING
    if under_way:
        return DOING
    return WAITING if reading.kind is DeadlineKind.EVENT else NOT_DUE


def together(states: list[str]) -> str:
    left = [s for s in states if s != DROPPED]
    if not left:
        return DROPPED if states else NOT_DUE
    if OVERDUE in left:
        return OVERDUE
    if set(left) <= DONE:
        return LATE if LATE in left else ON_TIME
    if set(left) == {WAITING}:
        return WAITING
    return NOT_DUE if set(left) <= {NOT_DUE, WAITING} else DOING


def recount(
    path: Path,
    plan: Plan,
    periods: list[ReportingPeriod],
    period: ReportingPeriod,
    day: date,
    leads_of,
) -> Counted:
    """Count; ``leads_of(task)`` gives the leading agencies and whether each answers alone."""
    order = {p.key.code: p for p in periods}
    own = defaultdict(list)
    for row in rows(path, "SELECT * FROM progress"):
        p = order[row["period"]]
        if p.order <= period.order:
            own[row["deliverable_id"], row["agency_id"]].append((p, row))
    counted = Counted()
    for section in plan.sections:
        for task in section.tasks:
            every, of_agency = [], defaultdict(list)
            for leaf in (task, *task.subtasks):
                leads, each = leads_of(leaf)
                for product in leaf.deliverables:
                    for agency in leads if each else [None]:
                        records = sorted(own[product.id, agency], key=lambda pair: pair[0].order)
                        state = one_piece(product, records, order, day, plan.year)
                        every.append(state)
                        for who in leads if agency is None else [agency]:
                            of_agency[who].append(state)
                        inside = [
                            r
                            for p, r in records
                            if p.first_day >= period.first_day and p.last_day <= period.last_day
                        ]
                        if inside:
                            counted.reported.update(leads if agency is None else [agency])
            counted.states[task.id] = together(every)
            counted.by_section[section.id].append(together(every))
            for who, states in of_agency.items():
                counted.by_agency[who].append(together(states))
    numbers = set()
    for row in rows(
        path,
        "SELECT evidence.*, progress.period FROM evidence"
        " JOIN progress ON progress.id = progress_id",
    ):
        p = order[row["period"]]
        if p.first_day >= period.first_day and p.last_day <= period.last_day and row["number"]:
            numbers.add((row["number"], row["issued_on"]))
    counted.documents = len(numbers)
    return counted


def done_before(path, plan, periods, period, leads_of) -> set:
    """The tasks that were finished, as recorded, the day before a period began."""
    earlier = [p for p in periods if p.last_day < period.first_day]
    if not earlier:
        return set()
    last = max(earlier, key=lambda p: p.order)
    day = period.first_day - timedelta(days=1)
    counted = recount(path, plan, periods, last, day, leads_of)
    return {task_id for task_id, state in counted.states.items() if state in DONE}
