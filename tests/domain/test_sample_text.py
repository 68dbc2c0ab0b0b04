"""The sample's text as data: what it cites and links is there, what does not hold is refused."""

import tomllib
from pathlib import Path

import pytest

from cchc_desktop.domain.errors import CatalogueDamaged
from cchc_desktop.domain.sample_text import parse_sample_text

FILE = Path(__file__).parents[2] / "resources" / "sample" / "sample-text.toml"


def test_documents_bind_with_demands_for_two_milestones():
    sample = parse_sample_text(tomllib.loads(FILE.read_text("utf-8")), FILE.name)

    assert {demand.milestone for demand in sample.demands} == {2025, 2030, None}
    assert {demand.document for demand in sample.demands} == {"168/KH-UBND", "214/KH-UBND"}
    assert any(not (demand.tasks or demand.passages) for demand in sample.demands)


def test_an_unknown_key_is_refused():
    with pytest.raises(CatalogueDamaged):
        parse_sample_text({"title": "T", "lines": ["text: A"], "author": "x"}, "x.toml")
