"""Commands about forms: which there are, and printing them."""

from pathlib import Path

import click

from cchc_desktop.cli.frame import AS_JSON, FILE, YEAR, command_errors, opened, print_json, say
from cchc_desktop.domain.errors import FormUnknown
from cchc_desktop.services.printing import PaperFormat, PrintOptions, list_printable_forms


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
