"""Outlines printed as text and read back are the same; odd numbers are kept as written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.plan_text import Passage, PassageKind
from cchc_desktop.domain.plan_text_numbering import numbered
from cchc_desktop.domain.report_text import LiveText
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.importers.document import read_document, read_pasted_passages

HEAD = "KẾ HOẠCH\nCải cách hành chính năm 2025\n\n"
WORDS = st.lists(
    st.sampled_from(
        [
            "rà",
            "soát",
            "báo",
            "cáo",
            "huyện",
            "xã",
            "năm",
            "2025",
            "quý",
            "100%",
            "(TTHC)",
            "và",
            "phối",
            "hợp",
        ]
    ),
    min_size=1,
    max_size=12,
).map(lambda words: "Thực hiện " + " ".join(words))
NEEDS = {PassageKind.SUBITEM: PassageKind.ITEM, PassageKind.MINOR: PassageKind.SUBITEM}
HEADINGS = [k for k in PassageKind if k.rank and k is not PassageKind.ARTICLE]


def plain(words):
    return LiveText(RichText.plain(words))


@st.composite
def outlines(draw):
    """Passages in an order that a text can show: no 1.1 without 1., texts under what they are."""
    passages = [Passage(PassageKind.PART, plain(draw(WORDS)), 1)]
    opened = [1]
    for _ in range(draw(st.integers(0, 25))):
        kinds = [k for k in HEADINGS if k not in NEEDS or NEEDS[k].rank in opened]
        kind = draw(st.sampled_from([*kinds, PassageKind.TEXT]))
        words = draw(WORDS) + draw(st.sampled_from([".", ";", ":"]))
        if kind is PassageKind.TEXT:
            announces = passages_heading(passages).text.text.endswith(":")
            level = opened[-1] if announces else max(r for r in opened if r <= 5)
            passages.append(Passage(kind, plain(words), level))
            continue
        opened = [*(rank for rank in opened if rank < kind.rank), kind.rank]
        passages.append(Passage(kind, plain(words), kind.rank))
    return numbered(passages)


def passages_heading(passages):
    return next(p for p in reversed(passages) if p.is_heading)


@pytest.fixture(scope="session")
def read(tmp_path_factory, headings):
    path = tmp_path_factory.mktemp("outline") / "a.txt"

    def from_text(text, **choices):
        path.write_text(text, encoding="utf-8")
        return read_document(path, headings, **choices)

    return from_text


def body(read, text):
    return read(HEAD + text).text.body.passages


@given(outline=outlines(), gap=st.sampled_from(["\n", "\n\n"]))
def test_a_printed_outline_is_read_back_as_it_was(read, outline, gap):
    text = gap.join(passage.printed for passage in outline)
    assert body(read, text) == outline


@pytest.mark.parametrize(
    ("line", "kind", "number"),
    [
        ("I. MỤC TIÊU", PassageKind.PART, "I."),
        ("I- MỤC TIÊU", PassageKind.PART, "I-"),
        ("I – MỤC TIÊU", PassageKind.PART, "I–"),
        ("A. PHẦN CHUNG", PassageKind.PART, "A."),
        ("3. Nội dung", PassageKind.ITEM, "3."),
        ("3/ Nội dung", PassageKind.ITEM, "3/"),
        ("3.Nội dung", PassageKind.ITEM, "3."),
        ("2.1 Nhiệm vụ", PassageKind.SUBITEM, "2.1"),
        ("2.1. 100% hồ sơ", PassageKind.SUBITEM, "2.1."),
        ("1.2.3. Nội dung", PassageKind.MINOR, "1.2.3."),
        ("đ) Nội dung", PassageKind.POINT, "đ)"),
        ("– Nội dung", PassageKind.DASH, "–"),
        ("-Nội dung", PassageKind.DASH, "-"),
        ("+ Nội dung", PassageKind.PLUS, "+"),
        ("• Nội dung", PassageKind.DASH, "•"),
        ("Điều 5. Nội dung", PassageKind.ARTICLE, "Điều 5."),
    ],
)
def test_every_way_of_numbering_is_known(read, line, kind, number):
    first = body(read, line)[0]
    assert (first.kind, first.number) == (kind, number)


@pytest.mark.parametrize(
    "line",
    [
        "2.5 tỷ đồng được phân bổ.",
        "30/11/2024 là hạn cuối.",
        "100% hồ sơ đúng hạn.",
        "10.000 hộ được hỗ trợ.",
        "2021 - 2025 là giai đoạn đầu.",
        "V/v đẩy mạnh cải cách hành chính",
        "Căn cứ kế hoạch này, các xã xây dựng kế hoạch. Báo cáo định kỳ.",
        "3/4 số xã đã hoàn thành.",
    ],
)
def test_a_sentence_that_begins_with_a_figure_is_text(read, line):
    assert [p.kind for p in body(read, f"I. MỤC TIÊU\n\n{line}")][1] is PassageKind.TEXT


def test_a_list_that_begins_at_three_keeps_its_number(read):
    passages = body(read, "I. MỤC TIÊU\n3. Một\n4. Hai\n6. Ba")
    assert [p.number for p in passages] == ["I.", "3.", "4.", "6."]
    assert [p.own_number for p in passages] == ["", "3.", "", "6."]


def test_numbers_in_round_brackets_stay_below_the_heading_above(read):
    passages = body(read, "I. A\n1. Mục tiêu:\n(1) Một.\n(2) Hai.\n- Ba.\n2. Bốn.")
    assert [p.kind.rank for p in passages] == [1, 2, 5, 5, 6, 2]


def test_a_paragraph_cut_by_a_page_is_joined_and_said(read):
    draft = read(HEAD + "I. A\n- Nâng cao chất lượng cơ\n\nsở ở các xã.")
    assert draft.text.body.passages[1].text.text == "Nâng cao chất lượng cơ sở ở các xã."
    assert "document_paragraph_joined" in [p.code for p in draft.problems]


def test_the_closing_paragraph_belongs_to_the_paper_itself(read):
    passages = body(read, "I. A\n1. Một.\nTrên đây là kế hoạch./.\n(Kèm theo phụ lục)")
    assert [(p.kind, p.level) for p in passages[2:]] == [(PassageKind.TEXT, 0)] * 2


def test_style_marks_are_styles_and_not_words(read):
    text = "## **I. MỤC TIÊU**\n- Có *một phần* và **hai** phần (*) rõ.\n* Ghi chú: không."
    passages = body(read, text)
    assert passages[0].text.markup == "MỤC TIÊU"
    assert passages[1].text.markup == "Có <i>một phần</i> và <b>hai</b> phần (*) rõ."
    assert passages[2].own_number == "*"


def test_five_thousand_paragraphs_are_all_read(read):
    lines = [f"{n}. Nội dung của mục số {n} cần thực hiện trong năm." for n in range(1, 5001)]
    assert len(body(read, "I. A\n" + "\n".join(lines))) == 5001


def test_pasted_text_keeps_its_outline_but_not_the_count():
    passages = read_pasted_passages("3. Một\n4. Hai\n- Ba\nĐoạn văn.", None)
    assert [(p.kind, p.number) for p in passages] == [
        (PassageKind.ITEM, "1."),
        (PassageKind.ITEM, "2."),
        (PassageKind.DASH, "-"),
        (PassageKind.TEXT, ""),
    ]


def test_paste_from_word_keeps_numbers_bold_and_italic():
    html = (
        "<html><body><!--StartFragment-->"
        "<p class=MsoNormal><b>1. Cải cách <i>thể chế</i></b></p>"
        "<p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>-"
        "<span>&nbsp;&nbsp; </span></span><![endif]>Rà soát\nvăn bản.</p>"
        "<!-- ghi chú --><ol start=2><li>Hai</li><li>Ba</li></ol>"
        "<table><tr><td>Chỉ số</td><td>Mức</td></tr><tr><td>SIPAS</td><td>90%</td></tr></table>"
        "<!--EndFragment--></body></html>"
    )
    passages = read_pasted_passages("", html)
    assert [(p.kind, p.text.markup) for p in passages[:4]] == [
        (PassageKind.ITEM, "<b>Cải cách </b><b><i>thể chế</i></b>"),
        (PassageKind.DASH, "Rà soát văn bản."),
        (PassageKind.ITEM, "Hai"),
        (PassageKind.ITEM, "Ba"),
    ]
    assert [[c.text for c in row] for row in passages[4].table.rows] == [
        ["Chỉ số", "Mức"],
        ["SIPAS", "90%"],
    ]
