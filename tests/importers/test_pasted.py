"""Blocks pasted from Word and Excel."""

import pytest
from importer_annexes import HEADING, ROWS, content_of, expected, tsv

from cchc_desktop.domain.errors import SourceEmpty
from cchc_desktop.importers.annex import read_pasted_annex, read_pasted_rows

WORD = """Version:1.0
StartHTML:0000000105
<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>
p.MsoNormal {margin:0cm}</style></head><body><!--StartFragment-->
<table class=MsoTableGrid>%s</table><!--EndFragment--></body></html>"""
EXCEL = """<html><head><style>td {padding:0px;} .xl65 {font-weight:700; font-style:italic;}
.xl66 {mso-number-format:"\\@";}</style></head><body><table border=0>
<col width=64><tr height=20>%s</tr></table></body></html>"""


def word_cell(text):
    inner = text.replace("&", "&amp;").replace(" ", "\n ", 1)
    return (
        "<td valign=top style='border:solid'><p class=MsoNormal><span lang=VI>"
        f"{inner}<o:p></o:p></span></p></td>"
    )


def test_table_copied_from_word_gives_the_same_draft(headings):
    rows = "".join("<tr>" + "".join(map(word_cell, r)) + "</tr>" for r in [HEADING, *ROWS])
    draft = read_pasted_annex("ignored", WORD % rows, headings)
    assert content_of(draft) == expected()
    assert draft.problems == ()


def test_markup_without_table_falls_back_to_text(headings):
    assert content_of(read_pasted_annex(tsv(ROWS), "<p>x</p>", headings)) == expected()


def test_pasted_place_has_no_file_and_a_row(headings):
    block = tsv([["1", "Việc", "", "Quý I", "", "", ""], ["5", "Việc", "", "Quý I", "", "", ""]])
    (problem,) = read_pasted_annex(block, None, headings).problems
    assert (problem.place.file, problem.place.row) == ("", 3)


def test_empty_block_is_refused(headings):
    with pytest.raises(SourceEmpty):
        read_pasted_annex(" \n", None, headings)


def test_excel_cells_with_line_breaks_are_cells(headings):
    text = 'a\t"dòng một\r\ndòng ""hai"""\tc\r\n"trích" nguyên văn\t"Quý I"\tx\r\n'
    rows = [[cell.text for cell in row] for row in read_pasted_rows(text, None)]
    assert rows == [
        ["a", 'dòng một\ndòng "hai"', "c"],
        ['"trích" nguyên văn', '"Quý I"', "x"],
    ]


def test_excel_markup_keeps_bold_and_italic():
    cells = "<td class=xl65>đậm</td><td class=xl66>thường<br>dòng <b>hai</b></td><td></td>"
    (row,) = read_pasted_rows("", EXCEL % cells)
    assert [cell.markup for cell in row] == [
        "<b><i>đậm</i></b>", "thường\ndòng <b>hai</b>", "",
    ]  # fmt: skip


def test_pasted_rows_are_of_one_width_with_merged_cells_empty():
    html = (
        "<table><tr><td rowspan=2>a</td><td colspan=2>b</td></tr>"
        "<tr><td>c</td><td>d</td></tr><tr><td>e</td></tr></table>"
    )
    rows = [[cell.text for cell in row] for row in read_pasted_rows("", html)]
    assert rows == [["a", "b", ""], ["", "c", "d"], ["e", "", ""]]


def test_deleted_words_of_word_are_left_out_and_said(headings):
    rows = "".join("<tr>" + "".join(map(word_cell, r)) + "</tr>" for r in [HEADING, *ROWS[:2]])
    html = WORD % rows.replace("Xây\n", "Xây <del>bỏ</del>\n")
    draft = read_pasted_annex("", html, headings)
    assert [(p.code, p.text) for p in draft.problems] == [("tracked_deletion", "bỏ")]


def test_one_cell_is_one_cell():
    assert [[c.text for c in row] for row in read_pasted_rows("Quý I/2030", None)] == [
        ["Quý I/2030"]
    ]
