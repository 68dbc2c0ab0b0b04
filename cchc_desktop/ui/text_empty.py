"""What the text's place shows while there is no text."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from cchc_desktop.domain.plan_skeleton import TextSkeleton
from cchc_desktop.ui.icons import icon, put_beside_text

_WIDTH_LETTERS = 56


class EmptyText(QWidget):
    """Offers the ways in which the text of a plan can begin.

    Signals:
        skeleton_chosen(str): The text is to start from the skeleton of this id.
        import_asked(): A whole document is to be brought in.
        blank_asked(): An empty text is to be begun.
        plan_asked(): There is no plan; one is wanted first.
    """

    skeleton_chosen = Signal(str)
    import_asked = Signal()
    blank_asked = Signal()
    plan_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._sentence = QLabel(self)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence.setWordWrap(True)
        self._ways = QVBoxLayout()
        self._ways.setSpacing(8)
        self.buttons: list[QPushButton] = []
        beside = QHBoxLayout()
        beside.addStretch()
        beside.addLayout(self._ways)
        beside.addStretch()
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addWidget(self._sentence)
        column.addSpacing(12)
        column.addLayout(beside)
        column.addStretch(3)

    def show_no_plan(self) -> None:
        """Say that a plan comes first."""
        self._sentence.setText(
            "Đây là nơi soạn phần lời của kế hoạch. Chưa có kế hoạch nào: "
            "hãy lập kế hoạch hoặc nhập kế hoạch đã có."
        )
        self._clear()
        self._add("Đến &Kế hoạch", self.plan_asked, "list-checks", is_primary=True)
        self._add("Nhập cả văn bản từ W&ord…", self.import_asked, "file-input")

    def show_ways(self, skeletons: Sequence[TextSkeleton], *, is_period: bool) -> None:
        """Offer the skeletons, those for such a plan first."""
        self._sentence.setText(
            "Kế hoạch này chưa có phần lời. Chọn một mẫu để soạn theo, "
            "nhập văn bản đã có, hoặc bắt đầu từ trang trắng."
        )
        self._clear()
        ordered = sorted(skeletons, key=lambda one: one.for_period is not is_period)
        for number, skeleton in enumerate(ordered):
            button = self._add(f"Mẫu: {skeleton.title}", None, "file-text", is_primary=not number)
            button.setProperty("skeleton", skeleton.id)
            button.clicked.connect(self._on_skeleton)
        self._add("Nhập cả văn bản từ W&ord…", self.import_asked, "file-input")
        self._add("Bắt đầu từ trang trắn&g", self.blank_asked, "file-plus")

    def _clear(self) -> None:
        for button in self.buttons:
            self._ways.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = []

    def _add(
        self, text: str, signal: object, picture: str, *, is_primary: bool = False
    ) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(True)
        button.setProperty("primary", is_primary)
        put_beside_text(button, icon(picture, "on_accent" if is_primary else "text"))
        button.setMinimumWidth(self.fontMetrics().averageCharWidth() * _WIDTH_LETTERS)
        if signal is not None:
            button.clicked.connect(signal)
        self._ways.addWidget(button)
        self.buttons.append(button)
        if is_primary:
            self.setFocusProxy(button)
        return button

    @Slot()
    def _on_skeleton(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self.skeleton_chosen.emit(str(button.property("skeleton")))
