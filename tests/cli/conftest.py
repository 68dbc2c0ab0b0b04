"""Calls the command line as a script would and gives back what it said."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from cchc_desktop.cli.main import main


@dataclass
class Answer:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Call = Callable[..., Answer]


@pytest.fixture
def cchc(capsys: pytest.CaptureFixture[str]) -> Call:
    def call(*arguments: object) -> Answer:
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return Answer(int(ended.value.code or 0), said.out, said.err)

    return call


@pytest.fixture
def office(tmp_path: Path, cchc: Call) -> Path:
    path = tmp_path / "Phòng Nội vụ" / "huyện.cchc"
    path.parent.mkdir()
    answer = cchc(
        "init", path, "--office", "Ủy ban nhân dân huyện B", "--parent", "Ủy ban nhân dân tỉnh A",
        "--place", "B",
    )  # fmt: skip
    assert answer.code == 0
    return path


ANNEX = (
    "STT\tNhiệm vụ cụ thể\tKết quả, sản phẩm\tThời gian thực hiện\t"
    "Cơ quan chủ trì\tCơ quan phối hợp\tGhi chú\n"
    "I\tCÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH\t\t\t\t\t\n"
    "1\tBan hành kế hoạch\tKế hoạch\tQuý I/2024\tPhòng Nội vụ\tCác Phòng, ban, ngành\t\n"
    "2\tKiểm tra công tác cải cách hành chính\t\t\t\t\t\n"
    "a)\tKiểm tra định kỳ\tKế hoạch\tThường xuyên trong năm\tPhòng Nội vụ\tTổ kiểm tra\t= Ghi chú\n"
    "b)\tKiểm tra đột xuất\tBáo cáo\tKhi UBND tỉnh yêu cầu\tPhòng Nội vụ\tPhòng Tư pháp\t\n"
)


@pytest.fixture
def annex(tmp_path: Path) -> Path:
    path = tmp_path / "phụ lục.tsv"
    path.write_text(ANNEX, encoding="utf-8")
    return path
