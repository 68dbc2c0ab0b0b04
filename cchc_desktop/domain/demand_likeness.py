"""Which tasks and passages of a plan may answer a demand, by the words they share.

Words that every line of a plan holds ("cải cách hành chính") weigh little, rare ones much; two
words in the same order weigh more than each alone.  A suggestion is only shown, never linked.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from cchc_desktop.domain.demand_coverage import CoverageAnswer
from cchc_desktop.domain.vietnamese import search_key

_WORD = re.compile(r"\w+")
_BAR = 0.24
_MOST = 8
_FEWEST_WORDS = 4
# Long forms and abbreviations mean the same; neither must cost likeness.
_SHORT = (
    ("tthc", "thủ tục hành chính"), ("cchc", "cải cách hành chính"),
    ("qppl", "quy phạm pháp luật"), ("cntt", "công nghệ thông tin"),
    ("ubnd", "ủy ban nhân dân"), ("cbccvc", "cán bộ công chức viên chức"),
    ("cqđt", "chính quyền điện tử"), ("dvc", "dịch vụ công"), ("dvctt", "dịch vụ công trực tuyến"),
)  # fmt: skip
_EMPTY = frozenset(
    _WORD.findall(
        "và các của về trong theo cho với được có là từ trên tại việc thực hiện công tác những một "
        "đến năm giai đoạn tiếp tục tăng cường nâng cao đẩy mạnh triển khai huyện tỉnh xã thị trấn "
        "địa bàn quy định cơ quan đơn vị"
    )
)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something of a plan that may answer a demand ("gợi ý đáp ứng").

    Attributes:
        likeness: From 0 to 1.
    """

    answer: CoverageAnswer
    likeness: float


def suggest(words: str, candidates: Iterable[CoverageAnswer]) -> tuple[Suggestion, ...]:
    """Return the candidates most like ``words``, the best first; none that are not like it."""
    features = [(item, _features(item.text)) for item in candidates]
    # "Phòng Giáo dục và Đào tạo:" only leads to what is said below it.
    features = [
        (item, found)
        for item, found in features
        if len(found) >= _FEWEST_WORDS and not item.text.endswith(":")
    ]
    wanted = _features(words)
    if not features or not wanted:
        return ()
    spread = Counter(feature for _, found in features for feature in found)
    weights = {f: math.log(1 + (len(features) + 1) / (spread[f] + 0.5)) for f in spread}
    rare = math.log(1 + (len(features) + 1) / 0.5)
    wanted_weight = sum(weights.get(f, rare) for f in wanted)
    found_all = []
    for item, found in features:
        shared = sum(weights[f] for f in found & wanted)
        own = sum(weights[f] for f in found)
        # A short task inside a long demand is as good an answer as the other way round.
        likeness = shared / math.sqrt(own * wanted_weight)
        if likeness >= _BAR:
            found_all.append(Suggestion(item, round(likeness, 3)))
    return tuple(sorted(found_all, key=lambda s: -s.likeness)[:_MOST])


# The same tasks and passages are weighed for one demand after the other.
@lru_cache(maxsize=4096)
def _features(text: str) -> frozenset[str]:
    key = search_key(text)
    for short, full in _SHORT:
        key = re.sub(rf"\b{short}\b", full, key)
    words = [word for word in _WORD.findall(key) if not word.isdecimal()]
    pairs = {
        f"{first} {second}"
        for first, second in pairwise(words)
        if not (first in _EMPTY and second in _EMPTY)
    }
    return frozenset(pairs | {word for word in words if word not in _EMPTY})
