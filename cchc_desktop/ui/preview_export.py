"""Writing the paper to a file that the officer keeps, under a name that tells what it is."""

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from cchc_desktop.domain.errors import TargetBusy
from cchc_desktop.services.printing import PaperFormat, PreparedPaper
from cchc_desktop.ui.messages import Messages
from cchc_desktop.ui.workspace import Workspace

PROGRAMS = {PaperFormat.WORD: "Word", PaperFormat.EXCEL: "Excel", PaperFormat.PDF: "PDF"}

# Windows allows none of these in a file's name.
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


def default_name(prepared: PreparedPaper, paper: PaperFormat) -> str:
    """Return a name for a paper's file: "Phụ lục II CCHC 2024.docx"."""
    stem = _FORBIDDEN.sub(" ", prepared.stem)
    return f"{' '.join(stem.split())}.{paper.value}"


def free_name(path: Path) -> Path:
    """Return ``path`` with the first number behind its name that no file has."""
    number = 2
    while (other := path.with_name(f"{path.stem} ({number}){path.suffix}")).exists():
        number += 1
    return other


class PaperExport(QObject):
    """Writes papers to files; asks before it overwrites, and offers another name when it cannot.

    Signals:
        written(Path): The file is complete.
        busy_changed(bool): A file is being written, or is finished.
    """

    written = Signal(object)
    busy_changed = Signal(bool)

    def __init__(
        self,
        workspace: Workspace,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._messages = messages

    def write(
        self,
        prepared: PreparedPaper,
        paper: PaperFormat,
        target: Path,
        then: Callable[[Path], None] | None = None,
        *,
        may_overwrite: bool = False,
    ) -> None:
        """Write the paper and do ``then`` with the finished file.

        Args:
            prepared: What is to be written.
            paper: In which format.
            target: Where.
            then: What to do with it.
            may_overwrite: Whether the officer has agreed already to replace the file.
        """
        if not may_overwrite and target.exists():
            other = free_name(target)
            if not self._messages.ask(
                f"Đã có tệp “{target.name}”.\nThư mục: {target.parent}",
                "Ghi đè",
                f"Ghi thành “{other.name}”",
            ):
                target = other
        self.busy_changed.emit(True)

        def done(path: Path) -> None:
            self.busy_changed.emit(False)
            self.written.emit(path)
            if then is not None:
                then(path)

        def failed(error: BaseException) -> None:
            self.busy_changed.emit(False)
            self._on_failed(error, prepared, paper, target, then)

        self._workspace.work_on_files(lambda _: prepared.write(paper, target), done, failed)

    def _on_failed(
        self,
        error: BaseException,
        prepared: PreparedPaper,
        paper: PaperFormat,
        target: Path,
        then: Callable[[Path], None] | None,
    ) -> None:
        if not isinstance(error, TargetBusy):
            self._messages.error(error)
            return
        other = free_name(target)
        if self._messages.ask(
            f"Tệp “{target.name}” đang mở trong chương trình khác nên không ghi đè được.\n"
            f"Đóng tệp đó rồi làm lại, hoặc ghi thành tệp mới “{other.name}” cùng thư mục.",
            "Ghi tệp mới",
            "Không ghi",
        ):
            self.write(prepared, paper, other, then, may_overwrite=True)
