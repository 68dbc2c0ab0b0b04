"""A document as .xlsx, to be sent: text only, no formulas, heights that show every line."""

from datetime import datetime
from pathlib import Path
from typing import Any

from lxml.etree import LxmlError
from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

from cchc_desktop.documents.atomic_file import replacing
from cchc_desktop.documents.blocks import DEFAULT_NAME, Document, Paper
from cchc_desktop.documents.excel_cells import set_default_font
from cchc_desktop.documents.excel_names import sheet_names
from cchc_desktop.documents.excel_sheet import PaperSheet
from cchc_desktop.documents.stamped_zip import StampedZip
from cchc_desktop.documents.text_measure import TextMeasure
from cchc_desktop.domain.errors import TargetDiskFull
from cchc_desktop.domain.font_files import FontFiles

SHEET_NAME = DEFAULT_NAME


def write_excel(document: Document, target: Path, fonts: FontFiles) -> None:
    """Write ``document`` to ``target``, a sheet for each paper; an older file stays till then.

    Raises:
        FontMissing: A face of the font cannot be read.
        TargetBusy: Another program has the target open.
        TargetDiskFull: There is no room.
        TargetNotWritable: The folder is missing or may not be written.
    """
    measure = TextMeasure(fonts)
    with replacing(target) as stream:
        try:
            ExcelWriter(_book(document, measure), StampedZip(stream, "w")).save()
        except LxmlError as error:
            # openpyxl streams the sheet to a temporary file through lxml, which
            # names no reason when that cannot be written.
            raise TargetDiskFull(file=str(target)) from error


def _book(document: Document, measure: TextMeasure) -> Workbook:
    book = Workbook(write_only=True)
    set_default_font(book)
    _set_properties(book, document)
    names = sheet_names([paper.name for paper in document.papers])
    for paper, name in zip(document.papers, names, strict=True):
        sheet: Any = book.create_sheet(name)
        PaperSheet(paper, sheet, measure).write()
        if len(names) > 1:
            _count_pages(sheet, paper)
    return book


def _count_pages(sheet: Any, paper: Paper) -> None:  # noqa: ANN401 - see below
    """Let the pages of this sheet count from 1, or go on, when the whole book is printed."""
    # types-openpyxl does not know the page setup of sheets that are only written.
    sheet.HeaderFooter.differentFirst = not paper.goes_on
    if not paper.goes_on:
        sheet.page_setup.firstPageNumber = 1
        sheet.page_setup.useFirstPageNumber = True


def _set_properties(book: Workbook, document: Document) -> None:
    about, properties = document.metadata, book.properties
    day = about.made_on
    moment = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - Excel keeps no zone
    properties.title, properties.creator = about.title, about.author
    properties.lastModifiedBy, properties.language = about.author, about.language
    properties.created = properties.modified = moment
