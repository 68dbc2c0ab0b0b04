"""The documents that a paper cites, each with what is said of it where it stands.

Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6.b: the first time with its kind, number,
symbol, date, issuing body and subject; after that with its kind, number and symbol only.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from cchc_desktop.domain.checks.citations import Citation, citations
from cchc_desktop.domain.checks.letters import pattern
from cchc_desktop.domain.checks.outline import OutlineNode, TextOutline

_NEXT_CITED = re.compile(r"\s*(?:[,;]|và|,\s*và|;\s*và)\s*")
_ISSUER = pattern(r"\s*,?\s*của\s+[{U}]")
_SUBJECT = re.compile(
    r"\b(?:về|ban hành|phê duyệt|quy định|hướng dẫn|triển khai|đẩy mạnh|công bố|sửa đổi|bổ sung|"
    r"thực hiện|thông qua|giao|tăng cường|điều chỉnh|kiện toàn|thành lập|duy trì|cải cách)\b",
    re.IGNORECASE,
)
_STOP = re.compile(r"[;.\n]|\)")
# These stand for their paper where it is described before them, or their subject is the sentence.
_NAMED_BY_USE = frozenset({"tờ trình", "báo cáo", "công văn", "thông báo"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A citation and what is said of it ("lần viện dẫn").

    Attributes:
        has_issuer: Whether "của …" follows, also after the last of several documents.
        has_subject: Whether words on what it is about follow.
        is_aside: Whether it stands in brackets.
    """

    node: OutlineNode
    citation: Citation
    has_issuer: bool
    has_subject: bool
    is_aside: bool

    @property
    def has_date(self) -> bool:
        """Whether its date is said."""
        return bool(self.citation.day_words)

    @property
    def needs_subject(self) -> bool:
        """Whether what it is about must be said where it stands."""
        return not self.is_aside and self.citation.type_name.lower() not in _NAMED_BY_USE


def mentions(tree: TextOutline) -> Iterator[Mention]:
    """Yield the citations in a paper's passages, in printed order."""
    for node in tree.nodes:
        for citation, has_issuer, has_subject, is_aside in _read(node.text):
            yield Mention(node, citation, has_issuer, has_subject, is_aside)


@lru_cache(maxsize=4096)
def _read(text: str) -> tuple[tuple[Citation, bool, bool, bool], ...]:
    found = citations(text)
    read: list[tuple[Citation, bool, bool, bool]] = []
    for place, cited in enumerate(found):
        after = place
        # "Nghị định số 1/…, Nghị định số 2/… của Chính phủ về …": what follows the last is of all.
        while after + 1 < len(found) and _NEXT_CITED.fullmatch(
            text[found[after].span[1] : found[after + 1].span[0]]
        ):
            after += 1
        tail = _STOP.split(text[found[after].span[1] :], maxsplit=1)[0]
        begun = text[: cited.span[0]]
        is_aside = begun.count("(") > begun.count(")")
        read.append((cited, bool(_ISSUER.match(tail)), bool(_SUBJECT.search(tail)), is_aside))
    return tuple(read)
