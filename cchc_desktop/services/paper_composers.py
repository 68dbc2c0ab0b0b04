"""Fills each form from the data file: one function per form, found by the form's id."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from cchc_desktop.domain.errors import PeriodUnknown
from cchc_desktop.domain.office import Letterhead
from cchc_desktop.domain.period import PeriodKey
from cchc_desktop.services.offices import OfficeService
from cchc_desktop.services.plans import PlanService, first_day
from cchc_desktop.services.printing import PaperRequest, PrintOptions

if TYPE_CHECKING:
    from cchc_desktop.documents.blocks import Document
    from cchc_desktop.documents.form import FormDescription


@dataclass(frozen=True)
class PaperSources:
    """The services that papers are filled from ("nguồn số liệu in")."""

    offices: OfficeService
    plans: PlanService

    def letterhead_on(self, day: date) -> Letterhead:
        """Return the office's details in force on a day."""
        return self.offices.load().letterhead_on(day)


@dataclass(frozen=True, slots=True)
class ComposedPaper:
    """A filled form: what it consists of, what it is called, and a name for its file."""

    document: "Document"
    title: str
    stem: str


Composer = Callable[[PaperSources, PaperRequest, PrintOptions, "FormDescription"], ComposedPaper]


def _plan_annex(
    sources: PaperSources, request: PaperRequest, options: PrintOptions, form: "FormDescription"
) -> ComposedPaper:
    from cchc_desktop.documents.plan_annex import AnnexOptions, compose_plan_annex

    plan = sources.plans.load_year(request.year)
    chosen = AnnexOptions(
        with_letterhead=options.with_letterhead,
        with_signature=options.with_signature,
        electronic=options.is_electronic,
    )
    document = compose_plan_annex(plan, sources.letterhead_on(first_day(plan)), form, chosen)
    number = f" {plan.annex_number}" if plan.annex_number else ""
    return ComposedPaper(
        document, f"phụ lục nhiệm vụ năm {plan.year}", f"Phụ lục{number} CCHC {plan.year}"
    )


def _period_key(request: PaperRequest) -> PeriodKey:
    if request.period is None:
        raise PeriodUnknown(period="")
    return PeriodKey(request.year, request.period)


COMPOSERS: Mapping[str, Composer] = {"plan-annex": _plan_annex}
"""By the form's id: how it is filled."""
