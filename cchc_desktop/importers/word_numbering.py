"""Works out the numbers that Word prints by itself and does not keep in the text."""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cchc_desktop.domain.numbering import roman
from cchc_desktop.importers.word_styles import W, WordStyles

if TYPE_CHECKING:
    from lxml.etree import _Element

_PLACEHOLDER = re.compile(r"%([1-9])")
_DEEPEST = 9


@dataclass(frozen=True, slots=True)
class _Level:
    form: str = "decimal"
    text: str = "%1."
    start: int = 1
    is_legal: bool = False


@dataclass(slots=True)
class _List:
    """One abstract list: its levels, and how far it has counted."""

    levels: dict[int, _Level] = field(default_factory=dict)
    counts: dict[int, int] = field(default_factory=dict)


class WordNumbering:
    """The running numbers of one document; ask in the order of the document."""

    def __init__(self, root: "_Element | None", styles: WordStyles) -> None:
        self._styles = styles
        self._lists: dict[str, _List] = {}
        self._abstract_of: dict[str, str] = {}
        self._overrides: dict[str, dict[int, int]] = {}
        self._replaced: dict[str, dict[int, _Level]] = {}
        if root is None:
            return
        linked: dict[str, str] = {}
        defining: dict[str, str] = {}
        for abstract in root.iterchildren(W + "abstractNum"):
            key = abstract.get(W + "abstractNumId") or ""
            self._lists[key] = _List(_levels(abstract))
            _note_link(abstract, "numStyleLink", linked, key)
            _note_link(abstract, "styleLink", defining, key)
        by_style = {style: key for key, style in defining.items()}
        for key, style in linked.items():
            if style in by_style:
                self._lists[key] = self._lists[by_style[style]]
        for number in root.iterchildren(W + "num"):
            self._add_number(number)

    def next_number(self, paragraph: "_Element", style: str) -> str:
        """Return the number Word prints before ``paragraph``, or "" if it has none."""
        properties = paragraph.find(f"{W}pPr/{W}numPr")
        reference = self._styles.numbering(style or self._styles.default_paragraph)
        if properties is not None:
            number, level = properties.find(W + "numId"), properties.find(W + "ilvl")
            depth = _integer(level, reference[1] if reference else 0)
            name = (
                (number.get(W + "val") or "0")
                if number is not None
                else (reference[0] if reference else "0")
            )
            reference = (name, depth)
        if reference is None or reference[0] == "0":
            return ""
        return self._count(*reference)

    def _add_number(self, number: "_Element") -> None:
        name = number.get(W + "numId") or ""
        abstract = number.find(W + "abstractNumId")
        self._abstract_of[name] = (abstract.get(W + "val") or "") if abstract is not None else ""
        for override in number.iterchildren(W + "lvlOverride"):
            level = int(override.get(W + "ilvl") or 0)
            start = override.find(W + "startOverride")
            if start is not None:
                self._overrides.setdefault(name, {})[level] = _integer(start, 1)
            definition = override.find(W + "lvl")
            if definition is not None:
                self._replaced.setdefault(name, {})[level] = _level(definition)

    def _count(self, name: str, depth: int) -> str:
        found = self._lists.get(self._abstract_of.get(name, ""))
        if found is None or not 0 <= depth < _DEEPEST:
            return ""
        levels = {**found.levels, **self._replaced.get(name, {})}
        level = levels.get(depth, _Level(text=f"%{depth + 1}."))
        overrides = self._overrides.get(name, {})
        if depth in overrides:
            # A restart holds once, at the first paragraph of the list.
            found.counts[depth] = overrides.pop(depth) - 1
        found.counts[depth] = found.counts.get(depth, level.start - 1) + 1
        for deeper in [d for d in found.counts if d > depth]:
            del found.counts[deeper]
        if level.form == "bullet":
            return "-"
        if level.form == "none":
            return _PLACEHOLDER.sub("", level.text).strip()

        def shown(match: re.Match[str]) -> str:
            other = int(match[1]) - 1
            definition = levels.get(other, _Level())
            value = found.counts.get(other, definition.start)
            form = "decimal" if level.is_legal and other != depth else definition.form
            return _written(value, form)

        return _PLACEHOLDER.sub(shown, level.text).strip()


def _note_link(abstract: "_Element", tag: str, links: dict[str, str], key: str) -> None:
    link = abstract.find(W + tag)
    if link is not None:
        links[key] = link.get(W + "val") or ""


def _levels(abstract: "_Element") -> dict[int, _Level]:
    return {
        int(level.get(W + "ilvl") or 0): _level(level) for level in abstract.iterchildren(W + "lvl")
    }


def _level(element: "_Element") -> _Level:
    form, text = element.find(W + "numFmt"), element.find(W + "lvlText")
    return _Level(
        (form.get(W + "val") or "decimal") if form is not None else "decimal",
        (text.get(W + "val") or "") if text is not None else "",
        _integer(element.find(W + "start"), 1),
        element.find(W + "isLgl") is not None,
    )


def _integer(element: "_Element | None", default: int) -> int:
    value = element.get(W + "val") if element is not None else None
    return int(value) if value and value.lstrip("-").isdecimal() else default


def _written(value: int, form: str) -> str:
    if value < 1:
        return str(value)
    if form in {"upperRoman", "lowerRoman"} and value < 4000:
        return roman(value) if form == "upperRoman" else roman(value).lower()
    if form in {"upperLetter", "lowerLetter"}:
        # Word goes on with aa, bb, cc after z.
        repeat, index = divmod(value - 1, 26)
        letters = chr(97 + index) * (repeat + 1)
        return letters.upper() if form == "upperLetter" else letters
    return f"{value:02d}" if form == "decimalZero" else str(value)
