"""Files that are empty, damaged, locked or made to do harm are refused by their reason."""

import io
import zipfile

import openpyxl
import pytest
from importer_documents import paragraph, run, write_docx

from cchc_desktop.domain import errors
from cchc_desktop.importers.document import read_document, read_pasted_passages

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def ole(*streams):
    names = b"".join((s + "\0").encode("utf-16-le").ljust(128, b"\0") for s in streams)
    return OLE + b"\0" * 504 + names + b"\0" * 4096


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        ("a.docx", b"", errors.SourceEmpty),
        ("a.txt", b" \r\n\t\r\n", errors.SourceEmpty),
        ("a.doc", ole("WordDocument"), errors.SourceIsOldWord),
        ("a.docx", ole("EncryptionInfo", "EncryptedPackage"), errors.SourceEncrypted),
        ("a.docx", b"PK\x03\x04" + bytes(500), errors.SourceDamaged),
        ("a.docx", b"%PDF-1.7\n" + bytes(900), errors.SourceDisguised),
        ("a.pdf", b"%PDF-1.7\n", errors.SourceKindUnknown),
        ("a.txt", bytes(range(256)) * 40, errors.SourceDisguised),
        ("a.txt", b"x" * 5_000_000, errors.SourceLineTooLong),
    ],
)
def test_unreadable_file_is_refused_by_its_reason(name, data, error, tmp_path, headings):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(error) as caught:
        read_document(tmp_path / name, headings)
    assert caught.value.params["file"] == name


def test_missing_file_is_said_to_be_missing(tmp_path, headings):
    with pytest.raises(errors.FileMissing):
        read_document(tmp_path / "none.docx", headings)


def test_workbook_is_said_to_be_a_table(tmp_path, headings):
    book = openpyxl.Workbook()
    book.active.append(["STT", "Nhiệm vụ"])
    book.save(tmp_path / "a.xlsx")
    with pytest.raises(errors.SourceIsTable):
        read_document(tmp_path / "a.xlsx", headings)


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_truncated_word_file_is_damaged(share, tmp_path, headings):
    path = write_docx(tmp_path / "a.docx", paragraph(run("KẾ HOẠCH " * 500)))
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    with pytest.raises(errors.SourceDamaged):
        read_document(path, headings)


def test_word_file_without_words_is_empty(tmp_path, headings):
    path = write_docx(tmp_path / "a.docx", paragraph("") * 3)
    with pytest.raises(errors.SourceEmpty):
        read_document(path, headings)


def test_zip_bomb_is_too_large(tmp_path, headings):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"<w>" + b"\0" * 120_000_000)
    (tmp_path / "a.docx").write_bytes(packed.getvalue())
    with pytest.raises(errors.SourceTooLarge):
        read_document(tmp_path / "a.docx", headings)


def test_entities_are_never_expanded(tmp_path, headings):
    body = (
        '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "KẾ HOẠCH">]>'
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        "<w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>"
    )
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as package:
        package.writestr("word/document.xml", body)
    with pytest.raises(errors.SourceDamaged):
        read_document(tmp_path / "a.docx", headings)


def test_very_long_word_paragraph_is_refused(tmp_path, headings):
    path = write_docx(tmp_path / "a.docx", paragraph(run("chữ " * 50_000)))
    with pytest.raises(errors.SourceLineTooLong):
        read_document(path, headings)


@pytest.mark.parametrize("text", ["", "  \n\t", "<html></html>"])
def test_empty_paste_is_refused_or_text(text):
    if text.strip():
        assert read_pasted_passages(text, None)
    else:
        with pytest.raises(errors.SourceEmpty):
            read_pasted_passages(text, "<p> </p>")


@pytest.mark.parametrize("stray", ["**", "*a ", "**a", "* ", "***", '"'])
def test_stray_marks_are_read_in_linear_time(stray, tmp_path, headings):
    (tmp_path / "a.txt").write_text("KẾ HOẠCH\nNăm 2025\n\n" + stray * 30_000, encoding="utf-8")
    assert read_document(tmp_path / "a.txt", headings).lines


def test_html_nested_without_end_is_read(tmp_path):
    html = "<div>" * 3000 + "<p>1. Một</p>" + "</div>" * 3000
    assert read_pasted_passages("1. Một", html)[0].text.text == "Một"
