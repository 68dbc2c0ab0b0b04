"""The title of a plan or of an annex speaks of another level of government than the office's.

Example: "Kết quả thực hiện các chỉ tiêu cải cách hành chính của tỉnh" over the annex of a
district's plan.  A unit with its name ("của tỉnh Sơn La") is another check's.
Source: practice; annexes are copied from the plan above.  The example is real.
"""

import re
from collections.abc import Iterator

from cchc_desktop.domain.checks.check import Check, Hit, cell_hit
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity, PlanDetail
from cchc_desktop.domain.checks.letters import pattern

_LEVELS = "tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu"
_OWN = re.compile(rf"\b({_LEVELS})\b", re.IGNORECASE)
_SAID = pattern(rf"(?i:\b(?:của|trên địa bàn|toàn) )((?i:{_LEVELS}))\b(?! [{{U}}])")


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield the levels in titles that are not the letterhead's."""
    own = _OWN.search(context.letterhead.name)
    if own is None:
        return
    for title in context.cells:
        if title.field not in (PlanDetail.TITLE, PlanDetail.TEXT_TITLE):
            continue
        for match in _SAID.finditer(title.text):
            if match[1].lower() != own[1].lower():
                yield cell_hit(title, match.span(1), right=own[1].lower())


CHECK = Check(
    "title_level",
    FindingSeverity.WARNING,
    "Thông lệ: tên phụ lục nói đúng cấp ban hành",
    find,
)
