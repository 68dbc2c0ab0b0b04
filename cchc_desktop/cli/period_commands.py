"""Commands about the reporting periods of a year: their days and their lock."""

from datetime import date
from pathlib import Path

import click

from cchc_desktop.cli.days import DAY
from cchc_desktop.cli.frame import AS_JSON, FILE, YEAR, command_errors, opened, print_json, say
from cchc_desktop.domain.days_and_numbers import day_words
from cchc_desktop.domain.period import ClosingAction, PeriodClosing, PeriodKey, ReportingPeriod

PERIOD = click.option(
    "--period",
    "code",
    required=True,
    metavar="KỲ",
    help="Mã kỳ: quarter-1, half-year, quarter-3, year, nine-months, month-01 … month-12.",
)
"""The period a command works on."""

_ACTIONS = {ClosingAction.CLOSED: "Khóa kỳ", ClosingAction.REOPENED: "Mở lại"}


def period_json(period: ReportingPeriod) -> dict[str, object]:
    """Return a period as a JSON document."""
    return {
        "code": period.key.code,
        "year": period.key.year,
        "kind": period.kind.value,
        "title": period.title,
        "first_day": period.first_day.isoformat(),
        "last_day": period.last_day.isoformat(),
        "agency_due": period.agency_due.isoformat(),
        "send_by": period.send_by.isoformat(),
        "cumulative": period.is_cumulative,
        "source": period.source,
        "adjusted": period.is_adjusted,
        "closed": period.is_closed,
    }


@click.command(
    options_metavar="[TÙY CHỌN]", help="Xem các kỳ báo cáo của một năm: ngày chốt, hạn gửi, khóa."
)
@FILE
@YEAR
@click.option("--all", "is_all", is_flag=True, help="Cả các tháng và chín tháng.")
@AS_JSON
@command_errors
def periods(*, file: Path, year: int, is_all: bool, as_json: bool) -> None:
    """Show the periods of a year."""
    with opened(file) as session:
        service = session.periods
        found = service.of_year(year) if is_all else service.report_periods(year)
        is_announced = service.calendar().is_announced(year)
    if as_json:
        documents = [period_json(period) for period in found]
        print_json({"year": year, "days_off_announced": is_announced, "periods": documents})
        return
    for period in found:
        click.echo(_period_line(period))
    if not is_announced:
        say(f"Chưa có lịch nghỉ lễ, tết chính thức năm {year}; hạn gửi có thể còn dời.")


@click.group(
    options_metavar="",
    subcommand_metavar="LỆNH …",
    help="Đặt ngày, khóa và mở lại một kỳ báo cáo.",
)
def period() -> None:
    """Hold the period commands together."""


@period.command(
    options_metavar="[TÙY CHỌN]",
    name="set",
    help="Đặt ngày riêng của cơ quan cho một kỳ; ngày không ghi thì giữ nguyên.",
)
@FILE
@YEAR
@PERIOD
@click.option("--first-day", type=DAY, metavar="NGÀY", help="Ngày đầu kỳ.")
@click.option("--last-day", type=DAY, metavar="NGÀY", help="Ngày chốt số liệu.")
@click.option("--agency-due", type=DAY, metavar="NGÀY", help="Hạn các cơ quan, đơn vị gửi về.")
@click.option("--send-by", type=DAY, metavar="NGÀY", help="Hạn gửi báo cáo lên cấp trên.")
@click.option("--source", metavar="VĂN_BẢN", help="Văn bản yêu cầu những ngày này.")
@AS_JSON
@command_errors
def set_period(
    *,
    file: Path,
    year: int,
    code: str,
    first_day: date | None,
    last_day: date | None,
    agency_due: date | None,
    send_by: date | None,
    source: str | None,
    as_json: bool,
) -> None:
    """Set a period's days."""
    key = PeriodKey(year, code)
    with opened(file) as session:
        before = session.periods.get(key)
        # The rule's source does not stand for days that the office sets itself.
        kept_source = before.source if before.is_adjusted else ""
        session.periods.adjust(
            key,
            first_day or before.first_day,
            last_day or before.last_day,
            agency_due or before.agency_due,
            send_by or before.send_by,
            kept_source if source is None else source,
        )
        after = session.periods.get(key)
    _show_done("Đã đặt lại ngày", after, as_json=as_json)


@period.command(options_metavar="[TÙY CHỌN]", help="Trả một kỳ về những ngày theo quy định.")
@FILE
@YEAR
@PERIOD
@AS_JSON
@command_errors
def restore(*, file: Path, year: int, code: str, as_json: bool) -> None:
    """Give a period the days of the rule back."""
    key = PeriodKey(year, code)
    with opened(file) as session:
        session.periods.restore(key)
        after = session.periods.get(key)
    _show_done("Đã trả về ngày theo quy định", after, as_json=as_json)


@period.command(options_metavar="[TÙY CHỌN]", help="Khóa một kỳ; số liệu của kỳ không sửa được.")
@FILE
@YEAR
@PERIOD
@AS_JSON
@command_errors
def close(*, file: Path, year: int, code: str, as_json: bool) -> None:
    """Close a period."""
    key = PeriodKey(year, code)
    with opened(file) as session:
        session.periods.close(key)
        after = session.periods.get(key)
    _show_done("Đã khóa", after, as_json=as_json)


@period.command(options_metavar="[TÙY CHỌN]", help="Mở lại một kỳ đã khóa; lý do được lưu lại.")
@FILE
@YEAR
@PERIOD
@click.option("--reason", required=True, metavar="LÝ_DO", help="Vì sao mở lại.")
@AS_JSON
@command_errors
def reopen(*, file: Path, year: int, code: str, reason: str, as_json: bool) -> None:
    """Reopen a period."""
    key = PeriodKey(year, code)
    with opened(file) as session:
        session.periods.reopen(key, reason)
        after = session.periods.get(key)
    _show_done("Đã mở lại", after, as_json=as_json)


@period.command(
    options_metavar="[TÙY CHỌN]",
    name="history",
    help="Xem các lần khóa và mở lại một kỳ, cũ nhất trước.",
)
@FILE
@YEAR
@PERIOD
@AS_JSON
@command_errors
def period_history(*, file: Path, year: int, code: str, as_json: bool) -> None:
    """Show when a period was closed and reopened, by whom and why."""
    with opened(file) as session:
        shown = session.periods.get(PeriodKey(year, code))
        closings = session.periods.closings(shown.key)
    if as_json:
        steps = [_closing_json(closing) for closing in closings]
        print_json({"period": period_json(shown), "closings": steps})
        return
    if not closings:
        say(f"Kỳ báo cáo {shown.title} chưa khóa lần nào.")
    for closing in closings:
        reason = f": {closing.reason}" if closing.reason else ""
        action = _ACTIONS[closing.action]
        click.echo(f"{day_words(closing.made_on)}  {closing.made_by}  {action}{reason}")


def _show_done(done: str, shown: ReportingPeriod, *, as_json: bool) -> None:
    if as_json:
        print_json(period_json(shown))
    say(f"{done}: {_period_line(shown)}")


def _period_line(shown: ReportingPeriod) -> str:
    marks = [
        "đã khóa" if shown.is_closed else "",
        "cơ quan tự đặt ngày" if shown.is_adjusted else "",
        shown.source,
    ]
    return (
        f"{shown.key.code}  {shown.title}: "
        f"{day_words(shown.first_day)} - {day_words(shown.last_day)}; "
        f"các cơ quan gửi chậm nhất {day_words(shown.agency_due)}; "
        f"gửi báo cáo chậm nhất {day_words(shown.send_by)} "
        f"({'; '.join(mark for mark in marks if mark)})"
    )


def _closing_json(closing: PeriodClosing) -> dict[str, object]:
    return {
        "action": closing.action.value,
        "made_on": closing.made_on.isoformat(),
        "made_by": closing.made_by,
        "reason": closing.reason,
    }
