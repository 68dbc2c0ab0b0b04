"""The words of a side panel: those that wrap, small headings, and buttons like links."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget


def word_label(text: str, parent: QWidget, name: str = "") -> QLabel:
    """Return words that wrap."""
    label = QLabel(text, parent)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def caption(text: str, parent: QWidget) -> QLabel:
    """Return the small heading of a part."""
    label = word_label(text, parent, "muted")
    font = label.font()
    if font.pointSizeF() > 0:
        font.setPointSizeF(font.pointSizeF() * 0.88)
    label.setFont(font)
    label.setContentsMargins(0, 6, 0, 0)
    return label


def link_button(text: str, name: str, parent: QWidget) -> QPushButton:
    """Return a button that looks like a link."""
    button = QPushButton(text, parent)
    button.setObjectName(name)
    button.setProperty("link", True)
    return button
