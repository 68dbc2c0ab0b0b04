"""Days on the command line: read as officers or as programs write them, said as officers do."""

from contextlib import suppress
from datetime import date, datetime
from typing import Any

import click

_FORMATS = ("%d/%m/%Y", "%Y-%m-%d")


class DayType(click.ParamType[date]):
    """A day: "20/3/2026" or "2026-03-20"."""

    name = "day"

    def convert(
        self,
        value: Any,  # noqa: ANN401 - click's own signature
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> date:
        """Return the day that ``value`` names."""
        if isinstance(value, date):
            return value
        day = _read(str(value).strip())
        return self.fail("no day", param, ctx) if day is None else day


DAY = DayType()
"""The type of an option or argument that is a day."""


def _read(text: str) -> date | None:
    for form in _FORMATS:
        with suppress(ValueError):
            return datetime.strptime(text, form).date()  # noqa: DTZ007 - a day has no time zone
    return None
