"""The panel of details: what was understood, and how an officer corrects it."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.agency import Role
from cchc_desktop.domain.deadline import DeadlineKind, DeadlineReading, Milestone, Recurrence
from cchc_desktop.ui.plan_agency_choice import AgencyChoice
from cchc_desktop.ui.plan_deadline_form import milestones_text, parse_milestones
from cchc_desktop.ui.plan_details import PlanDetails
from cchc_desktop.ui.plan_screen import PlanScreen
from tests.ui.plan_parts import CONTENT, row, screen, stand_in

__all__ = ["screen"]

Settle = Callable[[], None]


def show(screen: PlanScreen, place: int) -> PlanDetails:
    """Go to a row and draw its details at once."""
    stand_in(screen, place, CONTENT)
    screen.details.refresh()
    return screen.details


def words(details: PlanDetails) -> list[str]:
    """Return all words shown, the controls left out."""
    return [label.text() for label in details._area.widget().findChildren(QLabel)]


def entries(chip: QToolButton) -> dict[str, Callable[[], None]]:
    """Open a chip's menu and return what can be chosen in it."""
    menu = chip.menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    return {action.text(): action.trigger for action in menu.actions() if action.text()}


def test_a_deadline_is_quoted_and_explained(screen: PlanScreen) -> None:
    shown = words(show(screen, 1))

    assert "I.1  Xây dựng kế hoạch năm" in shown
    assert "“Quý I/2024”" in shown
    assert "Từ 01/01/2024 đến hết 31/03/2024" in shown


def test_a_meaning_set_by_hand_stands_until_the_words_decide_again(
    screen: PlanScreen, settle: Settle
) -> None:
    panel = show(screen, 9).deadline_panels[0]
    panel.open_form()
    form = panel.form
    assert form
    form.kind.setCurrentIndex(form.kind.findData(DeadlineKind.DATED))
    form.dates.setText("30/6/2024; 1/10/2024 - 15/12/2024")

    QTest.keyClick(form.dates, Qt.Key.Key_Return)
    settle()
    deliverable = row(screen, 9).deliverable
    assert deliverable
    assert deliverable.deadline.is_set_by_hand
    assert deliverable.deadline.reading.milestones == (
        Milestone(date(2024, 6, 30)),
        Milestone(date(2024, 12, 15), date(2024, 10, 1)),
    )

    show(screen, 9).deadline_panels[0].reset_button.click()
    settle()
    deliverable = row(screen, 9).deliverable
    assert deliverable
    assert deliverable.deadline.reading.kind is DeadlineKind.UNRECOGNISED


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (
            DeadlineKind.RECURRING,
            DeadlineReading(DeadlineKind.RECURRING, recurrence=Recurrence.MONTHLY, day_of_month=5),
        ),
        (
            DeadlineKind.EVENT,
            DeadlineReading(
                DeadlineKind.EVENT,
                event="có văn bản",
                delay_months=3,
                event_date=date(2024, 5, 20),
            ),
        ),
    ],
)
def test_the_form_says_each_kind_of_deadline(
    screen: PlanScreen, kind: DeadlineKind, expected: DeadlineReading
) -> None:
    panel = show(screen, 1).deadline_panels[0]
    panel.open_form()
    form = panel.form
    assert form
    form.kind.setCurrentIndex(form.kind.findData(kind))
    form.recurrence.setCurrentIndex(form.recurrence.findData(Recurrence.MONTHLY))
    form.day_of_month.setValue(5)
    form.event_words.setText("có văn bản")
    form.delay_months.setValue(3)
    form.event_date.setText("20/5/2024")

    assert form.reading == expected


def test_a_day_that_does_not_exist_is_not_taken(screen: PlanScreen) -> None:
    panel = show(screen, 1).deadline_panels[0]
    panel.open_form()
    form = panel.form
    assert form
    form.dates.setText("31/2/2024")

    form.submit()

    assert form.isVisible()
    assert not form._problem.isHidden()


@pytest.mark.parametrize(
    "text", ["31/3/2024", "1/1/2024 - 31/3/2024; 30/6/2024", "1/1/2024 đến 31/3/2024"]
)
def test_days_are_read_as_they_are_written(text: str) -> None:
    parsed = parse_milestones(text)

    assert parsed
    assert parse_milestones(milestones_text(parsed)) == parsed


@pytest.mark.parametrize("text", ["31/4/2024", "quý I", "2/2/2024 - 1/1/2024", "1/1 - 2/2 - 3/3"])
def test_what_is_no_day_is_refused(text: str) -> None:
    assert not parse_milestones(text)


def test_groups_tell_their_members(screen: PlanScreen) -> None:
    chip = show(screen, 2).agency_panels[Role.COOPERATING].chips[0]

    assert chip.text().replace("\n", " ").startswith("Các phòng, ban, ngành (")
    assert "Phòng Tư pháp" in chip.toolTip()


def test_an_unknown_name_is_added_to_the_catalogue(screen: PlanScreen, settle: Settle) -> None:
    chip = show(screen, 6).agency_panels[Role.LEAD].chips[0]

    entries(chip)["Thêm vào danh mục"]()
    settle()

    names = [agency.name for agency in screen._workspace.state.catalogue.agencies]
    assert "Tổ Alpha" in names
    task = row(screen, 6).task
    assert task
    assert task.lead.reading.unknown == ()


def test_an_unknown_name_is_taken_as_another_name(
    screen: PlanScreen, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalogue = screen._workspace.state.catalogue
    agency = next(a for a in catalogue.agencies if a.name == "Phòng Tư pháp")
    monkeypatch.setattr(AgencyChoice, "ask", lambda *_: agency)
    chip = show(screen, 6).agency_panels[Role.LEAD].chips[0]

    entries(chip)["Là tên khác của cơ quan…"]()
    settle()

    task = row(screen, 6).task
    assert task
    assert task.lead.reading.agency_ids == (agency.id,)
    assert task.lead.text.text == "Tổ Alpha"


def test_a_name_is_corrected_for_one_cell_only_and_given_back_to_the_words(
    screen: PlanScreen, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalogue = screen._workspace.state.catalogue
    agency = next(a for a in catalogue.agencies if a.name == "Phòng Tư pháp")
    monkeypatch.setattr(AgencyChoice, "ask", lambda *_: agency)
    chip = show(screen, 1).agency_panels[Role.LEAD].chips[0]

    entries(chip)["Ở ô này hiểu là cơ quan khác…"]()
    settle()
    task = row(screen, 1).task
    assert task
    assert task.lead.is_set_by_hand
    assert task.lead.reading.agency_ids == (agency.id,)
    other = row(screen, 2).task
    assert other
    assert other.lead.reading.agency_ids != (agency.id,)

    chip = show(screen, 1).agency_panels[Role.LEAD].chips[0]
    entries(chip)["Theo lời văn (bỏ phần đặt bằng tay)"]()
    settle()
    task = row(screen, 1).task
    assert task
    assert not task.lead.is_set_by_hand


def test_choosing_an_agency_takes_part_of_its_name(screen: PlanScreen, qtbot: QtBot) -> None:
    dialog = AgencyChoice(screen._workspace.state.catalogue, "Là:", screen)
    qtbot.addWidget(dialog)

    QTest.keyClicks(dialog.words, "tu phap")

    assert dialog.chosen
    assert dialog.chosen.name == "Phòng Tư pháp"


def test_a_subtask_leads_to_its_row(screen: PlanScreen) -> None:
    page = show(screen, 2)._area.widget()
    assert page
    links = [b for b in page.findChildren(QPushButton) if b.text().startswith("b)")]

    links[0].click()

    assert screen.table.currentIndex().row() == 5


def test_the_latest_steps_of_the_row_are_told(
    screen: PlanScreen, settle: Settle, qtbot: QtBot
) -> None:
    from cchc_desktop.domain.rich_text import RichText

    key = row(screen, 1).key
    screen._workspace.mutate(lambda s: s.cells.set_cell(key, CONTENT, RichText.plain("mới")))
    settle()
    show(screen, 1)

    qtbot.waitUntil(lambda: any("Sửa một ô" in text for text in words(screen.details)))


def test_an_open_form_is_saved_before_another_row_is_shown(
    screen: PlanScreen, settle: Settle
) -> None:
    panel = show(screen, 1).deadline_panels[0]
    panel.open_form()
    assert panel.form
    panel.form.dates.setText("20/3/2024")

    stand_in(screen, 2, CONTENT)
    settle()

    deliverable = row(screen, 1).deliverable
    assert deliverable
    assert deliverable.deadline.reading.due == date(2024, 3, 20)
