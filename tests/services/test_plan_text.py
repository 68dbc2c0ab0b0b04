"""The text of a plan: started from a skeleton, edited passage by passage, each a step."""

from dataclasses import replace

import pytest

from cchc_desktop.domain.errors import (
    InvalidValue,
    MoveNotPossible,
    PlanFrozen,
    PlanTextExists,
    RecordMissing,
)
from cchc_desktop.domain.office import Signer, SigningAuthority
from cchc_desktop.domain.plan_rows import RowKey, RowKind
from cchc_desktop.domain.plan_text import (
    Passage,
    PassageKind,
    PlanDocument,
    PlanText,
    TextPart,
    TextPartKind,
    TextTable,
)
from cchc_desktop.domain.registered_document import RegisteredDocument
from cchc_desktop.domain.report_text import LiveText
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.storage.document_repository import document_row
from tests.services.conftest import rich
from tests.services.version_plans import details

K = PassageKind


def passage(kind: PassageKind, words: str, level: int = 0) -> Passage:
    return Passage(kind, LiveText(rich(words)), kind.rank or level)


TEXT = PlanText(
    (
        TextPart(
            TextPartKind.BODY,
            LiveText(rich("Cải cách hành chính năm 2025")),
            (
                passage(K.PART, "MỤC TIÊU"),
                passage(K.ITEM, "Mục tiêu chung"),
                passage(K.ITEM, "Mục tiêu cụ thể"),
                passage(K.DASH, "Giải quyết <b>đúng hạn</b>"),
                passage(K.TEXT, "Kế hoạch này được thực hiện", 0),
            ),
        ),
    )
)


@pytest.fixture
def written(session, plan):
    session.text.write_text(plan.id, TEXT)
    return plan


def shown(session, plan) -> list[str]:
    return [p.printed for _, p in session.text.load(plan.id).passages()]


def ids(session, plan):
    return [p.id for _, p in session.text.load(plan.id).passages()]


def body(session, plan):
    return session.text.load(plan.id).body


def test_a_text_is_read_back_as_it_was_written(session, written):
    assert shown(session, written) == [
        "I. MỤC TIÊU",
        "1. Mục tiêu chung",
        "2. Mục tiêu cụ thể",
        "- Giải quyết đúng hạn",
        "Kế hoạch này được thực hiện",
    ]
    assert body(session, written).passages[3].text.words.markup == "Giải quyết <b>đúng hạn</b>"


@pytest.mark.parametrize("skeleton", ["annual", "annual-decision"])
def test_a_plan_starts_from_a_skeleton_with_its_own_names_and_tasks(session, plan, skeleton):
    session.text.start(plan.id, skeleton)
    words = " ".join(shown(session, plan))
    assert "2025" in words
    assert session.offices.load().letterheads[0].name in words
    assert "{" not in words
    assert words.rstrip().endswith((".", "./."))


def test_a_text_that_is_there_is_never_overwritten_by_a_skeleton(session, written):
    with pytest.raises(PlanTextExists):
        session.text.start(written.id, "annual")


def test_a_plan_issued_by_a_decision_takes_the_decisions_symbol(session, plan):
    session.text.start(plan.id, "annual-decision")
    parent = session.plans.load(plan.id).parent_document
    assert (parent.type_name, parent.symbol) == ("Quyết định", "QĐ-UBND")


def test_words_are_written_and_taken_back_in_one_step(session, written):
    second = ids(session, written)[1]
    session.text.save_passage(second, rich("Mục tiêu <i>chung</i> của huyện"))
    assert shown(session, written)[1] == "1. Mục tiêu chung của huyện"
    session.history.undo()
    assert shown(session, written)[1] == "1. Mục tiêu chung"


@pytest.mark.parametrize(
    "step",
    [
        lambda s, i: s.text.split(i[1], 4),
        lambda s, i: s.text.merge(i[2]),
        lambda s, i: s.text.indent([i[2]]),
        lambda s, i: s.text.outdent([i[3]]),
        lambda s, i: s.text.delete([i[1], i[3]]),
        lambda s, i: s.text.set_kind([i[1], i[2]], K.POINT),
        lambda s, i: s.text.set_own_number(i[1], "3."),
        lambda s, i: s.text.insert_field(i[1], 0, "plan.year"),
    ],
)
def test_one_undo_takes_back_any_step_whole(session, written, step):
    before = shown(session, written), ids(session, written)
    step(session, ids(session, written))
    assert shown(session, written) != before[0] or ids(session, written) != before[1]
    session.history.undo()
    assert (shown(session, written), ids(session, written)) == before


def test_a_list_can_begin_at_a_number_of_its_own_until_it_is_numbered_anew(session, written):
    session.text.set_own_number(ids(session, written)[1], "3.")
    assert shown(session, written)[1:3] == ["3. Mục tiêu chung", "4. Mục tiêu cụ thể"]
    session.text.renumber(body(session, written).id)
    assert shown(session, written)[1:3] == ["1. Mục tiêu chung", "2. Mục tiêu cụ thể"]


def test_a_live_field_follows_the_data_while_the_words_around_it_stay(session, written):
    first = ids(session, written)[1]
    session.text.save_passage(first, rich("Thực hiện nhiệm vụ"))
    session.text.insert_field(first, 10, "plan.task_count")
    count = written.task_count
    assert shown(session, written)[1] == f"1. Thực hiện {count:02}nhiệm vụ"
    last = session.plans.load(written.id).sections[1].tasks[0]
    session.rows.delete_rows([RowKey(RowKind.TASK, last.id)])
    assert shown(session, written)[1] == f"1. Thực hiện {count - 1:02}nhiệm vụ"


def test_words_replaced_in_several_passages_are_one_step_and_keep_their_fields(session, written):
    _, goal, target, dash, _ = ids(session, written)
    session.text.insert_field(goal, 0, "plan.year")
    before = shown(session, written)

    edits = [(goal, rich("2025Mục tiêu lớn")), (target, rich("Chỉ tiêu")), (dash, rich("Xong"))]
    session.text.replace_words(written.id, edits)

    after = shown(session, written)
    assert after[1:4] == ["1. 2025Mục tiêu lớn", "2. Chỉ tiêu", "- Xong"]
    kept = session.text.load(written.id).parts[0].passages[1].text.marks
    assert [mark.code for mark in kept] == ["plan.year"]
    session.history.undo()
    assert shown(session, written) == before


def test_a_field_written_over_is_the_officers_own(session, written):
    first = ids(session, written)[1]
    session.text.insert_field(first, 0, "plan.year")
    session.text.save_passage(first, rich("2031Mục tiêu chung"))
    assert not body(session, written).passages[1].text.marks


def test_a_document_is_cited_in_full_first_and_shortly_after(session, written):
    document = RegisteredDocument("Kế hoạch", "77", "KH-UBND", None, "UBND tỉnh Sơn La", "về việc")
    with session._file.transaction("add_document") as step:
        code = f"document.{step.unit.insert('registered_document', document_row(document))}"
    one, two = ids(session, written)[1:3]
    session.text.insert_field(two, 0, code)
    session.text.insert_field(one, 0, code)
    assert "Kế hoạch số 77/KH-UBND của UBND tỉnh Sơn La về việc" in shown(session, written)[1]
    assert shown(session, written)[2].startswith("2. Kế hoạch số 77/KH-UBNDMục")


def test_passages_move_with_what_belongs_to_them(session, written):
    one, two = ids(session, written)[1:3]
    session.text.move([two], body(session, written).id, ids(session, written)[0])
    assert shown(session, written)[1:4] == [
        "1. Mục tiêu cụ thể",
        "- Giải quyết đúng hạn",
        "2. Mục tiêu chung",
    ]
    with pytest.raises(MoveNotPossible):
        session.text.move(ids(session, written)[:1], body(session, written).id, two)
    assert one in ids(session, written)


def test_passages_move_to_another_part_whole(session, written):
    session.text.add_part(written.id, TextPartKind.ANNEX, rich("CHỈ TIÊU"))
    annex = session.text.load(written.id).parts[-1]
    session.text.move([ids(session, written)[2]], annex.id, None)
    parts = session.text.load(written.id).parts
    assert [p.printed for p in parts[-1].passages] == [
        "1. Mục tiêu cụ thể",
        "- Giải quyết đúng hạn",
    ]
    session.history.undo()
    assert len(session.text.load(written.id).parts[0].passages) == 5


def test_a_decision_goes_before_the_plan_and_there_is_only_one(session, written):
    session.text.add_part(written.id, TextPartKind.DECISION, rich("Ban hành Kế hoạch"))
    assert [p.kind for p in session.text.load(written.id).parts] == [
        TextPartKind.DECISION,
        TextPartKind.BODY,
    ]
    assert session.plans.load(written.id).parent_document.type_name == "Quyết định"
    with pytest.raises(MoveNotPossible):
        session.text.add_part(written.id, TextPartKind.DECISION, rich("Ban hành"))
    session.text.delete_part(session.text.load(written.id).parts[0].id)
    assert session.plans.load(written.id).parent_document.type_name == "Kế hoạch"


def test_a_table_in_the_text_keeps_its_cells(session, written):
    table = TextTable(((rich("STT"), rich("Chỉ tiêu")), (rich("1"), rich("<b>90%</b>"))))
    session.text.add(body(session, written).id, None, [Passage(K.TABLE, table=table)])
    stored = body(session, written).passages[0]
    assert stored.table == table
    with pytest.raises(InvalidValue):
        session.text.set_table(stored.id, TextTable(((rich("a"),), ())))


def test_the_paper_keeps_its_recipients_and_signer(session, written):
    signer = Signer(SigningAuthority.COLLECTIVE_DEPUTY, "Ủy ban nhân dân", "Phó Chủ tịch")
    session.text.save_document(
        PlanDocument(written.id, "Kế hoạch", ("- UBND tỉnh;", " ", "Lưu: VT, NV"), signer)
    )
    kept = session.text.document(written.id)
    assert kept.recipients == ("UBND tỉnh", "Lưu: VT, NV")
    assert kept.signer == signer
    with pytest.raises(InvalidValue):
        session.text.save_document(PlanDocument(written.id, " "))


def test_a_passage_that_is_gone_is_named(session, written):
    with pytest.raises(RecordMissing):
        session.text.save_passage(9999, RichText.plain("chữ"))


def test_a_plan_with_a_text_is_deleted_and_comes_back_whole(session, written):
    before = shown(session, written)
    session.plans.delete(written.id)
    session.history.undo()
    assert shown(session, written) == before


def test_a_field_put_inside_another_goes_behind_it(session, written):
    first = ids(session, written)[1]
    session.text.insert_field(first, 0, "office.name")
    name = session.offices.load().letterheads[0].name
    session.text.insert_field(first, 4, "plan.year")
    assert shown(session, written)[1] == f"1. {name}2025Mục tiêu chung"
    assert len(body(session, written).passages[1].text.marks) == 2


def test_moving_nothing_changes_nothing(session, written):
    assert not session.text.move([], body(session, written).id, None)


def test_a_part_rewritten_on_the_sheet_is_one_step_that_knows_its_passages(session, written):
    before, part = shown(session, written), body(session, written)
    first, goal, _, dash, last = part.passages
    wanted = [first, replace(goal, text=LiveText(rich("Mục tiêu <b>lớn</b>"))), last]
    wanted.insert(2, passage(K.POINT, "Ý mới"))

    step = session.text.rewrite(part.id, wanted, "edit_passages", 3)

    assert shown(session, written) == [
        "I. MỤC TIÊU",
        "1. Mục tiêu lớn",
        "a) Ý mới",
        "Kế hoạch này được thực hiện",
    ]
    now = ids(session, written)
    assert (now[0], now[1], now[3]) == (first.id, goal.id, last.id)
    assert now[2] not in (None, dash.id)
    assert step
    session.history.undo()
    assert (shown(session, written), body(session, written)) == (before, part)
    session.history.redo()
    assert ids(session, written) == now


def test_a_passage_of_another_part_is_taken_for_a_new_one(session, written):
    session.text.add_part(written.id, TextPartKind.ANNEX, rich("CHỈ TIÊU"))
    annex = session.text.load(written.id).parts[-1]
    theirs = body(session, written).passages[0]

    session.text.rewrite(annex.id, [theirs], "add_passages")

    parts = session.text.load(written.id).parts
    assert parts[0].passages[0] == theirs
    assert parts[-1].passages[0].id != theirs.id
    with pytest.raises(RecordMissing):
        session.text.rewrite(9999, [theirs], "add_passages")


def test_the_text_of_an_issued_plan_is_not_rewritten(session, written):
    part, before = body(session, written), shown(session, written)
    session.versions.issue(written.id, details())
    with pytest.raises(PlanFrozen):
        session.text.rewrite(part.id, part.passages[:2], "delete_passages")
    assert shown(session, written) == before
