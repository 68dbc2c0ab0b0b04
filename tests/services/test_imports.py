"""Importing: one step, nothing overwritten unasked, the same file twice changes nothing."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.deadline import DeadlineKind
from cchc_desktop.domain.plan_comparison import DifferenceKind
from cchc_desktop.storage.backup import list_backups
from tests.services.conftest import USUAL, draft_of, drafted, outline, rich, section


def load(session):
    return session.plans.load_year(2025)


def bring_in(session, draft, accepted=None):
    return session.imports.write(session.imports.preview(draft, 2025), accepted)


def with_tasks(*tasks):
    """The usual draft with other tasks in its second section."""
    return replace(USUAL, sections=(USUAL.sections[0], section("CẢI CÁCH THỂ CHẾ", *tasks)))


def test_a_new_plan_is_written_in_one_step_that_undo_takes_back(session):
    bring_in(session, USUAL)

    session.history.undo()

    assert session.plans.list() == ()


def test_the_same_file_again_changes_nothing(session, plan):
    preview = session.imports.preview(USUAL, 2025)

    assert preview.changes_nothing
    assert not session.imports.write(preview)


def test_a_preview_writes_nothing(session):
    session.imports.preview(USUAL, 2025)

    assert session.plans.list() == ()
    assert session.history.entries()[0].label == "set_up"


def test_a_changed_cell_is_shown_with_both_wordings(session, plan):
    changed = with_tasks(
        drafted("Rà soát văn bản", deadline="Quý II/2025"), drafted("Theo dõi thi hành")
    )

    (difference,) = session.imports.preview(changed, 2025).differences

    assert difference.kind is DifferenceKind.CHANGED
    assert (difference.place, difference.before.text, difference.after.text) == (
        "II.1",
        "Quý I/2025",
        "Quý II/2025",
    )


def test_a_reworded_task_is_the_same_task_changed(session, plan):
    changed = with_tasks(
        drafted("Rà soát văn bản quy phạm pháp luật"), drafted("Theo dõi thi hành")
    )

    (difference,) = session.imports.preview(changed, 2025).differences

    assert difference.kind is DifferenceKind.CHANGED
    assert difference.task == plan.sections[1].tasks[0]


def test_an_inserted_row_does_not_make_the_rows_after_it_look_changed(session, plan):
    changed = with_tasks(
        drafted("Một việc hoàn toàn mới về tài sản công"),
        drafted("Rà soát văn bản"),
        drafted("Theo dõi thi hành"),
    )

    differences = session.imports.preview(changed, 2025).differences
    bring_in(session, changed)

    assert [d.kind for d in differences] == [DifferenceKind.NEW]
    assert outline(load(session))[6:8] == [
        "II CẢI CÁCH THỂ CHẾ",
        "1 Một việc hoàn toàn mới về tài sản công",
    ]


def test_a_row_missing_from_the_file_is_kept_unless_the_officer_decides(session, plan):
    changed = with_tasks(drafted("Rà soát văn bản"))
    preview = session.imports.preview(changed, 2025)

    session.imports.write(preview)
    kept = outline(load(session))
    session.imports.write(session.imports.preview(changed, 2025), preview.differences)

    assert [d.kind for d in preview.differences] == [DifferenceKind.MISSING]
    assert kept[-1] == "2 Theo dõi thi hành"
    assert outline(load(session))[-1] == "1 Rà soát văn bản"


def test_what_the_officer_declines_is_not_written(session, plan):
    changed = with_tasks(
        drafted("Rà soát văn bản", note="A"), drafted("Theo dõi thi hành", note="B")
    )
    preview = session.imports.preview(changed, 2025)

    session.imports.write(preview, [preview.differences[1]])

    tasks = load(session).sections[1].tasks
    assert [task.note.text for task in tasks] == ["", "B"]


def test_rows_in_another_order_are_put_in_the_files_order(session, plan):
    changed = with_tasks(drafted("Theo dõi thi hành"), drafted("Rà soát văn bản"))

    bring_in(session, changed)

    assert outline(load(session))[7:] == ["1 Theo dõi thi hành", "2 Rà soát văn bản"]


def test_a_declined_order_leaves_the_rows_where_they_are(session, plan):
    changed = with_tasks(drafted("Theo dõi thi hành"), drafted("Rà soát văn bản", note="A"))
    preview = session.imports.preview(changed, 2025)
    cells = [d for d in preview.differences if d.kind is DifferenceKind.CHANGED]

    session.imports.write(preview, cells)

    assert outline(load(session))[7:] == ["1 Rà soát văn bản", "2 Theo dõi thi hành"]


def test_a_new_section_comes_with_its_tasks(session, plan):
    changed = replace(
        USUAL, sections=(*USUAL.sections, section("TÀI CHÍNH CÔNG", drafted("Giải ngân")))
    )

    bring_in(session, changed)

    assert outline(load(session))[-2:] == ["III TÀI CHÍNH CÔNG", "1 Giải ngân"]


def test_writing_over_a_plan_makes_a_backup_first(session, plan):
    before = list_backups(session.path)

    bring_in(session, with_tasks(drafted("Rà soát văn bản", note="A")))

    assert len(list_backups(session.path)) == len(before) + 1


def test_what_was_set_by_hand_survives_an_import_of_the_same_words(session, plan):
    deliverable = plan.sections[0].tasks[0].deliverables[0]
    by_hand = replace(deliverable.deadline.reading, kind=DeadlineKind.EVENT)
    session.cells.set_deadline_meaning(deliverable.id, by_hand)

    bring_in(session, with_tasks(drafted("Rà soát văn bản", note="A")))

    assert load(session).sections[0].tasks[0].deliverables[0].deadline.is_set_by_hand


def test_unknown_agencies_are_counted_and_named_once(session):
    draft = draft_of(
        section(
            "A",
            drafted("Một", lead="Ban Quản lý chợ Đầu Mối"),
            drafted("Hai", lead="Ban Quản lý chợ Đầu Mối"),
        )
    )

    (unknown,) = session.imports.preview(draft, 2025).unknown_names

    assert (unknown.text, unknown.count) == ("Ban Quản lý chợ Đầu Mối", 2)


def test_the_bracketed_line_gives_type_symbol_and_issuer(session):
    draft = replace(
        USUAL,
        title="CÁC NHIỆM VỤ",
        attached_to="(Ban hành kèm theo Kế hoạch số...../KH-UBND ngày /12/2024 của UBND huyện)",
    )

    bring_in(session, draft)

    parent = load(session).parent_document
    assert load(session).title == "CÁC NHIỆM VỤ"
    assert (parent.type_name, parent.number, parent.symbol, parent.issued_on, parent.issuer) == (
        "Kế hoạch",
        "",
        "KH-UBND",
        None,
        "UBND huyện",
    )


CONTENT = st.sampled_from(
    ["Rà soát văn bản", "Theo dõi thi hành", "Kiểm tra", "Tuyên truyền", "Đào tạo", "Giải ngân"]
)
TASKS = st.lists(
    st.builds(
        lambda content, note, subs: drafted(content, *[drafted(sub) for sub in subs], note=note),
        CONTENT,
        st.sampled_from(["", "ghi chú", "<b>đậm</b>"]),
        st.lists(CONTENT, max_size=2),
    ),
    max_size=4,
)
DRAFTS = st.lists(
    st.tuples(st.sampled_from(["CHỈ ĐẠO", "THỂ CHẾ", "BỘ MÁY"]), TASKS),
    max_size=3,
    unique_by=lambda s: s[0],
).map(lambda sections: draft_of(*(section(title, *tasks) for title, tasks in sections)))


@given(first=DRAFTS, second=DRAFTS)
def test_writing_every_difference_makes_the_plan_say_what_the_file_says(
    tmp_path_factory, office_path, clock, first, second
):
    import shutil

    from cchc_desktop.services.session import open_session

    path = tmp_path_factory.mktemp("merge") / "a.cchc"
    session = open_session(shutil.copy(office_path, path) and path, clock)
    try:
        bring_in(session, first)
        preview = session.imports.preview(second, 2025)

        session.imports.write(preview, preview.differences)

        again = session.imports.preview(second, 2025)
        assert again.differences == ()
        if preview.differences:
            session.history.undo()
            assert session.imports.preview(first, 2025).differences == ()
    finally:
        session.close()


def test_styles_alone_are_a_difference(session, plan):
    changed = with_tasks(
        replace(drafted("Rà soát văn bản"), content=rich("Rà soát <b>văn bản</b>")),
        drafted("Theo dõi thi hành"),
    )

    bring_in(session, changed)

    assert load(session).sections[1].tasks[0].content.markup == "Rà soát <b>văn bản</b>"
