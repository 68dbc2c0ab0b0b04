"""A cited document whose number and symbol are not written as the decree has it.

Example: "Quyết định số 12QĐ-UBND" (no stroke), "số 12/QĐUBND" (no hyphen), "số 12 / QĐ-UBND"
(spaces), "Quyết định số …/QĐ-UBND" (number not filled in).
Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.3.c: a stroke between number and
symbol, hyphens between the groups, no spaces.
"""

from cchc_desktop.domain.checks.check import Check, text_check
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.checks.letters import pattern
from cchc_desktop.domain.text_finding import Span

_KINDS = "NQ|QĐ|CT|KH|BC|TB|TTr|NĐ|TT|HD|CV|CTr|QC|KL|ĐA"
_BODIES = "UBND|HĐND|CP|TTg|BNV|BTP|BTC|BTTTT|BKHĐT|TW|TU|HU|SNV|STP|STC|VPCP|BCĐ|VP"
_MALFORMED = pattern(
    rf"\b[Ss]ố:? *\d{{1,5}} *(?:{_KINDS}) *[-–/] *(?:{_BODIES})\b"
    rf"|\b[Ss]ố:? *\d{{1,5}}(?:/20\d\d)?/(?:{_KINDS})(?:{_BODIES})\b"
    rf"|\b[Ss]ố:? *\d{{1,5}}(?:/20\d\d)?/(?:{_KINDS}) +(?:{_BODIES})\b"
    rf"|\b[Ss]ố:? *\d{{1,5}}(?:/20\d\d)?(?: +/ *|/ +)(?:{_KINDS})[-–](?:{_BODIES})\b"
    rf"|\b[Ss]ố:? *\d{{1,5}}(?:/20\d\d)?/(?:{_KINDS})(?: +[-–] *|[-–] +)(?:{_BODIES})\b"
    rf"|\b[Ss]ố:? *[….]*[….\s]/(?:{_KINDS})[-–](?:{_BODIES})\b"
)


def spans(text: str) -> tuple[Span, ...]:
    """Return the numbers and symbols that are not well formed."""
    return tuple(match.span() for match in _MALFORMED.finditer(text))


CHECK = Check(
    "citation_malformed",
    FindingSeverity.ERROR,
    "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.3.c",
    text_check(spans),
)
