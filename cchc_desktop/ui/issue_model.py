"""The issued versions of a plan as a table, the latest one first."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QWidget

from cchc_desktop.domain.plan_version import PlanVersion, VersionState
from cchc_desktop.domain.rich_text import EMPTY, RichText
from cchc_desktop.services.version_sentences import VERSION_STATES
from cchc_desktop.ui.date_field import format_day
from cchc_desktop.ui.import_cells import Cell, Index, Mark, Tone
from cchc_desktop.ui.import_list import CellModel, ImportList
from cchc_desktop.ui.issue_feed import IssueSight

_SHARES = (7, 0.22, 15, 0.3, 24, 22)
_TONES = {
    VersionState.IN_FORCE: Tone.DONE,
    VersionState.AMENDED: Tone.WAITING,
    VersionState.EXPIRED: Tone.WAITING,
}


class VersionModel(CellModel):
    """Version, number, date, signer, state, and whether it still is what was issued."""

    headings = ("Bản", "Số, ký hiệu", "Ngày", "Người ký", "Tình trạng", "Toàn vẹn")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sight: IssueSight | None = None
        self._versions: tuple[PlanVersion, ...] = ()

    def show_sight(self, sight: IssueSight | None) -> None:
        """Show the versions of another sight."""
        self.beginResetModel()
        self._sight = sight
        self._versions = tuple(reversed(sight.versions)) if sight else ()
        self.endResetModel()

    def version(self, row: int) -> PlanVersion:
        """Return the version in a row."""
        return self._versions[row]

    def row_of(self, number: int) -> int | None:
        """Return the row of a version, or None."""
        rows = (row for row, version in enumerate(self._versions) if version.number == number)
        return next(rows, None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Override QAbstractTableModel.rowCount."""
        return 0 if parent.isValid() else len(self._versions)

    def cell(self, row: int, column: int) -> Cell:
        """Return what the cell shows."""
        version = self._versions[row]
        match column:
            case 0:
                return _words(str(version.number))
            case 1:
                return _words(version.full_symbol)
            case 2:
                return _words(format_day(version.issued_on))
            case 3:
                return _words(version.signer or "(không ghi)")
            case 4:
                mark = Mark(VERSION_STATES[version.state], _TONES[version.state])
                return Cell(EMPTY, mark=mark)
            case _:
                return Cell(EMPTY, mark=self._integrity(version))

    def _integrity(self, version: PlanVersion) -> Mark:
        check = self._sight.checks.get(version.id) if self._sight else None
        if check is not None and check.is_intact:
            signed = " · có ký số" if version.signatures else ""
            return Mark(f"Nguyên vẹn{signed}", Tone.DONE)
        return Mark("Không còn khớp", Tone.LATE)


class VersionList(ImportList):
    """Shows the versions, one chosen at a time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_SHARES, parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAccessibleName("Các bản đã ban hành")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


def _words(text: str) -> Cell:
    return Cell(RichText.plain(text))
