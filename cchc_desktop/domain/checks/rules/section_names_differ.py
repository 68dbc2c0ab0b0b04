"""A field of reform that the text names otherwise than the annex.

Example: "3. Cải cách thủ tục hành chính" in the text and "III CẢI CÁCH QUY TRÌNH, THỦ TỤC HÀNH
CHÍNH" in the annex; a section of the annex that the text's tasks do not have.
Source: practice; text and annex are two halves of one plan.  A longer name that holds the shorter
("Công tác chỉ đạo, điều hành" and "… cải cách hành chính") is the same.
"""

import re
from collections.abc import Iterator

from cchc_desktop.domain.checks.check import Check, Hit, row_hit
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.checks.outline import OutlineNode
from cchc_desktop.domain.plan_rows import RowKind
from cchc_desktop.domain.vietnamese import search_key

_TASKS = re.compile(r"nhiệm vụ", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_FILLERS = frozenset("công tác về và của nhà nước xây dựng phát triển".split())  # noqa: SIM905
_LONGEST_NAME = 16
_FEWEST = 3


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield the annex's sections whose name the text has otherwise or has not."""
    named = _names_in_text(context)
    sections = [row for row in context.rows if row.key.kind is RowKind.SECTION]
    if len(named) < _FEWEST or len(sections) < _FEWEST:
        return
    shared = [row for row in sections if any(_same(row.section.title.text, x.text) for x in named)]
    # Texts that are built otherwise name no fields at all.
    if 2 * len(shared) < len(sections):
        return
    for row in sections:
        if row in shared:
            continue
        title = row.section.title.text
        likest = max(named, key=lambda node: _likeness(title, node.text))
        other = likest.text.strip(" :.") if _likeness(title, likest.text) >= 0.5 else ""
        yield row_hit(row, other=other)


def _names_in_text(context: CheckContext) -> list[OutlineNode]:
    body = context.body
    for node in body.top if body else ():
        if _TASKS.search(node.text) and len(node.children) >= _FEWEST:
            names = [x for x in node.children if x.passage.is_heading and x.children]
            if len(names) >= _FEWEST:
                return [x for x in names if len(x.text.split()) <= _LONGEST_NAME]
    return []


def _words(name: str) -> set[str]:
    return set(_WORD.findall(search_key(name))) - _FILLERS


def _same(one: str, other: str) -> bool:
    first, second = _words(one), _words(other)
    return bool(first and second) and (first <= second or second <= first)


def _likeness(one: str, other: str) -> float:
    first, second = _words(one), _words(other)
    return len(first & second) / max(len(first | second), 1)


CHECK = Check(
    "section_names_differ",
    FindingSeverity.HINT,
    "Thông lệ: tên lĩnh vực trong phần lời và phụ lục như nhau",
    find,
)
