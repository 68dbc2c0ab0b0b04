"""Lets the numbers of annex tasks that a text names follow tasks that got other numbers."""

import re
from collections.abc import Mapping

from cchc_desktop.domain.plan_skeleton import BLANK
from cchc_desktop.domain.report_text import LiveText
from cchc_desktop.domain.rich_text import RichText

_NAME = r"[IVXL]+\.\d+(?:\.[a-zđ]\b)?"
_LIST = re.compile(rf"\bmục\s+(?P<names>{_NAME}(?:\)?\s*(?:[,;]|và)\s*{_NAME})*)")
_ONE = re.compile(_NAME)


def follow_tasks(text: LiveText, names: Mapping[str, str]) -> LiveText:
    """Return a text that names tasks of the annex ("số nhiệm vụ trong phụ lục") as ``names`` says.

    A task that ``names`` does not have is left out of its list; where a list has none left, a
    place to be filled in stands.  Text that does not speak of the annex stays as it is.
    """
    if "phụ lục" not in text.text.casefold():
        return text
    words = text.words
    for match in reversed(list(_LIST.finditer(text.text))):
        before = match["names"]
        kept = [names[name] for name in _ONE.findall(before) if name in names]
        after = ", ".join(dict.fromkeys(kept)) or BLANK
        if after != before:
            words = _written(words, match.span("names"), after)
    return text if words == text.words else text.rewritten(words)


def _written(words: RichText, span: tuple[int, int], after: str) -> RichText:
    """Return the words with others at one place, in the style of the first letter there."""
    start, end = span
    runs = []
    position = 0
    for run in words.runs:
        last = position + len(run.text)
        head = run.text[: max(start - position, 0)]
        tail = run.text[max(end - position, 0) :]
        inner = after if position <= start < last else ""
        runs.append(type(run)(head + inner + tail, run.bold, run.italic))
        position = last
    return RichText.from_runs(runs)
