"""The sample office that ships with the program, read from its data file."""

from collections.abc import Mapping
from dataclasses import dataclass

from cchc_desktop.domain.annex_draft import DraftDeliverable, DraftSection, DraftTask
from cchc_desktop.domain.data_file import Table
from cchc_desktop.domain.office import OfficeLevel, Signer, SigningAuthority
from cchc_desktop.domain.plan import section_number, subtask_number, task_number
from cchc_desktop.domain.problem import Place
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.starter_catalogue import StarterAgency, parse_starter_agency

_NOWHERE = Place(file="", part="")


@dataclass(frozen=True, slots=True)
class SampleOffice:
    """An invented office with a year's plan ("cơ quan mẫu").

    Attributes:
        agencies: Its own agencies, beside those of the starter catalogue of its level.
        absent: Agencies of the starter catalogue that it does not have, by name.
        plan_title: The annex's title.
        sections: The plan as drafts, numbered as they will be printed.
    """

    level: OfficeLevel
    parent: str
    name: str
    place: str
    symbol: str
    standing_agency: str
    standing_symbol: str
    signer: Signer
    agencies: tuple[StarterAgency, ...]
    absent: tuple[str, ...]
    plan_year: int
    plan_title: str
    sections: tuple[DraftSection, ...]


def parse_sample(data: Mapping[str, object], source: str) -> SampleOffice:
    """Return the sample office that a data file holds; ``source`` names the file in errors.

    Raises:
        CatalogueDamaged: Something in it does not hold.
    """
    file = Table(data, source)
    file.allow("office", "agency", "plan")
    office, plan = file.table("office"), file.table("plan")
    office.allow(
        "level", "parent", "name", "place", "symbol", "standing_agency", "standing_symbol",
        "signer", "absent",
    )  # fmt: skip
    plan.allow("year", "title", "section")
    return SampleOffice(
        level=office.choice("level", OfficeLevel),
        parent=office.text("parent"),
        name=office.text("name"),
        place=office.text("place"),
        symbol=office.text("symbol"),
        standing_agency=office.text("standing_agency"),
        standing_symbol=office.text("standing_symbol"),
        signer=_parse_signer(office.table("signer")),
        agencies=tuple(parse_starter_agency(entry) for entry in file.tables("agency")),
        absent=office.texts("absent"),
        plan_year=plan.number("year"),
        plan_title=plan.text("title"),
        sections=tuple(
            _parse_section(entry, section_number(position))
            for position, entry in enumerate(plan.tables("section"), 1)
        ),
    )


def _parse_signer(entry: Table) -> Signer:
    entry.allow("authority", "body", "position", "name", "head_position")
    return Signer(
        entry.choice("authority", SigningAuthority),
        entry.text("body", ""),
        entry.text("position"),
        entry.text("name", ""),
        entry.text("head_position", ""),
    )


def _parse_section(entry: Table, number: str) -> DraftSection:
    entry.allow("title", "task")
    tasks = tuple(
        _parse_task(task, task_number(position))
        for position, task in enumerate(entry.tables("task"), 1)
    )
    return DraftSection(number, RichText.from_markup(entry.text("title")), _NOWHERE, tasks)


def _parse_task(entry: Table, number: str) -> DraftTask:
    entry.allow("content", "lead", "cooperating", "note", "deliverable", "subtask")
    deliverables = []
    for item in entry.tables("deliverable"):
        item.allow("product", "deadline")
        product, deadline = item.text("product"), item.text("deadline")
        deliverables.append(
            DraftDeliverable(
                RichText.from_markup(product), RichText.from_markup(deadline), _NOWHERE
            )
        )
    return DraftTask(
        number,
        RichText.from_markup(entry.text("content")),
        _NOWHERE,
        tuple(deliverables),
        lead=RichText.from_markup(entry.text("lead", "")),
        cooperating=RichText.from_markup(entry.text("cooperating", "")),
        note=RichText.from_markup(entry.text("note", "")),
        subtasks=tuple(
            _parse_task(subtask, subtask_number(position))
            for position, subtask in enumerate(entry.tables("subtask"), 1)
        ),
    )
