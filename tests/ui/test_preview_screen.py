import pypdf
import pypdfium2
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QCheckBox, QFileDialog

from cchc_desktop.domain.errors import TargetBusy
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.services.printing import PaperFormat, PaperRequest, PreparedPaper
from cchc_desktop.ui.preview_export import PaperExport, default_name, free_name
from cchc_desktop.ui.preview_pages import Fit
from cchc_desktop.ui.preview_screen import PreviewScreen
from cchc_desktop.ui.printing import new_printer, pages_to_print

HEADINGS = "STT\tNhiệm vụ\tKết quả\tThời gian\tChủ trì\tPhối hợp"
LONG = " ".join(["triển khai đồng bộ các giải pháp nâng cao chất lượng phục vụ người dân"] * 3)


@pytest.fixture
def plan(workspace, settle, tmp_path):
    path = tmp_path / "nguon-2024.tsv"
    rows = [f"{n}\tViệc số {n}: {LONG}\tBáo cáo\tQuý I/2024\tPhòng Nội vụ\t" for n in range(1, 31)]
    path.write_text("\n".join((HEADINGS, "I\tCHỈ ĐẠO", *rows)), encoding="utf-8")

    def write(session):
        draft = session.imports.read_file(path)
        return session.imports.write(session.imports.preview(draft, 2024))

    workspace.mutate(write)
    settle()
    return workspace.plan


@pytest.fixture
def opened():
    return []


@pytest.fixture
def screen(qtbot, workspace, messages, opened, tmp_path):
    made = PreviewScreen(workspace, messages, open_file=opened.append, folder=tmp_path)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    return made


@pytest.fixture
def previewed(screen, plan, settle):
    screen.open_paper(PaperRequest("plan-annex", plan.year))
    settle()
    return screen


def text_of(path):
    with pypdf.PdfReader(path) as pdf:
        return "\n".join(page.extract_text() for page in pdf.pages)


def option(screen, words):
    return next(b for b in screen.findChildren(QCheckBox) if words in b.text().replace("&", ""))


def test_plan_is_shown_as_the_pdf_that_will_be_printed(previewed):
    shown = text_of(previewed._paper.path)

    assert previewed.pages.page_count > 2
    assert previewed.pages.is_sharp(0)
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in shown
    assert "Việc số 30" in " ".join(shown.split())


def test_options_make_the_paper_anew(previewed, settle):
    option(previewed, "Quốc hiệu").click()
    settle()

    assert "CỘNG HÒA XÃ HỘI" not in text_of(previewed._paper.path)
    option(previewed, "chữ ký").click()
    settle()
    assert "Họ Tên Người Ký" in text_of(previewed._paper.path)


def test_only_the_paper_shown_is_kept_on_the_disk(previewed, settle):
    first = previewed._paper.path

    option(previewed, "chữ ký").click()
    settle()

    assert [path.name for path in first.parent.iterdir()] == [previewed._paper.path.name]


def test_pages_are_turned_by_keyboard(qtbot, previewed, settle):
    pages = previewed.pages
    qtbot.keyClick(pages, Qt.Key.Key_PageDown)
    assert pages.page == 1
    qtbot.keyClick(pages, Qt.Key.Key_End)
    assert pages.page == pages.page_count - 1
    qtbot.keyClick(pages, Qt.Key.Key_PageUp)
    assert pages.page == pages.page_count - 2

    qtbot.keyClick(pages, Qt.Key.Key_Home)
    settle()

    assert pages.page == 0
    assert pages.is_sharp(0)


def test_page_number_typed_brings_that_page(qtbot, previewed, settle):
    field = previewed.bar._page
    field.selectAll()
    qtbot.keyClicks(field, "99")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    settle()

    assert previewed.pages.page == previewed.pages.page_count - 1
    assert field.text() == str(previewed.pages.page_count)


def test_ctrl_and_wheel_zoom_within_bounds(previewed, settle):
    def wheel(steps):
        event = QWheelEvent(
            QPointF(50, 50),
            QPointF(50, 50),
            QPoint(),
            QPoint(0, 120 * steps),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.ControlModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        previewed.pages.wheelEvent(event)

    wheel(50)
    assert previewed.pages.percent == 200
    wheel(-90)
    settle()

    assert previewed.pages.percent == 50
    assert previewed.pages.fit is Fit.FREE
    assert previewed.pages.is_sharp(previewed.pages.page)


@pytest.mark.parametrize("percent", [51, 63, 77, 83, 97, 113])
def test_every_size_comes_to_rest_with_a_sharp_page(previewed, settle, percent):
    previewed.pages.set_percent(percent)
    settle()

    assert previewed.pages.is_sharp(0)


def test_whole_page_fits_into_the_view(previewed, settle):
    previewed.pages.set_fit(Fit.PAGE)
    settle()

    rect = previewed.pages._page_rect(0)
    assert previewed.pages.viewport().rect().contains(rect)


def test_pictures_kept_stay_within_bounds(previewed, settle):
    previewed.pages.set_percent(200)
    settle()
    for page in range(previewed.pages.page_count):
        previewed.pages.go_to(page)
        settle()

    assert previewed.pages.cached_bytes <= 96 * 1024 * 1024
    assert previewed.pages.is_sharp(previewed.pages.page_count - 1)


def test_plan_changed_meanwhile_is_shown_as_it_is_now(previewed, workspace, settle):
    workspace.mutate(lambda session: session.plans.delete(workspace.plan.id))
    settle()
    workspace.undo()
    settle()
    title = workspace.plan.sections[0]
    key = title.id

    def rename(session):
        from cchc_desktop.domain.annex_draft import AnnexColumn
        from cchc_desktop.domain.plan_rows import RowKey, RowKind

        row = RowKey(RowKind.SECTION, key)
        return session.cells.set_cell(row, AnnexColumn.CONTENT, RichText.plain("ĐIỀU HÀNH MỚI"))

    workspace.mutate(rename)
    settle()

    assert "ĐIỀU HÀNH MỚI" in text_of(previewed._paper.path)


def test_word_and_excel_files_are_written_and_opened(previewed, settle, opened, tmp_path):
    previewed.open_in_word()
    settle()
    previewed.open_in_excel()
    settle()

    assert [path.name for path in opened] == ["Phụ lục CCHC 2024.docx", "Phụ lục CCHC 2024.xlsx"]
    assert all(path.parent == tmp_path and path.stat().st_size > 1000 for path in opened)


def test_existing_file_is_overwritten_only_when_agreed(
    previewed, settle, opened, tmp_path, messages
):
    mine = tmp_path / "Phụ lục CCHC 2024.docx"
    mine.write_text("của tôi", encoding="utf-8")
    messages.answers = [False]
    previewed.open_in_word()
    settle()
    assert mine.read_text(encoding="utf-8") == "của tôi"
    assert opened.pop().name == "Phụ lục CCHC 2024 (2).docx"

    messages.answers = [True]
    previewed.open_in_word()
    settle()

    assert opened == [mine]
    assert mine.read_bytes().startswith(b"PK")


class _HeldPaper:
    """A paper whose first target another program holds."""

    def __init__(self, held):
        self._held = held

    def write(self, paper, target):
        if target == self._held:
            raise TargetBusy(file=str(target))
        target.write_bytes(b"%PDF")
        return target


def test_target_open_elsewhere_is_said_and_another_name_offered(
    workspace, messages, settle, tmp_path
):
    held = tmp_path / "Phụ lục.pdf"
    held.write_bytes(b"")
    export = PaperExport(workspace, messages)
    messages.answers = [True, True]

    export.write(_HeldPaper(held), PaperFormat.PDF, held)
    settle()
    settle()

    assert "đang mở trong chương trình khác" in messages.questions[-1]
    assert (tmp_path / "Phụ lục (2).pdf").read_bytes() == b"%PDF"


def test_folder_that_cannot_be_written_is_an_error_message(
    screen, plan, settle, messages, tmp_path
):
    screen._folder = tmp_path / "không có"
    screen.open_paper(PaperRequest("plan-annex", plan.year))
    settle()

    screen.open_in_word()
    settle()

    assert messages.take_error().code == "target_not_writable"


def test_pdf_is_saved_where_the_officer_says(previewed, settle, tmp_path, messages):
    previewed.save_pdf()
    dialog = previewed.findChild(QFileDialog)
    assert dialog.selectedFiles()[0].endswith("Phụ lục CCHC 2024.pdf")
    target = tmp_path / "để ký.pdf"
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    settle()

    assert target.read_bytes() == previewed._paper.path.read_bytes()
    assert str(target) in messages.notices[-1]


def printer_to(path, screen):
    printer = new_printer(screen._paper, "Phụ lục")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(150)
    return printer


def test_all_pages_are_printed_in_the_paper_s_own_size(previewed, settle, tmp_path):
    target = tmp_path / "in.pdf"

    previewed.print_with(printer_to(target, previewed))
    settle()

    printed = pypdf.PdfReader(target)
    assert len(printed.pages) == previewed.pages.page_count
    box = printed.pages[0].mediabox
    assert (round(box.width), round(box.height)) == (842, 595)
    assert previewed.bar.print_button.text() == "&In"


def test_chosen_pages_only_are_printed(previewed, settle, tmp_path):
    target = tmp_path / "in.pdf"
    printer = printer_to(target, previewed)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)

    previewed.print_with(printer)
    settle()

    assert len(pypdf.PdfReader(target).pages) == 2


def test_copies_are_repeated_for_printers_that_cannot(previewed):
    printer = new_printer(previewed._paper, "Phụ lục")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setPrintRange(QPrinter.PrintRange.CurrentPage)
    printer.setCopyCount(2)

    pages = pages_to_print(printer, 5, 3)

    assert len(pages) == (1 if printer.supportsMultipleCopies() else 2)
    assert set(pages) == {3}


def test_ctrl_p_asks_for_the_printer_and_prints(qtbot, workspace, messages, plan, settle, tmp_path):
    target = tmp_path / "in.pdf"
    asked = []

    def choose(parent, printer, page_count):
        asked.append(page_count)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(target))
        printer.setResolution(100)
        return True

    screen = PreviewScreen(workspace, messages, ask_printer=choose)
    qtbot.addWidget(screen)
    screen.show()
    screen.open_paper(PaperRequest("plan-annex", plan.year))
    settle()

    qtbot.keyClick(screen, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    settle()

    assert len(pypdf.PdfReader(target).pages) == asked[0]


def test_printing_can_be_stopped(previewed, settle, tmp_path):
    previewed.print_with(printer_to(tmp_path / "in.pdf", previewed))
    assert previewed.bar.print_button.text() == "&Dừng in"

    previewed.choose_printer()
    settle()

    assert previewed.bar.print_button.text() == "&In"


def test_escape_closes(qtbot, previewed):
    with qtbot.waitSignal(previewed.closed):
        qtbot.keyClick(previewed, Qt.Key.Key_Escape)

    assert previewed.pages.page_count == 0


def test_names_of_files_hold_nothing_that_windows_forbids(tmp_path):
    prepared = PreparedPaper(None, "", "Phụ lục II/A CCHC 2024", tmp_path)

    assert default_name(prepared, PaperFormat.PDF) == "Phụ lục II A CCHC 2024.pdf"


def test_a_name_that_is_taken_gets_a_number(tmp_path):
    taken = tmp_path / "a (2).pdf"
    taken.touch()
    assert free_name(tmp_path / "a.pdf").name == "a (3).pdf"


def ink_mm(path):
    with pypdfium2.PdfDocument(path) as pdf:
        picture = pdf[0].render(scale=2).to_pil().convert("L")
    box = picture.point(lambda value: 255 if value < 128 else 0).getbbox()
    return [value / 2 * 25.4 / 72 for value in box]


def test_printed_page_lies_where_the_paper_has_it(previewed, settle, tmp_path):
    target = tmp_path / "in.pdf"

    previewed.print_with(printer_to(target, previewed))
    settle()

    assert ink_mm(target) == pytest.approx(ink_mm(previewed._paper.path), abs=1)
