"""The headings of the matrix: agencies written upwards, below the name of their kind."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from cchc_desktop.ui.agency_words import KIND_NAMES
from cchc_desktop.ui.assignment_columns import kind_span
from cchc_desktop.ui.assignment_model import AssignmentModel
from cchc_desktop.ui.assignment_text import ShortLines
from cchc_desktop.ui.icons import icon
from cchc_desktop.ui.theme import Tokens, current_tokens

_MOST_LINES = 2
_LEAST_LETTERS, _MOST_LETTERS = 9, 24
_ABOVE = 7
_SIDE = 5
_ASIDE = 9
"""What is left empty beside the lines of a name."""


class AgencyHeader(QHeaderView):
    """Names the columns; the band of a kind closes it to one column, and opens it again.

    Signals:
        kind_toggled(AgencyKind): This kind is to be closed or opened.
    """

    kind_toggled = Signal(object)

    def __init__(self, model: AssignmentModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._model = model
        self._current = -1
        self._short = ShortLines(self.font())
        self._bold = ShortLines(_bold(self.font()))
        self._tallest = 0
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(1)
        model.modelReset.connect(self._measure)
        self._measure()

    def set_current(self, section: int) -> None:
        """Show that another section has the current cell."""
        before, self._current = self._current, section
        for place in {before, section} - {-1}:
            self.updateSection(place)

    def column_width(self, section: int) -> int:
        """Return how wide a column must be for the lines of its name."""
        column = self._model.column_at(section)
        lines = 1
        if column is not None:
            lines = len(self._bold.lines(column.title, self._tallest, _MOST_LINES))
        least = self._short.metrics.horizontalAdvance("12C") if self._is_closed(section) else 0
        return max(lines * self._short.line_height, least) + _ASIDE

    @property
    def band_height(self) -> int:
        """How tall the band with the kinds is."""
        return self._short.metrics.height() + 2 * _SIDE

    def sizeHint(self) -> QSize:
        """Override QHeaderView.sizeHint: as tall as the longest name, within reason."""
        return QSize(super().sizeHint().width(), self.band_height + self._tallest + 2 * _ABOVE)

    def sectionSizeFromContents(self, section: int) -> QSize:
        """Override QHeaderView.sectionSizeFromContents."""
        return QSize(self.column_width(section), self.band_height + self._tallest + 2 * _ABOVE)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Override QHeaderView.paintSection."""
        column = self._model.column_at(section)
        if column is None:
            return
        tokens = current_tokens()
        painter.save()
        painter.setClipRect(rect)
        is_current = section == self._current
        is_found = any(agency.id in self._model.found for agency in column.agencies)
        painter.fillRect(rect, tokens.background)
        names = QRect(rect)
        names.setTop(rect.top() + self.band_height)
        if is_found:
            painter.fillRect(names, tokens.soon_soft)
        elif is_current:
            painter.fillRect(names, tokens.accent_soft)
        self._draw_name(painter, names, section, tokens, is_current=is_current)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), tokens.line)
        is_end = section in self._model.kind_ends
        edge = tokens.muted if is_end else tokens.line
        top = rect.top() if is_end else names.top()
        painter.fillRect(QRect(rect.right(), top, 1, rect.bottom() - top + 1), edge)
        painter.restore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override QHeaderView.paintEvent: the names, and above them the kinds."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setClipRegion(event.region())
        tokens = current_tokens()
        for section in (0, *(place + 1 for place in sorted(self._model.kind_ends))):
            if section < self.count():
                self._draw_band(painter, section, tokens)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Override QHeaderView.mousePressEvent: the band closes and opens its kind."""
        place = event.position().toPoint()
        column = self._model.column_at(self.logicalIndexAt(place))
        if column is not None and (place.y() < self.band_height or column.is_closed):
            self.kind_toggled.emit(column.kind)
            event.accept()
            return
        super().mousePressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Override QHeaderView.event: another font means other measures."""
        if event.type() is QEvent.Type.FontChange:
            self._short.set_font(self.font())
            self._bold.set_font(_bold(self.font()))
            self._measure()
        return bool(super().event(event))

    def _measure(self) -> None:
        letter = self._short.metrics.averageCharWidth()
        least, most = _LEAST_LETTERS * letter, _MOST_LETTERS * letter
        need = least
        for column in self._model.columns:
            for room in range(need, most, letter):
                lines = self._bold.lines(column.title, room, _MOST_LINES)
                if " ".join(lines) == " ".join(column.title.split()):
                    break
                need = min(room + letter, most)
        if need != self._tallest:
            self._tallest = need
            self.geometriesChanged.emit()
        self.viewport().update()

    def _is_closed(self, section: int) -> bool:
        column = self._model.column_at(section)
        return column is not None and column.is_closed

    def _draw_name(
        self, painter: QPainter, rect: QRect, section: int, tokens: Tokens, *, is_current: bool
    ) -> None:
        column = self._model.columns[section]
        lines_of = self._bold if is_current or column.is_closed else self._short
        room = rect.height() - 2 * _ABOVE
        lines = lines_of.lines(column.title, room, _MOST_LINES)
        painter.save()
        painter.setPen(tokens.accent if is_current else tokens.text)
        painter.setFont(lines_of.font)
        painter.translate(rect.left(), rect.bottom() - _ABOVE + 1)
        painter.rotate(-90)
        block = len(lines) * lines_of.line_height
        top = (rect.width() - 1 - block) // 2
        slack = (lines_of.line_height - lines_of.metrics.height()) // 2
        for number, line in enumerate(lines):
            y = top + number * lines_of.line_height + slack + lines_of.metrics.ascent()
            painter.drawText(0, y, line)
        painter.restore()

    def _draw_band(self, painter: QPainter, first: int, tokens: Tokens) -> None:
        """Draw the band of the kind that begins here; its name stays in view while scrolling."""
        _, last = kind_span(self._model.columns, first)
        column = self._model.columns[first]
        left = self.sectionViewportPosition(first)
        right = self.sectionViewportPosition(last) + self.sectionSize(last)
        if right <= 0 or left >= self.viewport().width():
            return
        band = QRect(left, 0, right - left, self.band_height)
        painter.fillRect(QRect(left, band.bottom(), band.width(), 1), tokens.line)
        side = round(self._short.metrics.ascent() * 0.9)
        start = max(left, 0) + (_SIDE if first != last else max((band.width() - side) // 2, 0))
        sign = "chevron-right" if column.is_closed else "chevron-down"
        is_alone = first == last and not column.is_closed
        if not is_alone:
            mark = QRect(start, band.center().y() - side // 2, side, side)
            icon(sign, "muted").paint(painter, mark)
            start += side + 3
        room = min(right, self.viewport().width()) - start - _SIDE
        if first == last or room < 3 * side:
            return
        words = self._short.metrics.elidedText(
            KIND_NAMES[column.kind], Qt.TextElideMode.ElideRight, room
        )
        painter.setFont(self._short.font)
        painter.setPen(tokens.muted)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRect(start, band.top(), room, band.height()), flags, words)


def _bold(font: QFont) -> QFont:
    strong = QFont(font)
    strong.setBold(True)
    return strong
