"""The lines of a report as a list: what is shown, what is typed, what is on its way."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.period import PeriodKey
from cchc_desktop.domain.report_text import LiveText
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.ui.report_desk import ReportSight
from cchc_desktop.ui.report_lines import LineKind, ReportLine, blank_line, with_words
from cchc_desktop.ui.report_words import PROPOSED, paragraph_marks

Index = QModelIndex | QPersistentModelIndex


class ReportModel(QAbstractListModel):
    """Holds the lines of one report; what was typed is shown until it comes back as kept.

    Attributes:
        key: The period whose report is shown, or None.
        is_locked: Whether nothing can be written in it.

    Signals:
        written(str, RichText): The officer wrote over the paragraph of this code.
        composed(str, RichText): The officer wrote a paragraph to stand behind this one.
    """

    written = Signal(str, object)
    composed = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[ReportLine] = []
        self.key: PeriodKey | None = None
        self.is_locked = True

    @property
    def lines(self) -> tuple[ReportLine, ...]:
        """The lines from top to bottom."""
        return tuple(self._lines)

    def show_sight(self, sight: ReportSight | None) -> None:
        """Show other lines; those that stay are not moved."""
        lines = list(sight.lines) if sight else []
        self.key = sight.check.report.key if sight else None
        self.is_locked = sight is None or sight.is_closed
        if _shape(lines) != _shape(self._lines):
            self.beginResetModel()
            self._lines = lines
            self.endResetModel()
            return
        changed = [n for n, line in enumerate(lines) if line != self._lines[n]]
        self._lines = lines
        if changed:
            self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))

    def line_at(self, row: int) -> ReportLine | None:
        """Return the line in a row, or None."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row_of(self, code: str) -> int | None:
        """Return the row of a code, or None."""
        rows = (row for row, line in enumerate(self._lines) if line.code == code)
        return next(rows, None)

    def insert_blank(self, after: int) -> int:
        """Put an empty line behind a row, to be written in; return its row."""
        row = after + 1
        while row < len(self._lines) and self._lines[row].kind is LineKind.CHART:
            row += 1
        self.beginInsertRows(QModelIndex(), row, row)
        self._lines.insert(row, blank_line())
        self.endInsertRows()
        return row

    def drop_blank(self) -> None:
        """Take the empty line out again."""
        for row, line in enumerate(self._lines):
            if line.kind is LineKind.BLANK:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._lines[row]
                self.endRemoveRows()
                return

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Override QAbstractItemModel.rowCount."""
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Override QAbstractItemModel.flags."""
        line = self.line_at(index.row()) if index.isValid() else None
        flags = super().flags(index)
        if line is None or self.is_locked:
            return flags
        is_text = line.kind in (LineKind.PARAGRAPH, LineKind.BLANK)
        return flags | Qt.ItemFlag.ItemIsEditable if is_text else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Override QAbstractItemModel.data."""
        line = self.line_at(index.row()) if index.isValid() else None
        if line is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _display(line)
            case Qt.ItemDataRole.EditRole:
                return line.text.words
            case Qt.ItemDataRole.AccessibleTextRole:
                return _spoken(line)
        return None

    def setData(
        self,
        index: Index,
        value: Any,  # noqa: ANN401
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        """Override QAbstractItemModel.setData: announce what the officer wrote."""
        line = self.line_at(index.row()) if index.isValid() else None
        if line is None or role != Qt.ItemDataRole.EditRole or not isinstance(value, RichText):
            return False
        if line.kind is LineKind.BLANK:
            if value:
                self._show_words(index.row(), LiveText(value))
                self.composed.emit(self._code_before(index.row()), value)
            return bool(value)
        if value == line.text.words:
            return False
        if value:
            self._show_words(index.row(), line.text.rewritten(value))
        self.written.emit(line.code, value)
        return True

    def _show_words(self, row: int, text: LiveText) -> None:
        self._lines[row] = with_words(self._lines[row], text)
        self.dataChanged.emit(self.index(row), self.index(row))

    def _code_before(self, row: int) -> str:
        return next(line.code for line in reversed(self._lines[:row]) if line.is_in_report)


def _shape(lines: list[ReportLine]) -> list[tuple[LineKind, str]]:
    return [(line.kind, line.code) for line in lines]


def _display(line: ReportLine) -> str:
    if line.chart is not None:
        return line.chart.chart.title
    number = line.paragraph.number
    return f"{number} {line.text.text}" if number else line.text.text


def _spoken(line: ReportLine) -> str:
    words = [_display(line)]
    if line.kind is LineKind.PROPOSED:
        words.append(PROPOSED)
    elif line.is_in_report:
        words += (mark.text for mark in paragraph_marks(line.paragraph, line.news))
    return ". ".join(words)
