"""Names for sheets that every spreadsheet program accepts."""

import re
from collections.abc import Sequence

from cchc_desktop.documents.blocks import DEFAULT_NAME
from cchc_desktop.domain.vietnamese import one_line

_LONGEST = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]+")


def sheet_names(wanted: Sequence[str]) -> list[str]:
    """Return a valid name for each sheet, unique whatever the case, as like as can be."""
    taken: set[str] = set()
    names = []
    for name in wanted:
        bare = one_line(_FORBIDDEN.sub(" ", name)).strip("' ") or DEFAULT_NAME
        made = bare[:_LONGEST].rstrip("' ")
        count = 1
        while made.casefold() in taken:
            count += 1
            end = f" ({count})"
            made = bare[: _LONGEST - len(end)].rstrip("' ") + end
        taken.add(made.casefold())
        names.append(made)
    return names
