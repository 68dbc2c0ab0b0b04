"""The history's rows in the officer's words: which field of what, before and after."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from cchc_desktop.domain.changes import ChangeSet, RowChange, Value
from cchc_desktop.domain.office import OfficeLevel
from cchc_desktop.domain.plan import TaskNumbering
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.ui.agency_words import KIND_NAMES
from cchc_desktop.ui.date_field import format_day
from cchc_desktop.ui.letterhead_form import AUTHORITY_NAMES
from cchc_desktop.ui.setup_dialog import LEVEL_NAMES

_TABLES = {
    "office": "Cơ quan",
    "letterhead": "Thông tin cơ quan",
    "agency": "Cơ quan, đơn vị",
    "agency_group": "Nhóm cơ quan",
    "group_member": "Thành viên nhóm",
    "plan": "Kế hoạch",
    "section": "Lĩnh vực",
    "task": "Nhiệm vụ",
    "deliverable": "Sản phẩm",
}

_FIELDS = {
    "level": "Cấp hành chính",
    "parent": "Cơ quan cấp trên",
    "name": "Tên",
    "place": "Địa danh",
    "symbol": "Chữ viết tắt",
    "standing_agency": "Cơ quan thường trực",
    "standing_symbol": "Chữ viết tắt ở mục Lưu",
    "signer_authority": "Cách ký",
    "signer_body": "Thay mặt, thay cho",
    "signer_head_position": "Ký thay chức vụ",
    "signer_position": "Chức vụ người ký",
    "signer_name": "Họ tên người ký",
    "valid_from": "Từ ngày",
    "valid_to": "Đến hết ngày",
    "kind": "Loại",
    "short_name": "Tên ngắn",
    "aliases": "Tên gọi khác",
    "successor_id": "Bàn giao cho",
    "kinds": "Mọi đơn vị thuộc loại",
    "agency_id": "Đơn vị",
    "group_id": "Nhóm",
    "year": "Năm",
    "title": "Tên",
    "annex_number": "Phụ lục số",
    "parent_type": "Loại văn bản",
    "parent_number": "Số văn bản",
    "parent_symbol": "Ký hiệu văn bản",
    "parent_issued_on": "Ngày ban hành",
    "parent_issuer": "Cơ quan ban hành",
    "task_numbering": "Cách đánh số",
    "position": "Thứ tự",
    "section_id": "Thuộc lĩnh vực",
    "parent_id": "Thuộc nhiệm vụ",
    "task_id": "Thuộc nhiệm vụ",
    "plan_id": "Thuộc kế hoạch",
    "content": "Nội dung nhiệm vụ",
    "lead": "Chủ trì",
    "cooperating": "Phối hợp",
    "monitor": "Theo dõi, kiểm tra, đôn đốc",
    "note": "Ghi chú",
    "lead_by_hand": "Chủ trì đặt bằng tay",
    "cooperating_by_hand": "Phối hợp đặt bằng tay",
    "monitor_by_hand": "Theo dõi đặt bằng tay",
    "product": "Kết quả, sản phẩm",
    "deadline": "Thời gian",
    "deadline_by_hand": "Thời hạn đặt bằng tay",
}

_DAYS = frozenset({"valid_from", "valid_to", "parent_issued_on"})
_WORDINGS = frozenset(
    {"content", "lead", "cooperating", "monitor", "note", "product", "deadline", "title"}
)
_BY_HAND = "_by_hand"
_INNER = frozenset({"position", "section_id", "parent_id", "task_id", "plan_id", "group_id"})
_NUMBERINGS = {
    TaskNumbering.PER_SECTION: "lại từ 1 trong mỗi lĩnh vực",
    TaskNumbering.CONTINUOUS: "liên tục",
}


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field before and after, in words.

    Attributes:
        row: What the field belongs to, such as "Nhiệm vụ".
        is_first: Whether it is the first field told of its row.
        is_whole_row: Whether the row was added or deleted, so that one of the two is empty.
    """

    row: str
    field: str
    before: str
    after: str
    is_first: bool
    is_whole_row: bool


def field_changes(
    change_set: ChangeSet, agency_names: Mapping[int, str], limit: int
) -> Iterator[FieldChange]:
    """Yield what a step changed, field by field, for at most ``limit`` rows."""
    for change in change_set.changes[:limit]:
        is_first = True
        is_whole_row = change.before is None or change.after is None
        for name in sorted(change.changed_fields - {"id"}, key=_field_order):
            before = _value(name, (change.before or {}).get(name), agency_names)
            after = _value(name, (change.after or {}).get(name), agency_names)
            if before == after or (name in _INNER and is_whole_row):
                continue
            yield FieldChange(
                _row_words(change), _FIELDS.get(name, name), before, after, is_first, is_whole_row
            )
            is_first = False


def _row_words(change: RowChange) -> str:
    table = _TABLES.get(change.table, change.table)
    if change.before is None:
        return f"{table} – thêm"
    if change.after is None:
        return f"{table} – xóa"
    row = change.after
    name = row.get("name") or row.get("title") or row.get("content") or row.get("product") or ""
    words = " ".join(RichText.from_markup(str(name)).text.split())
    return f"{table}: {words}" if words else table


def _field_order(name: str) -> int:
    names = list(_FIELDS)
    return names.index(name) if name in _FIELDS else len(names)


def _value(name: str, value: Value, agency_names: Mapping[int, str]) -> str:
    if value is None or value == "":
        return ""
    text = str(value)
    if name in _DAYS:
        return format_day(date.fromisoformat(text))
    if name in _WORDINGS:
        return RichText.from_markup(text).text
    if name.endswith(_BY_HAND):
        return "có"
    return _chosen(name, text, agency_names)


def _chosen(name: str, text: str, agency_names: Mapping[int, str]) -> str:
    match name:
        case "successor_id" | "agency_id":
            return agency_names.get(int(text), f"số {text}")
        case "aliases":
            return "; ".join(json.loads(text))
        case "kinds":
            return "; ".join(KIND_NAMES[kind] for kind in KIND_NAMES if kind in json.loads(text))
        case "kind":
            return next((words for kind, words in KIND_NAMES.items() if kind == text), text)
        case "level":
            return LEVEL_NAMES[OfficeLevel(text)]
        case "signer_authority":
            return next((w for known, w in AUTHORITY_NAMES.items() if known == text), text)
        case "task_numbering":
            return _NUMBERINGS[TaskNumbering(text)]
        case _:
            return text
