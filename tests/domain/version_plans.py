"""Snapshots of small plans, and edits of them whose effect is known."""

from datetime import date

from cchc_desktop.domain.deadline import Deadline
from cchc_desktop.domain.office import Letterhead, LetterheadId, Signer, SigningAuthority
from cchc_desktop.domain.plan import (
    Assignment,
    Deliverable,
    DeliverableId,
    ParentDocument,
    Plan,
    PlanId,
    PlanTask,
    Section,
    SectionId,
    TaskId,
)
from cchc_desktop.domain.plan_snapshot import PlanSnapshot
from cchc_desktop.domain.plan_text import (
    Passage,
    PassageKind,
    PlanDocument,
    PlanText,
    TextPart,
    TextPartKind,
)
from cchc_desktop.domain.plan_text_numbering import numbered
from cchc_desktop.domain.report_text import LiveText
from cchc_desktop.domain.rich_text import RichText

CHAIR = Signer(SigningAuthority.COLLECTIVE, "Ủy ban nhân dân", "Chủ tịch", "Họ Tên Người Ký")
HEAD = Letterhead(LetterheadId(1), "UBND tỉnh A", "UBND huyện B", "B", signer=CHAIR)

NO_TEXT = PlanText()


def rich(text: str) -> RichText:
    return RichText.from_markup(text)


def passage(kind: PassageKind, text: str, level: int = 0) -> Passage:
    return Passage(kind, LiveText(rich(text)), kind.rank or level)


def body(*passages: Passage, title: str = "Cải cách hành chính năm 2025") -> PlanText:
    part = TextPart(TextPartKind.BODY, LiveText(rich(title)), numbered(passages))
    return PlanText((part,))


def task(number: int, content: str, *subtasks: PlanTask, **cells: str) -> PlanTask:
    return PlanTask(
        id=TaskId(number),
        number=cells.get("label", str(number)),
        content=rich(content),
        deliverables=(
            Deliverable(
                DeliverableId(number * 10),
                rich(cells.get("product", f"Báo cáo {number}")),
                Deadline(rich(cells.get("deadline", "Quý I/2025"))),
            ),
        ),
        lead=Assignment(rich(cells.get("lead", "Phòng Nội vụ"))),
        cooperating=Assignment(rich(cells.get("cooperating", "UBND các xã"))),
        note=rich(cells.get("note", "")),
        subtasks=subtasks,
    )


def sections(*groups: tuple[str, tuple[PlanTask, ...]]) -> tuple[Section, ...]:
    return tuple(
        Section(SectionId(place), "I" * place, rich(title), tasks)
        for place, (title, tasks) in enumerate(groups, 1)
    )


def snapshot(
    text: PlanText = NO_TEXT,
    parts: tuple[Section, ...] = (),
    plan_id: int = 1,
    year: int = 2025,
    number: str = "395",
) -> PlanSnapshot:
    parent = ParentDocument(number=number, issued_on=date(year - 1, 12, 8) if number else None)
    plan = Plan(PlanId(plan_id), year, f"NHIỆM VỤ NĂM {year}", "", parent, sections=parts)
    return PlanSnapshot(plan, text, PlanDocument(PlanId(plan_id)), HEAD)
