"""Bringing a task annex in: read it, show what would happen, write it in one step."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from cchc_desktop.domain.agency import Agency, AgencyGroup
from cchc_desktop.domain.agency_reading import suggest_alias
from cchc_desktop.domain.annex_draft import AnnexColumn, AnnexDraft, DraftTask
from cchc_desktop.domain.changes import ChangeSet
from cchc_desktop.domain.clock import Clock
from cchc_desktop.domain.deadline import DeadlineKind
from cchc_desktop.domain.iso_days import to_iso
from cchc_desktop.domain.parent_line import parse_parent_line
from cchc_desktop.domain.plan import ParentDocument, Plan, PlanId, PlanKey
from cchc_desktop.domain.plan_comparison import Difference, DifferenceKind, compare
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.services.import_merging import apply_differences
from cchc_desktop.services.plans import PlanService, insert_plan
from cchc_desktop.services.understanding import understanding_for
from cchc_desktop.storage.agency_repository import load_catalogue
from cchc_desktop.storage.backup import back_up
from cchc_desktop.storage.draft_rows import insert_section
from cchc_desktop.storage.office_file import OfficeFile
from cchc_desktop.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class UnknownName:
    """A name in the file that the catalogue does not have.

    Attributes:
        count: In how many cells it stands.
        suggestions: The names it most likely means, the likeliest first.
    """

    text: str
    count: int
    suggestions: tuple[Agency | AgencyGroup, ...]


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What writing a draft would do.

    Attributes:
        draft: What was read, with all problems.
        plan: The plan of that year that is there already, or None.
        differences: What would change in it; empty for a new plan.
        unknown_names: Names the catalogue does not have.
        deadline_kinds: How many deadlines are of each kind.
        unrecognised_deadlines: Deadlines to be set by hand, each wording once.
    """

    draft: AnnexDraft
    year: int
    plan: Plan | None
    differences: tuple[Difference, ...]
    unknown_names: tuple[UnknownName, ...]
    deadline_kinds: Mapping[DeadlineKind, int]
    unrecognised_deadlines: tuple[str, ...]

    @property
    def changes_nothing(self) -> bool:
        """Whether the plan of that year already says the same."""
        return self.plan is not None and not self.differences

    @property
    def default_accepted(self) -> tuple[Difference, ...]:
        """What is written unless the officer decides otherwise: all but deletions."""
        return tuple(d for d in self.differences if d.kind is not DifferenceKind.MISSING)


class ImportService:
    """What a person can do to bring in documents that exist ("nhập")."""

    def __init__(self, file: OfficeFile, headings_file: Path, clock: Clock) -> None:
        self._file = file
        self._headings_file = headings_file
        self._clock = clock
        self._plans = PlanService(file)

    def read_file(
        self,
        path: Path,
        table_index: int | None = None,
        columns: Mapping[int, AnnexColumn | None] | None = None,
    ) -> AnnexDraft:
        """Read a document; nothing is written.

        Args:
            path: A .docx, .xlsx, .xls, or text file.
            table_index: Which table or sheet to read; None takes the likeliest.
            columns: What columns to take for what; None takes the proposal.

        Raises:
            SourceRejected: The document cannot be read at all.
            FileMissing: There is no such file.
        """
        from cchc_desktop.importers.annex import ImportChoices, load_headings, read_annex

        choices = ImportChoices(table_index, columns)
        return read_annex(path, load_headings(self._headings_file), choices)

    def read_pasted(
        self,
        text: str,
        html: str | None = None,
        table_index: int | None = None,
        columns: Mapping[int, AnnexColumn | None] | None = None,
    ) -> AnnexDraft:
        """Read a block pasted from Word or Excel; nothing is written.

        Raises:
            SourceRejected: The block has no table.
        """
        from cchc_desktop.importers.annex import ImportChoices, load_headings, read_pasted_annex

        choices = ImportChoices(table_index, columns)
        return read_pasted_annex(text, html, load_headings(self._headings_file), choices)

    def read_pasted_cells(
        self, text: str, html: str | None = None
    ) -> tuple[tuple[RichText, ...], ...]:
        """Return a pasted block as plain rows of cells, for pasting into the table."""
        from cchc_desktop.importers.annex import read_pasted_rows

        return read_pasted_rows(text, html)

    def preview(self, draft: AnnexDraft, year: int, last_year: int | None = None) -> ImportPreview:
        """Return what writing ``draft`` into the plan of a year, or of several, would do."""
        summary = self._plans.find_key(PlanKey(year, last_year))
        plan = self._plans.load(summary.id) if summary else None
        catalogue = load_catalogue(self._file.db)
        understanding = understanding_for(catalogue, year)
        unknown: Counter[str] = Counter()
        kinds: Counter[DeadlineKind] = Counter()
        unrecognised: dict[str, None] = {}
        for task in _tasks(draft):
            for wording in (task.lead, task.cooperating, task.monitor):
                unknown.update(understanding.agencies(wording.text).unknown)
            for deliverable in task.deliverables:
                if not deliverable.deadline:
                    continue
                kind = understanding.deadline(deliverable.deadline.text).kind
                kinds[kind] += 1
                if kind is DeadlineKind.UNRECOGNISED:
                    unrecognised[deliverable.deadline.text] = None
        return ImportPreview(
            draft=draft,
            year=year,
            plan=plan,
            differences=compare(plan, draft) if plan else (),
            unknown_names=tuple(
                UnknownName(text, count, suggest_alias(text, catalogue))
                for text, count in unknown.most_common()
            ),
            deadline_kinds=dict(kinds),
            unrecognised_deadlines=tuple(unrecognised),
        )

    def write(
        self, preview: ImportPreview, accepted: Collection[Difference] | None = None
    ) -> ChangeSet:
        """Write a draft in one step that one undo takes back.

        Args:
            preview: What ``preview`` returned for the file as it is now.
            accepted: Which differences to write; None takes ``default_accepted``.
                For a new plan everything is written.
        """
        draft, year = preview.draft, preview.year
        if accepted is None:
            accepted = preview.default_accepted
        if preview.plan is not None and accepted:
            back_up(self._file.path, self._clock.now(), "import")
        with self._file.transaction(
            "import_annex",
            file=draft.source_name,
            year=str(year),
            count=str(draft.task_count),
        ) as step:
            if preview.plan is None:
                self._write_new(step.unit, draft, year)
            else:
                apply_differences(step.unit, self._file, preview.plan, draft, accepted)
        return step.change_set

    def _write_new(self, unit: UnitOfWork, draft: AnnexDraft, year: int) -> PlanId:
        plan_id = insert_plan(self._file, unit, PlanKey(year), draft.title)
        parent = parse_parent_line(draft.attached_to) or ParentDocument()
        unit.update(
            "plan",
            plan_id,
            {
                "task_numbering": draft.task_numbering.value,
                "parent_type": parent.type_name,
                "parent_number": parent.number,
                "parent_symbol": parent.symbol,
                "parent_issued_on": to_iso(parent.issued_on),
                "parent_issuer": parent.issuer,
            },
        )
        for position, section in enumerate(draft.sections, 1):
            insert_section(unit, plan_id, position, section)
        return plan_id


def _tasks(draft: AnnexDraft) -> list[DraftTask]:
    return [
        item
        for section in draft.sections
        for task in section.tasks
        for item in (task, *task.subtasks)
    ]
