"""Comparing two versions: nothing is found that is not there, nothing is lost."""

import random
from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.compared_row import ComparedPart, ComparedRow, ComparisonKind, DetailField
from cchc_desktop.domain.plan import TaskId
from cchc_desktop.domain.plan_snapshot import PlanSnapshot
from cchc_desktop.domain.plan_text import Passage, PassageKind, PlanText
from cchc_desktop.domain.version_comparison import compare
from tests.domain.version_plans import body, passage, sections, snapshot, task

PART, ITEM, DASH, TEXT = (
    PassageKind.PART, PassageKind.ITEM, PassageKind.DASH, PassageKind.TEXT,
)  # fmt: skip
KEPT, ADDED, REMOVED = ComparisonKind.KEPT, ComparisonKind.ADDED, ComparisonKind.REMOVED
CHANGED, MOVED = ComparisonKind.CHANGED, ComparisonKind.MOVED
RENUMBERED = ComparisonKind.RENUMBERED

OUTLINE = (
    passage(TEXT, "Căn cứ tình hình thực tế, huyện ban hành kế hoạch"),
    passage(PART, "MỤC TIÊU"),
    passage(ITEM, "Nâng cao chỉ số hài lòng của người dân"),
    passage(ITEM, "Rút ngắn thời gian giải quyết hồ sơ"),
    passage(DASH, "Hồ sơ đất đai giảm mười ngày"),
    passage(PART, "NHIỆM VỤ"),
    passage(ITEM, "Rà soát văn bản quy phạm pháp luật"),
)
TASKS = sections(
    ("CHỈ ĐẠO", (task(1, "Ban hành kế hoạch năm"), task(2, "Kiểm tra công tác ở các xã"))),
    ("THỂ CHẾ", (task(3, "Rà soát văn bản của huyện"), task(4, "Theo dõi thi hành pháp luật"))),
)


def kinds(rows: tuple[ComparedRow, ...]) -> list[tuple[ComparisonKind, str]]:
    return [(row.kind, row.place) for row in rows]


def with_text(*passages: Passage) -> PlanSnapshot:
    return snapshot(body(*passages), TASKS)


def words(snapshot: PlanSnapshot) -> Counter[str]:
    found: Counter[str] = Counter()
    for _, item in snapshot.text.passages():
        found.update(item.text.text.split())
    for part in snapshot.text.parts:
        found.update(part.title.text.split())
    for section in snapshot.plan.sections:
        found.update(section.title.text.split())
        for row in section.tasks:
            for text in (row.content, row.lead.text, row.cooperating.text, row.note):
                found.update(text.text.split())
            for item in row.deliverables:
                found.update(item.product.text.split())
                found.update(item.deadline.text.text.split())
    return found


def test_a_plan_compared_with_itself_shows_no_difference() -> None:
    one = with_text(*OUTLINE)
    assert compare(one, one).rows() == ()
    assert compare(one, one).is_same


def test_an_added_point_is_found_and_those_after_it_are_renumbered() -> None:
    new = (*OUTLINE[:2], passage(ITEM, "Mục tiêu mới về chuyển đổi số"), *OUTLINE[2:])
    rows = compare(with_text(*OUTLINE), with_text(*new)).rows()
    assert kinds(rows) == [(ADDED, "I.1"), (RENUMBERED, "I.2"), (RENUMBERED, "I.3")]


def test_changed_words_are_marked_on_both_sides() -> None:
    new = (*OUTLINE[:4], passage(DASH, "Hồ sơ đất đai giảm mười lăm ngày làm việc"), *OUTLINE[5:])
    (row,) = compare(with_text(*OUTLINE), with_text(*new)).rows()
    assert (row.kind, row.place) == (CHANGED, "I.2, gạch 1")
    assert row.before_marked.markup == "Hồ sơ đất đai giảm mười ngày"
    assert row.after_marked.markup == ("Hồ sơ đất đai giảm mười <b>lăm</b> ngày <b>làm việc</b>")


def test_a_moved_point_is_no_addition_and_no_removal() -> None:
    new = (*OUTLINE[:3], *OUTLINE[5:], OUTLINE[3])
    found = compare(with_text(*OUTLINE), with_text(*new))
    moved = {row.after.text for row in found.of_kind(MOVED)}
    assert moved == {"Rút ngắn thời gian giải quyết hồ sơ"}
    assert [row.before.text for row in found.of_kind(REMOVED)] == ["Hồ sơ đất đai giảm mười ngày"]
    assert found.count(ADDED) == 0


def test_a_task_is_followed_by_its_id_through_a_rewriting_and_a_move() -> None:
    rewritten = replace(task(4, "Đánh giá tình hình tuân thủ quy định"), number="1")
    new = sections(("CHỈ ĐẠO", (rewritten, *TASKS[0].tasks)), ("THỂ CHẾ", (TASKS[1].tasks[0],)))
    found = compare(snapshot(parts=TASKS), snapshot(parts=new))
    (row,) = (row for row in found.rows() if row.task_after == TaskId(4))
    assert (row.kind, row.place_before, row.place_after) == (CHANGED, "II.4", "I.1")
    assert found.count(ADDED) == found.count(REMOVED) == 0


def test_a_cell_of_a_task_is_named_by_its_column() -> None:
    changed = task(2, "Kiểm tra công tác ở các xã", lead="Thanh tra huyện", deadline="Quý II/2025")
    new = sections(("CHỈ ĐẠO", (TASKS[0].tasks[0], changed)), ("THỂ CHẾ", TASKS[1].tasks))
    rows = compare(snapshot(parts=TASKS), snapshot(parts=new)).rows()
    assert [(row.place, row.field) for row in rows] == [
        ("I.2", AnnexColumn.DEADLINE),
        ("I.2", AnnexColumn.LEAD),
    ]


def test_tasks_of_another_year_are_paired_by_origin_then_by_words() -> None:
    later = sections(
        ("CHỈ ĐẠO", (task(11, "Xây dựng chương trình công tác"), task(12, "Kiểm tra các xã"))),
        ("THỂ CHẾ", (task(13, "Rà soát văn bản của huyện"),)),
    )
    right = snapshot(parts=later, plan_id=2, year=2026, number="")
    found = compare(snapshot(parts=TASKS), right, {TaskId(11): TaskId(1)})
    pairs = {
        (row.task_before, row.task_after)
        for row in found.every_row
        if row.field is AnnexColumn.CONTENT and row.task_before and row.task_after
    }
    assert pairs == {(1, 11), (2, 12), (3, 13)}
    assert [row.task_before for row in found.of_kind(REMOVED)] == [4]


def test_an_earlier_plan_on_the_right_is_paired_by_origin_too() -> None:
    later = sections(("CHỈ ĐẠO", (task(11, "Xây dựng chương trình công tác"),)))
    left = snapshot(parts=later, plan_id=2, year=2026)
    found = compare(left, snapshot(parts=TASKS), {TaskId(11): TaskId(1)})
    assert (11, 1) in {(row.task_before, row.task_after) for row in found.every_row}


def test_number_and_date_of_a_draft_are_no_change() -> None:
    left, right = snapshot(parts=TASKS), snapshot(parts=TASKS, number="")
    assert compare(left, right).rows() == ()
    amended = snapshot(parts=TASKS, number="412")
    assert [row.field for row in compare(left, amended).rows()] == [DetailField.SYMBOL]


SYLLABLES = st.lists(
    st.sampled_from(("cải", "cách", "hành", "chính", "huyện", "xã", "rà", "soát", "văn", "bản")),
    min_size=3,
    max_size=9,
).map(" ".join)


@st.composite
def outlines(draw: st.DrawFn) -> tuple[Passage, ...]:
    texts = draw(st.lists(SYLLABLES, min_size=3, max_size=14))
    shapes = draw(st.lists(st.sampled_from((PART, ITEM, DASH, TEXT)), min_size=14, max_size=14))
    return tuple(passage(shapes[place], f"{text} thứ {place}") for place, text in enumerate(texts))


@given(outlines(), outlines(), st.integers(0, 2**16))
def test_every_word_of_both_sides_is_in_the_comparison(
    before: tuple[Passage, ...], after: tuple[Passage, ...], seed: int
) -> None:
    mixed = [*before, *after]
    random.Random(seed).shuffle(mixed)
    left, right = with_text(*before), snapshot(body(*mixed[: len(after) + 2]), TASKS[:1])
    rows = [row for row in compare(left, right).every_row if row.part is not ComparedPart.DETAILS]
    on_left = Counter(word for row in rows for word in row.before.text.replace(";", "").split())
    on_right = Counter(word for row in rows for word in row.after.text.replace(";", "").split())
    assert on_left == words(left)
    assert on_right == words(right)


@given(outlines(), st.integers(0, 2**16))
def test_random_edits_are_found_exactly(outline: tuple[Passage, ...], seed: int) -> None:
    chance = random.Random(seed)
    kept = list(outline)
    gone = kept.pop(chance.randrange(len(kept)))
    place = chance.randrange(len(kept) + 1)
    added = passage(TEXT, "Đây là một đoạn hoàn toàn khác biệt chưa từng xuất hiện trước đó")
    kept.insert(place, added)
    found = compare(with_text(*outline), with_text(*kept))
    assert [row.before.text for row in found.of_kind(REMOVED)] == [gone.text.text]
    assert [row.after.text for row in found.of_kind(ADDED)] == [added.text.text]
    assert found.count(CHANGED) == found.count(MOVED) == 0


@given(outlines())
def test_both_directions_find_the_same(outline: tuple[Passage, ...]) -> None:
    left, right = with_text(*outline), with_text(*outline[1:])
    there, back = compare(left, right), compare(right, left)
    assert there.count(REMOVED) == back.count(ADDED) == 1


def test_a_plan_without_a_text_is_compared_with_one_that_has_one() -> None:
    found = compare(snapshot(PlanText(), TASKS), with_text(*OUTLINE))
    assert found.count(ADDED) == len(OUTLINE) + 1
