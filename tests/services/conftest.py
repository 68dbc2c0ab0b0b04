"""A real office, made once and copied for each test, and plans written into it."""

import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from cchc_desktop.domain.annex_draft import AnnexDraft, DraftDeliverable, DraftSection, DraftTask
from cchc_desktop.domain.clock import FixedClock
from cchc_desktop.domain.office import Letterhead, LetterheadId, OfficeLevel, Signer
from cchc_desktop.domain.plan import Plan, TaskNumbering
from cchc_desktop.domain.problem import Place
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.services.session import OfficeSetup, Session, create_session, open_session

NOWHERE = Place("", "")


def rich(text: str) -> RichText:
    return RichText.from_markup(text)


def drafted(content: str, *subtasks: DraftTask, **cells: str) -> DraftTask:
    """A task with one product unless it has sub-tasks."""
    product = DraftDeliverable(
        rich(cells.get("product", "Kế hoạch")), rich(cells.get("deadline", "Quý I/2025")), NOWHERE
    )
    return DraftTask(
        "",
        rich(content),
        NOWHERE,
        () if subtasks else (product,),
        lead=rich(cells.get("lead", "Phòng Nội vụ")),
        cooperating=rich(cells.get("cooperating", "UBND các xã, thị trấn")),
        note=rich(cells.get("note", "")),
        subtasks=subtasks,
    )


def draft_of(*sections: DraftSection, name: str = "phụ lục.docx") -> AnnexDraft:
    return AnnexDraft(name, "", "", TaskNumbering.PER_SECTION, sections, (), ())


def section(title: str, *tasks: DraftTask) -> DraftSection:
    return DraftSection("", rich(title), NOWHERE, tasks)


USUAL = draft_of(
    section(
        "CÔNG TÁC CHỈ ĐẠO",
        drafted("Ban hành kế hoạch năm"),
        drafted("Kiểm tra", drafted("Kiểm tra định kỳ"), drafted("Kiểm tra đột xuất")),
        drafted("Tuyên truyền", deadline="Thường xuyên trong năm"),
    ),
    section("CẢI CÁCH THỂ CHẾ", drafted("Rà soát văn bản"), drafted("Theo dõi thi hành")),
)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2025, 3, 2, 8, 30))


@pytest.fixture(scope="session")
def office_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("office") / "huyện.cchc"
    letterhead = Letterhead(
        LetterheadId(0), "Ủy ban nhân dân tỉnh A", "Ủy ban nhân dân huyện B", "B", signer=Signer()
    )
    clock = FixedClock(datetime(2025, 1, 2, 8, 0))
    create_session(path, OfficeSetup(OfficeLevel.DISTRICT, letterhead), clock).close()
    return path


@pytest.fixture
def session(tmp_path: Path, office_path: Path, clock: FixedClock) -> Iterator[Session]:
    session = open_session(Path(shutil.copy(office_path, tmp_path / "huyện.cchc")), clock)
    yield session
    session.close()


@pytest.fixture
def plan(session: Session) -> Plan:
    """The usual plan of 2025: two sections, five tasks, two sub-tasks."""
    session.imports.write(session.imports.preview(USUAL, 2025))
    return session.plans.load_year(2025)


def outline(plan: Plan) -> list[str]:
    """The numbers and words of all rows, for comparing at a glance."""
    lines = []
    for part in plan.sections:
        lines.append(f"{part.number} {part.title.text}")
        for task in part.tasks:
            lines.append(f"{task.number} {task.content.text}")
            lines.extend(f"{sub.number} {sub.content.text}" for sub in task.subtasks)
    return lines
