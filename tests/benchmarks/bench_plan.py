"""The whole plan of the sample as a paper, brought in, checked, issued and compared.

Run from the checkout: ``python tests/benchmarks/bench_plan.py``.  Each figure is the median of
whole processes of the command line; the PDF stands beside LibreOffice converting our Word twin.
"""

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
RUNS = 5


def seconds(call: list[str]) -> float:
    """Run a process and return its seconds."""
    started = time.perf_counter()
    subprocess.run(call, cwd=ROOT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - started


def cchc(*arguments: object) -> float:
    """Run a command and return its seconds."""
    return seconds([sys.executable, "-m", "cchc_desktop.cli.main", *map(str, arguments)])


def say(what: str, measure: Callable[[], float], runs: int = RUNS) -> float:
    """Measure, print, and return the median."""
    found = median(measure() for _ in range(runs))
    print(f"{what:<58} {found:6.2f} s")
    return found


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        file, pdf, word = place / "a.cchc", place / "a.pdf", place / "a.docx"
        cchc("sample", file)
        of_year = ("--year", "2025")

        ours = say(
            "whole plan (text and annex of 50 tasks) to PDF",
            lambda: cchc("print", "plan", file, *of_year, "--to", "pdf", "--output", pdf),
        )
        say(
            "whole plan to Word",
            lambda: cchc("print", "plan", file, *of_year, "--to", "docx", "--output", word),
        )
        office = shutil.which("soffice")
        if office:
            profile = f"-env:UserInstallation=file://{place / 'profile'}"
            call = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", folder]
            seconds([*call, str(word)])
            theirs = say("the Word twin to PDF by LibreOffice", lambda: seconds([*call, str(word)]))
            print(f"{'':<58} {theirs / ours:6.1f} x")
        say(
            "the Word twin brought in again, read and compared",
            lambda: cchc("import", "plan", file, word, *of_year, "--dry-run"),
        )
        say("text and annex checked", lambda: cchc("check", file, *of_year))
        say("issued", lambda: cchc("issue", file, *of_year, "--date", "20/01/2025"), 1)
        say("verified", lambda: cchc("verify", file, *of_year))
        cchc("amend", file, *of_year, "--reason", "Theo chỉ tiêu mới")
        compared = ("--left", "2025:1", "--right", "2025")
        say("two versions compared", lambda: cchc("compare", file, *compared))
        carried = ("--from", "2025", "--to", "2026", "--dry-run")
        say("carry-over proposed", lambda: cchc("carry-over", file, *carried))


if __name__ == "__main__":
    main()
