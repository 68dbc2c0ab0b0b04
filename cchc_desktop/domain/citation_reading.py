"""Reads the documents that a wording cites into entries of the register.

"Kế hoạch số 77/KH-UBND ngày 22/3/2021 của UBND tỉnh … về …", and laws by their name:
"Luật Tổ chức chính quyền địa phương năm 2015" (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I,
mục II.6.a and b: a law is cited without number, symbol and issuing body).
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from cchc_desktop.domain.checks.citations import Citation, citations, existing_day
from cchc_desktop.domain.registered_document import RegisteredDocument
from cchc_desktop.domain.vietnamese import comparison_key, one_line

_SUBJECT_WORDS = (
    r"về(?:\s+việc)?|ban\s+hành|phê\s+duyệt|quy\s+định|sửa\s+đổi|hướng\s+dẫn|triển\s+khai|"
    r"thực\s+hiện|quy\s+chế|công\s+bố|kiện\s+toàn|thành\s+lập|điều\s+chỉnh|tăng\s+cường"
)
_SUBJECT = re.compile(rf"\s*(?P<subject>\b(?:{_SUBJECT_WORDS})\b.*)$", re.IGNORECASE | re.DOTALL)
_ISSUER = re.compile(r"\s*(?:của|do)\s+(?P<issuer>\w.*)$", re.DOTALL)
_END = re.compile(
    r"[;\n\t]|\.(?:\s|$|/)|\*\)|\)\s*[,.;]|,\s+(?=UBND|Ủy ban|Phòng|Sở)|\s+và\s+(?=[A-ZĐ])"
)
_LOOSE_END = re.compile(r"(?:[\s,]+(?:và|theo|thực hiện|tại|của|số))+$")
_SENTENCE_GOES_ON = re.compile(r"\s+(?:đã|được|để|phải|cần|theo|và các)\s")
_LAW = re.compile(
    r"(?:^|;|\bcăn cứ|\bthực hiện|\btheo|\btại|,)\s*(?P<type>(?:Bộ luật|Luật|Pháp lệnh))\s+"
    r"(?P<name>[^;.\n\d]{3,200}?)\s+"
    r"(?:số\s+\S+\s+)?(?:ngày\s+(?P<day>\d{1,2})(?:/|\s+tháng\s+)(?P<month>\d{1,2})"
    r"(?:/|\s+năm\s+)(?P<year>\d{4})|năm\s+(?P<only>(?:19|20)\d\d))(?!\d)",
    re.IGNORECASE,
)
# A citation is a name: what goes on longer is the sentence around it.
_LONGEST = 400
_TYPES = {
    "nq": "Nghị quyết", "qđ": "Quyết định", "ct": "Chỉ thị", "tb": "Thông báo",
    "hd": "Hướng dẫn", "ctr": "Chương trình", "kh": "Kế hoạch", "đa": "Đề án",
    "bc": "Báo cáo", "ttr": "Tờ trình", "nđ": "Nghị định", "tt": "Thông tư", "kl": "Kết luận",
    "qyđ": "Quy định", "qc": "Quy chế", "cđ": "Công điện", "ubnd": "Công văn",
}  # fmt: skip


def read_citation(text: str) -> RegisteredDocument | None:
    """Return the first document that ``text`` cites, as it can be registered, or None."""
    return next(iter(read_citations(text)), None)


def read_citations(text: str) -> tuple[RegisteredDocument, ...]:
    """Return the documents that ``text`` cites, in order; each as fully as it says."""
    found = [(c.span[0], _of_number(text, c)) for c in citations(text) if _is_whole(c)]
    found += list(_laws(text))
    return tuple(document for _, document in sorted(found, key=lambda item: item[0]))


def _is_whole(citation: Citation) -> bool:
    """Leave out fractions and rates that only look like a symbol ("15 phút/01 lượt", "3/TW")."""
    return bool(citation.type_name or citation.type_symbol)


def _of_number(text: str, citation: Citation) -> RegisteredDocument:
    year = f"/{citation.symbol_year}" if citation.symbol_year else ""
    symbol = citation.symbol.replace("–", "-")
    rest = text[citation.span[1] : citation.span[1] + _LONGEST]
    following = [c.span[0] - citation.span[1] for c in citations(text)]
    limit = min((start for start in following if start > 0), default=len(rest))
    issuer, subject = _issuer_and_subject(rest[:limit], is_cut=limit < len(rest))
    kind = one_line(citation.type_name) or _TYPES.get(
        citation.type_symbol.casefold() or symbol.partition("-")[0].casefold(), "Văn bản"
    )
    if symbol.partition("/")[2] and not year:
        # The Party's: number and kind are parted by "-".
        symbol = symbol.strip()
    return RegisteredDocument(
        kind[:1].upper() + kind[1:],
        f"{citation.number}{year}",
        symbol,
        citation.issued_on,
        issuer,
        subject,
    )


def _issuer_and_subject(rest: str, *, is_cut: bool) -> tuple[str, str]:
    """Read "của … về …" after a symbol and its date; nothing where a sentence goes on."""
    end = _END.search(rest, _after_quotation(rest))
    words = rest[: end.start()] if end else rest
    if is_cut and end is None:
        # Another document begins before this one's words end: they may belong to both.
        words = re.sub(r"\s*(?:,|và|;)?\s*(?:\w+\s+){0,3}số\s*$", "", words)
    subject_match = _SUBJECT.search(words)
    head = words[: subject_match.start()] if subject_match else words
    issuer_match = _ISSUER.match(head)
    if "," in head or (head.strip(" *)") and not issuer_match):
        # The sentence goes on: what follows is its own.
        subject_match = None
    issuer = _SENTENCE_GOES_ON.split(issuer_match["issuer"])[0] if issuer_match else ""
    issuer = _LOOSE_END.sub("", re.split(r"[,(]", one_line(issuer))[0].strip(" .;*)"))
    subject = one_line(subject_match["subject"]).strip(" .;,*)") if subject_match else ""
    subject = _LOOSE_END.sub("", subject)
    return issuer, subject if " " in subject.removeprefix("về ") else ""


def _after_quotation(rest: str) -> int:
    """Return where a title in quotation marks ends: what stands in it ends nothing."""
    opened = rest.find("“")
    first = _END.search(rest)
    closed = rest.find("”", opened)
    return closed if first and 0 <= opened < first.start() < closed else 0


def _laws(text: str) -> Iterator[tuple[int, RegisteredDocument]]:
    for match in _LAW.finditer(text):
        day = (
            existing_day(int(match["year"]), int(match["month"]), int(match["day"]))
            if (match["day"])
            else None
        )
        name = one_line(match["name"])
        # Only the year is known: it stays in the name, no day is made up for it.
        subject = name if day else f"{name} năm {match['only'] or match['year']}"
        kind = match["type"]
        yield (
            match.start("type"),
            RegisteredDocument(kind[:1].upper() + kind[1:].lower(), issued_on=day, subject=subject),
        )


def unregistered(
    cited: tuple[RegisteredDocument, ...], register: tuple[RegisteredDocument, ...]
) -> tuple[RegisteredDocument, ...]:
    """Return the cited documents that the register lacks, each once and as fully as cited."""
    known = list(register)
    found: list[RegisteredDocument] = []
    for document in cited:
        if any(same_document(document, other) for other in known):
            continue
        place = next((n for n, other in enumerate(found) if same_document(document, other)), None)
        if place is None:
            found.append(document)
        else:
            found[place] = _fuller(found[place], document)
    return tuple(found)


def same_document(first: RegisteredDocument, second: RegisteredDocument) -> bool:
    """Tell whether two entries are of one document.

    Numbers begin again each year: two papers of one number and symbol are one only if their
    days do not differ.
    """
    if first.is_named_by_name or second.is_named_by_name:
        return comparison_key(_law_name(first)) == comparison_key(_law_name(second))
    if not first.symbol_key or first.symbol_key != second.symbol_key:
        return False
    days = (first.issued_on, second.issued_on)
    return None in days or days[0] == days[1]


def _law_name(document: RegisteredDocument) -> str:
    year = f" năm {document.issued_on.year}" if document.issued_on else ""
    return f"{document.short_citation}{year}"


def _fuller(first: RegisteredDocument, second: RegisteredDocument) -> RegisteredDocument:
    return replace(
        first,
        issued_on=first.issued_on or second.issued_on,
        issuer=first.issuer or second.issuer,
        subject=first.subject or second.subject,
    )
