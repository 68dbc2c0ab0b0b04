"""The list of places on the left edge of the window."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QSize, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QLabel,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.ui.icons import icon, put_beside_text

_WIDTH = 158
_COMPACT_WIDTH = 48
_USUAL_LINE_HEIGHT = 15


@dataclass(frozen=True, slots=True)
class Place:
    """A place to work in: its key, its name (with the letter for Alt), icon and shortcut."""

    key: str
    name: str
    icon_name: str
    shortcut: str


class Rail(QFrame):
    """Shows the places, the office's name above them and the menu of all commands below.

    Signals:
        place_chosen(str): The officer went to the place of this key.
    """

    place_chosen = Signal(str)

    def __init__(self, places: Sequence[Place], menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self._is_compact = False
        self._office = QLabel(self)
        self._office.setObjectName("heading")
        self._office.setWordWrap(True)
        self._office.setContentsMargins(6, 0, 4, 8)
        self._group = QButtonGroup(self)
        self._names: dict[QPushButton, str] = {}
        self._by_key: dict[str, QPushButton] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 12, 8, 8)
        layout.setSpacing(2)
        layout.addWidget(self._office)
        for place in places:
            button = self._add_button(layout, place.name, place.icon_name, place.shortcut)
            button.setCheckable(True)
            button.setProperty("place", place.key)
            self._group.addButton(button)
            self._by_key[place.key] = button
        layout.addStretch(1)
        self._menu = menu
        self._menu_button = self._add_button(layout, "&Mọi lệnh", "menu", "F10")
        self._menu_button.clicked.connect(self.open_menu)
        self._group.buttonClicked.connect(self._on_clicked)
        self._fit()

    def show_office(self, name: str) -> None:
        """Show the office's name."""
        self._office.setText(name)
        self.setToolTip(name)

    def show_place(self, key: str) -> None:
        """Mark the place of ``key`` as the one where the officer is."""
        self._by_key[key].setChecked(True)

    def set_compact(self, *, is_compact: bool) -> None:
        """Show icons alone, or icons with names."""
        if is_compact != self._is_compact:
            self._is_compact = is_compact
            self._fit()

    @Slot()
    def open_menu(self) -> None:
        """Open the menu of all commands above its button."""
        top = self._menu_button.mapToGlobal(QPoint(0, 0))
        self._menu.popup(top - QPoint(0, self._menu.sizeHint().height()))

    def fit_font(self) -> None:
        """Fit widths and icons to the font in force."""
        self._fit()

    def _add_button(self, layout: QVBoxLayout, name: str, icon_name: str, key: str) -> QPushButton:
        plain = name.replace("&", "")
        button = QPushButton(self)
        button.setIcon(icon(icon_name))
        button.setAccessibleName(plain)
        button.setToolTip(f"{plain} ({key})")
        layout.addWidget(button)
        self._names[button] = name
        return button

    def _fit(self) -> None:
        line = self.fontMetrics().height()
        scale = max(1.0, line / _USUAL_LINE_HEIGHT)
        self.setFixedWidth(round((_COMPACT_WIDTH if self._is_compact else _WIDTH) * scale))
        self._office.setVisible(not self._is_compact)
        side = round(line * 1.05)
        for button, name in self._names.items():
            put_beside_text(button, button.icon(), side)
            if self._is_compact:
                button.setIconSize(QSize(side, side))
            button.setText("" if self._is_compact else name)

    @Slot(object)
    def _on_clicked(self, button: QPushButton) -> None:
        self.place_chosen.emit(button.property("place"))
