"""The examples of all checks, of the annex and of the text, check by check."""

from typing import TypeVar

from tests.domain.checks.examples import FAILING, PASSING
from tests.domain.checks.text_failing import ALSO_FAILING, TEXT_FAILING
from tests.domain.checks.text_passing import ALSO_PASSING, TEXT_PASSING

Example = TypeVar("Example")


def merged(*books: dict[str, list[Example]]) -> dict[str, list[Example]]:
    """Return the examples of several books, check by check."""
    every: dict[str, list[Example]] = {}
    for book in books:
        for code, found in book.items():
            every.setdefault(code, []).extend(found)
    return every


ALL_FAILING = merged(FAILING, TEXT_FAILING, ALSO_FAILING)
ALL_PASSING = merged(PASSING, TEXT_PASSING, ALSO_PASSING)
