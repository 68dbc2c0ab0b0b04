"""What the window says about reporting periods."""

from cchc_desktop.domain.period import ClosingAction, PeriodClosing, ReportingPeriod
from cchc_desktop.ui.plan_wording import day_text


def period_name(period: ReportingPeriod) -> str:
    """Return a period's name as the chooser shows it: "Quý I", "6 tháng đầu năm"."""
    return period.name[:1].upper() + period.name[1:]


def covers_text(period: ReportingPeriod) -> str:
    """Return what stretch a period covers and when it is due."""
    parts = [
        f"{day_text(period.first_day)} – {day_text(period.last_day)}",
        f"đơn vị gửi trước {day_text(period.agency_due)}",
        f"gửi tỉnh trước {day_text(period.send_by)}",
    ]
    text = ", ".join(parts)
    notes = []
    if period.is_adjusted:
        notes.append("ngày do cơ quan đặt")
    if period.is_closed:
        notes.append("đã khóa")
    return "; ".join([text, *notes])


def closing_text(closing: PeriodClosing) -> str:
    """Return one closing or reopening in a line."""
    what = "khóa kỳ" if closing.action is ClosingAction.CLOSED else "mở lại kỳ"
    who = f", {closing.made_by}" if closing.made_by else ""
    reason = f": {closing.reason}" if closing.reason else ""
    return f"{day_text(closing.made_on)}{who} – {what}{reason}"
