"""The register of documents on the screen: searching, entering, mending, replacing."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from cchc_desktop.domain.clock import Clock, today
from cchc_desktop.domain.legal_documents import CommonDocument
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.registered_document import RegisteredDocument
from cchc_desktop.ui.action_button import ActionButton
from cchc_desktop.ui.actions import make_action
from cchc_desktop.ui.document_dialog import DocumentDialog
from cchc_desktop.ui.document_model import SHARES, DocumentModel
from cchc_desktop.ui.document_tick_dialog import cited_dialog, common_dialog
from cchc_desktop.ui.import_list import ImportList
from cchc_desktop.ui.messages import Messages
from cchc_desktop.ui.workspace import Workspace

_EMPTY = (
    "Sổ chưa có văn bản nào. Bấm “Thêm văn bản”, lấy từ danh mục thường dùng,"
    " hoặc lấy các văn bản kế hoạch đã dẫn."
)


class RegisterList(ImportList):
    """The list of documents.

    Signals:
        edit_wanted(): Enter or a double click.
        delete_wanted(): The Delete key.
    """

    edit_wanted = Signal()
    delete_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override ImportList.keyPressEvent."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit_wanted.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)


class RegisterView(QWidget):
    """Lists the register and offers what can be done with it."""

    def __init__(
        self, workspace: Workspace, clock: Clock, messages: Messages, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._clock = clock
        self._messages = messages
        self._register: tuple[RegisteredDocument, ...] = ()
        self.model = DocumentModel(self)
        self.list = RegisterList(SHARES, self)
        self.list.setModel(self.model)
        self.list.setAccessibleName("Sổ văn bản")
        self.list.set_empty_sentence(_EMPTY)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText("Tìm theo số, cơ quan, trích yếu")
        self.search.setAccessibleName("Tìm văn bản")
        self.search.setClearButtonEnabled(True)
        self.count = QLabel(self)
        self.count.setObjectName("muted")
        self._make_actions()
        row = QHBoxLayout()
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(8)
        row.addWidget(self.search, 1)
        row.addWidget(self.count)
        row.addStretch(1)
        for action in (self.common_action, self.collect_action, self.delete_action):
            row.addWidget(ActionButton(action, self))
        row.addWidget(ActionButton(self.edit_action, self))
        row.addWidget(ActionButton(self.add_action, self, is_primary=True))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(self.list, 1)
        self.setFocusProxy(self.list)
        self.search.textChanged.connect(self._on_search)
        self.search.returnPressed.connect(self.list.setFocus)
        self.list.edit_wanted.connect(self.edit_chosen)
        self.list.doubleClicked.connect(self.edit_chosen)
        self.list.delete_wanted.connect(self.delete_chosen)
        self.list.selectionModel().selectionChanged.connect(self._offer_actions)
        self._offer_actions()

    @property
    def actions_of_view(self) -> list[QAction]:
        """What can be done here."""
        return [
            self.add_action,
            self.edit_action,
            self.delete_action,
            self.common_action,
            self.collect_action,
        ]

    @property
    def chosen(self) -> RegisteredDocument | None:
        """The document in the current row, or None."""
        index = self.list.currentIndex()
        return self.model.document(index.row()) if index.isValid() else None

    def reload(self) -> None:
        """Read the register anew."""
        self._workspace.query(lambda s: s.documents.list(), self._take, self._messages.error)

    @Slot()
    def add_document(self) -> None:
        """Ask for a new document."""
        DocumentDialog(self._workspace, None, self._register, self).open()

    @Slot()
    def edit_chosen(self) -> None:
        """Ask for the details of the chosen document."""
        if self.chosen is not None:
            DocumentDialog(self._workspace, self.chosen, self._register, self).open()

    @Slot()
    def delete_chosen(self) -> None:
        """Delete the chosen document, if nothing refers to it."""
        document = self.chosen
        if document is None or document.id is None:
            return
        document_id = document.id
        question = f"Xóa {document.short_citation} khỏi sổ văn bản?"
        if self._messages.ask(question, "Xóa", "Không xóa"):
            self._workspace.mutate(
                lambda s: s.documents.delete(document_id), None, self._messages.error
            )

    @Slot()
    def take_common(self) -> None:
        """Offer the documents that ship with the program."""
        self._workspace.query(
            lambda s: s.documents.common(), self._offer_common, self._messages.error
        )

    @Slot()
    def collect(self) -> None:
        """Offer what the chosen plan cites."""
        plan = self._workspace.plan
        if plan is not None:
            plan_id = plan.id
            self._workspace.query(
                lambda s: s.documents.collect_citations(plan_id),
                partial(self._offer_cited, plan),
                self._messages.error,
            )

    def _offer_common(self, items: tuple[CommonDocument, ...]) -> None:
        known = {document.symbol_key for document in self._register if document.symbol}
        new = [item for item in items if item.document.symbol_key not in known]
        common_dialog(self._workspace, new, self).open()

    def _offer_cited(self, plan: Plan, cited: tuple[RegisteredDocument, ...]) -> None:
        if cited:
            cited_dialog(self._workspace, cited, plan.term, self).open()
        else:
            self._messages.inform(f"Sổ đã có đủ văn bản mà kế hoạch {plan.term} dẫn.")

    def _take(self, register: tuple[RegisteredDocument, ...]) -> None:
        chosen = self.chosen.id if self.chosen else None
        known = {document.id for document in self._register}
        new = next((d.id for d in register if self._register and d.id not in known), None)
        self._register = register
        self.model.show_documents(register, today(self._clock))
        row = self.model.row_of(new or chosen)
        if register:
            self.list.selectRow(row or 0)
        self._say_count()

    def _say_count(self) -> None:
        self.count.setText(f"{self.model.rowCount()} văn bản")

    @Slot(str)
    def _on_search(self, words: str) -> None:
        self.model.search(words)
        self.list.select_first()
        has_register = bool(self._register)
        self.list.set_empty_sentence("Không có văn bản nào khớp." if has_register else _EMPTY)
        self._say_count()

    @Slot()
    def _offer_actions(self) -> None:
        has_choice = self.chosen is not None
        self.edit_action.setEnabled(has_choice)
        self.delete_action.setEnabled(has_choice)
        self.collect_action.setEnabled(self._workspace.plan is not None)

    def _make_actions(self) -> None:
        self.add_action = make_action(self, "Thêm văn bản…", self.add_document)
        self.edit_action = make_action(self, "&Sửa…", self.edit_chosen)
        self.edit_action.setToolTip("Sửa văn bản đang chọn (Enter)")
        self.delete_action = make_action(self, "&Xóa", self.delete_chosen)
        self.delete_action.setToolTip("Xóa văn bản đang chọn (Delete)")
        self.common_action = make_action(self, "Lấy từ văn bản thường dùn&g…", self.take_common)
        self.collect_action = make_action(self, "Lấy từ kế h&oạch…", self.collect)
