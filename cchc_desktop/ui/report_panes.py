"""The panes of the report's place side by side; their widths are remembered."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from cchc_desktop.ui.settings import Settings

_WIDTHS = (("report/outline-width", 216), ("report/details-width", 280))
_SENT_HEIGHT = ("report/sent-height", 190)
_NARROWEST_LEFT, _NARROWEST_TEXT, _LOWEST_SENT = 150, 260, 90
_REST = 1000
"""What is left over goes to the text."""


class ReportPanes(QWidget):
    """The outline over the papers sent, the text below its notice, and the details."""

    def __init__(
        self,
        outline: QWidget,
        sent: QWidget,
        notice: QWidget,
        text: QWidget,
        details: QWidget,
        settings: Settings,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._left = QSplitter(Qt.Orientation.Vertical, self)
        self._left.addWidget(outline)
        self._left.addWidget(sent)
        self._left.setMinimumWidth(_NARROWEST_LEFT)
        sent.setMinimumHeight(_LOWEST_SENT)
        middle = QWidget(self)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(notice)
        column.addWidget(text, 1)
        middle.setMinimumWidth(_NARROWEST_TEXT)
        self._across = QSplitter(Qt.Orientation.Horizontal, self)
        for widget in (self._left, middle, details):
            self._across.addWidget(widget)
        for splitter, stretches in ((self._left, (1, 0)), (self._across, (0, 1, 0))):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(1)
            for place, stretch in enumerate(stretches):
                splitter.setStretchFactor(place, stretch)
            splitter.splitterMoved.connect(self._on_moved)
        left, right = (settings.number(key, width) for key, width in _WIDTHS)
        self._across.setSizes([left, _REST, right])
        self._left.setSizes([_REST, settings.number(*_SENT_HEIGHT)])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._across)

    @Slot()
    def _on_moved(self) -> None:
        sizes = self._across.sizes()
        for (key, _), place in zip(_WIDTHS, (0, 2), strict=True):
            if sizes[place]:
                self._settings.set_number(key, sizes[place])
        self._settings.set_number(_SENT_HEIGHT[0], self._left.sizes()[1])
