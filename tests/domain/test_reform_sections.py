"""The lists of fields a new plan may start with."""

from datetime import date

import pytest

from cchc_desktop.domain.errors import CatalogueDamaged
from cchc_desktop.domain.office import OfficeLevel
from cchc_desktop.domain.reform_sections import parse_reform_sections, sections_for

ENTRY = {"id": "a", "name": "A", "levels": ["district"], "titles": ["I"], "source": "nguồn"}


@pytest.mark.parametrize("level", list(OfficeLevel))
def test_each_level_is_offered_lists_with_one_proposed_first(section_data, level):
    lists = parse_reform_sections(section_data, "x.toml")
    offered = sections_for(lists, level, date(2025, 1, 1))
    assert [item.is_default for item in offered].count(True) == 1
    assert offered[0].is_default
    assert {len(item.titles) for item in offered} >= {6, 7}


def test_list_of_eight_fields_is_offered_from_its_decision_on(section_data):
    lists = parse_reform_sections(section_data, "x.toml")

    def counts(day):
        return {len(item.titles) for item in sections_for(lists, OfficeLevel.PROVINCE, day)}

    assert 8 not in counts(date(2025, 10, 14))
    assert 8 in counts(date(2025, 10, 15))


@pytest.mark.parametrize(
    ("entries", "reason"),
    [
        ([ENTRY, ENTRY], "list id given twice"),
        ([ENTRY | {"titles": []}], "list 1: list has no levels or no titles"),
        ([ENTRY | {"is_default": "yes"}], "list 1: is_default is not true or false"),
        ([ENTRY | {"levels": ["x"]}], "list 1: levels has an unknown value: x"),
    ],
)
def test_damaged_list_is_refused_with_the_reason(entries, reason):
    with pytest.raises(CatalogueDamaged) as caught:
        parse_reform_sections({"list": entries}, "x.toml")
    assert caught.value.params["reason"] == reason
