"""What documents from above ask, read from their outline."""

from dataclasses import replace

import pytest

from cchc_desktop.domain.annex_draft import AnnexDraft, DraftDeliverable, DraftSection, DraftTask
from cchc_desktop.domain.demand import DemandKind
from cchc_desktop.domain.demand_milestone import heading_milestone, own_milestones
from cchc_desktop.domain.demand_proposal import DemandProposal
from cchc_desktop.domain.demand_reading import read_demands
from cchc_desktop.domain.demand_words import asked_deadline, heading_agencies, lead_agencies
from cchc_desktop.domain.plan import TaskNumbering
from cchc_desktop.domain.plan_text import Passage, PassageKind, TextTable
from cchc_desktop.domain.problem import Place
from cchc_desktop.domain.rich_text import RichText
from tests.domain.outline_text import draft_of, outlined

TITLE = "Kế hoạch cải cách hành chính giai đoạn 2021 - 2030"
PLAN = """
I. QUAN ĐIỂM THỰC HIỆN
- Lấy người dân làm trung tâm của mọi hoạt động cải cách hành chính trên địa bàn tỉnh.
II. MỤC TIÊU, NHIỆM VỤ TRỌNG TÂM GIAI ĐOẠN 2021-2030
1. Cải cách thủ tục hành chính
1.1. Mục tiêu
Triển khai quyết liệt, đồng bộ các quy định thủ tục hành chính liên quan đến người dân.
a) Đến năm 2025:
- Tối thiểu 80% hồ sơ thủ tục hành chính được luân chuyển bằng phương thức điện tử.
- Mức độ hài lòng của người dân, doanh nghiệp đạt trên 90%.
b) Đến năm 2030: Mức độ hài lòng của người dân, doanh nghiệp đạt trên 95%.
1.2. Nhiệm vụ
a) Rà soát, đánh giá, đề xuất đơn giản hóa thủ tục hành chính:
- Chủ động rà soát thủ tục hành chính theo Quyết định số 468/QĐ-TTg ngày 27/3/2021.
b) Đổi mới việc kiểm tra thủ tục hành chính; tăng cường đối thoại với người dân.
III. KINH PHÍ THỰC HIỆN
1. Kinh phí thực hiện Kế hoạch này được bố trí từ nguồn ngân sách nhà nước hằng năm.
2. Ủy ban nhân dân các huyện bố trí kinh phí thực hiện Kế hoạch trong dự toán được giao.
IV. TỔ CHỨC THỰC HIỆN
1. Các sở, ban, ngành, UBND cấp huyện
- Định kỳ hằng quý, 6 tháng, hằng năm báo cáo Ủy ban nhân dân tỉnh tình hình thực hiện.
2. Sở Nội vụ
- Xây dựng kế hoạch tuyên truyền của tỉnh (hoàn thành trong tháng 02/2022) và báo cáo.
- Tham mưu tổ chức sơ kết việc thực hiện vào năm 2025 theo quy định hiện hành.
"""


def proposals(text: str = PLAN, title: str = TITLE) -> list[DemandProposal]:
    return list(read_demands(draft_of(text, title)))


def starting(words: str, found: list[DemandProposal]) -> DemandProposal:
    return next(item for item in found if item.text.text.startswith(words))


def test_targets_take_the_milestone_of_the_heading_above() -> None:
    found = proposals()

    first = starting("Tối thiểu 80%", found)
    assert (first.kind, first.milestone, first.place) == (DemandKind.TARGET, 2025, "II.1.1.a")


def test_sentence_in_the_heading_itself_is_a_target_without_its_year() -> None:
    found = proposals()

    last = next(item for item in found if item.text.text.endswith("trên 95%."))
    assert last.text.text == "Mức độ hài lòng của người dân, doanh nghiệp đạt trên 95%."
    assert (last.kind, last.milestone) == (DemandKind.TARGET, 2030)


def test_heading_that_only_leads_on_is_no_demand() -> None:
    assert not [item for item in proposals() if item.text.text.endswith(":")]


def test_tasks_take_the_last_year_of_the_period() -> None:
    task = starting("Chủ động rà soát", proposals())

    assert (task.kind, task.milestone, task.place) == (DemandKind.TASK, 2030, "II.1.2.a")


def test_standpoints_ask_nothing() -> None:
    assert not [item for item in proposals() if "trung tâm của mọi" in item.text.text]


def test_general_aim_and_the_source_of_money_are_shown_but_not_chosen() -> None:
    found = proposals()

    assert not starting("Triển khai quyết liệt", found).is_chosen
    assert not starting("Kinh phí thực hiện", found).is_chosen
    assert starting("Ủy ban nhân dân các huyện bố trí", found).is_chosen


def test_agency_is_that_of_the_heading_or_of_the_sentence() -> None:
    found = proposals()

    assert starting("Định kỳ hằng quý", found).agencies == "Các sở, ban, ngành, UBND cấp huyện"
    assert starting("Xây dựng kế hoạch", found).agencies == "Sở Nội vụ"
    assert starting("Ủy ban nhân dân các huyện", found).agencies == ("Ủy ban nhân dân các huyện")


def test_deadline_words_are_taken_out_and_give_the_milestone() -> None:
    task = starting("Xây dựng kế hoạch", proposals())

    assert task.deadline == "Hoàn thành trong tháng 02/2022"
    assert task.milestone == 2022


def test_rhythm_is_a_deadline() -> None:
    task = starting("Định kỳ hằng quý", proposals())

    assert task.deadline == "Định kỳ hằng quý, 6 tháng, hằng năm"


def test_year_that_the_sentence_names_wins_over_the_heading() -> None:
    assert starting("Tham mưu tổ chức sơ kết", proposals()).milestone == 2025


def test_target_for_two_years_becomes_two_demands() -> None:
    found = proposals(
        "I. MỤC TIÊU\n- Tỷ lệ hồ sơ trực tuyến đạt 70% đến năm 2025 và đạt 90% đến năm 2030.\n"
    )

    assert [item.milestone for item in found] == [2025, 2030]


def test_targets_listed_in_one_sentence_are_read_apart() -> None:
    found = proposals(
        "I. MỤC TIÊU\n1. Chỉ tiêu\n"
        "Phấn đấu đến năm 2025, chỉ số PAR INDEX trong nhóm khá; chỉ số hài lòng (SIPAS) đạt từ"
        " 90% trở lên; chỉ số PCI trong nhóm trung bình."
    )

    assert [item.text.text for item in found] == [
        "Phấn đấu đến năm 2025, chỉ số PAR INDEX trong nhóm khá",
        "Chỉ số hài lòng (SIPAS) đạt từ 90% trở lên",
        "Chỉ số PCI trong nhóm trung bình",
    ]
    assert {item.milestone for item in found} == {2025}


def test_sentence_broken_by_the_end_of_a_page_is_read_whole() -> None:
    found = proposals(
        "I. NHIỆM VỤ\n1. Chuẩn hóa quy trình nghiệp vụ xử lý hồ sơ; trao\n"
        "đổi văn bản trên môi trường mạng để rút ngắn thời gian.\n"
    )

    (item,) = found
    assert item.text.text == (
        "Chuẩn hóa quy trình nghiệp vụ xử lý hồ sơ; trao đổi văn bản trên môi trường mạng"
        " để rút ngắn thời gian."
    )


def test_document_for_one_year_asks_for_that_year() -> None:
    found = proposals("I. NHIỆM VỤ\n1. Rà soát các văn bản quy phạm pháp luật.\n", "năm 2024")

    assert [item.milestone for item in found] == [2024]


def test_closing_words_are_not_chosen() -> None:
    found = proposals(
        "I. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ theo dõi, đôn đốc việc thực hiện Kế hoạch này.\n"
        "Trong quá trình thực hiện, nếu có vướng mắc thì báo cáo để được giải quyết."
    )

    assert [item.is_chosen for item in found] == [True, False]


def test_targets_in_a_table_are_read_row_by_row() -> None:
    part = outlined("I. CHỈ TIÊU\n", "giai đoạn 2021 - 2025")
    cells = (
        ("STT", "Chỉ tiêu", "Kết quả giai đoạn 2016-2020", "Chỉ tiêu phấn đấu đến năm 2025"),
        ("I", "CHỈ TIÊU CHUNG", "", ""),
        ("1", "Chỉ số SIPAS", "Năm 2019 đạt 89%", "Đạt 90% trở lên"),
        ("2", "100% xã được công bố Chỉ số", "100%", "100%"),
    )
    table = TextTable(tuple(tuple(RichText.plain(cell) for cell in row) for row in cells))
    passages = (*part.passages, Passage(PassageKind.TABLE, level=1, table=table))
    draft = draft_of("", "giai đoạn 2021 - 2025")
    draft = replace(draft, text=replace(draft.text, parts=(replace(part, passages=passages),)))

    found = read_demands(draft)

    assert [(item.place, item.text.text, item.milestone) for item in found] == [
        ("I.1", "Chỉ số SIPAS: Đạt 90% trở lên", 2025),
        ("I.2", "100% xã được công bố Chỉ số", 2025),
    ]


def test_tasks_of_the_annex_come_with_their_deadline_and_lead() -> None:
    nowhere = Place("", "")
    deliverable = DraftDeliverable(
        RichText.plain("Kế hoạch"), RichText.plain("Quý I/2022"), nowhere
    )
    task = DraftTask(
        "1", RichText.plain("Ban hành kế hoạch tuyên truyền"), nowhere, (deliverable,),
        lead=RichText.plain("Sở Nội vụ"),
    )  # fmt: skip
    section = DraftSection("II", RichText.plain("TUYÊN TRUYỀN"), nowhere, (task,))
    annex = AnnexDraft("", "", "", TaskNumbering.PER_SECTION, (section,), (), ())

    found = read_demands(replace(draft_of("", TITLE), annex=annex))

    assert [(i.place, i.deadline, i.milestone, i.agencies) for i in found] == [
        ("Phụ lục II.1", "Quý I/2022", 2022, "Sở Nội vụ")
    ]


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("Đến năm 2025:", 2025),
        ("Đến hết năm 2030: Hoàn thiện hệ thống", 2030),
        ("Mục tiêu cụ thể đến năm 2025", 2025),
        ("Nhiệm vụ giai đoạn 2026 - 2030", 2030),
        ("Cải cách thể chế", None),
        ("Thực hiện Chương trình tổng thể đến năm 2030", None),
    ],
)
def test_milestone_of_a_heading(words: str, year: int | None) -> None:
    assert heading_milestone(words) == year


@pytest.mark.parametrize(
    "words",
    [
        "Thực hiện Chương trình chuyển đổi số quốc gia đến năm 2025, định hướng đến năm 2030.",
        "Thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021 về giai đoạn 2021-2030.",
        "Thực hiện Nghị quyết 05-NQ/TU ngày 28/9/2021 về cải cách hành chính đến năm 2025.",
        "Giảm 10% biên chế so với năm 2021.",
    ],
)
def test_years_of_other_documents_and_of_comparisons_are_no_milestones(words: str) -> None:
    assert own_milestones(words) == ()


@pytest.mark.parametrize(
    ("words", "deadline"),
    [
        ("Ban hành kế hoạch trước ngày 30/6/2022.", "Trước ngày 30/6/2022"),
        ("Báo cáo kết quả trong quý I/2022; đôn đốc.", "Trong quý I/2022"),
        ("Hàng năm tổ chức bồi dưỡng công chức.", "Hàng năm"),
        ("Thực hiện Quyết định số 468/QĐ-TTg ngày 27/3/2021.", ""),
        ("Rà soát các nội dung đã nêu trong 12/2020/TT-BNV.", ""),
        ("Giảm thời gian chờ xuống 15 phút/01 lượt giao dịch.", ""),
    ],
)
def test_deadline_is_a_day_or_a_rhythm_and_nothing_else(words: str, deadline: str) -> None:
    assert asked_deadline(words) == deadline


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("Sở Nội vụ", "Sở Nội vụ"),
        ("Giao Ban cán sự đảng Ủy ban nhân dân tỉnh:", "Ban cán sự đảng Ủy ban nhân dân tỉnh"),
        ("Báo cáo tiến độ triển khai", ""),
        ("Ban hành văn bản hướng dẫn", ""),
        ("Phòng, chống tham nhũng", ""),
    ],
)
def test_agency_of_a_heading(words: str, who: str) -> None:
    assert heading_agencies(words) == who


def test_lead_is_named_before_its_verb() -> None:
    assert lead_agencies("Giao Sở Tư pháp chủ trì, phối hợp với các sở.") == "Sở Tư pháp"
    assert lead_agencies("Tăng cường vai trò của cơ quan chủ trì.") == ""
