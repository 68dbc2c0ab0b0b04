"""Text files in every encoding and separation an office produces."""

import csv
import io
import unicodedata

import pytest
from importer_annexes import HEADING, ROWS, content_of, expected, tsv

from cchc_desktop.importers.annex import read_annex


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_any_unicode_encoding_gives_the_same_draft(encoding, newline, tmp_path, headings):
    data = tsv(ROWS).replace("\n", newline).encode(encoding)
    (tmp_path / "a.txt").write_bytes(data)
    draft = read_annex(tmp_path / "a.txt", headings)
    assert content_of(draft) == expected()
    assert draft.problems == ()


def test_vietnamese_windows_code_page_gives_the_same_draft(tmp_path, headings):
    # Code page 1258 has letters with circumflex, breve and horn; tones are combining marks.
    marks = "\u0300\u0301\u0303\u0309\u0323"

    def spread(char):
        decomposed = unicodedata.normalize("NFD", char)
        tone = "".join(mark for mark in decomposed if mark in marks)
        rest = "".join(mark for mark in decomposed if mark not in marks)
        return unicodedata.normalize("NFC", rest) + tone

    text = "".join(map(spread, tsv(ROWS)))
    (tmp_path / "a.txt").write_bytes(text.encode("cp1258"))
    assert content_of(read_annex(tmp_path / "a.txt", headings)) == expected()


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_quoted_cells_with_breaks_and_quotes_are_read(delimiter, tmp_path, headings):
    rows = [list(r) for r in ROWS]
    rows[1][1] = 'Đo lường "sự hài lòng", theo quý;\nbáo cáo\tkịp thời'
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\r\n").writerows([HEADING, *rows])
    (tmp_path / "a.csv").write_text(out.getvalue(), encoding="utf-8", newline="")
    draft = read_annex(tmp_path / "a.csv", headings)
    rows[1][1] = " ".join(rows[1][1].split())
    assert content_of(draft) == expected(rows)
    assert draft.sections[0].tasks[0].content.text.count("\n") == 1


def test_words_above_the_table_give_title_and_attachment(tmp_path, headings):
    text = "UBND HUYỆN\n\nPHỤ LỤC\nNHIỆM VỤ NĂM 2030\n(Kèm theo Kế hoạch số 1)\n\n" + tsv(ROWS)
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    draft = read_annex(tmp_path / "a.txt", headings)
    assert (draft.title, draft.attached_to) == ("NHIỆM VỤ NĂM 2030", "(Kèm theo Kế hoạch số 1)")
    assert content_of(draft) == expected()


def test_places_name_the_line_of_the_file(tmp_path, headings):
    (tmp_path / "a.txt").write_text("\n\n" + tsv([["1", "Việc", *[""] * 5, "dư"]]), "utf-8")
    (problem,) = read_annex(tmp_path / "a.txt", headings).problems
    assert (problem.place.file, problem.place.row, problem.place.column) == ("a.txt", 4, 8)
