"""The panel beside a plan's text: the passage, its fields, the part and the paper."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.plan_fields import DOCUMENT
from cchc_desktop.domain.plan_text import Passage, PassageKind, TextPart
from cchc_desktop.ui.icons import icon
from cchc_desktop.ui.import_fields import QuietComboBox
from cchc_desktop.ui.panel_words import caption, link_button, word_label
from cchc_desktop.ui.text_desk import TextSight
from cchc_desktop.ui.text_paper_box import PaperBox
from cchc_desktop.ui.text_words import (
    KIND_NAMES,
    field_name,
    passage_name,
    shortened,
)

_LEVELS = {
    0: "Cả văn bản",
    1: "Phần, Điều (I., Điều 1.)",
    2: "Mục (1.)",
    3: "Mục con (1.1.)",
    4: "Mục nhỏ (1.1.1.)",
    5: "Điểm a)",
    6: "Gạch đầu dòng (-)",
    7: "Dấu cộng (+)",
}
_COUNTED = PassageKind.POINT.rank


class TextDetails(QFrame):
    """Shows what belongs to the passage in which the keyboard stands, and to its paper.

    Attributes:
        paper: Shows the part and the paper.

    Signals:
        kind_chosen(PassageKind): The passage is to be of this kind.
        level_chosen(int): The text is to belong to a heading of this rank.
        number_written(str): The passage is to have this number; "" lets it follow.
        renumber_asked(): All numbers of the part are to follow from the order.
        documents_asked(): The register of documents is wanted.
        table_asked(): The table is to be edited.
        closed(): The panel is to be closed.
    """

    kind_chosen = Signal(object)
    level_chosen = Signal(int)
    number_written = Signal(str)
    renumber_asked = Signal()
    documents_asked = Signal()
    table_asked = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("details")
        self.setAccessibleName("Chi tiết đoạn và văn bản")
        self.setMinimumWidth(232)
        self._part: TextPart | None = None
        self._passage: Passage | None = None
        self._build()

    def commit_editing(self) -> None:
        """Keep what is being typed in its fields."""
        self._on_number()
        self.paper.commit_editing()

    def show_part(self, sight: TextSight | None, part: TextPart | None) -> None:
        """Show the part on the sheet and the paper it belongs to."""
        self._part = part
        self.paper.show_part(sight, part)

    def show_passage(self, sight: TextSight | None, passage: Passage | None) -> None:
        """Show a passage with its number and fields."""
        is_locked = sight is None or sight.is_frozen
        self._passage = passage
        self._heading.setText(passage_name(passage) if passage else "Chưa có đoạn nào")
        is_table = passage is not None and passage.kind is PassageKind.TABLE
        is_text = passage is not None and not passage.kind.rank
        self.kind.setVisible(passage is not None and not is_table)
        self.table_button.setVisible(is_table and not is_locked)
        if passage is not None:
            self.kind.setCurrentIndex(self.kind.findData(passage.kind))
        has_level = is_text and passage is not None and passage.kind is not PassageKind.BASIS
        self._level_box.setVisible(has_level)
        if has_level and passage is not None:
            self.level.setCurrentIndex(passage.level)
        has_number = passage is not None and 0 < passage.kind.rank <= _COUNTED
        self._number_box.setVisible(has_number)
        if passage is not None and not (self.number.hasFocus() and self.number.isModified()):
            self.number.setText(passage.own_number)
            self.number.setPlaceholderText(f"{passage.number} (tự đánh)")
        self.renumber.setVisible(bool(passage and passage.own_number) or self._has_own())
        for widget in (self.kind, self.level, self.number, self.renumber):
            widget.setEnabled(not is_locked)
        self._show_fields(sight, passage)

    def _has_own(self) -> bool:
        return any(p.own_number for p in self._part.passages) if self._part else False

    def _show_fields(self, sight: TextSight | None, passage: Passage | None) -> None:
        fields = {field.code: field for field in sight.fields} if sight else {}
        marks = passage.text.marks if passage else ()
        lines, cited = [], []
        for mark in marks:
            words = shortened(passage.text.figure_words(mark), 70) if passage else ""
            field = fields.get(mark.code)
            if mark.code.startswith(DOCUMENT):
                cited.append(words)
            else:
                lines.append(f"{words} – {field_name(field) if field else 'không còn theo gì'}")
        self._fields.setText("\n".join(lines))
        self._fields_box.setVisible(bool(lines))
        self._cited.setText("\n".join(cited))
        self._cited_box.setVisible(bool(cited))

    @Slot(int)
    def _on_kind(self, _index: int) -> None:
        kind = PassageKind(self.kind.currentData())
        if self._passage is not None and kind is not self._passage.kind:
            self.kind_chosen.emit(kind)

    @Slot(int)
    def _on_level(self, level: int) -> None:
        if self._passage is not None and level != self._passage.level:
            self.level_chosen.emit(level)

    @Slot()
    def _on_number(self) -> None:
        if self.number.isModified() and self._passage is not None:
            self.number.setModified(False)
            self.number_written.emit(self.number.text().strip())

    def _build(self) -> None:
        page = QWidget()
        page.setObjectName("detailsPage")
        self._heading = word_label("", page, "heading")
        close = QToolButton(page)
        close.setIcon(icon("x", "muted"))
        close.setToolTip("Đóng chi tiết (F4)")
        close.setAccessibleName("Đóng chi tiết")
        close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(page)
        column.setContentsMargins(14, 10, 10, 14)
        column.setSpacing(6)
        column.addLayout(head)
        self._build_passage(page, column)
        self.paper = PaperBox(page)
        column.addWidget(self.paper)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        page.setAutoFillBackground(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def _build_passage(self, page: QWidget, column: QVBoxLayout) -> None:
        self.kind = QuietComboBox(page)
        for kind, words in KIND_NAMES.items():
            self.kind.addItem(words, kind)
        self.kind.setAccessibleName("Cấp của đoạn")
        self.kind.activated.connect(self._on_kind)
        self.table_button = QPushButton("&Sửa bảng…", page)
        self.table_button.setAutoDefault(True)
        self.table_button.clicked.connect(self.table_asked)
        self.level = QuietComboBox(page)
        self.level.addItems(list(_LEVELS.values()))
        self.level.setAccessibleName("Đoạn thuộc về")
        self.level.activated.connect(self._on_level)
        self._level_box = _box(page, "Thuộc về", self.level)
        self.number = QLineEdit(page)
        self.number.setAccessibleName("Số ghi riêng của đoạn")
        self.number.editingFinished.connect(self._on_number)
        self._number_box = _box(page, "Số ghi riêng", self.number)
        self.renumber = link_button("Đánh lại số cả phần", "renumber", page)
        self.renumber.setToolTip("Bỏ mọi số ghi riêng; các đoạn được đánh số theo thứ tự")
        self.renumber.clicked.connect(self.renumber_asked)
        self._fields = word_label("", page)
        self._fields.setAccessibleName("Trường tự cập nhật trong đoạn")
        self._fields_box = _box(page, "Trường tự cập nhật", self._fields)
        self._cited = word_label("", page)
        documents = link_button("Mở danh mục văn bản", "documents", page)
        documents.clicked.connect(self.documents_asked)
        self._cited_box = _box(page, "Văn bản viện dẫn", self._cited, documents)
        for widget in (
            self.kind,
            self.table_button,
            self._level_box,
            self._number_box,
            self.renumber,
            self._fields_box,
            self._cited_box,
        ):
            column.addWidget(widget)


def _box(page: QWidget, title: str, *widgets: QWidget) -> QWidget:
    box = QWidget(page)
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(3)
    column.addWidget(caption(title, box))
    for widget in widgets:
        column.addWidget(widget)
    return box
