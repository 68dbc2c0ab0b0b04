"""Commands about where a plan stands, taking its papers out, and the register of numbers."""

from datetime import date
from pathlib import Path

import click

from cchc_desktop.cli.days import DAY
from cchc_desktop.cli.frame import AS_JSON, FILE, PLAN_TERM, command_errors, opened, print_json, say
from cchc_desktop.cli.version_json import number_json, standing_json
from cchc_desktop.cli.version_options import VERSION, plan_of, version_of
from cchc_desktop.domain.days_and_numbers import day_words
from cchc_desktop.domain.plan import PlanId, PlanKey
from cchc_desktop.services.session import Session
from cchc_desktop.services.version_sentences import describe_standing


@click.group(
    options_metavar="", subcommand_metavar="LỆNH …", help="Tình trạng kế hoạch và bản đã ban hành."
)
def version() -> None:
    """Hold the commands about where a plan stands together."""


@version.command(options_metavar="[TÙY CHỌN]", help="Ghi kế hoạch đã trình ký.")
@FILE
@PLAN_TERM
@AS_JSON
@command_errors
def submit(*, file: Path, key: PlanKey, as_json: bool) -> None:
    """Record that a plan was sent for signature."""
    with opened(file) as session:
        plan_id = plan_of(session, key)
        session.versions.submit(plan_id)
        _say_standing(session, key, plan_id, as_json=as_json)


@version.command(
    options_metavar="[TÙY CHỌN]", name="return", help="Đưa kế hoạch đang trình ký về dự thảo."
)
@FILE
@PLAN_TERM
@AS_JSON
@command_errors
def return_(*, file: Path, key: PlanKey, as_json: bool) -> None:
    """Record that a plan came back unsigned."""
    with opened(file) as session:
        plan_id = plan_of(session, key)
        session.versions.return_to_draft(plan_id)
        _say_standing(session, key, plan_id, as_json=as_json)


@version.command(
    options_metavar="[TÙY CHỌN]", help="Bỏ bản điều chỉnh, trở về nội dung đang có hiệu lực."
)
@FILE
@PLAN_TERM
@AS_JSON
@command_errors
def discard(*, file: Path, key: PlanKey, as_json: bool) -> None:
    """Give an amendment up."""
    with opened(file) as session:
        plan_id = plan_of(session, key)
        session.versions.discard_amendment(plan_id)
        _say_standing(session, key, plan_id, as_json=as_json)


@version.command(options_metavar="[TÙY CHỌN]", help="Ghi kế hoạch hết hiệu lực từ một ngày.")
@FILE
@PLAN_TERM
@click.option("--date", "day", type=DAY, required=True, metavar="NGÀY", help="Ngày hết hiệu lực.")
@click.option("--note", default="", metavar="GHI_CHÚ", help="Lý do, văn bản thay thế.")
@AS_JSON
@command_errors
def expire(*, file: Path, key: PlanKey, day: date, note: str, as_json: bool) -> None:
    """Record that a plan is no longer in force."""
    with opened(file) as session:
        plan_id = plan_of(session, key)
        session.versions.expire(plan_id, day, note)
        _say_standing(session, key, plan_id, as_json=as_json)


@version.command(options_metavar="[TÙY CHỌN]", help="Ghi tệp PDF của bản đã ban hành ra tệp mới.")
@FILE
@PLAN_TERM
@VERSION
@click.option("--signed", "is_signed", is_flag=True, help="Lấy bản ký số mới nhất.")
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    metavar="TỆP_RA",
    help="Tệp ghi ra.",
)
@command_errors
def export(*, file: Path, key: PlanKey, number: int | None, is_signed: bool, output: Path) -> None:
    """Write the PDF of a version."""
    with opened(file) as session:
        chosen = version_of(session, plan_of(session, key), number)
        session.versions.export(chosen.id, output, is_signed=is_signed)
    say(f"Đã ghi {output}.")


@click.group(
    options_metavar="", subcommand_metavar="LỆNH …", help="Sổ đăng ký số văn bản đi trong năm."
)
def register() -> None:
    """Hold the commands about the register of numbers together."""


@register.command(options_metavar="[TÙY CHỌN]", name="list", help="Xem các số đã cấp trong năm.")
@FILE
@click.option("--year", type=int, required=True, metavar="NĂM", help="Năm của sổ.")
@AS_JSON
@command_errors
def list_register(*, file: Path, year: int, as_json: bool) -> None:
    """List the numbers of a year."""
    with opened(file) as session:
        numbers = session.versions.list_register(year)
    if as_json:
        print_json({"year": year, "numbers": [number_json(number) for number in numbers]})
        return
    for number in numbers:
        name = f"{number.number}/{number.symbol}" if number.symbol else number.number
        where = f"  [{number.register}]" if number.register else ""
        click.echo(f"{name}  {day_words(number.issued_on)}  {number.subject}{where}")


@register.command(options_metavar="[TÙY CHỌN]", name="add", help="Ghi số đã cấp cho văn bản khác.")
@FILE
@click.option("--number", required=True, metavar="SỐ", help="Số văn bản.")
@click.option("--symbol", default="", metavar="KÝ_HIỆU", help="Ký hiệu, ví dụ BC-UBND.")
@click.option("--date", "day", type=DAY, required=True, metavar="NGÀY", help="Ngày văn bản.")
@click.option("--subject", default="", metavar="TRÍCH_YẾU", help="Trích yếu.")
@click.option("--register", "name", default="", metavar="SỔ", help="Tên sổ, nếu đánh số riêng.")
@command_errors
def add_number(*, file: Path, number: str, symbol: str, day: date, subject: str, name: str) -> None:
    """Record a number that the office gave another paper."""
    with opened(file) as session:
        session.versions.register_number(number, symbol, day, subject, name)
    say(f"Đã ghi số {number} vào sổ năm {day.year}.")


def _say_standing(session: Session, key: PlanKey, plan_id: PlanId, *, as_json: bool) -> None:
    standing = session.versions.standing(plan_id)
    issued = session.versions.versions(plan_id)
    if as_json:
        print_json(standing_json(key, standing, issued))
    say(f"Kế hoạch {key.term}: {describe_standing(standing, issued[-1] if issued else None)}.")
