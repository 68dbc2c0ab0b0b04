"""By which key the sheet knows a passage of the data file: one key, one row."""

from itertools import count
from threading import Lock

from cchc_desktop.domain.plan_text import PassageId

_BEYOND_ROWS = 1 << 30


class PassageKeys:
    """Tells keys of the sheet and rows of the data file from each other.

    A row that was read first is known by its own number; one that was typed first keeps the
    key under which it was typed.  The file gives the number of a deleted row to a new one:
    then the new one's key is the row's, and the deleted one's key is nobody's.

    Steps learn rows on the thread of the data file while the window asks for keys.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._rows: dict[PassageId, PassageId] = {}
        self._keys: dict[PassageId, PassageId] = {}
        self._further = count(_BEYOND_ROWS)

    def key(self, row: PassageId) -> PassageId:
        """Return the key of a row."""
        with self._lock:
            if row not in self._keys:
                is_taken = row in self._rows
                self._join(PassageId(next(self._further)) if is_taken else row, row)
            return self._keys[row]

    def row(self, key: PassageId) -> PassageId:
        """Return the row of a key; where it has none, a number that no row has."""
        with self._lock:
            return self._rows.get(key, PassageId(0))

    def join(self, key: PassageId, row: PassageId) -> None:
        """Take note that a passage of the sheet became a row."""
        with self._lock:
            self._join(key, row)

    def _join(self, key: PassageId, row: PassageId) -> None:
        self._keys.pop(self._rows.get(key, PassageId(0)), None)
        self._rows.pop(self._keys.get(row, PassageId(0)), None)
        self._rows[key] = row
        self._keys[row] = key
