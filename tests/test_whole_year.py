"""A whole year of a real district, played by command line: every figure is counted again here.

Agencies get their workbooks, fill them in, and send them back; what they say goes into a
ledger of the test's own, from which it counts without the program's rules.
"""

import json
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pdfplumber
import pytest

from cchc_desktop.cli.main import main
from cchc_desktop.domain.agency import AgencyKind
from cchc_desktop.domain.clock import FixedClock
from cchc_desktop.domain.office import Letterhead, LetterheadId, OfficeLevel, usual_signer
from cchc_desktop.domain.starter_catalogue import StarterAgency
from cchc_desktop.services.session import OfficeSetup, create_session

ANNEX = Path(__file__).parents[2] / "shared" / "cases" / "ninh-son-2024-phu-luc.docx"
YEAR = 2024
OFFICE = "Ủy ban nhân dân huyện Ninh Sơn"
COMMUNES = ("UBND xã thứ nhất", "UBND xã thứ hai", "UBND thị trấn")
PERIODS = {
    "quarter-1": (date(2023, 12, 15), date(2024, 3, 14)),
    "half-year": (date(2023, 12, 15), date(2024, 6, 14)),
    "quarter-3": (date(2024, 6, 15), date(2024, 9, 14)),
    "year": (date(2023, 12, 15), date(2024, 12, 14)),
}
WORDS = {
    "not_started": "Chưa thực hiện",
    "in_progress": "Đang thực hiện",
    "done": "Đã hoàn thành",
    "not_arisen": "Chưa phát sinh",
    "dropped": "Không còn phù hợp",
}
STATES = (
    "not_due",
    "in_progress",
    "done_on_time",
    "done_late",
    "overdue",
    "not_arisen",
    "dropped",
)

pytestmark = pytest.mark.skipif(not ANNEX.exists(), reason="the real annex is not at hand")


@dataclass
class Piece:
    """One piece of work as the test keeps it: its deadline, and what was said, by period."""

    place: str
    section: str
    task: str
    agency: str
    leads: tuple[str, ...]
    kind: str
    due: date | None
    said: list[tuple[str, str, date | None]] = field(default_factory=list)
    fate: random.Random = field(default_factory=random.Random)

    def stands(self, cutoff: date) -> str:
        """How it stands, worked out the short way."""
        statement, when, done_on = self.said[-1] if self.said else ("", "", None)
        if statement == "dropped":
            return "dropped"
        if statement == "done" and self.kind == "recurring":
            return "done_on_time" if when == "year" else "in_progress"
        if statement == "done":
            return "done_late" if self.due and done_on and done_on > self.due else "done_on_time"
        if self.kind == "dated" and self.due and cutoff > self.due:
            return "overdue"
        if statement == "in_progress":
            return "in_progress"
        if statement == "not_arisen" or self.kind == "event":
            return "not_arisen"
        return "not_due"


def together(states: list[str]) -> str:
    """How a task stands whose pieces stand so, worked out the short way."""
    left = [state for state in states if state != "dropped"]
    if not left:
        return "dropped"
    if "overdue" in left:
        return "overdue"
    if all(state.startswith("done") for state in left):
        return "done_late" if "done_late" in left else "done_on_time"
    kinds = set(left)
    if kinds == {"not_arisen"}:
        return "not_arisen"
    return "not_due" if kinds <= {"not_due", "not_arisen"} else "in_progress"


class Year:
    """The data file, the test's own ledger, and the command line."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.file = folder / "ninh-son.cchc"
        self._capsys = capsys
        letterhead = Letterhead(
            LetterheadId(0),
            "Ủy ban nhân dân tỉnh Ninh Thuận",
            OFFICE,
            "Ninh Sơn",
            standing_agency="Phòng Nội vụ",
            standing_symbol="NV",
            signer=usual_signer(OFFICE),
        )
        communes = [StarterAgency(name, AgencyKind.COMMUNE) for name in COMMUNES]
        clock = FixedClock(datetime(2024, 1, 5, 8, 0))
        setup = OfficeSetup(OfficeLevel.DISTRICT, letterhead)
        create_session(self.file, setup, clock, communes).close()
        self.call("import", "annex", self.file, ANNEX, "--year", YEAR)
        self.pieces = list(self._pieces())

    def call(self, *arguments: object, code: int = 0) -> Any:
        """Call the command line; return its JSON, if any."""
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        said = self._capsys.readouterr()
        assert ended.value.code == code, said.err
        return json.loads(said.out) if "--json" in arguments else said

    def _pieces(self) -> Iterator[Piece]:
        plan = self.call("show", "plan", self.file, "--year", YEAR, "--json")
        agencies = self.call("agencies", self.file, "--json")
        later = {a["name"] for a in agencies["agencies"] if (a["valid_from"] or "") > "2024-12-31"}
        groups = {
            group["name"]: [name for name in group["members"] if name not in later]
            for group in agencies["groups"]
        }
        for section in plan["sections"]:
            for top in section["tasks"]:
                name = f"{section['number']}.{top['number']}"
                for task in (top, *top["subtasks"]):
                    if task["subtasks"] and not task["deliverables"]:
                        continue
                    place = name if task is top else f"{name}.{task['number'].rstrip(')')}"
                    lead = task["lead"]
                    leads = tuple(
                        dict.fromkeys(
                            [*lead["agencies"], *(m for g in lead["groups"] for m in groups[g])]
                        )
                    )
                    (product,) = task["deliverables"]
                    deadline = product["deadline"]
                    due = deadline["due"] and date.fromisoformat(deadline["due"])
                    for agency in leads if lead["groups"] else ("",):
                        yield Piece(
                            place,
                            section["number"],
                            name,
                            agency,
                            leads,
                            deadline["kind"],
                            due,
                            fate=random.Random(f"{place} {agency}"),
                        )

    def make_returns(self, period: str) -> Path:
        """Have the workbooks made."""
        target = self.folder / period
        target.mkdir()
        made = self.call(
            "returns", "make", self.file, "--year", YEAR, "--period", period,
            "--folder", target, "--json",
        )  # fmt: skip
        leading = {
            a for piece in self.pieces for a in ([piece.agency] if piece.agency else piece.leads)
        }
        assert {file["agency"] for file in made["files"]} == leading
        return target

    def fill(self, folder: Path, period: str) -> None:
        """Fill the workbooks in as agencies do, and note in the ledger what they say."""
        answered: set[tuple[str, str]] = set()
        for file in sorted(folder.glob("*.xlsx")):
            book = openpyxl.load_workbook(file)
            sheet = book.worksheets[0]
            agency = file.name.split(" - ", 1)[1].rsplit(" - ", 1)[0]
            columns = {c.value: c.column for row in sheet.iter_rows(1, 6) for c in row if c.value}
            for row in range(1, sheet.max_row + 1):
                place = str(sheet.cell(row, columns["STT"]).value or "").rstrip(")")
                for piece in self.pieces:
                    whose = piece.agency or piece.leads[0] if piece.leads else ""
                    if piece.place == place and whose == agency:
                        self._answer(sheet, row, columns, piece, period)
                        answered.add((place, piece.agency))
            book.save(file)
        assert len(answered) == len([p for p in self.pieces if p.leads])

    def _answer(
        self, sheet: Any, row: int, columns: dict[str, int], piece: Piece, period: str
    ) -> None:
        if piece.said and piece.said[-1][0] == "done" and piece.kind != "recurring":
            return
        first, last = PERIODS[period]
        if period in ("half-year", "year"):
            first = last - timedelta(days=80)
        odds = {"done": 5, "in_progress": 4, "not_started": 2, "not_arisen": 1, "dropped": 0.2}
        (statement,) = piece.fate.choices(list(odds), list(odds.values()))
        if piece.kind == "event" and piece.fate.random() < 0.6:
            statement = "not_arisen"
        done_on = None
        sheet.cell(row, columns["Tình hình thực hiện"]).value = WORDS[statement]
        sheet.cell(
            row, columns["Kết quả thực hiện"]
        ).value = f"{piece.place}: {statement}, {period}"
        if statement == "done":
            done_on = first + timedelta(days=piece.fate.randrange((last - first).days))
            sheet.cell(row, columns["Ngày hoàn thành"]).value = done_on
            number = sheet.cell(row, columns["Số, ký hiệu văn bản"])
            number.value = f"{piece.fate.randrange(1, 400)}/KH-UBND"
            sheet.cell(row, columns["Ngày văn bản"]).value = done_on
            sheet.cell(row, columns["Trích yếu"]).value = "Kế hoạch triển khai"
        piece.said.append((statement, period, done_on))

    def collect(self, folder: Path, period: str, *more: str, code: int = 0) -> Any:
        """Collect the workbooks."""
        files = sorted(folder.glob("*.xlsx"))
        return self.call(
            "returns", "collect", self.file, *files, "--year", YEAR, "--period", period, *more,
            "--json", code=code,
        )  # fmt: skip

    def counted(self, period: str) -> Counter[str]:
        """Count the tasks by state, by the ledger."""
        return Counter(self.standing(period).values())

    def standing(self, period: str) -> dict[str, str]:
        """How each task stands, by the ledger."""
        cutoff = PERIODS[period][1]
        by_task: dict[str, list[str]] = {}
        for piece in self.pieces:
            by_task.setdefault(piece.task, []).append(piece.stands(cutoff))
        return {task: together(states) for task, states in by_task.items()}

    def result_of(self, piece: Piece, period: str) -> str:
        shown = self.call(
            "progress", "show", self.file, "--year", YEAR, "--period", period, "--json"
        )
        (work,) = [w for w in shown["work"] if w["task"].rstrip(")") == piece.place]
        return work["record"]["result"]

    def summary(self, period: str, *by: str) -> Any:
        return self.call(
            "progress", "summary", self.file, "--year", YEAR, "--period", period, *by, "--json"
        )

    def print(self, form: str, period: str, paper: str) -> Path:
        target = self.folder / f"{form}-{period}.{paper}"
        self.call(
            "print", form, self.file, "--year", YEAR, "--period", period, "--to", paper,
            "--output", target,
        )  # fmt: skip
        return target


@pytest.fixture
def year(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Year:
    return Year(tmp_path, capsys)


def text_of(pdf: Path) -> str:
    with pdfplumber.open(pdf) as pages:
        return " ".join(" ".join((p.extract_text() or "").split()) for p in pages.pages)


def share(part: int, whole: int) -> str:
    """Percent with two decimals, halves up, as the ministry's tables write it."""
    hundredths = (part * 1_000_000 // whole + 50) // 100
    return f"{hundredths // 100},{hundredths % 100:02}%"


def test_every_figure_of_a_year_equals_an_independent_count(year):
    for period in PERIODS:
        folder = year.make_returns(period)
        year.fill(folder, period)
        collected = year.collect(folder, period)
        assert not [f for f in collected["files"] if f["status"] == "refused"]
        again = year.collect(folder, period)
        assert again["written"] is False
        assert {file["status"] for file in again["files"]} <= {"same", "untouched"}

        shown = year.call(
            "progress", "show", year.file, "--year", YEAR, "--period", period, "--json"
        )
        stands = {(w["task"].rstrip(")"), w["agency"] or ""): w["state"] for w in shown["work"]}
        cutoff = PERIODS[period][1]
        assert stands == {(p.place, p.agency): p.stands(cutoff) for p in year.pieces}

        expected = year.counted(period)
        whole = year.summary(period)["whole"]
        assert whole["states"] == {state: expected[state] for state in STATES}
        assert whole["total"] == 41

        standing = year.standing(period)
        for section in year.summary(period, "--by", "section")["by_section"]:
            of_section = [
                state for task, state in standing.items() if task.split(".")[0] == section["number"]
            ]
            counts = Counter(of_section)
            assert section["states"] == {state: counts[state] for state in STATES}

        done = expected["done_on_time"] + expected["done_late"]
        applicable = 41 - expected["dropped"]
        year.call("report", "refresh", year.file, "--year", YEAR, "--period", period)
        report = text_of(year.print("report", period, "pdf"))
        assert f"{done:02}/{applicable} nhiệm vụ" in report
        assert share(done, applicable) in report
        annex = text_of(year.print("progress-annex", period, "pdf"))
        assert "Tổng số 41 nhiệm vụ" in annex

        book = openpyxl.load_workbook(year.print("progress-annex", period, "xlsx"))
        cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
        assert not [cell for cell in cells if cell.data_type == "f"]
        year.call("period", "close", year.file, "--year", YEAR, "--period", period)


def test_a_conflict_waits_for_a_decision_and_a_closed_period_for_a_reason(year):
    folder = year.make_returns("quarter-1")
    piece = next(p for p in year.pieces if p.leads and not p.agency)
    year.call(
        "progress", "set", year.file, "--year", YEAR, "--period", "quarter-1",
        "--task", piece.place, "--result", "Văn phòng ghi", "--json",
    )  # fmt: skip
    year.fill(folder, "quarter-1")

    undecided = year.collect(folder, "quarter-1", code=1)
    assert undecided["undecided"] == 1
    assert year.result_of(piece, "quarter-1") == "Văn phòng ghi"
    year.collect(folder, "quarter-1", "--prefer", "returned")
    assert year.result_of(piece, "quarter-1") == f"{piece.place}: {piece.said[-1][0]}, quarter-1"

    at = ("--year", YEAR, "--period", "quarter-1")
    year.call("period", "close", year.file, *at)
    year.call("progress", "set", year.file, *at, "--task", piece.place, "--result", "x", code=1)
    year.call("period", "reopen", year.file, *at, "--reason", "Đơn vị gửi sót số liệu")
    year.call("progress", "set", year.file, *at, "--task", piece.place, "--result", "Sửa lại")
    trail = year.call("period", "history", year.file, *at, "--json")
    assert [step["action"] for step in trail["closings"]] == ["closed", "reopened"]
    assert trail["closings"][1]["reason"] == "Đơn vị gửi sót số liệu"
