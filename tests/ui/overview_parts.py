"""What the tests of the overview share: a year's plan with progress whose counts are known."""

from datetime import date

from cchc_desktop.domain.annex_draft import DraftDeliverable, DraftSection, DraftTask
from cchc_desktop.domain.period import PeriodKey
from cchc_desktop.domain.plan import Plan, TaskId
from cchc_desktop.domain.problem import Place
from cchc_desktop.domain.progress import ProgressField, Statement
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.services.progress import ProgressEdit, WorkRef
from cchc_desktop.services.session import Session

NOWHERE = Place(file="", part="")
QUARTER_1 = PeriodKey(2024, "quarter-1")

OFFICE, JUSTICE = "Phòng Nội vụ", "Phòng Tư pháp"


def _rich(words: str) -> RichText:
    return RichText.from_markup(words)


def _task(content: str, when: str, lead: str, *subtasks: DraftTask) -> DraftTask:
    products = (DraftDeliverable(_rich("Văn bản"), _rich(when), NOWHERE),) if when else ()
    return DraftTask("", _rich(content), NOWHERE, products, lead=_rich(lead), subtasks=subtasks)


ANNEX = (
    DraftSection(
        "I",
        _rich("CHỈ ĐẠO, ĐIỀU HÀNH"),
        NOWHERE,
        (
            _task("Xây dựng kế hoạch năm", "Trước ngày 31/01/2024", OFFICE),
            _task("Kế hoạch tuyên truyền", "Trước ngày 15/02/2024", JUSTICE),
            _task(
                "Kiểm tra công tác cải cách",
                "",
                OFFICE,
                _task("Kiểm tra định kỳ", "Quý II/2024", OFFICE),
                _task("Kiểm tra đột xuất", "Khi UBND tỉnh yêu cầu", OFFICE),
            ),
            _task("Rà soát thủ tục", "Trước ngày 01/3/2024", OFFICE),
        ),
    ),
    DraftSection(
        "II",
        _rich("CẢI CÁCH THỂ CHẾ"),
        NOWHERE,
        (
            _task("Rà soát văn bản", "Hằng tháng", JUSTICE),
            _task("Công bố danh mục", "lúc nào thuận", "Tổ Alpha"),
            _task("Góp ý dự thảo", "Khi UBND tỉnh yêu cầu", JUSTICE),
            _task("Đối thoại với người dân", "Trước ngày 25/3/2024", OFFICE),
            _task("Việc đã dừng", "Quý IV/2024", OFFICE),
        ),
    ),
)
"""Looked at on 14/3/2024, once ``record`` ran: 9 tasks, one of them dropped; one done in time,
one late; one under way; one late and open; three not due; one that waits for its event."""


def task(plan: Plan, content: str) -> TaskId:
    """Return the id of a task by its words."""
    return next(t.id for t in plan.tasks() if t.content.text == content)


def record(session: Session) -> None:
    """Write what was done in quý I."""
    plan = session.plans.load_year(2024)
    said: list[tuple[str, Statement, date | None]] = [
        ("Xây dựng kế hoạch năm", Statement.DONE, date(2024, 1, 25)),
        ("Kế hoạch tuyên truyền", Statement.DONE, date(2024, 2, 20)),
        ("Rà soát văn bản", Statement.IN_PROGRESS, None),
        ("Việc đã dừng", Statement.DROPPED, None),
    ]
    edits = []
    for content, statement, day in said:
        row = next(t for t in plan.tasks() if t.content.text == content)
        work = WorkRef(row.id, row.deliverables[0].id)
        edits.append(ProgressEdit(work, ProgressField.STATEMENT, statement))
        if day:
            edits.append(ProgressEdit(work, ProgressField.DONE_ON, day))
    session.progress.write(QUARTER_1, edits)
