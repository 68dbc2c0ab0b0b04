"""The panes of the text's place side by side; their widths are remembered."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from cchc_desktop.ui.settings import Settings

_WIDTHS = (("text/outline-width", 214), ("text/details-width", 262))
_NARROWEST_TEXT = 300
_REST = 1000
"""What is left over goes to the text."""


class TextPanes(QWidget):
    """The outline, the sheet below its bars, and the details."""

    def __init__(
        self,
        outline: QWidget,
        bars: Sequence[QWidget],
        sheet: QWidget,
        details: QWidget,
        settings: Settings,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        middle = QWidget(self)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for bar in bars:
            column.addWidget(bar)
        column.addWidget(sheet, 1)
        middle.setMinimumWidth(_NARROWEST_TEXT)
        self._split = QSplitter(Qt.Orientation.Horizontal, self)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        for place, widget in enumerate((outline, middle, details)):
            self._split.addWidget(widget)
            self._split.setStretchFactor(place, int(widget is middle))
        left, right = (settings.number(key, width) for key, width in _WIDTHS)
        self._split.setSizes([left, _REST, right])
        self._split.splitterMoved.connect(self._on_moved)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._split)

    @Slot()
    def _on_moved(self) -> None:
        sizes = self._split.sizes()
        for (key, _), place in zip(_WIDTHS, (0, 2), strict=True):
            if sizes[place]:
                self._settings.set_number(key, sizes[place])
