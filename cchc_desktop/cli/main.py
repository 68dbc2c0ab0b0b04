"""The command line: one function per command, over the same services as the window."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from cchc_desktop.cli.frame import (
    AS_JSON,
    EXIT_PROBLEMS,
    EXIT_WRONG_CALL,
    FILE,
    YEAR,
    command_errors,
    opened,
    print_json,
    say,
    usage_sentence,
)
from cchc_desktop.cli.plan_json import catalogue_json, plan_json, preview_json
from cchc_desktop.domain.clock import SystemClock
from cchc_desktop.domain.errors import FormUnknown
from cchc_desktop.domain.office import Letterhead, LetterheadId, OfficeLevel, usual_signer
from cchc_desktop.domain.plan_comparison import DifferenceKind
from cchc_desktop.domain.problem import Severity
from cchc_desktop.services.imports import ImportPreview
from cchc_desktop.services.printing import PaperFormat, PrintOptions, list_printable_forms
from cchc_desktop.services.sentences import (
    SEVERITIES,
    describe_place,
    describe_problem,
    describe_step,
)
from cchc_desktop.services.session import OfficeSetup, create_session


@click.group(help="Kế hoạch cải cách hành chính: dòng lệnh của chương trình.")
@click.version_option(package_name="cchc-desktop", message="cchc %(version)s")
def cli() -> None:
    """Hold the commands together."""


@cli.command(help="Tạo tệp dữ liệu mới cho một cơ quan.")
@FILE
@click.option("--office", required=True, metavar="TÊN", help="Tên cơ quan ban hành.")
@click.option("--parent", default="", metavar="TÊN", help="Tên cơ quan cấp trên trực tiếp.")
@click.option("--place", required=True, metavar="ĐỊA DANH", help="Địa danh ghi trước ngày tháng.")
@click.option(
    "--level",
    type=click.Choice([level.value for level in OfficeLevel]),
    default=OfficeLevel.DISTRICT.value,
    show_default=True,
    help="Cấp hành chính.",
)
@command_errors
def init(file: Path, office: str, parent: str, place: str, level: str) -> None:
    """Create a data file."""
    letterhead = Letterhead(LetterheadId(0), parent, office, place, signer=usual_signer(office))
    setup = OfficeSetup(OfficeLevel(level), letterhead)
    create_session(file, setup, SystemClock()).close()
    say(f"Đã tạo {file}.")


@cli.command(help="Tạo tệp dữ liệu mẫu hoàn chỉnh của một huyện giả định.")
@FILE
@command_errors
def sample(file: Path) -> None:
    """Create the sample office."""
    from cchc_desktop.services.sample import create_sample

    create_sample(file, SystemClock()).close()
    say(f"Đã tạo tệp mẫu {file}.")


@cli.group(name="import", help="Nhập tài liệu có sẵn vào tệp dữ liệu.")
def import_() -> None:
    """Hold the import commands together."""


@import_.command(help="Nhập phụ lục nhiệm vụ từ tệp Word, Excel hoặc văn bản.")
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
        words = f" “{problem.text}”" if problem.text else ""
        say(f"{SEVERITIES[problem.severity]} – {place}: {describe_problem(problem)}{words}")
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


@cli.group(help="Xem nội dung tệp dữ liệu.")
def show() -> None:
    """Hold the show commands together."""


@show.command(name="plan", help="Xem kế hoạch của một năm.")
@FILE
@YEAR
@AS_JSON
@command_errors
def show_plan(*, file: Path, year: int, as_json: bool) -> None:
    """Show a plan."""
    with opened(file) as session:
        plan = session.plans.load_year(year)
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


@cli.command(help="Xem danh mục cơ quan, đơn vị và nhóm.")
@FILE
@AS_JSON
@command_errors
def agencies(*, file: Path, as_json: bool) -> None:
    """Show the catalogue."""
    with opened(file) as session:
        catalogue = session.agencies.catalogue()
    if as_json:
        print_json(catalogue_json(catalogue))
        return
    for name in [a.name for a in catalogue.agencies] + [g.name for g in catalogue.groups]:
        click.echo(name)


@cli.command(help="Xem các mẫu in được.")
@AS_JSON
@command_errors
def forms(*, as_json: bool) -> None:
    """List the forms."""
    descriptions = list_printable_forms()
    if as_json:
        print_json(
            {
                "forms": [
                    {
                        "id": form.id,
                        "title": form.title,
                        "legal_basis": form.legal_basis,
                        "effective_from": form.effective_from.isoformat(),
                        "effective_to": (
                            form.effective_to.isoformat() if form.effective_to else None
                        ),
                        "formats": [paper.value for paper in PaperFormat],
                    }
                    for form in descriptions
                ]
            }
        )
        return
    for form in descriptions:
        click.echo(f"{form.id}\t{form.title}")


@cli.command(name="print", help="In một mẫu ra tệp PDF, Word hoặc Excel.")
@click.argument("form", metavar="MẪU")
@FILE
@YEAR
@click.option(
    "--to",
    "paper",
    type=click.Choice([p.value for p in PaperFormat]),
    required=True,
    help="Loại tệp.",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    metavar="TỆP_RA",
    help="Tệp ghi ra.",
)
@click.option("--letterhead/--no-letterhead", default=True, help="Có phần đầu văn bản.")
@click.option("--signature/--no-signature", default=False, help="Có phần ký.")
@click.option("--electronic", is_flag=True, help="Bản điện tử: để hệ thống ghi số, ngày.")
@AS_JSON
@command_errors
def print_(
    *,
    form: str,
    file: Path,
    year: int,
    paper: str,
    output: Path,
    letterhead: bool,
    signature: bool,
    electronic: bool,
    as_json: bool,
) -> None:
    """Print a form."""
    if form not in {description.id for description in list_printable_forms()}:
        raise FormUnknown(form=form)
    options = PrintOptions(letterhead, signature, electronic)
    with opened(file) as session:
        prepared = session.printing.prepare(form, session.plans.load_year(year), options)
    prepared.write(PaperFormat(paper), output)
    if as_json:
        print_json({"form": form, "year": year, "format": paper, "output": str(output)})
    say(f"Đã ghi {output}.")


@cli.command(help="Hoàn tác thao tác gần nhất.")
@FILE
@command_errors
def undo(file: Path) -> None:
    """Take back the latest step."""
    with opened(file) as session:
        step = session.history.undo()
    say(f"Đã hoàn tác: {describe_step(step.label, step.params)}.")


@cli.command(help="Làm lại thao tác vừa hoàn tác.")
@FILE
@command_errors
def redo(file: Path) -> None:
    """Make the step last taken back again."""
    with opened(file) as session:
        step = session.history.redo()
    say(f"Đã làm lại: {describe_step(step.label, step.params)}.")


@cli.command(help="Xem nhật ký thao tác, mới nhất trước.")
@FILE
@click.option("--limit", type=int, default=50, show_default=True, help="Số thao tác.")
@AS_JSON
@command_errors
def history(*, file: Path, limit: int, as_json: bool) -> None:
    """Show what was done."""
    with opened(file) as session:
        entries = session.history.entries(limit)
    if as_json:
        print_json(
            {
                "steps": [
                    {
                        "id": entry.id,
                        "step": entry.label,
                        "sentence": describe_step(entry.label, entry.params),
                        "made_at": entry.made_at.isoformat(),
                        "made_by": entry.made_by,
                        "undone": entry.is_undone,
                        "rows": entry.row_count,
                    }
                    for entry in entries
                ]
            }
        )
        return
    for entry in entries:
        undone = " (đã hoàn tác)" if entry.is_undone else ""
        sentence = describe_step(entry.label, entry.params)
        click.echo(f"{entry.made_at:%d/%m/%Y %H:%M}  {entry.made_by}  {sentence}{undone}")


@cli.command(help="Tạo bản sao lưu đã kiểm tra ngay bây giờ.")
@FILE
@command_errors
def backup(file: Path) -> None:
    """Make a safety copy."""
    with opened(file) as session:
        copy = session.backups.make("manual")
    say(f"Đã sao lưu vào {copy}.")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line with UTF-8 output, whatever the console is set to."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
    try:
        code = cli.main(args=arguments, prog_name="cchc", standalone_mode=False)
    except click.UsageError as error:
        say(usage_sentence(error))
        code = EXIT_WRONG_CALL
    except click.Abort:
        code = EXIT_PROBLEMS
    sys.exit(code or 0)


if __name__ == "__main__":
    main()
