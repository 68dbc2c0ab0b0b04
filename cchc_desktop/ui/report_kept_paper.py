"""Opening the kept PDF of a paper that was sent."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDir, QObject, QTemporaryDir, Slot

from cchc_desktop.domain.report import SentPaper
from cchc_desktop.services.session import Session
from cchc_desktop.ui.messages import Messages
from cchc_desktop.ui.workspace import Workspace


class KeptPaperOpening(QObject):
    """Opens a copy of a kept paper, so that what is kept cannot be written over."""

    def __init__(
        self,
        workspace: Workspace,
        messages: Messages,
        open_file: Callable[[Path], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._messages = messages
        self._open_file = open_file
        self._folder = QTemporaryDir(str(Path(QDir.tempPath()) / "cchc-da-gui-XXXXXX"))
        self._count = 0

    @Slot(object)
    def open(self, paper: SentPaper) -> None:
        """Open the PDF of a paper; say so where it is no longer what was recorded."""
        self._count += 1
        folder = Path(self._folder.path()) / str(self._count)
        target = folder / paper.file_name

        def copy(session: Session) -> tuple[Path, bool]:
            is_intact = session.sent_papers.is_intact(paper.id)
            folder.mkdir()
            return session.sent_papers.export(paper.id, target), is_intact

        self._workspace.query(copy, self._on_copied, self._messages.error)

    def _on_copied(self, answer: tuple[Path, bool]) -> None:
        path, is_intact = answer
        if not is_intact:
            self._messages.warn(
                "Tệp lưu của văn bản này không còn khớp dấu vân tay lúc ghi nhận: "
                "nội dung có thể đã bị thay đổi ngoài chương trình."
            )
        self._workspace.work_on_files(
            lambda _: self._open_file(path),
            lambda _: self._messages.inform(f"Đang mở bản lưu {path.name}."),
            self._messages.error,
        )
