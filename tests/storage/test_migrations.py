"""A file of an older version is backed up, brought up to date, and keeps what it holds."""

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from cchc_desktop.storage import history
from cchc_desktop.storage.backup import list_backups
from cchc_desktop.storage.migrations import LATEST_VERSION, STEPS
from cchc_desktop.storage.office_file import APPLICATION_ID, create_office_file, open_office_file

FIRST_STEP = "m0001_office_and_plan"

ROWS = {
    "office": {"id": 1, "level": "district"},
    "agency": {
        "id": 7, "position": 1, "name": "Phòng Nội vụ", "kind": "department", "short_name": "",
        "aliases": "[]", "valid_from": None, "valid_to": None, "successor_id": None,
    },
    "plan": {
        "id": 3, "year": 2025, "title": "CÁC NHIỆM VỤ", "annex_number": "I", "parent_type": "",
        "parent_number": "", "parent_symbol": "", "parent_issued_on": None, "parent_issuer": "",
        "task_numbering": "per_section",
    },
    "section": {"id": 4, "plan_id": 3, "position": 1, "title": "CẢI CÁCH THỂ CHẾ"},
    "task": {
        "id": 5, "section_id": 4, "parent_id": None, "position": 1, "content": "Rà soát",
        "lead": "Phòng Nội vụ", "cooperating": "", "monitor": "", "note": "",
        "lead_by_hand": None, "cooperating_by_hand": None, "monitor_by_hand": None,
    },
    "deliverable": {
        "id": 6, "task_id": 5, "position": 1, "product": "Báo cáo", "deadline": "Quý I/2025",
        "deadline_by_hand": None,
    },
    "setting": {"name": "màu", "value": "xanh"},
}  # fmt: skip


EXCEPTION = {
    "id": 8, "plan_id": 3, "code": "task_twice", "row_kind": "task", "row_id": 5,
    "fingerprint": "ab", "reason": "Hai đợt khác nhau", "made_on": "2025-02-03", "made_by": "Lan",
}  # fmt: skip


def write_old_file(path: Path, names: Sequence[str], rows: Mapping[str, Mapping[str, object]]):
    """Write a file as the version wrote it that knew only the steps ``names``."""
    steps = Migrations("cchc")
    for name in names:
        steps(name=name)(STEPS[name])
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        db = Database(conn)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        steps.apply(db)
        for table, row in rows.items():
            blanks = ", ".join("?" * len(row))
            sql = f"INSERT INTO {table} ({', '.join(row)}) VALUES ({blanks})"
            db.execute(sql, list(row.values()))
        db.execute(f"PRAGMA user_version = {len(names)}")


@pytest.fixture
def old_path(tmp_path: Path) -> Path:
    """A file as the first version wrote it, with a row in each of its kinds of tables."""
    path = tmp_path / "huyện cũ.cchc"
    write_old_file(path, [FIRST_STEP], ROWS)
    return path


@pytest.fixture
def third_path(tmp_path: Path) -> Path:
    """A file as the third version wrote it, with rows that refer to its plan."""
    path = tmp_path / "huyện bản 3.cchc"
    write_old_file(path, list(STEPS)[:3], {**ROWS, "check_exception": EXCEPTION})
    return path


def rows_of(db: Database) -> dict[str, list[dict[str, object]]]:
    return {table: list(db.query(f"SELECT * FROM {table}")) for table in ROWS}


def schema_of(db: Database) -> list[str]:
    sql = "SELECT sql FROM sqlite_master WHERE sql NOT NULL AND name NOT LIKE '\\_%' ESCAPE '\\'"
    return sorted(row[0] for row in db.execute(sql))


def version_of(db: Database) -> int:
    return int(next(iter(db.execute("PRAGMA user_version")))[0])


def test_older_file_keeps_its_rows_and_gets_the_tables_of_a_new_one(old_path, clock, tmp_path):
    new = create_office_file(tmp_path / "mới.cchc", clock)
    expected = schema_of(new.db)
    new.close()

    file = open_office_file(old_path, clock)

    assert rows_of(file.db) == {table: [row] for table, row in ROWS.items()}
    assert schema_of(file.db) == expected
    assert version_of(file.db) == LATEST_VERSION
    assert list(file.db.execute("PRAGMA foreign_key_check")) == []
    file.close()


def test_file_of_the_third_version_keeps_its_plan_and_all_that_refers_to_it(third_path, clock):
    file = open_office_file(third_path, clock)

    assert rows_of(file.db) == {table: [row] for table, row in ROWS.items()}
    (exception,) = file.db.query("SELECT * FROM check_exception")
    assert {name: exception[name] for name in EXCEPTION} == EXCEPTION
    assert list(file.db.execute("PRAGMA foreign_key_check")) == []
    for table in ("section", "check_exception"):
        targets = {row[2] for row in file.db.execute(f"PRAGMA foreign_key_list({table})")}
        assert "plan" in targets
    with pytest.raises(sqlite3.IntegrityError), file.db.conn:
        file.db.execute("DELETE FROM plan")
    file.close()


def test_file_of_the_third_version_can_hold_a_second_plan_from_the_same_year(third_path, clock):
    file = open_office_file(third_path, clock)
    with file.transaction("create_plan", year="2025-2030") as step:
        values = {name: value for name, value in ROWS["plan"].items() if name != "id"}
        step.unit.insert("plan", values)

    assert [row["year"] for row in file.db.query("SELECT year FROM plan")] == [2025, 2025]
    file.undo()
    assert rows_of(file.db)["plan"] == [ROWS["plan"]]
    file.close()


def test_older_file_is_backed_up_as_it_was_before_it_is_touched(old_path, clock):
    open_office_file(old_path, clock).close()

    ((_, backup),) = list_backups(old_path)
    with closing(sqlite3.connect(backup)) as conn:
        db = Database(conn)
        assert version_of(db) == 1
        assert "progress" not in db.table_names()
        assert rows_of(db) == {table: [row] for table, row in ROWS.items()}


def test_file_brought_up_to_date_can_be_written_and_undone(old_path, clock):
    file = open_office_file(old_path, clock)
    happened = {"deliverable_id": 6, "happened_on": "2025-03-02", "due": None, "document": ""}
    with file.transaction("record_occurrence") as step:
        step.unit.insert("occurrence", happened)
    file.undo()

    assert list(file.db.query("SELECT * FROM occurrence")) == []
    assert [entry.is_undone for entry in history.list_entries(file.db, 5)] == [True]
    file.close()


def test_file_brought_up_to_date_is_not_backed_up_again(old_path, clock):
    open_office_file(old_path, clock).close()
    open_office_file(old_path, clock).close()

    assert len(list_backups(old_path)) == 1


def test_a_step_that_fails_leaves_the_older_file_as_it_was(old_path, clock):
    # A table of the second step stands in its way already.
    with closing(sqlite3.connect(old_path)) as conn:
        conn.execute("CREATE TABLE sent_paper (id INTEGER PRIMARY KEY)")

    with pytest.raises(sqlite3.OperationalError):
        open_office_file(old_path, clock)

    with closing(sqlite3.connect(old_path)) as conn:
        db = Database(conn)
        assert version_of(db) == 1
        assert "period_closing" not in db.table_names()
        assert rows_of(db) == {table: [row] for table, row in ROWS.items()}


def test_each_step_of_the_schema_is_applied_once_and_in_order(old_path, clock):
    file = open_office_file(old_path, clock)

    applied = [row["name"] for row in file.db.query("SELECT name FROM _sqlite_migrations")]

    assert applied == list(STEPS) == sorted(STEPS)
    assert {"progress", "check_exception"} <= set(file.db.table_names())
    file.close()
