"""The part of the details that says whom a wording names, and corrects it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from cchc_desktop.domain.agency import (
    Agency,
    AgencyCatalogue,
    AgencyGroup,
    AgencyReading,
    Mention,
    Role,
)
from cchc_desktop.domain.agency_reading import suggest_alias
from cchc_desktop.domain.plan import Assignment
from cchc_desktop.ui.flow_layout import FlowLayout, broken_into_lines
from cchc_desktop.ui.icons import icon
from cchc_desktop.ui.plan_agency_choice import AgencyChoice
from cchc_desktop.ui.theme import current_tokens

_ROOM = 216
Owner = Agency | AgencyGroup


class AgencyPanel(QWidget):
    """Shows one assignment as chips; each chip has a menu with what can be done about it.

    Signals:
        reading_set(Role, object): The wording names these; None lets its words decide again.
        name_added(str): A name is to be added to the catalogue.
        alias_added(str, object): A name is another name of this agency or group.
    """

    reading_set = Signal(object, object)
    name_added = Signal(str)
    alias_added = Signal(str, object)

    def __init__(
        self,
        role: Role,
        assignment: Assignment,
        catalogue: AgencyCatalogue,
        day: date,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._role = role
        self._assignment = assignment
        self._catalogue = catalogue
        self._day = day
        self.chips: list[QToolButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        flow_holder = QWidget(self)
        flow = FlowLayout(flow_holder)
        for number, mention in enumerate(assignment.reading.mentions):
            flow.addWidget(self._chip(number, mention, flow_holder))
        flow.addWidget(self._more_chip(flow_holder))
        if not assignment.text and not assignment.reading.mentions:
            nobody = QLabel("Chưa ghi", self)
            nobody.setObjectName("muted")
            column.addWidget(nobody)
            flow_holder.hide()
        column.addWidget(flow_holder)

    def _chip(self, number: int, mention: Mention, parent: QWidget) -> QToolButton:
        chip = QToolButton(parent)
        chip.setObjectName(f"{self._role.value}-{number}")
        owner = self._owner(mention)
        name = owner.name if owner else mention.text
        if isinstance(owner, AgencyGroup):
            members = self._catalogue.members(owner, self._day)
            name = f"{name} ({len(members)})"
            names = "\n".join(member.name for member in members)
            chip.setToolTip(f"Gồm {len(members)} cơ quan, đơn vị:\n{names}" if members else "")
        elif owner is None:
            chip.setToolTip("Tên này chưa có trong danh mục")
            chip.setIcon(icon("circle-question-mark", "soon"))
            chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        elif owner.name != mention.text:
            chip.setToolTip(f"Ghi là “{mention.text}”")
        room = _ROOM - (24 if owner is None else 0)
        chip.setText(broken_into_lines(name, chip.fontMetrics(), room).replace("&", "&&"))
        chip.setStyleSheet(_chip_style(is_known=owner is not None))
        side = round(chip.fontMetrics().ascent() * 0.95)
        chip.setIconSize(QSize(side, side))
        chip.setAccessibleName(name if owner else f"{name}, chưa có trong danh mục")
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        chip.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(chip)
        chip.setMenu(menu)
        menu.setProperty("mention", number)
        menu.aboutToShow.connect(self._fill_menu)
        self.chips.append(chip)
        return chip

    def _more_chip(self, parent: QWidget) -> QToolButton:
        chip = QToolButton(parent)
        chip.setObjectName(f"{self._role.value}-more")
        chip.setIcon(icon("plus", "muted"))
        chip.setToolTip("Chỉ thêm cơ quan, đơn vị mà lời văn hàm ý")
        chip.setAccessibleName("Chỉ thêm cơ quan, đơn vị")
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        chip.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(chip)
        _act(menu, "Chỉ thêm cơ quan, đơn vị…", self._on_add_asked)
        if self._assignment.is_set_by_hand:
            _act(menu, "Theo lời văn (bỏ phần đặt bằng tay)", self._on_reset)
            chip.setIcon(icon("pencil", "accent"))
            chip.setToolTip("Đã đặt bằng tay")
        chip.setMenu(menu)
        return chip

    @Slot()
    def _fill_menu(self) -> None:
        menu = self.sender()
        if not isinstance(menu, QMenu):
            return
        menu.clear()
        number = int(menu.property("mention"))
        mention = self._assignment.reading.mentions[number]
        owner = self._owner(mention)
        if owner is None:
            self._fill_unknown(menu, mention)
        elif isinstance(owner, AgencyGroup):
            members = menu.addMenu("Các thành viên")
            for member in self._catalogue.members(owner, self._day):
                members.addAction(member.name.replace("&", "&&"))
        menu.addSeparator()
        other = _act(menu, "Ở ô này hiểu là cơ quan khác…", self._on_other_asked)
        other.setData(number)
        drop = _act(menu, "Ở ô này không phải cơ quan", self._on_dropped)
        drop.setData(number)
        if self._assignment.is_set_by_hand:
            _act(menu, "Theo lời văn (bỏ phần đặt bằng tay)", self._on_reset)

    def _fill_unknown(self, menu: QMenu, mention: Mention) -> None:
        add = _act(menu, "Thêm vào danh mục", self._on_name_added)
        add.setData(mention.text)
        for owner in suggest_alias(mention.text, self._catalogue):
            alias = _act(menu, f"Là tên khác của {owner.name}".replace("&", "&&"), self._on_alias)
            alias.setData((mention.text, owner))
        other = _act(menu, "Là tên khác của cơ quan…", self._on_alias_asked)
        other.setData(mention.text)

    @Slot()
    def _on_name_added(self) -> None:
        self.name_added.emit(_data(self.sender()))

    @Slot()
    def _on_alias(self) -> None:
        text, owner = _data(self.sender())
        self.alias_added.emit(text, owner)

    @Slot()
    def _on_alias_asked(self) -> None:
        text = str(_data(self.sender()))
        owner = AgencyChoice.ask(self, self._catalogue, f"“{text}” là tên khác của:")
        if owner is not None:
            self.alias_added.emit(text, owner)

    @Slot()
    def _on_other_asked(self) -> None:
        number = int(_data(self.sender()))
        mention = self._assignment.reading.mentions[number]
        owner = AgencyChoice.ask(self, self._catalogue, f"Ở ô này, “{mention.text}” là:")
        if owner is not None:
            self._set_mention(number, lambda m: _named(m, owner))

    @Slot()
    def _on_dropped(self) -> None:
        self._set_mention(int(_data(self.sender())), lambda _: None)

    @Slot()
    def _on_add_asked(self) -> None:
        owner = AgencyChoice.ask(self, self._catalogue, "Lời văn của ô này còn chỉ:")
        if owner is not None:
            added = _named(Mention(owner.name, 0, 0), owner)
            mentions = (*self._assignment.reading.mentions, added)
            self.reading_set.emit(self._role, AgencyReading(mentions))

    @Slot()
    def _on_reset(self) -> None:
        self.reading_set.emit(self._role, None)

    def _set_mention(self, number: int, change: Callable[[Mention], Mention | None]) -> None:
        mentions = list(self._assignment.reading.mentions)
        changed = change(mentions[number])
        mentions[number : number + 1] = [changed] if changed else []
        self.reading_set.emit(self._role, AgencyReading(tuple(mentions)))

    def _owner(self, mention: Mention) -> Owner | None:
        if mention.agency_id is not None:
            return self._catalogue.agency(mention.agency_id)
        if mention.group_id is not None:
            return self._catalogue.group(mention.group_id)
        return None


def _chip_style(*, is_known: bool) -> str:
    """Return the look of a chip; a name that is not known has a broken edge as well."""
    tokens = current_tokens()
    ground, words = (
        (tokens.accent_soft, tokens.accent) if is_known else (tokens.soon_soft, tokens.soon)
    )
    edge = ground.name() if is_known else words.name()
    line = "solid" if is_known else "dashed"
    return (
        f"QToolButton {{ background: {ground.name()}; color: {words.name()};"
        f" border: 1px {line} {edge}; border-radius: 4px; padding: 2px 6px; }}"
        f" QToolButton:hover, QToolButton:focus {{ border: 1px solid {tokens.accent.name()}; }}"
    )


def _named(mention: Mention, owner: Owner) -> Mention:
    if isinstance(owner, Agency):
        return replace(mention, agency_id=owner.id, group_id=None)
    return replace(mention, agency_id=None, group_id=owner.id)


def _act(menu: QMenu, text: str, slot: Callable[[], None]) -> QAction:
    action = menu.addAction(text)
    action.triggered.connect(slot)
    return action


def _data(sender: object) -> Any:  # noqa: ANN401 - what an action carries
    return sender.data() if isinstance(sender, QAction) else None
