"""Rows keep their ids for good: what was deleted gives its id to no other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.clock import SystemClock
from cchc_desktop.storage.office_file import create_office_file

PLAN = {
    "year": 2025, "title": "NHIỆM VỤ", "annex_number": "", "parent_type": "Kế hoạch",
    "parent_number": "", "parent_symbol": "KH-UBND", "parent_issued_on": None,
    "parent_issuer": "", "task_numbering": "per_section",
}  # fmt: skip


@pytest.fixture
def file(tmp_path):
    file = create_office_file(tmp_path / "a.cchc", SystemClock())
    with file.transaction("create_plan") as step:
        step.unit.insert("plan", PLAN)
    yield file
    file.close()


def add(file) -> int:
    with file.transaction("add_section") as step:
        return step.unit.insert("section", {"plan_id": 1, "position": 1, "title": "THỂ CHẾ"})


def delete(file, row_id: int) -> None:
    with file.transaction("delete_section") as step:
        step.unit.delete("section", row_id)


def test_the_id_of_a_deleted_row_is_given_to_no_other(file):
    first = add(file)
    delete(file, first)
    assert add(file) != first


def test_a_row_brought_back_by_undo_has_its_own_id_and_the_next_one_another(file):
    first = add(file)
    delete(file, first)
    file.undo()
    second = add(file)
    ids = [row[0] for row in file.db.execute("SELECT id FROM section ORDER BY id")]
    assert ids == [first, second]


def test_a_row_taken_back_and_made_again_keeps_its_id(file):
    first = add(file)
    file.undo()
    file.redo()
    assert [row[0] for row in file.db.execute("SELECT id FROM section")] == [first]


@given(st.lists(st.sampled_from(["add", "delete", "undo"]), max_size=20))
def test_no_id_is_ever_given_twice(tmp_path_factory, steps):
    file = create_office_file(tmp_path_factory.mktemp("ids") / "a.cchc", SystemClock())
    with file.transaction("create_plan") as step:
        step.unit.insert("plan", PLAN)
    given_ids: list[int] = []
    for step_name in steps:
        here = [row[0] for row in file.db.execute("SELECT id FROM section ORDER BY id")]
        if step_name == "add":
            given_ids.append(add(file))
        elif step_name == "delete" and here:
            delete(file, here[-1])
        elif step_name == "undo":
            done = "SELECT count(*) FROM history WHERE state = 'done'"
            if next(iter(file.db.execute(done)))[0] > 1:
                file.undo()
    file.close()
    assert len(given_ids) == len(set(given_ids))
