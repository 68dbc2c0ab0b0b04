"""What the form ``demand-coverage`` says: every demand from above with what answers it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cchc_desktop.domain.days_and_numbers import day_words
from cchc_desktop.domain.demand_coverage import Coverage, CoverageAnswer, DemandCoverage
from cchc_desktop.domain.rich_text import EMPTY, RichText
from cchc_desktop.services.coverage_sentences import COVERAGE_STATES

if TYPE_CHECKING:
    from cchc_desktop.documents.coverage_table import CoverageCell, CoverageContent, CoverageRow


def coverage_content(coverage: Coverage) -> "CoverageContent":
    """Return what the form ``demand-coverage`` says: every demand with what answers it."""
    from cchc_desktop.documents.coverage_table import CoverageContent, CoverageGroup

    groups = tuple(
        CoverageGroup(
            document.document.full_citation, tuple(_covered(item) for item in document.demands)
        )
        for document in coverage.documents
    )
    counts = [
        f"{words.lower()} {coverage.count(state)}"
        for state, words in COVERAGE_STATES.items()
        if coverage.count(state)
    ]
    summary = f"Tổng số {coverage.total} yêu cầu: {'; '.join(counts)}." if coverage.total else ""
    return CoverageContent(groups, f"(Kế hoạch cải cách hành chính {coverage.key.term})", summary)


def _covered(item: DemandCoverage) -> "CoverageRow":
    from cchc_desktop.documents.coverage_table import CoverageRow

    demand = item.demand
    words = demand.text
    if demand.place:
        words = RichText.plain(f"{demand.place_name}:").joined(words, " ")
    if demand.agencies:
        words = words.joined(RichText.plain(f"(Thực hiện: {demand.agencies})"), "\n")
    verdict = COVERAGE_STATES[item.state]
    if demand.met_on:
        verdict = f"{verdict} (ngày {day_words(demand.met_on)})"
    return CoverageRow(words, item.asked, tuple(_answers(item)), verdict)


def _answers(item: DemandCoverage) -> Iterator["CoverageCell"]:
    from cchc_desktop.documents.coverage_table import CoverageCell

    for answer in item.answers:
        yield CoverageCell(RichText.plain(_answer_words(answer)), RichText.plain(answer.deadline))
    aside = [item.demand.met_note] if item.demand.met_note else []
    if item.elsewhere and not item.answers:
        plans = ", ".join(key.term for key in item.elsewhere)
        aside.append(f"Có trong kế hoạch {plans}")
    if aside:
        yield CoverageCell(RichText.plain(f"({'. '.join(aside)})"), EMPTY)


def _answer_words(answer: CoverageAnswer) -> str:
    return f"{answer.place}: {answer.text}" if answer.place else answer.text
