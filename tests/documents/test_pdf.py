import io
import re
from collections import Counter
from datetime import date

import pdfplumber
import pypdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc_desktop.documents.blocks import Heading, RowKind, Table, TableRow
from cchc_desktop.documents.pdf import write_pdf
from cchc_desktop.documents.plan_annex import AnnexOptions, compose_plan_annex
from cchc_desktop.domain.rich_text import RichText


@pytest.fixture
def compose(office_letterhead, plan_annex_form):
    def composed(plan, **options):
        return compose_plan_annex(plan, office_letterhead, plan_annex_form, AnnexOptions(**options))

    return composed


@pytest.fixture
def printed(compose, fonts, tmp_path):
    def pdf(plan, **options):
        target = tmp_path / "phu-luc.pdf"
        write_pdf(compose(plan, **options), target, fonts)
        return target

    return pdf


def _words_of(plan):
    for section in plan.sections:
        yield from section.title.text.split()
    for task in plan.tasks():
        texts = [task.content, task.lead.text, task.cooperating.text, task.monitor.text, task.note]
        texts += [x for d in task.deliverables for x in (d.product, d.deadline.text)]
        for text in texts:
            yield from text.text.split()


def _words_in(path):
    with pdfplumber.open(path) as pdf:
        return [word["text"] for page in pdf.pages for word in page.extract_words()]


def test_every_word_of_the_plan_is_in_the_pages(printed, sample_plan):
    found = Counter(_words_in(printed(sample_plan, with_signature=True)))

    assert Counter(_words_of(sample_plan)) - found == Counter()


def test_the_header_row_stands_on_each_page_and_the_number_from_the_second(printed, sample_plan):
    with pdfplumber.open(printed(sample_plan)) as pdf:
        pages = [page.extract_text().splitlines() for page in pdf.pages]

    assert len(pages) > 5
    assert all(any(line.startswith("STT") for line in page) for page in pages)
    assert pages[0][0].startswith("UBND TỈNH HÒA NAM")
    assert [page[0] for page in pages[1:]] == [str(n) for n in range(2, len(pages) + 1)]


def test_the_page_number_is_centred_in_the_top_margin(printed, sample_plan):
    with pdfplumber.open(printed(sample_plan)) as pdf:
        page = pdf.pages[1]
        number = page.extract_words()[0]

    left, right = 30 / 25.4 * 72, page.width - 15 / 25.4 * 72
    assert page.width > page.height
    assert (number["x0"] + number["x1"]) / 2 == pytest.approx((left + right) / 2, abs=1)
    assert number["bottom"] < 20 / 25.4 * 72


def test_nothing_is_printed_outside_the_margins(printed, sample_plan):
    with pdfplumber.open(printed(sample_plan, with_signature=True)) as pdf:
        for page in pdf.pages:
            left, right = 30 / 25.4 * 72, page.width - 15 / 25.4 * 72
            bottom = page.height - 20 / 25.4 * 72
            assert all(left - 1 <= char["x0"] and char["x1"] <= right + 1 for char in page.chars)
            assert all(char["bottom"] <= bottom + 1 for char in page.chars)


def test_text_stays_inside_its_column(printed, sample_plan):
    with pdfplumber.open(printed(sample_plan)) as pdf:
        page = pdf.pages[1]
        edges = sorted({round(line["x0"], 1) for line in page.lines if line["x0"] == line["x1"]})
        for word in page.extract_words():
            if word["top"] < 20 / 25.4 * 72:
                continue
            crossed = [e for e in edges if word["x0"] + 0.5 < e < word["x1"] - 0.5]
            assert not crossed or word["text"].isupper()


def test_the_letterhead_lines_have_the_lengths_of_the_decree(printed, sample_plan):
    with pdfplumber.open(printed(sample_plan)) as pdf:
        page = pdf.pages[0]
        rules = sorted(
            (line for line in page.lines if line["y0"] == line["y1"]), key=lambda r: r["top"]
        )[:2]

    issuer, motto = sorted(rules, key=lambda rule: rule["x0"])
    chars = page.chars
    motto_chars = [c for c in chars if abs(c["size"] - 14) < 0.1 and c["top"] < motto["top"]]
    motto_width = max(c["x1"] for c in motto_chars) - min(c["x0"] for c in motto_chars)
    issuer_chars = [
        c for c in chars if "Bold" in c["fontname"] and c["x0"] < 400 and c["top"] < issuer["top"]
    ]
    issuer_width = max(c["x1"] for c in issuer_chars) - min(c["x0"] for c in issuer_chars)
    assert motto["x1"] - motto["x0"] == pytest.approx(motto_width, rel=0.02)
    assert 1 / 3 <= (issuer["x1"] - issuer["x0"]) / issuer_width <= 1 / 2


def test_fonts_are_embedded_and_the_file_says_what_it_is(printed, sample_plan):
    reader = pypdf.PdfReader(printed(sample_plan, print_date=date(2027, 1, 15)))

    fonts = reader.pages[0]["/Resources"]["/Font"]
    embedded = [f.get_object() for f in fonts.values()]
    used = [f for f in embedded if "/FontDescriptor" in f]
    assert used
    assert all("/FontFile2" in f["/FontDescriptor"] for f in used)
    assert "trọng tâm" in reader.metadata.title
    assert reader.metadata.author == "Ủy ban nhân dân huyện Sông Trà"
    assert reader.metadata.creation_date.date() == date(2027, 1, 15)
    assert reader.trailer["/Root"]["/Lang"] == "vi-VN"


def test_the_same_plan_gives_the_same_bytes(printed, sample_plan):
    first = printed(sample_plan).read_bytes()

    assert printed(sample_plan).read_bytes() == first


def test_text_in_decomposed_form_prints_composed(printed, plan_of, section, task):
    typed = RichText.plain("Tie\u0302\u0301ng Vie\u0323\u0302t").markup
    plan = plan_of(section("I", "Mục", task("1", typed)))

    assert {"Tiếng", "Việt"} <= set(_words_in(printed(plan)))


def test_a_cell_of_thirty_thousand_characters_is_printed_whole(printed, plan_of, section, task):
    words = [f"từ{n}" for n in range(6000)]
    plan = plan_of(section("I", "Mục", task("1", " ".join(words), ("Kế hoạch", "Quý I"))))

    found = _words_in(printed(plan))

    assert [word for word in found if re.fullmatch(r"từ\d+", word)] == words


def test_the_signature_stands_below_the_last_row(printed, sample_plan):
    target = printed(
        sample_plan, with_signature=True, recipients=("- Sở Nội vụ;", "- Lưu: VT, NV.")
    )

    text = pypdf.PdfReader(target).pages[-1].extract_text()

    for words in ("STT", "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH",
                  "Họ và Tên Người Ký", "Nơi nhận:", "- Lưu: VT, NV."):  # fmt: skip
        assert words in text


def test_an_empty_plan_prints_one_page_with_the_header(printed, plan_of):
    reader = pypdf.PdfReader(printed(plan_of()))

    assert len(reader.pages) == 1
    assert "STT" in reader.pages[0].extract_text()


def test_a_title_longer_than_a_page_goes_on(printed, plan_of, section, task):
    plan = plan_of(section("I", "Mục", task("1", "việc")), title="tiêu đề dài " * 400)

    words = _words_in(printed(plan))

    assert words.count("DÀI") == 400


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    rows=st.lists(
        st.tuples(
            st.sampled_from(list(RowKind)),
            st.lists(
                st.text(
                    st.characters(max_codepoint=0x1EFF, exclude_categories=("Cs", "Cc", "Co", "Cn"))
                    | st.sampled_from(" \nệựĐ"),
                    max_size=1500,
                ),
                min_size=7,
                max_size=7,
            ),
        ),
        max_size=8,
    )
)
def test_random_tables_are_printed_with_a_header_on_each_page(
    compose, fonts, sample_plan, tmp_path, rows
):
    document = compose(sample_plan)
    table = next(block for block in document.blocks if isinstance(block, Table))
    made = tuple(
        TableRow(kind, tuple(RichText.plain(cell) for cell in cells)) for kind, cells in rows
    )
    random_table = Table(table.columns, made, table.size, table.continued)
    blocks = (Heading("Bảng", 14, 1), random_table)
    target = tmp_path / "random.pdf"

    write_pdf(type(document)(document.page, blocks, document.metadata), target, fonts)

    pages = pypdf.PdfReader(io.BytesIO(target.read_bytes())).pages
    assert all("STT" in page.extract_text() for page in pages)
