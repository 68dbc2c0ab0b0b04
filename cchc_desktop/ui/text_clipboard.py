"""Passages on the clipboard: what copying puts there and what pasting finds."""

import json
from collections.abc import Sequence
from dataclasses import replace
from html import escape

from PySide6.QtCore import QMimeData

from cchc_desktop.domain.plan_text import Passage, PassageKind, TextTable
from cchc_desktop.domain.report_text import LiveText
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.ui.text_editing import Spot

PASSAGES_MIME = "application/x-cchc-passages"


def clipboard_data(passages: Sequence[Passage], *, is_inline: bool) -> QMimeData:
    """Return passages as Word and other programs take them, with their numbers.

    Args:
        passages: Numbered as they are to be read.
        is_inline: Whether it is but words of one passage, to be pasted into another.
    """
    data = QMimeData()
    data.setText("\n".join(_plain(passage, is_inline=is_inline) for passage in passages))
    body = "".join(_html(passage, is_inline=is_inline) for passage in passages)
    data.setHtml(f"<html><head><meta charset='utf-8'></head><body>{body}</body></html>")
    written = {"inline": is_inline, "passages": [_packed(passage) for passage in passages]}
    data.setData(PASSAGES_MIME, json.dumps(written, ensure_ascii=False).encode())
    return data


def between(every: Sequence[Passage], left: Spot, right: Spot) -> tuple[tuple[Passage, ...], bool]:
    """Return what stands between two spots, and whether it is words of one passage only."""
    first, last = every[left.place], every[right.place]
    if left.place == right.place and first.kind is not PassageKind.TABLE:
        words = first.text.sliced(left.offset, right.offset)
        is_whole = words == first.text and first.is_heading
        return (Passage(first.kind, words, first.level, number=first.number),), not is_whole
    chosen = list(every[left.place : right.place + 1])
    if right.place > left.place and not right.offset and last.table is None:
        chosen.pop()
    elif last.table is None:
        chosen[-1] = replace(last, text=last.text.sliced(0, right.offset))
    if left.offset and first.table is None:
        words = chosen[0].text.sliced(left.offset, len(chosen[0].text.text))
        level = first.kind.rank or first.level
        chosen[0] = Passage(PassageKind.TEXT, words, level)
    return tuple(chosen), False


def own_passages(data: QMimeData) -> tuple[tuple[Passage, ...], bool] | None:
    """Return what this program copied, and whether it is inline; None if it is another's."""
    if not data.hasFormat(PASSAGES_MIME):
        return None
    try:
        written = json.loads(bytes(data.data(PASSAGES_MIME).data()))
        return tuple(_unpacked(one) for one in written["passages"]), bool(written["inline"])
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def _packed(passage: Passage) -> dict[str, object]:
    table = passage.table
    return {
        "kind": passage.kind.value,
        "level": passage.level,
        "own": passage.own_number,
        "text": passage.text.markup,
        "rows": [[cell.markup for cell in row] for row in table.rows] if table else None,
        "header_rows": table.header_rows if table else 0,
    }


def _unpacked(written: dict[str, object]) -> Passage:
    rows = written["rows"]
    table = None
    if isinstance(rows, list):
        cells = tuple(tuple(RichText.from_markup(cell) for cell in row) for row in rows)
        table = TextTable(cells, int(str(written["header_rows"])))
    return Passage(
        kind=PassageKind(str(written["kind"])),
        text=LiveText.from_markup(str(written["text"])),
        level=int(str(written["level"])),
        own_number=str(written["own"]),
        table=table,
    )


def _plain(passage: Passage, *, is_inline: bool) -> str:
    if passage.table is not None:
        return "\n".join("\t".join(_line(cell) for cell in row) for row in passage.table.rows)
    return passage.text.text if is_inline else passage.printed


def _line(cell: RichText) -> str:
    return cell.text.replace("\n", " ")


def _html(passage: Passage, *, is_inline: bool) -> str:
    if passage.table is not None:
        rows = "".join(
            "<tr>" + "".join(f"<td>{_styled(cell)}</td>" for cell in row) + "</tr>"
            for row in passage.table.rows
        )
        return f"<table border='1' cellspacing='0'>{rows}</table>"
    words = _styled(passage.text.words)
    if is_inline:
        return f"<span>{words}</span>"
    number = f"{escape(passage.number)} " if passage.number else ""
    whole = f"{number}{words}"
    if passage.kind is PassageKind.PART:
        whole = f"<b>{whole}</b>"
    if passage.kind is PassageKind.BASIS:
        whole = f"<i>{whole}</i>"
    return f"<p>{whole}</p>"


def _styled(text: RichText) -> str:
    parts = []
    for run in text.runs:
        words = escape(run.text, quote=False).replace("\n", "<br>")
        words = f"<i>{words}</i>" if run.italic else words
        parts.append(f"<b>{words}</b>" if run.bold else words)
    return "".join(parts)
