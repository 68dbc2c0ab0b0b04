"""What the program says about errors, per code, and the words that fill its blanks."""

from cchc_desktop.domain.annex_draft import AnnexColumn

_FILE = "Tệp: {file}."

ERRORS: dict[str, tuple[str, str, str]] = {
    "unexpected": (
        "Chương trình gặp lỗi ngoài dự kiến.",
        "",
        "Dữ liệu đã lưu vẫn nguyên vẹn. Hãy mở lại chương trình và báo cho người hỗ trợ.",
    ),
    "invalid_value": (
        "Không ghi được {field}: giá trị “{value}” chưa hợp lệ.",
        "",
        "Hãy sửa lại rồi ghi.",
    ),
    "plan_exists": (
        "Đã có kế hoạch năm {year}.",
        "",
        "Hãy mở kế hoạch đó, hoặc chọn năm khác.",
    ),
    "plan_missing": (
        "Chưa có kế hoạch năm {year}.",
        "",
        "Hãy lập kế hoạch năm {year} hoặc nhập từ tệp có sẵn.",
    ),
    "period_unknown": (
        "Không có kỳ báo cáo “{period}”.",
        "",
        "Xem danh sách kỳ báo cáo ở màn hình Tiến độ hoặc bằng lệnh: cchc periods.",
    ),
    "period_needed": (
        "Mẫu này lập theo kỳ báo cáo.",
        "",
        "Hãy nêu kỳ, ví dụ: --period half-year. Xem các kỳ bằng lệnh: cchc periods.",
    ),
    "period_closed": (
        "Kỳ báo cáo {period} đã khóa nên không sửa được.",
        "",
        "Nếu cần sửa, hãy mở lại kỳ và ghi lý do; việc mở lại được lưu trong nhật ký.",
    ),
    "period_already_closed": ("Kỳ báo cáo {period} đã khóa từ trước.", "", ""),
    "period_not_closed": (
        "Kỳ báo cáo {period} chưa khóa nên không cần mở lại.",
        "",
        "",
    ),
    "special_day_missing": (
        "Ngày {day} không có trong danh sách ngày nghỉ, ngày làm bù của cơ quan.",
        "",
        "Ngày lễ, tết chung không xóa được; nếu cơ quan vẫn làm thì thêm làm ngày làm bù.",
    ),
    "task_unknown": (
        "Kế hoạch không có nhiệm vụ “{task}”.",
        "",
        "Viết số lĩnh vực và STT, ví dụ II.3 hoặc II.3.a.",
    ),
    "agency_unknown": (
        "Danh mục không có cơ quan “{name}”.",
        "",
        "Xem tên cơ quan ở màn hình Danh mục hoặc bằng lệnh: cchc agencies.",
    ),
    "nobody_to_remind": (
        "Các cơ quan, đơn vị đã gửi đủ báo cáo {period}.",
        "",
        "Không cần công văn đôn đốc.",
    ),
    "nothing_assigned": (
        "Kế hoạch năm {year} chưa giao nhiệm vụ nào cho các cơ quan này.",
        "",
        "Hãy chọn cơ quan khác, hoặc phân công ở màn hình Phân công.",
    ),
    "record_missing": (
        "Mục này không còn trong tệp dữ liệu.",
        "",
        "Có thể mục vừa bị xóa hoặc hoàn tác; hãy chọn lại trên màn hình.",
    ),
    "record_in_use": (
        "Chưa xóa được “{name}” vì đang được dùng.",
        "Nơi dùng: {used_by}.",
        "Hãy bỏ ở những nơi đó trước.",
    ),
    "name_taken": (
        "Tên “{name}” đã thuộc về “{owner}”.",
        "",
        "Hãy dùng tên khác, hoặc đặt thời gian hiệu lực không trùng nhau.",
    ),
    "move_not_possible": ("Không chuyển được dòng: {reason}.", "", ""),
    "form_unknown": (
        "Không có mẫu “{form}”.",
        "",
        "Xem danh sách mẫu bằng lệnh: cchc forms.",
    ),
    "form_damaged": (
        "Mẫu “{form}” của chương trình bị hỏng ({reason}).",
        "",
        "Hãy cài lại chương trình; dữ liệu không bị ảnh hưởng.",
    ),
    "catalogue_damaged": (
        "Tệp dữ liệu đi kèm chương trình bị hỏng ({reason}).",
        _FILE,
        "Hãy cài lại chương trình; dữ liệu của cơ quan không bị ảnh hưởng.",
    ),
    "source_empty": (
        "Tệp không có nội dung.",
        _FILE,
        "Hãy kiểm tra lại tệp, hoặc chọn tệp khác.",
    ),
    "source_kind_unknown": (
        "Chương trình không đọc được loại tệp này.",
        _FILE,
        "Hãy mở tệp rồi lưu lại thành Word (.docx), Excel (.xlsx) hoặc văn bản (.txt, .csv).",
    ),
    "source_is_old_word": (
        "Đây là tệp Word kiểu cũ (.doc).",
        _FILE,
        "Hãy mở tệp bằng Word, chọn Lưu thành (Save As) loại Word Document (.docx), rồi nhập lại.",
    ),
    "source_disguised": (
        "Nội dung tệp không đúng với đuôi tên: tên là {expected}, nội dung là {found}.",
        _FILE,
        "Hãy mở bằng chương trình đã tạo ra tệp và lưu lại đúng loại.",
    ),
    "source_encrypted": (
        "Tệp được bảo vệ bằng mật khẩu nên không đọc được.",
        _FILE,
        "Hãy mở tệp, bỏ mật khẩu, lưu lại rồi nhập.",
    ),
    "source_damaged": (
        "Tệp bị hỏng hoặc bị cắt mất một phần.",
        _FILE,
        "Hãy xin lại tệp từ nơi gửi, hoặc mở bằng Word, Excel để sửa rồi lưu lại.",
    ),
    "source_too_large": (
        "Tệp khi mở ra lớn hơn {limit_mb} MB, vượt xa một phụ lục kế hoạch.",
        _FILE,
        "Hãy tách riêng bảng phụ lục sang tệp mới rồi nhập.",
    ),
    "source_has_no_table": (
        "Không tìm thấy bảng nhiệm vụ.",
        _FILE,
        "Hãy chọn đúng tệp có bảng “STT, Nhiệm vụ, Thời gian …”, hoặc sao chép bảng rồi dán vào.",
    ),
    "source_is_no_return": (
        "Tệp này không phải biểu báo cáo do chương trình lập ra.",
        _FILE,
        "Hãy gửi lại biểu cho đơn vị để điền, hoặc nhập kết quả bằng tay ở màn hình Tiến độ.",
    ),
    "return_of_other_office": (
        "Biểu báo cáo này được lập từ tệp dữ liệu khác ({office}).",
        _FILE,
        "Hãy mở đúng tệp dữ liệu của cơ quan, hoặc lập lại biểu từ tệp đang mở.",
    ),
    "return_of_other_period": (
        "Biểu báo cáo này của kỳ {period}, không phải {wanted}.",
        _FILE,
        "Hãy chọn đúng kỳ báo cáo rồi nhận lại tệp.",
    ),
    "return_of_unknown_agency": (
        "Đơn vị của biểu báo cáo ({agency}) không có trong danh mục.",
        _FILE,
        "Hãy kiểm tra danh mục cơ quan, đơn vị, hoặc lập lại biểu.",
    ),
    "return_too_new": (
        "Biểu báo cáo được lập bằng phiên bản mới hơn của chương trình.",
        _FILE,
        "Hãy cài phiên bản mới rồi nhận lại tệp.",
    ),
    "conflicts_undecided": (
        "Còn {count} ô khác với nội dung đã ghi mà chưa chọn giữ bên nào.",
        "",
        "Hãy chọn giữ nội dung đã ghi hoặc lấy nội dung đơn vị gửi cho từng ô.",
    ),
    "edit_conflict": (
        "Dòng này đã thay đổi sau thao tác đó nên không hoàn tác được.",
        "",
        "Không có gì bị ghi đè. Hãy sửa trực tiếp trên dòng.",
    ),
    "nothing_to_undo": ("Không còn thao tác nào để hoàn tác.", "", ""),
    "nothing_to_redo": ("Không còn thao tác nào để làm lại.", "", ""),
    "cancelled": ("Đã dừng; không có gì được ghi.", "", ""),
    "file_missing": (
        "Không tìm thấy tệp.",
        _FILE,
        "Tệp có thể đã bị đổi tên, chuyển chỗ, hoặc ổ đĩa chưa được cắm.",
    ),
    "file_exists": (
        "Đã có tệp cùng tên.",
        _FILE,
        "Hãy chọn tên khác để không ghi đè tệp đang có.",
    ),
    "not_an_office_file": (
        "Đây không phải tệp dữ liệu của chương trình (.cchc).",
        _FILE,
        "Tệp được giữ nguyên. Hãy chọn tệp khác; bảng Word, Excel thì dùng chức năng Nhập.",
    ),
    "file_too_new": (
        "Tệp được ghi bằng phiên bản mới hơn của chương trình.",
        _FILE,
        "Tệp được giữ nguyên. Hãy cài phiên bản mới rồi mở lại.",
    ),
    "file_held": (
        "Tệp đang được mở bởi {user} trên máy {host} từ {since}.",
        _FILE,
        "Hãy đóng chương trình ở nơi đó trước khi mở lại.",
    ),
    "file_held.stale": (
        "Lần mở trước của {user} trên máy {host} lúc {since} không kết thúc bình thường.",
        _FILE,
        "Không còn chương trình nào giữ tệp; có thể bỏ khóa cũ và mở tiếp.",
    ),
    "storage_busy": (
        "Tệp dữ liệu đang bị chương trình khác khóa.",
        _FILE,
        "Hãy đóng chương trình đó (sao lưu, đồng bộ, diệt vi-rút) rồi thử lại.",
    ),
    "storage_damaged": (
        "Tệp dữ liệu bị hỏng.",
        _FILE,
        "Tệp được giữ nguyên. Hãy mở bản sao lưu mới nhất trong thư mục “sao lưu” bên cạnh tệp.",
    ),
    "storage_full": (
        "Ổ đĩa đã đầy; thay đổi vừa rồi chưa được ghi.",
        _FILE,
        "Dữ liệu đã lưu trước đó vẫn nguyên vẹn. Hãy xóa bớt tệp không cần rồi làm lại.",
    ),
    "storage_read_only": (
        "Không ghi được vào tệp hoặc thư mục này.",
        _FILE,
        "Tệp hoặc thư mục chỉ cho đọc. Hãy sao chép tệp sang thư mục Documents rồi mở.",
    ),
    "storage_failed": (
        "Đọc hoặc ghi ổ đĩa bị lỗi.",
        _FILE,
        "Hãy kiểm tra ổ đĩa, USB rồi thử lại; nên sao chép tệp sang ổ đĩa khác.",
    ),
    "target_busy": (
        "Không ghi được vì tệp đang mở trong chương trình khác.",
        _FILE,
        "Hãy đóng tệp trong Word, Excel hoặc trình xem PDF, hoặc lưu với tên khác.",
    ),
    "target_not_writable": (
        "Không ghi được tệp: {reason}.",
        _FILE,
        "Hãy chọn thư mục khác hoặc tên khác.",
    ),
    "target_disk_full": (
        "Ổ đĩa đã đầy nên chưa ghi được tệp.",
        _FILE,
        "Tệp cũ (nếu có) vẫn nguyên vẹn. Hãy xóa bớt tệp không cần rồi thử lại.",
    ),
    "font_missing": (
        "Không tìm thấy phông chữ để in ({names}).",
        "",
        "Hãy cài lại chương trình; phông chữ đi kèm trong bộ cài.",
    ),
}
"""Per code: what happened, where, what to do."""

FIELDS: dict[str, str] = {
    "valid_from": "ngày bắt đầu hiệu lực",
    "valid_to": "ngày hết hiệu lực",
    "office_name": "tên cơ quan",
    "agency_name": "tên cơ quan, đơn vị",
    "successor": "cơ quan kế thừa",
    "year": "năm kế hoạch",
    "section_title": "tên lĩnh vực",
    "cell": "ô này",
    "date": "ngày",
    "options": "lựa chọn",
    "received_on": "ngày nhận báo cáo",
    "first_day": "ngày đầu kỳ (thuộc năm báo cáo hoặc năm trước)",
    "last_day": "ngày chốt số liệu (không trước ngày đầu kỳ)",
    "agency_due": "hạn các cơ quan gửi (từ ngày đầu kỳ đến hạn gửi báo cáo)",
    "send_by": "hạn gửi báo cáo (không trước ngày đầu kỳ, không quá năm sau)",
    "reason": "lý do mở lại kỳ báo cáo (không được để trống)",
    "exception_reason": "lý do chấp nhận (không được để trống)",
    "special_day_name": "tên ngày nghỉ, ngày làm bù (không được để trống)",
    "happened_on": "ngày phát sinh (không thể sau hôm nay)",
    "output": "tên tệp ra (đuôi tên phải đúng loại tệp)",
    "format": "loại tệp (mẫu này chỉ có dạng Excel)",
    "one_agency": "đơn vị (mỗi lần một đơn vị; nhiều đơn vị thì: cchc returns make)",
    "agency": "đơn vị (nhiệm vụ theo dõi từng đơn vị thì phải nêu tên)",
    "product": "số thứ tự sản phẩm",
    "statement": "tình hình thực hiện",
    "done_on": "ngày hoàn thành (không thể sau hôm nay)",
    "percent": "tỷ lệ phần trăm (từ 0 đến 100)",
    "milestones_met": "số mốc đã đạt",
    "occurrence_due": "hạn của sự việc (không thể trước ngày phát sinh)",
    "evidence": "tài liệu kiểm chứng (cần số ký hiệu, trích yếu hoặc tệp)",
    "report_title": "trích yếu của báo cáo (không được để trống)",
    "report_paragraph": "đoạn báo cáo (không được để trống; chỉ đổi cấp đoạn tự thêm)",
    "report_level": "cấp của đoạn (0 là lời văn, 1 đến 3 là đề mục)",
    "report_recipient": "nơi nhận báo cáo (không được để trống)",
    "sent_number": "số văn bản đã gửi (không được để trống)",
    "sent_on": "ngày gửi (không thể sau hôm nay)",
    "sent_pdf": "tệp đã gửi (phải là tệp PDF)",
}

PERIODS: dict[str, str] = {
    "quarter-1": "quý I",
    "half-year": "6 tháng đầu năm",
    "quarter-3": "quý III",
    "nine-months": "9 tháng đầu năm",
    "year": "năm",
    **{f"month-{month:02}": f"tháng {month:02}" for month in (1, 2)},
    **{f"month-{month:02}": f"tháng {month}" for month in range(3, 13)},
}
"""The names of reporting periods, for errors that know only the code."""

KINDS: dict[str, str] = {
    "docx": "tệp Word (.docx)",
    "doc": "tệp Word kiểu cũ (.doc)",
    "xlsx": "tệp Excel (.xlsx)",
    "xls": "tệp Excel kiểu cũ (.xls)",
    "odf": "tệp LibreOffice",
    "pdf": "tệp PDF",
    "image": "tệp ảnh",
    "rtf": "tệp RTF",
    "zip": "tệp nén (.zip)",
    "archive": "tệp nén",
    "program": "tệp chương trình",
    "ole": "tệp Office kiểu cũ",
    "xml": "tệp XML",
    "html": "trang web",
    "text": "tệp văn bản",
    "unknown": "không rõ loại",
}
"""What a document is, by the codes that importers give."""

COLUMNS: dict[str, str] = {
    AnnexColumn.NUMBER: "STT",
    AnnexColumn.CONTENT: "Nhiệm vụ",
    AnnexColumn.PRODUCT: "Kết quả, sản phẩm",
    AnnexColumn.DEADLINE: "Thời gian thực hiện",
    AnnexColumn.LEAD: "Cơ quan chủ trì",
    AnnexColumn.COOPERATING: "Cơ quan phối hợp",
    AnnexColumn.MONITOR: "Theo dõi, đôn đốc",
    AnnexColumn.NOTE: "Ghi chú",
}
"""The columns of an annex."""

REASONS: dict[str, str] = {
    "mixed_rows": "các dòng đã chọn không cùng cấp, cùng chỗ",
    "at_the_edge": "đã ở đầu hoặc cuối kế hoạch",
    "too_deep": "nhiệm vụ con không thể có thêm cấp dưới",
    "no_task_before": "không có nhiệm vụ nào đứng trước trong cùng lĩnh vực",
    "not_a_subtask": "dòng này không phải nhiệm vụ con",
    "folder_missing": "thư mục không còn",
    "not_permitted": "không có quyền ghi ở đây",
    "is_file": "trên đường dẫn có một tệp, không phải thư mục",
    "is_folder": "đã có thư mục trùng tên",
    "bad_name": "tên tệp không hợp lệ hoặc quá dài",
    "failed": "lỗi khi ghi ổ đĩa",
    "no_program": "máy chưa có chương trình mở loại tệp này",
    "below_itself": "không thể chuyển một dòng vào bên dưới chính nó",
}
