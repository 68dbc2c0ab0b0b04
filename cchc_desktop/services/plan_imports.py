"""Bringing a whole document in: read it, show what would happen, write it in one step."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from cchc_desktop.domain.agency_reading import suggest_alias
from cchc_desktop.domain.changes import ChangeSet
from cchc_desktop.domain.clock import Clock
from cchc_desktop.domain.document_draft import DocumentDraft, LineChoice
from cchc_desktop.domain.parent_line import parse_parent_line
from cchc_desktop.domain.plan import ParentDocument, Plan, PlanId, PlanKey
from cchc_desktop.domain.plan_comparison import Difference
from cchc_desktop.domain.plan_fields import with_live_fields
from cchc_desktop.domain.plan_text import (
    Passage,
    PassageKind,
    PlanDocument,
    PlanText,
    TextPartKind,
)
from cchc_desktop.domain.vietnamese import comparison_key, fold
from cchc_desktop.services.import_merging import apply_differences
from cchc_desktop.services.imports import ImportPreview, ImportService, UnknownName
from cchc_desktop.services.offices import OfficeService
from cchc_desktop.services.plan_import_matching import with_own_details, with_own_words
from cchc_desktop.services.plan_import_preview import (
    PlanImportPreview,
    first_day_of,
    letterhead_differences,
    milestones_of,
    same_text,
    text_changes,
)
from cchc_desktop.services.plan_text_sources import PlanTextSources
from cchc_desktop.services.plans import PlanService, insert_plan
from cchc_desktop.services.understanding import understanding_for
from cchc_desktop.storage.agency_repository import load_catalogue
from cchc_desktop.storage.backup import back_up
from cchc_desktop.storage.draft_rows import insert_section
from cchc_desktop.storage.office_file import OfficeFile
from cchc_desktop.storage.plan_repository import plan_row
from cchc_desktop.storage.plan_text_repository import (
    load_document,
    load_text,
    replace_text,
    save_plan_document,
)
from cchc_desktop.storage.unit_of_work import UnitOfWork

_NO_CHOICES: Mapping[int, LineChoice] = {}
_LONGEST_AGENCY_HEADING = 80
_FROZEN = {"issued", "expired"}


@dataclass(frozen=True, slots=True)
class PlanImportChoices:
    """What of a document is written ("lựa chọn khi ghi văn bản").

    Attributes:
        with_text: Its text, in place of the one that is there.
        with_details: Number, symbol, day, recipients and signer.
        with_annex: Its task annex.
        accepted: Which differences of an annex that is there already; None takes all but
            deletions.
    """

    with_text: bool = True
    with_details: bool = True
    with_annex: bool = True
    accepted: Collection[Difference] | None = None


ALL = PlanImportChoices()


class PlanImportService:
    """What a person can do to bring in whole documents ("nhập văn bản kế hoạch")."""

    def __init__(
        self,
        file: OfficeFile,
        headings_file: Path,
        clock: Clock,
        imports: ImportService,
        offices: OfficeService,
    ) -> None:
        self._file = file
        self._headings_file = headings_file
        self._clock = clock
        self._imports = imports
        self._offices = offices
        self._plans = PlanService(file)
        self._sources = PlanTextSources(file, offices, self._plans)

    def read_file(
        self, path: Path, choices: Mapping[int, LineChoice] = _NO_CHOICES
    ) -> DocumentDraft:
        """Read a document; nothing is written.

        Args:
            path: A .docx, a text file or a saved web page.
            choices: What the officer takes lines for, by ``DraftLine.line``.

        Raises:
            SourceRejected: The document cannot be read at all.
            FileMissing: There is no such file.
        """
        from cchc_desktop.importers.annex import load_headings
        from cchc_desktop.importers.document import read_document

        return read_document(path, load_headings(self._headings_file), choices)

    def read_pasted(self, text: str, html: str | None = None) -> tuple[Passage, ...]:
        """Return a block pasted from Word as passages for the text; nothing is written.

        Raises:
            SourceRejected: The block has no words.
        """
        from cchc_desktop.importers.document import read_pasted_passages

        return read_pasted_passages(text, html)

    def preview(self, draft: DocumentDraft, key: PlanKey) -> PlanImportPreview:
        """Return what writing ``draft`` into the plan of ``key`` would do."""
        summary = self._plans.find_key(key)
        plan = self._plans.load(summary.id) if summary else None
        before = self._text_of(plan) if plan else PlanText()
        draft = replace(draft, text=with_own_words(before, draft.text))
        annex = self._imports.preview(draft.annex, key.year, key.last_year) if draft.annex else None
        letterhead = self._offices.load().letterhead_on(first_day_of(draft, key))
        return PlanImportPreview(
            draft=draft,
            key=key,
            plan=plan,
            is_frozen=plan is not None and self._is_frozen(plan.id),
            had_text=bool(before),
            is_text_new=not same_text(before, draft.text),
            changes=text_changes(before, draft.text) if before else (),
            parent=self._parent(draft, plan),
            are_details_new=plan is None or self._are_details_new(draft, plan),
            annex=annex,
            letterhead=letterhead_differences(draft, letterhead),
            unknown_names=self._unknown_names(draft, key, annex),
            milestones=milestones_of(draft, key),
        )

    def write(self, preview: PlanImportPreview, choices: PlanImportChoices = ALL) -> ChangeSet:
        """Write a document in one step that one undo takes back.

        Args:
            preview: What ``preview`` returned for the data file as it is now.
            choices: What of it to write.

        Raises:
            PlanFrozen: The plan was issued.
        """
        draft, key = preview.draft, preview.key
        if preview.plan is not None and not preview.is_frozen and not preview.changes_nothing:
            back_up(self._file.path, self._clock.now(), "import")
        with self._file.transaction(
            "import_document", file=draft.source_name, year=str(key), term=key.term
        ) as step:
            plan = preview.plan or self._created(step.unit, preview)
            if choices.with_details:
                self._write_details(step.unit, plan, preview)
            if choices.with_text and preview.is_text_new:
                replace_text(step.unit, self._file.db, plan.id, draft.text)
            if choices.with_annex:
                self._write_annex(step.unit, plan, preview, choices)
        return step.change_set

    def _text_of(self, plan: Plan) -> PlanText:
        """Return a plan's text as it is printed today."""
        text = load_text(self._file.db, plan.id)
        return with_live_fields(text, self._sources.fields(plan), self._sources.documents())

    def _created(self, unit: UnitOfWork, preview: PlanImportPreview) -> Plan:
        annex = preview.draft.annex
        title = annex.title if annex else ""
        plan_id = insert_plan(self._file, unit, preview.key, title, preview.milestones)
        plan = self._plans.load(plan_id)
        if annex is not None:
            plan = replace(plan, task_numbering=annex.task_numbering)
            unit.update("plan", plan_id, plan_row(plan))
        return plan

    def _write_details(self, unit: UnitOfWork, plan: Plan, preview: PlanImportPreview) -> None:
        draft = preview.draft
        number = draft.annex_number or plan.annex_number
        changed = replace(plan, parent_document=preview.parent, annex_number=number)
        unit.update("plan", plan.id, plan_row(changed))
        save_plan_document(unit, self._file.db, self._document(draft, plan))

    def _write_annex(
        self,
        unit: UnitOfWork,
        plan: Plan,
        preview: PlanImportPreview,
        choices: PlanImportChoices,
    ) -> None:
        annex = preview.annex
        if annex is None:
            return
        if preview.plan is None:
            for position, section in enumerate(annex.draft.sections, 1):
                insert_section(unit, plan.id, position, section)
            return
        accepted = annex.default_accepted if choices.accepted is None else choices.accepted
        apply_differences(unit, self._file, plan, annex.draft, accepted)

    def _are_details_new(self, draft: DocumentDraft, plan: Plan) -> bool:
        return (
            plan.parent_document != self._parent(draft, plan)
            or draft.annex_number not in {"", plan.annex_number}
            or load_document(self._file.db, plan.id) != self._document(draft, plan)
        )

    def _document(self, draft: DocumentDraft, plan: Plan) -> PlanDocument:
        said = PlanDocument(plan.id, draft.plan_type, draft.recipients, draft.signer)
        usual = self._offices.load().letterhead_on(first_day_of(draft, plan.key)).signer
        return with_own_details(load_document(self._file.db, plan.id), said, usual)

    def _parent(self, draft: DocumentDraft, plan: Plan | None) -> ParentDocument:
        said = _parent(draft, plan)
        if plan is None or plan.parent_document.issuer:
            return said
        office = self._offices.load().letterhead_on(first_day_of(draft, plan.key)).name
        return replace(said, issuer="") if said.issuer == office else said

    def _is_frozen(self, plan_id: PlanId) -> bool:
        query = "SELECT state FROM plan_standing WHERE plan_id = ?"
        return any(row["state"] in _FROZEN for row in self._file.db.query(query, [plan_id]))

    def _unknown_names(
        self, draft: DocumentDraft, key: PlanKey, annex: ImportPreview | None
    ) -> tuple[UnknownName, ...]:
        """Return the names in the annex and over the duties of agencies that nobody has."""
        catalogue = load_catalogue(self._file.db)
        understanding = understanding_for(catalogue, key.year)
        known = {name.text for name in annex.unknown_names} if annex else set()
        found: Counter[str] = Counter()
        for heading in _agency_headings(draft):
            found.update(
                name for name in understanding.agencies(heading).unknown if name not in known
            )
        return (*(annex.unknown_names if annex else ()), *(
            UnknownName(text, count, suggest_alias(text, catalogue))
            for text, count in found.most_common()
        ))  # fmt: skip


def _parent(draft: DocumentDraft, plan: Plan | None) -> ParentDocument:
    """Return number, symbol and day as the document says them, the plan's where it is silent."""
    has_decision = draft.text.part(TextPartKind.DECISION) is not None
    before = plan.parent_document if plan else None
    usual = ParentDocument(symbol="QĐ-UBND" if has_decision else "KH-UBND")
    silent = before or usual
    named = parse_parent_line(draft.annex.attached_to) if draft.annex else None
    head = draft.head
    return ParentDocument(
        type_name="Quyết định" if has_decision else draft.plan_type,
        number=head.number or (silent.number if not head.symbol else ""),
        symbol=head.symbol or silent.symbol,
        issued_on=head.issued_on or silent.issued_on,
        issuer=named.issuer if named else silent.issuer,
    )


def _agency_headings(draft: DocumentDraft) -> list[str]:
    """Return the headings that name who carries the plan out."""
    headings: list[str] = []
    is_carrying_out = False
    for _, passage in draft.text.passages():
        if passage.kind is PassageKind.PART:
            is_carrying_out = "to chuc thuc hien" in fold(passage.text.text)
        elif is_carrying_out and passage.kind is PassageKind.ITEM:
            words = comparison_key(passage.text.text)
            if len(words) <= _LONGEST_AGENCY_HEADING and "trách nhiệm" not in words:
                headings.append(passage.text.text.rstrip(" :."))
    return headings
