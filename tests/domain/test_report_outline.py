"""An outline that ships damaged is refused with the place named."""

import copy
import tomllib
from datetime import date
from pathlib import Path

import pytest

from cchc_desktop.domain.errors import CatalogueDamaged
from cchc_desktop.domain.office import OfficeLevel
from cchc_desktop.domain.period import PeriodKey
from cchc_desktop.domain.report_outline import parse_report_outlines

FILE = Path(__file__).parents[2] / "resources" / "catalogues" / "report-outline.toml"
DATA = tomllib.loads(FILE.read_text(encoding="utf-8"))


def test_the_shipped_outline_holds_and_names_its_source():
    outlines = parse_report_outlines(DATA, FILE.name)

    outline = outlines.find(OfficeLevel.DISTRICT, date(2026, 3, 14))
    assert [part.title for part in outline.parts][:3] == [
        "Công tác chỉ đạo, điều hành",
        "Kết quả thực hiện",
        "Đánh giá chung",
    ]
    assert "4625/BNV-CCHC" in outline.source


def test_an_unknown_period_is_followed_by_the_next_one():
    following = parse_report_outlines(DATA, "x").next_period(PeriodKey(2026, "?"), date(2026, 5, 1))

    assert (following.title, following.last_day) == ("kỳ tiếp theo", date(2026, 12, 31))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("outline", 0, "title"), "Báo cáo {quarter}"),
        (("outline", 0, "opening"), "{0}"),
        (("outline", 0, "closing"), "{"),
        (("outline", 0, "colour"), "xanh"),
        (("outline", 0, "part", 0, "item", 0, "content"), "weather"),
        (("outline", 0, "part", 1, "code"), "direction"),
        (("outline", 0, "part", 0, "item", 0, "nothing"), "Không có {what}"),
        (("following", 0, "last_day"), "31/2"),
        (("following", 0, "last_day"), "cuối tháng"),
    ],
)
def test_what_does_not_hold_is_refused(path, value):
    data = copy.deepcopy(DATA)
    place = data
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value

    with pytest.raises(CatalogueDamaged):
        parse_report_outlines(data, "report-outline.toml")


def test_a_day_without_an_outline_is_told():
    with pytest.raises(CatalogueDamaged):
        parse_report_outlines({"outline": []}, "x").find(OfficeLevel.COMMUNE, date(2026, 1, 1))
