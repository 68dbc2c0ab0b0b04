"""Agencies that the text names, found by the names in the catalogue."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cchc_desktop.domain.agency import Agency, AgencyCatalogue
from cchc_desktop.domain.checks.context import Cell, CheckContext
from cchc_desktop.domain.checks.outline import OutlineNode
from cchc_desktop.domain.text_finding import Span
from cchc_desktop.domain.vietnamese import search_key

_ORGANISING = re.compile(r"tổ chức thực hiện|trách nhiệm|phân công", re.IGNORECASE)
_DASHES = str.maketrans("–—", "--")
_FEWEST_WORDS = 2


@dataclass(frozen=True, slots=True)
class AgencyMention:
    """A place of the text that names an agency ("tên cơ quan trong phần lời")."""

    cell: Cell
    span: Span
    agency: Agency

    @property
    def words(self) -> str:
        """The name as it is written there."""
        return self.cell.text[self.span[0] : self.span[1]]


def agency_mentions(context: CheckContext) -> Iterator[AgencyMention]:
    """Yield the agencies named by a name of two words or more, in printed order."""
    known = _names(context.catalogue)
    if not known or not context.passages:
        return
    longest_first = sorted(known, key=len, reverse=True)
    sought = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
    for cell in context.passages:
        key = _key(cell.text)
        if len(key) != len(cell.text):
            continue
        for match in sought.finditer(key):
            yield AgencyMention(cell, match.span(), known[match[0]])


def organising_headings(context: CheckContext) -> tuple[OutlineNode, ...]:
    """Return the items of "Tổ chức thực hiện", one for each agency or group."""
    body = context.body
    for node in reversed(body.top if body else ()):
        if _ORGANISING.search(node.text) and node.children:
            return tuple(x for x in node.children if x.passage.is_heading)
    return ()


def _names(catalogue: AgencyCatalogue) -> dict[str, Agency]:
    known: dict[str, Agency] = {}
    # An agency that ended does not take a name from one that is there.
    for agency in sorted(catalogue.agencies, key=lambda x: x.valid_to is not None):
        for name in (agency.name, agency.short_name, *agency.aliases):
            if len(name.split()) >= _FEWEST_WORDS:
                known.setdefault(_key(name), agency)
    return known


def _key(text: str) -> str:
    return search_key(text).translate(_DASHES)
