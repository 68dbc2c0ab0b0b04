"""The menu "Chèn": live fields with what they say now, citations, tables, further parts."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from cchc_desktop.domain.plan_fields import DOCUMENT, LiveField
from cchc_desktop.ui.text_words import field_name, shortened

_LONGEST = 48
_AGENCY = "agency."


class InsertMenu(QMenu):
    """Offers what can be put into the text.

    Signals:
        field_chosen(LiveField): This field is to stand at the cursor.
    """

    field_chosen = Signal(object)

    def __init__(self, actions: Sequence[QAction | None], parent: QWidget) -> None:
        super().__init__("Chèn", parent)
        self._fields: tuple[LiveField, ...] = ()
        self.setToolTipsVisible(True)
        self._usual = QMenu("Trường tự cập nhật", self)
        self._agencies = QMenu("Số nhiệm vụ của đơn vị", self)
        self._documents = QMenu("Viện dẫn tự cập nhật", self)
        for menu in (self._usual, self._agencies, self._documents):
            menu.setToolTipsVisible(True)
            self.addMenu(menu)
        self.addSeparator()
        for action in actions:
            if action is None:
                self.addSeparator()
            else:
                self.addAction(action)

    def show_fields(self, fields: tuple[LiveField, ...], *, is_locked: bool) -> None:
        """Offer other fields; one that says nothing now is not offered."""
        for menu in (self._usual, self._agencies, self._documents):
            menu.menuAction().setEnabled(not is_locked)
        if fields == self._fields:
            return
        self._fields = fields
        for menu in (self._usual, self._agencies, self._documents):
            menu.clear()
        for number, field in enumerate(fields):
            if field.words:
                self._add(field, number)
        for menu in (self._agencies, self._documents):
            menu.menuAction().setVisible(not menu.isEmpty())

    def _add(self, field: LiveField, number: int) -> None:
        is_document = field.code.startswith(DOCUMENT)
        menu = self._documents if is_document else self._usual
        name = field_name(field)
        if field.code.startswith(_AGENCY):
            menu, name = self._agencies, field.subject
        words = field.subject if is_document else f"{name}: {shortened(field.words, _LONGEST)}"
        action = menu.addAction(words.replace("&", "&&"))
        action.setToolTip(field.words)
        action.setData(number)
        action.triggered.connect(self._on_chosen)

    @Slot()
    def _on_chosen(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.field_chosen.emit(self._fields[int(action.data())])
