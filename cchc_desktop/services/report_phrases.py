"""The phrases a report is drafted from: a task and its result, a document, a list of names."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from cchc_desktop.domain.agency import AgencyId
from cchc_desktop.domain.days_and_numbers import count_text, running_day
from cchc_desktop.domain.plan import PlanTask
from cchc_desktop.domain.progress_state import ProgressState
from cchc_desktop.domain.report_documents import DocumentTypes, IssuedDocument, citations
from cchc_desktop.domain.report_facts import AgencyWords, LeafFacts, PieceFacts, ReportFacts
from cchc_desktop.domain.report_text import LiveText, Part, joined, live
from cchc_desktop.domain.vietnamese import comparison_key, fold, one_line, tidy

MOST_NAMES = 10
"""A sentence names so many; the annex has them all."""

MOST_RESULTS = 5
"""Of a task that a group leads, so many results are told; the annex has them all."""

_CAPITALS = frozenset({"UBND", "ISO", "CQĐT", "VBQPPL", "CBCCVC", "AI", "AN"})
_VOWELS = frozenset("aeiouy")


def flat(text: str) -> str:
    """Return an officer's words on one line, without the stop at their end."""
    lines = [line.rstrip(" .;,") for line in tidy(text).split("\n")]
    return "; ".join(line for line in lines if line)


def task_words(task: PlanTask) -> str:
    """Return what a task is, as a sentence takes it up."""
    return one_line(task.content.text).rstrip(" .;:,")


def work_words(leaf: LeafFacts) -> str:
    """Return what a task is; a sub-task with the task above it, which says what it is part of."""
    words = task_words(leaf.task)
    return f"{task_words(leaf.parent)} - {words}" if leaf.parent else words


def lead_words(task: PlanTask) -> str:
    """Return who leads a task, in the plan's own words."""
    return one_line(task.lead.text.text).rstrip(" .;:,")


def section_title(title: str, known: Mapping[str, str]) -> str:
    """Return a section's title as a heading in small letters writes it.

    A title in capitals does not say which words are names: a title that the program's own
    lists know is written as there, in others only abbreviations keep their capitals.
    """
    title = one_line(title)
    if title != title.upper():
        return title
    if comparison_key(title) in known:
        return known[comparison_key(title)]
    small = " ".join(_small(word) for word in title.split())
    return small[:1].upper() + small[1:]


def _small(word: str) -> str:
    letters = re.sub(r"\W|\d", "", word)
    has_vowel = any(char in _VOWELS for char in fold(letters))
    is_short_form = len(letters) > 1 and (letters in _CAPITALS or not has_vowel)
    return word if is_short_form else word.lower()


def names(ids: Iterable[AgencyId], facts: ReportFacts) -> str:
    """Return the names of agencies: the first of them, and how many others there are."""
    return some([facts.agency_names.get(agency_id, "") for agency_id in ids], "đơn vị")


def some(words: Sequence[str], what: str, separator: str = ", ") -> str:
    """Return the first of ``words``, and how many others of ``what`` there are."""
    shown = [word for word in words if word]
    if len(shown) <= MOST_NAMES:
        return separator.join(shown)
    rest = len(shown) - MOST_NAMES
    return f"{separator.join(shown[:MOST_NAMES])} và {count_text(rest)} {what} khác"


def speakers(words: AgencyWords, facts: ReportFacts) -> str:
    """Return who says something: the agencies, or the task where none is recognised."""
    found = names(words.agency_ids, facts)
    if found:
        return found
    task = next(leaf.task for leaf in facts.leaves if leaf.task.id == words.task_id)
    return lead_words(task) or f"Nhiệm vụ “{task_words(task)}”"


def said_lines(said: Iterable[AgencyWords], facts: ReportFacts) -> list[Part]:
    """Return a line for each thing that agencies say, in their words; the same is said once."""
    lines = (f"- {speakers(words, facts)}: {flat(words.text)}." for words in said)
    return list(dict.fromkeys(lines))


def result_line(leaf: LeafFacts, facts: ReportFacts, types: DocumentTypes) -> LiveText:
    """Return a task with what came of it in the period: "- Kiểm tra: đã … (Kế hoạch số …)."."""
    told: list[Part] = []
    if leaf.members:
        told.append(members_words(leaf, facts))
    told += _results(leaf, facts)
    if not told and leaf.verdict.state.is_done:
        told.append(_done_words(leaf))
    proofs = [e for piece in leaf.pieces for e in piece.evidence]
    documents = some(citations(proofs, types), "văn bản", "; ")
    what = joined(told, "; ")
    if documents:
        what = joined([what, f"({documents})"], " ") if told else live("có {d}", d=documents)
    if leaf.verdict.state is ProgressState.DONE_LATE and leaf.verdict.days_late:
        days = facts.figures[f"task.{leaf.task.id}.days_late"]
        what = live("{what}; chậm {days} ngày so với thời hạn", what=what, days=days)
    return live("- {task}: {what}.", task=work_words(leaf), what=what)


def members_words(leaf: LeafFacts, facts: ReportFacts) -> LiveText:
    """Return how far the members are: "37/40 đơn vị đã hoàn thành".

    Of work that comes back all year nobody is finished before its end; there it counts who
    has something to show: "37/40 đơn vị đã có kết quả".
    """
    code = f"task.{leaf.task.id}"
    which, what = ("reported", "đã có kết quả") if leaf.is_in_turns else ("done", "đã hoàn thành")
    return live(
        "{count}/{members} đơn vị {what}",
        count=facts.figures[f"{code}.members_{which}"],
        members=facts.figures[f"{code}.members"],
        what=what,
    )


def _results(leaf: LeafFacts, facts: ReportFacts) -> list[Part]:
    by_words: dict[str, list[PieceFacts]] = {}
    for piece in leaf.pieces:
        if piece.result:
            by_words.setdefault(flat(piece.result), []).append(piece)
    found: list[Part] = []
    for words, pieces in by_words.items():
        if leaf.members:
            found.append(f"{names((i for p in pieces for i in p.agency_ids), facts)}: {words}")
        else:
            found.append(words)
    if len(found) > MOST_RESULTS:
        every = [{i for p in pieces for i in p.agency_ids} for pieces in by_words.values()]
        named = set[AgencyId]().union(*every[:MOST_RESULTS])
        rest = len(set[AgencyId]().union(*every[MOST_RESULTS:]) - named)
        others = f"kết quả của {count_text(rest)} đơn vị khác" if rest else "kết quả khác"
        found = [*found[:MOST_RESULTS], f"{others} tại Phụ lục"]
    return found


def _done_words(leaf: LeafFacts) -> str:
    day = leaf.verdict.done_on
    return f"đã hoàn thành ngày {running_day(day)}" if day else "đã hoàn thành"


def overdue_line(leaf: LeafFacts, facts: ReportFacts) -> LiveText:
    """Return a late task: its day, by how much, who leads it, and why as far as was said."""
    told: list[Part] = []
    if leaf.verdict.due:
        days = facts.figures[f"task.{leaf.task.id}.days_late"]
        due = running_day(leaf.verdict.due)
        told.append(live("hạn {due}, quá hạn {days} ngày", due=due, days=days))
    told += _lead(leaf)
    if leaf.members:
        told.append(f"chưa hoàn thành: {names(leaf.members_open, facts)}")
    reasons = dict.fromkeys(
        flat(piece.difficulties)
        for piece in leaf.pieces
        if piece.difficulties and piece.state.verdict.state is ProgressState.OVERDUE
    )
    if reasons:
        told.append(f"nguyên nhân: {some(list(reasons), 'nguyên nhân', '; ')}")
    return _bracketed(leaf, told)


def due_line(leaf: LeafFacts, due: date) -> LiveText:
    """Return a task to come: its day and who leads it."""
    return _bracketed(leaf, [f"hạn {running_day(due)}", *_lead(leaf)])


def waiting_line(leaf: LeafFacts) -> LiveText:
    """Return a task that waits: what for, and who leads it."""
    told: list[Part] = []
    for piece in leaf.pieces:
        deliverable = piece.state.item.deliverable
        if deliverable is not None and deliverable.deadline.text:
            words = one_line(deliverable.deadline.text.text).rstrip(" .;,")
            told.append(f"thời gian: {words}")
            break
    return _bracketed(leaf, [*told, *_lead(leaf)])


def _lead(leaf: LeafFacts) -> list[Part]:
    return [f"chủ trì: {lead_words(leaf.task)}"] if lead_words(leaf.task) else []


def _bracketed(leaf: LeafFacts, told: Sequence[Part]) -> LiveText:
    inside = joined(told, "; ")
    if not inside:
        return live("- {task}.", task=work_words(leaf))
    return live("- {task} ({inside}).", task=work_words(leaf), inside=inside)


def documents_words(facts: ReportFacts) -> LiveText:
    """Return the documents issued in the period, counted and cited by type."""
    by_type: dict[str, list[IssuedDocument]] = {}
    for document in facts.documents:
        by_type.setdefault(document.type_name, []).append(document)
    parts = [
        live(
            "{count} {type} ({citations})",
            count=facts.figures[f"documents.{name}"],
            type=name[:1].lower() + name[1:],
            citations=some([d.citation for d in documents], "văn bản", "; "),
        )
        for name, documents in by_type.items()
    ]
    return live(
        "Trong kỳ, các cơ quan, đơn vị đã ban hành {count} văn bản thực hiện Kế hoạch, "
        "gồm: {parts}.",
        count=facts.figures["documents"],
        parts=joined(parts, "; "),
    )
