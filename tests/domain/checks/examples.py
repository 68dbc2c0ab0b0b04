"""For each check: plans in which it finds the words given, and plans in which it finds nothing.

Where a check points at a whole row or cell, the words are "".
"""

from datetime import date

from tests.domain.checks.plans import context, heading, plan_of, section, task

Long = "Kiểm tra công tác giải quyết hồ sơ tại các xã"
CITED = "Thực hiện Nghị định số 62/2020/NĐ-CP ngày 01/6/2020 của Chính phủ"


def says(*contents):
    return context(*(task(words) for words in contents))


def due(*deadlines, **details):
    return context(*(task(f"Việc {n}", deadline=d) for n, d in enumerate(deadlines)), **details)


def led(lead, cooperating=""):
    return context(task(lead=lead, cooperating=cooperating))


FAILING = {
    "abbreviation_spellings": [(says("Bộ chỉ số DDCI", "Báo cáo DCCI"), ["DCCI"])],
    "abbreviation_unexplained": [
        (says("Theo văn bản của TĐKT", "Việc của TĐKT và LGSP"), ["TĐKT", "LGSP"])
    ],
    "agency_capitals": [
        (led("phòng nội vụ"), ["phòng nội vụ"]),
        (led("Phòng Tư Pháp; Phòng Nội vụ"), ["Phòng Tư Pháp"]),
    ],
    "agency_ended": [
        (led("Phòng Lao động"), ["Phòng Lao động"]),
        (led("Phòng Công Thương"), ["Phòng Công Thương"]),
    ],
    "agency_repeated": [(led("Phòng Nội vụ; Phòng Tư pháp; phòng Nội vụ"), ["phòng Nội vụ"])],
    "agency_spellings": [
        (
            context(
                task("A", lead="Phòng Tài chính - Kế hoạch"),
                task("B", lead="Phòng Tài chính – Kế hoạch"),
            ),
            ["Phòng Tài chính – Kế hoạch"],
        )
    ],
    "agency_unknown": [(led("Phòng Nội vụ; Tổ công tác số 6"), ["Tổ công tác số 6"])],
    "annex_number": [(context(task(), annex_number="2"), [""])],
    "bracket_unclosed": [
        (says("Kiểm tra (lồng ghép các chỉ số"), ["("]),
        (says("Kế hoạch “Đo lường sự hài lòng"), ["“"]),
        (says('Kế hoạch "Đo lường'), ['"']),
        (says("Kiểm tra hồ sơ), báo cáo"), [")"]),
    ],
    "cell_list_numbering": [
        (says("Gồm:\n3. Kế hoạch\n4. Báo cáo"), ["3"]),
        (says("a) Lập kế hoạch\nb) Kiểm tra\nd) Báo cáo"), ["d"]),
        (says("Gồm (1) hộ tịch; (2) đất đai; (4) xây dựng"), ["4"]),
        (says("1. Lập kế hoạch\n2. Kiểm tra\n2. Báo cáo"), ["2"]),
    ],
    "citation_capitals": [
        (says("Theo quyết định số 12/QĐ-UBND"), ["quyết định"]),
        (says("Tại điều 5 Luật Viên chức"), ["điều"]),
        (says("Theo Luật quản lý, sử dụng tài sản công"), ["quản lý"]),
    ],
    "citation_dates": [
        (
            says("Theo Quyết định số 12/QĐ-UBND ngày 15/7/2021",
                 "Quyết định số 12/QĐ-UBND ngày 16/7/2021"),
            ["Quyết định số 12/QĐ-UBND ngày 16/7/2021"],
        )
    ],
    "citation_day_form": [
        (says("Quyết định số 12/QĐ-UBND ngày 5/8/2021"), ["ngày 5/8/2021"]),
        (says("Quyết định số 12/QĐ-UBND ngày 15 tháng 2 năm 2021"), ["ngày 15 tháng 2 năm 2021"]),
    ],
    "citation_future": [
        (says("Công văn số 4625/BNV-CCHC ngày 02/7/2026"),
         ["Công văn số 4625/BNV-CCHC ngày 02/7/2026"]),
        (context(task("Kế hoạch số 5/KH-UBND ngày 10/3/2024"), issued_on=date(2024, 1, 5)),
         ["Kế hoạch số 5/KH-UBND ngày 10/3/2024"]),
    ],
    "citation_issuer": [
        (says("Nghị quyết số 202/2025/QH15 của Ủy ban Thường vụ Quốc hội"),
         ["Nghị quyết số 202/2025/QH15"]),
    ],
    "citation_malformed": [
        (says("Theo Quyết định số 12QĐ-UBND"), ["số 12QĐ-UBND"]),
        (says("Theo Quyết định số 12/QĐUBND"), ["số 12/QĐUBND"]),
        (says("Theo Quyết định số 12 / QĐ-UBND"), ["số 12 / QĐ-UBND"]),
        (says("Theo Quyết định số …/QĐ-UBND"), ["số …/QĐ-UBND"]),
        (says("Theo Kế hoạch số 12/KH UBND"), ["số 12/KH UBND"]),
    ],
    "citation_number_word": [
        (says(CITED + " và Nghị định 60/2021/NĐ-CP"), ["Nghị định 60/2021/NĐ-CP"])
    ],
    "citation_type": [
        (says("Quyết định số 12/KH-UBND"), ["Quyết định số 12/KH-UBND"]),
        (says("Kế hoạch số 12/2023/QĐ-UBND"), ["Kế hoạch số 12/2023/QĐ-UBND"]),
    ],
    "citation_year": [
        (says("Nghị định số 62/2020/NĐ-CP ngày 01/6/2021"),
         ["Nghị định số 62/2020/NĐ-CP ngày 01/6/2021"]),
    ],
    "column_empty": [(context(task("A", lead=""), task("B", lead="")), [""])],
    "committee_capitals": [
        (says("Báo cáo của Ủy Ban Nhân Dân huyện"), ["Ủy Ban Nhân Dân"]),
        (says("Trình hội đồng nhân dân tỉnh"), ["hội đồng nhân dân"]),
    ],
    "content_missing": [(context(task("")), [""])],
    "date_impossible": [
        (says("Sơ kết ngày 31/02/2024"), ["31/02/2024"]),
        (due("Trước ngày 31 tháng 4"), ["ngày 31 tháng 4"]),
    ],
    "deadline_before_plan": [(due("Tháng 01/2024", issued_on=date(2024, 3, 15)), [""])],
    "deadline_missing": [(context(task("A"), task("B", deadline="")), [""])],
    "deadline_not_understood": [(due("Khẩn trương"), [""])],
    "deadline_year": [
        (due("Quý IV/2023", "Quý II/2025", "Trước 15/12/2023"), ["", "", ""]),
    ],
    "deliverable_incomplete": [(context(task(more=[("Báo cáo", "")])), [""])],
    "double_space": [(says("Kế hoạch  của huyện"), ["  "])],
    "group_leads_and_cooperates": [
        (led("Phòng Nội vụ, các phòng, ban, ngành", "Các phòng, ban, ngành"),
         ["Các phòng, ban, ngành"]),
    ],
    "heading_without_subtasks": [(context(task(), heading("Đẩy mạnh phân cấp quản lý")), [""])],
    "lead_cooperates": [
        (led("Phòng Nội vụ", "Phòng Tư pháp; Phòng Nội vụ"), ["Phòng Nội vụ"]),
        (led("Phòng Nội vụ", "Các phòng: Tư pháp, Nội vụ"), ["Nội vụ"]),
    ],
    "lead_missing": [(context(task("A"), task("B", lead="")), [""])],
    "markup_left_over": [
        (says("Kế hoạch<br/>Báo cáo&nbsp;của huyện **gấp**"), ["<br/>", "&nbsp;", "**gấp**"])
    ],
    "milestone_order": [
        (due("Tháng 8/2024; tháng 01/2024; tháng 6/2024"), [" tháng 01/2024"]),
    ],
    "outdated_words": [(says("Cung cấp dịch vụ công mức độ 3, 4"), ["dịch vụ công mức độ 3"])],
    "parent_date": [
        (context(task(), number="9", issued_on=date(2022, 12, 28)), [""]),
        (context(task(), number="9", issued_on=date(2025, 1, 2)), [""]),
    ],
    "parent_incomplete": [
        (context(task(), number="9"), [""]),
        (context(task(), issued_on=date(2024, 1, 2)), [""]),
    ],
    "parent_issuer": [(context(task(), issuer="Ủy ban nhân dân huyện Thượng Lâm"), [""])],
    "parent_left_over": [
        (
            context(
                task(), number="9", issued_on=date(2023, 12, 29),
                previous=plan_of(year=2023, number="9", issued_on=date(2023, 12, 29)),
            ),
            [""],
        )
    ],
    "parent_symbol": [
        (context(task(), type_name="Quyết định", symbol="KH-UBND"), [""]),
        (context(task(), symbol="KH-PNV"), [""]),
    ],
    "parts_and_total": [
        (says("Kiểm tra 12 đơn vị: 5 phòng, 6 xã"), ["12 đơn vị: 5 phòng, 6 xã"]),
        (says("Mở 3 lớp, trong đó 2 lớp nghiệp vụ và 2 lớp kỹ năng"),
         ["3 lớp, trong đó 2 lớp nghiệp vụ và 2 lớp kỹ năng"]),
    ],
    "percent_over_100": [(says("Bảo đảm 110% hồ sơ được giải quyết đúng hạn"), ["110%"])],
    "place_capitals": [(says("Trên địa bàn Huyện Hạ Lâm"), ["Huyện Hạ Lâm"])],
    "product_missing": [(context(task("A"), task("B", product_words="")), [""])],
    "section_twice": [(context(section(task("A")), section(task("B"))), [""])],
    "section_without_tasks": [(context(section(task()), section(title="CẢI CÁCH")), [""])],
    "sentence_capitals": [
        (says("kiểm tra đột xuất"), ["kiểm"]),
        (says("Kiểm tra đúng hạn. báo cáo kết quả"), ["báo"]),
    ],
    "space_after_sign": [
        (says("Lập kế hoạch,kiểm tra"), [","]),
        (says("Kiểm tra định kỳ.Báo cáo"), ["."]),
        (says("Ký TM.HỘI ĐỒNG"), ["."]),
        (says("Dịch vụ mức độ 3,4"), [","]),
    ],
    "space_before_sign": [
        (due("Quý I /2024"), [" /"]),
        (says("Kế hoạch , báo cáo"), [" ,"]),
        (says("Kiểm tra ( nếu có)"), ["( "]),
    ],
    "special_place_capitals": [(says("Học tập tại thủ đô Hà Nội"), ["thủ đô Hà Nội"])],
    "spelling_slips": [
        (says("Kế hoạch chuyên đổi số", "Sữa đổi quy chế"), ["chuyên đổi số", "Sữa đổi"]),
        (says("Duy trì Công dịch vụ công"), ["Công dịch vụ công"]),
    ],
    "subtask_alone": [(context(heading("Phân cấp", task("Lập đề án"))), [""])],
    "task_nearly_twice": [
        (says(Long, "Kiểm tra công tác giải quyết hồ sơ tại cac xã"), [""]),
        (says(Long, "Kiểm tra tại các xã công tác giải quyết hồ sơ"), [""]),
    ],
    "task_twice": [(says(Long, Long.upper() + "."), [""])],
    "term_capitals": [
        (says("Thực hiện cải cách hành chính", "Công tác Cải cách hành chính"),
         ["Cải cách hành chính"]),
        (
            says("Trên Trang thông tin điện tử", "Trên Trang Thông tin điện tử"),
            ["Thông tin điện tử"],
        ),
    ],
    "text_not_nfc": [(says("Lập ke\u0302\u0301 hoạch"), ["e\u0302\u0301"])],
    "title_place": [
        (context(task(), title="NHIỆM VỤ NĂM 2024 CỦA HUYỆN THƯỢNG LÂM"), ["HUYỆN THƯỢNG LÂM"])
    ],
    "title_year": [(context(task(), title="NHIỆM VỤ NĂM 2023"), ["2023"])],
    "tone_places": [(says("Hệ thống hóa văn bản", "Uỷ quyền", "Số hóa"), ["Uỷ"])],
    "word_variants": [(says("Báo cáo hàng năm", "Rà soát hằng năm", "Kế hoạch hàng năm"),
                       ["hằng năm"])],
    "year_left_over": [
        (says("Kế hoạch cải cách hành chính năm 2023"), ["năm 2023"]),
        (context(task("Báo cáo kết quả cải cách hành chính năm 2023", deadline="Quý IV")),
         ["năm 2023"]),
    ],
}  # fmt: skip

PASSING = {
    "abbreviation_spellings": [
        says("Bộ chỉ số DDCI", "Bộ chỉ số DDCI"),
        says("Chỉ số PAPI và PCI"),
        says("Bộ chỉ số DDCI", "Báo cáo của Đội cứu cháy I (DCCI)"),
    ],
    "abbreviation_unexplained": [
        says("UBND huyện giải quyết TTHC theo QĐ-UBND", "Chỉ số PAR INDEX"),
        says("Nền tảng tích hợp dữ liệu (LGSP)", "Duy trì LGSP"),
        says("Ban Chỉ đạo (sau đây viết tắt là BCĐ)", "Họp BCĐ"),
        says("CẢI CÁCH HÀNH CHÍNH CÔNG", "Quý II, quý III"),
    ],
    "agency_capitals": [led("Phòng Nội vụ", "PHÒNG TƯ PHÁP"), led("Các phòng: Nội vụ, Tư pháp")],
    "agency_ended": [led("Phòng Nội vụ")],
    "agency_repeated": [led("Phòng Nội vụ; Phòng Tư pháp"), led("Phòng Nội vụ", "Phòng Nội vụ")],
    "agency_spellings": [
        context(
            task("A", lead="Phòng Nội vụ", cooperating="Các phòng: Nội vụ, Tư pháp"),
            task("B", lead="UBND xã Mây", cooperating="Ủy ban nhân dân xã Mây"),
        )
    ],
    "agency_unknown": [
        led("Các phòng, ban, ngành; UBND các xã, thị trấn", "Theo phân công tại Quyết định số 5"),
        led("Phòng Công Thương"),
    ],
    "annex_number": [context(task(), annex_number="IV"), context(task())],
    "bracket_unclosed": [
        says("a) Kiểm tra (nếu có)\nb) Lập “Sổ theo dõi”; 1) phần một"),
        says('Kế hoạch "Đo lường"', "Kế hoạch “Đo lường\" của xã"),
    ],
    "cell_list_numbering": [
        says("1. Lập kế hoạch\n2. Kiểm tra", "a) A\nb) B\nc) C\nd) D\nđ) Đ\ne) E"),
        says("1. Xã\na) Một\nb) Hai\n2. Huyện\na) Ba\nb) Bốn", "3. Một dòng"),
    ],
    "citation_capitals": [
        says(CITED, "Căn cứ điểm a khoản 2 Điều 103", "Rà soát quyết định của huyện"),
        says("Theo Luật này và Luật Đất đai", "Mời luật sư"),
    ],
    "citation_dates": [
        says(CITED, CITED),
        # A number starts anew each year.
        says("Quyết định số 12/QĐ-UBND ngày 15/7/2021", "Quyết định số 12/QĐ-UBND ngày 20/8/2022"),
    ],
    "citation_day_form": [says("Quyết định số 12/QĐ-UBND ngày 05/02/2021", CITED)],
    "citation_future": [says(CITED)],
    "citation_issuer": [
        says(CITED, "Nghị quyết số 1211/2016/UBTVQH13 của Ủy ban Thường vụ Quốc hội"),
        says("Quyết định số 468/QĐ-TTg của Thủ tướng Chính phủ"),
    ],
    "citation_malformed": [
        says(CITED, "Nghị quyết số 39-NQ/TW", "Công văn số 2775/SNV-CCHC&VTLT", "Số 04/NQ-CP"),
    ],
    "citation_number_word": [
        says(CITED), says("Nghị định 60/2021/NĐ-CP", "Nghị định 61/2021/NĐ-CP")
    ],
    "citation_type": [
        says(CITED, "Kết luận số 40-KL/TW", "Công văn số 627/UBND-NC", "Quy định số 37-QĐ/TW"),
        says("Thông báo số 16-TB/TW", "Luật số 77/2015/QH13", "Nghị quyết số 4/2023/NQ-HĐND"),
    ],
    "citation_year": [says(CITED)],
    "column_empty": [context(task("A"), task("B", lead="")), context()],
    "committee_capitals": [
        says("Báo cáo của Ủy ban nhân dân huyện", "ỦY BAN NHÂN DÂN HUYỆN", "Hội đồng nhân dân xã"),
    ],
    "content_missing": [context(task(more=[("Báo cáo", "Quý I")]))],
    "date_impossible": [
        says("Sơ kết ngày 29/02/2024", "Nghị quyết số 31/02/2024", "ngày 29 tháng 2"), due("30/6")
    ],
    "deadline_before_plan": [
        due("Quý I", "Trước 10/12 năm trước", issued_on=date(2024, 3, 15)), due("Tháng 01")
    ],
    "deadline_missing": [
        context(heading("Phân cấp", task("A"), task("B"))),
        context(task("A"), task("B", subtasks=[task("C", deadline="")])),
    ],
    "deadline_not_understood": [due("Quý II", "Thường xuyên", "Khi UBND tỉnh yêu cầu")],
    "deadline_year": [
        due("Trước 10/12 năm trước", "Trước ngày 31/01 năm liền kề", "Giai đoạn 2022-2026"),
        due("Đến hết năm 2025", "Quý II", "Trước 15/01/2025", "Thường xuyên"),
        context(task(product_words="Kế hoạch của huyện", deadline="Trước 15/12/2023")),
    ],
    "deliverable_incomplete": [context(task(more=[("Kế hoạch", "Quý I"), ("Báo cáo", "Quý IV")]))],
    "double_space": [says("Kế hoạch của huyện\nBáo cáo")],
    "group_leads_and_cooperates": [led("Phòng Nội vụ", "Các phòng, ban, ngành")],
    "heading_without_subtasks": [
        context(heading("Phân cấp", task("A"), task("B"))),
        # Cells merged over the sub-tasks stand in the heading row.
        context(task("A", subtasks=[heading("B"), heading("C")])),
    ],
    "lead_cooperates": [led("Phòng Nội vụ", "Các phòng, ban, ngành"), led("Phòng Nội vụ")],
    "lead_missing": [
        context(task("A", subtasks=[task("B", lead=""), task("C", lead="")])),
        context(heading("Phân cấp", task("A"), task("B"))),
    ],
    "markup_left_over": [says("Tỷ lệ < 5% và > 3%; R&D")],
    "milestone_order": [due("Tháng 01/2024; tháng 6/2024; tháng 8/2024", "Quý I; quý III")],
    "outdated_words": [says("Cung cấp dịch vụ công trực tuyến toàn trình")],
    "parent_date": [
        context(task(), number="9", issued_on=date(2023, 12, 28)),
        context(task(), number="9", issued_on=date(2024, 5, 2)),
    ],
    "parent_incomplete": [context(task()), context(task(), number="9", issued_on=date(2024, 1, 2))],
    "parent_issuer": [
        context(task(), issuer="UBND huyện Hạ Lâm"),
        context(task(), issuer="Chủ tịch Uỷ ban nhân dân huyện Hạ Lâm"),
        context(task()),
    ],
    "parent_left_over": [
        context(
            task(), number="9", issued_on=date(2023, 12, 29),
            previous=plan_of(year=2023, number="9", issued_on=date(2022, 12, 29)),
        )
    ],
    "parent_symbol": [
        context(task()), context(task(), type_name="Quyết định", symbol="QĐ-UBND")
    ],
    "parts_and_total": [
        says("Kiểm tra 11 đơn vị: 5 phòng, 6 xã", "Kiểm tra 12 đơn vị, trong đó 5 phòng và 6 xã"),
        says("Nâng cấp 03 xã: Mây, Suối, Đồi", "Từ 8 giờ: 2 buổi", "Quý 1: 5 lớp"),
        says("Giao 1.250 chỉ tiêu: 1.000 chỉ tiêu huyện, 250 chỉ tiêu xã"),
    ],
    "percent_over_100": [says("Đạt 100% hồ sơ", "Tăng 120% hồ sơ so với năm trước")],
    "place_capitals": [
        says("Trên địa bàn huyện Hạ Lâm", "Họp tại Phường Chiến Thắng", "Huyện Hạ Lâm họp")
    ],
    "product_missing": [context(task("A", subtasks=[task("B", product_words="")]))],
    "section_twice": [context(section(task("A")), section(task("B"), title="CÔNG VỤ"))],
    "section_without_tasks": [context(section(task()))],
    "sentence_capitals": [says("Kiểm tra v.v. và báo cáo. Kết luận", "100% hồ sơ", "“sổ” tay")],
    "space_after_sign": [
        says("Truy cập https://dichvucong.gov.vn, gửi a.b@c.vn", "Đạt 2,5% lúc 12:30"),
        says("Ký TM. HỘI ĐỒNG (nếu có); mức độ 3, 4"),
    ],
    "space_before_sign": [due("Quý I/2024"), says("Kế hoạch, báo cáo (nếu có)!", "và/hoặc …")],
    "special_place_capitals": [says("Tại Thủ đô Hà Nội, Thành phố Hồ Chí Minh")],
    "spelling_slips": [
        says("Chuyển đổi số", "Trung tâm Hành chính công, dịch vụ công ích", "Tinh giản biên chế")
    ],
    "subtask_alone": [context(heading("Phân cấp", task("A"), task("B")))],
    "task_nearly_twice": [
        says(Long, Long),
        says(Long + " quý I", Long + " quý II"),
        says("Rà soát văn bản", "Rà soát vắn bản"),
        says(Long, Long + " và thị trấn"),
    ],
    "task_twice": [
        context(heading("A", task("Báo cáo"), task("B")), heading("C", task("Báo cáo"), task("D"))),
    ],
    "term_capitals": [
        says("Công tác Cải cách hành chính", "Cải cách hành chính", "CẢI CÁCH HÀNH CHÍNH"),
        says("Công tác cải cách hành chính", "Kế hoạch. Cải cách hành chính"),
        says("Công tác cải cách hành chính", "Ban Chỉ đạo Cải cách hành chính huyện"),
        says("Trên Trang thông tin điện tử", "Mỗi xã có một trang thông tin điện tử"),
        says("Công tác cải cách hành chính", "Ban Chỉ đạo Cải cách hành chính huyện"),
        says("Trên Trang thông tin điện tử", "Mỗi xã có một trang thông tin điện tử"),
    ],
    "text_not_nfc": [says("Lập kế hoạch")],
    "title_place": [
        context(task(), title="NHIỆM VỤ NĂM 2024 CỦA HUYỆN HẠ LÂM"),
        context(task(), title="NHIỆM VỤ CỦA HUYỆN TRONG NĂM 2024"),
        context(task(), title="Nhiệm vụ trên địa bàn huyện năm 2024"),
    ],
    "title_year": [
        context(task(), title="NHIỆM VỤ GIAI ĐOẠN 2021-2025"),
        context(task(), title="NHIỆM VỤ"),
    ],
    "tone_places": [says("Hệ thống hóa", "Ủy quyền", "Quý I", "Khoản thu"), says("Hoá", "uỷ")],
    "word_variants": [says("Báo cáo hằng năm", "Rà soát Hằng năm"), says("Hàng năm", "hằng quý")],
    "year_left_over": [
        says(
            "Kế hoạch năm 2024",
            "Thực hiện giai đoạn 2021-2025",
            "Từ năm 2021 đến năm 2025",
            "Theo Nghị định số 29/2023/NĐ-CP ngày 03 tháng 6 năm 2023 của Chính phủ",
            "Theo Luật Đất đai năm 2023",
            "Khắc phục tồn tại, hạn chế năm 2023",
            "Duy trì tỷ lệ hồ sơ đúng hạn (năm 2023 đạt 98%)",
            "Duy trì tỷ lệ hồ sơ đúng hạn (năm 2023 đạt 98%)",
            "Xây dựng kế hoạch năm 2025",
        ),
    ],
}  # fmt: skip
