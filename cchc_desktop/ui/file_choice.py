"""Asking for a place on the disk; tests give the window an answer instead."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

_DATA_FILES = "Tệp dữ liệu cải cách hành chính (*.cchc)"


class FileChoice:
    """Asks the officer which data file to open, and where to put a new one."""

    def to_open(self, parent: QWidget) -> Path | None:
        """Return the data file chosen, or None."""
        name, _ = QFileDialog.getOpenFileName(
            parent, "Mở tệp dữ liệu", str(documents_folder()), f"{_DATA_FILES};;Mọi tệp (*)"
        )
        return Path(name) if name else None

    def to_create(self, parent: QWidget, title: str, suggested: str) -> Path | None:
        """Return where to put a new data file, or None.

        An existing file is never overwritten: the services refuse it.
        """
        name, _ = QFileDialog.getSaveFileName(
            parent,
            title,
            str(documents_folder() / suggested),
            _DATA_FILES,
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        return Path(name) if name else None


def documents_folder() -> Path:
    """Return the folder in which the computer keeps the officer's documents."""
    places = QStandardPaths.StandardLocation
    return Path(QStandardPaths.writableLocation(places.DocumentsLocation))
