"""Goes through a document from its first line to its last and says what each is.

A paper has a head, a title, its text and an ending; a decision is followed by the plan it
issues, and the last ending by the annexes (Nghị định 30/2020/NĐ-CP, Phụ lục I).
"""

from collections.abc import Mapping
from dataclasses import replace

from cchc_desktop.domain.document_draft import DocumentDraft, LineChoice, LineRole
from cchc_desktop.domain.plan_text import PassageKind, TextPartKind
from cchc_desktop.domain.problem import Severity
from cchc_desktop.domain.vietnamese import one_line
from cchc_desktop.importers.document_annexes import AnnexReader
from cchc_desktop.importers.document_building import DraftBuilder
from cchc_desktop.importers.document_ending import EndingReader
from cchc_desktop.importers.document_head import (
    HeadReader,
)
from cchc_desktop.importers.document_lines import (
    SourceBlock,
    SourceDocument,
    SourceLine,
    SourceTable,
)
from cchc_desktop.importers.document_marks import read_mark
from cchc_desktop.importers.document_opening import OpeningReader
from cchc_desktop.importers.document_patterns import (
    is_motto,
    is_nation,
    is_page_number,
    is_separator,
    is_stamp_line,
    is_stamp_start,
    key_of,
    match_annex,
    type_of,
)
from cchc_desktop.importers.document_tables import line_by_line
from cchc_desktop.importers.headings import HeadingVocabulary
from cchc_desktop.importers.problem_codes import DocumentProblem

_HEAD_LINES = 60


def recognise(
    source: SourceDocument, headings: HeadingVocabulary, choices: Mapping[int, LineChoice]
) -> DocumentDraft:
    """Return what every line and table of ``source`` is."""
    return _Recogniser(source, headings, choices).run()


class _Recogniser:
    def __init__(
        self,
        source: SourceDocument,
        headings: HeadingVocabulary,
        choices: Mapping[int, LineChoice],
    ) -> None:
        self._builder = DraftBuilder(source, choices)
        self._blocks = list(line_by_line(source.blocks))
        self._annexes = AnnexReader(self._builder, headings)
        self._endings = [EndingReader()]
        self._opening = OpeningReader(self._builder, self._blocks)
        self._second_head = HeadReader()
        self._types: list[str] = []

    def run(self) -> DocumentDraft:
        builder = self._builder
        at = self._read_head()
        while at < len(self._blocks):
            following = self._read_block(at)
            if following is None:
                self._annexes.read(self._blocks[at:])
                break
            at = following
        first = builder.parts[0]
        if all(part.kind is not TextPartKind.BODY for part in builder.parts):
            builder.say(DocumentProblem.BODY_MISSING, Severity.CHECK)
        ending = next((e for e in self._endings if e.is_started), self._endings[0])
        type_name = self._types[0].capitalize() if self._types else ""
        plan_type = self._types[-1].capitalize() if self._types else ""
        title = one_line(" ".join(first.titles))
        return DocumentDraft(
            source_name=builder.source.file,
            head=builder.head.finished(type_name, title),
            text=builder.text(),
            recipients=tuple(ending.recipients),
            signer=ending.signer,
            annex=self._annexes.annex,
            annex_number=self._annexes.annex_number,
            plan_type=plan_type if plan_type not in {"", "Quyết định"} else "Kế hoạch",
            lines=tuple(sorted(builder.lines, key=lambda line: line.line)),
            problems=builder.all_problems(),
        )

    def _read_head(self) -> int:
        """Read down to the title of the first paper; return where its text begins."""
        start = next(
            (
                index
                for index, block in enumerate(self._blocks[:_HEAD_LINES])
                if isinstance(block, SourceLine) and self._begins_paper(block)
            ),
            None,
        )
        if start is None:
            self._builder.say(DocumentProblem.TYPE_MISSING, Severity.CHECK)
        unknown: list[SourceBlock] = []
        at, in_stamp = 0, False
        end = len(self._blocks) if start is None else start
        while at < end:
            block = self._blocks[at]
            if isinstance(block, SourceTable) or self._builder.choice(block) is not None:
                in_stamp = False
                if start is None:
                    break
                unknown.append(block)
            elif is_stamp_start(block.text) or (in_stamp and is_stamp_line(block.text)):
                in_stamp = self._read_stamp(block, at)
            elif is_separator(block.text) or is_page_number(block.text):
                self._builder.note(block, LineRole.STAMP)
            elif role := self._builder.head.read(block):
                self._builder.note(block, role)
            elif start is None:
                break
            else:
                unknown.append(block)
            at += 1
        if start is None:
            self._builder.begin_part(TextPartKind.BODY)
            return self._opening.read_preamble(at, is_decision=False)
        return self._begin_paper(start, unknown)

    def _read_stamp(self, line: SourceLine, at: int) -> bool:
        """Note a line of a stamp; the body above its first line is the one that received it."""
        lines = self._builder.lines
        head = self._builder.head
        if (
            is_stamp_start(line.text) and lines and lines[-1].role is LineRole.ISSUER
            and self._blocks[at - 1] is not line and (head.head.place_day or len(head.bodies) > 1)
        ):  # fmt: skip
            lines[-1] = replace(lines[-1], role=LineRole.STAMP)
            head.forget_last_body()
        self._builder.note(line, LineRole.STAMP)
        return True

    def _begins_paper(self, line: SourceLine) -> bool:
        choice = self._builder.choice(line)
        if choice is not None:
            return choice.role is LineRole.TITLE
        return type_of(line.text) is not None and read_mark(line.text) is None

    def _begin_paper(self, at: int, unknown: list[SourceBlock]) -> int:
        """Read the type, the title and the grounds of a paper; return where its text begins."""
        builder = self._builder
        line = self._blocks[at]
        found = type_of(line.text) if isinstance(line, SourceLine) else None
        is_decision = found is not None and key_of(found[0]) == "quyet dinh"
        has_body = any(part.kind is TextPartKind.BODY for part in builder.parts)
        kind = TextPartKind.DECISION if is_decision and not has_body else TextPartKind.BODY
        part = builder.begin_part(kind)
        if found is not None and isinstance(line, SourceLine):
            self._types.append(one_line(found[0]))
            builder.note(line, LineRole.TYPE)
            rest = one_line(line.text[found[1] :]).strip(" .:")
            if rest:
                part.titles.append(rest)
            at += 1
        at = self._opening.read_title(at)
        for block in unknown:
            self._add(block)
        return self._opening.read_preamble(at, is_decision=is_decision)

    def _read_block(self, at: int) -> int | None:
        """Read one block of the text or the ending; None where the annexes begin."""
        builder, block = self._builder, self._blocks[at]
        part, ending = builder.parts[-1], self._endings[-1]
        is_over = ending.is_started or part.outline.is_closed
        if isinstance(block, SourceTable):
            if ending.is_started:
                return None
            builder.add_table(block)
            return at + 1
        choice = builder.choice(block)
        if choice is not None:
            return self._read_chosen(block, choice, at)
        text = block.text
        if is_separator(text) or is_page_number(text):
            builder.note(block, LineRole.STAMP)
            return at + 1
        found = type_of(text) if read_mark(text) is None else None
        if found is not None and part.kind is TextPartKind.DECISION:
            if key_of(found[0]) == "quyet dinh":
                builder.note(block, LineRole.TYPE)
                return at + 1
            self._endings.append(EndingReader())
            return self._begin_paper(at, [])
        if match_annex(text) or (is_over and (is_nation(text) or is_motto(text))):
            return self._begin_annexes(at)
        if ending.is_started or ending.starts(block, is_closed=part.outline.is_closed):
            return self._read_ending(block, at)
        builder.add_line(block)
        return at + 1

    def _begin_annexes(self, at: int) -> int | None:
        """Begin the annexes; before the plan itself a letterhead belongs to the plan."""
        block = self._blocks[at]
        is_waiting = self._builder.parts[-1].kind is TextPartKind.DECISION
        if is_waiting and isinstance(block, SourceLine):
            # The plan repeats the decision's letterhead; only where there was none it counts.
            is_first = not self._builder.head.bodies
            role = (self._builder.head if is_first else self._second_head).read(block)
            if role is not None:
                self._builder.note(block, role)
                return at + 1
        return None

    def _read_ending(self, line: SourceLine, at: int) -> int | None:
        builder = self._builder
        is_repeated = any(ending.is_started for ending in self._endings[:-1])
        role = self._endings[-1].read(line)
        if role is None:
            return self._begin_annexes(at)
        if is_repeated and role is not LineRole.STAMP:
            builder.say(DocumentProblem.ENDING_REPEATED, Severity.CHECK, line)
            builder.add_line(line)
        else:
            builder.note(line, role)
        return at + 1

    def _read_chosen(self, line: SourceLine, choice: LineChoice, at: int) -> int:
        match choice.role:
            case LineRole.STAMP:
                self._builder.note(line, LineRole.STAMP)
            case LineRole.RECIPIENTS:
                self._endings[-1].take_recipient(line.text)
                self._builder.note(line, LineRole.RECIPIENTS)
            case LineRole.BASIS:
                self._builder.add_basis(line, line.words)
            case LineRole.TITLE:
                self._builder.parts[-1].titles.append(line.text)
                self._builder.note(line, LineRole.TITLE)
            case _:
                self._builder.add_line(line)
        return at + 1

    def _add(self, block: SourceBlock) -> None:
        if isinstance(block, SourceTable):
            self._builder.add_table(block)
        else:
            choice = self._builder.choice(block)
            self._read_chosen(block, choice or LineChoice(LineRole.PASSAGE, PassageKind.TEXT), 0)
