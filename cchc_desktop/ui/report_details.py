"""The panel beside the report: one paragraph's standing, its figures, and the draft of now."""

from html import escape

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.report_changes import WordChange, WordFate
from cchc_desktop.services.reports import ReportCheck
from cchc_desktop.ui.icons import icon
from cchc_desktop.ui.panel_words import caption, word_label
from cchc_desktop.ui.report_figures_panel import FiguresPanel, stale_words
from cchc_desktop.ui.report_lines import LineKind, ReportLine
from cchc_desktop.ui.report_words import LEVEL_NAMES, PROPOSED, paragraph_name
from cchc_desktop.ui.theme import current_tokens

_DRAW_AFTER_MS = 40
_SAME_KEPT = 6
"""So many unchanged words are shown on either side of a change."""


class ReportDetails(QFrame):
    """Shows one paragraph: whose words it has, its figures, and what would be drafted now.

    Signals:
        draft_taken(str): The present draft is to stand in place of this paragraph.
        words_kept(str): The paragraph stays as it is; the draft was taken note of.
        figures_updated(str): Only the figures in it are to be brought up to the data.
        level_chosen(str, int): The officer's own paragraph becomes a heading, or text.
        tasks_requested(frozenset): The tasks that a figure counts are wanted.
        closed(): The panel is to be closed.
    """

    draft_taken = Signal(str)
    words_kept = Signal(str)
    figures_updated = Signal(str)
    level_chosen = Signal(str, int)
    tasks_requested = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("details")
        self.setAccessibleName("Chi tiết đoạn đang chọn")
        self.setMinimumWidth(232)
        self._check: ReportCheck | None = None
        self._line: ReportLine | None = None
        self._is_locked = True
        self._draw = QTimer(self, singleShot=True, interval=_DRAW_AFTER_MS)
        self._draw.timeout.connect(self.refresh)
        self._build()

    @property
    def difference(self) -> str:
        """The words shown as the difference of the two drafts, or ""."""
        return "" if self._difference.isHidden() else self._difference.text()

    def set_line(
        self, check: ReportCheck | None, line: ReportLine | None, *, is_locked: bool
    ) -> None:
        """Show another paragraph, once the officer rests on it."""
        self._check, self._line, self._is_locked = check, line, is_locked
        if not self.isHidden():
            self._draw.start()

    def choose_figure(self, code: str) -> None:
        """Explain the figure of a code in the paragraph shown."""
        if self._draw.isActive():
            self.refresh()
        self.figures.choose(code)

    @Slot()
    def refresh(self) -> None:
        """Show the paragraph anew."""
        self._draw.stop()
        check, line = self._check, self._line
        is_text = line is not None and line.kind in (LineKind.PARAGRAPH, LineKind.PROPOSED)
        self._title.setText(_heading(line))
        self._standing.setText(_standing(line, is_locked=self._is_locked))
        self._standing.setVisible(bool(self._standing.text()))
        is_own = bool(line and line.is_in_report and line.paragraph.is_own)
        self.level.setVisible(is_own)
        if is_own and line is not None:
            self.level.setCurrentIndex(line.paragraph.level)
            self.level.setEnabled(not self._is_locked)
        self._show_news(check, line)
        self.figures.show_line(check, line if is_text else None)

    def _show_news(self, check: ReportCheck | None, line: ReportLine | None) -> None:
        news = line.news if line is not None else None
        is_proposed = line is not None and line.kind is LineKind.PROPOSED
        has_news = news is not None and check is not None and not self._is_locked
        self._news.setVisible(news is not None and check is not None)
        if news is None or check is None:
            return
        self._news_title.setText("ĐOẠN MỚI" if is_proposed else "CẦN XEM LẠI")
        self._stale.setText(stale_words(news.stale, check))
        is_changed = news.is_draft_changed and not is_proposed
        self._stale.setVisible(bool(news.stale) and not is_changed)
        self._difference_title.setVisible(is_changed)
        self._difference.setVisible(is_changed)
        if is_changed:
            self._difference.setText(difference_html(news.changes))
        self._gone.setVisible(not news.draft and not is_proposed)
        is_own = bool(line and line.paragraph.is_own)
        self.take_button.setText("Lấy vào báo cáo" if is_proposed else "Lấy bản &mới")
        self.take_button.setVisible(has_news and not is_own)
        self.figures_button.setVisible(has_news and bool(news.stale) and not is_proposed)
        self.keep_button.setVisible(has_news and is_changed)

    def _build(self) -> None:
        page = QWidget()
        page.setObjectName("detailsPage")
        self._title = word_label("", page, "heading")
        close = QToolButton(page)
        close.setIcon(icon("x", "muted"))
        close.setToolTip("Đóng chi tiết (F4)")
        close.setAccessibleName("Đóng chi tiết")
        close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self._standing = word_label("", page, "muted")
        self.level = QComboBox(page)
        self.level.addItems(list(LEVEL_NAMES))
        self.level.setAccessibleName("Cấp của đoạn tự thêm")
        self.level.activated.connect(self._on_level)
        self._news = self._build_news(page)
        self.figures = FiguresPanel(page)
        self.figures.tasks_requested.connect(self.tasks_requested)
        column = QVBoxLayout(page)
        column.setContentsMargins(14, 10, 10, 14)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._standing)
        column.addWidget(self.level)
        column.addWidget(self._news)
        column.addWidget(self.figures)
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
        self.refresh()

    def _build_news(self, page: QWidget) -> QWidget:
        box = QWidget(page)
        self._news_title = caption("", box)
        self._stale = word_label("", box)
        self._gone = word_label("Theo số liệu hiện nay không còn đoạn này.", box)
        self._difference_title = word_label("Bản dự thảo cũ so với bản mới:", box, "muted")
        self._difference = QLabel(box)
        self._difference.setTextFormat(Qt.TextFormat.RichText)
        self._difference.setWordWrap(True)
        self._difference.setAccessibleName("Khác nhau giữa hai bản dự thảo")
        self.take_button = _button("Lấy bản &mới", self._on_take, box)
        self.take_button.setToolTip("Thay đoạn này bằng bản dự thảo theo số liệu hiện nay")
        self.figures_button = _button("Chỉ thay &số liệu", self._on_figures, box)
        self.figures_button.setToolTip("Giữ lời văn, thay các số đã khác bằng số hiện nay")
        self.keep_button = _button("&Giữ lời của tôi", self._on_keep, box)
        self.keep_button.setToolTip("Giữ nguyên đoạn này và thôi nhắc về bản dự thảo mới")
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (
            self._news_title,
            self._stale,
            self._gone,
            self._difference_title,
            self._difference,
            self.take_button,
            self.figures_button,
            self.keep_button,
        ):
            column.addWidget(widget)
        return box

    @Slot()
    def _on_take(self) -> None:
        if self._line is not None:
            self.draft_taken.emit(self._line.code)

    @Slot()
    def _on_keep(self) -> None:
        if self._line is not None:
            self.words_kept.emit(self._line.code)

    @Slot()
    def _on_figures(self) -> None:
        if self._line is not None:
            self.figures_updated.emit(self._line.code)

    @Slot(int)
    def _on_level(self, level: int) -> None:
        if self._line is not None and level != self._line.paragraph.level:
            self.level_chosen.emit(self._line.code, level)


def difference_html(changes: tuple[WordChange, ...]) -> str:
    """Return two wordings as one: what goes is struck through, what comes is underlined."""
    tokens = current_tokens()
    parts = []
    for place, change in enumerate(changes):
        if change.fate is WordFate.SAME:
            is_last = place == len(changes) - 1
            parts.append(
                _line_breaks(_shortened(change.text, is_first=place == 0, is_last=is_last))
            )
        elif change.fate is WordFate.GONE:
            parts.append(f'<s style="color:{tokens.late.name()}">{_line_breaks(change.text)}</s> ')
        else:
            words = _line_breaks(change.text)
            parts.append(f'<u style="color:{tokens.done.name()}"><b>{words}</b></u>')
    return "".join(parts)


def _shortened(text: str, *, is_first: bool, is_last: bool) -> str:
    """Return unchanged words without their middle; the officer looks for what changed."""
    words = text.split(" ")
    room = _SAME_KEPT * (1 if is_first or is_last else 2)
    if len(words) <= room + 2:
        return text
    head = [] if is_first else words[:_SAME_KEPT]
    tail = [] if is_last else words[-_SAME_KEPT:]
    return " ".join([*head, "…", *tail])


def _line_breaks(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _heading(line: ReportLine | None) -> str:
    if line is None:
        return "Chọn một đoạn để xem số liệu và nguồn"
    if line.chart is not None:
        return line.chart.chart.title
    if line.kind is LineKind.BLANK:
        return "Đoạn mới"
    return paragraph_name(line.paragraph)


def _standing(line: ReportLine | None, *, is_locked: bool) -> str:
    if line is None or line.kind is LineKind.BLANK:
        return ""
    if line.chart is not None:
        return "Biểu đồ in theo số liệu hiện nay. Enter để đi vào biểu đồ; bấm vào thanh để xem."
    if line.kind is LineKind.PROPOSED:
        return f"{PROPOSED}."
    if is_locked:
        return "Kỳ đã khóa: chỉ xem."
    if line.paragraph.is_own:
        return "Đoạn tự thêm: chương trình không tự sửa."
    if line.paragraph.is_edited:
        return "Lời văn đã sửa tay: chương trình không tự thay, kể cả khi số liệu đổi."
    return "Lời văn soạn theo số liệu; “Cập nhật số liệu” sẽ soạn lại đoạn này."


def _button(text: str, on_clicked: object, parent: QWidget) -> QPushButton:
    button = QPushButton(text, parent)
    button.setAutoDefault(True)
    button.clicked.connect(on_clicked)
    return button
