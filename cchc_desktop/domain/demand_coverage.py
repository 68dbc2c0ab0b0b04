"""What of the demands from above a plan answers, what it does not, and what it answers late.

A demand is compared with a plan by its last day: the deadline that its words give, else the
end of its milestone's year.  Our last day is that of the answer that comes last.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from cchc_desktop.domain.deadline_reading import understand_deadline
from cchc_desktop.domain.demand import Demand, DemandAnswer
from cchc_desktop.domain.demand_milestone import milestones, own_milestones
from cchc_desktop.domain.demand_words import recurs_each_year
from cchc_desktop.domain.plan import Plan, PlanId, PlanKey, PlanTask
from cchc_desktop.domain.plan_rows import RowKind, plan_rows
from cchc_desktop.domain.plan_text import PassageKind, PlanText, TextPart
from cchc_desktop.domain.registered_document import DocumentId, RegisteredDocument
from cchc_desktop.domain.vietnamese import one_line


class CoverageState(StrEnum):
    """How a plan stands to a demand ("tình trạng đáp ứng")."""

    ANSWERED = "answered"
    LATER = "later"
    """Answered, but by a day after the one that is asked."""
    UNANSWERED = "unanswered"
    MET = "met"
    """Met already, whatever the plan says."""


@dataclass(frozen=True, slots=True)
class CoverageAnswer:
    """What in the plan answers a demand, as an officer would name it ("nội dung trả lời").

    Attributes:
        place: "Phụ lục II.3.a)" of a task, "Mục I.2.b" of a passage.
        text: Its words, on one line.
        deadline: Its deadline as worded; a milestone as "Năm 2025".
        due: Its last day, or None where its words give none.
        is_later: Whether that is after the demand's last day.
    """

    answer: DemandAnswer
    place: str
    text: str
    deadline: str = ""
    due: date | None = None
    is_later: bool = False


@dataclass(frozen=True, slots=True)
class DemandCoverage:
    """A demand and what the plan does about it ("mức đáp ứng một yêu cầu").

    Attributes:
        due: The last day that is asked, or None where nothing says it.
        answers: In the plan's order.
        elsewhere: The other plans that answer it too.
    """

    demand: Demand
    state: CoverageState
    due: date | None
    answers: tuple[CoverageAnswer, ...] = ()
    elsewhere: tuple[PlanKey, ...] = ()

    @property
    def our_due(self) -> date | None:
        """The last day of the answer that comes last, or None."""
        return max((answer.due for answer in self.answers if answer.due), default=None)

    @property
    def asked(self) -> str:
        """By when it is asked, in words: its own deadline, else "Năm 2025"."""
        milestone = self.demand.milestone
        return self.demand.deadline or (f"Năm {milestone}" if milestone else "")


@dataclass(frozen=True, slots=True)
class DocumentCoverage:
    """What the plan does about one document above ("mức đáp ứng một văn bản")."""

    document: RegisteredDocument
    demands: tuple[DemandCoverage, ...]

    def count(self, state: CoverageState) -> int:
        """Return how many of its demands stand so."""
        return sum(item.state is state for item in self.demands)


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a plan does about all that is asked of it ("bảng đối chiếu yêu cầu cấp trên").

    Attributes:
        title: The plan's title.
        documents: Those that ask something of the plan's time, in the register's order.
    """

    plan_id: PlanId
    key: PlanKey
    title: str
    documents: tuple[DocumentCoverage, ...] = ()

    def items(self) -> Iterator[tuple[RegisteredDocument, DemandCoverage]]:
        """Yield every demand with its document."""
        for document in self.documents:
            for item in document.demands:
                yield document.document, item

    def count(self, state: CoverageState) -> int:
        """Return how many demands stand so."""
        return sum(document.count(state) for document in self.documents)

    @property
    def total(self) -> int:
        """The number of demands."""
        return sum(len(document.demands) for document in self.documents)


def cover(
    plan: Plan,
    text: PlanText,
    documents: Iterable[RegisteredDocument],
    demands: Iterable[Demand],
    plans: Mapping[PlanId, PlanKey],
) -> Coverage:
    """Return how ``plan`` stands to all demands that concern its time.

    Args:
        plan: The plan with its task annex.
        text: The plan's text, numbered.
        documents: The register; only what binds and is in force in the plan's time counts.
        demands: All demands, in their documents' order.
        plans: All plans, to name those that answer a demand too.
    """
    answers = answers_of(plan, text)
    by_document: dict[DocumentId, list[Demand]] = {}
    for demand in demands:
        by_document.setdefault(demand.document_id, []).append(demand)
    covered = []
    for document in documents:
        if not concerns(document, plan.key):
            continue
        items = tuple(
            _cover(demand, document, plan, answers, plans)
            for demand in by_document.get(document.id or DocumentId(0), [])
            if demand.is_open_in(plan.year)
        )
        if items:
            covered.append(DocumentCoverage(document, items))
    return Coverage(plan.id, plan.key, plan.title, tuple(covered))


def concerns(document: RegisteredDocument, key: PlanKey) -> bool:
    """Tell whether a document binds a plan: it is in force on some day of the plan's time."""
    first, last = date(key.year, 1, 1), date(key.last_year or key.year, 12, 31)
    return (
        document.is_binding
        and (document.issued_on is None or document.issued_on <= last)
        and (document.ended_on is None or document.ended_on >= first)
    )


def demand_due(demand: Demand, document: RegisteredDocument, plan_year: int) -> date | None:
    """Return the last day on which a demand is met in time, or None where nothing says it.

    A deadline of every year is that of the plan's year.
    """
    year = demand.milestone or (document.issued_on.year if document.issued_on else plan_year)
    if demand.deadline:
        year = plan_year if recurs_each_year(demand.deadline) else year
        due = understand_deadline(demand.deadline, year).due
        if due is not None:
            return due
    return date(demand.milestone, 12, 31) if demand.milestone else None


def answers_of(plan: Plan, text: PlanText) -> dict[DemandAnswer, CoverageAnswer]:
    """Return all in a plan that can answer a demand: its tasks, then the passages of its text."""
    found: dict[DemandAnswer, CoverageAnswer] = {}
    for row in plan_rows(plan):
        if row.task is not None and row.key.kind in (RowKind.TASK, RowKind.SUBTASK):
            answer = _of_task(plan, row.task, f"Phụ lục {row.place_name}")
            found[answer.answer] = answer
    for part in text.parts:
        places = passage_places(part)
        for passage, place, year in zip(part.passages, places, milestones(part), strict=True):
            words = one_line(passage.text.text)
            if passage.id is None or not words or passage.kind is PassageKind.BASIS:
                continue
            own = own_milestones(words)
            last = max(own) if own else year
            key = DemandAnswer(plan.id, passage_id=passage.id)
            found[key] = CoverageAnswer(
                key,
                f"Mục {place}" if place else "Lời mở đầu",
                words,
                f"Năm {last}" if last else "",
                date(last, 12, 31) if last else None,
            )
    return found


def passage_places(part: TextPart) -> tuple[str, ...]:
    """Return where each passage stands, as an officer would name it: "III.2.1.a", "III.2.(1)"."""
    above: list[tuple[int, str]] = []
    places = []
    for passage in part.passages:
        rank = passage.kind.rank
        limit = rank or passage.level + 1
        while above and above[-1][0] >= limit:
            above.pop()
        number = passage.number.strip().rstrip(".-–").strip()
        if not number.startswith("("):
            number = number.rstrip(")")
        if passage.kind in (PassageKind.SUBITEM, PassageKind.MINOR) and "." in number:
            # "2.1" says again which item it is of.
            number = number.rpartition(".")[2]
        if rank and number not in ("", "+"):
            above.append((rank, number))
        places.append(".".join(name for _, name in above))
    return tuple(places)


def _cover(
    demand: Demand,
    document: RegisteredDocument,
    plan: Plan,
    answers: Mapping[DemandAnswer, CoverageAnswer],
    plans: Mapping[PlanId, PlanKey],
) -> DemandCoverage:
    due = demand_due(demand, document, plan.last_year or plan.year)
    linked = frozenset(demand.answers)
    ours = tuple(_compared(answers[key], due, plan.year) for key in answers if key in linked)
    if demand.met_on is not None:
        state = CoverageState.MET
    elif not ours:
        state = CoverageState.UNANSWERED
    else:
        is_later = any(answer.is_later for answer in ours)
        state = CoverageState.LATER if is_later else CoverageState.ANSWERED
    others = {answer.plan_id for answer in demand.answers} - {plan.id}
    elsewhere = sorted((plans[other] for other in others if other in plans), key=str)
    return DemandCoverage(demand, state, due, ours, tuple(elsewhere))


def _compared(answer: CoverageAnswer, due: date | None, year: int) -> CoverageAnswer:
    """Say whether an answer is late: by its last day, else when its plan begins after it."""
    last = answer.due or date(year, 1, 1)
    return replace(answer, is_later=due is not None and last > due)


def _of_task(plan: Plan, task: PlanTask, place: str) -> CoverageAnswer:
    deadlines = [item.deadline for owner in (task, *task.subtasks) for item in owner.deliverables]
    words = dict.fromkeys(one_line(item.text.text) for item in deadlines if item.text)
    return CoverageAnswer(
        DemandAnswer(plan.id, task_id=task.id),
        place,
        one_line(task.content.text),
        "; ".join(words),
        max((item.reading.due for item in deadlines if item.reading.due), default=None),
    )
