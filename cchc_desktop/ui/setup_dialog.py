"""The first guided set-up: what the program must know of an office before it can print."""

from dataclasses import replace

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QComboBox, QLabel, QScrollArea, QVBoxLayout, QWidget

from cchc_desktop.domain.office import (
    Letterhead,
    LetterheadId,
    OfficeLevel,
    usual_signer,
)
from cchc_desktop.services.session import OfficeSetup
from cchc_desktop.ui.form_dialog import FormDialog
from cchc_desktop.ui.letterhead_form import LetterheadForm
from cchc_desktop.ui.letterhead_preview import LetterheadPreview

LEVEL_NAMES = {
    OfficeLevel.DISTRICT: "Huyện, quận, thị xã, thành phố thuộc tỉnh",
    OfficeLevel.COMMUNE: "Xã, phường, đặc khu, thị trấn",
    OfficeLevel.PROVINCE: "Tỉnh, thành phố trực thuộc Trung ương",
}

_USUAL_BODY = "Ủy ban nhân dân"
_NEW = Letterhead(LetterheadId(0), parent="", name="", place="", signer=usual_signer(_USUAL_BODY))


class SetupDialog(FormDialog):
    """Asks for the office's details and shows at once how they will be printed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            parent, "Lập tệp cho cơ quan mới", "Tiếp tục: chọn nơi lưu tệp…", "Không lập"
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        hint = QLabel(
            "Các thông tin này in ở đầu và cuối văn bản. Mục nào chưa rõ thì để trống; tất cả đều"
            " sửa được sau ở mục Cơ quan.",
            self,
        )
        hint.setObjectName("muted")
        hint.setWordWrap(True)
        self.level = QComboBox(self)
        self.level.setAccessibleName("Cấp hành chính")
        for level, words in LEVEL_NAMES.items():
            self.level.addItem(words, level)
        self.fields = LetterheadForm(_NEW, self)
        self.fields.show_level(OfficeLevel.DISTRICT)
        self.preview = LetterheadPreview(_NEW, self)
        self.fields.put_first("C&ấp hành chính", self.level)
        self._proposed = _NEW.signer
        content = QWidget(self)
        content.setObjectName("page")
        inner = QVBoxLayout(content)
        inner.setContentsMargins(0, 0, 8, 0)
        inner.setSpacing(12)
        inner.addWidget(self.fields)
        inner.addWidget(self.preview)
        inner.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(content)
        self.body.insertWidget(0, hint)
        self.body.addWidget(area, 1)
        self.fields.changed.connect(self._on_changed)
        self.fields.name.editingFinished.connect(self._on_name_given)
        self.level.activated.connect(self._on_level_chosen)
        self.resize(760, 680)
        self.fields.name.setFocus()

    @classmethod
    def ask(cls, parent: QWidget | None) -> OfficeSetup | None:
        """Return what the officer filled in, or None."""
        dialog = cls(parent)
        try:
            return dialog.setup if dialog.exec() else None
        finally:
            dialog.deleteLater()

    @property
    def setup(self) -> OfficeSetup:
        """The office as the fields stand."""
        return OfficeSetup(OfficeLevel(self.level.currentData()), self.fields.letterhead)

    def submit(self) -> None:
        """Override FormDialog.submit."""
        if not self.fields.name.text().strip():
            self.show_problem("Chưa ghi tên cơ quan ban hành.", self.fields.name)
            return
        self.accept()

    @Slot()
    def _on_name_given(self) -> None:
        """Propose how such a body signs, as long as the officer has not said it otherwise."""
        signer = self.fields.letterhead.signer
        if replace(signer, name="") == self._proposed:
            self._proposed = usual_signer(self.fields.name.text() or _USUAL_BODY)
            self.fields.show_signer(replace(self._proposed, name=signer.name))

    @Slot()
    def _on_changed(self) -> None:
        self.preview.show_letterhead(self.fields.letterhead)

    @Slot(int)
    def _on_level_chosen(self, _index: int) -> None:
        self.fields.show_level(OfficeLevel(self.level.currentData()))
