"""Commands about what documents above ask, and what of it a plan answers."""

from datetime import date
from pathlib import Path
from textwrap import shorten

import click

from cchc_desktop.cli.days import DAY
from cchc_desktop.cli.demand_json import coverage_json, demand_json, proposal_json
from cchc_desktop.cli.frame import (
    AS_JSON,
    FILE,
    PLAN_TERM,
    command_errors,
    opened,
    print_json,
    say,
)
from cchc_desktop.domain.clock import SystemClock, today
from cchc_desktop.domain.demand import Demand, DemandId
from cchc_desktop.domain.demand_coverage import CoverageState, DemandCoverage
from cchc_desktop.domain.demand_proposal import DemandProposal
from cchc_desktop.domain.demand_source import other_symbol
from cchc_desktop.domain.errors import DemandUnknown, RecordMissing
from cchc_desktop.domain.plan import Plan, PlanKey
from cchc_desktop.domain.plan_places import find_task
from cchc_desktop.services.coverage_sentences import COVERAGE_STATES, DEMAND_KINDS
from cchc_desktop.services.session import Session

_LONGEST_QUOTE = 110
_NUMBER = click.option(
    "--demand", "number", type=int, required=True, metavar="SỐ", help="Số của yêu cầu."
)


@click.group(
    options_metavar="",
    subcommand_metavar="LỆNH …",
    help="Yêu cầu của văn bản cấp trên: nhập, xem, nối với nhiệm vụ, ghi đã hoàn thành.",
)
def demands() -> None:
    """Hold the commands about demands together."""


@demands.command(
    options_metavar="[TÙY CHỌN]",
    name="import",
    help="Đọc chỉ tiêu, nhiệm vụ từ tệp văn bản cấp trên đã có trong sổ.",
)
@FILE
@click.argument("document", type=click.Path(path_type=Path), metavar="TÀI_LIỆU")
@click.option("--symbol", required=True, metavar="SỐ_KÝ_HIỆU", help="Số, ký hiệu trong sổ.")
@click.option("--all", "is_all", is_flag=True, help="Lấy cả những đoạn chưa chắc là yêu cầu.")
@click.option("--dry-run", is_flag=True, help="Chỉ xem, không ghi.")
@AS_JSON
@command_errors
def import_demands(
    *, file: Path, document: Path, symbol: str, is_all: bool, dry_run: bool, as_json: bool
) -> None:
    """Read a document's demands and keep them."""
    with opened(file) as session:
        registered = session.documents.named(symbol)
        draft = session.plan_imports.read_file(document)
        proposals = session.demands.propose(draft)
        chosen = [item for item in proposals if is_all or item.is_chosen]
        demands = [item.demand(registered.id) for item in chosen if registered.id is not None]
        new = session.demands.without_known(demands)
        if new and not dry_run:
            session.demands.add_many(new)
    other = other_symbol(draft.head, registered)
    if other:
        say(f"Cần xem lại: tệp ghi số, ký hiệu {other}, khác {registered.full_symbol} trong sổ.")
    if as_json:
        print_json(
            {
                "document": registered.full_symbol,
                "other_symbol": other or None,
                "written": 0 if dry_run else len(new),
                "proposals": [proposal_json(item) for item in proposals],
            }
        )
    else:
        for item in proposals:
            click.echo(_proposal_line(item))
    done = "Sẽ ghi" if dry_run else "Đã ghi"
    say(f"{done} {len(new)} yêu cầu của {registered.short_citation}.")
    if len(new) < len(chosen):
        say(f"{len(chosen) - len(new)} yêu cầu đã có trong sổ nên không ghi lại.")


@demands.command(options_metavar="[TÙY CHỌN]", name="list", help="Xem yêu cầu của cấp trên.")
@FILE
@click.option("--symbol", metavar="SỐ_KÝ_HIỆU", help="Chỉ của một văn bản.")
@click.option("--year", type=int, metavar="NĂM", help="Chỉ yêu cầu chưa hoàn thành đến năm này.")
@AS_JSON
@command_errors
def list_demands(*, file: Path, symbol: str | None, year: int | None, as_json: bool) -> None:
    """Show demands."""
    with opened(file) as session:
        found = session.demands.all() if year is None else session.demands.open_in(year)
        if symbol is not None:
            document_id = session.documents.named(symbol).id
            found = tuple(demand for demand in found if demand.document_id == document_id)
        names = {document.id: document.full_symbol for document in session.documents.list()}
    if as_json:
        documents = [demand_json(demand, names[demand.document_id]) for demand in found]
        print_json({"demands": documents})
        return
    for demand in found:
        click.echo(_demand_line(demand, names[demand.document_id]))


@demands.command(
    options_metavar="[TÙY CHỌN]", help="Nối yêu cầu với nhiệm vụ của kế hoạch (hoặc bỏ nối)."
)
@FILE
@PLAN_TERM
@_NUMBER
@click.option(
    "--task",
    "tasks",
    multiple=True,
    required=True,
    metavar="NHIỆM_VỤ",
    help="Ví dụ II.3 hoặc II.3.a.",
)
@click.option("--remove", is_flag=True, help="Bỏ nối.")
@AS_JSON
@command_errors
def link(
    *, file: Path, key: PlanKey, number: int, tasks: tuple[str, ...], remove: bool, as_json: bool
) -> None:
    """Record which tasks answer a demand."""
    with opened(file) as session:
        plan = session.plans.load_key(key)
        demand = _demand(session, number)
        ids = [find_task(plan, name).id for name in tasks]
        change = session.demands.unlink if remove else session.demands.link
        change(DemandId(number), plan.id, ids)
        item = _coverage_of(session, plan, demand)
    if as_json:
        print_json(coverage_json(item) if item else {"id": number})
    verb = "Đã bỏ nối" if remove else "Đã nối"
    say(f"{verb} yêu cầu {number} với {len(ids)} nhiệm vụ.")


@demands.command(options_metavar="[TÙY CHỌN]", help="Gợi ý nội dung kế hoạch đáp ứng một yêu cầu.")
@FILE
@PLAN_TERM
@_NUMBER
@AS_JSON
@command_errors
def suggest(*, file: Path, key: PlanKey, number: int, as_json: bool) -> None:
    """Show what of a plan may answer a demand."""
    with opened(file) as session:
        plan = session.plans.load_key(key)
        _demand(session, number)
        found = session.demands.suggest_answers(DemandId(number), plan.id)
    if as_json:
        documents = [
            {
                "place": item.answer.place,
                "text": item.answer.text,
                "deadline": item.answer.deadline,
                "task_id": item.answer.answer.task_id,
                "passage_id": item.answer.answer.passage_id,
                "likeness": item.likeness,
            }
            for item in found
        ]
        print_json({"demand": number, "suggestions": documents})
        return
    for item in found:
        click.echo(f"{item.likeness:.2f}  {item.answer.place}  {_short(item.answer.text)}")
    if not found:
        say("Không có nội dung nào đủ giống.")


@demands.command(options_metavar="[TÙY CHỌN]", help="Ghi một yêu cầu đã hoàn thành.")
@FILE
@_NUMBER
@click.option("--day", type=DAY, metavar="NGÀY", help="Ngày hoàn thành; mặc định hôm nay.")
@click.option("--note", default="", metavar="GHI_CHÚ", help="Hoàn thành bằng gì.")
@click.option("--reopen", is_flag=True, help="Bỏ ghi hoàn thành.")
@AS_JSON
@command_errors
def met(
    *, file: Path, number: int, day: date | None, note: str, reopen: bool, as_json: bool
) -> None:
    """Record that a demand is met, or take that back."""
    with opened(file) as session:
        _demand(session, number)
        if reopen:
            session.demands.reopen(DemandId(number))
        else:
            session.demands.mark_met(DemandId(number), day or today(SystemClock()), note)
        demand = _demand(session, number)
        symbol = session.documents.get(demand.document_id).full_symbol
    if as_json:
        print_json(demand_json(demand, symbol))
    say(f"Đã {'bỏ ghi' if reopen else 'ghi'} hoàn thành yêu cầu {number}.")


@click.command(
    options_metavar="[TÙY CHỌN]", help="Đối chiếu kế hoạch với yêu cầu của văn bản cấp trên."
)
@FILE
@PLAN_TERM
@AS_JSON
@command_errors
def coverage(*, file: Path, key: PlanKey, as_json: bool) -> None:
    """Show what of the demands a plan answers."""
    with opened(file) as session:
        plan = session.plans.load_key(key)
        found = session.demands.coverage(plan.id)
    if as_json:
        print_json(
            {
                "plan": str(found.key),
                "total": found.total,
                **{state.value: found.count(state) for state in CoverageState},
                "documents": [
                    {
                        "document": item.document.full_symbol,
                        "demands": [coverage_json(demand) for demand in item.demands],
                    }
                    for item in found.documents
                ],
            }
        )
        return
    for item in found.documents:
        click.echo(item.document.full_citation)
        for demand in item.demands:
            click.echo(f"  {_coverage_line(demand)}")
    counts = ", ".join(
        f"{found.count(state)} {COVERAGE_STATES[state].lower()}" for state in CoverageState
    )
    say(f"Kế hoạch {found.key.term}: {found.total} yêu cầu ({counts}).")


def _demand(session: Session, number: int) -> Demand:
    try:
        return session.demands.get(DemandId(number))
    except RecordMissing as error:
        raise DemandUnknown(number=number) from error


def _coverage_of(session: Session, plan: Plan, demand: Demand) -> DemandCoverage | None:
    items = session.demands.coverage(plan.id).items()
    return next((item for _, item in items if item.demand.id == demand.id), None)


def _short(text: str) -> str:
    return shorten(text, _LONGEST_QUOTE, placeholder="…")


def _proposal_line(item: DemandProposal) -> str:
    mark = "x" if item.is_chosen else " "
    by = item.deadline or (str(item.milestone) if item.milestone else "")
    return f"[{mark}] {DEMAND_KINDS[item.kind]}  {item.place}  {by}  {_short(item.text.text)}"


def _demand_line(demand: Demand, symbol: str) -> str:
    by = demand.deadline or (f"năm {demand.milestone}" if demand.milestone else "")
    done = " (đã hoàn thành)" if demand.met_on else ""
    words = _short(demand.text.text)
    return (
        f"{demand.id}. {symbol}, {demand.place}  {DEMAND_KINDS[demand.kind]}  {by}  {words}{done}"
    )


def _coverage_line(item: DemandCoverage) -> str:
    answers = ", ".join(
        f"{a.place} ({a.deadline})" if a.deadline else a.place for a in item.answers
    )
    ours = f" → {answers}" if answers else ""
    words = _short(item.demand.text.text)
    return f"{item.demand.id}. [{COVERAGE_STATES[item.state].lower()}] {item.asked}  {words}{ours}"
