"""Commands that record progress: results, events, documents."""

from datetime import date
from pathlib import Path

import click

from cchc_desktop.cli.days import DAY
from cchc_desktop.cli.frame import AS_JSON, FILE, YEAR, command_errors, opened, print_json, say
from cchc_desktop.cli.period_commands import PERIOD
from cchc_desktop.cli.progress_json import board_head_json, state_json, task_names
from cchc_desktop.cli.progress_options import (
    AGENCY,
    PRODUCT,
    TASK,
    check_product,
    is_of,
    ref_of,
    work_ref,
)
from cchc_desktop.domain.iso_days import to_iso
from cchc_desktop.domain.period import PeriodKey
from cchc_desktop.domain.plan_places import find_task
from cchc_desktop.domain.progress import (
    Evidence,
    EvidenceId,
    FollowMode,
    Occurrence,
    ProgressField,
    Statement,
)
from cchc_desktop.services.progress import FieldValue, ProgressEdit
from cchc_desktop.services.progress_sentences import describe_state


@click.group(
    options_metavar="", subcommand_metavar="LỆNH …", help="Ghi và xem tiến độ thực hiện kế hoạch."
)
def progress() -> None:
    """Hold the progress commands together."""


@progress.command(
    options_metavar="[TÙY CHỌN]", name="set", help="Ghi tiến độ của một nhiệm vụ trong một kỳ."
)
@FILE
@YEAR
@PERIOD
@TASK
@PRODUCT
@AGENCY
@click.option("--statement", type=click.Choice([s.value for s in Statement]), help="Tình hình.")
@click.option("--done-on", type=DAY, metavar="NGÀY", help="Ngày hoàn thành.")
@click.option("--percent", type=int, metavar="SỐ", help="Tỷ lệ phần trăm.")
@click.option("--milestones-met", type=int, metavar="SỐ", help="Số mốc đã đạt.")
@click.option("--result", metavar="CHỮ", help="Kết quả thực hiện.")
@click.option("--difficulties", metavar="CHỮ", help="Khó khăn, vướng mắc.")
@click.option("--proposals", metavar="CHỮ", help="Kiến nghị, đề xuất.")
@AS_JSON
@command_errors
def set_progress(
    *,
    file: Path,
    year: int,
    code: str,
    task: str,
    product: int,
    agency: str | None,
    as_json: bool,
    statement: str | None,
    **values: FieldValue,
) -> None:
    """Record the work on a task."""
    with opened(file) as session:
        key = PeriodKey(year, code)
        work = work_ref(session, key, task, product, agency)
        given = {ProgressField(name): v for name, v in values.items() if v is not None}
        if statement is not None:
            given[ProgressField.STATEMENT] = Statement(statement)
        edits = [ProgressEdit(work, field, value) for field, value in given.items()]
        session.progress.write(key, edits)
        board = session.progress.board(key)
    state = next(s for s in board.states if is_of(s, work))
    if as_json:
        print_json(
            {
                **board_head_json(board),
                "work": state_json(state, task_names(board), board.catalogue),
            }
        )
    say(f"Đã ghi {len(edits)} ô. Nhiệm vụ {task}: {describe_state(state.verdict)}.")


@progress.command(
    options_metavar="[TÙY CHỌN]", name="copy-forward", help="Chép kết quả kỳ trước vào ô còn trống."
)
@FILE
@YEAR
@PERIOD
@AS_JSON
@command_errors
def copy_forward(*, file: Path, year: int, code: str, as_json: bool) -> None:
    """Fill blank fields with what was said in the period before."""
    with opened(file) as session:
        key = PeriodKey(year, code)
        works = [ref_of(state) for state in session.progress.board(key).states]
        change = session.progress.copy_forward(key, works)
    if as_json:
        print_json({"year": year, "period": code, "records": len(change.ids("progress"))})
    say(f"Đã chép vào {len(change.ids('progress'))} nhiệm vụ.")


@progress.command(options_metavar="[TÙY CHỌN]", help="Ghi sự việc mà nhiệm vụ chờ đã phát sinh.")
@FILE
@YEAR
@TASK
@PRODUCT
@click.option("--happened-on", type=DAY, metavar="NGÀY", required=True, help="Ngày phát sinh.")
@click.option("--due", type=DAY, metavar="NGÀY", help="Hạn mà sự việc đặt ra, nếu có.")
@click.option(
    "--document", default="", metavar="CHỮ", help="Văn bản, ví dụ Công văn số 45/SNV-CCHC."
)
@AS_JSON
@command_errors
def event(
    *,
    file: Path,
    year: int,
    task: str,
    product: int,
    happened_on: date,
    due: date | None,
    document: str,
    as_json: bool,
) -> None:
    """Record that what a deadline waits for has happened."""
    with opened(file) as session:
        found = find_task(session.plans.load_year(year), task)
        check_product(product, len(found.deliverables))
        deliverable_id = found.deliverables[product - 1].id
        session.progress.record_occurrence(Occurrence(deliverable_id, happened_on, due, document))
    if as_json:
        print_json(
            {
                "year": year,
                "task": task,
                "happened_on": happened_on.isoformat(),
                "due": to_iso(due),
                "document": document,
            }
        )
    say(f"Đã ghi sự việc của nhiệm vụ {task}, ngày {happened_on:%d/%m/%Y}.")


@progress.command(options_metavar="[TÙY CHỌN]", help="Thêm tài liệu kiểm chứng cho một nhiệm vụ.")
@FILE
@YEAR
@PERIOD
@TASK
@PRODUCT
@AGENCY
@click.option("--number", default="", metavar="SỐ_KÝ_HIỆU", help="Số, ký hiệu văn bản.")
@click.option("--issued-on", type=DAY, metavar="NGÀY", help="Ngày văn bản.")
@click.option("--issuer", default="", metavar="TÊN", help="Cơ quan ban hành.")
@click.option("--subject", default="", metavar="CHỮ", help="Trích yếu.")
@click.option(
    "--keep", type=click.Path(path_type=Path), metavar="TỆP", help="Lưu tệp này vào tệp dữ liệu."
)
@AS_JSON
@command_errors
def evidence(
    *,
    file: Path,
    year: int,
    code: str,
    task: str,
    product: int,
    agency: str | None,
    number: str,
    issued_on: date | None,
    issuer: str,
    subject: str,
    keep: Path | None,
    as_json: bool,
) -> None:
    """Record a document that proves a result."""
    with opened(file) as session:
        key = PeriodKey(year, code)
        work = work_ref(session, key, task, product, agency)
        document = Evidence(EvidenceId(0), number, issued_on, issuer, subject)
        session.evidence.add(work, key, document, keep)
        board = session.progress.board(key)
    state = next(s for s in board.states if is_of(s, work))
    if as_json:
        print_json(
            {
                **board_head_json(board),
                "work": state_json(state, task_names(board), board.catalogue),
            }
        )
    say(f"Đã thêm tài liệu kiểm chứng cho nhiệm vụ {task}.")


@progress.command(
    options_metavar="[TÙY CHỌN]", help="Chọn cách theo dõi nhiệm vụ nhiều đơn vị chủ trì."
)
@FILE
@YEAR
@TASK
@click.option(
    "--mode",
    type=click.Choice([*(m.value for m in FollowMode), "usual"]),
    required=True,
    help="Cách.",
)
@command_errors
def follow(*, file: Path, year: int, task: str, mode: str) -> None:
    """Choose how a task with several leads is followed."""
    with opened(file) as session:
        found = find_task(session.plans.load_year(year), task)
        session.progress.set_follow_mode(found.id, None if mode == "usual" else FollowMode(mode))
    say(f"Đã đổi cách theo dõi nhiệm vụ {task}.")
