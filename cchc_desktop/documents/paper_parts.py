"""What composers of different papers have in common: heads, signers, recipients, columns."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations, pairwise

from cchc_desktop.documents.blocks import (
    Letterhead,
    OfficialHead,
    PageSetup,
    SignatureBlock,
    TableColumn,
    Title,
)
from cchc_desktop.documents.form import FormColumn, FormDescription
from cchc_desktop.documents.official_wording import (
    BLANK_NUMBER,
    official_date,
    superior_name,
)
from cchc_desktop.documents.rules import LETTERHEAD_LEFT_SHARE, SUBJECT_SHARE
from cchc_desktop.documents.times_metrics import text_width_mm
from cchc_desktop.domain import office
from cchc_desktop.domain.days_and_numbers import official_number
from cchc_desktop.domain.vietnamese import nfc, one_line

_MOST_WORDS = 48
"""Of longer ones there are too many ways to break them; they fill the width."""

_SAFE_SHARE = 0.94
"""Of the width a name may fill; the measure at hand is that of another Times."""


def letterhead_block(letterhead: office.Letterhead, form: FormDescription) -> Letterhead:
    """Return the two columns at the head of a paper."""
    wording = form.wording
    return Letterhead(
        superior=superior_name(letterhead.parent, wording.superior_abbreviations),
        issuer=nfc(letterhead.name).upper(),
        nation=wording.nation,
        motto=wording.motto,
        size=form.sizes.letterhead,
        motto_size=form.sizes.motto,
    )


def balanced_letterhead(letterhead: office.Letterhead, form: FormDescription) -> Letterhead:
    """Return the two columns, long names in lines of like lengths."""
    columns = letterhead_block(letterhead, form)
    width = form.page.text_width_mm * LETTERHEAD_LEFT_SHARE
    return replace(
        columns,
        superior=balanced(columns.superior, width, columns.size),
        issuer=balanced(columns.issuer, width, columns.size),
    )


def official_head(
    letterhead: office.Letterhead,
    form: FormDescription,
    *,
    number: str,
    symbol: str,
    issued_on: date | None,
    about: str = "",
) -> OfficialHead:
    """Return the whole head; a number or a day not known yet is left blank."""
    wording, sizes = form.wording, form.sizes
    columns = balanced_letterhead(letterhead, form)
    written = official_number(one_line(number)) or BLANK_NUMBER
    return OfficialHead(
        letterhead=columns,
        number=nfc(wording.number.format(number=written, symbol=one_line(symbol))),
        place_and_day=wording.place_and_day.format(
            place=one_line(letterhead.place), date=official_date(issued_on)
        ),
        number_size=sizes.number,
        place_size=sizes.place,
        about=wording.about.format(subject=one_line(about)) if about else "",
        about_size=sizes.about,
    )


def title_block(type_name: str, subject: str, form: FormDescription, attachment: str = "") -> Title:
    """Return the paper's type in capitals and its subject in lines of like lengths.

    A subject that the officer broke into lines keeps them.
    """
    size = form.sizes.title
    width = form.page.text_width_mm * SUBJECT_SHARE
    lines = [line for line in map(one_line, nfc(subject).split("\n")) if line]
    written = "\n".join(lines) if len(lines) > 1 else balanced("".join(lines), width, size)
    return Title(one_line(type_name).upper(), written, size, attachment)


def balanced(name: str, width_mm: float, size: float) -> str:
    """Return a name broken into as few lines as fit, of lengths as alike as can be."""
    # Not at no-break spaces: they hold the blanks for numbers and days.
    words = [word for word in name.split(" ") if word]
    if len(words) > _MOST_WORDS:
        return name
    room = width_mm * _SAFE_SHARE
    for count in range(1, min(len(words), 4) + 1):
        layouts = []
        for cuts in combinations(range(1, len(words)), count - 1):
            edges = (0, *cuts, len(words))
            lines = [" ".join(words[a:b]) for a, b in pairwise(edges)]
            layouts.append((max(text_width_mm(line, size) for line in lines), lines))
        if layouts:
            longest, lines = min(layouts)
            if longest <= room:
                return "\n".join(lines)
    return name


def signature_block(
    letterhead: office.Letterhead, form: FormDescription, recipients: Sequence[str]
) -> SignatureBlock:
    """Return who signs and whom the paper goes to; ``recipients`` are printed as given."""
    return SignatureBlock(
        title_lines=letterhead.signer.title_lines,
        name=letterhead.signer.name,
        size=form.sizes.signature,
        recipients_label=form.wording.recipients if recipients else "",
        recipients=tuple(recipients),
    )


def recipient_lines(
    names: Sequence[str],
    letterhead: office.Letterhead,
    form: FormDescription,
    *,
    has_addressees: bool,
) -> tuple[str, ...]:
    """Return the recipients as mục II.9 writes them: "- …;", the file copy last, with a dot.

    "Như trên" and "Lưu: VT, …" are added where the officer did not write them.
    """
    wording = form.wording
    filed_start = wording.filed_without_unit.partition(":")[0]
    bare = [one_line(name).lstrip("-– ").rstrip(" ;.") for name in names]
    listed = [name for name in bare if name]
    if has_addressees and wording.as_above not in listed:
        listed.insert(0, wording.as_above)
    if not any(name.startswith(filed_start) for name in listed):
        unit = letterhead.standing_symbol
        listed.append(wording.filed.format(unit=unit) if unit else wording.filed_without_unit)
    listed.sort(key=lambda name: name.startswith(filed_start))
    return (*(f"- {name};" for name in listed[:-1]), f"- {listed[-1]}.")


def spread_columns(
    shown: Sequence[FormColumn], page: PageSetup, of_a_product: frozenset[str] = frozenset()
) -> tuple[TableColumn, ...]:
    """Spread the printable width over the columns; the first keeps its own width.

    Columns of ``of_a_product`` have a cell for each product of a task.
    """
    fixed = shown[0].width_mm
    factor = (page.text_width_mm - fixed) / sum(column.width_mm for column in shown[1:])
    return tuple(
        TableColumn(
            key=column.key,
            heading=column.heading,
            width_mm=fixed if column is shown[0] else column.width_mm * factor,
            align=column.align,
            is_shared=column.key not in of_a_product,
        )
        for column in shown
    )
