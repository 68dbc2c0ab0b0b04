"""The columns of the matrix: agencies in the catalogue's order, kinds that can be closed."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from cchc_desktop.domain.agency import Agency, AgencyCatalogue, AgencyId, AgencyKind, Role
from cchc_desktop.domain.assignment_matrix import AssignmentMatrix
from cchc_desktop.ui.agency_words import KIND_NAMES
from cchc_desktop.ui.assignment_grid import COUNTED_ROLES, GridRow


@dataclass(frozen=True, slots=True)
class GridColumn:
    """One column: an agency, or all agencies of a kind that is closed.

    Attributes:
        agencies: One agency, or all that the closed column stands for.
        is_closed: Whether it stands for a kind.
    """

    kind: AgencyKind
    agencies: tuple[Agency, ...]
    is_closed: bool = False

    @property
    def agency(self) -> Agency | None:
        """The agency; None for a closed kind."""
        return None if self.is_closed else self.agencies[0]

    @property
    def name(self) -> str:
        """What its heading says in full."""
        if self.is_closed:
            return f"{KIND_NAMES[self.kind]} ({len(self.agencies)})"
        return self.agencies[0].name

    @property
    def title(self) -> str:
        """What its heading says: the short name where there is one."""
        return self.name if self.is_closed else self.agencies[0].short_name or self.name

    @property
    def key(self) -> tuple[AgencyKind, AgencyId | None]:
        """Names the column across reloads."""
        return self.kind, None if self.is_closed else self.agencies[0].id

    def counts(self, row: GridRow) -> dict[Role, int]:
        """Return how many of its agencies lead and co-operate."""
        cells = [row.cell(agency.id) for agency in self.agencies]
        return {role: sum(1 for c in cells if c and c.role is role) for role in COUNTED_ROLES}


def grid_columns(
    matrix: AssignmentMatrix,
    catalogue: AgencyCatalogue,
    closed: Collection[AgencyKind],
    *,
    with_others: bool,
) -> tuple[GridColumn, ...]:
    """Return the columns: agencies side by side by kind, in the catalogue's order.

    Args:
        matrix: The table.
        catalogue: All agencies; a kind stands where its first one does.
        closed: The kinds that take a single column.
        with_others: Whether agencies without any task have a column too.
    """
    kinds = {agency.kind: None for agency in catalogue.agencies}
    order = {kind: place for place, kind in enumerate(kinds)}
    wanted = {agency.id for agency in matrix.agencies}
    if with_others:
        wanted |= {agency.id for agency in matrix.others}
    agencies = [agency for agency in catalogue.agencies if agency.id in wanted]
    agencies.sort(key=lambda agency: order[agency.kind])
    return tuple(_columns(agencies, closed))


def kind_span(columns: tuple[GridColumn, ...], place: int) -> tuple[int, int]:
    """Return the first and the last column of the kind that stands at ``place``."""
    kind = columns[place].kind
    first = last = place
    while first > 0 and columns[first - 1].kind is kind:
        first -= 1
    while last + 1 < len(columns) and columns[last + 1].kind is kind:
        last += 1
    return first, last


def _columns(agencies: Sequence[Agency], closed: Collection[AgencyKind]) -> Iterator[GridColumn]:
    for kind, found in groupby(agencies, key=lambda agency: agency.kind):
        members = tuple(found)
        if kind in closed and len(members) > 1:
            yield GridColumn(kind, members, is_closed=True)
        else:
            yield from (GridColumn(kind, (agency,)) for agency in members)
