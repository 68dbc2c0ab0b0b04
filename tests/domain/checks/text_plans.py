"""Small texts of plans for the checks, written line by line as they are printed."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import count

from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.office import Signer, SigningAuthority
from cchc_desktop.domain.plan import Plan, PlanId
from cchc_desktop.domain.plan_text import (
    Passage,
    PassageId,
    PassageKind,
    PlanDocument,
    PlanText,
    TextPart,
    TextPartId,
    TextPartKind,
    TextTable,
)
from cchc_desktop.domain.plan_text_numbering import numbered
from cchc_desktop.domain.report_text import LiveText
from cchc_desktop.domain.rich_text import RichText, Run
from tests.domain.checks.plans import CATALOGUE, LETTERHEAD, REFERENCE, plan_of

SIGNER = Signer(SigningAuthority.COLLECTIVE, "Ủy ban nhân dân", "Chủ tịch")
OPENING = "Ủy ban nhân dân huyện Hạ Lâm ban hành Kế hoạch như sau:"
TITLE = "Cải cách hành chính năm 2024"
_NUMBERS = (
    (PassageKind.ARTICLE, r"(Điều \d+\.) (.*)"),
    (PassageKind.PART, r"([IVX]+\.) (.*)"),
    (PassageKind.MINOR, r"(\d+\.\d+\.\d+\.) (.*)"),
    (PassageKind.SUBITEM, r"(\d+\.\d+\.) (.*)"),
    (PassageKind.ITEM, r"(\d+\.|\(\d+\)) (.*)"),
    (PassageKind.POINT, r"([a-zđ]\)) (.*)"),
    (PassageKind.DASH, r"(-) (.*)"),
    (PassageKind.PLUS, r"(\+) (.*)"),
)
_GROUND = re.compile(r"Căn cứ |Theo đề nghị|Luật ")
_ids = count(1)


def live(text: str) -> LiveText:
    """Words kept exactly as given, as another program may have written them."""
    return LiveText(RichText((Run(text),)) if text else RichText())


def passages(*lines: str | TextTable) -> tuple[Passage, ...]:
    """Passages as printed; a line whose number does not follow keeps it as its own."""
    made: list[Passage] = []
    level = 0
    for line in lines:
        if isinstance(line, TextTable):
            made.append(Passage(PassageKind.TABLE, level=level, table=line))
            continue
        kind, number, words = _read(line)
        if kind.rank:
            level = kind.rank
            expected = numbered([*made, Passage(kind)])[-1].number
            made.append(Passage(kind, live(words), own_number="" if number == expected else number))
        elif _GROUND.match(line) and not level:
            made.append(Passage(PassageKind.BASIS, live(line)))
        else:
            made.append(Passage(PassageKind.TEXT, live(line.lstrip("^")), _level(line, level)))
    return tuple(replace(x, id=PassageId(next(_ids))) for x in numbered(made))


def part(
    *lines: str | TextTable, kind: TextPartKind = TextPartKind.BODY, title: str = TITLE
) -> TextPart:
    return TextPart(kind, live(title), passages(*lines), id=TextPartId(next(_ids)))


def decision(*lines: str, title: str = "Ban hành Kế hoạch năm 2024") -> TextPart:
    return part(*lines, kind=TextPartKind.DECISION, title=title)


def annex(*lines: str | TextTable, title: str = "CHỈ TIÊU NĂM 2024") -> TextPart:
    return part(*lines, kind=TextPartKind.ANNEX, title=title)


def table(*rows: Sequence[str]) -> TextTable:
    return TextTable(tuple(tuple(live(cell).words for cell in row) for row in rows))


def paper(
    *lines: str | TextPart,
    plan: Plan | None = None,
    recipients: tuple[str, ...] = (),
    signer: Signer = SIGNER,
    title: str = TITLE,
    place: str = LETTERHEAD.place,
    **more: object,
) -> CheckContext:
    """A plan with these lines, or these parts, as its text."""
    parts = tuple(x for x in lines if isinstance(x, TextPart))
    words = [x for x in lines if isinstance(x, str)]
    if words:
        parts = (part(*words, title=title), *parts)
    return CheckContext(
        plan or plan_of(),
        CATALOGUE,
        replace(LETTERHEAD, place=place),
        date(2024, 11, 20),
        reference=REFERENCE,
        text=PlanText(parts),
        document=PlanDocument(PlanId(1), recipients=recipients, signer=signer),
        **more,  # type: ignore[arg-type]
    )


def _read(line: str) -> tuple[PassageKind, str, str]:
    for kind, form in _NUMBERS:
        match = re.fullmatch(form, f"{line} " if line.count(" ") == 0 else line, re.DOTALL)
        if match:
            return kind, match[1], match[2]
    return PassageKind.TEXT, "", line


def _level(line: str, level: int) -> int:
    """Text belongs to the heading above it, unless "^" puts it at the level of the paper."""
    return 0 if line.startswith("^") else level
