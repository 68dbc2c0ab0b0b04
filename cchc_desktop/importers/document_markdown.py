"""Reads the style marks of plain text: ``**bold**``, ``*italic*``, ``## heading``.

Texts that were read off scanned papers carry them; they are styles and no words.
"""

import re
from collections.abc import Iterator

from cchc_desktop.importers.raw_table import RawRun

_HEADING = re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+", re.MULTILINE)
# A mark opens before a letter and closes after one; its length is bounded so that stray
# marks cannot make reading quadratic.
_STYLED = re.compile(
    r"\*\*\*(?=[^\s*])(?P<both>[^*]{1,4000}?)(?<=\S)\*\*\*"
    r"|\*\*(?=[^\s*]|\*[^\s*])(?P<bold>(?:[^*]|\*(?!\*)){1,4000}?)(?<=\S)\*\*(?!\*)"
    r"|(?<![\w*])\*(?=[^\s*)])(?P<italic>[^*]{1,4000}?)(?<=[^\s(])\*(?![\w*])"
)


def styled_runs(text: str) -> list[RawRun]:
    """Return ``text``, one paragraph or several lines of it, with its marks as styles."""
    return list(_runs(_HEADING.sub("", text), RawRun("")))


def _runs(text: str, outer: RawRun) -> Iterator[RawRun]:
    position = 0
    for match in _STYLED.finditer(text):
        if match.start() > position:
            yield RawRun(text[position : match.start()], outer.bold, outer.italic)
        position = match.end()
        if match["both"] is not None:
            yield RawRun(match["both"], bold=True, italic=True)
        elif match["bold"] is not None:
            yield from _runs(match["bold"], RawRun("", bold=True, italic=outer.italic))
        else:
            yield from _runs(match["italic"], RawRun("", bold=outer.bold, italic=True))
    if position < len(text):
        yield RawRun(text[position:], outer.bold, outer.italic)
