"""What the program says about the problems of an import, per code and grade."""

from cchc_desktop.domain.problem import Severity

PROBLEMS: dict[str, str] = {
    "column_left_out": "Cột “{heading}” không được lấy vào kế hoạch; nếu cần, chọn nghĩa cho cột.",
    "row_above_table": "Dòng chữ phía trên bảng không đưa vào kế hoạch.",
    "row_below_table": "Dòng phía dưới bảng (nơi nhận, chữ ký…) không đưa vào kế hoạch.",
    "total_row": "Dòng cộng không phải nhiệm vụ nên không đưa vào kế hoạch.",
    "note_line": "Dòng ghi chú cho bảng không phải nhiệm vụ nên không đưa vào kế hoạch.",
    "number_left_out": "Chữ trong cột STT không giữ được cùng dòng; hãy chép lại nếu cần.",
    "section_cell_left_out": "Chữ ở cột {column} của dòng lĩnh vực không đưa vào kế hoạch.",
    "footnote_left_out": "Chú thích cuối trang không đưa vào bảng; hãy chép vào Ghi chú nếu cần.",
    "comment_left_out": "Nhận xét (comment) của người góp ý không đưa vào kế hoạch.",
    "hidden_merged_text": "Chữ bị ô gộp che khuất không đưa vào kế hoạch; hãy kiểm tra bản gốc.",
    "picture_left_out": "Hình hoặc đối tượng trong ô không đưa vào kế hoạch.",
    "symbol_left_out": "Ký hiệu của phông {font} không có chữ tương ứng; hãy gõ lại nếu cần.",
    "formula_without_value": "Công thức chưa có kết quả trong tệp; hãy mở bằng Excel và lưu lại.",
    "columns_guessed": "Không thấy dòng tiêu đề; các cột được đoán theo nội dung, hãy kiểm tra.",
    "column_shared": "Cột “{heading}” gộp chủ trì và phối hợp; được lấy làm cơ quan chủ trì.",
    "columns_joined": "Hai cột “{heading}” và “{other}” cùng nghĩa, đã ghép vào một ô.",
    "section_without_tasks": "Lĩnh vực {number} không có nhiệm vụ nào.",
    "section_without_number": "Dòng chạy ngang bảng được hiểu là tên lĩnh vực.",
    "tasks_without_section": "Có nhiệm vụ đứng trước lĩnh vực đầu tiên.",
    "task_without_number": "Dòng không có STT được hiểu là một nhiệm vụ.",
    "task_without_content": "Dòng {number} không có nội dung nhiệm vụ.",
    "subtask_without_number": "Dòng không có STT được hiểu là nhiệm vụ con của nhiệm vụ {number}.",
    "subtask_without_task": "Dòng {number} không có nhiệm vụ ở trên nên được ghi thành nhiệm vụ.",
    "level_too_deep": "Dòng {number} ở dưới nhiệm vụ con, được giữ ở cấp nhiệm vụ con.",
    "number_unknown": "STT “{number}” không rõ kiểu; dòng được ghi thành nhiệm vụ.",
    "row_joined": "Dòng không có STT đã ghép vào dòng {number} ở trên; hãy kiểm tra.",
    "assignment_joined": "Sản phẩm thêm của nhiệm vụ {number}: cột {column} đã ghép vào ô.",
    "number_repeated": "STT {number} lặp lại sau {previous}; chương trình đánh số lại.",
    "nested_table": "Bảng nằm trong ô được đọc thành các dòng chữ.",
    "text_box": "Hộp chữ (text box) trong ô được đọc như chữ của ô.",
    "fragment_joined": "Nửa sau của dòng {number} bị ngắt trang đã được ghép lại.",
    "number_jumps": "STT nhảy từ {previous} sang {number}; chương trình đánh số lại.",
    "tracked_deletion": "Chữ đã xóa theo chế độ theo dõi sửa đổi không được lấy.",
    "legacy_font_converted": "Đã chuyển {count} ô từ bảng mã cũ {encoding} sang Unicode.",
    "markup_removed": "Mã trang web lẫn trong ô đã đổi thành xuống dòng và kiểu chữ.",
    "hidden_row_read": "Dòng đang ẩn trong Excel vẫn được đọc.",
    "name_and_content_differ": "Tên tệp là {expected}, nội dung là {found}; đã đọc theo nội dung.",
    "tables_joined": "Các bảng {names} được đọc nối nhau thành một phụ lục.",
}
"""Per problem code of an import: what was done, and what to look at."""

SEVERITIES: dict[Severity, str] = {
    Severity.DROPPED: "Không đưa vào được",
    Severity.CHECK: "Cần xem lại",
    Severity.NOTICE: "Đã tự xử lý",
}
