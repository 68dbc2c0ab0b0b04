"""What was understood of deadlines and agencies, in the officer's words."""

from cchc_desktop.domain.agency import Role
from cchc_desktop.domain.days_and_numbers import day_words
from cchc_desktop.domain.deadline import Deadline, DeadlineKind, DeadlineReading, Recurrence

KIND_NAMES = {
    DeadlineKind.DATED: "Có hạn",
    DeadlineKind.RECURRING: "Theo kỳ",
    DeadlineKind.EVENT: "Chờ sự việc",
    DeadlineKind.UNRECOGNISED: "Chưa nhận ra",
}

RECURRENCE_NAMES = {
    Recurrence.CONTINUOUS: "Thường xuyên trong năm",
    Recurrence.MONTHLY: "Hằng tháng",
    Recurrence.QUARTERLY: "Hằng quý",
    Recurrence.HALF_YEARLY: "6 tháng một lần",
    Recurrence.YEARLY: "Hằng năm",
}

ROLE_NAMES = {
    Role.LEAD: "Chủ trì",
    Role.COOPERATING: "Phối hợp",
    Role.MONITOR: "Theo dõi",
}


def mark_text(deadline: Deadline) -> str:
    """Return the few words under a deadline, or "" where there is nothing to understand."""
    reading = deadline.reading
    if reading.kind is DeadlineKind.UNRECOGNISED and not deadline.text:
        return ""
    if reading.kind is DeadlineKind.DATED and reading.due:
        return f"Đến hạn {day_words(reading.due)}"
    if reading.kind is DeadlineKind.EVENT and reading.event_date:
        return f"Đã có sự việc {day_words(reading.event_date)}"
    return KIND_NAMES[reading.kind]


def explanation(reading: DeadlineReading) -> str:
    """Return in full words what a deadline means; one line for each last day."""
    match reading.kind:
        case DeadlineKind.DATED:
            return "\n".join(
                f"Từ {day_words(m.start)} đến hết {day_words(m.due)}"
                if m.start
                else f"Chậm nhất ngày {day_words(m.due)}"
                for m in reading.milestones
            )
        case DeadlineKind.RECURRING:
            name = RECURRENCE_NAMES[reading.recurrence or Recurrence.CONTINUOUS]
            return f"{name}, ngày {reading.day_of_month}" if reading.day_of_month else name
        case DeadlineKind.EVENT:
            return _event_explanation(reading)
        case DeadlineKind.UNRECOGNISED:
            return "Chưa nhận ra thời hạn từ lời văn này. Có thể đặt bằng tay."


def _event_explanation(reading: DeadlineReading) -> str:
    lines = [f"Chờ: {reading.event}" if reading.event else "Chờ sự việc"]
    delays = [
        f"{count} {unit}"
        for count, unit in ((reading.delay_months, "tháng"), (reading.delay_days, "ngày"))
        if count
    ]
    if delays:
        lines.append(f"Thời hạn: {' '.join(delays)} kể từ khi có sự việc")
    if reading.event_date:
        lines.append(f"Sự việc đã xảy ra ngày {day_words(reading.event_date)}")
    return "\n".join(lines)
