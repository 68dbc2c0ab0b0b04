"""The ruled table of a Word document: a real table that Word goes on editing."""

from itertools import chain

from cchc_desktop.documents import word_xml as xml
from cchc_desktop.documents.blocks import Align, RowKind, Table, TableRow
from cchc_desktop.documents.row_flow import LEADING, MM
from cchc_desktop.documents.row_groups import row_groups
from cchc_desktop.documents.times_metrics import text_width_mm
from cchc_desktop.domain.rich_text import RichText

BODY_STYLE = "CchcCell"
HEADING_STYLE = "CchcCellHeading"
TABLE_STYLE = "CchcTable"

# Margins of the cell would take the room of a line: a narrow column has none to give.
_UPRIGHT = (
    '<w:tcMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tcMar>'
    '<w:textDirection w:val="btLr"/><w:vAlign w:val="center"/>'
)
_LONGEST_WORD_MM = 9.0
_UPRIGHT_SLACK_MM = 5.0
_KEEP_NEXT = "<w:keepNext/>"
# LibreOffice cuts off lines of a merged cell that is centred and crosses a page.
_TOP = '<w:vAlign w:val="top"/>'
_MERGE_START = f'<w:vMerge w:val="restart"/>{_TOP}'
_MERGE_ON = f"<w:vMerge/>{_TOP}"


def table_xml(table: Table, *, keeps_end: bool) -> str:
    """Return the table; with ``keeps_end`` its last two rows stay with what follows."""
    groups = row_groups(table)
    is_upright = any(column.is_vertical for column in table.columns)
    rows = [_header(table, headings) for headings in table.headings]
    if is_upright:
        rows[0] = _upright_header(table)
    for index, group in enumerate(groups):
        is_near_end = keeps_end and index >= len(groups) - 2
        keep = _KEEP_NEXT if is_near_end else ""
        if group[0].kind is RowKind.SECTION:
            rows.append(_section(table, group[0]))
        else:
            rows += _task(table, group, keep)
    return xml.table([column.width_mm for column in table.columns], "".join(rows), TABLE_STYLE)


def _header(table: Table, headings: tuple[str, ...]) -> str:
    cells = (
        xml.cell(column.width_mm, xml.paragraph(xml.run(heading), HEADING_STYLE))
        for column, heading in zip(table.columns, headings, strict=True)
    )
    return xml.row("".join(cells), "<w:tblHeader/>")


def _upright_header(table: Table) -> str:
    """Return the header row with vertical headings; Word wants its height beforehand."""
    tallest = 0.0
    cells = []
    for column in table.columns:
        content = xml.paragraph(xml.run(column.heading), HEADING_STYLE)
        if column.is_vertical:
            beside = max(int(column.width_mm * MM / (table.size * LEADING)), 1)
            length = text_width_mm(column.heading, table.size)
            # Lines break between words: the first is seldom filled to its end.
            slack = _LONGEST_WORD_MM if beside > 1 and " " in column.heading else 0.0
            tallest = max(tallest, min(length / beside + slack, length) + _UPRIGHT_SLACK_MM)
            cells.append(xml.cell(column.width_mm, content, _UPRIGHT))
        else:
            cells.append(xml.cell(column.width_mm, content))
    height = f'<w:trHeight w:val="{xml.twips(tallest)}" w:hRule="atLeast"/>'
    return xml.row("".join(cells), f"{height}<w:tblHeader/>")


def _section(table: Table, row: TableRow) -> str:
    number, *rest = row.cells
    title = RichText(tuple(chain.from_iterable(cell.runs for cell in rest)))
    width = sum(column.width_mm for column in table.columns[1:])
    span = f'<w:gridSpan w:val="{len(rest)}"/>'
    return xml.row(
        xml.cell(
            table.columns[0].width_mm,
            xml.paragraph(xml.runs(number), HEADING_STYLE, _KEEP_NEXT),
        )
        + xml.cell(
            width,
            xml.paragraph(xml.runs(title), HEADING_STYLE, _KEEP_NEXT + xml.aligned(Align.LEFT)),
            span if len(rest) > 1 else "",
        )
    )


def _task(table: Table, group: tuple[TableRow, ...], keep: str) -> list[str]:
    made = []
    for position, row in enumerate(group):
        cells = []
        for column, text in zip(table.columns, row.cells, strict=True):
            merge = ""
            if column.is_shared and len(group) > 1:
                merge = _MERGE_ON if position and not text else _MERGE_START
            properties = keep + xml.aligned(column.align)
            cells.append(
                xml.cell(
                    column.width_mm,
                    xml.paragraph(xml.runs(text), BODY_STYLE, properties),
                    merge,
                )
            )
        made.append(xml.row("".join(cells)))
    return made
