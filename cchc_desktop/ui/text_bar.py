"""The bars on top of the text's place: the plan, searching, printing; and the look of passages."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QToolButton,
    QWidget,
)

from cchc_desktop.domain.plan_text import Passage, PassageKind
from cchc_desktop.ui.action_button import ActionButton
from cchc_desktop.ui.icons import icon
from cchc_desktop.ui.import_fields import ElidedLabel, QuietComboBox
from cchc_desktop.ui.text_words import KIND_NAMES

_SEARCH_LETTERS = 34
_NARROW_LETTERS = 125


class TextBar(QFrame):
    """Shows which plan it is, the search field and the actions of the place."""

    def __init__(
        self,
        buttons: Sequence[QAction],
        primary: QAction,
        more: Sequence[QAction | None],
        insert_menu: QMenu,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.name = ElidedLabel(self)
        self.name.setObjectName("heading")
        self.state = QLabel(self)
        self.state.setObjectName("muted")
        self.search_field = QLineEdit(self)
        self.search_field.setPlaceholderText("Tìm trong phần lời…  (Ctrl+F)")
        self.search_field.setClearButtonEnabled(True)
        self.search_field.setAccessibleName("Tìm trong phần lời")
        self.insert_button = QPushButton("Chèn", self)
        self.insert_button.setAutoDefault(True)
        self.insert_button.setMenu(insert_menu)
        menu = QMenu(self)
        for entry in more:
            if entry is None:
                menu.addSeparator()
            else:
                menu.addAction(entry)
        self.more_button = QToolButton(self)
        self.more_button.setIcon(icon("ellipsis-vertical"))
        self.more_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more_button.setMenu(menu)
        self.more_button.setToolTip("Việc khác với phần lời")
        self.more_button.setAccessibleName("Việc khác với phần lời")
        self.more_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(8)
        row.addWidget(self.name, 1)
        row.addWidget(self.state)
        row.addSpacing(6)
        row.addWidget(self.search_field)
        row.addWidget(self.insert_button)
        self._buttons = [ActionButton(action, self) for action in buttons]
        for button in self._buttons:
            row.addWidget(button)
        row.addWidget(ActionButton(primary, self, is_primary=True))
        row.addWidget(self.more_button)
        self.fit_font()

    def fit_font(self) -> None:
        """Follow the size of the font."""
        self.search_field.setFixedWidth(
            min(self.fontMetrics().averageCharWidth() * _SEARCH_LETTERS, 300)
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QFrame.resizeEvent: the state gives way first."""
        super().resizeEvent(event)
        is_narrow = self.width() < self.fontMetrics().averageCharWidth() * _NARROW_LETTERS
        self.state.setVisible(not is_narrow)


class FormatBar(QFrame):
    """Shows the kind of the passage and what can be done with it by mouse.

    Signals:
        kind_chosen(PassageKind): The selected passages are to be of this kind.
    """

    kind_chosen = Signal(object)

    def __init__(self, groups: Sequence[Sequence[QAction]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.kind = QuietComboBox(self)
        for kind, words in KIND_NAMES.items():
            self.kind.addItem(words, kind)
        self.kind.setAccessibleName("Cấp của đoạn đang chọn")
        self.kind.setToolTip("Cấp của đoạn (Ctrl+1 đến Ctrl+7)")
        self.kind.activated.connect(self._on_kind)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 3, 14, 3)
        row.setSpacing(2)
        row.addWidget(self.kind)
        side = self.fontMetrics().height()
        for group in groups:
            row.addSpacing(8)
            for action in group:
                button = QToolButton(self)
                button.setDefaultAction(action)
                button.setIconSize(QSize(side, side))
                button.setAccessibleName(action.text())
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
                row.addWidget(button)
        row.addStretch(1)

    def show_passage(self, passage: Passage | None, *, is_locked: bool) -> None:
        """Show the kind of a passage."""
        is_table = passage is not None and passage.kind is PassageKind.TABLE
        self.kind.setEnabled(passage is not None and not is_locked and not is_table)
        self.kind.setCurrentIndex(self.kind.findData(passage.kind) if passage else -1)

    @Slot(int)
    def _on_kind(self, _index: int) -> None:
        self.kind_chosen.emit(PassageKind(self.kind.currentData()))
