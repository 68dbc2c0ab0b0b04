"""The sample office that ships with the program: an invented district and half a year of it."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from cchc_desktop.domain.agency import AgencyId
from cchc_desktop.domain.agency_return import PieceRef, ReturnField, ReturnValue
from cchc_desktop.domain.annex_draft import AnnexDraft
from cchc_desktop.domain.clock import Clock, today
from cchc_desktop.domain.errors import CatalogueDamaged
from cchc_desktop.domain.office import Letterhead, LetterheadId
from cchc_desktop.domain.period import PeriodKey
from cchc_desktop.domain.plan import TaskNumbering
from cchc_desktop.domain.problem import Place
from cchc_desktop.domain.progress import ProgressField
from cchc_desktop.domain.return_comparison import (
    CollectionPreview,
    ReturnChange,
    ReturnChangeKey,
    ReturnChangeKind,
    ReturnFilePreview,
    ReturnFileStatus,
)
from cchc_desktop.domain.sample_office import SampleOffice, parse_sample
from cchc_desktop.domain.sample_progress import (
    SamplePeriod,
    SampleProgress,
    SampleReader,
    SampleWork,
    parse_sample_progress,
)
from cchc_desktop.domain.tracking import TrackedState
from cchc_desktop.services.data_files import read_data_file
from cchc_desktop.services.progress import ProgressEdit, WorkRef
from cchc_desktop.services.sample_text import write_sample_text
from cchc_desktop.services.session import OfficeSetup, Session, create_session

_FILE = "sample-plan.toml"
_PROGRESS_FILE = "sample-progress.toml"

_Said = tuple[SampleWork, TrackedState]


def load_sample() -> SampleOffice:
    """Return the sample office as data.

    Raises:
        CatalogueDamaged: The file that ships with the program does not hold.
    """
    return parse_sample(read_data_file("sample", _FILE), _FILE)


def load_sample_progress() -> SampleProgress:
    """Return what the sample office recorded; raises as ``load_sample``."""
    return parse_sample_progress(read_data_file("sample", _PROGRESS_FILE), _PROGRESS_FILE)


def create_sample(path: Path, clock: Clock) -> Session:
    """Create the sample office's data file and open it; raises as ``create_session``.

    What would lie ahead of the clock is left out.
    """
    sample, progress = load_sample(), load_sample_progress()
    letterhead = Letterhead(
        LetterheadId(0),
        sample.parent,
        sample.name,
        sample.place,
        sample.symbol,
        sample.standing_agency,
        sample.standing_symbol,
        sample.signer,
    )
    session = create_session(path, OfficeSetup(sample.level, letterhead), clock, sample.agencies)
    try:
        _remove_absent(session, sample)
        draft = AnnexDraft(
            source_name="kế hoạch mẫu",
            title=sample.plan_title,
            attached_to="",
            task_numbering=TaskNumbering.PER_SECTION,
            sections=sample.sections,
            tables=(),
            problems=(),
        )
        session.imports.write(session.imports.preview(draft, sample.plan_year))
        write_sample_text(session, sample.plan_year)
        _record(session, sample.plan_year, progress, today(clock))
    except BaseException:
        session.close()
        path.unlink(missing_ok=True)
        raise
    return session


def _remove_absent(session: Session, sample: SampleOffice) -> None:
    """Take out the bodies of the starter catalogue that the sample office does not have."""
    ids = {agency.name: agency.id for agency in session.agencies.catalogue().agencies}
    for name in sample.absent:
        if name not in ids:
            raise CatalogueDamaged(file=_FILE, reason=f"office: unknown agency: {name}")
        session.agencies.delete_agency(ids[name])


def _record(session: Session, year: int, progress: SampleProgress, day: date) -> None:
    reader = SampleReader(session.plans.load_year(year), session.agencies.catalogue())
    known = [period.key for period in session.periods.of_year(year)]
    for event in progress.events:
        occurrence = reader.occurrence(event)
        if occurrence.happened_on <= day:
            session.progress.record_occurrence(occurrence)
    for period in progress.periods:
        key = reader.key(period, known)
        board = session.progress.board(key, session.periods.get(key).last_day)
        said = reader.states(period.works, board.states)
        if all(collection.received_on <= day for collection in period.collections):
            _record_period(session, reader, key, period, said)


def _record_period(
    session: Session,
    reader: SampleReader,
    key: PeriodKey,
    period: SamplePeriod,
    said: Sequence[_Said],
) -> None:
    """Let the agencies' reports come in as they do: all of a day in one step."""
    named = {c: reader.agencies(c.entry, c.agencies) for c in period.collections}
    elsewhere = {agency_id for ids in named.values() for agency_id in ids}
    by_agency: dict[AgencyId, list[_Said]] = {}
    for work, state in said:
        by_agency.setdefault(state.item.agency_id or state.item.leads[0], []).append((work, state))
    for collection, ids in named.items():
        senders = [a for a in by_agency if (a in ids if ids else a not in elsewhere)]
        files = [_report(number, a, by_agency[a]) for number, a in enumerate(senders)]
        preview = CollectionPreview(key, tuple(files))
        session.returns.write(preview, received_on=collection.received_on)
    met = [
        ProgressEdit(_ref(state), ProgressField.MILESTONES_MET, work.milestones_met)
        for work, state in said
        if work.milestones_met is not None
    ]
    if met:
        session.progress.write(key, met)
    session.reports.open(key)
    if period.is_closed:
        session.periods.close(key)


def _report(number: int, agency_id: AgencyId, said: Sequence[_Said]) -> ReturnFilePreview:
    """Return what an agency reports, as if read from its file; there is no file behind it."""
    changes = []
    for work, state in said:
        ref = _ref(state)
        piece = PieceRef(ref.task_id, ref.deliverable_id, ref.agency_id)
        content = state.item.task.content.text
        changes += [
            ReturnChange(
                ReturnChangeKey(number, piece, of), ReturnChangeKind.NEW, work.task, content,
                None, value, None, Place("", ""),
            )
            for of, value in _values(work).items()
            if value not in (None, "")
        ]  # fmt: skip
    return ReturnFilePreview(
        number, "", "", ReturnFileStatus.NEW, agency_id, changes=tuple(changes)
    )


def _values(work: SampleWork) -> dict[ReturnField, ReturnValue]:
    document = work.document
    return {
        ReturnField.STATEMENT: work.statement,
        ReturnField.DONE_ON: work.done_on,
        ReturnField.PERCENT: work.percent,
        ReturnField.RESULT: work.result,
        ReturnField.DIFFICULTIES: work.difficulties,
        ReturnField.PROPOSALS: work.proposals,
        ReturnField.DOCUMENT_NUMBER: document.number if document else None,
        ReturnField.DOCUMENT_DATE: document.issued_on if document else None,
        ReturnField.DOCUMENT_SUBJECT: document.subject if document else None,
    }


def _ref(state: TrackedState) -> WorkRef:
    item = state.item
    return WorkRef(item.task.id, item.deliverable.id if item.deliverable else None, item.agency_id)
