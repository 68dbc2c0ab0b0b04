"""Small plans for the checks, read as the program reads them."""

import tomllib
from collections.abc import Sequence
from datetime import date
from itertools import count
from pathlib import Path

from cchc_desktop.domain.agency import (
    Agency,
    AgencyCatalogue,
    AgencyGroup,
    AgencyId,
    AgencyKind,
    GroupId,
)
from cchc_desktop.domain.agency_reading import AgencyReader
from cchc_desktop.domain.checks.context import Cell, CheckContext
from cchc_desktop.domain.checks.finding import Finding, FindingPlace
from cchc_desktop.domain.checks.reference import (
    CheckReference,
    parse_abbreviations,
    parse_common_words,
    parse_type_symbols,
)
from cchc_desktop.domain.deadline import Deadline
from cchc_desktop.domain.deadline_reading import understand_deadline
from cchc_desktop.domain.office import Letterhead, LetterheadId
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
    section_number,
    subtask_number,
    task_number,
)
from cchc_desktop.domain.rich_text import RichText, Run

YEAR = 2024
_CATALOGUES = Path(__file__).parents[3] / "resources" / "catalogues"


def _read(name: str) -> dict[str, object]:
    return tomllib.loads((_CATALOGUES / name).read_text(encoding="utf-8"))


REFERENCE = CheckReference(
    parse_abbreviations(_read("abbreviations.toml"), "abbreviations.toml"),
    parse_type_symbols(_read("document-types.toml"), "document-types.toml"),
    parse_common_words(_read("common-words.toml"), "common-words.toml"),
)


def _agency(number: int, name: str, kind: AgencyKind, **more: object) -> Agency:
    return Agency(AgencyId(number), name, kind, **more)  # type: ignore[arg-type]


CATALOGUE = AgencyCatalogue(
    (
        _agency(1, "Ủy ban nhân dân huyện Hạ Lâm", AgencyKind.OFFICE, short_name="UBND huyện"),
        _agency(2, "Phòng Nội vụ", AgencyKind.DEPARTMENT, aliases=("Phòng NV",)),
        _agency(3, "Phòng Tư pháp", AgencyKind.DEPARTMENT),
        _agency(4, "Phòng Tài chính - Kế hoạch", AgencyKind.DEPARTMENT),
        _agency(
            5, "Phòng Lao động", AgencyKind.DEPARTMENT,
            valid_to=date(2023, 12, 15), successor_id=AgencyId(2),
        ),
        _agency(
            6, "Phòng Công Thương", AgencyKind.DEPARTMENT,
            valid_to=date(2020, 6, 30), successor_id=AgencyId(5),
        ),
        _agency(7, "Ủy ban nhân dân xã Mây", AgencyKind.COMMUNE, short_name="UBND xã Mây"),
        _agency(8, "Ủy ban nhân dân Phường Chiến Thắng", AgencyKind.COMMUNE),
    ),
    (
        AgencyGroup(
            GroupId(1), "Các phòng, ban, ngành", kinds=frozenset({AgencyKind.DEPARTMENT})
        ),
        AgencyGroup(GroupId(2), "UBND các xã, thị trấn", kinds=frozenset({AgencyKind.COMMUNE})),
    ),
)  # fmt: skip
LETTERHEAD = Letterhead(
    LetterheadId(1), "Ủy ban nhân dân tỉnh Vĩnh Xuân", "Ủy ban nhân dân huyện Hạ Lâm", "Hạ Lâm"
)
_READER = AgencyReader(
    AgencyCatalogue(tuple(a for a in CATALOGUE.agencies if a.id != AgencyId(6)), CATALOGUE.groups),
    date(2023, 12, 1),
)
_ids = count(1)


def raw(text: str) -> RichText:
    """Words kept exactly as given, as a file written by another program may hold them."""
    return RichText((Run(text),)) if text else RichText()


def assigned(text: str) -> Assignment:
    return Assignment(raw(text), _READER.read(text))


def product(words: str, deadline: str) -> Deliverable:
    reading = understand_deadline(deadline, YEAR)
    return Deliverable(DeliverableId(next(_ids)), raw(words), Deadline(raw(deadline), reading))


def task(
    content: str = "Tuyên truyền về công tác dân vận",
    product_words: str = "Báo cáo",
    deadline: str = "Quý II",
    lead: str = "Phòng Nội vụ",
    cooperating: str = "",
    note: str = "",
    more: Sequence[tuple[str, str]] = (),
    subtasks: Sequence[PlanTask] = (),
) -> PlanTask:
    """A task that nothing is wrong with, but for what is given."""
    first = [(product_words, deadline)] if product_words or deadline else []
    return PlanTask(
        TaskId(next(_ids)),
        "",
        raw(content),
        tuple(product(*pair) for pair in (*first, *more)),
        assigned(lead),
        assigned(cooperating),
        note=raw(note),
        subtasks=tuple(_numbered(subtasks, subtask_number)),
    )


def heading(content: str, *subtasks: PlanTask) -> PlanTask:
    return task(content, "", "", "", subtasks=subtasks)


def section(*tasks: PlanTask, title: str = "CẢI CÁCH THỂ CHẾ") -> Section:
    return Section(SectionId(next(_ids)), "", raw(title), tuple(_numbered(tasks, task_number)))


def plan_of(
    *parts: Section | PlanTask, year: int = YEAR, title: str = "", **parent: object
) -> Plan:
    tasks = [part for part in parts if isinstance(part, PlanTask)]
    sections = [part for part in parts if isinstance(part, Section)]
    if tasks:
        sections.insert(0, section(*tasks))
    annex_number = str(parent.pop("annex_number", ""))
    return Plan(
        PlanId(1),
        year,
        title or f"NHIỆM VỤ NĂM {year}",
        annex_number,
        ParentDocument(**parent),  # type: ignore[arg-type]
        sections=tuple(_numbered(sections, section_number)),
    )


def context(*parts: Section | PlanTask, previous: Plan | None = None, **details) -> CheckContext:
    return context_of(plan_of(*parts, **details), previous)


def context_of(plan: Plan, previous: Plan | None = None) -> CheckContext:
    return CheckContext(plan, CATALOGUE, LETTERHEAD, date(2024, 11, 20), previous, REFERENCE)


def words_of(finding: Finding, context: CheckContext) -> str:
    """The words a finding points at, "" when it means a whole row or cell."""
    place = finding.place
    if place.span is None:
        return ""
    cell = next(c for c in context.cells if _is_at(c, place))
    return cell.text[place.span[0] : place.span[1]]


def _is_at(cell: Cell, place: FindingPlace) -> bool:
    return (
        (cell.row.key if cell.row else None) == place.row
        and cell.field == place.field
        and (cell.node.passage.id if cell.node else None) == place.passage
        and cell.part == place.part
        and cell.table_cell == place.table_cell
    )


def _numbered(items, number_of):
    from dataclasses import replace

    return [replace(item, number=number_of(place)) for place, item in enumerate(items, 1)]
