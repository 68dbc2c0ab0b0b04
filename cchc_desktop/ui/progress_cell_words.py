"""What the cells of the progress table say that nobody writes there, and why they say it."""

from cchc_desktop.services.progress_sentences import describe_state, describe_verdict
from cchc_desktop.ui.plan_wording import explanation
from cchc_desktop.ui.progress_columns import ProgressColumn, TableColumn
from cchc_desktop.ui.progress_rows import ProgressRow, RowKind
from cchc_desktop.ui.progress_values import NotUnderstood


def fixed_words(row: ProgressRow, column: ProgressColumn) -> str:
    """Return the words of a cell that nobody writes in, or ""."""
    match column:
        case ProgressColumn.NUMBER:
            return row.number
        case ProgressColumn.WORK:
            return row.title
        case ProgressColumn.AGENCY:
            return _agency_text(row)
        case ProgressColumn.STATE:
            return describe_state(row.verdict) if row.verdict and row.task else ""
        case ProgressColumn.PREVIOUS:
            previous = row.state.previous if row.state else None
            return previous.result if previous else ""
        case ProgressColumn.EVIDENCE:
            record = row.state.record if row.state else None
            return str(len(record.evidence)) if record and record.evidence else ""
        case _:
            return ""


def explanation_of(row: ProgressRow, column: ProgressColumn) -> str | None:
    """Return why a cell says what it says."""
    if column is ProgressColumn.STATE and row.verdict and row.task:
        return describe_verdict(row.verdict)
    if column is ProgressColumn.WORK and row.deliverable and not row.is_member:
        deadline = row.deliverable.deadline
        return explanation(deadline.reading) if deadline.text else None
    return None


def cell_problem(row: ProgressRow, column: TableColumn, problem: NotUnderstood) -> str:
    """Return in words which cell cannot take what was written, and why."""
    return f"{row.place_name}, cột “{column.name}”: {problem}."


def _agency_text(row: ProgressRow) -> str:
    if row.kind is RowKind.SECTION or row.is_member:
        return ""
    return "\n".join(text for text in (row.agency, row.counts_text) if text)
