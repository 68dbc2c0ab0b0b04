"""What follows the signature: the task annex, and every other annex as text."""

import re
from collections.abc import Sequence
from dataclasses import replace

from cchc_desktop.domain.annex_draft import AnnexColumn, AnnexDraft
from cchc_desktop.domain.document_draft import DraftLine, LineRole
from cchc_desktop.domain.errors import SourceHasNoTable
from cchc_desktop.domain.numbering import roman
from cchc_desktop.domain.parent_line import parse_parent_line
from cchc_desktop.domain.plan_text import TextPartKind
from cchc_desktop.domain.problem import Severity
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.vietnamese import one_line
from cchc_desktop.importers.annex import read_annex_tables
from cchc_desktop.importers.document_building import DraftBuilder
from cchc_desktop.importers.document_head import title_end
from cchc_desktop.importers.document_lines import SourceBlock, SourceLine, SourceTable
from cchc_desktop.importers.document_patterns import (
    goes_on_body_name,
    is_attachment,
    is_body_name,
    is_motto,
    is_nation,
    is_page_number,
    is_separator,
    key_of,
    match_annex,
)
from cchc_desktop.importers.grid import clean_table
from cchc_desktop.importers.headings import HeadingVocabulary
from cchc_desktop.importers.problem_codes import DocumentProblem
from cchc_desktop.importers.raw_table import RawSource
from cchc_desktop.importers.row_number import read_section_start
from cchc_desktop.importers.table_choice import lay_out

_WORDS_OF_ANY_BODY = 2
_ASSIGNING = {AnnexColumn.DEADLINE, AnnexColumn.LEAD}


class AnnexReader:
    """Reads the annexes one after the other.

    Attributes:
        annex: The task annex, or None.
        annex_number: Its Roman number, "" for a single annex.
    """

    def __init__(self, builder: DraftBuilder, headings: HeadingVocabulary) -> None:
        self.annex: AnnexDraft | None = None
        self.annex_number = ""
        self._builder = builder
        self._headings = headings

    def read(self, blocks: Sequence[SourceBlock]) -> None:
        """Read all that stands after the signature."""
        for region in _regions(blocks):
            rest = self._take_letterhead(region)
            if not rest:
                continue
            if self.annex is None and any(map(self._is_task_table, rest)):
                self._read_tasks(rest)
            else:
                self._read_text(rest)

    def _is_task_table(self, block: SourceBlock) -> bool:
        if not isinstance(block, SourceTable):
            return False
        layout = lay_out(clean_table(self._builder.source.file, block.raw), self._headings).layout
        meanings = layout.meanings
        return (
            not layout.is_guessed
            and AnnexColumn.CONTENT in meanings
            and len(meanings) >= 3
            and bool(_ASSIGNING & set(meanings))
        )

    def _take_letterhead(self, region: Sequence[SourceBlock]) -> list[SourceBlock]:
        """Note the letterhead above an annex; return all else."""
        rest: list[SourceBlock] = []
        bodies: list[SourceLine] = []
        is_head = True
        for block in region:
            if isinstance(block, SourceTable):
                is_head = False
            elif is_separator(block.text) or is_page_number(block.text):
                self._builder.note(block, LineRole.STAMP)
                continue
            elif is_head and is_nation(block.text):
                self._builder.note(block, LineRole.NATION)
                continue
            elif is_head and is_motto(block.text):
                self._builder.note(block, LineRole.MOTTO)
                continue
            elif is_head and (
                is_body_name(block.text) or (bodies and goes_on_body_name(block.text))
            ):
                bodies.append(block)
                continue
            elif match_annex(block.text):
                is_head = False
            rest.append(block)
        return [*self._take_bodies(bodies), *rest]

    def _take_bodies(self, bodies: Sequence[SourceLine]) -> list[SourceLine]:
        """Take the issuing body over where the head has none; return other bodies as text."""
        head = self._builder.head
        known = {_short(word) for word in (*head.bodies, " ".join(head.bodies))}
        words = _short(" ".join(line.text for line in bodies))
        if bodies and head.bodies and words not in known:
            return list(bodies)
        is_first = not head.bodies
        for line in bodies:
            if is_first:
                head.read(line)
            self._builder.note(line, LineRole.ISSUER)
        return []

    def _read_tasks(self, region: Sequence[SourceBlock]) -> None:
        """Hand the table to the reader of annexes; words beside it become a further annex."""
        builder = self._builder
        tables: list[SourceTable] = []
        above: list[SourceLine] = []
        others: list[SourceBlock] = []
        for block in region:
            if isinstance(block, SourceTable):
                tables.append(block)
            elif not tables:
                above.append(block)
            else:
                others.append(block)
        title, left_over = self._caption(above)
        raws = [
            replace(
                table.raw,
                index=index,
                name=f"Bảng {index + 1}",
                above=tuple(line.text for line in title) if not index else (),
            )
            for index, table in enumerate(tables)
        ]
        try:
            annex = read_annex_tables(RawSource(builder.source.file, tuple(raws)), self._headings)
        except SourceHasNoTable:
            self._read_text(region)
            return
        self.annex = annex
        builder.problems += annex.problems
        self._note_title(title)
        chosen = {proposal.index for proposal in annex.tables if proposal.is_chosen}
        for index, table in enumerate(tables):
            if index in chosen:
                builder.note_table(table, LineRole.TASK_ANNEX)
            else:
                others.append(table)
        rest: list[SourceBlock] = [*left_over, *others]
        if rest:
            first = next((block for block in rest if isinstance(block, SourceLine)), None)
            builder.say(DocumentProblem.TEXT_AFTER_ANNEX, Severity.CHECK, first)
            self._read_text(rest)

    def _caption(self, above: list[SourceLine]) -> tuple[list[SourceLine], list[SourceLine]]:
        """Return the lines that name the annex, and the others above its table."""
        start = next((i for i, line in enumerate(above) if match_annex(line.text)), 0)
        title: list[SourceLine] = []
        left: list[SourceLine] = list(above[:start])
        at = start
        if start < len(above) and match_annex(above[start].text):
            title.append(above[start])
            at += 1
        end = title_end(above, at)
        title += above[at:end]
        for index in range(end, len(above)):
            line = above[index]
            is_open = title and is_attachment(title[-1].text) and ")" not in title[-1].text
            is_section = index == len(above) - 1 and read_section_start(line.text) is not None
            if is_attachment(line.text) or is_open or is_section:
                title.append(line)
            else:
                left.append(line)
        return title, left

    def _note_title(self, title: Sequence[SourceLine]) -> None:
        for line in title:
            match = match_annex(line.text)
            if match and match["number"]:
                self.annex_number = _roman(match["number"])
            role = LineRole.ATTACHMENT if is_attachment(line.text) else LineRole.ANNEX_TITLE
            if role is LineRole.ATTACHMENT:
                self._take_attachment(line)
            self._builder.lines.append(DraftLine(line.number, line.text, role))

    def _read_text(self, region: Sequence[SourceBlock]) -> None:
        """Keep an annex as text: its title, then every line and table.

        The words "Phụ lục I" and the line in brackets are those of the paper's form.
        """
        builder = self._builder
        part = builder.begin_part(TextPartKind.ANNEX)
        above: list[SourceLine] = []
        for block in region:
            if isinstance(block, SourceTable):
                break
            above.append(block)
        at = 0
        label = match_annex(above[0].text) if above else None
        if label is not None:
            self._check_number(above[0], label["number"] or "")
            rest = one_line(above[0].text[len(above[0].text) - len(label["rest"].strip()) :])
            if label["rest"].strip():
                part.titles.append(rest)
            builder.note(above[0], LineRole.ANNEX_TITLE)
            at = title_end(above, 1)
            for line in above[1:at]:
                part.add_title(line)
                builder.note(line, LineRole.ANNEX_TITLE)
            at += self._note_attachment(above[at:])
            if len(above) < len(region):
                builder.say(DocumentProblem.ANNEX_AS_TEXT, Severity.NOTICE, above[0])
        for block in region[at:]:
            if isinstance(block, SourceTable):
                builder.add_table(block)
            else:
                builder.add_line(block)

    def _note_attachment(self, lines: Sequence[SourceLine]) -> int:
        """Note the line in brackets, which may be cut in two; return how many lines it is."""
        if not lines or not is_attachment(lines[0].text):
            return 0
        count = next((i for i, line in enumerate(lines[:3], 1) if ")" in line.text), 1)
        words = " ".join(line.text for line in lines[:count])
        self._take_attachment(replace(lines[0], words=RichText.plain(words)))
        for line in lines[:count]:
            self._builder.note(line, LineRole.ATTACHMENT)
        return count

    def _take_attachment(self, line: SourceLine) -> None:
        """Fill the head from the line in brackets, and say where it names another paper."""
        head = self._builder.head
        known = head.head
        head.take_attachment(line.text)
        parent = parse_parent_line(line.text)
        if parent is None:
            return
        issuer = _short(parent.issuer)
        named = _short(head.bodies[-1]) if head.bodies else key_of(known.place)
        # "UBND huyện" names no place and fits every district.
        is_other = len(issuer.split()) > _WORDS_OF_ANY_BODY and bool(named) and named not in issuer
        is_other = is_other or bool(
            (parent.number and known.number and parent.number != known.number)
            or (parent.issued_on and known.issued_on and parent.issued_on != known.issued_on)
        )
        if is_other:
            self._builder.say(DocumentProblem.ATTACHMENT_DIFFERS, Severity.CHECK, line)

    def _check_number(self, line: SourceLine, number: str) -> None:
        """Say where an annex is numbered otherwise than its order says."""
        before = sum(part.kind is TextPartKind.ANNEX for part in self._builder.parts)
        expected = roman(before + (self.annex is not None))
        if number and _roman(number) != expected:
            params = {"expected": expected, "number": number.upper()}
            self._builder.say(DocumentProblem.ANNEX_NUMBER, Severity.CHECK, line, params)


def _roman(number: str) -> str:
    return roman(int(number)) if number.isdecimal() else number.upper()


def _regions(blocks: Sequence[SourceBlock]) -> list[list[SourceBlock]]:
    """Part what follows the signature into annexes, each with the letterhead above it."""
    regions: list[list[SourceBlock]] = [[]]
    for block in blocks:
        if isinstance(block, SourceLine) and match_annex(block.text):
            region: list[SourceBlock] = []
            while regions[-1] and _is_letterhead(regions[-1][-1]):
                region.insert(0, regions[-1].pop())
            regions.append(region)
        regions[-1].append(block)
    return [region for region in regions if region]


def _is_letterhead(block: SourceBlock) -> bool:
    return isinstance(block, SourceLine) and (
        is_nation(block.text)
        or is_motto(block.text)
        or is_body_name(block.text)
        or goes_on_body_name(block.text)
    )


def _short(name: str) -> str:
    return re.sub(r"\buy ban nhan dan\b", "ubnd", key_of(name))
