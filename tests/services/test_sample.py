"""The sample office: complete, believable, and understood by the program itself."""

import pytest

from cchc_desktop.domain.clock import SystemClock
from cchc_desktop.domain.deadline import DeadlineKind
from cchc_desktop.domain.errors import FileExists
from cchc_desktop.services.sample import create_sample


@pytest.fixture(scope="module")
def sample_plan(tmp_path_factory):
    session = create_sample(tmp_path_factory.mktemp("sample") / "mẫu.cchc", SystemClock())
    plan = session.plans.load_year(2025)
    session.close()
    return plan


def test_it_has_seven_sections_and_about_fifty_tasks(sample_plan):
    assert len(sample_plan.sections) == 7
    assert 45 <= sample_plan.task_count <= 55


def test_every_deadline_and_every_agency_is_understood(sample_plan):
    for task in sample_plan.tasks():
        assert task.lead.reading.unknown == ()
        assert task.cooperating.reading.unknown == ()
        for deliverable in task.deliverables:
            assert deliverable.deadline.reading.kind is not DeadlineKind.UNRECOGNISED


def test_it_shows_every_kind_of_row_and_deadline(sample_plan):
    tasks = list(sample_plan.tasks())
    kinds = {d.deadline.reading.kind for task in tasks for d in task.deliverables}

    assert kinds == set(DeadlineKind) - {DeadlineKind.UNRECOGNISED}
    assert any(task.subtasks for task in tasks)
    assert any(len(task.deliverables) > 1 for task in tasks)
    assert any(task.content.is_styled for task in tasks)


def test_it_overwrites_nothing(tmp_path):
    path = tmp_path / "mẫu.cchc"
    path.write_bytes(b"quan trong")

    with pytest.raises(FileExists):
        create_sample(path, SystemClock())

    assert path.read_bytes() == b"quan trong"
