"""All checks, found by themselves: a new one is one module in ``rules`` with a ``CHECK``."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib import import_module
from pkgutil import iter_modules

from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.checks import rules
from cchc_desktop.domain.checks.check import Check
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import Finding, FindingPlace, PlanDetail
from cchc_desktop.domain.checks.outline import TextOutline
from cchc_desktop.domain.text_finding import Span

_FIELDS = (*PlanDetail, *AnnexColumn)
_ANNEX = "annex"
_TITLE = "title"
_PASSAGE = "passage"
_Order = tuple[int, Span, int, Span, str]


@lru_cache(maxsize=1)
def all_checks() -> tuple[Check, ...]:
    """Return every check, in the order of the modules' names."""
    names = sorted(module.name for module in iter_modules(rules.__path__))
    return tuple(import_module(f"{rules.__name__}.{name}").CHECK for name in names)


def run_checks(context: CheckContext, checks: Iterable[Check] | None = None) -> tuple[Finding, ...]:
    """Return all that the checks find, in printed order."""
    spots = {spot: order for order, spot in enumerate(_spots(context))}
    found = [f for check in (checks or all_checks()) for f in check.run(context)]
    return tuple(sorted(found, key=lambda finding: _order(finding, spots)))


def _spots(context: CheckContext) -> Iterator[object]:
    """Yield what is printed, in order: titles and passages of the text, then the annex."""
    yield from _text_spots(context.outlines_before)
    yield from (PlanDetail.RECIPIENTS, PlanDetail.SIGNER, _ANNEX)
    yield from (row.key for row in context.rows)
    yield from _text_spots(context.outlines_after)


def _text_spots(trees: Iterable[TextOutline]) -> Iterator[object]:
    for tree in trees:
        yield _TITLE, tree.part.id
        yield from ((_PASSAGE, node.passage.id) for node in tree.nodes)


def _spot(place: FindingPlace) -> object:
    """Return what a place is printed with: its row, its passage, its title."""
    if place.row is not None:
        return place.row
    if place.passage is not None:
        return _PASSAGE, place.passage
    if place.field is PlanDetail.TEXT_TITLE:
        return _TITLE, place.part
    return place.field if place.is_in_text else _ANNEX


def _order(finding: Finding, spots: dict[object, int]) -> _Order:
    place = finding.place
    column = -1 if place.field is None else _FIELDS.index(place.field)
    return (
        spots.get(_spot(place), -1),
        place.table_cell or (-1, -1),
        column,
        place.span or (-1, -1),
        finding.code,
    )
