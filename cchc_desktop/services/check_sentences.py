"""What the program says about findings of the check, per code: what is wrong, how to mend it."""

from dataclasses import dataclass

from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.checks.finding import FindingPlace, FindingSeverity, PlanDetail
from cchc_desktop.services.check_annex_sentences import ANNEX_FINDINGS
from cchc_desktop.services.check_text_sentences import TEXT_FINDINGS
from cchc_desktop.services.check_word_sentences import WORD_FINDINGS
from cchc_desktop.services.checks import CheckedFinding
from cchc_desktop.services.error_sentences import COLUMNS

FINDINGS: dict[str, tuple[str, str]] = {**ANNEX_FINDINGS, **TEXT_FINDINGS, **WORD_FINDINGS}
"""Per code of a check: what is wrong, and how to mend it."""

FINDING_SEVERITIES: dict[FindingSeverity, str] = {
    FindingSeverity.ERROR: "Lỗi",
    FindingSeverity.WARNING: "Cảnh báo",
    FindingSeverity.HINT: "Gợi ý",
}

DETAILS: dict[PlanDetail, str] = {
    PlanDetail.TITLE: "Tên phụ lục",
    PlanDetail.ANNEX_NUMBER: "Số phụ lục",
    PlanDetail.PARENT_NUMBER: "Số văn bản",
    PlanDetail.PARENT_SYMBOL: "Ký hiệu văn bản",
    PlanDetail.PARENT_DATE: "Ngày ban hành",
    PlanDetail.PARENT_ISSUER: "Cơ quan ban hành",
    PlanDetail.TEXT_TITLE: "Trích yếu",
    PlanDetail.RECIPIENTS: "Nơi nhận",
    PlanDetail.SIGNER: "Phần ký",
    PlanDetail.OFFICE_PLACE: "Địa danh",
}


@dataclass(frozen=True, slots=True)
class FindingText:
    """A finding in words ("lời của một điểm cần xem lại").

    Attributes:
        what: What is wrong.
        where: "II.3, cột Thời gian thực hiện".
        remedy: How to mend it.
    """

    what: str
    where: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what} {self.remedy}"


def describe_finding(item: CheckedFinding) -> FindingText:
    """Return a finding in words."""
    finding = item.finding
    params = dict(finding.params)
    if params.get("successor"):
        params["successor"] = f": {params['successor']}"
    if finding.code == "section_names_differ" and params.get("other"):
        params["other"] = f" (gần nhất là “{params['other']}”)"
    what, remedy = (part.format(**params) for part in FINDINGS[finding.code])
    return FindingText(what, describe_finding_place(item.place_name, finding.place), remedy)


def describe_finding_place(name: str, place: FindingPlace) -> str:
    """Return where something was found: "II.3, cột Thời gian thực hiện", "Phần lời, II.3".

    ``name`` is the place's own name, such as ``CheckedFinding.place_name``.
    """
    if isinstance(place.field, PlanDetail):
        detail = DETAILS[place.field]
        if place.field is PlanDetail.TEXT_TITLE and name.startswith("Phụ lục"):
            return f"{name}, tên phụ lục"
        return f"{name}, {detail[0].lower()}{detail[1:]}" if name else detail
    if place.is_in_text:
        return name or "Phần lời"
    parts = [name]
    if isinstance(place.field, AnnexColumn) and not _is_title(name, place.field):
        parts.append(f"cột {COLUMNS[place.field]}")
    return ", ".join(part for part in parts if part) or "Cả phụ lục"


def describe_finding_severity(severity: FindingSeverity) -> str:
    """Return how grave a finding is, in words."""
    return FINDING_SEVERITIES[severity]


def _is_title(row_name: str, column: AnnexColumn) -> bool:
    """Tell whether the cell is a section's title, whose row has no columns."""
    return bool(row_name) and "." not in row_name and column is AnnexColumn.CONTENT
