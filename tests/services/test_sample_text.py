"""The sample plan as a document: cited, linked to what binds it, and still a draft."""

from collections.abc import Iterator
from datetime import datetime

import pytest

from cchc_desktop.domain.clock import FixedClock
from cchc_desktop.domain.plan_version import PlanState
from cchc_desktop.services.sample import create_sample
from cchc_desktop.services.session import Session


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    path = tmp_path_factory.mktemp("sample") / "mẫu.cchc"
    session = create_sample(path, FixedClock(datetime(2025, 6, 19, 9, 0)))
    yield session
    session.close()


def test_documents_are_cited_in_full_first_and_shortly_after(sample):
    plan = sample.plans.load_year(2025)
    words = [p.text.text for _, p in sample.text.load(plan.id).passages()]
    full = "Kế hoạch số 168/KH-UBND ngày 20 tháng 10 năm 2021 của Ủy ban nhân dân tỉnh Vĩnh Lam"

    assert sum(full in line for line in words) == 1
    assert any("theo Kế hoạch số 168/KH-UBND;" in line for line in words)
    assert words[-1].endswith("./.")
    assert not any("[…" in line or "{" in line for line in words)


def test_what_binds_the_plan_is_partly_answered_and_once_too_late(sample):
    plan = sample.plans.load_year(2025)
    coverage = sample.demands.coverage(plan.id)
    links = [len(d.answers) for d in sample.demands.all()]

    assert len(links) == 12
    assert links.count(0) == 3
    assert {d.milestone for d in sample.demands.all()} == {2025, 2030, None}
    assert coverage is not None


def test_it_can_still_be_edited(sample):
    plan = sample.plans.load_year(2025)
    assert sample.versions.standing(plan.id).state is PlanState.DRAFT
    assert plan.parent_document.number == ""
