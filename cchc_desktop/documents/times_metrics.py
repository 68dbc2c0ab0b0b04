"""How long a line of bold Times is, where no font file is at hand.

The Word file names its font and leaves the measuring to Word; only the short lines under
the names in the letterhead need a length beforehand.
"""

import unicodedata

from reportlab.pdfbase.pdfmetrics import stringWidth

_PLAIN = str.maketrans("đĐơƠưƯ", "dDoOuU")


def text_width_mm(text: str, size: float, font: str = "Times-Bold") -> float:
    """Return the width of ``text`` in bold Times New Roman, within a few per cent.

    A letter with marks is as wide as the letter.  ``font`` may name another face of Times.
    """
    letters = unicodedata.normalize("NFD", text.translate(_PLAIN))
    plain = "".join(char for char in letters if not unicodedata.combining(char))
    return float(stringWidth(plain, font, size)) * 25.4 / 72
