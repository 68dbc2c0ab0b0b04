"""The abbreviations in a plan's words: runs of capitals that are neither titles nor symbols."""

import re
from collections.abc import Iterator
from functools import lru_cache

from cchc_desktop.domain.checks.citations import without_citations
from cchc_desktop.domain.checks.context import Cell, CheckContext
from cchc_desktop.domain.checks.finding import PlanDetail
from cchc_desktop.domain.checks.letters import pattern
from cchc_desktop.domain.text_finding import Span
from cchc_desktop.domain.vietnamese import search_key

# "DCCI" is a number too, but no section has it.
_ROMAN = frozenset("IVX")
_WORD = pattern(r"(?<![\w./-])[{U}]{2,9}(?![\w/]|-[{U}]|\.[{A}])")
_EXPLAINED = pattern(
    r"\((?:sau đây |dưới đây )?(?:(?:gọi|viết) tắt là |gọi là |viết tắt: ?)?"
    r"[“\"]?([{U}]{2,9})[”\"]?\)"
    r"|(?:gọi|viết) tắt là:? [“\"]?([{U}]{2,9})\b"
    r"|\b([{U}]{2,9}) ?\((?=[{A}]+ [{A}]+)"
    r"|\b([{U}]{2,9}): (?=[{U}][{L}]+ [{L}]+)"
)

# Titles are set in capitals; lists of recipients abbreviate as a rule ("TT. HĐND huyện").
_NOT_READ = (PlanDetail.TITLE, PlanDetail.TEXT_TITLE, PlanDetail.RECIPIENTS)
_MEANING_WORDS = 4
_FEWEST_LETTERS = 4
_WORDS = re.compile(r"\w+")
_IN_BRACKETS = pattern(r"\(([{U}]{2,9})\)")


def abbreviations(context: CheckContext) -> Iterator[tuple[Cell, Span, str]]:
    """Yield the abbreviations with their places, in printed order."""
    for cell in context.cells:
        if cell.field not in _NOT_READ:
            for span in _words(cell.text):
                yield cell, span, cell.text[span[0] : span[1]]


def explained(context: CheckContext) -> frozenset[str]:
    """Return the abbreviations that some cell explains."""
    return frozenset(word for cell in context.cells for word in _explained_in(cell.text))


def first_explained(context: CheckContext) -> dict[str, tuple[Cell, int]]:
    """Return where each explained abbreviation is explained first, and at which letter."""
    first: dict[str, tuple[Cell, int]] = {}
    for cell in context.cells:
        for word in _explained_in(cell.text):
            first.setdefault(word, (cell, cell.text.find(word)))
    return first


def meanings(context: CheckContext) -> dict[str, frozenset[str]]:
    """Return the words that stand before each abbreviation in brackets: what it stands for."""
    found: dict[str, set[str]] = {}
    for cell in context.cells:
        for match in _IN_BRACKETS.finditer(cell.text):
            words = _WORDS.findall(search_key(cell.text[: match.start()]))[-_MEANING_WORDS:]
            found.setdefault(match[1], set()).add(" ".join(words))
    return {word: frozenset(said) for word, said in found.items()}


def known_words(context: CheckContext) -> frozenset[str]:
    """Return the abbreviations that need no explaining: common, or of the office's catalogue."""
    letterhead = context.letterhead
    names = [letterhead.symbol, letterhead.standing_symbol]
    for agency in context.catalogue.agencies:
        names += [agency.name, agency.short_name, *agency.aliases]
    for group in context.catalogue.groups:
        names += [group.name, *group.aliases]
    own = {word for name in names for word in _CAPITALS.findall(name)}
    common = {word for x in context.reference.abbreviations for word in _CAPITALS.findall(x)}
    return frozenset(own | common)


def is_slip(one: str, other: str) -> bool:
    """Tell whether two spellings have the same letters and differ at one place."""
    if len(one) != len(other) or len(one) < _FEWEST_LETTERS or set(one) != set(other):
        return False
    places = [i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(places) == 1:
        return True
    is_swapped = len(places) == 2 and places[1] == places[0] + 1
    return is_swapped and one[places[0]] == other[places[1]] and one[places[1]] == other[places[0]]


_CAPITALS = pattern(r"\b[{U}]{2,9}\b")


@lru_cache(maxsize=16384)
def _words(text: str) -> tuple[Span, ...]:
    # Words set in capitals for weight ("CẢI CÁCH HÀNH CHÍNH") are no abbreviations.
    if text.isupper():
        return ()
    found = list(_WORD.finditer(without_citations(text)))
    emphasised = {
        index
        for index, match in enumerate(found)
        for near in (index - 1, index + 1)
        if 0 <= near < len(found) and _touch(text, match.span(), found[near].span())
    }
    return tuple(
        match.span()
        for index, match in enumerate(found)
        if index not in emphasised and not set(match[0]) <= _ROMAN
    )


def _touch(text: str, one: Span, other: Span) -> bool:
    first, second = sorted((one, other))
    return text[first[1] : second[0]] == " "


@lru_cache(maxsize=16384)
def _explained_in(text: str) -> tuple[str, ...]:
    return tuple(word for match in _EXPLAINED.finditer(text) for word in match.groups() if word)
