"""The text of the report from top to bottom, walked through and edited with the keyboard."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QListView,
    QToolTip,
    QWidget,
)

from cchc_desktop.ui.cell_editor import AfterEdit
from cchc_desktop.ui.report_chart import ReportChart
from cchc_desktop.ui.report_delegate import ReportDelegate
from cchc_desktop.ui.report_lines import LineKind, ReportLine
from cchc_desktop.ui.report_model import ReportModel

Index = QModelIndex | QPersistentModelIndex

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ReportTextView(QListView):
    """Shows the lines of a report; Enter or F2 edits, Esc leaves, arrows walk.

    Signals:
        line_changed(): The keyboard stands on another line.
        figure_chosen(str): A figure in the text was clicked.
        tasks_requested(frozenset): The tasks behind a part of a chart were asked for.
        edit_closed(): The editor was closed, with or without anything new.

    Attributes:
        lines: Paints the lines and edits in them.
        figure_tip: Says what a figure is on which the mouse rests.
    """

    line_changed = Signal()
    figure_chosen = Signal(str)
    tasks_requested = Signal(object)
    edit_closed = Signal()

    def __init__(self, model: ReportModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._charts: dict[str, ReportChart] = {}
        self._clicked: str | None = None
        self.figure_tip: Callable[[str], str] = lambda _: ""
        self.setModel(model)
        self.lines = ReportDelegate(model, self)
        self.lines.chart_height = self._chart_height
        self.lines.moved_on.connect(self._on_moved_on)
        self.setItemDelegate(self.lines)
        self.setAccessibleName("Nội dung báo cáo")
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        # Only so are the lines measured again when the view becomes narrower.
        self.setWordWrap(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed)
        self.setTabKeyNavigation(False)
        self.verticalScrollBar().setSingleStep(self.lines.layouts.line_height)
        self.viewport().setMouseTracking(True)
        model.modelReset.connect(self._on_reset)
        model.dataChanged.connect(self._on_data_changed)
        model.rowsInserted.connect(self._on_rows_changed)
        model.rowsRemoved.connect(self._on_rows_changed)

    @property
    def line(self) -> ReportLine | None:
        """The line on which the keyboard stands, or None."""
        return self._model.line_at(self.currentIndex().row())

    @property
    def is_editing(self) -> bool:
        """Whether a paragraph is being written in."""
        return self.lines.editor is not None

    def go_to(self, code: str) -> None:
        """Stand on the line of a code, if there is one."""
        row = self._model.row_of(code)
        if row is not None:
            index = self._model.index(row)
            self.setCurrentIndex(index)
            self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def show_at_top(self, code: str) -> None:
        """Stand on the line of a code and show what follows it."""
        row = self._model.row_of(code)
        if row is not None:
            index = self._model.index(row)
            self.setCurrentIndex(index)
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtTop)

    def edit_row(self, row: int) -> None:
        """Open the editor in a row."""
        index = self._model.index(row)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        if self._model.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)

    def commit_editing(self) -> None:
        """Keep what is being typed."""
        self.lines.commit()

    def apply_settings(self) -> None:
        """Follow a change of the font or the theme."""
        self.lines.layouts.font = self.font()
        self.lines.layouts.clear()
        self.verticalScrollBar().setSingleStep(self.lines.layouts.line_height)
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Override QListView.currentChanged."""
        super().currentChanged(current, previous)
        self.line_changed.emit()

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Override QListView.closeEditor."""
        super().closeEditor(editor, hint)
        self._drop_empty_blank()
        self.scheduleDelayedItemsLayout()
        self.edit_closed.emit()

    def keyboardSearch(self, search: str) -> None:
        """Override QListView.keyboardSearch: letters do not jump about in a report."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QListView.keyPressEvent."""
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        line = self.line
        if event.key() in _ENTER and plain == Qt.KeyboardModifier.NoModifier and line:
            if line.chart is not None:
                self._charts[line.code].chart.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self.edit_row(self.currentIndex().row())
            event.accept()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Override QListView.mousePressEvent."""
        index = self.indexAt(event.position().toPoint())
        self._clicked = None
        if event.button() is Qt.MouseButton.LeftButton and index.isValid():
            mark = self.lines.figure_at(index, event.position().toPoint())
            self._clicked = mark.code if mark else None
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Override QListView.mouseReleaseEvent: a click on a figure asks about it."""
        super().mouseReleaseEvent(event)
        if self._clicked is not None:
            self.figure_chosen.emit(self._clicked)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Override QListView.mouseDoubleClickEvent: the cursor stands where one clicked."""
        self._clicked = None
        super().mouseDoubleClickEvent(event)
        editor = self.lines.editor
        if editor is not None:
            place = editor.viewport().mapFromGlobal(event.globalPosition().toPoint())
            editor.setTextCursor(editor.cursorForPosition(place))

    def viewportEvent(self, event: QEvent) -> bool:
        """Override QListView.viewportEvent: tell what a figure under the mouse is."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            mark = self.lines.figure_at(index, event.pos()) if index.isValid() else None
            QToolTip.showText(event.globalPos(), self.figure_tip(mark.code) if mark else "", self)
            return True
        return super().viewportEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Override QListView.focusInEvent: there is always a line to start from."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._model.rowCount():
            self.setCurrentIndex(self._model.index(0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QListView.resizeEvent."""
        super().resizeEvent(event)
        self._set_sides()

    def _chart_height(self, code: str) -> int:
        chart = self._charts.get(code)
        return chart.needed_height if chart is not None else 0

    def _place_charts(self) -> None:
        """Give each chart its widget; the view frees those of lines that are gone."""
        self._charts = {}
        for row, line in enumerate(self._model.lines):
            if line.kind is LineKind.CHART and line.chart is not None:
                chart = ReportChart(line.chart, self.viewport())
                chart.tasks_requested.connect(self.tasks_requested)
                chart.height_changed.connect(self._on_chart_height)
                self._charts[line.code] = chart
                self.setIndexWidget(self._model.index(row), chart)
        self._set_sides()

    def _set_sides(self) -> None:
        column = self.lines.column
        right = self.viewport().width() - column.left - column.room
        for chart in self._charts.values():
            chart.set_sides(column.left, right)

    def _drop_empty_blank(self) -> None:
        blank = next((line for line in self._model.lines if line.kind is LineKind.BLANK), None)
        if blank is not None and not blank.text:
            row = self._model.row_of(blank.code) or 1
            self._model.drop_blank()
            self.setCurrentIndex(self._model.index(row - 1))

    @Slot(object)
    def _on_moved_on(self, where: AfterEdit) -> None:
        down, right = where.value
        row = self.currentIndex().row() + down + right
        if 0 <= row < self._model.rowCount():
            self.setCurrentIndex(self._model.index(row))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_reset(self) -> None:
        self._place_charts()

    @Slot()
    def _on_rows_changed(self) -> None:
        self.scheduleDelayedItemsLayout()

    @Slot(QModelIndex, QModelIndex)
    def _on_data_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        for row in range(first.row(), last.row() + 1):
            line = self._model.line_at(row)
            if line is not None and line.chart is not None and line.code in self._charts:
                self._charts[line.code].show_view(line.chart)
        self.scheduleDelayedItemsLayout()

    @Slot()
    def _on_chart_height(self) -> None:
        self.scheduleDelayedItemsLayout()
