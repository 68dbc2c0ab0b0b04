"""A finding that an officer accepted: it lapses by itself when the words judged change."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NewType

from cchc_desktop.domain.checks.finding import Finding
from cchc_desktop.domain.plan import PlanId
from cchc_desktop.domain.plan_rows import RowKey
from cchc_desktop.domain.plan_text import PassageId

ExceptionId = NewType("ExceptionId", int)


@dataclass(frozen=True, slots=True)
class CheckException:
    """A finding to be passed over ("ngoại lệ đã chấp nhận").

    Attributes:
        code: The check concerned.
        row: The row of the finding, or None where it is of the text or the plan's own.
        fingerprint: The mark of the words for which it was accepted.
        made_by: The user name of the computer's session.
        passage: The passage of the finding, or None where it is not of the text.
    """

    id: ExceptionId
    plan_id: PlanId
    code: str
    row: RowKey | None
    fingerprint: str
    reason: str
    made_on: date
    made_by: str
    passage: PassageId | None = None


class ExceptionList:
    """The exceptions of one plan, looked up by finding ("danh sách ngoại lệ")."""

    def __init__(self, exceptions: Iterable[CheckException]) -> None:
        self._by_key = {(x.code, x.row, x.passage, x.fingerprint): x for x in exceptions}
        self._concerned = {(code, row, passage) for code, row, passage, _ in self._by_key}

    def of(self, finding: Finding) -> CheckException | None:
        """Return the exception made for ``finding`` as it stands, or None."""
        key = (finding.code, finding.place.row, finding.place.passage)
        if key not in self._concerned:
            return None
        return self._by_key.get((*key, finding.fingerprint))
