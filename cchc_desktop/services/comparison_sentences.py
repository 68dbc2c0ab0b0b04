"""The words for what a comparison of versions found, on screens, on paper and on a terminal."""

from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.compared_row import (
    ComparedPart,
    ComparedRow,
    ComparisonKind,
    DetailField,
)

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
    AnnexColumn.CONTENT: "nội dung",
    AnnexColumn.PRODUCT: "kết quả, sản phẩm",
    AnnexColumn.DEADLINE: "thời gian thực hiện",
    AnnexColumn.LEAD: "cơ quan chủ trì",
    AnnexColumn.COOPERATING: "cơ quan phối hợp",
    AnnexColumn.MONITOR: "theo dõi, kiểm tra, đôn đốc",
    AnnexColumn.NOTE: "ghi chú",
    DetailField.TYPE_NAME: "tên loại văn bản",
    DetailField.SYMBOL: "số, ký hiệu",
    DetailField.ISSUED_ON: "ngày ban hành",
    DetailField.ISSUER: "cơ quan ban hành",
    DetailField.ANNEX_TITLE: "tên phụ lục nhiệm vụ",
    DetailField.ANNEX_NUMBER: "số của phụ lục nhiệm vụ",
    DetailField.RECIPIENTS: "nơi nhận",
    DetailField.SIGNING: "quyền hạn, chức vụ người ký",
    DetailField.SIGNER: "người ký",
}


def describe_field(row: ComparedRow) -> str:
    """Return which cell or detail a line is about: "cơ quan chủ trì"; "" for a whole row."""
    is_of_section = row.task_before is None and row.task_after is None
    if row.field is None or (row.part is ComparedPart.TASKS and is_of_section):
        return ""
    return _FIELDS.get(row.field, "")


def describe_row_place(row: ComparedRow) -> str:
    """Return where a line of a comparison stands: "Phụ lục nhiệm vụ, II.3, cơ quan chủ trì"."""
    part = _PARTS[row.part]
    if row.part_title:
        part = f"{part} {row.part_title}"
    place = row.place
    if row.place_before and row.place_after and row.place_before != row.place_after:
        place = f"{row.place_before} → {row.place_after}"
    return ", ".join(word for word in (part, place, describe_field(row)) if word)
