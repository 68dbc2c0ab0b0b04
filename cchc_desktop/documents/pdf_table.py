"""Drawing the pieces of a table: its rules and its text."""

from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from cchc_desktop.documents.blocks import Align
from cchc_desktop.documents.row_flow import LEADING, PADDING_X, PADDING_Y, Box, Piece
from cchc_desktop.documents.table_layout import TableLayout, TablePage
from cchc_desktop.documents.text_measure import Line, TextMeasure

_RULE = 0.5
_BASELINE = 0.9125
"""From the top of a line to its baseline, as a multiple of the font size."""
_WIDEST_GAP = 0.75
"""Justified lines whose gaps would grow by more than this share of the size stay ragged."""


@dataclass(slots=True)
class TextPen:
    """Writes lines into one text object of a page, changing fonts only when needed."""

    text: PDFTextObject
    measure: TextMeasure
    font: tuple[int, float] | None = None
    gap: float = 0.0

    def write(self, line: Line, x: float, baseline: float, size: float, gap: float = 0.0) -> None:
        """Write ``line`` from ``x``; each space is ``gap`` wider than the font's own."""
        self.text.setTextOrigin(x, baseline)
        if gap != self.gap:
            self.text.setWordSpace(gap)
            self.gap = gap
        for span in line.spans:
            if self.font != (span.face, size):
                self.font = (span.face, size)
                self.text.setFont(self.measure.font_names[span.face], size)
            self.text.textOut(span.text)


def justified_gap(line: Line, free: float, size: float) -> float:
    """Return how much wider each space must be for ``line`` to fill ``free`` points more.

    The PDF writes a no-break space as a space, which grows with the others.  A line of few
    words stays as it is.
    """
    spaces = line.text.count(" ") + line.text.count("\u00a0")
    gap = free / spaces if spaces else 0.0
    return gap if gap <= _WIDEST_GAP * size else 0.0


def draw_table_page(
    canvas: Canvas, layout: TableLayout, page: TablePage, left: float, top: float
) -> None:
    """Draw what stands of a table on one page; ``top`` is measured from the sheet's foot."""
    columns = [left + x for x in layout.column_x]
    _draw_rules(canvas, page, columns, top)
    text = canvas.beginText()
    pen = TextPen(text, layout.measure)
    y = top
    for piece in page.pieces:
        for box in piece.boxes:
            if box.is_vertical:
                continue
            _write_box(pen, layout, piece, box, columns, y)
        y -= piece.height
    canvas.drawText(text)
    for piece in page.pieces[:1]:
        for box in piece.boxes:
            if box.is_vertical:
                _write_upright(canvas, layout, box, columns, top)


def _write_upright(
    canvas: Canvas, layout: TableLayout, box: Box, columns: list[float], top: float
) -> None:
    """Write a heading from bottom to top, its lines side by side in the middle."""
    size = layout.table.size
    canvas.saveState()
    canvas.translate((columns[box.first] + columns[box.end]) / 2, top - box.height)
    canvas.rotate(90)
    text = canvas.beginText()
    pen = TextPen(text, layout.measure)
    baseline = (len(box.lines) / 2 * LEADING - _BASELINE) * size
    for line in box.lines:
        start = (box.height - line.width * size / 1000) / 2
        pen.write(line, start, baseline, size)
        baseline -= size * LEADING
    canvas.drawText(text)
    canvas.restoreState()


def _align(layout: TableLayout, piece: Piece, box: Box) -> Align:
    if piece.is_header:
        return Align.CENTER
    if box.end - box.first > 1:
        return Align.LEFT
    return layout.table.columns[box.first].align


def _write_box(
    pen: TextPen,
    layout: TableLayout,
    piece: Piece,
    box: Box,
    columns: list[float],
    piece_top: float,
) -> None:
    if not box.lines:
        return
    align = _align(layout, piece, box)
    size = layout.table.size
    leading = size * LEADING
    width = columns[box.end] - columns[box.first] - 2 * PADDING_X
    start = piece_top - box.top - PADDING_Y
    if piece.is_whole:
        start -= (box.height - 2 * PADDING_Y - len(box.lines) * leading) / 2
    baseline = start - _BASELINE * size
    for line in box.lines:
        x = columns[box.first] + PADDING_X
        gap = 0.0
        free = width - line.width * size / 1000
        if align is Align.CENTER:
            x += free / 2
        elif align is Align.JUSTIFY and line.after == " ":
            gap = justified_gap(line, free, size)
        pen.write(line, x, baseline, size, gap)
        baseline -= leading


def _draw_rules(canvas: Canvas, page: TablePage, columns: list[float], top: float) -> None:
    canvas.setLineWidth(_RULE)
    canvas.setLineCap(2)
    rules: list[tuple[float, float, float, float]] = []
    open_since: dict[int, float] = {}
    y = top
    for piece in page.pieces:
        rules.append((columns[0], y, columns[-1], y))
        edges = {0, len(columns) - 1}
        for box in piece.boxes:
            edges.update((box.first, box.end))
            if box.top > 0:
                rules.append((columns[box.first], y - box.top, columns[box.end], y - box.top))
        ended = [edge for edge in open_since if edge not in edges]
        rules += [(columns[edge], open_since.pop(edge), columns[edge], y) for edge in ended]
        for edge in edges:
            open_since.setdefault(edge, y)
        y -= piece.height
    if page.pieces:
        rules.append((columns[0], y, columns[-1], y))
        rules += [(columns[edge], since, columns[edge], y) for edge, since in open_since.items()]
        canvas.lines(rules)
