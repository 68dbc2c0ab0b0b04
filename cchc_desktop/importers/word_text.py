"""Reads the text of a Word paragraph or cell: every word that is printed, with its style."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cchc_desktop.domain.problem import Severity
from cchc_desktop.importers.legacy_fonts import LegacyEncoding, encoding_of_font
from cchc_desktop.importers.problem_codes import ProblemCode
from cchc_desktop.importers.raw_table import ProblemLog, RawRun
from cchc_desktop.importers.word_numbering import WordNumbering
from cchc_desktop.importers.word_styles import W, WordStyles

if TYPE_CHECKING:
    from lxml.etree import _Element

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_BREAKS = {W + "br", W + "cr"}
_PICTURES = {W + "drawing", W + "pict", W + "object"}
_DELETED = {W + "del", W + "moveFrom"}
_SKIPPED = {
    W + "pPr", W + "rPr", W + "sdtPr", W + "sdtEndPr", W + "tcPr", W + "trPr", W + "tblPr",
    W + "tblGrid", W + "smartTagPr", W + "customXmlPr", W + "instrText", W + "delText",
    W + "fldData", W + "ruby", _MC + "Fallback",
}  # fmt: skip
# Wingdings and Symbol signs that stand for something an officer would type.
_SYMBOLS = {
    0xB7: "•", 0xA7: "▪", 0x2D: "-", 0xFC: "✓", 0xFE: "☑", 0xA8: "□", 0x6F: "□", 0xD8: "➢",
    0x76: "❖", 0xE0: "→", 0xB3: "≥", 0xA3: "≤", 0xB1: "±",
}  # fmt: skip


class WordText:
    """Reads paragraphs of one document, in its order, since numbers run through it."""

    def __init__(
        self,
        styles: WordStyles,
        numbering: WordNumbering,
        notes: dict[tuple[str, str], str],
    ) -> None:
        self._styles = styles
        self._numbering = numbering
        self._notes = notes

    def paragraphs(
        self, container: "_Element", log: ProblemLog | None, row: int, column: int
    ) -> tuple[RawRun, ...]:
        """Return all paragraphs of a cell, parted by line breaks."""
        runs: list[RawRun] = []
        for index, paragraph in enumerate(self._blocks(container, log, row, column)):
            if index and runs:
                runs.append(RawRun("\n"))
            runs += self.paragraph(paragraph, log, row, column)
        return tuple(runs)

    def paragraph(
        self, paragraph: "_Element", log: ProblemLog | None, row: int, column: int
    ) -> list[RawRun]:
        """Return one paragraph with the number that Word prints before it."""
        element = paragraph.find(f"{W}pPr/{W}pStyle")
        style = (element.get(W + "val") or "") if element is not None else ""
        reader = _Reader(self, style, log, row, column)
        reader.read(paragraph)
        number = self._numbering.next_number(paragraph, style)
        if not number:
            return reader.runs
        look = reader.runs[0] if reader.runs else RawRun("")
        return [RawRun(f"{number} ", look.bold, look.italic), *reader.runs]

    def look(self, style: str, properties: "_Element | None") -> RawRun:
        """Return an empty run in the style of these properties."""
        look = self._styles.run_look(style, properties)
        return RawRun("", bool(look.bold), bool(look.italic), look.font)

    def note(self, kind: str, name: str) -> str:
        """Return the words of a footnote, an endnote or a comment."""
        return self._notes.get((kind, name), "")

    def _blocks(
        self, container: "_Element", log: ProblemLog | None, row: int, column: int
    ) -> "Iterator[_Element]":
        """Yield the paragraphs of a cell; those of a table inside it too."""
        for child in container:
            if child.tag == W + "p":
                yield child
            elif child.tag == W + "tbl":
                if log is not None:
                    log.add(
                        ProblemCode.NESTED_TABLE, Severity.CHECK, row=row, column=column,
                        text=" ".join(t.text or "" for t in child.iter(W + "t")),
                    )  # fmt: skip
                yield from self._blocks(child, None, row, column)
            elif child.tag not in _SKIPPED and isinstance(child.tag, str):
                yield from self._blocks(child, log, row, column)


class _Reader:
    """Collects the runs of one paragraph."""

    def __init__(
        self, text: WordText, style: str, log: ProblemLog | None, row: int, column: int
    ) -> None:
        self._text = text
        self._style = style
        self._log = log
        self._row = row
        self._column = column
        self.runs: list[RawRun] = []

    def read(self, element: "_Element") -> None:
        """Read what is inside ``element``, a paragraph or anything that wraps runs."""
        for child in element:
            if child.tag == W + "r":
                self._read_run(child)
            elif child.tag in _DELETED:
                if child.tag == W + "del":
                    self._say_deleted(child)
            elif child.tag in _SKIPPED or not isinstance(child.tag, str):
                continue
            elif child.tag.startswith(_M):
                self.runs += [RawRun(t.text or "") for t in child.iter(_M + "t", W + "t")]
            elif child.tag == W + "commentRangeEnd":
                continue
            else:
                self.read(child)

    def _read_run(self, run: "_Element") -> None:
        look = self._text.look(self._style, run.find(W + "rPr"))
        for child in run:
            text = self._run_text(child, look.font)
            if text:
                self.runs.append(RawRun(text, look.bold, look.italic, look.font))

    def _run_text(self, child: "_Element", font: str) -> str:
        tag = child.tag
        if tag == W + "t":
            return child.text or ""
        if tag in _BREAKS:
            return "\n"
        if tag in {W + "tab", W + "ptab"}:
            return "\t"
        if tag == W + "noBreakHyphen":
            return "-"
        if tag == W + "softHyphen":
            # In TCVN3 the code of the soft hyphen is the letter ư.
            return "\u00ad" if encoding_of_font(font) is LegacyEncoding.TCVN3 else ""
        if tag == W + "sym":
            return self._symbol(child)
        if tag in {W + "footnoteReference", W + "endnoteReference", W + "commentReference"}:
            self._say_note(child)
        elif tag in _PICTURES or tag == _MC + "AlternateContent":
            return self._drawing(child)
        return ""

    def _symbol(self, child: "_Element") -> str:
        code = int(child.get(W + "char") or "0", 16) & 0xFF
        font = child.get(W + "font") or ""
        if code in _SYMBOLS:
            return _SYMBOLS[code]
        self._say(ProblemCode.SYMBOL_LEFT_OUT, Severity.DROPPED, text=f"U+F0{code:02X}", font=font)
        return ""

    def _drawing(self, child: "_Element") -> str:
        """Return the text of a text box; a picture has none and is said."""
        boxes = [
            box for box in child.iter(W + "txbxContent")
            if not any(parent.tag == _MC + "Fallback" for parent in box.iterancestors())
        ]  # fmt: skip
        lines = [
            "".join(t.text or "" for t in paragraph.iter(W + "t"))
            for box in boxes
            for paragraph in box.iter(W + "p")
        ]
        text = "\n".join(line for line in lines if line.strip())
        if text:
            self._say(ProblemCode.TEXT_BOX, Severity.CHECK, text=text)
            return f"\n{text}\n"
        if not boxes:
            self._say(ProblemCode.PICTURE_LEFT_OUT, Severity.DROPPED)
        return ""

    def _say_deleted(self, element: "_Element") -> None:
        text = "".join(t.text or "" for t in element.iter(W + "delText"))
        if text.strip():
            self._say(ProblemCode.TRACKED_DELETION, Severity.NOTICE, text=text.strip())

    def _say_note(self, child: "_Element") -> None:
        kind = child.tag.removeprefix(W).removesuffix("Reference")
        text = self._text.note(kind, child.get(W + "id") or "")
        is_comment = kind == "comment"
        code = ProblemCode.COMMENT_LEFT_OUT if is_comment else ProblemCode.FOOTNOTE_LEFT_OUT
        if text:
            self._say(code, Severity.DROPPED, text=text)

    def _say(self, code: ProblemCode, severity: Severity, text: str = "", **params: str) -> None:
        if self._log is not None:
            self._log.add(code, severity, row=self._row, column=self._column, text=text, **params)
