"""Adding, deleting and moving rows: the numbers follow by themselves."""

import pytest

from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.errors import InvalidValue, MoveNotPossible
from cchc_desktop.domain.plan_rows import RowKey, RowKind, plan_rows
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.services.plan_editing import CellEdit
from tests.services.conftest import drafted, outline, section

WHOLE = [
    "I CÔNG TÁC CHỈ ĐẠO",
    "1 Ban hành kế hoạch năm",
    "2 Kiểm tra",
    "a) Kiểm tra định kỳ",
    "b) Kiểm tra đột xuất",
    "3 Tuyên truyền",
    "II CẢI CÁCH THỂ CHẾ",
    "1 Rà soát văn bản",
    "2 Theo dõi thi hành",
]


def key_of(plan, words: str) -> RowKey:
    for row in plan_rows(plan):
        text = row.task.content.text if row.task else row.section.title.text
        if text == words:
            return row.key
    raise AssertionError(words)


def reload(session):
    return session.plans.load_year(2025)


def test_rows_are_numbered_in_their_order(plan):
    assert outline(plan) == WHOLE


def test_a_task_added_behind_a_task_takes_the_next_number(session, plan):
    added = session.rows.add_task(plan.id, key_of(plan, "Ban hành kế hoạch năm"))

    assert outline(reload(session))[1:4] == ["1 Ban hành kế hoạch năm", "2 ", "3 Kiểm tra"]
    assert added.row.kind is RowKind.TASK


def test_a_task_added_behind_a_subtask_is_a_subtask(session, plan):
    session.rows.add_task(plan.id, key_of(plan, "Kiểm tra định kỳ"))

    assert outline(reload(session))[2:6] == [
        "2 Kiểm tra",
        "a) Kiểm tra định kỳ",
        "b) ",
        "c) Kiểm tra đột xuất",
    ]


def test_a_task_added_behind_a_section_is_its_first(session, plan):
    session.rows.add_task(plan.id, key_of(plan, "CẢI CÁCH THỂ CHẾ"))

    assert outline(reload(session))[6:8] == ["II CẢI CÁCH THỂ CHẾ", "1 "]


def test_the_first_task_of_an_empty_plan_needs_no_section(session):
    session.plans.create(2030)
    plan = session.plans.load_year(2030)

    session.rows.add_task(plan.id, None)

    rows = plan_rows(session.plans.load_year(2030))
    assert [(row.key.kind, row.number) for row in rows] == [(RowKind.TASK, "1")]


def test_a_section_is_added_behind_another(session, plan):
    first = plan.sections[0].id
    session.rows.add_section(plan.id, RichText.plain("GIỮA"), after=first)

    assert [f"{s.number} {s.title.text}" for s in reload(session).sections] == [
        "I CÔNG TÁC CHỈ ĐẠO",
        "II GIỮA",
        "III CẢI CÁCH THỂ CHẾ",
    ]


def test_a_section_needs_a_title(session, plan):
    with pytest.raises(InvalidValue):
        session.rows.add_section(plan.id, RichText.plain("  "), after=None)


def test_subtasks_are_lettered_by_the_vietnamese_alphabet(session, plan):
    task = plan.sections[0].tasks[1]
    for _ in range(5):
        session.rows.add_subtask(task.id)

    numbers = [sub.number for sub in reload(session).sections[0].tasks[1].subtasks]

    assert numbers == ["a)", "b)", "c)", "d)", "đ)", "e)", "g)"]


def test_a_subtask_has_no_subtasks(session, plan):
    with pytest.raises(MoveNotPossible):
        session.rows.add_subtask(key_of(plan, "Kiểm tra định kỳ").id)


def test_a_further_product_makes_a_row_without_a_number(session, plan):
    added = session.rows.add_deliverable(plan.sections[0].tasks[0].id)

    row = next(row for row in plan_rows(reload(session)) if row.key == added.row)
    assert (row.number, row.key.kind) == ("", RowKind.DELIVERABLE)


def test_deleting_a_section_deletes_what_hangs_below_and_undo_brings_it_back(session, plan):
    session.rows.delete_rows([key_of(plan, "CÔNG TÁC CHỈ ĐẠO")])
    without = outline(reload(session))
    session.history.undo()

    assert without == ["I CẢI CÁCH THỂ CHẾ", *WHOLE[7:]]
    assert reload(session) == plan


def test_deleting_a_task_together_with_its_subtask_is_no_error(session, plan):
    session.rows.delete_rows([key_of(plan, "Kiểm tra"), key_of(plan, "Kiểm tra định kỳ")])

    assert outline(reload(session))[1:3] == ["1 Ban hành kế hoạch năm", "2 Tuyên truyền"]


def test_a_task_moves_among_its_siblings(session, plan):
    session.rows.move_rows([key_of(plan, "Tuyên truyền")], -1)

    assert [t.content.text for t in reload(session).sections[0].tasks] == [
        "Ban hành kế hoạch năm",
        "Tuyên truyền",
        "Kiểm tra",
    ]


def test_at_the_edge_of_its_section_a_task_goes_over_into_the_next(session, plan):
    session.rows.move_rows([key_of(plan, "Tuyên truyền")], 1)

    assert outline(reload(session))[5:8] == [
        "II CẢI CÁCH THỂ CHẾ",
        "1 Tuyên truyền",
        "2 Rà soát văn bản",
    ]


def test_the_first_task_of_the_plan_goes_no_further_up(session, plan):
    with pytest.raises(MoveNotPossible):
        session.rows.move_rows([key_of(plan, "Ban hành kế hoạch năm")], -1)

    assert reload(session) == plan


def test_rows_of_different_levels_do_not_move_together(session, plan):
    with pytest.raises(MoveNotPossible):
        session.rows.move_rows([key_of(plan, "Kiểm tra"), key_of(plan, "Kiểm tra định kỳ")], -1)


def test_indenting_makes_a_task_the_last_subtask_of_the_one_before(session, plan):
    session.rows.indent([key_of(plan, "Tuyên truyền").id])

    assert outline(reload(session))[2:6] == [
        "2 Kiểm tra",
        "a) Kiểm tra định kỳ",
        "b) Kiểm tra đột xuất",
        "c) Tuyên truyền",
    ]


def test_indenting_a_task_with_subtasks_loses_none_of_them(session, plan):
    session.rows.indent([key_of(plan, "Kiểm tra").id])

    assert outline(reload(session))[1:5] == [
        "1 Ban hành kế hoạch năm",
        "a) Kiểm tra",
        "b) Kiểm tra định kỳ",
        "c) Kiểm tra đột xuất",
    ]


def test_outdenting_puts_a_subtask_right_behind_its_task(session, plan):
    session.rows.outdent([key_of(plan, "Kiểm tra định kỳ").id])

    assert outline(reload(session))[2:5] == [
        "2 Kiểm tra",
        "a) Kiểm tra đột xuất",
        "3 Kiểm tra định kỳ",
    ]


def test_several_tasks_indented_together_stay_in_order_and_are_one_step(session, plan):
    session.rows.indent([key_of(plan, words).id for words in ("Kiểm tra", "Tuyên truyền")])

    assert outline(reload(session))[1:6] == [
        "1 Ban hành kế hoạch năm",
        "a) Kiểm tra",
        "b) Kiểm tra định kỳ",
        "c) Kiểm tra đột xuất",
        "d) Tuyên truyền",
    ]
    session.history.undo()
    assert reload(session) == plan


def test_indenting_is_all_or_nothing(session, plan):
    with pytest.raises(MoveNotPossible):
        session.rows.indent(
            [key_of(plan, words).id for words in ("Tuyên truyền", "Rà soát văn bản")]
        )

    assert reload(session) == plan


def test_several_subtasks_outdented_together_stay_in_order_and_are_one_step(session, plan):
    names = ("Kiểm tra định kỳ", "Kiểm tra đột xuất")
    session.rows.outdent([key_of(plan, words).id for words in names])

    assert outline(reload(session))[2:5] == [
        "2 Kiểm tra",
        "3 Kiểm tra định kỳ",
        "4 Kiểm tra đột xuất",
    ]
    session.history.undo()
    assert reload(session) == plan


def test_a_block_pasted_beyond_the_table_is_one_step(session, plan):
    last = key_of(plan, "Theo dõi thi hành")
    edit = CellEdit(last, AnnexColumn.CONTENT, RichText.plain("Theo dõi thi hành pháp luật"))

    session.rows.paste_block(plan.id, [edit], last, [drafted("Dán một"), drafted("Dán hai")])

    assert outline(reload(session))[8:] == [
        "2 Theo dõi thi hành pháp luật",
        "3 Dán một",
        "4 Dán hai",
    ]
    session.history.undo()
    assert reload(session) == plan


def test_rows_are_dropped_behind_a_row_of_another_section(session, plan):
    session.rows.place_rows([key_of(plan, "Kiểm tra")], key_of(plan, "Rà soát văn bản"))

    assert outline(reload(session))[3:] == [
        "II CẢI CÁCH THỂ CHẾ",
        "1 Rà soát văn bản",
        "2 Kiểm tra",
        "a) Kiểm tra định kỳ",
        "b) Kiểm tra đột xuất",
        "3 Theo dõi thi hành",
    ]


def test_a_row_cannot_go_below_itself(session, plan):
    with pytest.raises(MoveNotPossible):
        session.rows.place_rows([key_of(plan, "Kiểm tra")], key_of(plan, "Kiểm tra định kỳ"))


def test_pasted_rows_stand_behind_the_row_in_one_step(session, plan):
    session.rows.insert_drafts(
        plan.id,
        key_of(plan, "Ban hành kế hoạch năm"),
        [section("", drafted("Dán một"), drafted("Dán hai")), section("MỚI", drafted("Dán ba"))],
    )

    after = outline(reload(session))
    assert after[1:4] == ["1 Ban hành kế hoạch năm", "2 Dán một", "3 Dán hai"]
    assert after[8:10] == ["II MỚI", "1 Dán ba"]
    session.history.undo()
    assert reload(session) == plan
