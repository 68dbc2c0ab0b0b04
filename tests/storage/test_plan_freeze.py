"""The words of an issued plan cannot be changed by any way of writing, undo among them."""

from datetime import datetime

import pytest

from cchc_desktop.domain.clock import FixedClock
from cchc_desktop.domain.errors import PlanFrozen
from cchc_desktop.storage.office_file import create_office_file

ROWS = {
    "plan": {
        "year": 2025, "title": "NHIỆM VỤ", "annex_number": "", "parent_type": "Kế hoạch",
        "parent_number": "", "parent_symbol": "KH-UBND", "parent_issued_on": None,
        "parent_issuer": "", "task_numbering": "per_section",
    },
    "section": {"plan_id": 1, "position": 1, "title": "THỂ CHẾ"},
    "task": {
        "section_id": 1, "parent_id": None, "position": 1, "content": "Rà soát", "lead": "",
        "cooperating": "", "monitor": "", "note": "", "lead_by_hand": None,
        "cooperating_by_hand": None, "monitor_by_hand": None,
    },
    "deliverable": {
        "task_id": 1, "position": 1, "product": "Kế hoạch", "deadline": "Quý I",
        "deadline_by_hand": None,
    },
    "text_part": {
        "plan_id": 1, "position": 1, "kind": "body", "title": "Về cải cách", "is_landscape": 0,
    },
    "passage": {
        "part_id": 1, "position": 1, "kind": "part", "level": 1, "own_number": "",
        "text": "MỤC TIÊU", "cells": "",
    },
}  # fmt: skip


@pytest.fixture
def file(tmp_path):
    file = create_office_file(tmp_path / "a.cchc", FixedClock(datetime(2025, 1, 2)))
    with file.transaction("create_plan") as step:
        for table, row in ROWS.items():
            step.unit.insert(table, row)
    yield file
    file.close()


def freeze(file, state="issued"):
    with file.transaction("issue_plan") as step:
        row = {"plan_id": 1, "state": state, "since": "2025-01-05T08:00:00", "reason": ""}
        step.unit.insert("plan_standing", row)


@pytest.mark.parametrize("table", ROWS)
@pytest.mark.parametrize("state", ["issued", "expired"])
def test_no_row_of_a_frozen_plan_is_changed(file, table, state):
    freeze(file, state)
    field = "position" if table != "plan" else "title"
    with pytest.raises(PlanFrozen), file.transaction("edit") as step:
        step.unit.update(table, 1, {field: 9})
    with pytest.raises(PlanFrozen), file.transaction("delete") as step:
        step.unit.delete(table, 1)


@pytest.mark.parametrize("table", [table for table in ROWS if table != "plan"])
def test_nothing_is_added_to_a_frozen_plan(file, table):
    freeze(file)
    with pytest.raises(PlanFrozen), file.transaction("add") as step:
        step.unit.insert(table, {**ROWS[table], "position": 2})


def test_undo_does_not_reach_into_a_frozen_plan(file):
    freeze(file)
    file.undo()
    with file.transaction("edit") as step:
        step.unit.update("passage", 1, {"text": "MỤC ĐÍCH"})
    freeze(file)
    file.db.execute("UPDATE history SET state = 'undone' WHERE label = 'issue_plan'")
    with pytest.raises(PlanFrozen):
        file.undo()


def test_what_words_are_understood_as_can_still_be_set(file):
    freeze(file)
    with file.transaction("set_deadline_meaning") as step:
        step.unit.update("deliverable", 1, {"deadline_by_hand": "{}"})
        step.unit.update("task", 1, {"lead_by_hand": "{}"})
    assert len(step.change_set.changes) == 2


def test_another_plan_stays_free(file):
    freeze(file)
    with file.transaction("create_plan") as step:
        plan = step.unit.insert("plan", {**ROWS["plan"], "year": 2026})
        step.unit.insert("section", {**ROWS["section"], "plan_id": plan})


@pytest.mark.parametrize("state", ["draft", "submitted"])
def test_a_plan_that_is_not_issued_can_be_changed(file, state):
    freeze(file, state)
    with file.transaction("edit") as step:
        step.unit.update("task", 1, {"content": "Rà soát văn bản"})
    assert step.change_set.changes
