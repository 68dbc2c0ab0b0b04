from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from cchc_desktop.domain.agency import (
    Agency,
    AgencyCatalogue,
    AgencyGroup,
    AgencyId,
    AgencyKind,
    GroupId,
)
from cchc_desktop.domain.annex_draft import (
    AnnexColumn,
    AnnexDraft,
    DraftDeliverable,
    DraftSection,
    DraftTask,
)
from cchc_desktop.domain.plan import (
    Plan,
    PlanId,
    PlanTask,
    Section,
    SectionId,
    TaskId,
    TaskNumbering,
)
from cchc_desktop.domain.plan_comparison import DifferenceKind, compare
from cchc_desktop.domain.problem import Place, Problem, Severity
from cchc_desktop.domain.rich_text import RichText, Run
from cchc_desktop.services.imports import ImportPreview, UnknownName
from cchc_desktop.ui.import_cells import CELL_ROLE, Cell, CellDelegate, Tone
from cchc_desktop.ui.import_difference_model import DifferenceModel
from cchc_desktop.ui.import_draft_model import SHARES, DraftModel
from cchc_desktop.ui.import_list import ImportList
from cchc_desktop.ui.import_names_model import NameAction, NamesModel
from cchc_desktop.ui.import_problem_model import ProblemModel

PLACE = Place("phu-luc.xlsx", "Phụ lục", 3, 2, is_sheet=True)
CHECKED, UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked
CHECK_ROLE = Qt.ItemDataRole.CheckStateRole


def words(text):
    return RichText.plain(text)


def task(content, *deadlines, **more):
    deliverables = tuple(
        DraftDeliverable(words(f"Kế hoạch {n}"), words(deadline), PLACE)
        for n, deadline in enumerate(deadlines, 1)
    )
    return DraftTask("1", words(content), PLACE, deliverables, **more)


def annex(*tasks, problems=()):
    section = DraftSection("I", words("CHỈ ĐẠO"), PLACE, tuple(tasks))
    numbering = TaskNumbering.PER_SECTION
    return AnnexDraft("phu-luc.xlsx", "", "", numbering, (section,), (), tuple(problems))


def preview_of(plan, draft, **more):
    differences = compare(plan, draft) if plan else ()
    return ImportPreview(draft, 2024, plan, differences, (), {}, (), **more)


def shown(model, column):
    return [model.cell(row, column).words.text for row in range(model.rowCount())]


PLAN = Plan(
    PlanId(1),
    2024,
    "Nhiệm vụ",
    sections=(
        Section(
            SectionId(1),
            "I",
            words("CHỈ ĐẠO"),
            (
                PlanTask(TaskId(1), "1", words("Ban hành kế hoạch năm")),
                PlanTask(TaskId(2), "2", words("Tự kiểm tra công vụ ở cơ sở")),
            ),
        ),
    ),
)


def test_draft_rows_are_numbered_as_the_plan_will_number_them(qtmodeltester):
    model = DraftModel()
    qtmodeltester.check(model)
    subtask = task("Rà soát", "Thường xuyên")
    draft = annex(
        task("Ban hành", "Quý I/2024", "Quý III/2024"), task("Kiểm tra", subtasks=(subtask,))
    )

    model.show_draft(draft, 2024)

    qtmodeltester.check(model)
    assert shown(model, 0) == ["I", "1", "", "2", "a)"]
    assert shown(model, 1) == ["CHỈ ĐẠO", "Ban hành", "", "Kiểm tra", "Rà soát"]
    marks = [model.cell(row, 3).mark for row in (1, 2, 4)]
    assert [mark.text for mark in marks] == ["Đến hạn 31/03", "Đến hạn 30/09", "Theo kỳ"]


def test_columns_without_a_word_are_not_shown(qtbot):
    model = DraftModel()
    view = ImportList(SHARES)
    qtbot.addWidget(view)
    view.setModel(model)

    model.show_draft(annex(task("Ban hành", "Quý I/2024")), 2024)

    hidden = [model.headings[c] for c in range(model.columnCount()) if view.isColumnHidden(c)]
    assert hidden == ["Cơ quan chủ trì", "Cơ quan phối hợp", "Ghi chú"]


def test_rows_in_sight_are_as_tall_as_their_words(qtbot):
    model = DraftModel()
    view = ImportList(SHARES)
    qtbot.addWidget(view)
    view.setModel(model)
    view.resize(700, 400)
    view.show()
    long = " ".join(["Triển khai thực hiện đồng bộ các nhiệm vụ"] * 40)

    model.show_draft(annex(task(long, "Quý I/2024"), task("Ngắn", "Quý I/2024")), 2024)

    delegate = view.itemDelegate()
    assert isinstance(delegate, CellDelegate)
    needed = delegate.height_for(model.index(1, 1), view.columnWidth(1), view.font())
    assert view.rowHeight(1) >= needed > 10 * view.fontMetrics().height()
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    assert view.rowHeight(2) < 5 * view.fontMetrics().height()


def test_differences_are_accepted_except_deletions(qtmodeltester):
    model = DifferenceModel()
    draft = annex(task("Ban hành kế hoạch năm nay"), task("Đào tạo công chức một cửa"))

    model.show_preview(preview_of(PLAN, draft))

    qtmodeltester.check(model)
    kinds = {d.kind for d in model.accepted}
    assert kinds == {DifferenceKind.CHANGED, DifferenceKind.NEW}
    states = {
        model.cell(row, 2).mark.text: model.index(row, 0).data(CHECK_ROLE)
        for row in range(model.rowCount())
    }
    assert states == {"Sửa": CHECKED, "Thêm mới": CHECKED, "Xóa": UNCHECKED}


def test_changed_words_are_picked_out_on_both_sides():
    model = DifferenceModel()

    model.show_preview(
        preview_of(PLAN, annex(task("Ban hành kế hoạch quý"), task("Tự kiểm tra công vụ ở cơ sở")))
    )

    before, after = model.cell(0, 3), model.cell(0, 4)
    assert [before.words.text[a:b] for a, b in before.changed] == ["năm"]
    assert [after.words.text[a:b] for a, b in after.changed] == ["quý"]
    assert before.changed_tone is Tone.LATE


def test_only_the_styles_differing_is_said_in_words():
    model = DifferenceModel()
    bold = RichText.from_runs((Run("Ban hành kế hoạch năm", bold=True),))
    draft = annex(replace(task(""), content=bold), task("Tự kiểm tra công vụ ở cơ sở"))

    model.show_preview(preview_of(PLAN, draft))

    assert model.cell(0, 4).mark.text == "Chỉ khác chữ đậm, nghiêng"


def test_filter_limits_what_accepting_all_reaches(qtmodeltester):
    model = DifferenceModel()
    model.show_preview(preview_of(PLAN, annex(task("Ban hành kế hoạch năm nay"))))

    model.show_kind(DifferenceKind.MISSING)
    model.accept_shown(is_accepted=True)

    qtmodeltester.check(model)
    assert model.rowCount() == 1
    assert len(model.accepted) == 2
    model.show_kind(None)
    model.accept_shown(is_accepted=False)
    assert model.accepted == ()


def test_decisions_outlive_a_new_reading_of_the_same_file():
    model = DifferenceModel()
    preview = preview_of(PLAN, annex(task("Ban hành kế hoạch năm nay")))
    model.show_preview(preview)
    model.accept_shown(is_accepted=False)

    model.show_preview(preview_of(PLAN, preview.draft))

    assert model.accepted == ()


def test_space_turns_the_check_boxes_of_all_selected_rows(qtbot):
    model = DifferenceModel()
    view = ImportList((8, 11, 24, 0.5, 0.5))
    qtbot.addWidget(view)
    view.setModel(model)
    model.show_preview(preview_of(PLAN, annex(task("Ban hành kế hoạch năm nay"))))
    view.show()
    view.selectAll()

    qtbot.keyClick(view, Qt.Key.Key_Space)

    assert model.accepted == ()


def test_problems_come_gravest_first_with_place_and_sentence(qtmodeltester):
    problems = [
        Problem("hidden_row_read", Severity.NOTICE, PLACE, "ẩn"),
        Problem("total_row", Severity.DROPPED, PLACE, "Tổng cộng"),
    ]
    model = ProblemModel()

    model.show_draft(annex(task("Báo cáo", "Lúc nào tiện thì làm"), problems=problems), 2024)

    qtmodeltester.check(model)
    marks = [model.cell(row, 0).mark.text for row in range(model.rowCount())]
    assert marks == ["Không đưa vào được", "Cần xem lại", "Đã tự sửa"]
    assert shown(model, 2) == ["Tổng cộng", "Lúc nào tiện thì làm", "ẩn"]
    assert "Phụ lục" in shown(model, 1)[0]
    assert "cột B" in shown(model, 1)[0]


def test_unknown_names_are_left_until_the_officer_decides(qtmodeltester):
    legal = Agency(AgencyId(7), "Phòng Tư pháp", AgencyKind.DEPARTMENT)
    everyone = AgencyGroup(GroupId(3), "Các xã")
    catalogue = AgencyCatalogue((legal,), (everyone,))
    model = NamesModel()
    names = (
        UnknownName("P.Tư pháp", 4, (legal,)),
        UnknownName("Các địa phương", 2, ()),
        UnknownName("Trung tâm Y tế", 1, ()),
    )

    model.show_names(names, catalogue)

    qtmodeltester.check(model)
    assert len(model.decisions()) == 0
    model.accept_suggestions()
    model.setData(model.index(1, 2), NameAction.ALIAS)
    model.setData(model.index(1, 3), everyone)
    model.setData(model.index(2, 2), NameAction.ADD)
    qtmodeltester.check(model)
    decisions = model.decisions()
    assert decisions.agency_aliases == {"P.Tư pháp": legal.id}
    assert decisions.group_aliases == {"Các địa phương": everyone.id}
    assert [(a.name, a.kind) for a in decisions.additions] == [
        ("Trung tâm Y tế", AgencyKind.SERVICE_UNIT)
    ]


def test_copied_rows_are_a_block_of_cells(qtbot, qapp):
    model = DraftModel()
    view = ImportList(SHARES)
    qtbot.addWidget(view)
    view.setModel(model)
    model.show_draft(annex(task("Ban hành", "Quý I/2024")), 2024)
    view.selectRow(1)

    view.copy_selection()

    assert qapp.clipboard().text().split("\t")[:4] == ["1", "Ban hành", "Kế hoạch 1", "Quý I/2024"]


@pytest.mark.parametrize("column", list(AnnexColumn))
def test_cells_of_all_columns_speak_to_screen_readers(column):
    model = DraftModel()
    model.show_draft(annex(task("Ban hành", "Quý I/2024")), 2024)

    index = model.index(1, min(list(AnnexColumn).index(column), model.columnCount() - 1))

    assert isinstance(index.data(CELL_ROLE), Cell)
    assert isinstance(index.data(Qt.ItemDataRole.AccessibleTextRole), str)
