"""Which rows of a plan's table to show: words searched for, and conditions.

A row that is shown because of itself is a hit; the rows above it (its task, the task of
a sub-task, the section) stay visible, so that an officer sees where a hit belongs.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import compress

from cchc_desktop.domain.agency import AgencyCatalogue, AgencyId, GroupId, Role
from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.deadline import DeadlineKind
from cchc_desktop.domain.plan import PlanTask, SectionId
from cchc_desktop.domain.plan_rows import PlanRow, RowKey, RowKind
from cchc_desktop.domain.vietnamese import Searchable, SearchQuery, one_line

_SEARCHED = tuple(column for column in AnnexColumn if column is not AnnexColumn.NUMBER)


@dataclass(frozen=True, slots=True)
class PlanFilter:
    """What a row must be to be shown ("điều kiện lọc"); None asks for nothing.

    Attributes:
        words: What an officer types in the search field.
        agency_id: Named itself, or a member of a group that is named.
        has_unknown_agency: Some name is not in the catalogue.
        role: The role in which an agency or group is looked for; None is any.
        quarter: The quarter of the plan's year in which a last day falls.
    """

    words: str = ""
    section_id: SectionId | None = None
    agency_id: AgencyId | None = None
    group_id: GroupId | None = None
    has_unknown_agency: bool = False
    role: Role | None = None
    deadline_kind: DeadlineKind | None = None
    quarter: int | None = None

    @property
    def asks_for_agency(self) -> bool:
        """Whether some agency, group or unknown name is looked for."""
        return self.has_unknown_agency or not (self.agency_id is None and self.group_id is None)

    @property
    def has_conditions(self) -> bool:
        """Whether anything but words is asked for."""
        deadline = self.deadline_kind is not None or self.quarter is not None
        return self.section_id is not None or self.asks_for_agency or deadline

    @property
    def is_active(self) -> bool:
        """Whether any row might be hidden."""
        return bool(one_line(self.words)) or self.has_conditions


EVERYTHING = PlanFilter()


@dataclass(frozen=True, slots=True)
class FilterResult:
    """What a filter leaves ("kết quả lọc").

    Attributes:
        rows: The hits and the rows above them, in the plan's order.
        hits: The rows shown because of themselves; all of them when nothing is asked.
        task_count: How many tasks, counted by STT, have a hit in them.
    """

    rows: tuple[PlanRow, ...]
    hits: tuple[PlanRow, ...]
    task_count: int


class PlanSearch:
    """Filters the rows of one plan at every keystroke ("bộ lọc của bảng").

    The text of each row is prepared once and again only when the row changes; a longer
    query looks only at what the shorter one found.
    """

    def __init__(self) -> None:
        self._rows: tuple[PlanRow, ...] = ()
        self._year = 0
        self._catalogue = AgencyCatalogue()
        self._prepared: list[Searchable | None] = []
        self._above: list[tuple[int, int, int]] = []
        self._words = ""
        self._found: list[int] = []

    def set_rows(
        self,
        rows: Sequence[PlanRow],
        year: int,
        catalogue: AgencyCatalogue,
        touched: Collection[RowKey] | None = None,
    ) -> None:
        """Take the plan's rows; with ``touched`` the text of all others is known already."""
        known: dict[RowKey, Searchable | None] = {}
        if touched is not None:
            known = {
                row.key: text for row, text in zip(self._rows, self._prepared, strict=True) if text
            }
            for key in touched:
                known.pop(key, None)
        self._rows = tuple(rows)
        self._year, self._catalogue = year, catalogue
        self._prepared = [known.get(row.key) for row in rows] if known else [None] * len(rows)
        self._above = _rows_above(self._rows)
        self._words, self._found = "", []

    def prepare(self, start: int, count: int) -> int:
        """Prepare ``count`` rows from ``start`` for searching; return where to go on."""
        end = min(start + count, len(self._rows))
        for index in range(start, end):
            if self._prepared[index] is None:
                self._prepared[index] = Searchable(row_text(self._rows[index]))
        return end

    def run(self, wanted: PlanFilter, kept: Collection[RowKey] = ()) -> FilterResult:
        """Return the rows that ``wanted`` leaves; rows of ``kept`` stay as well."""
        if not wanted.is_active:
            count = sum(row.key.kind is RowKind.TASK for row in self._rows)
            return FilterResult(self._rows, self._rows, count)
        hits = self._word_hits(wanted.words)
        if wanted.has_conditions:
            accepts = _ConditionTest(wanted, self._year, self._catalogue).accepts
            hits = [index for index in hits if accepts(self._rows[index])]
        staying = hits
        if kept:
            more = (index for index, row in enumerate(self._rows) if row.key in kept)
            staying = sorted({*hits, *more})
        # What has nothing above it points to -1: the byte behind the last row.
        shown = bytearray(len(self._rows) + 1)
        for index in staying:
            section, task, owner = self._above[index]
            shown[index] = shown[section] = shown[task] = shown[owner] = 1
        tasks = {self._above[index][1] for index in hits}
        return FilterResult(
            rows=tuple(compress(self._rows, shown)),
            hits=tuple(self._rows[index] for index in hits),
            task_count=len(tasks - {-1}),
        )

    def _word_hits(self, words: str) -> list[int]:
        """Return which rows hold the words; a further product of a task found is found too."""
        words = one_line(words)
        if not words:
            return list(range(len(self._rows)))
        if words != self._words:
            self.prepare(0, len(self._rows))
            is_longer = bool(self._words) and words.startswith(self._words)
            places: Iterable[int] = self._found if is_longer else range(len(self._rows))
            query = SearchQuery(words)
            texts = self._prepared
            for word in query.folded:
                places = [i for i in places if (text := texts[i]) and word in text.folded]
            for word in query.exact:
                places = [i for i in places if (text := texts[i]) and word in text.exact]
            self._words, self._found = words, list(places)
        found = set(self._found)
        products = [
            index
            for index, (_, _, owner) in enumerate(self._above)
            if owner in found and owner != index and index not in found
        ]
        return sorted([*self._found, *products]) if products else self._found


def _rows_above(rows: Sequence[PlanRow]) -> list[tuple[int, int, int]]:
    """Return for each row where its section, its task of the first level and its task stand.

    A row that has none has -1; a task's own row is its task.
    """
    places = []
    section = task = owner = -1
    for index, row in enumerate(rows):
        match row.key.kind:
            case RowKind.SECTION:
                section, task, owner = index, -1, -1
            case RowKind.TASK:
                task = owner = index
            case RowKind.SUBTASK:
                owner = index
        places.append((section, task, owner))
    return places


class _ConditionTest:
    def __init__(self, wanted: PlanFilter, year: int, catalogue: AgencyCatalogue) -> None:
        self._wanted = wanted
        self._groups = _groups_of(wanted, year, catalogue)
        self._days = _days_of_quarter(year, wanted.quarter) if wanted.quarter else None
        self._asks_for_agency = wanted.asks_for_agency
        self._asks_for_deadline = wanted.deadline_kind is not None or self._days is not None

    def accepts(self, row: PlanRow) -> bool:
        section_id = self._wanted.section_id
        if section_id is not None and row.section.id != section_id:
            return False
        if row.task is None:
            return not (self._asks_for_agency or self._asks_for_deadline)
        if self._asks_for_agency and not self._names_agency(row.task):
            return False
        return not self._asks_for_deadline or self._is_due(row)

    def _names_agency(self, task: PlanTask) -> bool:
        wanted = self._wanted
        for role in (wanted.role,) if wanted.role else Role:
            reading = task.assignment(role).reading
            if wanted.has_unknown_agency and reading.unknown:
                return True
            if wanted.agency_id is not None and wanted.agency_id in reading.agency_ids:
                return True
            if self._groups and not self._groups.isdisjoint(reading.group_ids):
                return True
        return False

    def _is_due(self, row: PlanRow) -> bool:
        if row.deliverable is None:
            return False
        deadline = row.deliverable.deadline
        reading = deadline.reading
        kind = self._wanted.deadline_kind
        if kind is not None:
            if reading.kind is not kind:
                return False
            if not deadline.text and kind is DeadlineKind.UNRECOGNISED:
                return False
        if self._days is None:
            return True
        first, last = self._days
        return any(first <= milestone.due <= last for milestone in reading.milestones)


def _days_of_quarter(year: int, quarter: int) -> tuple[date, date]:
    """Return the first and the last day of a quarter."""
    last_month = 3 * quarter
    last = date(year, last_month, 31 if quarter in (1, 4) else 30)
    return date(year, last_month - 2, 1), last


def row_text(row: PlanRow) -> str:
    """Return all words of a row, to be searched in."""
    return "\n".join(text for column in _SEARCHED if (text := row.cell(column).text))


def _groups_of(wanted: PlanFilter, year: int, catalogue: AgencyCatalogue) -> frozenset[GroupId]:
    """Return the groups through which the agency or group looked for is named."""
    if wanted.group_id is not None:
        return frozenset([wanted.group_id])
    if wanted.agency_id is None:
        return frozenset()
    day = date(year or 1, 12, 31)
    return frozenset(
        group.id
        for group in catalogue.groups
        if any(member.id == wanted.agency_id for member in catalogue.members(group, day))
    )
