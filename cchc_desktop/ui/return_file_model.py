"""The files that came, each with whose it is and how it stands."""

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.return_comparison import (
    CollectionPreview,
    ReturnFilePreview,
    ReturnFileStatus,
)
from cchc_desktop.domain.rich_text import RichText, Run
from cchc_desktop.services.sentences import describe_error
from cchc_desktop.ui.import_cells import Cell, Index
from cchc_desktop.ui.import_list import CellModel
from cchc_desktop.ui.return_words import file_mark, files_summary

SHARES = (0.99,)
"""The widths of the columns, for ``ImportList``."""

_ORDER = (
    ReturnFileStatus.CONFLICTS, ReturnFileStatus.REFUSED, ReturnFileStatus.NEW,
    ReturnFileStatus.UNTOUCHED, ReturnFileStatus.REPEATED, ReturnFileStatus.SAME,
)  # fmt: skip
"""What the officer must see to comes first."""


class FileModel(CellModel):
    """One row for all files together, then one for each, those with a difficulty first."""

    headings = ("Tệp đã nhận",)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._files: tuple[ReturnFilePreview, ...] = ()
        self._order: list[ReturnFilePreview] = []

    def show_preview(self, preview: CollectionPreview | None) -> None:
        """Show the files of another preview."""
        self.beginResetModel()
        self._files = preview.files if preview else ()
        self._order = sorted(self._files, key=lambda file: _ORDER.index(file.status))
        self.endResetModel()

    def file(self, row: int) -> ReturnFilePreview | None:
        """Return the file of a row, or None for the row of all."""
        return self._order[row - 1] if 0 < row <= len(self._order) else None

    def row_of(self, path: str) -> int:
        """Return the row of a file, or that of all when it is not here."""
        return next((n for n, file in enumerate(self._order, 1) if file.path == path), 0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Override QAbstractTableModel.rowCount."""
        return 0 if parent.isValid() or not self._files else len(self._files) + 1

    def cell(self, row: int, column: int) -> Cell:  # noqa: ARG002 - there is one column
        """Return what the cell shows."""
        file = self.file(row)
        if file is None:
            words = (Run(f"Tất cả {len(self._files)} tệp", bold=True), Run("\n"))
            return Cell(RichText.from_runs((*words, Run(files_summary(self._files)))))
        runs = [Run(file.name)]
        if file.agency_name:
            runs = [Run(file.agency_name, bold=True), Run(f"\n{file.name}")]
        if file.error is not None:
            text = describe_error(file.error)
            runs.append(Run(f"\n{text.what} {text.remedy}".rstrip(), italic=True))
        elif file.same_agency:
            names = ", ".join(f"“{self._files[index].name}”" for index in file.same_agency)
            runs.append(Run(f"\nĐơn vị này còn gửi {names}", italic=True))
        return Cell(RichText.from_runs(runs), mark=file_mark(file))
