"""Tells whether a word is built like a Vietnamese syllable.

Used to judge which encoding a text is in: read in the right one, nearly every word is
a syllable; read in a wrong one, hardly any is.
"""

import re
import unicodedata
from functools import lru_cache

_ONSET = "ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnpqrstvx]"
_OPEN = (
    "uyê|uya|uyu|uây|uôi|ươi|ươu|iêu|yêu|oai|oao|oay|oeo|uai|uao|uau|uay|"
    "ia|ya|ua|ưa|oa|oe|uê|uy|uơ|uâ|ai|ao|au|ay|âu|ây|eo|êu|iu|oi|ôi|ơi|ui|ưi|ưu|"
    "[aeêioôơuưy]"
)
_CLOSED = (
    "uyê|iê|yê|uô|ươ|oa|oă|oe|ua|uă|uâ|uê|uy|oo|[aăâeêioôơuưy]"
)  # fmt: skip
_SYLLABLE = re.compile(f"(?:{_ONSET})?(?:(?:{_CLOSED})(?:ng|nh|ch|[cmnpt])|(?:{_OPEN}))")
_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
_ONLY_UNICODE = re.compile("[\u1ea0-\u1ef9\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169"
                           "\u01a0\u01a1\u01af\u01b0\u0300\u0301\u0303\u0309\u0323]")  # fmt: skip


@lru_cache(maxsize=16384)
def is_syllable(word: str) -> bool:
    """Tell whether ``word`` is built like one Vietnamese syllable with at most one tone."""
    decomposed = unicodedata.normalize("NFD", word.casefold())
    toneless = decomposed.translate(_TONES)
    if len(decomposed) - len(toneless) > 1:
        return False
    return _SYLLABLE.fullmatch(unicodedata.normalize("NFC", toneless)) is not None


def is_unicode_vietnamese(text: str) -> bool:
    """Tell whether ``text`` holds letters that only Unicode Vietnamese has."""
    return _ONLY_UNICODE.search(text) is not None
