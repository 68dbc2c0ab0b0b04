"""The view "Sẽ ghi": the rows of a new plan, or the differences from the one that is there."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.plan_comparison import Difference, DifferenceKind
from cchc_desktop.services.imports import ImportPreview
from cchc_desktop.ui import import_difference_model, import_draft_model
from cchc_desktop.ui.import_difference_model import DifferenceModel
from cchc_desktop.ui.import_draft_model import DraftModel
from cchc_desktop.ui.import_list import ImportList
from cchc_desktop.ui.import_words import DIFFERENCE_NAMES, difference_summary

_KINDS: tuple[DifferenceKind | None, ...] = (None, *DIFFERENCE_NAMES)


class PlanView(QStackedWidget):
    """Shows what writing would do.

    Signals:
        accepted_changed(): Another number of differences is accepted.
    """

    accepted_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.draft_model = DraftModel(self)
        self.draft_list = ImportList(import_draft_model.SHARES, self)
        self.draft_list.setModel(self.draft_model)
        self.draft_list.setAccessibleName("Các nhiệm vụ sẽ ghi")
        self.differences = DifferenceModel(self)
        self.differences.accepted_changed.connect(self.accepted_changed)
        self.difference_list = ImportList(import_difference_model.SHARES, self)
        self.difference_list.setModel(self.differences)
        self.difference_list.setAccessibleName("Các thay đổi so với kế hoạch đang có")
        self._summary = QLabel(self)
        self._summary.setWordWrap(True)
        self._kind = QComboBox(self)
        self._kind.setAccessibleName("Loại thay đổi")
        self._kind.addItems([DIFFERENCE_NAMES[kind] if kind else "Mọi thay đổi" for kind in _KINDS])
        self._kind.currentIndexChanged.connect(self._on_kind_chosen)
        self._all = QPushButton("Chọn &hết", self)
        self._all.clicked.connect(self._on_all)
        self._none = QPushButton("&Bỏ chọn hết", self)
        self._none.clicked.connect(self._on_none)
        self._head = QWidget(self)
        head = QHBoxLayout(self._head)
        head.setContentsMargins(14, 6, 14, 6)
        head.setSpacing(8)
        head.addWidget(self._summary, 1)
        for widget in (self._kind, self._all, self._none):
            head.addWidget(widget)
        page = QWidget(self)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addWidget(self.difference_list, 1)
        self.addWidget(self.draft_list)
        self.addWidget(page)

    @property
    def accepted(self) -> tuple[Difference, ...]:
        """The differences to be written."""
        return self.differences.accepted

    def show_preview(self, preview: ImportPreview) -> None:
        """Show what writing ``preview`` would do; earlier decisions stay."""
        if preview.plan is None:
            self.draft_model.show_draft(preview.draft, preview.year)
            self.draft_list.select_first()
            self.setCurrentIndex(0)
            return
        self._summary.setText(difference_summary(preview))
        self._head.setVisible(bool(preview.differences))
        self.difference_list.horizontalHeader().setVisible(bool(preview.differences))
        self.difference_list.set_empty_sentence(
            difference_summary(preview)
            if preview.changes_nothing
            else "Không có thay đổi loại này."
        )
        self.differences.show_preview(preview)
        self.difference_list.select_first()
        self.setCurrentIndex(1)

    def forget_decisions(self) -> None:
        """Start anew with another document."""
        self._kind.setCurrentIndex(0)
        self.differences.forget_decisions()

    @Slot(int)
    def _on_kind_chosen(self, row: int) -> None:
        self.differences.show_kind(_KINDS[row])

    @Slot()
    def _on_all(self) -> None:
        self.differences.accept_shown(is_accepted=True)

    @Slot()
    def _on_none(self) -> None:
        self.differences.accept_shown(is_accepted=False)
