"""From a fresh clone to a running program or a passed test, in one command.

    python3 installer/start.py sample              the window, on the sample office
    python3 installer/start.py sample --headless   the sample's forms and workbooks, in out/
    python3 installer/start.py test                all tests
    python3 installer/start.py check               what CI runs: tests, lint, types, layers

Needs Python 3.11 or later and nothing else.  Everything is installed into ``.venv``
beside the source; on Debian and Ubuntu the few libraries that Qt takes from the system
are installed with apt-get when they are missing and the user may do so.
"""

import argparse
import ctypes.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
OUT = ROOT / "out"

YEAR = "2025"
PERIOD = ("--period", "half-year")

# What each form of the sample is printed with; the names are those of the files in ``out``.
SAMPLE_FORMS = {
    "ke-hoach-mau": ("plan",),
    "doi-chieu-yeu-cau-mau": ("demand-coverage",),
    "phu-luc-mau": ("plan-annex",),
    "bang-phan-cong-mau": ("assignment-table",),
    "phieu-giao-nhiem-vu-mau": (
        "assignment-notice",
        *("--agency", "Phòng Tư pháp"),
        *("--agency", "UBND xã Đồng Mây"),
    ),
    "phu-luc-tien-do-mau": ("progress-annex", *PERIOD),
    "bao-cao-mau": ("report", *PERIOD),
    # As of a day when some agencies are late; without it the letter counts to today.
    "don-doc-mau": ("reminder", *PERIOD, "--date", "19/6/2025"),
}

# Qt loads these from the system on Linux; PyPI wheels do not carry them.
QT_LIBRARIES = {
    "EGL": "libegl1",
    "GL": "libgl1",
    "xkbcommon": "libxkbcommon0",
    "dbus-1": "libdbus-1-3",
    "fontconfig": "libfontconfig1",
    "xcb-cursor": "libxcb-cursor0",
}


def main() -> int:
    """Carry out the command line and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    commands = parser.add_subparsers(dest="command", required=True)
    sample = commands.add_parser("sample", help="run the program on its sample")
    sample.add_argument("--headless", action="store_true", help="print the sample's forms")
    commands.add_parser("test", help="run all tests")
    commands.add_parser("check", help="run tests, lint, types and layers")
    arguments = parser.parse_args()
    if sys.version_info < (3, 11):  # noqa: UP036 - this file runs before any check of versions
        print("Python 3.11 or later is needed.", file=sys.stderr)
        return 2
    install(with_tools=arguments.command != "sample")
    if arguments.command == "sample":
        return print_sample() if arguments.headless else show_sample()
    if arguments.command == "test":
        return test()
    return check()


def install(*, with_tools: bool) -> None:
    """Make ``.venv`` and install the program, and the developers' tools if asked for."""
    install_system_libraries()
    if not PYTHON.exists():
        subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
    what = ".[dev]" if with_tools else "."
    quiet = ["--quiet", "--disable-pip-version-check"]
    subprocess.run(
        [PYTHON, "-m", "pip", "install", *quiet, "--editable", what], cwd=ROOT, check=True
    )


def install_system_libraries() -> None:
    """Install what Qt needs from the system, where that is possible and needed."""
    if not sys.platform.startswith("linux"):
        return
    missing = [pkg for lib, pkg in QT_LIBRARIES.items() if ctypes.util.find_library(lib) is None]
    if not missing:
        return
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        print("Qt needs from the system:", " ".join(missing), file=sys.stderr)
        return
    subprocess.run(["apt-get", "update", "-qq"], check=False)
    subprocess.run(["apt-get", "install", "-y", "-qq", *missing], check=True)


def fresh_sample() -> Path:
    """Write the sample office anew and return its file."""
    OUT.mkdir(exist_ok=True)
    file = OUT / "mau.cchc"
    file.unlink(missing_ok=True)
    subprocess.run([BIN / "cchc", "sample", file], check=True)
    return file


def show_sample() -> int:
    """Open the window on the sample office."""
    return subprocess.run([BIN / "cchc-desktop", fresh_sample()], check=False).returncode


def print_sample() -> int:
    """Print all forms of the sample, and its agencies' workbooks, into ``out``."""
    file = fresh_sample()
    for stem, (form, *options) in SAMPLE_FORMS.items():
        for paper in ("pdf", "docx", "xlsx"):
            call = [BIN / "cchc", "print", form, file, "--year", YEAR, "--to", paper, *options]
            subprocess.run([*call, "--output", OUT / f"{stem}.{paper}"], check=True)
    workbooks = OUT / "bieu-don-vi"
    # Workbooks of an earlier sample belong to another office and would stay beside the new.
    shutil.rmtree(workbooks, ignore_errors=True)
    workbooks.mkdir()
    call = [BIN / "cchc", "returns", "make", file, "--year", YEAR, "--period", "quarter-3"]
    subprocess.run([*call, "--folder", workbooks], check=True)
    return 0


def test(*options: str) -> int:
    """Run all tests without a screen."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    # One worker a processor: half of the tests wait for files and windows, not for each other.
    call = [PYTHON, "-m", "pytest", "--numprocesses", "auto", *options]
    return subprocess.run(call, cwd=ROOT, env=environment, check=False).returncode


def check() -> int:
    """Run every check, all of them even if one fails, and say which failed."""
    checks = {
        "tests": test,
        "lint": lambda: run("ruff", "check", "."),
        "format": lambda: run("ruff", "format", "--check", "."),
        "types": lambda: run("mypy"),
        "layers": lambda: run("lint-imports"),
        "dead code": lambda: run("vulture"),
        "spelling": lambda: run("codespell"),
    }
    failed = [name for name, job in checks.items() if job() != 0]
    print("Failed: " + ", ".join(failed) if failed else "All checks passed.")
    return 1 if failed else 0


def run(tool: str, *arguments: str) -> int:
    """Run a developers' tool from ``.venv`` in the source folder."""
    print(f"== {tool}", flush=True)
    return subprocess.run([BIN / tool, *arguments], cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
