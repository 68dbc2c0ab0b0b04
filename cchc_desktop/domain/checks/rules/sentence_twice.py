"""One item of the text written twice in one list, or nearly so.

Example: under one agency "6.5. Báo cáo tiến độ … về thường trực cải cách hành chính của tỉnh" and
"6.6. Báo cáo tiến độ … về cơ quan thường trực cải cách hành chính của huyện".  Equal items under
different agencies ("Báo cáo theo quy định") are none.
Source: practice; the example is real.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from cchc_desktop.domain.checks.check import Check, Hit, node_hit
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.checks.outline import OutlineNode, node_name
from cchc_desktop.domain.vietnamese import search_key

_WORD = re.compile(r"\w+")
# "quý I" and "quý II" are two things, as "10%" and "20%" are.
_NUMBER = re.compile(r"\d|[ivx]+$")
_FEWEST = 8
_LIKE = 0.88


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield items that stand above in the same list, and neighbours that differ by a word."""
    for tree in context.papers:
        for nodes in tree.lists():
            seen: dict[tuple[str, ...], OutlineNode] = {}
            for node in nodes:
                words = _words(node.text)
                if len(words) < _FEWEST:
                    continue
                other = seen.setdefault(words, node)
                if other is not node:
                    yield node_hit(node, other=node_name(other))
            for one, two in pairwise(nodes):
                if _words(one.text) != _words(two.text) and _are_alike(one.text, two.text):
                    yield node_hit(two, other=node_name(one))


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(search_key(text)))


def _are_alike(one: str, two: str) -> bool:
    """Tell whether two items of the same numbers share nearly all their words."""
    first, second = Counter(_words(one)), Counter(_words(two))
    longest = max(first.total(), second.total())
    if longest < 2 * _FEWEST:
        return False
    numbers = [{word for word in words if _NUMBER.match(word)} for words in (first, second)]
    return numbers[0] == numbers[1] and (first & second).total() / longest >= _LIKE


CHECK = Check("sentence_twice", FindingSeverity.WARNING, "Thông lệ: mỗi ý ghi một lần", find)
