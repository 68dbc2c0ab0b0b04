"""Skeletons of plan texts: complete official wordings that an officer starts from, as data.

A skeleton's lines are written "kind: words".  Kinds are those of passages, and some that the
program fills in: the fields of reform from the plan's own sections, the agencies from its
assignments, and a block for each milestone of a plan for several years.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from cchc_desktop.domain.data_file import Table
from cchc_desktop.domain.plan import Plan, PlanId
from cchc_desktop.domain.plan_text import (
    Passage,
    PassageKind,
    PlanDocument,
    PlanText,
    TextPart,
    TextPartKind,
)
from cchc_desktop.domain.plan_text_numbering import numbered
from cchc_desktop.domain.report_text import LiveText
from cchc_desktop.domain.vietnamese import nfc, search_key

BLANK = "[…]"
"""What stands where the officer has to write."""

_FIELD = re.compile(r"\{([a-z_.0-9]+)\}")
_SECTIONS = "sections"
_AGENCIES = "agencies"
_CLOSING = "closing"
_EACH_MILESTONE = "milestone "
_KINDS = frozenset(PassageKind) - {PassageKind.TABLE}
# A title in capitals, brought to small letters, gets these back.
_NAMES = ("Chính quyền điện tử", "Chính quyền số", "UBND", "HĐND", "Nhân dân", "Đảng")


@dataclass(frozen=True, slots=True)
class SkeletonLine:
    """One line of a skeleton ("dòng của mẫu").

    Attributes:
        kind: What it becomes; None for what the program fills in.
        words: With fields in braces: "{plan.year}".
        filled: "sections" or "agencies" where the program fills in, else "".
        is_closing: Whether it belongs to the paper itself and not to the last heading.
        for_milestone: Whether it is repeated, with its neighbours, for each milestone.
    """

    kind: PassageKind | None
    words: str = ""
    filled: str = ""
    is_closing: bool = False
    for_milestone: bool = False


@dataclass(frozen=True, slots=True)
class SkeletonPart:
    """A paper of a skeleton ("phần của mẫu")."""

    kind: TextPartKind
    title: str
    lines: tuple[SkeletonLine, ...]


@dataclass(frozen=True, slots=True)
class FieldOfReform:
    """What a plan usually says of a field of reform ("lĩnh vực trong mẫu").

    Attributes:
        title: Its heading where the plan has no sections yet.
        words: A section is of this field if its title has one of these.
        lines: What is said of it.
    """

    title: str
    words: tuple[str, ...]
    lines: tuple[SkeletonLine, ...]


@dataclass(frozen=True, slots=True)
class TextSkeleton:
    """A wording that a plan's text can start from ("mẫu kế hoạch").

    Attributes:
        for_period: Whether it is meant for plans for several years.
        with_decision: Whether the plan is issued by a decision.
        type_name: What the plan calls itself.
        recipients: "Nơi nhận", with fields in braces.
        fields: What is said of each field of reform.
        source: Where its outline comes from.
    """

    id: str
    title: str
    for_period: bool
    with_decision: bool
    type_name: str
    parts: tuple[SkeletonPart, ...]
    recipients: tuple[str, ...]
    fields: tuple[FieldOfReform, ...]
    source: str


def parse_skeletons(data: Mapping[str, object], file: str) -> tuple[TextSkeleton, ...]:
    """Return the skeletons that a data file holds; ``file`` names it in errors.

    Raises:
        CatalogueDamaged: Something in it does not hold: an unknown kind, a skeleton without a
            body, an id given twice.
    """
    table = Table(data, file)
    table.allow("skeleton", "field")
    fields = tuple(_field(entry) for entry in table.tables("field"))
    skeletons = tuple(_skeleton(entry, fields) for entry in table.tables("skeleton"))
    if len({skeleton.id for skeleton in skeletons}) < len(skeletons):
        table.refuse("id given twice")
    return skeletons


def expand(
    skeleton: TextSkeleton,
    plan: Plan,
    fields: Mapping[str, str],
    agencies: Sequence[Passage] = (),
) -> PlanText:
    """Return the text that a plan starts from, numbered, its fields marked as live.

    Args:
        skeleton: What to start from.
        plan: Whose sections and milestones it takes.
        fields: What each field says now, by its code; one that says nothing becomes a place
            to be filled in.
        agencies: What each agency has to do, as ``implementation_draft`` words it.
    """
    writer = _Writer(skeleton, plan, fields, agencies)
    return PlanText(tuple(writer.part(part) for part in skeleton.parts))


def paper_of(skeleton: TextSkeleton, plan_id: PlanId, fields: Mapping[str, str]) -> PlanDocument:
    """Return how the paper of a plan that starts from a skeleton begins and ends."""
    names = (_plain(line, fields) for line in skeleton.recipients)
    return PlanDocument(plan_id, skeleton.type_name, tuple(name for name in names if name))


def live_markup(words: str, fields: Mapping[str, str]) -> LiveText:
    """Return words whose fields in braces are marked as live; unknown braces stay as they are.

    Bold and italic are written "<b>", "<i>".
    """

    def filled(match: re.Match[str]) -> str:
        if match[1] not in fields:
            return match[0]
        said = fields[match[1]]
        return f'<f code="{match[1]}">{escape(said, quote=False)}</f>' if said else BLANK

    return LiveText.from_markup(_FIELD.sub(filled, nfc(words)))


def sentence_case(title: str) -> str:
    """Return a title in capitals as a heading in small letters; any other as it is."""
    if not title.isupper():
        return title
    words = title.capitalize()
    for name in _NAMES:
        words = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", name, words, flags=re.IGNORECASE)
    return words


class _Writer:
    def __init__(
        self,
        skeleton: TextSkeleton,
        plan: Plan,
        fields: Mapping[str, str],
        agencies: Sequence[Passage],
    ) -> None:
        self._skeleton = skeleton
        self._plan = plan
        self._fields = fields
        self._agencies = agencies

    def part(self, part: SkeletonPart) -> TextPart:
        title = live_markup(part.title, self._fields)
        return TextPart(part.kind, title, numbered(self._passages(part.lines)))

    def _passages(self, lines: Sequence[SkeletonLine]) -> Iterator[Passage]:
        rank = 0
        for line in self._repeated(lines):
            made = self._agencies if line.filled == _AGENCIES else tuple(self._made(line, rank))
            for passage in made:
                rank = passage.kind.rank or rank
                yield passage

    def _made(self, line: SkeletonLine, rank: int) -> Iterator[Passage]:
        if line.filled == _SECTIONS:
            yield from self._sections()
        elif line.kind is not None:
            text = live_markup(line.words, self._fields)
            level = 0 if line.is_closing or line.kind is PassageKind.BASIS else rank
            yield Passage(line.kind, text, line.kind.rank or level)

    def _repeated(self, lines: Sequence[SkeletonLine]) -> Iterator[SkeletonLine]:
        years = self._plan.milestones or (self._plan.last_year or self._plan.year,)
        block: list[SkeletonLine] = []
        for line in (*lines, None):
            if line is not None and line.for_milestone:
                block.append(line)
                continue
            for year in years if block else ():
                for one in block:
                    words = one.words.replace("{milestone}", str(year))
                    yield SkeletonLine(one.kind, words)
            block = []
            if line is not None:
                yield line

    def _sections(self) -> Iterator[Passage]:
        """Yield the fields of reform: of the plan's sections, else all that the data has."""
        titled = [section for section in self._plan.sections if section.title]
        for section in titled:
            field = self._field_of(section.title.text)
            contents = [_dash(task.content.text) for task in section.tasks]
            lines = field.lines if field else contents
            yield from self._field(sentence_case(section.title.text), lines)
        for field in () if titled else self._skeleton.fields:
            yield from self._field(field.title, field.lines)

    def _field(self, title: str, lines: Iterable[SkeletonLine]) -> Iterator[Passage]:
        heading = LiveText.from_markup(f"<b>{escape(title, quote=False)}</b>")
        yield Passage(PassageKind.ITEM, heading, PassageKind.ITEM.rank)
        for line in lines:
            yield from self._made(line, PassageKind.ITEM.rank)

    def _field_of(self, title: str) -> FieldOfReform | None:
        key = search_key(title)
        return next(
            (f for f in self._skeleton.fields if any(search_key(w) in key for w in f.words)), None
        )


def _dash(content: str) -> SkeletonLine:
    return SkeletonLine(PassageKind.DASH, escape(content.rstrip(" .;:"), quote=False) + ".")


def _plain(words: str, fields: Mapping[str, str]) -> str:
    """Return words with their fields filled in, or "" where a field says nothing."""
    codes = _FIELD.findall(words)
    if any(not fields.get(code) for code in codes):
        return ""
    return _FIELD.sub(lambda match: fields[match[1]], words)


def _skeleton(entry: Table, fields: tuple[FieldOfReform, ...]) -> TextSkeleton:
    entry.allow(
        "id", "title", "for_period", "with_decision", "type_name", "part", "recipients", "source"
    )
    parts = tuple(_part(part) for part in entry.tables("part"))
    kinds = [part.kind for part in parts]
    if kinds.count(TextPartKind.BODY) != 1:
        entry.refuse("exactly one body is needed")
    if (TextPartKind.DECISION in kinds) is not entry.flag("with_decision"):
        entry.refuse("with_decision and the parts disagree")
    return TextSkeleton(
        id=entry.text("id"),
        title=entry.text("title"),
        for_period=entry.flag("for_period"),
        with_decision=entry.flag("with_decision"),
        type_name=entry.text("type_name", "Kế hoạch"),
        parts=parts,
        recipients=entry.texts("recipients"),
        fields=fields,
        source=entry.text("source"),
    )


def _part(entry: Table) -> SkeletonPart:
    entry.allow("kind", "title", "lines")
    lines = tuple(parse_line(entry, line) for line in entry.texts("lines"))
    return SkeletonPart(entry.choice("kind", TextPartKind), entry.text("title"), lines)


def _field(entry: Table) -> FieldOfReform:
    entry.allow("title", "words", "lines")
    lines = tuple(parse_line(entry, line) for line in entry.texts("lines"))
    return FieldOfReform(entry.text("title"), entry.texts("words"), lines)


def parse_line(entry: Table, line: str) -> SkeletonLine:
    """Return a line that a data file holds; raises CatalogueDamaged for an unknown kind."""
    if line in (_SECTIONS, _AGENCIES):
        return SkeletonLine(None, filled=line)
    kind, colon, words = line.partition(": ")
    for_milestone = kind.startswith(_EACH_MILESTONE)
    kind = kind.removeprefix(_EACH_MILESTONE)
    if kind == _CLOSING and colon:
        return SkeletonLine(PassageKind.TEXT, words.strip(), is_closing=True)
    if kind not in _KINDS or not words.strip():
        entry.refuse(f"unknown line: {line}")
    return SkeletonLine(PassageKind(kind), words.strip(), for_milestone=for_milestone)
