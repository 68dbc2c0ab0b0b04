"""The register of documents that a plan cites or answers, and how they are cited.

Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6.b: cited for the first time a document is
named by its kind, number and symbol, date, issuing body and subject; after that by its kind,
number and symbol only.  Laws and ordinances are named by their name and year.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import NewType

from cchc_desktop.domain.days_and_numbers import official_day
from cchc_desktop.domain.vietnamese import one_line, search_key, tidy

DocumentId = NewType("DocumentId", int)

_NAMED_BY_NAME = frozenset({"luật", "bộ luật", "pháp lệnh", "hiến pháp"})


@dataclass(frozen=True, slots=True)
class RegisteredDocument:
    """A document in the register ("văn bản trong sổ").

    Attributes:
        type_name: "Nghị quyết", "Kế hoạch", "Luật".
        number: The register number, for legal documents with its year: "30/2020".
        symbol: What stands after it: "NĐ-CP", "QĐ-UBND"; a Party paper's is "NQ/TU", and its
            number is parted by "-".
        issuer: "Chính phủ", "Ủy ban nhân dân tỉnh Sơn La".
        subject: What it is about, as after the issuer: "về công tác văn thư"; of a law its name.
        ended_on: The last day it is in force, or None.
        replaced_by: The document that replaces it, or None.
        is_binding: Whether it binds this office: its demands are followed.
        id: None while it is not in the data file.
    """

    type_name: str
    number: str = ""
    symbol: str = ""
    issued_on: date | None = None
    issuer: str = ""
    subject: str = ""
    ended_on: date | None = None
    replaced_by: DocumentId | None = None
    is_binding: bool = False
    id: DocumentId | None = None

    @property
    def is_named_by_name(self) -> bool:
        """Whether it is cited by name and year, as a law is."""
        return self.type_name.strip().casefold() in _NAMED_BY_NAME

    @property
    def full_symbol(self) -> str:
        """Its number and symbol in one: "30/2020/NĐ-CP", "03-NQ/TU"."""
        if not self.symbol:
            return self.number
        return f"{self.number}{'-' if self.is_of_the_party else '/'}{self.symbol}"

    @property
    def symbol_key(self) -> str:
        """The same for all spellings of one symbol: see ``symbol_key``."""
        return symbol_key(self.full_symbol) if self.symbol else ""

    @property
    def is_of_the_party(self) -> bool:
        """Whether its symbol is written as the Party writes them: "NQ/TU", "CT/HU"."""
        return "/" in self.symbol and not self.symbol[:1].isdecimal()

    @property
    def short_citation(self) -> str:
        """How it is cited after the first time."""
        if self.is_named_by_name:
            return one_line(f"{self.type_name} {self.subject}")
        return one_line(f"{self.type_name} số {self.full_symbol}")

    @property
    def full_citation(self) -> str:
        """How it is cited the first time."""
        if self.is_named_by_name:
            day = f" năm {self.issued_on.year}" if self.issued_on else ""
            return f"{self.short_citation}{day}"
        parts = [self.short_citation]
        if self.issued_on:
            parts.append(official_day(self.issued_on))
        if self.issuer:
            parts.append(f"của {self.issuer}")
        if self.subject:
            parts.append(self.subject)
        return one_line(" ".join(parts))

    def is_in_force_on(self, day: date) -> bool:
        """Tell whether it is in force on ``day``, as far as the register knows."""
        return (self.issued_on is None or self.issued_on <= day) and (
            self.ended_on is None or day <= self.ended_on
        )


def symbol_key(full_symbol: str) -> str:
    """Return one key for the spellings of a number and symbol.

    Spaces, case, leading zeros, "số" before it and the kind of dash do not count:
    "Số: 03 - NQ/TU" is "3-NQ/TU".
    """
    bare = re.sub(r"\s+", "", search_key(tidy(full_symbol)))
    bare = re.sub(r"[\u2010-\u2015\u2212]", "-", bare).strip(".,;")
    return re.sub(r"^(?:số)?:?0*(?=\d)", "", bare)
