"""The numbers of a plan's passages: I, 1, 1.1, a), - and +, from their order.

Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6.d; points by the Vietnamese alphabet.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from cchc_desktop.domain.numbering import parse_point_letter, parse_roman, point_letter, roman
from cchc_desktop.domain.plan_text import DEEPEST_RANK, Passage, PassageKind

_LAST_NUMBER = re.compile(r"(\d+)\D*$")


def numbered(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """Return the passages with the numbers that follow from their order.

    A number of its own is printed as it is written; the ones after it count on from it.
    """
    return tuple(_numbered(passages))


def own_number_or_none(kind: PassageKind, written: str, expected: str) -> str:
    """Return ``written`` where it differs from the number that the order gives, else ""."""
    return "" if written == expected or not kind.rank else written


def counted(kind: PassageKind, written: str) -> int | None:
    """Return which of its list a written number names (from 1), or None for none."""
    bare = written.strip(" .)-–(")
    match kind:
        case PassageKind.PART:
            return parse_roman(bare.upper()) or (int(bare) if bare.isdecimal() else None)
        case PassageKind.POINT:
            return parse_point_letter(bare)
        case PassageKind.ARTICLE | PassageKind.ITEM | PassageKind.SUBITEM | PassageKind.MINOR:
            found = _LAST_NUMBER.search(written)
            return int(found[1]) if found else None
        case _:
            return None


class RunningNumbers:
    """Counts through a text from its beginning ("số thứ tự đang chạy")."""

    def __init__(self) -> None:
        self._counts = [0] * (DEEPEST_RANK + 1)
        self._prefixes = [""] * (DEEPEST_RANK + 1)

    def expected(self, kind: PassageKind) -> str:
        """Return the number that the next passage of this kind would get; it is not counted."""
        if not kind.rank:
            return ""
        return _number(kind, self._counts[kind.rank] + 1, self._prefixes)

    def take(self, kind: PassageKind, own: str = "") -> str:
        """Count the next passage, with a number of its own or without, and return its number."""
        rank = kind.rank
        if not rank:
            return ""
        named = counted(kind, own) if own else None
        self._counts[rank] = named if named is not None else self._counts[rank] + 1
        number = own or _number(kind, self._counts[rank], self._prefixes)
        self._counts[rank + 1 :] = [0] * (DEEPEST_RANK - rank)
        self._prefixes[rank] = number
        self._prefixes[rank + 1 :] = [""] * (DEEPEST_RANK - rank)
        return number


def _numbered(passages: Iterable[Passage]) -> Iterator[Passage]:
    running = RunningNumbers()
    for passage in passages:
        yield replace(passage, number=running.take(passage.kind, passage.own_number))


def _number(kind: PassageKind, count: int, prefixes: list[str]) -> str:
    match kind:
        case PassageKind.ARTICLE:
            return f"Điều {count}."
        case PassageKind.PART:
            return f"{roman(count)}."
        case PassageKind.ITEM:
            return f"{count}."
        case PassageKind.SUBITEM | PassageKind.MINOR:
            above = prefixes[kind.rank - 1].strip(" .")
            return f"{above}.{count}." if above else f"{count}."
        case PassageKind.POINT:
            return f"{point_letter(count)})"
        case PassageKind.DASH:
            return "-"
        case _:
            return "+"
