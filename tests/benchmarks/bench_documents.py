"""How fast an annex becomes PDF and Excel, beside LibreOffice and bare openpyxl.

Run from the top folder: ``python tests/benchmarks/bench_documents.py``.  Each figure is
the best of several whole processes, from start to exit, with the peak of their memory.
The goals are those of the design: PDF of 50 rows at least 4 times and of 2,000 rows at
least 2 times faster than LibreOffice, at most 100 MB; Excel of 5,000 rows at most 1.5
times bare openpyxl.
"""

import os
import shutil
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
RUNS = 3


@dataclass(frozen=True)
class Cost:
    seconds: float
    peak_mb: float


def make_plan(rows):
    """A plan of ``rows`` tasks in sections of fifty, with cells as long as real ones."""
    from cchc_desktop.domain.deadline import Deadline
    from cchc_desktop.domain.plan import (
        Assignment,
        Deliverable,
        Plan,
        PlanTask,
        Section,
        section_number,
    )
    from cchc_desktop.domain.rich_text import RichText

    def text(words):
        return RichText.plain(words)

    content = (
        "Rà soát, đơn giản hóa quy trình nội bộ giải quyết thủ tục hành chính thuộc thẩm "
        "quyền của Ủy ban nhân dân huyện, nhiệm vụ số {n}, gắn với việc tái sử dụng dữ liệu "
        "đã số hóa"
    )
    sections = []
    for start in range(0, rows, 50):
        tasks = tuple(
            PlanTask(
                id=n,
                number=str(n - start + 1),
                content=text(content.format(n=n)),
                deliverables=(
                    Deliverable(n, text("Quyết định của Chủ tịch Ủy ban nhân dân huyện"),
                                Deadline(text("Trước ngày 15/6/2027"))),
                ),
                lead=Assignment(text("Văn phòng HĐND và UBND huyện")),
                cooperating=Assignment(text("Các phòng, ban, ngành; UBND các xã, thị trấn")),
                note=text("Lồng ghép" if n % 7 == 0 else ""),
            )
            for n in range(start, min(start + 50, rows))
        )  # fmt: skip
        number = len(sections) + 1
        title = text(f"LĨNH VỰC CẢI CÁCH THỨ {number}")
        sections.append(Section(number, section_number(number), title, tasks))
    return Plan(1, 2027, "Nhiệm vụ cải cách hành chính năm 2027", sections=tuple(sections))


def write(kind, rows, target):
    """Write the annex of ``rows`` tasks; runs in a process of its own."""
    from cchc_desktop.documents.form import load_form
    from cchc_desktop.documents.plan_annex import AnnexOptions, compose_plan_annex
    from cchc_desktop.domain.office import Letterhead, LetterheadId
    from cchc_desktop.system.fonts import find_fonts

    fonts = find_fonts(ROOT / "resources" / "fonts")
    head = Letterhead(LetterheadId(1), "Ủy ban nhân dân tỉnh A", "Ủy ban nhân dân huyện B", "B")
    form = load_form(ROOT / "forms" / "plan-annex")
    document = compose_plan_annex(make_plan(rows), head, form, AnnexOptions())
    if kind == "pdf":
        from cchc_desktop.documents.pdf import write_pdf

        write_pdf(document, target, fonts)
    elif kind == "xlsx":
        from cchc_desktop.documents.excel import write_excel

        write_excel(document, target, fonts)
    else:
        from cchc_desktop.documents.word import write_word

        write_word(document, target)


def write_bare(rows, target, *, streamed):
    """Write the same cells with nothing but openpyxl."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Border, Font, Side

    side = Side(style="thin")
    border = Border(left=side, right=side, top=side, bottom=side)
    font, bold = Font(name="Times New Roman", size=13), Font(name="Times New Roman", bold=True)
    alignment = Alignment(vertical="center", wrap_text=True)
    book = Workbook(write_only=streamed)
    sheet = book.create_sheet() if streamed else book.active
    line = 0
    for section in make_plan(rows).sections:
        texts = [(bold, [section.number, section.title.text, "", "", "", "", ""])]
        texts += [
            (font, [t.number, t.content.text, t.deliverables[0].product.text,
                    t.deliverables[0].deadline.text.text, t.lead.text.text,
                    t.cooperating.text.text, t.note.text])
            for t in section.tasks
        ]  # fmt: skip
        for face, values in texts:
            line += 1
            row = []
            for column, value in enumerate(values, 1):
                cell = WriteOnlyCell(sheet) if streamed else sheet.cell(line, column)
                cell.value = value
                cell.font, cell.alignment, cell.border = face, alignment, border
                row.append(cell)
            if streamed:
                sheet.append(row)
    book.save(target)


def cost_of(command, environment=None):
    """Run a command several times; return its best time and its peak memory."""
    best = Cost(float("inf"), 0.0)
    for _ in range(RUNS):
        started = time.perf_counter()
        process = os.posix_spawnp(
            command[0],
            command,
            {**os.environ, **(environment or {})},
            file_actions=[
                (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
                (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
            ],
        )
        _, status, usage = os.wait4(process, 0)
        seconds = time.perf_counter() - started
        if status:
            raise SystemExit(f"{command} ended with {status}")
        best = Cost(min(best.seconds, seconds), max(best.peak_mb, usage.ru_maxrss / 1024))
    return best


def own(*arguments):
    """The command that runs one of this file's writers in a process of its own."""
    environment = {"PYTHONPATH": str(ROOT)}
    return cost_of([sys.executable, str(Path(__file__)), *map(str, arguments)], environment)


def libreoffice(source, folder):
    profile = f"-env:UserInstallation=file://{folder}/profile"
    return cost_of(["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir",
                    str(folder / "converted"), str(source)])  # fmt: skip


def report(name, cost, other=None, other_name=""):
    ratio = f"   {other.seconds / cost.seconds:5.2f} x faster than {other_name}" if other else ""
    print(f"{name:<34}{cost.seconds:8.2f} s{cost.peak_mb:8.0f} MB{ratio}")


def bench_pdf(folder):
    has_libreoffice = shutil.which("soffice") is not None
    if not has_libreoffice:
        print("LibreOffice is not installed: its side of the comparison is left out")
    for rows in (50, 500, 2000):
        cost = own("pdf", rows, folder / "a.pdf")
        other = None
        if has_libreoffice:
            source = folder / f"rows-{rows}.xlsx"
            own("xlsx", rows, source)
            other = libreoffice(source, folder)
            report(f"LibreOffice, {rows} rows to PDF", other)
        report(f"annex of {rows} rows to PDF", cost, other, "LibreOffice")


def bench_excel(folder):
    for streamed in ("normal", "write-only"):
        bare = own(f"bare-{streamed}", 5000, folder / "bare.xlsx")
        report(f"bare openpyxl {streamed}, 5000 rows", bare)
    cost = own("xlsx", 5000, folder / "a.xlsx")
    report("annex of 5000 rows to Excel", cost, bare, "bare openpyxl write-only")


def bench_word(folder):
    report("annex of 5000 rows to Word", own("docx", 5000, folder / "a.docx"))


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bench_pdf(folder)
        bench_excel(folder)
        bench_word(folder)


if __name__ == "__main__":
    if len(sys.argv) == 4:
        kind, rows, target = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
        if kind.startswith("bare"):
            write_bare(rows, target, streamed=kind == "bare-write-only")
        else:
            write(kind, rows, target)
    else:
        main()
