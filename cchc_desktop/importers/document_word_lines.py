"""Brings a Word document into lines and tables, in order, with notes and numbers."""

from dataclasses import replace

from cchc_desktop.domain.problem import Place, Problem, Severity
from cchc_desktop.importers.document_lines import DocumentCleaner, RawLine, SourceDocument
from cchc_desktop.importers.document_text_lines import check_length
from cchc_desktop.importers.problem_codes import DocumentProblem, ProblemCode
from cchc_desktop.importers.raw_table import RawRun, RawTable
from cchc_desktop.importers.source_guard import GuardedSource
from cchc_desktop.importers.word_reader import WordDocument, WordParagraph
from cchc_desktop.importers.zip_package import Package


def word_document(source: GuardedSource) -> SourceDocument:
    """Return the paragraphs and tables of a Word file; page heads and feet are only said."""
    document = WordDocument(Package(source.name, source.data))
    blocks: list[RawLine | tuple[int, RawTable]] = []
    problems: list[Problem] = []
    is_blank = False
    for block in document.blocks():
        if not isinstance(block, WordParagraph):
            blocks.append(block)
            is_blank = False
            continue
        check_length(source.name, ["".join(run.text for run in block.runs)])
        runs = _with_notes(block, problems)
        if any(run.text.strip() for run in runs):
            blocks.append(RawLine(block.number, runs, is_blank, block.is_centred))
            is_blank = False
        else:
            is_blank = True
    problems += (
        Problem(DocumentProblem.PAGE_HEAD_LEFT_OUT, Severity.NOTICE, Place(source.name, ""), words)
        for words in document.running_heads()
        if not words.isdecimal()
    )
    return DocumentCleaner(source.name).clean(blocks, problems)


def _with_notes(paragraph: WordParagraph, problems: list[Problem]) -> tuple[RawRun, ...]:
    """Return a paragraph with its footnotes in brackets at its end."""
    runs = list(paragraph.runs)
    for problem in paragraph.problems:
        if problem.code == ProblemCode.FOOTNOTE_LEFT_OUT:
            runs.append(RawRun(f" (Chú thích: {problem.text})", italic=True))
            code, severity = DocumentProblem.FOOTNOTE_KEPT, Severity.CHECK
            problems.append(replace(problem, code=code.value, severity=severity))
        else:
            problems.append(problem)
    return tuple(runs)
