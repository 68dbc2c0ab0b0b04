"""What the check says about words anywhere in a plan: per code what is wrong, how to mend it."""

WORD_FINDINGS: dict[str, tuple[str, str]] = {
    "abbreviation_spellings": (
        "Chữ viết tắt “{name}” có lẽ là “{usual}” viết sai.",
        "Hãy thống nhất một cách viết.",
    ),
    "abbreviation_unexplained": (
        "Chữ viết tắt “{name}” không được giải thích ở đâu trong kế hoạch.",
        "Hãy viết đầy đủ, hoặc giải thích trong ngoặc ở chỗ dùng đầu tiên.",
    ),
    "bound_said_twice": (
        "“{words}” nói mức tối thiểu hai lần.",
        "Hãy ghi “trên …” hoặc “từ … trở lên”.",
    ),
    "bracket_unclosed": (
        "Dấu “{words}” không có dấu đi cùng.",
        "Hãy thêm dấu còn thiếu hoặc bỏ dấu thừa.",
    ),
    "capital_after_comma": (
        "“{words}” ở giữa câu viết hoa.",
        "Hãy viết thường.",
    ),
    "cell_list_numbering": (
        "Danh sách trong ô không bắt đầu từ đầu, bị nhảy hoặc lặp ở “{words}”.",
        "Hãy đánh lại thứ tự.",
    ),
    "citation_capitals": (
        "“{words}” phải viết hoa chữ cái đầu khi viện dẫn một văn bản cụ thể.",
        "Hãy viết hoa chữ cái đầu.",
    ),
    "citation_dates": (
        "Văn bản này ghi ngày khác với chỗ viện dẫn trước ({other}): “{words}”.",
        "Hãy tra lại ngày ban hành và sửa chỗ sai.",
    ),
    "citation_day_form": (
        "“{words}” thiếu số 0 trước ngày dưới 10 hoặc tháng 1, 2.",
        "Hãy ghi đủ, ví dụ “ngày 05/02/2024”.",
    ),
    "citation_future": (
        "Văn bản viện dẫn {day} là sau ngày {last_day}.",
        "Hãy tra lại ngày ban hành.",
    ),
    "citation_issuer": (
        "“{words}” được ghi là của {issuer}, nhưng ký hiệu là của {right}.",
        "Hãy sửa tên cơ quan ban hành hoặc ký hiệu.",
    ),
    "citation_malformed": (
        "Số, ký hiệu “{words}” viết chưa đúng thể thức.",
        "Hãy ghi dạng số/tên loại-cơ quan, không cách chữ, ví dụ 12/QĐ-UBND.",
    ),
    "citation_number_word": (
        "“{words}” không có chữ “số” như các chỗ viện dẫn khác ({usual_count} chỗ có).",
        "Hãy thêm chữ “số” sau tên loại văn bản.",
    ),
    "citation_type": (
        "“{name}”: tên loại là {type} mà ký hiệu là {symbol}.",
        "Hãy sửa tên loại, hoặc sửa ký hiệu thành {right}.",
    ),
    "citation_year": (
        "“{words}”: năm trong ký hiệu ({year}) khác năm ban hành.",
        "Hãy tra lại số, ký hiệu và ngày ban hành.",
    ),
    "committee_capitals": (
        "“{words}” viết hoa chưa đúng.",
        "Hãy viết “Ủy ban nhân dân”, “Hội đồng nhân dân”.",
    ),
    "date_impossible": (
        "Không có ngày “{words}” trong lịch.",
        "Hãy sửa lại ngày.",
    ),
    "date_malformed": (
        "“{words}” ghi chưa đúng dạng ngày, tháng, năm.",
        "Hãy ghi lại, ví dụ “ngày 05/02/2024”.",
    ),
    "double_space": (
        "Có hai dấu cách liền nhau.",
        "Hãy bỏ bớt một dấu cách.",
    ),
    "markup_left_over": (
        "Mã “{words}” còn lẫn trong chữ.",
        "Hãy xóa mã.",
    ),
    "outdated_words": (
        "“{words}” là từ của quy định cũ.",
        "Nay dùng “{right}” theo {rule}.",
    ),
    "parts_and_total": (
        "Các phần cộng lại được {added}, nhưng tổng ghi là {total}: “{words}”.",
        "Hãy sửa tổng hoặc các phần.",
    ),
    "percent_over_100": (
        "Tỷ lệ “{words}” lớn hơn 100%.",
        "Hãy sửa lại tỷ lệ.",
    ),
    "percent_spacing": (
        "“{words}” ({count} chỗ) ở nơi khác viết như “{usual}” ({usual_count} chỗ).",
        "Hãy thống nhất một cách viết.",
    ),
    "place_capitals": (
        "“{words}”: danh từ chung chỉ đơn vị hành chính không viết hoa.",
        "Hãy viết “{right}”.",
    ),
    "ratio_and_percent": (
        "Hai số bên cạnh cho tỷ lệ {right}, nhưng ghi là {words}%.",
        "Hãy tính lại.",
    ),
    "sentence_capitals": (
        "“{words}” ở đầu câu chưa viết hoa.",
        "Hãy viết hoa chữ cái đầu.",
    ),
    "sign_repeated": (
        "Hai dấu câu liền nhau: “{words}”.",
        "Hãy bỏ bớt; dấu chấm lửng có ba chấm.",
    ),
    "space_after_sign": (
        "Thiếu dấu cách cạnh dấu “{words}”.",
        "Hãy thêm một dấu cách.",
    ),
    "space_before_sign": (
        "Thừa dấu cách ở “{words}”.",
        "Hãy bỏ dấu cách.",
    ),
    "special_place_capitals": (
        "“{words}” phải viết hoa cả danh từ chung.",
        "Hãy viết “Thủ đô Hà Nội”, “Thành phố Hồ Chí Minh”.",
    ),
    "spelling_slips": (
        "“{words}” có lẽ là “{right}”.",
        "Hãy sửa lại.",
    ),
    "term_capitals": (
        "“{words}” ({count} chỗ) ở nơi khác viết là “{usual}” ({usual_count} chỗ).",
        "Hãy thống nhất chữ hoa, chữ thường trong cả kế hoạch.",
    ),
    "text_not_nfc": (
        "“{words}” gõ bằng chữ và dấu rời (Unicode tổ hợp), nên tìm kiếm không thấy.",
        "Hãy gõ lại bằng bảng mã Unicode dựng sẵn.",
    ),
    "tone_places": (
        "“{words}” ({count} chỗ) đặt dấu thanh khác các chữ như “{usual}” ({usual_count} chỗ).",
        "Hãy thống nhất một cách đặt dấu (tìm và thay thế).",
    ),
    "word_repeated": (
        "Lặp từ: “{words}”.",
        "Hãy bỏ bớt một từ.",
    ),
    "word_variants": (
        "“{words}” ({count} chỗ) ở nơi khác viết là “{usual}” ({usual_count} chỗ).",
        "Hãy thống nhất một cách viết (tìm và thay thế).",
    ),
    "year_left_over": (
        "Còn “{words}” trong kế hoạch {term}.",
        "Hãy sửa năm, hoặc chấp nhận nếu đúng là nói về năm ấy.",
    ),
}
