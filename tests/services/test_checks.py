"""Checking a plan of a real data file, and the exceptions kept in it."""

import json
import string
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.checks.registry import all_checks
from cchc_desktop.domain.clock import FixedClock
from cchc_desktop.domain.errors import InvalidValue, PlanMissing, RecordMissing
from cchc_desktop.domain.office import Letterhead, LetterheadId, OfficeLevel
from cchc_desktop.domain.plan import ParentDocument, PlanId
from cchc_desktop.domain.plan_rows import RowKey, RowKind
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.services.check_sentences import (
    DETAILS,
    FINDING_SEVERITIES,
    FINDINGS,
    describe_finding,
    describe_finding_severity,
)
from cchc_desktop.services.checks import CheckedFinding
from cchc_desktop.services.sample import create_sample
from cchc_desktop.services.session import OfficeSetup, Session, create_session, open_session
from tests.domain.checks.text_examples import ALL_FAILING as FAILING
from tests.services.conftest import draft_of, drafted, section

ANNEX = Path(__file__).parents[2].parent / "shared" / "cases" / "ninh-son-2024-phu-luc.docx"


@pytest.fixture
def flawed(session: Session) -> Session:
    """A plan of 2025 with a task without lead and a slip of typing."""
    draft = draft_of(
        section(
            "CẢI CÁCH THỂ CHẾ",
            drafted("Kế hoạch chuyên đổi số"),
            drafted("Rà soát văn bản", lead=""),
        )
    )
    session.imports.write(session.imports.preview(draft, 2025))
    return session


def codes(items: tuple[CheckedFinding, ...]) -> list[str]:
    return [item.finding.code for item in items]


def rewrite(session: Session, item: CheckedFinding, text: str) -> None:
    row = item.finding.place.row
    assert row is not None
    session.cells.set_cell(row, AnnexColumn.CONTENT, RichText.plain(text))


def test_findings_are_numbered_in_printed_order_with_their_place(flawed):
    report = flawed.checks.run(2025)

    assert [(x.number, x.row_name, x.finding.code) for x in report.open] == [
        (1, "I.1", "spelling_slips"),
        (2, "I.2", "lead_missing"),
    ]
    assert report.open[0].cell_text == "Kế hoạch chuyên đổi số"
    assert report.has_errors
    assert report.accepted == ()


def test_what_is_found_is_said_with_where_and_how_to_mend_it(flawed):
    slip, lead = flawed.checks.run(2025).open

    assert str(describe_finding(slip)) == (
        "I.1, cột Nhiệm vụ: “chuyên đổi số” có lẽ là “chuyển đổi số”. Hãy sửa lại."
    )
    assert describe_finding(lead).where == "I.2, cột Cơ quan chủ trì"


def test_an_accepted_finding_is_set_apart_with_its_reason(flawed):
    flawed.checks.accept(flawed.checks.run(2025).open[1], "  Chờ phân công ")

    report = flawed.checks.run(2025)
    assert codes(report.open) == ["spelling_slips"]
    assert codes(report.accepted) == ["lead_missing"]
    assert report.accepted[0].number == 2
    exception = report.accepted[0].exception
    assert exception is not None
    assert (exception.reason, exception.made_on) == ("Chờ phân công", date(2025, 3, 2))
    assert exception.made_by
    assert not report.has_errors


def test_an_exception_lapses_when_the_words_change_and_counts_again_with_the_old_words(flawed):
    item = flawed.checks.run(2025).open[0]
    flawed.checks.accept(item, "Tên riêng")

    rewrite(flawed, item, "Kế hoạch chuyên đổi số năm 2025")
    assert codes(flawed.checks.run(2025).open) == ["spelling_slips", "lead_missing"]

    rewrite(flawed, item, "Kế hoạch chuyên đổi số")
    assert codes(flawed.checks.run(2025).accepted) == ["spelling_slips"]


def test_an_exception_for_an_empty_cell_lapses_when_the_task_changes(flawed):
    item = flawed.checks.run(2025).open[1]
    flawed.checks.accept(item, "Chờ phân công")

    rewrite(flawed, item, "Rà soát, hệ thống hóa văn bản")

    assert codes(flawed.checks.run(2025).open) == ["spelling_slips", "lead_missing"]


def test_an_exception_follows_its_row_when_rows_move(flawed):
    item = flawed.checks.run(2025).open[0]
    flawed.checks.accept(item, "Tên riêng")

    row = item.finding.place.row
    assert row is not None
    flawed.rows.move_rows([row], 1)
    report = flawed.checks.run(2025)

    assert codes(report.open) == ["lead_missing"]
    assert [x.row_name for x in report.accepted] == ["I.2"]


def test_accepting_and_withdrawing_can_be_undone(flawed):
    flawed.checks.accept(flawed.checks.run(2025).open[0], "Tên riêng")
    flawed.history.undo()
    assert flawed.checks.run(2025).accepted == ()
    flawed.history.redo()
    assert codes(flawed.checks.run(2025).accepted) == ["spelling_slips"]

    flawed.checks.withdraw(flawed.checks.run(2025).accepted[0])
    assert flawed.checks.run(2025).accepted == ()
    flawed.history.undo()
    assert codes(flawed.checks.run(2025).accepted) == ["spelling_slips"]


def test_accepting_again_replaces_the_reason(flawed):
    item = flawed.checks.run(2025).open[0]
    flawed.checks.accept(item, "Một")
    flawed.checks.accept(item, "Hai")

    (accepted,) = flawed.checks.run(2025).accepted
    assert accepted.exception is not None
    assert accepted.exception.reason == "Hai"


def test_an_exception_is_still_there_after_reopening(flawed, clock):
    flawed.checks.accept(flawed.checks.run(2025).open[0], "Tên riêng")
    path = flawed.path
    flawed.close()

    again = open_session(path, clock)
    assert codes(again.checks.run(2025).accepted) == ["spelling_slips"]
    again.close()


def test_an_exception_without_a_reason_is_refused(flawed):
    with pytest.raises(InvalidValue):
        flawed.checks.accept(flawed.checks.run(2025).open[0], " ")


def test_withdrawing_what_is_not_accepted_is_refused(flawed):
    with pytest.raises(RecordMissing):
        flawed.checks.withdraw(flawed.checks.run(2025).open[0])


def test_a_number_that_is_not_there_is_refused(flawed):
    with pytest.raises(RecordMissing):
        flawed.checks.run(2025).find(3)


def test_a_year_without_a_plan_is_refused(session):
    with pytest.raises(PlanMissing):
        session.checks.run(2031)


def test_last_years_plan_is_looked_at(flawed):
    for year in (2024, 2025):
        if year == 2024:
            flawed.plans.create(year)
        plan = flawed.plans.load_year(year)
        document = replace(plan.parent_document, number="9", issued_on=date(2024, 12, 20))
        flawed.plans.save_details(replace(plan, parent_document=document))

    assert "parent_left_over" in codes(flawed.checks.run(2025).open)
    assert "parent_left_over" not in codes(flawed.checks.run(2024).open)


def test_the_letterhead_of_the_plans_day_counts(flawed):
    plan = flawed.plans.load_year(2025)
    document = ParentDocument(issuer="Ủy ban nhân dân huyện Khác")
    flawed.plans.save_details(replace(plan, parent_document=document))

    (item,) = (x for x in flawed.checks.run(2025).open if x.finding.code == "parent_issuer")
    assert describe_finding(item).where == "Cơ quan ban hành"


def test_the_shipped_sample_has_nothing_to_look_at(tmp_path):
    clock = FixedClock(datetime(2025, 6, 19, 9, 0))
    session = create_sample(tmp_path / "mẫu.cchc", clock)

    report = session.checks.run(2025)

    assert [str(describe_finding(item)) for item in report.open] == []
    session.close()


@pytest.fixture(scope="module")
def ninh_son(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    if not ANNEX.exists():
        pytest.skip("the real annex is not beside the checkout")
    letterhead = Letterhead(
        LetterheadId(0), "Ủy ban nhân dân tỉnh Ninh Thuận", "Ủy ban nhân dân huyện Ninh Sơn",
        "Ninh Sơn",
    )  # fmt: skip
    path = tmp_path_factory.mktemp("annex") / "huyện.cchc"
    clock = FixedClock(datetime(2024, 1, 3, 8, 0))
    session = create_session(path, OfficeSetup(OfficeLevel.DISTRICT, letterhead), clock)
    session.imports.write(session.imports.preview(session.imports.read_file(ANNEX), 2024))
    yield session
    session.close()


def test_on_the_real_annex_only_real_defects_are_named(ninh_son):
    found = [
        (item.row_name, item.finding.code, item.finding.params.get("words", ""))
        for item in ninh_son.checks.run(2024).open
    ]

    assert found == [
        ("I.1", "term_capitals", "Cải cách hành chính"),
        ("I.2", "space_before_sign", " /"),
        ("I.2.a)", "space_before_sign", " /"),
        ("I.2.b)", "spelling_slips", "kỷ luật kỷ cương"),
        ("III.3", "term_capitals", "Thông tin điện tử"),
        ("III.7", "word_variants", "hằng năm"),
        ("IV.1", "group_leads_and_cooperates", "Các Phòng, ban, ngành"),
        ("IV.6", "spelling_slips", "tinh giảm biên chế"),
        ("VI.1", "citation_number_word", "Nghị định 60/2021/NĐ-CP"),
        ("VI.1", "agency_spellings", "Phòng Tài chính – Kế hoạch"),
        ("VI.4", "citation_capitals", "quản lý"),
        ("VII.1", "spelling_slips", "chuyên đổi số"),
        ("VII.1", "abbreviation_unexplained", "TTĐT"),
        ("VII.4", "spelling_slips", "Công dịch vụ công"),
        ("VII.4", "outdated_words", "dịch vụ công mức độ 3"),
        ("VII.4", "space_after_sign", ","),
        ("VII.4", "spelling_slips", "Công dịch vụ công"),
    ]


def test_every_check_has_sentences_and_no_sentence_is_left_over():
    assert set(FINDINGS) == {check.code for check in all_checks()}
    assert {describe_finding_severity(severity) for severity in FINDING_SEVERITIES} == set(
        FINDING_SEVERITIES.values()
    )


@pytest.mark.parametrize("code", list(FINDINGS))
def test_the_sentences_use_only_what_the_finding_carries(code):
    check = next(check for check in all_checks() if check.code == code)
    blanks = {
        name for text in FINDINGS[code] for _, name, _, _ in string.Formatter().parse(text) if name
    }
    for context, _ in FAILING[code]:
        for finding in check.run(context):
            assert blanks <= set(finding.params)
            words = describe_finding(CheckedFinding(1, PlanId(1), finding, "I.1"))
            assert words.where
            assert "{" not in f"{words.what}{words.remedy}".replace("{năm}", "")


def test_places_are_named_as_on_the_screen():
    assert set(DETAILS.values()) == {
        "Tên phụ lục", "Số phụ lục", "Số văn bản", "Ký hiệu văn bản", "Ngày ban hành",
        "Cơ quan ban hành", "Trích yếu", "Nơi nhận", "Phần ký", "Địa danh",
    }  # fmt: skip


def test_the_history_keeps_what_was_accepted(flawed):
    change = flawed.checks.accept(flawed.checks.run(2025).open[0], "Tên riêng")

    (row,) = change.changes
    assert row.table == "check_exception"
    assert row.after is not None
    assert row.after["row_kind"] == RowKind.TASK
    assert RowKey(RowKind.TASK, int(str(row.after["row_id"]))).id
    assert json.dumps(dict(row.after))


def test_what_was_accepted_goes_with_its_plan_and_comes_back_with_it(flawed: Session) -> None:
    item = next(i for i in flawed.checks.run(2025).open if i.finding.code == "lead_missing")
    flawed.checks.accept(item, "Tỉnh chưa giao")
    plan = flawed.plans.load_year(2025)

    flawed.plans.delete(plan.id)
    db = flawed._file.db
    assert list(db.execute("SELECT * FROM check_exception")) == []
    flawed.history.undo()

    assert [i.finding.code for i in flawed.checks.run(2025).accepted] == ["lead_missing"]
