"""The box in which a whole number is typed or stepped."""

from PySide6.QtWidgets import QSpinBox, QWidget

_MARGIN = 7


def number_box(value: int, least: int, most: int, parent: QWidget) -> QSpinBox:
    """Return a box that holds ``value`` and takes numbers from ``least`` to ``most``."""
    box = QSpinBox(parent)
    box.setRange(least, most)
    box.setValue(value)
    # The style sheet's padding does not reach the words within a box.
    box.lineEdit().setTextMargins(_MARGIN, 0, 0, 0)
    return box
