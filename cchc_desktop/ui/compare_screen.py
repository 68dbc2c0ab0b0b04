"""Two versions side by side: every difference, old words struck through and new ones marked."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.compared_row import ComparisonKind
from cchc_desktop.domain.version_comparison import VersionComparison
from cchc_desktop.services.comparison_sentences import KINDS
from cchc_desktop.services.session import Session
from cchc_desktop.services.version_reading import VersionRef
from cchc_desktop.ui.compare_model import CompareList, CompareModel
from cchc_desktop.ui.filter_chips import filter_chip, set_on
from cchc_desktop.ui.jobs import Job
from cchc_desktop.ui.messages import Messages
from cchc_desktop.ui.workspace import Workspace, WorkspaceChange

_FIRST_SHOWN = frozenset(ComparisonKind) - {ComparisonKind.KEPT, ComparisonKind.RENUMBERED}
_SAME = "Hai bản giống nhau, không có chỗ nào khác."
_HIDDEN = "Không có chỗ nào thuộc các loại đang chọn."

Choice = tuple[VersionRef, str]


class CompareScreen(QWidget):
    """Lets the officer choose two versions, of this plan or of others, and read what differs.

    Signals:
        closed(): The screen is no longer needed.
        print_requested(VersionRef, VersionRef): The printed table of these two is wanted.
    """

    closed = Signal()
    print_requested = Signal(object, object)

    def __init__(
        self, workspace: Workspace, messages: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._messages = messages
        self._job: Job | None = None
        self._is_filling = False
        self.comparison: VersionComparison | None = None
        self.model = CompareModel(self)
        self.list = CompareList(self)
        self.list.setModel(self.model)
        self.left = self._side("Bản bên trái")
        self.right = self._side("Bản bên phải")
        self.chips: dict[ComparisonKind, QToolButton] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._build_bar())
        layout.addWidget(self.list, 1)
        self.setFocusProxy(self.list)
        self._close_button.clicked.connect(self.closed)
        escape = QShortcut(QKeySequence("Esc"), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.closed)
        workspace.changed.connect(self._on_changed)

    @property
    def shown_kinds(self) -> frozenset[ComparisonKind]:
        """The kinds that are shown."""
        return frozenset(kind for kind, chip in self.chips.items() if chip.isChecked())

    def start(self, left: VersionRef, right: VersionRef) -> None:
        """Offer all versions of all plans, and compare these two."""
        self._workspace.query(
            _choices, lambda choices: self._fill(choices, left, right), self._messages.error
        )

    @Slot()
    def compare(self) -> None:
        """Compare the two that are chosen; what is shown stays until the answer comes."""
        left, right = self.left.currentData(), self.right.currentData()
        if self._is_filling or left is None or right is None:
            return
        if self._job is not None:
            self._job.cancel()
        self.count.setText("Đang so sánh…")
        self._job = self._workspace.query(
            lambda session: session.versions.compare(left, right), self._take, self._on_failed
        )

    def _fill(self, choices: tuple[Choice, ...], left: VersionRef, right: VersionRef) -> None:
        self._is_filling = True
        for box, wanted in ((self.left, left), (self.right, right)):
            box.clear()
            for ref, words in choices:
                box.addItem(words, ref)
            refs = [ref for ref, _ in choices]
            box.setCurrentIndex(refs.index(wanted) if wanted in refs else 0)
        self._is_filling = False
        self.compare()

    def _take(self, comparison: VersionComparison) -> None:
        self._job = None
        self.comparison = comparison
        for kind, chip in self.chips.items():
            chip.setText(f"{KINDS[kind]} ({comparison.count(kind)})")
        count = len(comparison.rows())
        self.count.setText(f"{count} chỗ khác nhau" if count else "Giống nhau")
        self._print_button.setEnabled(bool(count))
        self._show_rows()

    def _on_failed(self, error: BaseException) -> None:
        self._job = None
        self.count.clear()
        self.comparison = None
        self._show_rows()
        self._messages.error(error)

    @Slot()
    def _show_rows(self) -> None:
        for chip in self.chips.values():
            set_on(chip, is_on=chip.isChecked())
        is_same = self.comparison is not None and self.comparison.is_same
        self.list.set_empty_sentence(_SAME if is_same else _HIDDEN)
        self.model.show_rows(self.comparison, self.shown_kinds)
        self.list.select_first()

    @Slot()
    def _swap(self) -> None:
        left, right = self.left.currentIndex(), self.right.currentIndex()
        self._is_filling = True
        self.left.setCurrentIndex(right)
        self.right.setCurrentIndex(left)
        self._is_filling = False
        self.compare()

    @Slot()
    def _on_print(self) -> None:
        left, right = self.left.currentData(), self.right.currentData()
        if left is not None and right is not None:
            self.print_requested.emit(left, right)

    @Slot(object)
    def _on_changed(self, change: WorkspaceChange) -> None:
        if change.change_set and self.isVisible():
            left, right = self.left.currentData(), self.right.currentData()
            if left is not None and right is not None:
                self.start(left, right)

    def _side(self, name: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(24)
        box.currentIndexChanged.connect(self.compare)
        return box

    def _build_bar(self) -> QFrame:
        bar = QFrame(self)
        bar.setObjectName("topBar")
        title = QLabel("So sánh hai bản", bar)
        title.setObjectName("heading")
        self.count = QLabel(bar)
        self.count.setObjectName("muted")
        swap = QPushButton("Đổi bên", bar)
        swap.clicked.connect(self._swap)
        self._print_button = QPushButton("In bản&g so sánh", bar)
        self._print_button.clicked.connect(self._on_print)
        self._close_button = QPushButton("Đóng", bar)
        self._close_button.setToolTip("Trở về danh sách bản ban hành (Esc)")
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(title)
        first.addSpacing(10)
        first.addWidget(self.count)
        first.addStretch(1)
        first.addWidget(self._print_button)
        first.addWidget(self._close_button)
        second = QHBoxLayout()
        second.setSpacing(8)
        for words, box in (("T&rái", self.left), ("Phải", self.right)):
            label = QLabel(words, bar)
            label.setBuddy(box)
            second.addWidget(label)
            second.addWidget(box, 1)
        second.addWidget(swap)
        third = QHBoxLayout()
        third.setSpacing(6)
        for kind in (*(kind for kind in ComparisonKind if kind is not ComparisonKind.KEPT),
                     ComparisonKind.KEPT):  # fmt: skip
            chip = filter_chip(bar, KINDS[kind])
            chip.setChecked(kind in _FIRST_SHOWN)
            chip.toggled.connect(self._show_rows)
            self.chips[kind] = chip
            third.addWidget(chip)
        third.addStretch(1)
        column = QVBoxLayout(bar)
        column.setContentsMargins(14, 8, 14, 6)
        column.setSpacing(6)
        column.addLayout(first)
        column.addLayout(second)
        column.addLayout(third)
        return bar


def _choices(session: Session) -> tuple[Choice, ...]:
    """Return every version of every plan, and each plan as it is worked on, with their names."""
    refs: list[VersionRef] = []
    for plan in session.plans.list():
        versions = session.versions.versions(plan.id)
        if not session.versions.standing(plan.id).is_frozen:
            refs.append(VersionRef(plan.id))
        refs += (VersionRef(plan.id, version.number) for version in reversed(versions))
    return tuple((ref, session.versions.ref_name(ref)) for ref in refs)
