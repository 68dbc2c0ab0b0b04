"""The present time, as something that can be given: tests and history need a fixed one."""

from datetime import date, datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the local time ("đồng hồ")."""

    def now(self) -> datetime:
        """Return the local date and time, without a time zone."""
        ...


class SystemClock:
    """The computer's own clock ("đồng hồ máy")."""

    def now(self) -> datetime:
        """Return the computer's local date and time."""
        return datetime.now()  # noqa: DTZ005, TID251 - the one place that asks the computer


class FixedClock:
    """A clock that stands still until it is moved ("đồng hồ cố định")."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def now(self) -> datetime:
        """Return the moment it was set to."""
        return self.moment


def today(clock: Clock) -> date:
    """Return the local date."""
    return clock.now().date()
