"""The lock of a period as the file knows it, and what may not be deleted under it."""

import pytest

from cchc_desktop.domain.errors import PeriodClosed
from cchc_desktop.domain.period import PeriodKey
from cchc_desktop.storage.period_repository import closed_keys, is_closed, load_closings
from cchc_desktop.storage.plan_order import delete_deliverable, delete_section

QUARTER = PeriodKey(2025, "quarter-1")


def lock(office_file, action, key=QUARTER):
    row = {
        "year": key.year, "code": key.code, "action": action, "made_on": "2025-03-18",
        "made_by": "", "reason": "lý do" if action == "reopened" else "",
    }  # fmt: skip
    with office_file.transaction("close_period") as step:
        step.unit.insert("period_closing", row)


@pytest.fixture
def recorded(office_file):
    """A section with one product, of which something is recorded in quý I and in 6 tháng."""
    texts = dict.fromkeys(("title", "annex_number", "parent_type", "parent_number"), "")
    parent = {"parent_symbol": "", "parent_issuer": "", "task_numbering": "per_section"}
    with office_file.transaction("create_plan") as step:
        insert = step.unit.insert
        plan = insert("plan", {"year": 2025, **texts, **parent})
        section = insert("section", {"plan_id": plan, "position": 1, "title": "I"})
        words = dict.fromkeys(("content", "lead", "cooperating", "monitor", "note"), "")
        task = insert("task", {"section_id": section, "position": 1, **words})
        product = {"task_id": task, "position": 1, "product": "", "deadline": ""}
        deliverable = insert("deliverable", product)
        for period in ("half-year", "quarter-1"):
            said = dict.fromkeys(("result", "difficulties", "proposals"), "")
            progress = {"deliverable_id": deliverable, "year": 2025, "period": period, **said}
            insert("progress", progress)
    return section, deliverable


def count(office_file, table):
    return next(iter(office_file.db.execute(f"SELECT count(*) FROM {table}")))[0]


def test_period_is_closed_from_its_closing_to_its_reopening(office_file):
    states = []
    for action in ("closed", "reopened", "closed"):
        lock(office_file, action)
        states.append(is_closed(office_file.db, QUARTER))
    assert states == [True, False, True]
    assert len(load_closings(office_file.db, QUARTER)) == 3


def test_lock_of_one_period_is_not_that_of_another(office_file):
    lock(office_file, "closed")
    lock(office_file, "closed", PeriodKey(2025, "year"))
    lock(office_file, "reopened", PeriodKey(2025, "year"))
    assert not is_closed(office_file.db, PeriodKey(2025, "half-year"))
    assert not is_closed(office_file.db, PeriodKey(2024, "quarter-1"))
    assert closed_keys(office_file.db, 2025) == {QUARTER}
    assert closed_keys(office_file.db, 2024) == frozenset()


def test_product_with_records_in_a_closed_period_is_not_deleted(office_file, recorded):
    section, deliverable = recorded
    lock(office_file, "closed")
    for delete, row_id in ((delete_deliverable, deliverable), (delete_section, section)):
        with (
            pytest.raises(PeriodClosed) as caught,
            office_file.transaction("delete_rows") as step,
        ):
            delete(step.unit, office_file.db, row_id)
        assert caught.value.params == {"period": "quarter-1", "year": 2025}
    assert [count(office_file, table) for table in ("section", "deliverable", "progress")] == [
        1, 1, 2,
    ]  # fmt: skip


@pytest.mark.parametrize("actions", [(), ("closed", "reopened")])
def test_product_with_records_in_open_periods_is_deleted_with_them(office_file, recorded, actions):
    for action in actions:
        lock(office_file, action)
    lock(office_file, "closed", PeriodKey(2025, "year"))
    with office_file.transaction("delete_rows") as step:
        delete_deliverable(step.unit, office_file.db, recorded[1])
    assert [count(office_file, table) for table in ("deliverable", "progress")] == [0, 0]
