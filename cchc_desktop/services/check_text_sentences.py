"""What the check says about the text of a plan: per code what is wrong, how to mend it."""

TEXT_FINDINGS: dict[str, tuple[str, str]] = {
    "abbreviation_explained_late": (
        "Chữ viết tắt “{name}” được dùng ở đây nhưng đến sau mới được giải thích.",
        "Hãy giải thích ở chỗ dùng đầu tiên.",
    ),
    "agency_not_in_text": (
        "“{name}” chủ trì nhiệm vụ trong phụ lục nhưng phần lời không nhắc tới.",
        "Hãy bổ sung trách nhiệm của cơ quan này ở phần tổ chức thực hiện.",
    ),
    "agency_without_tasks": (
        "“{name}” có mục riêng ở phần tổ chức thực hiện nhưng không có nhiệm vụ nào trong phụ lục.",
        "Hãy bổ sung nhiệm vụ vào phụ lục, hoặc xem lại mục này.",
    ),
    "annex_not_mentioned": (
        "Phần lời không có chỉ dẫn về phụ lục.",
        "Hãy thêm chỉ dẫn, ví dụ “(Phụ lục kèm theo)”.",
    ),
    "attachment_differs": (
        "Dòng “Kèm theo …” ghi {words}, khác với văn bản là {right}.",
        "Hãy sửa dòng chỉ dẫn kèm theo.",
    ),
    "attachment_issuer": (
        "Dòng “Kèm theo …” ghi “{words}”, khác cơ quan ban hành là {right}.",
        "Hãy sửa tên cơ quan trong dòng chỉ dẫn kèm theo.",
    ),
    "bases_order": (
        "Căn cứ này cao hơn căn cứ đứng trước.",
        "Hãy xếp căn cứ từ văn bản cao xuống thấp.",
    ),
    "basis_form": (
        "Căn cứ mở đầu bằng “{words}”.",
        "Hãy mở đầu bằng “Căn cứ …” hoặc “Theo đề nghị của …”.",
    ),
    "citation_not_as_registered": (
        "Văn bản viện dẫn {day}, sổ văn bản ghi ngày {right}.",
        "Hãy tra lại văn bản rồi sửa chỗ sai.",
    ),
    "citation_repeated_in_full": (
        "“{words}” đã được viện dẫn đầy đủ ở trên.",
        "Từ lần thứ hai chỉ ghi “{short}”.",
    ),
    "citation_replaced": (
        "{name} hết hiệu lực sau ngày {last_day}.",
        "Hãy thay bằng văn bản còn hiệu lực{successor}, hoặc chấp nhận nếu cần nhắc văn bản cũ.",
    ),
    "citation_unregistered": (
        "“{words}” chưa có trong sổ văn bản.",
        "Hãy thêm văn bản này vào sổ văn bản.",
    ),
    "closing_mark_misplaced": (
        "Dấu “{words}” chưa phải ở cuối văn bản.",
        "Hãy để dấu này ở cuối nội dung, mỗi văn bản một lần.",
    ),
    "closing_mark_missing": (
        "Cuối nội dung thiếu dấu “./.”.",
        "Hãy thêm “./.” sau chữ cuối cùng.",
    ),
    "first_citation_incomplete": (
        "Viện dẫn lần đầu {names} thiếu {missing}.",
        "Hãy ghi đủ loại, số, ký hiệu, ngày, cơ quan ban hành và trích yếu.",
    ),
    "heading_alone": (
        "Chỉ có một mục “{number}” ở cấp này.",
        "Hãy thêm mục tiếp theo, hoặc bỏ số thứ tự.",
    ),
    "heading_without_text": (
        "Dưới đề mục này không có nội dung.",
        "Hãy viết nội dung, hoặc bỏ đề mục.",
    ),
    "list_ends_mixed": (
        "Ý này kết bằng dấu “{words}”, các ý cùng danh sách kết bằng “{usual}”.",
        "Hãy thống nhất dấu cuối ý.",
    ),
    "office_place_capitals": (
        "Địa danh ghi “{words}”.",
        "Hãy viết “{right}” trong thông tin cơ quan.",
    ),
    "recipients_filed_line": (
        "Dòng “{words}” chưa đúng thể thức hoặc chưa ở cuối.",
        "Hãy ghi dạng “Lưu: VT, NV.”, không ghi tên người.",
    ),
    "recipients_missing": (
        "Nơi nhận chỉ có dòng lưu, hoặc ghi trùng: “{words}”.",
        "Hãy ghi nơi nhận để thực hiện, để báo cáo; bỏ dòng trùng.",
    ),
    "section_names_differ": (
        "Phần lời không có lĩnh vực mang tên này{other}.",
        "Hãy thống nhất tên lĩnh vực giữa phần lời và phụ lục.",
    ),
    "sentence_twice": (
        "Nội dung này trùng hoặc gần trùng với {other}.",
        "Hãy bỏ bớt một chỗ, hoặc ghi rõ chỗ khác nhau.",
    ),
    "sentence_without_end": (
        "Cuối đoạn, sau “{words}”, không có dấu kết câu.",
        "Hãy thêm dấu chấm hoặc dấu chấm phẩy.",
    ),
    "signer_missing": (
        "Chưa có chức vụ của người ký.",
        "Hãy ghi người ký trong thể thức của kế hoạch hoặc thông tin cơ quan.",
    ),
    "signing_form": (
        "“{words}” chưa đúng: {rule}.",
        "Hãy sửa phần ký.",
    ),
    "table_numbering": (
        "Số thứ tự “{words}” không nối tiếp dòng trên.",
        "Hãy đánh lại số thứ tự trong bảng.",
    ),
    "target_column_differs": (
        "Cột chỉ tiêu ghi {words}, lời của chỉ tiêu ghi {other}.",
        "Hãy sửa cho khớp.",
    ),
    "target_differs": (
        "Chỉ tiêu này ở trên ghi {other}, ở đây ghi {words}.",
        "Hãy thống nhất một con số.",
    ),
    "text_blank_left": (
        "Còn chỗ chưa ghi: “{words}”.",
        "Hãy ghi nội dung, hoặc bỏ chỗ này.",
    ),
    "text_broken": (
        "Câu bị ngắt giữa hai đoạn: “… {words}” rồi xuống dòng “{rest} …”.",
        "Hãy nối hai đoạn lại.",
    ),
    "text_date_past": (
        "Hạn “{words}” đã qua trước ngày {issued_on}.",
        "Hãy sửa lại hạn.",
    ),
    "text_issuer": (
        "Mở đầu ghi “{words}”, khác cơ quan ban hành là {right}.",
        "Hãy sửa tên cơ quan.",
    ),
    "text_list_mixed": (
        "Danh sách chuyển từ “{before}” sang “{number}” ở cùng một cấp.",
        "Hãy đánh số cùng một kiểu, hoặc đưa xuống cấp dưới.",
    ),
    "text_list_starts_late": (
        "Danh sách bắt đầu từ “{number}”, thiếu các số đứng trước.",
        "Hãy đánh số lại từ đầu.",
    ),
    "text_numbering_jumps": (
        "Số “{number}” không nối tiếp “{before}”.",
        "Hãy đánh số lại, hoặc bổ sung mục bị sót.",
    ),
    "text_title_missing": (
        "Chưa có trích yếu.",
        "Hãy ghi trích yếu nội dung của văn bản.",
    ),
}
