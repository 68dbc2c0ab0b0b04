"""A field for a day that may be left empty."""

import re
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from cchc_desktop.domain.days_and_numbers import day_words

_DAY = re.compile(r"(\d{1,2})\s*[/.\-\s]\s*(\d{1,2})\s*[/.\-\s]\s*(\d{4}|\d{2})")


class DateField(QLineEdit):
    """Takes a day as it is written in Vietnam ("15/3/2024"); empty means no day."""

    def __init__(self, day: date | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText("ngày/tháng/năm")
        self.set_day(day)
        self.editingFinished.connect(self._on_finished)

    @property
    def day(self) -> date | None:
        """The day, or None where there is none or it cannot be read."""
        return parse_day(self.text())

    def set_day(self, day: date | None) -> None:
        """Show a day."""
        self.setText(format_day(day))

    @property
    def is_wrong(self) -> bool:
        """Whether something stands here that is not a day."""
        return bool(self.text().strip()) and self.day is None

    @Slot()
    def _on_finished(self) -> None:
        if self.day is not None:
            self.set_day(self.day)


def parse_day(text: str) -> date | None:
    """Return the day that ``text`` writes, or None; a year of two digits is of this century."""
    match = _DAY.fullmatch(text.strip())
    if match is None:
        return None
    day, month, year = (int(part) for part in match.groups())
    try:
        return date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None


def format_day(day: date | None) -> str:
    """Return a day as it is written in Vietnam, or ""."""
    return day_words(day) if day else ""
