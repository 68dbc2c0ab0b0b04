"""Resolves what a run of a Word document looks like: bold, italic, font."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True, slots=True)
class RunLook:
    """Bold, italic and font of a run ("định dạng đoạn chữ"); None: not said here."""

    bold: bool | None = None
    italic: bool | None = None
    font: str = ""

    def under(self, direct: "RunLook") -> "RunLook":
        """Return this look with what ``direct`` says on top of it."""
        return RunLook(
            self.bold if direct.bold is None else direct.bold,
            self.italic if direct.italic is None else direct.italic,
            direct.font or self.font,
        )

    def toggled(self, other: "RunLook") -> "RunLook":
        """Return the look where a paragraph style and a character style meet.

        Bold in both cancels out: toggle properties, ISO/IEC 29500-1, 17.7.3.
        """
        return RunLook(
            bool(self.bold) != bool(other.bold),
            bool(self.italic) != bool(other.italic),
            other.font or self.font,
        )


_PLAIN = RunLook()


class WordStyles:
    """The styles of one document ("kiểu định dạng của tệp Word")."""

    def __init__(self, root: "_Element | None") -> None:
        self._styles: dict[str, _Element] = {}
        self._looks: dict[str, RunLook] = {}
        self._numberings: dict[str, tuple[str, int] | None] = {}
        self.default_paragraph = ""
        self._base = _PLAIN
        if root is None:
            return
        defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self._base = replace(look_of(defaults), bold=None, italic=None)
        for style in root.iterchildren(W + "style"):
            name = style.get(W + "styleId") or ""
            self._styles[name] = style
            if style.get(W + "type") == "paragraph" and style.get(W + "default") in {"1", "true"}:
                self.default_paragraph = name

    def run_look(self, paragraph_style: str, properties: "_Element | None") -> RunLook:
        """Return how a run looks, given its paragraph's style and its own properties."""
        look = self._base.under(self._look(paragraph_style or self.default_paragraph))
        if properties is None:
            return look
        style = properties.find(W + "rStyle")
        if style is not None:
            look = look.toggled(self._look(style.get(W + "val") or ""))
        return look.under(look_of(properties))

    def numbering(self, paragraph_style: str) -> tuple[str, int] | None:
        """Return the list and level that a paragraph style numbers by, or None."""
        if paragraph_style not in self._numberings:
            self._numberings[paragraph_style] = None
            for style in self._chain(paragraph_style):
                properties = style.find(f"{W}pPr/{W}numPr")
                number = properties.find(W + "numId") if properties is not None else None
                if properties is not None and number is not None:
                    level = properties.find(W + "ilvl")
                    depth = level.get(W + "val") if level is not None else "0"
                    self._numberings[paragraph_style] = (
                        number.get(W + "val") or "0", int(depth or 0),
                    )  # fmt: skip
                    break
        return self._numberings[paragraph_style]

    def _look(self, name: str) -> RunLook:
        if name not in self._looks:
            look = _PLAIN
            for style in reversed(self._chain(name)):
                look = look.under(look_of(style.find(W + "rPr")))
            self._looks[name] = look
        return self._looks[name]

    def _chain(self, name: str) -> "list[_Element]":
        """Return the style and those it is based on; a circle ends it."""
        chain: list[_Element] = []
        seen: set[str] = set()
        while name in self._styles and name not in seen:
            seen.add(name)
            style = self._styles[name]
            chain.append(style)
            base = style.find(W + "basedOn")
            name = (base.get(W + "val") or "") if base is not None else ""
        return chain


def look_of(properties: "_Element | None") -> RunLook:
    """Return what one ``w:rPr`` says."""
    if properties is None:
        return _PLAIN
    fonts = properties.find(W + "rFonts")
    font = ""
    if fonts is not None:
        font = fonts.get(W + "ascii") or fonts.get(W + "hAnsi") or ""
    return RunLook(_toggle(properties, "b"), _toggle(properties, "i"), font)


def _toggle(properties: "_Element", tag: str) -> bool | None:
    element = properties.find(W + tag)
    if element is None:
        return None
    return element.get(W + "val") not in {"0", "false", "off", "none"}
