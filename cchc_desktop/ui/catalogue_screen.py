"""The place of the catalogue (danh mục): the agencies and groups that plans name."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, QTimer, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QLineEdit,
    QSplitter,
    QStackedWidget,
    QTableView,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.agency import Agency, AgencyCatalogue, AgencyGroup
from cchc_desktop.domain.clock import Clock, today
from cchc_desktop.ui.actions import make_action
from cchc_desktop.ui.agency_dialogs import AgencyDialog, HandOverDialog
from cchc_desktop.ui.catalogue_details import agency_html, group_html
from cchc_desktop.ui.catalogue_models import (
    ITEM_ROLE,
    CatalogueFilter,
    CatalogueModel,
    Column,
    Item,
    agency_columns,
    group_columns,
)
from cchc_desktop.ui.group_dialog import GroupDialog
from cchc_desktop.ui.icons import icon, put_beside_text
from cchc_desktop.ui.messages import Messages
from cchc_desktop.ui.place_header import PlaceHeader
from cchc_desktop.ui.place_screen import PlaceScreen
from cchc_desktop.ui.row_delegate import RowDelegate
from cchc_desktop.ui.settings import Settings
from cchc_desktop.ui.workspace import Workspace, WorkspaceChange

_TABLES = frozenset({"agency", "agency_group", "group_member"})
_AGENCIES, _GROUPS = 0, 1
_KEYS = ("agencies", "groups")


class CatalogueScreen(PlaceScreen):
    """Lists agencies or groups; adds, edits, deletes them, and hands agencies over."""

    def __init__(
        self,
        workspace: Workspace,
        clock: Clock,
        settings: Settings,
        messages: Messages,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._clock = clock
        self._settings = settings
        self._messages = messages
        self._make_actions()
        day = today(clock)
        self._filters: list[CatalogueFilter] = []
        self._models: list[CatalogueModel] = []
        self.tables: list[QTableView] = []
        self._stack = QStackedWidget(self)
        for columns, name in (
            (agency_columns(self._catalogue, day), "Cơ quan, đơn vị"),
            (group_columns(self._catalogue, day), "Nhóm cơ quan"),
        ):
            self._add_table(columns, name)
        self.search_field = QLineEdit(self)
        self.search_field.setPlaceholderText("Tìm… (Ctrl+F)")
        self.search_field.setAccessibleName("Tìm trong danh mục")
        self.search_field.setClearButtonEnabled(True)
        self.search_field.setMinimumWidth(120)
        self.search_field.textChanged.connect(self._on_query_changed)
        self._tabs = QButtonGroup(self)
        self.details = QTextBrowser(self)
        self.details.setObjectName("details")
        self.details.setAccessibleName("Chi tiết")
        self.details.setOpenLinks(False)
        self._lay_out()
        self._widths_timer = QTimer(self, singleShot=True, interval=150)
        self._widths_timer.timeout.connect(self._save_widths)
        for table in self.tables:
            table.horizontalHeader().sectionResized.connect(self._widths_timer.start)
        self._show_state()
        self._show_table(_AGENCIES)
        workspace.changed.connect(self._on_changed)

    @property
    def table(self) -> QTableView:
        """The table shown: of agencies, or of groups."""
        return self.tables[self._stack.currentIndex()]

    @property
    def current_item(self) -> Item | None:
        """The agency or group chosen in the table shown."""
        index = self.table.currentIndex()
        item = index.data(ITEM_ROLE) if index.isValid() else None
        return item if isinstance(item, Agency | AgencyGroup) else None

    def actions_for_menu(self) -> list[QAction]:
        """Return the commands of this place."""
        return [
            self.add_agency_action,
            self.add_group_action,
            self.edit_action,
            self.hand_over_action,
            self.delete_action,
        ]

    def focus_search(self) -> None:
        """Go to the search field."""
        self.search_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search_field.selectAll()

    @Slot()
    def show_agencies(self) -> None:
        """Show the table of agencies."""
        self._show_table(_AGENCIES)

    @Slot()
    def show_groups(self) -> None:
        """Show the table of groups."""
        self._show_table(_GROUPS)

    @Slot()
    def add_agency(self) -> None:
        """Fill in a new agency."""
        self._show_table(_AGENCIES)
        AgencyDialog(self._workspace, None, self).open()

    @Slot()
    def add_group(self) -> None:
        """Fill in a new group."""
        self._show_table(_GROUPS)
        GroupDialog(self._workspace, None, today(self._clock), self).open()

    @Slot()
    def edit(self) -> None:
        """Edit the agency or group chosen."""
        match self.current_item:
            case Agency() as agency:
                AgencyDialog(self._workspace, agency, self).open()
            case AgencyGroup() as group:
                GroupDialog(self._workspace, group, today(self._clock), self).open()

    @Slot()
    def hand_over(self) -> None:
        """Let the agency chosen hand over to another from a day on."""
        item = self.current_item
        if isinstance(item, Agency):
            HandOverDialog(self._workspace, item, today(self._clock), self).open()

    @Slot()
    def delete(self) -> None:
        """Delete the agency or group chosen; undo brings it back."""
        match self.current_item:
            case Agency(id=agency_id):
                self._workspace.mutate(lambda session: session.agencies.delete_agency(agency_id))
            case AgencyGroup(id=group_id):
                self._workspace.mutate(lambda session: session.agencies.delete_group(group_id))

    def _make_actions(self) -> None:
        self.add_agency_action = make_action(self, "Thêm cơ quan…", self.add_agency, (), "plus")
        self.add_group_action = make_action(self, "Thêm nhóm…", self.add_group, (), "users")
        self.edit_action = make_action(self, "Sửa…", self.edit, "F2", "pencil")
        self.hand_over_action = make_action(
            self, "Bàn giao…", self.hand_over, (), "arrow-right-left"
        )
        self.delete_action = make_action(self, "Xóa khỏi danh mục", self.delete, "Del", "trash-2")
        self.add_agency_action.setShortcut("Insert")
        for action in self.actions_for_menu():
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self.addAction(action)

    def _add_table(self, columns: Sequence[Column], name: str) -> None:
        model = CatalogueModel(columns, self)
        proxy = CatalogueFilter(self)
        proxy.setSourceModel(model)
        table = QTableView(self)
        table.setModel(proxy)
        table.setItemDelegate(RowDelegate(table))
        table.setAccessibleName(name)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(True)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        widths = self._settings.column_widths(f"catalogue-{_KEYS[len(self.tables)]}")
        for position, column in enumerate(columns):
            table.setColumnWidth(position, widths.get(column.key, column.width))
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        table.addActions(self.actions_for_menu())
        table.activated.connect(self.edit)
        table.selectionModel().currentRowChanged.connect(self._on_row_chosen)
        self._models.append(model)
        self._filters.append(proxy)
        self.tables.append(table)
        self._stack.addWidget(table)

    def _lay_out(self) -> None:
        tabs = []
        for position, show in ((_AGENCIES, self.show_agencies), (_GROUPS, self.show_groups)):
            tab = QToolButton(self)
            tab.setCheckable(True)
            tab.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            tab.clicked.connect(show)
            self._tabs.addButton(tab, position)
            tabs.append(tab)
        put_beside_text(tabs[_AGENCIES], icon("building-2"))
        put_beside_text(tabs[_GROUPS], icon("users"))
        for tab in tabs:
            tab.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        header = PlaceHeader(
            "Danh mục",
            (
                self.add_agency_action,
                self.add_group_action,
                self.edit_action,
                self.hand_over_action,
            ),
            self,
            middle=(*tabs, self.search_field),
        )
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._stack)
        splitter.addWidget(self.details)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([900, 272])
        splitter.setHandleWidth(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(header)
        layout.addWidget(splitter, 1)

    def _catalogue(self) -> AgencyCatalogue:
        return self._workspace.state.catalogue

    def _show_table(self, which: int) -> None:
        self._stack.setCurrentIndex(which)
        self._tabs.button(which).setChecked(True)
        self.setFocusProxy(self.table)
        self._show_item()

    def _show_state(self) -> None:
        catalogue = self._catalogue()
        day = today(self._clock)
        lists: tuple[Sequence[Item], ...] = (catalogue.agencies, catalogue.groups)
        for table, model, items in zip(self.tables, self._models, lists, strict=True):
            current = table.currentIndex().data(ITEM_ROLE)
            row = table.currentIndex().row()
            model.show_items(items, day)
            table.resizeRowsToContents()
            self._choose_again(table, model, current, row)
        self._tabs.button(_AGENCIES).setText(f"Cơ quan ({len(catalogue.agencies)})")
        self._tabs.button(_GROUPS).setText(f"Nhóm ({len(catalogue.groups)})")
        self._show_item()

    def _choose_again(
        self, table: QTableView, model: CatalogueModel, item: Item | None, row: int
    ) -> None:
        """Choose the item that was chosen; if it is gone, the one now in its place."""
        source_row = model.row_of(item.id) if item is not None else None
        proxy = table.model()
        if source_row is not None and isinstance(proxy, CatalogueFilter):
            row = proxy.mapFromSource(model.index(source_row, 0)).row()
        count = proxy.rowCount()
        if count:
            table.selectRow(min(max(row, 0), count - 1))

    def _show_item(self) -> None:
        item = self.current_item
        self.edit_action.setEnabled(item is not None)
        self.delete_action.setEnabled(item is not None)
        self.hand_over_action.setEnabled(isinstance(item, Agency))
        day = today(self._clock)
        match item:
            case Agency() as agency:
                self.details.setHtml(agency_html(agency, self._catalogue(), day))
            case AgencyGroup() as group:
                self.details.setHtml(group_html(group, self._catalogue(), day))
            case None:
                self.details.clear()

    @Slot(str)
    def _on_query_changed(self, words: str) -> None:
        for proxy, table in zip(self._filters, self.tables, strict=True):
            proxy.set_query(words)
            table.resizeRowsToContents()
            if proxy.rowCount() and not table.currentIndex().isValid():
                table.selectRow(0)

    @Slot(QModelIndex, QModelIndex)
    def _on_row_chosen(self, _current: QModelIndex, _previous: QModelIndex) -> None:
        self._show_item()

    @Slot(object)
    def _on_changed(self, change: WorkspaceChange) -> None:
        if any(row.table in _TABLES for row in change.change_set.changes):
            self._show_state()

    @Slot()
    def _save_widths(self) -> None:
        for key, table, model in zip(_KEYS, self.tables, self._models, strict=True):
            widths = {
                column.key: table.columnWidth(position)
                for position, column in enumerate(model.columns)
            }
            self._settings.set_column_widths(f"catalogue-{key}", widths)
            table.resizeRowsToContents()
