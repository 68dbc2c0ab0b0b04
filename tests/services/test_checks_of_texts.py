"""Checking the text of a plan in a real data file, and the real documents read whole."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from cchc_desktop.domain.clock import FixedClock
from cchc_desktop.domain.office import Letterhead, LetterheadId, OfficeLevel, Signer
from cchc_desktop.domain.plan import PlanId, PlanKey
from cchc_desktop.domain.plan_text import (
    Passage,
    PassageKind,
    PlanDocument,
    PlanText,
    TextPart,
    TextPartKind,
)
from cchc_desktop.domain.registered_document import RegisteredDocument
from cchc_desktop.domain.report_text import LiveText
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.services.check_sentences import describe_finding
from cchc_desktop.services.checks import CheckedFinding
from cchc_desktop.services.session import OfficeSetup, Session, create_session

DOCUMENTS = Path(__file__).parents[2].parent / "shared" / "documents"
SIGNER = Signer(body="Ủy ban nhân dân", position="Chủ tịch")
KEY = PlanKey(2025)


def live(words: str) -> LiveText:
    return LiveText(RichText.plain(words))


def body(*passages: Passage, title: str = "Cải cách hành chính năm 2025") -> PlanText:
    return PlanText((TextPart(TextPartKind.BODY, live(title), passages),))


def item(words: str) -> Passage:
    return Passage(PassageKind.ITEM, live(words))


def written(session: Session, text: PlanText, *recipients: str, year: int = 2025) -> PlanId:
    """Make a plan of ``text`` and return it."""
    if session.plans.find(year) is None:
        session.plans.create(year)
    plan_id = session.plans.load_year(year).id
    session.text.write_text(plan_id, text, PlanDocument(plan_id, recipients=recipients))
    return plan_id


@pytest.fixture
def flawed(session: Session) -> Session:
    """A plan whose text has a slip of typing in the second item."""
    written(session, body(item("Lập kế hoạch."), item("Đẩy mạnh chuyên đổi số./.")))
    return session


def slips(items: tuple[CheckedFinding, ...]) -> list[CheckedFinding]:
    return [x for x in items if x.finding.code == "spelling_slips"]


def codes(session: Session, key: PlanKey = KEY) -> set[str]:
    return {x.finding.code for x in session.checks.run_key(key).open}


def test_a_finding_in_the_text_says_where_it_is(flawed):
    report = flawed.checks.run_key(KEY)

    assert report.has_text
    (slip,) = slips(report.open)
    assert slip.place_name == "Phần lời, 2"
    assert slip.cell_text == "Đẩy mạnh chuyên đổi số./."
    assert str(describe_finding(slip)) == (
        "Phần lời, 2: “chuyên đổi số” có lẽ là “chuyển đổi số”. Hãy sửa lại."
    )
    assert slip.finding.place.is_in_text


def test_an_exception_for_a_passage_is_kept_and_lapses_with_its_words(flawed):
    (slip,) = slips(flawed.checks.run_key(KEY).open)
    passage = slip.finding.place.passage
    assert passage is not None

    change = flawed.checks.accept(slip, "Tên riêng")
    assert change.changes[0].after is not None
    assert change.changes[0].after["row_kind"] == "passage"
    report = flawed.checks.run_key(KEY)
    assert (len(slips(report.open)), len(slips(report.accepted))) == (0, 1)

    flawed.text.save_passage(passage, RichText.plain("Thúc đẩy chuyên đổi số./."))
    assert len(slips(flawed.checks.run_key(KEY).open)) == 1
    flawed.history.undo()
    assert len(slips(flawed.checks.run_key(KEY).accepted)) == 1
    flawed.checks.withdraw(slips(flawed.checks.run_key(KEY).accepted)[0])
    assert len(slips(flawed.checks.run_key(KEY).open)) == 1


def test_an_exception_goes_with_its_passage_and_comes_back_with_it(flawed):
    (slip,) = slips(flawed.checks.run_key(KEY).open)
    flawed.checks.accept(slip, "Tên riêng")
    passage = slip.finding.place.passage
    assert passage is not None

    flawed.text.delete([passage])
    assert flawed.checks.run_key(KEY).accepted == ()
    flawed.history.undo()
    assert len(slips(flawed.checks.run_key(KEY).accepted)) == 1


def test_the_recipients_are_read_too(session):
    written(session, body(item("Lập kế hoạch./.")), "Công TTĐT huyện", "Lưu: VT, NV, Quỳnh")

    places = {
        (x.finding.code, describe_finding(x).where, x.cell_text)
        for x in session.checks.run_key(KEY).open
        if x.finding.place.field == "recipients"
    }

    words = "Công TTĐT huyện\nLưu: VT, NV, Quỳnh"
    assert places == {
        ("spelling_slips", "Nơi nhận", words),
        ("recipients_filed_line", "Nơi nhận", words),
    }


def test_the_plan_of_a_year_and_the_plan_of_several_years_are_two(session):
    written(session, body(item("Đẩy mạnh chuyên đổi số./.")))
    session.plans.create(2025, last_year=2030)

    assert "spelling_slips" in codes(session, KEY)
    assert "spelling_slips" not in codes(session, PlanKey(2025, 2030))


def test_years_of_a_plan_for_several_years_are_not_left_over(session):
    session.plans.create(2021, last_year=2025)
    plan = session.plans.load_key(PlanKey(2021, 2025))
    text = body(item("Hoàn thành trong năm 2023./."), title="Cải cách giai đoạn 2021 - 2025")
    session.text.write_text(plan.id, text)

    assert not codes(session, PlanKey(2021, 2025)) & {"year_left_over", "title_year"}


def test_what_looked_back_a_year_ago_already_is_left_over(session):
    words = "Khắc phục tồn tại, hạn chế năm 2023./."
    written(session, body(item(words)))
    assert "year_left_over" not in codes(session)

    written(session, body(item(words), title="Cải cách hành chính năm 2024"), year=2024)
    assert "year_left_over" in codes(session)


def test_a_document_that_was_replaced_is_named_with_its_successor(session):
    session.documents.add(
        RegisteredDocument("Kế hoạch", "77", "KH-UBND", date(2021, 3, 22), issuer="UBND tỉnh")
    )
    session.documents.add(
        RegisteredDocument("Kế hoạch", "90", "KH-UBND", date(2024, 3, 1), issuer="UBND tỉnh")
    )
    old, new = sorted(session.documents.list(), key=lambda x: x.number)
    assert old.id is not None
    assert new.id is not None
    session.documents.replace(old.id, new.id, date(2024, 3, 1))
    written(session, body(item("Theo Kế hoạch số 77/KH-UBND ngày 22/3/2021./.")))

    (found,) = (
        x for x in session.checks.run_key(KEY).open if x.finding.code == "citation_replaced"
    )

    assert "Kế hoạch số 90/KH-UBND" in describe_finding(found).remedy


def test_the_shipped_list_knows_what_ended(session):
    common = [x for x in session.documents.common() if x.document.ended_on]
    if not common:
        pytest.skip("the shipped list has no document that ended")
    document = common[0].document
    assert document.ended_on is not None
    year = document.ended_on.year + 1
    cited = f"{document.type_name} số {document.full_symbol}"
    title = f"Cải cách hành chính năm {year}"
    written(session, body(item(f"Theo {cited}./."), title=title), year=year)

    assert "citation_replaced" in codes(session, PlanKey(year))


@pytest.mark.parametrize("skeleton", ["annual", "period"])
def test_a_ready_text_has_nothing_but_its_gaps(session, skeleton):
    chosen = next(x for x in session.text.skeletons() if x.id == skeleton)
    key = PlanKey(2025, 2030) if chosen.for_period else KEY
    milestones = (2027, 2030) if chosen.for_period else ()
    session.plans.create(key.year, last_year=key.last_year, milestones=milestones)
    session.text.start(session.plans.load_key(key).id, skeleton)

    found = {
        (x.finding.code, describe_finding(x).where, describe_finding(x).what)
        for x in session.checks.run_key(key).open
        if x.finding.place.is_in_text and x.finding.code != "text_blank_left"
    }

    assert found <= {x for x in found if x[0] == "signer_missing"}


@pytest.fixture(scope="module")
def checked(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Callable[..., list[CheckedFinding]]]:
    """Returns a function that reads a whole real document and checks it."""
    sessions: list[Session] = []

    def check(name: str, key: PlanKey, office: str, place: str) -> list[CheckedFinding]:
        path = DOCUMENTS / name
        if not path.exists():
            pytest.skip("the real documents are not beside the checkout")
        letterhead = Letterhead(
            LetterheadId(0), "", office, place, standing_agency="Phòng Nội vụ", signer=SIGNER
        )
        file = tmp_path_factory.mktemp("document") / "huyện.cchc"
        clock = FixedClock(datetime(2026, 1, 2, 8, 0))
        session = create_session(file, OfficeSetup(OfficeLevel.DISTRICT, letterhead), clock)
        sessions.append(session)
        draft = session.plan_imports.read_file(path)
        session.plan_imports.write(session.plan_imports.preview(draft, key))
        return list(session.checks.run_key(key).open)

    yield check
    for session in sessions:
        session.close()


def named(found: list[CheckedFinding]) -> set[tuple[str, str, str]]:
    return {
        (x.finding.code, describe_finding(x).where, x.finding.params.get("words", ""))
        for x in found
        if x.finding.place.is_in_text
    }


def test_the_real_plan_of_a_year_has_its_errors_named(checked):
    found = checked(
        "ke-hoach-395-ninh-son-2024.txt", PlanKey(2024), "Ủy ban nhân dân huyện Ninh Sơn",
        "Ninh Sơn",
    )  # fmt: skip

    places = named(found)
    assert {
        ("text_list_starts_late", "Phần lời, II.3", ""),
        ("spelling_slips", "Phần lời, III.7, đoạn 1", "tiên bộ khoa học"),
        ("abbreviation_spellings", "Phần lời, IV.5.d)", "DCCI"),
        ("text_numbering_jumps", "Phần lời, IV.6.e)", ""),
        ("list_ends_mixed", "Phần lời, IV.3.c)", ";"),
        ("closing_mark_misplaced", "Phần lời, IV.10", "./."),
    } <= places
    assert "signing_form" in {code for code, _, _ in places}
    assert len(places) <= 16


def test_the_real_plan_of_five_years_has_its_errors_named(checked):
    found = checked(
        "ke-hoach-120-yen-chau-2021-2025-trich.txt", PlanKey(2021, 2025),
        "Ủy ban nhân dân huyện Yên Châu", "Yên châu",
    )  # fmt: skip

    places = named(found)
    assert {
        ("spelling_slips", "Phần lời, I.2.6", "chuyên đổi số"),
        ("spelling_slips", "Phần lời, I.2.6", "góp phân"),
        ("word_repeated", "Phần lời, II.4.1", "của của"),
        ("text_numbering_jumps", "Phần lời, V.2.6", ""),
        ("sentence_twice", "Phần lời, V.6.6", ""),
        ("spelling_slips", "Phần lời, V.8.3", "ý tế"),
        ("text_numbering_jumps", "Phần lời, V.11", ""),
        ("spelling_slips", "Nơi nhận", "Công TTĐT"),
        ("recipients_filed_line", "Nơi nhận", "Lưu: VT, NV, Quỳnh (.b)"),
    } <= places
    annexed = {(code, words) for code, where, words in places if where.startswith("Phụ lục")}
    assert {
        ("title_level", "tỉnh"),
        ("abbreviation_spellings", "DCCI"),
        ("table_numbering", "3.3"),
    } <= annexed
    assert "office_place_capitals" in {x.finding.code for x in found}
    assert len(found) <= 40


def test_the_real_plan_of_ten_years_has_its_errors_named(checked):
    found = checked(
        "ke-hoach-1621-phu-yen-2021-2030.txt", PlanKey(2021, 2030), "Ủy ban nhân dân tỉnh Phú Yên",
        "Phú Yên",
    )  # fmt: skip

    places = {(code, words) for code, _, words in named(found)}
    assert {
        ("spelling_slips", "một điều Luật"),
        ("basis_form", "Theo đề nghị"),
        ("spelling_slips", "Nghị dịnh"),
        ("spelling_slips", "đôi mới"),
        ("bound_said_twice", "tối thiểu 20% trở lên"),
        ("bracket_unclosed", "”"),
        ("word_repeated", "trong trong"),
    } <= places
    assert len(places) <= 20


def test_a_paper_of_the_party_is_not_held_to_the_decree(checked):
    found = checked(
        "nghi-quyet-03-son-la-2021.txt", PlanKey(2021, 2025), "Tỉnh ủy Sơn La", "Sơn La"
    )

    places = {(code, words) for code, _, words in named(found)}
    assert {("spelling_slips", "Thủ Tướng"), ("date_malformed", "ngày 17/12/17")} <= places
    assert not {code for code, _ in places} & {
        "first_citation_incomplete", "closing_mark_missing", "recipients_filed_line",
        "signing_form", "text_numbering_jumps",
    }  # fmt: skip


def test_figures_that_do_not_follow_from_their_parts_are_named(checked):
    found = checked(
        "ke-hoach-par-index-lao-cai-2021-trich.txt", PlanKey(2021), "Ủy ban nhân dân tỉnh Lào Cai",
        "Lào Cai",
    )  # fmt: skip

    places = {(code, words) for code, _, words in named(found)}
    assert {("ratio_and_percent", "98,8221"), ("percent_over_100", "Trên 100%")} <= places
    assert not {code for code, _ in places} & {"year_left_over", "text_numbering_jumps"}
