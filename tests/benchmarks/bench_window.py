"""Start and memory of the window with a file of 200 tasks, beside an empty PySide6 window.

Run from the checkout: ``python tests/benchmarks/bench_window.py``.  Each program is started
anew several times, in turn, and the medians are compared; what counts is the ratio.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

import psutil

ROOT = Path(__file__).resolve().parents[2]
RUNS = 9
TASKS_PER_SECTION, SECTIONS = 29, 7

_WAIT = """
print("ready", flush=True)
sys.stdin.readline()
"""

EMPTY = (
    """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
window.resize(1280, 680)
window.show()
while not window.windowHandle().isExposed():
    application.processEvents()
application.processEvents()
"""
    + _WAIT
)

OURS = (
    """
import sys
from pathlib import Path
import gc
gc.disable()  # as cchc_desktop/__main__.py begins
from cchc_desktop.app import open_window
path = Path(sys.argv[1])
application, window, jobs = open_window([path], path.with_suffix(".ini"))
while not (window.is_file_open and jobs.is_idle and window.windowHandle().isExposed()):
    application.processEvents()
application.processEvents()
"""
    + _WAIT
    + "window.close()\njobs.shut_down()\n"
)


def make_file(path: Path) -> None:
    """Write an office with a plan of 203 tasks."""
    from cchc_desktop.domain.annex_draft import (
        AnnexDraft,
        DraftDeliverable,
        DraftSection,
        DraftTask,
    )
    from cchc_desktop.domain.clock import SystemClock
    from cchc_desktop.domain.office import Letterhead, LetterheadId, OfficeLevel
    from cchc_desktop.domain.plan import TaskNumbering
    from cchc_desktop.domain.problem import Place
    from cchc_desktop.domain.rich_text import RichText
    from cchc_desktop.services.session import OfficeSetup, create_session

    def task(section: int, number: int) -> DraftTask:
        place = Place("", "Bảng 1", section * 100 + number)
        words = f"Kế hoạch kiểm tra công tác cải cách hành chính tại các cơ quan, đợt {number}"
        return DraftTask(
            str(number),
            RichText.plain(words),
            place,
            (DraftDeliverable(RichText.plain("Kế hoạch của UBND huyện"), _due(number), place),),
            lead=RichText.plain("Phòng Nội vụ"),
            cooperating=RichText.plain("Các phòng, ban, ngành; UBND các xã, thị trấn"),
        )

    def _due(number: int) -> RichText:
        return RichText.plain(("Quý I/2024", "Thường xuyên", "Khi có yêu cầu")[number % 3])

    sections = tuple(
        DraftSection(
            str(section),
            RichText.plain(f"Lĩnh vực {section}"),
            Place("", "Bảng 1", section * 100),
            tuple(task(section, number) for number in range(1, TASKS_PER_SECTION + 1)),
        )
        for section in range(1, SECTIONS + 1)
    )
    draft = AnnexDraft("bench", "", "", TaskNumbering.PER_SECTION, sections, (), ())
    letterhead = Letterhead(LetterheadId(0), "UBND tỉnh", "UBND huyện", "huyện")
    setup = OfficeSetup(OfficeLevel.DISTRICT, letterhead)
    session = create_session(path, setup, SystemClock())
    session.imports.write(session.imports.preview(draft, 2024))
    session.close()


def measure(folder: Path, program: str, *arguments: str) -> tuple[float, float]:
    """Return the seconds until a program is ready and the MiB that are its own then."""
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(ROOT),
        # An installed program has its bytecode beside it.
        "PYTHONPYCACHEPREFIX": str(folder / "bytecode"),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    begun = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", program, *arguments],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        line = process.stdout.readline()
        seconds = time.perf_counter() - begun
        assert line == "ready\n", "the program did not start"
        memory = psutil.Process(process.pid).memory_info().rss / 2**20
        process.stdin.write("\n")
        process.stdin.close()
        process.wait(timeout=60)
    return seconds, memory


def main() -> None:
    """Measure both and print a table of ratios."""
    sys.path.insert(0, str(ROOT))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.cchc"
        make_file(path)
        empty, ours = [], []
        for _ in range(1 + RUNS):
            empty.append(measure(Path(folder), EMPTY))
            ours.append(measure(Path(folder), OURS, str(path)))
    # The first run of each only fills the caches.
    empty, ours = empty[1:], ours[1:]
    print(f"{'':34}{'empty window':>14}{'this program':>14}{'ratio':>8}{'goal':>8}")
    for column, (name, goal) in enumerate(
        (("start to usable, seconds", "≤ 3.0"), ("memory, MiB (resident)", "≤ 2.5"))
    ):
        base, mine = (median(run[column] for run in runs) for runs in (empty, ours))
        print(f"{name:34}{base:14.2f}{mine:14.2f}{mine / base:8.2f}{goal:>8}")


if __name__ == "__main__":
    main()
