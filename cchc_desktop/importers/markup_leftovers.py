"""Turns web markup that was left in a cell into line breaks and styles.

Texts copied from web pages carry things like ``<ul style="…">``, ``<i>`` or ``&nbsp;``.
Only tags of HTML are touched: "<tên cơ quan>" is a wording and stays.
"""

import re
from collections.abc import Sequence
from html import unescape

from cchc_desktop.domain.rich_text import Run

_BREAKING = {"br", "p", "div", "li", "tr", "ul", "ol", "table"}
_BOLD = {"b", "strong"}
_ITALIC = {"i", "em"}
_TAG = re.compile(
    r"<(/?)(ul|ol|li|br|p|div|span|font|b|strong|i|em|u|s|sub|sup|a|table|tbody|tr|td|th|o:p)"
    r"((?:\s[^<>]{0,2000})?)/?>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d{1,6}|#x[0-9a-f]{1,5}|nbsp|amp|lt|gt|quot|apos|ndash|mdash);", re.I)


def has_markup(text: str) -> bool:
    """Tell whether ``text`` holds tags or entities of HTML."""
    return _TAG.search(text) is not None or _ENTITY.search(text) is not None


def without_markup(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Return the runs with tags as line breaks and styles, and every word kept."""
    out: list[Run] = []
    bold = italic = 0
    for run in runs:
        position = 0
        for tag in _TAG.finditer(run.text):
            out.append(_styled(run, run.text[position : tag.start()], bold, italic))
            position = tag.end()
            name = tag[2].lower()
            step = -1 if tag[1] else 1
            if name in _BREAKING:
                out.append(Run("\n", run.bold, run.italic))
            elif name in {"td", "th"}:
                out.append(Run(" ", run.bold, run.italic))
            elif name in _BOLD:
                bold = max(0, bold + step)
            elif name in _ITALIC:
                italic = max(0, italic + step)
        out.append(_styled(run, run.text[position:], bold, italic))
    return tuple(run for run in out if run.text)


def _styled(run: Run, text: str, bold: int, italic: int) -> Run:
    words = _ENTITY.sub(lambda entity: unescape(entity[0]), text)
    return Run(words, run.bold or bold > 0, run.italic or italic > 0)
