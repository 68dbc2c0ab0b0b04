"""What the window says about reporting periods."""

from datetime import date

from cchc_desktop.domain.period import ClosingAction, PeriodClosing, ReportingPeriod

MAIN_CODES = ("quarter-1", "half-year", "quarter-3", "year")
"""The periods whose reports the ministry asks for, in their order."""


def short_day(day: date) -> str:
    """Return a day as officers write it: "14/3/2024"."""
    return f"{day.day}/{day.month}/{day.year}"


def period_name(period: ReportingPeriod) -> str:
    """Return a period's name as the chooser shows it: "Quý I", "6 tháng đầu năm"."""
    return period.name[:1].upper() + period.name[1:]


def covers_text(period: ReportingPeriod) -> str:
    """Return what stretch a period covers and when it is due."""
    parts = [
        f"{short_day(period.first_day)} – {short_day(period.last_day)}",
        f"đơn vị gửi trước {short_day(period.agency_due)}",
        f"gửi tỉnh trước {short_day(period.send_by)}",
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
    return f"{short_day(closing.made_on)}{who} – {what}{reason}"
