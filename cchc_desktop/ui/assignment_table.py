"""The matrix itself: tasks frozen on the left, agencies on top, keys for the marks."""

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from cchc_desktop.domain.agency import Agency, AgencyId, Role
from cchc_desktop.domain.plan_rows import RowKey
from cchc_desktop.domain.vietnamese import fold
from cchc_desktop.ui.assignment_agency_header import AgencyHeader
from cchc_desktop.ui.assignment_delegate import AssignmentDelegate
from cchc_desktop.ui.assignment_grid import GridRow
from cchc_desktop.ui.assignment_model import AssignmentModel
from cchc_desktop.ui.assignment_task_header import TaskHeader
from cchc_desktop.ui.settings import Settings
from cchc_desktop.ui.theme import current_tokens

Index = QModelIndex | QPersistentModelIndex

_TYPED_MS = 1000
"""Letters typed within this time of one another make one word."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_KEYS = {"c": Role.LEAD, "p": Role.COOPERATING}
_PLAIN = Qt.KeyboardModifier.NoModifier


class AssignmentTable(QTableView):
    """Shows an ``AssignmentModel`` and says what the officer wants; it changes nothing.

    Cells are no text fields, so no input method is at work in them: the letters C and P
    mean the marks whatever the keyboard, and other letters go to the agency so named.

    Signals:
        mark_asked(object): The selected cells are to have this role; None takes it away.
        write_asked(): What is proposed is to be written.
        cancel_asked(): What is proposed is to be forgotten.
        kind_toggled(AgencyKind): This kind is to be closed or opened.
        current_changed(): Another cell is the current one.
        menu_asked(QPoint): A menu is wanted at this place of the screen.
    """

    mark_asked = Signal(object)
    write_asked = Signal()
    cancel_asked = Signal()
    kind_toggled = Signal(object)
    current_changed = Signal()
    menu_asked = Signal(object)

    def __init__(
        self, model: AssignmentModel, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.grid = model
        self._anchor: tuple[RowKey, AgencyId | None] | None = None
        self._typed = ""
        self._typed_from = (-1, -1)
        self._typing = QTimer(self, singleShot=True, interval=_TYPED_MS)
        self._typing.timeout.connect(self._forget_typed)
        self.setAccessibleName("Bảng phân công")
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.tasks = TaskHeader(model, settings, self)
        self.agencies = AgencyHeader(model, self)
        self.setVerticalHeader(self.tasks)
        self.setHorizontalHeader(self.agencies)
        self._delegate = AssignmentDelegate(model, self)
        self.setItemDelegate(self._delegate)
        self._corner = _Corner(self.tasks, self)
        self.setModel(model)
        self.agencies.kind_toggled.connect(self.kind_toggled)
        self.tasks.width_changed.connect(self._on_width_changed)
        model.modelAboutToBeReset.connect(self._on_about_to_reset)
        model.modelReset.connect(self._on_reset)
        model.dataChanged.connect(self._on_data_changed)
        self._measure()

    @property
    def current_row(self) -> GridRow | None:
        """The row of the current cell, or None."""
        return self.grid.row_at(self.currentIndex().row())

    @property
    def current_agency(self) -> Agency | None:
        """The agency of the current cell; None in the column of a closed kind."""
        column = self.grid.column_at(self.currentIndex().column())
        return column.agency if column else None

    def selected_places(self) -> list[tuple[int, int]]:
        """Return row and column of each selected cell, in order."""
        return sorted((index.row(), index.column()) for index in self.selectedIndexes())

    def selected_agencies(self) -> list[Agency]:
        """Return the agencies of the selected columns, in order."""
        columns = sorted({index.column() for index in self.selectedIndexes()})
        found = (self.grid.column_at(column) for column in columns)
        return [agency for column in found if column for agency in column.agencies]

    def selected_rows(self) -> list[GridRow]:
        """Return the rows with a selected cell, in order."""
        places = sorted({index.row() for index in self.selectedIndexes()})
        return [row for place in places if (row := self.grid.row_at(place))]

    def stand_on(self, row: int, column: int) -> None:
        """Make a cell the current one and the only one selected, whatever keys are held."""
        flags = QItemSelectionModel.SelectionFlag
        index = self.grid.index(row, column)
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect)
        self.scrollTo(index)

    def move_down(self) -> None:
        """Go to the cell below."""
        index = self.currentIndex()
        if index.isValid() and index.row() + 1 < self.grid.rowCount():
            self.stand_on(index.row() + 1, index.column())

    def select_block(self, top: int, left: int, bottom: int, right: int) -> None:
        """Choose a block of cells; its first one becomes the current one."""
        flags = QItemSelectionModel.SelectionFlag
        model = self.selectionModel()
        model.setCurrentIndex(self.grid.index(top, left), flags.NoUpdate)
        block = QItemSelection(self.grid.index(top, left), self.grid.index(bottom, right))
        model.select(block, flags.ClearAndSelect)

    def go_to_agency(self, agency_id: AgencyId) -> bool:
        """Stand in the column of an agency; False where it has none."""
        column = self.grid.place_of_agency(agency_id)
        if column < 0 or not self.grid.rows:
            return False
        row = self.currentIndex().row()
        self.stand_on(row if row >= 0 else self._first_task(), column)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QTableView.keyPressEvent."""
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        held = modifiers & ~Qt.KeyboardModifier.ShiftModifier
        letter = event.text().casefold() if held == _PLAIN else ""
        if self._typed and key == Qt.Key.Key_Space and modifiers == _PLAIN:
            self._type_ahead(" ")
        elif key in _ENTER and modifiers in (_PLAIN, Qt.KeyboardModifier.ControlModifier):
            self.write_asked.emit()
        elif key == Qt.Key.Key_Escape:
            self.cancel_asked.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Space) and modifiers == _PLAIN:
            self._forget_typed()
            self.mark_asked.emit(None)
        elif key == Qt.Key.Key_Backspace and modifiers == _PLAIN:
            # A Vietnamese keyboard takes letters back by Backspace; it never clears a cell.
            self._typed = self._typed[:-1]
            self._typing.start()
        elif letter in _KEYS and not self._typed:
            self.mark_asked.emit(_KEYS[letter])
        elif letter in ("+", "-") and modifiers == _PLAIN:
            self._toggle_current_kind(is_to_close=letter == "-")
        elif letter and letter.isalnum():
            self._type_ahead(letter)
        else:
            if not event.text():
                self._forget_typed()
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Override QTableView.currentChanged."""
        super().currentChanged(current, previous)
        self.tasks.set_current(current.row())
        self.agencies.set_current(current.column())
        self.current_changed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override QTableView.paintEvent."""
        self._delegate.prepare(self.font())
        super().paintEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Override QTableView.contextMenuEvent."""
        place = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            rect = self.visualRect(self.currentIndex())
            place = self.viewport().mapToGlobal(rect.bottomLeft())
        self.menu_asked.emit(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QTableView.resizeEvent: the tasks' edge takes its share of the width."""
        before = self.tasks.width()
        super().resizeEvent(event)
        if self.tasks.full_width != before:
            self._on_width_changed()

    def updateGeometries(self) -> None:
        """Override QTableView.updateGeometries: the corner covers where the headings meet."""
        super().updateGeometries()
        if hasattr(self, "_corner"):
            self._corner.setGeometry(QRect(0, 0, self.tasks.width(), self.agencies.height()))
            self._corner.raise_()

    def changeEvent(self, event: QEvent) -> None:
        """Override QTableView.changeEvent: another font means other measures."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "_corner"):
            self.tasks.setFont(self.font())
            self.agencies.setFont(self.font())
            self._on_width_changed()

    def _measure(self) -> None:
        """Give all rows the height of their words, and all columns theirs."""
        for place in range(len(self.grid.columns)):
            width = self.agencies.column_width(place)
            if self.agencies.sectionSize(place) != width:
                self.agencies.resizeSection(place, width)
        header = self.tasks
        if self.grid.rows:
            header.setDefaultSectionSize(header.row_height(self.grid.rows[0]))
        for place, row in enumerate(self.grid.rows):
            height = header.row_height(row)
            if header.sectionSize(place) != height:
                header.resizeSection(place, height)

    def _first_task(self) -> int:
        tasks = (place for place, row in enumerate(self.grid.rows) if row.task is not None)
        return next(tasks, 0)

    def _toggle_current_kind(self, *, is_to_close: bool) -> None:
        column = self.grid.column_at(self.currentIndex().column())
        if column is not None and column.is_closed is not is_to_close:
            self.kind_toggled.emit(column.kind)

    def _type_ahead(self, letter: str) -> None:
        """Go to the next agency with a word that begins so, or to the task of this number."""
        if not self._typing.isActive():
            self._typed_from = self.currentIndex().row(), self.currentIndex().column()
        self._typed += letter
        self._typing.start()
        if not self.grid.rows or not self.grid.columns:
            return
        current = self.currentIndex()
        if self._typed.isdecimal():
            places = range(len(self.grid.rows))
            start = self._typed_from[0] + 1
            for place in (*places[start:], *places[:start]):
                row = self.grid.rows[place]
                if row.task is not None and row.number == self._typed:
                    self.stand_on(place, max(current.column(), 0))
                    return
            return
        columns = range(len(self.grid.columns))
        sought = fold(self._typed)
        start = self._typed_from[1] + 1
        for column in (*columns[start:], *columns[:start]):
            if _begins_a_word(self.grid.columns[column].name, sought) or _begins_a_word(
                self.grid.columns[column].title, sought
            ):
                self.stand_on(max(current.row(), 0), column)
                return

    @Slot()
    def _forget_typed(self) -> None:
        self._typed = ""
        self._typing.stop()

    @Slot()
    def _on_width_changed(self) -> None:
        self._measure()
        self.updateGeometries()

    @Slot()
    def _on_about_to_reset(self) -> None:
        row, column = self.current_row, self.grid.column_at(self.currentIndex().column())
        agency = column.agencies[0].id if column else None
        self._anchor = (row.key, agency) if row else self._anchor

    @Slot()
    def _on_reset(self) -> None:
        self._measure()
        self.updateGeometries()
        self.tasks.set_current(-1)
        self.agencies.set_current(-1)
        if not self.grid.rows or not self.grid.columns:
            self.current_changed.emit()
            return
        row, column = -1, -1
        if self._anchor is not None:
            row = self.grid.place_of_row(self._anchor[0])
            agency_id = self._anchor[1]
            column = self.grid.place_of_agency(agency_id) if agency_id is not None else -1
        self.stand_on(row if row >= 0 else self._first_task(), max(column, 0))
        if row < 0:
            self.scrollToTop()

    @Slot()
    def _on_data_changed(self) -> None:
        self._measure()
        self.tasks.viewport().update()
        self.agencies.viewport().update()
        self.current_changed.emit()


class _Corner(QWidget):
    """Names what stands on the left."""

    def __init__(self, tasks: TaskHeader, parent: AssignmentTable) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Override QWidget.paintEvent."""
        tokens = current_tokens()
        painter = QPainter(self)
        rect = self.rect()
        painter.fillRect(rect, tokens.background)
        painter.fillRect(QRect(0, rect.bottom(), rect.width(), 1), tokens.line)
        painter.fillRect(QRect(rect.right(), 0, 1, rect.height()), tokens.muted)
        font = self.font()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(tokens.muted)
        left = self._tasks.number_width
        line = QRect(0, rect.bottom() - 28, left, 24)
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, "STT")
        words = QRect(left, line.top(), rect.width() - left - 8, line.height())
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, flags, "Nhiệm vụ cụ thể")
        painter.end()


def _begins_a_word(name: str, sought: str) -> bool:
    folded = fold(name)
    return folded.startswith(sought) or f" {sought}" in folded
