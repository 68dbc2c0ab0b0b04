"""The words that say what kind of body a name is, and the plural that opens a list of names."""

from cchc_desktop.domain.agency_names import COMMA, Word, Words, keys_of, prefix_length

DETERMINERS: tuple[Words, ...] = (("tất", "cả", "các"), ("toàn", "thể", "các"), ("các",))
# What stands before a proper name: longer kinds first.
COMMUNES: tuple[Words, ...] = (("xã",), ("phường",), ("thị", "trấn"), ("đặc", "khu"))
HEADS: tuple[Words, ...] = (
    *(("ubnd", *commune) for commune in COMMUNES), ("ubnd",), ("công", "an"), ("trạm", "y", "tế"),
    ("trung", "tâm"), ("ban", "quản", "lý"), ("chi", "cục"), ("văn phòng",), ("phòng",), ("ban",),
    ("sở",), ("hội",), ("trường",), ("trạm",), ("đội",),
)  # fmt: skip
LEVELS: tuple[Words, ...] = (
    ("huyện",), ("quận",), ("thị", "xã"), ("thành", "phố"), ("xã",), ("phường",), ("đặc", "khu"),
)  # fmt: skip
GROUP_TAILS: tuple[Words, ...] = (
    ("trên", "địa", "bàn"), ("có", "liên", "quan"), ("liên", "quan"), ("trực", "thuộc", "ubnd"),
    ("thuộc", "ubnd"), ("trực", "thuộc"), ("thuộc",), ("cấp",), ("của",),
)  # fmt: skip


def plural_heads(words: list[Word], index: int) -> tuple[list[Words], int]:
    """Return the kinds of body said in the plural at ``index``, and where that ends."""
    body: Words = ("ubnd",) if words[index].key == "ubnd" else ()
    position = index + len(body)
    determiner = prefix_length(keys_of(words, position, 3), DETERMINERS)
    if not determiner:
        return [], index
    position += determiner
    heads: list[Words] = [body] if body else []
    kinds = COMMUNES if body else HEADS
    while length := prefix_length(keys_of(words, position, 3), kinds):
        heads.append((*body, *keys_of(words, position, length)))
        position += length
        more = position + 1
        follows = keys_of(words, position, 1) in ((COMMA,), ("và",))
        if not (body and follows and prefix_length(keys_of(words, more, 3), kinds)):
            break
        position = more
    return (heads, position) if len(heads) > bool(body) else ([], index)
