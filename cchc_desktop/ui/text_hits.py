"""Where the words typed into the search field stand in a passage."""

from functools import lru_cache

from cchc_desktop.domain.text_finding import Span, hit_spans
from cchc_desktop.domain.vietnamese import Searchable, SearchQuery


@lru_cache(maxsize=2048)
def found_spans(words: str, text: str) -> tuple[Span, ...]:
    """Return the places of a passage that has all the words; words side by side are one place.

    Where they stand together anywhere, only these places count.
    """
    if not words.strip() or not SearchQuery(words).matches(Searchable(text)):
        return ()
    groups: list[list[Span]] = []
    for span in hit_spans(words, text):
        if groups and not text[groups[-1][-1][1] : span[0]].strip():
            groups[-1].append(span)
        else:
            groups.append([span])
    wanted = len(words.split())
    together = [group for group in groups if len(group) >= wanted]
    return tuple((group[0][0], group[-1][1]) for group in together or groups)
