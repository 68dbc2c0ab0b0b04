"""What the sample office recorded in its year, read from a data file and set on its plan.

A task is named as it is printed ("I.3.b").  Where each member of a leading group answers
for its own part, an entry names the members it holds for, or those it does not hold for.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from cchc_desktop.domain.agency import AgencyCatalogue, AgencyId
from cchc_desktop.domain.data_file import Table
from cchc_desktop.domain.errors import TaskUnknown
from cchc_desktop.domain.period import PeriodKey
from cchc_desktop.domain.plan import DeliverableId, Plan
from cchc_desktop.domain.plan_places import find_task
from cchc_desktop.domain.progress import Evidence, EvidenceId, Occurrence, Statement
from cchc_desktop.domain.tracking import TrackedState


@dataclass(frozen=True)
class SampleWork:
    """What one or several agencies say of a piece of work ("kết quả mẫu").

    Attributes:
        entry: Where it stands in the data file, for errors.
        task: The task's printed number: "I.3.b".
        product: Which of its products, from 1.
        agencies: The members it holds for, or () where it is not for named ones.
        all_but: Every member but these; None where ``agencies`` says whom, or nobody.
    """

    entry: Table
    task: str
    product: int
    agencies: tuple[str, ...]
    all_but: tuple[str, ...] | None
    statement: Statement | None
    done_on: date | None
    percent: int | None
    milestones_met: int | None
    result: str
    difficulties: str
    proposals: str
    document: Evidence | None


@dataclass(frozen=True)
class SampleEvent:
    """Something that a deadline waited for and that happened ("sự việc mẫu")."""

    entry: Table
    task: str
    product: int
    happened_on: date
    due: date | None
    document: str


@dataclass(frozen=True)
class SampleCollection:
    """The reports that came in on one day ("lượt nhận báo cáo mẫu").

    Attributes:
        agencies: Whose they are; () stands for all that no other collection names.
    """

    entry: Table
    received_on: date
    agencies: tuple[str, ...]


@dataclass(frozen=True)
class SamplePeriod:
    """One reporting period of the sample office ("kỳ báo cáo mẫu").

    Attributes:
        is_closed: Whether its report is drawn up and the period locked.
    """

    entry: Table
    code: str
    is_closed: bool
    collections: tuple[SampleCollection, ...]
    works: tuple[SampleWork, ...]


@dataclass(frozen=True)
class SampleProgress:
    """All that the sample office recorded ("tiến độ mẫu")."""

    events: tuple[SampleEvent, ...]
    periods: tuple[SamplePeriod, ...]


def parse_sample_progress(data: Mapping[str, object], source: str) -> SampleProgress:
    """Return what a data file holds; ``source`` names the file in errors.

    Raises:
        CatalogueDamaged: Something in it does not hold.
    """
    file = Table(data, source)
    file.allow("event", "period")
    return SampleProgress(
        tuple(_event(entry) for entry in file.tables("event")),
        tuple(_period(entry) for entry in file.tables("period")),
    )


def _event(entry: Table) -> SampleEvent:
    entry.allow("task", "product", "happened_on", "due", "document")
    return SampleEvent(
        entry,
        entry.text("task"),
        _product(entry),
        _day(entry, "happened_on"),
        entry.day("due"),
        entry.text("document"),
    )


def _period(entry: Table) -> SamplePeriod:
    entry.allow("code", "is_closed", "collection", "work")
    return SamplePeriod(
        entry,
        entry.text("code"),
        entry.flag("is_closed"),
        tuple(_collection(item) for item in entry.tables("collection")),
        tuple(_work(item) for item in entry.tables("work")),
    )


def _collection(entry: Table) -> SampleCollection:
    entry.allow("received_on", "agencies")
    return SampleCollection(entry, _day(entry, "received_on"), entry.texts("agencies"))


def _work(entry: Table) -> SampleWork:
    entry.allow(
        "task", "product", "agencies", "all_but", "statement", "done_on", "percent",
        "milestones_met", "result", "difficulties", "proposals", "document",
    )  # fmt: skip
    if entry.has("agencies") and entry.has("all_but"):
        entry.refuse("agencies and all_but exclude each other")
    percent = entry.number("percent") if entry.has("percent") else None
    if percent is not None and not 0 <= percent <= 100:
        entry.refuse(f"percent is out of range: {percent}")
    return SampleWork(
        entry=entry,
        task=entry.text("task"),
        product=_product(entry),
        agencies=entry.texts("agencies"),
        all_but=entry.texts("all_but") if entry.has("all_but") else None,
        statement=entry.choice("statement", Statement) if entry.has("statement") else None,
        done_on=entry.day("done_on"),
        percent=percent,
        milestones_met=entry.number("milestones_met") if entry.has("milestones_met") else None,
        result=entry.text("result", ""),
        difficulties=entry.text("difficulties", ""),
        proposals=entry.text("proposals", ""),
        document=_document(entry.table("document")) if entry.has("document") else None,
    )


def _document(entry: Table) -> Evidence:
    entry.allow("number", "day", "subject")
    return Evidence(
        EvidenceId(0), entry.text("number"), _day(entry, "day"), subject=entry.text("subject")
    )


def _product(entry: Table) -> int:
    return entry.number("product") if entry.has("product") else 1


def _day(entry: Table, key: str) -> date:
    day = entry.day(key)
    if day is None:
        entry.refuse(f"{key} is missing")
    return day


@dataclass(frozen=True)
class SampleReader:
    """Finds in a plan what entries of the data file are about ("bộ dò kế hoạch mẫu")."""

    plan: Plan
    catalogue: AgencyCatalogue

    def key(self, period: SamplePeriod, known: Sequence[PeriodKey]) -> PeriodKey:
        """Return the period that an entry means.

        Raises:
            CatalogueDamaged: There is no such period.
        """
        key = PeriodKey(self.plan.year, period.code)
        if key not in known:
            period.entry.refuse(f"unknown period: {period.code}")
        return key

    def occurrence(self, event: SampleEvent) -> Occurrence:
        """Return an event as it is recorded.

        Raises:
            CatalogueDamaged: There is no such task or product.
        """
        product = self._product(event.entry, event.task, event.product)
        return Occurrence(product, event.happened_on, event.due, event.document)

    def states(
        self, works: Sequence[SampleWork], states: Sequence[TrackedState]
    ) -> tuple[tuple[SampleWork, TrackedState], ...]:
        """Return each entry with the pieces of work it holds for, in the entries' order.

        Raises:
            CatalogueDamaged: An entry names no task, product or member, or speaks of work
                that another one spoke of.
        """
        found: list[tuple[SampleWork, TrackedState]] = []
        spoken: set[tuple[DeliverableId, AgencyId | None]] = set()
        of_product: dict[DeliverableId, list[TrackedState]] = {}
        for state in states:
            if state.item.deliverable is not None:
                of_product.setdefault(state.item.deliverable.id, []).append(state)
        for work in works:
            product = self._product(work.entry, work.task, work.product)
            for state in self._of_members(work, of_product.get(product, [])):
                piece = (product, state.item.agency_id)
                if piece in spoken:
                    work.entry.refuse(f"said twice: {work.task}")
                spoken.add(piece)
                found.append((work, state))
        return tuple(found)

    def agencies(self, entry: Table, names: Sequence[str]) -> tuple[AgencyId, ...]:
        """Return the agencies of these names or short names.

        Raises:
            CatalogueDamaged: There is no such agency.
        """
        known = {n: a.id for a in self.catalogue.agencies for n in (a.short_name, a.name) if n}
        for name in names:
            if name not in known:
                entry.refuse(f"unknown agency: {name}")
        return tuple(known[name] for name in names)

    def _of_members(
        self, work: SampleWork, states: Sequence[TrackedState]
    ) -> tuple[TrackedState, ...]:
        members = [state.item.agency_id for state in states]
        if members == [None]:
            if work.agencies or work.all_but is not None:
                work.entry.refuse(f"is not followed by member: {work.task}")
            return tuple(states)
        if not work.agencies and work.all_but is None:
            work.entry.refuse(f"does not say for which members: {work.task}")
        names = work.agencies or work.all_but or ()
        named = self.agencies(work.entry, names)
        for agency_id, name in zip(named, names, strict=True):
            if agency_id not in members:
                work.entry.refuse(f"does not lead {work.task}: {name}")
        is_for_named = bool(work.agencies)
        return tuple(s for s in states if (s.item.agency_id in named) is is_for_named)

    def _product(self, entry: Table, task: str, product: int) -> DeliverableId:
        try:
            found = find_task(self.plan, task)
        except TaskUnknown:
            entry.refuse(f"unknown task: {task}")
        if not 1 <= product <= len(found.deliverables):
            entry.refuse(f"unknown product of {task}: {product}")
        return found.deliverables[product - 1].id
