"""The workbook that an agency fills in and sends back: one per agency and period.

Where a row's key stands and what it was made from is said in ``return_keys``.
"""

import io
from dataclasses import dataclass
from datetime import date, datetime

from openpyxl import Workbook
from openpyxl.styles import Protection
from openpyxl.utils import get_column_letter
from openpyxl.workbook.protection import WorkbookProtection
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from cchc_desktop.documents.excel_cells import set_default_font
from cchc_desktop.documents.return_cells import (
    Heights,
    Style,
    cell_value,
    input_style,
    merge,
    put,
    validation,
)
from cchc_desktop.documents.return_keys import mark_columns, mark_info, write_key_sheet
from cchc_desktop.documents.return_side_sheets import (
    excel_width,
    protect,
    set_up_page,
    write_cooperation,
    write_guide,
    write_list,
)
from cchc_desktop.documents.stamped_zip import StampedZip
from cchc_desktop.documents.text_measure import TextMeasure
from cchc_desktop.domain.agency_return import CooperationLine, ReturnIdentity, ReturnLine
from cchc_desktop.domain.office import Letterhead
from cchc_desktop.domain.period import ReportingPeriod
from cchc_desktop.domain.return_catalogue import ReturnCatalogue

_HEAD_ROW, _AGENCY_ROW, _DUE_ROW, _HEADER_ROW = 2, 3, 4, 5
_TITLE_SIZE = 13.0
_OPEN = Protection(locked=False)


@dataclass(frozen=True, slots=True)
class ReturnContent:
    """What one workbook is made of.

    Attributes:
        identity: With all names.
    """

    identity: ReturnIdentity
    period: ReportingPeriod
    letterhead: Letterhead
    lines: tuple[ReturnLine, ...]
    cooperation: tuple[CooperationLine, ...] = ()


def return_bytes(content: ReturnContent, catalogue: ReturnCatalogue, measure: TextMeasure) -> bytes:
    """Return the workbook as the bytes of an .xlsx; the same content gives the same bytes."""
    return workbook_bytes(_ReturnBook(content, catalogue, measure).write())


def workbook_bytes(book: Workbook) -> bytes:
    """Return a workbook as the bytes of an .xlsx, without the time of the clock."""
    stream = io.BytesIO()
    ExcelWriter(book, StampedZip(stream, "w")).save()
    return stream.getvalue()


class _ReturnBook:
    """Fills one workbook."""

    def __init__(
        self, content: ReturnContent, catalogue: ReturnCatalogue, measure: TextMeasure
    ) -> None:
        self._content = content
        self._catalogue = catalogue
        self._measure = measure
        self._book = Workbook()
        set_default_font(self._book)
        sheet = self._book.active
        assert isinstance(sheet, Worksheet)  # noqa: S101 - a new workbook has one sheet
        self._sheet = sheet
        self._width = len(catalogue.columns)
        self._blanks = {
            "period": content.period.title,
            "first_day": f"{content.period.first_day:%d/%m/%Y}",
            "last_day": f"{content.period.last_day:%d/%m/%Y}",
            "due": f"{content.period.agency_due:%d/%m/%Y}",
            "agency": content.identity.agency_name,
            "office": content.letterhead.name,
            "standing_agency": content.letterhead.standing_agency,
        }

    def write(self) -> Workbook:
        """Return the filled workbook."""
        names = self._catalogue.sheets
        self._sheet.title = names["tasks"]
        self._tasks()
        if self._content.cooperation:
            sheet = self._book.create_sheet(names["cooperation"])
            write_cooperation(sheet, self._content.cooperation, self._catalogue, self._measure)
        guide = [self._line("agency_line"), self._line("due_line"), *self._catalogue.guide]
        write_guide(self._book.create_sheet(names["guide"]), guide, self._catalogue, self._measure)
        write_list(self._book, self._catalogue)
        write_key_sheet(self._book, self._content.identity, self._content.lines)
        self._book.security = WorkbookProtection(lockStructure=True)
        self._properties()
        return self._book

    def _line(self, name: str) -> str:
        return self._catalogue.texts[name].format_map(self._blanks)

    def _properties(self) -> None:
        day = self._content.period.first_day
        moment = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - Excel keeps no zone
        properties = self._book.properties
        properties.title = self._catalogue.texts["title"]
        properties.creator = properties.lastModifiedBy = self._content.letterhead.name
        properties.language = "vi-VN"
        properties.created = properties.modified = moment

    def _tasks(self) -> None:
        sheet, columns = self._sheet, self._catalogue.columns
        for index, column in enumerate(columns, 1):
            sheet.column_dimensions[get_column_letter(index)].width = excel_width(column.width_mm)
        mark_columns(sheet, [column.code for column in columns], self._content.identity)
        self._head()
        row = self._table()
        self._signature(row + 1)
        set_up_page(sheet, _HEADER_ROW, "C")
        protect(sheet)

    def _head(self) -> None:
        sheet, texts = self._sheet, self._catalogue.texts
        heights = Heights(sheet, self._measure)
        letterhead = self._content.letterhead
        issuer = "\n".join(filter(None, (letterhead.parent.upper(), letterhead.name.upper())))
        title = f"{texts['title']}\n{self._line('period_line')}"
        receiver = "receiver_line_through" if letterhead.standing_agency else "receiver_line"
        split = 3
        mm = [column.width_mm for column in self._catalogue.columns]
        left, right = sum(mm[: split - 1]), sum(mm[split - 1 :])
        for row, first, second, style in (
            (_HEAD_ROW, issuer, title, Style(_TITLE_SIZE, bold=True, horizontal="center")),
            (_AGENCY_ROW, self._line("agency_line"), self._line(receiver), Style(bold=True)),
        ):
            first_style = Style(bold=True, horizontal=style.horizontal)
            put(sheet, row, 1, first, first_style)
            put(sheet, row, split, second, style)
            heights.fit(row, [(first, left), (second, right)], style.size, bold=True)
            merge(sheet, row, 1, split - 1)
            merge(sheet, row, split, self._width)
        due = self._line("due_line")
        put(sheet, _DUE_ROW, 1, due, Style(italic=True))
        heights.fit(_DUE_ROW, [(due, sum(mm))], bold=False)
        merge(sheet, _DUE_ROW, 1, self._width)

    def _table(self) -> int:
        """Write header and rows; return the last row used."""
        sheet, columns, lines = self._sheet, self._catalogue.columns, self._content.lines
        heights = Heights(sheet, self._measure)
        for index, column in enumerate(columns, 1):
            style = Style(
                bold=True, horizontal="center", vertical="center", is_boxed=True, is_head=True,
                is_input=column.field is not None,
            )  # fmt: skip
            put(sheet, _HEADER_ROW, index, column.heading, style)
        heights.fit(_HEADER_ROW, [(c.heading, c.width_mm) for c in columns], bold=True)
        if not lines:
            put(sheet, _HEADER_ROW + 1, 1, self._catalogue.texts["empty_line"], Style(italic=True))
            mark_info(sheet, _HEADER_ROW + 1, self._width + 1)
            return _HEADER_ROW + 1
        for row, line in enumerate(lines, _HEADER_ROW + 1):
            self._row(row, line, heights)
        last = _HEADER_ROW + len(lines)
        # The keys' column is inside, or sorting by the filter would part keys from rows.
        sheet.auto_filter.ref = f"A{_HEADER_ROW}:{get_column_letter(self._width + 1)}{last}"
        self._validations(last)
        return last

    def _row(self, row: int, line: ReturnLine, heights: Heights) -> None:
        columns = self._catalogue.columns
        shown: list[str | int | date | None] = []
        for column in columns:
            if column.field is None:
                shown.append(str(getattr(line, column.code)))
            else:
                shown.append(cell_value(line.values.get(column.field), self._catalogue))
        texts = [
            (value, column.width_mm)
            for value, column in zip(shown, columns, strict=True)
            if isinstance(value, str)
        ]
        size = heights.fit(row, [*texts, ("\n", columns[0].width_mm)], bold=False)
        for index, (column, value) in enumerate(zip(columns, shown, strict=True), 1):
            align = "center" if column.code == "number" else "left"
            style = Style(size, is_boxed=True, horizontal=align)
            put(
                self._sheet, row, index, value,
                style if column.field is None else input_style(column),
            )  # fmt: skip
        put(self._sheet, row, self._width + 1, line.key.code, Style())

    def _validations(self, last: int) -> None:
        year = self._content.period.key.year
        for index, column in enumerate(self._catalogue.columns, 1):
            first_year = year - 1 if column.code == "done_on" else 1990
            rule = validation(column, date(first_year, 1, 1), date(year + 1, 12, 31))
            if rule is not None:
                letter = get_column_letter(index)
                rule.add(f"{letter}{_HEADER_ROW + 1}:{letter}{last}")
                self._sheet.add_data_validation(rule)

    def _signature(self, row: int) -> None:
        sheet, texts = self._sheet, self._catalogue.texts
        spans = ((1, 3), (self._width - 3, self._width))
        lines = ((texts["preparer"], texts["signer"]), (texts["signer_hint"],) * 2)
        for offset in range(7):
            mark_info(sheet, row + offset, self._width + 1)
            if not 1 <= offset <= 6:
                continue
            words = lines[offset - 1] if offset <= 2 else ("", "")
            for (first, last), text in zip(spans, words, strict=True):
                style = Style(bold=offset == 1, italic=offset == 2, horizontal="center")
                if offset == 6:
                    style = Style(bold=True, horizontal="center", number_format="@")
                put(sheet, row + offset, first, text, style)
                if offset == 6:
                    sheet.cell(row + offset, first).protection = _OPEN
                merge(sheet, row + offset, first, last)
