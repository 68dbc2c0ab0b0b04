"""What the tests of the window share: a real data file, a real workspace, recorded messages."""

import gc
import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import shutil
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.clock import FixedClock
from cchc_desktop.domain.office import (
    Letterhead,
    LetterheadId,
    OfficeLevel,
    Signer,
    SigningAuthority,
)
from cchc_desktop.services.session import OfficeSetup, create_session, open_session
from cchc_desktop.ui.jobs import Jobs
from cchc_desktop.ui.messages import Messages
from cchc_desktop.ui.settings import Settings
from cchc_desktop.ui.workspace import Workspace

SETUP = OfficeSetup(
    OfficeLevel.DISTRICT,
    Letterhead(
        LetterheadId(0),
        parent="Ủy ban nhân dân tỉnh Thạch Hà",
        name="Ủy ban nhân dân huyện Sông Trà",
        place="Sông Trà",
        standing_agency="Phòng Nội vụ",
        standing_symbol="NV",
        signer=Signer(
            SigningAuthority.COLLECTIVE_DEPUTY,
            body="Ủy ban nhân dân",
            position="Phó Chủ tịch",
            name="Họ Tên Người Ký",
            head_position="Chủ tịch",
        ),
    ),
)


_FOLDER = Path(__file__).parent


@pytest.fixture(autouse=True)
def garbage_waits() -> Iterator[None]:
    """Cyclic garbage goes on the window's thread, as ``GarbageTurns`` sees to in the program."""
    gc.disable()
    yield
    if gc.get_count()[0] > gc.get_threshold()[0]:
        gc.collect()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Pass over what the platform without a screen says about itself, not about the program."""
    ignored = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
    for item in items:
        if _FOLDER in item.path.parents:
            item.add_marker(ignored)


class RecordedMessages(Messages):
    """Keeps what was said instead of showing it, and gives prepared answers.

    Attributes:
        errors: Errors shown; a test that expects one removes it with ``take_error``.
        notices: What ``inform`` and ``warn`` said.
        questions: What ``ask`` asked.
        answers: The answers to give, in order.
    """

    def __init__(self) -> None:
        super().__init__(None)
        self.errors: list[BaseException] = []
        self.notices: list[str] = []
        self.questions: list[str] = []
        self.answers: list[bool] = []

    def error(self, error: BaseException) -> None:
        self.errors.append(error)

    def inform(self, text: str) -> None:
        self.notices.append(text)
        super().inform(text)

    def warn(self, text: str) -> None:
        self.notices.append(text)
        super().warn(text)

    def ask(self, question: str, yes_label: str, no_label: str) -> bool:
        self.questions.append(question)
        assert self.answers, f"nobody answers: {question} [{yes_label} / {no_label}]"
        return self.answers.pop(0)

    def take_error(self) -> BaseException:
        """Return the oldest error shown, as one that was expected."""
        return self.errors.pop(0)


@pytest.fixture(scope="session")
def _office_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("office") / "office.cchc"
    create_session(path, SETUP, FixedClock(datetime(2024, 1, 2, 8, 0))).close()
    return path


@pytest.fixture
def clock() -> FixedClock:
    """A clock that stands at 10:42 on 15 March 2024."""
    return FixedClock(datetime(2024, 3, 15, 10, 42))


@pytest.fixture
def today(clock: FixedClock) -> date:
    """The day at which ``clock`` stands."""
    return clock.now().date()


@pytest.fixture
def session_file(_office_template: Path, tmp_path: Path) -> Path:
    """A data file of a district with the starter catalogue and no plan."""
    path = tmp_path / "Sông Trà.cchc"
    shutil.copyfile(_office_template, path)
    return path


@pytest.fixture
def messages(qapp: QApplication) -> Iterator[RecordedMessages]:
    """Messages that are recorded; errors that nobody took and answers left over fail the test."""
    recorded = RecordedMessages()
    yield recorded
    assert recorded.errors == []
    assert recorded.answers == []


@pytest.fixture
def settings(qapp: QApplication, tmp_path: Path) -> Settings:
    """The officer's choices, kept in the test's own folder."""
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    """The two threads, ended after the test."""
    running = Jobs()
    yield running
    running.shut_down()


@pytest.fixture
def settle(qtbot: QtBot, jobs: Jobs) -> Callable[[], None]:
    """Waits until all work under way was answered."""

    def wait() -> None:
        qtbot.waitUntil(lambda: jobs.is_idle, timeout=20_000)

    return wait


@pytest.fixture
def workspace(
    session_file: Path,
    jobs: Jobs,
    clock: FixedClock,
    messages: RecordedMessages,
    settle: Callable[[], None],
) -> Iterator[Workspace]:
    """The data file, open; its errors go to ``messages``."""
    session = jobs.run_to_end(lambda: open_session(session_file, clock))
    opened = Workspace(session, jobs, clock)
    opened.failed.connect(messages.error)
    yield opened
    settle()
    opened.close()


@pytest.fixture
def plan_workspace(workspace: Workspace, settle: Callable[[], None]) -> Workspace:
    """The data file, open, with an empty plan of 2024."""
    workspace.mutate(lambda session: session.plans.create(2024))
    settle()
    return workspace
