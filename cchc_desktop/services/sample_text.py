"""Writes the text of the sample plan, registers its documents and links what they demand."""

import re
from dataclasses import replace

from cchc_desktop.domain.demand import Demand
from cchc_desktop.domain.errors import CatalogueDamaged
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.plan_places import find_task
from cchc_desktop.domain.plan_skeleton import TextSkeleton, expand, paper_of
from cchc_desktop.domain.plan_text import PassageId, PassageKind, PlanText
from cchc_desktop.domain.registered_document import DocumentId
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.sample_text import SampleDemand, SampleText, parse_sample_text
from cchc_desktop.services.data_files import read_data_file
from cchc_desktop.services.session import Session

_FILE = "sample-text.toml"
_CITED = re.compile(r"\{document:([^{}]+)\}")


def load_sample_text() -> SampleText:
    """Return the sample plan's text as data; raises CatalogueDamaged where it does not hold."""
    return parse_sample_text(read_data_file("sample", _FILE), _FILE)


def write_sample_text(session: Session, year: int) -> None:
    """Give the sample plan its text, and the office its register and demands."""
    sample = load_sample_text()
    session.documents.add_many(sample.documents)
    ids = {d.full_symbol: d.id for d in session.documents.list() if d.id is not None}
    plan = session.plans.load_year(year)
    fields = {field.code: field.words for field in session.text.fields(plan.id)}
    skeleton = _citing(sample.skeleton, ids)
    agencies = session.text.draft_tasks_of_agencies(plan.id)
    text = expand(skeleton, plan, fields, agencies)
    session.text.write_text(plan.id, text, paper_of(skeleton, plan.id, fields))
    demands = [_demand(one, ids) for one in sample.demands]
    session.demands.add_many(demands)
    _link(session, plan, sample)


def _citing(skeleton: TextSkeleton, ids: dict[str, DocumentId]) -> TextSkeleton:
    """Let the skeleton's citations by symbol be fields of the documents registered."""

    def field(match: re.Match[str]) -> str:
        if match[1] not in ids:
            raise CatalogueDamaged(file=_FILE, reason=f"unknown document: {match[1]}")
        return f"{{document.{ids[match[1]]}}}"

    parts = (
        replace(
            part,
            lines=tuple(replace(line, words=_CITED.sub(field, line.words)) for line in part.lines),
        )
        for part in skeleton.parts
    )
    return replace(skeleton, parts=tuple(parts))


def _demand(one: SampleDemand, ids: dict[str, DocumentId]) -> Demand:
    return Demand(
        document_id=ids[one.document],
        kind=one.kind,
        text=RichText.plain(one.text),
        place=one.place,
        milestone=one.milestone,
        deadline=one.deadline,
        agencies=one.agencies,
    )


def _link(session: Session, plan: Plan, sample: SampleText) -> None:
    items = _items(session.text.load(plan.id))
    known = {(d.document_id, d.place): d for d in session.demands.all()}
    ids = {d.full_symbol: d.id for d in session.documents.list() if d.id is not None}
    for one in sample.demands:
        demand = known[ids[one.document], one.place]
        if demand.id is None or not (one.tasks or one.passages):
            continue
        tasks = [find_task(plan, name).id for name in one.tasks]
        session.demands.link(demand.id, plan.id, tasks, [items[name] for name in one.passages])


def _items(text: PlanText) -> dict[str, PassageId]:
    """Return the items of the text by part and item: "II.4"."""
    found: dict[str, PassageId] = {}
    part = ""
    for _, passage in text.passages():
        if passage.kind is PassageKind.PART:
            part = passage.number.rstrip(".")
        elif passage.kind is PassageKind.ITEM and passage.id is not None:
            found[f"{part}.{passage.number.rstrip('.')}"] = passage.id
    return found
