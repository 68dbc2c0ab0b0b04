"""Counts the words of a document and of what was read of it, with nothing of the importer."""

import re
from collections import Counter

_TAGS = re.compile(r"</?(?:sub|sup|i|b|ul|li|br)\b[^>]*>")
_WORD = re.compile(r"\w+")
PRINTED_BY_THE_PROGRAM = {"nation", "motto", "stamp", "attachment", "type", "number", "place_day"}


def words(text):
    return Counter(_WORD.findall(_TAGS.sub("", text)))


def words_of_head(draft):
    head = draft.head
    return words(" ".join((head.superior, head.issuer, draft.annex_number)))


def words_of_text(draft):
    found = Counter()
    for part in draft.text.parts:
        found += words(part.title.text)
        for passage in part.passages:
            found += words(passage.printed)
            if passage.table:
                for row in passage.table.rows:
                    for cell in row:
                        found += words(cell.text)
    return found


def words_of_ending(draft):
    found = words("\n".join(draft.recipients))
    if draft.signer:
        found += words("\n".join((*draft.signer.title_lines, draft.signer.name)))
    return found


def words_of_annex(annex):
    if annex is None:
        return Counter()
    found = words(annex.title)
    for section in annex.sections:
        found += words(f"{section.source_number} {section.title.text}")
        for task in (t for top in section.tasks for t in (top, *top.subtasks)):
            found += words(f"{task.source_number} {task.content.text}")
            for cell in (task.lead, task.cooperating, task.monitor, task.note):
                found += words(cell.text)
            for deliverable in task.deliverables:
                found += words(f"{deliverable.product.text} {deliverable.deadline.text}")
    return found


def rebuilt(draft):
    """The words that the draft holds, and those of lines that the program prints by itself."""
    said = Counter()
    for line in draft.lines:
        if line.role.value in PRINTED_BY_THE_PROGRAM:
            said += words(line.text)
    return (
        words_of_head(draft)
        + words_of_text(draft)
        + words_of_ending(draft)
        + words_of_annex(draft.annex)
        + said
    )
