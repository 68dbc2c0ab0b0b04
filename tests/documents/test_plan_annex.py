from dataclasses import replace

import pytest

from cchc_desktop.documents.blocks import (
    Heading,
    Letterhead,
    Paragraph,
    RowKind,
    SignatureBlock,
    Table,
)
from cchc_desktop.documents.plan_annex import AnnexOptions, compose_plan_annex
from cchc_desktop.domain.plan import ParentDocument


@pytest.fixture
def compose(office_letterhead, plan_annex_form):
    def composed(plan, **options):
        return compose_plan_annex(plan, office_letterhead, plan_annex_form, AnnexOptions(**options))

    return composed


def _block(document, kind):
    return next(block for block in document.blocks if isinstance(block, kind))


def _attachment(document):
    return _block(document, Paragraph).text.text.replace("\u00a0", " ")


def _rows(document):
    return [(row.kind, [cell.text for cell in row.cells]) for row in _block(document, Table).rows]


def test_the_attachment_line_names_the_issued_plan(compose, plan_of, issued):
    plan = replace(plan_of(), parent_document=issued)

    assert _attachment(compose(plan)) == (
        "(Kèm theo Kế hoạch số 07/KH-UBND ngày 05 tháng 02 năm 2027 "
        "của Ủy ban nhân dân huyện Sông Trà)"
    )


def test_a_draft_leaves_blanks_and_invents_no_year(compose, plan_of):
    line = " ".join(_attachment(compose(plan_of())).split())

    assert line == (
        "(Kèm theo Kế hoạch số /KH-UBND ngày tháng năm của Ủy ban nhân dân huyện Sông Trà)"
    )


def test_an_electronic_annex_leaves_number_and_date_to_the_system(compose, plan_of, issued):
    plan = replace(plan_of(), parent_document=issued)

    assert "07/" not in _attachment(compose(plan, electronic=True))
    assert "2027" not in _attachment(compose(plan, electronic=True))


def test_another_issuer_is_named_as_written(compose, plan_of):
    plan = replace(plan_of(), parent_document=ParentDocument("Quyết định", issuer="UBND huyện"))

    assert "Kèm theo Quyết định số" in _attachment(compose(plan))
    assert _attachment(compose(plan)).endswith("của UBND huyện)")


def test_the_superior_body_is_abbreviated_and_both_names_are_in_capitals(compose, plan_of):
    head = _block(compose(plan_of()), Letterhead)

    assert head.superior == "UBND TỈNH HÒA NAM"
    assert head.issuer == "ỦY BAN NHÂN DÂN HUYỆN SÔNG TRÀ"


def test_both_spellings_of_the_superior_body_are_abbreviated(
    office_letterhead, plan_annex_form, plan_of
):
    letterhead = replace(office_letterhead, parent="Uỷ ban Nhân dân tỉnh Hòa Nam")

    document = compose_plan_annex(plan_of(), letterhead, plan_annex_form, AnnexOptions())

    assert _block(document, Letterhead).superior == "UBND TỈNH HÒA NAM"


def test_the_label_is_numbered_only_among_several_annexes(compose, plan_of):
    single = [b.text for b in compose(plan_of()).blocks if isinstance(b, Heading)]
    numbered = compose(replace(plan_of(), annex_number="II"))

    assert single == ["PHỤ LỤC", "NHIỆM VỤ TRỌNG TÂM NĂM 2027"]
    assert _block(numbered, Heading).text == "Phụ lục II"


def test_letterhead_and_signature_are_printed_as_chosen(compose, plan_of):
    bare = compose(plan_of(), with_letterhead=False)
    signed = compose(plan_of(), with_signature=True, recipients=("- Lưu: VT.",))

    assert not any(isinstance(b, Letterhead | SignatureBlock) for b in bare.blocks)
    signature = _block(signed, SignatureBlock)
    assert signature.title_lines == ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    assert (signature.name, signature.recipients_label) == ("Họ và Tên Người Ký", "Nơi nhận:")


def test_rows_follow_the_plan_with_their_numbers(compose, plan_of, section, task):
    part = task("a)", "phần", ("Văn bản", "Quý II"), lead="Phòng Nội vụ")
    first = task("1", "việc", ("A", "Quý I"), note="chú")
    plan = plan_of(section("I", "MỤC", first, task("2", "nhóm", subtasks=(part,))))

    assert _rows(compose(plan)) == [
        (RowKind.SECTION, ["I", "MỤC", "", "", "", "", ""]),
        (RowKind.TASK, ["1", "việc", "A", "Quý I", "", "", "chú"]),
        (RowKind.TASK, ["2", "nhóm", "", "", "", "", ""]),
        (RowKind.SUBTASK, ["a)", "phần", "Văn bản", "Quý II", "Phòng Nội vụ", "", ""]),
    ]


def test_each_further_product_is_a_row_without_a_number(compose, plan_of, section, task):
    plan = plan_of(section("I", "MỤC", task("1", "việc", ("A", "Quý I"), ("", ""), ("B", ""))))

    assert _rows(compose(plan))[1:] == [
        (RowKind.TASK, ["1", "việc", "A", "Quý I", "", "", ""]),
        (RowKind.CONTINUATION, ["", "", "B", "", "", "", ""]),
    ]


def test_a_plan_without_sections_has_no_section_row(compose, plan_of, section, task):
    plan = plan_of(section("I", "", task("1", "việc")))

    assert [kind for kind, _ in _rows(compose(plan))] == [RowKind.TASK]


def test_an_untitled_section_among_others_keeps_its_row(compose, plan_of, section, task):
    plan = plan_of(section("I", "A", task("1", "x")), section("II", "", task("1", "y")))

    assert [cells[0] for _, cells in _rows(compose(plan))] == ["I", "1", "II", "1"]


def test_the_monitor_column_is_printed_only_when_a_task_has_one(compose, plan_of, section, task):
    without = _block(compose(plan_of(section("I", "A", task("1", "x")))), Table)
    monitored = task("a)", "y", monitor="Phòng Nội vụ")
    plan = plan_of(section("I", "A", task("1", "x", subtasks=(monitored,))))
    table = _block(compose(plan), Table)

    assert "monitor" not in [column.key for column in without.columns]
    assert "monitor" in [column.key for column in table.columns]
    assert "Phòng Nội vụ" in [cell.text for cell in table.rows[-1].cells]


@pytest.mark.parametrize("monitor", ["", "Phòng Nội vụ"])
def test_the_columns_fill_the_width_between_the_margins(compose, plan_of, section, task, monitor):
    document = compose(plan_of(section("I", "A", task("1", "x", monitor=monitor))))

    widths = [column.width_mm for column in _block(document, Table).columns]
    assert sum(widths) == pytest.approx(document.page.text_width_mm)
    assert widths[0] == 14
