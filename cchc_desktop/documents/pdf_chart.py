"""Stacked bars in PDF: counts in the bars, hatched so that they read in black and white."""

from dataclasses import dataclass

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from cchc_desktop.documents.blocks import Align, Chart
from cchc_desktop.documents.chart_paint import PAPER_COLOURS, aside_words, written_aside
from cchc_desktop.documents.pdf_sheet import PdfSheet
from cchc_desktop.documents.row_flow import LEADING
from cchc_desktop.documents.rules import CHART_LABEL_SHARE, CHART_TOTAL_SHARE, PARAGRAPH_GAP
from cchc_desktop.documents.text_measure import BOLD, ITALIC, REGULAR, Line
from cchc_desktop.domain.progress_chart import (
    PART_LOOKS,
    ChartPart,
    Hatch,
    PlacedBar,
    place_bars,
)

_BAR = 15.0
_GAP = 5.0
_SWATCH = 11.0
_HATCH_STEP = 4.0
_COUNT_SIZE = 9.5
_ASIDE_SIZE = 9.0
_KEPT_BARS = 2


@dataclass(slots=True)
class _BarRow:
    bar: PlacedBar
    label: list[Line]
    aside: list[Line]
    height: float


class ChartDrawing:
    """One chart, measured; it is drawn on one page unless it is taller than that."""

    def __init__(self, sheet: PdfSheet, block: Chart) -> None:
        self._sheet, self._block = sheet, block
        self._size = block.size
        self._label_width = sheet.width * CHART_LABEL_SHARE
        self._bars_left = sheet.left + self._label_width + 6
        total = sheet.width * CHART_TOTAL_SHARE
        self._bars_width = sheet.width - self._label_width - 6 - total
        self._title = sheet.lines(block.chart.title, sheet.width, self._size, BOLD)
        self._legend = self._legend_rows()
        self._rows = [self._row(bar) for bar in place_bars(block.chart)]

    @property
    def height(self) -> float:
        """The height of the whole chart."""
        return self._head_height + sum(row.height for row in self._rows)

    @property
    def least_height(self) -> float:
        """The height that must be free for it to begin on a page."""
        least = self._head_height + sum(row.height for row in self._rows[:_KEPT_BARS])
        return self.height if self.height <= self._sheet.page_room else least

    def draw(self, tail: float) -> None:
        """Draw it below what stands on the page; ``tail`` follows on the same page."""
        sheet = self._sheet
        wanted = self.height + tail if self.height + tail <= sheet.page_room else self.least_height
        if not sheet.is_fresh and sheet.room < wanted:
            sheet.next_page()
        sheet.y -= PARAGRAPH_GAP
        sheet.y = sheet.write(
            self._title, sheet.left, sheet.width, self._size, Align.CENTER, top=sheet.y
        )
        sheet.y -= 4
        self._draw_legend()
        for row in self._rows:
            if sheet.room < row.height:
                sheet.next_page()
            self._draw_row(row)
            sheet.y -= row.height
        sheet.y -= PARAGRAPH_GAP

    @property
    def _head_height(self) -> float:
        title = len(self._title) * self._size * LEADING
        legend = len(self._legend) * (self._size * LEADING + 2)
        return title + legend + 10 + 2 * PARAGRAPH_GAP

    def _row(self, bar: PlacedBar) -> _BarRow:
        sheet = self._sheet
        digit = sheet.measure.width("0", _COUNT_SIZE)
        label = sheet.lines(bar.label, self._label_width, self._size, REGULAR)
        words = aside_words(written_aside(bar, self._bars_width, digit))
        aside = sheet.lines(words, self._bars_width, _ASIDE_SIZE, ITALIC) if words else []
        own = _BAR + len(aside) * _ASIDE_SIZE * LEADING
        return _BarRow(bar, label, aside, max(own, len(label) * self._size * LEADING) + _GAP)

    def _legend_rows(self) -> list[list[tuple[ChartPart, float]]]:
        """Return the legend's entries by line, each with its distance from the left."""
        rows: list[list[tuple[ChartPart, float]]] = []
        x = self._sheet.width
        for part in self._block.chart.parts:
            words = self._sheet.measure.width(PART_LOOKS[part].words, self._size)
            needed = _SWATCH + 5 + words + 14
            if x + needed - 14 > self._sheet.width:
                rows.append([])
                x = 0.0
            rows[-1].append((part, x))
            x += needed
        return rows

    def _draw_legend(self) -> None:
        sheet, line = self._sheet, self._size * LEADING
        for row in self._legend:
            for part, x in row:
                left = sheet.left + x
                _paint(sheet.canvas, part, left, sheet.y - line + 1, _SWATCH, _SWATCH)
                words = sheet.lines(PART_LOOKS[part].words, sheet.width, self._size, REGULAR)
                start = left + _SWATCH + 5
                sheet.write(words, start, sheet.width, self._size, Align.LEFT, top=sheet.y)
            sheet.y -= line + 2
        sheet.y -= 4

    def _draw_row(self, row: _BarRow) -> None:
        sheet, size, measure = self._sheet, self._size, self._sheet.measure
        top = sheet.y
        label_top = top - max(_BAR - size * LEADING, 0.0) / 2
        sheet.write(row.label, sheet.left, self._label_width, size, Align.LEFT, top=label_top)
        digit = measure.width("0", _COUNT_SIZE)
        aside = written_aside(row.bar, self._bars_width, digit)
        for segment in row.bar.segments:
            left = self._bars_left + segment.start * self._bars_width
            width = segment.length * self._bars_width
            _paint(sheet.canvas, segment.part, left, top - _BAR, width, _BAR)
            if segment not in aside:
                self._draw_count(str(segment.count), left + width / 2, top)
        end = self._bars_left + row.bar.end * self._bars_width + 5
        total = sheet.lines(str(row.bar.total), sheet.width, size, BOLD)
        sheet.write(total, end, sheet.width, size, Align.LEFT, top=label_top)
        if row.aside:
            sheet.write(
                row.aside, self._bars_left, self._bars_width, _ASIDE_SIZE, Align.LEFT,
                top=top - _BAR,
            )  # fmt: skip

    def _draw_count(self, count: str, center: float, top: float) -> None:
        """Write a count on a white ground: no colour or hatch makes it hard to read."""
        sheet = self._sheet
        width = sheet.measure.width(count, _COUNT_SIZE) + 3
        sheet.canvas.saveState()
        sheet.canvas.setFillColor(HexColor("#FFFFFF"))
        sheet.canvas.rect(center - width / 2, top - _BAR + 2, width, _BAR - 4, stroke=0, fill=1)
        sheet.canvas.restoreState()
        lines = sheet.lines(count, sheet.width, _COUNT_SIZE, REGULAR)
        below = top - (_BAR - _COUNT_SIZE * LEADING) / 2
        sheet.write(lines, center - width / 2, width, _COUNT_SIZE, Align.CENTER, top=below)


def _paint(
    canvas: Canvas, part: ChartPart, left: float, bottom: float, width: float, height: float
) -> None:
    """Fill a rectangle with the colour and the hatch of ``part``."""
    look = PART_LOOKS[part]
    canvas.saveState()
    canvas.setFillColor(HexColor(f"#{PAPER_COLOURS[look.token]}"))
    canvas.setStrokeColor(HexColor(f"#{PAPER_COLOURS[look.ink]}"))
    canvas.setLineWidth(0.6)
    canvas.rect(left, bottom, width, height, stroke=1, fill=1)
    frame = canvas.beginPath()
    frame.rect(left, bottom, width, height)
    canvas.clipPath(frame, stroke=0, fill=0)
    lines: list[tuple[float, float, float, float]] = []
    if look.hatch is Hatch.UPRIGHT:
        lines = [(x, bottom, x, bottom + height) for x in _steps(left, left + width)]
    if look.hatch in (Hatch.RISING, Hatch.CROSSED):
        lines += [
            (x, bottom, x + height, bottom + height) for x in _steps(left - height, left + width)
        ]
    if look.hatch in (Hatch.FALLING, Hatch.CROSSED):
        lines += [
            (x, bottom + height, x + height, bottom) for x in _steps(left - height, left + width)
        ]
    if lines:
        canvas.lines(lines)
    canvas.restoreState()


def _steps(start: float, end: float) -> list[float]:
    count = max(int((end - start) / _HATCH_STEP), 1)
    return [start + (index + 0.5) * _HATCH_STEP for index in range(count)]
