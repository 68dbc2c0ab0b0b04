"""What the plan's screen shows while there is nothing to show."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from cchc_desktop.ui.icons import icon, put_beside_text


class EmptyPlan(QWidget):
    """Says what belongs here and offers the actions that bring it.

    Signals:
        import_asked(): A document is to be brought in.
        create_asked(): Something empty is to be begun.
    """

    import_asked = Signal()
    create_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._sentence = QLabel(self)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence.setWordWrap(True)
        bring = QPushButton("&Nhập từ Word, Excel…", self)
        bring.setDefault(True)
        bring.setProperty("primary", True)
        put_beside_text(bring, icon("file-input", "on_accent"))
        bring.clicked.connect(self.import_asked)
        self.setFocusProxy(bring)
        self._create = QPushButton(self)
        self._create.clicked.connect(self.create_asked)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(bring)
        buttons.addWidget(self._create)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addWidget(self._sentence)
        column.addSpacing(12)
        column.addLayout(buttons)
        column.addStretch(3)

    def set_has_plan(self, has_plan: object) -> None:
        """Speak of an empty plan, or of none."""
        if has_plan:
            self._sentence.setText(
                "Kế hoạch này chưa có nhiệm vụ nào. Nhập phụ lục đã có, "
                "hoặc thêm lĩnh vực đầu tiên rồi gõ vào bảng."
            )
            self._create.setText("&Thêm lĩnh vực đầu tiên")
        else:
            self._sentence.setText(
                "Đây là nơi soạn và theo dõi phụ lục nhiệm vụ của kế hoạch cải cách hành chính. "
                "Nhập phụ lục năm trước, hoặc lập kế hoạch trống."
            )
            self._create.setText("&Lập kế hoạch trống")
