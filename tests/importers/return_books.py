"""Workbooks for agencies, and what agencies do to them, cell by cell."""

import io
import re
import tomllib
import zipfile
from datetime import date
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

from openpyxl.utils import get_column_letter

from cchc_desktop.documents.return_workbook import ReturnContent, return_bytes
from cchc_desktop.documents.text_measure import TextMeasure
from cchc_desktop.domain.agency_return import PieceRef, ReturnField, ReturnIdentity, ReturnLine
from cchc_desktop.domain.office import Letterhead
from cchc_desktop.domain.period import PeriodKey, PeriodKind, ReportingPeriod
from cchc_desktop.domain.progress import Statement
from cchc_desktop.domain.return_catalogue import parse_return_catalogue
from cchc_desktop.system.fonts import find_fonts

ROOT = Path(__file__).parents[2]
KEY = PeriodKey(2024, "quarter-1")
LATEST = date(2024, 3, 20)
PERIOD = ReportingPeriod(
    KEY, PeriodKind.QUARTER, "quý I", date(2023, 12, 15), date(2024, 3, 14),
    date(2024, 3, 15), date(2024, 3, 20), True, "thử",
)  # fmt: skip
IDENTITY = ReturnIdentity("ab" * 8, KEY, 17, "UBND huyện B", "quý I năm 2024", "Phòng Nội vụ")
OFFICE = Letterhead(1, "UBND tỉnh A", "UBND huyện B", "B", standing_agency="Phòng Nội vụ")
HEADER, FIRST = 5, 6
"""Rows of the sheet, from 1."""


@cache
def catalogue():
    path = ROOT / "resources" / "catalogues" / "agency-return.toml"
    return parse_return_catalogue(tomllib.loads(path.read_text(encoding="utf-8")), path.name)


@cache
def measure():
    return TextMeasure(find_fonts(ROOT / "resources" / "fonts", folders=[]))


def line(number, content="", product="Kế hoạch", before="", **values):
    filled = dict.fromkeys(ReturnField)
    filled.update({ReturnField(name): value for name, value in values.items()})
    return ReturnLine(
        PieceRef(number, number + 100, None if number % 2 else 17),
        f"I.{number}",
        content or f"Nhiệm vụ thứ {number}",
        product,
        "Quý I/2024",
        before,
        filled,
    )


USUAL = (
    line(1),
    line(2, statement=Statement.IN_PROGRESS, percent=40, result="Đang lấy ý kiến"),
    line(3, statement=Statement.DONE, done_on=date(2024, 2, 5), document_number="12/KH-UBND",
         document_date=date(2024, 2, 1), document_subject="Kế hoạch năm"),
    line(4, content="= Kiểm tra", product="- Biên bản\n- Kết luận", result="+ Đã kiểm tra"),
    line(5, difficulties="Thiếu kinh phí", proposals="Bổ sung"),
    line(6, percent=1),
    line(7, content="Nhiệm vụ thứ 1", product="Báo cáo"),
)  # fmt: skip


def made(lines=USUAL, identity=IDENTITY):
    return return_bytes(ReturnContent(identity, PERIOD, OFFICE, lines), catalogue(), measure())


LINES = {entry.piece: entry for entry in USUAL}
COLUMNS = {column.code: index for index, column in enumerate(catalogue().columns)}


class Cell:
    """A cell and, for one an agency filled in, what a person would take it to mean."""

    def __init__(self, xml="", value=None, readable=True):
        self.xml, self.value, self.readable = xml, value, readable


def text(words):
    return f't="inlineStr"><is><t xml:space="preserve">{escape(words)}</t></is></c>'


def number(value):
    return f"><v>{value}</v></c>"


@cache
def _template():
    with zipfile.ZipFile(io.BytesIO(made())) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"].decode()
    style = re.search(r'<c r="G6" s="(\d+)"', sheet)[1]
    return parts, style


def day(value):
    serial = (value - date(1899, 12, 30)).days
    return f's="{_template()[1]}"><v>{serial}</v></c>'


def shown(of, value):
    """A recorded value as the program itself writes it."""
    if value is None:
        return Cell("", None)
    if isinstance(value, Statement):
        return Cell(text(catalogue().statements[value]), value)
    if isinstance(value, date):
        return Cell(day(value), value)
    return Cell(number(value) if isinstance(value, int) else text(value), value)


class Sheet:
    """The sheet to be filled in as rows of cells, the way it was made."""

    def __init__(self):
        self.name = "Biểu báo cáo"
        codes = [*COLUMNS, "key"]
        self.codes = [*codes, None]
        marks = [Cell(text(f"cchc:col:{code}")) for code in codes]
        self.rows = [[*marks, Cell(text(IDENTITY.stamp))]]
        self.rows += [[Cell() for _ in self.codes] for _ in range(3)]
        self.rows[1][0] = Cell(text("UBND HUYỆN B"))
        headings = [Cell(text(column.heading)) for column in catalogue().columns]
        self.rows.append([*headings, Cell(text("Mã dòng")), Cell()])
        self.pieces = [None] * 5
        for entry in USUAL:
            cells = [
                Cell(text(str(getattr(entry, column.code)))) if column.field is None
                else shown(column.field, entry.values[column.field])
                for column in catalogue().columns
            ]  # fmt: skip
            self.rows.append([*cells, Cell(text(entry.key.code)), Cell()])
            self.pieces.append(entry.piece)
        self.merges = []
        self.drop_key_sheet = False

    def column(self, code):
        return self.codes.index(code)

    def cell(self, row, code):
        return self.rows[row][self.column(code)]

    def put(self, row, code, xml, value=None, readable=True):
        self.rows[row][self.column(code)] = Cell(xml, value, readable)

    @property
    def data(self):
        """The rows of tasks, by their place in ``rows``."""
        return [index for index, piece in enumerate(self.pieces) if piece is not None]

    def write(self, path):
        parts, _ = _template()
        lines = []
        for at, row in enumerate(self.rows, 1):
            cells = (
                f'<c r="{get_column_letter(index)}{at}" {cell.xml}'
                for index, cell in enumerate(row, 1)
                if cell.xml
            )
            lines.append(f'<row r="{at}">{"".join(cells)}</row>')
        merges = "".join(f'<mergeCell ref="{ref}"/>' for ref in self.merges)
        merged = f"<mergeCells>{merges}</mergeCells>" if merges else ""
        sheet = (
            '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
            f"<sheetData>{''.join(lines)}</sheetData>{merged}</worksheet>"
        )
        with zipfile.ZipFile(path, "w") as package:
            for name, data in parts.items():
                content = data
                if name == "xl/worksheets/sheet1.xml":
                    content = sheet.encode()
                elif name == "xl/workbook.xml":
                    new = escape(self.name, {'"': "&quot;"})
                    content = data.decode().replace('name="Biểu báo cáo"', f'name="{new}"').encode()
                elif self.drop_key_sheet and name == "xl/worksheets/sheet4.xml":
                    content = (
                        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/'
                        b'2006/main"><sheetData/></worksheet>'
                    )
                package.writestr(name, content)
        return path
