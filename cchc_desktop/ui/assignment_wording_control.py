"""Keeps the panel of wordings, the marks and the current task in step."""

from PySide6.QtCore import QObject, QTimer, Slot

from cchc_desktop.domain.agency import Role
from cchc_desktop.services.assignment_changes import WordingEdit
from cchc_desktop.ui.assignment_grid import GridRow
from cchc_desktop.ui.assignment_marking import AssignmentMarking
from cchc_desktop.ui.assignment_table import AssignmentTable
from cchc_desktop.ui.assignment_wording_card import Wording
from cchc_desktop.ui.assignment_wording_panel import WordingPanel
from cchc_desktop.ui.assignment_words import cell_words
from cchc_desktop.ui.settings import Settings

_AT_ONCE = "assignment/writes-at-once"
_PANEL = "assignment-wording"


class WordingControl(QObject):
    """Says what the panel shows, and writes what stands in it."""

    def __init__(
        self,
        table: AssignmentTable,
        marking: AssignmentMarking,
        panel: WordingPanel,
        settings: Settings,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._table = table
        self._grid = table.grid
        self._marking = marking
        self._panel = panel
        self._settings = settings
        self._shown: GridRow | None = None
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self.show_current)
        marking.writes_at_once = settings.number(_AT_ONCE, 0) != 0
        panel.at_once.setChecked(marking.writes_at_once)
        panel.setVisible(settings.is_shown(_PANEL))
        table.mark_asked.connect(self.mark)
        table.write_asked.connect(self._on_enter)
        table.cancel_asked.connect(self._cancel)
        table.current_changed.connect(self._on_current_changed)
        marking.proposed.connect(self._on_proposed)
        panel.write_asked.connect(self._on_panel_write)
        panel.cancel_asked.connect(self._on_panel_cancel)
        panel.at_once_toggled.connect(self._on_at_once)
        panel.closed.connect(self.toggle_panel)

    def commit_editing(self) -> None:
        """Save words that were typed for a task; marks that are only proposed stay proposed."""
        if not self._panel.is_proposal and self._panel.has_changes:
            self._write()

    def refresh(self) -> None:
        """Show the current task again, once all that changes at the moment has changed."""
        self._timer.start()

    @Slot()
    def edit(self) -> None:
        """Go into the wording of the current task."""
        self._panel.show()
        self.show_current()
        self._panel.focus_first()

    @Slot()
    def toggle_panel(self) -> None:
        """Open or close the panel of wordings."""
        is_shown = not self._settings.is_shown(_PANEL)
        self._settings.set_shown(_PANEL, is_shown=is_shown)
        self._panel.setVisible(is_shown)
        if is_shown:
            self.show_current()
        else:
            self._table.setFocus()

    @Slot(object)
    def mark(self, role: Role | None) -> None:
        """Want a role in the selected cells."""
        self.commit_editing()
        self._marking.mark(role)

    @Slot()
    def _write(self) -> None:
        """Write what stands in the panel; wordings that nobody wrote stay wanted."""
        edits = []
        left = []
        changed = self._panel.changed_wordings()
        for wording, card in changed:
            after = card.text if card else wording.after
            task_id, role = wording.key
            edits.append(WordingEdit(task_id, role, wording.before, after))
        if self._panel.is_proposal:
            written = {wording.key for wording, _ in changed}
            left = [w.key[0] for w in self._marking.wordings if w.obstacle and w.key not in written]
        self._panel.forget_typed()
        self._marking.write(edits, left)

    @Slot()
    def _on_enter(self) -> None:
        """Write what is proposed; where nothing is, Enter goes down as in any table."""
        if self._marking.is_asking:
            self._marking.write_when_proposed()
        elif self._marking.is_pending or self._panel.has_changes:
            self._write()
        else:
            self._table.move_down()

    @Slot()
    def _cancel(self) -> None:
        self._panel.forget_typed()
        if self._marking.is_pending:
            self._marking.forget()
        else:
            self._shown = None
            self.show_current()

    @Slot()
    def _on_panel_write(self) -> None:
        self._write()
        self._table.setFocus()

    @Slot()
    def _on_panel_cancel(self) -> None:
        self._cancel()
        self._table.setFocus()

    @Slot(bool)
    def _on_at_once(self, is_on: bool) -> None:  # noqa: FBT001 - a signal
        self._marking.writes_at_once = is_on
        self._settings.set_number(_AT_ONCE, int(is_on))

    @Slot(object)
    def _on_proposed(self, wordings: tuple[Wording, ...]) -> None:
        if wordings:
            self._panel.show()
            self._panel.show_proposals(wordings)
            return
        self._panel.setVisible(self._settings.is_shown(_PANEL))
        self._panel.forget_typed()
        self.show_current()

    @Slot()
    def _on_current_changed(self) -> None:
        row = self._table.current_row
        if self._shown is not None and (row is None or row.key != self._shown.key):
            # Words typed for the task left behind are kept, as in any other table.
            self.commit_editing()
        self._timer.start()

    @Slot()
    def show_current(self) -> None:
        """Show the wordings of the current task, unless some are proposed."""
        if self._marking.wordings:
            return
        row = self._table.current_row
        is_other = (row.key if row else None) != (self._shown.key if self._shown else None)
        if is_other:
            self._panel.forget_typed()
        self._shown = row
        if row is None or row.task is None:
            heading = row.place if row else "Chọn một nhiệm vụ để xem lời văn"
            self._panel.show_task(heading, row.words if row else "", "", ())
            return
        wordings = [
            Wording(row.key, role, row.place, text, text)
            for role in Role
            if (text := row.task.assignment(role).text) or role is not Role.MONITOR
        ]
        self._panel.show_task(row.place, row.words, self._facts(row), wordings)

    def _facts(self, row: GridRow) -> str:
        """Return what is missing in a row, and what its current cell means."""
        facts = []
        if row.has_no_lead:
            facts.append("Chưa có cơ quan chủ trì.")
        if row.unknown:
            facts.append("Tên chưa có trong danh mục: " + "; ".join(row.unknown) + ".")
        column = self._grid.column_at(self._table.currentIndex().column())
        words = cell_words(self._grid, row, column) if column else ""
        if words:
            facts.append("\n".join(words.split(" · ", 1)[-1].split("\n")))
        return "\n".join(facts)
