"""Plan texts for tests: written out short, and any that hypothesis can think of."""

from hypothesis import strategies as st

from cchc_desktop.domain.plan_text import (
    Passage,
    PassageKind,
    TextPart,
    TextPartKind,
    TextTable,
)
from cchc_desktop.domain.plan_text_numbering import numbered
from cchc_desktop.domain.report_text import LiveText
from cchc_desktop.domain.rich_text import RichText, Run

BASIS, ARTICLE, PART, ITEM, SUBITEM, MINOR, POINT, DASH, PLUS, TEXT, TABLE = PassageKind

_SYLLABLES = ("cải", "cách", "hành", "chính", "Ủy", "ban", "huyện", "đường", "100%", "2027", "QĐ")


def live(markup: str) -> LiveText:
    return LiveText(RichText.from_markup(markup))


def passage(kind: PassageKind, markup: str = "", level: int = 0, own: str = "") -> Passage:
    return Passage(kind, live(markup), level=kind.rank or level, own_number=own)


def table(*rows: tuple[str, ...], header_rows: int = 1, level: int = 0) -> Passage:
    cells = tuple(tuple(RichText.from_markup(cell) for cell in row) for row in rows)
    return Passage(TABLE, level=level, table=TextTable(cells, header_rows))


def part(
    *passages: Passage,
    kind: TextPartKind = TextPartKind.BODY,
    title: str = "Cải cách hành chính năm 2027",
    is_landscape: bool = False,
) -> TextPart:
    return TextPart(kind, live(title), numbered(passages), is_landscape)


def words_of(passages) -> str:
    """All words and numbers of the passages in their order, without spaces and capitals."""
    pieces = []
    for one in passages:
        pieces += [one.number, one.text.text]
        if one.table:
            pieces += [cell.text for row in one.table.rows for cell in row]
    return squeezed("".join(pieces))


def squeezed(text: str) -> str:
    """``text`` without what printing adds: spaces, line breaks, capitals, end marks."""
    return "".join(char for char in text.casefold() if not char.isspace() and char not in ".;,/")


_words = st.lists(st.sampled_from(_SYLLABLES), min_size=1, max_size=40).map(" ".join)
_runs = st.lists(st.builds(Run, _words, st.booleans(), st.booleans()), min_size=1, max_size=3)
_rich = st.one_of(
    _words.map(RichText.plain),
    _runs.map(lambda runs: RichText.from_runs(Run(r.text + " ", r.bold, r.italic) for r in runs)),
    st.lists(_words, min_size=2, max_size=3).map("\n".join).map(RichText.plain),
    st.tuples(_words, _words).map(": ".join).map(RichText.plain),
)
_rows = st.integers(1, 4).flatmap(
    lambda count: st.lists(
        st.lists(_words.map(RichText.plain), min_size=count, max_size=count).map(tuple),
        min_size=1,
        max_size=5,
    ).map(tuple)
)
_tables = st.builds(Passage, st.just(TABLE), table=st.builds(TextTable, _rows, st.integers(0, 3)))
_texts = st.builds(
    Passage,
    st.sampled_from((PART, ITEM, SUBITEM, MINOR, POINT, DASH, PLUS, TEXT)),
    _rich.map(LiveText),
    level=st.integers(0, 5),
)
random_passages = st.lists(st.one_of(_texts, _texts, _texts, _tables), max_size=25).map(numbered)
