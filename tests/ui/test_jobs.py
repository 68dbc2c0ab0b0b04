"""Work away from the window: answers, errors, and stopping."""

import threading
from collections.abc import Callable

from pytestqt.qtbot import QtBot

from cchc_desktop.domain.errors import Cancelled
from cchc_desktop.ui.jobs import Jobs, Lane

Settle = Callable[[], None]


def test_stopping_answers_work_on_papers_and_lets_the_data_file_finish(
    jobs: Jobs, settle: Settle
) -> None:
    go_on = threading.Event()
    answers: list[str] = []
    errors: list[BaseException] = []
    jobs.submit(go_on.wait, lambda _: answers.append("data"), errors.append)
    jobs.submit(go_on.wait, lambda _: answers.append("paper"), errors.append, Lane.PAPER)
    jobs.submit(lambda: None, lambda _: answers.append("waiting"), errors.append, Lane.PAPER)

    jobs.cancel_all()
    go_on.set()
    settle()

    assert answers == ["data"]
    assert [type(error) for error in errors] == [Cancelled, Cancelled]


def test_work_that_is_no_longer_wanted_answers_nothing(jobs: Jobs, settle: Settle) -> None:
    go_on = threading.Event()
    answers: list[object] = []
    job = jobs.submit(go_on.wait, answers.append, answers.append)

    job.cancel()
    go_on.set()
    settle()

    assert answers == []


def test_an_error_without_a_listener_of_its_own_is_told_to_all(
    qtbot: QtBot, jobs: Jobs, settle: Settle
) -> None:
    def fail() -> None:
        raise Cancelled

    with qtbot.waitSignal(jobs.failed) as failed:
        jobs.submit(fail)
    settle()

    assert isinstance(failed.args[0], Cancelled)


def test_long_work_is_shown_as_busy_until_it_ends(qtbot: QtBot, jobs: Jobs) -> None:
    go_on = threading.Event()
    with qtbot.waitSignal(jobs.busy_changed) as began:
        jobs.submit(go_on.wait)
    with qtbot.waitSignal(jobs.busy_changed) as ended:
        go_on.set()

    assert (began.args, ended.args) == ([True], [False])


def test_work_after_the_end_is_not_begun(jobs: Jobs) -> None:
    begun: list[str] = []
    jobs.shut_down()

    job = jobs.submit(lambda: begun.append("work"), begun.append)

    assert job.is_cancelled
    assert jobs.is_idle
    assert begun == []
