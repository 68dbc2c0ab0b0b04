"""A task, a passage or a sentence that begins with a small letter.

Example: "kiểm tra đột xuất tại các xã", "… đúng hạn. báo cáo kết quả".
Source: Nghị định 30/2020/NĐ-CP, Phụ lục II, mục I.
"""

from collections.abc import Iterator

from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.checks.check import Check, Hit, cell_hit
from cchc_desktop.domain.checks.context import Cell, CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.checks.letters import pattern
from cchc_desktop.domain.checks.sentence_ends import is_finished

_FIRST = pattern(r"\A[{L}]+\b")
_AFTER_STOP = pattern(r"(?<=[{L}]{3}\. )[{L}]+\b")
# A product may be a plain list of nouns; what is to be done is a sentence.
_SENTENCES = (AnnexColumn.CONTENT,)


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield the words that should begin with a capital."""
    for cell in context.cells:
        if cell.field in _SENTENCES or (cell.is_prose and not _goes_on(cell)):
            for words in (_FIRST, _AFTER_STOP):
                for match in words.finditer(cell.text):
                    yield cell_hit(cell, match.span())


def _goes_on(cell: Cell) -> bool:
    """Tell whether the passage goes on from the one above: points of one sentence, or a cut."""
    node = cell.node
    if node is None or node.place == 0:
        return False
    before = node.part.passages[node.place - 1].text.text.rstrip()
    return before.endswith((":", ";", ",")) or not is_finished(before)


CHECK = Check(
    "sentence_capitals", FindingSeverity.HINT, "Nghị định 30/2020/NĐ-CP, Phụ lục II, mục I", find
)
