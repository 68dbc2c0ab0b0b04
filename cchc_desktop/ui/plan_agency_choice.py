"""Chooses an agency or a group of the catalogue by typing part of its name."""

from PySide6.QtCore import QEvent, QObject, Qt, Slot
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

from cchc_desktop.domain.agency import Agency, AgencyCatalogue, AgencyGroup
from cchc_desktop.domain.vietnamese import Searchable, SearchQuery

Owner = Agency | AgencyGroup
_OWNER = Qt.ItemDataRole.UserRole


class AgencyChoice(QDialog):
    """Asks for one agency or group; ``ask`` returns it."""

    def __init__(self, catalogue: AgencyCatalogue, question: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Chọn cơ quan, đơn vị")
        self._texts = [(owner, Searchable(_spellings(owner))) for owner in _owners(catalogue)]
        label = QLabel(question, self)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        self.words = QLineEdit(self)
        self.words.setPlaceholderText("Gõ một phần tên…")
        self.words.setAccessibleName("Một phần tên cơ quan")
        self.names = QListWidget(self)
        self.names.setAccessibleName("Cơ quan, đơn vị trong danh mục")
        self.names.setMinimumSize(420, 260)
        self._yes = QPushButton("Chọn cơ quan này", self)
        self._yes.setDefault(True)
        self._yes.setProperty("primary", True)
        no = QPushButton("Không chọn", self)
        no.setAutoDefault(False)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(no)
        buttons.addWidget(self._yes)
        column = QVBoxLayout(self)
        for widget in (label, self.words, self.names):
            column.addWidget(widget)
        column.addLayout(buttons)
        self.words.textChanged.connect(self._show_names)
        self.words.installEventFilter(self)
        self.names.itemActivated.connect(self.accept)
        self._yes.clicked.connect(self.accept)
        no.clicked.connect(self.reject)
        self._show_names("")
        self.words.setFocus()

    @classmethod
    def ask(cls, parent: QWidget, catalogue: AgencyCatalogue, question: str) -> Owner | None:
        """Return the agency or group that the officer chooses, or None."""
        dialog = cls(catalogue, question, parent)
        try:
            is_chosen = dialog.exec() == QDialog.DialogCode.Accepted
            return dialog.chosen if is_chosen else None
        finally:
            dialog.deleteLater()

    @property
    def chosen(self) -> Owner | None:
        """The agency or group on which the list stands."""
        item = self.names.currentItem()
        owner = item.data(_OWNER) if item else None
        return owner if isinstance(owner, Agency | AgencyGroup) else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Override QDialog.eventFilter: the arrows move in the list while a name is typed."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step and self.names.count():
                row = (self.names.currentRow() + step) % self.names.count()
                self.names.setCurrentRow(row)
                return True
        return super().eventFilter(watched, event)

    @Slot(str)
    def _show_names(self, words: str) -> None:
        query = SearchQuery(words)
        self.names.clear()
        for owner, text in self._texts:
            if query.matches(text):
                group = "  (nhóm)" if isinstance(owner, AgencyGroup) else ""
                item = QListWidgetItem(f"{owner.name}{group}")
                item.setData(_OWNER, owner)
                self.names.addItem(item)
        self.names.setCurrentRow(0)
        self._yes.setEnabled(self.names.count() > 0)


def _owners(catalogue: AgencyCatalogue) -> list[Owner]:
    return [*catalogue.agencies, *catalogue.groups]


def _spellings(owner: Owner) -> str:
    short = owner.short_name if isinstance(owner, Agency) else ""
    return " ".join((owner.name, short, *owner.aliases))
