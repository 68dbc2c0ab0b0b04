"""Where a period's returns and report stand, as other services tell it to the overview."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cchc_desktop.domain.period import PeriodKey
from cchc_desktop.services.session import Session


class ReportStage(StrEnum):
    """How far a period's report has come ("tình trạng báo cáo kỳ")."""

    NOT_BEGUN = "not_begun"
    DRAFTED = "drafted"
    SENT = "sent"


@dataclass(frozen=True, slots=True)
class PeriodStanding:
    """Where the returns and the report of one period stand ("tình hình kỳ báo cáo").

    Attributes:
        agencies_asked: How many agencies are to send a return; None where that is not known.
        agencies_sent: How many of them have.
        report: How far the report has come; None where that is not known.
        report_note: What is left to do on it, such as "2 mục cần xem lại", or "".
        sent_on: The day it was sent.
    """

    agencies_asked: int | None = None
    agencies_sent: int = 0
    report: ReportStage | None = None
    report_note: str = ""
    sent_on: date | None = None


StandingProvider = Callable[[Session, PeriodKey], PeriodStanding]
"""Says where a period stands; runs on the data file's thread."""


def nothing_known(_session: Session, _period: PeriodKey) -> PeriodStanding:
    """Say that nothing is known of returns and reports."""
    return PeriodStanding()
