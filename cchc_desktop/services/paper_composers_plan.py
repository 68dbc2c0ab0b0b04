"""Fills the forms about a plan as a document: the whole of it, comparisons, coverage."""

from dataclasses import replace
from typing import TYPE_CHECKING

from cchc_desktop.domain.errors import NothingToCompare, PlanTextMissing
from cchc_desktop.services.paper_sources import ComposedPaper, PaperSources
from cchc_desktop.services.plans import first_day
from cchc_desktop.services.printing import PaperRequest, PrintOptions

if TYPE_CHECKING:
    from cchc_desktop.documents.form import FormDescription
    from cchc_desktop.domain.office import Letterhead
    from cchc_desktop.domain.plan import Plan
    from cchc_desktop.domain.version_comparison import VersionComparison


def compose_annex(
    sources: PaperSources, request: PaperRequest, options: PrintOptions, form: "FormDescription"
) -> ComposedPaper:
    """Fill the form ``plan-annex``."""
    from cchc_desktop.documents.plan_annex import AnnexOptions, compose_plan_annex

    plan = _issued_as(sources.plans.load_key(request.key), options)
    chosen = AnnexOptions(
        with_letterhead=options.with_letterhead,
        with_signature=options.with_signature,
        electronic=options.is_electronic,
    )
    document = compose_plan_annex(plan, _letterhead(sources, plan), form, chosen)
    number = f" {plan.annex_number}" if plan.annex_number else ""
    return ComposedPaper(
        document, f"phụ lục nhiệm vụ {plan.term}", f"Phụ lục{number} CCHC {plan.key}"
    )


def compose_plan(
    sources: PaperSources, request: PaperRequest, options: PrintOptions, form: "FormDescription"
) -> ComposedPaper:
    """Fill the form ``plan``: the decision, the text and the annexes.

    Raises:
        PlanTextMissing: Nothing of its text is written.
    """
    from cchc_desktop.documents.form import load_form
    from cchc_desktop.documents.plan_paper import (
        ANNEX_FORM,
        PLAN_FORM,
        PlanPaper,
        PlanPaperOptions,
        compose_plan_paper,
    )
    from cchc_desktop.system.paths import forms_root

    plan = _issued_as(sources.plans.load_key(request.key), options)
    text = sources.text.load(plan.id)
    if text.body is None:
        raise PlanTextMissing(plan=plan.key.term)
    chosen = PlanPaperOptions(
        with_annexes=options.with_annexes,
        with_letterhead=options.with_letterhead,
        electronic=options.is_electronic,
    )
    forms = {PLAN_FORM: form, ANNEX_FORM: load_form(forms_root() / ANNEX_FORM)}
    content = PlanPaper(plan, text, sources.text.document(plan.id))
    document = compose_plan_paper(content, _letterhead(sources, plan), forms, chosen)
    return ComposedPaper(document, f"kế hoạch {plan.term}", f"Kế hoạch CCHC {plan.key}")


def compose_comparison(
    sources: PaperSources, request: PaperRequest, options: PrintOptions, form: "FormDescription"
) -> ComposedPaper:
    """Fill the form ``plan-comparison``.

    Raises:
        NothingToCompare: The plan has no issued version to compare with.
    """
    from cchc_desktop.documents.comparison_table import compose_comparison_table
    from cchc_desktop.documents.grouped_table import SheetOptions
    from cchc_desktop.services.comparison_paper import comparison_content

    plan = sources.plans.load_key(request.key)
    day = options.issued_on or first_day(plan)
    chosen = SheetOptions(options.with_letterhead, options.with_signature, day)
    content = comparison_content(_comparison(sources, request, plan))
    return ComposedPaper(
        compose_comparison_table(content, sources.letterhead_on(day), form, chosen),
        f"bảng so sánh kế hoạch {plan.term}",
        f"Bảng so sánh kế hoạch CCHC {plan.key}",
    )


def compose_coverage(
    sources: PaperSources, request: PaperRequest, options: PrintOptions, form: "FormDescription"
) -> ComposedPaper:
    """Fill the form ``demand-coverage``."""
    from cchc_desktop.documents.coverage_table import compose_coverage_table
    from cchc_desktop.documents.grouped_table import SheetOptions
    from cchc_desktop.services.coverage_paper import coverage_content

    plan = sources.plans.load_key(request.key)
    day = options.issued_on or first_day(plan)
    chosen = SheetOptions(options.with_letterhead, options.with_signature, day)
    content = coverage_content(sources.demands.coverage(plan.id))
    return ComposedPaper(
        compose_coverage_table(content, sources.letterhead_on(day), form, chosen),
        f"bảng đối chiếu yêu cầu cấp trên {plan.term}",
        f"Bảng đối chiếu yêu cầu cấp trên CCHC {plan.key}",
    )


def _letterhead(sources: PaperSources, plan: "Plan") -> "Letterhead":
    """Return the office's details on a plan's paper; an issued one keeps those it came with."""
    versions = sources.versions()
    issued = versions.versions(plan.id)
    if issued and versions.standing(plan.id).is_frozen:
        return versions.snapshot(issued[-1].id).letterhead
    return sources.letterhead_on(first_day(plan))


def _issued_as(plan: "Plan", options: PrintOptions) -> "Plan":
    """Return the plan with the number and day that are chosen, where some are."""
    parent = plan.parent_document
    number, day = options.number or parent.number, options.issued_on or parent.issued_on
    return replace(plan, parent_document=replace(parent, number=number, issued_on=day))


def _comparison(sources: PaperSources, request: PaperRequest, plan: "Plan") -> "VersionComparison":
    """Return what is asked for; else what the plan worked on changes of its last version."""
    from cchc_desktop.services.version_reading import VersionRef

    versions = sources.versions()
    if request.compared is not None:
        return versions.compare(*request.compared)
    numbers = [version.number for version in versions.versions(plan.id)]
    is_frozen = versions.standing(plan.id).is_frozen
    if is_frozen and len(numbers) > 1:
        left, right = VersionRef(plan.id, numbers[-2]), VersionRef(plan.id, numbers[-1])
    elif numbers and not is_frozen:
        left, right = VersionRef(plan.id, numbers[-1]), VersionRef(plan.id)
    else:
        raise NothingToCompare(plan=plan.key.term)
    return versions.compare(left, right)
