"""Every count in a report equals one made independently from the raw rows."""

import random
import re
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from cchc_desktop.domain.clock import FixedClock
from cchc_desktop.domain.period import PeriodKey
from cchc_desktop.domain.progress import Evidence, EvidenceId, ProgressField, Statement
from cchc_desktop.services.progress import ProgressEdit, WorkRef
from cchc_desktop.services.session import Session
from tests.services.conftest import draft_of, drafted, section
from tests.services.recount import DONE, DROPPED, done_before, percent, recount
from tests.services.report_plans import add_communes

ANNEX = Path(__file__).parents[2].parent / "shared" / "cases" / "ninh-son-2024-phu-luc.docx"

PERIODS = ("quarter-1", "half-year", "quarter-3", "year")
DEADLINES = (
    "Quý I/2025",
    "Tháng 6/2025",
    "Trước 31/12",
    "Quý III/2025",
    "Thường xuyên trong năm",
    "Khi UBND tỉnh yêu cầu",
    "Theo lộ trình",
)
LEADS = ("Phòng Nội vụ", "Phòng Tư pháp; Thanh tra huyện", "UBND các xã, thị trấn", "")
NUMBERS = ("12/KH-UBND", "7/QĐ-UBND", "85/UBND-NV", "12/KH-UBND", "bản chụp")


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2026, 1, 5, 8, 0))


def random_plan(dice: random.Random):
    def task(name: str, *subtasks):
        deadline, lead = dice.choice(DEADLINES), dice.choice(LEADS)
        return drafted(name, *subtasks, deadline=deadline, lead=lead)

    sections = []
    for number in range(dice.randint(1, 4)):
        tasks = []
        for position in range(dice.randint(0, 5)):
            name = f"Việc {number}.{position}"
            subtasks = [task(f"{name}.{i}") for i in range(dice.choice((0, 0, 0, 2)))]
            tasks.append(task(name, *subtasks))
        sections.append(section(f"Lĩnh vực {number}", *tasks))
    return draft_of(*sections)


def record_at_random(session: Session, year: int, dice: random.Random) -> None:
    for code in PERIODS:
        key = PeriodKey(year, code)
        period = session.periods.get(key)
        edits = []
        for state in session.progress.board(key).states:
            item = state.item
            if item.deliverable is None or dice.random() < 0.5:
                continue
            ref = WorkRef(item.task.id, item.deliverable.id, item.agency_id)
            said = dice.choice(
                [Statement.DONE] * 4
                + [Statement.IN_PROGRESS] * 3
                + [Statement.NOT_STARTED, Statement.NOT_ARISEN, Statement.DROPPED]
            )
            edits.append(ProgressEdit(ref, ProgressField.STATEMENT, said))
            if said is Statement.DONE and dice.random() < 0.7:
                span = (period.last_day - period.first_day).days
                day = period.first_day.fromordinal(
                    period.first_day.toordinal() + dice.randint(0, span)
                )
                edits.append(ProgressEdit(ref, ProgressField.DONE_ON, day))
            if dice.random() < 0.3:
                edits.append(ProgressEdit(ref, ProgressField.RESULT, "Đã làm"))
        if edits:
            session.progress.write(key, edits)
        for edit in edits[:3]:
            evidence = Evidence(EvidenceId(0), dice.choice(NUMBERS))
            session.evidence.add(edit.work, key, evidence)


def number(text: str) -> Decimal:
    return Decimal(text.replace(".", "").replace(",", "."))


def check_report(session: Session, key: PeriodKey) -> None:
    check = session.reports.check(key)
    board, figures = check.board, check.facts.figures
    catalogue = session.agencies.catalogue()

    def leads_of(task):
        leads = {}
        for mention in task.lead.reading.mentions:
            if mention.agency_id is not None:
                leads[mention.agency_id] = None
            elif mention.group_id is not None:
                group = catalogue.group(mention.group_id)
                leads |= {a.id: None for a in catalogue.members(group, board.day)}
        return list(leads), bool(task.lead.reading.group_ids) and bool(leads)

    periods = list(session.periods.of_year(key.year))
    args = (session.path, board.plan, periods, board.period)
    counted = recount(*args, board.day, leads_of)
    before = done_before(*args, leads_of)

    def same(code: str, states: list[str]) -> None:
        done = sum(s in DONE for s in states)
        left = len(states) - states.count(DROPPED)
        assert figures[f"{code}.total"].value == len(states)
        assert figures[f"{code}.applicable"].value == left
        assert figures[f"{code}.done"].value == done
        assert figures[f"{code}.done_percent"].value == percent(done, left)
        for state in set(states):
            assert figures[f"{code}.{state}"].value == states.count(state), (code, state)

    same("whole", list(counted.states.values()))
    for part in board.plan.sections:
        same(f"section.{part.id}", counted.by_section[part.id])
    for agency_id, states in counted.by_agency.items():
        same(f"agency.{agency_id}", states)
    new = {t for t, s in counted.states.items() if s in DONE} - before
    assert check.facts.done_in_period == new
    assert figures["whole.done_in_period"].value == len(new)
    assert figures["documents"].value == counted.documents
    assert set(check.facts.reported) == counted.reported
    check_printed(check, counted)


def check_printed(check, counted) -> None:
    """The words of the report say the same numbers."""
    states = list(counted.states.values())
    done = sum(s in DONE for s in states)
    left = len(states) - states.count(DROPPED)
    text = check.report.find("direction.plan.text").text.text
    if not states:
        assert text == "Kế hoạch cải cách hành chính chưa có nhiệm vụ nào."
        return
    total = re.search(r"có (\S+) nhiệm vụ", text)
    printed = re.search(r"đã hoàn thành ([\d.]+)/([\d.]+) nhiệm vụ, đạt ([\d,]+)%", text)
    assert number(total[1]) == len(states)
    if not left:
        assert printed is None
        return
    assert number(printed[1]) == done
    assert number(printed[2]) == left
    assert number(printed[3]) == percent(done, left)
    late = re.search(r"(\d+) nhiệm vụ quá hạn chưa xong\.", text)
    assert (number(late[1]) if late else 0) == states.count("overdue")


@pytest.mark.parametrize("seed", range(12))
def test_random_plans_and_progress_every_count_equals_an_independent_one(session, seed):
    dice = random.Random(seed)
    add_communes(session)
    session.imports.write(session.imports.preview(random_plan(dice), 2025))
    record_at_random(session, 2025, dice)

    for code in PERIODS:
        check_report(session, PeriodKey(2025, code))


@pytest.mark.slow
def test_the_real_annex_every_count_equals_an_independent_one(session):
    if not ANNEX.exists():
        pytest.skip("the real annex is not at hand")
    add_communes(session)
    session.imports.write(session.imports.preview(session.imports.read_file(ANNEX), 2024))
    record_at_random(session, 2024, random.Random(7))

    for code in PERIODS:
        check_report(session, PeriodKey(2024, code))
    assert session.reports.check(PeriodKey(2024, "year")).facts.figures["whole.total"].value == 41


def test_the_same_number_and_day_are_one_document(session):
    add_communes(session)
    plan = draft_of(section("A", drafted("Một"), drafted("Hai")))
    session.imports.write(session.imports.preview(plan, 2025))
    key = PeriodKey(2025, "quarter-1")
    for state in session.progress.board(key).states:
        ref = WorkRef(state.item.task.id, state.item.deliverable.id)
        for text, day in (("12/KH-UBND", date(2025, 1, 6)), ("12/KH-UBND", date(2025, 2, 6))):
            session.evidence.add(ref, key, Evidence(EvidenceId(0), text, day))

    assert session.reports.check(key).facts.figures["documents"].value == 2
