"""The bar on top of the place of issuing: where the plan stands, and the next step."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from cchc_desktop.domain.plan_version import PlanState
from cchc_desktop.services.version_sentences import describe_standing
from cchc_desktop.ui.action_button import ActionButton
from cchc_desktop.ui.issue_actions import IssueActions
from cchc_desktop.ui.issue_feed import IssueSight
from cchc_desktop.ui.issue_words import next_step


class IssueBar(QFrame):
    """Says in words what the state means; the next step is the primary button.

    Signals:
        check_requested(): What the check finds is wanted.
    """

    check_requested = Signal()

    def __init__(self, actions: IssueActions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        name = QLabel("Ban hành", self)
        name.setObjectName("heading")
        self.state = QLabel(self)
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(name)
        first.addSpacing(10)
        first.addWidget(self.state)
        first.addStretch(1)
        draft, submitted, issued = PlanState.DRAFT, PlanState.SUBMITTED, PlanState.ISSUED
        self._discard = ActionButton(actions.discard, self)
        first.addWidget(self._discard)
        self._buttons: list[tuple[ActionButton, PlanState]] = []
        for action, state, is_primary in (
            (actions.return_to_draft, submitted, False),
            (actions.expire, issued, False),
            (actions.issue, draft, False),
            (actions.submit, draft, True),
            (actions.issue, submitted, True),
            (actions.amend, issued, True),
        ):
            button = ActionButton(action, self, is_primary=is_primary)
            self._buttons.append((button, state))
            first.addWidget(button)
        self.words = QLabel(self)
        self.words.setObjectName("muted")
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.check_button = QPushButton("Xem kiểm tra", self)
        self.check_button.setProperty("link", True)
        self.check_button.clicked.connect(self.check_requested)
        second = QHBoxLayout()
        second.setSpacing(8)
        second.addWidget(self.words, 1)
        second.addWidget(self.check_button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 6)
        column.setSpacing(4)
        column.addLayout(first)
        column.addLayout(second)

    @property
    def primary(self) -> ActionButton | None:
        """The button of the next step, where there is one."""
        for button, _ in self._buttons:
            if button.property("primary") and not button.isHidden():
                return button
        return None

    def show_sight(self, sight: IssueSight) -> None:
        """Show where another plan stands."""
        state = sight.standing.state
        self.state.setText(describe_standing(sight.standing, sight.latest))
        self.words.setText(next_step(sight))
        self.check_button.setVisible(bool(sight.errors or sight.warnings))
        for button, shown_in in self._buttons:
            button.setVisible(state is shown_in)
        is_amendment = not sight.standing.is_frozen and bool(sight.versions)
        self._discard.setVisible(is_amendment)
