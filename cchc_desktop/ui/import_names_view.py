"""The list of unknown names, with a drop-down where something can be decided."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.agency import AgencyCatalogue
from cchc_desktop.services.agencies import NameSettlement
from cchc_desktop.services.imports import UnknownName
from cchc_desktop.ui.import_cells import CellDelegate, Index
from cchc_desktop.ui.import_list import ImportList
from cchc_desktop.ui.import_names_model import (
    ACTION_COLUMN,
    CHOICES_ROLE,
    SHARES,
    TARGET_COLUMN,
    NamesModel,
)


class NamesView(QWidget):
    """Lets the officer settle every unknown name, and write them all at once.

    Signals:
        settled(NameSettlement): The officer wants these written into the catalogue.
    """

    settled = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = NamesModel(self)
        self.list = _NamesList(SHARES, self)
        self.list.setModel(self.model)
        self.list.setAccessibleName("Đơn vị chưa có trong danh mục")
        self.list.set_empty_sentence("Mọi cơ quan, đơn vị trong tệp đều đã có trong danh mục.")
        hint = QLabel(
            "Mỗi lựa chọn áp dụng cho mọi ô có tên đó. Chữ trong kế hoạch vẫn giữ như đã viết.",
            self,
        )
        hint.setObjectName("muted")
        hint.setWordWrap(True)
        self._suggest = QPushButton("Nhận các tên gần giống", self)
        self._suggest.clicked.connect(self.model.accept_suggestions)
        self._apply = QPushButton(self)
        self._apply.clicked.connect(self._on_apply)
        self._foot = QWidget(self)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(12, 6, 12, 6)
        foot.setSpacing(8)
        foot.addWidget(hint, 1)
        foot.addWidget(self._suggest)
        foot.addWidget(self._apply)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._foot)
        self.model.decisions_changed.connect(self._on_decisions_changed)
        self._on_decisions_changed()

    def show_names(self, names: tuple[UnknownName, ...], catalogue: AgencyCatalogue) -> None:
        """Show other names; what was decided on the same ones stays."""
        self.model.show_names(names, catalogue)

    @Slot()
    def _on_decisions_changed(self) -> None:
        count = len(self.model.decisions())
        self._apply.setText(f"Ghi {count} tên vào danh mục" if count else "Ghi vào danh mục")
        self._apply.setEnabled(count > 0)
        self._suggest.setEnabled(self.model.has_suggestions)
        self._foot.setVisible(self.model.rowCount() > 0)

    @Slot()
    def _on_apply(self) -> None:
        settlement: NameSettlement = self.model.decisions()
        self.settled.emit(settlement)


class _NamesList(ImportList):
    """Opens a drop-down by one click, by F2, by Enter or by Alt+Down."""

    def __init__(self, shares: tuple[float, ...], parent: QWidget) -> None:
        super().__init__(shares, parent)
        self.setItemDelegate(_ChoiceDelegate(self))
        self.setEditTriggers(self.EditTrigger.EditKeyPressed)
        self.setTabKeyNavigation(True)
        self.clicked.connect(self._on_choice_clicked)
        self.activated.connect(self._on_choice_clicked)

    @Slot(QModelIndex)
    def _on_choice_clicked(self, index: QModelIndex) -> None:
        is_open = self.state() is self.State.EditingState
        if index.column() in (ACTION_COLUMN, TARGET_COLUMN) and not is_open:
            self.setCurrentIndex(index)
            self.edit(index)


class _ChoiceDelegate(CellDelegate):
    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,  # noqa: ARG002 - Qt's signature
        index: Index,
    ) -> QWidget:
        """Override QStyledItemDelegate.createEditor: the cell's choices as a list."""
        editor = QComboBox(parent)
        editor.addItems([label for label, _ in index.data(CHOICES_ROLE)])
        editor.setMaxVisibleItems(14)
        editor.activated.connect(self._on_chosen)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Override QStyledItemDelegate.setEditorData."""
        if isinstance(editor, QComboBox):
            current = index.data(Qt.ItemDataRole.EditRole)
            values = [value for _, value in index.data(CHOICES_ROLE)]
            editor.setCurrentIndex(values.index(current) if current in values else 0)
            editor.showPopup()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Override QStyledItemDelegate.setModelData."""
        if isinstance(editor, QComboBox):
            choices = index.data(CHOICES_ROLE)
            if 0 <= editor.currentIndex() < len(choices):
                model.setData(index, choices[editor.currentIndex()][1])

    def updateEditorGeometry(
        self,
        editor: QWidget,
        option: QStyleOptionViewItem,
        index: Index,  # noqa: ARG002 - Qt's signature
    ) -> None:
        """Override QStyledItemDelegate.updateEditorGeometry."""
        height = min(editor.sizeHint().height(), option.rect.height())
        editor.setGeometry(option.rect.x(), option.rect.y(), option.rect.width(), height)

    @Slot()
    def _on_chosen(self) -> None:
        editor = self.sender()
        if isinstance(editor, QComboBox):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor)
