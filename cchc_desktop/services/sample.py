"""The sample office that ships with the program: an invented district and its year's plan."""

from pathlib import Path

from cchc_desktop.domain.annex_draft import AnnexDraft
from cchc_desktop.domain.clock import Clock
from cchc_desktop.domain.office import Letterhead, LetterheadId
from cchc_desktop.domain.plan import TaskNumbering
from cchc_desktop.domain.sample_office import SampleOffice, parse_sample
from cchc_desktop.services.data_files import read_data_file
from cchc_desktop.services.session import OfficeSetup, Session, create_session

_FILE = "sample-plan.toml"


def load_sample() -> SampleOffice:
    """Return the sample office as data.

    Raises:
        CatalogueDamaged: The file that ships with the program does not hold.
    """
    return parse_sample(read_data_file("sample", _FILE), _FILE)


def create_sample(path: Path, clock: Clock) -> Session:
    """Create the sample office's data file and open it; raises as ``create_session``."""
    sample = load_sample()
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
    except BaseException:
        session.close()
        path.unlink(missing_ok=True)
        raise
    return session
