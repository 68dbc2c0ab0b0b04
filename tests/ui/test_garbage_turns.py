"""The collector rests, and garbage goes on the window's thread when it has become due."""

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QObject

from cchc_desktop.ui.garbage_turns import GarbageTurns


class Knot:
    """Something that only the collector can let go of."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def turns(qtbot):
    owner = QObject()
    yield GarbageTurns(owner)
    gc.unfreeze()
    owner.deleteLater()


def test_the_collector_never_begins_by_itself_on_another_thread(turns: GarbageTurns) -> None:
    knot = weakref.ref(Knot())
    worker = threading.Thread(target=lambda: [[] for _ in range(200_000)])
    worker.start()
    worker.join()

    assert not gc.isenabled()
    assert knot() is not None


def test_garbage_that_has_become_due_goes_at_the_next_turn(turns: GarbageTurns) -> None:
    knot = weakref.ref(Knot())
    kept = [[] for _ in range(2 * gc.get_threshold()[0])]
    turns.turn()

    assert kept
    assert knot() is None


def test_what_was_made_before_stays_out_of_the_collectors_way(turns: GarbageTurns) -> None:
    assert gc.get_freeze_count() > 0
