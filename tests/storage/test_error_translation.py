"""SQLite's errors become sentences only where the world is at fault."""

import sqlite3

import pytest

from cchc_desktop.domain.errors import EnvironmentProblem, StorageFull
from cchc_desktop.storage.error_translation import KNOWN, translated_errors

OURS = {
    "SQLITE_ERROR", "SQLITE_INTERNAL", "SQLITE_ABORT", "SQLITE_NOMEM", "SQLITE_INTERRUPT",
    "SQLITE_NOTFOUND", "SQLITE_EMPTY", "SQLITE_SCHEMA", "SQLITE_TOOBIG", "SQLITE_CONSTRAINT",
    "SQLITE_MISMATCH", "SQLITE_MISUSE", "SQLITE_NOLFS", "SQLITE_AUTH", "SQLITE_FORMAT",
    "SQLITE_RANGE", "SQLITE_NOTICE", "SQLITE_WARNING",
}  # fmt: skip
NOT_ERRORS = {"SQLITE_OK", "SQLITE_DENY", "SQLITE_IGNORE", "SQLITE_ROW", "SQLITE_DONE"}


def primary_codes() -> dict[str, int]:
    """The primary result codes are those with a single word after the prefix and below 32."""
    found = {
        name: getattr(sqlite3, name)
        for name in dir(sqlite3)
        if name.startswith("SQLITE_") and name.count("_") == 1
    }
    actions = {"SQLITE_SELECT", "SQLITE_READ", "SQLITE_UPDATE", "SQLITE_DELETE", "SQLITE_INSERT"}
    actions |= {"SQLITE_PRAGMA", "SQLITE_TRANSACTION", "SQLITE_ATTACH", "SQLITE_DETACH"}
    actions |= {"SQLITE_REINDEX", "SQLITE_ANALYZE", "SQLITE_FUNCTION", "SQLITE_SAVEPOINT"}
    actions |= {"SQLITE_RECURSIVE"}
    return {n: c for n, c in found.items() if n not in actions | NOT_ERRORS and 0 < c < 32}


def test_every_code_of_sqlite_is_either_the_worlds_fault_or_ours():
    codes = primary_codes()

    unknown = {name for name, code in codes.items() if code not in KNOWN} - OURS

    assert unknown == set()


def test_every_code_we_name_exists_in_sqlite():
    assert set(KNOWN) <= set(primary_codes().values())


@pytest.mark.parametrize("code", sorted(KNOWN))
def test_the_worlds_fault_becomes_a_typed_error(tmp_path, code):
    error = sqlite3.OperationalError("x")
    error.sqlite_errorcode = code | (3 << 8)

    with pytest.raises(EnvironmentProblem) as caught, translated_errors(tmp_path / "a.cchc"):
        raise error

    assert type(caught.value) is KNOWN[code]
    assert caught.value.params["file"].endswith("a.cchc")


def test_our_fault_passes_through(tmp_path):
    connection = sqlite3.connect(":memory:")

    with pytest.raises(sqlite3.OperationalError), translated_errors(tmp_path):
        connection.execute("SELECT * FROM nowhere")

    connection.close()


def test_a_full_disk_loses_nothing_that_was_saved(office_file):
    with office_file.transaction("set_level") as step:
        step.unit.insert("office", {"id": 1, "level": "district"})
    pages = next(iter(office_file.db.execute("PRAGMA page_count")))[0]
    office_file.db.execute(f"PRAGMA max_page_count = {pages}")

    with pytest.raises(StorageFull), office_file.transaction("add_section") as step:
        step.unit.insert("setting", {"name": "x", "value": "y" * 1_000_000})

    assert list(office_file.db.query("SELECT level FROM office")) == [{"level": "district"}]
