"""How the place "Phân công" is put together: the bar, the two views, and what stands for none."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.plan import Plan
from cchc_desktop.ui.action_button import ActionButton
from cchc_desktop.ui.icons import icon, put_beside_text
from cchc_desktop.ui.period_words import no_annual_plan
from cchc_desktop.ui.settings import Settings

if TYPE_CHECKING:
    from cchc_desktop.ui.assignment_screen import AssignmentScreen

_PANEL_WIDTH = "assignment/panel-width"
_USUAL_PANEL = 288


class AssignmentLayout(QObject):
    """Holds the widgets around the two tables of an ``AssignmentScreen``."""

    def __init__(self, screen: "AssignmentScreen", settings: Settings) -> None:
        super().__init__(screen)
        self._screen = screen
        self._settings = settings
        self.search_field = QLineEdit(screen)
        self.search_field.setPlaceholderText("Tìm nhiệm vụ, cơ quan…  (Ctrl+F)")
        self.search_field.setClearButtonEnabled(True)
        self.search_field.setAccessibleName("Tìm trong bảng phân công")
        self.search_field.setMinimumWidth(120)
        self.empty = EmptyAssignments(screen)
        self._pages = QStackedWidget(screen)
        self._split = self._make_split(screen)
        self._views = QStackedWidget(screen)
        self._views.addWidget(self._split)
        self._views.addWidget(screen.load_table)
        self._pages.addWidget(self._views)
        self._pages.addWidget(self.empty)
        whole = QVBoxLayout(screen)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._make_bar(screen))
        whole.addWidget(self._pages, 1)
        self._split.splitterMoved.connect(self._on_split)
        self.show_page(is_load=False)

    @property
    def is_load_shown(self) -> bool:
        """Whether the load is shown rather than the matrix."""
        return self._views.currentIndex() == 1

    def show_page(self, *, is_load: bool) -> None:
        """Show the load or the matrix; the keyboard goes with it."""
        had_keyboard = self._views.isAncestorOf(self._screen.window().focusWidget() or self._pages)
        self._views.setCurrentIndex(int(is_load))
        self._tabs.button(int(is_load)).setChecked(True)
        table = self._screen.load_table if is_load else self._screen.table
        self._screen.setFocusProxy(self.empty if self._is_empty else table)
        if had_keyboard and not self._is_empty:
            table.setFocus()

    def show_emptiness(self, chosen: Plan | None, *, has_plan: bool, has_tasks: bool) -> None:
        """Show the tables, or say what belongs here."""
        self.empty.say_why(chosen, has_plan=has_plan)
        self._pages.setCurrentIndex(0 if has_tasks else 1)
        self.search_field.setEnabled(has_tasks)
        for button in self._tabs.buttons():
            button.setEnabled(has_tasks)
        self.print_button.setEnabled(has_tasks)
        table = self._screen.load_table if self.is_load_shown else self._screen.table
        self._screen.setFocusProxy(table if has_tasks else self.empty)

    def focus_search(self) -> None:
        """Go to the search field and choose what stands in it."""
        self.search_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search_field.selectAll()

    @property
    def _is_empty(self) -> bool:
        return self._pages.currentIndex() == 1

    def _make_split(self, screen: "AssignmentScreen") -> QSplitter:
        middle = QWidget(screen)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(screen.filters)
        column.addWidget(screen.table, 1)
        split = QSplitter(Qt.Orientation.Horizontal, screen)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        split.addWidget(middle)
        split.addWidget(screen.panel)
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 0)
        split.setSizes([1000, self._settings.number(_PANEL_WIDTH, _USUAL_PANEL)])
        return split

    def _make_bar(self, screen: "AssignmentScreen") -> QFrame:
        bar = QFrame(screen)
        bar.setObjectName("topBar")
        name = QLabel("Phân công", bar)
        name.setObjectName("heading")
        self._tabs = QButtonGroup(bar)
        tabs = []
        for number, (title, picture, show) in enumerate(
            (
                ("Bảng", "columns-3", screen.show_matrix),
                ("Khối lượng", "list-checks", screen.show_load),
            )
        ):
            tab = QToolButton(bar)
            tab.setText(title)
            tab.setCheckable(True)
            tab.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            tab.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            put_beside_text(tab, icon(picture))
            tab.clicked.connect(show)
            self._tabs.addButton(tab, number)
            tabs.append(tab)
        tabs[1].setToolTip("Khối lượng từng cơ quan (Ctrl+L)")
        actions = screen.actions_of_table
        self.print_button = QPushButton("&In", bar)
        self.print_button.setProperty("primary", True)
        put_beside_text(self.print_button, icon("printer", "on_accent"))
        self.print_button.setToolTip("In bảng phân công, phiếu giao nhiệm vụ")
        menu = QMenu(self.print_button)
        menu.addActions([actions[name] for name in ("print-table", "print-notices", "print-all")])
        self.print_button.clicked.connect(self._on_print)
        self._print_menu = menu
        row = QHBoxLayout(bar)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(8)
        row.addWidget(name)
        row.addSpacing(10)
        for tab in tabs:
            row.addWidget(tab)
        row.addWidget(self.search_field, 1)
        row.addWidget(ActionButton(actions["hand-over"], bar))
        row.addWidget(self.print_button)
        return bar

    @Slot()
    def _on_print(self) -> None:
        button = self.print_button
        self._print_menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    @Slot()
    def _on_split(self) -> None:
        self._settings.set_number(_PANEL_WIDTH, self._screen.panel.width())


class EmptyAssignments(QWidget):
    """Says what belongs here and offers the actions that bring it.

    Signals:
        import_asked(): A document is to be brought in.
        plan_asked(): The plan is to be shown, to write its tasks.
    """

    import_asked = Signal()
    plan_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._sentence = QLabel(self)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence.setWordWrap(True)
        bring = QPushButton("&Nhập từ Word, Excel…", self)
        bring.setProperty("primary", True)
        put_beside_text(bring, icon("file-input", "on_accent"))
        bring.clicked.connect(self.import_asked)
        go = QPushButton("Đến &Kế hoạch", self)
        go.clicked.connect(self.plan_asked)
        self.setFocusProxy(bring)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(bring)
        buttons.addWidget(go)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addWidget(self._sentence)
        column.addSpacing(12)
        column.addLayout(buttons)
        column.addStretch(3)

    @property
    def sentence(self) -> str:
        """What it says."""
        return self._sentence.text()

    def say_why(self, chosen: Plan | None, *, has_plan: bool) -> None:
        """Speak of a plan without tasks, of one for several years, or of none."""
        belongs = "Đây là nơi phân công nhiệm vụ cho từng cơ quan, đơn vị."
        if not has_plan and chosen is not None:
            self._sentence.setText(f"{belongs} {no_annual_plan(chosen)}")
            return
        missing = "Kế hoạch này chưa có nhiệm vụ nào." if has_plan else "Chưa có kế hoạch năm nào."
        self._sentence.setText(f"{belongs} {missing} Hãy nhập phụ lục hoặc lập kế hoạch trước.")
