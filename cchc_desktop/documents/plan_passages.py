"""The passages of a plan's text as paragraphs: numbers, headings, points, dashes and tables.

Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6: grounds in italics, headings bold,
points and what is below them upright; the officer's own bold and italic words are kept.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from cchc_desktop.documents.blocks import Align, Block, BodyText
from cchc_desktop.documents.form import FormDescription
from cchc_desktop.documents.official_paper import bases, closed, paragraphs
from cchc_desktop.documents.text_table import text_table
from cchc_desktop.domain.plan_text import Passage, PassageKind, belongs
from cchc_desktop.domain.rich_text import RichText, Run
from cchc_desktop.domain.vietnamese import nfc, one_line

_NO_BREAK = "\u00a0"
_LONGEST_TITLE = 160
"""A heading of more characters is a sentence and no title: it is not printed bold."""
_LONGEST_BEFORE_COLON = 80
"""So is one of which more stands before the colon that goes on: "… thuộc lĩnh vực: Đầu tư"."""
_TITLED = frozenset({
    PassageKind.ARTICLE, PassageKind.ITEM, PassageKind.SUBITEM, PassageKind.MINOR,
})  # fmt: skip


def passage_blocks(
    passages: Sequence[Passage], form: FormDescription, width_mm: float
) -> Iterator[Block]:
    """Yield the passages in their order, every word and number of them.

    Args:
        passages: Numbered.
        form: How the paper looks.
        width_mm: How wide a table may be.
    """
    size = form.sizes.body
    grounds: list[str] = []
    for index, passage in enumerate(passages):
        if passage.kind is PassageKind.BASIS:
            grounds.append(passage.text.text)
            continue
        yield from bases(tuple(grounds), size)
        grounds.clear()
        if passage.kind is PassageKind.TABLE:
            table = text_table(passage.table, width_mm, form) if passage.table else None
            if table:
                yield table
            continue
        after = passages[index + 1] if index + 1 < len(passages) else None
        yield from _paragraphs(passage, after, size)
    yield from bases(tuple(grounds), size)


def closed_once(blocks: Iterable[Block], form: FormDescription) -> list[Block]:
    """Return ``blocks`` with "./." at their end, unless the officer wrote it somewhere.

    It may stand before a last remark in brackets, such as one that names the annexes.
    """
    made = list(blocks)
    mark = form.wording.closing
    if any(isinstance(block, BodyText) and block.text.text.endswith(mark) for block in made):
        return made
    return closed(made, form)


def _paragraphs(passage: Passage, after: Passage | None, size: float) -> Iterator[BodyText]:
    """Yield a passage's lines, one paragraph each; the first has the number."""
    lines = [line for line in paragraphs(passage.text.words) if line.text.strip()]
    number = one_line(passage.number)
    if not lines and not number:
        return
    first = lines[0] if lines else RichText()
    heads = after is not None and passage.is_heading and belongs(after, passage.kind.rank)
    whole = len(first.text.rstrip())
    title = _title_length(passage.kind, first.text, heads=heads)
    made = [_numbered(number, _titled(passage.kind, first, title), passage.kind, title)]
    made += lines[1:]
    for position, text in enumerate(made):
        is_followed = after is not None or position < len(made) - 1
        yield BodyText(
            text,
            size,
            # Justified, the words of a title on two lines would stand far apart.
            align=Align.LEFT if title and title == whole and not position else Align.JUSTIFY,
            outline=passage.kind.rank if title and not position else 0,
            keeps_next=is_followed and (heads or text.text.endswith(":")),
        )


def _title_length(kind: PassageKind, words: str, *, heads: bool) -> int:
    """Return how many characters of a heading are its title; 0 for a mere sentence.

    A sentence after the first colon is none of it: "1. Phòng Nội vụ: Chủ trì …".
    """
    if kind is not PassageKind.PART and not (heads and kind in _TITLED):
        return 0
    before, colon, rest = words.partition(":")
    if rest.strip():
        length, most = len(before + colon), _LONGEST_BEFORE_COLON
    else:
        length, most = len(words.rstrip()), _LONGEST_TITLE
    is_sentence = kind is not PassageKind.PART and words[:length].endswith(";")
    return length if 0 < length <= most and not is_sentence else 0


def _titled(kind: PassageKind, text: RichText, length: int) -> RichText:
    """Return ``text`` with its title as the decree prints it.

    Where the officer styled something, his styles stand.
    """
    if not length:
        return text
    runs: list[Run] = []
    position = 0
    is_own = text.is_styled
    for run in text.runs:
        cut = max(min(length - position, len(run.text)), 0)
        title, rest = run.text[:cut], run.text[cut:]
        if kind is PassageKind.PART:
            title = title.upper()
        runs.append(Run(title, bold=run.bold or not is_own or kind is PassageKind.PART,
                        italic=run.italic))  # fmt: skip
        runs.append(replace(run, text=rest))
        position += len(run.text)
    return RichText(_joined(runs))


def _numbered(number: str, text: RichText, kind: PassageKind, title: int) -> RichText:
    """Return ``text`` after its number; no line break comes between them."""
    if not number:
        return text
    runs = text.runs
    first = runs[0] if runs else Run("")
    is_bold = kind is PassageKind.ARTICLE or (bool(runs) and all(run.bold for run in runs))
    is_italic = bool(runs) and all(run.italic for run in runs)
    if title or kind in _TITLED:
        is_bold = is_bold or first.bold
    mark = Run(nfc(number) + (_NO_BREAK if runs else ""), is_bold, is_italic)
    return RichText(_joined([mark, *runs]))


def _joined(runs: Sequence[Run]) -> tuple[Run, ...]:
    out: list[Run] = []
    for run in runs:
        if not run.text:
            continue
        if out and (out[-1].bold, out[-1].italic) == (run.bold, run.italic):
            out[-1] = replace(run, text=out[-1].text + run.text)
        else:
            out.append(run)
    return tuple(out)
