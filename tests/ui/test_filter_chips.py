"""Chips that say which condition is in force and offer choices."""

import pytest
from PySide6.QtWidgets import QToolButton, QWidget
from pytestqt.qtbot import QtBot

from cchc_desktop.ui.filter_chips import add_choice, emptied_menu, menu_chip, say_choice


@pytest.fixture
def strip(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def chip(strip: QWidget) -> QToolButton:
    return menu_chip(strip, "Lĩnh vực")


def test_a_long_choice_is_cut_and_whole_in_the_tooltip(chip: QToolButton) -> None:
    say_choice(chip, "Cải cách thủ tục hành chính", longest=10)

    assert chip.text() == "Cải cách…"
    assert chip.toolTip() == "Cải cách thủ tục hành chính"
    assert chip.isChecked()
    assert chip.font().bold()


def test_without_a_choice_the_chip_says_its_title(chip: QToolButton) -> None:
    say_choice(chip, "Thể chế", longest=10)
    say_choice(chip, "", longest=10)

    assert chip.text() == "Lĩnh vực"
    assert chip.toolTip() == ""
    assert not chip.isChecked()
    assert not chip.font().bold()


def test_a_menu_opened_again_offers_each_choice_once(chip: QToolButton) -> None:
    chosen: list[str] = []
    for _ in range(2):
        menu, group = emptied_menu(chip)
        add_choice(group, "Tài chính & Kế hoạch", 1, lambda: chosen.append("&"), is_on=False)
        add_choice(group, "Nội vụ", 2, lambda: chosen.append("nội vụ"), is_on=True)

    assert [action.text() for action in menu.actions()] == ["Tài chính && Kế hoạch", "Nội vụ"]
    menu.actions()[0].trigger()
    assert chosen == ["&"]
    assert [action.isChecked() for action in menu.actions()] == [True, False]
