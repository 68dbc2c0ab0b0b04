"""What the sample office recorded: read whole, and refused by its place where it is wrong."""

import copy
import re
from datetime import date

import pytest

from cchc_desktop.domain.agency_reading import AgencyReader
from cchc_desktop.domain.deadline_reading import understand_deadline
from cchc_desktop.domain.errors import CatalogueDamaged
from cchc_desktop.domain.period import PeriodKey
from cchc_desktop.domain.plan import (
    Assignment,
    Deadline,
    Deliverable,
    DeliverableId,
    Plan,
    PlanId,
    PlanTask,
    Section,
    SectionId,
    TaskId,
)
from cchc_desktop.domain.progress_state import ProgressState, Verdict, Why
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.sample_progress import SampleReader, parse_sample_progress
from cchc_desktop.domain.tracking import TrackedState, tracked_items
from cchc_desktop.domain.vietnamese import tidy
from tests.domain.conftest import load

SOURCE = "sample-progress.toml"
DAY = date(2025, 3, 14)
QUARTER = PeriodKey(2025, "quarter-1")
SAID = {"task": "I.1", "statement": "done", "done_on": date(2025, 2, 1), "result": "Đã xong"}


@pytest.fixture(scope="module")
def data():
    return load("sample", SOURCE)


@pytest.fixture(scope="module")
def sample(data):
    return parse_sample_progress(data, SOURCE)


@pytest.fixture(scope="module")
def small_plan(catalogue):
    """One task led by an agency, one by the communes."""
    reader = AgencyReader(catalogue, DAY)

    def task(number: int, lead: str) -> PlanTask:
        deadline = Deadline(RichText("Quý I/2025"), understand_deadline("Quý I/2025", 2025))
        product = Deliverable(DeliverableId(number), RichText("Kế hoạch"), deadline)
        who = Assignment(RichText(lead), reader.read(lead))
        return PlanTask(TaskId(number), str(number), RichText("Việc"), (product,), lead=who)

    tasks = (task(1, "Phòng Nội vụ"), task(2, "UBND các xã, thị trấn"))
    section = Section(SectionId(1), "I", RichText("Chung"), tasks)
    return Plan(PlanId(1), 2025, "Kế hoạch", sections=(section,))


@pytest.fixture(scope="module")
def set_on_plan(catalogue, small_plan):
    verdict = Verdict(ProgressState.NOT_DUE, Why.DUE_LATER)
    items = tracked_items(small_plan, catalogue, DAY, {})
    states = [TrackedState(item, verdict) for item in items]
    reader = SampleReader(small_plan, catalogue)

    def run(*works, code="quarter-1"):
        data = {"period": [{"code": code, "work": list(works)}]}
        period = parse_sample_progress(data, "s.toml").periods[0]
        reader.key(period, [QUARTER])
        return [(w.task, s.item.agency_id) for w, s in reader.states(period.works, states)]

    return run


def refusal(call, *arguments, **options):
    with pytest.raises(CatalogueDamaged) as caught:
        call(*arguments, **options)
    assert caught.value.params["file"] == "s.toml"
    return caught.value.params["reason"]


def test_shipped_file_has_a_finished_quarter_and_a_half_year_at_work(sample):
    assert [(p.code, p.is_closed) for p in sample.periods] == [
        ("quarter-1", True), ("half-year", False),
    ]  # fmt: skip
    assert len(sample.events) >= 5
    assert all(len(p.collections) == 2 for p in sample.periods)


def test_shipped_words_are_tidy_and_end_without_a_stop(sample):
    works = [work for period in sample.periods for work in period.works]
    texts = [t for w in works for t in (w.result, w.difficulties, w.proposals) if t]
    texts += [w.document.subject for w in works if w.document]
    texts += [event.document for event in sample.events]
    for text in texts:
        assert text == tidy(text)
        assert text[0].isupper()
        assert text[-1] not in " ,;."


def test_shipped_shares_follow_from_their_counts(sample):
    form = re.compile(r"([\d.,]+)/([\d.,]+)[^/]*?, đạt ([\d,]+)%")
    found = 0
    for period in sample.periods:
        for work in period.works:
            for part, whole, share in form.findall(work.result):
                one, all_ = (float(x.replace(".", "").replace(",", ".")) for x in (part, whole))
                assert float(share.replace(",", ".")) == round(100 * one / all_, 2), work.result
                found += 1
    assert found >= 20


def test_no_document_is_younger_than_the_day_it_came_in(sample):
    for period in sample.periods:
        last = max(c.received_on for c in period.collections)
        for work in period.works:
            assert work.done_on is None or work.done_on <= last
            assert work.document is None or work.document.issued_on <= last


def test_entry_for_members_holds_for_those_it_names_or_for_all_others(set_on_plan, catalogue):
    names = {a.name: a.id for a in catalogue.agencies}
    others = [f"UBND {n}" for n in ("xã Suối Ngà", "xã Mộc Vân", "thị trấn Bến Sim")]
    said = {"task": "I.2", "statement": "in_progress"}

    one = set_on_plan(SAID, {**said, "agencies": ["UBND xã Đồng Mây"]})
    rest = set_on_plan({**said, "all_but": ["UBND xã Đồng Mây"]})

    assert one == [("I.1", None), ("I.2", names["UBND xã Đồng Mây"])]
    assert rest == [("I.2", names[name]) for name in others]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"task": "I.9"}, "unknown task: I.9"),
        ({"product": 2}, "unknown product of I.1: 2"),
        ({"product": 0}, "unknown product of I.1: 0"),
        ({"statement": "finished"}, "statement has an unknown value: finished"),
        ({"percent": 120}, "percent is out of range: 120"),
        ({"agencies": ["Phòng Nội vụ"]}, "is not followed by member: I.1"),
        ({"task": "I.2"}, "does not say for which members: I.2"),
        ({"task": "I.2", "agencies": ["UBND xã Không Có"]}, "unknown agency: UBND xã Không Có"),
        ({"task": "I.2", "agencies": ["Phòng Tư pháp"]}, "does not lead I.2: Phòng Tư pháp"),
        ({"agencies": ["a"], "all_but": []}, "agencies and all_but exclude each other"),
        ({"results": "x"}, "unknown key: results"),
    ],
)  # fmt: skip
def test_wrong_entry_is_refused_by_its_place(set_on_plan, change, reason):
    assert refusal(set_on_plan, {**SAID, **change}) == f"period 1, work 1: {reason}"


def test_work_spoken_of_twice_is_refused(set_on_plan):
    assert refusal(set_on_plan, SAID, SAID) == "period 1, work 2: said twice: I.1"


def test_unknown_period_is_refused(set_on_plan):
    reason = refusal(set_on_plan, SAID, code="quarter-5")
    assert reason == "period 1: unknown period: quarter-5"


def test_event_of_an_unknown_task_is_refused(small_plan, catalogue):
    event = {"task": "II.1", "happened_on": date(2025, 1, 2), "document": "Công văn số 1"}
    sample = parse_sample_progress({"event": [event]}, "s.toml")

    reason = refusal(SampleReader(small_plan, catalogue).occurrence, sample.events[0])

    assert reason == "event 1: unknown task: II.1"


def test_misspelt_key_of_the_shipped_file_is_refused(data):
    damaged = copy.deepcopy(data)
    damaged["period"][1]["collections"] = []

    reason = refusal(parse_sample_progress, damaged, "s.toml")

    assert reason == "period 2: unknown key: collections"
