"""The words for the tables and fields of the data file, as the history tells of them."""

TABLES = {
    "office": "Cơ quan",
    "letterhead": "Thông tin cơ quan",
    "agency": "Cơ quan, đơn vị",
    "agency_group": "Nhóm cơ quan",
    "group_member": "Thành viên nhóm",
    "plan": "Kế hoạch",
    "section": "Lĩnh vực",
    "task": "Nhiệm vụ",
    "deliverable": "Sản phẩm",
    "period_adjustment": "Ngày của kỳ báo cáo",
    "period_closing": "Khóa kỳ báo cáo",
    "special_day": "Ngày nghỉ, ngày làm bù",
    "task_following": "Cách theo dõi",
    "occurrence": "Sự việc phát sinh",
    "progress": "Tiến độ",
    "evidence": "Tài liệu kiểm chứng",
    "agency_return": "Biểu của đơn vị",
    "report": "Báo cáo",
    "report_paragraph": "Đoạn báo cáo",
    "sent_paper": "Văn bản đã gửi",
    "check_exception": "Chấp nhận điều kiểm tra",
    "plan_term": "Giai đoạn của kế hoạch",
    "plan_document": "Thể thức văn bản kế hoạch",
    "text_part": "Phần của văn bản",
    "passage": "Đoạn của phần lời",
    "registered_document": "Văn bản trong sổ",
    "demand": "Yêu cầu của cấp trên",
    "demand_answer": "Nội dung đáp ứng yêu cầu",
    "plan_standing": "Trạng thái kế hoạch",
    "plan_version": "Bản ban hành",
    "version_state": "Trạng thái bản ban hành",
    "version_signature": "Bản ký số",
    "issued_number": "Số văn bản đã cấp",
    "task_origin": "Nguồn gốc nhiệm vụ",
}
"""What the rows of each table are."""

FIELDS = {
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
    "code": "Kỳ, mục",
    "period": "Kỳ báo cáo",
    "first_day": "Từ ngày",
    "last_day": "Ngày chốt số liệu",
    "agency_due": "Đơn vị gửi trước ngày",
    "send_by": "Gửi cấp trên trước ngày",
    "source": "Căn cứ",
    "action": "Thao tác",
    "made_on": "Ngày làm",
    "made_by": "Người làm",
    "reason": "Lý do",
    "day": "Ngày",
    "is_working": "Là ngày làm việc",
    "mode": "Cách theo dõi",
    "happened_on": "Ngày phát sinh",
    "due": "Hạn do sự việc đặt ra",
    "document": "Văn bản",
    "statement": "Tình hình thực hiện",
    "done_on": "Ngày hoàn thành",
    "percent": "Tỷ lệ (%)",
    "milestones_met": "Số mốc đã đạt",
    "result": "Kết quả thực hiện",
    "difficulties": "Khó khăn, vướng mắc",
    "proposals": "Kiến nghị, đề xuất",
    "number": "Số, ký hiệu",
    "issued_on": "Ngày văn bản",
    "issuer": "Cơ quan ban hành",
    "subject": "Trích yếu",
    "file_name": "Tệp",
    "link": "Nơi để tệp",
    "received_on": "Ngày nhận",
    "guidance": "Văn bản hướng dẫn",
    "recipient": "Nơi nhận báo cáo",
    "text": "Lời văn",
    "sent_on": "Ngày gửi",
    "signer": "Người ký",
    "type_name": "Loại văn bản",
    "ended_on": "Có hiệu lực đến hết",
    "replaced_by_id": "Thay bằng",
    "is_binding": "Theo dõi yêu cầu",
    "milestone": "Mốc",
    "agencies": "Cơ quan thực hiện",
    "met_on": "Ngày hoàn thành yêu cầu",
    "met_note": "Hoàn thành bằng",
}
"""The fields that are told, in their order; what ties rows together unseen is left out."""

FIELDS_OF = {
    ("plan_version", "number"): "Bản thứ",
    ("issued_number", "number"): "Số đã cấp",
    ("plan_document", "recipients"): "Nơi nhận",
    ("plan_version", "document_number"): "Số văn bản",
    ("plan_version", "symbol"): "Ký hiệu văn bản",
    ("issued_number", "symbol"): "Ký hiệu văn bản",
    ("registered_document", "symbol"): "Ký hiệu",
    ("plan_term", "last_year"): "Đến năm",
    ("demand", "place"): "Vị trí",
    ("passage", "own_number"): "Số ghi riêng",
}
"""Fields that are called otherwise in one table, or are told of that table only."""

UNTOLD = frozenset({("passage", "level"), ("task_origin", "reason")})
"""Fields of a table that bear the name of another field and say nothing to an officer."""

INNER = frozenset({"position", "section_id", "parent_id", "task_id", "plan_id", "group_id"})
"""Fields that tie rows together, of no interest in a row that is new or gone."""

CODES = frozenset({("check_exception", "code")})
"""Fields of a table that hold a code of the program, no word of an officer's."""

DAYS = frozenset(
    {
        "valid_from",
        "valid_to",
        "parent_issued_on",
        "first_day",
        "last_day",
        "agency_due",
        "send_by",
        "made_on",
        "day",
        "happened_on",
        "due",
        "done_on",
        "issued_on",
        "received_on",
        "sent_on",
        "ended_on",
        "met_on",
    }
)
"""Fields that hold a day."""

WORDINGS = frozenset(
    {"content", "lead", "cooperating", "monitor", "note", "product", "deadline", "title", "text"}
)
"""Fields that hold a wording with its bold and italic phrases."""

_PERIODS = {
    "quarter-1": "quý I",
    "half-year": "6 tháng đầu năm",
    "quarter-3": "quý III",
    "nine-months": "9 tháng đầu năm",
    "year": "năm",
}


def period_words(code: str) -> str:
    """Return the name of a period: "quý I", "tháng 05"."""
    return _PERIODS.get(code, code.replace("month-", "tháng "))
