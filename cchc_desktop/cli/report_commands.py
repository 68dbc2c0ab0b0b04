"""Commands about periodic reports: reading, editing, bringing them up to the data."""

from collections.abc import Callable
from pathlib import Path

import click

from cchc_desktop.cli.frame import AS_JSON, FILE, YEAR, command_errors, opened, print_json, say
from cchc_desktop.cli.period_commands import PERIOD
from cchc_desktop.cli.report_json import figure_json, report_json
from cchc_desktop.domain.changes import ChangeSet
from cchc_desktop.domain.period import PeriodKey
from cchc_desktop.domain.report_changes import OutOfDate, WordFate
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.services.reports import ReportService

_PARAGRAPH = click.option(
    "--paragraph", required=True, metavar="MÃ", help="Mã đoạn, xem bằng lệnh: cchc report show."
)
_TEXT = click.option("--text", required=True, metavar="CHỮ", help="Lời văn của đoạn.")
_SIGNS = {WordFate.SAME: "{}", WordFate.GONE: "[-{}-]", WordFate.NEW: "{{+{}+}}"}


@click.group(
    options_metavar="", subcommand_metavar="LỆNH …", help="Báo cáo định kỳ: xem, sửa, cập nhật."
)
def report() -> None:
    """Hold the report commands together."""


@report.command(
    options_metavar="[TÙY CHỌN]", name="show", help="Xem báo cáo, số liệu và đoạn chưa cập nhật."
)
@FILE
@YEAR
@PERIOD
@AS_JSON
@command_errors
def show_report(*, file: Path, year: int, code: str, as_json: bool) -> None:
    """Show a report; one that is not there yet is drafted and kept."""
    with opened(file) as session:
        key = PeriodKey(year, code)
        session.reports.open(key)
        check = session.reports.check(key)
    if as_json:
        print_json(report_json(check))
        return
    late = {item.paragraph.code: item for item in check.out_of_date}
    for paragraph in check.report.paragraphs:
        marks = "*" if paragraph.is_edited else " "
        marks += "!" if paragraph.code in late else " "
        click.echo(f"{marks} [{paragraph.code}] {paragraph.printed}")
    for item in late.values():
        say(_late_words(item))


@report.command(
    options_metavar="[TÙY CHỌN]", help="Cập nhật các đoạn chưa sửa; đoạn đã sửa giữ nguyên."
)
@FILE
@YEAR
@PERIOD
@AS_JSON
@command_errors
def refresh(*, file: Path, year: int, code: str, as_json: bool) -> None:
    """Bring all that is not edited up to the data."""
    with opened(file) as session:
        key = PeriodKey(year, code)
        change = session.reports.refresh(key)
        check = session.reports.check(key)
    if as_json:
        print_json(report_json(check))
    say(
        f"Đã cập nhật {len(change.ids('report_paragraph'))} đoạn; "
        f"còn {len(check.out_of_date)} đoạn đã sửa khác số liệu mới."
    )
    for item in check.out_of_date:
        say(_late_words(item))


@report.command(
    options_metavar="[TÙY CHỌN]",
    name="edit",
    help="Sửa lời một đoạn; lời trống là bỏ đoạn đó.",
)
@FILE
@YEAR
@PERIOD
@_PARAGRAPH
@_TEXT
@command_errors
def edit_report(*, file: Path, year: int, code: str, paragraph: str, text: str) -> None:
    """Write the officer's words over a paragraph."""
    words = RichText.plain(text)
    _change(file, year, code, lambda r, key: r.save_paragraph(key, paragraph, words))


@report.command(options_metavar="[TÙY CHỌN]", name="add", help="Thêm một đoạn hoặc đề mục.")
@FILE
@YEAR
@PERIOD
@click.option("--after", required=True, metavar="MÃ", help="Đứng sau đoạn này.")
@_TEXT
@click.option(
    "--level", type=int, default=0, show_default=True, help="0: lời văn; 1 đến 3: đề mục."
)
@command_errors
def add_to_report(*, file: Path, year: int, code: str, after: str, text: str, level: int) -> None:
    """Add a paragraph of the officer's."""
    words = RichText.plain(text)
    _change(file, year, code, lambda r, key: r.add_paragraph(key, after, words, level))


@report.command(options_metavar="[TÙY CHỌN]", name="move", help="Chuyển một đoạn ra sau đoạn khác.")
@FILE
@YEAR
@PERIOD
@_PARAGRAPH
@click.option("--after", required=True, metavar="MÃ", help="Đứng sau đoạn này.")
@command_errors
def move_in_report(*, file: Path, year: int, code: str, paragraph: str, after: str) -> None:
    """Move a paragraph."""
    _change(file, year, code, lambda r, key: r.move_paragraph(key, paragraph, after))


@report.command(
    options_metavar="[TÙY CHỌN]",
    name="settle",
    help="Xử lý đoạn chưa cập nhật: lấy bản mới, giữ lời, hay chỉ thay số liệu.",
)
@FILE
@YEAR
@PERIOD
@_PARAGRAPH
@click.option(
    "--by",
    type=click.Choice(["draft", "words", "figures"]),
    required=True,
    help="draft: lấy bản mới; words: giữ lời đã sửa; figures: chỉ thay số liệu.",
)
@command_errors
def settle(*, file: Path, year: int, code: str, paragraph: str, by: str) -> None:
    """Decide about a paragraph that no longer agrees with the data."""

    def decide(service: ReportService, key: PeriodKey) -> ChangeSet:
        match by:
            case "draft":
                return service.take_draft(key, paragraph)
            case "words":
                return service.keep_words(key, paragraph)
            case _:
                return service.update_figures(key, paragraph)

    _change(file, year, code, decide)


@report.command(
    options_metavar="[TÙY CHỌN]", name="set", help="Đặt văn bản hướng dẫn và nơi nhận báo cáo."
)
@FILE
@YEAR
@PERIOD
@click.option("--guidance", metavar="CHỮ", help="Văn bản hướng dẫn nêu ở câu mở đầu.")
@click.option("--recipient", metavar="TÊN", help="Nơi nhận nêu ở câu kết.")
@command_errors
def set_report(
    *, file: Path, year: int, code: str, guidance: str | None, recipient: str | None
) -> None:
    """Set the details of a report."""

    def save(service: ReportService, key: PeriodKey) -> ChangeSet:
        kept = service.open(key)
        return service.set_details(
            key,
            kept.guidance if guidance is None else guidance,
            kept.recipient if recipient is None else recipient,
        )

    _change(file, year, code, save)


@report.command(options_metavar="[TÙY CHỌN]", help="Xem một số liệu được tính từ đâu.")
@FILE
@YEAR
@PERIOD
@click.option("--figure", required=True, metavar="MÃ", help="Mã số liệu, ví dụ whole.done.")
@AS_JSON
@command_errors
def explain(*, file: Path, year: int, code: str, figure: str, as_json: bool) -> None:
    """Say where a figure comes from."""
    with opened(file) as session:
        check = session.reports.check(PeriodKey(year, code))
        explanation = check.explain(figure)
    if as_json:
        print_json({"figure": figure, **figure_json(check, figure)})
        return
    click.echo(f"{explanation.name}: {explanation.figure.text}")
    click.echo(explanation.rule)
    for name, text in explanation.inputs:
        click.echo(f"- {name}: {text}")


def _change(
    file: Path, year: int, code: str, make: Callable[[ReportService, PeriodKey], ChangeSet]
) -> None:
    with opened(file) as session:
        change = make(session.reports, PeriodKey(year, code))
    say("Đã ghi." if change else "Không có gì thay đổi.")


def _late_words(item: OutOfDate) -> str:
    """Return an out-of-date paragraph in words: the drafts compared, the figures that changed."""
    lines = [f"Đoạn {item.paragraph.code} chưa khớp số liệu mới:"]
    if item.is_draft_changed:
        lines.append("".join(_SIGNS[c.fate].format(c.text) for c in item.changes))
    for stale in item.stale:
        now = stale.now.text if stale.now else "không còn"
        lines.append(f"- {stale.printed} nay là {now} ({stale.mark.code})")
    return "\n".join(lines)
