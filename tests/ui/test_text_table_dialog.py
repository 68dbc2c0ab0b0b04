"""A block from Excel pasted into a table of a plan's text."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.plan_text import TextTable
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.ui.grid_clipboard import clipboard_data
from cchc_desktop.ui.text_table_dialog import TextTableDialog
from cchc_desktop.ui.text_table_paste import tabbed_cells
from tests.ui.test_text_clipboard import mime

TABLE = TextTable(
    tuple(
        tuple(RichText.from_markup(cell) for cell in row)
        for row in (("<b>Chỉ tiêu</b>", "<i>Mức</i>"), ("Đúng <b>hạn</b>", "90%"))
    )
)
Opened = tuple[TextTableDialog, Callable[[], list[list[str]]]]


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Opened]:
    """The dialog with a small table, and what it holds once its button was pressed."""
    window = QWidget()
    qtbot.addWidget(window)
    dialog = TextTableDialog(TABLE, window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    dialog.open()

    def written() -> list[list[str]]:
        dialog.yes_button.click()
        return [[cell.markup for cell in row] for row in dialog.table.rows]

    yield dialog, written
    dialog.close()


def paste(dialog: TextTableDialog, row: int, column: int, data: QMimeData) -> None:
    QGuiApplication.clipboard().setMimeData(data)
    dialog.grid.setCurrentCell(row, column)
    dialog.grid.setFocus()
    QTest.keyClick(dialog.grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_block_is_put_in_from_the_current_cell_on_and_rows_are_added(opened: Opened) -> None:
    dialog, written = opened
    paste(dialog, 1, 0, mime("Hồ sơ\t95%\r\n\t98%\r\nHài lòng\t99%\r\n"))
    assert dialog.header_rows.maximum() == 4
    assert written() == [
        ["<b>Chỉ tiêu</b>", "<i>Mức</i>"],
        ["Hồ sơ", "95%"],
        ["", "98%"],
        ["Hài lòng", "99%"],
    ]


def test_untouched_cells_keep_their_styles_and_wider_blocks_add_columns(opened: Opened) -> None:
    dialog, written = opened
    paste(dialog, 0, 1, mime("Mức 2025\tMức 2026"))
    assert written() == [
        ["<b>Chỉ tiêu</b>", "Mức 2025", "Mức 2026"],
        ["Đúng <b>hạn</b>", "90%", ""],
    ]


def test_own_cells_come_with_their_styles(opened: Opened) -> None:
    dialog, written = opened
    paste(dialog, 1, 1, clipboard_data(((RichText.from_markup("Trên <b>95%</b>"),),)))
    assert written()[1] == ["Đúng <b>hạn</b>", "Trên <b>95%</b>"]


def test_pasting_in_a_cell_that_is_typed_in_stays_in_it(
    opened: Opened, qtbot: QtBot, qtlog: Any
) -> None:
    dialog, written = opened
    QGuiApplication.clipboard().setMimeData(mime("95%"))
    dialog.grid.setCurrentCell(1, 1)
    QTest.keyClick(dialog.grid, Qt.Key.Key_Return)
    editor = dialog.grid.findChild(QLineEdit)
    assert editor
    QTest.keyClick(editor, Qt.Key.Key_End)
    QTest.keyClick(editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    words = editor.text()
    assert words.endswith("95%")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.grid.indexWidget(dialog.grid.currentIndex()) is None)
    assert written() == [["<b>Chỉ tiêu</b>", "<i>Mức</i>"], ["Đúng <b>hạn</b>", words]]
    assert not [record for record in qtlog.records if "editing failed" in record.message]


def test_block_larger_than_a_page_can_hold_is_refused_in_words(opened: Opened) -> None:
    dialog, written = opened
    paste(dialog, 1, 0, mime("x\n" * 500))
    assert "501 hàng" in dialog.problem
    assert written() == [[cell.markup for cell in row] for row in TABLE.rows]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", []),
        ("a\n\nb\n", [["a"], [""], ["b"]]),
        ("a\t\n\tb", [["a", ""], ["", "b"]]),
        ('"một\nhai"\t"nói ""có"""\r\nba', [["một\nhai", 'nói "có"'], ["ba"]]),
        ('"nói" gì\tb', [['"nói" gì', "b"]]),
        ('"mở\tb', [['"mở', "b"]]),
    ],
)
def test_tabbed_text_is_read_as_excel_writes_it(text: str, cells: list[list[str]]) -> None:
    assert [[cell.text for cell in row] for row in tabbed_cells(text)] == cells
