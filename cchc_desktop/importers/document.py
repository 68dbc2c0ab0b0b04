"""From a source document to the paper it holds: head, text, ending and annexes.

Nothing is written anywhere and nothing is dropped: every line of the source is in the draft
with what became of it.
"""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from cchc_desktop.domain.document_draft import DocumentDraft, LineChoice
from cchc_desktop.domain.errors import SourceEmpty, SourceIsTable
from cchc_desktop.domain.plan_text import Passage, TextPartKind
from cchc_desktop.domain.plan_text_numbering import numbered
from cchc_desktop.domain.problem import Place, Problem, Severity
from cchc_desktop.importers.document_building import DraftBuilder
from cchc_desktop.importers.document_lines import (
    DocumentCleaner,
    RawLine,
    SourceDocument,
    SourceTable,
)
from cchc_desktop.importers.document_outline import without_numbers
from cchc_desktop.importers.document_recognition import recognise
from cchc_desktop.importers.document_text_lines import check_length, text_document
from cchc_desktop.importers.headings import HeadingVocabulary
from cchc_desktop.importers.problem_codes import ProblemCode
from cchc_desktop.importers.raw_table import RawTable
from cchc_desktop.importers.source_guard import GuardedSource, SourceKind, open_source

_NO_CHOICES: Mapping[int, LineChoice] = {}


def read_document(
    path: Path,
    headings: HeadingVocabulary,
    choices: Mapping[int, LineChoice] = _NO_CHOICES,
) -> DocumentDraft:
    """Return the paper in the file, or raise a ``SourceRejected`` that says why there is none.

    Args:
        path: A .docx, a text file or a saved web page.
        headings: By which the task annex is known.
        choices: What the officer takes lines for, by ``DraftLine.line``.
    """
    source = open_source(path)
    document = _read_source(source)
    if not document.blocks:
        raise SourceEmpty(file=source.name)
    if not source.is_as_named:
        problem = Problem(
            ProblemCode.NAME_AND_CONTENT_DIFFER, Severity.NOTICE, Place(source.name, ""), "",
            {"expected": source.expected, "found": source.kind.value},
        )  # fmt: skip
        document = replace(document, problems=(problem, *document.problems))
    return recognise(document, headings, choices)


def read_pasted_passages(text: str, html: str | None) -> tuple[Passage, ...]:
    """Return a block pasted from Word as passages, with its outline, bold and italic.

    The usual numbers are left to the order of the text it is pasted into.

    Raises:
        SourceEmpty: The block has no words.
        SourceLineTooLong: A line is longer than any paragraph.
    """
    document = _html_document("", html) if html and html.strip() else None
    if document is None or not document.blocks:
        document = text_document("", text)
    if not document.blocks:
        raise SourceEmpty(file="")
    builder = DraftBuilder(document, _NO_CHOICES)
    part = builder.begin_part(TextPartKind.BODY)
    for block in document.blocks:
        if isinstance(block, SourceTable):
            builder.add_table(block)
        else:
            builder.add_line(block)
    return numbered(without_numbers(part.outline.passages()))


def _read_source(source: GuardedSource) -> SourceDocument:
    match source.kind:
        case SourceKind.WORD:
            from cchc_desktop.importers.document_word_lines import word_document

            return word_document(source)
        case SourceKind.WEB_PAGE:
            from cchc_desktop.importers.text_reader import decode

            return _html_document(source.name, decode(source.name, source.data))
        case SourceKind.TEXT:
            from cchc_desktop.importers.text_reader import decode

            return text_document(source.name, decode(source.name, source.data))
        case SourceKind.WORKBOOK | SourceKind.OLD_WORKBOOK:
            raise SourceIsTable(file=source.name)


def _html_document(file: str, html: str) -> SourceDocument:
    from cchc_desktop.importers.document_html_lines import html_blocks

    blocks: list[RawLine | tuple[int, RawTable]] = []
    for number, block in enumerate(html_blocks(file, html), 1):
        if isinstance(block, RawTable):
            blocks.append((number, block))
            continue
        runs, is_centred = block
        check_length(file, ["".join(run.text for run in runs)])
        blocks.append(RawLine(number, runs, is_centred=is_centred))
    return DocumentCleaner(file).clean(blocks)
