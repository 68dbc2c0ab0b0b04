"""The lines of a document as they were recognised, with what the officer takes them for."""

from collections.abc import Mapping, Sequence
from textwrap import shorten

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.document_draft import DocumentDraft, DraftLine, LineChoice, LineRole
from cchc_desktop.domain.plan_text import Passage
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.ui.import_cells import Cell, Index, Mark, Tone
from cchc_desktop.ui.import_list import CellModel
from cchc_desktop.ui.plan_import_words import KIND_NAMES, ROLE_NAMES

SHARES = (9, 22, 11, 0.99)
"""The widths of the columns, for ``ImportList``."""

_LONGEST = 180

_CHANGEABLE = {
    LineRole.TITLE, LineRole.BASIS, LineRole.PASSAGE, LineRole.RECIPIENTS, LineRole.STAMP,
    LineRole.TYPE, LineRole.SIGNING, LineRole.SIGNER, LineRole.ATTACHMENT, LineRole.ISSUER,
    LineRole.NUMBER, LineRole.PLACE_DAY, LineRole.NATION, LineRole.MOTTO, LineRole.ANNEX_TITLE,
}  # fmt: skip


class LineModel(CellModel):
    """Line, role, number and words; tables line by line."""

    headings = ("Dòng", "Được hiểu là", "Số", "Chữ trong tệp")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft: DocumentDraft | None = None
        self._lines: tuple[DraftLine, ...] = ()
        self._choices: Mapping[int, LineChoice] = {}

    def show_draft(self, draft: DocumentDraft | None, choices: Mapping[int, LineChoice]) -> None:
        """Show another reading of a document."""
        self.beginResetModel()
        self._draft = draft
        self._lines = draft.lines if draft else ()
        self._choices = choices
        self.endResetModel()

    def numbers_of(self, rows: Sequence[int]) -> tuple[int, ...]:
        """Return the line numbers of those rows whose role can be chosen."""
        found = (self._lines[row] for row in rows)
        return tuple(dict.fromkeys(line.line for line in found if line.role in _CHANGEABLE))

    def row_of(self, line: int) -> int | None:
        """Return the row that shows a line of the file, or None."""
        return next((row for row, shown in enumerate(self._lines) if shown.line == line), None)

    def choice_of(self, row: int) -> LineChoice | None:
        """Return what the officer takes a row for, or None."""
        return self._choices.get(self._lines[row].line)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Override QAbstractTableModel.rowCount."""
        return 0 if parent.isValid() else len(self._lines)

    def cell(self, row: int, column: int) -> Cell:
        """Return what the cell shows."""
        line = self._lines[row]
        passage = self._passage(line)
        match column:
            case 0:
                return Cell(RichText.plain(str(line.line)), is_muted=True)
            case 1:
                return Cell(RichText.plain(self._role(line, passage)), mark=self._mark(line))
            case 2:
                number = passage.number if passage and line.role is LineRole.PASSAGE else ""
                return Cell(RichText.plain(number))
            case _:
                return Cell(
                    RichText.plain(_shortened(line)),
                    is_muted=line.role is LineRole.STAMP,
                    is_heading=line.role in {LineRole.TYPE, LineRole.TITLE, LineRole.ANNEX_TITLE},
                )

    def _passage(self, line: DraftLine) -> Passage | None:
        if self._draft is None or line.part is None or line.passage is None:
            return None
        return self._draft.text.parts[line.part].passages[line.passage]

    def _role(self, line: DraftLine, passage: Passage | None) -> str:
        if passage is not None and line.role is LineRole.PASSAGE:
            return KIND_NAMES[passage.kind]
        return ROLE_NAMES[line.role]

    def _mark(self, line: DraftLine) -> Mark | None:
        if line.line in self._choices:
            return Mark("Đã chọn lại", Tone.ACCENT)
        return None


def _shortened(line: DraftLine) -> str:
    """Return enough of a line to know it by; the result beside it shows all of its words."""
    return shorten(line.text, _LONGEST, placeholder=" …") if line.passage is not None else line.text
