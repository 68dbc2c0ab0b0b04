"""How the tasks of a year's plan stand at its end, or today while the year is not over."""

from datetime import date

from cchc_desktop.domain.clock import Clock, today
from cchc_desktop.domain.plan import Plan, TaskId
from cchc_desktop.domain.progress_state import Verdict
from cchc_desktop.domain.tracking import Tracker, task_verdicts
from cchc_desktop.services.agencies import AgencyService
from cchc_desktop.services.periods import PeriodService
from cchc_desktop.storage.office_file import OfficeFile
from cchc_desktop.storage.progress_repository import load_book


def standing_at_year_end(
    file: OfficeFile, clock: Clock, plan: Plan, agencies: AgencyService, periods: PeriodService
) -> dict[TaskId, Verdict]:
    """Return how each counted task stands; empty where nothing of the plan is recorded."""
    book = load_book(file.db, plan.id)
    if not any(not record.is_blank for record in book.records.values()):
        return {}
    of_year = periods.of_year(plan.year)
    last = max(of_year, key=lambda period: period.order)
    day = min(max(today(clock), date(plan.year, 1, 1)), date(plan.year, 12, 31))
    tracker = Tracker(plan, agencies.catalogue(), book, of_year)
    return task_verdicts(tracker.states(last, day))
