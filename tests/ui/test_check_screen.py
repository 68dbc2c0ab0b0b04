"""The check of a plan: findings in order, going to their place, accepting, checking again."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.checks.finding import FindingSeverity, PlanDetail
from cchc_desktop.domain.period import PeriodKey
from cchc_desktop.domain.plan import PlanKey
from cchc_desktop.domain.plan_rows import RowKey, RowKind, plan_rows
from cchc_desktop.domain.plan_text import (
    Passage,
    PassageKind,
    PlanDocument,
    PlanText,
    TextPart,
    TextPartKind,
)
from cchc_desktop.domain.report_text import LiveText
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.services.session import Session
from cchc_desktop.ui.check_accept_dialog import AcceptFindingDialog
from cchc_desktop.ui.check_model import SIGN_ROLE
from cchc_desktop.ui.check_screen import CheckScreen
from cchc_desktop.ui.check_words import FindingFilter, excerpt_of
from cchc_desktop.ui.import_cells import CELL_ROLE
from cchc_desktop.ui.marks import mark_size

REAL_ANNEX = Path(__file__).parents[2].parent / "shared" / "cases" / "ninh-son-2024-phu-luc.docx"
YEAR = 2024
HEADINGS = "STT\tNhiệm vụ\tKết quả\tThời gian\tChủ trì\tPhối hợp"
TITLE = "NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2024"
SOUND = "Ban hành kế hoạch năm\tKế hoạch\tQuý I/2024\tPhòng Nội vụ\tPhòng Tư pháp"
SLIP = "Thúc đẩy chuyên đổi số\tBáo cáo\tQuý II/2024\tPhòng Nội vụ\tPhòng Tư pháp"
LEADERLESS = "Rà soát văn bản\tDanh mục\tQuý III/2024\t\tPhòng Tư pháp"
WHAT = 2


def annex(*tasks: str, title: str = TITLE) -> str:
    numbered = (f"{number}\t{task}" for number, task in enumerate(tasks, 1))
    return "\n".join((title, HEADINGS, "I\tCHỈ ĐẠO, ĐIỀU HÀNH", *numbered))


@pytest.fixture
def plan_of(workspace, settle):
    """Returns a function that brings an annex in as the plan of 2024."""

    def bring_in(text):
        def write(session: Session):
            draft = session.imports.read_pasted(text, None, None, None)
            return session.imports.write(session.imports.preview(draft, YEAR))

        workspace.mutate(write)
        settle()
        return workspace.plan

    return bring_in


@pytest.fixture
def screen(qtbot, workspace, messages):
    made = CheckScreen(workspace, messages)
    qtbot.addWidget(made)
    made.resize(1366, 728)
    made.show()
    made.activateWindow()
    made.list.setFocus()
    return made


@pytest.fixture
def check(screen, plan_of, settle):
    """Returns a function that checks an annex on the screen."""

    def start(text):
        plan_of(text)
        screen.start(YEAR)
        settle()
        return screen

    return start


@pytest.fixture
def flawed(check):
    """The screen with a task misspelt and a task that nobody leads."""
    return check(annex(SOUND, SLIP, LEADERLESS))


def codes(screen):
    return [screen.model.item(row).finding.code for row in range(screen.model.rowCount())]


def texts(screen, row):
    columns = range(screen.model.columnCount())
    return [screen.model.index(row, column).data() for column in columns]


def dialog_of(screen):
    """Return the dialog that asks for the reason."""
    (dialog,) = screen.findChildren(AcceptFindingDialog)
    assert dialog.isVisible()
    return dialog


def accept(qtbot, screen, settle, reason):
    qtbot.keyClick(screen.list, Qt.Key.Key_Space)
    dialog = dialog_of(screen)
    dialog.reason.insert(reason)
    qtbot.keyClick(dialog.reason, Qt.Key.Key_Return)
    settle()


def write_content(workspace, row, words):
    key = RowKey(RowKind.TASK, row)
    workspace.mutate(lambda s: s.cells.set_cell(key, AnnexColumn.CONTENT, RichText.plain(words)))


def test_findings_are_shown_in_printed_order_with_place_words_and_remedy(flawed):
    assert texts(flawed, 0) == [
        "Cảnh báo",
        "I.2, cột Nhiệm vụ",
        "“chuyên đổi số” có lẽ là “chuyển đổi số”.",
        "Thúc đẩy chuyên đổi số",
        "Hãy sửa lại.",
    ]
    cell = flawed.model.cell(0, 3)
    assert [cell.words.text[a:b] for a, b in cell.changed] == ["chuyên đổi số"]
    assert texts(flawed, 1)[:3] == [
        "Lỗi", "I.3, cột Cơ quan chủ trì", "Nhiệm vụ chưa có cơ quan chủ trì.",
    ]  # fmt: skip
    assert flawed.model.rowCount() == 2


def test_gravity_has_a_sign_beside_its_word_and_room_for_both(flawed):
    marks = [flawed.model.index(row, 0).data(SIGN_ROLE) for row in range(2)]

    assert [(mark.sign, mark.text) for mark in marks] == [
        ("triangle-alert", "Cảnh báo"), ("circle-x", "Lỗi"),
    ]  # fmt: skip
    room = flawed.list.columnWidth(0) - 16
    assert all(mark_size(mark, flawed.list.font()).width() <= room for mark in marks)


def test_counts_stand_beside_each_choice_and_arrows_filter_at_once(qtbot, flawed):
    counts = {choice: flawed.filter.count(choice) for choice in FindingFilter}
    assert counts == {
        FindingFilter.OPEN: 2,
        FindingFilter.ERROR: 1,
        FindingFilter.WARNING: 1,
        FindingFilter.HINT: 0,
        FindingFilter.TEXT: 0,
        FindingFilter.ANNEX: 2,
        FindingFilter.ACCEPTED: 0,
    }

    flawed.filter.setFocus()
    qtbot.keyClick(flawed.filter, Qt.Key.Key_Down)
    assert codes(flawed) == ["lead_missing"]

    qtbot.keyClick(flawed.filter, Qt.Key.Key_Return)
    assert flawed.list.hasFocus()
    assert flawed.chosen_finding.finding.severity is FindingSeverity.ERROR


def test_a_choice_without_findings_says_so(flawed):
    flawed.filter.choose(FindingFilter.HINT)
    assert flawed.list._sentence == "Không có chỗ nào ở mức “Gợi ý”."
    flawed.filter.choose(FindingFilter.ACCEPTED)
    assert flawed.list._sentence == "Chưa chấp nhận chỗ nào."


def test_enter_leads_to_the_cell_of_the_finding(qtbot, flawed, workspace):
    task = workspace.plan.sections[0].tasks[2]
    qtbot.keyClick(flawed.list, Qt.Key.Key_Down)

    with qtbot.waitSignal(flawed.row_requested) as asked:
        qtbot.keyClick(flawed.list, Qt.Key.Key_Return)

    assert asked.args == [(RowKey(RowKind.TASK, task.id), AnnexColumn.LEAD)]


def test_a_double_click_leads_there_once(qtbot, flawed, workspace):
    task = workspace.plan.sections[0].tasks[1]
    asked = []
    flawed.row_requested.connect(asked.append)
    at = flawed.list.visualRect(flawed.model.index(0, WHAT)).center()
    viewport = flawed.list.viewport()

    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=at)

    assert asked == [(RowKey(RowKind.TASK, task.id), AnnexColumn.CONTENT)]


def test_a_whole_column_leads_to_its_first_cell(qtbot, check, workspace):
    rows = ("Họp giao ban\tThông báo\tQuý I/2024\t\t", "Kiểm tra\tBáo cáo\tQuý I/2024\t\t")
    screen = check(annex(*rows))
    row = codes(screen).index("column_empty")
    screen.list.choose_row(row)

    with qtbot.waitSignal(screen.row_requested) as asked:
        qtbot.keyClick(screen.list, Qt.Key.Key_Return)

    first = next(row.key for row in plan_rows(workspace.plan) if row.task)
    assert asked.args == [(first, AnnexColumn.LEAD)]


def test_a_finding_in_the_title_leads_to_the_plans_details(qtbot, check):
    screen = check(annex(SOUND, title="NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2023"))
    screen.list.choose_row(codes(screen).index("title_year"))
    cell = screen.model.cell(screen.list.currentIndex().row(), 3)
    assert [cell.words.text[a:b] for a, b in cell.changed] == ["2023"]

    with (
        qtbot.assertNotEmitted(screen.row_requested),
        qtbot.waitSignal(screen.details_requested),
    ):
        qtbot.keyClick(screen.list, Qt.Key.Key_Return)


def test_space_accepts_with_a_reason_and_undo_brings_it_back(qtbot, flawed, workspace, settle):
    accept(qtbot, flawed, settle, "Tên của phong trào")

    assert codes(flawed) == ["lead_missing"]
    assert flawed.filter.count(FindingFilter.ACCEPTED) == 1
    flawed.filter.choose(FindingFilter.ACCEPTED)
    assert codes(flawed) == ["spelling_slips"]
    assert texts(flawed, 0)[4].startswith("Lý do chấp nhận: Tên của phong trào (15/03/2024")

    workspace.undo()
    settle()

    assert codes(flawed) == []
    flawed.filter.choose(FindingFilter.OPEN)
    assert codes(flawed) == ["spelling_slips", "lead_missing"]


def test_the_next_finding_is_chosen_after_one_was_accepted(qtbot, flawed, settle):
    accept(qtbot, flawed, settle, "Tên của phong trào")

    assert flawed.chosen_finding.finding.code == "lead_missing"


def test_no_reason_accepts_nothing(qtbot, flawed, settle):
    accept(qtbot, flawed, settle, "  ")

    dialog = dialog_of(flawed)
    assert dialog.problem == "Hãy ghi lý do chấp nhận."
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    settle()
    assert codes(flawed) == ["spelling_slips", "lead_missing"]


def test_what_stands_in_the_way_finds_room_in_the_dialog(qtbot, flawed):
    qtbot.keyClick(flawed.list, Qt.Key.Key_Space)
    dialog = dialog_of(flawed)
    dialog.resize(dialog.width(), dialog.layout().totalHeightForWidth(dialog.width()))

    qtbot.keyClick(dialog.reason, Qt.Key.Key_Return)

    assert dialog.problem
    assert dialog.height() >= dialog.layout().totalHeightForWidth(dialog.width())


def test_space_withdraws_an_accepted_finding(qtbot, flawed, settle):
    accept(qtbot, flawed, settle, "Tên của phong trào")
    flawed.filter.choose(FindingFilter.ACCEPTED)
    assert flawed.withdraw_action.isEnabled()
    assert not flawed.accept_action.isEnabled()

    qtbot.keyClick(flawed.list, Qt.Key.Key_Space)
    settle()

    assert flawed.filter.count(FindingFilter.OPEN) == 2
    assert not flawed.withdraw_action.isEnabled()


def test_changed_words_are_checked_again_and_an_acceptance_lapses(qtbot, flawed, workspace, settle):
    accept(qtbot, flawed, settle, "Tên của phong trào")
    slip = workspace.plan.sections[0].tasks[1].id

    write_content(workspace, slip, "Thúc đẩy mạnh chuyên đổi số")
    settle()
    assert codes(flawed) == ["spelling_slips", "lead_missing"]

    write_content(workspace, slip, "Thúc đẩy chuyển đổi số")
    settle()
    assert codes(flawed) == ["lead_missing"]
    assert flawed.filter.count(FindingFilter.ACCEPTED) == 0


def test_the_finding_looked_at_stays_chosen_when_others_go(qtbot, check, workspace, settle):
    screen = check(annex(SOUND, SLIP, LEADERLESS, LEADERLESS.replace("Rà soát", "Tra cứu")))
    assert codes(screen) == ["spelling_slips", "lead_missing", "lead_missing"]
    qtbot.keyClick(screen.list, Qt.Key.Key_Down)

    write_content(workspace, workspace.plan.sections[0].tasks[1].id, "Thúc đẩy chuyển đổi số")
    settle()

    assert screen.list.currentIndex().row() == 0
    assert screen.chosen_finding.row_name == "I.3"


def test_out_of_view_nothing_is_read_until_the_screen_is_shown_again(flawed, workspace, settle):
    flawed.hide()
    write_content(workspace, workspace.plan.sections[0].tasks[1].id, "Thúc đẩy chuyển đổi số")
    settle()
    assert codes(flawed) == ["spelling_slips", "lead_missing"]

    flawed.show()
    settle()
    assert codes(flawed) == ["lead_missing"]


def test_other_changes_are_not_checked(flawed, workspace, settle):
    report = flawed.report
    workspace.mutate(lambda s: s.periods.close(PeriodKey(YEAR, "quarter-1")))
    settle()

    assert flawed.report is report


def test_f5_checks_again_and_escape_leaves(qtbot, flawed, settle):
    before = flawed.report
    qtbot.keyClick(flawed.list, Qt.Key.Key_F5)
    assert flawed.state_label.text() == "Đang kiểm tra…"
    settle()
    assert flawed.report is not before
    assert flawed.state_label.text() == ""

    with qtbot.waitSignal(flawed.closed):
        qtbot.keyClick(flawed.list, Qt.Key.Key_Escape)


def test_only_the_latest_of_several_readings_is_shown(qtbot, flawed, workspace, settle):
    shown = []
    flawed.model.modelReset.connect(lambda: shown.append(flawed.report))
    for _ in range(3):
        flawed.check_again()
    settle()

    assert len(shown) == 1


def test_nothing_found_is_said_in_one_sentence(qtbot, check):
    screen = check(annex(SOUND))

    assert screen.model.rowCount() == 0
    assert screen.list._sentence == "Không phát hiện lỗi trong phụ lục năm 2024."
    assert not screen.go_action.isEnabled()
    assert not screen.accept_action.isEnabled()
    with qtbot.assertNotEmitted(screen.row_requested):
        qtbot.keyClick(screen.list, Qt.Key.Key_Return)
        qtbot.keyClick(screen.list, Qt.Key.Key_Space)
    assert not screen.findChildren(AcceptFindingDialog)


def test_all_accepted_is_not_said_to_be_nothing_found(qtbot, check, settle):
    screen = check(annex(SOUND, SLIP))
    accept(qtbot, screen, settle, "Tên của phong trào")

    assert screen.list._sentence == (
        "Không phát hiện lỗi trong phụ lục năm 2024, ngoài 1 chỗ đã chấp nhận."
    )


def test_a_plan_that_is_gone_leaves_a_sentence(flawed, workspace, settle):
    workspace.undo()
    settle()

    assert flawed.model.rowCount() == 0
    assert flawed.list._sentence == "Không còn kế hoạch năm 2024."


def test_ctrl_c_copies_the_finding(qtbot, flawed):
    qtbot.keyClick(flawed.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert "I.2, cột Nhiệm vụ" in QApplication.clipboard().text()


def test_the_model_holds_before_and_after_each_kind_of_change(
    qtbot, flawed, workspace, settle, qtmodeltester
):
    qtmodeltester.check(flawed.model)
    accept(qtbot, flawed, settle, "Tên của phong trào")
    qtmodeltester.check(flawed.model)
    workspace.undo()
    settle()
    qtmodeltester.check(flawed.model)
    flawed.filter.choose(FindingFilter.HINT)
    qtmodeltester.check(flawed.model)


@pytest.fixture
def real(screen, workspace, settle):
    """The screen with a district's real annex."""
    if not REAL_ANNEX.exists():
        pytest.skip("the real annex is not beside the checkout")

    def write(session: Session):
        draft = session.imports.read_file(REAL_ANNEX)
        return session.imports.write(session.imports.preview(draft, YEAR))

    workspace.mutate(write)
    settle()
    screen.start(YEAR)
    settle()
    return screen


def test_on_a_real_annex_the_words_meant_are_marked_in_every_excerpt(real):
    items = [real.model.item(row) for row in range(real.model.rowCount())]
    assert len(items) > 10

    marked = [item for item in items if item.finding.place.span]
    assert marked
    for item in marked:
        start, end = item.finding.place.span
        excerpt = excerpt_of(item)
        ((first, last),) = excerpt.spans
        assert excerpt.words[first:last] == item.cell_text[start:end]
        assert len(excerpt.words) <= end - start + 190


def test_on_a_real_annex_rows_are_as_tall_as_their_words(real):
    fit = real.list.itemDelegate()
    last = real.list.rowAt(real.list.viewport().height() - 1)

    for row in range(last):
        for column in range(1, real.model.columnCount()):
            index = real.model.index(row, column)
            assert index.data(CELL_ROLE) is not None
            needed = fit.height_for(index, real.list.columnWidth(column), real.list.font())
            assert real.list.rowHeight(row) >= needed


def test_on_a_real_annex_every_finding_leads_somewhere(qtbot, real, workspace):
    rows = {row.key: row for row in plan_rows(workspace.plan)}
    wanted = []
    real.row_requested.connect(wanted.append)
    count = real.model.rowCount()
    for _ in range(count):
        qtbot.keyClick(real.list, Qt.Key.Key_Return)
        qtbot.keyClick(real.list, Qt.Key.Key_Down)

    assert len(wanted) == count
    assert all(rows[key].accepts(column) for key, column in wanted)


@pytest.fixture
def flawed_text(screen, plan_of, workspace, settle):
    """The screen with a sound annex, a slip in the text and one among the recipients."""
    plan = plan_of(annex(SOUND))
    passages = tuple(
        Passage(PassageKind.ITEM, LiveText(RichText.plain(words)))
        for words in ("Theo Phụ lục kèm theo.", "Đẩy mạnh chuyên đổi số./.")
    )
    title = LiveText(RichText.plain("Cải cách hành chính năm 2024"))
    text = PlanText((TextPart(TextPartKind.BODY, title, passages),))
    document = PlanDocument(plan.id, recipients=("Công TTĐT huyện", "Lưu: VT, NV."))
    workspace.mutate(lambda s: s.text.write_text(plan.id, text, document))
    settle()
    screen.start(YEAR)
    settle()
    return screen


def row_of(screen, code, detail=None):
    """Return the row of what a check found at a detail, or elsewhere."""
    places = [screen.model.item(row).finding for row in range(screen.model.rowCount())]
    return next(
        row
        for row, finding in enumerate(places)
        if finding.code == code and finding.place.field == detail
    )


def test_findings_of_the_text_can_be_seen_alone(flawed_text):
    assert flawed_text.filter.count(FindingFilter.TEXT) >= 2
    assert flawed_text.filter.count(FindingFilter.ANNEX) == 0

    flawed_text.filter.choose(FindingFilter.TEXT)
    assert "spelling_slips" in codes(flawed_text)
    row = row_of(flawed_text, "spelling_slips")
    assert texts(flawed_text, row)[1:4] == [
        "Phần lời, 2", "“chuyên đổi số” có lẽ là “chuyển đổi số”.", "Đẩy mạnh chuyên đổi số./.",
    ]  # fmt: skip

    flawed_text.filter.choose(FindingFilter.ANNEX)
    assert flawed_text.model.rowCount() == 0


def test_enter_leads_to_the_passage_of_the_finding(qtbot, flawed_text, workspace):
    flawed_text.list.choose_row(row_of(flawed_text, "spelling_slips"))
    assert flawed_text.go_action.isEnabled()

    with qtbot.waitSignal(flawed_text.passage_requested) as asked:
        qtbot.keyClick(flawed_text.list, Qt.Key.Key_Return)

    assert asked.args == [flawed_text.chosen_finding.finding.place.passage]


def test_enter_leads_to_the_recipients(qtbot, flawed_text):
    flawed_text.list.choose_row(row_of(flawed_text, "spelling_slips", PlanDetail.RECIPIENTS))

    with qtbot.waitSignal(flawed_text.text_detail_requested) as asked:
        qtbot.keyClick(flawed_text.list, Qt.Key.Key_Return)

    assert asked.args == [(PlanDetail.RECIPIENTS, None)]


def test_a_change_of_the_text_is_checked_again(flawed_text, workspace, settle):
    row = row_of(flawed_text, "spelling_slips")
    passage = flawed_text.model.item(row).finding.place.passage

    workspace.mutate(lambda s: s.text.save_passage(passage, RichText.plain("Chuyển đổi số./.")))
    settle()

    shown = [flawed_text.model.item(row).finding for row in range(flawed_text.model.rowCount())]
    assert [f.place.field for f in shown if f.code == "spelling_slips"] == [PlanDetail.RECIPIENTS]


def test_a_plan_for_several_years_is_checked_by_its_own_time(screen, workspace, settle):
    workspace.mutate(lambda s: s.plans.create(2026, last_year=2030))
    settle()

    screen.start_plan(PlanKey(2026, 2030))
    settle()

    assert screen.title.text() == "Kiểm tra kế hoạch giai đoạn 2026 - 2030"
    assert screen.report is not None
    assert screen.report.key == PlanKey(2026, 2030)
