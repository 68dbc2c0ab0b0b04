"""The figures of a report: what each is, how it is written, and what it was made from.

How figures are written follows the reports at hand (practice, no rule of a decree): counts
from 1 to 9 with a zero before ("04 nhiệm vụ"), thousands with a dot, percentages with a
comma and two decimals, which fall away when both are zero ("29,27%", "50%").
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from cchc_desktop.domain.plan import TaskId
from cchc_desktop.domain.progress import ProgressId
from cchc_desktop.domain.progress_state import ProgressState


class FigureRule(StrEnum):
    """How a figure was made ("cách tính số liệu")."""

    TASKS = "tasks"
    APPLICABLE = "applicable"
    DONE = "done"
    DONE_IN_PERIOD = "done_in_period"
    DONE_PERCENT = "done_percent"
    IN_STATE = "in_state"
    DOCUMENTS = "documents"
    DOCUMENTS_OF_TYPE = "documents_of_type"
    DAYS_LATE = "days_late"
    MEMBERS = "members"
    MEMBERS_DONE = "members_done"
    MEMBERS_REPORTED = "members_reported"
    AGENCIES_EXPECTED = "agencies_expected"
    AGENCIES_REPORTED = "agencies_reported"
    AGENCIES_SILENT = "agencies_silent"
    DUE_NEXT = "due_next"
    RECURRING_NEXT = "recurring_next"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a report ("số liệu báo cáo") and where it comes from.

    Attributes:
        code: Names it for good: "whole.done", "section.3.done_percent".
        value: The number; None of nothing, such as a percentage of no tasks.
        text: As it is printed.
        inputs: The codes of the figures it was worked out from.
        subject: What it is about: a section, an agency, a type of document; "" for all.
        state: The state counted, for a count by state.
        task_ids: The tasks counted.
        progress_ids: The records that say so.
    """

    code: str
    value: int | Decimal | None
    text: str
    rule: FigureRule
    inputs: tuple[str, ...] = ()
    subject: str = ""
    state: ProgressState | None = None
    task_ids: tuple[TaskId, ...] = ()
    progress_ids: tuple[ProgressId, ...] = ()


@dataclass(frozen=True)
class FigureList:
    """All figures of a report by their codes ("danh mục số liệu")."""

    by_code: Mapping[str, Figure]

    def __getitem__(self, code: str) -> Figure:
        return self.by_code[code]

    @classmethod
    def of(cls, figures: Iterable[Figure]) -> "FigureList":
        """Return the list of ``figures``."""
        return cls({figure.code: figure for figure in figures})


def percent_text(value: Decimal | None) -> str:
    """Return a percentage without its sign: "29,27", "50", and "-" where there is none."""
    if value is None:
        return "-"
    if value == value.to_integral_value():
        return str(int(value))
    return f"{value:.2f}".replace(".", ",")
