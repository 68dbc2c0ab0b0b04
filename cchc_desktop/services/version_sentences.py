"""The words for where plans and versions stand, and for what a comparison found."""

from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.compared_row import (
    ComparedPart,
    ComparedRow,
    ComparisonKind,
    DetailField,
)
from cchc_desktop.domain.plan_version import PlanStanding, PlanState, PlanVersion, VersionState
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

KINDS: dict[ComparisonKind, str] = {
    ComparisonKind.KEPT: "Giữ nguyên",
    ComparisonKind.ADDED: "Bổ sung",
    ComparisonKind.REMOVED: "Bãi bỏ",
    ComparisonKind.CHANGED: "Sửa đổi",
    ComparisonKind.MOVED: "Chuyển vị trí",
    ComparisonKind.RENUMBERED: "Đổi số thứ tự",
}

_PARTS: dict[ComparedPart, str] = {
    ComparedPart.DETAILS: "Thể thức",
    ComparedPart.DECISION: "Quyết định",
    ComparedPart.BODY: "Kế hoạch",
    ComparedPart.ANNEX: "Phụ lục",
    ComparedPart.TASKS: "Phụ lục nhiệm vụ",
}

_FIELDS: dict[AnnexColumn | DetailField, str] = {
    AnnexColumn.PRODUCT: "kết quả, sản phẩm",
    AnnexColumn.DEADLINE: "thời gian",
    AnnexColumn.LEAD: "chủ trì",
    AnnexColumn.COOPERATING: "phối hợp",
    AnnexColumn.MONITOR: "theo dõi, đôn đốc",
    AnnexColumn.NOTE: "ghi chú",
    DetailField.TYPE_NAME: "tên loại văn bản",
    DetailField.SYMBOL: "số, ký hiệu",
    DetailField.ISSUED_ON: "ngày ban hành",
    DetailField.ISSUER: "cơ quan ban hành",
    DetailField.ANNEX_TITLE: "tên phụ lục nhiệm vụ",
    DetailField.ANNEX_NUMBER: "số phụ lục nhiệm vụ",
    DetailField.RECIPIENTS: "nơi nhận",
    DetailField.SIGNING: "quyền hạn, chức vụ người ký",
    DetailField.SIGNER: "người ký",
}


def describe_standing(standing: PlanStanding, latest: PlanVersion | None) -> str:
    """Return where a plan stands in a few words: "Dự thảo · bản 1"."""
    state = PLAN_STATES[standing.state]
    if standing.is_frozen and latest is not None:
        if standing.state is PlanState.ISSUED:
            return f"{state} {latest.issued_on:%d/%m/%Y}"
        return f"{state} · {latest.full_symbol}"
    return f"{state} · bản {standing.next_version}"


def describe_row_place(row: ComparedRow) -> str:
    """Return where a line of a comparison stands: "Phụ lục nhiệm vụ, II.3, chủ trì"."""
    part = _PARTS[row.part]
    if row.part_title:
        part = f"{part} {row.part_title}"
    place = row.place
    if row.place_before and row.place_after and row.place_before != row.place_after:
        place = f"{row.place_before} → {row.place_after}"
    field = _FIELDS.get(row.field, "") if row.field else ""
    return ", ".join(word for word in (part, place, field) if word)


def describe_check(check: VersionCheck) -> str:
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
