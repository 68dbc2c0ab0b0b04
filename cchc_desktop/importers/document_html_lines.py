"""Reads the lines and tables of web markup in order: what Word puts on the clipboard."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cchc_desktop.importers.html_reader import (
    LINE_TAGS,
    SILENT_TAGS,
    HtmlText,
    class_styles,
    count_of,
    html_table,
    parse_html,
)
from cchc_desktop.importers.raw_table import ProblemLog, RawRun, RawTable

if TYPE_CHECKING:
    from lxml.html import HtmlElement

HtmlBlock = tuple[tuple[RawRun, ...], bool] | RawTable
"""The runs of a line and whether it stands in the middle; or a table."""

_BREAKS = LINE_TAGS | {"br", "body", "table", "ul", "ol", "h5", "h6"}
_BLANK = RawRun("")


def html_blocks(file: str, html: str) -> Iterator[HtmlBlock]:
    """Yield the lines of ``html`` and its outermost tables, in order.

    Items of a list begin with the number or dash that a browser shows before them.
    """
    root = parse_html(html)
    if root is None:
        return
    classes = class_styles(root)
    text = HtmlText(classes, ProblemLog(file, ""), 0, 0)
    tables = 0
    is_centred = False
    for element, look, is_start in _walk(root, text):
        is_element = isinstance(element.tag, str)
        if is_element and element.tag in _BREAKS and text.runs:
            yield tuple(text.runs), is_centred
            text.runs = []
        if is_element and element.tag in LINE_TAGS:
            is_centred = is_start and _is_centred(element)
        if element.tag == "table" and is_start:
            yield html_table(file, element, tables, (), classes)
            tables += 1
        elif element.tag == "li" and is_start:
            text.add(_item_number(element), look)
        if not is_start:
            text.add(element.tail, look)
        elif is_element and element.tag not in SILENT_TAGS | {"table"}:
            text.add(element.text, look)
    if text.runs:
        yield tuple(text.runs), False


def _walk(root: HtmlElement, text: HtmlText) -> Iterator[tuple[HtmlElement, RawRun, bool]]:
    """Yield each element outside tables at its start and at its end.

    With it comes the style of the text inside it, and at its end of the text after it.
    Depth is not bounded by the stack of the program: pages nest without end.
    """
    stack: list[tuple[HtmlElement, RawRun, Iterator[HtmlElement]]] = []
    element: HtmlElement | None = root
    outer = _BLANK
    while element is not None:
        is_open = isinstance(element.tag, str) and element.tag not in SILENT_TAGS | {"table"}
        look = text.look(element, outer) if is_open else outer
        yield element, look, True
        stack.append((element, outer, iter(list(element) if is_open else [])))
        outer, element = look, None
        while stack and element is None:
            element = next(stack[-1][2], None)
            if element is None:
                done, outer, _ = stack.pop()
                yield done, outer, False


def _item_number(item: HtmlElement) -> str:
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return "- "
    before = sum(1 for _ in item.itersiblings("li", preceding=True))
    return f"{count_of(parent.get('start')) + before}. "


def _is_centred(element: HtmlElement) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return (element.get("align") or "").lower() == "center" or "text-align:center" in style
