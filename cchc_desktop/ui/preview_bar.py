"""The head of the preview: what can be done with the paper, and how it is looked at."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.services.printing import PrintChoice, PrintOptions
from cchc_desktop.ui.date_field import DateField
from cchc_desktop.ui.icons import icon, put_beside_text
from cchc_desktop.ui.import_fields import ElidedLabel, NumberField
from cchc_desktop.ui.preview_pages import MAX_PERCENT, MIN_PERCENT, Fit, PageView

_FITS = {Fit.WIDTH: "Vừa chiều rộng", Fit.PAGE: "Vừa cả trang"}
_PERCENTS = (50, 75, 100, 125, 150, 200)


class PreviewBar(QFrame):
    """Buttons and choices above the pages.

    Signals:
        options_changed(): The paper is to be made anew with other options.
        form_chosen(str): Another form of the same plan is to be shown.

    Attributes:
        close_button: Leaves the preview.
        word_button: Opens the paper in Word.
        excel_button: Opens the paper in Excel.
        save_button: Saves the PDF.
        print_button: Prints, or stops printing.
    """

    options_changed = Signal()
    form_chosen = Signal(str)

    def __init__(self, pages: PageView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self._pages = pages
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 14, 8)
        layout.setSpacing(6)
        layout.addLayout(self._build_actions())
        layout.addLayout(self._build_choices())
        self._announced = self.options
        pages.page_changed.connect(self._on_page_changed)
        pages.zoom_changed.connect(self._on_zoom_changed)
        self.show_ready(is_ready=False)

    @property
    def options(self) -> PrintOptions:
        """What the officer chose."""
        return PrintOptions(
            with_letterhead=self._letterhead.isChecked(),
            with_signature=self._signature.isChecked(),
            is_electronic=self._electronic.isChecked(),
            number=self._number.text().strip(),
            issued_on=self._issued_on.day,
            with_annexes=self._annexes.isChecked(),
        )

    def offer(self, choices: Collection[PrintChoice]) -> None:
        """Show the choices that the form has."""
        for choice, widgets in self._by_choice.items():
            for widget in widgets:
                widget.setVisible(choice in choices)

    def offer_forms(self, form: str, names: Mapping[str, str]) -> None:
        """Let the officer go on to the other forms in ``names``, if there are any."""
        self._form.clear()
        for code, name in names.items():
            self._form.addItem(name, code)
        self._form.setCurrentIndex(self._form.findData(form))
        self._form.setVisible(bool(names))

    def set_title(self, title: str) -> None:
        """Say what is being looked at."""
        self._title.set_text(title)

    def show_warning(self, text: str) -> None:
        """Say what to look at before the paper is signed; "" says nothing."""
        self._warning.setText(text)
        self._warning.setVisible(bool(text))

    def show_ready(self, *, is_ready: bool) -> None:
        """Offer what can be done only when there is a paper to do it with."""
        for button in (self.word_button, self.excel_button, self.save_button, self.print_button):
            button.setEnabled(is_ready)
        count = self._pages.page_count
        self._page.set_range(1, max(count, 1))
        self._count.setText(f"/ {count}")
        self._on_page_changed(self._pages.page)

    def show_printing(self, text: str) -> None:
        """Say how far printing has come; "" when it is over."""
        self.print_button.setText("&Dừng in" if text else "&In")
        self._state.setText(text)

    def _build_actions(self) -> QHBoxLayout:
        self.close_button = QPushButton("Đó&ng", self)
        put_beside_text(self.close_button, icon("chevron-left"))
        self.close_button.setToolTip("Về màn hình trước (Esc)")
        self._title = ElidedLabel(self)
        font = self._title.font()
        font.setBold(True)
        self._title.setFont(font)
        self._state = QLabel(self)
        self._state.setObjectName("muted")
        self.word_button = QPushButton("Mở bằng &Word", self)
        put_beside_text(self.word_button, icon("file-text"))
        self.excel_button = QPushButton("Mở bằng &Excel", self)
        put_beside_text(self.excel_button, icon("file-spreadsheet"))
        self.save_button = QPushButton("&Lưu PDF", self)
        put_beside_text(self.save_button, icon("file-down"))
        self.print_button = QPushButton("&In", self)
        put_beside_text(self.print_button, icon("printer", "on_accent"))
        self.print_button.setProperty("primary", "true")
        self.print_button.setToolTip("In (Ctrl+P)")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.close_button)
        row.addWidget(self._title, 1)
        row.addWidget(self._state)
        for button in (self.word_button, self.excel_button, self.save_button, self.print_button):
            row.addWidget(button)
        return row

    def _build_choices(self) -> QHBoxLayout:
        self._letterhead = QCheckBox("Có tê&n cơ quan, Quốc hiệu", self)
        self._letterhead.setChecked(True)
        self._signature = QCheckBox("Có chữ &ký", self)
        self._electronic = QCheckBox("&Bản điện tử", self)
        self._electronic.setToolTip("Số và ngày để hệ thống quản lý văn bản điền khi phát hành")
        self._annexes = QCheckBox("In cả &phụ lục", self)
        self._annexes.setChecked(True)
        self._number = QLineEdit(self)
        self._number.setMaximumWidth(self.fontMetrics().averageCharWidth() * 10)
        number_label = QLabel("&Số", self)
        number_label.setBuddy(self._number)
        self._issued_on = DateField(parent=self)
        self._issued_on.setMaximumWidth(self.fontMetrics().horizontalAdvance("ngày/tháng/năm") + 24)
        day_label = QLabel("N&gày", self)
        day_label.setBuddy(self._issued_on)
        self._by_choice: dict[PrintChoice, tuple[QWidget, ...]] = {
            PrintChoice.LETTERHEAD: (self._letterhead,),
            PrintChoice.SIGNATURE: (self._signature,),
            PrintChoice.NUMBER: (number_label, self._number, day_label, self._issued_on),
            PrintChoice.ELECTRONIC: (self._electronic,),
            PrintChoice.ANNEXES: (self._annexes,),
        }
        self._form = QComboBox(self)
        self._form.setAccessibleName("Phần in ra")
        self._form.setToolTip("Chọn phần xem và in")
        self._form.activated.connect(self._on_form_chosen)
        self._form.hide()
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self._form)
        for widgets in self._by_choice.values():
            for widget in widgets:
                row.addWidget(widget)
        for box in (self._letterhead, self._signature, self._electronic, self._annexes):
            box.toggled.connect(self.options_changed)
        for field in (self._number, self._issued_on):
            field.editingFinished.connect(self._on_field_left)
        self._warning = QLabel(self)
        self._warning.setObjectName("warning")
        self._warning.hide()
        row.addWidget(self._warning)
        row.addStretch(1)
        row.addLayout(self._build_page_box())
        row.addLayout(self._build_zoom())
        return row

    def _build_page_box(self) -> QHBoxLayout:
        self._page = NumberField(self)
        self._page.set_letters(8)
        self._page.setAccessibleName("Trang đang xem")
        self._page.chosen.connect(self._on_page_typed)
        label = QLabel("&Trang", self)
        label.setBuddy(self._page)
        self._count = QLabel(self)
        row = QHBoxLayout()
        row.setSpacing(6)
        for widget in (label, self._page, self._count):
            row.addWidget(widget)
        return row

    def _build_zoom(self) -> QHBoxLayout:
        self._zoom = QComboBox(self)
        self._zoom.addItems([*_FITS.values(), *(f"{percent} %" for percent in _PERCENTS)])
        self._zoom.setAccessibleName("Cỡ xem")
        self._zoom.setToolTip("Cỡ xem (Ctrl và con lăn chuột)")
        self._zoom.activated.connect(self._on_zoom_chosen)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self._zoom_button("zoom-out", "Nhỏ hơn", self._on_smaller))
        row.addWidget(self._zoom)
        row.addWidget(self._zoom_button("zoom-in", "Lớn hơn", self._on_larger))
        return row

    def _zoom_button(self, name: str, text: str, slot: object) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(name))
        side = self.fontMetrics().height()
        button.setIconSize(QSize(side, side))
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.clicked.connect(slot)
        return button

    @Slot(int)
    def _on_form_chosen(self, row: int) -> None:
        self.form_chosen.emit(self._form.itemData(row))

    @Slot()
    def _on_field_left(self) -> None:
        if self.options != self._announced:
            self._announced = self.options
            self.options_changed.emit()

    @Slot()
    def _on_smaller(self) -> None:
        lower = [p for p in _PERCENTS if p < self._pages.percent]
        self._pages.set_percent(lower[-1] if lower else MIN_PERCENT)

    @Slot()
    def _on_larger(self) -> None:
        higher = [p for p in _PERCENTS if p > self._pages.percent]
        self._pages.set_percent(higher[0] if higher else MAX_PERCENT)

    @Slot(int)
    def _on_zoom_chosen(self, row: int) -> None:
        fits = list(_FITS)
        if row < len(fits):
            self._pages.set_fit(fits[row])
        else:
            self._pages.set_percent(_PERCENTS[row - len(fits)])
        self._pages.setFocus()

    @Slot()
    def _on_zoom_changed(self) -> None:
        percent = self._pages.percent
        if self._pages.fit is not Fit.FREE:
            row = list(_FITS).index(self._pages.fit)
        elif percent in _PERCENTS:
            row = len(_FITS) + _PERCENTS.index(percent)
        else:
            row = -1
        self._zoom.setPlaceholderText(f"{percent} %")
        self._zoom.setCurrentIndex(row)

    @Slot(int)
    def _on_page_changed(self, page: int) -> None:
        self._page.set_number(page + 1)

    @Slot(int)
    def _on_page_typed(self, number: int) -> None:
        self._pages.go_to(number - 1)
        self._pages.setFocus()
