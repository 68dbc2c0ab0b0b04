"""Whether a name is the office's own, its head's, or its superior's."""

from cchc_desktop.domain.agency_names import Words, name_words
from cchc_desktop.domain.office import Letterhead


def is_own_body(name: str, letterhead: Letterhead) -> bool:
    """Tell whether ``name`` names the office, its head or a part of its name.

    A department's file may hold the plan that the committee above it issues.
    """
    said, own = name_words(name), name_words(letterhead.name)
    if not said or not own or _holds(said, own) or _holds(own, said):
        return True
    above = name_words(letterhead.parent)
    return own[:1] != ("ubnd",) and bool(above) and (_holds(said, above) or _holds(above, said))


def _holds(words: Words, part: Words) -> bool:
    size = len(part)
    return any(words[i : i + size] == part for i in range(len(words) - size + 1))
