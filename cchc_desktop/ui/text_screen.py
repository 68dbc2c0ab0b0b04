"""The place "Phần lời": the plan's text as an outline, written as in Word."""

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication, QHideEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QStackedWidget, QVBoxLayout, QWidget

from cchc_desktop.domain.checks.finding import PlanDetail
from cchc_desktop.domain.clock import Clock
from cchc_desktop.domain.plan_skeleton import TextSkeleton
from cchc_desktop.domain.plan_text import PassageId, PassageKind, TextPartId
from cchc_desktop.domain.plan_version import PlanState
from cchc_desktop.services.printing import PaperRequest
from cchc_desktop.ui.frozen_bar import FrozenBar
from cchc_desktop.ui.messages import Messages
from cchc_desktop.ui.place_screen import PlaceScreen
from cchc_desktop.ui.settings import Settings
from cchc_desktop.ui.text_actions import TextActions
from cchc_desktop.ui.text_bar import FormatBar, TextBar
from cchc_desktop.ui.text_commands import TextCommands
from cchc_desktop.ui.text_desk import TextDesk
from cchc_desktop.ui.text_details import TextDetails
from cchc_desktop.ui.text_empty import EmptyText
from cchc_desktop.ui.text_find import Edits, TextFindBar
from cchc_desktop.ui.text_insert_menu import InsertMenu
from cchc_desktop.ui.text_outline import TextOutline
from cchc_desktop.ui.text_panes import TextPanes
from cchc_desktop.ui.text_paste import TextPaste
from cchc_desktop.ui.text_searching import TextSearching
from cchc_desktop.ui.text_sheet import TextSheet
from cchc_desktop.ui.text_sides import TextSides
from cchc_desktop.ui.text_words import field_name
from cchc_desktop.ui.text_writing import TextWriting
from cchc_desktop.ui.workspace import Workspace

_DETAILS = "text-details"
_STATES = {
    PlanState.DRAFT: "Dự thảo",
    PlanState.SUBMITTED: "Trình ký",
    PlanState.ISSUED: "Đã ban hành",
    PlanState.EXPIRED: "Hết hiệu lực",
}


class TextScreen(PlaceScreen):
    """Shows the text of the chosen plan; every passage is edited where it stands.

    Signals:
        print_requested(PaperRequest): The pages of the plan are wanted.
        check_requested(): The plan is to be checked.
        import_requested(): A whole document is to be brought in.
        issue_requested(): The plan is to be issued or amended.
        document_requested(): The register of documents is wanted.
        plan_requested(): There is no plan; the plan's place is wanted.
    """

    print_requested = Signal(object)
    check_requested = Signal()
    import_requested = Signal()
    issue_requested = Signal()
    document_requested = Signal()
    plan_requested = Signal()

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
        self._settings = settings
        self._messages = messages
        self._skeletons: tuple[TextSkeleton, ...] | None = None
        self._wanted_detail: tuple[PlanDetail, TextPartId | None] | None = None
        self.sheet = TextSheet(self)
        self.sheet.field_tip = self._field_tip
        self.desk = TextDesk(workspace, messages, self)
        self.writing = TextWriting(self.sheet, self.desk, messages)
        self.paste = TextPaste(workspace, self.sheet, self.writing, messages)
        self.commands = TextCommands(
            workspace, clock, messages, self.sheet, self.desk, self.writing
        )
        self.outline = TextOutline(self)
        self.details = TextDetails(self)
        self.frozen_bar = FrozenBar(self)
        self.empty = EmptyText(self)
        self.searching = TextSearching(self.sheet, self.desk, self.writing)
        self.find_bar = TextFindBar(self.searching.parts, self.searching.here, self)
        self.actions_here = TextActions(self)
        here = self.actions_here
        self.insert_menu = InsertMenu((here.cite, here.table, None, here.draft), self)
        self.bar = TextBar((here.check,), here.print, here.of_bar(), self.insert_menu, self)
        self.format_bar = FormatBar(
            ((here.bold, here.italic), (here.outdent, here.indent), (here.up, here.down)), self
        )
        self.sides = TextSides(
            self.sheet,
            self.desk,
            self.writing,
            self.searching,
            self.outline,
            self.details,
            self.format_bar,
        )
        self._lay_out()
        self._connect()
        self._show_sight()

    @property
    def search_field(self) -> QLineEdit:
        """Where words to look for are typed."""
        return self.bar.search_field

    def actions_for_menu(self) -> list[QAction]:
        """Return the actions of the screen, for the window's menu."""
        return self.actions_here.for_menu()

    def commit_editing(self) -> None:
        """Save what is being typed; to be called before the window closes."""
        if self.sheet.is_composing:
            QGuiApplication.inputMethod().commit()
        self.details.commit_editing()
        self.writing.flush()

    def focus_search(self) -> None:
        """Go to the search field and choose what stands in it."""
        self.search_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search_field.selectAll()

    def apply_settings(self) -> None:
        """Follow a change of the font or the theme."""
        self.sheet.apply_settings()
        self.bar.fit_font()

    def show_passage(self, passage_id: PassageId) -> None:
        """Stand in a passage, whichever part it is in."""
        self.writing.show_passage(passage_id)
        self.sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_detail(self, detail: PlanDetail, part_id: TextPartId | None) -> None:
        """Stand at what is printed around the text: a title, the recipients, the signer."""
        if not self.desk.is_calm:
            self._wanted_detail = (detail, part_id)
            return
        self._wanted_detail = None
        if self.details.isHidden():
            self.toggle_details()
        if part_id is not None:
            self.writing.show_part(part_id)
        if detail is PlanDetail.TEXT_TITLE:
            self.details.paper.focus_title()
        else:
            self.details.paper.paper_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Override QWidget.showEvent: what changed meanwhile is read."""
        super().showEvent(event)
        self.desk.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Override QWidget.hideEvent: nothing typed is left behind."""
        super().hideEvent(event)
        self.commit_editing()

    @Slot()
    def print_plan(self) -> None:
        """Ask for the pages of the plan."""
        self.commit_editing()
        plan = self._workspace.plan
        if plan is not None:
            self.print_requested.emit(PaperRequest("plan", plan.year, last_year=plan.last_year))

    @Slot()
    def ask_check(self) -> None:
        """Ask for the check of the plan."""
        self.commit_editing()
        self.check_requested.emit()

    @Slot()
    def ask_import(self) -> None:
        """Ask for the import of a whole document."""
        self.commit_editing()
        self.import_requested.emit()

    @Slot()
    def ask_issue(self) -> None:
        """Ask for the issue or the amendment of the plan."""
        self.commit_editing()
        self.issue_requested.emit()

    @Slot()
    def ask_documents(self) -> None:
        """Ask for the register of documents."""
        self.commit_editing()
        self.document_requested.emit()

    @Slot()
    def open_find_bar(self) -> None:
        """Open the bar of find and replace, with the selected words."""
        self.commit_editing()
        words = self.sheet.textCursor().selectedText()
        if words and "\u2029" not in words:
            self.find_bar.sought.setText(words)
        self.find_bar.open()

    @Slot()
    def find_next(self) -> None:
        """Go to the next place that is searched for."""
        self.find_bar.go(1, self.search_field.text())

    @Slot()
    def find_previous(self) -> None:
        """Go to the previous place that is searched for."""
        self.find_bar.go(-1, self.search_field.text())

    @Slot()
    def toggle_details(self) -> None:
        """Open or close the panel of details."""
        is_shown = self.details.isHidden()
        self.details.setVisible(is_shown)
        self._settings.set_shown(_DETAILS, is_shown=is_shown)
        if is_shown:
            self.sides.show_place()
        else:
            self.sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        self.details.setVisible(self._settings.is_shown(_DETAILS))
        panes = TextPanes(
            self.outline,
            (self.frozen_bar, self.format_bar, self.find_bar),
            self.sheet,
            self.details,
            self._settings,
            self,
        )
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(panes)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        whole.addWidget(self._stack, 1)
        self.setFocusProxy(self.sheet)

    def _connect(self) -> None:
        here, sheet, details = self.commands, self.sheet, self.details
        self.desk.changed.connect(self._show_sight)
        sheet.editing.refused.connect(self._on_refused)
        sheet.table_opened.connect(here.open_table)
        sheet.title_asked.connect(self._on_title_asked)
        sheet.menu_asked.connect(self._on_menu_asked)
        sheet.left.connect(self._on_left)
        self.outline.part_chosen.connect(self._on_part_chosen)
        self.outline.passage_chosen.connect(self._on_heading_chosen)
        self.outline.model.moved.connect(self._on_moved)
        self.format_bar.kind_chosen.connect(self._on_kind)
        details.kind_chosen.connect(self._on_kind)
        details.level_chosen.connect(self._on_level)
        details.number_written.connect(self._on_number)
        details.renumber_asked.connect(sheet.editing.renumber)
        details.paper.title_written.connect(here.set_title)
        details.paper.landscape_chosen.connect(here.set_landscape)
        details.paper.paper_asked.connect(here.edit_paper)
        details.documents_asked.connect(self.ask_documents)
        details.table_asked.connect(here.open_current_table)
        details.closed.connect(self.toggle_details)
        self.insert_menu.field_chosen.connect(self.writing.insert_field)
        self.empty.skeleton_chosen.connect(here.start)
        self.empty.blank_asked.connect(here.start_blank)
        self.empty.import_asked.connect(self.ask_import)
        self.empty.plan_asked.connect(self.plan_requested)
        self.frozen_bar.amend_asked.connect(self.ask_issue)
        self.search_field.textChanged.connect(sheet.contents.highlighter.set_words)
        self.search_field.returnPressed.connect(self.find_next)
        self.find_bar.found.connect(self.searching.go_to)
        self.find_bar.replaced.connect(self._on_replaced)
        self.find_bar.closed.connect(self._on_find_closed)

    @Slot()
    def _show_sight(self) -> None:
        sight, plan = self.desk.sight, self._workspace.plan
        has_text = sight is not None and bool(sight.text)
        state = sight.standing.state if sight else PlanState.DRAFT
        self.bar.name.set_text(plan.title if plan else "Phần lời")
        self.bar.state.setText(_STATES[state] if plan else "")
        self.frozen_bar.show_state(state)
        is_locked = sight is None or sight.is_frozen
        self.find_bar.set_locked(is_locked=is_locked)
        self.actions_here.show_sight(sight)
        self.bar.insert_button.setEnabled(has_text and not is_locked)
        self.insert_menu.show_fields(sight.fields if sight else (), is_locked=is_locked)
        if plan is None:
            self.empty.show_no_plan()
        elif sight is not None and not has_text:
            self._show_ways()
        had_keyboard = self.empty.isAncestorOf(self.focusWidget() or self)
        self._stack.setCurrentIndex(1 if has_text else 0)
        self.setFocusProxy(self.sheet if has_text else self.empty)
        if has_text and had_keyboard:
            self.sheet.setFocus(Qt.FocusReason.OtherFocusReason)
        if has_text and self._wanted_detail is not None:
            self.show_detail(*self._wanted_detail)

    def _show_ways(self) -> None:
        if self._skeletons is None:
            self._workspace.query(lambda s: s.text.skeletons(), self._on_skeletons)
        else:
            plan = self._workspace.plan
            self.empty.show_ways(self._skeletons, is_period=bool(plan and plan.last_year))

    def _on_skeletons(self, skeletons: tuple[TextSkeleton, ...]) -> None:
        self._skeletons = skeletons
        self._show_sight()

    def _field_tip(self, code: str) -> str:
        fields = self.desk.sight.fields if self.desk.sight else ()
        field = next((one for one in fields if one.code == code), None)
        return f"{field_name(field)}: {field.words}\nTự cập nhật" if field else "Tự cập nhật"

    @Slot(object)
    def _on_part_chosen(self, part_id: TextPartId) -> None:
        self.writing.show_part(part_id)
        self.sheet.verticalScrollBar().setValue(0)
        self.sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object, object)
    def _on_heading_chosen(self, part_id: TextPartId, key: PassageId) -> None:
        self.writing.show_part(part_id)
        self.sheet.show_passage(key)
        self.sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object, object, object)
    def _on_moved(self, keys: tuple[PassageId, ...], part_id: TextPartId, key: PassageId) -> None:
        self.searching.move(keys, part_id, key)

    @Slot(object)
    def _on_kind(self, kind: PassageKind) -> None:
        self.sheet.editing.set_kind(kind)
        self.sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(int)
    def _on_level(self, level: int) -> None:
        self.sheet.editing.set_level(self.sheet.place, level)

    @Slot(str)
    def _on_number(self, written: str) -> None:
        self.sheet.editing.set_own_number(self.sheet.place, written)

    @Slot(object)
    def _on_replaced(self, edits: Edits) -> None:
        self.searching.replace(edits)

    @Slot()
    def _on_find_closed(self) -> None:
        self.sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_refused(self) -> None:
        self._messages.inform("Không chuyển được nữa: đã ở đầu, cuối hoặc ở cấp sau cùng.")

    @Slot()
    def _on_title_asked(self) -> None:
        if self.details.isHidden():
            self.toggle_details()
        self.details.paper.focus_title()

    @Slot()
    def _on_left(self) -> None:
        self.outline.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_menu_asked(self, place: QPoint) -> None:
        menu = self.sheet.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if not self.sheet.isReadOnly():
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            for action in self.actions_here.of_passage():
                if action is None:
                    menu.addSeparator()
                else:
                    menu.addAction(action)
        menu.popup(place)
