"""Tells the overview where a period's returns and its report stand."""

from cchc_desktop.domain.errors import PlanMissing
from cchc_desktop.domain.period import PeriodKey
from cchc_desktop.services.session import Session
from cchc_desktop.ui.overview_standing import PeriodStanding, ReportStage

_REPORT = "report"


def standing_of(session: Session, key: PeriodKey) -> PeriodStanding:
    """Return where a period stands; nothing is known without a plan."""
    try:
        register = session.returns.register(key)
    except PlanMissing:
        return PeriodStanding()
    sent = [paper for paper in session.sent_papers.of_period(key) if paper.form == _REPORT]
    asked, received = len(register), sum(status.is_received for status in register)
    if sent:
        latest = max(sent, key=lambda paper: paper.sent_on)
        return PeriodStanding(asked, received, ReportStage.SENT, sent_on=latest.sent_on)
    if session.reports.find(key) is None:
        return PeriodStanding(asked, received, ReportStage.NOT_BEGUN)
    count = len(session.reports.out_of_date(key))
    note = f"{count} mục cần xem lại" if count else ""
    return PeriodStanding(asked, received, ReportStage.DRAFTED, note)
