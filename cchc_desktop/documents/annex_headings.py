"""What stands above the table of an annex: its number, its title, and whose annex it is."""

from collections.abc import Iterator
from dataclasses import replace

from cchc_desktop.documents.blocks import Align, Block, Heading, Paragraph
from cchc_desktop.documents.form import FormDescription
from cchc_desktop.documents.official_wording import attachment_line
from cchc_desktop.documents.paper_parts import balanced
from cchc_desktop.domain.plan import ParentDocument
from cchc_desktop.domain.rich_text import RichText, Run


def annex_headings(
    number: str, title: str, parent: ParentDocument, issuer: str, form: FormDescription
) -> Iterator[Block]:
    """Yield the headings of an annex.

    Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục III.1: the word "Phụ lục" with its
    number, the title, and the document that it is attached to.

    Args:
        number: Its number among the annexes of the document, or "" for the only one.
        title: Its title, in any letters; "" leaves the line out.
        parent: The document that it is attached to.
        issuer: Whose document that is.
        form: How the paper looks.
    """
    wording, sizes = form.wording, form.sizes
    label = wording.numbered_annex_label.format(number=number) if number else wording.annex_label
    yield Heading(label, sizes.annex_label, level=1)
    if title:
        yield Heading(title.upper(), sizes.annex_title, level=2)
    attached = attachment_line(wording.attachment, parent, issuer)
    if not form.page.is_landscape:
        attached = balanced(attached, form.page.text_width_mm, sizes.attachment)
    line = RichText((Run(attached, italic=True),))
    yield Paragraph(line, sizes.attachment, Align.CENTER, has_rule=True)


def without_number(parent: ParentDocument) -> ParentDocument:
    """Return the document as it is before the document system gives it number and day."""
    return replace(parent, number="", issued_on=None)
