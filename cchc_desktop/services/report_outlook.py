"""Says in sentences what is to be done in the period that follows."""

from cchc_desktop.domain.progress_state import ProgressState
from cchc_desktop.domain.report_facts import ReportFacts
from cchc_desktop.domain.report_text import LiveText, Part, joined, live
from cchc_desktop.services.report_phrases import due_line, overdue_line, waiting_line


def overdue_work(facts: ReportFacts) -> LiveText:
    """Return the late tasks, which come first in the next period."""
    late = facts.leaves_in(ProgressState.OVERDUE)
    return joined([overdue_line(leaf, facts) for leaf in late], "\n")


def work_due_next(facts: ReportFacts) -> LiveText:
    """Return the tasks with a day in the next period; of a new year also its plan."""
    lines: list[Part] = []
    if facts.following.last_day.year > facts.plan.year:
        year = facts.plan.year + 1
        lines.append(f"Triển khai thực hiện Kế hoạch cải cách hành chính năm {year}.")
    if facts.due_next:
        lines.append(
            live(
                "Có {count} nhiệm vụ của Kế hoạch năm {year} đến hạn:",
                count=facts.figures["next.due"],
                year=str(facts.plan.year),
            )
        )
        lines += (due_line(leaf, due) for leaf, due in facts.due_next)
    return joined(lines, "\n")


def recurring_work(facts: ReportFacts) -> LiveText:
    """Return how much goes on all year or comes back."""
    if not facts.recurring_next:
        return LiveText()
    text = "Tiếp tục thực hiện {count} nhiệm vụ thường xuyên, định kỳ của Kế hoạch."
    return live(text, count=facts.figures["next.recurring"])


def waiting_work(facts: ReportFacts) -> LiveText:
    """Return the tasks that wait for what sets them off."""
    lines: list[Part] = [waiting_line(x) for x in facts.leaves_in(ProgressState.NOT_ARISEN)]
    if lines:
        lines.insert(0, "Theo dõi, thực hiện khi phát sinh:")
    return joined(lines, "\n")
