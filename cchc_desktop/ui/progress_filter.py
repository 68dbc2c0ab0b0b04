"""Which rows of the progress table a filter leaves, worked out at every letter typed."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from itertools import compress

from cchc_desktop.domain.agency import AgencyId
from cchc_desktop.domain.plan import SectionId, TaskId
from cchc_desktop.domain.progress_state import ProgressState
from cchc_desktop.domain.tracking import TrackedState
from cchc_desktop.domain.vietnamese import Searchable, SearchQuery, one_line
from cchc_desktop.services.progress_board import ProgressBoard
from cchc_desktop.ui.progress_rows import ProgressRow, RowKey, RowKind

_MOST_PREPARED = 100_000


class Matter(StrEnum):
    """What is asked of work beside its state."""

    UNREPORTED = "unreported"
    DUE_7 = "due-7"
    DUE_15 = "due-15"
    DUE_30 = "due-30"

    @property
    def days(self) -> int:
        """Within how many days work is due; 0 where that is not asked."""
        return int(self.value[4:]) if self is not Matter.UNREPORTED else 0


@dataclass(frozen=True, slots=True)
class ProgressFilter:
    """What an officer wants to see of the progress table.

    Attributes:
        state: How the counted task stands.
        tasks: Only these counted tasks; None for all.
    """

    words: str = ""
    state: ProgressState | None = None
    matter: Matter | None = None
    agency_id: AgencyId | None = None
    section_id: SectionId | None = None
    tasks: frozenset[TaskId] | None = None

    @property
    def is_active(self) -> bool:
        """Whether anything is filtered away."""
        return self != EVERYTHING


EVERYTHING = ProgressFilter()


class BoardFigures:
    """What a filter needs to know of a board, worked out once for each board."""

    def __init__(self, board: ProgressBoard) -> None:
        self._board = board
        self.tasks_of_state: dict[ProgressState, frozenset[TaskId]] = {
            state: frozenset(ids) for state, ids in board.summary.whole.tasks.items()
        }

    @property
    def total(self) -> int:
        """All tasks, counted by STT."""
        return self._board.summary.whole.total

    def count_of_state(self, state: ProgressState) -> int:
        """Return the number of tasks that stand so."""
        return len(self.tasks_of_state.get(state, ()))

    def count_of(self, matter: Matter) -> int:
        """Return the number of tasks that have such work."""
        return self._counts[matter]

    def pieces_of(self, matter: Matter) -> frozenset[int]:
        """Return the ids of the board's states that are meant."""
        return self._pieces[matter]

    @cached_property
    def _found(self) -> dict[Matter, tuple[TrackedState, ...]]:
        due = self._board.due_within(Matter.DUE_30.days)
        found: dict[Matter, tuple[TrackedState, ...]] = {
            each: tuple(work.state for work in due if work.days_left <= each.days)
            for each in (Matter.DUE_7, Matter.DUE_15, Matter.DUE_30)
        }
        found[Matter.UNREPORTED] = self._board.unreported()
        return found

    @cached_property
    def _pieces(self) -> dict[Matter, frozenset[int]]:
        return {m: frozenset(map(id, states)) for m, states in self._found.items()}

    @cached_property
    def _counts(self) -> dict[Matter, int]:
        return {
            matter: len({state.item.counted_task.id for state in states})
            for matter, states in self._found.items()
        }


@dataclass(frozen=True, slots=True)
class FilterAnswer:
    """What a filter leaves, as places among all rows, in order.

    Attributes:
        shown: The rows shown.
        hits: The pieces of work that are meant, shown or in a closed row.
        task_count: How many tasks, counted by STT, they belong to.
    """

    shown: tuple[int, ...] = ()
    hits: tuple[int, ...] = ()
    task_count: int = 0


class ProgressSearch:
    """Filters the rows of a board at every letter typed.

    Each wording is prepared once and kept across boards; members share their task's, so that
    a word is looked for in it only once.
    """

    def __init__(self) -> None:
        self._rows: Sequence[ProgressRow] = ()
        self._figures: BoardFigures | None = None
        self._above: list[int] = []
        self._texts: list[str] = []
        self._of_row: list[tuple[int, int]] = []
        self._works: list[int] = []
        self._prepared: dict[str, Searchable] = {}
        self._left: tuple[ProgressFilter, list[int]] | None = None

    def set_rows(self, rows: Sequence[ProgressRow], figures: BoardFigures | None) -> None:
        """Take the rows to be searched."""
        self._rows, self._figures, self._left = rows, figures, None
        if len(self._prepared) > _MOST_PREPARED:
            self._prepared.clear()
        numbers: dict[str, int] = {}
        number_of = numbers.setdefault
        self._of_row = [
            (number_of(row.task_text, len(numbers)), number_of(row.own_text, len(numbers)))
            for row in rows
        ]
        self._texts = list(numbers)
        self._above = [row.above for row in rows]
        self._works = [place for place, row in enumerate(rows) if row.state is not None]

    def prepare(self, start: int, count: int) -> int:
        """Prepare some wordings in an idle moment; return where to go on."""
        end = min(start + count, len(self._texts))
        for text in self._texts[start:end]:
            self._searchable(text)
        return end

    def run(
        self, wanted: ProgressFilter, opened: Collection[RowKey], kept: Collection[RowKey] = ()
    ) -> FilterAnswer:
        """Return what ``wanted`` leaves; members are shown under rows of ``opened`` only.

        Rows of ``kept`` stay although the filter would hide them.
        """
        rows, above = self._rows, self._above
        hits = self._with_words(self._with_conditions(wanted), wanted.words)
        if kept:
            more = (place for place in self._works if rows[place].key in kept)
            hits = sorted({*hits, *more})
        shows_members = wanted.agency_id is not None
        is_open = bytearray(len(rows))
        for place, row in enumerate(rows):
            if row.has_members and (shows_members or row.key in opened):
                is_open[place] = 1
        shown = bytearray(len(rows) + 1)
        for place in hits:
            row = rows[place]
            over = above[place]
            if not row.is_member or is_open[over]:
                shown[place] = 1
            while over >= 0 and not shown[over]:
                shown[over] = 1
                over = above[over]
        if not wanted.is_active:
            for place, row in enumerate(rows):
                if row.kind is RowKind.SECTION:
                    shown[place] = 1
        tasks = {id(rows[place].counted) for place in hits}
        return FilterAnswer(tuple(compress(range(len(rows)), shown)), tuple(hits), len(tasks))

    def _with_conditions(self, wanted: ProgressFilter) -> list[int]:
        """Return the pieces that fit all but the words; kept while only the words change."""
        asked = replace(wanted, words="")
        if self._left is None or self._left[0] != asked:
            tests = self._tests(asked)
            rows = self._rows
            places = self._works
            if tests:
                places = [p for p in places if all(test(rows[p]) for test in tests)]
            self._left = asked, places
        return self._left[1]

    def _tests(self, wanted: ProgressFilter) -> list[Callable[[ProgressRow], bool]]:
        tests: list[Callable[[ProgressRow], bool]] = []
        figures = self._figures
        if wanted.section_id is not None:
            tests.append(lambda row: row.section.id == wanted.section_id)
        tasks = wanted.tasks
        if wanted.state is not None and figures:
            of_state = figures.tasks_of_state.get(wanted.state, frozenset())
            tasks = of_state if tasks is None else tasks & of_state
        if tasks is not None:
            tests.append(lambda row: row.counted is not None and row.counted.id in tasks)
        if wanted.matter is not None and figures:
            pieces = figures.pieces_of(wanted.matter)
            tests.append(lambda row: id(row.state) in pieces)
        agency_id = wanted.agency_id
        if agency_id is not None:
            tests.append(lambda row: bool(row.state and row.state.item.is_led_by(agency_id)))
        return tests

    def _with_words(self, places: list[int], words: str) -> list[int]:
        words = one_line(words)
        if not words:
            return places
        query = SearchQuery(words)
        texts = [self._searchable(text) for text in self._texts]
        of_row = self._of_row
        marks = [bytes([word in text.folded for text in texts]) for word in query.folded]
        marks += [bytes([word in text.exact for text in texts]) for word in query.exact]
        for mark in marks:
            places = [p for p in places if mark[of_row[p][0]] or mark[of_row[p][1]]]
        return places

    def _searchable(self, text: str) -> Searchable:
        found = self._prepared.get(text)
        if found is None:
            found = self._prepared[text] = Searchable(text)
        return found
