"""Commands about forms: which there are, and printing them."""

from datetime import date
from pathlib import Path

import click

from cchc_desktop.cli.days import DAY
from cchc_desktop.cli.frame import AS_JSON, FILE, YEAR, command_errors, opened, print_json, say
from cchc_desktop.cli.progress_options import agency_id_of
from cchc_desktop.domain.errors import FormUnknown
from cchc_desktop.services.printing import (
    PaperFormat,
    PaperRequest,
    PrintOptions,
    list_printable_forms,
)


@click.command(options_metavar="[TÙY CHỌN]", help="Xem các mẫu in được.")
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


@click.command(
    options_metavar="[TÙY CHỌN]", name="print", help="In một mẫu ra tệp PDF, Word hoặc Excel."
)
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
@click.option("--period", metavar="KỲ", help="Kỳ báo cáo, với mẫu theo kỳ.")
@click.option("--agency", "agencies", multiple=True, metavar="TÊN", help="Đơn vị; nêu được nhiều.")
@click.option("--number", default="", metavar="SỐ", help="Số văn bản.")
@click.option("--date", "issued_on", type=DAY, metavar="NGÀY", help="Ngày văn bản.")
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
    period: str | None,
    agencies: tuple[str, ...],
    number: str,
    issued_on: date | None,
    as_json: bool,
) -> None:
    """Print a form."""
    if form not in {description.id for description in list_printable_forms()}:
        raise FormUnknown(form=form)
    options = PrintOptions(letterhead, signature, electronic, number, issued_on)
    with opened(file) as session:
        agency_ids = tuple(agency_id_of(session, name) for name in agencies)
        request = PaperRequest(form, year, period, agency_ids)
        prepared = session.printing.prepare(request, options)
    prepared.write(PaperFormat(paper), output)
    if as_json:
        print_json(
            {
                "form": form,
                "year": year,
                "period": period,
                "agencies": list(agencies),
                "format": paper,
                "output": str(output),
            }
        )
    if prepared.warning:
        say(f"Lưu ý: {prepared.warning}.")
    say(f"Đã ghi {output}.")
