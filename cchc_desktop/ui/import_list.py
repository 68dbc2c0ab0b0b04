"""The list that the views of the import share: rows as tall as their words, columns by share.

Heights are worked out for the rows in sight only, so that thousands of rows open at once.
"""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    Qt,
    Slot,
)
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from cchc_desktop.ui.import_cells import CELL_ROLE, Cell, CellDelegate, Index
from cchc_desktop.ui.theme import current_tokens


class ImportList(QTableView):
    """Shows a model of ``Cell`` with all words in sight; Ctrl+C copies rows as a block."""

    def __init__(self, shares: Sequence[float], parent: QWidget | None = None) -> None:
        """Make a list.

        Args:
            shares: The width of each column: below 1 a share of the free width, else
                so many letters wide.
            parent: The owner.
        """
        super().__init__(parent)
        self._shares = tuple(shares)
        self._sentence = ""
        self._fitted: set[int] = set()
        self._is_fitting = False
        self._cells = CellDelegate(self)
        self.setItemDelegate(self._cells)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(8)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.verticalScrollBar().valueChanged.connect(self._fit_visible)
        self.clicked.connect(self._on_clicked)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Override QTableView.setModel."""
        super().setModel(model)
        if model is not None:
            model.modelReset.connect(self._on_reset)
            model.dataChanged.connect(self._on_changed)
            self._on_reset()

    def set_empty_sentence(self, sentence: str) -> None:
        """Say ``sentence`` in the middle while there are no rows."""
        self._sentence = sentence

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override QTableView.paintEvent: an empty list says so."""
        super().paintEvent(event)
        if self._sentence and self.model() is not None and not self.model().rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(current_tokens().muted)
            area = self.viewport().rect().adjusted(24, 24, -24, -24)
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(area, int(flags), self._sentence)
            painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QTableView.resizeEvent."""
        super().resizeEvent(event)
        self._share_width()

    def changeEvent(self, event: QEvent) -> None:
        """Override QTableView.changeEvent: another font needs other widths and heights."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._share_width()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QTableView.keyPressEvent: Ctrl+C copies, the space bar checks."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_selection()
            return
        if event.key() == Qt.Key.Key_Space and self._toggle_selection():
            return
        super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        if index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            self._toggle([index])

    def copy_selection(self) -> None:
        """Put the selected rows on the clipboard, cells parted by tabs."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        lines = []
        for row in rows:
            cells = [self.model().index(row, column).data(CELL_ROLE) for column in self._columns()]
            texts = [cell.words.text if isinstance(cell, Cell) else "" for cell in cells]
            lines.append("\t".join(text.replace("\n", " ").replace("\t", " ") for text in texts))
        if lines:
            QGuiApplication.clipboard().setText("\n".join(lines))

    def _columns(self) -> range:
        return range(self.model().columnCount())

    def _toggle_selection(self) -> bool:
        indexes = [
            self.model().index(row.row(), column)
            for row in self.selectionModel().selectedRows()
            for column in self._columns()
        ]
        checkable = [i for i in indexes if i.flags() & Qt.ItemFlag.ItemIsUserCheckable]
        self._toggle(checkable)
        return bool(checkable)

    def _toggle(self, indexes: Sequence[Index]) -> None:
        if not indexes:
            return
        first = Qt.CheckState(indexes[0].data(Qt.ItemDataRole.CheckStateRole))
        state = Qt.CheckState.Unchecked if first is Qt.CheckState.Checked else Qt.CheckState.Checked
        for index in indexes:
            self.model().setData(index, state, Qt.ItemDataRole.CheckStateRole)

    def _share_width(self) -> None:
        if self.model() is None:
            return
        letter = self.fontMetrics().averageCharWidth()
        shares = [
            0 if self.isColumnHidden(column) else share for column, share in enumerate(self._shares)
        ]
        fixed = sum(round(share * letter) for share in shares if share >= 1)
        free = max(self.viewport().width() - fixed, 240)
        total = sum(share for share in shares if share < 1) or 1
        for column, share in enumerate(shares):
            if self.isColumnHidden(column):
                continue
            width = round(share * letter) if share >= 1 else int(free * share / total)
            self.setColumnWidth(column, width)
        self._refit()

    @Slot()
    def _on_reset(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() * 3)
        self.clearSpans()
        model = self.model()
        if isinstance(model, CellModel):
            empty = model.empty_columns()
            for column in self._columns():
                self.setColumnHidden(column, column in empty)
            for row in model.wide_rows():
                self.setSpan(row, 1, 1, model.columnCount() - 1)
        self._share_width()

    @Slot(QModelIndex, QModelIndex)
    def _on_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        self._fitted -= set(range(first.row(), last.row() + 1))
        self._fit_visible()

    def _refit(self) -> None:
        self._fitted.clear()
        self._fit_visible()

    @Slot()
    def _fit_visible(self) -> None:
        if self._is_fitting or self.model() is None:
            return
        self._is_fitting = True
        row = max(self.rowAt(0), 0)
        while (
            row < self.model().rowCount()
            and self.rowViewportPosition(row) < self.viewport().height()
        ):
            if row not in self._fitted:
                self._fitted.add(row)
                self.setRowHeight(row, self._height_of(row))
            row += 1
        self._is_fitting = False

    def _height_of(self, row: int) -> int:
        heights = [self.fontMetrics().height() + 13]
        for column in self._columns():
            span = self.columnSpan(row, column)
            width = sum(self.columnWidth(column + offset) for offset in range(span))
            index = self.model().index(row, column)
            heights.append(self._cells.height_for(index, width, self.font()))
            if span > 1:
                break
        return max(heights)

    def select_first(self) -> None:
        """Make the first row the current one."""
        if self.model() is not None and self.model().rowCount():
            self.selectionModel().setCurrentIndex(
                self.model().index(0, 0),
                QItemSelectionModel.SelectionFlag.ClearAndSelect
                | QItemSelectionModel.SelectionFlag.Rows,
            )


class CellModel(QAbstractTableModel):
    """A read-only table of ``Cell`` with headings; subclasses say what the cells are."""

    headings: tuple[str, ...] = ()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)

    def cell(self, row: int, column: int) -> Cell:
        """Return what the cell shows."""
        raise NotImplementedError

    def wide_rows(self) -> Sequence[int]:
        """Return the rows whose second cell runs to the end."""
        return ()

    def empty_columns(self) -> Sequence[int]:
        """Return the columns that need not be shown."""
        return ()

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Override QAbstractTableModel.columnCount."""
        return 0 if parent.isValid() else len(self.headings)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Override QAbstractTableModel.headerData."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.headings):
            return None
        return self.headings[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Override QAbstractTableModel.data."""
        if not index.isValid():
            return None
        if role == CELL_ROLE:
            return self.cell(index.row(), index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            cell = self.cell(index.row(), index.column())
            words = [cell.words.text, cell.mark.text if cell.mark else ""]
            return " · ".join(part for part in words if part)
        return None
