"""The command that counts: how a plan stands in figures, by section or by agency."""

from collections.abc import Sequence
from pathlib import Path

import click

from cchc_desktop.cli.frame import AS_JSON, FILE, YEAR, command_errors, opened, print_json
from cchc_desktop.cli.period_commands import PERIOD
from cchc_desktop.cli.progress_json import board_head_json
from cchc_desktop.cli.report_json import counts_json
from cchc_desktop.domain.period import PeriodKey
from cchc_desktop.domain.progress_state import ProgressState
from cchc_desktop.domain.progress_summary import StateCounts
from cchc_desktop.domain.report_figures import percent_text
from cchc_desktop.services.progress_board import ProgressBoard
from cchc_desktop.services.progress_sentences import STATES


@click.command(
    options_metavar="[TÙY CHỌN]", name="summary", help="Đếm nhiệm vụ theo trạng thái trong một kỳ."
)
@FILE
@YEAR
@PERIOD
@click.option(
    "--by", type=click.Choice(["section", "agency"]), help="Chia theo lĩnh vực hoặc đơn vị chủ trì."
)
@AS_JSON
@command_errors
def summary(*, file: Path, year: int, code: str, by: str | None, as_json: bool) -> None:
    """Count the tasks of a plan by state."""
    with opened(file) as session:
        board = session.progress.board(PeriodKey(year, code))
    groups = _groups(board, by)
    if as_json:
        document = {**board_head_json(board), "whole": counts_json(board.summary.whole)}
        if by:
            document[f"by_{by}"] = [
                {"number": number, "name": name, **counts_json(counts)}
                for number, name, counts in groups
            ]
        print_json(document)
        return
    for number, name, counts in (*groups, ("", "Toàn kế hoạch", board.summary.whole)):
        click.echo(f"{number} {name}: {_words(counts)}".strip())


def _groups(board: ProgressBoard, by: str | None) -> Sequence[tuple[str, str, StateCounts]]:
    if by == "section":
        counts = board.summary.by_section
        return [(s.number, s.title.text, counts[s.id]) for s in board.plan.sections]
    if by == "agency":
        of_agency = board.summary.by_agency
        return [
            ("", agency.name, of_agency[agency.id])
            for agency in board.catalogue.agencies
            if agency.id in of_agency
        ]
    return []


def _words(counts: StateCounts) -> str:
    states = ", ".join(
        f"{STATES[state].lower()} {counts.count(state)}"
        for state in ProgressState
        if counts.count(state)
    )
    share = counts.done_percent
    done = f"{counts.done}/{counts.applicable} nhiệm vụ"
    if share is not None:
        done += f", đạt {percent_text(share)}%"
    return f"{done} ({states})" if states else done
