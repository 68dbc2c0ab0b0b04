"""What can be done with the paragraphs of a report; each is one step that undo takes back."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from cchc_desktop.domain.changes import ChangeSet
from cchc_desktop.domain.period import PeriodKey
from cchc_desktop.domain.report import TITLE, ReportParagraph
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.services.session import Session
from cchc_desktop.ui.messages import Messages
from cchc_desktop.ui.report_lines import ReportLine
from cchc_desktop.ui.report_model import ReportModel
from cchc_desktop.ui.report_text_view import ReportTextView
from cchc_desktop.ui.workspace import Workspace

_LAST = "closing"
"""The closing words stay at the end."""


class ReportCommands(QObject):
    """Carries out what the officer does to the paragraph on which the keyboard stands.

    Signals:
        settled(): All that was written is kept, or was refused.
    """

    settled = Signal()

    def __init__(
        self,
        workspace: Workspace,
        messages: Messages,
        model: ReportModel,
        view: ReportTextView,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._messages = messages
        self._model = model
        self._view = view
        self._under_way = 0
        self.wanted: str | None = None

    @property
    def is_saving(self) -> bool:
        """Whether something written is still on its way to the file."""
        return self._under_way > 0

    @property
    def can_write(self) -> bool:
        """Whether there is a report that can be written in."""
        return self._model.key is not None and not self._model.is_locked

    @Slot(str, object)
    def save_words(self, code: str, words: RichText) -> None:
        """Keep what the officer wrote over a paragraph."""
        self._write(lambda s, key: s.reports.save_paragraph(key, code, words), words)

    @Slot(str, object)
    def save_new(self, after: str, words: RichText) -> None:
        """Keep a paragraph that the officer added, and stand on it."""

        def step(session: Session, key: PeriodKey) -> ChangeSet:
            before = _own_codes(session, key)
            change = session.reports.add_paragraph(key, after, words)
            self.wanted = next(iter(_own_codes(session, key) - before), None)
            return change

        self._write(step, words)

    @Slot()
    def add_below(self) -> None:
        """Open an empty paragraph below the current one, to be written in."""
        line = self._current()
        if line is None or not self.can_write:
            return
        self._view.commit_editing()
        after = self._model.row_of(line.code)
        if line.code == _LAST and after is not None:
            after -= 1
        if after is not None:
            self._view.edit_row(self._model.insert_blank(after))

    @Slot()
    def delete(self) -> None:
        """Take the current paragraph out."""
        line = self._current()
        if line is None or not self.can_write:
            return
        if line.code == TITLE:
            self._messages.inform("Trích yếu không bỏ được; hãy sửa lời.")
            return
        self.wanted = self._beside(line)
        code = line.code
        words = "đề mục" if line.paragraph.level else "đoạn"

        def done(_: ChangeSet) -> None:
            self._messages.inform(f"Đã bỏ {words} đang chọn. Bấm Ctrl+Z để lấy lại.")

        self._step(lambda s, key: s.reports.delete_paragraph(key, code), done)

    @Slot()
    def move_up(self) -> None:
        """Move the current paragraph, or heading with what is below it, before its neighbour."""
        self._move(up=True)

    @Slot()
    def move_down(self) -> None:
        """Move the current paragraph, or heading with what is below it, behind its neighbour."""
        self._move(up=False)

    @Slot(str)
    def take_draft(self, code: str) -> None:
        """Put the present draft in place of a paragraph."""
        self.wanted = code
        self._step(lambda s, key: s.reports.take_draft(key, code))

    @Slot(str)
    def keep_words(self, code: str) -> None:
        """Keep a paragraph's words and take note of the present draft."""
        self._step(lambda s, key: s.reports.keep_words(key, code))

    @Slot(str)
    def update_figures(self, code: str) -> None:
        """Bring only the figures of a paragraph up to the data."""
        self._step(lambda s, key: s.reports.update_figures(key, code))

    @Slot(str, int)
    def set_level(self, code: str, level: int) -> None:
        """Make the officer's own paragraph a heading, or text."""
        self._step(lambda s, key: s.reports.set_level(key, code, level))

    def begin(self, on_done: Callable[[], None]) -> None:
        """Keep the report for the first time, as it would be drafted now."""

        def step(session: Session, key: PeriodKey) -> ChangeSet:
            session.reports.open(key)
            entry = session.history.next_undo()
            change = session.history.changes_of(entry.id) if entry and entry.id else None
            return change or ChangeSet("open_report")

        self._step(step, lambda _: on_done())

    def refresh(self, on_done: Callable[[], None]) -> None:
        """Bring all that is not edited up to the data."""
        self._step(lambda s, key: s.reports.refresh(key), lambda _: on_done())

    def _write(self, step: Callable[[Session, PeriodKey], ChangeSet], words: RichText) -> None:
        def failed(error: BaseException) -> None:
            self._messages.error(error)
            if words:
                QGuiApplication.clipboard().setText(words.text)
                self._messages.inform("Lời vừa gõ chưa ghi được; đã chép sẵn để dán lại (Ctrl+V).")

        self._step(step, None, failed)

    def _step(
        self,
        step: Callable[[Session, PeriodKey], ChangeSet],
        on_done: Callable[[ChangeSet], None] | None = None,
        on_error: Callable[[BaseException], None] | None = None,
    ) -> None:
        key = self._model.key
        if key is None:
            return
        self._under_way += 1

        def done(change: ChangeSet) -> None:
            self._under_way -= 1
            if on_done is not None:
                on_done(change)
            self.settled.emit()

        def failed(error: BaseException) -> None:
            self._under_way -= 1
            (on_error or self._messages.error)(error)
            self.settled.emit()

        self._workspace.mutate(lambda s: step(s, key), done, failed)

    def _current(self) -> ReportLine | None:
        """Return the current line, if it is one of the report's own."""
        line = self._view.line
        return line if line is not None and line.is_in_report else None

    def _beside(self, line: ReportLine) -> str | None:
        lines = [one for one in self._model.lines if one.is_in_report]
        place = lines.index(line)
        beside = lines[place + 1] if place + 1 < len(lines) else lines[place - 1]
        return beside.code

    def _move(self, *, up: bool) -> None:
        line = self._current()
        if line is None or not self.can_write:
            return
        self._view.commit_editing()
        shown = [one.paragraph for one in self._model.lines if one.is_in_report]
        after = target_before(shown, line.code) if up else target_behind(shown, line.code)
        if after is None:
            self._messages.inform("Không chuyển được nữa: đã ở đầu hoặc cuối phần.")
            return
        code = self.wanted = line.code
        self._step(lambda s, key: s.reports.move_paragraph(key, code, after))


def target_before(shown: list[ReportParagraph], code: str) -> str | None:
    """Return behind which paragraph one must go to stand one place higher, or None."""
    place = _place(shown, code)
    level = shown[place].level
    before = place - 1
    if level:
        while before > 0 and not 0 < shown[before].level <= level:
            before -= 1
        if shown[before].level != level:
            return None
    return shown[before - 1].code if before >= 1 and code != _LAST else None


def target_behind(shown: list[ReportParagraph], code: str) -> str | None:
    """Return behind which paragraph one must go to stand one place lower, or None."""
    place = _place(shown, code)
    next_one = _end(shown, place)
    if next_one >= len(shown) or shown[next_one].code == _LAST or place == 0:
        return None
    level = shown[place].level
    if level and shown[next_one].level != level:
        return None
    last = _end(shown, next_one) - 1 if level else next_one
    return shown[last].code


def _place(shown: list[ReportParagraph], code: str) -> int:
    return next(n for n, paragraph in enumerate(shown) if paragraph.code == code)


def _end(shown: list[ReportParagraph], start: int) -> int:
    """Return where what belongs to a paragraph ends: below a heading, all that it heads."""
    level, end = shown[start].level, start + 1
    while level and end < len(shown) and shown[end].code != _LAST:
        if 0 < shown[end].level <= level:
            break
        end += 1
    return end


def _own_codes(session: Session, key: PeriodKey) -> set[str]:
    report = session.reports.find(key)
    return {p.code for p in report.every_paragraph if p.is_own} if report else set()
