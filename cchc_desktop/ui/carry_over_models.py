"""What carrying a plan over proposes, as lists with a check box in each row."""

from collections.abc import Hashable, Sequence

from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.carry_over import (
    CarriedField,
    CarriedTask,
    ProposedChange,
    ProposedTarget,
    TaskGround,
)
from cchc_desktop.domain.plan import TaskId
from cchc_desktop.domain.rich_text import EMPTY, RichText
from cchc_desktop.services.carry_over_sentences import (
    describe_carried_field,
    describe_ground,
    describe_shift_reason,
)
from cchc_desktop.ui.import_cells import Cell, Mark, Tone
from cchc_desktop.ui.tick_model import TickModel

TASK_SHARES = (11, 9, 0.6, 24, 0.4)
CHANGE_SHARES = (8, 19, 0.5, 0.5, 30)
TARGET_SHARES = (8, 12, 0.9)
"""The widths of the columns, for ``ImportList``."""

_AROUND = 90
"""Letters shown on each side of a year in a long wording."""

_TONES = {
    TaskGround.RECURRING: Tone.ACCENT,
    TaskGround.UNFINISHED: Tone.LATE,
    TaskGround.AWAITED: Tone.WAITING,
    TaskGround.NOT_FOLLOWED: Tone.WAITING,
    TaskGround.UNKNOWN_DUE: Tone.SOON,
    TaskGround.DONE: Tone.DONE,
    TaskGround.DROPPED: Tone.WAITING,
    TaskGround.COVERS_YEAR: Tone.ACCENT,
    TaskGround.OTHER_YEARS: Tone.WAITING,
}


class CarriedTaskModel(TickModel):
    """The tasks of the earlier plan, with how each stands."""

    headings = ("Chuyển", "Số", "Nhiệm vụ", "Căn cứ", "Ghi chú thêm vào kế hoạch mới")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks: tuple[CarriedTask, ...] = ()
        self._notes: dict[TaskId, str] = {}

    @property
    def ticked(self) -> frozenset[TaskId]:
        """The tasks to be carried."""
        return frozenset(c.task.id for c in self._tasks if self.is_ticked(c.task.id))

    @property
    def notes(self) -> dict[TaskId, str]:
        """What is written beside the notes of the tasks to be carried."""
        return {task_id: self._notes[task_id] for task_id in self.ticked if self._notes[task_id]}

    def show_tasks(self, tasks: tuple[CarriedTask, ...]) -> None:
        """Show the tasks of a proposal."""
        self.beginResetModel()
        self._tasks = tasks
        self._keys = [carried.task.id for carried in tasks]
        self._decide((carried.task.id, carried.ground.is_ticked) for carried in tasks)
        for carried in tasks:
            self._notes.setdefault(carried.task.id, carried.note)
        self.endResetModel()
        self.ticks_changed.emit()

    def forget(self) -> None:
        """Override TickModel.forget."""
        super().forget()
        self._notes = {}

    def note(self, row: int) -> str:
        """Return what is offered to be written beside a task's note."""
        return self._notes[self._tasks[row].task.id]

    def set_note(self, row: int, note: str) -> None:
        """Write something else beside a task's note."""
        self._notes[self._tasks[row].task.id] = note
        cell = self.index(row, len(self.headings) - 1)
        self.dataChanged.emit(cell, cell)

    def cell(self, row: int, column: int) -> Cell:
        """Override CellModel.cell."""
        carried = self._tasks[row]
        match column:
            case 1:
                return Cell(RichText.plain(carried.name))
            case 2:
                return Cell(carried.task.content)
            case 3:
                mark = Mark(describe_ground(carried.ground).capitalize(), _TONES[carried.ground])
                return Cell(EMPTY, mark=mark)
            case 4:
                return Cell(RichText.plain(self._notes[carried.task.id]))
            case _:
                return Cell(EMPTY)


class YearChangeModel(TickModel):
    """The years that change in what is carried, with the words around them."""

    headings = ("Đổi", "Chỗ", "Kế hoạch trước", "Kế hoạch mới", "Năm này là")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[ProposedChange, ...] = ()
        self._shown: list[ProposedChange] = []
        self._tasks: frozenset[TaskId] = frozenset()
        self._only_doubtful = False

    @property
    def ticked(self) -> frozenset[int]:
        """The changes to be made, by number."""
        return frozenset(c.number for c in self._carried() if self.is_ticked(_key(c)))

    @property
    def count(self) -> int:
        """How many years there are in what is carried."""
        return len(self._carried())

    @property
    def doubtful_count(self) -> int:
        """How many of them are in doubt."""
        return sum(not change.is_ticked for change in self._carried())

    def show_changes(self, changes: tuple[ProposedChange, ...]) -> None:
        """Show the changes of a proposal."""
        self._all = changes
        self._decide((_key(change), change.is_ticked) for change in changes)
        self._filter()

    def show_only_of(self, tasks: frozenset[TaskId]) -> None:
        """Leave out what stands in tasks that are not carried."""
        if tasks != self._tasks:
            self._tasks = tasks
            self._filter()

    def show_only_doubtful(self, only: bool) -> None:  # noqa: FBT001 - a Qt slot
        """Show those in doubt only, or all."""
        self._only_doubtful = only
        self._filter()

    def cell(self, row: int, column: int) -> Cell:
        """Override CellModel.cell."""
        change = self._shown[row]
        match column:
            case 1:
                place = change.place
                name = describe_carried_field(place.field)
                return Cell(RichText.plain(f"{name} {_place_name(change)}"))
            case 2:
                return _excerpt(change.text, change, change.shift.before, Tone.LATE)
            case 3:
                return _excerpt(change.after, change, change.shift.after, Tone.DONE)
            case 4:
                words = RichText.plain(describe_shift_reason(change.shift.reason))
                if change.is_ticked:
                    return Cell(words, is_muted=True)
                return Cell(words, mark=Mark("Cần xem", Tone.SOON))
            case _:
                return Cell(EMPTY)

    def _carried(self) -> list[ProposedChange]:
        return [
            change
            for change in self._all
            if change.place.task_id is None or change.place.task_id in self._tasks
        ]

    def _filter(self) -> None:
        self.beginResetModel()
        self._shown = [c for c in self._carried() if not (self._only_doubtful and c.is_ticked)]
        self._keys = [_key(change) for change in self._shown]
        self.endResetModel()
        self.ticks_changed.emit()


class TargetModel(TickModel):
    """The targets of a plan for several years that a year's plan can take over."""

    headings = ("Lấy", "Chỗ", "Mục tiêu của kế hoạch nhiều năm")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._targets: Sequence[ProposedTarget] = ()

    @property
    def ticked(self) -> frozenset[int]:
        """The targets to be taken over, by number."""
        return frozenset(t.number for t in self._targets if self.is_ticked((t.name, t.text)))

    def show_targets(self, targets: Sequence[ProposedTarget]) -> None:
        """Show the targets of a proposal."""
        self.beginResetModel()
        self._targets = targets
        self._keys = [(target.name, target.text) for target in targets]
        self._decide((key, True) for key in self._keys)
        self.endResetModel()
        self.ticks_changed.emit()

    def cell(self, row: int, column: int) -> Cell:
        """Override CellModel.cell."""
        target = self._targets[row]
        words = ("", target.name, target.text)[column]
        return Cell(RichText.plain(words))


def _key(change: ProposedChange) -> Hashable:
    return change.place, change.text, change.shift.start


def _place_name(change: ProposedChange) -> str:
    """Return where a year stands; points and dashes alone would say nothing."""
    is_text = change.place.field in (CarriedField.PASSAGE, CarriedField.PART_TITLE)
    return "" if is_text else change.place.name


def _excerpt(text: str, change: ProposedChange, year: str, tone: Tone) -> Cell:
    """Return the words around a year, with the year marked."""
    start = change.shift.start
    end = start + len(year)
    first, last = max(start - _AROUND, 0), min(end + _AROUND, len(text))
    if first:
        first = text.find(" ", first, start) + 1 or first
    if last < len(text):
        last = max(text.rfind(" ", end, last), end)
    head = "… " if first else ""
    tail = " …" if last < len(text) else ""
    words = RichText.plain(f"{head}{text[first:last]}{tail}")
    at = start - first + len(head)
    return Cell(words, ((at, at + len(year)),), tone)
