"""The life of the one editor that a view has open: kept, abandoned, grown, gone."""

from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QStyledItemDelegate, QWidget

from cchc_desktop.ui.cell_editor import AfterEdit, RichCellEditor

Index = QModelIndex | QPersistentModelIndex
Editor = TypeVar("Editor", bound=RichCellEditor)


class EditingDelegate(QStyledItemDelegate, Generic[Editor]):
    """Opens at most one editor, whose words are never lost to a reload of the model.

    Signals:
        moved_on(AfterEdit): An editor was finished with a key that goes on to another cell.
    """

    moved_on = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._editor: Editor | None = None

    @property
    def editor(self) -> Editor | None:
        """The editor that is open, or None."""
        return self._editor

    def adopt(self, editor: Editor, font: QFont, line_height: int) -> None:
        """Take a new editor as the open one; its lines stand as those it covers."""
        editor.setFont(font)
        editor.set_line_height(line_height)
        editor.finished.connect(self._on_finished)
        editor.abandoned.connect(self._on_abandoned)
        editor.grown.connect(self._on_grown)
        self._editor = editor

    def fill(self, editor: Editor, index: Index) -> None:
        """Put into a new editor what is to be edited."""

    def refuses(self, editor: Editor) -> bool:  # noqa: ARG002 - asked of subclasses
        """Tell whether what was written cannot be kept; the editor stays open then."""
        return False

    def follow_growth(self, editor: Editor) -> None:
        """Let the view follow an editor whose words need another height."""

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Override QStyledItemDelegate.setEditorData: once, since typing must not be lost."""
        if self._editor is not None and editor is self._editor and not editor.property("filled"):
            editor.setProperty("filled", True)
            self.fill(self._editor, index)

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """Override QStyledItemDelegate.destroyEditor."""
        if editor is self._editor:
            self._editor = None
        super().destroyEditor(editor, index)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Override QStyledItemDelegate.eventFilter: the editor answers its own keys."""
        if event.type() is QEvent.Type.KeyPress and watched is self._editor:
            return False
        return super().eventFilter(watched, event)

    def commit(self) -> None:
        """Keep what stands in the open editor and close it."""
        if self._editor is not None:
            self._close(self._editor)

    @Slot(object)
    def _on_finished(self, where: AfterEdit) -> None:
        if self._editor is not None and not self.refuses(self._editor):
            self._close(self._editor)
            self.moved_on.emit(where)

    @Slot()
    def _on_abandoned(self) -> None:
        if self._editor is not None:
            editor, self._editor = self._editor, None
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.RevertModelCache)

    @Slot()
    def _on_grown(self) -> None:
        if self._editor is not None:
            self.follow_growth(self._editor)

    def _close(self, editor: Editor) -> None:
        self._editor = None
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
