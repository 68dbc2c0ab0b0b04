"""The demands of a document's task annex: each task with its deadline and who leads it."""

from collections.abc import Iterator

from cchc_desktop.domain.annex_draft import AnnexDraft, DraftTask
from cchc_desktop.domain.demand import DemandKind
from cchc_desktop.domain.demand_proposal import HEADING_SEPARATOR, DemandProposal
from cchc_desktop.domain.demand_words import year_of_deadline
from cchc_desktop.domain.vietnamese import one_line


def annex_demands(annex: AnnexDraft, default: int | None) -> Iterator[DemandProposal]:
    """Yield the tasks of an annex as demands; ``default`` is the last year of the document."""
    for section in annex.sections:
        for task in section.tasks:
            yield from _of_task(task, section.source_number, section.title.text, default)


def _of_task(
    task: DraftTask, outer: str, heading: str, default: int | None
) -> Iterator[DemandProposal]:
    number = task.source_number.strip(" .)")
    place = ".".join(part for part in (outer.strip(" ."), number) if part)
    if task.deliverables or not task.subtasks:
        deadlines = dict.fromkeys(
            one_line(item.deadline.text) for item in task.deliverables if item.deadline
        )
        deadline = "; ".join(deadlines)
        year = year_of_deadline(deadline)
        yield DemandProposal(
            DemandKind.TASK,
            task.content,
            f"Phụ lục {place}".strip(),
            year or default,
            deadline,
            one_line(task.lead.text),
            heading,
        )
    for subtask in task.subtasks:
        title = f"{heading}{HEADING_SEPARATOR}{one_line(task.content.text)}"
        yield from _of_task(subtask, place, title, default)
