"""A cited document that was replaced, or ended, before the plan's day.

Example: "Nghị định số 61/2018/NĐ-CP" in a plan of 2026, after Nghị định 118/2025/NĐ-CP.
Source: the office's register of documents and the list that ships with the program.
"""

from collections.abc import Iterator

from cchc_desktop.domain.checks.check import Check, Hit, cell_hit
from cchc_desktop.domain.checks.citations import citations
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.checks.register import CitedRegister
from cchc_desktop.domain.registered_document import RegisteredDocument


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield citations of documents that were no longer in force, with their successors."""
    registers = [CitedRegister(x) for x in (context.documents, context.known_documents) if x]
    if not registers:
        return
    for cell in context.cells:
        for cited in citations(cell.text):
            for register in registers:
                document = register.find(cited)
                if document is None:
                    continue
                if document.ended_on and document.ended_on < context.plan_day:
                    yield cell_hit(
                        cell,
                        cited.span,
                        name=document.short_citation,
                        last_day=f"{document.ended_on:%d/%m/%Y}",
                        successor=_name(_latest(register, document, context)),
                    )
                break


def _latest(
    register: CitedRegister, document: RegisteredDocument, context: CheckContext
) -> RegisteredDocument | None:
    """Return who replaces it on the plan's day, through several documents if need be."""
    seen = {document.id}
    following = register.get(document.replaced_by)
    while following is not None and following.id not in seen:
        if following.is_in_force_on(context.plan_day):
            return following
        seen.add(following.id)
        following = register.get(following.replaced_by)
    return None


def _name(document: RegisteredDocument | None) -> str:
    return document.short_citation if document else ""


CHECK = Check(
    "citation_replaced",
    FindingSeverity.WARNING,
    "Sổ văn bản: văn bản đã hết hiệu lực hoặc được thay thế",
    find,
)
