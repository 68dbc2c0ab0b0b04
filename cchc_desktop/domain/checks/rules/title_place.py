"""The title of the plan or of its annex names another unit than the office's.

Example: "NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2024 CỦA HUYỆN BÁC ÁI" in the file of huyện Ninh Sơn.
Source: practice; titles are copied from a neighbour's plan.
"""

import re
from collections.abc import Iterator

from cchc_desktop.domain.checks.check import Check, Hit, cell_hit
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity, PlanDetail
from cchc_desktop.domain.vietnamese import search_key

_LEVELS = "tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu"
_UNIT = re.compile(
    rf"(?:của|huyện|tỉnh|ubnd|ủy ban nhân dân|địa bàn) (?P<unit>(?:{_LEVELS}) "
    r"(?P<name>[^\d,;().:\n-]+?))(?= năm \d| giai đoạn|[,\n]|$| ?\()"
)
_NO_NAME = re.compile(
    r"(?:trong|và|theo|được|cho|các|đến|về|có|liên quan|thực hiện|trên|thuộc|kèm|ban hành)\b"
)


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield a unit in the title that neither the letterhead nor the catalogue names."""
    letterhead = context.letterhead
    own = [letterhead.parent, letterhead.name, letterhead.place]
    own += [agency.name for agency in context.catalogue.agencies]
    known = f" {search_key(' / '.join(own))} "
    for title in context.cells:
        if title.field not in (PlanDetail.TITLE, PlanDetail.TEXT_TITLE):
            continue
        words = search_key(title.text)
        if len(words) != len(title.text):
            continue
        for match in _UNIT.finditer(words):
            if not _NO_NAME.match(match["name"]) and f" {match['name']} " not in known:
                yield cell_hit(title, match.span("unit"), name=letterhead.name)


CHECK = Check(
    "title_place", FindingSeverity.WARNING, "Thông lệ: tên phụ lục ghi đúng địa phương", find
)
