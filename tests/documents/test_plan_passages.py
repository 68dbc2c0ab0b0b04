import pytest

from cchc_desktop.documents.blocks import Align, BodyText, Table
from cchc_desktop.documents.plan_passages import closed_once, passage_blocks
from cchc_desktop.domain.plan_text_numbering import numbered
from tests.documents.plan_texts import (
    ARTICLE,
    BASIS,
    DASH,
    ITEM,
    PART,
    POINT,
    SUBITEM,
    TEXT,
    passage,
    table,
)

_LONG = "Tiếp tục đẩy mạnh cải cách hành chính nhà nước " * 5


@pytest.fixture
def printed(form):
    def blocks(*passages):
        return list(passage_blocks(numbered(passages), form("plan"), 165.0))

    return blocks


def _runs(block):
    return [(run.text.replace("\xa0", "_"), run.bold, run.italic) for run in block.text.runs]


def test_a_part_is_in_bold_capitals_up_to_its_colon(printed):
    first, second, _ = printed(
        passage(PART, "Mục đích, yêu cầu:"),
        passage(PART, "Kinh phí: Từ ngân sách huyện."),
        passage(TEXT, "Lời", level=1),
    )

    assert _runs(first) == [("I._MỤC ĐÍCH, YÊU CẦU:", True, False)]
    assert _runs(second) == [("II._KINH PHÍ:", True, False), (" Từ ngân sách huyện.", False, False)]


@pytest.mark.parametrize("kind", [ITEM, SUBITEM])
def test_an_item_that_heads_others_is_bold_and_any_other_is_not(printed, kind):
    heading, _, alone = printed(
        passage(kind, "Thể chế"), passage(DASH, "Rà soát"), passage(kind, "Một việc")
    )

    assert _runs(heading) == [("1._Thể chế", True, False)]
    assert _runs(alone) == [("2._Một việc", False, False)]
    assert (heading.outline, heading.keeps_next) == (kind.rank, True)
    assert (alone.outline, alone.keeps_next) == (0, False)


def test_an_item_is_bold_to_the_colon_that_a_sentence_follows(printed):
    heading, _ = printed(passage(ITEM, "Phòng Nội vụ: Chủ trì"), passage(POINT, "Tham mưu"))

    assert _runs(heading) == [("1._Phòng Nội vụ:", True, False), (" Chủ trì", False, False)]


@pytest.mark.parametrize("words", [_LONG, f"{_LONG[:90]}: Đầu tư, đất đai"])
def test_a_long_sentence_that_heads_others_stays_plain_but_with_them(printed, words):
    heading, _ = printed(passage(ITEM, words), passage(DASH, "Rà soát"))

    assert not any(run.bold for run in heading.text.runs)
    assert (heading.outline, heading.keeps_next) == (0, True)


def test_what_the_officer_styled_stays_as_he_styled_it(printed):
    heading, dash = printed(
        passage(ITEM, "Các <i>chỉ số</i> chính"), passage(DASH, "<b>Rà soát</b> văn bản")
    )

    assert _runs(heading) == [
        ("1._Các ", False, False), ("chỉ số", False, True), (" chính", False, False)
    ]  # fmt: skip
    assert _runs(dash) == [
        ("-_", False, False),
        ("Rà soát", True, False),
        (" văn bản", False, False),
    ]


def test_the_number_of_a_heading_has_the_heading_s_own_style(printed):
    (heading,) = printed(passage(SUBITEM, "<b><i>Mục tiêu</i></b>", own="2.1"))

    assert _runs(heading) == [("2.1_Mục tiêu", True, True)]


def test_of_an_article_only_the_number_is_bold(printed):
    (article,) = printed(passage(ARTICLE, "Ban hành kèm theo Quyết định này."))

    assert _runs(article) == [
        ("Điều 1._", True, False),
        ("Ban hành kèm theo Quyết định này.", False, False),
    ]


def test_grounds_are_in_italics_and_the_last_ends_with_a_full_stop(printed):
    first, second, _ = printed(
        passage(BASIS, "Căn cứ A"), passage(BASIS, "Căn cứ B;"), passage(TEXT, "x")
    )

    assert _runs(first) == [("Căn cứ A;", False, True)]
    assert _runs(second) == [("Căn cứ B.", False, True)]


def test_a_number_of_its_own_is_printed_as_written_and_counted_on(printed):
    blocks = printed(passage(DASH, "a"), passage(ITEM, "b", own="3."), passage(ITEM, "c"))

    assert [block.text.text.split("\xa0")[0] for block in blocks] == ["-", "3.", "4."]


def test_what_ends_with_a_colon_stays_with_what_follows(printed):
    opening, last = printed(passage(TEXT, "cụ thể như sau:"), passage(DASH, "hết:"))

    assert opening.keeps_next
    assert not last.keeps_next


def test_a_table_fills_the_width_and_its_columns_follow_their_words(printed):
    (made,) = printed(
        table(
            ("STT", "Chỉ tiêu", "Năm 2027"),
            ("1", "Tỷ lệ hồ sơ giải quyết đúng hạn của các cơ quan chuyên môn", "95%"),
        )
    )

    assert isinstance(made, Table)
    assert sum(column.width_mm for column in made.columns) == pytest.approx(165)
    number, words, target = made.columns
    assert words.width_mm > target.width_mm > number.width_mm
    assert [column.align for column in made.columns] == [Align.CENTER, Align.LEFT, Align.CENTER]


def test_a_table_keeps_all_its_heading_rows_or_none(printed):
    two, none = printed(
        table(("Chỉ tiêu", "Năm"), ("", "2027"), ("x", "1"), header_rows=2),
        table(("x", "1"), ("y", "2"), header_rows=0),
    )

    assert two.headings == (("Chỉ tiêu", "Năm"), ("", "2027"))
    assert len(two.rows) == 1
    assert none.headings == ()
    assert len(none.rows) == 2


def test_an_empty_table_and_an_empty_passage_print_nothing(printed):
    assert printed(table(), passage(TEXT, "")) == []


def test_the_closing_mark_stands_once_even_before_a_last_remark(form):
    plan_form = form("plan")
    passages = numbered([passage(TEXT, "Hết./."), passage(TEXT, "(Kèm theo Phụ lục)")])

    remarked = closed_once(passage_blocks(passages, plan_form, 165.0), plan_form)
    plain = closed_once(passage_blocks(passages[1:], plan_form, 165.0), plan_form)

    assert [b.text.text for b in remarked if isinstance(b, BodyText)] == [
        "Hết./.",
        "(Kèm theo Phụ lục)",
    ]
    assert plain[-1].text.text == "(Kèm theo Phụ lục)./."
