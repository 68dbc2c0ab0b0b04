"""What happens when the program itself fails: a sentence, a log, and never a silent end."""

import faulthandler
import logging
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import IO

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from cchc_desktop.ui.messages import Messages

_LOG_NAME = "chuong-trinh.log"
_CRASH_NAME = "su-co.log"
_LOG_BYTES = 500_000

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}

_log = logging.getLogger("cchc_desktop")


class CrashReporter:
    """Keeps a log in ``folder`` and says every unforeseen error to the officer.

    The window stays open afterwards: what was saved is safe, and the officer may still
    read, copy and print.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._is_speaking = False
        self._crash_stream: IO[str] | None = None

    def install(self) -> None:
        """Begin to catch what nobody else caught; where no log can be kept, without one."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            log = self._folder / _LOG_NAME
            if log.exists() and log.stat().st_size > _LOG_BYTES:
                log.replace(log.with_suffix(".old.log"))
            handler: logging.Handler = logging.FileHandler(log, encoding="utf-8")
            # Opened for as long as the program runs: the handler writes to it while dying.
            self._crash_stream = (self._folder / _CRASH_NAME).open("a", encoding="utf-8")
            faulthandler.enable(self._crash_stream)
        except OSError:
            handler = logging.NullHandler()
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
        logging.getLogger().addHandler(handler)
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        qInstallMessageHandler(_log_qt_message)

    def _on_exception(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        _log.critical("unforeseen error", exc_info=(kind, error, trace))
        # An error while an error is told, for instance in painting, is only logged.
        if not self._is_speaking:
            self._is_speaking = True
            try:
                Messages(None).error(error)
            finally:
                self._is_speaking = False

    def _on_thread_exception(self, failure: threading.ExceptHookArgs) -> None:
        _log.critical("unforeseen error in thread %s", failure.thread, exc_info=failure.exc_value)


def _log_qt_message(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    logging.getLogger("qt").log(
        _LEVELS.get(kind, logging.WARNING), "%s: %s", context.category, text
    )
