"""Runs work away from the window: one thread for the data file, one for papers and files.

Answers come back on the window's thread.  The two signals live in this long-lived
object; a runnable that owned them could be gone before its answer arrives.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from enum import Enum
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from cchc_desktop.domain.errors import Cancelled

T = TypeVar("T")

BUSY_AFTER_MS = 600
"""Shorter work shows nothing; longer work shows that it goes on and can be cancelled."""


class Lane(Enum):
    """Which thread does the work."""

    DATA = "data"
    """Everything that touches the data file, in order."""
    PAPER = "paper"
    """Reading and writing other files; never waits for, or holds up, the data file."""


class Job:
    """A piece of work under way; ``cancel`` makes its answer unwanted."""

    def __init__(
        self,
        on_done: Callable[[Any], None] | None,
        on_error: Callable[[BaseException], None] | None,
        lane: Lane,
    ) -> None:
        self.on_done = on_done
        self.on_error = on_error
        self.lane = lane
        self.is_cancelled = False
        self.is_stopped = False
        self.future: Future[Any] | None = None

    def cancel(self) -> None:
        """Drop the answer, and the work itself if it has not begun."""
        self.is_cancelled = True
        if self.future is not None:
            self.future.cancel()


class Jobs(QObject):
    """Runs work on two threads and brings the answers back.

    Signals:
        busy_changed(bool): Work has been going on for ``BUSY_AFTER_MS``, or has ended.
        idle(): The last piece of work was answered.
        failed(object): Work raised this exception and had no ``on_error``.
    """

    busy_changed = Signal(bool)
    idle = Signal()
    failed = Signal(object)
    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pools = {
            lane: ThreadPoolExecutor(max_workers=1, thread_name_prefix=lane.value) for lane in Lane
        }
        self._running: list[Job] = []
        self._is_busy = False
        self._is_shut_down = False
        self._timer = QTimer(self, singleShot=True, interval=BUSY_AFTER_MS)
        self._timer.timeout.connect(self._on_long_work)
        self._finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)

    @property
    def is_idle(self) -> bool:
        """Whether no work is under way."""
        return not self._running

    def submit(
        self,
        work: Callable[[], T],
        on_done: Callable[[T], None] | None = None,
        on_error: Callable[[BaseException], None] | None = None,
        lane: Lane = Lane.DATA,
    ) -> Job:
        """Run ``work`` on its thread and call ``on_done`` with its result on this one.

        After ``shut_down`` the work is not begun and nobody is answered: a screen's timer may
        still fire while its window goes.
        """
        job = Job(on_done, on_error, lane)
        if self._is_shut_down:
            job.cancel()
            return job
        self._running.append(job)
        if not self._timer.isActive():
            self._timer.start()
        job.future = self._pools[lane].submit(work)
        job.future.add_done_callback(lambda _: self._finished.emit(job))
        return job

    def cancel_all(self) -> None:
        """Stop all work on papers, which answers ``Cancelled``.

        Work on the data file is let finish: it is short, and what it has written must be shown.
        """
        for job in list(self._running):
            if job.lane is Lane.PAPER and not job.is_cancelled:
                job.is_stopped = True
                job.cancel()

    def run_to_end(self, work: Callable[[], T]) -> T:
        """Run ``work`` on the data thread after all that waits there, and wait for it.

        For opening and closing only, where the window has nothing else to do.
        """
        return self._pools[Lane.DATA].submit(work).result()

    def shut_down(self) -> None:
        """Wait for the work under way and end both threads."""
        self._is_shut_down = True
        for pool in self._pools.values():
            pool.shutdown(wait=True)

    @Slot()
    def _on_long_work(self) -> None:
        if self._running:
            self._is_busy = True
            self.busy_changed.emit(True)

    @Slot(object)
    def _on_finished(self, job: Job) -> None:
        self._running.remove(job)
        future = job.future
        if job.is_stopped:
            self._answer_error(job, Cancelled())
        elif future is not None and not future.cancelled() and not job.is_cancelled:
            error = future.exception()
            if error is not None:
                self._answer_error(job, error)
            elif job.on_done is not None:
                job.on_done(future.result())
        if not self._running:
            self._timer.stop()
            if self._is_busy:
                self._is_busy = False
                self.busy_changed.emit(False)
            self.idle.emit()

    def _answer_error(self, job: Job, error: BaseException) -> None:
        if job.on_error is not None:
            job.on_error(error)
        else:
            self.failed.emit(error)
