"""Choosing a document of the register to cite in a text."""

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.registered_document import DocumentId, RegisteredDocument
from cchc_desktop.domain.vietnamese import Searchable, SearchQuery
from cchc_desktop.services.sentences import describe_error
from cchc_desktop.ui.document_dialog import DocumentDialog
from cchc_desktop.ui.jobs import Job
from cchc_desktop.ui.workspace import Workspace

_WIDTH, _HEIGHT = 680, 420
_ID = Qt.ItemDataRole.UserRole
_MOVES = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


class CitationDialog(QDialog):
    """Searches the register as the officer types; Enter chooses."""

    def __init__(self, workspace: Workspace, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Dẫn văn bản")
        self.resize(_WIDTH, _HEIGHT)
        self._workspace = workspace
        self._job: Job | None = None
        self._register: tuple[RegisteredDocument, ...] = ()
        self._known: frozenset[DocumentId | None] = frozenset()
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(
            "Tìm theo số, loại, cơ quan, trích yếu (gõ không dấu cũng được)"
        )
        self.search.setAccessibleName("Tìm văn bản để dẫn")
        self.search.setClearButtonEnabled(True)
        self.search.installEventFilter(self)
        self.list = QListWidget(self)
        self.list.setObjectName("framed")
        self.list.setWordWrap(True)
        self.list.setAccessibleName("Văn bản trong sổ")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.note = QLabel(self)
        self.note.setObjectName("muted")
        self.note.setWordWrap(True)
        self.add_button = QPushButton("&Thêm văn bản…", self)
        self.add_button.setAutoDefault(False)
        self.choose_button = QPushButton("Dẫn văn bản này", self)
        self.choose_button.setProperty("primary", True)
        self.choose_button.setDefault(True)
        cancel = QPushButton("Không dẫn", self)
        cancel.setAutoDefault(False)
        buttons = QHBoxLayout()
        buttons.addWidget(self.add_button)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.choose_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(10)
        layout.addWidget(self.search)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.note)
        layout.addLayout(buttons)
        self.search.textChanged.connect(self._filter)
        self.list.itemActivated.connect(self._choose)
        self.list.currentItemChanged.connect(self._offer)
        self.add_button.clicked.connect(self._add)
        self.choose_button.clicked.connect(self._choose)
        cancel.clicked.connect(self.reject)
        workspace.changed.connect(self._reload)
        self.finished.connect(self._stop_reading)
        self._reload()

    @classmethod
    def ask(cls, workspace: Workspace, parent: QWidget | None) -> DocumentId | None:
        """Return the document chosen, or None; blocks until the officer has decided."""
        dialog = cls(workspace, parent)
        loop = QEventLoop(dialog)
        dialog.finished.connect(loop.quit)
        dialog.open()
        loop.exec()
        chosen = dialog.chosen if dialog.result() == QDialog.DialogCode.Accepted else None
        dialog.deleteLater()
        return chosen

    @property
    def chosen(self) -> DocumentId | None:
        """The document in the current row, or None."""
        item = self.list.currentItem()
        return DocumentId(item.data(_ID)) if item is not None else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Override QObject.eventFilter: the arrow keys move in the list while one types."""
        is_press = watched is self.search and event.type() == QEvent.Type.KeyPress
        if is_press and isinstance(event, QKeyEvent) and event.key() in _MOVES:
            self.list.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    @Slot()
    def _reload(self) -> None:
        self._stop_reading()
        self._job = self._workspace.query(lambda s: s.documents.list(), self._take, self._say_error)

    @Slot()
    def _stop_reading(self) -> None:
        """Let no answer come after the dialog is gone."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _take(self, register: tuple[RegisteredDocument, ...]) -> None:
        self._job = None
        new = next((d.id for d in register if self._register and d.id not in self._known), None)
        self._register = register
        self._known = frozenset(document.id for document in register)
        if new is not None:
            self.search.clear()
        self._filter()
        for row in range(self.list.count()):
            if self.list.item(row).data(_ID) == new:
                self.list.setCurrentRow(row)

    def _say_error(self, error: BaseException) -> None:
        self.note.setText(str(describe_error(error)))

    @Slot()
    def _filter(self) -> None:
        query = SearchQuery(self.search.text())
        self.list.clear()
        # What is in force is cited most: it stands first.
        for document in sorted(self._register, key=_order):
            if query.matches(Searchable(document.full_citation)):
                item = QListWidgetItem(document.full_citation, self.list)
                item.setData(_ID, document.id)
        self.list.setCurrentRow(0)
        self._offer()

    @Slot()
    def _offer(self) -> None:
        chosen = self.chosen
        self.choose_button.setEnabled(chosen is not None)
        document = next((d for d in self._register if d.id == chosen), None)
        by = next((d for d in self._register if document and d.id == document.replaced_by), None)
        words = ""
        if not self._register:
            words = "Sổ chưa có văn bản nào. Bấm “Thêm văn bản…”."
        elif not self.list.count():
            words = "Không có văn bản nào khớp. Bấm “Thêm văn bản…” để thêm vào sổ."
        elif by is not None:
            words = f"Chú ý: văn bản này đã được thay bằng {by.short_citation}."
        elif document is not None and document.ended_on is not None:
            words = f"Chú ý: văn bản này chỉ có hiệu lực đến hết ngày {document.ended_on:%d/%m/%Y}."
        self.note.setText(words)

    @Slot()
    def _choose(self) -> None:
        if self.chosen is not None:
            self.accept()

    @Slot()
    def _add(self) -> None:
        DocumentDialog(self._workspace, None, self._register, self).open()


def _order(document: RegisteredDocument) -> tuple[bool, int, int]:
    is_past = document.replaced_by is not None or document.ended_on is not None
    day = document.issued_on.toordinal() if document.issued_on else 0
    return is_past, -day, -(document.id or 0)
