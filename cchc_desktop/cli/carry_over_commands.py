"""Commands that carry a plan to another year, and follow a task across years."""

from pathlib import Path
from textwrap import shorten

import click

from cchc_desktop.cli.carry_over_json import lineage_json, proposal_json
from cchc_desktop.cli.frame import (
    AS_JSON,
    FILE,
    PLAN_TERM,
    PlanTermType,
    command_errors,
    opened,
    print_json,
    say,
)
from cchc_desktop.domain.carry_over import CarryOverChoice, CarryOverProposal
from cchc_desktop.domain.plan import PlanKey
from cchc_desktop.domain.plan_places import find_task
from cchc_desktop.domain.task_lineage import LineageStep
from cchc_desktop.services.carry_over_sentences import (
    describe_carried_field,
    describe_ground,
    describe_origin_reason,
    describe_shift_reason,
)

_LONGEST_QUOTE = 90
_AROUND = 30


@click.command(
    options_metavar="[TÙY CHỌN]",
    name="carry-over",
    help="Chuyển tiếp kế hoạch sang năm sau, hoặc lập kế hoạch năm từ kế hoạch nhiều năm.",
)
@FILE
@click.option(
    "--from",
    "source",
    type=PlanTermType(),
    required=True,
    metavar="NĂM",
    help="Kế hoạch trước: một năm, hoặc giai đoạn như 2021-2025.",
)
@click.option(
    "--to",
    "target",
    type=PlanTermType(),
    required=True,
    metavar="NĂM",
    help="Kế hoạch lập mới.",
)
@click.option(
    "--accept",
    type=click.Choice(["default", "all"]),
    default="default",
    metavar="default|all",
    help="Nhận những gì được đề nghị sẵn (default) hay tất cả (all).",
)
@click.option("--dry-run", is_flag=True, help="Chỉ xem, không ghi.")
@AS_JSON
@command_errors
def carry_over(
    *, file: Path, source: PlanKey, target: PlanKey, accept: str, dry_run: bool, as_json: bool
) -> None:
    """Carry a plan over."""
    with opened(file) as session:
        proposal = session.carry_over.propose(source, target)
        choice = proposal.everything if accept == "all" else proposal.default
        if not dry_run:
            session.carry_over.write(proposal, choice)
    if as_json:
        print_json(proposal_json(proposal, choice, is_written=not dry_run))
        return
    _say_proposal(proposal, choice)
    verb = "Sẽ chuyển" if dry_run else "Đã chuyển"
    say(
        f"{verb} {len(choice.tasks)} trong {len(proposal.tasks)} nhiệm vụ từ kế hoạch "
        f"{proposal.source.term} sang kế hoạch {proposal.target.term}."
    )


@click.command(
    options_metavar="[TÙY CHỌN]",
    help="Xem một nhiệm vụ được chuyển tiếp qua các năm.",
)
@FILE
@PLAN_TERM
@click.option("--task", required=True, metavar="SỐ", help="Nhiệm vụ, như II.3 hoặc II.3.a.")
@AS_JSON
@command_errors
def lineage(*, file: Path, key: PlanKey, task: str, as_json: bool) -> None:
    """Show the line of a task."""
    with opened(file) as session:
        found = find_task(session.plans.load_key(key), task)
        line = session.carry_over.lineage(found.id)
    if as_json:
        print_json(lineage_json(line))
        return
    if not line:
        say(f"Nhiệm vụ {task} không chuyển tiếp từ kế hoạch nào và chưa được chuyển tiếp.")
    for step in reversed(line.origins):
        click.echo(_step_line(step))
    click.echo(f"Kế hoạch {key.term}, nhiệm vụ {task}: {_quoted(found.content.text)}")
    for step in line.followers:
        click.echo(_step_line(step))


def _say_proposal(proposal: CarryOverProposal, choice: CarryOverChoice) -> None:
    for carried in proposal.tasks:
        mark = "x" if carried.task.id in choice.tasks else " "
        click.echo(
            f"[{mark}] {carried.name} {_quoted(carried.task.content.text)} – "
            f"{describe_ground(carried.ground)}"
        )
    for change in proposal.changes:
        is_carried = change.place.task_id is None or change.place.task_id in choice.tasks
        mark = "x" if is_carried and change.number in choice.changes else " "
        around = change.text[max(change.shift.start - _AROUND, 0) : change.shift.start]
        where = f"{describe_carried_field(change.place.field)} {change.place.name}".strip()
        click.echo(
            f"[{mark}] {where}: “…{around}{change.shift.before}” → {change.shift.after} – "
            f"{describe_shift_reason(change.shift.reason)}"
        )
    for target in proposal.targets:
        mark = "x" if target.number in choice.targets else " "
        click.echo(f"[{mark}] Mục tiêu {target.name}: {_quoted(target.text)}")


def _step_line(step: LineageStep) -> str:
    place = step.place.removesuffix(")")
    words = _quoted(step.content) if step.plan_id is not None else "đã xóa"
    reason = describe_origin_reason(step.reason)
    return f"Kế hoạch {step.plan_term}, nhiệm vụ {place}: {words} ({reason})"


def _quoted(words: str) -> str:
    return shorten(words, _LONGEST_QUOTE, placeholder="…")
