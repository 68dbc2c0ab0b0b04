"""Reading the chosen files away from the window: what they would change, and for whom."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cchc_desktop.domain.agency import AgencyId
from cchc_desktop.domain.agency_return import ReturnField
from cchc_desktop.domain.period import PeriodKey
from cchc_desktop.domain.return_comparison import CollectionPreview, ReturnFilePreview
from cchc_desktop.services.session import Session
from cchc_desktop.ui.preview_export import free_name
from cchc_desktop.ui.return_run import ReturnRun
from cchc_desktop.ui.return_source import files_among
from cchc_desktop.ui.return_words import to_be_corrected


@dataclass(frozen=True)
class ReturnReading:
    """What was read, with what is needed to show it.

    Attributes:
        paths: The files, in the order of the preview.
        headings: What the workbook's columns are called.
        received: The agencies whose report was there before.
    """

    paths: tuple[Path, ...]
    preview: CollectionPreview
    headings: Mapping[ReturnField, str]
    received: frozenset[AgencyId]

    @property
    def newly_received(self) -> frozenset[AgencyId]:
        """The agencies whose report would be noted as received for the first time."""
        found = {file.agency_id for file in self.preview.files if file.counts_as_received}
        return frozenset(agency for agency in found if agency is not None) - self.received

    @property
    def to_be_corrected(self) -> tuple[ReturnFilePreview, ...]:
        """The files that an agency should get back with errors marked."""
        return tuple(file for file in self.preview.files if to_be_corrected(file))


def read_returns(
    session: Session,
    chosen: Sequence[Path],
    known: Sequence[Path],
    key: PeriodKey,
    day: date | None,
    run: ReturnRun,
) -> ReturnReading:
    """Return what the files would change; raises as ``ReturnService.preview``.

    Args:
        session: The data file.
        chosen: Files and folders that were chosen or dropped.
        known: The files that were there already.
        key: The period they should be of.
        day: The day they came.
        run: Told how far the work is, and asked whether to stop.
    """
    returns = session.returns
    paths = files_among(chosen, known)
    preview = returns.preview(paths, key, run.report, run.is_stopped, day)
    headings = {field: returns.catalogue.column(field).heading for field in ReturnField}
    received = frozenset(x.agency_id for x in returns.register(key) if x.is_received)
    return ReturnReading(tuple(paths), preview, headings, received)


def annotate_returns(
    session: Session, files: Sequence[ReturnFilePreview], folder: Path, run: ReturnRun
) -> list[Path]:
    """Write marked copies of files into a folder, over nothing; stops where it is told to."""
    written: list[Path] = []
    for file in files:
        if run.is_stopped():
            break
        target = folder / f"{Path(file.name).stem} - cần sửa.xlsx"
        if target.exists():
            target = free_name(target)
        written.append(session.returns.annotate(Path(file.path), file.problems, target))
        run.report(len(written), len(files))
    return written
