"""All checks, found by themselves: a new one is one module in ``rules`` with a ``CHECK``."""

from collections.abc import Iterable
from functools import lru_cache
from importlib import import_module
from pkgutil import iter_modules

from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.checks import rules
from cchc_desktop.domain.checks.check import Check
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import Finding, PlanDetail
from cchc_desktop.domain.plan_rows import RowKey

_FIELDS = (*PlanDetail, *AnnexColumn)


@lru_cache(maxsize=1)
def all_checks() -> tuple[Check, ...]:
    """Return every check, in the order of the modules' names."""
    names = sorted(module.name for module in iter_modules(rules.__path__))
    return tuple(import_module(f"{rules.__name__}.{name}").CHECK for name in names)


def run_checks(context: CheckContext, checks: Iterable[Check] | None = None) -> tuple[Finding, ...]:
    """Return all that the checks find, in printed order."""
    rows = {row.key: position for position, row in enumerate(context.rows)}
    found = [f for check in (checks or all_checks()) for f in check.run(context)]
    return tuple(sorted(found, key=lambda finding: _order(finding, rows)))


def _order(finding: Finding, rows: dict[RowKey, int]) -> tuple[int, int, tuple[int, int], str]:
    place = finding.place
    row = -1 if place.row is None else rows.get(place.row, len(rows))
    column = -1 if place.field is None else _FIELDS.index(place.field)
    return row, column, place.span or (-1, -1), finding.code
