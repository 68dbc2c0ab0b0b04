"""What is printed says the same when it is brought in again, whatever the words are."""

import shutil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_desktop.domain.annex_draft import (
    AnnexDraft,
    DraftDeliverable,
    DraftSection,
    DraftTask,
)
from cchc_desktop.domain.clock import SystemClock
from cchc_desktop.domain.office import Letterhead, LetterheadId, OfficeLevel, usual_signer
from cchc_desktop.domain.plan import TaskNumbering
from cchc_desktop.domain.problem import Place
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.services.printing import PaperFormat, PaperRequest, PrintOptions
from cchc_desktop.services.session import OfficeSetup, Session, create_session

NOWHERE = Place("", "")

WORDS = st.lists(
    st.sampled_from(
        [
            "rà soát",
            "văn bản",
            "kế hoạch",
            "<b>trọng tâm</b>",
            "<i>theo quy định</i>",
            "100%",
            "số 12/KH-UBND",
        ]
    ),
    min_size=1,
    max_size=12,
).map(" ".join)
OPENINGS = st.sampled_from(
    ["Ban hành", "Thực hiện", "= Kết quả", "- Danh mục", "+ Nội dung", "@Đầu"]
)
TEXT = st.builds(lambda a, b: RichText.from_markup(f"{a} {b}"), OPENINGS, WORDS)
CONTENT = st.builds(
    lambda n, words: RichText.from_markup(f"Nhiệm vụ {n} {words}"), st.integers(1, 999), WORDS
)
DEADLINE = st.sampled_from(
    ["Quý I/2025", "Thường xuyên trong năm", "Khi UBND tỉnh yêu cầu", "Trước 31/12", "Tháng 6/2025"]
).map(RichText.plain)
AGENCY = st.sampled_from(["Phòng Nội vụ", "Phòng Tư pháp; Thanh tra huyện", "UBND các xã"]).map(
    RichText.plain
)
PRODUCTS = st.lists(
    st.builds(lambda p, d: DraftDeliverable(p, d, NOWHERE), TEXT, DEADLINE), min_size=1, max_size=3
).map(tuple)


def tasks(subtasks):
    return st.builds(
        lambda content, products, lead, cooperating, note, subs: DraftTask(
            "", content, NOWHERE, () if subs else products, lead, cooperating, note=note,
            subtasks=tuple(subs),
        ),
        CONTENT,
        PRODUCTS,
        AGENCY,
        AGENCY,
        st.just(RichText()) | TEXT,
        subtasks,
    )  # fmt: skip


SECTIONS = st.lists(
    st.builds(
        lambda title, found: DraftSection("", RichText.plain(title), NOWHERE, tuple(found)),
        st.sampled_from(["CẢI CÁCH THỂ CHẾ", "CẢI CÁCH BỘ MÁY", "TÀI CHÍNH CÔNG"]),
        st.lists(tasks(st.lists(tasks(st.just([])), max_size=2)), min_size=1, max_size=4),
    ),
    min_size=1,
    max_size=3,
    unique_by=lambda section: section.title.text,
)


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    path = tmp_path_factory.mktemp("round") / "a.cchc"
    name = "Ủy ban nhân dân huyện B"
    letterhead = Letterhead(
        LetterheadId(0), "Ủy ban nhân dân tỉnh A", name, "B", signer=usual_signer(name)
    )
    session = create_session(path, OfficeSetup(OfficeLevel.DISTRICT, letterhead), SystemClock())
    yield session
    session.close()


def brought_in(session: Session, sections, year: int):
    draft = AnnexDraft("", "NHIỆM VỤ", "", TaskNumbering.PER_SECTION, tuple(sections), (), ())
    session.imports.write(session.imports.preview(draft, year))
    return session.plans.load_year(year)


@pytest.mark.parametrize("paper", [PaperFormat.WORD, PaperFormat.EXCEL])
@settings(max_examples=25)
@given(sections=SECTIONS, with_letterhead=st.booleans(), with_signature=st.booleans())
def test_a_printed_annex_reads_back_the_same(
    tmp_path_factory, office, paper, sections, with_letterhead, with_signature
):
    plan = brought_in(office, sections, 2025)
    folder = tmp_path_factory.mktemp("paper")
    try:
        options = PrintOptions(with_letterhead, with_signature)
        target = folder / f"phụ lục.{paper.value}"
        office.printing.prepare(PaperRequest("plan-annex", plan.year), options).write(paper, target)

        preview = office.imports.preview(office.imports.read_file(target), 2025)

        assert preview.differences == ()
    finally:
        office.plans.delete(plan.id)
        shutil.rmtree(folder)
