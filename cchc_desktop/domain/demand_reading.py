"""Proposes what a document from above asks, from its outline: targets and tasks, each by when.

A passage is a demand when it says something of its own below a heading on targets or on tasks.
The nearest such heading decides which it is; a heading that names both ("MỤC TIÊU, NHIỆM VỤ")
leaves it to the headings below.  Standpoints, standing, causes and the closing words ask nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from cchc_desktop.domain.demand import DemandKind
from cchc_desktop.domain.demand_annex import annex_demands
from cchc_desktop.domain.demand_coverage import passage_places
from cchc_desktop.domain.demand_milestone import (
    document_milestone,
    milestones,
    own_milestones,
    without_lead,
)
from cchc_desktop.domain.demand_proposal import HEADING_SEPARATOR, DemandProposal
from cchc_desktop.domain.demand_tables import table_targets
from cchc_desktop.domain.demand_words import (
    asked_deadline,
    asks_for_a_figure,
    heading_agencies,
    lead_agencies,
    sentence_agencies,
    year_of_deadline,
)
from cchc_desktop.domain.document_draft import DocumentDraft
from cchc_desktop.domain.numbering import roman
from cchc_desktop.domain.plan_text import Passage, PassageKind, TextPart, TextPartKind
from cchc_desktop.domain.report_text import LiveText
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.vietnamese import fold, one_line

_TARGET = re.compile(r"\b(?:muc tieu|chi tieu)\b")
_TASK = re.compile(
    r"\b(?:nhiem vu|giai phap|to chuc thuc hien|to chuc trien khai|phan cong|trach nhiem|"
    r"kinh phi|noi dung thuc hien|noi dung)\b"
)
_ORGANISING = re.compile(
    r"\b(?:to chuc thuc hien|to chuc trien khai|phan cong|trach nhiem (?:cua|thuc hien))\b"
)
_FUNDING = re.compile(r"\b(?:kinh phi|nguon luc tai chinh)\b")
_NOTHING = re.compile(
    r"\b(?:quan diem|muc dich|yeu cau|tinh hinh|thuc trang|nguyen nhan|ket qua dat duoc|han che|"
    r"ton tai|su can thiet|can cu|danh gia chung|pham vi|doi tuong)\b"
)
_GENERAL = re.compile(r"\b(?:muc tieu chung|muc tieu tong quat|muc tieu)$")
_CLOSING = re.compile(
    r"^(?:trong qua trinh|tren day la|nghi quyet nay|ke hoach nay|quyet dinh nay|"
    r"neu co (?:kho khan|vuong mac)|yeu cau (?:cac|thu truong)|de nghi (?:cac|thu truong))"
)
# Shorter ones that do not end as a sentence are titles.
_FEWEST_WORDS = 8
_COUNTED = re.compile(r"(\(\d+\))\s+")
_TITLE_END = re.compile(r"[\w)”\"’]$")


@dataclass(frozen=True, slots=True)
class _Zone:
    """What the headings above a passage say of it.

    Attributes:
        rank: How high the heading stands.
        kind: What is asked below it; None where it leaves that open.
        is_silent: Whether nothing below it is a demand.
        is_general: Whether it holds the general aim.
        is_organising: Whether it says who does what.
        is_funding: Whether it says where the money comes from.
        agencies: Who does what stands below it, in its words, or "".
    """

    rank: int
    title: str
    kind: DemandKind | None = None
    is_silent: bool = False
    is_general: bool = False
    is_organising: bool = False
    is_funding: bool = False
    agencies: str = ""


def read_demands(draft: DocumentDraft) -> tuple[DemandProposal, ...]:
    """Return what a document asks, in its order: its text's demands, then its task annex's."""
    found: list[DemandProposal] = []
    title = draft.head.title
    for part in draft.text.parts:
        if part.kind is TextPartKind.BODY and part.title:
            title = part.title.text
    default = document_milestone(one_line(title))
    names = _annex_names(draft)
    for part in draft.text.parts:
        if part.kind is not TextPartKind.DECISION:
            annex = next(names) if part.kind is TextPartKind.ANNEX else ""
            found += (
                replace(item, place=", ".join(filter(None, (annex, item.place))))
                for item in _of_part(_without_broken_lines(part), default)
            )
    if draft.annex is not None:
        found += annex_demands(draft.annex, default)
    return tuple(found)


def _annex_names(draft: DocumentDraft) -> Iterator[str]:
    """Yield how the further annexes are called: by Roman numbers where there are several.

    Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục III.1: a single annex has no number.
    """
    annexes = [part for part in draft.text.parts if part.kind is TextPartKind.ANNEX]
    is_alone = len(annexes) + (draft.annex is not None) == 1
    for number, _ in enumerate(annexes, 1):
        yield "Phụ lục" if is_alone else f"Phụ lục {roman(number)}"


def _of_part(part: TextPart, default: int | None) -> Iterator[DemandProposal]:
    years = tuple(milestones(part, default))
    places = passage_places(part)
    zones: list[_Zone] = []
    for place, passage in enumerate(part.passages):
        rank = passage.kind.rank
        limit = rank or passage.level + 1
        while zones and zones[-1].rank >= limit:
            zones.pop()
        words = one_line(passage.text.text)
        if part.has_children(place):
            zones.append(_zone(words, rank, zones))
        proposal = _proposal(part, place, tuple(zones))
        if proposal is not None:
            number = _COUNTED.match(proposal.text.text)
            if number:
                bare = RichText.plain(proposal.text.text[number.end() :])
                proposal = replace(proposal, text=bare)
            named = f"{places[place]}.{number[1]}" if number else places[place]
            yield from _by_year(replace(proposal, place=named), words, years[place])
        if passage.table is not None:
            for target in table_targets(passage.table, years[place]):
                yield DemandProposal(
                    DemandKind.TARGET,
                    RichText.plain(target.words),
                    ".".join(name for name in (places[place], target.number) if name),
                    target.year,
                    heading=zones[-1].title if zones else one_line(part.title.text),
                )


def _without_broken_lines(part: TextPart) -> TextPart:
    """Return the paper with sentences that a page's end broke in two made whole again."""
    passages: list[Passage] = []
    for passage in part.passages:
        words = passage.text.text
        before = passages[-1] if passages else None
        if (
            before is not None
            and passage.kind is PassageKind.TEXT
            and words[:1].islower()
            and before.text
            and not before.text.text.endswith((".", ":", ";"))
        ):
            whole = RichText.plain(f"{before.text.text} {words}")
            passages[-1] = replace(before, text=LiveText(whole))
        else:
            passages.append(passage)
    return replace(part, passages=tuple(passages))


def _zone(words: str, rank: int, above: list[_Zone]) -> _Zone:
    """Return what a heading says of all below it; what it does not say, those above say."""
    title = fold(words.partition(":")[0] if len(words.split()) > 2 * _FEWEST_WORDS else words)
    is_title = len(words.split()) <= 3 * _FEWEST_WORDS
    is_target = is_title and bool(_TARGET.search(title))
    is_task = is_title and bool(_TASK.search(title))
    is_silent = is_title and bool(_NOTHING.search(title)) and not is_target and not is_task
    outer = above[-1] if above else None
    kind = outer.kind if outer else None
    if is_target != is_task:
        kind = DemandKind.TARGET if is_target else DemandKind.TASK
    inherited = outer is not None and outer.is_silent and not is_target and not is_task
    is_organising = bool(outer and outer.is_organising) or bool(
        is_title and _ORGANISING.search(title)
    )
    agencies = heading_agencies(words) if is_organising else ""
    return _Zone(
        rank,
        words,
        kind,
        is_silent or inherited,
        is_target and bool(_GENERAL.search(title.strip(" .:"))),
        is_organising,
        is_title and bool(_FUNDING.search(title)),
        agencies or (outer.agencies if outer else ""),
    )


def _proposal(part: TextPart, place: int, zones: tuple[_Zone, ...]) -> DemandProposal | None:
    """Return what a passage asks, or None where it asks nothing."""
    passage = part.passages[place]
    has_children = part.has_children(place)
    above = zones[:-1] if has_children else zones
    words = without_lead(one_line(passage.text.text)).strip()
    if not above or not words or above[-1].is_silent or not _says_something(passage, words):
        return None
    if has_children and not _is_whole_sentence(words):
        return None
    if passage.kind is PassageKind.TEXT and words.endswith(":"):
        return None
    zone = above[-1]
    kind = zone.kind
    figure = asks_for_a_figure(words)
    if kind is None:
        if passage.kind is PassageKind.TEXT and not figure:
            return None
        kind = DemandKind.TARGET if figure else DemandKind.TASK
    is_general = zone.is_general and passage.kind is PassageKind.TEXT and not figure
    agencies = lead_agencies(words) or zone.agencies or sentence_agencies(words)
    is_asked = bool(agencies) or not zone.is_funding
    return DemandProposal(
        kind,
        RichText.plain(_opened(words)),
        deadline=asked_deadline(words),
        agencies=agencies,
        heading=HEADING_SEPARATOR.join(zone.title for zone in above),
        is_chosen=is_asked and not is_general and not _CLOSING.match(fold(words)),
    )


def _says_something(passage: Passage, words: str) -> bool:
    """Tell a statement from a title: "1. Cải cách thể chế" asks nothing by itself."""
    if passage.kind in (PassageKind.BASIS, PassageKind.TABLE, PassageKind.ARTICLE):
        return False
    if passage.kind is PassageKind.PART:
        return _is_whole_sentence(words)
    return len(words.split()) >= _FEWEST_WORDS or not _TITLE_END.search(words)


def _is_whole_sentence(words: str) -> bool:
    return len(words.split()) >= _FEWEST_WORDS and words.endswith((".", ";", "./."))


def _opened(words: str) -> str:
    return words.removesuffix("./.").rstrip(" ;") if words.endswith(("./.", ";")) else words


def _by_year(proposal: DemandProposal, words: str, year: int | None) -> Iterator[DemandProposal]:
    """Yield the demand once for each year it names, and once for each target of a list."""
    own = own_milestones(words)
    pieces = _targets(proposal) if len(own) <= 1 else (proposal.text.text,)
    if len(own) > 1 and proposal.kind is DemandKind.TARGET:
        for milestone in own:
            yield replace(proposal, milestone=milestone)
        return
    by = own[-1] if own else year_of_deadline(proposal.deadline) or year
    for piece in pieces:
        yield replace(proposal, text=RichText.plain(piece), milestone=by)


def _targets(proposal: DemandProposal) -> tuple[str, ...]:
    """Return the targets that one sentence lists between semicolons, or the sentence."""
    words = proposal.text.text
    pieces = [piece.strip(" .") for piece in words.split(";")]
    is_list = (
        proposal.kind is DemandKind.TARGET
        and len(pieces) > 2
        and all(re.match(r"(?:ty le|chi so|\d)", fold(piece)) for piece in pieces[1:])
    )
    return tuple(piece[:1].upper() + piece[1:] for piece in pieces) if is_list else (words,)
