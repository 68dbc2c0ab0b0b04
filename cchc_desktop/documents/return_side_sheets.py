"""The sheets of a return's workbook beside the one to be filled in, and what all have in common."""

from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from cchc_desktop.documents.excel_cells import DIGIT_PX
from cchc_desktop.documents.return_cells import STATEMENT_NAME, Heights, Style, merge, put
from cchc_desktop.documents.return_keys import mark_info
from cchc_desktop.documents.text_measure import TextMeasure
from cchc_desktop.domain.agency_return import CooperationLine
from cchc_desktop.domain.return_catalogue import ReturnCatalogue

_PIXELS_PER_MM = 96 / 25.4
_CELL_PADDING_PX = 5
_LIST_SHEET = "DanhMuc"
_COLUMNS = ("number", "content", "product", "deadline")
_LEAD_MM, _GUIDE_MM = 60.0, 240.0
_TITLE_SIZE, _GUIDE_SIZE = 13.0, 12.0
_HEADER_ROW = 4


def write_cooperation(
    sheet: Worksheet,
    lines: Sequence[CooperationLine],
    catalogue: ReturnCatalogue,
    measure: TextMeasure,
) -> None:
    """Fill the sheet of the tasks on which the agency co-operates, for information."""
    texts = catalogue.texts
    columns = [column for column in catalogue.columns if column.code in _COLUMNS]
    heights = Heights(sheet, measure)
    mm = [*(column.width_mm for column in columns), _LEAD_MM]
    mark_info(sheet, 1, len(mm) + 1)
    for index, width in enumerate(mm, 1):
        sheet.column_dimensions[get_column_letter(index)].width = excel_width(width)
    for row, text, style in (
        (2, texts["cooperation_title"], Style(_TITLE_SIZE, bold=True, horizontal="center")),
        (3, texts["cooperation_note"], Style(italic=True, horizontal="center")),
    ):
        put(sheet, row, 1, text, style)
        heights.fit(row, [(text, sum(mm))], style.size, bold=style.bold)
        merge(sheet, row, 1, len(mm))
    head = Style(bold=True, horizontal="center", vertical="center", is_boxed=True, is_head=True)
    headings = [*(column.heading for column in columns), texts["cooperation_lead"]]
    for index, heading in enumerate(headings, 1):
        put(sheet, _HEADER_ROW, index, heading, head)
    heights.fit(_HEADER_ROW, list(zip(headings, mm, strict=True)), bold=True)
    for row, line in enumerate(lines, _HEADER_ROW + 1):
        words = [line.number, line.content, line.product, line.deadline, line.lead]
        size = heights.fit(row, list(zip(words, mm, strict=True)), bold=False)
        for index, text in enumerate(words, 1):
            align = "center" if index == 1 else "left"
            put(sheet, row, index, text, Style(size, is_boxed=True, horizontal=align))
    set_up_page(sheet, _HEADER_ROW, "A")
    protect(sheet)


def write_guide(
    sheet: Worksheet, lines: Sequence[str], catalogue: ReturnCatalogue, measure: TextMeasure
) -> None:
    """Fill the sheet of instructions."""
    heights = Heights(sheet, measure)
    sheet.column_dimensions["A"].width = excel_width(_GUIDE_MM)
    mark_info(sheet, 1, 2)
    title = catalogue.texts["guide_title"]
    put(sheet, 2, 1, title, Style(_TITLE_SIZE, bold=True, horizontal="center"))
    for row, line in enumerate(lines, 3):
        put(sheet, row, 1, line, Style(_GUIDE_SIZE))
        heights.fit(row, [(line, _GUIDE_MM)], _GUIDE_SIZE, bold=False)
    set_up_page(sheet, 0, "A")
    protect(sheet)


def write_list(book: Workbook, catalogue: ReturnCatalogue) -> None:
    """Add the hidden sheet with the statements to choose from, and its name."""
    sheet = book.create_sheet(_LIST_SHEET)
    sheet.sheet_state = "hidden"
    labels = list(catalogue.statements.values())
    for row, label in enumerate(labels, 1):
        put(sheet, row, 1, label, Style())
    mark_info(sheet, 1, 2)
    book.defined_names[STATEMENT_NAME] = DefinedName(
        STATEMENT_NAME, attr_text=f"{_LIST_SHEET}!$A$1:$A${len(labels)}"
    )
    protect(sheet)


def set_up_page(sheet: Worksheet, header_row: int, first_free: str) -> None:
    """Set up A4 landscape with the header on each page, and keep it in view on screen.

    Args:
        sheet: The sheet.
        header_row: From 1; 0 for a sheet without a table.
        first_free: The first column that scrolls.
    """
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = "9"  # A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margins = sheet.page_margins
    margins.left = margins.right = 10 / 25.4
    margins.top, margins.bottom, margins.footer = 15 / 25.4, 15 / 25.4, 7 / 25.4
    sheet.print_options.horizontalCentered = True
    sheet.oddFooter = HeaderFooterItem(center=_HeaderFooterPart(text="&P/&N"))
    sheet.sheet_view.showGridLines = False
    if header_row:
        sheet.print_title_rows = f"{header_row}:{header_row}"
        sheet.freeze_panes = f"{first_free}{header_row + 1}"


def protect(sheet: Worksheet) -> None:
    """Lock what is not to be filled in, without a password.

    openpyxl's flags say what is locked: sorting, filtering and sizing stay allowed.
    """
    protection = sheet.protection
    protection.sheet = True
    protection.sort = protection.autoFilter = False
    protection.formatRows = protection.formatColumns = False


def excel_width(width_mm: float) -> float:
    """Return a column's width as Excel counts it."""
    return (width_mm * _PIXELS_PER_MM - _CELL_PADDING_PX) / DIGIT_PX
