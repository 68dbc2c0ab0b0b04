"""Where the program begins: puts together the threads, the window and the data file."""

import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QLocale, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from cchc_desktop.domain.clock import Clock, SystemClock
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.system.paths import resource
from cchc_desktop.ui.crash import CrashReporter
from cchc_desktop.ui.garbage_turns import GarbageTurns
from cchc_desktop.ui.jobs import Jobs
from cchc_desktop.ui.main_window import APPLICATION_NAME, MainWindow
from cchc_desktop.ui.settings import Settings, user_folder
from cchc_desktop.ui.theme import apply_font_percent, apply_theme

SELF_TEST = "--self-test"

# The window stands by then, also on a slow disk; waiting longer only keeps garbage longer.
_COLLECT_AFTER_MS = 3000


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window, with a data file if one is named, and return the exit code.

    ``--self-test`` opens no window to be seen: it proves that an installed program can do
    its work on this computer.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments == [SELF_TEST]:
        return self_test()
    files = [Path(argument) for argument in arguments if not argument.startswith("-")]
    application, window, jobs = open_window(files)
    QTimer.singleShot(_COLLECT_AFTER_MS, window, lambda: GarbageTurns(window))
    try:
        return application.exec()
    finally:
        jobs.shut_down()


def open_window(
    files: Sequence[Path], settings_file: Path | None = None
) -> tuple[QApplication, MainWindow, Jobs]:
    """Return the running application with its window shown; the first file is opened in it.

    Args:
        files: The data files named on the command line.
        settings_file: Keeps the officer's choices; by default the user's own file.
    """
    application = make_application()
    CrashReporter(user_folder() / "logs").install()
    settings = Settings(settings_file)
    apply_font_percent(settings.font_percent)
    apply_theme(settings.theme)
    jobs = Jobs()
    window = MainWindow(jobs, SystemClock(), settings)
    window.show()
    if files:
        # The window shows first: a question about the file then has a window to stand on.
        QTimer.singleShot(0, window, lambda: window.open(files[0]))
    return application, window, jobs


def make_application() -> QApplication:
    """Return the application, speaking Vietnamese."""
    QLocale.setDefault(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("cchc-desktop")
    application.setApplicationDisplayName(APPLICATION_NAME)
    # The platform's own styles ignore parts of the palette; this one follows all of it.
    application.setStyle("Fusion")
    translator = QTranslator(application)
    if translator.load(str(resource("translations", "qtbase_vi.qm"))):
        application.installTranslator(translator)
    return application


def self_test() -> int:
    """Make, reopen, show, print and back up a sample office; return 0 if all of it worked."""
    import os

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    make_application()
    with TemporaryDirectory() as folder:
        try:
            _work_once(Path(folder), SystemClock())
        except CchcError as error:
            sys.stderr.write(f"{error}\n")
            return 3
    return 0


def _work_once(folder: Path, clock: Clock) -> None:
    from cchc_desktop.services.printing import PaperFormat, PaperRequest
    from cchc_desktop.services.sample import create_sample
    from cchc_desktop.services.session import open_session

    path = folder / "Tự kiểm tra.cchc"
    create_sample(path, clock).close()
    session = open_session(path, clock)
    try:
        year = session.plans.list()[0].year
        paper = session.printing.prepare(PaperRequest("plan-annex", year))
        for kind in (PaperFormat.PDF, PaperFormat.EXCEL):
            paper.write(kind, folder / f"phu-luc.{kind.value}")
        session.backups.make("test")
    finally:
        session.close()
    jobs = Jobs()
    try:
        window = MainWindow(jobs, clock, Settings(folder / "settings.ini"))
        window.open(path)
        window.grab()
        window.close()
    finally:
        jobs.shut_down()
