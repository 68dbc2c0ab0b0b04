"""Reads plain lines that were copied elsewhere as passages: each line is one, by its number.

Unlike lines of a document, which may be broken where the sheet ends, lines that an officer
copies from a message or a list are each meant as they stand.
"""

import re
from collections.abc import Iterable

from cchc_desktop.domain.plan_text import Passage, PassageKind
from cchc_desktop.domain.plan_text_numbering import counted, numbered
from cchc_desktop.domain.report_text import LiveText
from cchc_desktop.domain.rich_text import RichText, Run
from cchc_desktop.ui.text_words import kind_of_mark

_NUMBER = re.compile(
    r"(Điều \d{1,3}\.|[IVX]{1,6}[.\-–]|\d{1,3}(?:\.\d{1,3}){1,2}\.?|\d{1,3}\.|[a-zđ]{1,2}\)"
    r"|[-–•·]|\+)"
    r"(?=\s|\u00a0|(?<=[.)\-–•·+])[A-ZÀ-ỸĐ])\s*"
)
_BULLETS = {"•": "-", "·": "-", "–": "-"}


def read_lines(text: str) -> tuple[Passage, ...]:
    """Return lines of plain text as passages, numbered; empty ones are left out."""
    found = (_of_line(RichText.plain(line)) for line in text.splitlines())
    return _with_levels(passage for passage in found if passage.text)


def _with_levels(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """Let text belong to the heading before it, and numbers follow from the order."""
    made: list[Passage] = []
    rank = 0
    for passage in passages:
        rank = passage.kind.rank or rank
        level = rank if passage.kind is PassageKind.TEXT else passage.kind.rank
        made.append(Passage(passage.kind, passage.text, level, passage.own_number))
    return numbered(_without_usual_numbers(made))


def _without_usual_numbers(passages: list[Passage]) -> list[Passage]:
    """Drop the written numbers that follow from the order anyway."""
    kept: list[Passage] = []
    for passage in passages:
        bare = Passage(passage.kind, passage.text, passage.level)
        usual = numbered([*kept, bare])[-1].number
        is_usual = counted(bare.kind, usual) == counted(bare.kind, passage.own_number)
        kept.append(bare if is_usual else passage)
    return kept


def _of_line(words: RichText) -> Passage:
    match = _NUMBER.match(words.text)
    if match is None:
        is_basis = words.text.startswith(("Căn cứ ", "Theo đề nghị "))
        kind = PassageKind.BASIS if is_basis and words.text.endswith(";") else PassageKind.TEXT
        if kind is PassageKind.BASIS:
            words = _sliced(words, 0, len(words.text) - 1)
        return Passage(kind, LiveText(words))
    written = _BULLETS.get(match[1], match[1])
    kind = kind_of_mark(_usual_mark(written)) or PassageKind.TEXT
    own = written if kind.rank < PassageKind.DASH.rank else ""
    return Passage(kind, LiveText(_sliced(words, match.end(), len(words.text))), own_number=own)


def _usual_mark(written: str) -> str:
    if re.fullmatch(r"[IVX]+[-–]", written):
        return f"{written[:-1]}."
    if re.fullmatch(r"[a-zđ]{2}\)", written):
        return written[1:]
    return re.sub(r"\d{3}", "10", written)


def _sliced(words: RichText, start: int, end: int) -> RichText:
    runs = []
    position = 0
    for run in words.runs:
        text = run.text[max(start - position, 0) : max(end - position, 0)]
        runs.append(Run(text, run.bold, run.italic))
        position += len(run.text)
    return RichText.from_runs(runs)
