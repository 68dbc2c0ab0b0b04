"""How a plan writes names: the form most used for each agency, and what separates names."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from cchc_desktop.domain.agency import Agency, AgencyCatalogue, AgencyId, AgencyReading, Role
from cchc_desktop.domain.agency_names import Words, keys_of, words_of
from cchc_desktop.domain.assignment_pieces import GapKind, split_wording
from cchc_desktop.domain.plan import Assignment, Plan

Read = Callable[[str], AgencyReading]
"""Tells whom a wording names."""

USUAL_SEPARATOR = "; "


@dataclass(frozen=True)
class NameForms:
    """How a plan writes its agencies ("cách viết tên cơ quan").

    Attributes:
        separator: What the plan most often puts between names.
    """

    catalogue: AgencyCatalogue
    read: Read
    separator: str = USUAL_SEPARATOR
    _used: Mapping[AgencyId, str] = field(default_factory=dict)

    def form(self, agency_id: AgencyId) -> str | None:
        """Return how to write an agency so that it is understood, or None if there is no way.

        As the plan's other cells write it, else by its name, short name or an alias.
        """
        agency = self.catalogue.agency(agency_id)
        if agency is None:
            return None
        spellings = (self._used.get(agency_id, ""), *_spellings(agency))
        return next((s for s in spellings if s and self.names(s, agency_id)), None)

    def names(self, text: str, agency_id: AgencyId) -> bool:
        """Tell whether ``text`` by itself, all of it, names one agency."""
        mentions = self.read(text).mentions
        return (
            len(mentions) == 1
            and mentions[0].agency_id == agency_id
            and (mentions[0].start, mentions[0].end) == (0, len(text))
        )


def without_head(text: str, heads: tuple[Words, ...]) -> str | None:
    """Return a name without the kind of body before it, or None if it begins with none."""
    words = words_of(text)
    for head in heads:
        if keys_of(words, 0, len(head)) == head and len(words) > len(head):
            return text[words[len(head)].start :]
    return None


def name_forms(plan: Plan, catalogue: AgencyCatalogue, read: Read) -> NameForms:
    """Return how ``plan`` writes names in all its assignments."""
    bare = NameForms(catalogue, read)
    spellings: dict[AgencyId, Counter[str]] = {}
    separators: Counter[GapKind] = Counter()
    for assignment in _assignments(plan):
        if assignment.is_set_by_hand:
            continue
        pieces = split_wording(assignment.text.text, assignment.reading)
        separators[pieces.strongest] += 1
        for name in pieces.names:
            # A name in a list ("Các Phòng: Nội vụ") is no form to write it in elsewhere.
            if name.agency_id is None or name.opening:
                continue
            if bare.names(name.text, name.agency_id):
                spellings.setdefault(name.agency_id, Counter())[name.text] += 1
    by_comma = separators[GapKind.COMMA] > separators[GapKind.SEMICOLON]
    used = {agency_id: counts.most_common(1)[0][0] for agency_id, counts in spellings.items()}
    return NameForms(catalogue, read, ", " if by_comma else USUAL_SEPARATOR, used)


def _assignments(plan: Plan) -> Iterator[Assignment]:
    for task in plan.tasks():
        for role in Role:
            if task.assignment(role).text:
                yield task.assignment(role)


def _spellings(agency: Agency) -> tuple[str, ...]:
    return (agency.name, agency.short_name, *agency.aliases)
