"""Days that may be unknown, as data files, snapshots and JSON keep them: "2025-02-05" or None."""

from datetime import date


def to_iso(day: date | None) -> str | None:
    """Return a day as it is kept, None for one not known."""
    return day.isoformat() if day else None


def from_iso(text: str | None) -> date | None:
    """Return the day that was kept, None for one not known.

    Raises:
        ValueError: The text is no day.
    """
    return date.fromisoformat(text) if text else None
