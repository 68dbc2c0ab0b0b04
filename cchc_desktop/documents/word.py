"""A document as .docx, to be edited: the same page, with a real table and real styles."""

from datetime import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.shared import Pt

from cchc_desktop.documents import word_xml as xml
from cchc_desktop.documents.atomic_file import replacing
from cchc_desktop.documents.blocks import (
    Addressee,
    Block,
    BodyHeading,
    BodyText,
    Chart,
    Document,
    Heading,
    Letterhead,
    OfficialHead,
    Paper,
    Paragraph,
    SignatureBlock,
    Table,
    Title,
)
from cchc_desktop.documents.rules import PARAGRAPH_GAP, RULE_SHARE
from cchc_desktop.documents.stamped_zip import StampedZip
from cchc_desktop.documents.times_metrics import text_width_mm
from cchc_desktop.documents.word_chart import chart_xml
from cchc_desktop.documents.word_head import (
    addressee_xml,
    letterhead_xml,
    official_head_xml,
    signature_xml,
    title_xml,
)
from cchc_desktop.documents.word_section import end_section, set_page
from cchc_desktop.documents.word_styles import define_styles
from cchc_desktop.documents.word_table import table_xml
from cchc_desktop.documents.word_text import stands_with_signature, text_xml


def write_word(document: Document, target: Path) -> None:
    """Write ``document`` to ``target``; an older file stays whole until this one is.

    Raises:
        TargetBusy: Another program has the target open.
        TargetDiskFull: There is no room.
        TargetNotWritable: The folder is missing or may not be written.
    """
    made = _Writer(document).write()
    with replacing(target) as stream, ZipFile(made) as source, StampedZip(stream, "w") as package:
        for part in source.infolist():
            package.writestr(part.filename, source.read(part))


class _Writer:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._word: WordDocument = docx.Document()
        self._width_mm = document.page.text_width_mm

    def write(self) -> BytesIO:
        """Return the finished package."""
        papers = self._document.papers
        define_styles(self._word, self._document)
        set_page(self._word.sections[0], papers[0].page)
        self._set_properties()
        for index, paper in enumerate(papers):
            if index:
                end_section(self._word, paper.page, goes_on=paper.goes_on)
            self._write_paper(paper, is_last=index == len(papers) - 1)
        made = BytesIO()
        self._word.save(made)
        return made

    def _write_paper(self, paper: Paper, *, is_last: bool) -> None:
        self._width_mm = paper.page.text_width_mm
        blocks = paper.blocks
        for index, block in enumerate(blocks):
            before = blocks[index - 1] if index else None
            is_signed = stands_with_signature(blocks, index)
            self._write_block(block, before, is_signed=is_signed)
        if not is_last or (blocks and isinstance(blocks[-1], Table | SignatureBlock | Chart)):
            # Word wants a paragraph after a table at the end, and one to end a section in;
            # this one takes no room.
            self._append(xml.paragraph("", "CchcRule"))

    def _write_block(self, block: Block, before: Block | None, *, is_signed: bool) -> None:
        width = self._width_mm
        match block:
            case Letterhead():
                self._append(*letterhead_xml(block, width))
            case OfficialHead():
                self._append(*official_head_xml(block, width))
            case Title():
                self._append(*title_xml(block, width))
            case Addressee():
                self._append(*addressee_xml(block, width))
            case Heading():
                self._heading(block)
            case Paragraph():
                self._paragraph(block)
            case BodyHeading():
                self._append(xml.paragraph(xml.run(block.text), f"CchcHeading{block.level}"))
            case BodyText():
                self._append(text_xml(block, is_kept=is_signed))
            case Chart():
                self._append(*chart_xml(block, width))
            case Table():
                if isinstance(before, BodyHeading | BodyText):
                    self._append(xml.paragraph("", "CchcRule", "<w:keepNext/>"))
                self._append(table_xml(block, keeps_end=is_signed))
            case SignatureBlock():
                self._append(*signature_xml(block, width))

    def _append(self, *elements: str) -> None:
        for element in elements:
            self._word.element.body.insert_element_before(
                parse_xml(xml.standalone(element)), "w:sectPr"
            )

    def _set_properties(self) -> None:
        about, properties = self._document.metadata, self._word.core_properties
        day = about.made_on
        moment = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - Word keeps no zone
        properties.title, properties.author = about.title[:255], about.author[:255]
        properties.last_modified_by, properties.language = about.author[:255], about.language
        properties.created = properties.modified = moment
        properties.comments = ""
        properties.revision = 1

    def _heading(self, heading: Heading) -> None:
        made = self._word.add_paragraph(heading.text, style=f"Heading {heading.level}")
        for run in made.runs:
            run.font.size = Pt(heading.size)

    def _paragraph(self, paragraph: Paragraph) -> None:
        size = paragraph.size
        content = "".join(
            xml.run(run.text, bold=run.bold, italic=run.italic, size=size)
            for run in paragraph.text.runs
        )
        gap = f'<w:spacing w:after="{round(PARAGRAPH_GAP * 20)}"/>' if paragraph.has_gap else ""
        self._append(xml.paragraph(content, "Normal", gap + xml.aligned(paragraph.align)))
        if paragraph.has_rule:
            length = min(text_width_mm(paragraph.text.text, paragraph.size), self._width_mm)
            self._append(xml.rule(self._width_mm, length * RULE_SHARE))
