"""Proposes the wording of an assignment when the table of agencies is changed.

The wording is the officer's and is what is printed: a proposal puts names in, takes names
out and moves separators, and leaves every other word as it stands.  It is made only if
reading it again gives exactly the agencies asked for; else it says why not.
"""

from collections.abc import Callable, Collection, Iterable
from copy import deepcopy
from dataclasses import dataclass
from datetime import date

from cchc_desktop.domain.agency import AgencyCatalogue, AgencyId, AgencyReading, Role
from cchc_desktop.domain.assignment_matrix import named_marks
from cchc_desktop.domain.assignment_pieces import (
    GapKind,
    NamePiece,
    WordingPieces,
    gap_kind,
    split_wording,
)
from cchc_desktop.domain.name_forms import NameForms, without_head
from cchc_desktop.domain.plan import Assignment
from cchc_desktop.domain.rich_text import RichText, Run
from cchc_desktop.domain.tracking import current_agency
from cchc_desktop.domain.wording_proposal import WordingObstacle, WordingProposal


class _NotPossible(Exception):
    def __init__(self, obstacle: WordingObstacle) -> None:
        super().__init__(obstacle)
        self.obstacle = obstacle


@dataclass(frozen=True)
class AssignmentWriter:
    """Words assignments as a plan words them ("soạn câu phân công").

    Attributes:
        day: On which members of groups and successors are looked up.
    """

    catalogue: AgencyCatalogue
    day: date
    forms: NameForms

    def agency_ids(self, reading: AgencyReading) -> frozenset[AgencyId]:
        """Return all whom a wording names, through groups and predecessors too."""
        marks = named_marks(reading, Role.LEAD, self.catalogue, self.day)
        return frozenset(agency_id for agency_id, _ in marks)

    def propose(
        self,
        assignment: Assignment,
        add: Iterable[AgencyId] = (),
        remove: Iterable[AgencyId] = (),
    ) -> WordingProposal:
        """Propose the words that name ``add`` besides and ``remove`` no more.

        Who is named already is not added again.  A group of which a member is removed is
        written out as its remaining members.
        """
        gone = frozenset(remove)
        had = self.agency_ids(assignment.reading)
        wanted = (had - gone) | frozenset(add)
        new = [a for a in dict.fromkeys(add) if a not in had - gone]
        if wanted == had:
            return WordingProposal(assignment.text, assignment.text, assignment.reading)

        def change(pieces: WordingPieces, *, in_lists: bool) -> None:
            self._remove(pieces, gone & had)
            for agency_id in new:
                self._add(pieces, agency_id, in_lists=in_lists)

        if any(current_agency(self.catalogue, a, self.day) != a for a in new):
            return _kept(assignment, WordingObstacle.NAME_NOT_READ)
        try:
            pieces = self._opened(assignment)
            try:
                return self._made(assignment, _changed(pieces, change, in_lists=True), wanted)
            except _NotPossible:
                return self._made(assignment, _changed(pieces, change, in_lists=False), wanted)
        except _NotPossible as reason:
            return _kept(assignment, reason.obstacle)

    def replace(
        self, assignment: Assignment, old: Collection[AgencyId], new: AgencyId
    ) -> WordingProposal:
        """Propose the words in which ``new`` stands where one of ``old`` stands by name.

        Where ``new`` stands already, ``old`` is taken out.  Groups stay as they are.
        """
        named = assignment.reading.agency_ids
        if not frozenset(old).intersection(named):
            return WordingProposal(assignment.text, assignment.text, assignment.reading)
        try:
            pieces = self._opened(assignment)
            self._replace(pieces, old, new, is_there=new in named)
            return self._made(assignment, pieces, None)
        except _NotPossible as reason:
            return _kept(assignment, reason.obstacle)

    def _opened(self, assignment: Assignment) -> WordingPieces:
        if assignment.is_set_by_hand:
            raise _NotPossible(WordingObstacle.SET_BY_HAND)
        if len(assignment.text.runs) > 1:
            raise _NotPossible(WordingObstacle.STYLED)
        pieces = split_wording(assignment.text.text, assignment.reading)
        if any(n.is_unknown and n.text.casefold().startswith("theo ") for n in pieces.names):
            raise _NotPossible(WordingObstacle.REFERENCE)
        return pieces

    def _remove(self, pieces: WordingPieces, gone: frozenset[AgencyId]) -> None:
        """Take out names, and write groups out that have members to go."""
        lists = self._lists(pieces)
        self._write_groups_out(pieces, gone)
        for name in list(pieces.names):
            if name.agency_id is not None and self._stands_for(name.agency_id) & gone:
                _take_out(pieces, name)
        for members in lists:
            self._restore_list(pieces, members)

    def _stands_for(self, agency_id: AgencyId) -> frozenset[AgencyId]:
        return frozenset((agency_id, current_agency(self.catalogue, agency_id, self.day)))

    def _write_groups_out(self, pieces: WordingPieces, gone: frozenset[AgencyId]) -> None:
        members = {
            name: [a.id for a in self.catalogue.members(group, self.day)]
            for name in pieces.names
            if name.group_id is not None and (group := self.catalogue.group(name.group_id))
        }
        broken = [name for name, ids in members.items() if gone.intersection(ids)]
        covered = {a for name, ids in members.items() if name not in broken for a in ids}
        for name in pieces.names:
            if name.agency_id is not None:
                covered |= self._stands_for(name.agency_id)
        for name in broken:
            rest = [a for a in members[name] if a not in gone and a not in covered]
            covered.update(rest)
            self._write_out(pieces, name, [self._name(agency_id) for agency_id in rest])

    def _write_out(self, pieces: WordingPieces, group: NamePiece, rest: list[NamePiece]) -> None:
        index = pieces.names.index(group)
        if not rest:
            _take_out(pieces, group)
            return
        strongest = pieces.strongest
        separator = self.forms.separator
        if strongest in (GapKind.AND, GapKind.COMMA):
            separator = ", "
        elif strongest in (GapKind.SEMICOLON, GapKind.LINE):
            separator = next(g for g in pieces.gaps if gap_kind(g) is strongest)
        gaps = [separator] * (len(rest) - 1)
        before = pieces.gaps[index - 1] if index else ""
        is_last = index == len(pieces.names) - 1
        if gaps and is_last and before and gap_kind(before) is GapKind.AND and separator == ", ":
            pieces.gaps[index - 1], gaps[-1] = ", ", before
        pieces.names[index : index + 1] = rest
        pieces.gaps[index:index] = gaps

    def _lists(self, pieces: WordingPieces) -> list[list[NamePiece]]:
        """Return the lists of names, each with the name first that its opening stands before."""
        found = []
        for index, opener in enumerate(pieces.names):
            if not opener.opening:
                continue
            members = [opener]
            rest = zip(pieces.gaps[index:], pieces.names[index + 1 :], strict=True)
            for gap, name in rest:
                is_joined = gap_kind(gap) in (GapKind.AND, GapKind.COMMA)
                agency = None if name.agency_id is None else self.catalogue.agency(name.agency_id)
                if not is_joined or agency is None or name.opening:
                    break
                if without_head(agency.name, opener.heads) is None:
                    break
                members.append(name)
            found.append(members)
        return found

    def _restore_list(self, pieces: WordingPieces, members: list[NamePiece]) -> None:
        """Let a list whose names went begin with the first that is left."""
        opener = members[0]
        left = [name for name in members if name in pieces.names]
        if not left or len(left) == len(members):
            return
        opener.opening, opening = "", opener.opening
        if len(left) == 1:
            left[0].text = self._form(left[0].agency_id)
            return
        left[0].opening, left[0].heads = opening, opener.heads
        left[0].text = without_head(left[0].text, opener.heads) or left[0].text

    def _add(self, pieces: WordingPieces, agency_id: AgencyId, *, in_lists: bool) -> None:
        name = self._name(agency_id)
        for members in self._lists(pieces) if in_lists else ():
            heads = members[0].heads
            listed = without_head(name.text, heads)
            if listed is None:
                continue
            if without_head(members[-1].text, heads) is None:
                name.text = listed
            start = pieces.names.index(members[0])
            pieces.insert_after(start + len(members) - 1, name, ", ", until=start)
            return
        pieces.append(name, self.forms.separator)

    def _replace(
        self, pieces: WordingPieces, old: Collection[AgencyId], new: AgencyId, *, is_there: bool
    ) -> None:
        lists = self._lists(pieces)
        for name in [n for n in pieces.names if n.agency_id in old]:
            members = next((found for found in lists if name in found), [name])
            if is_there:
                _take_out(pieces, name)
                continue
            is_there = True
            form = self._form(new)
            heads = members[0].heads
            listed = without_head(form, heads)
            if len(members) == 1:
                name.agency_id, name.text, name.opening = new, form, ""
            elif listed is None:
                _take_out(pieces, name)
                pieces.append(NamePiece(form, new), self.forms.separator)
            else:
                is_in_full = without_head(name.text, heads) is not None
                name.agency_id, name.text = new, form if is_in_full else listed
        for members in lists:
            self._restore_list(pieces, members)

    def _name(self, agency_id: AgencyId) -> NamePiece:
        return NamePiece(self._form(agency_id), agency_id)

    def _form(self, agency_id: AgencyId | None) -> str:
        form = None if agency_id is None else self.forms.form(agency_id)
        if form is None:
            raise _NotPossible(WordingObstacle.NAME_NOT_READ)
        return form

    def _made(
        self, assignment: Assignment, pieces: WordingPieces, wanted: frozenset[AgencyId] | None
    ) -> WordingProposal:
        """Return the words as a proposal, once reading them gives just what is meant.

        A name that stood without its kind of body ("Tư pháp") because another said it gets
        its full form when that other is gone.
        """
        style = assignment.text.runs[0] if assignment.text.runs else Run("")
        for _ in range(len(pieces.names) + 1):
            text = _capital_as_before(pieces.text, assignment.text.text)
            after = RichText.from_runs((Run(text, style.bold, style.italic),))
            reading = self.forms.read(after.text)
            found = split_wording(after.text, reading).names
            wrong = _first_wrong(pieces.names, found)
            if wrong is None:
                if wanted is not None and self.agency_ids(reading) != wanted:
                    break
                return WordingProposal(assignment.text, after, reading)
            if wrong.agency_id is None or wrong.opening:
                break
            form = self._form(wrong.agency_id)
            if wrong.text == form:
                break
            wrong.text = form
        raise _NotPossible(WordingObstacle.READ_OTHERWISE)


def _changed(
    pieces: WordingPieces, change: Callable[..., None], *, in_lists: bool
) -> WordingPieces:
    """Return a changed copy, so that a second way can be tried from the same start."""
    copy = deepcopy(pieces)
    change(copy, in_lists=in_lists)
    return copy


def _kept(assignment: Assignment, obstacle: WordingObstacle) -> WordingProposal:
    return WordingProposal(assignment.text, assignment.text, assignment.reading, obstacle)


def _take_out(pieces: WordingPieces, name: NamePiece) -> None:
    index = pieces.names.index(name)
    if not pieces.can_remove(index):
        raise _NotPossible(WordingObstacle.JOINED_BY_WORDS)
    pieces.remove(index)


def _capital_as_before(text: str, before: str) -> str:
    """Begin with a capital where the words began with one ("các xã" moved to the front)."""
    return text[:1].upper() + text[1:] if before[:1].isupper() else text


def _first_wrong(meant: list[NamePiece], found: list[NamePiece]) -> NamePiece | None:
    for index, name in enumerate(meant):
        if index >= len(found) or found[index].identity != name.identity:
            return name
    return None if len(found) == len(meant) else meant[-1] if meant else NamePiece("")
