"""A plan as it stood at one moment, whole, and as bytes that can be kept and read again.

The bytes are JSON, packed.  They say by themselves how they are written (``format``), so that
what is kept today can be read when the program's own classes have changed.
"""

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cchc_desktop.domain.deadline import Deadline
from cchc_desktop.domain.errors import StorageDamaged
from cchc_desktop.domain.iso_days import from_iso, to_iso
from cchc_desktop.domain.office import Letterhead, LetterheadId, Signer, SigningAuthority
from cchc_desktop.domain.packed_readings import (
    pack_agencies,
    pack_deadline,
    unpack_agencies,
    unpack_deadline,
)
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
    TaskNumbering,
)
from cchc_desktop.domain.plan_text import PlanDocument, PlanText
from cchc_desktop.domain.plan_text_snapshot import pack_text, unpack_text
from cchc_desktop.domain.rich_text import RichText

FORMAT = 1
_BROKEN = (zlib.error, ValueError, KeyError, TypeError, AttributeError)
"""What reading bytes raises that are no snapshot, or one cut short."""


@dataclass(frozen=True, slots=True)
class PlanSnapshot:
    """All of a plan at one moment ("bản chụp kế hoạch").

    What the program understood of wordings is in it only where the officer set it by hand;
    the rest follows from the words.

    Attributes:
        letterhead: The office's details in force on its day.
    """

    plan: Plan
    text: PlanText
    document: PlanDocument
    letterhead: Letterhead

    def encode(self) -> bytes:
        """Return the snapshot as bytes; the same plan gives the same bytes."""
        content = {
            "format": FORMAT,
            "plan": _pack_plan(self.plan),
            "text": pack_text(self.text),
            "document": _pack_document(self.document),
            "letterhead": _pack_letterhead(self.letterhead),
        }
        packed = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return zlib.compress(packed.encode(), 9)

    @classmethod
    def decode(cls, content: bytes) -> "PlanSnapshot":
        """Read what ``encode`` wrote.

        Raises:
            StorageDamaged: The bytes are no snapshot.
        """
        try:
            data = json.loads(zlib.decompress(content))
            plan = _unpack_plan(data["plan"])
            return cls(
                plan,
                unpack_text(data["text"]),
                _unpack_document(data["document"], plan.id),
                _unpack_letterhead(data["letterhead"]),
            )
        except _BROKEN as error:
            raise StorageDamaged(file="") from error

    def says_the_same(self, other: "PlanSnapshot") -> bool:
        """Tell whether both hold the same words, styles, order and details.

        What is understood of the words, and the office's details, are left out.
        """
        return (
            _pack_plan(self.plan, with_readings=False)
            == _pack_plan(other.plan, with_readings=False)
            and pack_text(self.text) == pack_text(other.text)
            and _pack_document(self.document) == _pack_document(other.document)
        )


def _pack_plan(plan: Plan, *, with_readings: bool = True) -> dict[str, Any]:
    parent = plan.parent_document
    return {
        "id": plan.id,
        "year": plan.year,
        "last_year": plan.last_year,
        "milestones": list(plan.milestones),
        "title": plan.title,
        "annex_number": plan.annex_number,
        "task_numbering": plan.task_numbering.value,
        "parent": {
            "type_name": parent.type_name,
            "number": parent.number,
            "symbol": parent.symbol,
            "issued_on": to_iso(parent.issued_on),
            "issuer": parent.issuer,
        },
        "sections": [
            {
                "id": section.id,
                "number": section.number,
                "title": section.title.markup,
                "tasks": [_pack_task(task, with_readings) for task in section.tasks],
            }
            for section in plan.sections
        ],
    }


def _unpack_plan(data: Mapping[str, Any]) -> Plan:
    parent = data["parent"]
    return Plan(
        id=PlanId(data["id"]),
        year=data["year"],
        title=data["title"],
        annex_number=data["annex_number"],
        parent_document=ParentDocument(
            parent["type_name"],
            parent["number"],
            parent["symbol"],
            from_iso(parent["issued_on"]),
            parent["issuer"],
        ),
        task_numbering=TaskNumbering(data["task_numbering"]),
        sections=tuple(
            Section(
                SectionId(section["id"]),
                section["number"],
                RichText.from_markup(section["title"]),
                _unpack_tasks(section["tasks"]),
            )
            for section in data["sections"]
        ),
        last_year=data["last_year"],
        milestones=tuple(data["milestones"]),
    )


def _pack_task(task: PlanTask, with_readings: bool) -> dict[str, Any]:  # noqa: FBT001
    return {
        "id": task.id,
        "number": task.number,
        "content": task.content.markup,
        "note": task.note.markup,
        "lead": _pack_assignment(task.lead, with_readings),
        "cooperating": _pack_assignment(task.cooperating, with_readings),
        "monitor": _pack_assignment(task.monitor, with_readings),
        "deliverables": [
            {
                "id": deliverable.id,
                "product": deliverable.product.markup,
                "deadline": deliverable.deadline.text.markup,
                "by_hand": pack_deadline(deliverable.deadline.reading)
                if with_readings and deliverable.deadline.is_set_by_hand
                else None,
            }
            for deliverable in task.deliverables
        ],
        "subtasks": [_pack_task(sub, with_readings) for sub in task.subtasks],
    }


def _unpack_tasks(rows: Sequence[Mapping[str, Any]]) -> tuple[PlanTask, ...]:
    return tuple(
        PlanTask(
            id=TaskId(row["id"]),
            number=row["number"],
            content=RichText.from_markup(row["content"]),
            deliverables=tuple(
                Deliverable(
                    DeliverableId(item["id"]),
                    RichText.from_markup(item["product"]),
                    _unpack_deadline(item["deadline"], item["by_hand"]),
                )
                for item in row["deliverables"]
            ),
            lead=_unpack_assignment(row["lead"]),
            cooperating=_unpack_assignment(row["cooperating"]),
            monitor=_unpack_assignment(row["monitor"]),
            note=RichText.from_markup(row["note"]),
            subtasks=_unpack_tasks(row["subtasks"]),
        )
        for row in rows
    )


def _unpack_deadline(markup: str, by_hand: Mapping[str, Any] | None) -> Deadline:
    text = RichText.from_markup(markup)
    if by_hand is None:
        return Deadline(text)
    return Deadline(text, unpack_deadline(by_hand), is_set_by_hand=True)


def _pack_assignment(assignment: Assignment, with_readings: bool) -> dict[str, Any]:  # noqa: FBT001
    is_kept = with_readings and assignment.is_set_by_hand
    by_hand = pack_agencies(assignment.reading) if is_kept else None
    return {"text": assignment.text.markup, "by_hand": by_hand}


def _unpack_assignment(data: Mapping[str, Any]) -> Assignment:
    text = RichText.from_markup(data["text"])
    if data["by_hand"] is None:
        return Assignment(text)
    return Assignment(text, unpack_agencies(data["by_hand"]), is_set_by_hand=True)


def _pack_document(document: PlanDocument) -> dict[str, Any]:
    return {
        "type_name": document.type_name,
        "recipients": list(document.recipients),
        "signer": _pack_signer(document.signer) if document.signer else None,
    }


def _unpack_document(data: Mapping[str, Any], plan_id: PlanId) -> PlanDocument:
    signer = data["signer"]
    return PlanDocument(
        plan_id,
        data["type_name"],
        tuple(data["recipients"]),
        _unpack_signer(signer) if signer else None,
    )


def _pack_letterhead(letterhead: Letterhead) -> dict[str, Any]:
    return {
        "id": letterhead.id,
        "parent": letterhead.parent,
        "name": letterhead.name,
        "place": letterhead.place,
        "symbol": letterhead.symbol,
        "standing_agency": letterhead.standing_agency,
        "standing_symbol": letterhead.standing_symbol,
        "signer": _pack_signer(letterhead.signer),
        "valid_from": to_iso(letterhead.valid_from),
        "valid_to": to_iso(letterhead.valid_to),
    }


def _unpack_letterhead(data: Mapping[str, Any]) -> Letterhead:
    return Letterhead(
        LetterheadId(data["id"]),
        data["parent"],
        data["name"],
        data["place"],
        data["symbol"],
        data["standing_agency"],
        data["standing_symbol"],
        _unpack_signer(data["signer"]),
        from_iso(data["valid_from"]),
        from_iso(data["valid_to"]),
    )


def _pack_signer(signer: Signer) -> dict[str, str]:
    return {
        "authority": signer.authority.value,
        "body": signer.body,
        "position": signer.position,
        "name": signer.name,
        "head_position": signer.head_position,
    }


def _unpack_signer(data: Mapping[str, str]) -> Signer:
    return Signer(
        SigningAuthority(data["authority"]),
        data["body"],
        data["position"],
        data["name"],
        data["head_position"],
    )
