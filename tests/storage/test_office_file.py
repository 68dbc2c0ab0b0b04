"""The data file: whole, one at a time, never taken for something it is not."""

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from cchc_desktop.domain.errors import (
    EditConflict,
    FileExists,
    FileHeld,
    FileMissing,
    FileTooNew,
    NotAnOfficeFile,
    NothingToRedo,
    NothingToUndo,
    RecordMissing,
    StorageDamaged,
    StorageReadOnly,
)
from cchc_desktop.storage import history
from cchc_desktop.storage.file_lock import lock_path
from cchc_desktop.storage.migrations import LATEST_VERSION
from cchc_desktop.storage.office_file import APPLICATION_ID, create_office_file, open_office_file

AGENCY = {"position": 1, "name": "Phòng Nội vụ", "kind": "department", "short_name": ""}
AGENCY |= {"aliases": "[]", "valid_from": None, "valid_to": None, "successor_id": None}


def names(file) -> list[str]:
    return [row["name"] for row in file.db.query("SELECT name FROM agency ORDER BY id")]


def test_a_new_file_carries_our_mark_and_the_latest_version(path):
    header = path.read_bytes()[:100]

    assert int.from_bytes(header[68:72], "big") == APPLICATION_ID
    assert int.from_bytes(header[60:64], "big") == LATEST_VERSION


def test_an_open_file_checks_foreign_keys_and_waits_for_the_disk(office_file):
    pragma = {
        name: next(iter(office_file.db.execute(f"PRAGMA {name}")))[0]
        for name in ("foreign_keys", "journal_mode", "synchronous", "trusted_schema")
    }

    assert pragma == {
        "foreign_keys": 1,
        "journal_mode": "delete",
        "synchronous": 2,
        "trusted_schema": 0,
    }


def test_a_step_is_written_and_recorded(office_file):
    with office_file.transaction("add_agency", name="Phòng Nội vụ") as step:
        row_id = step.unit.insert("agency", AGENCY)

    entry = history.list_entries(office_file.db, 10)[0]
    assert names(office_file) == ["Phòng Nội vụ"]
    assert step.change_set.ids("agency") == {row_id}
    assert (entry.label, entry.params, entry.row_count) == (
        "add_agency",
        {"name": "Phòng Nội vụ"},
        1,
    )


def test_a_step_that_fails_writes_nothing(office_file):
    with pytest.raises(RecordMissing), office_file.transaction("add_agency") as step:  # noqa: PT012
        step.unit.insert("agency", AGENCY)
        step.unit.update("agency", 999, {"name": "?"})

    assert names(office_file) == []
    assert history.list_entries(office_file.db, 10) == ()


def test_setting_what_is_there_already_is_no_step(office_file):
    with office_file.transaction("add_agency") as step:
        row_id = step.unit.insert("agency", AGENCY)

    with office_file.transaction("save_agency") as step:
        step.unit.update("agency", row_id, {"name": "Phòng Nội vụ"})

    assert not step.change_set
    assert len(history.list_entries(office_file.db, 10)) == 1


def test_undo_and_redo_walk_through_the_steps(office_file):
    for name in ("A", "B"):
        with office_file.transaction("add_agency", name=name) as step:
            step.unit.insert("agency", AGENCY | {"name": name})

    office_file.undo()
    after_one = names(office_file)
    office_file.undo()
    after_two = names(office_file)
    office_file.redo()

    assert (after_one, after_two, names(office_file)) == (["A"], [], ["A"])


def test_undo_outlives_closing_the_file(path, clock):
    file = open_office_file(path, clock)
    with file.transaction("add_agency") as step:
        step.unit.insert("agency", AGENCY)
    file.close()

    file = open_office_file(path, clock)
    file.undo()

    assert names(file) == []
    file.close()


def test_a_new_step_ends_what_could_be_redone(office_file):
    with office_file.transaction("add_agency") as step:
        step.unit.insert("agency", AGENCY)
    office_file.undo()
    with office_file.transaction("add_agency") as step:
        step.unit.insert("agency", AGENCY | {"name": "B"})

    with pytest.raises(NothingToRedo):
        office_file.redo()


def test_nothing_done_is_nothing_to_undo(office_file):
    with pytest.raises(NothingToUndo):
        office_file.undo()


def test_undo_never_overwrites_a_row_that_changed_otherwise(office_file):
    with office_file.transaction("add_agency") as step:
        row_id = step.unit.insert("agency", AGENCY)
    office_file.db.execute("UPDATE agency SET name = 'khác' WHERE id = ?", [row_id])

    with pytest.raises(EditConflict):
        office_file.undo()

    assert names(office_file) == ["khác"]


def test_a_missing_file_is_said_to_be_missing(tmp_path, clock):
    with pytest.raises(FileMissing):
        open_office_file(tmp_path / "không có.cchc", clock)


def test_creating_over_an_existing_file_is_refused(path, clock):
    before = path.read_bytes()

    with pytest.raises(FileExists):
        create_office_file(path, clock)

    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "content", [b"", b"not a database", b"SQLite format 3\x00" + bytes(84), b"PK\x03\x04" * 100]
)
def test_some_other_file_is_refused_and_left_untouched(tmp_path, clock, content):
    path = tmp_path / "lạ.cchc"
    path.write_bytes(content)

    with pytest.raises(NotAnOfficeFile):
        open_office_file(path, clock)

    assert path.read_bytes() == content
    assert [p.name for p in tmp_path.iterdir()] == ["lạ.cchc"]


def test_somebody_elses_database_is_refused(tmp_path, clock):
    path = tmp_path / "lạ.cchc"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE t (x)")
    connection.close()

    with pytest.raises(NotAnOfficeFile):
        open_office_file(path, clock)


def test_a_file_of_a_newer_version_is_refused_untouched(path, clock):
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {LATEST_VERSION + 1}")
    connection.close()
    before = path.read_bytes()

    with pytest.raises(FileTooNew):
        open_office_file(path, clock)

    assert path.read_bytes() == before


def test_a_step_that_this_version_does_not_know_marks_a_newer_file(path, clock):
    connection = sqlite3.connect(path)
    connection.execute(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
        " VALUES ('cchc', 'm9999_future', '2030-01-01')"
    )
    connection.commit()
    connection.close()

    with pytest.raises(FileTooNew):
        open_office_file(path, clock)


def test_damage_is_found_on_opening(path, clock):
    office_file = open_office_file(path, clock)
    with office_file.transaction("add_agency") as step:
        for number in range(500):
            step.unit.insert("agency", AGENCY | {"name": f"Phòng {number}" * 20})
    office_file.close()
    content = bytearray(path.read_bytes())
    for start in range(8192, len(content), 4096):
        content[start : start + 64] = b"\xff" * 64
    path.write_bytes(content)

    with pytest.raises(StorageDamaged):
        open_office_file(path, clock)


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_a_file_cut_short_is_found_on_opening(path, clock, share):
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])

    with pytest.raises(StorageDamaged):
        open_office_file(path, clock)


@pytest.mark.skipif(os.name == "nt", reason="folders are made read-only otherwise on Windows")
def test_a_read_only_folder_is_said_so(tmp_path, clock):
    if os.geteuid() == 0:
        target = Path("/proc/cchc-test.cchc")
    else:
        tmp_path.chmod(0o500)
        target = tmp_path / "a.cchc"

    with pytest.raises(StorageReadOnly):
        create_office_file(target, clock)


def test_a_second_opening_says_who_holds_the_file(office_file, clock):
    with pytest.raises(FileHeld) as caught:
        open_office_file(office_file.path, clock)

    assert not caught.value.params["is_stale"]
    assert caught.value.params["since"] == "2026-03-02T08:30:00"
    assert caught.value.params["host"]


def test_closing_frees_the_file_and_removes_the_lock(path, clock):
    open_office_file(path, clock).close()

    assert not lock_path(path).exists()
    open_office_file(path, clock).close()


KILLED = """
import os, sys
from pathlib import Path
from cchc_desktop.domain.clock import SystemClock
from cchc_desktop.storage.office_file import open_office_file
file = open_office_file(Path(sys.argv[1]), SystemClock())
os.kill(os.getpid(), 9)
"""


@pytest.mark.skipif(os.name == "nt", reason="kills by signal")
def test_a_lock_left_by_a_crash_is_offered_for_removal(path, clock):
    subprocess.run([sys.executable, "-c", KILLED, str(path)], check=False)

    with pytest.raises(FileHeld) as caught:
        open_office_file(path, clock)

    assert caught.value.params["is_stale"]
    open_office_file(path, clock, take_over=True).close()
    assert not lock_path(path).exists()


@pytest.mark.skipif(os.name == "nt", reason="kills by signal")
def test_a_lock_of_a_file_that_is_gone_does_not_hinder_a_new_one(path, clock):
    subprocess.run([sys.executable, "-c", KILLED, str(path)], check=False)
    path.unlink()

    create_office_file(path, clock).close()

    assert not lock_path(path).exists()


def test_an_older_file_is_upgraded_after_a_backup(path, clock):
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 0")
    connection.close()

    open_office_file(path, clock).close()

    copies = list((path.parent / "huyện - sao lưu").glob("*-upgrade.cchc"))
    assert len(copies) == 1
    assert path.read_bytes()[60:64] == LATEST_VERSION.to_bytes(4, "big")


def test_the_file_can_be_copied_while_it_is_open(office_file, tmp_path, clock):
    with office_file.transaction("add_agency") as step:
        step.unit.insert("agency", AGENCY)

    copy = Path(shutil.copy(office_file.path, tmp_path / "usb.cchc"))

    copied = open_office_file(copy, clock)
    assert names(copied) == ["Phòng Nội vụ"]
    copied.close()


def test_the_schema_for_reading_is_the_schema_of_a_new_file(office_file):
    rows = office_file.db.query(
        "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE '%migrations%'"
        " AND name NOT LIKE 'idx__sqlite%' ORDER BY rowid"
    )
    schema = ";\n\n".join(row["sql"] for row in rows) + ";\n"

    written = Path(__file__).parents[2] / "cchc_desktop" / "storage" / "schema.sql"

    assert written.read_text(encoding="utf-8") == schema
