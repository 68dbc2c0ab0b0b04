"""Commands that show how work stands: in a period, due soon, late, not reported."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from cchc_desktop.cli.frame import AS_JSON, FILE, YEAR, command_errors, opened, print_json
from cchc_desktop.cli.period_commands import PERIOD
from cchc_desktop.cli.progress_json import (
    agency_name,
    board_head_json,
    due_json,
    state_json,
    task_names,
)
from cchc_desktop.cli.progress_options import AGENCY, DAY, OPTIONAL_PERIOD, agency_id_of
from cchc_desktop.domain.period import PeriodKey
from cchc_desktop.domain.progress_summary import DueWork
from cchc_desktop.domain.tracking import TrackedState
from cchc_desktop.services.progress_board import ProgressBoard
from cchc_desktop.services.progress_sentences import describe_state


@click.command(options_metavar="[TÙY CHỌN]", name="show", help="Xem tiến độ trong một kỳ.")
@FILE
@YEAR
@PERIOD
@AGENCY
@DAY
@AS_JSON
@command_errors
def show_progress(
    *, file: Path, year: int, code: str, agency: str | None, day: date | None, as_json: bool
) -> None:
    """Show how every piece of work stands."""
    with opened(file) as session:
        board = session.progress.board(PeriodKey(year, code), day)
        agency_id = agency_id_of(session, agency) if agency else None
    states = board.of_agency(agency_id) if agency_id is not None else board.states
    names = task_names(board)
    if as_json:
        work = [state_json(state, names, board.catalogue) for state in states]
        print_json({**board_head_json(board), "work": work})
        return
    for state in states:
        click.echo(_line(state, board))


@click.command(options_metavar="[TÙY CHỌN]", help="Xem việc sắp đến hạn.")
@FILE
@YEAR
@OPTIONAL_PERIOD
@click.option("--within", type=int, default=30, metavar="SỐ", help="Trong bao nhiêu ngày tới.")
@DAY
@AS_JSON
@command_errors
def due(
    *, file: Path, year: int, period: str | None, within: int, day: date | None, as_json: bool
) -> None:
    """List what is due soon."""
    board = _board(file, year, period, day)
    _show_due(board, board.due_within(within), as_json=as_json)


@click.command(options_metavar="[TÙY CHỌN]", help="Xem việc quá hạn chưa xong.")
@FILE
@YEAR
@OPTIONAL_PERIOD
@DAY
@AS_JSON
@command_errors
def late(*, file: Path, year: int, period: str | None, day: date | None, as_json: bool) -> None:
    """List what is late."""
    board = _board(file, year, period, day)
    _show_due(board, board.late(), as_json=as_json)


@click.command(options_metavar="[TÙY CHỌN]", help="Xem việc chưa được báo cáo trong kỳ.")
@FILE
@YEAR
@OPTIONAL_PERIOD
@AS_JSON
@command_errors
def unreported(*, file: Path, year: int, period: str | None, as_json: bool) -> None:
    """List open work without a record in the period."""
    board = _board(file, year, period, None)
    states = board.unreported()
    if as_json:
        names = task_names(board)
        work = [state_json(state, names, board.catalogue) for state in states]
        print_json({**board_head_json(board), "work": work})
        return
    for state in states:
        click.echo(_line(state, board))


def _board(file: Path, year: int, period: str | None, day: date | None) -> ProgressBoard:
    with opened(file) as session:
        key = PeriodKey(year, period) if period else session.periods.current(year).key
        return session.progress.board(key, day)


def _show_due(board: ProgressBoard, works: Sequence[DueWork], *, as_json: bool) -> None:
    if as_json:
        names = task_names(board)
        found = [due_json(work, names, board.catalogue) for work in works]
        print_json({**board_head_json(board), "work": found})
        return
    for work in works:
        left = (
            f"còn {work.days_left} ngày" if work.days_left >= 0 else f"quá {-work.days_left} ngày"
        )
        click.echo(f"{work.due:%d/%m/%Y}  {left}  {_line(work.state, board)}")


def _line(state: TrackedState, board: ProgressBoard) -> str:
    item = state.item
    who = agency_name(item.agency_id, board.catalogue) or item.task.lead.text.text
    content = " ".join(item.task.content.text.split())
    name = task_names(board)[item.task.id]
    return f"{name}  {describe_state(state.verdict)}  {content}  [{who}]"
