"""Commands about the data file itself: making it, its catalogue, its history, its backups."""

from pathlib import Path

import click

from cchc_desktop.cli.frame import AS_JSON, FILE, command_errors, opened, print_json, say
from cchc_desktop.cli.plan_json import catalogue_json
from cchc_desktop.domain.clock import SystemClock
from cchc_desktop.domain.office import Letterhead, LetterheadId, OfficeLevel, usual_signer
from cchc_desktop.services.sentences import describe_step
from cchc_desktop.services.session import OfficeSetup, create_session


@click.command(options_metavar="[TÙY CHỌN]", help="Tạo tệp dữ liệu mới cho một cơ quan.")
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


@click.command(
    options_metavar="[TÙY CHỌN]", help="Tạo tệp dữ liệu mẫu hoàn chỉnh của một huyện giả định."
)
@FILE
@command_errors
def sample(file: Path) -> None:
    """Create the sample office."""
    from cchc_desktop.services.sample import create_sample

    create_sample(file, SystemClock()).close()
    say(f"Đã tạo tệp mẫu {file}.")


@click.command(options_metavar="[TÙY CHỌN]", help="Xem danh mục cơ quan, đơn vị và nhóm.")
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


@click.command(options_metavar="[TÙY CHỌN]", help="Hoàn tác thao tác gần nhất.")
@FILE
@command_errors
def undo(file: Path) -> None:
    """Take back the latest step."""
    with opened(file) as session:
        step = session.history.undo()
    say(f"Đã hoàn tác: {describe_step(step.label, step.params)}.")


@click.command(options_metavar="[TÙY CHỌN]", help="Làm lại thao tác vừa hoàn tác.")
@FILE
@command_errors
def redo(file: Path) -> None:
    """Make the step last taken back again."""
    with opened(file) as session:
        step = session.history.redo()
    say(f"Đã làm lại: {describe_step(step.label, step.params)}.")


@click.command(options_metavar="[TÙY CHỌN]", help="Xem nhật ký thao tác, mới nhất trước.")
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


@click.command(options_metavar="[TÙY CHỌN]", help="Tạo bản sao lưu đã kiểm tra ngay bây giờ.")
@FILE
@command_errors
def backup(file: Path) -> None:
    """Make a safety copy."""
    with opened(file) as session:
        copy = session.backups.make("manual")
    say(f"Đã sao lưu vào {copy}.")
