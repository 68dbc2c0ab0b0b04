"""Files that are damaged, disguised or made to do harm are refused with the right error."""

import io
import struct
import tracemalloc
import zipfile
import zlib

import openpyxl
import pytest
from importer_annexes import HEADING, ROWS, content_of, expected, tsv
from importer_documents import grid, write_docx

from cchc_desktop.domain import errors
from cchc_desktop.importers.annex import read_annex, read_pasted_annex

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def ole(*streams):
    names = b"".join((s + "\0").encode("utf-16-le").ljust(128, b"\0") for s in streams)
    return OLE + b"\0" * 504 + names + b"\0" * 4096


def zip_of(path, **parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name.replace("__", "/") + ".xml", data)
    return path


def workbook(path, rows=None):
    book = openpyxl.Workbook()
    for r in rows or [HEADING, *ROWS]:
        book.active.append(r)
    book.save(path)
    return path


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        ("a.docx", b"", errors.SourceEmpty),
        ("a.txt", b"\xef\xbb\xbf \r\n", errors.SourceEmpty),
        ("a.docx", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, errors.SourceDisguised),
        ("a.xlsx", b"%PDF-1.7\n" + bytes(900), errors.SourceDisguised),
        ("a.xlsx", b"STT\tNoi dung\n1\tx", errors.SourceDisguised),
        ("a.pdf", b"%PDF-1.7\n", errors.SourceKindUnknown),
        ("a.doc", ole("WordDocument"), errors.SourceIsOldWord),
        ("a.docx", ole("WordDocument"), errors.SourceIsOldWord),
        ("a.docx", ole("EncryptionInfo", "EncryptedPackage"), errors.SourceEncrypted),
        ("a.xlsx", ole("EncryptedPackage"), errors.SourceEncrypted),
        ("a.xls", ole("Workbook"), errors.SourceDamaged),
        ("a.xls", OLE, errors.SourceDamaged),
        ("a.xlsx", b"PK", errors.SourceDamaged),
        ("a.docx", b"PK\x03\x04" + bytes(500), errors.SourceDamaged),
        ("a.csv", bytes(range(256)) * 20, errors.SourceDisguised),
    ],
)
def test_unreadable_file_is_refused_by_its_reason(name, data, error, tmp_path, headings):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(error) as caught:
        read_annex(tmp_path / name, headings)
    assert caught.value.params["file"] == name


def test_missing_file_is_said_to_be_missing(tmp_path, headings):
    with pytest.raises(errors.FileMissing):
        read_annex(tmp_path / "none.docx", headings)


def test_word_file_named_as_workbook_is_disguised(tmp_path, headings):
    write_docx(tmp_path / "a.docx", grid([HEADING, *ROWS])).rename(tmp_path / "a.xlsx")
    with pytest.raises(errors.SourceDisguised) as caught:
        read_annex(tmp_path / "a.xlsx", headings)
    assert caught.value.params == {"file": "a.xlsx", "expected": "xlsx", "found": "docx"}


def test_new_workbook_under_the_old_name_is_read_and_said(tmp_path, headings):
    workbook(tmp_path / "a.xlsx").rename(tmp_path / "a.xls")
    draft = read_annex(tmp_path / "a.xls", headings)
    assert content_of(draft) == expected()
    assert [p.code for p in draft.problems] == ["name_and_content_differ"]


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
def test_truncated_file_is_damaged_at_any_length(kind, tmp_path, headings):
    whole = tmp_path / f"whole.{kind}"
    if kind == "docx":
        write_docx(whole, grid([HEADING, *ROWS]))
    else:
        workbook(whole)
    data = whole.read_bytes()
    for length in [1, 3, 4, 30, 100, *range(200, len(data), max(1, len(data) // 25))]:
        path = tmp_path / f"cut.{kind}"
        path.write_bytes(data[:length])
        with pytest.raises(errors.SourceDamaged):
            read_annex(path, headings)


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
def test_flipped_bytes_never_raise_anything_but_our_errors(kind, tmp_path, headings):
    whole = tmp_path / f"whole.{kind}"
    if kind == "docx":
        write_docx(whole, grid([HEADING, *ROWS]))
    else:
        workbook(whole)
    data = bytearray(whole.read_bytes())
    for at in range(0, len(data), max(1, len(data) // 60)):
        damaged = bytearray(data)
        damaged[at] ^= 0xFF
        path = tmp_path / f"bad.{kind}"
        path.write_bytes(damaged)
        try:
            read_annex(path, headings)
        except errors.CchcError:
            continue


def test_zip_bomb_is_refused_in_little_memory(tmp_path, headings):
    path = zip_of(tmp_path / "a.docx", word__document=b" " * 300_000_000)
    tracemalloc.start()
    with pytest.raises(errors.SourceTooLarge):
        read_annex(path, headings)
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()


def test_part_that_unpacks_a_thousandfold_is_refused(tmp_path, headings):
    path = zip_of(tmp_path / "a.docx", word__document=b" " * 50_000_000)
    with pytest.raises(errors.SourceTooLarge):
        read_annex(path, headings)


def test_workbook_that_lies_about_its_size_is_refused(tmp_path, headings):
    path = zip_of(tmp_path / "a.xlsx", xl__workbook=b" " * 300_000_000)
    data = bytearray(path.read_bytes())
    for magic, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.index(magic) + offset
        data[at : at + 4] = struct.pack("<I", 1000)
    path.write_bytes(data)
    with pytest.raises(errors.SourceTooLarge):
        read_annex(path, headings)


def test_word_part_that_lies_about_its_size_is_damaged(tmp_path, headings):
    path = zip_of(tmp_path / "a.docx", word__document=b"<a/>" + b" " * 3_000_000)
    data = bytearray(path.read_bytes())
    for magic, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.index(magic) + offset
        data[at : at + 4] = struct.pack("<I", 1000)
        data[at - 8 : at - 4] = struct.pack("<I", zlib.crc32(b"<a/>" + b" " * 996))
    path.write_bytes(data)
    with pytest.raises(errors.SourceRejected):
        read_annex(path, headings)


LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(10))
    + "]>"
)


def test_entity_bomb_in_word_is_refused(tmp_path, headings):
    path = zip_of(tmp_path / "a.docx", word__document=LAUGHS + "<d>&k;</d>")
    with pytest.raises(errors.SourceDamaged):
        read_annex(path, headings)


def test_entity_bomb_in_workbook_is_refused(tmp_path, headings):
    path = workbook(tmp_path / "a.xlsx")
    out = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            data = old.read(info)
            if info.filename == "xl/worksheets/sheet1.xml":
                data = LAUGHS.encode() + data.split(b"?>", 1)[-1].replace(b">STT<", b">&k;<")
            new.writestr(info, data)
    path.write_bytes(out.getvalue())
    with pytest.raises(errors.SourceDamaged):
        read_annex(path, headings)


def test_cells_in_opposite_corners_do_not_fill_memory(tmp_path, headings):
    book = openpyxl.Workbook()
    book.active["A1"] = "STT"
    book.active["XFD1048576"] = "x"
    book.save(tmp_path / "a.xlsx")
    with pytest.raises(errors.SourceTooLarge):
        read_annex(tmp_path / "a.xlsx", headings)


def test_long_cell_is_kept_whole(tmp_path, headings):
    long = "Rà soát thủ tục hành chính. " * 1100
    rows = [["I", "MỤC", *[""] * 5], ["1", long, "Báo cáo", "Quý I", "Phòng Nội vụ", "", ""]]
    workbook(tmp_path / "a.xlsx", [HEADING, *rows])
    write_docx(tmp_path / "a.docx", grid([HEADING, *rows]))
    for name in ("a.xlsx", "a.docx"):
        assert read_annex(tmp_path / name, headings).sections[0].tasks[0].content.text == (
            long.strip()
        )


@pytest.mark.slow
def test_five_thousand_rows_are_read_from_every_source(tmp_path, headings):
    rows = [[str(n), f"Nhiệm vụ {n}", "Báo cáo", "Quý I", "Phòng Nội vụ", "", ""]
            for n in range(1, 5001)]  # fmt: skip
    workbook(tmp_path / "a.xlsx", [HEADING, *rows])
    write_docx(tmp_path / "a.docx", grid([HEADING, *rows]))
    (tmp_path / "a.txt").write_text(tsv(rows), encoding="utf-8")
    for name in ("a.xlsx", "a.docx", "a.txt"):
        draft = read_annex(tmp_path / name, headings)
        assert draft.task_count == 5000
        assert draft.problems == ()


def test_five_thousand_fragments_of_one_row_are_joined(headings):
    rows = [["1", "việc", "Báo cáo", "Quý I", "Phòng Nội vụ", "", ""]]
    rows += [["", "và tiếp theo", "", "", "", "", ""]] * 5000
    draft = read_pasted_annex(tsv(rows), None, headings)
    assert draft.sections[0].tasks[0].content.text == "việc" + " và tiếp theo" * 5000
