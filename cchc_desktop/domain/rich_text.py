"""The wording of one cell: text with bold and italic phrases, and line breaks.

Kept in the data file and passed around as a small markup (``<b>``, ``<i>``, with
``& < >`` escaped) that only this module reads and writes.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape, unescape

from cchc_desktop.domain.vietnamese import tidy

_TAG = re.compile(r"<(/?)([bi])>")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style ("đoạn chữ cùng kiểu")."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class RichText:
    """The wording of one cell ("nội dung ô"), tidied, in NFC, with its bold and italic.

    Equal wordings in equal styles compare equal: neighbouring runs of one style
    are joined and empty runs dropped.
    """

    runs: tuple[Run, ...] = ()

    @classmethod
    def plain(cls, text: str) -> "RichText":
        """Return ``text`` tidied, without styles."""
        return cls.from_runs((Run(text),))

    @classmethod
    def from_runs(cls, runs: Iterable[Run]) -> "RichText":
        """Return the runs joined where styles agree, and tidied as one text."""
        return cls(_tidy_runs(list(runs)))

    @classmethod
    def from_markup(cls, markup: str) -> "RichText":
        """Read what ``markup`` wrote.  Unknown tags count as text."""
        if "<" not in markup and "&" not in markup:
            return cls((Run(markup),)) if markup else EMPTY
        runs: list[Run] = []
        bold = italic = 0
        position = 0
        for tag in _TAG.finditer(markup):
            runs.append(Run(unescape(markup[position : tag.start()]), bold > 0, italic > 0))
            step = -1 if tag[1] else 1
            if tag[2] == "b":
                bold += step
            else:
                italic += step
            position = tag.end()
        runs.append(Run(unescape(markup[position:]), bold > 0, italic > 0))
        return cls.from_runs(runs)

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(run.text for run in self.runs)

    @property
    def markup(self) -> str:
        """The words with ``<b>`` and ``<i>``, as the data file keeps them."""
        return "".join(_run_markup(run) for run in self.runs)

    @property
    def is_styled(self) -> bool:
        """Whether any phrase is bold or italic."""
        return any(run.bold or run.italic for run in self.runs)

    def __bool__(self) -> bool:
        return bool(self.runs)

    def joined(self, other: "RichText", separator: str) -> "RichText":
        """Return this text, ``separator`` and ``other``; an empty side adds nothing."""
        if not self or not other:
            return self or other
        return RichText.from_runs((*self.runs, Run(separator), *other.runs))


EMPTY = RichText()


def _run_markup(run: Run) -> str:
    text = escape(run.text, quote=False)
    if run.italic:
        text = f"<i>{text}</i>"
    return f"<b>{text}</b>" if run.bold else text


def _tidy_runs(runs: list[Run]) -> tuple[Run, ...]:
    """Tidy the whole text and give each surviving character back its style."""
    if len(runs) == 1:
        text = tidy(runs[0].text)
        return (Run(text, runs[0].bold, runs[0].italic),) if text else ()
    raw = "".join(run.text for run in runs)
    tidied = tidy(raw)
    if not tidied:
        return ()
    pieces = [Run(tidy_keeping_ends(run.text), run.bold, run.italic) for run in runs]
    merged: list[Run] = []
    for piece in pieces:
        text = piece.text
        if merged and merged[-1].text[-1:].isspace() and text[:1].isspace():
            text = _join_space(merged, text)
        if not text:
            continue
        if merged and (merged[-1].bold, merged[-1].italic) == (piece.bold, piece.italic):
            merged[-1] = Run(merged[-1].text + text, piece.bold, piece.italic)
        else:
            merged.append(Run(text, piece.bold, piece.italic))
    if "".join(run.text for run in merged).strip() != tidied:
        # A combining mark that stands at the start of a run belongs to the letter before it.
        return _restyle(runs, tidied)
    return _strip_ends(merged)


def _join_space(merged: list[Run], text: str) -> str:
    """Let one white-space character stand between two runs: a line break wins."""
    if text[0] == "\n" and merged[-1].text[-1] != "\n":
        last = merged[-1]
        merged[-1] = Run(last.text[:-1] + "\n", last.bold, last.italic)
    return text[1:]


def tidy_keeping_ends(text: str) -> str:
    """Tidy ``text`` but keep one white-space character at an end that had some."""
    marked = tidy(f"\u00b6{text}\u00b6")
    return marked[1:-1]


def _restyle(runs: list[Run], tidied: str) -> tuple[Run, ...]:
    """Spread the styles over ``tidied`` by the share of visible characters."""
    styles = [(run.bold, run.italic) for run in runs for c in run.text if not c.isspace()]
    visible = sum(not c.isspace() for c in tidied)
    out: list[Run] = []
    seen = 0
    for char in tidied:
        index = min(seen * len(styles) // max(visible, 1), len(styles) - 1)
        bold, italic = styles[index]
        seen += not char.isspace()
        if out and (out[-1].bold, out[-1].italic) == (bold, italic):
            out[-1] = Run(out[-1].text + char, bold, italic)
        else:
            out.append(Run(char, bold, italic))
    return tuple(out)


def _strip_ends(runs: list[Run]) -> tuple[Run, ...]:
    while runs and not runs[0].text.strip():
        runs.pop(0)
    while runs and not runs[-1].text.strip():
        runs.pop()
    if runs:
        runs[0] = Run(runs[0].text.lstrip(), runs[0].bold, runs[0].italic)
        runs[-1] = Run(runs[-1].text.rstrip(), runs[-1].bold, runs[-1].italic)
    return tuple(runs)
