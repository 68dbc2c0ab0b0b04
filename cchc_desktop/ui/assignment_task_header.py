"""The left edge of the matrix: number and content of each task, always in view."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from cchc_desktop.domain.plan_rows import RowKind
from cchc_desktop.domain.text_finding import hit_spans
from cchc_desktop.ui.assignment_grid import GridRow
from cchc_desktop.ui.assignment_model import AssignmentModel
from cchc_desktop.ui.assignment_text import ShortLines
from cchc_desktop.ui.icons import icon
from cchc_desktop.ui.settings import Settings
from cchc_desktop.ui.theme import Tokens, current_tokens

_MOST_LINES = 3
_MARGIN_X, _MARGIN_Y = 8, 5
_INDENT = 12
_GRIP = 5
_LEAST, _MOST = 20, 90
"""In average letters."""
_USUAL = 40
_SHARE = 0.44
"""At most this part of the table, so that agencies stay in view."""
_WIDTH = "assignment/task-width"


class TaskHeader(QHeaderView):
    """Names the rows; its right edge is dragged to make it wider.

    Signals:
        width_changed(): It takes another width.
    """

    width_changed = Signal()

    def __init__(self, model: AssignmentModel, settings: Settings, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._model = model
        self._settings = settings
        self._chosen = settings.number(_WIDTH, 0)
        self._dragged_from: tuple[int, int] | None = None
        self._current = -1
        self._plain = ShortLines(self.font())
        self._bold = ShortLines(_bold(self.font()))
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(1)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)

    @property
    def number_width(self) -> int:
        """How wide the numbers' part is."""
        return self._plain.metrics.averageCharWidth() * 5 + 2 * _MARGIN_X

    @property
    def full_width(self) -> int:
        """How wide it is: as chosen, else as the table leaves room."""
        letter = self._plain.metrics.averageCharWidth()
        table = self.parentWidget()
        room = round(table.width() * _SHARE) if table else _USUAL * letter
        wanted = self._chosen or min(_USUAL * letter + self.number_width, room)
        most = max(_LEAST * letter, (table.width() - 8 * letter) if table else wanted)
        return max(_LEAST * letter, min(wanted, _MOST * letter, most))

    def sizeHint(self) -> QSize:
        """Override QHeaderView.sizeHint."""
        return QSize(self.full_width, super().sizeHint().height())

    def set_current(self, section: int) -> None:
        """Show that another section has the current cell."""
        before, self._current = self._current, section
        for place in {before, section} - {-1}:
            self.updateSection(place)

    def row_height(self, row: GridRow) -> int:
        """Return how tall a row is for the lines of its content."""
        lines = self._bold if row.task is None else self._plain
        return lines.height(row.words, self._room(row), _MOST_LINES) + 2 * _MARGIN_Y + 1

    def set_chosen_width(self, width: int) -> None:
        """Take a width chosen by the officer, and remember it."""
        before = self.full_width
        self._chosen = width
        if self.full_width != before:
            self._settings.set_number(_WIDTH, self.full_width)
            self.width_changed.emit()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Override QHeaderView.paintSection."""
        row = self._model.row_at(section)
        if row is None:
            return
        tokens = current_tokens()
        painter.save()
        painter.setClipRect(rect)
        ground = tokens.surface
        if section == self._current:
            ground = tokens.accent_soft
        elif row.task is None:
            ground = tokens.section_row
        painter.fillRect(rect, ground)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), tokens.line)
        painter.fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), tokens.muted)
        lines_of = self._bold if row.task is None else self._plain
        painter.setFont(lines_of.font)
        painter.setPen(tokens.text)
        number = QRect(rect.left(), rect.top() + _MARGIN_Y, self.number_width, rect.height())
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        slack = (lines_of.line_height - lines_of.metrics.height()) // 2
        painter.drawText(number.translated(0, slack), flags, row.number)
        self._draw_words(painter, rect, row, lines_of, tokens)
        self._draw_flag(painter, rect, row)
        painter.restore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override QHeaderView.paintEvent: below the last row the table's ground goes on."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), current_tokens().surface)
        painter.end()
        super().paintEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Override QHeaderView.mousePressEvent: the right edge is a grip."""
        if self._is_on_grip(event) and event.button() is Qt.MouseButton.LeftButton:
            self._dragged_from = (round(event.globalPosition().x()), self.full_width)
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Override QHeaderView.mouseMoveEvent."""
        if self._dragged_from is not None:
            start, width = self._dragged_from
            self.set_chosen_width(width + round(event.globalPosition().x()) - start)
            return
        on_grip = self._is_on_grip(event)
        self.setCursor(Qt.CursorShape.SplitHCursor if on_grip else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Override QHeaderView.mouseReleaseEvent."""
        if self._dragged_from is not None:
            self._dragged_from = None
            return
        super().mouseReleaseEvent(event)

    def event(self, event: QEvent) -> bool:
        """Override QHeaderView.event: another font means other measures."""
        if event.type() is QEvent.Type.FontChange:
            self._plain.set_font(self.font())
            self._bold.set_font(_bold(self.font()))
        return bool(super().event(event))

    def _is_on_grip(self, event: QMouseEvent) -> bool:
        return event.position().x() >= self.viewport().width() - _GRIP

    def _room(self, row: GridRow) -> int:
        return self.full_width - self._words_left(row) - _MARGIN_X - self._flag_room(row)

    def _words_left(self, row: GridRow) -> int:
        return self.number_width + (_INDENT if row.key.kind is RowKind.SUBTASK else 0)

    def _flag_room(self, row: GridRow) -> int:
        return self._plain.metrics.ascent() + 4 if flag_of(row) else 0

    def _draw_words(
        self, painter: QPainter, rect: QRect, row: GridRow, lines_of: ShortLines, tokens: Tokens
    ) -> None:
        left = rect.left() + self._words_left(row)
        slack = (lines_of.line_height - lines_of.metrics.height()) // 2
        top = rect.top() + _MARGIN_Y + slack
        words = self._model.filter.words
        for number, line in enumerate(lines_of.lines(row.words, self._room(row), _MOST_LINES)):
            y = top + number * lines_of.line_height
            for start, end in hit_spans(words, line) if words else ():
                x = left + lines_of.metrics.horizontalAdvance(line[:start])
                width = lines_of.metrics.horizontalAdvance(line[start:end])
                painter.fillRect(QRect(x, y, width, lines_of.metrics.height()), tokens.soon_soft)
            painter.drawText(left, y + lines_of.metrics.ascent(), line)

    def _draw_flag(self, painter: QPainter, rect: QRect, row: GridRow) -> None:
        flag = flag_of(row)
        if flag is None:
            return
        side = self._plain.metrics.ascent()
        slack = (self._plain.line_height - side) // 2
        place = QRect(
            rect.right() - _MARGIN_X - side + 2, rect.top() + _MARGIN_Y + slack, side, side
        )
        icon(*flag).paint(painter, place)


def flag_of(row: GridRow) -> tuple[str, str] | None:
    """Return sign and colour of what is missing in a row, or None."""
    if row.has_no_lead:
        return "triangle-alert", "late"
    if row.unknown:
        return "circle-question-mark", "soon"
    return None


def _bold(font: QFont) -> QFont:
    strong = QFont(font)
    strong.setBold(True)
    return strong
