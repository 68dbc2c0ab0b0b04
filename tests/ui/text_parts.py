"""What the tests of the text's place share: a plan with a short text, and its screen."""

from collections.abc import Callable, Iterable, Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.clock import FixedClock
from cchc_desktop.domain.plan import PlanId
from cchc_desktop.domain.plan_text import (
    Passage,
    PassageKind,
    PlanText,
    TextPart,
    TextPartKind,
    TextTable,
)
from cchc_desktop.domain.report_text import LiveText
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.ui.settings import Settings
from cchc_desktop.ui.text_screen import TextScreen
from cchc_desktop.ui.workspace import Workspace
from tests.ui.conftest import RecordedMessages

K = PassageKind
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def passage(kind: PassageKind, markup: str = "", level: int = 0, own: str = "") -> Passage:
    return Passage(kind, LiveText.from_markup(markup), kind.rank or level, own)


def table(*rows: tuple[str, ...]) -> Passage:
    cells = tuple(tuple(RichText.plain(cell) for cell in row) for row in rows)
    return Passage(K.TABLE, level=2, table=TextTable(cells))


BODY = (
    passage(K.BASIS, "Căn cứ Luật Tổ chức chính quyền địa phương"),
    passage(K.TEXT, 'Ủy ban nhân dân huyện ban hành Kế hoạch năm <f code="plan.year">2024</f>:'),
    passage(K.PART, "Mục đích, yêu cầu"),
    passage(K.ITEM, "Mục đích"),
    passage(K.POINT, "Nâng cao <b>chất lượng</b> phục vụ."),
    passage(K.POINT, "Siết chặt kỷ luật."),
    passage(K.ITEM, "Yêu cầu"),
    passage(K.DASH, "Rõ người, rõ việc."),
    passage(K.PART, "Tổ chức thực hiện"),
    passage(K.TEXT, "Các cơ quan triển khai Kế hoạch này.", 1),
)
DECISION = (passage(K.ARTICLE, "Ban hành kèm theo Quyết định này Kế hoạch."),)


class Desk:
    """The screen with short words for what tests do again and again."""

    def __init__(
        self, screen: TextScreen, workspace: Workspace, qtbot: QtBot, settle: Callable[[], None]
    ) -> None:
        self.screen = screen
        self.sheet = screen.sheet
        self.workspace = workspace
        self._qtbot = qtbot
        self._settle = settle

    @property
    def plan_id(self) -> PlanId:
        assert self.workspace.plan
        return self.workspace.plan.id

    def wait(self) -> None:
        """Wait until what is in the file is what is shown."""

        def is_calm() -> bool:
            self._settle()
            return self.screen.desk.is_calm

        self._qtbot.waitUntil(is_calm)

    def keep(self) -> None:
        """Let everything typed reach the file."""
        self.screen.commit_editing()
        self.wait()

    def kept(self, part: int = 0) -> list[str]:
        """The passages in the file: number and words, in markup."""
        self.keep()
        return lines(self.text().parts[part].passages)

    def text(self) -> PlanText:
        return self.workspace.jobs.run_to_end(
            lambda: self.workspace._session.text.load(self.plan_id)
        )

    def shown(self) -> list[str]:
        return lines(self.sheet.contents.passages)

    def at(self, place: int, offset: int | None = None) -> None:
        """Put the keyboard into a passage, at its end by default."""
        block = self.sheet.document().findBlockByNumber(place)
        cursor = self.sheet.textCursor()
        length = block.length() - 1
        cursor.setPosition(block.position() + (length if offset is None else offset))
        self.sheet.setTextCursor(cursor)
        self.sheet.setFocus()

    def select(self, first: tuple[int, int], last: tuple[int, int]) -> None:
        document = self.sheet.document()
        cursor = self.sheet.textCursor()
        cursor.setPosition(document.findBlockByNumber(first[0]).position() + first[1])
        end = document.findBlockByNumber(last[0]).position() + last[1]
        cursor.setPosition(end, cursor.MoveMode.KeepAnchor)
        self.sheet.setTextCursor(cursor)
        self.sheet.setFocus()

    def key(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(self.sheet, key, modifiers)

    def type(self, words: str) -> None:
        """As a keyboard writes them; QTest knows the keys of plain letters only."""
        for letter in words:
            if letter.isascii():
                QTest.keyClick(self.sheet, letter)
            else:
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                    QApplication.sendEvent(self.sheet, event)

    def undo(self) -> None:
        """As the window's command does it."""
        self.screen.commit_editing()
        self.workspace.undo()
        self.wait()

    def redo(self) -> None:
        self.screen.commit_editing()
        self.workspace.redo()
        self.wait()


def lines(passages: Iterable[Passage]) -> list[str]:
    return [f"{p.number} {p.text.words.markup}".strip() for p in passages]


def write(workspace: Workspace, settle: Callable[[], None], *parts: TextPart) -> None:
    plan = workspace.plan
    assert plan
    workspace.mutate(lambda s: s.text.write_text(plan.id, PlanText(parts)))
    settle()


def part(
    passages: tuple[Passage, ...], kind: TextPartKind = TextPartKind.BODY, title: str = "Về CCHC"
) -> TextPart:
    return TextPart(kind, LiveText(RichText.plain(title)), passages)


@pytest.fixture
def make_desk(
    plan_workspace: Workspace,
    clock: FixedClock,
    settings: Settings,
    messages: RecordedMessages,
    qtbot: QtBot,
    settle: Callable[[], None],
) -> Iterator[Callable[..., Desk]]:
    """Makes the screen of a plan whose text has some parts, shown, the text having the keyboard."""

    def make(*parts: TextPart) -> Desk:
        if parts:
            write(plan_workspace, settle, *parts)
        screen = TextScreen(plan_workspace, clock, settings, messages)
        qtbot.addWidget(screen)
        screen.resize(1182, 700)
        screen.show()
        qtbot.waitExposed(screen)
        screen.activateWindow()
        made = Desk(screen, plan_workspace, qtbot, settle)
        made.wait()
        made.sheet.setFocus()
        return made

    yield make
    settle()


@pytest.fixture
def desk(make_desk: Callable[..., Desk]) -> Desk:
    """The screen of a plan with a short text."""
    return make_desk(part(BODY))
