"""Commands about plans: bringing a task annex in, and showing what is there."""

import sys
from pathlib import Path
from textwrap import shorten

import click

from cchc_desktop.cli.frame import (
    AS_JSON,
    EXIT_PROBLEMS,
    FILE,
    PLAN_TERM,
    YEAR,
    command_errors,
    opened,
    print_json,
    say,
)
from cchc_desktop.cli.plan_json import plan_json, preview_json
from cchc_desktop.domain.plan import PlanKey
from cchc_desktop.domain.plan_comparison import DifferenceKind
from cchc_desktop.domain.problem import Severity
from cchc_desktop.services.imports import ImportPreview
from cchc_desktop.services.sentences import describe_place, describe_problem, describe_severity

_LONGEST_QUOTE = 120


@click.group(
    options_metavar="",
    subcommand_metavar="LỆNH …",
    name="import",
    help="Nhập tài liệu có sẵn vào tệp dữ liệu.",
)
def import_() -> None:
    """Hold the import commands together."""


@import_.command(
    options_metavar="[TÙY CHỌN]", help="Nhập phụ lục nhiệm vụ từ tệp Word, Excel hoặc văn bản."
)
@FILE
@click.argument("document", type=click.Path(path_type=Path), metavar="TÀI_LIỆU")
@YEAR
@click.option("--table", type=int, metavar="SỐ", help="Bảng hoặc trang tính thứ mấy (từ 1).")
@click.option("--dry-run", is_flag=True, help="Chỉ xem, không ghi.")
@click.option("--remove-missing", is_flag=True, help="Xóa cả những dòng không có trong tài liệu.")
@AS_JSON
@command_errors
def annex(
    *,
    file: Path,
    document: Path,
    year: int,
    table: int | None,
    dry_run: bool,
    remove_missing: bool,
    as_json: bool,
) -> None:
    """Import a task annex."""
    with opened(file) as session:
        draft = session.imports.read_file(document, None if table is None else table - 1)
        preview = session.imports.preview(draft, year)
        accepted = preview.differences if remove_missing else preview.default_accepted
        if not dry_run and not preview.changes_nothing:
            session.imports.write(preview, accepted)
    if as_json:
        print_json(preview_json(preview, is_written=not dry_run))
    _say_import(preview, is_dry_run=dry_run)
    if any(problem.severity is Severity.DROPPED for problem in preview.draft.problems):
        sys.exit(EXIT_PROBLEMS)


def _say_import(preview: ImportPreview, *, is_dry_run: bool) -> None:
    draft = preview.draft
    for problem in draft.problems:
        place = describe_place(problem.place)
        words = (
            f" “{shorten(problem.text, _LONGEST_QUOTE, placeholder='…')}”" if problem.text else ""
        )
        say(f"{describe_severity(problem.severity)} – {place}: {describe_problem(problem)}{words}")
    for name in preview.unknown_names:
        say(f"Chưa có trong danh mục ({name.count} chỗ): {name.text}")
    for text in preview.unrecognised_deadlines:
        say(f"Chưa hiểu thời hạn: {text}")
    kept = [d for d in preview.differences if d.kind is DifferenceKind.MISSING]
    if preview.changes_nothing:
        say(f"Kế hoạch năm {preview.year} đã giống tài liệu; không có gì thay đổi.")
        return
    verb = "Sẽ ghi" if is_dry_run else "Đã ghi"
    if preview.plan is not None:
        say(f"{verb} {len(preview.default_accepted)} thay đổi vào kế hoạch năm {preview.year}.")
        if kept:
            say(f"{len(kept)} dòng không có trong tài liệu (giữ lại, trừ khi --remove-missing).")
        return
    say(
        f"{verb} {len(draft.sections)} lĩnh vực, {draft.task_count} nhiệm vụ, "
        f"{draft.subtask_count} nhiệm vụ con."
    )


@click.group(options_metavar="", subcommand_metavar="LỆNH …", help="Xem nội dung tệp dữ liệu.")
def show() -> None:
    """Hold the show commands together."""


@show.command(options_metavar="[TÙY CHỌN]", name="plan", help="Xem phụ lục của một kế hoạch.")
@FILE
@PLAN_TERM
@AS_JSON
@command_errors
def show_plan(*, file: Path, key: PlanKey, as_json: bool) -> None:
    """Show a plan."""
    with opened(file) as session:
        plan = session.plans.load_key(key)
        catalogue = session.agencies.catalogue()
    if as_json:
        print_json(plan_json(plan, catalogue))
        return
    for section in plan.sections:
        click.echo(f"{section.number}. {section.title.text}")
        for task in section.tasks:
            click.echo(f"  {task.number}. {task.content.text}")
            for subtask in task.subtasks:
                click.echo(f"    {subtask.number} {subtask.content.text}")
