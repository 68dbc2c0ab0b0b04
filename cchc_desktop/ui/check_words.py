"""What the check of a plan says on the screen: signs of gravity, excerpts, reasons, empty lists."""

from dataclasses import dataclass
from enum import StrEnum

from cchc_desktop.domain.checks.finding import FindingSeverity, PlanDetail
from cchc_desktop.domain.days_and_numbers import day_words
from cchc_desktop.domain.text_finding import Span
from cchc_desktop.services.check_sentences import describe_finding_severity
from cchc_desktop.services.checks import CheckedFinding, CheckReport
from cchc_desktop.ui.marks import Mark

_AROUND = 90
"""How many letters of a long cell are shown on either side of the words meant."""
_MORE = "… "


class FindingFilter(StrEnum):
    """Which findings are shown."""

    OPEN = "open"
    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"
    TEXT = "text"
    ANNEX = "annex"
    ACCEPTED = "accepted"

    @property
    def severity(self) -> FindingSeverity | None:
        """The one gravity shown, or None."""
        return _SEVERITIES.get(self)


_SEVERITIES = {
    FindingFilter.ERROR: FindingSeverity.ERROR,
    FindingFilter.WARNING: FindingSeverity.WARNING,
    FindingFilter.HINT: FindingSeverity.HINT,
}
_SIGNS = {
    FindingSeverity.ERROR: ("circle-x", "late"),
    FindingSeverity.WARNING: ("triangle-alert", "soon"),
    FindingSeverity.HINT: ("info", "waiting"),
}


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The words that a finding is about, and which of them are meant."""

    words: str = ""
    spans: tuple[Span, ...] = ()


def severity_mark(severity: FindingSeverity) -> Mark:
    """Return the sign and the word of how grave a finding is."""
    sign, colour = _SIGNS[severity]
    return Mark(sign, describe_finding_severity(severity), colour)


def filter_mark(chosen: FindingFilter) -> Mark:
    """Return the sign and the word of a choice in the filter."""
    if chosen.severity is not None:
        return severity_mark(chosen.severity)
    if chosen is FindingFilter.ACCEPTED:
        return Mark("circle-check", "Đã chấp nhận", "done")
    if chosen is FindingFilter.TEXT:
        return Mark("file-text", "Phần lời", "text")
    if chosen is FindingFilter.ANNEX:
        return Mark("columns-3", "Phụ lục", "text")
    return Mark("list-checks", "Chưa chấp nhận", "text")


def filtered(report: CheckReport, chosen: FindingFilter) -> tuple[CheckedFinding, ...]:
    """Return what a choice in the filter shows of a report."""
    if chosen is FindingFilter.ACCEPTED:
        return report.accepted
    if chosen in (FindingFilter.TEXT, FindingFilter.ANNEX):
        is_text = chosen is FindingFilter.TEXT
        return tuple(x for x in report.open if x.finding.place.is_in_text is is_text)
    severity = chosen.severity
    return tuple(x for x in report.open if severity in (None, x.finding.severity))


def excerpt_of(item: CheckedFinding) -> Excerpt:
    """Return the words of the cell around the place meant."""
    place = item.finding.place
    # These stand in no cell: the words judged are all there is to show.
    is_detail = place.field in (PlanDetail.TITLE, PlanDetail.SIGNER)
    words = item.finding.basis if is_detail else item.cell_text
    if place.span is None:
        return Excerpt(_cut(words, 2 * _AROUND))
    start, end = place.span
    if not 0 <= start <= end <= len(words):
        return Excerpt(words)
    before, after = words[:start], words[end:]
    if len(before) > _AROUND:
        before = _MORE + _from_word(before[-_AROUND:])
    after = _cut(after, _AROUND)
    shown = before + words[start:end] + after
    return Excerpt(shown, ((len(before), len(before) + end - start),))


def accepted_words(item: CheckedFinding) -> str:
    """Return why, when and by whom a finding was accepted, or ""."""
    exception = item.exception
    if exception is None:
        return ""
    who = f", {exception.made_by}" if exception.made_by else ""
    return f"Lý do chấp nhận: {exception.reason} ({day_words(exception.made_on)}{who})"


def empty_sentence(report: CheckReport, chosen: FindingFilter) -> str:
    """Return what is said when a choice in the filter shows nothing."""
    if chosen is FindingFilter.ACCEPTED:
        return "Chưa chấp nhận chỗ nào."
    if not report.open:
        where = "kế hoạch" if report.has_text else "phụ lục"
        nothing = f"Không phát hiện lỗi trong {where} {report.term}"
        accepted = len(report.accepted)
        return f"{nothing}, ngoài {accepted} chỗ đã chấp nhận." if accepted else f"{nothing}."
    if chosen in (FindingFilter.TEXT, FindingFilter.ANNEX):
        return f"Không phát hiện lỗi trong {filter_mark(chosen).text.lower()}."
    return f"Không có chỗ nào ở mức “{filter_mark(chosen).text}”."


def _cut(words: str, most: int) -> str:
    if len(words) <= most:
        return words
    head = words[:most]
    return head[: head.rfind(" ")].rstrip() + " …" if " " in head else head + "…"


def _from_word(tail: str) -> str:
    """Return the text from its first whole word on."""
    gap = tail.find(" ")
    return tail[gap + 1 :] if gap >= 0 else tail
