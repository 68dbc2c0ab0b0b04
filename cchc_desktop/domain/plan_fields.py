"""Live fields: words in a plan's text that follow the data.

A field is a mark in a wording (``LiveText``); its code says what it follows.  A registered
document is cited in full where it is named first and shortly after that
(``registered_document``).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from cchc_desktop.domain.agency import AgencyCatalogue, AgencyId
from cchc_desktop.domain.days_and_numbers import count_text
from cchc_desktop.domain.office import Letterhead
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.plan_text import Passage, PlanText, TextPart
from cchc_desktop.domain.registered_document import RegisteredDocument
from cchc_desktop.domain.report_text import FigureMark, LiveText

DOCUMENT = "document."
"""How the codes of fields begin that cite a registered document."""

_AGENCY = "agency."
_LEAD_COUNT = ".lead_count"


@dataclass(frozen=True, slots=True)
class LiveField:
    """A field that can stand in a text ("trường tự cập nhật").

    Attributes:
        code: What it follows.
        words: What it says now.
        subject: What it is about, where the code alone does not say: an agency's name, or the
            short citation of a document.
    """

    code: str
    words: str
    subject: str = ""


def plan_fields(
    plan: Plan,
    letterhead: Letterhead,
    catalogue: AgencyCatalogue,
    documents: Iterable[RegisteredDocument] = (),
) -> tuple[LiveField, ...]:
    """Return every field that can stand in the text of ``plan``, with what it says now."""
    return tuple(_fields(plan, letterhead, catalogue, documents))


def with_live_fields(
    text: PlanText, fields: Iterable[LiveField], documents: Iterable[RegisteredDocument] = ()
) -> PlanText:
    """Return the text with every field brought up to date, all else as it is.

    A field that follows nothing any more keeps the words it had.
    """
    words = {field.code: field.words for field in fields}
    return _Reader(words, {f"{DOCUMENT}{d.id}": d for d in documents}).read(text)


class _Reader:
    """Goes through a text once and knows which documents were cited so far."""

    def __init__(
        self, words: Mapping[str, str], documents: Mapping[str, RegisteredDocument]
    ) -> None:
        self._words = words
        self._documents = documents
        self._cited: set[str] = set()

    def read(self, text: PlanText) -> PlanText:
        return PlanText(tuple(self._part(part) for part in text.parts))

    def _part(self, part: TextPart) -> TextPart:
        title = self._live(part.title)
        return replace(part, title=title, passages=tuple(self._passage(p) for p in part.passages))

    def _passage(self, passage: Passage) -> Passage:
        if not passage.text.marks:
            return passage
        return replace(passage, text=self._live(passage.text))

    def _live(self, text: LiveText) -> LiveText:
        return text.with_words(self._words_of) if text.marks else text

    def _words_of(self, mark: FigureMark) -> str | None:
        document = self._documents.get(mark.code)
        if document is None:
            return self._words.get(mark.code)
        if mark.code in self._cited:
            return document.short_citation
        self._cited.add(mark.code)
        return document.full_citation


def _fields(
    plan: Plan,
    letterhead: Letterhead,
    catalogue: AgencyCatalogue,
    documents: Iterable[RegisteredDocument],
) -> Iterator[LiveField]:
    last = plan.last_year or plan.year
    yield LiveField("plan.year", str(plan.year))
    yield LiveField("plan.previous_year", str(plan.year - 1))
    yield LiveField("plan.next_year", str(last + 1))
    yield LiveField("plan.term", plan.term)
    yield LiveField("plan.task_count", count_text(plan.task_count))
    titled = sum(bool(section.title) for section in plan.sections)
    yield LiveField("plan.section_count", count_text(titled))
    yield LiveField("office.name", letterhead.name)
    yield LiveField("office.parent", letterhead.parent)
    yield LiveField("office.place", letterhead.place)
    yield LiveField("office.standing_agency", letterhead.standing_agency)
    leads = _lead_counts(plan)
    for agency in catalogue.agencies:
        count = leads.get(agency.id, 0)
        if count:
            code = f"{_AGENCY}{agency.id}{_LEAD_COUNT}"
            yield LiveField(code, count_text(count), agency.name)
    for document in documents:
        code = f"{DOCUMENT}{document.id}"
        yield LiveField(code, document.full_citation, document.short_citation)


def _lead_counts(plan: Plan) -> dict[AgencyId, int]:
    """Return how many tasks, counted by their STT, each agency leads by its own name."""
    counts: dict[AgencyId, int] = {}
    for section in plan.sections:
        for task in section.tasks:
            leading = {
                agency_id
                for one in (task, *task.subtasks)
                for agency_id in one.lead.reading.agency_ids
            }
            for agency_id in leading:
                counts[agency_id] = counts.get(agency_id, 0) + 1
    return counts
