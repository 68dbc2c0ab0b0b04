"""The documents that prove a piece of work: listed, added, opened, taken off."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cchc_desktop.domain.errors import CchcError, FileMissing
from cchc_desktop.domain.progress import Evidence
from cchc_desktop.services.session import Session
from cchc_desktop.ui.date_field import format_day
from cchc_desktop.ui.icons import icon, put_beside_text
from cchc_desktop.ui.messages import Messages
from cchc_desktop.ui.panel_words import link_button, word_label
from cchc_desktop.ui.workspace import Workspace


class EvidencePanel(QWidget):
    """Shows the documents of one record.

    Signals:
        add_asked(): A document is to be added.
        edit_asked(Evidence): A document is to be changed.
    """

    add_asked = Signal()
    edit_asked = Signal(object)

    def __init__(
        self,
        workspace: Workspace,
        messages: Messages,
        documents: tuple[Evidence, ...],
        opener: Callable[[Path], None],
        parent: QWidget,
        *,
        is_locked: bool,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._messages = messages
        self._opener = opener
        self._documents = {document.id: document for document in documents}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for document in documents:
            column.addWidget(word_label(evidence_text(document), self))
            column.addLayout(self._buttons(document, is_locked=is_locked))
        if not documents:
            column.addWidget(word_label("Chưa có tài liệu trong kỳ này.", self, "muted"))
        self.add_button = QPushButton("Thêm tài liệu…", self)
        self.add_button.setObjectName("addEvidence")
        self.add_button.setToolTip("Có thể kéo tệp thả vào đây")
        self.add_button.setEnabled(not is_locked)
        put_beside_text(self.add_button, icon("paperclip"))
        self.add_button.clicked.connect(self.add_asked)
        row = QHBoxLayout()
        row.addWidget(self.add_button)
        row.addStretch()
        column.addLayout(row)

    def _buttons(self, document: Evidence, *, is_locked: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(0)
        if document.file_id is not None or document.link:
            row.addWidget(self._link("Mở", "openEvidence", document, self._on_open))
        if not is_locked:
            row.addWidget(self._link("Sửa", "editEvidence", document, self._on_edit))
            row.addWidget(self._link("Bỏ", "deleteEvidence", document, self._on_delete))
        row.addStretch()
        return row

    def _link(
        self, text: str, name: str, document: Evidence, command: Callable[[], None]
    ) -> QPushButton:
        button = link_button(text, f"{name}-{document.id}", self)
        button.setProperty("evidence", int(document.id))
        button.setAccessibleName(f"{text} {evidence_text(document)}")
        button.clicked.connect(command)
        return button

    @Slot()
    def _on_open(self) -> None:
        document = self._asked_for()
        opener = self._opener

        def opened(path: Path) -> None:
            try:
                opener(path)
            except CchcError as error:
                self._messages.error(error)

        self._workspace.query(lambda s: _file_of(s, document), opened, self._messages.error)

    @Slot()
    def _on_edit(self) -> None:
        self.edit_asked.emit(self._asked_for())

    @Slot()
    def _on_delete(self) -> None:
        document = self._asked_for()
        name = document.number or document.subject or document.file_name
        question = f"Bỏ tài liệu “{name}”?\nCó thể lấy lại bằng Hoàn tác (Ctrl+Z)."
        if self._messages.ask(question, "Bỏ tài liệu", "Không bỏ"):
            self._workspace.mutate(
                lambda s: s.evidence.delete(document.id), on_error=self._messages.error
            )

    def _asked_for(self) -> Evidence:
        return self._documents[self.sender().property("evidence")]


def evidence_text(document: Evidence) -> str:
    """Return a document in a line: number, day, issuer, subject, file."""
    head = document.number
    if document.issued_on:
        head = f"{head} ngày {format_day(document.issued_on)}".strip()
    if document.issuer:
        head = f"{head} của {document.issuer}".strip()
    text = " – ".join(part for part in (head, document.subject) if part)
    if document.file_name and document.file_name not in text:
        where = "liên kết" if document.link else "tệp"
        text = f"{text} ({where}: {document.file_name})".strip()
    return text


def _file_of(session: Session, document: Evidence) -> Path:
    """Return where a document's file lies; a kept one is written out to be looked at."""
    if document.file_id is None:
        path = Path(document.link)
        if not path.exists():
            raise FileMissing(file=document.link)
        return path
    content = session.evidence.content(document.file_id)
    folder = Path(tempfile.mkdtemp(prefix="cchc-"))
    path = folder / (Path(document.file_name).name or "tai-lieu")
    path.write_bytes(content)
    return path
