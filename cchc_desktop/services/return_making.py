"""Making the workbooks that agencies fill in, one file for each."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from cchc_desktop.domain.agency import AgencyId
from cchc_desktop.domain.agency_return import CooperationLine, ReturnIdentity
from cchc_desktop.domain.changes import ChangeSet
from cchc_desktop.domain.errors import RecordMissing
from cchc_desktop.domain.office import Letterhead
from cchc_desktop.domain.return_catalogue import ReturnCatalogue
from cchc_desktop.domain.tracking import TrackedState
from cchc_desktop.services.progress_board import ProgressBoard
from cchc_desktop.services.return_contents import cooperation_lines, leaders, return_lines
from cchc_desktop.system.fonts import find_fonts
from cchc_desktop.system.paths import resource

if TYPE_CHECKING:
    from cchc_desktop.documents.return_files import Placing
    from cchc_desktop.documents.text_measure import TextMeasure


@dataclass(frozen=True, slots=True)
class MadeReturn:
    """A workbook that was made ("biểu đã lập").

    Attributes:
        placing: Whether it is new, was there already, or lies beside another of its name.
    """

    agency_id: AgencyId
    agency_name: str
    path: Path
    placing: "Placing"
    task_count: int


@dataclass(frozen=True, slots=True)
class MadeReturns:
    """What one run made ("các biểu đã lập")."""

    files: tuple[MadeReturn, ...]
    change_set: ChangeSet


class ReturnMaker:
    """Makes the workbooks of one period from the plan and the record as they stand."""

    def __init__(
        self,
        board: ProgressBoard,
        letterhead: Letterhead,
        office: str,
        catalogue: ReturnCatalogue,
    ) -> None:
        self._board = board
        self._letterhead = letterhead
        self._office = office
        self._catalogue = catalogue

    def make(
        self,
        agency_ids: Collection[AgencyId] | None,
        folder: Path,
        progress: Callable[[int, int], None],
        check_cancelled: Callable[[], None],
    ) -> tuple[MadeReturn, ...]:
        """Write the files; arguments and errors are those of ``ReturnService.make``."""
        from cchc_desktop.documents.return_files import place, safe_name

        board, period = self._board, self._board.period
        led = self._led
        wanted = list(led) if agency_ids is None else list(dict.fromkeys(agency_ids))
        names = {agency_id: agency_name(board, agency_id) for agency_id in wanted}
        made: list[MadeReturn] = []
        taken: set[str] = set()
        for agency_id, name in names.items():
            check_cancelled()
            blanks = {"agency": name, "period": period.name, "year": str(period.key.year)}
            file_name = safe_name(self._catalogue.texts["file_name"].format_map(blanks))
            placed = place(self.workbook(agency_id), folder, file_name, taken)
            taken.add(placed.path.name.casefold())
            count = task_count(led.get(agency_id, ()))
            made.append(MadeReturn(agency_id, name, placed.path, placed.placing, count))
            progress(len(made), len(wanted))
        return tuple(made)

    def workbook(self, agency_id: AgencyId) -> bytes:
        """Return an agency's workbook.

        Raises:
            RecordMissing: There is no such agency.
        """
        from cchc_desktop.documents.return_workbook import ReturnContent, return_bytes

        board = self._board
        identity = ReturnIdentity(
            self._office,
            board.period.key,
            agency_id,
            self._letterhead.name,
            board.period.title,
            agency_name(board, agency_id),
        )
        content = ReturnContent(
            identity,
            board.period,
            self._letterhead,
            return_lines(board, self._led.get(agency_id, ()), self._catalogue),
            tuple(self._cooperation.get(agency_id, ())),
        )
        return return_bytes(content, self._catalogue, self._measure)

    @cached_property
    def _led(self) -> Mapping[AgencyId, list[TrackedState]]:
        return led_by_agency(self._board)

    @cached_property
    def _cooperation(self) -> Mapping[AgencyId, Sequence[CooperationLine]]:
        return cooperation_lines(self._board)

    @cached_property
    def _measure(self) -> "TextMeasure":
        from cchc_desktop.documents.text_measure import TextMeasure

        return TextMeasure(find_fonts(resource("fonts")))


def led_by_agency(board: ProgressBoard) -> Mapping[AgencyId, list[TrackedState]]:
    """Return the work of each agency that leads any, agencies in the catalogue's order."""
    found: dict[AgencyId, list[TrackedState]] = {}
    for state in board.states:
        for agency_id in leaders(state.item):
            found.setdefault(agency_id, []).append(state)
    return {a.id: found[a.id] for a in board.catalogue.agencies if a.id in found}


def task_count(states: Sequence[TrackedState]) -> int:
    """Return how many tasks they are, counted by their STT."""
    return len({state.item.counted_task.id for state in states})


def agency_name(board: ProgressBoard, agency_id: AgencyId) -> str:
    """Return an agency's name; raises ``RecordMissing`` when there is none."""
    agency = board.catalogue.agency(agency_id)
    if agency is None:
        raise RecordMissing(kind="agency", id=agency_id)
    return agency.name
