"""Commands that read a plan as a strict colleague would, and accept what is meant so."""

import sys
from pathlib import Path

import click

from cchc_desktop.cli.frame import (
    AS_JSON,
    EXIT_PROBLEMS,
    FILE,
    PLAN_TERM,
    command_errors,
    opened,
    print_json,
    say,
)
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.plan import PlanKey
from cchc_desktop.services.check_sentences import describe_finding, describe_finding_severity
from cchc_desktop.services.checks import CheckedFinding, CheckReport

_NUMBER = click.option(
    "--finding", "number", type=int, required=True, metavar="SỐ", help="Số thứ tự khi kiểm tra."
)
_DEFAULT = "plan"


class _CheckGroup(click.Group):
    """Lets "cchc check FILE" read the plan, beside "cchc check accept FILE"."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the usual command's name before a call that names none."""
        is_named = args and (args[0] in self.commands or args[0] in self.get_help_option_names(ctx))
        return super().parse_args(ctx, args if is_named else [_DEFAULT, *args])


@click.group(
    cls=_CheckGroup,
    options_metavar="",
    subcommand_metavar="TỆP --year NĂM | LỆNH …",
    help="Kiểm tra kế hoạch: chỗ nào sai, nặng hay nhẹ, ở đâu, sửa thế nào.",
)
def check() -> None:
    """Hold the check commands together."""


@check.command(
    options_metavar="[TÙY CHỌN]",
    name=_DEFAULT,
    help="Kiểm tra phần lời và phụ lục của một kế hoạch (mặc định).",
)
@FILE
@PLAN_TERM
@click.option("--all", "with_accepted", is_flag=True, help="Kể cả chỗ đã chấp nhận.")
@AS_JSON
@command_errors
def check_plan(*, file: Path, key: PlanKey, with_accepted: bool, as_json: bool) -> None:
    """Check a plan; exit 1 when an error is open."""
    with opened(file) as session:
        report = session.checks.run_key(key)
    items = list(report.open)
    if with_accepted:
        items = sorted((*items, *report.accepted), key=lambda item: item.number)
    if as_json:
        print_json(_report_json(report, items))
    else:
        for item in items:
            click.echo(_line(item))
    say(_summary(report))
    if report.has_errors:
        sys.exit(EXIT_PROBLEMS)


@check.command(
    options_metavar="[TÙY CHỌN]", help="Chấp nhận một chỗ, nêu lý do; hết hiệu lực khi chữ đổi."
)
@FILE
@PLAN_TERM
@_NUMBER
@click.option("--reason", required=True, metavar="LÝ_DO", help="Vì sao chấp nhận.")
@AS_JSON
@command_errors
def accept(*, file: Path, key: PlanKey, number: int, reason: str, as_json: bool) -> None:
    """Accept a finding."""
    with opened(file) as session:
        session.checks.accept(session.checks.run_key(key).find(number), reason)
        item = session.checks.run_key(key).find(number)
    _say_done(item, "Đã chấp nhận", as_json=as_json)


@check.command(options_metavar="[TÙY CHỌN]", help="Bỏ chấp nhận một chỗ.")
@FILE
@PLAN_TERM
@_NUMBER
@AS_JSON
@command_errors
def withdraw(*, file: Path, key: PlanKey, number: int, as_json: bool) -> None:
    """Let an accepted finding be open again."""
    with opened(file) as session:
        session.checks.withdraw(session.checks.run_key(key).find(number))
        item = session.checks.run_key(key).find(number)
    _say_done(item, "Đã bỏ chấp nhận", as_json=as_json)


def _say_done(item: CheckedFinding, verb: str, *, as_json: bool) -> None:
    if as_json:
        print_json(_finding_json(item))
    say(f"{verb}: {_line(item)}")


def _line(item: CheckedFinding) -> str:
    severity = describe_finding_severity(item.finding.severity)
    reason = f" (Đã chấp nhận: {item.exception.reason})" if item.exception else ""
    return f"{item.number}. [{severity}] {describe_finding(item)}{reason}"


def _summary(report: CheckReport) -> str:
    accepted = f" {len(report.accepted)} chỗ đã chấp nhận." if report.accepted else ""
    if not report.open:
        return f"Kế hoạch {report.term}: không có gì phải xem lại.{accepted}"
    counts = ", ".join(
        f"{count} {describe_finding_severity(severity).lower()}"
        for severity in FindingSeverity
        if (count := report.count(severity))
    )
    return f"Kế hoạch {report.term}: {counts}.{accepted}"


def _report_json(report: CheckReport, items: list[CheckedFinding]) -> dict[str, object]:
    return {
        "year": report.year,
        "last_year": report.key.last_year,
        "errors": report.count(FindingSeverity.ERROR),
        "warnings": report.count(FindingSeverity.WARNING),
        "hints": report.count(FindingSeverity.HINT),
        "accepted": len(report.accepted),
        "findings": [_finding_json(item) for item in items],
    }


def _finding_json(item: CheckedFinding) -> dict[str, object]:
    finding, words = item.finding, describe_finding(item)
    place = finding.place
    accepted = None
    if item.exception:
        accepted = {
            "reason": item.exception.reason,
            "made_on": item.exception.made_on.isoformat(),
            "made_by": item.exception.made_by,
        }
    return {
        "number": item.number,
        "code": finding.code,
        "severity": finding.severity.value,
        "place": {
            "name": item.place_name,
            "in_text": place.is_in_text,
            "passage": place.passage,
            "part": place.part,
            "table_cell": list(place.table_cell) if place.table_cell else None,
            "row": item.row_name,
            "field": place.field.value if place.field else None,
            "span": list(place.span) if place.span else None,
            "text": item.cell_text,
        },
        "what": words.what,
        "where": words.where,
        "remedy": words.remedy,
        "accepted": accepted,
    }
