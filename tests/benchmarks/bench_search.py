"""How long a keystroke of search and a change of filter take over 20,000 tasks.

Run with ``python tests/benchmarks/bench_search.py``; prints a table.  Each time spans the
whole answer: filtering, telling the view, measuring the rows on the screen, and painting.
"""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtWidgets import QApplication

from cchc_desktop.domain.agency import AgencyCatalogue
from cchc_desktop.domain.changes import ChangeSet, RowChange
from cchc_desktop.domain.deadline import Deadline, DeadlineKind
from cchc_desktop.domain.deadline_reading import understand_deadline
from cchc_desktop.domain.plan import (
    Assignment,
    Deliverable,
    DeliverableId,
    Plan,
    PlanId,
    PlanTask,
    Section,
    SectionId,
    TaskId,
)
from cchc_desktop.domain.plan_filter import PlanFilter
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.ui.plan_model import PlanTableModel
from cchc_desktop.ui.plan_table import PlanTable
from cchc_desktop.ui.settings import Settings

TASKS = 20_000
SECTIONS = 40
ROUNDS = 5
QUERY = "thủ tục đường 1999"
FOLDED = "thu tuc duong 1999"
TOPICS = (
    "Rà soát, đơn giản hóa thủ tục hành chính trong lĩnh vực đất đai, xây dựng",
    "Tuyên truyền cải cách hành chính trên hệ thống truyền thanh cơ sở",
    "Kiểm tra việc tiếp nhận và trả kết quả tại Bộ phận Một cửa các xã",
    "Sửa chữa đường dây, thiết bị phục vụ dịch vụ công trực tuyến toàn trình",
    "Đào tạo, bồi dưỡng kỹ năng số cho cán bộ, công chức cấp huyện, cấp xã",
)
DEADLINES = ("Quý I/2024", "Thường xuyên trong năm", "Sau khi có văn bản của tỉnh", "Trước 15/11")
AGENCIES = ("Phòng Nội vụ", "Văn phòng HĐND và UBND huyện", "Phòng Tài chính - Kế hoạch")


def big_plan(tasks: int = TASKS) -> Plan:
    """Return a plan of so many tasks, held in memory."""
    per_section = tasks // SECTIONS
    sections = []
    for s in range(SECTIONS):
        rows = tuple(_task(s * per_section + t, t + 1) for t in range(per_section))
        title = RichText.plain(f"LĨNH VỰC THỨ {s + 1}")
        sections.append(Section(SectionId(s + 1), str(s + 1), title, rows))
    return Plan(PlanId(1), 2024, "CÁC NHIỆM VỤ", sections=tuple(sections))


def _task(number: int, position: int) -> PlanTask:
    deadline = DEADLINES[number % len(DEADLINES)]
    product = Deliverable(
        DeliverableId(number + 1),
        RichText.plain(f"Kế hoạch số {number} của UBND huyện"),
        Deadline(RichText.plain(deadline), understand_deadline(deadline, 2024)),
    )
    content = f"{TOPICS[number % len(TOPICS)]}; {TOPICS[(number // 5) % len(TOPICS)]} ({number})"
    return PlanTask(
        TaskId(number + 1),
        str(position),
        RichText.plain(content),
        (product,),
        Assignment(RichText.plain(AGENCIES[number % len(AGENCIES)])),
        Assignment(RichText.plain("Các phòng, ban, ngành; UBND các xã, thị trấn")),
    )


def timed(work: Callable[[], object]) -> float:
    """Return how many milliseconds ``work`` takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def main() -> None:
    """Measure and print."""
    app = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(Path(folder) / "settings.ini")
        plan = big_plan()
        model = PlanTableModel()
        table = PlanTable(model, settings)
        table.resize(1208, 640)
        table.show()
        lines: list[tuple[str, float]] = []

        def show(wanted: PlanFilter) -> None:
            model.set_filter(wanted)
            table.viewport().repaint()

        def open_plan() -> None:
            model.set_plan(plan, AgencyCatalogue())
            table.viewport().repaint()

        lines.append(("open and paint", timed(open_plan)))
        lines.append(("prepare for searching (idle time)", timed(lambda: _prepare(model))))
        app.sendPostedEvents()
        for query in (QUERY, FOLDED):
            keystrokes: dict[int, list[float]] = {}
            for _ in range(ROUNDS):
                for end in range(1, len(query) + 1):
                    wanted = PlanFilter(query[:end])
                    keystrokes.setdefault(end, []).append(timed(lambda w=wanted: show(w)))
                for end in range(len(query) - 1, -1, -1):
                    wanted = PlanFilter(query[:end])
                    keystrokes.setdefault(-end, []).append(timed(lambda w=wanted: show(w)))
            typical = [median(times) for times in keystrokes.values()]
            lines.append((f"keystroke of “{query}”, median", median(typical)))
            lines.append((f"keystroke of “{query}”, slowest", max(typical)))
        for name, wanted in (
            ("filter by kind of deadline", PlanFilter(deadline_kind=DeadlineKind.EVENT)),
            ("filter by section", PlanFilter(section_id=SectionId(7))),
            ("filter by quarter", PlanFilter(quarter=4)),
        ):
            times = []
            for _ in range(ROUNDS):
                show(PlanFilter())
                times.append(timed(lambda w=wanted: show(w)))
            lines.append((name, median(times)))
        show(PlanFilter())
        change = ChangeSet("edit_cell", (RowChange("task", 5, {"id": 5}, {"id": 5}),))
        edits = [timed(lambda: _edit(model, table, plan, change)) for _ in range(ROUNDS)]
        lines.append(("one edited cell shown", median(edits)))
        for name, milliseconds in lines:
            print(f"{name:<55} {milliseconds:8.1f} ms")
        table.deleteLater()


def _prepare(model: PlanTableModel) -> None:
    done = 0
    while (end := model.prepare_search(done, 500)) != done:
        done = end


def _edit(model: PlanTableModel, table: PlanTable, plan: Plan, change: ChangeSet) -> None:
    model.set_plan(plan, AgencyCatalogue(), change)
    table.viewport().repaint()


if __name__ == "__main__":
    main()
