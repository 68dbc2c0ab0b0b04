"""Commands about versions: where a plan stands, issuing, amending, comparing, verifying."""

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from cchc_desktop.cli.days import DAY
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
from cchc_desktop.cli.version_json import (
    check_json,
    comparison_json,
    standing_json,
    version_json,
)
from cchc_desktop.cli.version_options import (
    VERSION,
    NamedVersion,
    VersionType,
    plan_of,
    ref_of,
    version_of,
)
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.compared_row import ComparisonKind
from cchc_desktop.domain.days_and_numbers import day_words
from cchc_desktop.domain.office import SigningAuthority
from cchc_desktop.domain.plan import PlanKey
from cchc_desktop.domain.plan_version import PlanVersion
from cchc_desktop.services.comparison_sentences import KINDS, describe_row_place
from cchc_desktop.services.session import Session
from cchc_desktop.services.version_sentences import (
    PLAN_STATES,
    VERSION_STATES,
    describe_check,
    describe_standing,
)

_REASON = click.option("--reason", required=True, metavar="LÝ_DO", help="Lý do điều chỉnh.")


@click.command(options_metavar="[TÙY CHỌN]", help="Xem tình trạng kế hoạch và các bản đã ban hành.")
@FILE
@PLAN_TERM
@AS_JSON
@command_errors
def versions(*, file: Path, key: PlanKey, as_json: bool) -> None:
    """Show where a plan stands, and its versions."""
    with opened(file) as session:
        _show_standing(session, key, as_json=as_json)


@click.command(
    options_metavar="[TÙY CHỌN]", help="Ban hành kế hoạch: ghi số, ngày, người ký; lưu bản PDF."
)
@FILE
@PLAN_TERM
@click.option("--number", metavar="SỐ", help="Số văn bản; mặc định là số kế tiếp.")
@click.option("--symbol", metavar="KÝ_HIỆU", help="Ký hiệu, ví dụ KH-UBND.")
@click.option("--date", "issued_on", type=DAY, metavar="NGÀY", help="Ngày ban hành.")
@click.option("--register", default="", metavar="SỔ", help="Tên sổ, nếu đánh số riêng.")
@click.option(
    "--authority",
    type=click.Choice([authority.value for authority in SigningAuthority]),
    help="Hình thức ký.",
)
@click.option("--body", metavar="TÊN", help="Tập thể được thay mặt (TM.), ví dụ Ủy ban nhân dân.")
@click.option("--position", metavar="CHỨC_VỤ", help="Chức vụ người ký.")
@click.option("--head-position", metavar="CHỨC_VỤ", help="Chức vụ của người được ký thay.")
@click.option("--signer", metavar="TÊN", help="Họ tên người ký.")
@AS_JSON
@command_errors
def issue(
    *,
    file: Path,
    key: PlanKey,
    number: str | None,
    symbol: str | None,
    issued_on: date | None,
    register: str,
    authority: str | None,
    body: str | None,
    position: str | None,
    head_position: str | None,
    signer: str | None,
    as_json: bool,
) -> None:
    """Issue a plan."""
    with opened(file) as session:
        plan_id = plan_of(session, key)
        proposed = session.versions.proposal(plan_id)
        day = issued_on or proposed.issued_on
        usual = proposed.signer
        details = replace(
            proposed,
            number=number or session.versions.propose_number(plan_id, day, register),
            symbol=symbol or proposed.symbol,
            issued_on=day,
            register=register,
            signer=replace(
                usual,
                authority=SigningAuthority(authority) if authority else usual.authority,
                body=usual.body if body is None else body,
                position=usual.position if position is None else position,
                head_position=usual.head_position if head_position is None else head_position,
                name=usual.name if signer is None else signer,
            ),
        )
        report = session.checks.run_on(session.plans.load(plan_id))
        session.versions.issue(plan_id, details)
        version = version_of(session, plan_id, None)
    if as_json:
        print_json(version_json(version))
    if report.has_errors:
        say(f"Lưu ý: kiểm tra còn {report.count(FindingSeverity.ERROR)} lỗi chưa xử lý.")
    say(
        f"Đã ban hành bản {version.number} số {version.full_symbol} "
        f"ngày {day_words(version.issued_on)}, dấu vân tay SHA-256 {version.fingerprint}."
    )


@click.command(options_metavar="[TÙY CHỌN]", help="Lập bản điều chỉnh của kế hoạch đã ban hành.")
@FILE
@PLAN_TERM
@_REASON
@AS_JSON
@command_errors
def amend(*, file: Path, key: PlanKey, reason: str, as_json: bool) -> None:
    """Open an issued plan for an amendment."""
    with opened(file) as session:
        session.versions.amend(plan_of(session, key), reason)
        _show_standing(session, key, as_json=as_json)


@click.command(options_metavar="[TÙY CHỌN]", help="So sánh hai bản, hoặc kế hoạch của hai năm.")
@FILE
@click.option(
    "--left", type=VersionType(), required=True, metavar="BẢN", help="Ví dụ 2024:1, hoặc 2024."
)
@click.option(
    "--right", type=VersionType(), required=True, metavar="BẢN", help="Ví dụ 2024:2, hoặc 2025."
)
@click.option("--all", "with_kept", is_flag=True, help="Kể cả nội dung giữ nguyên.")
@AS_JSON
@command_errors
def compare(
    *, file: Path, left: NamedVersion, right: NamedVersion, with_kept: bool, as_json: bool
) -> None:
    """Compare two versions."""
    with opened(file) as session:
        found = session.versions.compare(ref_of(session, left), ref_of(session, right))
    if as_json:
        print_json(comparison_json(found, with_kept=with_kept))
        return
    for row in found.every_row if with_kept else found.rows():
        click.echo(f"[{KINDS[row.kind]}] {describe_row_place(row)}")
        if row.kind in (ComparisonKind.CHANGED, ComparisonKind.REMOVED):
            click.echo(f"  - {_flat(row.before.text)}")
        if row.kind is not ComparisonKind.REMOVED:
            click.echo(f"  + {_flat(row.after.text)}")
    say(f"{found.left_name} – {found.right_name}: {len(found.rows())} chỗ khác nhau.")


@click.command(
    options_metavar="[TÙY CHỌN]", help="Kiểm tra bản đã ban hành còn nguyên vẹn; lỗi thì mã 1."
)
@FILE
@PLAN_TERM
@VERSION
@AS_JSON
@command_errors
def verify(*, file: Path, key: PlanKey, number: int | None, as_json: bool) -> None:
    """Check versions of a plan: the one named, else all."""
    with opened(file) as session:
        plan_id = plan_of(session, key)
        chosen = [version_of(session, plan_id, number)]
        if number is None:
            chosen = list(session.versions.versions(plan_id))
        checks = [session.versions.verify(version.id) for version in chosen]
    if as_json:
        print_json({"plan": str(key), "versions": [check_json(check) for check in checks]})
    for check in checks:
        say(f"Bản {check.version.number} ({check.version.full_symbol}): {describe_check(check)}")
    if not all(check.is_intact for check in checks):
        sys.exit(EXIT_PROBLEMS)


@click.command(
    options_metavar="[TÙY CHỌN]", help="Lập bản ký số bằng tệp chứng thư PKCS#12 (.p12, .pfx)."
)
@FILE
@PLAN_TERM
@VERSION
@click.option(
    "--certificate",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    metavar="TỆP",
    help="Tệp chứng thư số.",
)
@click.option(
    "--password",
    prompt="Mật khẩu chứng thư số",
    hide_input=True,
    envvar="CCHC_P12_PASSWORD",
    metavar="MẬT_KHẨU",
    help="Nên để trống và gõ khi được hỏi, hoặc đặt biến CCHC_P12_PASSWORD.",
)
@click.option("--reason", default="", metavar="LÝ_DO", help="Lý do ký, ghi trong chữ ký.")
@click.option("--location", default="", metavar="NƠI", help="Nơi ký, ghi trong chữ ký.")
@AS_JSON
@command_errors
def sign(
    *,
    file: Path,
    key: PlanKey,
    number: int | None,
    certificate: Path,
    password: str,
    reason: str,
    location: str,
    as_json: bool,
) -> None:
    """Keep a signed copy of a version."""
    with opened(file) as session:
        version = version_of(session, plan_of(session, key), number)
        session.versions.sign(version.id, certificate, password, reason, location)
        signed = session.versions.get(version.id)
    if as_json:
        print_json(version_json(signed))
    say(f"Đã lưu bản ký số của {signed.full_symbol}, người ký: {signed.signatures[-1].signer}.")


def _show_standing(session: Session, key: PlanKey, *, as_json: bool) -> None:
    plan_id = plan_of(session, key)
    standing = session.versions.standing(plan_id)
    issued = session.versions.versions(plan_id)
    if as_json:
        print_json(standing_json(key, standing, issued))
        return
    latest = issued[-1] if issued else None
    click.echo(f"Kế hoạch {key.term}: {describe_standing(standing, latest)}")
    if standing.reason:
        click.echo(f"{PLAN_STATES[standing.state]}: {standing.reason}")
    for version in issued:
        click.echo(_version_line(version))


def _version_line(version: PlanVersion) -> str:
    signed = f"  {len(version.signatures)} bản ký số" if version.signatures else ""
    return (
        f"{version.number}  {version.full_symbol}  {day_words(version.issued_on)}  "
        f"{VERSION_STATES[version.state]}  {version.signer}{signed}"
    )


def _flat(text: str) -> str:
    return " ".join(text.split())
