"""Reads the tables of a Word document from its XML, row by row.

python-docx's ``cell()`` is quadratic and its ``paragraph.text`` drops what stands in
smart tags, so neither is used.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cchc_desktop.domain.problem import Problem, Severity
from cchc_desktop.importers.problem_codes import ProblemCode
from cchc_desktop.importers.raw_table import (
    ProblemLog,
    RawCell,
    RawRow,
    RawRun,
    RawSource,
    RawTable,
)
from cchc_desktop.importers.safe_xml import parse
from cchc_desktop.importers.source_guard import GuardedSource
from cchc_desktop.importers.word_numbering import WordNumbering
from cchc_desktop.importers.word_styles import W, WordStyles
from cchc_desktop.importers.word_text import WordText
from cchc_desktop.importers.zip_package import Package

if TYPE_CHECKING:
    from lxml.etree import _Element

_MC_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_WRAPPERS = {
    W + "sdt", W + "sdtContent", W + "customXml", W + "ins", W + "moveTo", W + "smartTag",
}  # fmt: skip
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_WIDEST = 1000


def read_word(source: GuardedSource) -> RawSource:
    """Return every table of the document that is not inside another table."""
    return WordDocument(Package(source.name, source.data)).read()


@dataclass(frozen=True, slots=True)
class WordParagraph:
    """A paragraph outside tables ("đoạn của tệp Word").

    Attributes:
        number: Which paragraph of the document, from 1; its tables are counted too.
        runs: Its text, with the number that Word prints before it.
        is_centred: Whether it stands in the middle of the line.
        problems: What could not be carried over as text.
    """

    number: int
    runs: tuple[RawRun, ...]
    is_centred: bool
    problems: tuple[Problem, ...] = ()


class WordDocument:
    """Walks through one document, once."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._file = package.name
        main = "word/document.xml"
        if not package.has(main):
            main = package.find_part("word/document", ".xml") or main
        self._root = self._parse(main)
        styles = WordStyles(self._optional("word/styles.xml"))
        numbering = WordNumbering(self._optional("word/numbering.xml"), styles)
        self._text = WordText(styles, numbering, self._notes())

    def read(self) -> RawSource:
        """Return the tables, each with the lines since the table before it."""
        tables: list[RawTable] = []
        above: list[str] = []
        for block in _blocks(self._root):
            if block.tag == W + "tbl":
                tables.append(self._table(block, len(tables), tuple(above)))
                above = []
            else:
                runs = self._text.paragraph(block, None, 0, 0)
                line = "".join(run.text for run in runs).strip()
                if line:
                    above.append(line)
        return RawSource(self._file, tuple(tables))

    def blocks(self) -> Iterator[WordParagraph | tuple[int, RawTable]]:
        """Yield paragraphs, and tables with their place, in the order of the document."""
        tables = 0
        for number, block in enumerate(_blocks(self._root), 1):
            if block.tag == W + "tbl":
                yield number, self._table(block, tables, ())
                tables += 1
                continue
            log = ProblemLog(self._file, "")
            runs = tuple(self._text.paragraph(block, log, number, 0))
            problems = tuple(
                replace(problem, place=replace(problem.place, column=None))
                for problem in log.problems
            )
            yield WordParagraph(number, runs, _is_centred(block), problems)

    def running_heads(self) -> Iterator[str]:
        """Yield the words of each page head and page foot that has any."""
        for part in self._package.names:
            if re.fullmatch(r"word/(?:header|footer)\d*\.xml", part):
                words = " ".join(t.text or "" for t in self._parse(part).iter(W + "t"))
                if words.strip():
                    yield " ".join(words.split())

    def _table(self, element: "_Element", index: int, above: tuple[str, ...]) -> RawTable:
        log = ProblemLog(self._file, f"Bảng {index + 1}")
        rows = [
            self._row(row, number, log)
            for number, row in enumerate(_children(element, W + "tr"), start=1)
        ]
        return RawTable(
            index, log.part, tuple(row for row in rows if row.cells), above,
            problems=tuple(log.problems),
        )  # fmt: skip

    def _row(self, element: "_Element", number: int, log: ProblemLog) -> RawRow:
        properties = element.find(W + "trPr")
        if properties is not None and properties.find(W + "del") is not None:
            self._say_deleted_row(element, number, log)
            return RawRow(number, ())
        column = _value(properties, "gridBefore", 0)
        cells = []
        for cell in _children(element, W + "tc"):
            span = max(1, _value(cell.find(W + "tcPr"), "gridSpan", 1))
            cells.append(self._cell(cell, number, column, span, log))
            column += span
        return RawRow(number, tuple(cells))

    def _cell(
        self, element: "_Element", row: int, column: int, span: int, log: ProblemLog
    ) -> RawCell:
        runs = self._text.paragraphs(element, log, row, column + 1)
        merge = element.find(f"{W}tcPr/{W}vMerge")
        is_covered = merge is not None and merge.get(W + "val", "continue") == "continue"
        if is_covered:
            text = "".join(run.text for run in runs).strip()
            if text:
                log.add(
                    ProblemCode.HIDDEN_MERGED_TEXT, Severity.DROPPED,
                    row=row, column=column + 1, text=text,
                )  # fmt: skip
            return RawCell(column, (), span, is_continuation=True)
        return RawCell(column, runs, span)

    def _say_deleted_row(self, element: "_Element", number: int, log: ProblemLog) -> None:
        text = " ".join(
            t.text for t in element.iter(W + "t", W + "delText") if t.text and t.text.strip()
        )
        if text:
            log.add(ProblemCode.TRACKED_DELETION, Severity.NOTICE, row=number, text=text)

    def _notes(self) -> dict[tuple[str, str], str]:
        notes: dict[tuple[str, str], str] = {}
        for kind in ("footnote", "endnote", "comment"):
            root = self._optional(f"word/{kind}s.xml")
            if root is None:
                continue
            for note in root.iterchildren(W + kind):
                words = "".join(t.text or "" for t in note.iter(W + "t")).strip()
                notes[kind, note.get(W + "id") or ""] = words
        return notes

    def _optional(self, part: str) -> "_Element | None":
        return self._parse(part) if self._package.has(part) else None

    def _parse(self, part: str) -> "_Element":
        data = self._package.read(part)
        if _STRICT in data[:4096]:
            data = data.replace(
                _STRICT, b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
            )
        return parse(self._file, data)


def _blocks(element: "_Element") -> "Iterator[_Element]":
    """Yield paragraphs and outermost tables in order, out of whatever wraps them."""
    for child in element:
        if child.tag == W + "tbl":
            yield child
        elif child.tag == W + "p":
            yield child
            for box in child.iter(W + "txbxContent"):
                if any(parent.tag == _MC_FALLBACK for parent in box.iterancestors()):
                    continue
                if box.find(W + "tbl") is not None:
                    yield from _blocks(box)
        elif isinstance(child.tag, str) and child.tag != _MC_FALLBACK:
            yield from _blocks(child)


def _is_centred(paragraph: "_Element") -> bool:
    alignment = paragraph.find(f"{W}pPr/{W}jc")
    return alignment is not None and alignment.get(W + "val") == "center"


def _children(element: "_Element", tag: str) -> "Iterator[_Element]":
    """Yield the rows of a table or the cells of a row, out of content controls too."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _children(child, tag)


def _value(properties: "_Element | None", tag: str, default: int) -> int:
    element = properties.find(W + tag) if properties is not None else None
    value = element.get(W + "val") if element is not None else None
    if not value or not re.fullmatch(r"\d{1,4}", value):
        return default
    return min(int(value), _WIDEST)
