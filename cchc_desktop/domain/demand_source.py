"""Tells whether a file is the document whose demands it is read for."""

from cchc_desktop.domain.document_draft import DraftHead
from cchc_desktop.domain.registered_document import RegisteredDocument, symbol_key


def other_symbol(head: DraftHead, document: RegisteredDocument) -> str:
    """Return the number and symbol ("số, ký hiệu") in a file's head where they are others.

    "" where they are those of ``document``, or where the head or the register has none.
    """
    if not head.number or not head.symbol or not document.symbol:
        return ""
    spellings = (f"{head.number}/{head.symbol}", f"{head.number}-{head.symbol}")
    if document.symbol_key in map(symbol_key, spellings):
        return ""
    return spellings["/" in head.symbol]
