"""What was set by hand moves with the year."""

from datetime import date

from cchc_desktop.domain.deadline import DeadlineKind, DeadlineReading, Milestone
from cchc_desktop.storage.carried_rows import moved_reading


def test_days_move_by_years_and_the_event_of_the_earlier_year_is_forgotten():
    reading = DeadlineReading(
        DeadlineKind.DATED,
        (Milestone(date(2024, 2, 29), date(2024, 1, 1)),),
        event_date=date(2024, 1, 5),
    )

    assert moved_reading(reading, 1) == DeadlineReading(
        DeadlineKind.DATED, (Milestone(date(2025, 2, 28), date(2025, 1, 1)),)
    )
