"""A periodic report as the data file keeps it: paragraphs, drafted and edited, in order."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import NewType

from cchc_desktop.domain.numbering import point_letter, roman
from cchc_desktop.domain.period import PeriodKey
from cchc_desktop.domain.progress import StoredFileId
from cchc_desktop.domain.report_text import LiveText

ReportId = NewType("ReportId", int)
ParagraphId = NewType("ParagraphId", int)
SentPaperId = NewType("SentPaperId", int)

TITLE = "title"
"""The code of the paragraph that is the report's subject line."""

OWN = "own."
"""How the codes of paragraphs begin that the officer added."""

LARGEST_LEVEL = 3


@dataclass(frozen=True, slots=True)
class ReportParagraph:
    """A heading or a stretch of text of a report ("đoạn của báo cáo").

    Attributes:
        code: Names it for good within its report: "direction.plan", "field.12.text".
        level: 1 to 3 for headings, 0 for text.
        text: What is printed; without the heading's number, which follows from the order.
        drafted: What the program had drafted when ``text`` was drafted, edited or kept.
        is_edited: Whether the words are the officer's.  Such words never change by
            themselves.
        number: Of a heading, as printed: "I.", "2.", "a)".
        id: None while it is not in the data file.
    """

    code: str
    level: int
    text: LiveText
    drafted: LiveText
    is_edited: bool = False
    number: str = ""
    id: ParagraphId | None = None

    @property
    def is_own(self) -> bool:
        """Whether the officer added it."""
        return self.code.startswith(OWN)

    @property
    def is_removed(self) -> bool:
        """Whether the officer took it out; it stays known, so that it is not drafted anew."""
        return self.is_edited and not self.text

    @property
    def printed(self) -> str:
        """The words with the heading's number before them."""
        return f"{self.number} {self.text.text}" if self.number else self.text.text


@dataclass(frozen=True)
class Report:
    """A report on one period ("báo cáo định kỳ").

    Attributes:
        guidance: The document that asks for it, cited in the first sentence.
        recipient: Whom the last sentence sends it to.
        every_paragraph: In order, those taken out among them.
        id: None while it is not in the data file.
    """

    key: PeriodKey
    guidance: str
    recipient: str
    every_paragraph: tuple[ReportParagraph, ...]
    id: ReportId | None = None

    @property
    def paragraphs(self) -> tuple[ReportParagraph, ...]:
        """What is printed, headings with their numbers, the title first."""
        shown = [p for p in self.every_paragraph if not p.is_removed and p.text]
        return tuple(_numbered(shown))

    @property
    def removed(self) -> tuple[ReportParagraph, ...]:
        """What the officer took out."""
        return tuple(p for p in self.every_paragraph if p.is_removed)

    @property
    def title(self) -> str:
        """The subject line."""
        return next((p.text.text for p in self.every_paragraph if p.code == TITLE), "")

    def find(self, code: str) -> ReportParagraph | None:
        """Return the paragraph of a code, or None."""
        return next((p for p in self.every_paragraph if p.code == code), None)


def _numbered(paragraphs: list[ReportParagraph]) -> Iterator[ReportParagraph]:
    counts = [0] * (LARGEST_LEVEL + 1)
    for paragraph in paragraphs:
        if not paragraph.level:
            yield paragraph
            continue
        counts[paragraph.level] += 1
        counts[paragraph.level + 1 :] = [0] * (LARGEST_LEVEL - paragraph.level)
        yield replace(paragraph, number=_number(paragraph.level, counts[paragraph.level]))


def _number(level: int, position: int) -> str:
    """Return a heading's number: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6.c."""
    match level:
        case 1:
            return f"{roman(position)}."
        case 2:
            return f"{position}."
        case _:
            return f"{point_letter(position)})"


@dataclass(frozen=True, slots=True)
class SentPaper:
    """A paper as it was sent ("văn bản đã gửi"); it never changes.

    Attributes:
        form: The id of its form, such as "report".
        number: The register number.
        symbol: What stands after the stroke: "BC-UBND".
        signer: Who signed it.
        recipient: Whom it was sent to.
        file_name: The name of the PDF.
        fingerprint: The SHA-256 of the PDF.
        size: Its length in bytes.
    """

    id: SentPaperId
    key: PeriodKey
    form: str
    number: str
    symbol: str
    sent_on: date
    signer: str
    recipient: str
    file_name: str
    file_id: StoredFileId
    fingerprint: str
    size: int
