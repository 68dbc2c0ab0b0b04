"""Targets in percent that a wording sets, each with what it is a target of.

The same target is known by its own words: those after the number ("hồ sơ được tiếp nhận trực
tuyến"), those before it ("mức độ hài lòng của người dân đạt"), or an index's abbreviation.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from cchc_desktop.domain.text_finding import Span
from cchc_desktop.domain.vietnamese import search_key

PERCENT = re.compile(r"(?<![\d.,/])(?P<value>\d{1,3}(?:,\d+)?) ?%")
_INDEX = re.compile(r"\b(SIPAS|PAPI|PAR INDEX|PCI|DDCI|DTI)\b")
_AIM = re.compile(r"\b(?:đạt từ|đạt trên|đạt mức trên|trở lên|tối thiểu|ít nhất|phấn đấu)\b")
_WORD = re.compile(r"\w+")
_CLAUSE = re.compile(r"[.;:\n]|\((?:trừ|không)")
_FEWEST_AFTER = 7
_FEWEST_BEFORE = 8
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_COMPARED = re.compile(r"\b(?:tăng|giảm|so với|thêm|bình quân)\b")


@dataclass(frozen=True, slots=True)
class Target:
    """A number in percent and what it is of ("chỉ tiêu").

    Attributes:
        keys: The words by which the same target is known elsewhere.
        years: The years named with it.
    """

    span: Span
    value: float
    keys: tuple[str, ...]
    years: frozenset[str]


@lru_cache(maxsize=8192)
def targets(text: str) -> tuple[Target, ...]:
    """Return the targets in ``text`` whose words are long enough to know them by."""
    return tuple(_targets(text)) if "%" in text else ()


def years_of(text: str) -> frozenset[str]:
    """Return the years that ``text`` names."""
    return frozenset(_YEAR.findall(text))


def percent_value(words: str) -> float:
    """Return the number that a percentage writes."""
    return float(words.replace(",", "."))


def _targets(text: str) -> Iterator[Target]:
    found = list(PERCENT.finditer(text))
    for place, match in enumerate(found):
        begun = text[: match.start()]
        start = max((m.end() for m in _CLAUSE.finditer(begun)), default=0)
        # Between two numbers the words belong to the first one.
        start = max(start, found[place - 1].end() if place else 0)
        stop = _CLAUSE.search(text, match.end())
        end = min(
            stop.start() if stop else len(text),
            found[place + 1].start() if place + 1 < len(found) else len(text),
        )
        before, after = search_key(text[start : match.start()]), search_key(text[match.end() : end])
        if _COMPARED.search(before) or _COMPARED.search(after):
            continue
        keys = []
        words = _WORD.findall(after)
        if len(words) >= _FEWEST_AFTER:
            keys.append("% " + " ".join(words))
        words = _WORD.findall(before)
        if len(words) >= _FEWEST_BEFORE:
            keys.append(" ".join(words) + " %")
        clause = text[start:end]
        names = set(_INDEX.findall(clause))
        if len(names) == 1 and _AIM.search(clause.lower()):
            keys.append(names.pop())
        if keys:
            years = years_of(text[start:end])
            yield Target(match.span(), percent_value(match["value"]), tuple(keys), years)
