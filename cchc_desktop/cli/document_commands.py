"""Commands about the register of documents that plans cite and answer."""

from dataclasses import replace
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
from cchc_desktop.domain.days_and_numbers import day_words
from cchc_desktop.domain.errors import DocumentUnknown
from cchc_desktop.domain.iso_days import to_iso
from cchc_desktop.domain.plan import PlanKey
from cchc_desktop.domain.registered_document import DocumentId, RegisteredDocument, symbol_key
from cchc_desktop.services.session import Session


@click.group(
    options_metavar="",
    subcommand_metavar="LỆNH …",
    help="Sổ văn bản làm căn cứ: xem, thêm, lấy từ kế hoạch, ghi văn bản thay thế.",
)
def documents() -> None:
    """Hold the commands about the register together."""


def document_json(document: RegisteredDocument) -> dict[str, object]:
    """Return a document as a JSON document."""
    return {
        "id": document.id,
        "type": document.type_name,
        "symbol": document.full_symbol,
        "issued_on": to_iso(document.issued_on),
        "issuer": document.issuer,
        "subject": document.subject,
        "ended_on": to_iso(document.ended_on),
        "replaced_by": document.replaced_by,
        "binding": document.is_binding,
        "citation": document.full_citation,
        "short_citation": document.short_citation,
    }


@documents.command(options_metavar="[TÙY CHỌN]", name="list", help="Xem sổ văn bản.")
@FILE
@click.option("--common", is_flag=True, help="Danh mục văn bản thường dùng của chương trình.")
@AS_JSON
@command_errors
def list_documents(*, file: Path, common: bool, as_json: bool) -> None:
    """Show the register, or the list that ships with the program."""
    with opened(file) as session:
        register = session.documents.list()
        shipped = session.documents.common() if common else ()
    found = tuple(item.document for item in shipped) if common else register
    if as_json:
        print_json({"documents": [document_json(document) for document in found]})
        return
    names = {d.id: d.short_citation for d in found if d.id is not None}
    for document in found:
        click.echo(_line(document, names.get(document.replaced_by or DocumentId(0), "")))


@documents.command(
    options_metavar="[TÙY CHỌN]",
    help="Thêm văn bản theo lời viện dẫn đầy đủ, hoặc lấy từ danh mục thường dùng.",
)
@FILE
@click.argument("citation", metavar="VIỆN_DẪN")
@click.option("--common", is_flag=True, help="VIỆN_DẪN là số, ký hiệu trong danh mục thường dùng.")
@click.option("--binding", is_flag=True, help="Văn bản giao việc cho cơ quan, phải theo dõi.")
@AS_JSON
@command_errors
def add(*, file: Path, citation: str, common: bool, binding: bool, as_json: bool) -> None:
    """Enter a document as it is cited, or one of the shipped list."""
    with opened(file) as session:
        service = session.documents
        before = {document.id for document in service.list()}
        if common:
            service.add_common((_common_id(session, citation),))
            document = service.named(citation)
        else:
            read = service.read_citation(citation)
            if read is None:
                raise DocumentUnknown(name=citation)
            service.add(replace(read, is_binding=binding))
            document = next(d for d in service.list() if d.id not in before)
        if binding and not document.is_binding:
            service.save(replace(document, is_binding=True))
            document = replace(document, is_binding=True)
    if as_json:
        print_json(document_json(document))
    say(f"Đã thêm: {_line(document)}.")


@documents.command(
    options_metavar="[TÙY CHỌN]", help="Thêm các văn bản kế hoạch viện dẫn mà sổ chưa có."
)
@FILE
@PLAN_TERM
@click.option("--dry-run", is_flag=True, help="Chỉ xem, không ghi.")
@AS_JSON
@command_errors
def collect(*, file: Path, key: PlanKey, dry_run: bool, as_json: bool) -> None:
    """Enter what a plan cites and the register lacks."""
    with opened(file) as session:
        plan = session.plans.load_key(key)
        found = session.documents.collect_citations(plan.id)
        if found and not dry_run:
            session.documents.add_many(found)
    if as_json:
        print_json({"written": not dry_run, "documents": [document_json(d) for d in found]})
    else:
        for document in found:
            click.echo(_line(document))
    done = "Sẽ thêm" if dry_run else "Đã thêm"
    say(f"{done} {len(found)} văn bản." if found else "Sổ đã có đủ văn bản kế hoạch viện dẫn.")


@documents.command(
    name="replace",
    options_metavar="[TÙY CHỌN]",
    help="Ghi một văn bản được thay bằng văn bản khác.",
)
@FILE
@click.option("--old", required=True, metavar="SỐ_KÝ_HIỆU", help="Văn bản bị thay thế.")
@click.option("--new", required=True, metavar="SỐ_KÝ_HIỆU", help="Văn bản thay thế.")
@click.option(
    "--day", type=DAY, required=True, metavar="NGÀY", help="Ngày văn bản mới có hiệu lực."
)
@AS_JSON
@command_errors
def replace_document(*, file: Path, old: str, new: str, day: date, as_json: bool) -> None:
    """Record that one document takes the place of another."""
    with opened(file) as session:
        before, after = session.documents.named(old), session.documents.named(new)
        if before.id is not None and after.id is not None:
            session.documents.replace(before.id, after.id, day)
        document = session.documents.named(old)
    if as_json:
        print_json(document_json(document))
    say(f"Đã ghi: {_line(document, after.short_citation)}.")


def _common_id(session: Session, citation: str) -> str:
    wanted = symbol_key(citation)
    for item in session.documents.common():
        if item.document.symbol_key == wanted:
            return item.id
    raise DocumentUnknown(name=citation)


def _line(document: RegisteredDocument, replaced_by: str = "") -> str:
    notes = []
    if document.ended_on:
        notes.append(f"có hiệu lực đến hết ngày {day_words(document.ended_on)}")
    if replaced_by:
        notes.append(f"thay bằng {replaced_by}")
    if document.is_binding:
        notes.append("theo dõi yêu cầu")
    return document.full_citation + (f" [{'; '.join(notes)}]" if notes else "")
