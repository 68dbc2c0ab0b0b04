"""The program as a whole: its language, its icons, its self-test, and how it fails."""

import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtGui import QIcon, QKeySequence
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cchc_desktop.system.paths import resource
from cchc_desktop.ui.icons import icon
from cchc_desktop.ui.messages import MessageBar, Messages
from cchc_desktop.ui.theme import DARK, LIGHT, Tokens, style_sheet

ROOT = Path(__file__).parents[2]


def translations() -> list[tuple[str, str, str]]:
    tree = ET.parse(resource("translations", "qtbase_vi.ts"))
    return [
        (
            context.findtext("name", ""),
            message.findtext("source", ""),
            message.findtext("translation", ""),
        )
        for context in tree.iter("context")
        for message in context.iter("message")
    ]


def test_the_compiled_translation_says_what_its_source_says(qapp: QApplication) -> None:
    translator = QTranslator()
    assert translator.load(str(resource("translations", "qtbase_vi.qm")))

    for context, source, translation in translations():
        assert translator.translate(context, source) == translation
        assert ("%1" in source) == ("%1" in translation)


def test_the_context_menu_of_a_field_is_vietnamese() -> None:
    words = {(context, source): text for context, source, text in translations()}

    assert words["QLineEdit", "&Paste"] == "&Dán"
    assert words["QPlatformTheme", "Cancel"] == "Thôi"


def test_keys_are_told_as_the_keyboard_names_them_and_stay_apart(qapp: QApplication) -> None:
    translator = QTranslator()
    assert translator.load(str(resource("translations", "qtbase_vi.qm")))
    qapp.installTranslator(translator)
    try:
        native = QKeySequence.SequenceFormat.NativeText
        assert QKeySequence("Alt+Up").toString(native) == "Alt+↑"
        assert QKeySequence("Ctrl+Del").toString(native) == "Ctrl+Delete"
        assert QKeySequence("Ctrl+Enter") != QKeySequence("Ctrl+Return")
        assert QKeySequence("Ins") == QKeySequence(Qt.Key.Key_Insert)
    finally:
        qapp.removeTranslator(translator)


def test_every_icon_of_the_set_can_be_painted(qapp: QApplication) -> None:
    names = [path.stem for path in resource("icons").glob("*.svg")]

    assert len(names) > 25
    for name in names:
        image = icon(name).pixmap(24, 24, QIcon.Mode.Normal).toImage()
        assert any(image.pixelColor(x, y).alpha() for x in range(24) for y in range(24)), name
    assert resource("icons", "LICENSE-Lucide.txt").is_file()


def test_an_icon_that_the_set_does_not_have_is_an_error(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon")


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_the_style_sheet_knows_only_colours_of_the_theme(tokens: Tokens) -> None:
    sheet = style_sheet(tokens)

    assert "@" not in sheet
    template = resource("styles", "window.qss").read_text(encoding="utf-8")
    assert re.findall(r"#[0-9A-Fa-f]{6}\b|\brgb\(", template) == []


@pytest.mark.parametrize(("name", "tokens"), [("light", LIGHT), ("dark", DARK)])
def test_the_drawings_of_the_style_sheet_have_the_colours_of_their_theme(
    name: str, tokens: Tokens
) -> None:
    arrow = resource("styles", f"chevron-{name}.svg").read_text(encoding="utf-8")
    check = resource("styles", f"check-{name}.svg").read_text(encoding="utf-8")

    assert tokens.muted.name() in arrow
    assert tokens.on_accent.name() in check


def test_an_unforeseen_error_is_logged_and_said_and_ends_nothing(tmp_path: Path) -> None:
    program = f"""
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from cchc_desktop.ui.crash import CrashReporter
application = QApplication([])
CrashReporter(Path({str(tmp_path)!r})).install()
def fail():
    raise RuntimeError("unforeseen")
def answer():
    box = QApplication.activeModalWidget()
    print(type(box).__name__, "ngoài dự kiến" in box.text())
    box.close()
QTimer.singleShot(0, fail)
QTimer.singleShot(200, answer)
QTimer.singleShot(600, application.quit)
sys.exit(application.exec())
"""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["QMessageBox", "True"]
    log = (tmp_path / "chuong-trinh.log").read_text(encoding="utf-8")
    assert "RuntimeError: unforeseen" in log


def test_the_self_test_of_an_installed_program_passes(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "cchc_desktop", "--self-test"],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )

    assert (done.returncode, done.stdout) == (0, ""), done.stderr


def test_a_notice_goes_by_itself_and_a_warning_stays(qtbot: QtBot) -> None:
    messages = Messages(None)
    bar = MessageBar(messages)
    qtbot.addWidget(bar)

    messages.inform("Đã sao lưu.")
    assert bar.text == "Đã sao lưu."
    bar.dismiss()
    assert bar.text == ""

    messages.warn("Tệp đang nằm trên ổ mạng.")
    assert bar.text == "Tệp đang nằm trên ổ mạng."
    assert not bar._timer.isActive()
