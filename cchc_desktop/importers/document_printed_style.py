"""Takes off passages the bold and italic that the form gives them by itself.

Headings are printed bold and legal grounds in italics whatever the officer wrote (Nghị định
30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6), so that in a document they say nothing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from cchc_desktop.domain.plan_text import Passage, PassageKind, belongs
from cchc_desktop.domain.report_text import LiveText
from cchc_desktop.domain.rich_text import RichText, Run

_TITLED = frozenset({
    PassageKind.ARTICLE, PassageKind.ITEM, PassageKind.SUBITEM, PassageKind.MINOR,
})  # fmt: skip


def without_printed_style(passages: Sequence[Passage]) -> Iterator[Passage]:
    """Yield the passages without the styles that the form adds; the officer's own stay."""
    for index, passage in enumerate(passages):
        after = passages[index + 1] if index + 1 < len(passages) else None
        words = passage.text.words
        plain = _plain(passage.kind, words, heads=_heads(passage, after))
        yield passage if plain == words else replace(passage, text=LiveText(plain))


def _heads(passage: Passage, after: Passage | None) -> bool:
    """Tell whether something stands below a heading; a mere sentence is not printed bold."""
    return after is not None and belongs(after, passage.kind.rank)


def _plain(kind: PassageKind, words: RichText, *, heads: bool) -> RichText:
    if kind is PassageKind.BASIS:
        if not all(run.italic for run in words.runs):
            return words
        return RichText.from_runs(replace(run, italic=False) for run in words.runs)
    if kind is not PassageKind.PART and not (heads and kind in _TITLED):
        return words
    length = len(_bold_start(words))
    if not length or not _is_title(words.text, length):
        return words
    runs: list[Run] = []
    position = 0
    for run in words.runs:
        runs.append(replace(run, bold=run.bold and position >= length))
        position += len(run.text)
    return RichText.from_runs(runs)


def _bold_start(words: RichText) -> str:
    text = ""
    for run in words.runs:
        if not run.bold and run.text.strip():
            break
        text += run.text
    return text


def _is_title(text: str, length: int) -> bool:
    """Tell whether what is bold is all of it, or all up to the first colon and nothing more."""
    rest = text[length:].strip()
    before = text[:length].rstrip()
    is_up_to_colon = (
        (before.endswith(":") and ":" not in before[:-1])
        or (":" not in before and rest.startswith(":"))
    )  # fmt: skip
    return not rest or is_up_to_colon
