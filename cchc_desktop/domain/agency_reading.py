"""Recognises the agencies and groups in the wording of an assignment.

The longest known name wins.  A kind of body said once holds for what follows it:
"Các Phòng: Kinh tế - Hạ tầng, Tư pháp", "UBND các xã: Quảng Sơn, Lâm Sơn".  Every
letter and digit is part of a mention, except the words of
``agency_unknown.CONNECTING_PHRASES`` and list marks ("1.", "a)").
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from functools import lru_cache

from cchc_desktop.domain.agency import (
    Agency,
    AgencyCatalogue,
    AgencyGroup,
    AgencyKind,
    AgencyReading,
    Mention,
)
from cchc_desktop.domain.agency_kind_words import (
    DETERMINERS,
    GROUP_TAILS,
    HEADS,
    LEVELS,
    plural_heads,
)
from cchc_desktop.domain.agency_names import (
    COMMA,
    NameIndex,
    Word,
    Words,
    keys_of,
    name_words,
    prefix_length,
    words_of,
)
from cchc_desktop.domain.agency_unknown import NAME_STARTS, unknown_mentions
from cchc_desktop.domain.vietnamese import fold, one_line

_SKIPPED = frozenset({COMMA, "\n"})
_PLACE_LENGTH = 4
_LEAST_LIKENESS = 0.6
_NOT_MUCH_LESS = 0.2


@dataclass(frozen=True, slots=True)
class _Found:
    end: int
    agency: Agency | None = None
    group: AgencyGroup | None = None


class AgencyReader:
    """Tells whom a wording names, by the names valid on one day ("đọc tên cơ quan")."""

    def __init__(self, catalogue: AgencyCatalogue, day: date) -> None:
        self._agencies: NameIndex[Agency] = NameIndex(skipped=("\n",))
        self._groups: NameIndex[AgencyGroup] = NameIndex(skipped=_SKIPPED)
        # "Các cơ quan" is a group, "cơ quan" alone is not.
        self._plural_groups: NameIndex[AgencyGroup] = NameIndex(skipped=_SKIPPED)
        self._after_head: dict[Words, NameIndex[Agency]] = {}
        self._places: set[Words] = set()
        valid = [agency for agency in catalogue.agencies if agency.is_valid_on(day)]
        for spelling in (_official_name, _short_name, _aliases):
            for agency in valid:
                for words in spelling(agency):
                    self._add_agency(words, agency)
        for group in catalogue.groups:
            for name in (group.name, *group.aliases):
                words = name_words(name)
                bare = words[prefix_length(words, DETERMINERS) :]
                is_plain = bare == words or COMMA in words
                (self._groups if is_plain else self._plural_groups).add(bare, group)
        self._read = lru_cache(maxsize=16384)(self._read_anew)

    def read(self, text: str) -> AgencyReading:
        """Return whom ``text`` names; the mentions' places are those in ``text``."""
        return self._read(text)

    def _add_agency(self, words: Words, agency: Agency) -> None:
        self._agencies.add(words, agency)
        if agency.kind is AgencyKind.OFFICE:
            self._places.update(_places_in(words))
        for head in HEADS:
            if words[: len(head)] == head and len(words) > len(head):
                rest = words[len(head) :]
                index = self._after_head.setdefault(head, NameIndex(skipped=("\n",)))
                index.add(rest, agency)
                if head == ("ubnd",) and agency.kind is AgencyKind.COMMUNE:
                    self._agencies.add(rest, agency)

    def _read_anew(self, text: str) -> AgencyReading:
        words = words_of(text)
        mentions: list[Mention] = []
        heads: list[Words] = []
        unknown_from = index = 0
        while index < len(words):
            if _opens_a_reference(words, index):
                index = _segment_end(words, index)
                continue
            found, heads = self._name_at(words, index, heads)
            if found is None:
                index += 1
                continue
            mentions += unknown_mentions(text, words[unknown_from:index])
            mentions.append(_mention(text, words[index].start, words[found.end - 1].end, found))
            unknown_from = index = found.end
        mentions += unknown_mentions(text, words[unknown_from:])
        return AgencyReading(tuple(mentions))

    def _name_at(
        self, words: list[Word], index: int, heads: list[Words]
    ) -> tuple[_Found | None, list[Words]]:
        """Return the name that begins at ``index``, and the kinds of body said by now."""
        if words[index].is_break:
            return None, heads
        listed = self._listed_at(words, index)
        if listed:
            return listed
        best = self._whole_name_at(words, index)
        carried = self._carried_at(words, index, heads)
        if best is None or (carried and carried.end > best.end):
            return carried, heads
        if best.agency:
            keys = tuple(w.key for w in words[index : best.end])
            heads = [h for h in HEADS if keys[: len(h)] == h] or heads
        else:
            heads = []
        return best, heads

    def _listed_at(self, words: list[Word], index: int) -> tuple[_Found | None, list[Words]] | None:
        """Return the first of "các phòng: …" or "UBND các xã, thị trấn: …"."""
        heads, position = plural_heads(words, index)
        if not heads:
            return None
        has_colon = position < len(words) and words[position].key == ":"
        if has_colon:
            position += 1
        first = self._carried_at(words, position, heads)
        if first is None and has_colon:
            whole = self._whole_name_at(words, position)
            return (whole, heads) if whole else (None, heads)
        return (first, heads) if first else None

    def _whole_name_at(self, words: list[Word], index: int) -> _Found | None:
        start = index + prefix_length(keys_of(words, index, 3), DETERMINERS)
        # A name may itself begin with "các" ("Các thôn, tổ dân phố").
        agency = self._agencies.longest(words, index) or self._agencies.longest(words, start)
        group = self._groups.longest(words, start)
        plural = self._plural_groups.longest(words, start) if start > index else None
        if plural and (group is None or plural[0] > group[0]):
            group = plural
        if group and (agency is None or group[0] > agency[0]):
            return _Found(self._group_end(words, group[0]), group=group[1])
        return self._with_place(words, agency)

    def _carried_at(self, words: list[Word], index: int, heads: list[Words]) -> _Found | None:
        matches = [
            match
            for head in heads
            if head in self._after_head and (match := self._after_head[head].longest(words, index))
        ]
        return self._with_place(words, max(matches, key=lambda m: m[0], default=None))

    def _with_place(self, words: list[Word], match: tuple[int, Agency] | None) -> _Found | None:
        """Take in "huyện" or "huyện Ninh Sơn" after a name, unless it is another's."""
        if match is None:
            return None
        end, agency = match
        if agency.kind in (AgencyKind.COMMUNE, AgencyKind.SUPERIOR):
            return _Found(end, agency)
        level = prefix_length(keys_of(words, end, 2), LEVELS)
        if not level:
            last_is_level = any(
                keys_of(words, end - len(x), len(x)) == x for x in LEVELS if end > len(x)
            )
            if not last_is_level:
                return _Found(end, agency)
        place_end = self._place_end(words, end + level)
        if place_end is None:
            return None
        return _Found(place_end, agency)

    def _place_end(self, words: list[Word], start: int) -> int | None:
        """Return where the place name from ``start`` ends, or None if it is not ours."""
        end = start
        while end < min(start + _PLACE_LENGTH, len(words)) and words[end].is_capital:
            if (end == start and words[end].key in NAME_STARTS) or self._agencies.longest(
                words, end
            ):
                break
            end += 1
        place = keys_of(words, start, end - start)
        for length in range(len(place), 0, -1):
            if place[:length] in self._places:
                return start + length
        return end if not place or not self._places else None

    def _group_end(self, words: list[Word], end: int) -> int:
        """Take in "liên quan", "trên địa bàn huyện" and the like after a group."""
        while tail := prefix_length(keys_of(words, end, 3), GROUP_TAILS):
            qualified = end + tail
            level = prefix_length(keys_of(words, qualified, 2), LEVELS)
            if not level and keys_of(words, end, tail) in (("của",), ("cấp",), ("thuộc",)):
                break
            end = qualified + level
            if level:
                end = self._place_end(words, end) or end
        level = prefix_length(keys_of(words, end, 2), LEVELS)
        return (self._place_end(words, end + level) or end) if level else end


def suggest_alias(unknown: str, catalogue: AgencyCatalogue) -> tuple[Agency | AgencyGroup, ...]:
    """Return up to three agencies or groups that ``unknown`` may be another name of.

    The likeliest comes first; marks and case do not count.
    """
    sought = fold(one_line(unknown))
    owners: tuple[Agency | AgencyGroup, ...] = (*catalogue.agencies, *catalogue.groups)
    ranked = []
    for order, owner in enumerate(owners):
        short = (owner.short_name,) if isinstance(owner, Agency) and owner.short_name else ()
        likeness = max(_likeness(sought, name) for name in (owner.name, *short, *owner.aliases))
        if likeness >= _LEAST_LIKENESS:
            ranked.append((-likeness, order, owner))
    ranked.sort(key=lambda entry: entry[:2])
    return tuple(owner for rank, _, owner in ranked[:3] if rank <= ranked[0][0] + _NOT_MUCH_LESS)


def _likeness(sought: str, name: str) -> float:
    matcher = SequenceMatcher(a=fold(name), b=sought, autojunk=False)
    if matcher.quick_ratio() < _LEAST_LIKENESS:
        return 0.0
    return matcher.ratio()


def _official_name(agency: Agency) -> list[Words]:
    return [name_words(agency.name)]


def _short_name(agency: Agency) -> list[Words]:
    return [name_words(agency.short_name)] if agency.short_name else []


def _aliases(agency: Agency) -> list[Words]:
    return [name_words(alias) for alias in agency.aliases]


def _places_in(words: Words) -> Iterator[Words]:
    for level in LEVELS:
        for index in range(len(words) - len(level)):
            if words[index : index + len(level)] == level:
                yield words[index + len(level) :]


def _opens_a_reference(words: list[Word], index: int) -> bool:
    """Tell whether a reference such as "Theo phân công tại Quyết định số …" begins here."""
    is_first = index == 0 or words[index - 1].key in (";", "\n")
    return is_first and words[index].key == "theo"


def _segment_end(words: list[Word], index: int) -> int:
    while index < len(words) and words[index].key != ";":
        index += 1
    return index


def _mention(text: str, start: int, end: int, found: _Found) -> Mention:
    return Mention(
        text[start:end],
        start,
        end,
        agency_id=found.agency.id if found.agency else None,
        group_id=found.group.id if found.group else None,
    )
