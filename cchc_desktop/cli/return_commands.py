"""Commands about agencies' returns: making them, collecting them, and who has sent theirs."""

import sys
from datetime import date
from pathlib import Path
from textwrap import shorten

import click

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
from cchc_desktop.cli.return_json import collection_json
from cchc_desktop.domain.agency_return import ReturnValue
from cchc_desktop.domain.errors import TargetNotWritable
from cchc_desktop.domain.iso_days import to_iso
from cchc_desktop.domain.period import PeriodKey
from cchc_desktop.domain.problem import Problem, Severity
from cchc_desktop.domain.progress import Statement
from cchc_desktop.domain.return_comparison import (
    CollectionPreview,
    ReturnChange,
    ReturnChangeKey,
    ReturnChangeKind,
    ReturnDecision,
    ReturnFilePreview,
    ReturnFileStatus,
)
from cchc_desktop.domain.return_register import ReturnState
from cchc_desktop.services.progress_sentences import STATEMENTS
from cchc_desktop.services.sentences import (
    describe_error,
    describe_place,
    describe_problem,
    describe_severity,
)
from cchc_desktop.services.session import Session

_LONGEST_QUOTE = 120

PERIOD = click.option(
    "--period", required=True, metavar="KỲ",
    help="Kỳ báo cáo: quarter-1, half-year, quarter-3, year, month-01 …",
)  # fmt: skip

_STATES = {
    ReturnState.IN_TIME: "đã gửi đúng hạn",
    ReturnState.LATE: "đã gửi muộn {days} ngày",
    ReturnState.AWAITED: "chưa gửi, còn hạn",
    ReturnState.MISSING: "chưa gửi, quá hạn {days} ngày",
}
_STATUSES = {
    ReturnFileStatus.NEW: "có nội dung mới",
    ReturnFileStatus.SAME: "giống nội dung đã ghi",
    ReturnFileStatus.CONFLICTS: "có ô khác với nội dung đã ghi",
    ReturnFileStatus.UNTOUCHED: "chưa điền gì, không tính là đã gửi",
    ReturnFileStatus.REPEATED: "trùng với tệp trước",
    ReturnFileStatus.REFUSED: "không nhận được",
}


@click.group(
    options_metavar="", subcommand_metavar="LỆNH …", help="Biểu báo cáo của các cơ quan, đơn vị."
)
def returns() -> None:
    """Hold the commands about returns together."""


@returns.command(options_metavar="[TÙY CHỌN]", help="Lập biểu Excel cho các đơn vị điền.")
@FILE
@YEAR
@PERIOD
@click.option(
    "--folder", type=click.Path(path_type=Path, file_okay=False), required=True,
    metavar="THƯ_MỤC", help="Nơi ghi các tệp.",
)  # fmt: skip
@click.option("--agency", "agencies", multiple=True, metavar="TÊN", help="Chỉ lập cho đơn vị này.")
@AS_JSON
@command_errors
def make(
    *, file: Path, year: int, period: str, folder: Path, agencies: tuple[str, ...], as_json: bool
) -> None:
    """Make the workbooks."""
    _make_folder(folder)
    with opened(file) as session:
        wanted = [agency_id_of(session, name) for name in agencies] if agencies else None
        made = session.returns.make(PeriodKey(year, period), wanted, folder)
    if as_json:
        files = [
            {
                "agency": item.agency_name,
                "file": str(item.path),
                "placing": item.placing.value,
                "tasks": item.task_count,
            }
            for item in made.files
        ]
        print_json({"year": year, "period": period, "files": files})
    for item in made.files:
        say(f"{item.agency_name}: {item.path.name} ({item.task_count} nhiệm vụ)")
    say(f"Đã lập {len(made.files)} biểu báo cáo trong {folder}.")


@returns.command(options_metavar="[TÙY CHỌN]", help="Nhận các biểu mà đơn vị đã gửi về.")
@FILE
@click.argument(
    "documents", type=click.Path(path_type=Path), nargs=-1, required=True, metavar="BIỂU…"
)
@YEAR
@PERIOD
@click.option("--dry-run", is_flag=True, help="Chỉ xem, không ghi.")
@click.option(
    "--prefer", type=click.Choice([d.value for d in ReturnDecision]),
    help="Ô khác nhau: giữ nội dung đã ghi (recorded) hay lấy nội dung gửi về (returned).",
)  # fmt: skip
@click.option(
    "--received", type=DAY, metavar="NGÀY",
    help="Ngày nhận, mặc định là hôm nay.",
)  # fmt: skip
@click.option(
    "--annotate", type=click.Path(path_type=Path, file_okay=False), metavar="THƯ_MỤC",
    help="Ghi bản sao có đánh dấu lỗi để gửi lại đơn vị.",
)  # fmt: skip
@AS_JSON
@command_errors
def collect(
    *,
    file: Path,
    documents: tuple[Path, ...],
    year: int,
    period: str,
    dry_run: bool,
    prefer: str | None,
    received: date | None,
    annotate: Path | None,
    as_json: bool,
) -> None:
    """Collect returned workbooks."""
    if annotate is not None:
        # Found out before anything is written into the data file.
        _make_folder(annotate)
    with opened(file) as session:
        key = PeriodKey(year, period)
        preview = session.returns.preview(documents, key, received_on=received)
        undecided = _undecided(preview, prefer)
        is_written = False
        if not dry_run:
            decisions = _decisions(preview, prefer)
            is_written = bool(session.returns.write(preview, decisions, received))
        copies = _annotated(session, preview, annotate) if annotate else {}
    if as_json:
        print_json(collection_json(preview, undecided, copies, is_written=is_written))
    _say_collection(preview, undecided, copies, is_dry_run=dry_run)
    if undecided or any(_needs_attention(item) for item in preview.files):
        sys.exit(EXIT_PROBLEMS)


@returns.command(options_metavar="[TÙY CHỌN]", help="Xem đơn vị nào đã gửi, chưa gửi.")
@FILE
@YEAR
@PERIOD
@click.option("--day", type=DAY, metavar="NGÀY", help="Xét đến ngày này, mặc định là hôm nay.")
@AS_JSON
@command_errors
def status(*, file: Path, year: int, period: str, day: date | None, as_json: bool) -> None:
    """Show the register."""
    with opened(file) as session:
        lines = session.returns.register(PeriodKey(year, period), day)
    if as_json:
        agencies = [
            {
                "agency": line.agency_name,
                "tasks": line.task_count,
                "state": line.state.value,
                "due": line.due.isoformat(),
                "made_on": to_iso(line.made_on),
                "received_on": to_iso(line.received_on),
                "days_late": line.days_late,
                "file": line.file_name,
            }
            for line in lines
        ]
        print_json({"year": year, "period": period, "agencies": agencies})
        return
    for line in lines:
        click.echo(f"{line.agency_name}\t{_STATES[line.state].format(days=line.days_late)}")


def _undecided(preview: CollectionPreview, prefer: str | None) -> tuple[ReturnChange, ...]:
    """Return the conflicts that a preference for one side does not settle."""
    if prefer == ReturnDecision.KEEP.value:
        return ()
    if prefer == ReturnDecision.TAKE.value:
        # Where two files differ, "what was returned" names neither.
        return tuple(change for change in preview.conflicts if change.rivals)
    return preview.conflicts


def _decisions(
    preview: CollectionPreview, prefer: str | None
) -> dict[ReturnChangeKey, ReturnDecision]:
    """Return the decisions; what is not decided keeps what is recorded."""
    undecided = {change.key for change in _undecided(preview, prefer)}
    takes = prefer == ReturnDecision.TAKE.value
    return {
        change.key: ReturnDecision.TAKE
        if takes and change.key not in undecided
        else ReturnDecision.KEEP
        for change in preview.conflicts
    }


def _make_folder(folder: Path) -> None:
    """Make a folder for files, where there is none yet."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except PermissionError as error:
        raise TargetNotWritable(file=str(folder), reason="not_permitted") from error
    except FileExistsError as error:
        raise TargetNotWritable(file=str(folder), reason="is_file") from error
    except NotADirectoryError as error:
        raise TargetNotWritable(file=str(folder), reason="is_file") from error
    except OSError as error:
        raise TargetNotWritable(file=str(folder), reason="bad_name") from error


def _annotated(session: Session, preview: CollectionPreview, folder: Path) -> dict[int, Path]:
    """Write a marked copy of each file that has something to be corrected."""
    copies: dict[int, Path] = {}
    for item in preview.files:
        if item.error is None and any(p.severity is not Severity.NOTICE for p in item.problems):
            target = folder / f"{Path(item.name).stem} - cần sửa.xlsx"
            if target in copies.values():
                target = folder / f"{Path(item.name).stem} - cần sửa ({item.index + 1}).xlsx"
            copies[item.index] = session.returns.annotate(Path(item.path), item.problems, target)
    return copies


def _needs_attention(item: ReturnFilePreview) -> bool:
    return item.status is ReturnFileStatus.REFUSED or any(
        problem.severity is Severity.DROPPED for problem in item.problems
    )


def _say_collection(
    preview: CollectionPreview,
    undecided: tuple[ReturnChange, ...],
    copies: dict[int, Path],
    *,
    is_dry_run: bool,
) -> None:
    for item in preview.files:
        owner = f" – {item.agency_name}" if item.agency_name else ""
        say(f"{item.name}{owner}: {_STATUSES[item.status]}")
        if item.error is not None:
            say(f"  {describe_error(item.error)}")
        for problem in item.problems:
            say(f"  {_problem_words(problem)}")
        if item.index in copies:
            say(f"  Bản có đánh dấu lỗi: {copies[item.index]}")
    for change in undecided:
        say(
            f"Cần chọn – {describe_place(change.place)} (nhiệm vụ {change.number}): đã ghi "
            f"“{_shown(change.recorded)}”, gửi về “{_shown(change.returned)}”"
        )
    new = sum(change.kind is ReturnChangeKind.NEW for change in preview.changes)
    verb = "Sẽ ghi" if is_dry_run else "Đã ghi"
    say(f"{verb} {new} ô mới từ {len(preview.files)} tệp; còn {len(undecided)} ô cần chọn.")


def _problem_words(problem: Problem) -> str:
    words = shorten(problem.text, _LONGEST_QUOTE, placeholder="…")
    quoted = f" “{words}”" if words else ""
    place = describe_place(problem.place)
    return f"{describe_severity(problem.severity)} – {place}: {describe_problem(problem)}{quoted}"


def _shown(value: ReturnValue) -> str:
    if isinstance(value, Statement):
        return STATEMENTS[value]
    text = f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value or "")
    return shorten(text, _LONGEST_QUOTE, placeholder="…")
