"""The words for what carrying a plan over proposes, in windows and on the command line."""

from cchc_desktop.domain.carry_over import CarriedField, TaskGround
from cchc_desktop.domain.task_origin import OriginReason
from cchc_desktop.domain.year_shift import ShiftReason

_GROUNDS = {
    TaskGround.RECURRING: "làm hằng năm",
    TaskGround.UNFINISHED: "chưa hoàn thành",
    TaskGround.AWAITED: "chờ sự việc",
    TaskGround.NOT_FOLLOWED: "chưa ghi tiến độ",
    TaskGround.UNKNOWN_DUE: "chưa xác định được thời hạn",
    TaskGround.DONE: "đã hoàn thành",
    TaskGround.DROPPED: "không thực hiện nữa",
    TaskGround.COVERS_YEAR: "thời gian gồm cả năm này",
    TaskGround.OTHER_YEARS: "thời gian thuộc năm khác",
}

_SHIFTS = {
    ShiftReason.PLAN_YEAR: "năm của kế hoạch",
    ShiftReason.DUE: "thời hạn quanh năm kế hoạch",
    ShiftReason.SCHOOL_YEAR: "năm học",
    ShiftReason.NEXT_PLAN: "năm của kế hoạch, dự toán sẽ lập",
    ShiftReason.PREVIOUS_YEAR: "năm trước: có thể là số liệu đã qua",
    ShiftReason.NEXT_YEAR: "năm sau: có thể là mốc cố định",
    ShiftReason.SINCE: "mốc tính từ, tính đến: có thể cố định",
    ShiftReason.DOCUMENT_DAY: "có thể là ngày của một văn bản",
    ShiftReason.OF_LAW: "có thể là năm của một luật",
    ShiftReason.BARE: "con số giống năm",
    ShiftReason.OTHER_YEAR: "thời hạn xa năm kế hoạch",
    ShiftReason.WHOLE_PERIOD: "thời hạn của cả giai đoạn",
}

_FIELDS = {
    CarriedField.PLAN_TITLE: "Tên phụ lục",
    CarriedField.SECTION: "Lĩnh vực",
    CarriedField.CONTENT: "Nội dung",
    CarriedField.PRODUCT: "Sản phẩm",
    CarriedField.DEADLINE: "Thời hạn",
    CarriedField.NOTE: "Ghi chú",
    CarriedField.PART_TITLE: "Trích yếu",
    CarriedField.PASSAGE: "Phần lời",
    CarriedField.RECIPIENT: "Nơi nhận",
}

_REASONS = {
    OriginReason.REPEATED: "làm hằng năm",
    OriginReason.UNFINISHED: "chưa hoàn thành, chuyển tiếp",
    OriginReason.OF_PERIOD: "phần việc của năm trong giai đoạn",
}


def describe_ground(ground: TaskGround) -> str:
    """Return why a task is proposed, or why not."""
    return _GROUNDS[ground]


def describe_shift_reason(reason: ShiftReason) -> str:
    """Return what a year is, or what it could be."""
    return _SHIFTS[reason]


def describe_carried_field(field: CarriedField) -> str:
    """Return where a year stands."""
    return _FIELDS[field]


def describe_origin_reason(reason: OriginReason) -> str:
    """Return why a task was carried over."""
    return _REASONS[reason]
