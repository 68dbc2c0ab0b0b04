"""The lists that checks read by and that ship as data: abbreviations, words, document types."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from cchc_desktop.domain.data_file import Table
from cchc_desktop.domain.vietnamese import comparison_key, nfc


@dataclass(frozen=True, slots=True)
class OutdatedWords:
    """Words of a rule that was replaced ("từ ngữ đã thay").

    Attributes:
        right: What is said since ``since``.
        source: The rule that says so.
    """

    words: str
    right: str
    since: date
    source: str


@dataclass(frozen=True, slots=True)
class CommonWords:
    """Words that are often written wrongly or in two ways ("từ ngữ hay viết sai").

    Attributes:
        slips: What is never right, and what is meant.
        variants: Spellings that are both in use, the preferred one first.
        terms: Words whose capitals are often mixed in the middle of a sentence.
    """

    slips: Mapping[str, str] = field(default_factory=dict)
    variants: tuple[tuple[str, str], ...] = ()
    terms: tuple[str, ...] = ()
    outdated: tuple[OutdatedWords, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckReference:
    """What the checks know beside the plan ("danh mục tra cứu").

    Attributes:
        abbreviations: Common abbreviations and what they stand for; these need no explaining.
        type_symbols: A kind of document, by its ``comparison_key``, and the abbreviations
            that symbols of that kind carry.
        words: Words that are often written wrongly.
    """

    abbreviations: Mapping[str, str] = field(default_factory=dict)
    type_symbols: Mapping[str, frozenset[str]] = field(default_factory=dict)
    words: CommonWords = field(default_factory=CommonWords)

    @property
    def all_symbols(self) -> frozenset[str]:
        """Every abbreviation of a kind of document."""
        return frozenset().union(*self.type_symbols.values())


NO_REFERENCE = CheckReference()


def parse_abbreviations(data: Mapping[str, object], source: str) -> dict[str, str]:
    """Return the abbreviations that a data file holds; ``source`` names the file in errors.

    Raises:
        CatalogueDamaged: Something in it does not hold.
    """
    file = Table(data, source)
    file.allow("source", "abbreviation")
    file.text("source")
    found: dict[str, str] = {}
    for entry in file.tables("abbreviation"):
        entry.allow("short", "meaning", "note")
        short = entry.text("short")
        if short in found:
            entry.refuse(f"given twice: {short}")
        found[short] = entry.text("meaning")
    return found


def parse_type_symbols(data: Mapping[str, object], source: str) -> dict[str, frozenset[str]]:
    """Return the kinds of documents with the abbreviations in their symbols.

    Raises:
        CatalogueDamaged: Something in it does not hold.
    """
    found: dict[str, frozenset[str]] = {}
    for entry in Table(data, source).tables("type"):
        key = comparison_key(entry.text("name"))
        found[key] = found.get(key, frozenset()) | {entry.text("symbol")}
    return found


def parse_common_words(data: Mapping[str, object], source: str) -> CommonWords:
    """Return the words that a data file holds; ``source`` names the file in errors.

    Raises:
        CatalogueDamaged: Something in it does not hold.
    """
    file = Table(data, source)
    file.allow("source", "term", "variant", "slip", "outdated")
    file.text("source")
    slips: dict[str, str] = {}
    for entry in file.tables("slip"):
        entry.allow("wrong", "right", "note")
        slips[entry.text("wrong")] = entry.text("right")
    return CommonWords(
        slips,
        _pairs(file, data.get("variant", [])),
        file.texts("term"),
        tuple(_outdated(entry) for entry in file.tables("outdated")),
    )


def _pairs(file: Table, values: object) -> tuple[tuple[str, str], ...]:
    pairs = []
    for pair in values if isinstance(values, list) else file.refuse("variant is not a list"):
        if not isinstance(pair, list) or [type(word) for word in pair] != [str, str]:
            file.refuse("a variant is not two texts")
        pairs.append((nfc(pair[0]), nfc(pair[1])))
    return tuple(pairs)


def _outdated(entry: Table) -> OutdatedWords:
    entry.allow("words", "right", "since", "source")
    since = entry.day("since")
    if since is None:
        entry.refuse("since is missing")
    return OutdatedWords(entry.text("words"), entry.text("right"), since, entry.text("source"))
