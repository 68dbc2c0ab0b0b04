"""What a deadline's reading tells of its days."""

from datetime import date

from cchc_desktop.domain.deadline import (
    UNRECOGNISED,
    Deadline,
    DeadlineKind,
    DeadlineReading,
    Milestone,
)


def test_due_is_the_last_milestone_and_start_the_first_window():
    reading = DeadlineReading(
        DeadlineKind.DATED,
        (
            Milestone(date(2024, 3, 31), date(2024, 1, 1)),
            Milestone(date(2024, 9, 30), date(2024, 7, 1)),
        ),
    )
    assert (reading.start, reading.due) == (date(2024, 1, 1), date(2024, 9, 30))


def test_milestone_without_window_has_no_start():
    reading = DeadlineReading(DeadlineKind.DATED, (Milestone(date(2024, 12, 10)),))
    assert (reading.start, reading.due) == (None, date(2024, 12, 10))


def test_deadline_without_words_is_unrecognised_and_never_due():
    assert Deadline().reading == UNRECOGNISED
    assert UNRECOGNISED.due is None
    assert UNRECOGNISED.start is None
