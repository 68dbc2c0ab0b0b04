"""A real data file, made once and copied for each test."""

import shutil
from datetime import datetime
from pathlib import Path

import pytest

from cchc_desktop.domain.clock import FixedClock
from cchc_desktop.storage.office_file import OfficeFile, create_office_file, open_office_file


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2026, 3, 2, 8, 30))


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("empty") / "huyện.cchc"
    create_office_file(path, FixedClock(datetime(2026, 3, 2, 8, 0))).close()
    return path


@pytest.fixture
def path(tmp_path: Path, empty_file: Path) -> Path:
    folder = tmp_path / "Thư mục có dấu Ắ"
    folder.mkdir()
    return Path(shutil.copy(empty_file, folder / "huyện.cchc"))


@pytest.fixture
def office_file(path: Path, clock: FixedClock) -> OfficeFile:
    file = open_office_file(path, clock)
    yield file
    assert not file.db.conn.in_transaction
    file.close()
