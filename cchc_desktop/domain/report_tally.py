"""Makes the figures of a report out of its facts, each with what it was made from."""

from collections.abc import Iterable, Mapping, Sequence

from cchc_desktop.domain.days_and_numbers import count_text
from cchc_desktop.domain.plan import TaskId
from cchc_desktop.domain.progress import ProgressId
from cchc_desktop.domain.progress_state import ProgressState
from cchc_desktop.domain.progress_summary import StateCounts, percent
from cchc_desktop.domain.report_documents import IssuedDocument
from cchc_desktop.domain.report_facts import LeafFacts, ReportFacts
from cchc_desktop.domain.report_figures import (
    Figure,
    FigureList,
    FigureRule,
    percent_text,
)


def tally(facts: ReportFacts) -> FigureList:
    """Return every figure that a report on ``facts`` may print, by its code."""
    figures: list[Figure] = []
    summary = facts.summary
    progress_ids: dict[TaskId, list[ProgressId]] = {}
    for leaf in facts.leaves:
        of_task = progress_ids.setdefault(leaf.counted_task.id, [])
        of_task += (i for piece in leaf.pieces for i in piece.progress_ids)
    figures += _group("whole", "", summary.whole, facts, progress_ids)
    for section in facts.plan.sections:
        counts = summary.by_section[section.id]
        name = section.title.text
        figures += _group(f"section.{section.id}", name, counts, facts, progress_ids)
        figures.append(_documents(f"section.{section.id}.documents", facts, section.id))
    for agency_id, counts in summary.by_agency.items():
        name = facts.agency_names.get(agency_id, "")
        figures += _group(f"agency.{agency_id}", name, counts, facts, progress_ids)
    figures.append(_documents("documents", facts, None))
    by_type: dict[str, list[IssuedDocument]] = {}
    for document in facts.documents:
        by_type.setdefault(document.type_name, []).append(document)
    for name, documents in by_type.items():
        ids = tuple(i for d in documents for i in d.progress_ids)
        figures.append(
            _count(f"documents.{name}", FigureRule.DOCUMENTS_OF_TYPE, len(documents), name, ids=ids)
        )
    figures += _of_agencies(facts)
    for leaf in facts.leaves:
        figures += _of_leaf(leaf)
    due = tuple(dict.fromkeys(leaf.task.id for leaf, _ in facts.due_next))
    again = tuple(leaf.task.id for leaf in facts.recurring_next)
    title = facts.following.title
    figures.append(_count("next.due", FigureRule.DUE_NEXT, len(due), title, tasks=due))
    figures.append(_count("next.recurring", FigureRule.RECURRING_NEXT, len(again), tasks=again))
    return FigureList.of(figures)


def _group(
    code: str,
    subject: str,
    counts: StateCounts,
    facts: ReportFacts,
    progress_ids: Mapping[TaskId, Sequence[ProgressId]],
) -> Iterable[Figure]:
    every = tuple(task_id for ids in counts.tasks.values() for task_id in ids)
    dropped = set(counts.tasks.get(ProgressState.DROPPED, ()))
    finished = {s: counts.tasks.get(s, ()) for s in ProgressState if s.is_done}
    done = tuple(task_id for ids in finished.values() for task_id in ids)
    in_period = tuple(task_id for task_id in done if task_id in facts.done_in_period)
    left = tuple(task_id for task_id in every if task_id not in dropped)

    def records(tasks: Sequence[TaskId]) -> tuple[ProgressId, ...]:
        return tuple(i for task_id in tasks for i in progress_ids.get(task_id, ()))

    yield _count(f"{code}.total", FigureRule.TASKS, len(every), subject, tasks=every)
    yield _count(
        f"{code}.applicable",
        FigureRule.APPLICABLE,
        len(left),
        subject,
        tasks=left,
        inputs=(f"{code}.total", f"{code}.{ProgressState.DROPPED.value}"),
    )
    for state in ProgressState:
        tasks = counts.tasks.get(state, ())
        yield _count(
            f"{code}.{state.value}",
            FigureRule.IN_STATE,
            len(tasks),
            subject,
            tasks=tasks,
            ids=records(tasks),
            state=state,
        )
    yield _count(
        f"{code}.done",
        FigureRule.DONE,
        len(done),
        subject,
        tasks=done,
        ids=records(done),
        inputs=tuple(f"{code}.{state.value}" for state in finished),
    )
    yield _count(
        f"{code}.done_in_period",
        FigureRule.DONE_IN_PERIOD,
        len(in_period),
        subject,
        tasks=in_period,
        ids=records(in_period),
    )
    share = percent(len(done), len(left))
    yield Figure(
        f"{code}.done_percent",
        share,
        percent_text(share),
        FigureRule.DONE_PERCENT,
        (f"{code}.done", f"{code}.applicable"),
        subject,
    )


def _documents(code: str, facts: ReportFacts, section_id: int | None) -> Figure:
    documents = facts.documents
    subject = ""
    for section in facts.plan.sections:
        if section.id == section_id:
            documents, subject = facts.documents_of[section.id], section.title.text
    ids = tuple(i for d in documents for i in d.progress_ids)
    return _count(code, FigureRule.DOCUMENTS, len(documents), subject, ids=ids)


def _of_agencies(facts: ReportFacts) -> Iterable[Figure]:
    reported, silent = len(facts.reported), len(facts.silent)
    yield _count("agencies.reported", FigureRule.AGENCIES_REPORTED, reported)
    yield _count("agencies.silent", FigureRule.AGENCIES_SILENT, silent)
    yield _count(
        "agencies.expected",
        FigureRule.AGENCIES_EXPECTED,
        reported + silent,
        inputs=("agencies.reported", "agencies.silent"),
    )


def _of_leaf(leaf: LeafFacts) -> Iterable[Figure]:
    task, ids = leaf.task, tuple(i for p in leaf.pieces for i in p.progress_ids)
    code, name, tasks = f"task.{task.id}", task.content.text, (task.id,)
    if leaf.verdict.days_late:
        late = leaf.verdict.days_late
        yield _count(f"{code}.days_late", FigureRule.DAYS_LATE, late, name, tasks=tasks, ids=ids)
    if leaf.members:
        every, done = leaf.members_applicable, len(leaf.members_done)
        yield _count(f"{code}.members", FigureRule.MEMBERS, every, name, tasks=tasks)
        yield _count(
            f"{code}.members_done", FigureRule.MEMBERS_DONE, done, name, tasks=tasks, ids=ids
        )
        told, rule = len(leaf.members_reported), FigureRule.MEMBERS_REPORTED
        yield _count(f"{code}.members_reported", rule, told, name, tasks=tasks, ids=ids)


def _count(
    code: str,
    rule: FigureRule,
    value: int,
    subject: str = "",
    *,
    inputs: tuple[str, ...] = (),
    state: ProgressState | None = None,
    tasks: tuple[TaskId, ...] = (),
    ids: tuple[ProgressId, ...] = (),
) -> Figure:
    text = count_text(value)
    return Figure(code, value, text, rule, inputs, subject, state, tasks, tuple(dict.fromkeys(ids)))
