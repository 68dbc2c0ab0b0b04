"""The page beside a table: what stays where it was when it is drawn anew."""

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from cchc_desktop.ui.details_panel import DetailsPanel


class TallPanel(DetailsPanel):
    """Shows more lines than there is room for, and a button."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Chi tiết", parent)
        self.shown = "a"

    def subject(self) -> str:
        return self.shown

    def heading(self) -> str:
        return f"Dòng {self.shown}"

    def fill(self, column: QVBoxLayout, page: QWidget) -> None:
        for number in range(60):
            column.addWidget(QLabel(str(number), page))
        button = QPushButton("Sửa", page)
        button.setObjectName("edit")
        column.addWidget(button)
        self.keep_room_for_history(column, page, spacing=2)

    def ask_history(self) -> None:
        self.show_history("LỊCH SỬ", [("Sửa ô", ""), ("Thêm dòng", "muted")])


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(260, 300)
    return made


@pytest.fixture
def panel(window: QWidget, qtbot: QtBot) -> TallPanel:
    made = TallPanel(window)
    made.resize(260, 300)
    made.refresh()
    window.show()
    qtbot.waitExposed(window)
    return made


def test_the_same_row_drawn_anew_keeps_its_place_and_the_keyboard(
    panel: TallPanel, qtbot: QtBot
) -> None:
    panel.window().activateWindow()
    button = panel.findChild(QPushButton, "edit")
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    bar = panel._area.verticalScrollBar()
    bar.setValue(120)

    panel.refresh()

    assert bar.value() == 120
    again = panel.findChild(QPushButton, "edit")
    assert again is not button
    assert again.hasFocus()


def test_another_row_begins_at_the_top(panel: TallPanel) -> None:
    bar = panel._area.verticalScrollBar()
    bar.setValue(120)
    panel.shown = "b"

    panel.refresh()

    assert bar.value() == 0


def test_history_comes_once_the_officer_rests(panel: TallPanel, qtbot: QtBot) -> None:
    def words() -> list[str]:
        return [label.text() for label in panel._area.widget().findChildren(QLabel)]

    assert "LỊCH SỬ" not in words()
    qtbot.waitUntil(lambda: "Thêm dòng" in words())

    panel.ask_history()
    assert words().count("Thêm dòng") == 1
