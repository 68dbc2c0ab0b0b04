"""Two tasks that differ by a slip, or by the order of words alone.

Example: "Kiểm tra công tác cải cách hành chính tại các xã" and "Kiểm tra cải cách hành chính công
tác tại các xã"; "… cải cách hành chính" and "… cải cách hanh chính".  Tasks that differ in a
number ("quý I", "quý II") or in a whole word are different tasks.
Source: practice.
"""

import re
from collections.abc import Iterator

from cchc_desktop.domain.checks.check import Check, Hit, row_hit
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.plan_rows import PlanRow, RowKind
from cchc_desktop.domain.vietnamese import comparison_key, fold

_WORD = re.compile(r"\w+")
# Fewer words are alike by chance.
_FEWEST = 6


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield tasks that have the words of one above, but not the very same wording."""
    seen: dict[tuple[str, ...], PlanRow] = {}
    for row in context.rows:
        if row.task is None or row.key.kind is not RowKind.TASK:
            continue
        text = row.task.content.text
        words = _WORD.findall(fold(text))
        if len(words) < _FEWEST:
            continue
        other = seen.setdefault(tuple(sorted(words)), row)
        if other is not row and other.task and not _same(other.task.content.text, text):
            yield row_hit(row, other=other.place_name)


def _same(first: str, second: str) -> bool:
    return comparison_key(first) == comparison_key(second)


CHECK = Check("task_nearly_twice", FindingSeverity.HINT, "Thông lệ: mỗi nhiệm vụ ghi một lần", find)
