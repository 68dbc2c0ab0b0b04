"""Where a passage stands in its paper, as an officer would name it: "II.1.a), gạch 2"."""

from cchc_desktop.domain.plan_text import DEEPEST_RANK, PassageKind, TextPart

_COUNTED = {
    PassageKind.BASIS: "căn cứ",
    PassageKind.DASH: "gạch",
    PassageKind.PLUS: "dấu cộng",
    PassageKind.TEXT: "đoạn",
    PassageKind.TABLE: "bảng",
}
"""Passages without a number are counted below the heading they belong to."""


def passage_places(part: TextPart) -> tuple[str, ...]:
    """Return the place of every passage of a part, in order."""
    numbers = [""] * (DEEPEST_RANK + 1)
    counts: dict[tuple[str, PassageKind], int] = {}
    places = []
    for passage in part.passages:
        rank = passage.kind.rank
        above = _path(numbers, rank or passage.level + 1)
        name = _COUNTED.get(passage.kind)
        if name is None:
            numbers[rank] = passage.number.strip().rstrip(".")
            own = _path(numbers, rank + 1)
        else:
            count = counts.get((above, passage.kind), 0) + 1
            counts[above, passage.kind] = count
            own = f"{name} {count}"
            if rank:
                numbers[rank] = own
            own = f"{above}, {own}" if above else own
        if rank:
            numbers[rank + 1 :] = [""] * (DEEPEST_RANK - rank)
        places.append(own)
    return tuple(places)


def _path(numbers: list[str], below: int) -> str:
    """Return the numbers above a rank in one; "1.1" already says that it is of "1"."""
    path = ""
    for rank in range(1, below):
        number = numbers[rank]
        if not number:
            continue
        above = number.rpartition(".")[0]
        if above and f".{path}".endswith(f".{above}"):
            # A number such as "2.1" repeats the one above it.
            path = path.removesuffix(above).rstrip(".")
        if rank > PassageKind.POINT.rank and path:
            path += f", {number}"
        else:
            path += f".{number}" if path else number
    return path
