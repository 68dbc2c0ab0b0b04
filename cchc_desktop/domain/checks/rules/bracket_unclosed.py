"""A bracket or quotation mark without its partner.

Example: "(lồng ghép nội dung kiểm tra các Bộ chỉ số", "Kế hoạch “Đo lường sự hài lòng".
Source: typists' rule.  The bracket of a list mark, "a)" or "(1)", is no defect.
"""

from cchc_desktop.domain.checks.check import Check, text_check
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.checks.letters import pattern
from cchc_desktop.domain.text_finding import Span

_PAIRS = {")": "(", "]": "[", "”": "“", "»": "«"}
_SIGN = pattern(r"[()\[\]“”«»\"]")
_LIST_MARK = pattern(r"(?:^|(?<=[\s;:,(]))(?:\d{1,2}|[{A}]|[ivxIVX]{1,4})\)")


def spans(text: str) -> tuple[Span, ...]:
    """Return the signs without a partner."""
    if not _SIGN.search(text):
        return ()
    marks = {match.end() - 1 for match in _LIST_MARK.finditer(text)}
    waiting: list[int] = []
    alone: list[int] = []
    for place, char in enumerate(text):
        if char in "([“«":
            waiting.append(place)
        elif char in _PAIRS:
            if waiting and text[waiting[-1]] == _PAIRS[char]:
                waiting.pop()
            elif place not in marks:
                alone.append(place)
    plain = [place for place, char in enumerate(text) if char == '"']
    # Typists close a curly quotation mark with a straight one; then the pair is whole.
    if len(plain) % 2:
        curly = [place for place in (*waiting, *alone) if text[place] in "“”"]
        if curly:
            waiting = [place for place in waiting if place != curly[0]]
            alone = [place for place in alone if place != curly[0]]
        else:
            alone.append(plain[-1])
    return tuple((place, place + 1) for place in sorted((*waiting, *alone)))


CHECK = Check(
    "bracket_unclosed",
    FindingSeverity.WARNING,
    "Quy tắc chính tả: mở ngoặc thì phải đóng ngoặc",
    text_check(spans),
)
