"""Whatever stands in a table comes out in the draft or in the list of problems."""

import contextlib
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st
from importer_annexes import HEADING, visible

from cchc_desktop.domain import errors
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.importers.annex import read_annex, read_pasted_annex, read_pasted_rows

NUMBERS = ["", "", "I", "II", "IV.", "A", "1", "2", "2", "3.", "a)", "b)", "đ)", "-", "+", "1.1",
           "1.1.1", "STT", "x y", "2 (tiếp)", "TM.", "*"]  # fmt: skip
WORDS = ["", "", "", "Báo cáo", "và tiếp tục", "Quý I/2030", "Phòng Nội vụ", "I. MỤC LỚN",
         "a) Rà soát", "1. Việc", "- gạch đầu dòng", "Tổng cộng", "Ghi chú: x", "Nơi nhận:",
         "CHỦ TỊCH", "CẢI CÁCH THỂ CHẾ", "STT", "(1)", "Các", "“trích", "Kế hoạch của",
         "/", "."]  # fmt: skip
CELL = st.one_of(
    st.sampled_from(WORDS),
    st.text(alphabet="aáậđêôơưỹ BCĐ1.,;:-+()\u00a0\u0301“", max_size=12),
)
ROW = st.builds(lambda number, rest: [number, *rest], st.sampled_from(NUMBERS),
                st.lists(CELL, min_size=6, max_size=7))  # fmt: skip


def said_in(draft):
    """Return all that a draft and its problems say."""
    texts = [draft.title, draft.attached_to]

    def task(t):
        texts.extend([t.source_number, t.content.text, t.lead.text, t.cooperating.text,
                      t.monitor.text, t.note.text])  # fmt: skip
        for d in t.deliverables:
            texts.extend([d.product.text, d.deadline.text])
        for s in t.subtasks:
            task(s)

    for section in draft.sections:
        texts.extend([section.source_number, section.title.text])
        for t in section.tasks:
            task(t)
    texts.extend(p.text for p in draft.problems)
    return "".join(texts)


@given(st.lists(ROW, min_size=1, max_size=9))
def test_every_character_of_every_cell_is_somewhere(headings, rows):
    # A row of column numbers is no content.
    text = "\n".join("\t".join(r) for r in [HEADING, *rows])
    draft = read_pasted_annex(text, None, headings)
    cells = [RichText.plain(c).text for r in rows for c in r]
    lost = Counter(visible("".join(cells))) - Counter(visible(said_in(draft)))
    if lost:
        # The same agency said twice for one task is kept once.
        words = said_in(draft).casefold()
        gone = [c for c in cells if c and "".join(c.split()).casefold() not in
                "".join(words.split())]  # fmt: skip
        assert not gone


@given(st.text(max_size=300), st.one_of(st.none(), st.text(max_size=200)))
def test_any_text_is_read_or_refused(headings, text, html):
    with contextlib.suppress(errors.CchcError):
        read_pasted_annex(text, html, headings)
    read_pasted_rows(text, html)


@given(st.lists(st.sampled_from(
    ["<table>", "</table>", "<tr>", "<td>", "</td>", "<td rowspan=3>", "<td colspan=2>", "<b>",
     "<p>", "<br>", "x", "STT", "Nhiệm vụ", "Thời gian", "<th rowspan=9999>", "<del>", "<img>"]),
    max_size=40))  # fmt: skip
def test_any_markup_is_read_or_refused(headings, parts):
    html = "".join(parts)
    with contextlib.suppress(errors.CchcError):
        read_pasted_annex("", html, headings)
    rows = read_pasted_rows("", html)
    assert len({len(row) for row in rows}) <= 1


@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.csv", "a.docx", "a.xls", "a.xlsx"]))
def test_any_bytes_are_read_or_refused(headings, tmp_path_factory, data, name):
    path = tmp_path_factory.mktemp("b") / name
    path.write_bytes(data)
    with contextlib.suppress(errors.CchcError):
        read_annex(path, headings)
