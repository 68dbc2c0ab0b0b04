"""The lines of a report as a model: its signals hold, and what is typed stays shown."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.changes import ChangeSet
from cchc_desktop.domain.report import ReportParagraph
from cchc_desktop.domain.report_changes import word_changes
from cchc_desktop.domain.report_text import LiveText
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.services.session import Session
from cchc_desktop.ui.report_commands import target_before, target_behind
from cchc_desktop.ui.report_details import difference_html
from cchc_desktop.ui.report_lines import LineKind
from cchc_desktop.ui.report_model import ReportModel
from cchc_desktop.ui.report_screen import ReportScreen
from tests.ui.report_parts import (  # noqa: F401
    COMPLETION,
    QUARTER_1,
    Files,
    feed,
    files,
    screen,
    wait,
)

Wait = Callable[[], None]


def test_model_holds_before_and_after_each_kind_of_change(
    screen: ReportScreen,  # noqa: F811
    qtmodeltester: ModelTester,
    qtbot: QtBot,
    settle: Wait,
) -> None:
    qtmodeltester.check(screen.model)
    screen.commands.save_words("opening", RichText.plain("Lời khác"))
    wait(screen, qtbot, settle)
    qtmodeltester.check(screen.model)
    screen.commands.save_new("opening", RichText.plain("Thêm"))
    wait(screen, qtbot, settle)
    qtmodeltester.check(screen.model)
    screen.text.go_to("own.1")
    screen.commands.delete()
    wait(screen, qtbot, settle)
    qtmodeltester.check(screen.model)


def test_rewritten_words_are_shown_before_they_are_kept(
    screen: ReportScreen,  # noqa: F811
    qtbot: QtBot,
    settle: Wait,
) -> None:
    row = screen.model.row_of("opening")
    assert row is not None
    index = screen.model.index(row)
    assert screen.model.setData(index, RichText.plain("Mới"))
    assert screen.model.index(row).data() == "Mới"
    assert not screen.model.setData(index, RichText.plain("Mới"))
    wait(screen, qtbot, settle)
    assert screen.model.index(row).data() == "Mới"


def test_refused_words_are_not_lost(
    screen: ReportScreen,  # noqa: F811
    qtbot: QtBot,
    settle: Wait,
    qapp: object,
) -> None:
    messages = screen.commands._messages
    screen.commands.save_words("no-such-paragraph", RichText.plain("Lời quý"))
    wait(screen, qtbot, settle)
    assert messages.take_error()  # type: ignore[attr-defined]
    assert QGuiApplication.clipboard().text() == "Lời quý"


def test_paragraph_the_data_newly_call_for_is_proposed_in_its_place(
    screen: ReportScreen,  # noqa: F811
    qtbot: QtBot,
    settle: Wait,
) -> None:
    screen.commands.begin(lambda: None)
    wait(screen, qtbot, settle)

    def add_section(session: Session) -> ChangeSet:
        plan = session.plans.load_year(2024)
        title = RichText.plain("CẢI CÁCH TỔ CHỨC BỘ MÁY")
        return session.rows.add_section(plan.id, title, plan.sections[-1].id).change_set

    screen._workspace.mutate(add_section)
    wait(screen, qtbot, settle)
    kinds = [line.kind for line in screen.model.lines]
    assert LineKind.PROPOSED in kinds
    line = screen.model.lines[kinds.index(LineKind.PROPOSED)]
    screen.text.go_to(line.code)
    screen.details.refresh()
    screen.details.take_button.click()
    wait(screen, qtbot, settle)
    row = screen.model.row_of(line.code)
    assert row is not None
    assert screen.model.lines[row].kind is LineKind.PARAGRAPH


def paragraphs(*levels: int) -> list[ReportParagraph]:
    text = LiveText(RichText.plain("x"))
    return [ReportParagraph(str(n), level, text, text) for n, level in enumerate(levels)]


@pytest.mark.parametrize(
    ("levels", "code", "before", "behind"),
    [
        ((0, 0, 0, 0), "2", "0", "3"),
        ((0, 0, 0, 0), "1", None, "2"),
        ((0, 1, 0, 1, 0), "3", "0", None),
        ((0, 1, 0, 1, 0), "1", None, "4"),
        ((0, 1, 2, 0, 2, 0), "4", "1", None),
        ((0, 1, 2, 0, 2, 0), "2", None, "5"),
        ((0, 1, 2, 0, 1, 2), "5", None, None),
    ],
)
def test_neighbour_to_move_past_is_found(
    levels: tuple[int, ...], code: str, before: str | None, behind: str | None
) -> None:
    shown = paragraphs(*levels)
    assert target_before(shown, code) == before
    assert target_behind(shown, code) == behind


def test_difference_marks_what_goes_and_what_comes_and_escapes_the_rest() -> None:
    html = difference_html(word_changes("có 04 nhiệm vụ <b>", "có 05 nhiệm vụ <b>"))
    assert "<s " in html
    assert ">04</s>" in html
    assert ">05</b></u>" in html
    assert "&lt;b&gt;" in html


def test_model_without_report_is_empty_and_locked(qapp: object) -> None:
    model = ReportModel()
    model.show_sight(None)
    assert model.rowCount() == 0
    assert model.is_locked
