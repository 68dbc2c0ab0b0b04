"""What the import of whole documents says: roles of lines, what lines may be taken for, counts."""

from cchc_desktop.domain.document_draft import LineChoice, LineRole
from cchc_desktop.domain.plan_text import PassageKind, TextPartKind
from cchc_desktop.services.plan_import_preview import ChangeKind, PlanImportPreview

ROLE_NAMES: dict[LineRole, str] = {
    LineRole.SUPERIOR: "Cơ quan chủ quản",
    LineRole.ISSUER: "Cơ quan ban hành",
    LineRole.NATION: "Quốc hiệu",
    LineRole.MOTTO: "Tiêu ngữ",
    LineRole.NUMBER: "Số, ký hiệu",
    LineRole.PLACE_DAY: "Địa danh, ngày",
    LineRole.TYPE: "Tên loại văn bản",
    LineRole.TITLE: "Trích yếu",
    LineRole.ATTACHMENT: "Dòng kèm theo",
    LineRole.BASIS: "Căn cứ",
    LineRole.PASSAGE: "Đoạn văn",
    LineRole.TABLE: "Bảng",
    LineRole.RECIPIENTS: "Nơi nhận",
    LineRole.SIGNING: "Quyền hạn, chức vụ",
    LineRole.SIGNER: "Người ký",
    LineRole.ANNEX_TITLE: "Tên phụ lục",
    LineRole.TASK_ANNEX: "Phụ lục nhiệm vụ",
    LineRole.STAMP: "Không thuộc văn bản",
}

KIND_NAMES: dict[PassageKind, str] = {
    PassageKind.BASIS: "Căn cứ",
    PassageKind.ARTICLE: "Điều",
    PassageKind.PART: "Mục I",
    PassageKind.ITEM: "Mục 1",
    PassageKind.SUBITEM: "Mục 1.1",
    PassageKind.MINOR: "Mục 1.1.1",
    PassageKind.POINT: "Điểm a)",
    PassageKind.DASH: "Gạch đầu dòng",
    PassageKind.PLUS: "Dấu cộng",
    PassageKind.TEXT: "Đoạn văn",
    PassageKind.TABLE: "Bảng",
}

PART_NAMES: dict[TextPartKind, str] = {
    TextPartKind.DECISION: "QUYẾT ĐỊNH",
    TextPartKind.BODY: "PHẦN LỜI CỦA KẾ HOẠCH",
    TextPartKind.ANNEX: "PHỤ LỤC",
}

CHANGE_NAMES: dict[ChangeKind, str] = {
    ChangeKind.NEW: "Thêm mới",
    ChangeKind.CHANGED: "Sửa",
    ChangeKind.GONE: "Bỏ",
}

LETTERHEAD_NAMES = {
    "parent": "Cơ quan chủ quản",
    "name": "Cơ quan ban hành",
    "place": "Địa danh",
}

CHOICES: tuple[tuple[str, LineChoice | None], ...] = (
    ("Như đã nhận ra", None),
    ("Mục I, II, III", LineChoice(LineRole.PASSAGE, PassageKind.PART)),
    ("Mục 1, 2, 3", LineChoice(LineRole.PASSAGE, PassageKind.ITEM)),
    ("Mục 1.1, 1.2", LineChoice(LineRole.PASSAGE, PassageKind.SUBITEM)),
    ("Mục 1.1.1", LineChoice(LineRole.PASSAGE, PassageKind.MINOR)),
    ("Điểm a), b), c)", LineChoice(LineRole.PASSAGE, PassageKind.POINT)),
    ("Gạch đầu dòng (-)", LineChoice(LineRole.PASSAGE, PassageKind.DASH)),
    ("Dấu cộng (+)", LineChoice(LineRole.PASSAGE, PassageKind.PLUS)),
    ("Điều 1, Điều 2", LineChoice(LineRole.PASSAGE, PassageKind.ARTICLE)),
    ("Đoạn văn không đánh số", LineChoice(LineRole.PASSAGE, PassageKind.TEXT)),
    ("Căn cứ", LineChoice(LineRole.BASIS)),
    ("Trích yếu", LineChoice(LineRole.TITLE)),
    ("Nơi nhận", LineChoice(LineRole.RECIPIENTS)),
    ("Không thuộc văn bản", LineChoice(LineRole.STAMP)),
)


def summary(preview: PlanImportPreview) -> str:
    """Say in one line what the document holds and what writing it does."""
    draft = preview.draft
    parts = [f"{preview.passage_count} đoạn"]
    if draft.annex is not None:
        parts.append(f"phụ lục {draft.annex.task_count} nhiệm vụ")
    if draft.recipients:
        parts.append(f"{len(draft.recipients)} dòng nơi nhận")
    holds = "Văn bản có " + ", ".join(parts) + "."
    term = preview.key.term
    if preview.is_frozen:
        return (
            f"{holds} Kế hoạch {term} đã ban hành nên không ghi được: "
            "hãy lập bản điều chỉnh trước rồi nhập lại."
        )
    if preview.plan is None:
        return f"{holds} Kế hoạch {term} chưa có, sẽ được lập mới."
    if preview.changes_nothing:
        return f"{holds} Kế hoạch {term} đã giống văn bản này."
    if preview.had_text and preview.is_text_new:
        return f"{holds} Phần lời đang có của kế hoạch {term} sẽ được thay bằng văn bản này."
    return f"{holds} Sẽ ghi vào kế hoạch {term} đang có."
