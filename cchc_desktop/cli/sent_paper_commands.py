"""Commands about papers that were sent: keeping the PDF, listing, taking it out again."""

import sys
from datetime import date
from pathlib import Path

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
from cchc_desktop.cli.period_commands import PERIOD
from cchc_desktop.cli.report_json import sent_json
from cchc_desktop.domain.period import PeriodKey
from cchc_desktop.domain.report import SentPaperId
from cchc_desktop.services.sent_papers import SendingDetails

_ID = click.option("--id", "sent_id", type=int, required=True, metavar="SỐ", help="Mã văn bản.")


@click.group(options_metavar="", subcommand_metavar="LỆNH …", help="Văn bản lưu như đã gửi.")
def sent() -> None:
    """Hold the commands about papers sent together."""


@sent.command(options_metavar="[TÙY CHỌN]", name="add", help="Lưu tệp PDF của văn bản đã gửi.")
@FILE
@click.argument("pdf", type=click.Path(path_type=Path, dir_okay=False), metavar="PDF")
@YEAR
@PERIOD
@click.option("--form", default="report", show_default=True, metavar="MẪU", help="Mẫu văn bản.")
@click.option("--number", required=True, metavar="SỐ", help="Số văn bản.")
@click.option("--symbol", default="", metavar="KÝ_HIỆU", help="Ký hiệu, ví dụ BC-UBND.")
@click.option("--date", "sent_on", type=DAY, required=True, metavar="NGÀY", help="Ngày gửi.")
@click.option("--signer", default="", metavar="TÊN", help="Người ký.")
@click.option("--recipient", default="", metavar="TÊN", help="Nơi nhận.")
@AS_JSON
@command_errors
def add_sent(
    *,
    file: Path,
    pdf: Path,
    year: int,
    code: str,
    form: str,
    number: str,
    symbol: str,
    sent_on: date,
    signer: str,
    recipient: str,
    as_json: bool,
) -> None:
    """Keep a paper as it was sent."""
    details = SendingDetails(form, number, symbol, sent_on, signer, recipient, pdf.name)
    with opened(file) as session:
        change = session.sent_papers.record_file(PeriodKey(year, code), details, pdf)
        (row_id,) = change.ids("sent_paper")
        paper = session.sent_papers.get(SentPaperId(row_id))
    if as_json:
        print_json(sent_json(paper))
    say(f"Đã lưu {paper.file_name}, dấu vân tay SHA-256 {paper.fingerprint}.")


@sent.command(options_metavar="[TÙY CHỌN]", name="list", help="Xem các văn bản đã gửi.")
@FILE
@click.option("--year", type=int, metavar="NĂM", help="Chỉ năm này.")
@AS_JSON
@command_errors
def list_sent(*, file: Path, year: int | None, as_json: bool) -> None:
    """List the papers sent."""
    with opened(file) as session:
        papers = session.sent_papers.list(year)
        titles = {paper.id: session.periods.get(paper.key).title for paper in papers}
    if as_json:
        print_json({"papers": [sent_json(paper) for paper in papers]})
        return
    for paper in papers:
        name = f"{paper.number}/{paper.symbol}" if paper.symbol else paper.number
        click.echo(f"{paper.id}  {paper.sent_on:%d/%m/%Y}  {name}  {titles[paper.id]}")


@sent.command(options_metavar="[TÙY CHỌN]", name="export", help="Ghi tệp PDF đã gửi ra tệp mới.")
@FILE
@_ID
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    metavar="TỆP_RA",
    help="Tệp ghi ra.",
)
@command_errors
def export_sent(*, file: Path, sent_id: int, output: Path) -> None:
    """Write the PDF of a paper."""
    with opened(file) as session:
        session.sent_papers.export(SentPaperId(sent_id), output)
    say(f"Đã ghi {output}.")


@sent.command(
    options_metavar="[TÙY CHỌN]", name="verify", help="Kiểm tra tệp đã lưu còn nguyên vẹn."
)
@FILE
@_ID
@AS_JSON
@command_errors
def verify_sent(*, file: Path, sent_id: int, as_json: bool) -> None:
    """Check the fingerprint of a kept paper."""
    with opened(file) as session:
        paper = session.sent_papers.get(SentPaperId(sent_id))
        is_intact = session.sent_papers.is_intact(paper.id)
    if as_json:
        print_json({**sent_json(paper), "intact": is_intact})
    say("Tệp còn nguyên vẹn." if is_intact else "Tệp không còn khớp dấu vân tay đã ghi.")
    if not is_intact:
        sys.exit(EXIT_PROBLEMS)
