"""The sections of a Word document: one for each paper, with its own page and page numbers."""

from copy import deepcopy

from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm

from cchc_desktop.documents import word_xml as xml
from cchc_desktop.documents.blocks import PageSetup


def set_page(section: Section, page: PageSetup) -> None:
    """Give the first section its page, and the header that numbers it from page 2."""
    set_size(section, page)
    section.orientation = WD_ORIENT.LANDSCAPE if page.is_landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(page.width_mm), Mm(page.height_mm)
    section.top_margin, section.bottom_margin = Mm(page.top_mm), Mm(page.bottom_mm)
    section.left_margin, section.right_margin = Mm(page.left_mm), Mm(page.right_mm)
    section.header_distance = Mm(page.page_number_mm)
    section.footer_distance = Mm(page.page_number_mm)
    section.different_first_page_header_footer = True
    header = section.header
    header.is_linked_to_previous = False
    number = header.paragraphs[0]
    number.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for fragment in (
        '<w:fldChar w:fldCharType="begin"/>',
        '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>2</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    ):
        number._p.append(  # noqa: SLF001 - python-docx has no call for fields
            parse_xml(f'<w:r xmlns:w="{xml.NAMESPACE}">{fragment}</w:r>')
        )


def end_section(word: WordDocument, page: PageSetup, *, goes_on: bool) -> None:
    """End the section in the last paragraph; what follows has its own page and numbers.

    Unless counting goes on, the numbers begin again at 1 and the first is hidden.
    """
    body = word.element.body
    following = body.sectPr
    ended = deepcopy(following)
    paragraph = body.findall(qn("w:p"))[-1]
    paragraph.get_or_add_pPr().append(ended)
    section = Section(following, word.part)
    set_size(section, page)
    section.different_first_page_header_footer = not goes_on
    for counting in following.findall(qn("w:pgNumType")):
        following.remove(counting)
    if not goes_on:
        following.insert_element_before(
            following.makeelement(qn("w:pgNumType"), {qn("w:start"): "1"}),
            "w:cols", "w:titlePg", "w:docGrid",
        )  # fmt: skip


def set_size(section: Section, page: PageSetup) -> None:
    """Give a section the sheet and the margins of ``page``."""
    section.orientation = WD_ORIENT.LANDSCAPE if page.is_landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(page.width_mm), Mm(page.height_mm)
    section.top_margin, section.bottom_margin = Mm(page.top_mm), Mm(page.bottom_mm)
    section.left_margin, section.right_margin = Mm(page.left_mm), Mm(page.right_mm)
    section.header_distance = Mm(page.page_number_mm)
    section.footer_distance = Mm(page.page_number_mm)
