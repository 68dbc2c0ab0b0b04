"""Cyclic garbage goes on the window's thread only, where Qt's objects may die.

Python's collector runs on whichever thread happens to allocate.  On the thread of the data it
would destroy a QObject there: that thread then holds a lock of Qt and waits for Python's, while
the window's thread holds Python's and waits for Qt's, both for good.
"""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

_TURN_MS = 2000


class GarbageTurns(QObject):
    """Looks for garbage now and then, in place of the collector, which rests from now on.

    What was made before stays for good and is not looked at again.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()
        timer = QTimer(self, interval=_TURN_MS)
        timer.timeout.connect(self.turn)
        timer.start()

    @Slot()
    def turn(self) -> None:
        """Collect as much as has become due since the last turn."""
        due = [
            generation
            for generation, (count, most) in enumerate(
                zip(gc.get_count(), gc.get_threshold(), strict=True)
            )
            if count > most
        ]
        if due:
            gc.collect(due[-1])
