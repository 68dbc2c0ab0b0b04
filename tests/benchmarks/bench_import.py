"""A Word table of 1,000 rows brought in, as a whole process of the command line.

Run from the checkout: ``python tests/benchmarks/bench_import.py``.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from docx import Document

ROOT = Path(__file__).resolve().parents[2]
ROWS, RUNS = 1000, 5
HEADINGS = (
    "STT",
    "Nhiệm vụ cụ thể",
    "Kết quả, sản phẩm",
    "Thời gian thực hiện",
    "Cơ quan chủ trì",
    "Cơ quan phối hợp",
    "Ghi chú",
)


def make_document(path: Path) -> None:
    """Write a Word file with one table of ``ROWS`` tasks."""
    document = Document()
    table = document.add_table(rows=0, cols=len(HEADINGS))
    for number in range(ROWS + 1):
        words = (
            HEADINGS
            if number == 0
            else (
                str(number),
                f"Rà soát, cập nhật nội dung thứ {number} theo quy định hiện hành của cấp trên",
                "Báo cáo của UBND huyện",
                "Quý II/2025",
                "Phòng Nội vụ",
                "Các phòng, ban, ngành; UBND các xã, thị trấn",
                "",
            )
        )
        for cell, text in zip(table.add_row().cells, words, strict=True):
            cell.text = text
    document.save(str(path))


def cchc(*arguments: object) -> float:
    """Run a command and return its seconds."""
    started = time.perf_counter()
    call = [sys.executable, "-m", "cchc_desktop.cli.main", *map(str, arguments)]
    subprocess.run(call, cwd=ROOT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - started


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        document, file = Path(folder, "phu-luc.docx"), Path(folder, "a.cchc")
        make_document(document)
        cchc("init", file, "--office", "Ủy ban nhân dân huyện B", "--place", "B")
        dry = [
            cchc("import", "annex", file, document, "--year", "2025", "--dry-run")
            for _ in range(RUNS)
        ]
        written = cchc("import", "annex", file, document, "--year", "2025")
    print(f"Word table of {ROWS} rows read and compared   {median(dry):6.2f} s   goal ≤ 2 s")
    print(f"the same, written                        {written:6.2f} s")


if __name__ == "__main__":
    main()
