"""Commands about the days that are free or worked against the rule of the week."""

from datetime import date
from pathlib import Path

import click

from cchc_desktop.cli.days import DAY
from cchc_desktop.cli.frame import AS_JSON, FILE, YEAR, command_errors, opened, print_json, say
from cchc_desktop.domain.days_and_numbers import day_words
from cchc_desktop.domain.working_days import SpecialDay


@click.group(
    options_metavar="",
    subcommand_metavar="LỆNH …",
    name="day-off",
    help="Ngày nghỉ và ngày làm bù, dùng để dời hạn gửi.",
)
def day_off() -> None:
    """Hold the commands about free days together."""


@day_off.command(
    options_metavar="[TÙY CHỌN]", help="Thêm ngày nghỉ, hoặc ngày làm bù, của riêng cơ quan."
)
@FILE
@click.option("--day", type=DAY, required=True, metavar="NGÀY", help="Ngày, ví dụ 20/3/2026.")
@click.option("--name", required=True, metavar="TÊN", help="Ngày gì, vì sao.")
@click.option("--working", "is_working", is_flag=True, help="Là ngày làm việc (làm bù).")
@AS_JSON
@command_errors
def add(*, file: Path, day: date, name: str, is_working: bool, as_json: bool) -> None:
    """Set a day as free or worked."""
    with opened(file) as session:
        session.periods.set_special_day(day, name, is_working=is_working)
        own = next(item for item in session.periods.special_days(day.year) if item.day == day)
    if as_json:
        print_json(_special_day_json(own))
    say(f"Đã đặt: {_special_day_line(own)}.")


@day_off.command(options_metavar="[TÙY CHỌN]", help="Bỏ ngày nghỉ, ngày làm bù cơ quan đã thêm.")
@FILE
@click.option("--day", type=DAY, required=True, metavar="NGÀY", help="Ngày, ví dụ 20/3/2026.")
@AS_JSON
@command_errors
def remove(*, file: Path, day: date, as_json: bool) -> None:
    """Remove a day the office set."""
    with opened(file) as session:
        session.periods.remove_special_day(day)
        is_working = session.periods.calendar().is_working(day)
    if as_json:
        print_json({"day": day.isoformat(), "working": is_working})
    state = "ngày làm việc" if is_working else "ngày nghỉ"
    say(f"Đã bỏ ngày {day_words(day)}; nay lại là {state} như quy định chung.")


@day_off.command(
    options_metavar="[TÙY CHỌN]",
    name="list",
    help="Xem ngày nghỉ lễ, tết và ngày làm bù của một năm (ngoài thứ Bảy, Chủ nhật).",
)
@FILE
@YEAR
@AS_JSON
@command_errors
def list_days(*, file: Path, year: int, as_json: bool) -> None:
    """Show the free and the made-up days of a year."""
    with opened(file) as session:
        days = session.periods.special_days(year)
        is_announced = session.periods.calendar().is_announced(year)
    if as_json:
        documents = [_special_day_json(item) for item in days]
        print_json({"year": year, "announced": is_announced, "days": documents})
        return
    for item in days:
        click.echo(_special_day_line(item))
    if not is_announced:
        say(f"Chưa có lịch nghỉ lễ, tết chính thức năm {year}; các ngày trên là dự kiến.")


def _special_day_json(item: SpecialDay) -> dict[str, object]:
    return {
        "day": item.day.isoformat(),
        "working": item.is_working,
        "name": item.name,
        "own": item.is_own,
    }


def _special_day_line(item: SpecialDay) -> str:
    kind = "làm việc" if item.is_working else "nghỉ"
    own = " (cơ quan tự đặt)" if item.is_own else ""
    return f"{day_words(item.day)}  {kind}  {item.name}{own}"
