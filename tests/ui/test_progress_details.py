"""The details beside the progress table: reasons, events, documents, history, the year."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QSpinBox
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.progress_state import ProgressState
from cchc_desktop.ui.progress_dialogs import EvidenceDialog, OccurrenceDialog
from cchc_desktop.ui.progress_screen import ProgressScreen
from cchc_desktop.ui.progress_year_strip import YearStrip
from tests.ui.conftest import RecordedMessages
from tests.ui.progress_parts import (
    RESULT,
    STATEMENT,
    day,
    feed,
    is_blank,
    press,
    record,
    row,
    screen,
    stand_in,
    trigger,
    write,
)

__all__ = ["feed", "screen"]

Settle = Callable[[], None]


@pytest.fixture
def show(screen: ProgressScreen, settle: Settle) -> Callable[[int], None]:
    """Shows a row in the details."""

    def show_row(place: int) -> None:
        stand_in(screen, place, RESULT)
        screen.details.refresh()
        settle()

    return show_row


Show = Callable[[int], None]


def words(screen: ProgressScreen) -> str:
    """Return all that the details say."""
    return "\n".join(label.text() for label in screen.details.findChildren(QLabel))


def button(screen: ProgressScreen, start: str) -> QPushButton:
    """Return a button of the details by the beginning of its name."""
    found = [
        b for b in screen.details.findChildren(QPushButton) if b.objectName().startswith(start)
    ]
    assert found, start
    return found[-1]


def evidence_dialog(screen: ProgressScreen) -> EvidenceDialog:
    return screen.details.findChildren(EvidenceDialog)[-1]


def test_the_reason_names_the_record_and_the_day(
    screen: ProgressScreen, show: Show, settle: Settle
) -> None:
    show(1)
    assert "Chưa ghi kết quả; hạn 31/03/2024 chưa đến." in words(screen)
    assert "Xét đến ngày 14/03/2024. Chưa có ghi nhận nào" in words(screen)

    stand_in(screen, 1, STATEMENT)
    write(screen, "dang")
    press(screen, Qt.Key.Key_Return)
    settle()
    show(1)

    assert "Theo ghi nhận kỳ quý I năm 2024: Đang thực hiện." in words(screen)


def test_the_wording_of_the_deadline_stands_with_what_was_understood(
    screen: ProgressScreen, show: Show
) -> None:
    show(1)

    assert "“Quý I/2024”" in words(screen)
    assert "31/03/2024" in words(screen)


def test_an_event_is_recorded_with_its_document_and_last_day(
    screen: ProgressScreen, show: Show, settle: Settle
) -> None:
    show(6)
    assert screen.actions_of_table.by_name["record_occurrence"].isEnabled()
    button(screen, "recordEvent").click()
    asked = screen.details.findChildren(OccurrenceDialog)[-1]
    asked.yes_button.click()
    assert "Hãy ghi ngày phát sinh" in asked.problem
    asked.happened_on.setText("1/3/2024")
    asked.document.setText("Công văn số 45/SNV-CCHC")
    asked.due.setText("10/3/2024")
    asked.yes_button.click()
    settle()
    show(6)

    verdict = row(screen, 6).verdict
    assert verdict
    assert (verdict.state, verdict.due) == (ProgressState.OVERDUE, day(10, 3))
    assert "01/03/2024 – Công văn số 45/SNV-CCHC; hạn 10/03/2024" in words(screen)


def test_a_last_day_before_the_event_is_refused_in_the_dialog(
    screen: ProgressScreen, show: Show, settle: Settle
) -> None:
    show(6)
    screen.details.record_occurrence()
    asked = screen.details.findChildren(OccurrenceDialog)[-1]
    asked.happened_on.setText("5/3/2024")
    asked.due.setText("1/3/2024")
    asked.yes_button.click()
    settle()

    assert "không thể trước ngày phát sinh" in asked.problem
    asked.reject()


def test_an_event_is_taken_back_after_asking(
    screen: ProgressScreen, show: Show, settle: Settle, messages: RecordedMessages
) -> None:
    show(6)
    screen.details.record_occurrence()
    asked = screen.details.findChildren(OccurrenceDialog)[-1]
    asked.happened_on.setText("1/3/2024")
    asked.yes_button.click()
    settle()
    show(6)

    messages.answers.append(True)
    button(screen, "clearEvent").click()
    settle()

    assert screen.model.board
    assert not screen.model.board.book.occurrences


def test_a_document_is_added_with_a_kept_file_and_opened(
    screen: ProgressScreen, show: Show, settle: Settle, tmp_path: Path
) -> None:
    scan = tmp_path / "kế hoạch.pdf"
    scan.write_bytes(b"%PDF-1.4 scan")
    opened: list[Path] = []
    screen.details.opener = opened.append
    show(1)
    trigger(screen, "add_evidence")
    asked = evidence_dialog(screen)
    asked.number.setText("125/KH-UBND")
    asked.issued_on.setText("5/2/2024")
    asked.subject.setText("Kế hoạch năm")
    asked.choose(scan)
    asked.yes_button.click()
    settle()
    scan.unlink()
    show(1)

    document = record(screen, 1).evidence[0]
    assert (document.number, document.issued_on) == ("125/KH-UBND", day(5, 2))
    assert screen.model.index(1, 11).data() == "1"
    assert "125/KH-UBND ngày 05/02/2024" in words(screen)
    button(screen, "openEvidence").click()
    settle()
    assert opened[0].name == "kế hoạch.pdf"
    assert opened[0].read_bytes() == b"%PDF-1.4 scan"


def test_a_linked_file_that_is_gone_is_said(
    screen: ProgressScreen,
    show: Show,
    settle: Settle,
    messages: RecordedMessages,
    tmp_path: Path,
) -> None:
    scan = tmp_path / "báo cáo.pdf"
    scan.write_bytes(b"x")
    show(1)
    screen.details.add_evidence()
    asked = evidence_dialog(screen)
    asked.choose(scan)
    asked.keep.setChecked(False)
    asked.yes_button.click()
    settle()
    scan.unlink()
    show(1)

    assert record(screen, 1).evidence[0].link == str(scan)
    assert record(screen, 1).evidence[0].subject == "báo cáo"
    button(screen, "openEvidence").click()
    settle()

    assert getattr(messages.take_error(), "code", "") == "file_missing"


def test_a_file_dropped_on_the_details_begins_a_document(
    screen: ProgressScreen, show: Show, tmp_path: Path
) -> None:
    scan = tmp_path / "quyết định.pdf"
    scan.write_bytes(b"x")
    show(1)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(scan))])
    event = QDropEvent(
        QPoint(5, 5).toPointF(),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    screen.details.dropEvent(event)

    asked = evidence_dialog(screen)
    assert asked.file_name.text() == "quyết định.pdf"
    assert asked.subject.text() == "quyết định"
    asked.reject()


def test_a_document_is_changed_and_taken_off(
    screen: ProgressScreen, show: Show, settle: Settle, messages: RecordedMessages
) -> None:
    show(1)
    screen.details.add_evidence()
    asked = evidence_dialog(screen)
    asked.yes_button.click()
    assert "Hãy ghi số, ký hiệu hoặc trích yếu" in asked.problem
    asked.number.setText("1/KH")
    asked.yes_button.click()
    settle()
    show(1)

    button(screen, "editEvidence").click()
    again = evidence_dialog(screen)
    again.number.setText("2/KH")
    again.yes_button.click()
    settle()
    show(1)
    assert record(screen, 1).evidence[0].number == "2/KH"
    messages.answers.append(True)
    button(screen, "deleteEvidence").click()
    settle()

    assert is_blank(screen, 1)


def test_each_change_of_a_value_is_told(
    screen: ProgressScreen, show: Show, settle: Settle, qtbot: QtBot
) -> None:
    for text in ("mot", "hai"):
        stand_in(screen, 1, RESULT)
        write(screen, text)
        press(screen, Qt.Key.Key_Return)
        settle()
    show(1)

    qtbot.waitUntil(lambda: "LỊCH SỬ TRONG KỲ" in words(screen))
    told = [label.text() for label in screen.details.findChildren(QLabel, "history")]
    assert told[0].startswith("15/03 10:42 · ")
    assert told[0].endswith("Kết quả thực hiện: “mot” → “hai”")
    assert told[1].endswith("Kết quả thực hiện: (trống) → “mot”")


def test_milestones_met_are_counted(screen: ProgressScreen, show: Show, settle: Settle) -> None:
    show(13)
    assert "1. 31/03/2024 – chưa đến" in words(screen)
    box = screen.details.findChild(QSpinBox, "milestonesMet")
    assert box
    assert box.maximum() == 2
    box.setValue(1)
    settle()

    assert record(screen, 13).milestones_met == 1


def test_a_group_can_be_followed_together(
    screen: ProgressScreen, show: Show, settle: Settle
) -> None:
    show(12)
    assert "đơn vị đã xong" in words(screen)
    chooser = screen.details.findChild(QComboBox, "followMode")
    assert chooser
    assert chooser.itemText(0) == "Theo dõi từng đơn vị (thông thường)"
    chooser.setCurrentIndex(1)
    chooser.activated.emit(1)
    settle()

    assert row(screen, 12).state is not None
    assert not row(screen, 12).has_members


def test_the_year_at_a_glance_leads_to_its_periods(
    screen: ProgressScreen, show: Show, settle: Settle
) -> None:
    show(1)
    strip = screen.details.findChild(YearStrip)
    assert strip
    assert strip.tip_of("quarter-1").startswith("Quý I, xét ngày 14/03/2024: Chưa đến hạn.")
    assert strip.tip_of("quarter-3") == "Quý III: chưa đến kỳ, bắt đầu 15/06/2024"

    QTest.keyClick(strip, Qt.Key.Key_Right)
    QTest.keyClick(strip, Qt.Key.Key_Return)
    settle()

    assert screen.model.board
    assert screen.model.board.period.key.code == "half-year"


def test_nothing_is_added_in_a_closed_period(
    screen: ProgressScreen, show: Show, settle: Settle
) -> None:
    assert screen.model.board
    key = screen.model.board.period.key
    screen._workspace.mutate(lambda s: s.periods.close(key))
    settle()
    show(1)

    assert not button(screen, "addEvidence").isEnabled()
    assert not screen.actions_of_table.by_name["add_evidence"].isEnabled()
