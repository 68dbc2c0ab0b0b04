"""Asking for files and folders without holding up the window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from cchc_desktop.ui.return_source import FILE_FILTERS


def ask_files(
    parent: QWidget, title: str, yes_label: str, folder: Path, then: Callable[[list[str]], object]
) -> None:
    """Open a chooser of any number of workbooks; ``then`` gets their paths."""
    dialog = QFileDialog(parent, title, str(folder), FILE_FILTERS)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(then)
    _open(dialog, yes_label)


def ask_folder(
    parent: QWidget, title: str, yes_label: str, folder: Path, then: Callable[[str], object]
) -> None:
    """Open a chooser of a folder; ``then`` gets its path."""
    dialog = QFileDialog(parent, title, str(folder))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(then)
    _open(dialog, yes_label)


def _open(dialog: QFileDialog, yes_label: str) -> None:
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, yes_label)
    dialog.setLabelText(QFileDialog.DialogLabel.Reject, "Thôi")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
