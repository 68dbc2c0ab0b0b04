"""Commands about the plans of a data file: listing them, and making new ones."""

from pathlib import Path

import click

from cchc_desktop.cli.carry_over_json import plans_json
from cchc_desktop.cli.frame import (
    AS_JSON,
    FILE,
    PLAN_TERM,
    command_errors,
    opened,
    print_json,
    say,
)
from cchc_desktop.domain.errors import InvalidValue
from cchc_desktop.domain.plan import PlanKey
from cchc_desktop.services.plan_starting import PlanStart, check_milestones


@click.group(
    options_metavar="", subcommand_metavar="LỆNH …", help="Xem, lập các kế hoạch trong tệp dữ liệu."
)
def plans() -> None:
    """Hold the commands about plans together."""


@plans.command(options_metavar="[TÙY CHỌN]", name="list", help="Xem các kế hoạch đã có.")
@FILE
@AS_JSON
@command_errors
def list_(*, file: Path, as_json: bool) -> None:
    """List the plans."""
    with opened(file) as session:
        found = session.plans.list()
    if as_json:
        print_json(plans_json(found))
        return
    for plan in found:
        click.echo(f"{plan.key}: {plan.title} ({plan.task_count} nhiệm vụ)")


@plans.command(
    options_metavar="[TÙY CHỌN]", help="Lập kế hoạch mới của một năm hoặc của một giai đoạn."
)
@FILE
@PLAN_TERM
@click.option("--title", default="", metavar="TÊN", help="Tên phụ lục nhiệm vụ.")
@click.option(
    "--milestones",
    default="",
    metavar="NĂM,NĂM",
    help="Các năm mốc của kế hoạch nhiều năm, cách nhau dấu phẩy.",
)
@click.option(
    "--skeleton", metavar="MẪU", help="Soạn phần lời theo mẫu (xem các mẫu: cchc text skeletons)."
)
@AS_JSON
@command_errors
def create(
    *, file: Path, key: PlanKey, title: str, milestones: str, skeleton: str | None, as_json: bool
) -> None:
    """Create a plan, with the usual sections."""
    years = milestone_years(milestones)
    check_milestones(key, years)
    with opened(file) as session:
        lists = session.plans.section_lists(key.year)
        sections = lists[0].titles if lists else ()
        if skeleton is None:
            session.plans.create(key.year, title, sections, key.last_year, years)
        else:
            start = PlanStart(key, skeleton, title, sections, years)
            session.carry_over.start_plan(start)
        made = [plan for plan in session.plans.list() if plan.key == key]
    if as_json:
        print_json(plans_json(made)[0])
        return
    say(f"Đã lập kế hoạch {key.term}.")


def milestone_years(words: str) -> tuple[int, ...]:
    """Return the years of "2023,2025" in order.

    Raises:
        InvalidValue: Something in it is no year.
    """
    found = [word.strip() for word in words.split(",") if word.strip()]
    if not all(word.isdecimal() for word in found):
        raise InvalidValue(field="milestones", value=words)
    return tuple(sorted({int(word) for word in found}))
