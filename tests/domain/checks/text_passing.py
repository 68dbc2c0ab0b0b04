"""For each check of the text: texts that it passes over."""

from dataclasses import replace
from datetime import date

from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.office import Signer, SigningAuthority
from tests.domain.checks.examples import says
from tests.domain.checks.plans import CATALOGUE, LETTERHEAD, plan_of, section, task
from tests.domain.checks.text_plans import OPENING, annex, decision, paper, part, table
from tests.domain.checks.text_wordings import (
    CITED,
    ISSUED,
    KT,
    OWN,
    PARTY,
    REGISTER,
    TL,
    TM,
    WORK,
    signed,
)

TEXT_PASSING = {
    "abbreviation_explained_late": [
        paper("Tổ đánh giá kiểm tra (TĐKT) họp.", "1. TĐKT và UBND báo cáo."),
        # What the text explains holds for the annex printed after it.
        paper("Nền tảng tích hợp (LGSP).", plan=plan_of(task("Duy trì LGSP"))),
    ],
    "agency_not_in_text": [
        paper("I. TỔ CHỨC THỰC HIỆN", "1. Phòng Nội vụ", "- Chủ trì.",
              plan=plan_of(task(lead="Phòng Tư pháp"))),
    ],
    "agency_without_tasks": [
        paper("I. TỔ CHỨC THỰC HIỆN", "1. Phòng Nội vụ", "- Chủ trì.", "2. Phòng Tư pháp",
              "- Phối hợp.", plan=plan_of(task(cooperating="Phòng Tư pháp"))),
        paper("I. TỔ CHỨC THỰC HIỆN", "1. Phòng Tư pháp", "- Chủ trì.",
              plan=plan_of(task(lead="Các phòng, ban, ngành"))),
    ],
    "annex_not_mentioned": [
        paper(OPENING, "1. Theo Phụ lục kèm theo./.", plan=plan_of(task())), paper(OPENING),
    ],
    "attachment_differs": [
        paper(annex(title="CHỈ TIÊU\n(Kèm theo Kế hoạch số     /KH-UBND ngày   tháng   năm 2023)"),
              plan=ISSUED),
        paper(annex(title="CHỈ TIÊU\n(Kèm theo Kế hoạch số 395/KH-UBND ngày 08/12/2023)"),
              plan=ISSUED),
    ],
    "attachment_issuer": [
        paper(annex(title="CHỈ TIÊU\n(Kèm theo Kế hoạch số …/KH-UBND của UBND huyện Hạ Lâm)")),
    ],
    "bases_order": [
        paper(decision("Căn cứ Luật Tổ chức chính quyền địa phương năm 2015",
                       "Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ",
                       "Theo đề nghị của Trưởng phòng Nội vụ")),
    ],
    "basis_form": [paper("Căn cứ Luật Viên chức", "Theo đề nghị của Trưởng phòng Nội vụ")],
    "bound_said_twice": [says("Đạt từ 90% trở lên; trên 15% số xã; tối thiểu 80%, từ 5% trở lên")],
    "capital_after_comma": [says("Họp tại Hà Nội, Trung tâm Hành chính công, trong năm")],
    "citation_not_as_registered": [
        paper("Theo Nghị định số 118/2023/NĐ-CP ngày 09/6/2023.", documents=REGISTER),
        # A number starts anew each year.
        paper("Theo Nghị định số 118/2023/NĐ-CP ngày 09/6/2022.", documents=REGISTER),
    ],
    "citation_repeated_in_full": [
        paper(f"Thực hiện {CITED}.", "1. Theo Nghị định số 62/2020/NĐ-CP."),
        # The decision and the plan are two papers.
        paper(decision(f"Căn cứ {CITED}", "Điều 1. Ban hành./."), part(f"Thực hiện {CITED}.")),
    ],
    "citation_replaced": [
        paper("Theo Nghị định số 118/2023/NĐ-CP.", documents=REGISTER),
        paper("Theo Nghị định số 61/2018/NĐ-CP.", documents=REGISTER,
              plan=plan_of(number="1", issued_on=date(2023, 6, 1))),
        paper("Theo Nghị định số 61/2018/NĐ-CP."),
    ],
    "citation_unregistered": [
        paper("Theo Nghị định số 118/2023/NĐ-CP.", f"1. Theo {CITED}.", documents=REGISTER),
        paper(f"Thực hiện {CITED}."),
    ],
    "closing_mark_misplaced": [paper("1. Lập kế hoạch.", "2. Báo cáo kết quả./.")],
    "closing_mark_missing": [
        paper("1. Báo cáo./."), paper(), paper("1. Học tập Nghị quyết.", plan=PARTY),
        paper(part("1. Báo cáo./."), annex("1. Ghi chú.")),
    ],
    "date_malformed": [
        says("Trước ngày 08/12/2023", "ngày 08 tháng 12 năm 2023", "ngày … tháng … năm 2023"),
        says("Ngày 5/2", "Ngày 10 và 11/3/2024"),
    ],
    "first_citation_incomplete": [
        paper(f"Thực hiện {CITED}.", "1. Theo Nghị định số 62/2020/NĐ-CP."),
        paper("1. Báo cáo (theo Công văn số 673/UBND-NV ngày 10/3/2022 của UBND huyện)."),
        paper("Theo Nghị định số 1/2020/NĐ-CP ngày 01/6/2020, Nghị định số 2/2020/NĐ-CP ngày "
              "02/6/2020 của Chính phủ về tự chủ tài chính."),
        paper("Học tập Nghị quyết số 18-NQ/TW.", plan=PARTY),
    ],
    "heading_alone": [
        paper("I. MỤC ĐÍCH", "1. Một.", "2. Hai.", "II. YÊU CẦU", "- Đúng hạn."),
        paper(decision("Điều 1. Ban hành kèm theo Quyết định này Kế hoạch./.")),
    ],
    "heading_without_text": [
        paper("I. DANH MỤC NHIỆM VỤ (THEO PHỤ LỤC ĐÍNH KÈM)", "II. KINH PHÍ", "Từ ngân sách."),
        paper("1. Phòng Nội vụ: chủ trì.", "2. Gồm:", "- Huyện:", "- Xã."),
    ],
    "list_ends_mixed": [
        paper("a) Lập kế hoạch;", "b) Kiểm tra các xã;", "c) Báo cáo huyện;", "d) Họp."),
        paper("a) Một;", "b) Hai. Và nữa.", "c) Ba;", "d) Bốn;", "đ) Năm."),
    ],
    "office_place_capitals": [paper(OPENING), paper(OPENING, place="Thị trấn Mây")],
    "percent_spacing": [says("Đạt 100%", "Đạt 90%"), says("Đạt 100 %", "Đạt 90 %")],
    "ratio_and_percent": [
        says("Đúng hạn 180.840/185.443 hồ sơ, bằng 97,5178%", "Đạt 2/3 nhiệm vụ (66,6%)"),
        says("Ngày 15/7 đạt 100%", "Nghị quyết số 76/2025/QH15 đạt 90%", "Điểm 7/8,5; 50% còn lại"),
    ],
    "recipients_filed_line": [
        paper(OPENING, recipients=("Sở Nội vụ", "Lưu: VT, NV.")),
        paper(OPENING, recipients=("Sở Nội vụ", "Lưu: VT, TH1, KSTT1,2.")),
        paper(OPENING, recipients=("Sở Nội vụ",)),
        paper(OPENING, recipients=("Lưu VPTU",), plan=PARTY),
    ],
    "recipients_missing": [
        paper(OPENING, recipients=("Sở Nội vụ", "Lưu: VT, NV.")), paper(OPENING),
    ],
    "section_names_differ": [
        paper("I. NHIỆM VỤ", "1. Công tác chỉ đạo, điều hành cải cách hành chính:", "- A.",
              "2. Cải cách thể chế", "- B.", "3. Cải cách tài chính công", "- C.",
              plan=plan_of(section(task(), title="CHỈ ĐẠO, ĐIỀU HÀNH"),
                           section(task(), title="CẢI CÁCH THỂ CHẾ"),
                           section(task(), title="CẢI CÁCH TÀI CHÍNH CÔNG"))),
        paper("I. NHIỆM VỤ", "- Họp.", plan=plan_of(section(task()), section(task()))),
    ],
    "sentence_twice": [
        paper("1. Phòng Nội vụ", f"- {WORK}.", "2. Phòng Tư pháp", f"- {WORK}."),
        paper(f"1. {WORK} trong quý I.", f"2. {WORK} trong quý II."),
        paper("1. Họp.", "2. Họp."),
        paper(f"1. {WORK} đạt 10%.", f"2. {WORK} đạt 20%."),
    ],
    "sentence_without_end": [
        paper(f"1. {WORK}.", "2. Phòng Nội vụ", f"3. {WORK}", "- Họp."),
        paper(f"1. {WORK};", f"({WORK})"),
    ],
    "sign_repeated": [says("Đất đai, đầu tư, v.v.; xây dựng…", "Kết thúc...", "Mục 1.2.3.")],
    "signer_missing": [paper(OPENING), paper(signer=Signer())],
    "signing_form": [
        signed(TM, "Ủy ban nhân dân", "Chủ tịch", "Họ Và Tên"),
        signed(KT, "Chủ tịch", "Phó Chủ tịch"),
        signed(SigningAuthority.COLLECTIVE_DEPUTY, "Ủy ban nhân dân", "Phó Chủ tịch"),
        signed(TL, "Chủ tịch", "Chánh Văn phòng"),
        signed(OWN, position="Trưởng phòng"),
        paper(OPENING, signer=Signer(OWN, position="Chủ tịch"),
              plan=plan_of(issuer="Chủ tịch Ủy ban nhân dân huyện Hạ Lâm")),
    ],
    "table_numbering": [
        paper(annex(table(("STT", "A"), ("I", "x"), ("1", "x"), ("1.1", "x"), ("1.2", "x"),
                          ("2", "x"), ("2.1", "x"), ("II", "x"), ("1", "x"), ("", "x"),
                          ("2", "x")))),
        paper(annex(table(("Năm", "A"), ("2021", "x"), ("2025", "x")))),
    ],
    "target_column_differs": [
        paper(annex(table(("STT", "Các mục tiêu", "Kết quả", "Chỉ tiêu phấn đấu"),
                          ("1", "Trên 30% cơ quan được kiểm tra", "Đạt 37,5%", "Trên 30%"),
                          ("2", "Chỉ số SIPAS", "Đạt 80%", "Đạt 90%")))),
    ],
    "target_differs": [
        paper("a) Đến năm 2025:",
            "- 80% hồ sơ công việc cấp huyện được xử lý trên môi trường mạng.",
              "b) Đến năm 2030:",
                  "- 90% hồ sơ công việc cấp huyện được xử lý trên môi trường mạng."),
        paper("1. 80% hồ sơ cấp huyện và 60% hồ sơ cấp xã được xử lý trên môi trường mạng."),
        paper("1. Đạt 80% hồ sơ.", "2. Đạt 90% hồ sơ."),
    ],
    "text_blank_left": [paper("1. Đất đai, xây dựng… và các việc khác.", "2. Tài liệu [1]...")],
    "text_broken": [
        paper("1. Phòng Nội vụ", "Chủ trì, phối hợp.", "2. Gồm:", "hộ tịch; đất đai."),
        paper("- Họp.", "Báo cáo."),
    ],
    "text_date_past": [
        paper("1. Gửi kế hoạch trước ngày 10/12/2023.", plan=ISSUED),
        paper("1. Văn bản ban hành trước ngày 10/11/2025.", plan=ISSUED),
    ],
    "text_issuer": [
        paper(OPENING, "1. A."), paper("UBND huyện Hạ Lâm xây dựng Kế hoạch như sau:"),
        paper(decision("ỦY BAN NHÂN DÂN HUYỆN HẠ LÂM", "Điều 1. Ban hành.")),
        paper("1. Ủy ban nhân dân xã Mây xây dựng Kế hoạch của xã."),
    ],
    "text_list_mixed": [
        paper("1. Mục tiêu", "a) Đến 2025:", "- Đúng hạn.", "b) Đến 2030:", "- Trước hạn."),
    ],
    "text_list_starts_late": [
        paper("I. MỤC TIÊU", "1. Một.", "2. Hai.", "II. NHIỆM VỤ", "1. Một."),
    ],
    "text_numbering_jumps": [
        paper("I. A", "1. Một.", "2. Hai.", "II. B", "1. Một", "1.1. A.", "1.2. B."),
        paper("1. Một.", "2. Hai", "(1) A.", "(2) B.", "3. Ba."),
        paper("a) A.", "b) B.", "c) C.", "d) D.", "đ) Đ.", "e) E."),
    ],
    "text_title_missing": [paper("1. A."), paper(part(title=""))],
    "title_level": [
        paper(annex(title="Chỉ tiêu của huyện"), annex(title="Chỉ tiêu của tỉnh Vĩnh Xuân")),
    ],
    "word_repeated": [says("Luôn luôn, dần dần; của cấp trên; từ từ")],
}  # fmt: skip

# Checks that were there for the annex and read the text too.
ALSO_PASSING = {
    "abbreviation_unexplained": [paper("1. Chỉ số DCCI và DDCI.")],
    "agency_capitals": [paper("1. Phòng Nội vụ.", "2. PHÒNG TƯ PHÁP.", "3. Các phòng họp.")],
    "agency_ended": [paper("1. Giao Phòng Nội vụ.", "2. Các phòng lao động sáng tạo.")],
    "agency_unknown": [
        # Where most are unknown, the catalogue was not made for this plan.
        paper("I. TỔ CHỨC THỰC HIỆN", "1. Phòng Y tế", "- A.", "2. Phòng Nội vụ", "- B."),
    ],
    "deadline_year": [
        CheckContext(
            replace(plan_of(task(deadline="Quý II/2026")), last_year=2028),
            CATALOGUE, LETTERHEAD, date(2024, 11, 20),
        )
    ],
    "place_capitals": [paper("1. Trên địa bàn huyện Hạ Lâm, HẠ LÂM."), paper("1. Vùng hạ lâm.")],
    "sentence_capitals": [paper("1. Gồm:", "a) kiểm tra;", "b) báo cáo."), paper("1. A,", "b.")],
    "title_place": [
        paper(OPENING, title="CHỈ TIÊU CỦA HUYỆN HẠ LÂM\nNĂM 2024"),
    ],
    "title_year": [paper(OPENING, title="Cải cách giai đoạn 2021 - 2025")],
    "year_left_over": [
        # A heading that looks back speaks for what stands under it.
        paper("1. Điểm tự chấm năm 2023:", "- Do trong năm 2023 tỷ lệ là 97%."),
    ],
}  # fmt: skip
