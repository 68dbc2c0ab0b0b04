"""Character classes that regular expressions need for Vietnamese letters."""

import re

_LETTERS = [chr(code) for code in (*range(0xC0, 0x1B1), *range(0x1EA0, 0x1EFA))]
UPPER = "A-Z" + "".join(c for c in _LETTERS if c.isupper())
LOWER = "a-z" + "".join(c for c in _LETTERS if c.islower())
LETTER = UPPER + LOWER


def pattern(expression: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """Compile ``expression``, in which {U}, {L} and {A} stand for the classes above.

    They stand inside square brackets: "[{U}]".
    """
    for name, letters in (("{U}", UPPER), ("{L}", LOWER), ("{A}", LETTER)):
        expression = expression.replace(name, letters)
    return re.compile(expression, flags)
