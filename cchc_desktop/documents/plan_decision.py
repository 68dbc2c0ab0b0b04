"""The decision by which a plan is issued: its head, its grounds, its articles, who signs.

Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.2 and 1.3.
"""

import re
from collections.abc import Iterator, Sequence

from cchc_desktop.documents.blocks import Align, Block, BodyText
from cchc_desktop.documents.form import FormDescription
from cchc_desktop.documents.paper_parts import balanced
from cchc_desktop.documents.plan_passages import closed_once, passage_blocks
from cchc_desktop.documents.rules import SUBJECT_SHARE
from cchc_desktop.domain.office import Letterhead, SigningAuthority
from cchc_desktop.domain.plan_text import Passage, PassageKind, TextPart
from cchc_desktop.domain.rich_text import RichText, Run
from cchc_desktop.domain.vietnamese import comparison_key, nfc, one_line

_COLLECTIVE = (SigningAuthority.COLLECTIVE, SigningAuthority.COLLECTIVE_DEPUTY)


def decision_blocks(
    part: TextPart, letterhead: Letterhead, form: FormDescription
) -> Iterator[Block]:
    """Yield the text of a decision: the authority, the grounds, "QUYẾT ĐỊNH:", the articles."""
    authority, decides = authority_line(letterhead), form.texts["decides"]
    fixed = {comparison_key(line.rstrip(":")) for line in (authority, decides)}
    passages = [
        passage
        for passage in part.passages
        # A document that was brought in may hold the two fixed lines as text.
        if passage.kind is not PassageKind.TEXT
        or comparison_key(one_line(passage.text.text).rstrip(": ")) not in fixed
    ]
    start = _first_article(passages)
    size, width = form.sizes.body, form.page.text_width_mm
    yield _centred(balanced(authority, width * SUBJECT_SHARE, size), size)
    yield from passage_blocks(passages[:start], form, width)
    yield _centred(decides, size)
    yield from closed_once(passage_blocks(passages[start:], form, width), form)


def authority_line(letterhead: Letterhead) -> str:
    """Return who decides, in capitals: the collective, or the post of the head who signs.

    Mẫu 1.2, note 6: a body that decides as a collective is named itself; where its head
    decides, his post is named.
    """
    signer, name = letterhead.signer, one_line(letterhead.name)
    if signer.authority in _COLLECTIVE:
        return nfc(name).upper()
    own = signer.authority in (SigningAuthority.OWN, SigningAuthority.ACTING)
    head = one_line(signer.position if own else signer.body)
    if head and comparison_key(name).startswith(comparison_key(head.split()[-1]) + " "):
        # "Trưởng phòng" of "Phòng Nội vụ" is "Trưởng phòng Nội vụ".
        head = head.rpartition(" ")[0]
    return nfc(f"{head} {name}").strip().upper()


def article_recipient(part: TextPart, form: FormDescription) -> str:
    """Return the first recipient of a decision, "Như Điều 3": those who carry it out; or ""."""
    numbers = [p.number for p in part.passages if p.kind is PassageKind.ARTICLE]
    found = re.search(r"\d+", numbers[-1]) if numbers else None
    return form.texts["as_article"].format(number=found[0]) if found else ""


def _first_article(passages: Sequence[Passage]) -> int:
    kinds = [passage.kind for passage in passages]
    if PassageKind.ARTICLE in kinds:
        return kinds.index(PassageKind.ARTICLE)
    grounds = [i for i, kind in enumerate(kinds) if kind is PassageKind.BASIS]
    return grounds[-1] + 1 if grounds else 0


def _centred(words: str, size: float) -> BodyText:
    text = RichText((Run(words, bold=True),))
    return BodyText(text, size, Align.CENTER, keeps_next=True)
