"""The officer's own choices outlive the window, and windows stay on screens that exist."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cchc_desktop.ui.settings import Settings, clamped
from cchc_desktop.ui.theme import ThemeChoice


def test_choices_made_are_read_back_by_the_next_window(tmp_path: Path) -> None:
    first = Settings(tmp_path / "settings.ini")
    first.font_percent = 125
    first.theme = ThemeChoice.DARK
    first.set_column_widths("annex", {"content": 320, "note": 90})
    first.set_shown("details", is_shown=False)
    first.sync()

    second = Settings(tmp_path / "settings.ini")

    assert second.font_percent == 125
    assert second.theme is ThemeChoice.DARK
    assert second.column_widths("annex") == {"content": 320, "note": 90}
    assert not second.is_shown("details")
    assert second.is_shown("anything else")


def test_recent_files_with_marks_come_latest_first_without_repetition(settings: Settings) -> None:
    one, two = Path("/kho/Sông Trà.cchc"), Path("/kho/Thạch Hà, 2024.cchc")
    for path in (one, two, one):
        settings.add_recent_file(path)

    assert settings.recent_files == (one, two)

    settings.remove_recent_file(one)
    assert settings.recent_files == (two,)


def test_a_settings_file_with_nonsense_gives_the_usual_choices(tmp_path: Path) -> None:
    path = tmp_path / "settings.ini"
    path.write_text("[General]\ntheme=plaid\n[font]\npercent=huge\n[columns]\nannex=a;b=x\n")

    settings = Settings(path)

    assert settings.theme is ThemeChoice.SYSTEM
    assert settings.font_percent == 100
    assert settings.column_widths("annex") == {}


@pytest.mark.parametrize(
    ("window", "expected"),
    [
        (QRect(100, 100, 800, 600), QRect(100, 100, 800, 600)),
        (QRect(3000, 200, 800, 600), QRect(566, 128, 800, 600)),
        (QRect(-700, -50, 800, 600), QRect(0, 0, 800, 600)),
        (QRect(10, 10, 1900, 1000), QRect(0, 0, 1366, 728)),
    ],
)
def test_a_window_left_on_a_screen_that_is_gone_comes_back_into_view(
    window: QRect, expected: QRect
) -> None:
    assert clamped(window, [QRect(0, 0, 1366, 728)]) == expected


def test_a_window_comes_back_where_it_stood(qtbot: QtBot, settings: Settings) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(20, 30, 400, 300)
    settings.save_window("main", window)
    again = QWidget()
    qtbot.addWidget(again)

    assert settings.restore_window("main", again)
    assert again.size() == window.size()
