"""Recording what was sent: from the report as it is, or the signed scan; and opening it again."""

import sqlite3
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from cchc_desktop.ui.report_dialogs import SendingDialog
from cchc_desktop.ui.report_screen import ReportScreen
from cchc_desktop.ui.workspace import Workspace
from tests.ui.conftest import RecordedMessages
from tests.ui.report_parts import (  # noqa: F401
    COMPLETION,
    Files,
    edit,
    feed,
    files,
    keep,
    screen,
    wait,
)

Wait = Callable[[], None]


@pytest.fixture
def calm(screen: ReportScreen, qtbot: QtBot, settle: Wait) -> Wait:  # noqa: F811
    return lambda: wait(screen, qtbot, settle)


@pytest.fixture
def dialog(screen: ReportScreen, calm: Wait) -> SendingDialog:  # noqa: F811
    screen.actions_here.send.trigger()
    calm()
    opened = screen.findChild(SendingDialog)
    assert isinstance(opened, SendingDialog)
    return opened


def fill_and_send(dialog: SendingDialog, calm: Wait, number: str = "45") -> None:
    dialog.number.setText(number)
    dialog.yes_button.click()
    calm()


def listed(screen: ReportScreen) -> list[str]:  # noqa: F811
    model = screen.sent.model
    return [model.item(row).text() for row in range(model.rowCount())]


def pdf_text(path: Path) -> str:
    pages = (page.extract_text() for page in PdfReader(path).pages)
    return " ".join(" ".join(pages).split())


def test_report_as_it_stands_is_kept_as_pdf_and_opened_again(
    screen: ReportScreen,  # noqa: F811
    files: Files,  # noqa: F811
    plan_workspace: Workspace,
    calm: Wait,
    settle: Wait,
) -> None:
    opened = edit(screen, COMPLETION)
    QTest.keyClicks(opened, " Chu cua rieng toi.")
    keep(opened)
    calm()
    screen.actions_here.send.trigger()
    calm()
    dialog = screen.findChild(SendingDialog)
    assert dialog.symbol.text() == "BC-UBND"
    assert dialog.signer.text() == "Họ Tên Người Ký"
    assert dialog.sent_on.day == date(2024, 3, 15)
    fill_and_send(dialog, calm)
    assert screen.bar.state.text() == "Đã gửi ngày 15/03/2024, số 45/BC-UBND"
    row = listed(screen)[0]
    assert "Số 45/BC-UBND, ngày 15/03/2024" in row
    assert "Người ký: Họ Tên Người Ký" in row
    assert "nguyên vẹn" in row
    screen.sent.list.setCurrentIndex(screen.sent.model.index(0, 0))
    screen.sent.list.setFocus()
    QTest.keyClick(screen.sent.list, Qt.Key.Key_Return)
    settle()
    text = pdf_text(files.opened[0])
    assert "Chu cua rieng toi" in text
    assert "45/BC-UBND" in text
    undo = plan_workspace.state.undo
    assert undo
    assert undo.label == "record_sent_paper"


def test_signed_scan_is_kept_byte_for_byte(
    screen: ReportScreen,  # noqa: F811
    dialog: SendingDialog,
    files: Files,  # noqa: F811
    tmp_path: Path,
    calm: Wait,
    settle: Wait,
) -> None:
    scan = tmp_path / "bản ký.pdf"
    canvas = Canvas(str(scan))
    canvas.drawString(50, 700, "signed")
    canvas.save()
    dialog.source.setCurrentIndex(1)
    dialog.number.setText("46")
    dialog.yes_button.click()
    assert "Hãy chọn tệp PDF" in dialog.problem
    files.chosen = scan
    dialog.file_button.click()
    dialog.yes_button.click()
    calm()
    assert "Số 46/BC-UBND" in listed(screen)[0]
    screen.sent.list.activated.emit(screen.sent.model.index(0, 0))
    settle()
    assert files.opened[0].read_bytes() == scan.read_bytes()


def test_what_is_no_pdf_is_refused_and_nothing_typed_is_lost(
    screen: ReportScreen,  # noqa: F811
    dialog: SendingDialog,
    files: Files,  # noqa: F811
    tmp_path: Path,
    calm: Wait,
) -> None:
    files.chosen = tmp_path / "giả.pdf"
    files.chosen.write_text("not a pdf", encoding="utf-8")
    dialog.source.setCurrentIndex(1)
    dialog.file_button.click()
    fill_and_send(dialog, calm)
    assert "PDF" in dialog.problem
    assert dialog.number.text() == "45"
    assert listed(screen) == []


def test_missing_number_and_wrong_day_are_asked_for(
    screen: ReportScreen,  # noqa: F811
    dialog: SendingDialog,
    calm: Wait,
) -> None:
    dialog.yes_button.click()
    assert "số văn bản" in dialog.problem
    dialog.sent_on.setText("31/02/2024")
    fill_and_send(dialog, calm)
    assert "ngày gửi" in dialog.problem
    dialog.sent_on.setText("16/3/2024")
    fill_and_send(dialog, calm)
    assert dialog.problem, "a day to come is refused by the service"
    assert listed(screen) == []


def test_kept_file_that_was_tampered_with_is_marked_and_said(
    screen: ReportScreen,  # noqa: F811
    dialog: SendingDialog,
    plan_workspace: Workspace,
    messages: RecordedMessages,
    calm: Wait,
    settle: Wait,
) -> None:
    fill_and_send(dialog, calm)
    screen.hide()
    other = sqlite3.connect(plan_workspace.path)
    other.execute("UPDATE stored_file SET content = CAST('%PDF-changed' AS BLOB)")
    other.commit()
    other.close()
    screen.sent.list.activated.emit(screen.sent.model.index(0, 0))
    settle()
    assert any("dấu vân tay" in notice for notice in messages.notices)
