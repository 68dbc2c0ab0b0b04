"""The pages of a PDF under each other, drawn when they come into sight.

Only what is near the viewport is rendered, one page at a time and away from the window;
the pictures kept are bounded, whatever the length of the document.
"""

from collections import OrderedDict
from collections.abc import Callable
from enum import StrEnum
from itertools import accumulate

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from cchc_desktop.system.pdf_pages import RenderedPage, render_page
from cchc_desktop.ui.jobs import Job
from cchc_desktop.ui.preview_paper import PaperFile, to_image
from cchc_desktop.ui.theme import current_tokens
from cchc_desktop.ui.workspace import Workspace

MIN_PERCENT = 50
MAX_PERCENT = 200

_GAP = 16
_CACHE_BYTES = 96 * 1024 * 1024
_MM_PER_INCH = 25.4


class Fit(StrEnum):
    """How the size of the pages follows the size of the view."""

    WIDTH = "width"
    PAGE = "page"
    FREE = "free"


class PageView(QAbstractScrollArea):
    """Shows a PDF; zooms with Ctrl and the wheel, turns pages by keyboard.

    Signals:
        page_changed(int): Another page, from 0, is the one being looked at.
        zoom_changed(): The size of the pages, or how it is chosen, is another.
        failed(object): A page could not be rendered, for this reason.
    """

    page_changed = Signal(int)
    zoom_changed = Signal()
    failed = Signal(object)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._paper: PaperFile | None = None
        self._fit = Fit.WIDTH
        self._percent = 100.0
        self._tops: list[int] = []
        self._sizes: list[QSize] = []
        self._images: OrderedDict[int, QImage] = OrderedDict()
        # The width asked for: the picture itself may be a pixel wider.
        self._widths: dict[int, int] = {}
        self._rendering: Job | None = None
        self._page = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Trang in")
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.horizontalScrollBar().valueChanged.connect(self._on_scrolled)

    @property
    def page_count(self) -> int:
        """The number of pages shown."""
        return len(self._paper.sizes_mm) if self._paper else 0

    @property
    def page(self) -> int:
        """The page being looked at, from 0."""
        return self._page

    @property
    def percent(self) -> int:
        """The size of the pages; at 100 they are as large as on paper."""
        return round(self._percent)

    @property
    def fit(self) -> Fit:
        """How the size is chosen."""
        return self._fit

    @property
    def cached_bytes(self) -> int:
        """How much memory the pictures kept take."""
        return sum(image.sizeInBytes() for image in self._images.values())

    def is_sharp(self, page: int) -> bool:
        """Tell whether a page is there at the size in which it is shown."""
        return page in self._images and self._widths[page] == self._pixel_width(page)

    def show_paper(self, paper: PaperFile | None) -> None:
        """Show another PDF at the same place, or nothing."""
        self._drop_rendering()
        self._paper = paper
        self._images.clear()
        self._lay_out()
        self._request()

    def go_to(self, page: int) -> None:
        """Bring a page, from 0, to the top of the view."""
        if self._tops:
            page = min(max(page, 0), len(self._tops) - 1)
            self.verticalScrollBar().setValue(self._tops[page] - _GAP)
            self._set_page(page)

    def set_fit(self, fit: Fit) -> None:
        """Let the size of the pages follow the view."""
        page = self._page
        self._fit = fit
        self._rescale(None)
        if fit is Fit.PAGE:
            self.go_to(page)

    def set_percent(self, percent: float, around: QPoint | None = None) -> None:
        """Show the pages at a fixed size; the point ``around`` stays where it is."""
        self._fit = Fit.FREE
        self._rescale(around, min(max(percent, MIN_PERCENT), MAX_PERCENT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QAbstractScrollArea.resizeEvent."""
        super().resizeEvent(event)
        self._rescale(None)

    def changeEvent(self, event: QEvent) -> None:
        """Override QAbstractScrollArea.changeEvent: the theme may have changed."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Override QAbstractScrollArea.wheelEvent: with Ctrl the wheel zooms."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            steps = event.angleDelta().y() / 120
            self.set_percent(self._percent * 1.1**steps, event.position().toPoint())
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QAbstractScrollArea.keyPressEvent: pages are turned one by one."""
        key = Qt.Key
        moves: dict[int, Callable[[], None]] = {
            key.Key_PageDown: lambda: self.go_to(self._page + 1),
            key.Key_PageUp: lambda: self.go_to(self._page - 1),
            key.Key_Home: lambda: self.go_to(0),
            key.Key_End: lambda: self.go_to(self.page_count - 1),
        }
        move = moves.get(event.key())
        if move is None:
            super().keyPressEvent(event)
        else:
            move()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override QAbstractScrollArea.paintEvent."""
        tokens = current_tokens()
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), tokens.section_row)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        shadow = QColor(tokens.text)
        shadow.setAlpha(28)
        for page in self._visible_pages():
            rect = self._page_rect(page)
            painter.fillRect(rect.translated(2, 3), shadow)
            # Paper is white in the dark theme too: the preview shows what will be printed.
            painter.fillRect(rect, Qt.GlobalColor.white)
            image = self._images.get(page)
            if image is not None:
                painter.drawImage(rect, image)
            painter.setPen(QPen(tokens.line, 1))
            painter.drawRect(rect.adjusted(-1, -1, 0, 0))
        painter.end()

    def _rescale(self, around: QPoint | None, percent: float | None = None) -> None:
        anchor = around or QPoint(self.viewport().width() // 2, 0)
        bars = (self.horizontalScrollBar(), self.verticalScrollBar())
        old = self._percent
        x, y = bars[0].value() + anchor.x(), bars[1].value() + anchor.y()
        self._percent = self._fitting_percent() if percent is None else percent
        self._lay_out()
        factor = self._percent / old
        bars[0].setValue(round(x * factor) - anchor.x())
        bars[1].setValue(round(y * factor) - anchor.y())
        self.viewport().update()
        self._request()
        self.zoom_changed.emit()

    def _fitting_percent(self) -> float:
        if self._paper is None or self._fit is Fit.FREE:
            return self._percent
        width = max(size[0] for size in self._paper.sizes_mm)
        height = max(size[1] for size in self._paper.sizes_mm)
        dots = self.logicalDpiX() / _MM_PER_INCH
        bar = self.verticalScrollBar().sizeHint().width()
        room = self.maximumViewportSize()
        percent = (room.width() - bar - 2 * _GAP) / (width * dots) * 100
        if self._fit is Fit.PAGE:
            percent = min(percent, (room.height() - 2 * _GAP) / (height * dots) * 100)
        return min(max(percent, 10), MAX_PERCENT)

    def _lay_out(self) -> None:
        sizes = self._paper.sizes_mm if self._paper else ()
        if self._paper is not None:
            self._percent = self._fitting_percent()
        dots = self.logicalDpiX() / _MM_PER_INCH * self._percent / 100
        self._sizes = [QSize(round(w * dots), round(h * dots)) for w, h in sizes]
        heights = [size.height() + _GAP for size in self._sizes]
        ends = list(accumulate(heights, initial=_GAP))
        self._tops = ends[:-1]
        view = self.viewport().size()
        self.verticalScrollBar().setPageStep(view.height())
        self.verticalScrollBar().setSingleStep(40)
        self.verticalScrollBar().setRange(0, max(0, ends[-1] - view.height()))
        widest = max((size.width() for size in self._sizes), default=0) + 2 * _GAP
        self.horizontalScrollBar().setPageStep(view.width())
        self.horizontalScrollBar().setRange(0, max(0, widest - view.width()))
        self.viewport().update()

    def _page_rect(self, page: int) -> QRect:
        size = self._sizes[page]
        widest = max(size.width() for size in self._sizes) + 2 * _GAP
        room = max(self.viewport().width(), widest)
        left = (room - size.width()) // 2 - self.horizontalScrollBar().value()
        return QRect(QPoint(left, self._tops[page] - self.verticalScrollBar().value()), size)

    def _visible_pages(self) -> list[int]:
        top = self.verticalScrollBar().value()
        bottom = top + self.viewport().height()
        return [
            page
            for page, (start, size) in enumerate(zip(self._tops, self._sizes, strict=True))
            if start < bottom and start + size.height() > top
        ]

    def _pixel_width(self, page: int) -> int:
        return round(self._sizes[page].width() * self.devicePixelRatioF())

    @Slot()
    def _on_scrolled(self) -> None:
        self.viewport().update()
        middle = self.verticalScrollBar().value() + self.viewport().height() // 3
        self._set_page(sum(top <= middle for top in self._tops) - 1)
        self._request()

    def _set_page(self, page: int) -> None:
        if page != self._page and 0 <= page < self.page_count:
            self._page = page
            self.page_changed.emit(page)

    def _request(self) -> None:
        """Render the next page that is wanted: those in sight first, then the one below."""
        if self._paper is None or self._rendering is not None or not self._tops:
            return
        visible = self._visible_pages()
        wanted = [*visible, visible[-1] + 1] if visible else []
        page = next((p for p in wanted if p < self.page_count and not self.is_sharp(p)), None)
        if page is None:
            return
        path, width = self._paper.path, self._pixel_width(page)
        self._rendering = self._workspace.work_on_files(
            lambda _: render_page(path, page, width),
            lambda rendered: self._on_rendered(page, width, rendered),
            self._on_failed,
        )

    def _on_rendered(self, page: int, width: int, rendered: RenderedPage) -> None:
        self._rendering = None
        self._widths[page] = width
        self._images[page] = to_image(rendered)
        self._images.move_to_end(page)
        near = set(self._visible_pages())
        while self.cached_bytes > _CACHE_BYTES:
            oldest = next((p for p in self._images if p not in near and p != page), None)
            if oldest is None:
                break
            del self._images[oldest]
        self.viewport().update()
        self._request()

    def _on_failed(self, error: BaseException) -> None:
        self._rendering = None
        self.failed.emit(error)

    def _drop_rendering(self) -> None:
        if self._rendering is not None:
            self._rendering.cancel()
            self._rendering = None
