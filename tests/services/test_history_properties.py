"""An officer who does anything in any order, and takes it back."""

import shutil
from datetime import date

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.clock import SystemClock
from cchc_desktop.domain.errors import MoveNotPossible
from cchc_desktop.domain.period import PeriodKey
from cchc_desktop.domain.plan_rows import RowKind, plan_rows
from cchc_desktop.domain.progress import (
    Evidence,
    EvidenceId,
    FollowMode,
    Occurrence,
    ProgressField,
    Statement,
)
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.services.progress import ProgressEdit, WorkRef
from cchc_desktop.services.session import open_session
from tests.services.conftest import USUAL

WORDS = st.sampled_from(["", "Một", "Hai <b>đậm</b>", "Quý II/2025", "Phòng Nội vụ; UBND xã"]).map(
    RichText.from_markup
)
PICK = st.integers(min_value=0, max_value=200)
RESULTS = st.sampled_from(["", "Đã ban hành", "Đang lấy ý kiến"])
QUARTER = PeriodKey(2025, "quarter-1")
CUT_OFF = date(2025, 3, 14)


class Officer(RuleBasedStateMachine):
    """Edits, moves, records progress, undoes and redoes; two things always hold."""

    folder_factory = None
    office_path = None

    @initialize()
    def open_file(self):
        folder = self.folder_factory.mktemp("officer")
        path = folder / "a.cchc"
        shutil.copy(self.office_path, path)
        self.session = open_session(path, SystemClock())
        self.session.imports.write(self.session.imports.preview(USUAL, 2025))
        self.states = [self.plan()]
        self.undone = []

    def teardown(self):
        if hasattr(self, "session"):
            self.session.close()

    def plan(self):
        """All that undo must bring back: the plan, and what is recorded on it."""
        board = self.session.progress.board(QUARTER, CUT_OFF)
        return board.plan, board.book

    def row(self, pick):
        rows = plan_rows(self.plan()[0])
        return rows[pick % len(rows)] if rows else None

    def did(self, change_set):
        if change_set:
            self.states.append(self.plan())
            self.undone = []

    @rule(pick=PICK, column=st.sampled_from(list(AnnexColumn)), words=WORDS)
    def write(self, pick, column, words):
        row = self.row(pick)
        if row and row.accepts(column) and (row.key.kind is not RowKind.SECTION or words):
            self.did(self.session.cells.set_cell(row.key, column, words))

    @rule(pick=PICK)
    def add_task(self, pick):
        row = self.row(pick)
        self.did(self.session.rows.add_task(self.plan()[0].id, row and row.key).change_set)

    @rule(pick=PICK)
    def add_product(self, pick):
        row = self.row(pick)
        if row and row.task:
            self.did(self.session.rows.add_deliverable(row.task.id).change_set)

    @rule(pick=PICK)
    def delete(self, pick):
        row = self.row(pick)
        if row:
            self.did(self.session.rows.delete_rows([row.key]))

    @rule(pick=PICK, offset=st.sampled_from([-1, 1]))
    def move(self, pick, offset):
        self.attempt(lambda row: self.session.rows.move_rows([row.key], offset), pick)

    @rule(pick=PICK)
    def indent(self, pick):
        self.attempt(lambda row: self.session.rows.indent([row.task.id]), pick)

    @rule(pick=PICK)
    def outdent(self, pick):
        self.attempt(lambda row: self.session.rows.outdent([row.task.id]), pick)

    @rule(pick=PICK, behind=PICK)
    def drop(self, pick, behind):
        target = self.row(behind)
        self.attempt(lambda row: self.session.rows.place_rows([row.key], target.key), pick)

    def work(self, pick):
        states = self.session.progress.board(QUARTER, CUT_OFF).states
        item = states[pick % len(states)].item if states else None
        product = item and item.deliverable and item.deliverable.id
        return item and WorkRef(item.task.id, product, item.agency_id)

    @rule(pick=PICK, said=st.none() | st.sampled_from(list(Statement)), words=RESULTS)
    def record(self, pick, said, words):
        work = self.work(pick)
        if work:
            edits = [
                ProgressEdit(work, ProgressField.STATEMENT, said),
                ProgressEdit(work, ProgressField.RESULT, words),
            ]
            self.did(self.session.progress.write(QUARTER, edits))

    @rule(pick=PICK)
    def prove(self, pick):
        work = self.work(pick)
        if work:
            proof = Evidence(EvidenceId(0), "12/KH-UBND", CUT_OFF)
            self.did(self.session.evidence.add(work, QUARTER, proof))

    @rule(pick=PICK)
    def happen(self, pick):
        work = self.work(pick)
        if work and work.deliverable_id:
            event = Occurrence(work.deliverable_id, CUT_OFF, None, "Công văn số 4")
            self.did(self.session.progress.record_occurrence(event))

    @rule(pick=PICK, mode=st.none() | st.sampled_from(list(FollowMode)))
    def follow(self, pick, mode):
        work = self.work(pick)
        if work:
            self.did(self.session.progress.set_follow_mode(work.task_id, mode))

    def attempt(self, step, pick):
        row = self.row(pick)
        if row is None or row.task is None:
            return
        try:
            self.did(step(row))
        except MoveNotPossible:
            assert self.plan() == self.states[-1]

    @precondition(lambda self: len(self.states) > 1)
    @rule()
    def undo(self):
        self.session.history.undo()
        self.undone.append(self.states.pop())

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self):
        self.session.history.redo()
        self.states.append(self.undone.pop())

    @invariant()
    def the_plan_is_as_remembered(self):
        if hasattr(self, "states"):
            assert self.plan() == self.states[-1]

    @invariant()
    def nothing_hangs_in_the_air(self):
        if hasattr(self, "session"):
            db = self.session._file.db
            assert list(db.execute("PRAGMA foreign_key_check")) == []
            orphans = db.execute(
                "SELECT count(*) FROM task JOIN task AS parent ON parent.id = task.parent_id"
                " WHERE parent.section_id <> task.section_id OR parent.parent_id IS NOT NULL"
            )
            assert next(iter(orphans))[0] == 0


def test_any_steps_taken_back_give_what_was_there_before(tmp_path_factory, office_path):
    Officer.folder_factory = tmp_path_factory
    Officer.office_path = office_path

    from hypothesis.stateful import run_state_machine_as_test

    run_state_machine_as_test(
        Officer, settings=settings(settings.default, max_examples=25, stateful_step_count=20)
    )
