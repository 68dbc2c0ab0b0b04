"""The checks read text and annex as one paper: order, silence on a clean plan, odd texts."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc_desktop.domain.checks.outline import node_name, outline, part_name
from cchc_desktop.domain.checks.places import FindingPlaces
from cchc_desktop.domain.checks.registry import all_checks, run_checks
from cchc_desktop.domain.office import Signer, SigningAuthority
from cchc_desktop.domain.plan_text import (
    Passage,
    PassageId,
    PassageKind,
    PlanText,
    TextPart,
    TextPartId,
    TextPartKind,
    TextTable,
)
from cchc_desktop.domain.plan_text_numbering import numbered
from cchc_desktop.domain.report_text import LiveText
from tests.domain.checks.plans import plan_of, section, task, words_of
from tests.domain.checks.test_checks import ODD
from tests.domain.checks.text_plans import (
    OPENING,
    annex,
    decision,
    live,
    paper,
    part,
    table,
)

CHECKS = {check.code: check for check in all_checks()}
FIELDS = ("CẢI CÁCH THỂ CHẾ", "CẢI CÁCH THỦ TỤC HÀNH CHÍNH", "CẢI CÁCH TÀI CHÍNH CÔNG")
CLEAN = (
    ("Thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ ban hành Chương trình tổng thể "
    "cải cách hành chính nhà nước giai đoạn 2021 - 2030, Ủy ban nhân dân huyện Hạ Lâm ban hành Kế "
    "hoạch cải cách hành chính năm 2024 như sau:"),
    "I. MỤC TIÊU",
    "1. Hoàn thành 100% nhiệm vụ đúng hạn.",
    "2. Tỷ lệ hồ sơ được giải quyết đúng hạn và trước hạn đạt từ 98% trở lên.",
    "II. NHIỆM VỤ TRỌNG TÂM",
    "1. Cải cách thể chế",
    "- Rà soát, hệ thống hóa văn bản quy phạm pháp luật;",
    "- Kiểm tra việc thi hành Nghị quyết số 76/NQ-CP.",
    "2. Cải cách thủ tục hành chính",
    "- Công khai thủ tục hành chính (TTHC) trên “Cổng dịch vụ công”.",
    "3. Cải cách tài chính công",
    "Thực hiện cơ chế tự chủ theo quy định; nhiệm vụ cụ thể tại Phụ lục kèm theo.",
    "III. TỔ CHỨC THỰC HIỆN",
    "1. Phòng Nội vụ",
    "a) Chủ trì, theo dõi, đôn đốc.",
    "b) Báo cáo Ủy ban nhân dân huyện trước ngày 15/12/2024.",
    "2. Phòng Tư pháp: chủ trì cải cách thể chế.",
    "3. Phòng Tài chính - Kế hoạch: bố trí kinh phí thực hiện.",
    ("^Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các cơ quan báo cáo Ủy ban nhân dân "
    "huyện (qua Phòng Nội vụ) xem xét, quyết định./."),
)  # fmt: skip


def clean_plan():
    return plan_of(
        *(
            section(
                task(f"Lập kế hoạch công việc {number}", "Kế hoạch", "Quý I/2024", lead=lead),
                title=title,
            )
            for number, (title, lead) in enumerate(
                zip(
                    FIELDS,
                    ("Phòng Tư pháp", "Phòng Nội vụ", "Phòng Tài chính - Kế hoạch"),
                    strict=True,
                ),
                1,
            )
        ),
        number="395",
        issued_on=date(2023, 12, 8),
        issuer="Ủy ban nhân dân huyện Hạ Lâm",
        title="NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2024",
    )


def test_a_clean_plan_with_its_text_is_passed_over_by_all():
    plan = paper(
        part(*CLEAN, title="Cải cách hành chính năm 2024 của huyện Hạ Lâm"),
        annex(
            table(
                ("STT", "Chỉ tiêu", "Chỉ tiêu phấn đấu năm 2024"),
                ("I", "Chỉ đạo", ""),
                ("1", "Trên 30% cơ quan được kiểm tra", "Trên 30%"),
                ("2", "Hồ sơ đúng hạn", "98%"),
            ),
            title="CHỈ TIÊU NĂM 2024\n(Kèm theo Kế hoạch số 395/KH-UBND ngày 08/12/2023 của Ủy ban "
            "nhân dân huyện Hạ Lâm)",
        ),
        plan=clean_plan(),
        recipients=("Ủy ban nhân dân tỉnh Vĩnh Xuân", "Các phòng, ban, ngành", "Lưu: VT, NV."),
    )

    assert run_checks(plan) == ()


def test_words_are_read_wherever_they_stand_in_printed_order():
    slip = "Đẩy mạnh chuyên đổi số"
    plan = paper(
        decision(f"Điều 1. {slip}."),
        part(f"1. {slip}.", f"2. {slip}.", title=slip),
        annex(table(("Nội dung",), (slip,)), title=slip),
        plan=plan_of(task(slip)),
        recipients=("Công TTĐT huyện",),
    )

    found = list(CHECKS["spelling_slips"].run(plan))
    places = FindingPlaces(plan)
    ordered = [f for f in run_checks(plan) if f.code == "spelling_slips"]

    names = [
        (places.text_name(f.place) or places.row_name(f.place), f.place.field) for f in ordered
    ]
    assert names == [
        ("Quyết định, Điều 1", None),
        ("Phần lời", "text_title"),
        ("Phần lời, 1", None),
        ("Phần lời, 2", None),
        ("", "recipients"),
        ("I.1", "content"),
        (f"Phụ lục “{slip}”", "text_title"),
        (f"Phụ lục “{slip}”, bảng 1, dòng 2", None),
    ]
    assert all(words_of(f, plan) for f in found)
    assert all(words_of(f, plan) in places.words(f.place) for f in found)


def test_an_annex_that_bears_a_later_number_is_printed_after_the_others():
    texts = (annex("1. Ghi chú một.", title="A"), annex("1. Ghi chú hai.", title="B"))
    first = paper(*texts, plan=plan_of(task("Việc"), annex_number="I"))
    second = paper(*texts, plan=plan_of(task("Việc"), annex_number="II"))

    assert [cell.text for cell in first.cells if cell.row is None or cell.field == "content"] == [
        "NHIỆM VỤ NĂM 2024", "CẢI CÁCH THỂ CHẾ", "Việc", "A", "Ghi chú một.", "B", "Ghi chú hai.",
    ]  # fmt: skip
    assert [cell.text for cell in second.cells][:2] == ["A", "Ghi chú một."]


def test_an_explanation_in_the_text_holds_for_the_annex():
    plan = paper("1. Nền tảng tích hợp (LGSP).", plan=plan_of(task("Duy trì LGSP")))

    assert list(CHECKS["abbreviation_unexplained"].run(plan)) == []


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (("I. A", "1. B", "a) C", "- D", "+ E"),
         ["I", "I.1", "I.1.a)", "I.1.a), gạch đầu dòng thứ 1", "I.1.a), dấu cộng thứ 1"]),
        (("I. A", "1. B", "1.1. C", "1.1.1. D", "a) E"),
         ["I", "I.1", "I.1.1", "I.1.1.1", "I.1.1.1.a)"]),
        (("Căn cứ Luật A", "Mở đầu.", "I. A", "Lời.", "Nữa."),
         ["căn cứ thứ 1", "mở đầu, đoạn 1", "I", "I, đoạn 1", "I, đoạn 2"]),
        (("Điều 1. A", "Điều 2. B", "1. C"), ["Điều 1", "Điều 2", "Điều 2.1"]),
    ],
)  # fmt: skip
def test_passages_are_called_by_their_numbers(lines, names):
    assert [node_name(node) for node in outline(part(*lines)).nodes] == names


def test_parts_are_called_as_on_paper():
    assert part_name(decision("A")) == "Quyết định"
    assert part_name(part("A")) == "Phần lời"
    assert part_name(annex(title="Phụ lục II\nCHỈ TIÊU")) == "Phụ lục II"
    assert part_name(annex(title="Phụ lục")) == "Phụ lục"
    assert part_name(annex(title="CHỈ TIÊU")) == "Phụ lục “CHỈ TIÊU”"
    assert part_name(annex(title="")) == "Phụ lục khác"


def test_equal_words_in_two_passages_have_the_same_fingerprint_and_two_places():
    found = list(
        CHECKS["space_before_sign"].run(paper("1. Lập sổ , báo cáo.", "2. Lập sổ , báo cáo."))
    )

    assert len({f.fingerprint for f in found}) == 1
    assert len({f.place for f in found}) == 2


def test_the_same_cell_words_in_two_rows_of_a_table_have_two_fingerprints():
    rows = table(("Nội dung",), ("Lập sổ , báo cáo",), ("Lập sổ , báo cáo",))
    found = list(CHECKS["space_before_sign"].run(paper(annex(rows))))

    assert len({f.fingerprint for f in found}) == 2


def test_a_paper_of_the_party_keeps_its_own_form():
    text = part("I- TÌNH HÌNH", "Học tập Nghị quyết số 18-NQ/TW.", "1. Kết luận.", "2. Phổ biến.")
    own = replace(text.passages[0], kind=PassageKind.PART, own_number="I-")
    text = replace(text, passages=numbered((own, *text.passages[1:])))

    codes = {f.code for f in run_checks(paper(text))}

    assert not codes & {"closing_mark_missing", "first_citation_incomplete", "signing_form"}


NUMBERS = ["", "3.", "I-", "2.1", "(1)", "x", "Điều 9", "đ)", "IV.", "99999999", "١٢.", "²."]
PIECES = st.sampled_from([
    *ODD, OPENING, "./.", "80% hồ sơ cấp huyện được xử lý trên môi trường mạng", "3/4 việc (70%)",
    "(Kèm theo Kế hoạch số 1/KH-UBND ngày 99/99/2023 của UBND xã)", "TỔ CHỨC THỰC HIỆN:",
    "NHIỆM VỤ", "Phòng Nội vụ:", "phòng Tư pháp", "Nghị định số 1/2020/NĐ-CP", "[…]", "1/0 = 5%",
    "trước ngày 31/02/2023", "phụ lục", "²/² 5%", "trên ² trở lên", "Căn cứ Luật", "và", ",",
])  # fmt: skip
WORDS = st.lists(PIECES, max_size=4).map(" ".join)
TABLES = st.lists(st.lists(WORDS, min_size=2, max_size=2), min_size=1, max_size=3).map(
    lambda rows: TextTable(tuple(tuple(live(cell).words for cell in row) for row in rows))
)


@st.composite
def odd_parts(draw):
    made = []
    for _ in range(draw(st.integers(0, 8))):
        kind = draw(st.sampled_from(PassageKind))
        words = draw(WORDS)
        made.append(
            Passage(
                kind,
                LiveText() if kind is PassageKind.TABLE else live(words),
                kind.rank or draw(st.integers(0, 7)),
                draw(st.sampled_from(NUMBERS)) if kind.rank else "",
                table=draw(TABLES) if kind is PassageKind.TABLE else None,
            )
        )
    kind = draw(st.sampled_from(TextPartKind))
    return TextPart(kind, live(draw(WORDS)), numbered(made))


def with_ids(parts):
    next_id = 0
    for number, made in enumerate(parts, 1):
        passages = []
        for passage in made.passages:
            next_id += 1
            passages.append(replace(passage, id=PassageId(next_id)))
        yield replace(made, passages=tuple(passages), id=TextPartId(number))


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(odd_parts(), max_size=3),
    st.lists(WORDS.filter(bool), max_size=3),
    st.builds(Signer, st.sampled_from(SigningAuthority), WORDS, WORDS, WORDS, WORDS),
)
def test_no_text_makes_a_check_fail_and_every_place_exists(parts, recipients, signer):
    plan = paper(
        recipients=tuple(recipients), signer=signer, plan=plan_of(task("Duy trì LGSP , hồ sơ"))
    )
    plan = replace(
        plan, text=PlanText(tuple(with_ids(parts))), previous_text=PlanText(tuple(parts))
    )
    known = {passage.id for _, passage in plan.text.passages()}
    titles = {made.id for made in plan.text.parts}

    for finding in run_checks(plan):
        place = finding.place
        assert place.passage is None or place.passage in known
        assert place.part is None or place.part in titles
        assert finding.fingerprint
        if place.span:
            start, end = place.span
            assert 0 <= start < end
            assert len(words_of(finding, plan)) == end - start
            assert finding.params["words"]
