"""The command that brings a whole document in: its head, text, ending and annexes."""

import sys
from collections import Counter
from pathlib import Path
from textwrap import shorten

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
from cchc_desktop.cli.plan_import_json import plan_import_json
from cchc_desktop.domain.plan import PlanKey
from cchc_desktop.domain.plan_text import TextPart, TextPartKind
from cchc_desktop.domain.problem import Severity
from cchc_desktop.services.plan_import_preview import ChangeKind, PlanImportPreview
from cchc_desktop.services.sentences import describe_place, describe_problem, describe_severity

_LONGEST_QUOTE = 100
_PARTS = {
    TextPartKind.DECISION: "Quyết định",
    TextPartKind.BODY: "Kế hoạch",
    TextPartKind.ANNEX: "Phụ lục",
}
_FIELDS = {"parent": "Cơ quan chủ quản", "name": "Cơ quan ban hành", "place": "Địa danh"}
_INDENT = 2


@click.command(
    options_metavar="[TÙY CHỌN]",
    name="plan",
    help="Nhập cả văn bản kế hoạch từ tệp Word hoặc văn bản: phần lời và phụ lục.",
)
@FILE
@click.argument("document", type=click.Path(path_type=Path), metavar="TÀI_LIỆU")
@PLAN_TERM
@click.option("--dry-run", is_flag=True, help="Chỉ xem, không ghi.")
@AS_JSON
@command_errors
def import_plan(*, file: Path, document: Path, key: PlanKey, dry_run: bool, as_json: bool) -> None:
    """Import a whole document."""
    with opened(file) as session:
        draft = session.plan_imports.read_file(document)
        preview = session.plan_imports.preview(draft, key)
        if not dry_run and not preview.changes_nothing:
            session.plan_imports.write(preview)
    if as_json:
        print_json(plan_import_json(preview, is_written=not dry_run))
    else:
        for part in draft.text.parts:
            _print_part(part)
    _say_import(preview, is_dry_run=dry_run)
    if any(problem.severity is Severity.DROPPED for problem in draft.problems):
        sys.exit(EXIT_PROBLEMS)


def _print_part(part: TextPart) -> None:
    title = " ".join(part.title.text.split())
    click.echo(f"{_PARTS[part.kind]}: {title}")
    for passage in part.passages:
        indent = " " * _INDENT * max(passage.kind.rank, passage.level, 1)
        words = passage.printed
        if passage.table is not None:
            words = f"[bảng {len(passage.table.rows)} dòng]"
        click.echo(indent + shorten(words, _LONGEST_QUOTE, placeholder="…"))


def _say_import(preview: PlanImportPreview, *, is_dry_run: bool) -> None:
    draft = preview.draft
    for problem in draft.problems:
        quote = shorten(problem.text, _LONGEST_QUOTE, placeholder="…")
        place = describe_place(problem.place)
        words = f" “{quote}”" if quote else ""
        say(f"{describe_severity(problem.severity)} – {place}: {describe_problem(problem)}{words}")
    for difference in preview.letterhead:
        say(
            f"{_FIELDS[difference.field]} khác thông tin cơ quan: văn bản ghi "
            f"“{difference.of_document}”, chương trình ghi “{difference.of_office}”."
        )
    for name in preview.unknown_names:
        say(f"Chưa có trong danh mục ({name.count} chỗ): {name.text}")
    if preview.changes_nothing:
        say(f"Kế hoạch {preview.key.term} đã giống văn bản; không có gì thay đổi.")
        return
    if preview.other_key is not None:
        say(
            f"Cần xem lại: tên văn bản ghi {preview.other_key.term}, "
            f"khác kế hoạch được ghi vào ({preview.key.term})."
        )
    verb = "Sẽ ghi" if is_dry_run else "Đã ghi"
    annex = ""
    if draft.annex is not None:
        annex = f", phụ lục {draft.annex.task_count} nhiệm vụ"
    say(f"{verb} {preview.passage_count} đoạn{annex} vào kế hoạch {preview.key.term}.")
    if preview.had_text and preview.changes:
        counts = Counter(change.kind for change in preview.changes)
        say(
            f"Phần lời đang có được thay: {counts[ChangeKind.CHANGED]} đoạn sửa, "
            f"{counts[ChangeKind.NEW]} đoạn mới, {counts[ChangeKind.GONE]} đoạn bỏ."
        )
