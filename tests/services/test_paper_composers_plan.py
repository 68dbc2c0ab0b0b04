"""The plan, its comparison and its coverage, filled from a data file and read back."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pdfplumber
import pytest
from docx.oxml.ns import qn

from cchc_desktop.domain.compared_row import ComparisonKind
from cchc_desktop.domain.demand import Demand, DemandKind
from cchc_desktop.domain.errors import InvalidValue, NothingToCompare, PlanTextMissing
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.plan_text import PassageKind
from cchc_desktop.domain.registered_document import RegisteredDocument
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.services.printing import PaperFormat, PaperRequest, PrintOptions
from cchc_desktop.services.session import Session
from cchc_desktop.services.version_reading import VersionRef
from tests.services.version_plans import details


@pytest.fixture
def written(session: Session, tmp_path: Path):
    """What is read back of a form: one line of words."""

    def write(
        request: PaperRequest, paper: PaperFormat = PaperFormat.PDF, **options: object
    ) -> str:
        prepared = session.printing.prepare(request, PrintOptions(**options))
        target = prepared.write(paper, tmp_path / f"văn bản.{paper.value}")
        if paper is PaperFormat.WORD:
            body = docx.Document(target).element.body
            text = " ".join(
                "".join(t.text or "" for t in p.iter(qn("w:t"))) for p in body.iter(qn("w:p"))
            )
        else:
            with pdfplumber.open(target) as pdf:
                text = " ".join(page.extract_text() for page in pdf.pages)
        return " ".join(text.replace("\xa0", " ").split())

    return write


@pytest.fixture
def written_plan(session: Session, plan: Plan) -> Plan:
    session.text.start(plan.id, "annual")
    return plan


def _first(session: Session, plan: Plan, kind: PassageKind):
    return next(p for _, p in session.text.load(plan.id).passages() if p.kind is kind and p.text)


@pytest.mark.parametrize("paper", [PaperFormat.PDF, PaperFormat.WORD])
def test_the_plan_is_printed_with_its_text_and_its_tasks(
    session: Session, written_plan: Plan, written, paper: PaperFormat
) -> None:
    found = written(PaperRequest("plan", 2025), paper).casefold()

    for _, passage in session.text.load(written_plan.id).passages():
        words = " ".join(f"{passage.number} {passage.text.text}".split())
        assert words.rstrip(" ;.").casefold() in found
    assert "ban hành kế hoạch năm" in found
    assert "(kèm theo kế hoạch số /kh-ubnd ngày tháng năm của" in found


def test_a_plan_is_printed_without_its_annexes(session, written_plan, written) -> None:
    assert "Phụ lục (Kèm" not in written(PaperRequest("plan", 2025), with_annexes=False)


def test_a_number_and_a_day_that_are_chosen_stand_on_all_papers(written_plan, written) -> None:
    found = written(PaperRequest("plan", 2025), number="9", issued_on=date(2025, 2, 3))

    assert "Số: 09/KH-UBND" in found
    assert "(Kèm theo Kế hoạch số 09/KH-UBND ngày 03 tháng 02 năm 2025" in found


def test_a_plan_without_a_text_cannot_be_printed_as_one(session: Session, plan: Plan) -> None:
    with pytest.raises(PlanTextMissing):
        session.printing.prepare(PaperRequest("plan", 2025))


def test_a_plan_for_several_years_is_printed_and_forms_of_a_year_refuse_it(
    session: Session, written
) -> None:
    session.plans.create(2021, last_year=2025, milestones=(2025,))
    plan = session.plans.load_key(PaperRequest("plan", 2021, last_year=2025).key)
    session.text.start(plan.id, "period")

    assert "giai đoạn 2021 - 2025" in written(PaperRequest("plan", 2021, last_year=2025))
    with pytest.raises(InvalidValue):
        session.printing.prepare(PaperRequest("assignment-notice", 2021, last_year=2025))


def test_a_comparison_needs_an_issued_version(session: Session, written_plan: Plan) -> None:
    with pytest.raises(NothingToCompare):
        session.printing.prepare(PaperRequest("plan-comparison", 2025))


def test_a_comparison_shows_what_was_issued_and_what_it_becomes(
    session: Session, written_plan: Plan, written
) -> None:
    session.versions.issue(written_plan.id, details())
    session.versions.amend(written_plan.id, "Bổ sung mục tiêu")
    passage = _first(session, written_plan, PassageKind.DASH)
    words = passage.text.text.rstrip(" .;")
    session.text.save_passage(passage.id, RichText.plain(f"{words} và báo cáo hằng tháng."))

    request = PaperRequest("plan-comparison", 2025)
    now = written(request, PaperFormat.WORD)
    refs = (VersionRef(written_plan.id, 1), VersionRef(written_plan.id))
    named = written(replace(request, compared=refs), PaperFormat.WORD)

    assert now == named
    assert "NỘI DUNG ĐÃ BAN HÀNH VÀ NỘI DUNG ĐIỀU CHỈNH" in now
    changed = session.versions.compare(*refs).count(ComparisonKind.CHANGED)
    assert f"Tổng hợp: sửa đổi {changed}" in now
    assert f"{words} và báo cáo hằng tháng." in now
    assert now.count(words) == 2


def test_two_versions_that_do_not_differ_say_so(session, written_plan, written) -> None:
    session.versions.issue(written_plan.id, details())
    session.versions.amend(written_plan.id, "Xem lại")

    same = (VersionRef(written_plan.id), VersionRef(written_plan.id))
    found = written(PaperRequest("plan-comparison", 2025, compared=same))

    assert "Hai bản không khác nhau." in found


def test_coverage_shows_every_demand_with_what_answers_it(session, written_plan, written) -> None:
    above = RegisteredDocument(
        "Kế hoạch", "1621", "KH-UBND", date(2021, 11, 11), "UBND tỉnh A", "về cải cách",
        is_binding=True,
    )  # fmt: skip
    session.documents.add(above)
    (document,) = session.documents.list()
    for words, year in (("Ban hành kế hoạch hằng năm", 2025), ("Đạt 90% hồ sơ", 2030)):
        session.demands.add(
            Demand(document.id, DemandKind.TASK, RichText.plain(words), "III.1", year)
        )
    first, _ = session.demands.all()
    task = session.plans.load_year(2025).sections[0].tasks[0]
    session.demands.link(first.id, written_plan.id, [task.id])

    found = written(PaperRequest("demand-coverage", 2025), PaperFormat.WORD)

    assert "Tổng số 2 yêu cầu: đã có 1; chưa có 1." in found
    assert "Mục III.1: Đạt 90% hồ sơ" in found
    assert "Phụ lục I.1: Ban hành kế hoạch năm" in found
    assert "Kế hoạch số 1621/KH-UBND ngày 11 tháng 11 năm 2021 của UBND tỉnh A" in found


def test_a_plan_of_which_nothing_is_asked_says_so(plan: Plan, written) -> None:
    assert "Không có văn bản cấp trên nào" in written(PaperRequest("demand-coverage", 2025))
