"""What the check says about the annex of a plan: per code what is wrong, how to mend it."""

ANNEX_FINDINGS: dict[str, tuple[str, str]] = {
    "agency_capitals": (
        "“{name}” viết hoa khác với danh mục.",
        "Hãy viết “{right}”.",
    ),
    "agency_ended": (
        "“{name}” không còn là tên cơ quan sau ngày {last_day}.",
        "Hãy thay bằng cơ quan kế thừa{successor}.",
    ),
    "agency_repeated": (
        "“{name}” được ghi hai lần trong một ô.",
        "Hãy bỏ bớt một lần.",
    ),
    "agency_spellings": (
        "“{words}” ({count} chỗ) ở nơi khác viết là “{usual}” ({usual_count} chỗ).",
        "Hãy thống nhất một cách viết trong cả kế hoạch.",
    ),
    "agency_unknown": (
        "“{name}” chưa có trong danh mục cơ quan.",
        "Hãy sửa tên, hoặc thêm cơ quan, tên gọi này vào danh mục.",
    ),
    "annex_number": (
        "Số của phụ lục là “{words}”, không phải chữ số La Mã.",
        "Hãy ghi {right}.",
    ),
    "column_empty": (
        "Không nhiệm vụ nào có chữ trong cột này.",
        "Hãy ghi đủ, hoặc chấp nhận nếu phụ lục không dùng cột này.",
    ),
    "content_missing": (
        "Dòng không có nội dung.",
        "Hãy ghi nội dung, hoặc xóa dòng.",
    ),
    "deadline_before_plan": (
        "Hạn {due} đã qua trước ngày ban hành kế hoạch ({issued_on}).",
        "Hãy sửa thời hạn hoặc ngày ban hành.",
    ),
    "deadline_missing": (
        "Nhiệm vụ chưa có thời gian thực hiện.",
        "Hãy ghi thời gian, ví dụ “Quý II”, “Thường xuyên trong năm”.",
    ),
    "deadline_not_understood": (
        "Không hiểu thời hạn “{words}” là ngày nào, kỳ nào hay chờ việc gì.",
        "Hãy ghi lại cho rõ, hoặc đặt cách hiểu bằng tay ở khung chi tiết.",
    ),
    "deadline_year": (
        "Hạn {due} không thuộc {term}.",
        "Hãy sửa năm; nếu đúng là năm khác thì ghi “năm trước”, “năm sau”.",
    ),
    "deliverable_incomplete": (
        "Dòng sản phẩm thêm chỉ có một nửa: thiếu sản phẩm hoặc thiếu thời gian.",
        "Hãy ghi nốt ô còn trống.",
    ),
    "group_leads_and_cooperates": (
        "“{name}” vừa chủ trì vừa phối hợp.",
        "Hãy ghi rõ ai chủ trì, ai phối hợp.",
    ),
    "heading_without_subtasks": (
        "Dòng chỉ có nội dung: không có sản phẩm, thời gian, cơ quan, cũng không có nhiệm vụ con.",
        "Hãy ghi đủ các ô, hoặc thêm nhiệm vụ con a), b).",
    ),
    "lead_cooperates": (
        "“{name}” đã chủ trì nhiệm vụ này nhưng lại ghi ở cột phối hợp.",
        "Hãy bỏ tên ở cột phối hợp.",
    ),
    "lead_missing": (
        "Nhiệm vụ chưa có cơ quan chủ trì.",
        "Hãy ghi cơ quan chủ trì.",
    ),
    "milestone_order": (
        "Các mốc không theo thứ tự thời gian ở “{words}”.",
        "Hãy xếp lại, hoặc sửa mốc ghi sai.",
    ),
    "parent_date": (
        "Ngày ban hành {words} không hợp với kế hoạch {term}.",
        "Hãy sửa ngày trong thông tin kế hoạch.",
    ),
    "parent_incomplete": (
        "Văn bản ban hành kèm theo mới có số hoặc mới có ngày.",
        "Hãy ghi cả số và ngày khi đã ban hành, hoặc để trống cả hai.",
    ),
    "parent_issuer": (
        "Dòng “Kèm theo …” ghi “{words}”, khác cơ quan ban hành là {right}.",
        "Hãy sửa tên cơ quan trong thông tin kế hoạch.",
    ),
    "parent_left_over": (
        "Ngày ban hành {words} trùng với kế hoạch năm {year}.",
        "Hãy sửa số, ngày của văn bản.",
    ),
    "parent_symbol": (
        "Ký hiệu “{words}” không hợp với {type} của cơ quan ban hành.",
        "Hãy sửa thành {right}.",
    ),
    "product_missing": (
        "Nhiệm vụ chưa có kết quả, sản phẩm.",
        "Hãy ghi sản phẩm, ví dụ “Kế hoạch của UBND huyện”.",
    ),
    "section_twice": (
        "Lĩnh vực này trùng tên với lĩnh vực {other}.",
        "Hãy gộp hai lĩnh vực hoặc sửa tên.",
    ),
    "section_without_tasks": (
        "Lĩnh vực không có nhiệm vụ nào.",
        "Hãy thêm nhiệm vụ, hoặc xóa lĩnh vực.",
    ),
    "subtask_alone": (
        "Nhiệm vụ chỉ có một nhiệm vụ con.",
        "Hãy thêm b), hoặc đưa nội dung lên dòng nhiệm vụ.",
    ),
    "task_nearly_twice": (
        "Nhiệm vụ gần giống nhiệm vụ {other}, chỉ khác dấu hoặc thứ tự chữ.",
        "Hãy xem có phải một nhiệm vụ ghi hai lần không.",
    ),
    "task_twice": (
        "Nhiệm vụ trùng với nhiệm vụ {other}.",
        "Hãy xóa một dòng, hoặc ghi rõ chỗ khác nhau.",
    ),
    "title_level": (
        "Tên kế hoạch, phụ lục nói về cấp {words}, mà cơ quan ban hành là cấp {right}.",
        "Hãy sửa tên, hoặc chấp nhận nếu đúng là số liệu của cấp ấy.",
    ),
    "title_place": (
        "Tên kế hoạch, phụ lục ghi “{words}”, khác địa phương của {name}.",
        "Hãy sửa tên.",
    ),
    "title_year": (
        "Tên kế hoạch, phụ lục ghi năm {words}, khác thời gian của kế hoạch: {term}.",
        "Hãy sửa năm trong tên.",
    ),
}
