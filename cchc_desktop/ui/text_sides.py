"""What stands beside the sheet and follows it: the outline, the details, the bar of kinds."""

from PySide6.QtCore import QObject, QTimer, Slot

from cchc_desktop.domain.plan_text import TextPartKind
from cchc_desktop.ui.text_bar import FormatBar
from cchc_desktop.ui.text_desk import TextDesk
from cchc_desktop.ui.text_details import TextDetails
from cchc_desktop.ui.text_outline import TextOutline
from cchc_desktop.ui.text_searching import TextSearching
from cchc_desktop.ui.text_sheet import TextSheet
from cchc_desktop.ui.text_words import passage_name
from cchc_desktop.ui.text_writing import TextWriting

_REST_MS = 40
"""Going through a long text by the arrow keys must not wait for what is beside it."""


class TextSides(QObject):
    """Keeps what is beside the sheet in step with it."""

    def __init__(
        self,
        sheet: TextSheet,
        desk: TextDesk,
        writing: TextWriting,
        searching: TextSearching,
        outline: TextOutline,
        details: TextDetails,
        format_bar: FormatBar,
    ) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self._desk = desk
        self._writing = writing
        self._searching = searching
        self._outline = outline
        self._details = details
        self._format_bar = format_bar
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.show_place)
        writing.shown.connect(self._on_shown)
        sheet.stood_elsewhere.connect(self._rest.start)
        sheet.contents.order_changed.connect(self._show_outline)
        sheet.words_paused.connect(self._show_outline)

    @Slot()
    def show_place(self) -> None:
        """Show what belongs to the passage in which the keyboard stands."""
        self._rest.stop()
        sight, part = self._desk.sight, self._writing.part
        passage = self._sheet.passage if part is not None else None
        is_locked = sight is None or sight.is_frozen
        self._format_bar.show_passage(passage, is_locked=is_locked)
        self._sheet.setAccessibleDescription(passage_name(passage) if passage else "")
        if not self._details.isHidden():
            self._details.show_part(sight, part)
            self._details.show_passage(sight, passage)
        self._point_outline()

    @Slot()
    def _on_shown(self) -> None:
        part, sight = self._writing.part, self._desk.sight
        name, title = "", ""
        if part is not None and sight is not None:
            name = {
                TextPartKind.DECISION: "QUYẾT ĐỊNH",
                TextPartKind.BODY: sight.document.type_name.upper(),
                TextPartKind.ANNEX: "PHỤ LỤC",
            }[part.kind]
            title = part.title.text
        if (self._sheet.head.name, self._sheet.head.title) != (name, title):
            self._sheet.head.name, self._sheet.head.title = name, title
            self._sheet.fit_head()
            if not self._sheet.place:
                self._sheet.verticalScrollBar().setValue(0)
        self._show_outline()
        self.show_place()

    @Slot()
    def _show_outline(self) -> None:
        sight = self._desk.sight
        self._outline.show_parts(
            self._searching.parts(), can_move=sight is not None and not sight.is_frozen
        )
        self._point_outline()

    def _point_outline(self) -> None:
        passages = self._sheet.contents.passages[: self._sheet.place + 1]
        keys = {p.id for p in passages if p.id is not None}
        self._outline.show_current(self._writing.part_id, keys)
