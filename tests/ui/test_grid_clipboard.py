"""A block of cells on the clipboard, as other programs and this one take it."""

import csv
import io

from lxml import html
from PySide6.QtCore import QItemSelectionModel, QMimeData

from cchc_desktop.ui.grid_clipboard import (
    clipboard_data,
    own_cells,
    selected_block,
    tabbed_text,
)
from cchc_desktop.ui.plan_columns import place_of
from cchc_desktop.ui.plan_screen import PlanScreen
from tests.ui.plan_parts import CONTENT, DEADLINE, PRODUCT, rich, screen, stand_in

__all__ = ["screen"]

GRID = ((rich('a "b"\nc'), rich("<b>x &amp; y</b>")), (rich("= 1"), rich("<i>d</i>")))


def test_copied_text_is_read_by_a_table_reader() -> None:
    rows = list(csv.reader(io.StringIO(tabbed_text(GRID)), delimiter="\t"))

    assert rows == [['a "b"\nc', "x & y"], ["= 1", "d"]]


def test_copied_html_is_a_table_with_styles() -> None:
    table = html.fromstring(clipboard_data(GRID).html()).find(".//table")

    assert [[td.text_content() for td in tr] for tr in table.iter("tr")] == [
        ['a "b"c', "x & y"],
        ["= 1", "d"],
    ]
    assert table.find(".//b").text == "x & y"
    assert table.find(".//i").text == "d"


def test_own_cells_come_back_as_they_were() -> None:
    assert own_cells(clipboard_data(GRID)) == GRID


def test_foreign_data_is_not_taken_for_own_cells() -> None:
    data = QMimeData()
    data.setText("a\tb")

    assert own_cells(data) is None


def test_block_follows_the_columns_as_they_are_shown(screen: PlanScreen) -> None:
    table = screen.table
    table.columns.moveSection(table.columns.visualIndex(place_of(DEADLINE)), 1)
    stand_in(screen, 1, DEADLINE)
    other = screen.model.index(2, place_of(PRODUCT))
    table.selectionModel().select(other, QItemSelectionModel.SelectionFlag.Select)

    block = selected_block(table, lambda row, place: rich(f"{row.number}/{place}"))

    first, second = (screen.model.row_at(place).number for place in (1, 2))
    places = [place_of(column) for column in (DEADLINE, CONTENT, PRODUCT)]
    assert [[cell.text for cell in line] for line in block] == [
        [f"{first}/{places[0]}", "", ""],
        ["", "", f"{second}/{places[2]}"],
    ]
