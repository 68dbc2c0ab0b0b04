"""200 agencies' returns: made, filled in, read and compared, written; as the window does it.

Run from the checkout: ``python tests/benchmarks/bench_returns.py``.
"""

import resource
import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path

import openpyxl

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from cchc_desktop.domain.agency import Agency, AgencyId, AgencyKind  # noqa: E402
from cchc_desktop.domain.annex_draft import (  # noqa: E402
    AnnexDraft,
    DraftDeliverable,
    DraftSection,
    DraftTask,
)
from cchc_desktop.domain.clock import FixedClock  # noqa: E402
from cchc_desktop.domain.office import Letterhead, LetterheadId, OfficeLevel  # noqa: E402
from cchc_desktop.domain.period import PeriodKey  # noqa: E402
from cchc_desktop.domain.plan import TaskNumbering  # noqa: E402
from cchc_desktop.domain.problem import Place  # noqa: E402
from cchc_desktop.domain.rich_text import RichText  # noqa: E402
from cchc_desktop.services.session import OfficeSetup, Session, create_session  # noqa: E402

AGENCIES, TASKS = 200, 12
KEY = PeriodKey(2025, "quarter-1")
NOWHERE = Place("", "")
STATEMENT, PERCENT, RESULT, LAST = 6, 8, 9, 14


def make_office(folder: Path) -> Session:
    """Create an office with 200 communes that all lead the same twelve tasks."""
    letterhead = Letterhead(LetterheadId(0), "", "Ủy ban nhân dân huyện B", "B")
    clock = FixedClock(datetime(2025, 3, 10, 8))
    session = create_session(
        folder / "a.cchc", OfficeSetup(OfficeLevel.DISTRICT, letterhead), clock
    )
    for number in range(AGENCIES):
        agency = Agency(AgencyId(0), f"UBND xã số {number}", AgencyKind.COMMUNE)
        session.agencies.add_agency(agency)
    rich = RichText.plain
    tasks = tuple(
        DraftTask(
            "", rich(f"Rà soát, cập nhật nội dung thứ {number} theo quy định hiện hành"), NOWHERE,
            (DraftDeliverable(rich("Báo cáo của UBND xã"), rich("Quý I/2025"), NOWHERE),),
            lead=rich("UBND các xã, thị trấn"),
        )
        for number in range(TASKS)
    )  # fmt: skip
    sections = (DraftSection("", rich("CHỈ ĐẠO"), NOWHERE, tasks),)
    draft = AnnexDraft("a.docx", "", "", TaskNumbering.PER_SECTION, sections, (), ())
    session.imports.write(session.imports.preview(draft, 2025))
    return session


def fill(path: Path) -> None:
    """Fill in every row, as an agency does."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    for row in range(1, sheet.max_row + 1):
        if str(sheet.cell(row, LAST + 1).value).startswith("cchc:t"):
            sheet.cell(row, STATEMENT).value = "Đang thực hiện"
            sheet.cell(row, PERCENT).value = 40
            sheet.cell(row, RESULT).value = f"Đã triển khai đến dòng {row}, đang tổng hợp kết quả"
    book.save(path)


def megabytes() -> float:
    """Return the most memory the process has used."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        session = make_office(folder)
        started = time.perf_counter()
        made = session.returns.make(KEY, None, folder).files
        print(
            f"{len(made)} workbooks of {TASKS} tasks made    {time.perf_counter() - started:6.2f} s"
        )
        paths = [item.path for item in made]
        for path in paths:
            fill(path)
        before = megabytes()
        started = time.perf_counter()
        preview = session.returns.preview(paths, KEY)
        read = time.perf_counter() - started
        session.returns.write(preview)
        whole = time.perf_counter() - started
        print(f"{len(paths)} read and compared                {read:6.2f} s")
        print(f"the same and {len(preview.changes)} cells written    {whole:6.2f} s   goal ≤ 10 s")
        print(f"memory above what making them took    {megabytes() - before:6.0f} MB")
        session.close()


if __name__ == "__main__":
    main()
