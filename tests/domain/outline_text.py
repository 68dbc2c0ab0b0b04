"""Makes the outline of a text whose numbers are written out, line by line."""

import re

from cchc_desktop.domain.document_draft import DocumentDraft, DraftHead
from cchc_desktop.domain.plan_text import (
    Passage,
    PassageKind,
    PlanText,
    TextPart,
    TextPartKind,
)
from cchc_desktop.domain.plan_text_numbering import numbered
from cchc_desktop.domain.report_text import LiveText
from cchc_desktop.domain.rich_text import RichText

_NUMBERS = (
    (PassageKind.PART, re.compile(r"([IVX]+\s?[.-])\s+")),
    (PassageKind.MINOR, re.compile(r"(\d+\.\d+\.\d+\.?)\s+")),
    (PassageKind.SUBITEM, re.compile(r"(\d+\.\d+\.?)\s+")),
    (PassageKind.ITEM, re.compile(r"(\d+\.)\s+")),
    (PassageKind.POINT, re.compile(r"([a-zđ]\))\s+")),
    (PassageKind.DASH, re.compile(r"(-)\s+")),
    (PassageKind.PLUS, re.compile(r"(\+)\s+")),
)


def live(text: str) -> LiveText:
    return LiveText(RichText.plain(text))


def outlined(text: str, title: str = "") -> TextPart:
    passages: list[Passage] = []
    rank = 0
    for line in filter(None, (line.strip() for line in text.splitlines())):
        passage = _passage(line, rank)
        rank = passage.kind.rank if passage.is_heading else rank
        passages.append(passage)
    return TextPart(TextPartKind.BODY, live(title), numbered(passages))


def draft_of(text: str, title: str = "") -> DocumentDraft:
    return DocumentDraft("văn bản.txt", DraftHead(title=title), PlanText((outlined(text, title),)))


def _passage(line: str, rank: int) -> Passage:
    for kind, number in _NUMBERS:
        match = number.match(line)
        if match:
            return Passage(kind, live(line[match.end() :]), kind.rank, match[1])
    # A list "(1) …" and a paragraph go on below the heading above them.
    return Passage(PassageKind.TEXT, live(line), min(rank, 5))
