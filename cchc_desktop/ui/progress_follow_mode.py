"""Chooses how a task with several leads is followed: together, or each of them."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from cchc_desktop.domain.plan import PlanTask
from cchc_desktop.domain.progress import FollowMode
from cchc_desktop.domain.tracking import follow_mode
from cchc_desktop.services.progress_sentences import FOLLOW_MODES

_USUAL = "usual"


class FollowModeChooser(QComboBox):
    """Offers the usual way of a task first, then the other one.

    Signals:
        mode_chosen(object): The officer chose this ``FollowMode``, or with None the usual way.
    """

    mode_chosen = Signal(object)

    def __init__(self, task: PlanTask, chosen: FollowMode | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("followMode")
        self.setAccessibleName("Cách theo dõi")
        # Its longest entry must not widen the panel.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        usual = follow_mode(task, {})
        self.addItem(f"{FOLLOW_MODES[usual]} (thông thường)", _USUAL)
        for mode, name in FOLLOW_MODES.items():
            if mode is not usual:
                self.addItem(name, mode.value)
        self.setCurrentIndex(max(self.findData(chosen.value), 0) if chosen else 0)
        self.activated.connect(self._on_activated)

    @Slot(int)
    def _on_activated(self, place: int) -> None:
        value = str(self.itemData(place))
        self.mode_chosen.emit(None if value == _USUAL else FollowMode(value))
