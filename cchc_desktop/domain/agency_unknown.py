"""The words of an assignment that no known name covers, parted into unknown names."""

from collections.abc import Iterator

from cchc_desktop.domain.agency import Mention
from cchc_desktop.domain.agency_names import Word, Words, keys_of, prefix_length

CONNECTING_PHRASES: tuple[Words, ...] = (
    ("cơ", "quan", "chủ", "trì"), ("cơ", "quan", "phối", "hợp"), ("đơn", "vị", "chủ", "trì"),
    ("đơn", "vị", "phối", "hợp"), ("phối", "hợp", "với"), ("phối", "hợp"), ("chủ", "trì"),
    ("cùng", "với"), ("bao", "gồm"), ("và",), ("cùng",), ("với",), ("hoặc",), ("gồm",),
)  # fmt: skip
"""Words between names that name nobody."""

# A capital "Phòng" after "và" begins a name; "Môi" in "Tài nguyên và Môi trường" does not.
NAME_STARTS = frozenset(
    ["phòng", "văn phòng", "ban", "sở", "hội", "ubnd", "hđnd", "bch", "ubmttq", "mttq", "bhxh",
     "công", "thanh", "trung", "chi", "trường", "trạm", "đoàn", "liên", "huyện", "các", "tòa",
     "viện", "kho", "đội", "đảng", "bộ"]
)  # fmt: skip


def unknown_mentions(text: str, words: list[Word]) -> list[Mention]:
    """Return the words that no name covers, parted where one name surely ends."""
    mentions = []
    for part in _parts(words):
        kept = _without_connecting(part)
        if kept:
            start, end = kept[0].start, kept[-1].end
            mentions.append(Mention(text[start:end], start, end))
    return mentions


def _parts(words: list[Word]) -> Iterator[list[Word]]:
    part: list[Word] = []
    for index, word in enumerate(words):
        is_reference = bool(part) and part[0].key == "theo"
        ends = word.key == ";" or (word.is_break and word.key != ":" and not is_reference)
        joins = word.key in ("và", "cùng", "với") and not is_reference
        following = words[index + 1] if index + 1 < len(words) else None
        starts_anew = following and following.is_capital and following.key in NAME_STARTS
        if ends or (joins and starts_anew and part and part[-1].key != "hđnd"):
            yield part
            part = [] if ends else [word]
        else:
            part.append(word)
    yield part


def _without_connecting(part: list[Word]) -> list[Word]:
    """Return ``part`` without the connecting words and signs at its ends."""
    while part:
        opening = 1 if part[0].is_break else prefix_length(keys_of(part, 0, 4), CONNECTING_PHRASES)
        if not opening:
            break
        part = part[opening:]
    while part:
        closing = 1 if part[-1].is_break else _closing_length(part)
        if not closing:
            break
        part = part[:-closing]
    return part


def _closing_length(part: list[Word]) -> int:
    ends = (tuple(w.key for w in part[-len(p) :]) == p for p in CONNECTING_PHRASES)
    return next((len(p) for p, hit in zip(CONNECTING_PHRASES, ends, strict=True) if hit), 0)
