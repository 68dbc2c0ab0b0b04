"""Understands the head of a paper: who issues it, its number, day, kind and title."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from cchc_desktop.domain.document_draft import DraftHead, LineRole
from cchc_desktop.domain.parent_line import parse_parent_line
from cchc_desktop.domain.vietnamese import one_line
from cchc_desktop.importers.document_lines import SourceLine
from cchc_desktop.importers.document_marks import read_mark
from cchc_desktop.importers.document_patterns import (
    goes_on_body_name,
    is_attachment,
    is_body_name,
    is_motto,
    is_nation,
    is_separator,
    key_of,
    match_number,
    match_place_day,
)

_BASIS_WORDS = ("can cu", "theo ", "xet ", "thuc hien", "tren co so", "de ", "nham ")
_LONGEST_TITLE_LINE = 220
_MOST_TITLE_LINES = 4


@dataclass(slots=True)
class HeadReader:
    """Collects what the lines of a head say."""

    bodies: list[str] = field(default_factory=list)
    head: DraftHead = field(default_factory=DraftHead)

    def read(self, line: SourceLine) -> LineRole | None:
        """Take a line over and return what it is, or None for a line that is no fixed part."""
        text = line.text
        if is_nation(text):
            return LineRole.NATION
        if is_motto(text):
            return LineRole.MOTTO
        if match := match_number(text):
            if not self.head.symbol:
                number = match["number"].strip(" .…_")
                symbol = "".join(match["symbol"].split()).replace("–", "-")
                self.head = replace(self.head, number=number, symbol=symbol)
            return LineRole.NUMBER
        if match := match_place_day(text):
            if not self.head.place_day:
                self.head = replace(
                    self.head,
                    place=one_line(match["place"]),
                    place_day=one_line(text),
                    issued_on=_day(match["day"], match["month"], match["year"]),
                )
            return LineRole.PLACE_DAY
        if is_body_name(text) or (self.bodies and goes_on_body_name(text)):
            self._take_body(text)
            return LineRole.ISSUER
        return None

    def forget_last_body(self) -> None:
        """Leave out the body read last: it stands on a stamp."""
        if self.bodies:
            self.bodies.pop()

    def take_authority(self, text: str) -> None:
        """Take the line under a decision's title that says who decides."""
        if not self.bodies:
            self.bodies.append(one_line(text))

    def take_attachment(self, text: str) -> bool:
        """Fill what the head leaves open from "(Kèm theo …)"; tell whether its day was read."""
        parent = parse_parent_line(text)
        if parent is None:
            return False
        head = self.head
        if not head.symbol:
            head = replace(head, number=parent.number, symbol=parent.symbol)
        if head.issued_on is None and not head.place_day:
            head = replace(head, issued_on=parent.issued_on or _loose_day(text))
        self.head = head
        return parent.issued_on is not None or not parent.number

    def finished(self, type_name: str, title: str) -> DraftHead:
        """Return the head with its bodies in their places."""
        issuer = self.bodies[-1] if self.bodies else ""
        superior = " ".join(self.bodies[:-1])
        return replace(
            self.head, superior=superior, issuer=issuer, type_name=type_name, title=title
        )

    def _take_body(self, text: str) -> None:
        words = one_line(text)
        if self.bodies and goes_on_body_name(text) and not _has_place(self.bodies[-1]):
            self.bodies[-1] = f"{self.bodies[-1]} {words}"
        else:
            self.bodies.append(words)


def title_end(lines: Sequence[SourceLine], start: int) -> int:
    """Return where the title that begins at ``start`` ends: one to four lines."""
    end = start
    while end < len(lines) and end - start < _MOST_TITLE_LINES:
        line = lines[end]
        if is_attachment(line.text) or read_mark(line.text) or _is_sentence(line):
            break
        if is_separator(line.text):
            break
        if end > start and not _goes_on(lines[start : end + 1]):
            break
        end += 1
    return end


def basis_lines(lines: Sequence[SourceLine], *, is_decision: bool) -> set[int]:
    """Return which of the lines between title and outline are legal grounds.

    A ground ends in ";", follows such a line, or stands before "QUYẾT ĐỊNH"; one that ends
    in ":" or goes on with other sentences is text.
    """
    found: set[int] = set()
    for index, line in enumerate(lines):
        text = line.text.rstrip()
        key = key_of(text).lstrip("-–+ ")
        if not key.startswith(_BASIS_WORDS):
            continue
        if text.endswith(";"):
            found.add(index)
        elif text.endswith(":") or _has_more_sentences(text):
            continue
        elif is_decision or (index - 1 in found and text[-1:] in {".", ","}):
            found.add(index)
    return found


def whole_paragraphs(
    lines: Sequence[SourceLine],
) -> list[tuple[SourceLine, list[SourceLine]]]:
    """Join the halves of grounds that a page cut; each comes with the lines it was made of."""
    wholes: list[tuple[SourceLine, list[SourceLine]]] = []
    for line in lines:
        if wholes:
            before, pieces = wholes[-1]
            is_cut = before.text[-1] not in ".;:,/" and key_of(before.text).startswith("can cu ")
            if is_cut and not key_of(line.text).startswith(("can cu ", "thuc hien ", "theo ")):
                words = before.words.joined(line.words, " ")
                wholes[-1] = replace(before, words=words), [*pieces, line]
                continue
        wholes.append((line, [line]))
    return wholes


def _goes_on(lines: Sequence[SourceLine]) -> bool:
    """Tell whether the last of ``lines`` still belongs to the title that they make."""
    first, before, line = lines[0], lines[-2], lines[-1]
    text = line.text
    if text[0].islower() or before.text[-1:] in {",", "-", "–"}:
        return True
    if key_of(text).startswith(_BASIS_WORDS) and not text.isupper():
        return False
    if first.is_centred:
        return line.is_centred
    if text.isupper():
        return not is_body_name(text)
    if before.text.isupper() and key_of(text).startswith(("ve ", "v/v")):
        return True
    is_bold = all(run.bold for run in line.words.runs)
    if is_bold and all(run.bold for run in before.words.runs):
        return True
    return not line.after_blank and len(text) < 120


def _is_sentence(line: SourceLine) -> bool:
    text = line.text.rstrip()
    return len(text) > _LONGEST_TITLE_LINE or (
        text[-1:] in {";", ":", "."} and not text.isupper()
    ) or (key_of(text).startswith(("can cu ", "theo de nghi")) and not text.isupper())  # fmt: skip


def _has_more_sentences(text: str) -> bool:
    """Tell whether a sentence ends before the end: a stop before a word with a capital."""
    return re.search(r"[^\W\d_]{2,}[.;] +[^\W\d_]", text) is not None and (
        re.search(r"[\w)”]\. +[^\W\d_a-z]", text) is not None
    )


def _has_place(body: str) -> bool:
    return len(body.split()) > 4 or key_of(body).startswith(("ubnd ", "hdnd "))


def _loose_day(text: str) -> date | None:
    """Read a day whose signs were lost: "ngày 11 11 /2021"."""
    match = re.search(r"ngày\s*(\d{1,2})[\s/.-]+(\d{1,2})[\s/.-]+(\d{4})", text)
    return _day(match[1], match[2], match[3]) if match else None


def _day(day: str, month: str, year: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
