"""Opening the PDF of an issued version, and writing it to a file that the officer keeps."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDir, QObject, QTemporaryDir
from PySide6.QtWidgets import QFileDialog, QWidget

from cchc_desktop.domain.plan_version import PlanVersion
from cchc_desktop.services.session import Session
from cchc_desktop.ui.file_choice import documents_folder
from cchc_desktop.ui.messages import Messages
from cchc_desktop.ui.workspace import Workspace


def choose_target(parent: QWidget, suggested: str) -> Path | None:
    """Return where to write a PDF, or None; an existing file is never overwritten."""
    name, _ = QFileDialog.getSaveFileName(
        parent,
        "Xuất bản đã ban hành",
        str(documents_folder() / suggested),
        "Tệp PDF (*.pdf)",
        options=QFileDialog.Option.DontConfirmOverwrite,
    )
    return Path(name) if name else None


class VersionFiles(QObject):
    """Hands out copies of what is kept, so that nothing kept can be written over."""

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
        self._folder = QTemporaryDir(str(Path(QDir.tempPath()) / "cchc-ban-hanh-XXXXXX"))
        self._count = 0

    def open(self, version: PlanVersion) -> None:
        """Open the PDF of a version; its signed copy where it has one."""
        self._count += 1
        folder = Path(self._folder.path()) / str(self._count)
        target = folder / file_name(version)

        def copy(session: Session) -> Path:
            folder.mkdir()
            is_signed = bool(version.signatures)
            return session.versions.export(version.id, target, is_signed=is_signed)

        self._workspace.query(copy, self._on_copied, self._messages.error)

    def export(self, version: PlanVersion, target: Path, *, is_signed: bool) -> None:
        """Write the PDF of a version where nothing lies yet."""
        path = target if target.suffix else target.with_suffix(".pdf")
        self._workspace.query(
            lambda session: session.versions.export(version.id, path, is_signed=is_signed),
            self._on_exported,
            self._messages.error,
        )

    def _on_copied(self, path: Path) -> None:
        self._workspace.work_on_files(
            lambda _: self._open_file(path),
            lambda _: self._messages.inform(f"Đang mở bản lưu {path.name}."),
            self._messages.error,
        )

    def _on_exported(self, path: Path) -> None:
        self._messages.inform(f"Đã ghi {path}.")


def file_name(version: PlanVersion) -> str:
    """Return a name for the file of a version: "395-KH-UBND.pdf"."""
    return f"{version.document_number}-{version.symbol}.pdf".replace("/", "-")
