"""A small written plan with a year of progress, and a way to record progress in few words."""

from datetime import date

from cchc_desktop.domain.agency import Agency, AgencyId, AgencyKind
from cchc_desktop.domain.period import PeriodKey
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.progress import (
    Evidence,
    EvidenceId,
    Occurrence,
    ProgressField,
    Statement,
)
from cchc_desktop.services.progress import ProgressEdit, WorkRef
from cchc_desktop.services.session import Session
from tests.services.conftest import draft_of, drafted, section

Q1, H1, Q3, YEAR = (
    PeriodKey(2025, code) for code in ("quarter-1", "half-year", "quarter-3", "year")
)

COMMUNES = ("UBND xã Một", "UBND xã Hai", "UBND thị trấn Ba")

WRITTEN = draft_of(
    section(
        "CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH",
        drafted("Ban hành kế hoạch năm", deadline="Tháng 01/2025"),
        drafted(
            "Kiểm tra cải cách hành chính",
            drafted("Kiểm tra định kỳ", deadline="Quý II/2025"),
            drafted("Kiểm tra đột xuất", deadline="Khi UBND tỉnh yêu cầu"),
        ),
        drafted("Tuyên truyền cải cách hành chính", deadline="Thường xuyên trong năm"),
    ),
    section(
        "CẢI CÁCH THỂ CHẾ",
        drafted("Rà soát văn bản", deadline="Quý I/2025", lead="Phòng Tư pháp"),
        drafted("Theo dõi thi hành pháp luật", deadline="Trước 31/12", lead="Phòng Tư pháp"),
    ),
    section(
        "CẢI CÁCH TTHC",
        drafted(
            "Niêm yết thủ tục hành chính", deadline="Quý III/2025", lead="UBND các xã, thị trấn"
        ),
    ),
)


def add_communes(session: Session) -> None:
    for name in COMMUNES:
        session.agencies.add_agency(Agency(AgencyId(0), name, AgencyKind.COMMUNE))


def write_plan(session: Session) -> Plan:
    add_communes(session)
    session.imports.write(session.imports.preview(WRITTEN, 2025))
    return session.plans.load_year(2025)


def work(session: Session, key: PeriodKey, content: str, agency: str = "") -> WorkRef:
    """The piece of work of a task, by its words and the member that answers for it."""
    board = session.progress.board(key)
    names = {a.id: a.name for a in board.catalogue.agencies}
    for state in board.states:
        item = state.item
        if item.task.content.text == content and names.get(item.agency_id, "") == agency:
            return WorkRef(item.task.id, item.deliverable.id, item.agency_id)
    raise AssertionError((content, agency))


def say(session: Session, key: PeriodKey, content: str, agency: str = "", **values) -> None:
    """Record fields of one piece of work; done="2025-01-20" says it was done that day."""
    ref = work(session, key, content, agency)
    if "done" in values:
        values["done_on"] = date.fromisoformat(values.pop("done"))
        values["statement"] = Statement.DONE
    edits = [ProgressEdit(ref, ProgressField(name), value) for name, value in values.items()]
    session.progress.write(key, edits)


def prove(session: Session, key: PeriodKey, content: str, number: str, day: str) -> None:
    ref = work(session, key, content)
    evidence = Evidence(EvidenceId(0), number, date.fromisoformat(day))
    session.evidence.add(ref, key, evidence)


def record_year(session: Session) -> None:
    """A year of work on the written plan, as it was reported period by period."""
    doing = Statement.IN_PROGRESS
    say(session, Q1, "Ban hành kế hoạch năm", done="2025-01-20", result="Đã ban hành kế hoạch.")
    prove(session, Q1, "Ban hành kế hoạch năm", "12/KH-UBND", "2025-01-20")
    say(session, Q1, "Tuyên truyền cải cách hành chính", statement=doing, result="Đăng 05 tin, bài")
    prove(session, Q1, "Tuyên truyền cải cách hành chính", "85/UBND-NV", "2025-02-10")
    say(session, Q1, "Rà soát văn bản", statement=doing, difficulties="Thiếu người làm\nviệc nhiều")
    say(session, H1, "Rà soát văn bản", done="2025-04-10", result="Đã rà soát 15 văn bản")
    prove(session, H1, "Rà soát văn bản", "30/BC-TP", "2025-04-10")
    say(session, H1, "Niêm yết thủ tục hành chính", COMMUNES[0], done="2025-06-02", result="Đủ")
    say(
        session,
        Q3,
        "Kiểm tra định kỳ",
        statement=doing,
        difficulties="Chưa bố trí được kinh phí.",
        proposals="Bổ sung kinh phí kiểm tra.",
    )
    for name in COMMUNES[1:]:
        say(session, Q3, "Niêm yết thủ tục hành chính", name, done="2025-09-01")
    say(session, YEAR, "Kiểm tra định kỳ", done="2025-10-15", result="Kiểm tra 04 đơn vị")
    ref = work(session, YEAR, "Kiểm tra đột xuất")
    session.progress.record_occurrence(
        Occurrence(ref.deliverable_id, date(2025, 10, 1), date(2025, 11, 30), "Công văn số 9/SNV")
    )
    say(session, YEAR, "Kiểm tra đột xuất", done="2025-11-20")
    say(session, YEAR, "Tuyên truyền cải cách hành chính", statement=Statement.DONE)
    say(session, YEAR, "Theo dõi thi hành pháp luật", statement=Statement.DROPPED)
