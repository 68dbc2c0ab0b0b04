"""The register of numbers that an office gives its papers in a year.

Nghị định 30/2020/NĐ-CP, Điều 15: numbers follow the order in which papers are issued, from 01
on the first of January to the last of December.  An office that counts some kinds of papers
apart keeps a register of its own for them.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NewType

from cchc_desktop.domain.plan_version import VersionId
from cchc_desktop.domain.vietnamese import one_line

IssuedNumberId = NewType("IssuedNumberId", int)

GENERAL_REGISTER = ""
"""The name of the register that all papers share unless they have one of their own."""

NUMBER_FORM = re.compile(r"(?!0+(?:\D|$))[0-9]{1,6}[A-Za-zĐđ]{0,2}")
"""What a register number looks like: digits from 1 on, and a letter for one put in between."""

_DIGITS = re.compile(r"\d+")
_LEADING_ZEROS = re.compile(r"^0+(?=\d)")


@dataclass(frozen=True, slots=True)
class IssuedNumber:
    """A number that a paper was given ("số đã cấp").

    Attributes:
        register: The name of its register, "" for the general one.
        number: Without leading zeros: "5", "395", "12a".
        symbol: What stands after the stroke: "KH-UBND".
        subject: What the paper is about ("trích yếu").
        version_id: The version of a plan that has it, if it is one.
    """

    id: IssuedNumberId
    register: str
    number: str
    symbol: str
    issued_on: date
    subject: str = ""
    version_id: VersionId | None = None

    @property
    def year(self) -> int:
        """The year in whose register it stands."""
        return self.issued_on.year


def plain_number(written: str) -> str:
    """Return a number as registers keep it: tidied, without leading zeros; "0395" is "395"."""
    return _LEADING_ZEROS.sub("", one_line(written))


def same_number(first: str, second: str) -> bool:
    """Tell whether two written numbers are one: "395" and "0395" are."""
    return plain_number(first).casefold() == plain_number(second).casefold()


def next_number(known: Iterable[str]) -> str:
    """Return the number after the highest one known; "1" where there is none.

    Of a number with letters, such as "12a", the digits at its start count.
    """
    counts = [int(found[0]) for number in known if (found := _DIGITS.match(number.strip()))]
    return str(max(counts, default=0) + 1)
