"""Commands about who does what: the table, changing it, handing tasks over."""

import sys
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import click

from cchc_desktop.cli.assignment_json import load_json, matrix_json, proposal_json, succession_json
from cchc_desktop.cli.days import DAY
from cchc_desktop.cli.frame import (
    AS_JSON,
    EXIT_PROBLEMS,
    FILE,
    YEAR,
    command_errors,
    opened,
    print_json,
    say,
)
from cchc_desktop.cli.progress_options import agency_id_of
from cchc_desktop.domain.agency import AgencyId, Role
from cchc_desktop.domain.agency_load import AgencyLoad, LoadSlot
from cchc_desktop.domain.plan_places import find_task
from cchc_desktop.services.assignment_changes import (
    AssignmentChange,
    SuccessionPreview,
    TaskProposal,
)
from cchc_desktop.services.assignment_sentences import OBSTACLES, ROLES, SLOTS

_DRY_RUN = click.option("--dry-run", is_flag=True, help="Chỉ xem, không ghi.")
_AT = click.option("--day", type=DAY, metavar="NGÀY", help="Xét theo danh mục của ngày này.")


@click.command(
    options_metavar="[TÙY CHỌN]", help="Xem bảng phân công và khối lượng việc của từng cơ quan."
)
@FILE
@YEAR
@click.option("--agency", metavar="TÊN", help="Chỉ xem một cơ quan.")
@_AT
@AS_JSON
@command_errors
def assignments(
    *, file: Path, year: int, agency: str | None, day: date | None, as_json: bool
) -> None:
    """Show who does what."""
    with opened(file) as session:
        only = agency_id_of(session, agency) if agency else None
        matrix = session.assignments.matrix(year, day)
        loads = [
            load
            for load in session.assignments.load(year, day)
            if only is None or load.agency.id == only
        ]
        catalogue = session.agencies.catalogue()
    if as_json:
        print_json(
            {
                "year": year,
                "day": matrix.day.isoformat(),
                "tasks": matrix_json(matrix, catalogue, only),
                "load": [load_json(load) for load in loads],
                "unknown": list(matrix.unknown),
            }
        )
        return
    for row in matrix.rows:
        shown = [a for a in matrix.agencies if row.cell(a.id) and only in (None, a.id)]
        if not shown and only is not None:
            continue
        click.echo(f"{row.place} {row.task.content.text}")
        for role in Role:
            names = [a.name for a in shown if row.cell(a.id).role is role]
            if names:
                click.echo(f"    {ROLES[role]}: {'; '.join(names)}")
    for load in loads:
        click.echo(_load_line(load))
    for name in matrix.unknown:
        say(f"Chưa có trong danh mục: {name}")


def _load_line(load: AgencyLoad) -> str:
    slots = ", ".join(
        f"{SLOTS[slot]} {len(load.leads[slot])}" for slot in LoadSlot if slot in load.leads
    )
    counts = f"chủ trì {load.count(Role.LEAD)}, phối hợp {load.count(Role.COOPERATING)}"
    return f"{load.agency.name} – {counts}" + (f": {slots}" if slots else "")


@click.command(options_metavar="[TÙY CHỌN]", help="Phân công cơ quan cho nhiệm vụ.")
@FILE
@YEAR
@click.option(
    "--task", "tasks", multiple=True, required=True, metavar="SỐ", help="Nhiệm vụ, ví dụ II.3."
)
@click.option("--lead", multiple=True, metavar="TÊN", help="Cơ quan chủ trì.")
@click.option("--cooperate", multiple=True, metavar="TÊN", help="Cơ quan phối hợp.")
@click.option("--remove", multiple=True, metavar="TÊN", help="Cơ quan không còn tham gia.")
@_DRY_RUN
@AS_JSON
@command_errors
def assign(
    *,
    file: Path,
    year: int,
    tasks: Sequence[str],
    lead: Sequence[str],
    cooperate: Sequence[str],
    remove: Sequence[str],
    dry_run: bool,
    as_json: bool,
) -> None:
    """Give agencies a role in tasks, as wordings of the annex."""
    with opened(file) as session:
        plan = session.plans.load_year(year)
        task_ids = [find_task(plan, name).id for name in tasks]
        wanted: dict[AgencyId, Role | None] = {}
        for names, role in ((remove, None), (cooperate, Role.COOPERATING), (lead, Role.LEAD)):
            wanted |= {agency_id_of(session, name): role for name in names}
        changes: list[AssignmentChange] = []
        for agency_id, role in wanted.items():
            changes += session.assignments.role_changes(year, task_ids, agency_id, role)
        proposals = session.assignments.propose(year, changes)
        is_possible = not any(p.proposal.obstacle for p in proposals)
        is_written = is_possible and not dry_run
        if is_written:
            session.assignments.apply([p.edit for p in proposals if p.proposal.is_change])
        catalogue = session.agencies.catalogue()
    if as_json:
        made = [proposal_json(p, catalogue) for p in proposals]
        print_json({"year": year, "written": is_written, "proposals": made})
    else:
        _echo_proposals(proposals)
    if not any(p.proposal.is_change for p in proposals) and is_possible:
        say("Phân công đã đúng như vậy; không có gì thay đổi.")
    if not is_possible:
        say("Không ghi gì vì có ô không tự sửa được.")
        sys.exit(EXIT_PROBLEMS)


def _echo_proposals(proposals: Iterable[TaskProposal]) -> None:
    for item in proposals:
        proposal = item.proposal
        place = f"{item.place} {ROLES[item.role]}"
        if proposal.obstacle:
            click.echo(f"{place}: {proposal.before.text}\n  {OBSTACLES[proposal.obstacle]}")
        elif proposal.is_change:
            click.echo(f"{place}:\n  - {proposal.before.text}\n  + {proposal.after.text}")


@click.command(
    name="hand-over",
    options_metavar="[TÙY CHỌN]",
    help="Bàn giao mọi nhiệm vụ của một cơ quan cho cơ quan kế thừa từ một ngày.",
)
@FILE
@click.option("--from", "old", required=True, metavar="TÊN", help="Cơ quan bàn giao.")
@click.option("--to", "new", required=True, metavar="TÊN", help="Cơ quan tiếp nhận.")
@click.option("--date", "from_day", type=DAY, required=True, metavar="NGÀY", help="Từ ngày.")
@click.option(
    "--year",
    "years",
    type=int,
    multiple=True,
    metavar="NĂM",
    help="Kế hoạch được sửa câu chữ; mặc định từ năm bàn giao trở đi.",
)
@click.option("--keep-wording", is_flag=True, help="Giữ nguyên câu chữ của phụ lục.")
@_DRY_RUN
@AS_JSON
@command_errors
def hand_over(
    *,
    file: Path,
    old: str,
    new: str,
    from_day: date,
    years: Sequence[int],
    keep_wording: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Hand all tasks of an agency over to its successor."""
    with opened(file) as session:
        ids = agency_id_of(session, old), agency_id_of(session, new)
        preview = session.assignments.preview_succession(*ids, from_day, years or None)
        edits = () if keep_wording else preview.edits
        if not dry_run:
            session.assignments.succeed(*ids, from_day, edits)
        catalogue = session.agencies.catalogue()
    if as_json:
        print_json(succession_json(preview, edits, catalogue, is_written=not dry_run))
        return
    _echo_succession(preview, keeps_wording=keep_wording)


def _echo_succession(preview: SuccessionPreview, *, keeps_wording: bool) -> None:
    click.echo(
        f"Từ {preview.from_day:%d/%m/%Y}: {preview.agency.name} → {preview.successor.name}; "
        f"{len(preview.tasks)} ô ghi tên."
    )
    for group in preview.groups:
        click.echo(f"{preview.successor.name} vào nhóm {group.name}.")
    for task in preview.tasks:
        if task.is_past:
            click.echo(f"{task.year} {task.proposed.place}: đã qua hạn, giữ nguyên.")
        elif not keeps_wording:
            _echo_proposals([task.proposed])
        elif not task.stays_understood:
            say(
                f"{task.year} {task.proposed.place}: năm này không còn hiểu tên "
                f"{preview.agency.name}; cần sửa câu chữ."
            )
