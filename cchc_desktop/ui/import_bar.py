"""The head of the import screen: which file, which year, which table, which columns."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.annex_draft import AnnexDraft, ColumnProposal, TableProposal
from cchc_desktop.ui.import_fields import ElidedLabel, NumberField, QuietComboBox
from cchc_desktop.ui.import_source import Columns
from cchc_desktop.ui.import_words import COLUMN_NAMES

_FIRST_YEAR = 1990
_LAST_YEAR = 2200
_MEANINGS = tuple(COLUMN_NAMES)


class ImportBar(QFrame):
    """Shows how a document is taken, and lets the officer take it otherwise.

    Signals:
        year_changed(int): Another year was chosen.
        table_chosen(int): Another table or sheet is to be read.
        columns_chosen(dict): The columns are to be taken for these.

    Attributes:
        choose_button: Opens the file chooser.
    """

    year_changed = Signal(int)
    table_chosen = Signal(int)
    columns_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self._file = ElidedLabel(self)
        font = self._file.font()
        font.setBold(True)
        self._file.setFont(font)
        self.choose_button = QPushButton("&Chọn tệp khác…", self)
        self._year = NumberField(self)
        self._year.set_range(_FIRST_YEAR, _LAST_YEAR)
        self._year.setPlaceholderText("Chọn năm")
        self._year.setAccessibleName("Năm của kế hoạch")
        self._year.chosen.connect(self.year_changed)
        year_label = QLabel("&Năm kế hoạch", self)
        year_label.setBuddy(self._year)
        self._table = QuietComboBox(self)
        self._table.setAccessibleName("Bảng hoặc trang tính")
        self._table.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._table.setMinimumContentsLength(22)
        self._table.activated.connect(self._on_table_chosen)
        self._table_label = QLabel("&Bảng", self)
        self._table_label.setBuddy(self._table)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._file, 1)
        top.addWidget(self._table_label)
        top.addWidget(self._table)
        top.addWidget(year_label)
        top.addWidget(self._year)
        top.addWidget(self.choose_button)
        self._table_indexes: list[int] = []
        self._columns = _ColumnStrip(self)
        self._columns.chosen.connect(self.columns_chosen)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 14, 8)
        layout.setSpacing(6)
        layout.addLayout(top)
        layout.addWidget(self._columns)

    @property
    def year(self) -> int | None:
        """The year chosen, or None while there is none."""
        return self._year.number

    def set_year(self, year: int | None) -> None:
        """Choose a year without saying so."""
        self._year.set_number(year)

    def focus_year(self) -> None:
        """Let the officer type the year."""
        self._year.setFocus()
        self._year.selectAll()

    def show_draft(self, name: str, draft: AnnexDraft) -> None:
        """Show how ``draft`` was taken from its document."""
        self._file.set_text(f"Nhập phụ lục từ “{name}”")
        chosen = next((table for table in draft.tables if table.is_chosen), None)
        self._table.clear()
        for table in draft.tables:
            self._table.addItem(_table_name(table))
            self._table.setItemData(
                self._table.count() - 1, table.title, Qt.ItemDataRole.ToolTipRole
            )
        self._table.setCurrentIndex(draft.tables.index(chosen) if chosen else -1)
        self._table_indexes = [table.index for table in draft.tables]
        for widget in (self._table, self._table_label):
            widget.setVisible(len(draft.tables) > 1)
        self._columns.show_columns(chosen.columns if chosen else ())

    @Slot(int)
    def _on_table_chosen(self, row: int) -> None:
        self.table_chosen.emit(self._table_indexes[row])


class _ColumnStrip(QScrollArea):
    """One drop-down for each column of the source.

    Signals:
        chosen(dict): The columns are to be taken for these.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._shown: tuple[ColumnProposal, ...] = ()
        self._boxes: list[QuietComboBox] = []

    def show_columns(self, columns: tuple[ColumnProposal, ...]) -> None:
        """Show what each column is taken for."""
        focused = next((i for i, box in enumerate(self._boxes) if box.hasFocus()), None)
        self._shown = columns
        self._boxes = []
        page = QWidget(self)
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for column in columns:
            row.addLayout(self._column(column, page), 1)
        self.setWidget(page)
        page.setAutoFillBackground(False)
        self._fit_height()
        if focused is not None and focused < len(self._boxes):
            self._boxes[focused].setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Override QScrollArea.changeEvent: a larger font needs a higher strip."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            QTimer.singleShot(0, self, self._fit_height)

    @Slot()
    def _fit_height(self) -> None:
        page = self.widget()
        if self._shown and page is not None:
            bar = self.horizontalScrollBar().sizeHint().height() if len(self._shown) > 9 else 0
            self.setFixedHeight(page.sizeHint().height() + bar)

    def _column(self, column: ColumnProposal, page: QWidget) -> QVBoxLayout:
        heading = ElidedLabel(page)
        heading.setObjectName("muted")
        heading.set_text(column.heading or f"Cột {column.index + 1} (không có tiêu đề)")
        examples = [example[:120] for example in column.examples[:3]]
        heading.setToolTip("\n".join([heading.full_text, *(f"– {text}" for text in examples)]))
        box = QuietComboBox(page)
        box.addItems([COLUMN_NAMES[meaning] for meaning in _MEANINGS])
        box.setCurrentIndex(_MEANINGS.index(column.column))
        box.setMinimumContentsLength(8)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setAccessibleName(f"Cột “{heading.full_text}” là")
        box.setToolTip(heading.toolTip())
        box.activated.connect(self._on_chosen)
        self._boxes.append(box)
        layout = QVBoxLayout()
        layout.setSpacing(2)
        layout.addWidget(heading)
        layout.addWidget(box)
        return layout

    @Slot()
    def _on_chosen(self) -> None:
        columns: Columns = {
            column.index: _MEANINGS[box.currentIndex()]
            for column, box in zip(self._shown, self._boxes, strict=True)
        }
        if any(columns[column.index] is not column.column for column in self._shown):
            self.chosen.emit(columns)


def _table_name(table: TableProposal) -> str:
    title = " ".join(table.title.split())
    name = f"{table.name} ({table.row_count} dòng)"
    return f"{name}: {title}" if title else name
