"""The commands of the place of issuing, and which of them each state allows."""

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.plan_version import PlanState, PlanVersion
from cchc_desktop.ui.actions import make_action
from cchc_desktop.ui.issue_commands import IssueCommands
from cchc_desktop.ui.issue_feed import IssueSight


class IssueActions:
    """Makes the actions and enables those that fit.

    Their letters are none of those that the places beside the screen have.
    """

    def __init__(
        self,
        owner: QWidget,
        commands: IssueCommands,
        compare: Callable[[], None],
        print_comparison: Callable[[], None],
    ) -> None:
        self.submit = make_action(owner, "T&rình ký", commands.submit)
        self.return_to_draft = make_action(owner, "Đưa về dự thảo", commands.return_to_draft)
        self.issue = make_action(owner, "B&an hành…", commands.issue)
        self.amend = make_action(owner, "Điề&u chỉnh…", commands.amend)
        self.discard = make_action(owner, "Bỏ bản điều chỉnh…", commands.discard_amendment)
        self.expire = make_action(owner, "Hết hiệu lực…", commands.expire)
        self.open_pdf = make_action(owner, "&Xem PDF", commands.open_pdf)
        self.export = make_action(owner, "Xuất PD&F…", commands.export_pdf)
        self.export_signed = make_action(owner, "Xuất bản &ký số…", commands.export_signed)
        self.sign = make_action(owner, "Ký &số…", commands.sign)
        self.compare = make_action(owner, "S&o sánh…", compare)
        self.print_comparison = make_action(owner, "In bản&g so sánh", print_comparison)

    def for_menu(self) -> list[QAction]:
        """Return all actions in their order."""
        return [
            self.submit,
            self.return_to_draft,
            self.issue,
            self.amend,
            self.discard,
            self.expire,
            self.open_pdf,
            self.export,
            self.export_signed,
            self.sign,
            self.compare,
            self.print_comparison,
        ]

    def offer(self, sight: IssueSight | None, version: PlanVersion | None) -> None:
        """Enable what can be done now with the plan and the chosen version."""
        state = sight.standing.state if sight else None
        is_open = state in (PlanState.DRAFT, PlanState.SUBMITTED)
        count = len(sight.versions) if sight else 0
        self.submit.setEnabled(state is PlanState.DRAFT)
        self.return_to_draft.setEnabled(state is PlanState.SUBMITTED)
        self.issue.setEnabled(is_open)
        self.amend.setEnabled(state is PlanState.ISSUED)
        self.discard.setEnabled(is_open and count > 0)
        self.expire.setEnabled(state is PlanState.ISSUED)
        for action in (self.open_pdf, self.export, self.sign):
            action.setEnabled(version is not None)
        self.export_signed.setEnabled(version is not None and bool(version.signatures))
        self.compare.setEnabled(sight is not None)
        self.print_comparison.setEnabled(count > 1 or (count > 0 and is_open))
