"""What kind of document a number and symbol name: "125/KH-UBND" is a "Kế hoạch".

Nghị định 30/2020/NĐ-CP, Phụ lục III, Phần I lists the abbreviations; a letter ("công văn")
is the one kind whose symbol has none ("627/UBND-NC").
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cchc_desktop.domain.data_file import Table
from cchc_desktop.domain.days_and_numbers import running_day
from cchc_desktop.domain.progress import Evidence, ProgressId
from cchc_desktop.domain.vietnamese import comparison_key, nfc

_NUMBER = re.compile(
    r"\d+[a-zA-Z]?\s*/\s*(?:\d{4}\s*/\s*)?(?P<first>[^\W\d_][\w&]*)(?P<rest>\s*-\s*\w[\w&.-]*)?"
)


@dataclass(frozen=True)
class DocumentTypes:
    """The types of administrative documents by abbreviation ("loại văn bản hành chính").

    Attributes:
        names: "KH" to "Kế hoạch", in the decree's order.
        letter: What a document without a type in its symbol is called.
        other: What all else is called.
    """

    names: Mapping[str, str]
    letter: str
    other: str

    def read(self, number: str) -> str:
        """Return the type that a number and symbol name."""
        match = _NUMBER.search(nfc(number))
        if match is None:
            return self.other
        first = match["first"]
        known = {key.casefold(): name for key, name in self.names.items()}
        if match["rest"] and first.casefold() in known:
            return known[first.casefold()]
        return self.letter if first.isupper() else self.other

    def order(self, name: str) -> int:
        """Return the place of a type among all; letters and others come last."""
        every = [*dict.fromkeys(self.names.values()), self.letter, self.other]
        return every.index(name) if name in every else len(every)


def parse_document_types(data: Mapping[str, object], source: str) -> DocumentTypes:
    """Return the types that a data file holds.

    Raises:
        CatalogueDamaged: Something in it does not hold.
    """
    table = Table(data, source)
    table.allow("source", "letter", "other", "type")
    names = {}
    for entry in table.tables("type"):
        entry.allow("symbol", "name")
        names[entry.text("symbol")] = entry.text("name")
    return DocumentTypes(names, table.text("letter"), table.text("other"))


@dataclass(frozen=True, slots=True)
class IssuedDocument:
    """A numbered document recorded as proof in the period ("văn bản đã ban hành").

    Attributes:
        type_name: "Kế hoạch", "Công văn".
        progress_ids: The records it proves.
    """

    type_name: str
    evidence: Evidence
    progress_ids: tuple[ProgressId, ...]

    @property
    def citation(self) -> str:
        """Number and day: "số 125/KH-UBND ngày 05/3/2025"."""
        return _citation(self.evidence)


def issued_documents(
    proofs: Iterable[tuple[ProgressId, Evidence]], types: DocumentTypes
) -> tuple[IssuedDocument, ...]:
    """Return the numbered documents among ``proofs``, each once, by type and day.

    The same number with the same day is one document, however often it was attached.
    """
    found: dict[tuple[str, object], IssuedDocument] = {}
    for progress_id, evidence in proofs:
        if not evidence.number:
            continue
        key = (comparison_key(evidence.number), evidence.issued_on)
        known = found.get(key)
        ids = (*known.progress_ids, progress_id) if known else (progress_id,)
        found[key] = IssuedDocument(
            types.read(evidence.number), known.evidence if known else evidence, ids
        )
    return tuple(sorted(found.values(), key=lambda d: _sorting(d, types)))


def citations(evidence: Sequence[Evidence], types: DocumentTypes) -> tuple[str, ...]:
    """Return documents as a sentence cites them, without repetition.

    Each is written as "Kế hoạch số 125/KH-UBND ngày 05/3/2025".
    """
    parts: dict[str, None] = {}
    for item in evidence:
        if item.number:
            name = types.read(item.number)
            is_named = comparison_key(name) in comparison_key(item.number)
            start = "" if name == types.other or is_named else f"{name} "
            parts[f"{start}{_citation(item)}"] = None
        elif item.subject:
            parts[item.subject] = None
    return tuple(parts)


def _citation(evidence: Evidence) -> str:
    number = evidence.number
    start = number if not number[:1].isdigit() else f"số {number}"
    return f"{start} ngày {running_day(evidence.issued_on)}" if evidence.issued_on else start


def _sorting(document: IssuedDocument, types: DocumentTypes) -> tuple[int, str, str]:
    day = document.evidence.issued_on
    return (
        types.order(document.type_name),
        day.isoformat() if day else "9999",
        document.evidence.number,
    )
