"""The head of the screen for whole documents: which file, which year, what of it is written."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from cchc_desktop.domain.plan import PlanKey
from cchc_desktop.services.plan_imports import PlanImportChoices
from cchc_desktop.ui.import_fields import ElidedLabel

_LETTERS = 13


class PlanImportBar(QFrame):
    """Lets the officer say for which plan a document is meant, and what of it to write.

    Signals:
        key_changed(): Another year or other years were chosen.
        parts_changed(): Something is to be written, or no longer.

    Attributes:
        choose_button: Opens the file chooser.
        term: Where the year or years are typed.
        text_box: Whether the text is written.
        details_box: Whether number, day, recipients and signer are written.
        annex_box: Whether the task annex is written.
    """

    key_changed = Signal()
    parts_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self._key: PlanKey | None = None
        self._file = ElidedLabel(self)
        font = self._file.font()
        font.setBold(True)
        self._file.setFont(font)
        self.term = QLineEdit(self)
        self.term.setPlaceholderText("2025 hoặc 2021-2025")
        self.term.setAccessibleName("Năm hoặc giai đoạn của kế hoạch")
        self.term.setToolTip("Gõ một năm như 2025, hoặc giai đoạn như 2021-2025")
        self.term.textEdited.connect(self._on_typed)
        term_label = QLabel("&Năm, giai đoạn", self)
        term_label.setBuddy(self.term)
        self.text_box = self._box("Phần &lời")
        self.details_box = self._box("&Số, ngày, nơi nhận, người ký")
        self.annex_box = self._box("&Phụ lục nhiệm vụ")
        self.choose_button = QPushButton("&Chọn tệp khác…", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(10)
        row.addWidget(self._file, 1)
        row.addWidget(QLabel("Ghi:", self))
        for box in (self.text_box, self.details_box, self.annex_box):
            row.addWidget(box)
        row.addWidget(term_label)
        row.addWidget(self.term)
        row.addWidget(self.choose_button)
        self._fit()

    @property
    def key(self) -> PlanKey | None:
        """The year or years typed, or None while they are none."""
        return self._key

    @property
    def parts(self) -> PlanImportChoices:
        """What of the document is to be written."""
        return PlanImportChoices(
            with_text=self.text_box.isChecked(),
            with_details=self.details_box.isChecked(),
            with_annex=self.annex_box.isChecked(),
        )

    def show_document(self, name: str, key: PlanKey | None, *, has_annex: bool) -> None:
        """Show another document with the year proposed for it."""
        self._file.set_text(f"Nhập văn bản từ “{name}”")
        self.set_key(key)
        for box in (self.text_box, self.details_box, self.annex_box):
            box.blockSignals(True)
            box.setChecked(True)
            box.blockSignals(False)
        self.annex_box.setVisible(has_annex)

    def set_key(self, key: PlanKey | None) -> None:
        """Choose a year or years without saying so."""
        self._key = key
        self.term.setText(str(key) if key else "")

    def focus_term(self) -> None:
        """Let the officer type the year."""
        self.term.setFocus()
        self.term.selectAll()

    def _box(self, words: str) -> QCheckBox:
        box = QCheckBox(words, self)
        box.setChecked(True)
        box.toggled.connect(self.parts_changed)
        return box

    def _fit(self) -> None:
        letter = self.term.fontMetrics().averageCharWidth()
        self.term.setFixedWidth(letter * _LETTERS + 24)

    @Slot(str)
    def _on_typed(self, words: str) -> None:
        key = PlanKey.parse(words)
        if key != self._key:
            self._key = key
            self.key_changed.emit()
