"""A thousand ways in which agencies change a workbook: taken or named, never changed in silence.

Each edit is made on the cells of a real workbook, and notes beside the cell what a person
would take it to mean; the reader has to come to the same.
"""

import random
from datetime import date

import pytest
from return_books import FIRST, LATEST, LINES, Cell, Sheet, catalogue, day, number, text

from cchc_desktop.domain.agency_return import ReturnField
from cchc_desktop.domain.errors import SourceHasNoTable
from cchc_desktop.domain.problem import Severity
from cchc_desktop.domain.progress import Statement
from cchc_desktop.importers.return_workbook import read_return

COUNT = 1000
BAD, GOOD = False, True

STATEMENTS = (
    (text("Đã hoàn thành"), Statement.DONE, GOOD),
    (text("  đã XONG. "), Statement.DONE, GOOD),
    (text("hoan thanh"), Statement.DONE, GOOD),
    (text("Đang triển khai"), Statement.IN_PROGRESS, GOOD),
    (text("Không phát sinh"), Statement.NOT_ARISEN, GOOD),
    (text("Chưa hoàn thành"), Statement.IN_PROGRESS, GOOD),
    (text("gần xong rồi"), None, BAD),
    (text("x"), None, BAD),
    (number(3), None, BAD),
)
DAYS = (
    (day(date(2024, 3, 1)), date(2024, 3, 1), GOOD),
    (text("15/3/2024"), date(2024, 3, 15), GOOD),
    (text("15.3.24"), date(2024, 3, 15), GOOD),
    (text("ngày 05 tháng 02 năm 2024"), date(2024, 2, 5), GOOD),
    (text("2024-01-31"), date(2024, 1, 31), GOOD),
    (number(45352), date(2024, 3, 1), GOOD),
    (text("31/02/2024"), None, BAD),
    (text("3/15/2024"), None, BAD),
    (text("đầu tháng 3"), None, BAD),
    (text("15/3"), None, BAD),
    (text("01/12/2024"), None, BAD),
    (number(12), None, BAD),
    (number(0.25), None, BAD),
    (day(date(2042, 3, 1)), None, BAD),
)
PERCENTS = (
    (number(80), 80, GOOD),
    (number(0.8), 80, GOOD),
    (text("80%"), 80, GOOD),
    (text("80 %"), 80, GOOD),
    (text("1%"), 1, GOOD),
    (number(0), 0, GOOD),
    (number(100), 100, GOOD),
    (text("33,3"), 33, GOOD),
    (text("tám mươi"), None, BAD),
    (text("80-90%"), None, BAD),
    (number(120), None, BAD),
    (number(-5), None, BAD),
    (day(date(2024, 3, 1)), None, BAD),
)
WORDS = (
    (text("- Đã ban hành\n- Đã gửi"), "- Đã ban hành\n- Đã gửi", GOOD),
    (text("= 5 văn bản"), "= 5 văn bản", GOOD),
    (text("  Uỷ ban  đã\u00a0họp "), "Uỷ ban đã họp", GOOD),
    (text("Kết quả"), "Kết quả", GOOD),
    (text("@#$% <b>&"), "@#$% <b>&", GOOD),
    (number(125), "125", GOOD),
    (text("dài " * 4000), None, BAD),
    (text("#REF!"), None, BAD),
)
ANYWHERE = (
    ("><f>A1+1</f></c>", None, BAD),
    ('t="e"><f>Z9</f><v>#REF!</v></c>', None, BAD),
    ('t="e"><v>#N/A</v></c>', None, BAD),
    ("", None, GOOD),
    (text("   "), None, GOOD),
)


def choices(of):
    if of is ReturnField.STATEMENT:
        return STATEMENTS
    if of.is_date:
        return DAYS
    return PERCENTS if of is ReturnField.PERCENT else WORDS


def fill(sheet, rng):
    of = rng.choice([f for f in ReturnField if f.value in sheet.codes] or [None])
    if of is None or not sheet.data:
        return
    xml, value, readable = rng.choice((*choices(of), *choices(of), *ANYWHERE))
    if of is ReturnField.DOCUMENT_NUMBER and value:
        value = value.replace("\n", " ")
    sheet.put(rng.choice(sheet.data), of.value, xml, value, readable)


def sort(sheet, rng):
    order = sheet.data
    mixed = rng.sample(order, len(order))
    rows, pieces = list(sheet.rows), list(sheet.pieces)
    for old, new in zip(order, mixed, strict=True):
        sheet.rows[new], sheet.pieces[new] = rows[old], pieces[old]


def delete_row(sheet, rng):
    if sheet.data:
        at = rng.choice(sheet.data)
        del sheet.rows[at], sheet.pieces[at]


def repeat_row(sheet, rng):
    if sheet.data:
        at = rng.choice(sheet.data)
        copy = [Cell(c.xml, c.value, c.readable) for c in sheet.rows[at]]
        to = rng.randint(FIRST - 1, len(sheet.rows))
        sheet.rows.insert(to, copy)
        sheet.pieces.insert(to, sheet.pieces[at])


def add_row(sheet, rng):
    to = rng.randint(FIRST - 1, len(sheet.rows))
    row = [Cell() for _ in sheet.codes]
    row[1] = Cell(text("Việc khác của đơn vị"))
    sheet.rows.insert(to, row)
    sheet.pieces.insert(to, None)


def add_blank_row(sheet, rng):
    to = rng.randint(0, len(sheet.rows))
    sheet.rows.insert(to, [Cell() for _ in sheet.codes])
    sheet.pieces.insert(to, None)


def add_column(sheet, rng):
    to = rng.randint(0, len(sheet.codes))
    sheet.codes.insert(to, None)
    for at, row in enumerate(sheet.rows):
        row.insert(to, Cell(text("Người làm") if at % 2 else ""))


def delete_column(sheet, rng):
    at = rng.choice([i for i, c in enumerate(sheet.codes) if c in set(ReturnField)] or [-1])
    if at >= 0:
        del sheet.codes[at]
        for row in sheet.rows:
            del row[at]


def move_column(sheet, rng):
    old, new = rng.randrange(len(sheet.codes)), rng.randrange(len(sheet.codes))
    for row in (sheet.codes, *sheet.rows):
        row.insert(new, row.pop(old))


def reword_heading(sheet, rng):
    of = rng.choice(list(ReturnField)).value
    heads = [r for r in sheet.rows if any("Mã dòng" in c.xml for c in r)]
    if of in sheet.codes and heads:
        heads[0][sheet.column(of)] = Cell(text("Cột này"))


def rename_sheet(sheet, rng):
    sheet.name = rng.choice(("Sheet1", "Phòng Nội vụ", 'A & "B"'))


def mix_words(sheet, rng):
    """Sort only some of the columns: the keys stand beside other tasks' words."""
    if len(sheet.data) < 2 or "content" not in sheet.codes:
        return
    one, two = rng.sample(sheet.data, 2)
    if sheet.pieces[one] == sheet.pieces[two]:
        return
    for code in ("number", "content", "product", "deadline"):
        at = sheet.column(code)
        a, b = sheet.rows[one], sheet.rows[two]
        a[at], b[at] = b[at], a[at]


EDITS = (
    *[fill] * 8, sort, sort, delete_row, repeat_row, add_row, add_blank_row, add_column,
    delete_column, move_column, reword_heading, rename_sheet, mix_words,
)  # fmt: skip


def words_of(row, sheet):
    return row[sheet.column("content")].xml, row[sheet.column("product")].xml


def expected(sheet):
    """What a person takes the sheet to say: by piece, the values of its readable cells."""
    by_piece = {}
    for at in sheet.data:
        piece, row = sheet.pieces[at], sheet.rows[at]
        line = LINES[piece]
        if words_of(row, sheet) != (text(line.content), text(line.product)):
            continue
        values = {}
        for of in ReturnField:
            if of.value in sheet.codes:
                cell = row[sheet.column(of.value)]
                if cell.readable:
                    values[of] = cell.value
        if values.get(ReturnField.STATEMENT, 0) is None and values.get(ReturnField.DONE_ON):
            was = line.values
            is_touched = (
                values[ReturnField.DONE_ON] != was[ReturnField.DONE_ON]
                or was[ReturnField.STATEMENT]
            )
            if is_touched and was[ReturnField.STATEMENT] is None:
                values[ReturnField.STATEMENT] = Statement.DONE
        by_piece.setdefault(piece, []).append(values)
    return {
        piece: found[0]
        for piece, found in by_piece.items()
        if all(other == found[0] for other in found)
    }


def unreadable_places(sheet, taken):
    """The cells that cannot be read, in rows that are taken once, as sheet rows and columns."""
    places = set()
    for at in sheet.data:
        if sheet.pieces[at] not in taken or sheet.pieces.count(sheet.pieces[at]) > 1:
            continue
        for of in ReturnField:
            if of.value in sheet.codes and not sheet.cell(at, of.value).readable:
                places.add((at + 1, sheet.column(of.value) + 1))
    return places


def has_added_row(sheet):
    header = next(i for i, row in enumerate(sheet.rows) if any("Mã dòng" in c.xml for c in row))
    return any(
        any(cell.xml for cell in row)
        for row, piece in zip(sheet.rows[header + 1 :], sheet.pieces[header + 1 :], strict=True)
        if piece is None
    )


@pytest.mark.parametrize("part", range(10))
def test_a_thousand_edited_workbooks_are_read_as_they_are_meant(part, tmp_path):
    for seed in range(part * COUNT // 10, (part + 1) * COUNT // 10):
        rng = random.Random(seed)
        sheet = Sheet()
        edits = rng.choices(EDITS, k=rng.randint(1, 7))
        for edit in edits:
            edit(sheet, rng)
        path = sheet.write(tmp_path / "biểu.xlsx")

        book = read_return(path, catalogue(), LATEST)

        names = [edit.__name__ for edit in edits]
        read = {row.piece: row.values for row in book.rows}
        assert read == expected(sheet), (seed, names)
        named = {
            (p.place.row, p.place.column)
            for p in book.problems
            if p.severity is Severity.DROPPED and p.place.column
        }
        assert unreadable_places(sheet, read) <= named, (seed, names)
        said = {p.code for p in book.problems}
        assert all(p.place.file == "biểu.xlsx" for p in book.problems)
        assert ("return_row_without_key" in said) == has_added_row(sheet), (seed, names)
        left_out = set(LINES) - set(read)
        if left_out:
            assert said & {
                "return_row_missing", "return_key_repeated", "return_words_differ",
                "return_words_of_other",
            }, (seed, names)  # fmt: skip
        missing = {of for of in ReturnField if of.value not in sheet.codes}
        assert ("return_column_missing" in said) == bool(missing), (seed, names)


@pytest.mark.parametrize("seed", range(60))
def test_a_workbook_with_its_hidden_parts_torn_off_is_read_or_refused(seed, tmp_path):
    rng = random.Random(seed)
    sheet = Sheet()
    for _ in range(3):
        fill(sheet, rng)
    if rng.random() < 0.6:
        sheet.drop_key_sheet = True
    if rng.random() < 0.6:
        del sheet.rows[0], sheet.pieces[0]
    if rng.random() < 0.3:
        at = sheet.column("key")
        for row in sheet.rows:
            row[at] = Cell()
    path = sheet.write(tmp_path / "biểu.xlsx")

    try:
        book = read_return(path, catalogue(), LATEST)
    except SourceHasNoTable:
        return

    for row in book.rows:
        at = next(i for i in sheet.data if sheet.pieces[i] == row.piece)
        for of, value in row.values.items():
            cell = sheet.cell(at, of.value)
            assert cell.readable
            assert value == cell.value or (of, value) == (ReturnField.STATEMENT, Statement.DONE)
