"""Reads tables out of web markup: what Word and Excel put on the clipboard, and saved pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cchc_desktop.domain.problem import Severity
from cchc_desktop.importers.problem_codes import ProblemCode
from cchc_desktop.importers.raw_table import (
    ProblemLog,
    RawCell,
    RawRow,
    RawRun,
    RawSource,
    RawTable,
)

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f]")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_RULE = re.compile(r"\.([\w-]+)\s*\{([^{}]*)\}")
_BOLD = {"b", "strong", "th"}
_ITALIC = {"i", "em"}
LINE_TAGS = {"p", "div", "li", "h1", "h2", "h3", "h4", "tr"}
SILENT_TAGS = {"script", "style", "head", "title", "del"}
_WIDEST = 1000
_DEEPEST = 200


def read_html(file: str, html: str) -> RawSource:
    """Return every table of ``html`` that is not inside another table, or none."""
    root = parse_html(html)
    if root is None:
        return RawSource(file, ())
    classes = class_styles(root)
    tables: list[RawTable] = []
    above: list[str] = []
    for element in root.iter("table", "p", "h1", "h2", "h3", "h4"):
        if any(parent.tag == "table" for parent in element.iterancestors()):
            continue
        if element.tag != "table":
            line = " ".join("".join(map(str, element.itertext())).split())
            if line:
                above.append(line)
            continue
        tables.append(html_table(file, element, len(tables), tuple(above), classes))
        above = []
    return RawSource(file, tuple(table for table in tables if table.rows))


def parse_html(html: str) -> HtmlElement | None:
    """Return the root of ``html``, or None where it holds no markup."""
    from lxml import etree
    from lxml import html as lxml_html

    markup = _CONTROL.sub("", html)
    start = markup.find("<")
    if start < 0:
        return None
    # The parser would take a declared encoding over the text it is given.
    markup = re.sub(r"^\s*<\?xml[^>]*\?>", "", markup[start:])
    # What Word writes in conditional comments is text for every other program.
    markup = re.sub(r"<!\[(?:if|endif)[^>]*\]>", "", markup)
    try:
        return lxml_html.document_fromstring(markup)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def html_table(
    file: str,
    element: HtmlElement,
    index: int,
    above: tuple[str, ...],
    classes: dict[str, str],
) -> RawTable:
    """Return a table of a page with its merged cells in place."""
    name = f"Bảng {index + 1}"
    log = ProblemLog(file, name)
    rows: list[RawRow] = []
    open_spans: dict[int, tuple[int, int]] = {}
    for number, row in enumerate(_rows(element), start=1):
        cells = _cells(row, number, open_spans, classes, log)
        if cells:
            style = (row.get("style") or "").replace(" ", "")
            is_hidden = "display:none" in style
            rows.append(RawRow(number, cells, is_hidden))
    return RawTable(index, name, tuple(rows), above, problems=tuple(log.problems))


def _rows(table: HtmlElement) -> Iterator[HtmlElement]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in {"thead", "tbody", "tfoot"}:
            yield from (row for row in child if row.tag == "tr")


def _cells(
    row: HtmlElement,
    number: int,
    open_spans: dict[int, tuple[int, int]],
    classes: dict[str, str],
    log: ProblemLog,
) -> tuple[RawCell, ...]:
    """Return the cells at their grid columns; cells merged from above take their room."""
    cells: list[RawCell] = []
    column = 0
    opened: dict[int, tuple[int, int]] = {}

    def pass_covered() -> None:
        nonlocal column
        while column in open_spans:
            left, span = open_spans[column]
            cells.append(RawCell(column, (), span, is_continuation=True))
            if left > 1:
                opened[column] = (left - 1, span)
            del open_spans[column]
            column += span

    for cell in row:
        if cell.tag not in {"td", "th"}:
            continue
        pass_covered()
        span = count_of(cell.get("colspan"))
        down = count_of(cell.get("rowspan"))
        runs = tuple(HtmlText(classes, log, number, column + 1).read(cell))
        cells.append(RawCell(column, runs, span))
        if down > 1:
            opened[column] = (down - 1, span)
        column += span
    for rest in sorted(open_spans):
        column = max(column, rest)
        pass_covered()
    open_spans.clear()
    open_spans.update(opened)
    return tuple(cells)


def count_of(value: str | None) -> int:
    """Return the whole number an attribute names, 1 where it names none."""
    return min(int(value), _WIDEST) if value and value.isdecimal() and int(value) > 0 else 1


class HtmlText:
    """Collects the runs of one cell."""

    def __init__(self, classes: dict[str, str], log: ProblemLog, row: int, column: int) -> None:
        self._classes = classes
        self._log = log
        self._row = row
        self._column = column
        self.runs: list[RawRun] = []

    def read(self, cell: HtmlElement) -> list[RawRun]:
        """Return the cell's text; markup white space is one space."""
        self._walk(cell, RawRun(""), 0)
        return [run for run in self.runs if run.text]

    def _walk(self, element: HtmlElement, outer: RawRun, depth: int) -> None:
        look = self.look(element, outer)
        self.add(element.text, look)
        for child in element:
            if not isinstance(child.tag, str):
                pass
            elif depth > _DEEPEST:
                self.add(child.text_content(), look)
            elif child.tag == "br":
                self.runs.append(RawRun("\n"))
            elif child.tag in SILENT_TAGS:
                self._say_deleted(child)
            elif child.tag == "img":
                self._log.add(
                    ProblemCode.PICTURE_LEFT_OUT, Severity.DROPPED,
                    row=self._row, column=self._column, text=child.get("alt") or "",
                )  # fmt: skip
            elif child.tag in LINE_TAGS:
                self._break()
                self._walk(child, look, depth + 1)
                self._break()
            else:
                if child.tag in {"td", "th"}:
                    self.add(" ", look)
                self._walk(child, look, depth + 1)
            self.add(child.tail, look)

    def _say_deleted(self, child: HtmlElement) -> None:
        text = " ".join(child.text_content().split())
        if child.tag == "del" and text:
            self._log.add(
                ProblemCode.TRACKED_DELETION, Severity.NOTICE,
                row=self._row, column=self._column, text=text,
            )  # fmt: skip

    def _break(self) -> None:
        if self.runs and not self.runs[-1].text.endswith("\n"):
            self.runs.append(RawRun("\n"))

    def add(self, text: str | None, look: RawRun) -> None:
        """Add text in a style; markup white space is one space."""
        if text:
            words = _SPACE.sub(" ", text)
            self.runs.append(RawRun(words, look.bold, look.italic, look.font))

    def look(self, element: HtmlElement, outer: RawRun) -> RawRun:
        """Return the style inside ``element``: by its tag, its class and its own style."""
        bold = outer.bold or element.tag in _BOLD
        italic = outer.italic or element.tag in _ITALIC
        font = element.get("face") or outer.font
        named = [self._classes.get(name, "") for name in (element.get("class") or "").split()]
        for style in (*named, element.get("style") or ""):
            for part in style.split(";"):
                name, _, value = part.partition(":")
                name, value = name.strip().lower(), value.strip().lower()
                if name == "font-weight":
                    bold = value in {"bold", "bolder", "600", "700", "800", "900"}
                elif name == "font-style":
                    italic = value.startswith(("italic", "oblique"))
                elif name == "font-family":
                    font = part.partition(":")[2].split(",")[0].strip(" '\"")
        return RawRun("", bold, italic, font)


def class_styles(root: HtmlElement) -> dict[str, str]:
    """Return the rules of simple classes, which Excel uses for cells."""
    styles: dict[str, str] = {}
    for element in root.iter("style"):
        for name, body in _RULE.findall(element.text_content()):
            styles[name] = styles.get(name, "") + ";" + _SPACE.sub(" ", body)
    return styles
