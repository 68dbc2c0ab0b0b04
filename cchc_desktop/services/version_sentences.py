"""The words for where plans and their versions stand."""

from typing import TYPE_CHECKING

from cchc_desktop.domain.plan_version import PlanStanding, PlanState, PlanVersion, VersionState

if TYPE_CHECKING:
    from cchc_desktop.services.version_reading import VersionCheck

PLAN_STATES: dict[PlanState, str] = {
    PlanState.DRAFT: "Dự thảo",
    PlanState.SUBMITTED: "Trình ký",
    PlanState.ISSUED: "Đã ban hành",
    PlanState.EXPIRED: "Hết hiệu lực",
}

VERSION_STATES: dict[VersionState, str] = {
    VersionState.IN_FORCE: "Đang có hiệu lực",
    VersionState.AMENDED: "Đã điều chỉnh",
    VersionState.EXPIRED: "Hết hiệu lực",
}


def describe_standing(standing: PlanStanding, latest: PlanVersion | None) -> str:
    """Return where a plan stands in a few words: "Dự thảo · bản 1"."""
    state = PLAN_STATES[standing.state]
    if standing.is_frozen and latest is not None:
        if standing.state is PlanState.ISSUED:
            return f"{state} {latest.issued_on:%d/%m/%Y}"
        return f"{state} · {latest.full_symbol}"
    return f"{state} · bản {standing.next_version}"


def describe_check(check: "VersionCheck") -> str:
    """Return in words whether a version still is what was issued."""
    broken = []
    if not check.is_pdf_intact:
        broken.append("tệp PDF không còn khớp dấu vân tay lúc ban hành")
    if not check.is_content_intact:
        broken.append("nội dung lưu không còn khớp dấu vân tay lúc ban hành")
    if check.is_plan_same is False:
        broken.append("kế hoạch đang mở khác với bản đã ban hành")
    if not all(signature.is_intact for signature in check.signatures):
        broken.append("có bản ký số không còn hợp lệ")
    if not broken:
        return "Còn nguyên vẹn."
    return f"Không còn nguyên vẹn: {'; '.join(broken)}."
