"""A document cited with another date than the register has.

Example: "Kế hoạch số 77/KH-UBND ngày 23/3/2021" where it is registered as of 22/3/2021.
Source: the office's register of documents; a number and symbol name one document of a year.
"""

from collections.abc import Iterator

from cchc_desktop.domain.checks.check import Check, Hit, cell_hit
from cchc_desktop.domain.checks.citations import citations
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.checks.register import CitedRegister


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield citations whose date is another day of the same year than registered."""
    registers = [CitedRegister(x) for x in (context.documents, context.known_documents) if x]
    for cell in context.cells if registers else ():
        for cited in citations(cell.text):
            if cited.issued_on is None:
                continue
            document = next((x for r in registers if (x := r.find(cited))), None)
            if document and document.issued_on and document.issued_on != cited.issued_on:
                right = f"{document.issued_on:%d/%m/%Y}"
                yield cell_hit(cell, cited.span, day=cited.day_words, right=right)


CHECK = Check(
    "citation_not_as_registered",
    FindingSeverity.ERROR,
    "Sổ văn bản: ngày ban hành của văn bản",
    find,
)
