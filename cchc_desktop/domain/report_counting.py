"""Makes the facts of a report from a plan and all that is recorded on it.

What was finished in the period is what is finished at its end and was not at its beginning,
as recorded until then: a result that is recorded late is told in the first report after.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from cchc_desktop.domain.agency import AgencyCatalogue, AgencyId
from cchc_desktop.domain.checkpoints import checkpoints
from cchc_desktop.domain.deadline import DeadlineKind
from cchc_desktop.domain.period import ReportingPeriod
from cchc_desktop.domain.plan import Plan, TaskId
from cchc_desktop.domain.progress import (
    Evidence,
    FollowMode,
    Progress,
    ProgressBook,
    ProgressId,
)
from cchc_desktop.domain.progress_state import ProgressState, combine
from cchc_desktop.domain.progress_summary import summarise, unreported_work
from cchc_desktop.domain.report_documents import DocumentTypes, issued_documents
from cchc_desktop.domain.report_facts import (
    AgencyWords,
    LeafFacts,
    NextPeriod,
    PieceFacts,
    ReportFacts,
)
from cchc_desktop.domain.report_figures import FigureList
from cchc_desktop.domain.report_tally import tally
from cchc_desktop.domain.tracking import (
    TrackedState,
    Tracker,
    current_agency,
    follow_mode,
    task_verdicts,
)

_CLOSED = (ProgressState.DROPPED, ProgressState.DONE_ON_TIME, ProgressState.DONE_LATE)


@dataclass(frozen=True)
class ReportBasis:
    """What the facts of a report are made from ("nguồn số liệu").

    Attributes:
        periods: All periods of the year, in order.
        period: The period reported on.
        day: The day looked at.
    """

    plan: Plan
    catalogue: AgencyCatalogue
    book: ProgressBook
    periods: Sequence[ReportingPeriod]
    period: ReportingPeriod
    day: date
    states: tuple[TrackedState, ...]
    following: NextPeriod
    document_types: DocumentTypes


def report_facts(basis: ReportBasis) -> ReportFacts:
    """Return all that a report on the period can say."""
    summary = summarise(basis.plan, basis.states)
    pieces = _pieces(basis)
    leaves = _leaves(basis, pieces)
    done = {task_id for task_id, verdict in summary.verdicts.items() if verdict.state.is_done}
    documents = issued_documents(_proofs(pieces), basis.document_types)
    reported, silent = _reporting(basis, pieces)
    due_next = _due_next(basis, leaves)
    recurring = tuple(leaf for leaf in leaves if _is_recurring(leaf) and _is_open(leaf))
    facts = ReportFacts(
        plan=basis.plan,
        period=basis.period,
        day=basis.day,
        following=basis.following,
        agency_names={agency.id: agency.name for agency in basis.catalogue.agencies},
        summary=summary,
        done_in_period=frozenset(done - _done_before(basis)),
        leaves=leaves,
        documents=documents,
        documents_of={
            section.id: issued_documents(
                _proofs(p for p in pieces if p.state.item.section.id == section.id),
                basis.document_types,
            )
            for section in basis.plan.sections
        },
        reported=reported,
        silent=silent,
        difficulties=_said((p, p.difficulties) for p in pieces),
        proposals=_said((p, p.proposals) for p in pieces),
        due_next=due_next,
        recurring_next=recurring,
        figures=FigureList({}),
    )
    return replace(facts, figures=tally(facts))


def periods_within(
    period: ReportingPeriod, periods: Iterable[ReportingPeriod]
) -> tuple[ReportingPeriod, ...]:
    """Return the periods whose records tell of ``period``: itself and all that lie in it."""
    return tuple(
        p
        for p in periods
        if p.key == period.key
        or (p.first_day >= period.first_day and p.last_day <= period.last_day)
    )


def _pieces(basis: ReportBasis) -> tuple[PieceFacts, ...]:
    within = {p.key: p for p in periods_within(basis.period, basis.periods)}
    by_work: dict[tuple[int, AgencyId | None], list[Progress]] = {}
    for record in basis.book.records.values():
        if record.key.period in within and not record.is_blank:
            owner = record.key.agency_id
            for name in {owner, _heir(basis, owner)}:
                by_work.setdefault((record.key.deliverable_id, name), []).append(record)
    found = []
    for state in basis.states:
        item = state.item
        records: list[Progress] = []
        if item.deliverable is not None:
            records = by_work.get((item.deliverable.id, item.agency_id), [])
        ordered = sorted(records, key=lambda r: within[r.key.period].order)
        found.append(PieceFacts(state, tuple(ordered)))
    return tuple(found)


def _heir(basis: ReportBasis, agency_id: AgencyId | None) -> AgencyId | None:
    return None if agency_id is None else current_agency(basis.catalogue, agency_id, basis.day)


def _leaves(basis: ReportBasis, pieces: Sequence[PieceFacts]) -> tuple[LeafFacts, ...]:
    by_task: dict[TaskId, list[PieceFacts]] = {}
    for piece in pieces:
        by_task.setdefault(piece.state.item.task.id, []).append(piece)
    found = []
    for of_task in by_task.values():
        item = of_task[0].state.item
        members: dict[AgencyId, list[TrackedState]] = {}
        if follow_mode(item.task, basis.book.follow_modes) is FollowMode.EACH:
            for piece in of_task:
                if piece.state.item.agency_id is not None:
                    members.setdefault(piece.state.item.agency_id, []).append(piece.state)
        found.append(
            LeafFacts(
                section=item.section,
                task=item.task,
                parent=item.parent,
                verdict=combine([p.state.verdict for p in of_task]),
                pieces=tuple(of_task),
                members={a: combine([s.verdict for s in states]) for a, states in members.items()},
            )
        )
    return tuple(found)


def _done_before(basis: ReportBasis) -> set[TaskId]:
    """Return the tasks that earlier reports already told as finished."""
    first_day = basis.period.first_day
    earlier = [p for p in basis.periods if p.last_day < first_day]
    if not earlier:
        return set()
    last = max(earlier, key=lambda p: p.order)
    tracker = Tracker(basis.plan, basis.catalogue, basis.book, basis.periods)
    verdicts = task_verdicts(tracker.states(last, first_day - timedelta(days=1)))
    return {task_id for task_id, verdict in verdicts.items() if verdict.state.is_done}


def _proofs(pieces: Iterable[PieceFacts]) -> list[tuple[ProgressId, Evidence]]:
    return [
        (record.id or ProgressId(0), evidence)
        for piece in pieces
        for record in piece.records
        for evidence in record.evidence
    ]


def _reporting(
    basis: ReportBasis, pieces: Sequence[PieceFacts]
) -> tuple[tuple[AgencyId, ...], tuple[AgencyId, ...]]:
    reported: set[AgencyId] = set()
    for piece in pieces:
        if piece.records:
            reported.update(piece.agency_ids)
    expected: set[AgencyId] = set()
    for state in unreported_work(basis.states):
        item = state.item
        expected.update((item.agency_id,) if item.agency_id is not None else item.leads)
    in_order = [agency.id for agency in basis.catalogue.agencies]
    return (
        tuple(a for a in in_order if a in reported),
        tuple(a for a in in_order if a in expected - reported),
    )


def _said(words: Iterable[tuple[PieceFacts, str]]) -> tuple[AgencyWords, ...]:
    """Return what is said, the same words of the same task once, with all who say them."""
    found: dict[tuple[TaskId, str], dict[AgencyId, None]] = {}
    for piece, text in words:
        if text:
            said_by = found.setdefault((piece.state.item.task.id, text), {})
            said_by |= dict.fromkeys(piece.agency_ids)
    return tuple(AgencyWords(tuple(by), task_id, text) for (task_id, text), by in found.items())


def _is_open(leaf: LeafFacts) -> bool:
    return leaf.verdict.state not in _CLOSED


def _is_recurring(leaf: LeafFacts) -> bool:
    kinds = {p.state.item.deadline.kind for p in leaf.pieces}
    return DeadlineKind.RECURRING in kinds


def _due_next(
    basis: ReportBasis, leaves: Sequence[LeafFacts]
) -> tuple[tuple[LeafFacts, date], ...]:
    """Return the open work with a day of its own in the following period; turns are none."""
    found = []
    for leaf in leaves:
        days = []
        for piece in leaf.pieces:
            item, verdict = piece.state.item, piece.state.verdict
            if item.deliverable is None or verdict.state in _CLOSED:
                continue
            if item.deadline.kind is DeadlineKind.RECURRING:
                continue
            if item.deadline.kind is DeadlineKind.EVENT and verdict.due is None:
                # The event may be recorded with a day that lies after the day looked at.
                continue
            occurrence = basis.book.occurrences.get(item.deliverable.id)
            points = checkpoints(item.deadline, basis.plan.year, occurrence)
            days += [
                point.due
                for point in points
                if basis.day < point.due <= basis.following.last_day
                and (verdict.due is None or point.due >= verdict.due)
            ]
        if days:
            found.append((leaf, min(days)))
    return tuple(sorted(found, key=lambda pair: pair[1]))
