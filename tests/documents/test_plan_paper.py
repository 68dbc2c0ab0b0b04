import re
from collections import Counter
from dataclasses import replace
from datetime import date

import docx
import pdfplumber
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings

from cchc_desktop.documents.blocks import (
    BodyText,
    Heading,
    Letterhead,
    OfficialHead,
    Paragraph,
    SignatureBlock,
    Title,
)
from cchc_desktop.documents.plan_paper import (
    PlanPaper,
    PlanPaperOptions,
    compose_plan_paper,
)
from cchc_desktop.domain.office import Signer, SigningAuthority
from cchc_desktop.domain.plan import ParentDocument, PlanId
from cchc_desktop.domain.plan_text import PlanDocument, PlanText, TextPartKind
from tests.documents.plan_texts import (
    ARTICLE,
    BASIS,
    DASH,
    ITEM,
    PART,
    TEXT,
    part,
    passage,
    random_passages,
    squeezed,
    table,
    words_of,
)

_SENTENCE = (
    "Nâng cao trách nhiệm của người đứng đầu trong chỉ đạo, điều hành, kiểm tra "
    "và báo cáo kết quả. "
)
_BODY = part(
    passage(TEXT, "Ủy ban nhân dân huyện ban hành Kế hoạch, cụ thể như sau:"),
    passage(PART, "Mục tiêu"),
    passage(DASH, "Một mục tiêu"),
    passage(PART, "Nhiệm vụ"),
    *(x for n in range(9) for x in (
        passage(ITEM, f"Lĩnh vực thứ {n}"),
        *(passage(DASH, _SENTENCE * (1 + (n * 7 + i) % 5)) for i in range(5)),
    )),
)  # fmt: skip
_DECISION = part(
    passage(BASIS, "Căn cứ Luật Tổ chức chính quyền địa phương"),
    passage(BASIS, "Theo đề nghị của Trưởng phòng Phòng Nội vụ"),
    passage(ARTICLE, "Ban hành kèm theo Quyết định này Kế hoạch."),
    passage(ARTICLE, "Quyết định này có hiệu lực kể từ ngày ký."),
    kind=TextPartKind.DECISION,
    title="Ban hành Kế hoạch cải cách hành chính năm 2027",
)
_TARGETS = part(
    table(("STT", "Chỉ tiêu"), *((str(n), f"Chỉ tiêu {n}") for n in range(60))),
    kind=TextPartKind.ANNEX,
    title="Các chỉ tiêu",
)


@pytest.fixture
def compose(office_letterhead, form, sample_plan, issued):
    def composed(*parts, plan=None, document=None, letterhead=None, **options):
        return compose_plan_paper(
            PlanPaper(
                plan or replace(sample_plan, parent_document=issued),
                PlanText(parts),
                document or PlanDocument(PlanId(1)),
            ),
            letterhead or office_letterhead,
            {name: form(name) for name in ("plan", "plan-annex")},
            PlanPaperOptions(**options),
        )

    return composed


@pytest.fixture
def pages(written):
    """The pages of a document's PDF: width and lines of words."""

    def read(document):
        with pdfplumber.open(written(document, "pdf")) as pdf:
            return [(page.width, page.extract_text().replace("\xa0", " ")) for page in pdf.pages]

    return read


def _one(paper, kind):
    return next(block for block in paper.blocks if isinstance(block, kind))


def _annex_lines(document):
    names = [paper.name for paper in document.papers]
    lines = [
        _one(paper, Paragraph).text.text.replace("\xa0", " ").replace("\n", " ")
        for paper in document.papers
        if paper.name.startswith("Phụ lục")
    ]
    return names, lines


def test_a_plan_by_itself_has_its_head_its_text_closed_and_its_signature(compose):
    plan = compose(_BODY).papers[0]

    head, title = _one(plan, OfficialHead), _one(plan, Title)
    assert head.number == "Số:\xa007/KH-UBND"
    assert (title.type_name, title.attachment) == ("KẾ HOẠCH", "")
    assert plan.blocks[-2].text.text.endswith("kết quả./.")
    assert isinstance(plan.blocks[-1], SignatureBlock)


def test_a_single_annex_has_no_number_and_several_are_numbered_the_tasks_first(compose):
    one, _ = _annex_lines(compose(_BODY))
    two, lines = _annex_lines(compose(_BODY, _TARGETS))

    assert one == ["Kế hoạch", "Phụ lục"]
    assert two == ["Kế hoạch", "Phụ lục I", "Phụ lục II"]
    line = (
        "(Kèm theo Kế hoạch số 07/KH-UBND ngày 05 tháng 02 năm 2027 "
        "của Ủy ban nhân dân huyện Sông Trà)"
    )
    assert lines == [line, line]


def test_the_task_annex_stands_where_its_own_number_puts_it(compose, sample_plan):
    plan = replace(sample_plan, annex_number="II")

    papers = compose(_BODY, _TARGETS, _TARGETS, plan=plan).papers

    headings = [[b.text for b in paper.blocks if isinstance(b, Heading)] for paper in papers[1:]]
    assert headings == [
        ["Phụ lục I", "CÁC CHỈ TIÊU"],
        ["Phụ lục II", plan.title.upper()],
        ["Phụ lục III", "CÁC CHỈ TIÊU"],
    ]


def test_annexes_can_be_left_out_and_a_plan_without_tasks_has_none(compose, plan_of):
    assert len(compose(_BODY, _TARGETS, with_annexes=False).papers) == 1
    assert len(compose(_BODY, plan=plan_of()).papers) == 1


def test_a_decision_comes_first_and_the_plan_names_it(compose, plan_of):
    parent = ParentDocument("Quyết định", "12", "QĐ-UBND", date(2027, 1, 9))
    document = compose(_DECISION, _BODY, plan=replace(plan_of(), parent_document=parent))
    decision, plan = document.papers

    assert _one(decision, OfficialHead).number == "Số:\xa012/QĐ-UBND"
    words = [b.text.text for b in decision.blocks if isinstance(b, BodyText)]
    assert words == [
        "ỦY BAN NHÂN DÂN HUYỆN SÔNG TRÀ",
        "Căn cứ Luật Tổ chức chính quyền địa phương;",
        "Theo đề nghị của Trưởng phòng Phòng Nội vụ.",
        "QUYẾT ĐỊNH:",
        "Điều 1.\xa0Ban hành kèm theo Quyết định này Kế hoạch.",
        "Điều 2.\xa0Quyết định này có hiệu lực kể từ ngày ký./.",
    ]
    assert _one(decision, SignatureBlock).recipients == ("- Như Điều 2;", "- Lưu: VT.")
    line = _one(plan, Title).attachment.replace("\xa0", " ").replace("\n", " ")
    assert line.startswith("(Kèm theo Quyết định số 12/QĐ-UBND ngày 09 tháng 01 năm 2027 của")
    assert isinstance(plan.blocks[0], Letterhead)
    assert not any(isinstance(b, OfficialHead | SignatureBlock) for b in plan.blocks)


def test_a_draft_s_decision_is_numbered_as_a_decision(compose):
    decision = compose(_DECISION, _BODY, plan=None).papers[0]

    assert _one(decision, OfficialHead).number == "Số:\xa007/QĐ-UBND"


@pytest.mark.parametrize(
    ("signer", "printed"),
    [
        (Signer(SigningAuthority.DEPUTY, "Chủ tịch", "Phó Chủ tịch"),
         "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN SÔNG TRÀ"),
        (Signer(SigningAuthority.OWN, position="Chủ tịch"),
         "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN SÔNG TRÀ"),
        (Signer(SigningAuthority.COLLECTIVE, "Ủy ban nhân dân", "Chủ tịch"),
         "ỦY BAN NHÂN DÂN HUYỆN SÔNG TRÀ"),
    ],
)  # fmt: skip
def test_a_decision_names_the_head_or_the_collective_by_who_signs(compose, signer, printed):
    decision = compose(_DECISION, _BODY, document=PlanDocument(PlanId(1), signer=signer)).papers[0]

    first = _one(decision, BodyText)
    assert first.text.text.replace("\n", " ") == printed
    assert _one(decision, SignatureBlock).title_lines == signer.title_lines


def test_lines_that_the_form_prints_itself_are_not_printed_twice(compose):
    brought_in = part(
        passage(TEXT, "ỦY BAN NHÂN DÂN HUYỆN SÔNG TRÀ"),
        *_DECISION.passages[:2],
        passage(TEXT, "QUYẾT ĐỊNH"),
        *_DECISION.passages[2:],
        kind=TextPartKind.DECISION,
    )

    mine, plain = compose(brought_in).papers[0], compose(_DECISION).papers[0]

    assert [b.text for b in mine.blocks if isinstance(b, BodyText)] == [
        b.text for b in plain.blocks if isinstance(b, BodyText)
    ]


@pytest.mark.parametrize("parts", [(_BODY,), (_DECISION, _BODY)])
def test_a_draft_and_an_electronic_paper_leave_number_and_day_blank(compose, sample_plan, parts):
    draft = compose(*parts, plan=sample_plan)
    electronic = compose(*parts, electronic=True)

    for document in (draft, electronic):
        head = _one(document.papers[0], OfficialHead)
        assert not re.search(r"\d", head.number + head.place_and_day)
        annex = _one(document.papers[-1], Paragraph).text.text
        assert not re.search(r"\d", annex)


def test_each_paper_has_its_own_page_numbers_and_the_sheets_lie_as_they_should(compose, pages):
    wide = replace(_TARGETS, is_landscape=True)
    found = pages(compose(_DECISION, _BODY, _TARGETS, wide))

    starts = [i for i, (_, text) in enumerate(found) if not text.split("\n")[0].isdecimal()]
    assert len(starts) == 5
    for first, end in zip(starts, [*starts[1:], len(found)], strict=True):
        numbers = [text.split("\n")[0] for _, text in found[first + 1 : end]]
        assert numbers == [str(n) for n in range(2, end - first + 1)]
        assert len({width for width, _ in found[first:end]}) == 1
    portrait = [round(found[i][0]) < 600 for i in starts]
    assert portrait == [True, True, False, True, False]


@pytest.mark.parametrize("count", range(1, 12))
def test_no_heading_is_last_on_a_page_and_no_signature_stands_alone(compose, pages, plan_of, count):
    passages = [passage(TEXT, _SENTENCE * (2 + count % 3)) for _ in range(3 + count)]
    for n in range(12):
        passages += [
            passage(PART, f"Phần {n}"), passage(ITEM, f"Mục {n}"), passage(DASH, _SENTENCE * count)
        ]  # fmt: skip
    found = pages(compose(part(*passages), plan=plan_of()))

    last_lines = [text.split("\n")[-1] for _, text in found]
    assert not any(re.match(r"([IVX]+|\d+)\. (PHẦN|Mục) \d+$", line) for line in last_lines)
    signed = next(text for _, text in found if "PHÓ CHỦ TỊCH" in text)
    before = signed[: signed.index("Nơi nhận")].strip().split("\n")
    assert len([line for line in before if not line.isdecimal()]) >= 2


@pytest.mark.parametrize("ending", ["pdf", "docx", "xlsx"])
def test_every_word_stands_in_the_file(compose, text_of, ending):
    found = squeezed(text_of(compose(_DECISION, _BODY, _TARGETS), ending))

    for one in (*_DECISION.passages, *_BODY.passages):
        assert words_of([one]) in re.sub(r"(?<=quả)\d(?=nâng)", "", found)
    assert "chỉtiêu59" in found


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(passages=random_passages)
def test_no_word_of_any_text_is_lost(compose, written, plan_of, passages):
    document = compose(replace(_BODY, passages=passages), plan=plan_of())

    word = docx.Document(written(document, "docx"))
    paragraphs = word.element.body.iter(qn("w:p"))
    texts = "".join(t.text or "" for p in paragraphs for t in p.iter(qn("w:t")))
    with pdfplumber.open(written(document, "pdf")) as pdf:
        printed = "".join(page.extract_text() for page in pdf.pages)

    wanted = words_of(passages)
    assert wanted in squeezed(texts)
    # Cells stand side by side on a page: their lines come out mixed.
    assert Counter(wanted) - Counter(squeezed(printed)) == Counter()


def test_word_has_a_section_for_each_paper_with_its_own_numbers(compose, written):
    word = docx.Document(written(compose(_DECISION, _BODY, _TARGETS), "docx"))

    assert [s.orientation for s in word.sections] == [
        WD_ORIENT.PORTRAIT, WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE, WD_ORIENT.PORTRAIT
    ]  # fmt: skip
    assert all(s.different_first_page_header_footer for s in word.sections)
    starts = [s._sectPr.find(qn("w:pgNumType")) for s in word.sections[1:]]
    assert [start.get(qn("w:start")) for start in starts] == ["1", "1", "1"]


def test_word_knows_the_headings_and_repeats_the_headers_of_tables(compose, written):
    word = docx.Document(written(compose(_BODY, _TARGETS), "docx"))

    levels = {}
    for paragraph in word.paragraphs:
        level = paragraph.style.element.find(f".//{qn('w:outlineLvl')}")
        if level is not None and paragraph.text.startswith(("I.", "1.")):
            levels[paragraph.text.replace("\xa0", " ")] = level.get(qn("w:val"))
            assert paragraph.style.paragraph_format.keep_with_next
    assert levels == {"I. MỤC TIÊU": "0", "1. Lĩnh vực thứ 0": "1"}
    ruled = [t for t in word.tables if t.style.name.startswith("Bảng")]
    assert len(ruled) == 2
    assert all(t._tbl.tr_lst[0].find(f".//{qn('w:tblHeader')}") is not None for t in ruled)


def test_a_table_s_headings_stand_on_each_page(compose, pages, plan_of):
    rows = [(str(n), "x") for n in range(80)]
    two = table(("Chỉ tiêu", "Kết quả"), ("(1)", "(2)"), *rows, header_rows=2)

    found = pages(compose(part(two), plan=plan_of()))

    assert len(found) > 2
    assert all("Chỉ tiêu Kết quả\n(1) (2)" in text for _, text in found[:-1])


def test_a_subject_keeps_the_lines_the_officer_gave_it(compose, plan_of):
    paper = compose(replace(_BODY, title=part(title="Một\nHai\nBa").title), plan=plan_of()).papers[
        0
    ]

    assert _one(paper, Title).subject == "Một\nHai\nBa"


def test_justified_lines_end_at_the_right_margin_numbers_and_all(compose, written, plan_of):
    with pdfplumber.open(written(compose(_BODY, plan=plan_of()), "pdf")) as pdf:
        lines = [line["x1"] for page in pdf.pages for line in page.extract_text_lines()]
        right = pdf.pages[0].width - 15 / 25.4 * 72

    assert sum(abs(end - right) < 0.5 for end in lines) > 20
    assert max(lines) < right + 0.5
