"""For each check of the text: texts in which it finds the words given.

Where a check points at a whole passage or title, the words are "".
"""

from cchc_desktop.domain.office import Signer
from cchc_desktop.domain.plan_text import PlanText
from tests.domain.checks.examples import says
from tests.domain.checks.plans import plan_of, section, task
from tests.domain.checks.text_plans import OPENING, annex, decision, paper, part, table
from tests.domain.checks.text_wordings import CITED, ISSUED, KT, OWN, REGISTER, TL, TM, WORK, signed

TEXT_FAILING = {
    "abbreviation_explained_late": [
        (paper("Theo chỉ đạo của TĐKT.", "1. Tổ đánh giá kiểm tra (TĐKT) họp."), ["TĐKT"]),
    ],
    "agency_not_in_text": [
        (
            paper(
                "I. TỔ CHỨC THỰC HIỆN", "1. Phòng Nội vụ", "- Chủ trì.", "2. UBND xã Mây",
                "- Phối hợp.", "3. Phòng Tài chính - Kế hoạch", "- Bố trí kinh phí.",
                plan=plan_of(task(lead="Phòng Tư pháp"), task("B")),
            ),
            ["Phòng Tư pháp"],
        )
    ],
    "agency_without_tasks": [
        (
            paper(
                "I. TỔ CHỨC THỰC HIỆN", "1. Phòng Nội vụ", "- Chủ trì.", "2. Phòng Tư pháp:",
                "- Chủ trì.", plan=plan_of(task()),
            ),
            ["Phòng Tư pháp"],
        )
    ],
    "annex_not_mentioned": [(paper(OPENING, plan=plan_of(task())), [""])],
    "attachment_differs": [
        (
            paper(annex(title="CHỈ TIÊU\n(Kèm theo Kế hoạch số 12/KH-UBND ngày 08/12/2023 của "
                        "UBND huyện Hạ Lâm)"), plan=ISSUED),
            ["(Kèm theo Kế hoạch số 12/KH-UBND ngày 08/12/2023 của UBND huyện Hạ Lâm)"],
        ),
        (
            paper(annex("(Kèm theo Kế hoạch số 395/KH-UBND ngày 09/12/2023)", "1. A"), plan=ISSUED),
            ["(Kèm theo Kế hoạch số 395/KH-UBND ngày 09/12/2023)"],
        ),
    ],
    "attachment_issuer": [
        (
            paper(annex(title="CHỈ TIÊU\n(Kèm theo Kế hoạch số …/KH-UBND của UBND huyện Bác Ái)")),
            ["UBND huyện Bác Ái"],
        ),
    ],
    "bases_order": [
        (
            paper(decision("Căn cứ Quyết định số 12/QĐ-UBND ngày 05/02/2022",
                           "Căn cứ Luật Tổ chức chính quyền địa phương năm 2015")),
            [""],
        ),
    ],
    "basis_form": [
        (paper("Theo đề nghị Trưởng phòng Nội vụ"), ["Theo đề nghị"]),
        (paper("Luật Tổ chức chính quyền địa phương"), ["Luật Tổ chức"]),
    ],
    "bound_said_twice": [
        (says("Giảm biên chế đạt trên 15% trở lên"), ["trên 15% trở lên"]),
        (
            says("Kiểm tra tối thiểu từ 30% số cơ quan, đơn vị trở lên"),
            ["tối thiểu từ 30% số cơ quan, đơn vị trở lên"],
        ),
    ],
    "capital_after_comma": [(says("Chấp hành kỷ luật, Trong năm không vi phạm"), ["Trong"])],
    "citation_not_as_registered": [
        (
            paper("Theo Nghị định số 118/2023/NĐ-CP ngày 19/6/2023.", documents=REGISTER),
            ["Nghị định số 118/2023/NĐ-CP ngày 19/6/2023"],
        )
    ],
    "citation_repeated_in_full": [
        (paper(f"Thực hiện {CITED}.", f"1. Theo {CITED}."),
         ["Nghị định số 62/2020/NĐ-CP ngày 01/6/2020"])
    ],
    "citation_replaced": [
        (paper("Theo Nghị định số 61/2018/NĐ-CP.", documents=REGISTER),
         ["Nghị định số 61/2018/NĐ-CP"]),
        (paper("Theo Nghị định số 61/2018/NĐ-CP.", known_documents=REGISTER),
         ["Nghị định số 61/2018/NĐ-CP"]),
    ],
    "citation_unregistered": [
        (paper(f"Thực hiện {CITED}.", "1. A.", documents=REGISTER),
         ["Nghị định số 62/2020/NĐ-CP ngày 01/6/2020"]),
    ],
    "closing_mark_misplaced": [
        (paper("1. Báo cáo kết quả./.", "^(Kèm theo Phụ lục)"), ["./."]),
        (paper("1. Báo cáo./.", "2. Kiểm tra./."), ["./."]),
    ],
    "closing_mark_missing": [
        (paper("1. Lập kế hoạch.", "2. Báo cáo kết quả."), [""]),
        (paper(decision("Điều 1. Ban hành Kế hoạch."), part("1. Lập kế hoạch./.")), [""]),
    ],
    "date_malformed": [
        (says("Kèm theo Quyết định ngày 11 11 /2021"), ["ngày 11 11 /2021"]),
        (says("Kế hoạch ngày 17/12/17 của Tỉnh ủy"), ["ngày 17/12/17"]),
        (says("Kế hoạch ngày 08 tháng 12 2023"), ["ngày 08 tháng 12 2023"]),
    ],
    "first_citation_incomplete": [
        (paper("Thực hiện Nghị định số 130/2005/NĐ-CP."), ["Nghị định số 130/2005/NĐ-CP"]),
        (paper("Theo Nghị quyết số 68/NQ-CP ngày 12/5/2020 của Chính phủ."),
         ["Nghị quyết số 68/NQ-CP ngày 12/5/2020"]),
        # Documents named in one breath are one finding.
        (paper("Theo Nghị định số 1/2020/NĐ-CP và Nghị định số 2/2020/NĐ-CP của Chính phủ."),
         ["Nghị định số 1/2020/NĐ-CP"]),
    ],
    "heading_alone": [
        (paper("I. MỤC ĐÍCH", "1. Nâng cao nhận thức.", "II. YÊU CẦU", "a) Đúng hạn."), ["", ""])
    ],
    "heading_without_text": [
        (paper("I. TỔ CHỨC THỰC HIỆN", "II. KINH PHÍ", "Từ ngân sách."), [""]),
        (paper("1. Phòng Nội vụ:", "2. Phòng Tư pháp:", "- Chủ trì."), [""]),
    ],
    "list_ends_mixed": [
        (paper("a) Lập kế hoạch.", "b) Kiểm tra các xã;", "c) Báo cáo huyện.", "d) Họp.",
               "đ) Hết."), [";"]),
    ],
    "office_place_capitals": [(paper(OPENING, place="Hạ lâm"), [""])],
    "percent_spacing": [(says("Đạt 100 % hồ sơ", "Đạt 90%", "Đạt 80%"), ["100 %"])],
    "ratio_and_percent": [
        (says("Đúng hạn 39.265/39.773 hồ sơ, bằng 98,8221%"), ["98,8221"]),
        (says("Hoàn thành 3/4 nhiệm vụ (70%)"), ["70"]),
    ],
    "recipients_filed_line": [
        (paper(OPENING, recipients=("Sở Nội vụ", "Lưu: VT, NV, Quỳnh (.b)")),
         ["Lưu: VT, NV, Quỳnh (.b)"]),
        (paper(OPENING, recipients=("Lưu: VT, NV", "Sở Nội vụ")), ["Lưu: VT, NV"]),
        (paper(OPENING, recipients=("Sở Nội vụ", "Lưu VT")), ["Lưu VT"]),
    ],
    "recipients_missing": [
        (paper(OPENING, recipients=("Lưu: VT, NV.",)), ["Lưu: VT, NV."]),
        (paper(OPENING, recipients=("Sở Nội vụ", "Sở Nội vụ;", "Lưu: VT.")), ["Sở Nội vụ;"]),
    ],
    "section_names_differ": [
        (
            paper(
                "I. NHIỆM VỤ", "1. Cải cách thể chế", "- A.", "2. Cải cách thủ tục hành chính",
                "- B.", "3. Cải cách công vụ", "- C.",
                plan=plan_of(
                    section(task(), title="CẢI CÁCH THỂ CHẾ"),
                    section(task(), title="CẢI CÁCH THỦ TỤC HÀNH CHÍNH"),
                    section(task(), title="CẢI CÁCH TÀI CHÍNH CÔNG"),
                ),
            ),
            [""],
        )
    ],
    "sentence_twice": [
        (paper(f"1. {WORK}.", f"2. {WORK};"), [""]),
        (paper(f"1. {WORK} và trường học trên địa bàn.",
               f"2. {WORK} và các trường học trên địa bàn."), [""]),
    ],
    "sentence_without_end": [(paper(f"1. {WORK}", "2. Họp."), ["phố"])],
    "sign_repeated": [
        (says("Đất đai, đầu tư,..và xây dựng", "Hồ sơ,, giấy tờ", "Báo cáo;."), [",..", ",,", ";."])
    ],
    "signer_missing": [(paper(OPENING, signer=Signer()), [""])],
    "signing_form": [
        (signed(OWN, position="Chủ tịch"), [""]),
        (signed(TM, "Chủ tịch", "Phó Chủ tịch"), [""]),
        (signed(TM, "Ủy ban nhân dân", "Phó Chủ tịch"), [""]),
        (signed(KT, "Ủy ban nhân dân", "Phó Chủ tịch"), [""]),
        (signed(TL, "Ủy ban nhân dân", "Chánh Văn phòng"), [""]),
        (signed(TM, "Ủy ban nhân dân", "Chủ tịch", "ThS. Họ Và Tên"), [""]),
    ],
    "table_numbering": [
        (
            paper(annex(table(("STT", "Chỉ tiêu"), ("2", "A"), ("2.1", "B"), ("2.2", "C"),
                              ("3.3", "D")))),
            ["3.3"],
        ),
        (paper(annex(table(("TT", "Chỉ tiêu"), ("I", "A"), ("III", "B"), ("2", "C"), ("4", "D")))),
         ["III", "4"]),
    ],
    "target_column_differs": [
        (
            paper(annex(table(("STT", "Các mục tiêu", "Kết quả", "Chỉ tiêu phấn đấu"),
                              ("1", "Trên 30% cơ quan được kiểm tra", "Đạt 37,5%", "Trên 25%")))),
            ["25%"],
        )
    ],
    "target_differs": [
        (
            paper("1. 80% hồ sơ công việc cấp huyện được xử lý trên môi trường mạng.",
                  "2. 85% hồ sơ công việc cấp huyện được xử lý trên môi trường mạng."),
            ["85%"],
        ),
        (
            paper("1. Chỉ số hài lòng (SIPAS) đạt từ 90% trở lên.",
                  plan=plan_of(task("Nâng Chỉ số SIPAS đạt 85% trở lên"))),
            ["85%"],
        ),
    ],
    "text_blank_left": [
        (paper("1. Đạt từ […]% trở lên.", "2. Theo [… số, ký hiệu văn bản]."),
         ["[…]", "[… số, ký hiệu văn bản]"]),
    ],
    "text_broken": [
        (paper("- Đổi mới phương thức làm việc trên cơ",
            "sở ứng dụng công nghệ."), ["việc trên cơ"]),
        (paper("1. Rà soát văn bản do HĐND,", "UBND các cấp ban hành."), ["bản do HĐND,"]),
    ],
    "text_date_past": [
        (paper("1. Gửi kế hoạch trước ngày 10/11/2023.", plan=ISSUED), ["trước ngày 10/11/2023"])
    ],
    "text_issuer": [
        (paper("Ủy ban nhân dân huyện Bác Ái ban hành Kế hoạch như sau:", "1. A."),
         ["Ủy ban nhân dân huyện Bác Ái"]),
        (paper(decision("ỦY BAN NHÂN DÂN HUYỆN BÁC ÁI", "Điều 1. Ban hành.")),
         ["ỦY BAN NHÂN DÂN HUYỆN BÁC ÁI"]),
    ],
    "text_list_mixed": [(paper("1. Mục tiêu", "- Đúng hạn.", "a) Đến 2025.",
        "b) Đến 2030."), [""])],
    "text_list_starts_late": [
        (paper("I. MỤC TIÊU", "- Xếp loại tốt.", "- Tuyên truyền.", "3. Đạt 90%.", "4. Họp."), [""])
    ],
    "text_numbering_jumps": [
        (paper("1. Một.", "2. Hai.", "4. Bốn.", "4. Bốn nữa."), ["", ""]),
        (paper("1. Một", "1.1. A.", "1.2. B.", "2. Hai", "1.3. C."), [""]),
        (paper("a) A.", "b) B.", "c) C.", "d) D.", "e) E."), [""]),
    ],
    "text_title_missing": [(paper("1. A.", title=""), [""])],
    "title_level": [
        (paper(annex(title="KẾT QUẢ THỰC HIỆN CHỈ TIÊU CỦA TỈNH")), ["TỈNH"]),
        (paper(annex(title="Chỉ tiêu của tỉnh\nnăm 2024")), ["tỉnh"]),
    ],
    "word_repeated": [(says("Theo hướng dẫn của của cấp trên"), ["của của"])],
}  # fmt: skip

# Checks that were there for the annex and read the text too.
ALSO_FAILING = {
    "abbreviation_spellings": [
        # Both are explained, and by the same words: one of them is a slip.
        (
            paper(
                "1. Chỉ số năng lực cạnh tranh cấp huyện (DDCI).",
                "2. Nâng cao Chỉ số năng lực cạnh tranh cấp huyện (DCCI).",
            ),
            ["DCCI"],
        ),
    ],
    "agency_capitals": [(paper("1. Phối hợp với phòng Tư pháp."), ["phòng Tư pháp"])],
    "agency_ended": [(paper("1. Giao Phòng Lao động thực hiện."), ["Phòng Lao động"])],
    "agency_spellings": [
        (
            paper(
                "1. Phòng Tài chính – Kế hoạch họp.",
                plan=plan_of(
                    task(lead="Phòng Tài chính - Kế hoạch"),
                    task("B", lead="Phòng Tài chính - Kế hoạch"),
                ),
            ),
            ["Phòng Tài chính – Kế hoạch"],
        ),
    ],
    "agency_unknown": [
        (
            paper(
                "I. TỔ CHỨC THỰC HIỆN", "1. Phòng Nội vụ", "- A.", "2. Phòng Tư pháp:", "- B.",
                "3. Phòng Nội dụ: chủ trì.",
            ),
            ["Phòng Nội dụ"],
        )
    ],
    "percent_over_100": [(says("Trên 100% số TTHC được công khai"), ["Trên 100%"])],
    "place_capitals": [(paper("1. Trên địa bàn huyện Hạ lâm."), ["Hạ lâm"])],
    "sentence_capitals": [(paper("1. kiểm tra đột xuất.", "Họp."), ["kiểm"])],
    "space_after_sign": [(says("Khó khăn, vướng mắc...kịp thời báo cáo"), ["..."])],
    "space_before_sign": [(says("Giai đoạn 2021 -2025"), [" -"])],
    "spelling_slips": [(paper("1. Ban chấp hành Đảng bộ."), ["Ban chấp hành"])],
    "title_place": [(paper(OPENING, title="Cải cách của huyện Bác Ái năm 2024"), ["huyện Bác Ái"])],
    "title_year": [(paper(OPENING, title="Cải cách hành chính năm 2023"), ["2023"])],
    "year_left_over": [
        (paper("1. Hoàn thành kế hoạch năm 2023."), ["năm 2023"]),
        (
            paper(
                part("1. Khắc phục tồn tại năm 2022."),
                previous_text=PlanText((part("1. Khắc phục tồn tại năm 2022."),)),
            ),
            ["năm 2022"],
        ),
    ],
}  # fmt: skip
