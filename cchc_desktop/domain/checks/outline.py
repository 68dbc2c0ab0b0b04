"""A part of the text as a tree: which passage belongs to which, and how each is called."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from cchc_desktop.domain.plan_text import (
    Passage,
    PassageKind,
    TextPart,
    TextPartKind,
    belongs,
)

_LONGEST_TITLE = 50
_ANNEX = re.compile(r"phụ lục(?: ([IVX\d]+)\b)?", re.IGNORECASE)
_UNNUMBERED = {
    PassageKind.DASH: "gạch đầu dòng thứ",
    PassageKind.PLUS: "dấu cộng thứ",
    PassageKind.TEXT: "đoạn",
    PassageKind.TABLE: "bảng",
    PassageKind.BASIS: "căn cứ thứ",
}


@dataclass(eq=False, slots=True)
class OutlineNode:
    """A passage with what it belongs to and what belongs to it ("mục").

    Attributes:
        place: Which passage of its part it is, from 0.
        parent: The heading it belongs to, or None at the top.
        siblings: All that belong to the same heading, in order, itself among them.
        children: What belongs to it directly.
    """

    part: TextPart
    passage: Passage
    place: int
    parent: "OutlineNode | None"
    siblings: list["OutlineNode"]
    children: list["OutlineNode"] = field(default_factory=list)

    @property
    def kind(self) -> PassageKind:
        """What kind of passage it is."""
        return self.passage.kind

    @property
    def text(self) -> str:
        """What it says, without its number."""
        return self.passage.text.text

    @property
    def above(self) -> Iterator["OutlineNode"]:
        """The headings above it, the nearest first."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    @property
    def following(self) -> Passage | None:
        """The passage printed right after it in its part, or None."""
        after = self.place + 1
        return self.part.passages[after] if after < len(self.part.passages) else None


@dataclass(frozen=True, eq=False, slots=True)
class TextOutline:
    """A part of the text as a tree ("dàn ý").

    Attributes:
        nodes: Every passage, in printed order.
        top: Those that belong to no heading.
    """

    part: TextPart
    nodes: tuple[OutlineNode, ...]
    top: tuple[OutlineNode, ...]

    def lists(self) -> Iterator[list[OutlineNode]]:
        """Yield the passages that belong together: those at the top, and under each heading."""
        if self.top:
            yield list(self.top)
        for node in self.nodes:
            if node.children:
                yield node.children


def outline(part: TextPart) -> TextOutline:
    """Return a part's passages as a tree."""
    top: list[OutlineNode] = []
    nodes: list[OutlineNode] = []
    opened: list[OutlineNode] = []
    for place, passage in enumerate(part.passages):
        while opened and not belongs(passage, opened[-1].kind.rank):
            opened.pop()
        parent = opened[-1] if opened else None
        siblings = parent.children if parent else top
        node = OutlineNode(part, passage, place, parent, siblings)
        siblings.append(node)
        nodes.append(node)
        if passage.is_heading:
            opened.append(node)
    return TextOutline(part, tuple(nodes), tuple(top))


def part_name(part: TextPart) -> str:
    """Return a part as an officer would name it."""
    match part.kind:
        case TextPartKind.DECISION:
            return "Quyết định"
        case TextPartKind.BODY:
            return "Phần lời"
        case TextPartKind.ANNEX:
            title = " ".join(part.title.text.split())
            named = _ANNEX.match(title)
            if named:
                return named[0].capitalize() if named[1] is None else f"Phụ lục {named[1]}"
            short = title if len(title) <= _LONGEST_TITLE else f"{title[:_LONGEST_TITLE].rstrip()}…"
            return f"Phụ lục “{short}”" if short else "Phụ lục khác"


def node_name(node: OutlineNode) -> str:
    """Return a passage as an officer would name it: "II.3", "IV.2.a)", "II.3, đoạn 1"."""
    numbers: list[str] = []
    loose = ""
    for each in (node, *node.above):
        if each.kind in _UNNUMBERED or not each.passage.number:
            loose = loose or _loose_name(each)
        else:
            numbers.append(_number(each))
    chain = ".".join(reversed(_without_carried(numbers)))
    return ", ".join(part for part in (chain, loose) if part)


def _without_carried(numbers: list[str]) -> list[str]:
    """Leave out numbers that the one below them repeats: "2" beside "2.1"."""
    kept: list[str] = []
    for number in numbers:
        if not (kept and kept[-1].startswith(f"{number}.")):
            kept.append(number)
    return kept


def _number(node: OutlineNode) -> str:
    return node.passage.number.rstrip(" .-–")


def _loose_name(node: OutlineNode) -> str:
    words = _UNNUMBERED.get(node.kind, "đoạn")
    same = [other for other in node.siblings if other.kind is node.kind]
    if node.parent is None and node.kind is PassageKind.TEXT:
        return _loose_name_at_top(node, same)
    return f"{words} {same.index(node) + 1}"


def _loose_name_at_top(node: OutlineNode, same: list[OutlineNode]) -> str:
    """Return "mở đầu, đoạn 1" above the first heading, "kết thúc, đoạn 1" below the last."""
    headings = [other.place for other in node.siblings if other.passage.is_heading]
    is_opening = not headings or node.place < headings[0]
    near = [x for x in same if (not headings or x.place < headings[0]) is is_opening]
    where = "mở đầu" if is_opening else "kết thúc"
    return f"{where}, đoạn {near.index(node) + 1}"
