"""Returned workbooks: each cell as it may be typed, each file as it may come."""

import io
import shutil
import struct
import subprocess
import tracemalloc
import zipfile
from datetime import date

import openpyxl
import pytest
from return_books import (
    COLUMNS,
    FIRST,
    HEADER,
    IDENTITY,
    LATEST,
    LINES,
    USUAL,
    Cell,
    Sheet,
    catalogue,
    day,
    line,
    made,
    number,
    text,
)

from cchc_desktop.domain import errors
from cchc_desktop.domain.agency_return import ReturnField, ReturnIdentity
from cchc_desktop.domain.problem import Severity
from cchc_desktop.domain.progress import Statement
from cchc_desktop.importers.return_workbook import read_return

PIECE = USUAL[0].piece
SOFFICE = shutil.which("soffice")


def read(path, latest=LATEST):
    return read_return(path, catalogue(), latest)


def read_cell(tmp_path, of, xml, row=FIRST - 1):
    sheet = Sheet()
    sheet.put(row, of.value, xml)
    book = read(sheet.write(tmp_path / "a.xlsx"))
    found = next(r for r in book.rows if r.piece == USUAL[row - FIRST + 1].piece)
    return found.values.get(of, "not read"), [p.code for p in book.problems]


def values(book):
    return {row.piece: row.values for row in book.rows}


AS_MADE = {piece: entry.values for piece, entry in LINES.items()}


def test_an_untouched_workbook_says_what_it_was_made_from(tmp_path):
    path = tmp_path / "biểu.xlsx"
    path.write_bytes(made())

    book = read(path)

    assert values(book) == AS_MADE
    assert all(row.values == row.made_from for row in book.rows)
    assert book.problems == ()
    assert book.identity == IDENTITY


@pytest.mark.parametrize(
    ("of", "xml", "value", "codes"),
    [
        (ReturnField.STATEMENT, text("Đã xong"), Statement.DONE, []),
        (ReturnField.STATEMENT, text("chưa xong"), Statement.IN_PROGRESS, []),
        (ReturnField.STATEMENT, text("sắp xong"), "not read", ["return_statement_unknown"]),
        (ReturnField.DOCUMENT_DATE, text("15/3/2024"), date(2024, 3, 15), []),
        (ReturnField.DOCUMENT_DATE, text("15.3.24"), date(2024, 3, 15), ["return_date_taken"]),
        (ReturnField.DOCUMENT_DATE, number(45352), date(2024, 3, 1), ["return_date_taken"]),
        (ReturnField.DOCUMENT_DATE, day(date(2024, 3, 1)), date(2024, 3, 1), []),
        (ReturnField.DOCUMENT_DATE, text("31/02/2024"), "not read", ["return_date_impossible"]),
        (ReturnField.DOCUMENT_DATE, text("hôm qua"), "not read", ["return_date_unreadable"]),
        (ReturnField.DOCUMENT_DATE, text("1/4/2024"), "not read", ["return_date_in_future"]),
        (ReturnField.DONE_ON, text("1/3/2014"), "not read", ["return_date_too_old"]),
        (ReturnField.DOCUMENT_DATE, text("1/3/2014"), date(2014, 3, 1), []),
        (ReturnField.PERCENT, number(80), 80, []),
        (ReturnField.PERCENT, text("80%"), 80, []),
        (ReturnField.PERCENT, number(0.8), 80, ["return_percent_taken"]),
        (ReturnField.PERCENT, number(66.7), 67, ["return_percent_taken"]),
        (ReturnField.PERCENT, number(1), "not read", ["return_percent_ambiguous"]),
        (ReturnField.PERCENT, text("100%"), 100, []),
        (ReturnField.PERCENT, text("tám mươi"), "not read", ["return_percent_unreadable"]),
        (ReturnField.PERCENT, number(101), "not read", ["return_percent_out_of_range"]),
        (ReturnField.RESULT, text("= A1"), "= A1", []),
        (ReturnField.RESULT, text("x" * 10001), "not read", ["return_text_too_long"]),
        (ReturnField.RESULT, "><f>A1</f></c>", "not read", ["return_formula_without_value"]),
        (ReturnField.RESULT, 't="str"><f>B1</f><v>Xong</v></c>', "Xong", ["return_formula_taken"]),
        (ReturnField.RESULT, 't="e"><v>#REF!</v></c>', "not read", ["return_error_value"]),
        (ReturnField.RESULT, text("#N/A"), "not read", ["return_error_value"]),
        (ReturnField.RESULT, text(" \u00a0 "), None, []),
        (ReturnField.DOCUMENT_NUMBER, day(date(2024, 3, 12)), "12/03/2024", ["return_date_taken"]),
    ],
)
def test_a_cell_is_taken_or_named(of, xml, value, codes, tmp_path):
    assert read_cell(tmp_path, of, xml) == (value, codes)


def test_what_the_program_itself_wrote_is_not_commented_on(tmp_path):
    value, codes = read_cell(tmp_path, ReturnField.PERCENT, number(1), FIRST + 4)

    assert (value, codes) == (1, [])


def test_the_place_of_a_problem_is_the_cell_on_the_screen(tmp_path):
    sheet = Sheet()
    sheet.name = "Của chúng tôi"
    sheet.put(FIRST, "percent", text("nhiều"))
    (problem,) = read(sheet.write(tmp_path / "a.xlsx")).problems

    place = problem.place
    assert (place.file, place.part, place.row, place.column) == (
        "a.xlsx", "Của chúng tôi", FIRST + 1, COLUMNS["percent"] + 1,
    )  # fmt: skip
    assert (problem.text, problem.severity) == ("nhiều", Severity.DROPPED)


def test_a_day_of_completion_alone_says_that_the_work_is_done(tmp_path):
    sheet = Sheet()
    sheet.put(FIRST - 1, "done_on", text("1/3/2024"))
    sheet.put(FIRST, "done_on", text("1/3/2024"))
    book = read(sheet.write(tmp_path / "a.xlsx"))

    assert book.rows[0].values[ReturnField.STATEMENT] is Statement.DONE
    assert book.rows[1].values[ReturnField.STATEMENT] is Statement.IN_PROGRESS
    assert [p.code for p in book.problems] == [
        "return_statement_from_day", "return_statement_against_day",
    ]  # fmt: skip


def test_merged_cells_are_taken_once_and_named_for_the_others(tmp_path):
    sheet = Sheet()
    sheet.put(FIRST - 1, "result", text("Đã họp"))
    sheet.put(FIRST, "result", "")
    sheet.merges = ["I6:I7"]
    book = read(sheet.write(tmp_path / "a.xlsx"))

    assert book.rows[0].values[ReturnField.RESULT] == "Đã họp"
    assert ReturnField.RESULT not in book.rows[1].values
    (problem,) = book.problems
    assert (problem.code, problem.place.row, problem.params["cell"]) == (
        "return_cell_merged", 7, "I6",
    )  # fmt: skip


def test_merged_words_of_a_task_hold_for_all_its_products(tmp_path):
    lines = (line(1, "Chung", "A"), line(2, "Chung", "B"))
    path = tmp_path / "a.xlsx"
    book = openpyxl.load_workbook(io.BytesIO(made(lines)))
    book.worksheets[0].merge_cells("B6:B7")
    book.save(path)

    assert len(read(path).rows) == 2


def test_a_row_added_by_the_agency_is_named_with_its_words(tmp_path):
    sheet = Sheet()
    row = [Cell() for _ in sheet.codes]
    row[1], row[2] = Cell(text("Nhiệm vụ thứ 3")), Cell(text("Kế hoạch"))
    other = [Cell() for _ in sheet.codes]
    other[1] = Cell(text("Việc khác"))
    sheet.rows += [row, other]
    known, unknown = read(sheet.write(tmp_path / "a.xlsx")).problems

    assert (known.code, known.params) == ("return_row_known_by_words", {"number": "I.3"})
    assert (unknown.code, unknown.text) == ("return_row_without_key", "Việc khác")


def test_keys_beside_other_words_are_refused_and_the_words_recognised(tmp_path):
    sheet = Sheet()
    at = sheet.column("content")
    one, two = sheet.rows[FIRST - 1], sheet.rows[FIRST]
    one[at], two[at] = two[at], one[at]
    book = read(sheet.write(tmp_path / "a.xlsx"))

    assert {USUAL[0].piece, USUAL[1].piece}.isdisjoint(values(book))
    assert [p.params.get("number") for p in book.problems] == ["I.2", "I.1"]


def test_a_damaged_key_is_named(tmp_path):
    sheet = Sheet()
    sheet.rows[FIRST - 1][sheet.column("key")] = Cell(text("cchc:t1.d1.a0:xyz"))
    codes = [p.code for p in read(sheet.write(tmp_path / "a.xlsx")).problems]

    assert sorted(codes) == ["return_key_damaged", "return_row_missing"]


def test_a_copied_column_is_told_from_the_first_by_nothing_and_left_out(tmp_path):
    sheet = Sheet()
    at = sheet.column("result")
    sheet.codes.insert(at, None)
    for row in sheet.rows:
        row.insert(at, row[at])
    book = read(sheet.write(tmp_path / "a.xlsx"))

    assert [p.code for p in book.problems] == ["return_column_repeated"]
    assert all(ReturnField.RESULT not in row.values for row in book.rows)


def test_columns_moved_without_their_hidden_codes_are_known_by_their_headings(tmp_path):
    sheet = Sheet()
    sheet.put(FIRST - 1, "result", text("Kết quả"))
    sheet.put(FIRST - 1, "difficulties", text("Khó khăn"))
    one, two = sheet.column("result"), sheet.column("difficulties")
    for row in sheet.rows[HEADER - 1 :]:
        row[one], row[two] = row[two], row[one]
    book = read(sheet.write(tmp_path / "a.xlsx"))

    assert book.rows[0].values[ReturnField.RESULT] == "Kết quả"
    assert book.rows[0].values[ReturnField.DIFFICULTIES] == "Khó khăn"
    assert book.problems == ()


def test_a_copied_sheet_with_other_values_is_refused_row_by_row(tmp_path):
    book = openpyxl.load_workbook(io.BytesIO(made()))
    copy = book.copy_worksheet(book.worksheets[0])
    copy.cell(FIRST, COLUMNS["result"] + 1).value = "khác"
    book.create_sheet("Ghi chú").append(["Riêng của đơn vị"])
    book.save(tmp_path / "a.xlsx")
    read_book = read(tmp_path / "a.xlsx")

    assert PIECE not in values(read_book)
    assert len(read_book.rows) == len(USUAL) - 1
    codes = [p.code for p in read_book.problems]
    assert sorted(codes) == ["return_key_repeated", "return_key_repeated", "return_sheet_not_read"]


def test_without_the_very_hidden_sheet_the_state_is_still_known_by_its_fingerprint(tmp_path):
    sheet = Sheet()
    sheet.drop_key_sheet = True
    book = read(sheet.write(tmp_path / "a.xlsx"))

    bare_one = USUAL[5].piece
    expected = AS_MADE | {
        bare_one: {of: v for of, v in AS_MADE[bare_one].items() if of is not ReturnField.PERCENT}
    }
    assert values(book) == expected
    assert [p.code for p in book.problems] == ["return_percent_ambiguous"]
    assert {row.made_from for row in book.rows} == {None}
    assert [row.state for row in book.rows] == [entry.key.state for entry in USUAL]


def test_the_identity_is_found_in_the_defined_name_alone(tmp_path):
    sheet = Sheet()
    sheet.drop_key_sheet = True
    sheet.rows[0][-1] = Cell()

    assert read(sheet.write(tmp_path / "a.xlsx")).identity.stamp == IDENTITY.stamp


def test_an_altered_identity_is_none():
    forged = IDENTITY.stamp.replace("agency=17", "agency=18")

    assert ReturnIdentity.from_stamp(IDENTITY.stamp) is not None
    assert ReturnIdentity.from_stamp(forged) is None


def test_a_workbook_not_made_by_the_program_is_refused(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["STT", "Nhiệm vụ", "Kết quả thực hiện"])
    book.save(tmp_path / "a.xlsx")
    with pytest.raises(errors.SourceIsNoReturn):
        read(tmp_path / "a.xlsx")

    (tmp_path / "a.txt").write_text("STT\tNhiệm vụ", encoding="utf-8")
    with pytest.raises(errors.SourceIsNoReturn):
        read(tmp_path / "a.txt")


def test_a_workbook_of_a_newer_version_is_refused(tmp_path):
    newer = ReturnIdentity("ab" * 8, IDENTITY.period, 17, version=2)
    (tmp_path / "a.xlsx").write_bytes(made(USUAL, newer))
    with pytest.raises(errors.ReturnTooNew):
        read(tmp_path / "a.xlsx")


@pytest.mark.parametrize("name", ["a.xls", "a.dat", "biểu", "a.docx", "a.xlsx.bak"])
def test_the_content_counts_and_not_the_ending(name, tmp_path):
    (tmp_path / name).write_bytes(made())

    assert values(read(tmp_path / name)) == AS_MADE


def packed(path, **parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name.replace("__", "/") + ".xml", data)
    return path


def test_a_bomb_is_refused_in_little_memory(tmp_path):
    path = packed(tmp_path / "a.xlsx", xl__workbook=b" " * 300_000_000)
    tracemalloc.start()
    with pytest.raises(errors.SourceTooLarge):
        read(path)
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()


def test_entities_are_refused(tmp_path):
    bomb = b'<!DOCTYPE w [<!ENTITY a "aaaa">]><workbook>&a;</workbook>'
    with pytest.raises(errors.SourceDamaged):
        read(packed(tmp_path / "a.xlsx", xl__workbook=bomb))


def test_a_sheet_of_libreoffice_that_repeats_its_cells_without_end_is_refused(tmp_path):
    content = (
        '<x xmlns:t="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><t:table>'
        '<t:table-row t:number-rows-repeated="1048576">'
        '<t:table-cell t:number-columns-repeated="16384"><p>a</p></t:table-cell>'
        "</t:table-row></t:table></x>"
    )
    with pytest.raises(errors.SourceTooLarge):
        read(packed(tmp_path / "a.ods", content=content.encode(), mimetype=b""))


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        ("a.xlsx", b"", errors.SourceEmpty),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", errors.SourceDamaged),
        (
            "a.xlsx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
            + bytes(504)
            + "EncryptedPackage\0".encode("utf-16-le")
            + bytes(4096),
            errors.SourceEncrypted,
        ),
        ("a.pdf", b"%PDF-1.7\n", errors.SourceKindUnknown),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_by_its_reason(name, data, error, tmp_path):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(error):
        read(tmp_path / name)


def test_a_cut_or_damaged_file_never_raises_anything_but_our_errors(tmp_path):
    data = made()
    path = tmp_path / "a.xlsx"
    for length in range(0, len(data), max(1, len(data) // 40)):
        path.write_bytes(data[:length])
        with pytest.raises(errors.CchcError):
            read(path)
    for at in range(0, len(data), max(1, len(data) // 80)):
        damaged = bytearray(data)
        damaged[at] ^= 0xFF
        path.write_bytes(damaged)
        try:
            read(path)
        except errors.CchcError:
            continue


def test_a_part_that_lies_about_its_size_is_refused(tmp_path):
    path = packed(tmp_path / "a.xlsx", xl__workbook=b" " * 300_000_000)
    data = bytearray(path.read_bytes())
    for magic, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.index(magic) + offset
        data[at : at + 4] = struct.pack("<I", 1000)
    path.write_bytes(data)
    with pytest.raises(errors.SourceTooLarge):
        read(path)


@pytest.mark.slow
@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_a_workbook_saved_by_libreoffice_says_the_same(tmp_path):
    filled = openpyxl.load_workbook(io.BytesIO(made()))
    sheet = filled.worksheets[0]
    sheet.cell(FIRST, COLUMNS["result"] + 1).value = "- Đã ban hành"
    sheet.cell(FIRST, COLUMNS["done_on"] + 1).value = date(2024, 3, 1)
    sheet.cell(FIRST, COLUMNS["statement"] + 1).value = "Đã hoàn thành"
    source = tmp_path / "biểu.xlsx"
    filled.save(source)
    before = values(read(source))
    assert before[PIECE][ReturnField.DONE_ON] == date(2024, 3, 1)

    for kind in ("xlsx", "xls", "ods"):
        command = [
            SOFFICE, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
            "--convert-to", kind, "--outdir", str(tmp_path / "out"), str(source),
        ]  # fmt: skip
        subprocess.run(command, check=True, capture_output=True, timeout=100)
        book = read(tmp_path / "out" / f"biểu.{kind}")
        assert values(book) == before, kind
        assert book.identity == IDENTITY
        said = {p.code for p in book.problems} - {"name_and_content_differ"}
        assert not said, kind
        assert [row.made_from for row in book.rows] == [entry.values for entry in USUAL]
    saved = openpyxl.load_workbook(tmp_path / "out" / "biểu.xlsx").worksheets[0]
    assert saved.protection.sheet
    rules = {rule.type: rule for rule in saved.data_validations.dataValidation}
    assert "cchc_tinh_hinh" in rules["list"].formula1
    assert not saved.cell(FIRST, COLUMNS["result"] + 1).protection.locked
    assert saved.cell(HEADER, 1).protection.locked
