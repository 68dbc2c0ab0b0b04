"""Stacked bars in Word: a table with shaded cells, which anyone can correct by hand."""

from cchc_desktop.documents import word_xml as xml
from cchc_desktop.documents.blocks import Align, Chart
from cchc_desktop.documents.chart_paint import PAPER_COLOURS, aside_words, written_aside
from cchc_desktop.documents.rules import CHART_LABEL_SHARE, CHART_TOTAL_SHARE
from cchc_desktop.documents.word_styles import PLAIN_TABLE
from cchc_desktop.domain.progress_chart import (
    PART_LOOKS,
    ChartPart,
    Hatch,
    PlacedBar,
    place_bars,
)

_STEPS = 120
"""Into how many columns the bars' room is divided; a segment spans as many as it is long."""
_COUNT_SIZE = 10.0
_ASIDE_SIZE = 9.0
_DIGIT_MM = 1.8
_LEGEND_COLUMNS = 3
_SWATCH_MM = 6.0
_STYLE = "CchcChart"
_GAP = "CchcChartGap"
_KEEP_NEXT = "<w:keepNext/>"
_PATTERNS = {
    Hatch.SOLID: "clear",
    Hatch.EMPTY: "clear",
    Hatch.RISING: "thinReverseDiagStripe",
    Hatch.FALLING: "thinDiagStripe",
    Hatch.CROSSED: "thinDiagCross",
    Hatch.UPRIGHT: "thinVertStripe",
}


def chart_xml(block: Chart, width_mm: float) -> tuple[str, ...]:
    """Return the chart's title, its legend and its bars; no page break parts them."""
    title = xml.paragraph(
        xml.run(block.chart.title, bold=True),
        _STYLE,
        f'{_KEEP_NEXT}<w:spacing w:before="120" w:after="60"/>{xml.aligned(Align.CENTER)}',
    )
    # Two tables without a paragraph between them would become one.
    between = xml.paragraph("", _GAP)
    return (title, _legend(block, width_mm), between, _bars(block, width_mm), between)


def _legend(block: Chart, width_mm: float) -> str:
    words_mm = width_mm / _LEGEND_COLUMNS - _SWATCH_MM
    parts = block.chart.parts
    rows = []
    for start in range(0, len(parts), _LEGEND_COLUMNS):
        cells = []
        for index in range(start, start + _LEGEND_COLUMNS):
            part = parts[index] if index < len(parts) else None
            words = f"\u00a0{PART_LOOKS[part].words}" if part else ""
            paint = _paint(part) if part else ""
            cells.append(xml.cell(_SWATCH_MM, xml.paragraph("", _STYLE, _KEEP_NEXT), paint))
            cells.append(xml.cell(words_mm, xml.paragraph(xml.run(words), _STYLE, _KEEP_NEXT)))
        rows.append(xml.row("".join(cells), "<w:cantSplit/>"))
    return xml.table([_SWATCH_MM, words_mm] * _LEGEND_COLUMNS, "".join(rows), PLAIN_TABLE)


def _bars(block: Chart, width_mm: float) -> str:
    label_mm = width_mm * CHART_LABEL_SHARE
    step_mm = (width_mm * (1 - CHART_LABEL_SHARE - CHART_TOTAL_SHARE)) / _STEPS
    total_mm = width_mm - label_mm - _STEPS * step_mm
    placed = place_bars(block.chart)
    rows = []
    for index, bar in enumerate(placed):
        keep = _KEEP_NEXT if index < len(placed) - 1 else ""
        rows.append(_bar(bar, label_mm, step_mm, total_mm, keep))
        if keep:
            gap = xml.cell(
                width_mm,
                xml.paragraph("", _GAP),
                f'<w:gridSpan w:val="{_STEPS + 2}"/>',
            )
            rows.append(xml.row(gap, '<w:trHeight w:val="90" w:hRule="exact"/>'))
    widths = [label_mm, *[step_mm] * _STEPS, total_mm]
    return xml.table(widths, "".join(rows), PLAIN_TABLE)


def _bar(bar: PlacedBar, label_mm: float, step_mm: float, total_mm: float, keep: str) -> str:
    aside = written_aside(bar, step_mm * _STEPS, _DIGIT_MM)
    label = xml.paragraph(xml.run(bar.label), _STYLE, keep)
    if aside:
        label += xml.paragraph(
            xml.run(f"({aside_words(aside)})", italic=True, size=_ASIDE_SIZE), _STYLE, keep
        )
    cells = [xml.cell(label_mm, label, '<w:vAlign w:val="center"/>')]
    used = 0
    for segment in bar.segments:
        # Rounded at its end, not by its length: the errors do not add up.
        end = max(round((segment.start + segment.length) * _STEPS), used + 1)
        count = (
            ""
            if segment in aside
            else xml.run(str(segment.count), size=_COUNT_SIZE, shade="FFFFFF")
        )
        content = xml.paragraph(count, _STYLE, keep + xml.aligned(Align.CENTER))
        span = f'<w:gridSpan w:val="{end - used}"/>{_paint(segment.part)}'
        cells.append(xml.cell((end - used) * step_mm, content, span))
        used = end
    total = xml.paragraph(xml.run(f"\u00a0{bar.total}", bold=True), _STYLE, keep)
    # The total stands right behind the bar and takes the rest of the line.
    rest = f'<w:gridSpan w:val="{max(_STEPS - used, 0) + 1}"/><w:vAlign w:val="center"/>'
    cells.append(xml.cell(max(_STEPS - used, 0) * step_mm + total_mm, total, rest))
    return xml.row("".join(cells), '<w:cantSplit/><w:trHeight w:val="320" w:hRule="atLeast"/>')


def _paint(part: ChartPart) -> str:
    """Return the properties of a cell in the colour and hatch of ``part``, with its edge."""
    look = PART_LOOKS[part]
    ink, ground = PAPER_COLOURS[look.ink], PAPER_COLOURS[look.token]
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{ink}"/>'
        for side in ("top", "left", "bottom", "right")
    )
    return (
        f"<w:tcBorders>{edges}</w:tcBorders>"
        f'<w:shd w:val="{_PATTERNS[look.hatch]}" w:color="{ink}" w:fill="{ground}"/>'
        '<w:vAlign w:val="center"/>'
    )
