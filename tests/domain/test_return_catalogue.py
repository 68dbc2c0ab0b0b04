"""The data file of the returns' workbook: whole, and refused when it is not."""

import copy
import tomllib
from pathlib import Path

import pytest

from cchc_desktop.domain.agency_return import ReturnField
from cchc_desktop.domain.errors import CatalogueDamaged
from cchc_desktop.domain.progress import Statement
from cchc_desktop.domain.return_catalogue import parse_return_catalogue

PATH = Path(__file__).parents[2] / "resources" / "catalogues" / "agency-return.toml"
VALUES = tomllib.loads(PATH.read_text(encoding="utf-8"))


def parse(values):
    return parse_return_catalogue(values, PATH.name)


def test_the_shipped_file_has_every_column_and_statement():
    catalogue = parse(VALUES)

    assert {c.field for c in catalogue.columns} == {None, *ReturnField}
    assert set(catalogue.statements) == set(Statement)
    assert catalogue.source
    assert catalogue.column_by_heading("  NGAY hoan thanh ").field is ReturnField.DONE_ON
    assert all(len(name) <= 31 for name in catalogue.sheets.values())


@pytest.mark.parametrize(
    ("word", "statement"),
    [
        ("ĐÃ XONG!", Statement.DONE),
        ("hoan thanh", Statement.DONE),
        ("Chưa xong", Statement.IN_PROGRESS),
        ("chưa phát-sinh", Statement.NOT_ARISEN),
        ("xong một phần", None),
        ("", None),
    ],
)
def test_a_word_is_understood_without_case_marks_and_punctuation(word, statement):
    assert parse(VALUES).statement_of(word) is statement


def damaged(change):
    values = copy.deepcopy(VALUES)
    change(values)
    return values


@pytest.mark.parametrize(
    "change",
    [
        lambda v: v.pop("title"),
        lambda v: v.update(extra=1),
        lambda v: v["column"].pop(),
        lambda v: v["column"][0].update(code="content"),
        lambda v: v["column"][0].update(heading="Nhiệm vụ"),
        lambda v: v["column"][0].update(width_mm=0),
        lambda v: v["column"][8].update(longest=40000),
        lambda v: v["statement"].pop(),
        lambda v: v["statement"][0]["synonyms"].append("xong"),
        lambda v: v["errors"]["headings"].pop(),
    ],
)
def test_a_damaged_file_is_refused(change):
    with pytest.raises(CatalogueDamaged):
        parse(damaged(change))
