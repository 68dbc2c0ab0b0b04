"""What an officer does with the cells of the plan's table: write, clear, copy, paste, fill."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication

from cchc_desktop.domain.annex_draft import AnnexColumn, AnnexDraft
from cchc_desktop.domain.changes import ChangeSet
from cchc_desktop.domain.plan_rows import PlanRow, RowKey, RowKind
from cchc_desktop.domain.problem import Severity
from cchc_desktop.domain.rich_text import EMPTY, RichText, Run
from cchc_desktop.services.plan_editing import CellEdit
from cchc_desktop.services.sentences import describe_problem
from cchc_desktop.services.session import Session
from cchc_desktop.ui.grid_clipboard import Grid, clipboard_data, read_block, selected_block
from cchc_desktop.ui.messages import Messages
from cchc_desktop.ui.plan_clipboard import overflow_tasks, plan_paste
from cchc_desktop.ui.plan_columns import TABLE_COLUMNS
from cchc_desktop.ui.plan_row_commands import RowCommands
from cchc_desktop.ui.plan_table import PlanTable
from cchc_desktop.ui.workspace import Workspace


class CellCommands(QObject):
    """Carries out what is asked for the cells of a table."""

    def __init__(
        self,
        workspace: Workspace,
        messages: Messages,
        table: PlanTable,
        row_commands: RowCommands,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._messages = messages
        self._table = table
        self._rows = table.rows
        self._row_commands = row_commands
        self._cut: tuple[RowKey, ...] = ()
        table.clear_asked.connect(self.clear)
        table.cancel_asked.connect(self.forget_cut)
        self._rows.edited.connect(self._on_edited)

    @property
    def is_cut(self) -> bool:
        """Whether rows wait to be moved by pasting."""
        return bool(self._cut)

    def save(self, edits: Sequence[CellEdit], label: str) -> None:
        """Show ``edits`` at once and save them in one step."""
        changed = self._rows.write(edits, is_silent=True)
        if changed:
            self._run(changed, lambda s: s.cells.set_cells(changed, label))

    def _run(self, shown: Sequence[CellEdit], step: Callable[[Session], ChangeSet]) -> None:
        """Save what is shown already; where that fails, the table shows what is saved."""

        def failed(error: BaseException) -> None:
            self._rows.forget_pending(shown)
            self._messages.error(error)

        self._workspace.mutate(step, lambda _: self._rows.forget_pending(shown), failed)

    @Slot()
    def clear(self) -> None:
        """Empty the selected cells; a section keeps its title."""
        cells = self._writable_cells()
        edits = [
            CellEdit(row.key, column, EMPTY)
            for row, column in cells
            if row.key.kind is not RowKind.SECTION
        ]
        self.save(edits, "clear_cells" if len(edits) > 1 else "edit_cell")

    @Slot()
    def toggle_bold(self) -> None:
        """Make the selected cells bold, or no longer so when all of them are."""
        self._restyle(lambda run: run.bold, lambda run, on: replace(run, bold=on))

    @Slot()
    def toggle_italic(self) -> None:
        """Make the selected cells italic, or no longer so when all of them are."""
        self._restyle(lambda run: run.italic, lambda run, on: replace(run, italic=on))

    @Slot()
    def fill_down(self) -> None:
        """Copy the top cells of the selection to those below; one row takes the row above."""
        places = self._table.selected_places()
        if not places:
            return
        top = min(row for row, _ in places)
        if all(row == top for row, _ in places):
            top -= 1
        source = self._rows.row_at(top)
        if source is None:
            return
        edits = [
            CellEdit(target.key, column, self._rows.text_of(source, column))
            for place, number in places
            if place != top
            and (target := self._rows.row_at(place))
            and target.accepts(column := TABLE_COLUMNS[number].column)
            and source.accepts(column)
            and target.key.kind is not RowKind.SECTION
        ]
        self.save(edits, "fill_down")

    @Slot()
    def copy(self) -> None:
        """Put the selected cells on the clipboard."""
        grid = selected_block(self._table, self._text_at)
        if grid:
            QGuiApplication.clipboard().setMimeData(clipboard_data(grid))
            self.forget_cut()

    @Slot()
    def cut(self) -> None:
        """Put the selected cells on the clipboard; whole rows wait to be moved by pasting."""
        self.copy()
        if not self._table.has_whole_rows():
            self.clear()
        elif self._rows.sorting is None:
            self._cut = tuple(row.key for row in self._table.selected_rows())
            self._table.delegate.cut_rows = frozenset(self._cut)
            self._table.viewport().update()

    @Slot()
    def forget_cut(self) -> None:
        """Let rows that wait to be moved stay where they are."""
        if self._cut:
            self._cut = ()
            self._table.delegate.cut_rows = frozenset()
            self._table.viewport().update()

    @Slot()
    def paste(self) -> None:
        """Write the clipboard's block over the cells from the selection's corner on."""
        self._table.commit_editing()
        row = self._table.current_row
        if row is None:
            return
        if self._cut:
            keys = self._cut
            self.forget_cut()
            self._row_commands.place_rows(keys, row.key)
            return
        corner = self._table.corner()
        if corner is not None:
            key, column = corner[0].key, corner[1]
            read_block(
                self._workspace, self._messages, lambda grid: self._paste_grid(grid, key, column)
            )

    @Slot()
    def paste_as_tasks(self) -> None:
        """Insert the clipboard's block as new rows below the current one."""
        self._table.commit_editing()
        data = QGuiApplication.clipboard().mimeData()
        if self._rows.plan is None or not (data.hasText() or data.hasHtml()):
            return
        row = self._table.current_row
        after = row.key if row else None
        text, html = data.text(), data.html() if data.hasHtml() else None
        self._workspace.work_on_files(
            lambda s: s.imports.read_pasted(text, html),
            lambda draft: self._insert_draft(draft, after),
            self._messages.error,
        )

    @Slot(object)
    def _on_edited(self, edits: tuple[CellEdit, ...]) -> None:
        edit = edits[0]
        self._run(edits, lambda s: s.cells.set_cell(edit.row, edit.column, edit.text))

    def _paste_grid(self, grid: Grid, corner: RowKey, column: AnnexColumn) -> None:
        plan, place = self._rows.plan, self._rows.place_of(corner)
        if plan is None or place < 0 or not grid:
            return
        if len(grid) == 1 and len(grid[0]) == 1:
            cells = self._writable_cells()
            if len(cells) > 1:
                edits = [CellEdit(row.key, into, grid[0][0]) for row, into in cells]
                self.save(edits, "paste_cells")
                return
        columns = self._table.shown_columns()
        start = columns.index(column) if column in columns else 0
        planned = plan_paste(grid, self._rows.shown_rows, columns, place, start)
        tasks = overflow_tasks(planned.overflow, columns, start)
        if tasks and self._messages.ask(
            f"Khối dán còn {len(tasks)} dòng ở dưới dòng cuối của bảng.\n"
            "Thêm các dòng đó thành nhiệm vụ mới ở cuối?",
            f"Thêm {len(tasks)} nhiệm vụ",
            "Không thêm",
        ):
            changed = self._rows.write(planned.edits, is_silent=True)
            last = self._rows.all_rows[-1].key if self._rows.all_rows else None
            self._run(changed, lambda s: s.rows.paste_block(plan.id, changed, last, tasks))
        else:
            self.save(planned.edits, "paste_cells")
        if planned.refused:
            self._messages.inform(
                f"{planned.refused} ô của khối dán không có chỗ trong bảng nên chưa được ghi "
                "(dòng lĩnh vực và dòng sản phẩm chỉ có một số ô). Khối dán vẫn còn để dán lại."
            )

    def _insert_draft(self, draft: AnnexDraft, after: RowKey | None) -> None:
        plan = self._rows.plan
        if plan is None:
            return
        lost = [p for p in draft.problems if p.severity is Severity.DROPPED]

        def done(_: object) -> None:
            if lost:
                first = describe_problem(lost[0])
                self._messages.inform(f"Có {len(lost)} chỗ chưa đưa được vào bảng. {first}")

        self._workspace.mutate(
            lambda s: s.rows.insert_drafts(plan.id, after, draft.sections),
            done,
            self._messages.error,
        )

    def _writable_cells(self) -> list[tuple[PlanRow, AnnexColumn]]:
        cells = []
        for place, number in self._table.selected_places():
            row, column = self._rows.row_at(place), TABLE_COLUMNS[number].column
            if row is not None and row.accepts(column):
                cells.append((row, column))
        return cells

    def _text_at(self, row: PlanRow, place: int) -> RichText:
        return self._rows.text_of(row, TABLE_COLUMNS[place].column)

    def _restyle(
        self, is_on: Callable[[Run], bool], with_style: Callable[[Run, bool], Run]
    ) -> None:
        cells = [
            (row, column, self._rows.text_of(row, column)) for row, column in self._writable_cells()
        ]
        runs = [run for _, _, text in cells for run in text.runs]
        switch_on = not all(is_on(run) for run in runs)
        edits = [
            CellEdit(
                row.key, column, RichText.from_runs(with_style(run, switch_on) for run in text.runs)
            )
            for row, column, text in cells
            if text
        ]
        self.save(edits, "style_cells")
