"""Copying, cutting and pasting in the text of a plan, and its tables."""
# ruff: noqa: F401, F811 - fixtures are found by their names

import gc
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from cchc_desktop.domain.plan_text import TextPartKind
from cchc_desktop.ui.text_clipboard import clipboard_data, own_passages
from cchc_desktop.ui.text_pasting import read_lines
from cchc_desktop.ui.text_table_dialog import TextTableDialog
from tests.ui.text_parts import (
    BODY,
    CTRL,
    DECISION,
    Desk,
    K,
    desk,
    lines,
    make_desk,
    part,
    passage,
    table,
)

FROM_WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><!--StartFragment-->
<p class=MsoNormal><b><span style='mso-list:Ignore'>I.<span>&nbsp;&nbsp; </span></span>
MỤC TIÊU</b></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]>
<span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp; </span></span><![endif]>Mục tiêu
<b>chung</b> và <i>riêng</i></p>
<p class=MsoNormal>a) Điểm thứ nhất</p>
<p class=MsoNormal>- Gạch đầu dòng</p>
<table border=1><tr><td>Chỉ tiêu</td><td>Mức</td></tr><tr><td>Đúng hạn</td><td>98%</td></tr></table>
<!--EndFragment--></body></html>"""


def paste(desk: Desk, data: QMimeData) -> None:
    QGuiApplication.clipboard().setMimeData(data)
    desk.key(Qt.Key.Key_V, CTRL)
    desk.wait()


def mime(text: str = "", html: str = "") -> QMimeData:
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    return data


def test_copied_passages_carry_their_numbers_as_text_and_html(desk: Desk) -> None:
    desk.select((3, 0), (5, len("Siết chặt kỷ luật.")))
    desk.key(Qt.Key.Key_C, CTRL)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "1. Mục đích\na) Nâng cao chất lượng phục vụ.\nb) Siết chặt kỷ luật."
    assert "<p>a) Nâng cao <b>chất lượng</b> phục vụ.</p>" in data.html()


def test_words_of_one_passage_are_copied_without_its_number(desk: Desk) -> None:
    desk.select((4, 0), (4, 8))
    desk.key(Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "Nâng cao"
    desk.at(9)
    desk.key(Qt.Key.Key_V, CTRL)
    assert desk.kept()[9].endswith("này.Nâng cao")


def test_cut_passages_are_pasted_elsewhere_with_their_kinds(desk: Desk) -> None:
    desk.select((6, 0), (7, len("Rõ người, rõ việc.")))
    desk.key(Qt.Key.Key_X, CTRL)
    assert len(desk.kept()) == 8
    desk.at(2)
    desk.key(Qt.Key.Key_V, CTRL)
    assert desk.kept()[2:6] == [
        "I. Mục đích, yêu cầu",
        "1. Yêu cầu",
        "- Rõ người, rõ việc.",
        "2. Mục đích",
    ]
    desk.undo()
    desk.undo()
    assert len(desk.kept()) == len(BODY)


def test_own_clipboard_keeps_fields_tables_and_own_numbers() -> None:
    copied = (BODY[1], table(("A", "B"), ("1", "2")), passage(K.ITEM, "Mục", own="3."))
    found = own_passages(clipboard_data(copied, is_inline=False))
    assert found == (copied, False)


def test_paste_from_word_keeps_structure_styles_and_tables(desk: Desk) -> None:
    desk.at(9)
    paste(desk, mime("x", FROM_WORD))
    kept = desk.kept()
    assert kept[10:14] == [
        "III. <b>MỤC TIÊU</b>",
        "1. Mục tiêu <b>chung</b> và <i>riêng</i>",
        "a) Điểm thứ nhất",
        "- Gạch đầu dòng",
    ]
    made = desk.text().parts[0].passages[14]
    assert made.table
    assert made.table.rows[1][1].text == "98%"
    desk.undo()
    assert len(desk.kept()) == len(BODY)


def test_paste_into_the_middle_parts_the_passage(desk: Desk) -> None:
    desk.at(5, 9)
    paste(desk, mime("- một\n- hai"))
    assert desk.kept()[5:9] == ["b) Siết chặt", "- một", "- hai", "c) kỷ luật."]


def test_one_line_is_pasted_into_the_passage(desk: Desk) -> None:
    desk.at(5, 0)
    paste(desk, mime("Kịp thời. "))
    assert desk.kept()[5] == "b) Kịp thời.Siết chặt kỷ luật."
    assert len(desk.shown()) == len(BODY)


def test_lines_become_passages_by_their_numbers() -> None:
    read = read_lines("II. Nhiệm vụ\n1. Thể chế\na) Rà soát\n\n- Việc\nlời thường\n3. Nhảy số")
    assert [(p.kind, p.level) for p in read] == [
        (K.PART, 1),
        (K.ITEM, 2),
        (K.POINT, 5),
        (K.DASH, 6),
        (K.TEXT, 6),
        (K.ITEM, 2),
    ]
    assert lines(read)[-1] == "3. Nhảy số"


def test_table_is_drawn_and_edited_in_a_grid(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(part((passage(K.TEXT, "Trước"), table(("A", "B"), ("1", "2")))))
    block = desk.sheet.document().findBlockByNumber(1)
    assert desk.sheet.document().documentLayout().blockBoundingRect(block).height() > 40
    desk.at(1, 0)
    desk.type("x")
    desk.key(Qt.Key.Key_F2)
    dialog = desk.screen.findChild(TextTableDialog)
    assert dialog
    dialog.grid.item(1, 1).setText("9")
    dialog.add_row()
    dialog.yes_button.click()
    desk.keep()
    rows = desk.text().parts[0].passages[1].table
    assert rows
    assert [[c.text for c in row] for row in rows.rows] == [
        ["A", "B"],
        ["", ""],
        ["1", "9"],
    ]
    desk.undo()
    rows = desk.text().parts[0].passages[1].table
    assert rows
    assert rows.rows[1][1].text == "2"


def test_backspace_beside_a_table_deletes_the_table_whole(
    make_desk: Callable[..., Desk],
) -> None:
    desk = make_desk(part((passage(K.TEXT, "Trước"), table(("A", "B")), passage(K.TEXT, "Sau"))))
    desk.at(2, 0)
    desk.key(Qt.Key.Key_Backspace)
    assert desk.sheet.place == 1
    desk.key(Qt.Key.Key_Backspace)
    assert desk.kept() == ["Trước", "Sau"]
    desk.undo()
    assert desk.text().parts[0].passages[1].table


def test_inserted_table_is_opened_at_once(desk: Desk) -> None:
    desk.at(6)
    desk.screen.actions_here.table.trigger()
    dialog = desk.screen.findChild(TextTableDialog)
    assert dialog
    dialog.grid.item(0, 0).setText("Chỉ tiêu") if dialog.grid.item(0, 0) else None
    dialog.yes_button.click()
    desk.keep()
    assert [p.kind for p in desk.text().parts[0].passages][8] is K.TABLE


def test_passages_dropped_on_another_part_go_there(
    make_desk: Callable[..., Desk],
) -> None:
    desk = make_desk(part(DECISION, TextPartKind.DECISION), part(BODY))
    model = desk.screen.outline.model
    rows = {model.index(row, 0).data(): row for row in range(model.rowCount())}
    data = model.mimeData([model.index(rows["2. Yêu cầu"], 0)])
    model.dropMimeData(data, Qt.DropAction.MoveAction, 1, 0, model.index(-1, 0))
    desk.wait()
    assert desk.kept(0)[:2] == ["1. Yêu cầu", "- Rõ người, rõ việc."]
    assert len(desk.kept(1)) == len(BODY) - 2
    QTest.qWait(0)
