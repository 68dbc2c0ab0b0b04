"""Understands the end of a paper: its recipients, in whose name it is signed, and by whom.

Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.7 và II.9.
"""

import re
from dataclasses import dataclass, field

from cchc_desktop.domain.document_draft import LineRole
from cchc_desktop.domain.office import Signer, SigningAuthority
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.vietnamese import comparison_key, one_line
from cchc_desktop.importers.document_lines import SourceLine
from cchc_desktop.importers.document_patterns import (
    goes_on_body_name,
    is_body_name,
    is_motto,
    is_nation,
    is_person_name,
    is_position,
    is_signed_mark,
    is_signing,
    recipients_end,
)

_SIGN = re.compile(r"(TM|KT|TL|TUQ|T/M|K/T|T/L|Q)\s*[./]\s*(.*)", re.DOTALL)
_AUTHORITIES = {
    "TM": SigningAuthority.COLLECTIVE, "T/M": SigningAuthority.COLLECTIVE,
    "KT": SigningAuthority.DEPUTY, "K/T": SigningAuthority.DEPUTY,
    "TL": SigningAuthority.ORDER, "T/L": SigningAuthority.ORDER,
    "TUQ": SigningAuthority.DELEGATED, "Q": SigningAuthority.ACTING,
}  # fmt: skip
_BULLET = re.compile(r"^(?:[-–—+•*]\s*)+")
_USUAL = (
    "Ủy ban nhân dân", "Hội đồng nhân dân", "Chủ tịch", "Phó Chủ tịch", "Trưởng phòng",
    "Phó Trưởng phòng", "Giám đốc", "Phó Giám đốc", "Chánh Văn phòng", "Phó Chánh Văn phòng",
    "Ban Thường vụ", "Bí thư", "Phó Bí thư", "Thủ trưởng",
)  # fmt: skip
_WRITTEN = {comparison_key(name): name for name in _USUAL}


@dataclass(slots=True)
class EndingReader:
    """Collects what the lines of an ending say.

    Attributes:
        recipients: "Nơi nhận", without dashes.
        is_started: Whether any line of an ending was met.
        name: Who signed, "" while no name was met.
    """

    recipients: list[str] = field(default_factory=list)
    is_started: bool = False
    name: str = ""
    _titles: list[str] = field(default_factory=list)
    _is_listing: bool = False

    def starts(self, line: SourceLine, *, is_closed: bool) -> bool:
        """Tell whether the ending begins at ``line``."""
        text = line.text
        return (
            recipients_end(text) is not None
            or is_signing(text)
            or (is_closed and is_position(text))
        )

    def read(self, line: SourceLine) -> LineRole | None:
        """Take a line over and return what it is, or None for one that is no part of it."""
        text = line.text.strip()
        end = recipients_end(text)
        if end is not None:
            self.is_started = self._is_listing = True
            self._take_recipients(text[end:])
            return LineRole.RECIPIENTS
        if is_signing(text) or (is_position(text) and not self.name):
            self.is_started = True
            self._titles.append(one_line(text))
            return LineRole.SIGNING
        if is_signed_mark(text):
            return LineRole.STAMP
        is_second_line = bool(self._titles) and is_signing(self._titles[-1])
        if is_body_name(text) or is_nation(text) or is_motto(text):
            return None
        if goes_on_body_name(text) and not is_second_line:
            return None
        has_dash = _BULLET.match(text) is not None
        if self._titles and not self.name and not has_dash and is_person_name(text):
            self.name = one_line(text)
            return LineRole.SIGNER
        if self._titles and not self.name and text.isupper() and not has_dash:
            self._titles.append(one_line(text))
            return LineRole.SIGNING
        if self._is_listing and (has_dash or not (self.name or self._titles)):
            self._take_recipients(text)
            return LineRole.RECIPIENTS
        return None

    def take_recipient(self, text: str) -> None:
        """Take a line that the officer says is a recipient."""
        self.is_started = True
        self._take_recipients(text)

    @property
    def signer(self) -> Signer | None:
        """Who signs and how, or None where nothing says so."""
        if not self._titles and not self.name:
            return None
        return _signer(self._titles, self.name)

    def _take_recipients(self, text: str) -> None:
        words = RichText.plain(_BULLET.sub("", text)).text
        if not words.strip(" ;.,"):
            return
        if self.recipients and words[0].islower() and not _BULLET.match(text):
            words = f"{self.recipients.pop()} {words}"
        self.recipients.append(words.rstrip(" ;,."))


def _signer(titles: list[str], name: str) -> Signer:
    signs = [(_SIGN.fullmatch(title), title) for title in titles]
    if not signs or signs[0][0] is None:
        return Signer(SigningAuthority.OWN, position=_words(" ".join(titles)), name=name)
    first = signs[0][0]
    authority, body = _AUTHORITIES[first[1]], _words(first[2])
    rest = signs[1:]
    if authority is SigningAuthority.ACTING:
        position = " ".join((first[2], *titles[1:]))
        return Signer(authority, position=_words(position), name=name)
    if authority is SigningAuthority.COLLECTIVE and rest and rest[0][0] is not None:
        second = rest[0][0]
        if second[1] in {"KT", "K/T"}:
            position = " ".join(title for _, title in rest[1:])
            return Signer(
                SigningAuthority.COLLECTIVE_DEPUTY, body, _words(position), name, _words(second[2])
            )
    return Signer(authority, body, _words(" ".join(title for _, title in rest)), name)


def _words(capitals: str) -> str:
    """Return words in capitals as a sentence writes them, where they are usual ones."""
    words = one_line(capitals)
    return _WRITTEN.get(comparison_key(words), words)
