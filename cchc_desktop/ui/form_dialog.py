"""The dialog in which a few fields are filled in, and which stays until they were written."""

from itertools import pairwise

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.services.sentences import describe_error


class FormDialog(QDialog):
    """Fields, and two buttons that say what will happen.

    A subclass fills ``form`` and overrides ``submit``.  The dialog is opened with ``open``
    and closes only once ``submit`` has succeeded: what a service refuses is said beside the
    fields, and nothing typed is lost.
    """

    def __init__(
        self, parent: QWidget | None, title: str, yes_label: str, no_label: str = "Không ghi"
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = QFormLayout()
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setHorizontalSpacing(14)
        self._problem = QLabel(self)
        self._problem.setObjectName("problem")
        self._problem.setWordWrap(True)
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        self._problem.hide()
        self.yes_button = QPushButton(yes_label, self)
        self.yes_button.setProperty("primary", True)
        self.yes_button.setDefault(True)
        self.yes_button.clicked.connect(self._on_yes)
        no = QPushButton(no_label, self)
        no.setAutoDefault(False)
        no.clicked.connect(self.reject)
        self._buttons = (no, self.yes_button)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(no)
        buttons.addWidget(self.yes_button)
        self.body = QVBoxLayout()
        self.body.addLayout(self.form)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(12)
        layout.addLayout(self.body, 1)
        layout.addWidget(self._problem)
        layout.addLayout(buttons)

    def open(self) -> None:
        """Override QDialog.open: Tab goes through the fields, then to the buttons.

        Walking Qt's own focus chain instead (``nextInFocusChain``) ends in a crash later:
        PySide then frees widgets that still stand.
        """
        fields = [
            field
            for field in self.findChildren(QWidget, "", Qt.FindChildOption.FindDirectChildrenOnly)
            if field.focusPolicy() & Qt.FocusPolicy.TabFocus
            and field.focusProxy() is None
            and field not in self._buttons
        ]
        if fields:
            for earlier, later in pairwise((fields[-1], *self._buttons)):
                QWidget.setTabOrder(earlier, later)
            if self.focusWidget() is None:
                fields[0].setFocus(Qt.FocusReason.TabFocusReason)
        super().open()

    def submit(self) -> None:
        """Carry out what the dialog is for, then ``accept``; or ``show_error``."""
        self.accept()

    @property
    def problem(self) -> str:
        """What stands in the way, or ""."""
        return "" if self._problem.isHidden() else self._problem.text()

    def show_problem(self, text: str, field: QWidget | None = None) -> None:
        """Say what stands in the way, and lead to the field concerned."""
        self._problem.setText(text)
        self._problem.show()
        self._make_room()
        self.yes_button.setEnabled(True)
        if field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_room(self) -> None:
        """Grow until no wrapped words are squeezed."""
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth():
            needed = layout.totalHeightForWidth(self.width())
            self.resize(self.width(), max(self.height(), needed))

    def show_error(self, error: BaseException) -> None:
        """Say what a service refused."""
        self.show_problem(str(describe_error(error)))

    def written(self, _answer: object = None) -> None:
        """Close, as what was filled in is written."""
        self.accept()

    @Slot()
    def _on_yes(self) -> None:
        self._problem.hide()
        self.submit()
