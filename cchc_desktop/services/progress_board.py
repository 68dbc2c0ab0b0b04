"""A plan with all that is recorded on it, judged in one period: what screens and papers show."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from cchc_desktop.domain.agency import AgencyCatalogue, AgencyId
from cchc_desktop.domain.period import ReportingPeriod
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.progress import ProgressBook
from cchc_desktop.domain.progress_summary import (
    DueWork,
    ProgressSummary,
    late_work,
    summarise,
    unreported_work,
    work_due_within,
)
from cchc_desktop.domain.tracking import TrackedState, Tracker


@dataclass(frozen=True)
class ProgressBoard:
    """How a plan stands in a period ("bảng theo dõi"); needs the data file no longer.

    Attributes:
        periods: All periods of the year, in order.
        day: The day looked at.
    """

    plan: Plan
    catalogue: AgencyCatalogue
    book: ProgressBook
    periods: Sequence[ReportingPeriod]
    period: ReportingPeriod
    day: date

    @cached_property
    def states(self) -> tuple[TrackedState, ...]:
        """Every piece of work in printed order, as it stands on the day."""
        tracker = Tracker(self.plan, self.catalogue, self.book, self.periods)
        return tracker.states(self.period, self.day)

    @cached_property
    def summary(self) -> ProgressSummary:
        """The figures."""
        return summarise(self.plan, self.states)

    def at(self, period: ReportingPeriod, day: date | None = None) -> "ProgressBoard":
        """Return the same data looked at in another period, by default at its cut-off."""
        return ProgressBoard(
            self.plan, self.catalogue, self.book, self.periods, period, day or period.last_day
        )

    def of_agency(self, agency_id: AgencyId) -> tuple[TrackedState, ...]:
        """Return the work that an agency answers for."""
        return tuple(state for state in self.states if state.item.is_led_by(agency_id))

    def late(self) -> tuple[DueWork, ...]:
        """Return what is late, the latest first."""
        return late_work(self.states, self.day)

    def due_within(self, days: int) -> tuple[DueWork, ...]:
        """Return open work due within so many days, the nearest first."""
        return work_due_within(self.states, self.book, self.plan.year, self.day, days)

    def unreported(self) -> tuple[TrackedState, ...]:
        """Return open work on which nothing was recorded in the period."""
        return unreported_work(self.states)
