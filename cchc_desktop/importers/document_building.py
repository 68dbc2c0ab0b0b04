"""What is known of a document while its lines are gone through."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from cchc_desktop.domain.document_draft import DraftLine, LineChoice, LineRole
from cchc_desktop.domain.plan_text import PassageKind, PlanText, TextPart, TextPartKind
from cchc_desktop.domain.problem import Problem, Severity
from cchc_desktop.domain.report_text import LiveText
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.importers.document_head import HeadReader
from cchc_desktop.importers.document_lines import SourceDocument, SourceLine, SourceTable
from cchc_desktop.importers.document_outline import Outline
from cchc_desktop.importers.document_printed_style import without_printed_style
from cchc_desktop.importers.document_tables import text_table
from cchc_desktop.importers.problem_codes import DocumentProblem

_WIDE_TABLE = 6


@dataclass(slots=True)
class PartBuilder:
    """A part of the text under way ("phần đang đọc")."""

    kind: TextPartKind
    outline: Outline
    titles: list[str] = field(default_factory=list)
    is_landscape: bool = False

    def finished(self) -> TextPart:
        """Return the part."""
        title = RichText.plain("\n".join(self.titles))
        passages = tuple(without_printed_style(self.outline.passages()))
        return TextPart(self.kind, LiveText(title), passages, is_landscape=self.is_landscape)

    def add_title(self, line: SourceLine) -> None:
        """Take a line of the title; one that a mere break parts from the last goes on with it.

        Such breaks come from lines made of like length; a paragraph of its own was meant.
        """
        if line.goes_on and self.titles:
            self.titles[-1] = f"{self.titles[-1]} {line.text}"
        else:
            self.titles.append(line.text)


@dataclass(slots=True)
class DraftBuilder:
    """Collects lines, parts and problems ("văn bản đang đọc").

    Attributes:
        source: The document.
        choices: What the officer takes lines for, by their number.
    """

    source: SourceDocument
    choices: Mapping[int, LineChoice]
    head: HeadReader = field(default_factory=HeadReader)
    lines: list[DraftLine] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    parts: list[PartBuilder] = field(default_factory=list)

    def begin_part(self, kind: TextPartKind) -> PartBuilder:
        """Begin another part and return it."""
        self.parts.append(PartBuilder(kind, Outline(self.source.file)))
        return self.parts[-1]

    def choice(self, line: SourceLine) -> LineChoice | None:
        """Return what the officer takes a line for, or None."""
        return self.choices.get(line.number)

    def note(self, line: SourceLine, role: LineRole, passage: int | None = None) -> None:
        """Say what became of a line; one in a passage belongs to the part under way."""
        in_part = role in {LineRole.TYPE, LineRole.TITLE, LineRole.ATTACHMENT, LineRole.ANNEX_TITLE}
        part = len(self.parts) - 1 if passage is not None or (in_part and self.parts) else None
        self.lines.append(DraftLine(line.number, line.text, role, part, passage))
        if role is LineRole.STAMP and self.choice(line) is None:
            self.say(DocumentProblem.STAMP_LEFT_OUT, Severity.NOTICE, line)

    def note_table(self, table: SourceTable, role: LineRole, passage: int | None = None) -> None:
        """Say what became of a table, row by row."""
        part = len(self.parts) - 1 if passage is not None else None
        for line, row in zip(table.row_lines, table.rows, strict=True):
            words = " | ".join(cell.text.replace("\n", " ") for cell in row if cell)
            if words:
                self.lines.append(DraftLine(line, words, role, part, passage))

    def add_line(self, line: SourceLine) -> None:
        """Put a line into the part under way."""
        choice = self.choice(line)
        wanted = choice.kind if choice and choice.role is LineRole.PASSAGE else None
        if choice and choice.role is LineRole.BASIS:
            wanted = PassageKind.BASIS
        outline = self.parts[-1].outline
        passage = outline.add(line, wanted)
        role = LineRole.BASIS if wanted is PassageKind.BASIS else LineRole.PASSAGE
        self.note(line, role, passage)

    def add_basis(self, line: SourceLine, words: RichText) -> None:
        """Put a legal ground into the part under way."""
        self.note(line, LineRole.BASIS, self.parts[-1].outline.add_basis(words))

    def add_table(self, table: SourceTable) -> None:
        """Put a table into the part under way."""
        part = self.parts[-1]
        made = text_table(table, self.problems, self.source.file)
        if not made.rows:
            return
        self.note_table(table, LineRole.TABLE, part.outline.add_table(made))
        if len(made.rows[0]) >= _WIDE_TABLE and part.kind is TextPartKind.ANNEX:
            part.is_landscape = True

    def say(
        self,
        code: DocumentProblem,
        severity: Severity,
        line: SourceLine | None = None,
        params: dict[str, str] | None = None,
    ) -> None:
        """Keep a problem, of a line or of the whole document."""
        place = self.source.place(line.number if line else 1)
        text = line.text if line else ""
        self.problems.append(Problem(code.value, severity, place, text, params or {}))

    def text(self) -> PlanText:
        """Return all parts."""
        return PlanText(tuple(part.finished() for part in self.parts))

    def all_problems(self) -> tuple[Problem, ...]:
        """Return all problems in the order of the document."""
        found = [*self.problems, *(p for part in self.parts for p in part.outline.problems)]
        found.sort(key=lambda problem: problem.place.row or 0)
        return (*self.source.problems, *found)
