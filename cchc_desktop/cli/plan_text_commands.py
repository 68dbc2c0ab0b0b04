"""Commands about the text of a plan: reading it, starting it, writing passage by passage."""

from collections.abc import Callable
from pathlib import Path

import click

from cchc_desktop.cli.frame import (
    AS_JSON,
    FILE,
    PLAN_TERM,
    command_errors,
    opened,
    print_json,
    say,
)
from cchc_desktop.cli.plan_text_json import field_json, plan_text_json
from cchc_desktop.domain.changes import ChangeSet
from cchc_desktop.domain.plan import PlanId, PlanKey
from cchc_desktop.domain.plan_text import Passage, PassageId, PassageKind, TextPartId, TextPartKind
from cchc_desktop.domain.report_text import LiveText
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.vietnamese import tidy
from cchc_desktop.services.plan_text import PlanTextService

_PASSAGES = click.argument("passages", nargs=-1, type=int, required=True, metavar="ĐOẠN…")
_PASSAGE = click.argument("passage", type=int, metavar="ĐOẠN")
_PART = click.option("--part", type=int, required=True, metavar="PHẦN", help="Mã phần.")
_AFTER = click.option("--after", type=int, metavar="ĐOẠN", help="Đứng sau đoạn này; bỏ trống: đầu.")
_KIND = click.option(
    "--kind",
    type=click.Choice([kind.value for kind in PassageKind if kind is not PassageKind.TABLE]),
    required=True,
    help="Cấp của đoạn.",
)
_LEVEL = click.option(
    "--level", type=click.IntRange(0, 7), default=0, help="Cấp của đề mục ở trên."
)


@click.group(
    options_metavar="", subcommand_metavar="LỆNH …", help="Phần lời của kế hoạch: xem, soạn, sửa."
)
def text() -> None:
    """Hold the commands about texts together."""


@text.command(options_metavar="[TÙY CHỌN]", name="show", help="Xem phần lời của kế hoạch.")
@FILE
@PLAN_TERM
@AS_JSON
@command_errors
def show_text(*, file: Path, key: PlanKey, as_json: bool) -> None:
    """Show a plan's text with its numbers."""
    with opened(file) as session:
        plan = session.plans.load_key(key)
        loaded = session.text.load(plan.id)
        document = session.text.document(plan.id)
    if as_json:
        print_json(plan_text_json(str(key), loaded, document))
        return
    for part in loaded.parts:
        click.echo(f"# [{part.id}] {part.title.text}")
        above: list[int] = []
        for passage in part.passages:
            rank = passage.kind.rank or passage.level + 1
            above = [*(one for one in above if one < rank), rank]
            words = passage.printed or "(bảng)"
            click.echo(f"[{passage.id}] {'  ' * (len(above) - 1)}{words}")
    if not loaded:
        say(f"Kế hoạch {key.term} chưa có phần lời.")


@text.command(options_metavar="[TÙY CHỌN]", help="Xem các mẫu phần lời có sẵn.")
@FILE
@AS_JSON
@command_errors
def skeletons(*, file: Path, as_json: bool) -> None:
    """List the texts that a plan can start from."""
    with opened(file) as session:
        known = session.text.skeletons()
    if as_json:
        print_json(
            {
                "skeletons": [
                    {
                        "id": one.id,
                        "title": one.title,
                        "for_period": one.for_period,
                        "with_decision": one.with_decision,
                    }
                    for one in known
                ]
            }
        )
        return
    for one in known:
        click.echo(f"{one.id}\t{one.title}")


@text.command(options_metavar="[TÙY CHỌN]", help="Soạn phần lời theo một mẫu.")
@FILE
@PLAN_TERM
@click.option("--skeleton", required=True, metavar="MẪU", help="Mã mẫu: cchc text skeletons.")
@command_errors
def start(*, file: Path, key: PlanKey, skeleton: str) -> None:
    """Start a plan's text from a skeleton."""
    _change_plan(file, key, lambda service, plan: service.start(plan, skeleton))


@text.command(options_metavar="[TÙY CHỌN]", help="Xem các trường tự cập nhật.")
@FILE
@PLAN_TERM
@AS_JSON
@command_errors
def fields(*, file: Path, key: PlanKey, as_json: bool) -> None:
    """List the live fields that can stand in a plan's text."""
    with opened(file) as session:
        known = session.text.fields(session.plans.load_key(key).id)
    if as_json:
        print_json({"year": str(key), "fields": [field_json(field) for field in known]})
        return
    for field in known:
        click.echo(f"{field.code}\t{field.words}")


@text.command(options_metavar="[TÙY CHỌN]", help="Chèn một trường tự cập nhật vào đoạn.")
@FILE
@_PASSAGE
@click.option("--field", "code", required=True, metavar="MÃ", help="Mã trường: cchc text fields.")
@click.option("--at", type=click.IntRange(0), default=0, metavar="CHỖ", help="Trước ký tự thứ.")
@command_errors
def insert_field(*, file: Path, passage: int, code: str, at: int) -> None:
    """Put a live field into a passage."""
    _change(file, lambda service: service.insert_field(PassageId(passage), at, code))


@text.command(options_metavar="[TÙY CHỌN]", help="Sửa lời một đoạn; dùng được <b>, <i>.")
@FILE
@_PASSAGE
@click.option("--text", "words", required=True, metavar="CHỮ", help="Lời văn mới.")
@command_errors
def edit(*, file: Path, passage: int, words: str) -> None:
    """Write the words of a passage."""
    written = _words(words)
    _change(file, lambda service: service.save_passage(PassageId(passage), written))


@text.command(options_metavar="[TÙY CHỌN]", help="Thêm một đoạn vào phần lời.")
@FILE
@_PART
@_AFTER
@_KIND
@_LEVEL
@click.option("--text", "words", required=True, metavar="CHỮ", help="Lời văn của đoạn.")
@command_errors
def add(*, file: Path, part: int, after: int | None, kind: str, level: int, words: str) -> None:
    """Add a passage."""
    new = Passage(PassageKind(kind), LiveText(_words(words)), level)
    behind = PassageId(after) if after is not None else None
    _change(file, lambda service: service.add(TextPartId(part), behind, [new]))


@text.command(options_metavar="[TÙY CHỌN]", help="Xóa các đoạn.")
@FILE
@_PASSAGES
@command_errors
def delete(*, file: Path, passages: tuple[int, ...]) -> None:
    """Delete passages."""
    _change(file, lambda service: service.delete(_ids(passages)))


@text.command(options_metavar="[TÙY CHỌN]", help="Chuyển các đoạn và nội dung bên dưới.")
@FILE
@_PASSAGES
@_PART
@_AFTER
@command_errors
def move(*, file: Path, passages: tuple[int, ...], part: int, after: int | None) -> None:
    """Move passages with what belongs to them."""
    behind = PassageId(after) if after is not None else None
    _change(file, lambda service: service.move(_ids(passages), TextPartId(part), behind))


@text.command(options_metavar="[TÙY CHỌN]", help="Đổi cấp các đoạn.")
@FILE
@_PASSAGES
@_KIND
@_LEVEL
@command_errors
def kind(*, file: Path, passages: tuple[int, ...], kind: str, level: int) -> None:
    """Make passages another kind."""
    _change(file, lambda service: service.set_kind(_ids(passages), PassageKind(kind), level))


@text.command(options_metavar="[TÙY CHỌN]", help="Lùi các đoạn xuống một cấp.")
@FILE
@_PASSAGES
@command_errors
def indent(*, file: Path, passages: tuple[int, ...]) -> None:
    """Bring passages one level deeper."""
    _change(file, lambda service: service.indent(_ids(passages)))


@text.command(options_metavar="[TÙY CHỌN]", help="Nâng các đoạn lên một cấp.")
@FILE
@_PASSAGES
@command_errors
def outdent(*, file: Path, passages: tuple[int, ...]) -> None:
    """Bring passages one level higher."""
    _change(file, lambda service: service.outdent(_ids(passages)))


@text.command(options_metavar="[TÙY CHỌN]", help="Đặt số của một đoạn; bỏ trống: theo thứ tự.")
@FILE
@_PASSAGE
@click.option("--as", "written", default="", metavar="SỐ", help="Số như sẽ in, ví dụ “3.”.")
@command_errors
def number(*, file: Path, passage: int, written: str) -> None:
    """Set a passage's number as it is to be printed."""
    _change(file, lambda service: service.set_own_number(PassageId(passage), written))


@text.command(options_metavar="[TÙY CHỌN]", help="Đánh lại số cả phần theo thứ tự.")
@FILE
@_PART
@command_errors
def renumber(*, file: Path, part: int) -> None:
    """Let all numbers of a part follow from the order."""
    _change(file, lambda service: service.renumber(TextPartId(part)))


@text.command(options_metavar="[TÙY CHỌN]", help="Đặt trích yếu hoặc tên của một phần.")
@FILE
@_PART
@click.option("--text", "words", required=True, metavar="CHỮ", help="Trích yếu.")
@command_errors
def title(*, file: Path, part: int, words: str) -> None:
    """Set what a part is about."""
    written = _words(words)
    _change(file, lambda service: service.set_part_title(TextPartId(part), written))


@text.command(options_metavar="[TÙY CHỌN]", name="add-part", help="Thêm quyết định hoặc phụ lục.")
@FILE
@PLAN_TERM
@click.option(
    "--kind", type=click.Choice([kind.value for kind in TextPartKind]), required=True, help="Phần."
)
@click.option("--title", default="", metavar="CHỮ", help="Trích yếu hoặc tên.")
@command_errors
def add_part(*, file: Path, key: PlanKey, kind: str, title: str) -> None:
    """Add a part to a plan's text."""
    words = _words(title)
    _change_plan(file, key, lambda service, plan: service.add_part(plan, TextPartKind(kind), words))


@text.command(options_metavar="[TÙY CHỌN]", name="delete-part", help="Xóa một phần.")
@FILE
@_PART
@command_errors
def delete_part(*, file: Path, part: int) -> None:
    """Delete a part with all its passages."""
    _change(file, lambda service: service.delete_part(TextPartId(part)))


@text.command(
    options_metavar="[TÙY CHỌN]",
    name="draft-agencies",
    help="Soạn nhiệm vụ từng cơ quan (Tổ chức thực hiện) từ bảng phân công.",
)
@FILE
@PLAN_TERM
@click.option("--after", type=int, metavar="ĐOẠN", help="Ghi vào sau đoạn này; bỏ trống: chỉ xem.")
@command_errors
def draft_agencies(*, file: Path, key: PlanKey, after: int | None) -> None:
    """Draft what each agency has to do; with a place, write it there."""
    with opened(file) as session:
        plan = session.plans.load_key(key)
        drafted = session.text.draft_tasks_of_agencies(plan.id)
        if after is not None:
            found = session.text.load(plan.id).find(PassageId(after))
            part_id = found[0].id if found else None
            session.text.add(part_id or TextPartId(0), PassageId(after), drafted)
            say(f"Đã thêm {len(drafted)} đoạn.")
            return
    for passage in drafted:
        click.echo(passage.text.text)


def _ids(passages: tuple[int, ...]) -> list[PassageId]:
    return [PassageId(passage) for passage in passages]


def _words(written: str) -> RichText:
    """Read what was written on the command line, which may hold anything."""
    return RichText.from_markup(tidy(written))


def _change(file: Path, step: Callable[[PlanTextService], ChangeSet]) -> None:
    with opened(file) as session:
        change = step(session.text)
    say("Đã ghi." if change else "Không có gì thay đổi.")


def _change_plan(
    file: Path, key: PlanKey, step: Callable[[PlanTextService, PlanId], ChangeSet]
) -> None:
    with opened(file) as session:
        change = step(session.text, session.plans.load_key(key).id)
    say("Đã ghi." if change else "Không có gì thay đổi.")
