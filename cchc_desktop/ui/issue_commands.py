"""What an officer does with the chosen plan and version: each asks first, then one step."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.clock import Clock
from cchc_desktop.domain.plan_version import PlanVersion
from cchc_desktop.ui.issue_dialog import IssueDialog
from cchc_desktop.ui.issue_dialogs import AmendDialog, ExpireDialog, SignDialog
from cchc_desktop.ui.issue_feed import IssueFeed
from cchc_desktop.ui.issue_files import VersionFiles, file_name
from cchc_desktop.ui.messages import Messages
from cchc_desktop.ui.workspace import Workspace


@dataclass(frozen=True)
class FileAsking:
    """What lets the officer name files, and opens them; tests give answers instead."""

    open_file: Callable[[Path], None]
    target: Callable[[QWidget, str], Path | None]
    certificate: Callable[[QWidget], Path | None]


class IssueCommands(QObject):
    """Carries out the commands of the place of issuing.

    Attributes:
        version: The chosen version, or None.
    """

    def __init__(
        self,
        workspace: Workspace,
        clock: Clock,
        messages: Messages,
        feed: IssueFeed,
        asking: FileAsking,
        owner: QWidget,
    ) -> None:
        super().__init__(owner)
        self._workspace = workspace
        self._clock = clock
        self._messages = messages
        self._feed = feed
        self._owner = owner
        self._ask_target = asking.target
        self._ask_certificate = asking.certificate
        self._files = VersionFiles(workspace, messages, asking.open_file, self)
        self.version: PlanVersion | None = None

    @Slot()
    def submit(self) -> None:
        """Record that the plan was sent for signature."""
        if self._feed.sight is not None:
            plan_id = self._feed.sight.plan.id
            self._workspace.mutate(
                lambda session: session.versions.submit(plan_id), None, self._messages.error
            )

    @Slot()
    def return_to_draft(self) -> None:
        """Record that the plan came back unsigned."""
        if self._feed.sight is not None:
            plan_id = self._feed.sight.plan.id
            self._workspace.mutate(
                lambda session: session.versions.return_to_draft(plan_id),
                None,
                self._messages.error,
            )

    @Slot()
    def issue(self) -> None:
        """Ask for number, date and signer, and issue the plan."""
        if self._feed.sight is not None:
            dialog = IssueDialog(self._workspace, self._feed.sight, self._owner)
            dialog.accepted.connect(self._on_issued)
            dialog.open()

    @Slot()
    def amend(self) -> None:
        """Ask why, and open the plan for an amendment."""
        if self._feed.sight is not None:
            AmendDialog(self._workspace, self._feed.sight.plan, self._owner).open()

    @Slot()
    def discard_amendment(self) -> None:
        """Give the amendment up, if the officer means it."""
        sight = self._feed.sight
        if sight is None or sight.latest is None:
            return
        question = (
            f"Bỏ bản điều chỉnh {sight.standing.next_version}?\n"
            f"Nội dung trở về đúng như bản {sight.latest.number}, số {sight.latest.full_symbol}. "
            "Những gì đã sửa trong bản điều chỉnh bị bỏ và không hoàn tác được."
        )
        if self._messages.ask(question, "Bỏ bản điều chỉnh", "Giữ lại"):
            plan_id = sight.plan.id
            self._workspace.mutate(
                lambda session: session.versions.discard_amendment(plan_id),
                None,
                self._messages.error,
            )

    @Slot()
    def expire(self) -> None:
        """Ask from which day the plan is no longer in force."""
        if self._feed.sight is not None:
            ExpireDialog(self._workspace, self._clock, self._feed.sight.plan, self._owner).open()

    @Slot()
    def open_pdf(self) -> None:
        """Open the PDF of the chosen version."""
        if self.version is not None:
            self._files.open(self.version)

    @Slot()
    def export_pdf(self) -> None:
        """Write the PDF of the chosen version as it was issued."""
        self._export(is_signed=False)

    @Slot()
    def export_signed(self) -> None:
        """Write the signed copy of the chosen version."""
        self._export(is_signed=True)

    @Slot()
    def sign(self) -> None:
        """Ask for a certificate, and keep a signed copy of the chosen version."""
        if self.version is not None:
            SignDialog(self._workspace, self.version, self._owner, self._ask_certificate).open()

    @Slot()
    def _on_issued(self) -> None:
        plan = self._workspace.plan
        if plan is not None:
            self._messages.inform(
                f"Đã ban hành kế hoạch {plan.term}. Nội dung đã khóa; việc này không hoàn tác được."
            )

    def _export(self, *, is_signed: bool) -> None:
        version = self.version
        if version is None:
            return
        target = self._ask_target(self._owner, file_name(version))
        if target is not None:
            self._files.export(version, target, is_signed=is_signed)
