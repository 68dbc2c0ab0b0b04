"""Work on many files: how far it has come, told across threads, and a way to stop it."""

from threading import Event

from PySide6.QtCore import QObject, Signal


class ReturnRun(QObject):
    """One piece of work after another, each of which can be stopped.

    ``report`` and ``is_stopped`` are handed to a service and called on its thread; the signal
    arrives on the window's.

    Signals:
        progressed(int, int): So many of so many files are done.
    """

    progressed = Signal(int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = Event()
        self.is_running = False

    def begin(self) -> None:
        """Begin a piece of work that nobody has stopped yet."""
        self._stop.clear()
        self.is_running = True

    def end(self) -> None:
        """Note that the work was answered."""
        self.is_running = False

    def stop(self) -> None:
        """Ask the work under way to stop after the file it is at."""
        self._stop.set()

    def report(self, done: int, total: int) -> None:
        """Tell how far the work has come."""
        self.progressed.emit(done, total)

    def is_stopped(self) -> bool:
        """Tell whether the work is to stop."""
        return self._stop.is_set()
