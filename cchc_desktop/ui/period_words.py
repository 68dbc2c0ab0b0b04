"""What the window says about reporting periods."""

from cchc_desktop.domain.days_and_numbers import day_words
from cchc_desktop.domain.period import ClosingAction, PeriodClosing, ReportingPeriod
from cchc_desktop.domain.plan import Plan


def period_name(period: ReportingPeriod) -> str:
    """Return a period's name as the chooser shows it: "Quý I", "6 tháng đầu năm"."""
    return period.name[:1].upper() + period.name[1:]


def covers_text(period: ReportingPeriod) -> str:
    """Return what stretch a period covers and when it is due."""
    parts = [
        f"{day_words(period.first_day)} – {day_words(period.last_day)}",
        f"đơn vị gửi trước {day_words(period.agency_due)}",
        f"gửi tỉnh trước {day_words(period.send_by)}",
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
    return f"{day_words(closing.made_on)}{who} – {what}{reason}"


def no_annual_plan(chosen: Plan | None) -> str:
    """Return why there is nothing to follow while the chosen plan is none of one year."""
    if chosen is None:
        return "Chưa có kế hoạch năm nào: lập kế hoạch hoặc nhập phụ lục đã có."
    return (
        f"Kế hoạch {chosen.term} là kế hoạch nhiều năm; tiến độ theo dõi theo kế hoạch hằng năm: "
        "chọn kế hoạch của một năm."
    )
