"""Reads what stands between the type of a paper and its outline: the title, then the grounds."""

from collections.abc import Sequence

from cchc_desktop.domain.document_draft import LineRole
from cchc_desktop.domain.plan_text import PassageKind, TextPartKind
from cchc_desktop.domain.problem import Severity
from cchc_desktop.importers.document_building import DraftBuilder
from cchc_desktop.importers.document_head import basis_lines, title_end, whole_paragraphs
from cchc_desktop.importers.document_lines import SourceBlock, SourceLine, SourceTable
from cchc_desktop.importers.document_marks import read_mark
from cchc_desktop.importers.document_patterns import (
    is_attachment,
    is_body_name,
    is_fixed_part,
    is_position,
    is_separator,
    key_of,
)
from cchc_desktop.importers.problem_codes import DocumentProblem

_PREAMBLE_LINES = 60
_TITLE_LINES = 12


class OpeningReader:
    """Reads the opening of each paper of a document into the part under way."""

    def __init__(self, builder: DraftBuilder, blocks: Sequence[SourceBlock]) -> None:
        self._builder = builder
        self._blocks = blocks

    def read_title(self, at: int) -> int:
        """Read the lines of the title and those right below; return where they end."""
        builder, part = self._builder, self._builder.parts[-1]
        lines = self._lines_from(at)
        chosen = [line for line in lines if self._is_title(line)]
        count = lines.index(chosen[-1]) + 1 if chosen else title_end(lines, 0)
        for line in lines[:count]:
            part.add_title(line)
            builder.note(line, LineRole.TITLE)
        attached: list[SourceLine] = []
        for line in lines[count:]:
            is_open = bool(attached) and ")" not in attached[-1].text
            if is_separator(line.text):
                builder.note(line, LineRole.STAMP)
            elif is_attachment(line.text) or is_open:
                attached = [*attached, line] if is_open else [line]
                builder.note(line, LineRole.ATTACHMENT)
                if ")" in line.text:
                    self._take_attachment(attached)
            elif part.kind is TextPartKind.DECISION and (
                is_body_name(line.text) or is_position(line.text)
            ):
                builder.head.take_authority(line.text)
                builder.note(line, LineRole.ISSUER)
            else:
                break
            count += 1
        if attached and ")" not in attached[-1].text:
            self._take_attachment(attached)
        return at + count

    def _take_attachment(self, lines: Sequence[SourceLine]) -> None:
        """Read the line in brackets, which may be cut in several."""
        if not self._builder.head.take_attachment(" ".join(line.text for line in lines)):
            self._builder.say(DocumentProblem.DAY_UNREADABLE, Severity.CHECK, lines[0])

    def _lines_from(self, at: int) -> list[SourceLine]:
        """Return the next few lines, up to a table or a line the officer takes for text."""
        lines: list[SourceLine] = []
        for block in self._blocks[at : at + _TITLE_LINES]:
            if isinstance(block, SourceTable):
                break
            choice = self._builder.choice(block)
            if choice is not None and choice.role is not LineRole.TITLE:
                break
            lines.append(block)
        return lines

    def _is_title(self, line: SourceLine) -> bool:
        choice = self._builder.choice(line)
        return choice is not None and choice.role is LineRole.TITLE

    def read_preamble(self, at: int, *, is_decision: bool) -> int:
        """Read the grounds before the outline; return where they end."""
        builder = self._builder
        lines: list[SourceLine] = []
        for block in self._blocks[at : at + _PREAMBLE_LINES]:
            if isinstance(block, SourceTable) or builder.choice(block) is not None:
                break
            mark = read_mark(block.text)
            is_listed = mark is not None and mark.kind is PassageKind.DASH
            rest = key_of(block.text[mark.end :]) if mark else ""
            if (mark and not (is_listed and rest.startswith("can cu "))) or is_fixed_part(
                block.text
            ):
                break
            lines.append(block)
        wholes = whole_paragraphs(lines)
        grounds = basis_lines([whole for whole, _ in wholes], is_decision=is_decision)
        last = max(grounds, default=-1)
        for index, (whole, pieces) in enumerate(wholes[: last + 1]):
            for piece in pieces:
                if index not in grounds:
                    builder.add_line(piece)
                elif piece is pieces[0]:
                    builder.add_basis(piece, whole.words)
                    passage = len(builder.parts[-1].outline) - 1
                else:
                    builder.note(piece, LineRole.BASIS, passage)
                    builder.say(DocumentProblem.PARAGRAPH_JOINED, Severity.NOTICE, piece)
        return at + sum(len(pieces) for _, pieces in wholes[: last + 1])
