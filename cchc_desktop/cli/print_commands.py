"""Commands about forms: which there are, and printing them."""

from datetime import date
from pathlib import Path

import click

from cchc_desktop.cli.days import DAY
from cchc_desktop.cli.frame import (
    AS_JSON,
    FILE,
    PLAN_TERM,
    command_errors,
    opened,
    print_json,
    say,
)
from cchc_desktop.cli.progress_options import agency_id_of
from cchc_desktop.domain.errors import FormUnknown, InvalidValue, PeriodNeeded
from cchc_desktop.domain.iso_days import to_iso
from cchc_desktop.domain.period import PeriodKey
from cchc_desktop.domain.plan import PlanKey
from cchc_desktop.services.printing import (
    RETURN_FORM,
    PaperFormat,
    PaperRequest,
    PrintOptions,
    list_forms,
)
from cchc_desktop.services.session import Session


@click.command(options_metavar="[TÙY CHỌN]", help="Xem các mẫu in được.")
@AS_JSON
@command_errors
def forms(*, as_json: bool) -> None:
    """List the forms."""
    descriptions = list_forms()
    if as_json:
        print_json(
            {
                "forms": [
                    {
                        "id": form.id,
                        "title": form.title,
                        "legal_basis": form.legal_basis,
                        "effective_from": to_iso(form.effective_from),
                        "effective_to": to_iso(form.effective_to),
                        "formats": [paper.value for paper in form.formats],
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
@PLAN_TERM
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
@click.option("--annexes/--no-annexes", default=True, help="In cả phụ lục của kế hoạch.")
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
    key: PlanKey,
    paper: str,
    output: Path,
    letterhead: bool,
    signature: bool,
    annexes: bool,
    electronic: bool,
    period: str | None,
    agencies: tuple[str, ...],
    number: str,
    issued_on: date | None,
    as_json: bool,
) -> None:
    """Print a form."""
    listing = next((listing for listing in list_forms() if listing.id == form), None)
    if listing is None:
        raise FormUnknown(form=form)
    if PaperFormat(paper) not in listing.formats:
        raise InvalidValue(field="format", value=paper)
    if output.suffix.casefold() != f".{paper}":
        # A wrong ending opens in no program; ".cchc" would be an office's data file.
        raise InvalidValue(field="output", value=output.name)
    options = PrintOptions(letterhead, signature, electronic, number, issued_on, annexes)
    warning = ""
    with opened(file) as session:
        agency_ids = tuple(agency_id_of(session, name) for name in agencies)
        request = PaperRequest(form, key.year, period, agency_ids, key.last_year)
        if form == RETURN_FORM:
            _write_workbook(session, request, output)
        else:
            prepared = session.printing.prepare(request, options)
            prepared.write(PaperFormat(paper), output)
            warning = prepared.warning
    if as_json:
        print_json(
            {
                "form": form,
                "year": key.year,
                "last_year": key.last_year,
                "period": period,
                "agencies": list(agencies),
                "format": paper,
                "output": str(output),
            }
        )
    if warning:
        say(f"Lưu ý: {warning}.")
    say(f"Đã ghi {output}.")


def _write_workbook(session: Session, request: PaperRequest, output: Path) -> None:
    """Write the workbook of the one agency that is named."""
    if request.period is None:
        raise PeriodNeeded(form=request.form)
    if len(request.agency_ids) != 1:
        raise InvalidValue(field="one_agency", value=str(len(request.agency_ids)))
    key = PeriodKey(request.year, request.period)
    session.returns.write_workbook(key, request.agency_ids[0], output)
