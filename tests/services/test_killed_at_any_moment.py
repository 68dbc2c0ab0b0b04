"""A program killed at any moment loses at most the step that was being written."""

import os
import random
import shutil
import subprocess
import sys
import time

import pytest

from cchc_desktop.domain.clock import SystemClock
from cchc_desktop.services.session import open_session

WORK = """
import sys
from pathlib import Path
from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.clock import SystemClock
from cchc_desktop.domain.plan_rows import plan_rows
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.services.session import open_session
session = open_session(Path(sys.argv[1]), SystemClock(), take_over=True)
plan = session.plans.load_year(2025)
row = plan_rows(plan)[1].key
print("ready", flush=True)
number = 0
while True:
    number += 1
    session.cells.set_cell(row, AnnexColumn.NOTE, RichText.plain(str(number)))
    print(number, flush=True)
    if number % 7 == 0:
        session.rows.add_task(plan.id, row)
        session.history.undo()
        session.history.redo()
"""


@pytest.mark.skipif(os.name == "nt", reason="kills by signal")
@pytest.mark.slow
def test_what_was_said_to_be_saved_is_there_after_a_kill(session, plan, tmp_path):
    session.close()
    path = tmp_path / "bị tắt.cchc"
    shutil.copy(session.path, path)
    moments = random.Random(20251103)

    for _ in range(6):
        worker = subprocess.Popen(
            [sys.executable, "-c", WORK, str(path)], stdout=subprocess.PIPE, text=True
        )
        assert worker.stdout is not None
        assert worker.stdout.readline() == "ready\n"
        time.sleep(moments.uniform(0.02, 0.25))
        worker.kill()
        said = worker.stdout.read().split()
        worker.wait()
        worker.stdout.close()

        reopened = open_session(path, SystemClock(), take_over=True)
        try:
            note = reopened.plans.load_year(2025).sections[0].tasks[0].note
            last = int(said[-1]) if said else None
            if last is not None:
                assert note.text in (str(last), str(last + 1))
            reopened.history.undo()
            reopened.history.redo()
        finally:
            reopened.close()
