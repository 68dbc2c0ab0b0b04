from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_desktop.documents.blocks import Align, RowKind, Table, TableColumn, TableRow
from cchc_desktop.documents.table_layout import TableLayout
from cchc_desktop.documents.text_measure import TextMeasure
from cchc_desktop.domain.rich_text import EMPTY, RichText

_COLUMNS = (
    TableColumn("number", "STT", 14, Align.CENTER),
    TableColumn("content", "Nhiệm vụ", 80, Align.JUSTIFY),
    TableColumn("product", "Sản phẩm", 40, Align.LEFT, is_shared=False),
    TableColumn("deadline", "Thời gian", 30, Align.CENTER, is_shared=False),
    TableColumn("lead", "Chủ trì", 30, Align.CENTER),
)
_PAGE = 400.0
_WORDS = st.text(st.sampled_from("abcxyzđặộ"), min_size=1, max_size=12)
_CELL = st.one_of(
    st.just(""),
    st.lists(_WORDS, max_size=30).map(" ".join),
    st.lists(_WORDS, max_size=8).map("\n".join),
    st.integers(200, 4000).map(lambda n: "lời " * (n // 4)),
    st.integers(200, 2000).map(lambda n: "w" * n),
)
_ROW = st.tuples(st.sampled_from(list(RowKind)), *[_CELL] * len(_COLUMNS))


@pytest.fixture(scope="module")
def measure(fonts):
    return TextMeasure(fonts)


def _table(*rows, columns=_COLUMNS):
    return Table(
        columns,
        tuple(
            TableRow(kind, tuple(RichText.plain(cell) for cell in cells)) for kind, *cells in rows
        ),
        13,
        "(tiếp)",
    )


def _task(number, content="", product="", deadline="", lead="", kind=RowKind.TASK):
    return (kind, number, content, product, deadline, lead)


def _section(number, title):
    return _task(number, title, kind=RowKind.SECTION)


def _lay_out(measure, table, first=_PAGE, tail=0.0):
    return list(TableLayout(table, measure).pages(first, _PAGE, tail))


def _characters(pages):
    """All characters of the body but those of the number, which is repeated."""
    return sorted(
        char
        for page in pages
        for piece in page.pieces
        if not piece.is_header
        for box in piece.boxes
        if box.first > 0
        for line in box.lines
        for char in line.text
        if char != " "
    )


def _first_lines(page):
    """The text of the first box of each piece below the header."""
    return [
        " ".join(line.text for line in piece.boxes[0].lines)
        for piece in page.pieces
        if not piece.is_header
    ]


@settings(max_examples=120, deadline=None)
@given(
    rows=st.lists(_ROW, max_size=14),
    first=st.floats(0, _PAGE),
    tail=st.sampled_from([0.0, 150.0, 500.0]),
)
def test_any_table_keeps_every_character_within_the_pages(measure, rows, first, tail):
    table = _table(*rows)

    pages = _lay_out(measure, table, first, tail)

    wanted = sorted(
        char
        for row in table.rows
        for cell in row.cells[1:]
        for char in cell.text
        if char not in " \n"
    )
    assert _characters(pages) == wanted
    assert pages[0].height <= max(first, 40.0) + 1e-3
    assert all(page.height <= _PAGE + 1e-3 for page in pages)


@settings(max_examples=60, deadline=None)
@given(rows=st.lists(_ROW, min_size=1, max_size=14))
def test_boxes_fill_their_piece_without_overlap(measure, rows):
    for page in _lay_out(measure, _table(*rows)):
        for piece in page.pieces:
            columns = sorted({box.first for box in piece.boxes})
            for column in columns:
                boxes = sorted(
                    (box for box in piece.boxes if box.first == column), key=lambda box: box.top
                )
                assert boxes[0].top == pytest.approx(0)
                assert boxes[-1].top + boxes[-1].height == pytest.approx(piece.height)
                for above, below in pairwise(boxes):
                    assert above.top + above.height == pytest.approx(below.top)


def test_header_stands_on_each_page(measure):
    pages = _lay_out(measure, _table(*[_task(str(n), "việc " * 60) for n in range(30)]))

    assert len(pages) > 2
    assert all(page.pieces[0].is_header for page in pages)
    assert all(not piece.is_header for page in pages for piece in page.pieces[1:])


def test_a_row_that_goes_on_repeats_its_number(measure):
    pages = _lay_out(measure, _table(_task("7", "việc " * 1500)))

    assert _first_lines(pages[0]) == ["7"]
    assert all(_first_lines(page) == ["7 (tiếp)"] for page in pages[1:])


def test_a_section_goes_to_the_next_page_with_its_first_task(measure):
    filler = [_task(str(n), "việc") for n in range(1, 20)]
    for count in range(1, len(filler)):
        rows = [*filler[:count], _section("II", "TITLE"), _task("99", "một\nhai\nba\nbốn\nnăm")]

        pages = _lay_out(measure, _table(*rows))

        assert all(_first_lines(page)[-1] != "II" for page in pages)


def test_a_heading_stays_with_its_first_subtask(measure):
    subtask = _task("a)", "một\nhai\nba\nbốn", "x", kind=RowKind.SUBTASK)
    for count in range(1, 20):
        rows = [*[_task(str(n), "việc") for n in range(count)], _task("88", "nhóm việc"), subtask]

        pages = _lay_out(measure, _table(*rows))

        assert all(_first_lines(page)[-1] != "88" for page in pages)


def test_no_page_begins_or_ends_with_a_single_line_of_a_long_row(measure):
    long = "\n".join(f"dòng {n}" for n in range(9))
    for count in range(24):
        rows = [*[_task(str(n), "việc") for n in range(count)], _task("77", long)]

        pages = _lay_out(measure, _table(*rows))

        parts = [
            len(box.lines)
            for page in pages
            for piece in page.pieces
            for box in piece.boxes
            if box.first == 1 and any("dòng" in line.text for line in box.lines)
        ]
        assert sum(parts) == 9
        assert min(parts) >= 2


def test_short_rows_are_not_broken(measure):
    rows = [_task(str(n), "một\nhai\nba\nbốn") for n in range(40)]

    pages = _lay_out(measure, _table(*rows))

    assert all(piece.is_whole for page in pages for piece in page.pieces)


def test_two_low_last_rows_stay_with_the_signature(measure):
    for count in range(2, 60):
        rows = [_task(str(n), "một") for n in range(count)]

        pages = _lay_out(measure, _table(*rows), tail=150.0)

        assert pages[-1].height + 150.0 <= _PAGE
        assert len(pages) == 1 or len(_first_lines(pages[-1])) >= 2


def test_the_signature_never_stands_without_a_row(measure):
    for count in range(2, 30):
        rows = [_task(str(n), "một\nhai\nba") for n in range(count)]

        pages = _lay_out(measure, _table(*rows), tail=150.0)

        assert pages[-1].height + 150.0 <= _PAGE
        assert len(_first_lines(pages[-1])) >= 1


def test_a_last_row_of_many_lines_keeps_some_for_the_signature(measure):
    for count in range(20, 60):
        row = _task("1", "\n".join(f"dòng {n}" for n in range(count)))

        pages = _lay_out(measure, _table(row), tail=150.0)

        assert pages[-1].height + 150.0 <= _PAGE


def test_several_products_stand_beside_one_content(measure):
    table = _table(
        _task("1", "việc", "Kế hoạch", "Quý I"),
        _task("", "", "Báo cáo", "Quý II", kind=RowKind.CONTINUATION),
    )

    (page,) = _lay_out(measure, table)

    (piece,) = page.pieces[1:]
    assert len([box for box in piece.boxes if box.first == 1]) == 1
    assert len([box for box in piece.boxes if box.first == 2]) == 2


def test_words_in_a_shared_cell_of_a_further_product_are_not_lost(measure):
    table = _table(
        _task("1", "việc", "Kế hoạch"),
        _task("", "lời thêm", "Báo cáo", kind=RowKind.CONTINUATION),
    )

    assert "thêm" in str(_lay_out(measure, table))


@pytest.mark.parametrize("repeat", [30, 400])
def test_a_heading_taller_than_half_the_page_is_printed_once_and_whole(measure, repeat):
    columns = (*_COLUMNS[:4], TableColumn("lead", "rất dài " * repeat, 20, Align.CENTER))
    table = _table(_task("1", "việc " * 900), columns=columns)

    pages = _lay_out(measure, table)

    headings = [piece for page in pages for piece in page.pieces if piece.is_header]
    words = [
        word
        for piece in headings
        for box in piece.boxes
        if box.first == 4
        for line in box.lines
        for word in line.text.split()
    ]
    assert words == ["rất", "dài"] * repeat


def test_a_table_without_rows_is_its_header(measure):
    (page,) = _lay_out(measure, _table())

    assert [piece.is_header for piece in page.pieces] == [True]


def test_a_header_that_does_not_fit_below_the_title_goes_to_the_next_page(measure):
    pages = _lay_out(measure, _table(_task("1", "việc")), first=30.0)

    assert pages[0].pieces == []
    assert pages[1].pieces[0].is_header


def test_rows_are_laid_out_one_page_at_a_time(measure):
    rows = [_task(str(n), "việc") for n in range(5000)]
    layout = TableLayout(_table(*rows), measure)

    pages = layout.pages(_PAGE, _PAGE, 0.0)
    next(pages)

    assert len(layout._ready) < 10


def test_empty_cells_take_one_line(measure):
    (page,) = _lay_out(measure, _table((RowKind.TASK, *[""] * 5)))

    assert page.pieces[1].height > 10
    assert EMPTY.text == ""
