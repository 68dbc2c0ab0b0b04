"""The cells that name agencies, and what the catalogue knows of names out of date."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from cchc_desktop.domain.agency import Agency, AgencyCatalogue
from cchc_desktop.domain.agency_names import Words, name_words
from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.checks.context import ROLE_COLUMNS, Cell, CheckContext
from cchc_desktop.domain.plan import Assignment

_ROLES = {column: role for role, column in ROLE_COLUMNS.items()}


def assignment_cells(context: CheckContext) -> Iterator[tuple[Cell, Assignment]]:
    """Yield the cells that say who leads, co-operates or monitors, with what was read in them.

    A cell whose meaning the officer set by hand is not read by its words.
    """
    for cell in context.cells:
        role = _ROLES.get(cell.field) if isinstance(cell.field, AnnexColumn) else None
        if role is None or cell.row is None or cell.row.task is None:
            continue
        assignment = cell.row.task.assignment(role)
        if not assignment.is_set_by_hand:
            yield cell, assignment


def ended_agency(catalogue: AgencyCatalogue, name: str, day: date) -> Agency | None:
    """Return the agency that ``name`` named before ``day``, or None."""
    return _ended(catalogue, day).get(name_words(name))


def successor_on(catalogue: AgencyCatalogue, agency: Agency, day: date) -> Agency | None:
    """Return who has the agency's work on ``day``, through several changes if need be."""
    seen = {agency.id}
    following = agency.successor_id
    while following is not None and following not in seen:
        seen.add(following)
        successor = catalogue.agency(following)
        if successor is None or successor.is_valid_on(day):
            return successor
        following = successor.successor_id
    return None


def has_ended(agency: Agency, day: date) -> bool:
    """Tell whether the name ended before ``day``."""
    return agency.valid_to is not None and agency.valid_to < day


@lru_cache(maxsize=4)
def _ended_names(agencies: tuple[Agency, ...], day: date) -> dict[Words, Agency]:
    return {
        name_words(name): agency
        for agency in agencies
        if has_ended(agency, day)
        for name in (agency.name, agency.short_name, *agency.aliases)
        if name
    }


def _ended(catalogue: AgencyCatalogue, day: date) -> dict[Words, Agency]:
    return _ended_names(catalogue.agencies, day)
