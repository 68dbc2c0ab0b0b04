"""Safety copies: checked when made, thinned as they grow old."""

import sqlite3
from datetime import datetime, timedelta

from cchc_desktop.storage.backup import (
    back_up,
    backup_folder,
    kept_times,
    list_backups,
    thin_backups,
)
from cchc_desktop.storage.office_file import open_office_file

NOW = datetime(2026, 11, 20, 17, 0)


def test_a_copy_made_while_the_file_is_open_holds_what_was_saved(office_file, clock):
    with office_file.transaction("set_level") as step:
        step.unit.insert("office", {"id": 1, "level": "district"})

    copy = back_up(office_file.path, NOW, "manual")

    connection = sqlite3.connect(copy)
    assert connection.execute("SELECT level FROM office").fetchall() == [("district",)]
    connection.close()


def test_a_copy_can_be_opened_as_a_data_file(path, clock):
    copy = back_up(path, NOW, "manual")

    open_office_file(copy, clock).close()


def test_a_copy_is_named_by_its_time_and_reason(path):
    copy = back_up(path, NOW, "import")

    assert copy.parent == backup_folder(path)
    assert copy.name == "huyện.20261120-170000-import.cchc"
    assert list_backups(path) == ((NOW, copy),)


def test_nothing_half_written_stays_behind(path):
    back_up(path, NOW, "manual")

    assert [p.suffix for p in backup_folder(path).iterdir()] == [".cchc"]


def test_every_copy_of_two_days_is_kept():
    times = [NOW - timedelta(hours=hours) for hours in range(48)]

    assert kept_times(times, NOW) == set(times)


def test_older_copies_thin_to_days_weeks_and_months():
    times = [NOW - timedelta(days=days, hours=h) for days in range(400) for h in (0, 3)]

    kept = kept_times(times, NOW)

    older = {t for t in kept if NOW - t > timedelta(days=2)}
    assert len(older) <= 12 + 10 + 9
    assert len({t.date() for t in older if NOW - t < timedelta(days=12)}) == 9
    assert min(older) <= NOW - timedelta(days=200)


def test_the_newest_copy_is_never_deleted():
    old = datetime(2020, 1, 1)

    assert kept_times([old], NOW) == {old}


def test_thinning_deletes_only_what_the_rule_gives_up(path):
    for days in range(30):
        back_up(path, NOW - timedelta(days=days), "auto")

    gone = thin_backups(path, NOW)

    left = [made_at for made_at, _ in list_backups(path)]
    assert set(left) == kept_times([NOW - timedelta(days=d) for d in range(30)], NOW)
    assert all(not copy.exists() for copy in gone)
