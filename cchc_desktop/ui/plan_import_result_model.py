"""What writing a document gives: its head, its outline, its ending and its annex, in order."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.document_draft import DocumentDraft
from cchc_desktop.domain.plan_text import Passage, TextPart
from cchc_desktop.domain.rich_text import RichText, Run
from cchc_desktop.services.plan_import_preview import PlanImportPreview
from cchc_desktop.ui.import_cells import Cell, Index
from cchc_desktop.ui.import_list import CellModel
from cchc_desktop.ui.plan_import_words import PART_NAMES

SHARES = (25, 0.99)
"""The widths of the columns, for ``ImportList``."""

_INDENT = "\u2003"
_BLANK = "(để trống)"


@dataclass(frozen=True, slots=True)
class _Row:
    label: str
    words: RichText
    is_heading: bool = False
    line: int | None = None


class ResultModel(CellModel):
    """The document as it will stand in the plan."""

    headings = ("Thành phần", "Nội dung")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_Row] = []

    def show_draft(self, draft: DocumentDraft | None, preview: PlanImportPreview | None) -> None:
        """Show another document, or the same for another plan."""
        self.beginResetModel()
        self._rows = _rows(draft, preview) if draft else []
        self.endResetModel()

    def line_of(self, row: int) -> int | None:
        """Return the first line of the file that a row was made of, or None."""
        return self._rows[row].line

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Override QAbstractTableModel.rowCount."""
        return 0 if parent.isValid() else len(self._rows)

    def cell(self, row: int, column: int) -> Cell:
        """Return what the cell shows."""
        found = self._rows[row]
        words = RichText.plain(found.label) if column == 0 else found.words
        return Cell(
            words,
            is_heading=found.is_heading,
            is_muted=column == 0 and not found.is_heading,
            is_tinted=found.is_heading,
        )


def _rows(draft: DocumentDraft, preview: PlanImportPreview | None) -> list[_Row]:
    rows = [_heading("THỂ THỨC"), *_head_rows(draft, preview)]
    lines: dict[tuple[int | None, int | None], int] = {
        (line.part, line.passage): line.line
        for line in reversed(draft.lines)
        if line.passage is not None
    }
    for index, part in enumerate(draft.text.parts):
        rows.append(_heading(PART_NAMES[part.kind]))
        rows += _part_rows(part, index, lines)
    if draft.annex is not None:
        rows.append(_heading("PHỤ LỤC NHIỆM VỤ"))
        number = f"Phụ lục {draft.annex_number}" if draft.annex_number else "Phụ lục"
        rows.append(_plain(number, draft.annex.title or _BLANK))
        for section in draft.annex.sections:
            words = f"{section.title.text} ({len(section.tasks)} nhiệm vụ)"
            rows.append(_plain("Lĩnh vực", words))
    return rows


def _head_rows(draft: DocumentDraft, preview: PlanImportPreview | None) -> list[_Row]:
    head = draft.head
    day = f"{head.issued_on:%d/%m/%Y}" if head.issued_on else _BLANK
    if preview is not None and preview.parent.issued_on:
        day = f"{preview.parent.issued_on:%d/%m/%Y}"
    symbol = f"{head.number or '…'}/{head.symbol}" if head.symbol else _BLANK
    rows = [
        _plain("Cơ quan chủ quản", head.superior or _BLANK),
        _plain("Cơ quan ban hành", head.issuer or _BLANK),
        _plain("Số, ký hiệu", symbol),
        _plain("Địa danh, ngày", ", ".join(part for part in (head.place, day) if part)),
        _plain("Tên loại", head.type_name or _BLANK),
        _plain("Nơi nhận", "\n".join(draft.recipients) or _BLANK),
    ]
    signer = draft.signer
    signing = "\n".join((*signer.title_lines, signer.name)).strip() if signer else ""
    return [*rows, _plain("Người ký", signing or _BLANK)]


def _part_rows(
    part: TextPart, index: int, lines: dict[tuple[int | None, int | None], int]
) -> list[_Row]:
    rows = [_plain("Tên", part.title.text)] if part.title else []
    for place, passage in enumerate(part.passages):
        line = lines.get((index, place))
        rows.append(_Row(_number(passage), _words(passage), line=line))
    return rows


def _number(passage: Passage) -> str:
    if passage.table is not None:
        return "Bảng"
    return f"{_INDENT * max(passage.kind.rank - 1, 0)}{passage.number}"


def _words(passage: Passage) -> RichText:
    table = passage.table
    if table is None:
        return passage.text.words
    heading = " | ".join(cell.text for cell in table.rows[0])
    return RichText((Run(f"{heading} ({len(table.rows)} dòng)", italic=True),))


def _heading(words: str) -> _Row:
    return _Row("", RichText.plain(words), is_heading=True)


def _plain(label: str, words: str) -> _Row:
    return _Row(label, RichText.plain(words))
