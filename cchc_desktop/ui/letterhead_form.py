"""The fields of a letterhead: who issues papers, from where, and how they are signed."""

import re
from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QWidget

from cchc_desktop.domain.office import Letterhead, OfficeLevel, Signer, SigningAuthority

AUTHORITY_NAMES = {
    SigningAuthority.COLLECTIVE: "TM. – thay mặt tập thể",
    SigningAuthority.COLLECTIVE_DEPUTY: "TM., KT. – thay mặt tập thể, cấp phó ký thay",
    SigningAuthority.DEPUTY: "KT. – cấp phó ký thay người đứng đầu",
    SigningAuthority.ORDER: "TL. – thừa lệnh người đứng đầu",
    SigningAuthority.DELEGATED: "TUQ. – thừa ủy quyền",
    SigningAuthority.ACTING: "Q. – quyền người đứng đầu",
    SigningAuthority.OWN: "Người đứng đầu trực tiếp ký",
}

_COLLECTIVE = frozenset({SigningAuthority.COLLECTIVE, SigningAuthority.COLLECTIVE_DEPUTY})
_WITHOUT_BODY = frozenset({SigningAuthority.OWN, SigningAuthority.ACTING})
_USUAL_COLLECTIVE = "Ủy ban nhân dân"
_USUAL_HEAD = "Chủ tịch"

_EXAMPLES = {
    OfficeLevel.PROVINCE: ("", "Ủy ban nhân dân tỉnh …"),
    OfficeLevel.DISTRICT: ("Ủy ban nhân dân tỉnh …", "Ủy ban nhân dân huyện …"),
    OfficeLevel.COMMUNE: ("Ủy ban nhân dân tỉnh …", "Ủy ban nhân dân xã …"),
}

_PLACE_OF_NAME = re.compile(
    r"\b(?:huyện|quận|thị xã|thành phố|tỉnh|xã|phường|thị trấn|đặc khu)\s+(.+)$", re.IGNORECASE
)


class LetterheadForm(QWidget):
    """Lets an officer fill in a letterhead; shows only the fields that his way of signing needs.

    Signals:
        changed(): Something was typed or chosen.
        edited(): A field was left, or a choice made, and may be written.
    """

    changed = Signal()
    edited = Signal()

    def __init__(self, letterhead: Letterhead, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letterhead = letterhead
        self.name = self._line()
        self.parent_name = self._line()
        self.place = self._line()
        self.symbol = self._line()
        self.standing_agency = self._line("Phòng Nội vụ")
        self.standing_symbol = self._line("NV")
        self.authority = QComboBox(self)
        for authority, words in AUTHORITY_NAMES.items():
            self.authority.addItem(words, authority)
        self.body = self._line()
        self.head_position = self._line(_USUAL_HEAD)
        self.position = self._line("Phó Chủ tịch")
        self.signer_name = self._line("Họ và tên, không ghi học hàm, học vị")
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(14)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.addRow("Cơ quan &ban hành", self.name)
        self._form.addRow("Cơ quan cấp &trên", self.parent_name)
        self._form.addRow("Đị&a danh", self.place)
        self._form.addRow("Chữ viết tắt trong số, &ký hiệu", self.symbol)
        self._form.addRow("Cơ quan thường t&rực", self.standing_agency)
        self._form.addRow("Chữ &viết tắt ở mục Lưu", self.standing_symbol)
        self._form.addRow("Cách &ký", self.authority)
        self._body_label = QLabel(self)
        self._body_label.setBuddy(self.body)
        self._form.addRow(self._body_label, self.body)
        self._form.addRow("Ký thay chức vụ", self.head_position)
        self._form.addRow("&Chức vụ người ký", self.position)
        self._form.addRow("&Họ tên người ký", self.signer_name)
        self.show_letterhead(letterhead)
        for field in self._lines:
            field.textChanged.connect(self.changed)
            field.editingFinished.connect(self._on_editing_finished)
        self.name.textEdited.connect(self._on_name_edited)
        self.authority.activated.connect(self._on_authority_chosen)
        self._place_of_name = _place_in(letterhead.name)

    @property
    def letterhead(self) -> Letterhead:
        """The letterhead as the fields stand."""
        authority = SigningAuthority(self.authority.currentData())
        has_head = authority is SigningAuthority.COLLECTIVE_DEPUTY
        return replace(
            self._letterhead,
            parent=self.parent_name.text(),
            name=self.name.text(),
            place=self.place.text(),
            symbol=self.symbol.text(),
            standing_agency=self.standing_agency.text(),
            standing_symbol=self.standing_symbol.text(),
            signer=Signer(
                authority=authority,
                body="" if authority in _WITHOUT_BODY else self.body.text(),
                position=self.position.text(),
                name=self.signer_name.text(),
                head_position=self.head_position.text() if has_head else "",
            ),
        )

    def show_letterhead(self, letterhead: Letterhead) -> None:
        """Show another letterhead, or the same as it was written.

        Of the same letterhead, the field being typed in keeps what was typed meanwhile.
        """
        is_same = letterhead.id == self._letterhead.id
        self._letterhead = letterhead
        for field, text in (
            (self.parent_name, letterhead.parent),
            (self.name, letterhead.name),
            (self.place, letterhead.place),
            (self.symbol, letterhead.symbol),
            (self.standing_agency, letterhead.standing_agency),
            (self.standing_symbol, letterhead.standing_symbol),
        ):
            self._show_line(field, text, is_same=is_same)
        self.show_signer(letterhead.signer, is_same=is_same)

    def show_signer(self, signer: Signer, *, is_same: bool = False) -> None:
        """Show how papers are signed; with ``is_same`` what is being typed stays."""
        for field, text in (
            (self.body, signer.body),
            (self.head_position, signer.head_position),
            (self.position, signer.position),
            (self.signer_name, signer.name),
        ):
            self._show_line(field, text, is_same=is_same)
        self.authority.setCurrentIndex(self.authority.findData(signer.authority))
        self._fit_authority(signer.authority)

    def put_first(self, label: str, field: QWidget) -> None:
        """Put a further field above the others."""
        self._form.insertRow(0, label, field)
        QWidget.setTabOrder(field, self.name)

    def show_level(self, level: OfficeLevel) -> None:
        """Show examples of the names that offices of ``level`` have."""
        parent, name = _EXAMPLES[level]
        self.parent_name.setPlaceholderText(parent)
        self.name.setPlaceholderText(name)

    def _line(self, example: str = "") -> QLineEdit:
        field = QLineEdit(self)
        field.setPlaceholderText(example)
        return field

    def _show_line(self, field: QLineEdit, text: str, *, is_same: bool) -> None:
        is_being_typed = is_same and field.hasFocus() and field.isModified()
        if field.text() != text and not is_being_typed:
            field.setText(text)
            field.setCursorPosition(0)

    @property
    def _lines(self) -> tuple[QLineEdit, ...]:
        return (
            self.name,
            self.parent_name,
            self.place,
            self.symbol,
            self.standing_agency,
            self.standing_symbol,
            self.body,
            self.head_position,
            self.position,
            self.signer_name,
        )

    def _fit_authority(self, authority: SigningAuthority) -> None:
        self._form.setRowVisible(self.body, authority not in _WITHOUT_BODY)
        self._form.setRowVisible(
            self.head_position, authority is SigningAuthority.COLLECTIVE_DEPUTY
        )
        self._body_label.setText("Thay mặt" if authority in _COLLECTIVE else "Thay cho chức vụ")
        self.body.setPlaceholderText(_usual_body(authority))

    @Slot(str)
    def _on_name_edited(self, name: str) -> None:
        """Propose the place name, as long as the officer has not written another."""
        place = _place_in(name)
        if self.place.text() in ("", self._place_of_name):
            self.place.setText(place)
        self._place_of_name = place

    @Slot()
    def _on_editing_finished(self) -> None:
        field = self.sender()
        if isinstance(field, QLineEdit):
            field.setModified(False)
        self.edited.emit()

    @Slot(int)
    def _on_authority_chosen(self, _index: int) -> None:
        authority = SigningAuthority(self.authority.currentData())
        if self.body.text() in ("", _USUAL_COLLECTIVE, _USUAL_HEAD):
            self.body.setText(_usual_body(authority))
        if authority is SigningAuthority.COLLECTIVE_DEPUTY and not self.head_position.text():
            self.head_position.setText(_USUAL_HEAD)
        self._fit_authority(authority)
        self.changed.emit()
        self.edited.emit()


def _usual_body(authority: SigningAuthority) -> str:
    if authority in _WITHOUT_BODY:
        return ""
    return _USUAL_COLLECTIVE if authority in _COLLECTIVE else _USUAL_HEAD


def _place_in(name: str) -> str:
    match = _PLACE_OF_NAME.search(name.strip())
    return match[1] if match else ""
