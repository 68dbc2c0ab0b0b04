"""The sample office: whole, believable, and understood by the program to the last word."""

import copy
from collections import Counter
from datetime import date

import pytest

from cchc_desktop.domain.agency import AgencyKind
from cchc_desktop.domain.agency_reading import AgencyReader
from cchc_desktop.domain.deadline import DeadlineKind, Recurrence
from cchc_desktop.domain.deadline_reading import understand_deadline
from cchc_desktop.domain.errors import CatalogueDamaged
from cchc_desktop.domain.sample_office import parse_sample
from cchc_desktop.domain.vietnamese import tidy


@pytest.fixture(scope="module")
def sample(sample_data):
    return parse_sample(sample_data, "sample-plan.toml")


@pytest.fixture(scope="module")
def tasks(sample):
    every = [task for section in sample.sections for task in section.tasks]
    return [work for task in every for work in (task, *task.subtasks)]


def test_sample_has_the_size_of_a_real_plan(sample, tasks):
    assert [section.source_number for section in sample.sections] == [
        "I", "II", "III", "IV", "V", "VI", "VII",
    ]  # fmt: skip
    assert 45 <= sum(len(section.tasks) for section in sample.sections) <= 55
    assert any(task.source_number == "đ)" for task in tasks)
    assert any(len(task.deliverables) >= 3 for task in tasks)
    assert any(task.content.is_styled for task in tasks)
    assert any(task.note for task in tasks)
    assert 8 <= sum(a.kind is AgencyKind.COMMUNE for a in sample.agencies) <= 10
    assert sample.signer.name == ""


def test_every_row_says_who_does_what_by_when(tasks):
    for task in tasks:
        if task.subtasks:
            assert not task.deliverables
            continue
        assert task.lead
        assert task.cooperating
        assert task.deliverables
        assert all(d.product and d.deadline for d in task.deliverables)


@pytest.mark.parametrize("day", [date(2024, 12, 15), date(2025, 6, 1), date(2026, 1, 1)])
def test_every_agency_of_the_sample_is_recognised(sample_catalogue, tasks, day):
    reader = AgencyReader(sample_catalogue, day)
    texts = {t for task in tasks for t in (task.lead.text, task.cooperating.text)}
    assert {t: reader.read(t).unknown for t in texts if reader.read(t).unknown} == {}


def test_every_deadline_of_the_sample_is_recognised_and_each_kind_occurs(sample, tasks):
    texts = [d.deadline.text for task in tasks for d in task.deliverables]
    readings = {text: understand_deadline(text, sample.plan_year) for text in texts}
    kinds = Counter(reading.kind for reading in readings.values())
    assert kinds.keys() == set(DeadlineKind) - {DeadlineKind.UNRECOGNISED}
    rhythms = {reading.recurrence for reading in readings.values() if reading.recurrence}
    assert rhythms == set(Recurrence)


def test_wording_of_the_sample_is_tidy(tasks):
    for task in tasks:
        cells = [task.content, task.lead, task.cooperating, task.note]
        cells += [c for d in task.deliverables for c in (d.product, d.deadline)]
        for text in (cell.text for cell in cells if cell):
            assert text == tidy(text)
            assert "  " not in text
            assert " ," not in text
            assert " ;" not in text
            assert text[0].isupper() or text[0].isdigit()
            assert text[-1] not in " ,;."


def test_misspelt_key_of_the_sample_is_refused(sample_data):
    damaged = copy.deepcopy(sample_data)
    damaged["plan"]["section"][0]["task"][1]["deliverables"] = []
    with pytest.raises(CatalogueDamaged) as caught:
        parse_sample(damaged, "s.toml")
    assert caught.value.params["reason"] == "plan, section 1, task 2: unknown key: deliverables"
