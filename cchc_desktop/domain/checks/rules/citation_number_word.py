"""A citation without the word "số" in an annex whose others have it.

Example: "Nghị định 60/2021/NĐ-CP" beside "Nghị định số 117/2013/NĐ-CP ngày 07/10/2013".
Source: Nghị định 30/2020/NĐ-CP writes "Nghị định số …"; practice: one way in one document.
"""

from collections.abc import Iterator

from cchc_desktop.domain.checks.check import Check, Hit
from cchc_desktop.domain.checks.citations import citations
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.checks.mixed_words import Use, other_ways


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield the first citation without the word, if the word is at least as usual."""
    uses: list[Use] = [
        (_says_number(cell.text[slice(*cited.span)], cited.type_name), cell, cited.span)
        for cell in context.cells
        for cited in citations(cell.text)
        if cited.type_name
    ]
    ways = [way for way, _, _ in uses]
    if 0 < ways.count(False) <= ways.count(True):
        yield from other_ways(uses, usual=True)


def _says_number(words: str, type_name: str) -> bool:
    return words[len(type_name) :].lstrip().lower().startswith("số")


CHECK = Check(
    "citation_number_word",
    FindingSeverity.HINT,
    "Nghị định 30/2020/NĐ-CP: viết “Nghị định số …”",
    find,
)
