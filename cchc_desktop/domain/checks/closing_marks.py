"""The mark "./." that closes a paper."""

import re

from cchc_desktop.domain.checks.outline import OutlineNode, TextOutline
from cchc_desktop.domain.text_finding import Span

_MARK = re.compile(r"\.?\s?/\s?\.(?=\W*$|\s)")


def closing_marks(text: str) -> tuple[Span, ...]:
    """Return where ``text`` has the mark."""
    return tuple(match.span() for match in _MARK.finditer(text)) if "/" in text else ()


def last_words(tree: TextOutline) -> OutlineNode | None:
    """Return the last passage with words, or None."""
    return next((node for node in reversed(tree.nodes) if node.text.strip()), None)
