"""The words by which headings and rows are understood, read from a data file."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.errors import CatalogueDamaged
from cchc_desktop.domain.vietnamese import fold, one_line

_HEADING_LIMIT = 120
# "Trách nhiệm phối hợp" names who cooperates; only these words name who leads.
_LEADS = "chu tri"
_DATE = re.compile(r"\d{1,2} (?:\d{1,2} )?20\d\d\b")
_NOT_WORDS = re.compile(r"[^\w]+")


@lru_cache(maxsize=8192)
def heading_key(text: str) -> str:
    """Return the key under which headings are compared: no marks, case or punctuation."""
    return _NOT_WORDS.sub(" ", fold(one_line(text))).strip()


@dataclass(frozen=True, slots=True)
class HeadingMatch:
    """What a heading was taken for ("tiêu đề cột được nhận ra").

    Attributes:
        is_exact: Whether the whole heading is known, not only a phrase in it.
        is_shared: Whether it names both who leads and who cooperates.
    """

    column: AnnexColumn
    is_exact: bool
    is_shared: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class HeadingVocabulary:
    """Known headings, and words that tell columns and rows apart ("từ vựng tiêu đề").

    All words are kept as ``heading_key`` makes them, except ``note`` and ``signature``,
    which keep their punctuation.
    """

    exact: Mapping[str, AnnexColumn]
    contains: tuple[tuple[str, AnnexColumn], ...]
    groups: frozenset[str]
    deadline_words: tuple[str, ...]
    agency_words: tuple[str, ...]
    total_words: tuple[str, ...]
    note_words: tuple[str, ...]
    signature_words: tuple[str, ...]
    signature_lines: frozenset[str]

    def match(self, heading: str) -> HeadingMatch | None:
        """Return what ``heading`` names, or None."""
        if not heading or len(heading) > _HEADING_LIMIT:
            return None
        key = heading_key(heading)
        if key in self.exact:
            return HeadingMatch(self.exact[key], is_exact=True)
        found = [column for phrase, column in self.contains if f" {phrase} " in f" {key} "]
        if not found:
            return None
        if {AnnexColumn.LEAD, AnnexColumn.COOPERATING} <= set(found):
            if _LEADS in key:
                return HeadingMatch(AnnexColumn.LEAD, is_exact=False, is_shared=True)
            return HeadingMatch(AnnexColumn.COOPERATING, is_exact=False)
        return HeadingMatch(found[0], is_exact=False)

    def is_group(self, heading: str) -> bool:
        """Tell whether ``heading`` only gathers the columns under it."""
        return heading_key(heading) in self.groups

    def is_deadline_like(self, text: str) -> bool:
        """Tell whether ``text`` begins like a deadline."""
        key = heading_key(text[:80])
        return (
            _begins(key, self.deadline_words)
            or re.match(r"\d{1,2} (\d{1,2} )?20\d\d\b", key) is not None
        )

    def is_agency_like(self, text: str) -> bool:
        """Tell whether ``text`` begins like the name of an agency."""
        return _begins(heading_key(text[:80]), self.agency_words)

    def is_total(self, text: str) -> bool:
        """Tell whether ``text`` heads a row of sums."""
        key = heading_key(text[:80])
        # "Cộng đồng …" is a wording; only longer phrases may be followed by others.
        phrases = tuple(f"{word} " for word in self.total_words if " " in word)
        return key in self.total_words or key.startswith(phrases)

    def is_note(self, text: str) -> bool:
        """Tell whether ``text`` is a note on the table ("Ghi chú: …", "* …")."""
        line = fold(text[:40])
        return any(
            line.startswith(word) if not word[-1].isalnum() else
            line.startswith(word) and line[len(word) : len(word) + 2].strip()[:1] in {":", ""}
            for word in self.note_words
        )  # fmt: skip

    def is_signature(self, text: str) -> bool:
        """Tell whether ``text`` begins the signature or the list of recipients."""
        line = fold(text.strip())
        if len(line) > 400:
            return False
        return line.startswith(self.signature_words) or heading_key(line) in self.signature_lines


def load_headings(path: Path) -> HeadingVocabulary:
    """Read the vocabulary, or raise ``CatalogueDamaged`` naming what does not hold."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise CatalogueDamaged(file=path.name, reason=str(error)) from error
    exact: dict[str, AnnexColumn] = {}
    contains: list[tuple[str, AnnexColumn]] = []
    columns = _table(path, data, "columns")
    for name in columns:
        try:
            column = AnnexColumn(name)
        except ValueError as error:
            raise CatalogueDamaged(file=path.name, reason=f"columns.{name}") from error
        entry = _table(path, columns, name)
        for heading in _words(path, entry, "exact"):
            key = heading_key(heading)
            if exact.setdefault(key, column) is not column:
                raise CatalogueDamaged(file=path.name, reason=f"{heading}: {exact[key]}, {column}")
        contains += [(heading_key(phrase), column) for phrase in _words(path, entry, "contains")]
    missing = [column.value for column in AnnexColumn if column not in exact.values()]
    if missing:
        raise CatalogueDamaged(file=path.name, reason=f"columns.{missing[0]}")
    rows = _table(path, data, "rows")
    contents = _table(path, data, "contents")
    return HeadingVocabulary(
        exact=exact,
        contains=tuple(sorted(contains, key=lambda pair: -len(pair[0]))),
        groups=frozenset(
            heading_key(h) for h in _words(path, _table(path, data, "groups"), "headings")
        ),
        deadline_words=_keys(path, contents, "deadline"),
        agency_words=_keys(path, contents, "agency"),
        total_words=_keys(path, rows, "total"),
        note_words=tuple(fold(word) for word in _words(path, rows, "note")),
        signature_words=tuple(fold(word) for word in _words(path, rows, "signature")),
        signature_lines=frozenset(_keys(path, rows, "signature_whole")),
    )


def _begins(key: str, words: tuple[str, ...]) -> bool:
    padded = f"{key} "
    return any(padded.startswith(f"{word} ") for word in words)


def _table(path: Path, data: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    value = data.get(name)
    if not isinstance(value, dict):
        raise CatalogueDamaged(file=path.name, reason=name)
    return value


def _words(path: Path, data: Mapping[str, Any], name: str) -> list[str]:
    value = data.get(name)
    if not isinstance(value, list) or not all(isinstance(word, str) and word for word in value):
        raise CatalogueDamaged(file=path.name, reason=name)
    return value


def _keys(path: Path, data: Mapping[str, Any], name: str) -> tuple[str, ...]:
    return tuple(heading_key(word) for word in _words(path, data, name))
