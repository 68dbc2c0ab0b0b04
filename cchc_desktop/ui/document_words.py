"""What the place of documents says: states of coverage, kinds of demands, validity."""

from datetime import date
from enum import StrEnum

from cchc_desktop.domain.demand_coverage import CoverageState, DemandCoverage
from cchc_desktop.domain.registered_document import RegisteredDocument
from cchc_desktop.services.coverage_sentences import COVERAGE_STATES
from cchc_desktop.ui.date_field import format_day
from cchc_desktop.ui.import_cells import Mark, Tone

_STATE_TONES = {
    CoverageState.UNANSWERED: Tone.LATE,
    CoverageState.LATER: Tone.SOON,
    CoverageState.ANSWERED: Tone.DONE,
    CoverageState.MET: Tone.WAITING,
}


class CoverageFilter(StrEnum):
    """Which demands are shown."""

    ALL = "all"
    UNANSWERED = "unanswered"
    LATER = "later"
    ANSWERED = "answered"
    MET = "met"

    @property
    def state(self) -> CoverageState | None:
        """The one state shown, or None."""
        return None if self is CoverageFilter.ALL else CoverageState(self.value)


def state_mark(state: CoverageState) -> Mark:
    """Return the mark of how a plan stands to a demand."""
    return Mark(COVERAGE_STATES[state], _STATE_TONES[state])


def asked_words(item: DemandCoverage) -> str:
    """Return by when something is asked, in words, with the day where it is not plain."""
    if item.demand.deadline and item.due:
        return f"{item.demand.deadline}\n(đến {format_day(item.due)})"
    return item.asked


def validity_words(document: RegisteredDocument, replaced_by: str, day: date) -> str:
    """Return until when a document is in force, and what replaced it; "" where nothing is known.

    Nobody vouches for the rest being in force: nothing is said of it.
    """
    words = ""
    if document.ended_on:
        is_over = document.ended_on < day
        words = "Hết hiệu lực sau ngày" if is_over else "Có hiệu lực đến hết ngày"
        words = f"{words} {format_day(document.ended_on)}"
    elif replaced_by:
        words = "Đã có văn bản thay thế"
    return f"{words}\nThay bằng {replaced_by}" if replaced_by else words


def validity_tone(document: RegisteredDocument, day: date) -> Tone:
    """Return the colours in which a document's validity is said."""
    if document.ended_on and document.ended_on < day:
        return Tone.LATE
    return Tone.SOON
