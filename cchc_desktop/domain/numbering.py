"""Numbers as official documents write them: I, 1, a) in the Vietnamese alphabet.

Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.5: sections in Roman numbers,
clauses in Arabic, points by the letters of the Vietnamese alphabet ("a, b, c, d, đ, e …").
"""

import re

# Nghị định 30/2020 counts points by the plain letters; ă, â, ê, ô, ơ, ư are not used.
POINT_LETTERS = "abcdđeghiklmnopqrstuvxy"
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_ROMAN_FORM = re.compile(r"M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")


def roman(number: int) -> str:
    """Return ``number`` (from 1) in Roman numerals."""
    digits = []
    for value, symbol in _ROMAN:
        count, number = divmod(number, value)
        digits.append(symbol * count)
    return "".join(digits)


def parse_roman(text: str) -> int | None:
    """Return the value of a Roman numeral in capitals, or None."""
    if not text or not _ROMAN_FORM.fullmatch(text):
        return None
    values = {symbol: value for value, symbol in _ROMAN if len(symbol) == 1}
    total = 0
    for here, after in zip(text, [*text[1:], None], strict=True):
        value = values[here]
        total += -value if after is not None and values[after] > value else value
    return total


def point_letter(number: int) -> str:
    """Return the letter of point ``number`` (from 1): a to y, then aa, bb and so on."""
    repeat, index = divmod(number - 1, len(POINT_LETTERS))
    return POINT_LETTERS[index] * (repeat + 1)


def parse_point_letter(text: str) -> int | None:
    """Return which point the letters name (from 1), or None."""
    letters = text.lower()
    if not letters or len(set(letters)) != 1 or letters[0] not in POINT_LETTERS:
        return None
    return (len(letters) - 1) * len(POINT_LETTERS) + POINT_LETTERS.index(letters[0]) + 1
