"""What may stand in the way of opening a data file, and what is offered."""

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from cchc_desktop.domain.clock import FixedClock
from cchc_desktop.domain.errors import (
    FileExists,
    FileHeld,
    FileMissing,
    FileTooNew,
    NotAnOfficeFile,
    StorageDamaged,
)
from cchc_desktop.domain.office import Letterhead, LetterheadId, OfficeLevel
from cchc_desktop.services.session import OfficeSetup, Session, open_session
from cchc_desktop.ui.file_opening import FileOpening, risk_sentence, with_suffix
from cchc_desktop.ui.jobs import Jobs
from cchc_desktop.ui.messages import Messages


@pytest.fixture
def opening(jobs: Jobs, clock: FixedClock, messages: Messages) -> FileOpening:
    return FileOpening(jobs, clock, messages)


@pytest.fixture
def held_elsewhere(session_file: Path, clock: FixedClock) -> Iterator[Session]:
    session = open_session(session_file, clock)
    yield session
    session.close()


def close(jobs: Jobs, session: Session | None) -> None:
    assert session is not None
    jobs.run_to_end(session.close)


def damage(path: Path) -> None:
    content = bytearray(path.read_bytes())
    for start in range(8192, len(content) - 64, 4096):
        content[start : start + 64] = b"\xff" * 64
    path.write_bytes(content)


def test_a_file_in_use_is_refused_with_who_holds_it(
    opening: FileOpening, held_elsewhere: Session, messages: Messages
) -> None:
    assert opening.open(held_elsewhere.path) is None

    error = messages.take_error()
    assert isinstance(error, FileHeld)
    assert error.params["host"]


def leave_lock_of_a_crash(path: Path) -> None:
    lock = path.with_name(f"{path.name}-lock")
    lock.write_text('{"host": "may-cu", "user": "hoa", "pid": 1, "since": "2024-03-14T16:02:00"}')


def test_a_lock_that_a_crash_left_is_removed_only_if_the_officer_agrees(
    opening: FileOpening, session_file: Path, messages: Messages, jobs: Jobs
) -> None:
    leave_lock_of_a_crash(session_file)
    messages.answers = [False, True]

    assert opening.open(session_file) is None
    session = opening.open(session_file)

    close(jobs, session)
    assert "hoa" in messages.questions[0]
    assert "may-cu" in messages.questions[0]


def test_of_a_damaged_file_the_newest_backup_is_opened_as_a_copy(
    opening: FileOpening, session_file: Path, messages: Messages, jobs: Jobs, clock: FixedClock
) -> None:
    session = open_session(session_file, clock)
    session.plans.create(2024)
    session.backups.make("manual")
    session.close()
    damage(session_file)
    damaged = session_file.read_bytes()
    messages.answers = [True]

    recovered = opening.open(session_file)

    assert recovered is not None
    assert recovered.path == session_file.with_name("Sông Trà (khôi phục).cchc")
    assert jobs.run_to_end(lambda: [plan.year for plan in recovered.plans.list()]) == [2024]
    close(jobs, recovered)
    assert session_file.read_bytes() == damaged
    assert "10:42 ngày 15/03/2024" in messages.questions[0]


def test_a_damaged_file_without_backup_is_said_and_left_alone(
    opening: FileOpening, session_file: Path, messages: Messages
) -> None:
    damage(session_file)

    assert opening.open(session_file) is None
    assert isinstance(messages.take_error(), StorageDamaged)


def test_a_file_of_a_newer_version_is_refused(
    opening: FileOpening, session_file: Path, messages: Messages
) -> None:
    connection = sqlite3.connect(session_file)
    connection.execute("PRAGMA user_version = 999")
    connection.close()

    assert opening.open(session_file) is None
    assert isinstance(messages.take_error(), FileTooNew)


@pytest.mark.parametrize(
    ("content", "expected"), [(b"PK\x03\x04 not ours", NotAnOfficeFile), (None, FileMissing)]
)
def test_what_is_no_data_file_is_refused(
    opening: FileOpening,
    tmp_path: Path,
    messages: Messages,
    content: bytes | None,
    expected: type[BaseException],
) -> None:
    path = tmp_path / "khác.cchc"
    if content is not None:
        path.write_bytes(content)

    assert opening.open(path) is None
    assert isinstance(messages.take_error(), expected)


def test_a_new_office_never_overwrites_a_file(
    opening: FileOpening, session_file: Path, messages: Messages
) -> None:
    before = session_file.read_bytes()
    setup = OfficeSetup(OfficeLevel.COMMUNE, Letterhead(LetterheadId(0), "", "UBND xã", ""))

    assert opening.create(session_file.with_suffix(""), setup) is None
    assert isinstance(messages.take_error(), FileExists)
    assert session_file.read_bytes() == before


def test_a_dot_in_a_name_does_not_lose_the_ending() -> None:
    assert with_suffix(Path("/kho/CCHC TP. Hà")) == Path("/kho/CCHC TP. Hà.cchc")
    assert with_suffix(Path("/kho/a.CCHC")) == Path("/kho/a.CCHC")


def test_a_file_in_a_synchronised_folder_gets_a_warning(tmp_path: Path) -> None:
    folder = tmp_path / "OneDrive - Huyện"
    folder.mkdir()

    assert "đồng bộ" in risk_sentence(folder / "a.cchc")
    assert risk_sentence(tmp_path / "a.cchc") == ""


def test_the_copy_of_a_backup_never_overwrites_an_earlier_one(
    session_file: Path, tmp_path: Path
) -> None:
    from cchc_desktop.services.backups import recover_from

    copy = tmp_path / "copy.cchc"
    shutil.copyfile(session_file, copy)

    first, second = recover_from(copy, session_file), recover_from(copy, session_file)

    assert first != second
    assert first.read_bytes() == second.read_bytes() == copy.read_bytes()
