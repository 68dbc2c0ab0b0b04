"""The place of issuing: the next step by state, the dialogs, the versions, the comparison."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.annex_draft import AnnexColumn, AnnexDraft, DraftSection
from cchc_desktop.domain.clock import FixedClock
from cchc_desktop.domain.compared_row import ComparisonKind
from cchc_desktop.domain.plan import TaskNumbering
from cchc_desktop.domain.plan_rows import RowKey, RowKind
from cchc_desktop.domain.plan_version import PlanState
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.services.printing import PaperRequest
from cchc_desktop.services.version_reading import VersionRef
from cchc_desktop.ui.issue_dialog import IssueDialog
from cchc_desktop.ui.issue_dialogs import AmendDialog, ExpireDialog, SignDialog
from cchc_desktop.ui.issue_screen import IssueScreen
from cchc_desktop.ui.plan_state_label import PlanStateLabel
from cchc_desktop.ui.settings import Settings
from cchc_desktop.ui.workspace import Workspace
from tests.services.version_plans import PASSWORD, certificate, details
from tests.ui.conftest import RecordedMessages
from tests.ui.plan_parts import NOWHERE, rich, task

TASKS = DraftSection(
    "I",
    rich("CHỈ ĐẠO"),
    NOWHERE,
    (
        task("Ban hành kế hoạch năm", ("Kế hoạch", "Tháng 01/2024")),
        task("Kiểm tra định kỳ", ("Báo cáo", "Quý II/2024")),
    ),
)
DAY = date(2024, 3, 1)


class Desk:
    """What was opened, and what the officer chooses next."""

    def __init__(self) -> None:
        self.opened: list[Path] = []
        self.target: Path | None = None
        self.certificate: Path | None = None

    def ask_target(self, _parent: QWidget, _name: str) -> Path | None:
        return self.target

    def ask_certificate(self, _parent: QWidget) -> Path | None:
        return self.certificate


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def screen(
    qtbot: QtBot,
    workspace: Workspace,
    clock: FixedClock,
    settings: Settings,
    messages: RecordedMessages,
    desk: Desk,
    settle: Callable[[], None],
) -> Iterator[IssueScreen]:
    draft = AnnexDraft("a.docx", "", "", TaskNumbering.PER_SECTION, (TASKS,), (), ())
    workspace.mutate(lambda s: s.imports.write(s.imports.preview(draft, 2024)))
    settle()
    made = IssueScreen(
        workspace,
        clock,
        settings,
        messages,
        open_file=desk.opened.append,
        ask_target=desk.ask_target,
        ask_certificate=desk.ask_certificate,
    )
    qtbot.addWidget(made)
    made.resize(1366, 728)
    made.show()
    settle()
    yield made
    settle()


def dialog_of(screen: IssueScreen, kind: type[QDialog]) -> QDialog:
    return next(one for one in screen.findChildren(kind) if one.isVisible())


def primary(screen: IssueScreen) -> str:
    button = screen.bar.primary
    return button.text().replace("&", "") if button else ""


def issue(screen: IssueScreen, settle: Callable[[], None], number: str = "395") -> None:
    assert screen.feed.sight
    plan_id = screen.feed.sight.plan.id
    screen.commands._workspace.mutate(lambda s: s.versions.issue(plan_id, details(number, DAY)))
    settle()


def rewrite(screen: IssueScreen, workspace: Workspace, settle: Callable[[], None]) -> None:
    assert workspace.plan
    row = RowKey(RowKind.TASK, workspace.plan.sections[0].tasks[0].id)
    words = RichText.plain("Ban hành kế hoạch cả năm")
    workspace.mutate(lambda s: s.cells.set_cell(row, AnnexColumn.CONTENT, words))
    settle()


def test_the_next_step_is_the_primary_button(
    screen: IssueScreen, settle: Callable[[], None]
) -> None:
    assert screen.bar.state.text() == "Dự thảo · bản 1"
    assert primary(screen) == "Trình ký"
    assert screen.bar.primary is not None
    QTest.mouseClick(screen.bar.primary, Qt.MouseButton.LeftButton)
    settle()
    assert primary(screen) == "Ban hành…"
    issue(screen, settle)
    assert primary(screen) == "Điều chỉnh…"
    assert screen.bar.state.text() == "Đã ban hành 01/03/2024"


def test_issuing_asks_with_the_number_proposed_and_the_usual_signer(
    screen: IssueScreen, settle: Callable[[], None], today: date
) -> None:
    screen.actions_here.issue.trigger()
    dialog = dialog_of(screen, IssueDialog)
    assert isinstance(dialog, IssueDialog)
    assert (dialog.number.text(), dialog.symbol.text()) == ("1", "KH-UBND")
    assert dialog.issued_on.day == today
    assert dialog.lines.text() == "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"
    dialog.number.clear()
    dialog.yes_button.click()
    assert dialog.problem == "Hãy ghi số văn bản."
    dialog.number.setText("0395")
    dialog.issued_on.setText("16/03/2024")
    dialog.yes_button.click()
    settle()
    assert "không thể sau hôm nay" in dialog.problem
    dialog.issued_on.setText("14/03/2024")
    dialog.yes_button.click()
    settle()
    assert screen.model.rowCount() == 1
    assert screen.version is not None
    assert screen.version.full_symbol == "395/KH-UBND"
    assert "Họ Tên Người Ký" in screen.details.text
    assert "Còn nguyên vẹn." in screen.details.text


def test_the_date_of_another_year_proposes_that_years_number(
    screen: IssueScreen, workspace: Workspace, settle: Callable[[], None]
) -> None:
    workspace.mutate(lambda s: s.versions.register_number("88", "BC-UBND", date(2023, 12, 1)))
    settle()
    screen.actions_here.issue.trigger()
    dialog = dialog_of(screen, IssueDialog)
    assert isinstance(dialog, IssueDialog)
    dialog.issued_on.setText("20/12/2023")
    dialog.issued_on.editingFinished.emit()
    settle()
    assert dialog.number.text() == "89"
    dialog.number.setText("120")
    dialog.issued_on.setText("01/03/2024")
    dialog.issued_on.editingFinished.emit()
    settle()
    assert dialog.number.text() == "120"


def test_amending_asks_why_and_the_first_version_stays(
    screen: IssueScreen, workspace: Workspace, settle: Callable[[], None]
) -> None:
    issue(screen, settle)
    screen.actions_here.amend.trigger()
    dialog = dialog_of(screen, AmendDialog)
    assert isinstance(dialog, AmendDialog)
    dialog.yes_button.click()
    assert dialog.problem == "Hãy ghi lý do điều chỉnh."
    dialog.reason.insert("Bổ sung")
    dialog.yes_button.click()
    settle()
    assert screen.bar.state.text() == "Dự thảo · bản 2"
    assert "(Bổ sung)" in screen.bar.words.text()
    assert not screen.bar._discard.isHidden()
    assert screen.model.rowCount() == 1


def test_giving_an_amendment_up_is_asked_first(
    screen: IssueScreen,
    workspace: Workspace,
    messages: RecordedMessages,
    settle: Callable[[], None],
) -> None:
    issue(screen, settle)
    assert workspace.plan
    plan_id = workspace.plan.id
    workspace.mutate(lambda s: s.versions.amend(plan_id, "Thử"))
    settle()
    rewrite(screen, workspace, settle)
    messages.answers.append(False)
    screen.actions_here.discard.trigger()
    settle()
    assert screen.bar.state.text() == "Dự thảo · bản 2"
    messages.answers.append(True)
    screen.actions_here.discard.trigger()
    settle()
    assert screen.bar.state.text() == "Đã ban hành 01/03/2024"
    assert workspace.plan.sections[0].tasks[0].content.text == "Ban hành kế hoạch năm"


def test_ending_a_plan_leaves_no_next_step(
    screen: IssueScreen, settle: Callable[[], None], today: date
) -> None:
    issue(screen, settle)
    screen.actions_here.expire.trigger()
    dialog = dialog_of(screen, ExpireDialog)
    assert isinstance(dialog, ExpireDialog)
    assert dialog.day.day == today
    dialog.yes_button.click()
    settle()
    assert screen.bar.primary is None
    assert screen.feed.sight is not None
    assert screen.feed.sight.standing.state is PlanState.EXPIRED


def test_a_version_is_opened_exported_and_signed(
    screen: IssueScreen,
    desk: Desk,
    tmp_path: Path,
    settle: Callable[[], None],
    messages: RecordedMessages,
) -> None:
    issue(screen, settle)
    screen.actions_here.open_pdf.trigger()
    settle()
    assert [path.name for path in desk.opened] == ["395-KH-UBND.pdf"]
    desk.target = tmp_path / "xuất"
    screen.actions_here.export.trigger()
    settle()
    plain = (tmp_path / "xuất.pdf").read_bytes()
    assert plain.startswith(b"%PDF-")
    screen.actions_here.export.trigger()
    settle()
    assert type(messages.take_error()).__name__ == "FileExists"
    assert not screen.actions_here.export_signed.isEnabled()
    desk.certificate = certificate(tmp_path, datetime(2024, 1, 1))
    screen.actions_here.sign.trigger()
    dialog = dialog_of(screen, SignDialog)
    assert isinstance(dialog, SignDialog)
    dialog.yes_button.click()
    assert dialog.problem == "Hãy chọn tệp chứng thư số."
    dialog.file_button.click()
    dialog.password.setText("sai")
    dialog.yes_button.click()
    settle()
    assert "mật khẩu" in dialog.problem
    dialog.password.setText(PASSWORD)
    dialog.yes_button.click()
    settle()
    assert "Bản ký số" in screen.details.text
    desk.target = tmp_path / "ký.pdf"
    screen.actions_here.export_signed.trigger()
    settle()
    assert (tmp_path / "ký.pdf").read_bytes().startswith(plain)


def test_comparing_shows_what_the_amendment_changes(
    screen: IssueScreen, workspace: Workspace, settle: Callable[[], None], qtbot: QtBot
) -> None:
    issue(screen, settle)
    assert workspace.plan
    plan_id = workspace.plan.id
    workspace.mutate(lambda s: s.versions.amend(plan_id, "Thử"))
    settle()
    rewrite(screen, workspace, settle)
    screen.actions_here.compare.trigger()
    settle()
    compare = screen.compare_screen
    assert compare.isVisible()
    assert compare.model.rowCount() == 1
    line = compare.model.row(0)
    assert line.kind is ComparisonKind.CHANGED
    assert compare.model.cell(0, 3).changed == ((18, 20),)
    compare.chips[ComparisonKind.CHANGED].click()
    assert compare.model.rowCount() == 0
    compare.chips[ComparisonKind.KEPT].click()
    assert compare.model.rowCount() > 5
    with qtbot.waitSignal(screen.print_requested) as asked:
        compare._print_button.click()
    assert asked.args == [
        PaperRequest(
            "plan-comparison", 2024, compared=(VersionRef(plan_id, 1), VersionRef(plan_id))
        )
    ]
    QTest.keyClick(compare.list, Qt.Key.Key_Escape)
    assert not compare.isVisible()


def test_an_office_without_plans_is_led_to_the_plan(
    qtbot: QtBot,
    workspace: Workspace,
    clock: FixedClock,
    settings: Settings,
    messages: RecordedMessages,
    settle: Callable[[], None],
) -> None:
    screen = IssueScreen(workspace, clock, settings, messages)
    qtbot.addWidget(screen)
    screen.show()
    settle()
    assert screen.empty.isVisible()
    with qtbot.waitSignal(screen.plan_requested):
        screen.empty.button.click()


def test_the_label_follows_the_state(
    qtbot: QtBot, screen: IssueScreen, workspace: Workspace, settle: Callable[[], None]
) -> None:
    label = PlanStateLabel(workspace)
    qtbot.addWidget(label)
    label.show()
    settle()
    assert label.text() == "Dự thảo · bản 1"
    issue(screen, settle)
    assert label.text() == "Đã ban hành 01/03/2024"
    assert "395/KH-UBND" in label.toolTip()


def test_models_keep_their_rules(
    qtmodeltester: object, screen: IssueScreen, settle: Callable[[], None]
) -> None:
    qtmodeltester.check(screen.model)
    issue(screen, settle)
    qtmodeltester.check(screen.model)
    screen.actions_here.compare.trigger()
    settle()
    screen.compare_screen.chips[ComparisonKind.KEPT].click()
    qtmodeltester.check(screen.compare_screen.model)
