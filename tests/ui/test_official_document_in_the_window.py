"""A plan's whole life in the window, on real documents: in, checked, issued, amended, over."""

import shutil
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

import pypdfium2
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.clock import FixedClock
from cchc_desktop.domain.errors import PlanExists
from cchc_desktop.domain.office import Letterhead, LetterheadId, OfficeLevel
from cchc_desktop.domain.plan import PlanKey
from cchc_desktop.services.session import OfficeSetup, create_session, open_session
from cchc_desktop.ui.carry_over_screen import CarryOverScreen
from cchc_desktop.ui.check_screen import CheckScreen
from cchc_desktop.ui.demand_answer_dialog import DemandAnswerDialog
from cchc_desktop.ui.demand_import_dialog import DemandImportDialog
from cchc_desktop.ui.document_dialog import DocumentDialog
from cchc_desktop.ui.document_screen import DocumentScreen
from cchc_desktop.ui.issue_dialog import IssueDialog
from cchc_desktop.ui.issue_dialogs import AmendDialog
from cchc_desktop.ui.issue_screen import IssueScreen
from cchc_desktop.ui.jobs import Jobs
from cchc_desktop.ui.lineage_panel import LineagePanel
from cchc_desktop.ui.main_window import MainWindow
from cchc_desktop.ui.office_commands import PLACES
from cchc_desktop.ui.office_view import OfficeView
from cchc_desktop.ui.plan_columns import place_of
from cchc_desktop.ui.plan_import_screen import PlanImportScreen
from cchc_desktop.ui.preview_screen import PreviewScreen
from cchc_desktop.ui.settings import Settings
from cchc_desktop.ui.text_screen import TextScreen
from tests.ui.conftest import RecordedMessages

DOCUMENTS = Path(__file__).parents[2].parent / "shared" / "documents"
NINH_SON = DOCUMENTS / "ke-hoach-395-ninh-son-2024.txt"
PHU_YEN = DOCUMENTS / "ke-hoach-1621-phu-yen-2021-2030.txt"
YEN_CHAU = DOCUMENTS / "ke-hoach-120-yen-chau-2021-2025-trich.txt"
SETUP = OfficeSetup(
    OfficeLevel.DISTRICT,
    Letterhead(
        LetterheadId(0),
        parent="Ủy ban nhân dân tỉnh Ninh Thuận",
        name="Ủy ban nhân dân huyện Ninh Sơn",
        place="Ninh Sơn",
        standing_agency="Phòng Nội vụ",
        standing_symbol="NV",
    ),
)
CITATION = (
    "Quyết định số 1621/QĐ-UBND ngày 11 tháng 11 năm 2021 của Ủy ban nhân dân tỉnh Phú Yên "
    "ban hành Kế hoạch thực hiện Chương trình tổng thể cải cách hành chính nhà nước"
)
CTRL = Qt.KeyboardModifier.ControlModifier
_NOW = datetime(2024, 3, 15, 10, 42)
W = TypeVar("W", bound=QWidget)

pytestmark = pytest.mark.skipif(not NINH_SON.exists(), reason="the real documents are not here")


class Officer:
    """Does with keys and commands what an officer does, and waits for what comes of it."""

    def __init__(
        self,
        window: MainWindow,
        qtbot: QtBot,
        jobs: Jobs,
        messages: RecordedMessages,
        file: Path,
    ) -> None:
        assert window.office_view is not None
        self.window = window
        self.view: OfficeView = window.office_view
        self.messages = messages
        self.file = file
        self._qtbot = qtbot
        self._jobs = jobs

    def wait(self) -> None:
        """What follows from an answer may ask again in the next round of events."""
        for _ in range(4):
            self._qtbot.wait(15)
            self._qtbot.waitUntil(lambda: self._jobs.is_idle, timeout=30_000)
        if self.window.focusWidget() is None or QApplication.activeWindow() is None:
            self.window.activateWindow()

    def shown(self, kind: type[W]) -> W:
        return next(w for w in self.window.findChildren(kind) if w.isVisible())

    def is_shown(self, kind: type[QWidget]) -> bool:
        return any(w.isVisible() for w in self.window.findChildren(kind))

    def go(self, place: str) -> QWidget:
        self.view.show_place(place)
        self.wait()
        return self.view.places.screen(place)

    def press(
        self,
        widget: QWidget,
        key: Qt.Key,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        QTest.keyClick(widget, key, modifiers)
        self.wait()

    def type(self, widget: QWidget, words: str) -> None:
        """As a keyboard writes them; QTest knows the keys of plain letters only."""
        for letter in words:
            if letter.isascii():
                QTest.keyClick(widget, letter)
                continue
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(widget, event)

    def agree(self, dialog: QWidget) -> None:
        button = getattr(dialog, "yes_button")  # noqa: B009 - dialogs of many kinds have one
        assert isinstance(button, QPushButton)
        button.click()
        self.wait()

    def bring_in(self, document: Path) -> PlanImportScreen:
        self.view.commands.import_plan_action.trigger()
        dialog = self.shown(QFileDialog)
        dialog.fileSelected.emit(str(document))
        dialog.close()
        self.wait()
        screen = self.shown(PlanImportScreen)
        assert screen.work.write_button.isEnabled(), screen.work.write_button.text()
        screen.work.write_button.click()
        self.wait()
        return screen

    def text(self) -> TextScreen:
        screen = self.go("text")
        assert isinstance(screen, TextScreen)
        return screen

    def stand_at_end_of(self, place: int) -> None:
        sheet = self.text().sheet
        block = sheet.document().findBlockByNumber(place)
        cursor = sheet.textCursor()
        cursor.setPosition(block.position() + block.length() - 1)
        sheet.setTextCursor(cursor)
        sheet.setFocus()

    def lines(self) -> list[str]:
        passages = self.text().sheet.contents.passages
        return [f"{p.number} {p.text.text}".strip() for p in passages]

    def check(self) -> CheckScreen:
        self.press(self.window, Qt.Key.Key_F7)
        return self.shown(CheckScreen)

    def issue(self, number: str, day: date) -> None:
        screen = self.go("issue")
        assert isinstance(screen, IssueScreen)
        screen.actions_here.issue.trigger()
        self.wait()
        dialog = self.shown(IssueDialog)
        dialog.number.setText(number)
        dialog.issued_on.set_day(day)
        dialog.signer_name.setText("Họ Tên Người Ký")
        self.agree(dialog)
        assert not self.is_shown(IssueDialog)

    def paper(self) -> str:
        screen = self.shown(PreviewScreen)
        assert screen._paper is not None
        with pypdfium2.PdfDocument(screen._paper.path) as pdf:
            text = " ".join(page.get_textpage().get_text_bounded() for page in pdf)
        return " ".join(text.split())


@pytest.fixture(scope="module")
def brought_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data file into which the plan was brought by the service that the screen uses."""
    path = tmp_path_factory.mktemp("office") / "Ninh Sơn.cchc"
    session = create_session(path, SETUP, FixedClock(_NOW))
    draft = session.plan_imports.read_file(NINH_SON)
    session.plan_imports.write(session.plan_imports.preview(draft, PlanKey(2024)))
    session.close()
    return path


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(_NOW)


@pytest.fixture
def open_file(
    qtbot: QtBot,
    jobs: Jobs,
    clock: FixedClock,
    settings: Settings,
    messages: RecordedMessages,
) -> Iterator[Callable[[Path], Officer]]:
    windows: list[MainWindow] = []

    def open_file(file: Path) -> Officer:
        window = MainWindow(jobs, clock, settings, messages)
        windows.append(window)
        qtbot.addWidget(window)
        window.resize(1366, 728)
        window.show()
        assert window.open(file)
        window.activateWindow()
        officer = Officer(window, qtbot, jobs, messages, file)
        officer.wait()
        return officer

    yield open_file
    for window in windows:
        window.close()


@pytest.fixture
def officer(brought_in: Path, tmp_path: Path, open_file: Callable[[Path], Officer]) -> Officer:
    file = tmp_path / "Ninh Sơn.cchc"
    shutil.copyfile(brought_in, file)
    return open_file(file)


def test_a_whole_plan_is_brought_in_by_the_menu_and_shown_at_once(
    clock: FixedClock, tmp_path: Path, open_file: Callable[[Path], Officer]
) -> None:
    file = tmp_path / "huyện.cchc"
    create_session(file, SETUP, clock).close()
    officer = open_file(file)

    officer.bring_in(NINH_SON)

    assert officer.view.place == "text"
    assert "II. MỤC TIÊU:" in officer.lines()
    plan = officer.view.workspace.plan
    assert plan is not None
    assert (plan.year, plan.task_count) == (2024, 41)
    assert officer.view.plan_place.plan_screen.model.rowCount() > 41


def test_words_typed_are_kept_when_the_place_changes_or_the_window_closes_and_taken_back(
    officer: Officer, clock: FixedClock
) -> None:
    before = officer.lines()
    sheet = officer.text().sheet
    officer.stand_at_end_of(10)
    officer.type(sheet, " Thêm lời.")
    officer.press(sheet, Qt.Key.Key_Return)
    officer.type(sheet, "đoạn mới")
    officer.press(sheet, Qt.Key.Key_Tab)
    assert officer.lines()[11] == "a) đoạn mới"

    for _ in range(4):
        officer.view.commands.undo_action.trigger()
        officer.wait()
    assert officer.lines() == before

    officer.stand_at_end_of(10)
    officer.type(sheet, " Một.")
    officer.go("plan")
    assert officer.lines()[10] == f"{before[10]} Một."
    officer.stand_at_end_of(10)
    officer.type(sheet, " Hai.")
    officer.window.close()

    session = open_session(officer.file, clock)
    text = session.text.load(session.plans.list()[0].id)
    session.close()
    assert text.parts[0].passages[10].text.text.endswith(" Một. Hai.")


def test_a_finding_is_gone_to_mended_and_no_longer_found(officer: Officer) -> None:
    check = officer.check()
    found = [check.model.item(row) for row in range(check.model.rowCount())]
    codes = [item.finding.code if item else "" for item in found]
    check.list.choose_row(codes.index("text_list_starts_late"))
    officer.press(check.list, Qt.Key.Key_Return)
    screen = officer.text()
    assert screen.sheet.passage is not None
    assert screen.sheet.passage.number == "3."

    screen.sheet.editing.renumber()
    officer.wait()
    check = officer.check()
    assert check.model.rowCount() == len(codes) - 1

    codes.remove("text_list_starts_late")
    check.list.choose_row(codes.index("signing_form"))
    officer.press(check.list, Qt.Key.Key_Return)
    officer.wait()
    assert officer.view.place == "text"
    assert officer.window.focusWidget() is officer.text().details.paper.paper_button


def test_an_issued_plan_is_locked_amended_issued_again_compared_and_printed(
    officer: Officer,
) -> None:
    officer.issue("395", date(2023, 12, 8))
    assert "không hoàn tác được" in officer.messages.notices[-1]
    assert not officer.view.commands.undo_action.isEnabled()
    assert "ban hành không hoàn tác được" in officer.view.commands.undo_action.toolTip()

    before = officer.lines()
    officer.stand_at_end_of(11)
    officer.type(officer.text().sheet, " Chen vào")
    assert officer.text().frozen_bar.isVisible()
    assert officer.lines() == before
    officer.go("plan")
    table = officer.view.plan_place.plan_screen.table
    lead = place_of(AnnexColumn.LEAD)
    table.setCurrentIndex(table.model().index(2, lead))
    officer.type(table, "x")
    officer.wait()
    assert table.delegate.editor is None
    assert table.currentIndex().row() == 2
    assert officer.view.plan_place.frozen_bar.isVisible()

    officer.view.plan_place.frozen_bar.button.click()
    officer.wait()
    issue = officer.view.places.screen("issue")
    assert isinstance(issue, IssueScreen)
    assert officer.view.place == "issue"
    issue.actions_here.amend.trigger()
    dialog = officer.shown(AmendDialog)
    dialog.reason.setText("Theo chỉ tiêu mới của tỉnh")
    officer.agree(dialog)

    officer.stand_at_end_of(11)
    officer.type(officer.text().sheet, " Bổ sung.")
    officer.go("plan")
    assert not officer.view.plan_place.frozen_bar.isVisible()
    officer.press(table, Qt.Key.Key_F2)
    assert table.delegate.editor is not None
    table.delegate.editor.selectAll()
    officer.type(table.delegate.editor, "Phòng Tư pháp")
    officer.press(table.delegate.editor, Qt.Key.Key_Return)
    officer.issue("12", date(2024, 3, 5))
    assert [issue.model.version(row).number for row in range(2)] == [2, 1]
    assert issue.version is not None
    assert issue.version.number == 2

    issue.actions_here.compare.trigger()
    officer.wait()
    compare = issue.compare_screen
    assert compare.comparison is not None
    assert compare.isVisible()
    issue._print(compare.left.currentData(), compare.right.currentData())
    officer.wait()
    printed = officer.paper()
    assert "Bổ sung." in printed
    assert "Tư pháp" in printed
    officer.press(officer.shown(PreviewScreen), Qt.Key.Key_Escape)
    officer.press(officer.window.focusWidget() or compare, Qt.Key.Key_Escape)
    assert not compare.isVisible()
    assert officer.window.focusWidget() is issue.list

    history = officer.go("history")
    assert history.model.rowCount() > 4
    for row in range(history.model.rowCount()):
        history.table.selectRow(row)
        officer.wait()
        assert history.details.toPlainText()


def test_the_demands_of_the_province_are_registered_linked_and_printed(officer: Officer) -> None:
    screen = officer.go("documents")
    assert isinstance(screen, DocumentScreen)
    assert officer.window.focusWidget() is screen.register.list
    screen.register.add_action.trigger()
    dialog = officer.shown(DocumentDialog)
    QApplication.clipboard().setText(CITATION)
    dialog.citation.paste()
    dialog.is_binding.setChecked(True)
    officer.agree(dialog)
    assert screen.register.model.rowCount() == 1

    demands = screen.demands
    demands.choose_file = lambda _parent: PHU_YEN
    demands.import_action.trigger()
    officer.wait()
    offer = officer.shown(DemandImportDialog)
    assert "1621/QĐ-UBND" in offer.document.currentText()
    officer.agree(offer)
    screen.demands_tab.click()
    officer.wait()
    assert demands.coverage is not None
    assert demands.coverage.total > 150
    years = [demands.milestone.itemData(row) for row in range(demands.milestone.count())]
    assert {2025, 2030} <= set(years)

    demands.panel.choose_action.trigger()
    officer.wait()
    answer = officer.shown(DemandAnswerDialog)
    officer.type(answer.search, "kiem tra van ban")
    officer.wait()
    answer.list.select_first()
    officer.press(answer.list, Qt.Key.Key_Space)
    officer.agree(answer)
    assert demands.count.text().startswith("Đáp ứng 1/")

    screen.print_action.trigger()
    officer.wait()
    assert "15 phút" in officer.paper()
    officer.press(officer.shown(PreviewScreen), Qt.Key.Key_Escape)
    assert officer.window.focusWidget() is demands.list


def test_a_plan_is_carried_over_followed_back_and_not_carried_twice(officer: Officer) -> None:
    place = officer.view.plan_place
    place.carry_over_action.trigger()
    officer.wait()
    carry = officer.shown(CarryOverScreen)
    carry.tabs.setCurrentIndex(1)
    assert carry.changes.rowCount() > 10
    officer.press(carry, Qt.Key.Key_Return, CTRL)
    assert not officer.is_shown(CarryOverScreen)
    plan = officer.view.workspace.plan
    assert plan is not None
    assert (plan.year, plan.task_count) == (2025, 41)

    table = place.plan_screen.table
    table.setCurrentIndex(table.model().index(1, place_of(AnnexColumn.CONTENT)))
    officer.wait()
    lineage = officer.shown(LineagePanel)
    assert "năm 2024" in lineage.label.text()
    lineage.label.setFocus()
    officer.press(lineage.label, Qt.Key.Key_Tab)
    officer.press(lineage.label, Qt.Key.Key_Return)
    assert officer.view.workspace.plan is not None
    assert officer.view.workspace.plan.year == 2024
    assert table.current_row is not None
    assert table.current_row.place_name == "I.1"

    place.carry_over_action.trigger()
    officer.wait()
    assert isinstance(officer.messages.take_error(), PlanExists)
    assert not officer.is_shown(CarryOverScreen)


def test_every_place_speaks_sensibly_of_a_plan_for_several_years(officer: Officer) -> None:
    officer.bring_in(YEN_CHAU)
    plan = officer.view.workspace.plan
    assert plan is not None
    assert plan.key == PlanKey(2021, 2025)

    for place in PLACES:
        officer.go(place.key)
        assert officer.window.focusWidget() is not None
    for key in ("progress", "reports"):
        screen = officer.view.places.screen(key)
        empty = screen.no_plan if key == "progress" else screen.empty
        assert "chọn kế hoạch của một năm" in empty.sentence

    officer.view.commands.print_action.trigger()
    officer.wait()
    assert "Mục tiêu cụ thể" in officer.paper()
    preview = officer.shown(PreviewScreen)
    preview.show_form("plan-annex")
    officer.wait()
    assert "CÁC NHIỆM VỤ" in officer.paper()


def test_keys_are_shared_only_by_commands_of_different_places(officer: Officer) -> None:
    owners: dict[str, list[tuple[str, Qt.ShortcutContext]]] = {}
    for menu, actions in officer.view.all_actions().items():
        for action in actions:
            for key in action.shortcuts():
                owners.setdefault(key.toString(), []).append((menu, action.shortcutContext()))
    local = Qt.ShortcutContext.WidgetShortcut, Qt.ShortcutContext.WidgetWithChildrenShortcut
    for key, found in owners.items():
        menus = [menu for menu, _ in found]
        assert len(menus) == len(set(menus)), key
        assert len(found) == 1 or all(context in local for _, context in found), key


@pytest.mark.parametrize("key", ["issue", "documents", "text"])
def test_letters_of_buttons_are_not_those_of_the_places(officer: Officer, key: str) -> None:
    officer.go(key)
    letters: dict[str, list[str]] = {}
    for button in officer.window.findChildren(QAbstractButton):
        if button.isVisible() and not button.shortcut().isEmpty():
            letters.setdefault(button.shortcut().toString(), []).append(button.text())
    assert [words for words in letters.values() if len(words) > 1] == []
