"""What all commands share: opening the file, printing JSON, and turning errors into exit codes.

Exit codes: 0 done, 1 the input has problems (they are listed), 2 wrong call,
3 the environment (file missing, locked, damaged, disk full).
"""

import gettext
import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import ParamSpec

import click

from cchc_desktop.domain.clock import SystemClock
from cchc_desktop.domain.errors import CchcError, EnvironmentProblem, FileHeld
from cchc_desktop.domain.plan import PlanKey
from cchc_desktop.services.sentences import describe_error
from cchc_desktop.services.session import Session, open_session
from cchc_desktop.system.paths import resource

EXIT_PROBLEMS = 1
EXIT_WRONG_CALL = 2
EXIT_ENVIRONMENT = 3

P = ParamSpec("P")

FILE = click.argument("file", type=click.Path(path_type=Path, dir_okay=False), metavar="TỆP")
"""The data file a command works on."""

AS_JSON = click.option("--json", "as_json", is_flag=True, help="In kết quả dạng JSON.")

YEAR = click.option("--year", type=int, required=True, metavar="NĂM", help="Năm kế hoạch.")


class PlanTermType(click.ParamType[PlanKey]):
    """A plan's time on the command line: "2025", or "2021-2025" for several years."""

    name = "NĂM"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> PlanKey:
        """Read the time; a call that names none is a wrong call."""
        if isinstance(value, PlanKey):
            return value
        key = PlanKey.parse(str(value))
        if key is None:
            self.fail("", param, ctx)
        return key


PLAN_TERM = click.option(
    "--year",
    "key",
    type=PlanTermType(),
    required=True,
    metavar="NĂM",
    help="Năm kế hoạch, hoặc giai đoạn như 2021-2025.",
)


def say(text: str) -> None:
    """Tell the officer something, beside the output."""
    click.echo(text, err=True)


def print_json(document: object) -> None:
    """Print one JSON document as the output."""
    click.echo(json.dumps(document, ensure_ascii=False, indent=2))


def command_errors(command: Callable[P, None]) -> Callable[P, None]:
    """Let a command end with a sentence and an exit code instead of a traceback."""

    @wraps(command)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except CchcError as error:
            say(f"Lỗi: {describe_error(error)}")
            is_environment = isinstance(error, EnvironmentProblem)
            sys.exit(EXIT_ENVIRONMENT if is_environment else EXIT_PROBLEMS)

    return wrapped


def speak_vietnamese() -> None:
    """Let click's own few words, the headings of help pages, be Vietnamese too."""
    os.environ["LANGUAGE"] = "vi"
    gettext.bindtextdomain("messages", str(resource("translations")))


def usage_sentence(error: click.UsageError) -> str:
    """Return in words what is wrong with a call; click itself speaks only English."""
    match error:
        case click.NoSuchOption():
            what = f"không có tùy chọn {error.option_name}"
        case click.MissingParameter():
            what = f"thiếu {_parameter_name(error)}"
        case click.BadParameter():
            what = f"giá trị của {_parameter_name(error)} không hợp lệ"
        case _ if error.ctx is not None and isinstance(error.ctx.command, click.Group):
            what = "thiếu lệnh hoặc không có lệnh này"
        case _:
            what = "thừa hoặc thiếu tham số"
    path = error.ctx.command_path if error.ctx is not None else "cchc"
    return f"Gọi lệnh chưa đúng: {what}. Xem cách dùng: {path} --help"


def _parameter_name(error: click.BadParameter) -> str:
    parameter = error.param
    if parameter is None:
        return "tham số"
    return (
        parameter.opts[0]
        if isinstance(parameter, click.Option)
        else parameter.make_metavar(error.ctx or click.Context(click.Command("cchc")))
    )


@contextmanager
def opened(path: Path) -> Iterator[Session]:
    """Open a data file for one command.

    A lock that a crash left on this computer is removed with a word about it: the
    operating system vouches that no program holds the file any more.
    """
    clock = SystemClock()
    try:
        session = open_session(path, clock)
    except FileHeld as error:
        if not error.params["is_stale"]:
            raise
        say(str(describe_error(error)))
        session = open_session(path, clock, take_over=True)
    try:
        yield session
    finally:
        session.close()
