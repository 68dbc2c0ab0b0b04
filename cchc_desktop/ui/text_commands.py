"""What can be done with the text beyond typing: parts, tables, citations, what is drafted."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Slot

from cchc_desktop.domain.clock import Clock, today
from cchc_desktop.domain.plan_fields import DOCUMENT, LiveField
from cchc_desktop.domain.plan_text import (
    Passage,
    PassageKind,
    TextPartKind,
)
from cchc_desktop.domain.report_text import LiveText
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.vietnamese import fold
from cchc_desktop.ui.messages import Messages
from cchc_desktop.ui.text_desk import TextDesk, TextSight
from cchc_desktop.ui.text_dialogs import DraftDialog, PaperDialog, PartDialog
from cchc_desktop.ui.text_sheet import TextSheet
from cchc_desktop.ui.text_table_dialog import TextTableDialog, empty_table
from cchc_desktop.ui.text_words import part_name
from cchc_desktop.ui.text_writing import TextWriting
from cchc_desktop.ui.workspace import Workspace

_IMPLEMENTATION = "to chuc thuc hien"


class TextCommands(QObject):
    """Carries out the commands of the text's place."""

    def __init__(
        self,
        workspace: Workspace,
        clock: Clock,
        messages: Messages,
        sheet: TextSheet,
        desk: TextDesk,
        writing: TextWriting,
    ) -> None:
        super().__init__(sheet)
        self._workspace = workspace
        self._clock = clock
        self._messages = messages
        self._sheet = sheet
        self._desk = desk
        self._writing = writing

    @Slot()
    def add_below(self) -> None:
        """Put an empty passage below the current one."""
        if self._open_sight() is not None:
            self._sheet.editing.add_after(self._sheet.place)

    @Slot()
    def insert_table(self) -> None:
        """Put an empty table below the current passage and open it."""
        if self._open_sight() is None:
            return
        current = self._sheet.passage
        level = current.kind.rank or current.level
        table = Passage(PassageKind.TABLE, level=level, table=empty_table())
        place = self._sheet.place
        is_empty = not current.text and current.kind is PassageKind.TEXT
        if is_empty:
            self._sheet.editing.insert([table], "add_passages")
        else:
            self._sheet.editing.append_below(place, [table])
        self.open_table(self._sheet.place)

    @Slot(int)
    def open_table(self, place: int) -> None:
        """Open the table in a place to be edited."""
        passage = self._sheet.contents.passages[place]
        if passage.table is None or self._open_sight() is None:
            return
        dialog = TextTableDialog(passage.table, self._sheet)
        key = passage.id

        def keep() -> None:
            passages = self._sheet.contents.passages
            now = next((n for n, p in enumerate(passages) if p.id == key), None)
            if now is not None:
                self._sheet.editing.set_table(now, dialog.table)
            else:
                # It was deleted elsewhere meanwhile: what was written in it is kept.
                gone = replace(passage, table=dialog.table, id=None)
                self._sheet.editing.append_below(self._sheet.place, [gone])

        dialog.accepted.connect(keep)
        dialog.open()

    @Slot()
    def open_current_table(self) -> None:
        """Open the table in which the keyboard stands."""
        self.open_table(self._sheet.place)

    @Slot()
    def cite(self) -> None:
        """Let a registered document be chosen, and cite it at the cursor."""
        sight = self._open_sight()
        if sight is None:
            return
        from cchc_desktop.ui.citation_dialog import CitationDialog

        self._writing.flush()
        chosen = CitationDialog.ask(self._workspace, self._sheet)
        if chosen is None:
            return
        plan_id, code = sight.plan_id, f"{DOCUMENT}{chosen}"

        def insert(fields: tuple[LiveField, ...]) -> None:
            cited = {mark.code for p in self._sheet.contents.passages for mark in p.text.marks}
            for field in fields:
                if field.code == code:
                    words = field.subject if code in cited else field.words
                    self._writing.insert_field(replace(field, words=words))

        self._workspace.query(lambda s: s.text.fields(plan_id), insert, self._messages.error)

    @Slot()
    def draft_tasks(self) -> None:
        """Draft "Tổ chức thực hiện" from the assignments and show it before it is put in."""
        sight = self._open_sight()
        if sight is None:
            return
        self._writing.flush()
        plan_id = sight.plan_id
        self._workspace.query(
            lambda s: s.text.draft_tasks_of_agencies(plan_id),
            self._show_draft,
            self._messages.error,
        )

    def add_part(self, kind: TextPartKind, _is_checked: object = None) -> None:
        """Ask what a further part is about, and add it."""
        sight = self._open_sight()
        if sight is not None:
            self._writing.flush()
            PartDialog(self._workspace, sight.plan_id, kind, self._sheet).open()

    @Slot()
    def delete_part(self) -> None:
        """Delete the part on the sheet, once the officer agrees."""
        sight, part = self._open_sight(), self._writing.part
        if sight is None or part is None or part.id is None:
            return
        self._writing.flush()
        name = part_name(part, sight.text.parts)
        count = len(self._sheet.contents.passages)
        question = f"Xóa phần “{name}”?\n{count} đoạn của phần này sẽ bị xóa. Ctrl+Z để lấy lại."
        if self._messages.ask(question, "Xóa phần", "Giữ lại"):
            part_id = part.id
            self._desk.step(lambda s: s.text.delete_part(part_id))

    @Slot()
    def edit_paper(self) -> None:
        """Ask whom the paper goes to and who signs it."""
        sight = self._open_sight()
        if sight is not None:
            self._writing.flush()
            office = self._workspace.state.office
            usual = office.letterhead_on(today(self._clock)).signer
            PaperDialog(self._workspace, sight.document, usual, self._sheet).open()

    @Slot(str)
    def set_title(self, words: str) -> None:
        """Write what the part on the sheet is about."""
        part_id = self._writing.part_id
        if part_id is not None and self._open_sight() is not None:
            self._desk.step(lambda s: s.text.set_part_title(part_id, RichText.plain(words)))

    @Slot(bool)
    def set_landscape(self, is_landscape: bool) -> None:  # noqa: FBT001 - a slot of a check box
        """Lay the sheets of the part on their long side, or stand them up."""
        part_id = self._writing.part_id
        if part_id is not None and self._open_sight() is not None:
            self._desk.step(lambda s: s.text.set_landscape(part_id, is_landscape=is_landscape))

    @Slot(str)
    def start(self, skeleton_id: str) -> None:
        """Begin the text from a skeleton."""
        plan = self._workspace.plan
        if plan is not None:
            plan_id = plan.id
            self._desk.step(lambda s: s.text.start(plan_id, skeleton_id))

    @Slot()
    def start_blank(self) -> None:
        """Begin an empty text."""
        plan = self._workspace.plan
        if plan is not None:
            plan_id = plan.id
            years = (
                f"giai đoạn {plan.year} - {plan.last_year}"
                if plan.last_year
                else (f"năm {plan.year}")
            )
            title = RichText.plain(f"Cải cách hành chính {years}")
            self._desk.step(lambda s: s.text.add_part(plan_id, TextPartKind.BODY, title))

    def step_if_open(self, step: Callable[[], None]) -> None:
        """Run a step where the text can be written in."""
        if self._open_sight() is not None:
            step()

    def _show_draft(self, drafted: tuple[Passage, ...]) -> None:
        if not drafted:
            self._messages.inform(
                "Chưa có nhiệm vụ nào được giao cho cơ quan, đơn vị nên chưa có gì để soạn."
            )
            return
        passages = self._sheet.contents.passages
        heading = next(
            (n for n, p in enumerate(passages) if p.is_heading and _is_implementation(p)), None
        )
        where = (
            f"Sẽ đặt vào cuối mục “{passages[heading].printed}”."
            if heading is not None
            else "Sẽ đặt vào cuối phần đang xem, dưới đề mục mới “Tổ chức thực hiện”."
        )
        dialog = DraftDialog(drafted, where, self._sheet)

        def put_in() -> None:
            self._put_draft(drafted)

        dialog.accepted.connect(put_in)
        dialog.open()

    def _put_draft(self, drafted: tuple[Passage, ...]) -> None:
        passages = self._sheet.contents.passages
        heading = next(
            (n for n, p in enumerate(passages) if p.is_heading and _is_implementation(p)), None
        )
        if heading is not None:
            self._sheet.editing.append_below(heading, drafted)
            return
        words = LiveText(RichText.plain("Tổ chức thực hiện"))
        new = Passage(PassageKind.PART, words, PassageKind.PART.rank)
        self._sheet.editing.append_below(len(passages) - 1, (new, *drafted))

    def _open_sight(self) -> TextSight | None:
        sight = self._desk.sight
        return sight if sight is not None and sight.text and not sight.is_frozen else None


def _is_implementation(passage: Passage) -> bool:
    return _IMPLEMENTATION in fold(passage.text.text)
