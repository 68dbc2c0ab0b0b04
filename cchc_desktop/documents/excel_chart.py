"""Stacked bars in Excel: a chart of Excel's own over cells that show the same counts."""

from typing import Any, Literal, cast

from openpyxl.chart import BarChart, Reference, Series
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.colors import ColorChoice
from openpyxl.drawing.fill import PatternFillProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from cchc_desktop.documents.blocks import Align, Chart, RowKind, Table, TableColumn, TableRow
from cchc_desktop.documents.chart_paint import PAPER_COLOURS
from cchc_desktop.documents.rules import CHART_LABEL_SHARE
from cchc_desktop.domain.progress_chart import PART_LOOKS, ChartBar, ChartPart, Hatch
from cchc_desktop.domain.rich_text import RichText

_TOTAL_SHARE = 0.1
_PATTERNS: dict[Hatch, Literal["wdUpDiag", "wdDnDiag", "diagCross", "dkVert"]] = {
    Hatch.RISING: "wdUpDiag",
    Hatch.FALLING: "wdDnDiag",
    Hatch.CROSSED: "diagCross",
    Hatch.UPRIGHT: "dkVert",
}
_BAR_MM = 9.0
_AROUND_MM = 32.0


def data_table(block: Chart, width_mm: float) -> Table:
    """Return the counts of a chart as a table: a row for each bar, a column for each part."""
    chart = block.chart
    parts = chart.parts
    label_mm, total_mm = width_mm * CHART_LABEL_SHARE, width_mm * _TOTAL_SHARE
    part_mm = (width_mm - label_mm - total_mm) / max(len(parts), 1)
    columns = (
        TableColumn("label", "", label_mm, Align.LEFT),
        *(TableColumn(p.value, PART_LOOKS[p].words, part_mm, Align.CENTER) for p in parts),
        TableColumn("total", "Tổng số", total_mm, Align.CENTER),
    )
    rows = tuple(
        TableRow(
            RowKind.TASK,
            tuple(
                RichText.plain(text)
                for text in (
                    bar.label, *(_count(bar, p) for p in parts), str(bar.total)
                )
            ),
        )
        for bar in chart.bars
    )  # fmt: skip
    return Table(columns, rows, block.size, "")


def _count(bar: ChartBar, part: ChartPart) -> str:
    """Return a count; nothing for none, or the chart would write a nought on its bar."""
    return str(bar.parts[part]) if bar.parts.get(part, 0) > 0 else ""


def chart_height_mm(block: Chart) -> float:
    """Return how high the chart is drawn."""
    return len(block.chart.bars) * _BAR_MM + _AROUND_MM


def native_chart(
    block: Chart, sheet: WriteOnlyWorksheet, starts: list[int], header_row: int, width_mm: float
) -> BarChart:
    """Return Excel's own chart of the counts that stand below ``header_row``.

    Args:
        block: What it shows.
        sheet: Where the counts stand.
        starts: The sheet column (from 0) of the labels and of each part.
        header_row: The row of the parts' names.
        width_mm: How wide it is drawn.
    """
    # types-openpyxl declares whole numbers where the library takes any.
    chart: Any = BarChart()
    chart.type, chart.grouping, chart.overlap, chart.gapWidth = "bar", "stacked", 100, 50
    chart.title = block.chart.title
    chart.legend.position = "b"
    chart.width, chart.height = width_mm / 10, chart_height_mm(block) / 10
    last = header_row + len(block.chart.bars)
    for part, column in zip(block.chart.parts, starts[1:], strict=False):
        values = Reference(sheet, min_col=column + 1, min_row=header_row + 1, max_row=last)
        series = Series(values, title=PART_LOOKS[part].words)
        series.graphicalProperties = _paint(part)
        series.dLbls = DataLabelList()
        series.dLbls.showVal = True
        for name in ("showSerName", "showCatName", "showLegendKey", "showPercent"):
            setattr(series.dLbls, name, False)
        chart.series.append(series)
    chart.set_categories(Reference(sheet, min_col=1, min_row=header_row + 1, max_row=last))
    chart.x_axis.scaling.orientation = "maxMin"
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.y_axis.numFmt = "0"
    chart.y_axis.majorGridlines = None
    return cast("BarChart", chart)


def _paint(part: ChartPart) -> GraphicalProperties:
    look = PART_LOOKS[part]
    ink, ground = PAPER_COLOURS[look.ink], PAPER_COLOURS[look.token]
    edge = LineProperties(solidFill=ink)
    if look.hatch not in _PATTERNS:
        return GraphicalProperties(solidFill=ground, ln=edge)
    # A colour given as text is what the library documents; its types say otherwise.
    colour: Any = ColorChoice
    pattern = PatternFillProperties(prst=_PATTERNS[look.hatch])
    pattern.foreground = colour(srgbClr=ink)
    pattern.background = colour(srgbClr=ground)
    return GraphicalProperties(pattFill=pattern, ln=edge)
