"""The start screen: recent files by keyboard, and files that are gone."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from cchc_desktop.ui.welcome import WelcomeScreen


def shown(qtbot: QtBot, *paths: Path) -> WelcomeScreen:
    owner = QAction("Mở tệp…")
    screen = WelcomeScreen([owner])
    owner.setParent(screen)
    qtbot.addWidget(screen)
    screen.show_recent(paths)
    screen.show()
    return screen


def test_enter_opens_the_latest_file(qtbot: QtBot, session_file: Path, tmp_path: Path) -> None:
    screen = shown(qtbot, session_file, tmp_path / "cũ.cchc")

    with qtbot.waitSignal(screen.file_chosen) as chosen:
        qtbot.keyClick(screen.recent, Qt.Key.Key_Return)

    assert chosen.args == [session_file]


def test_a_file_that_is_gone_is_marked(qtbot: QtBot, session_file: Path, tmp_path: Path) -> None:
    screen = shown(qtbot, session_file, tmp_path / "cũ.cchc")

    assert "không còn" not in screen.recent.item(0).text()
    assert "không còn" in screen.recent.item(1).text()


def test_delete_takes_a_file_off_the_list(qtbot: QtBot, session_file: Path) -> None:
    screen = shown(qtbot, session_file)

    with qtbot.waitSignal(screen.file_forgotten) as forgotten:
        screen.recent.actions()[0].trigger()

    assert forgotten.args == [session_file]


def test_without_recent_files_the_ways_to_begin_are_shown_alone(qtbot: QtBot) -> None:
    screen = shown(qtbot)

    assert screen.recent.isHidden()
    assert [button.text() for button in screen.findChildren(QPushButton)] == ["Mở tệp…"]
