"""Reads typed values out of a data file that ships with the program, and names what is wrong."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import NoReturn, TypeVar

from cchc_desktop.domain.errors import CatalogueDamaged
from cchc_desktop.domain.vietnamese import nfc

E = TypeVar("E", bound=StrEnum)


class Table:
    """One table of a data file, whose values are checked as they are read ("bảng dữ liệu").

    Attributes:
        source: The file's name, for errors.
        place: Where the table stands in the file, for errors.
    """

    def __init__(self, values: Mapping[str, object], source: str, place: str = "") -> None:
        self._values = values
        self.source = source
        self.place = place

    def refuse(self, reason: str) -> NoReturn:
        """Raise the error that says what is wrong in this table."""
        where = f"{self.place}: " if self.place else ""
        raise CatalogueDamaged(file=self.source, reason=where + reason)

    def allow(self, *keys: str) -> None:
        """Refuse keys that nothing reads: a misspelt key must not go unnoticed."""
        for key in self._values:
            if key not in keys:
                self.refuse(f"unknown key: {key}")

    def has(self, key: str) -> bool:
        """Tell whether the table has a value of this name."""
        return key in self._values

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text, which must not be blank unless there is a default."""
        value = self._values.get(key, default)
        if not isinstance(value, str) or (default is None and not value.strip()):
            self.refuse(f"{key} is not a text")
        return nfc(value)

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts, empty if the key is missing."""
        value = self._values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(x, str) and x.strip() for x in value):
            self.refuse(f"{key} is not a list of texts")
        return tuple(nfc(x) for x in value)

    def number(self, key: str) -> int:
        """Return a whole number."""
        value = self._values.get(key)
        if not isinstance(value, int) or isinstance(value, bool):
            self.refuse(f"{key} is not a number")
        return value

    def flag(self, key: str) -> bool:
        """Return a yes or no, no if the key is missing."""
        value = self._values.get(key, False)
        if not isinstance(value, bool):
            self.refuse(f"{key} is not true or false")
        return value

    def day(self, key: str) -> date | None:
        """Return a day, None if the key is missing."""
        value = self._values.get(key)
        if value is not None and (not isinstance(value, date) or isinstance(value, datetime)):
            self.refuse(f"{key} is not a day")
        return value

    def choice(self, key: str, kind: type[E]) -> E:
        """Return a member of ``kind`` by its value."""
        return self._member(self.text(key), key, kind)

    def choices(self, key: str, kind: type[E]) -> tuple[E, ...]:
        """Return members of ``kind`` by their values, none if the key is missing."""
        return tuple(self._member(value, key, kind) for value in self.texts(key))

    def table(self, key: str) -> "Table":
        """Return a table inside this one."""
        value = self._values.get(key)
        if not isinstance(value, dict):
            self.refuse(f"{key} is not a table")
        return Table(value, self.source, self._inside(key))

    def tables(self, key: str) -> tuple["Table", ...]:
        """Return the tables of a list of tables, empty if the key is missing."""
        value = self._values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(x, dict) for x in value):
            self.refuse(f"{key} is not a list of tables")
        return tuple(
            Table(entry, self.source, self._inside(f"{key} {number}"))
            for number, entry in enumerate(value, 1)
        )

    def _member(self, value: str, key: str, kind: type[E]) -> E:
        if value not in list(kind):
            self.refuse(f"{key} has an unknown value: {value}")
        return kind(value)

    def _inside(self, place: str) -> str:
        return f"{self.place}, {place}" if self.place else place
