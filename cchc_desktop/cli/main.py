"""The command line: one function per command, over the same services as the window."""

import sys
from collections.abc import Sequence

import click

from cchc_desktop.cli.assignment_commands import assign, assignments, hand_over
from cchc_desktop.cli.carry_over_commands import carry_over, lineage
from cchc_desktop.cli.check_commands import check
from cchc_desktop.cli.day_off_commands import day_off
from cchc_desktop.cli.demand_commands import coverage, demands
from cchc_desktop.cli.document_commands import documents
from cchc_desktop.cli.frame import (
    EXIT_PROBLEMS,
    EXIT_WRONG_CALL,
    say,
    speak_vietnamese,
    usage_sentence,
)
from cchc_desktop.cli.office_commands import (
    agencies,
    backup,
    history,
    init,
    redo,
    sample,
    undo,
)
from cchc_desktop.cli.period_commands import period, periods
from cchc_desktop.cli.plan_commands import import_, show
from cchc_desktop.cli.plan_import_commands import import_plan
from cchc_desktop.cli.plan_text_commands import text
from cchc_desktop.cli.plans_commands import plans
from cchc_desktop.cli.print_commands import forms, print_
from cchc_desktop.cli.progress_commands import progress
from cchc_desktop.cli.progress_reading_commands import due, late, show_progress, unreported
from cchc_desktop.cli.progress_summary_commands import summary
from cchc_desktop.cli.report_commands import report
from cchc_desktop.cli.return_commands import returns
from cchc_desktop.cli.sent_paper_commands import sent
from cchc_desktop.cli.standing_commands import register, version
from cchc_desktop.cli.version_commands import amend, compare, issue, sign, verify, versions


@click.group(
    help="Kế hoạch cải cách hành chính: dòng lệnh của chương trình.",
    options_metavar="",
    subcommand_metavar="LỆNH …",
)
@click.version_option(
    package_name="cchc-desktop", message="cchc %(version)s", help="Xem phiên bản."
)
def cli() -> None:
    """Hold the commands together."""


for _command in (
    returns,
    init,
    sample,
    plans,
    carry_over,
    lineage,
    import_,
    show,
    agencies,
    assignments,
    assign,
    hand_over,
    check,
    documents,
    demands,
    coverage,
    periods,
    period,
    versions,
    version,
    issue,
    amend,
    compare,
    verify,
    sign,
    register,
    day_off,
    progress,
    report,
    text,
    forms,
    print_,
    undo,
    redo,
    history,
    backup,
):
    cli.add_command(_command)
for _command in (show_progress, due, late, unreported, summary):
    progress.add_command(_command)
report.add_command(sent)
import_.add_command(import_plan)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line with UTF-8 output, whatever the console is set to."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
    speak_vietnamese()
    try:
        code = cli.main(args=arguments, prog_name="cchc", standalone_mode=False)
    except click.UsageError as error:
        say(usage_sentence(error))
        code = EXIT_WRONG_CALL
    except click.Abort:
        code = EXIT_PROBLEMS
    sys.exit(code or 0)


if __name__ == "__main__":
    main()
