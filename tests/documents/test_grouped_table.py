import pytest

from cchc_desktop.documents.blocks import Heading, Paragraph, RowKind, SignatureBlock, Table
from cchc_desktop.documents.comparison_table import (
    ComparisonContent,
    ComparisonPart,
    ComparisonRow,
    compose_comparison_table,
)
from cchc_desktop.documents.coverage_table import (
    CoverageCell,
    CoverageContent,
    CoverageGroup,
    CoverageRow,
    compose_coverage_table,
)
from cchc_desktop.documents.grouped_table import SheetOptions
from cchc_desktop.domain.rich_text import RichText

_CHANGE = ComparisonRow(
    "Mục II.1",
    RichText.from_markup("đạt <i>90%</i> trở lên"),
    RichText.from_markup("đạt <b>95%</b> trở lên"),
    "Sửa đổi",
)
_DEMAND = CoverageRow(
    RichText.plain("Ban hành kế hoạch"),
    "Năm 2027",
    (
        CoverageCell(RichText.plain("Phụ lục I.1: Kế hoạch"), RichText.plain("Quý I")),
        CoverageCell(RichText.plain("Mục II.2: Kế hoạch")),
    ),
    "Đã có",
)


@pytest.fixture
def comparison(office_letterhead, form):
    def composed(*parts, **changes):
        return compose_comparison_table(
            ComparisonContent(parts, **changes), office_letterhead, form("plan-comparison")
        )

    return composed


@pytest.fixture
def coverage(office_letterhead, form):
    def composed(*groups, options=None, **changes):
        return compose_coverage_table(
            CoverageContent(groups, **changes), office_letterhead, form("demand-coverage"), options
        )

    return composed


def _rows(document):
    table = next(block for block in document.blocks if isinstance(block, Table))
    return [(row.kind, [cell.text for cell in row.cells]) for row in table.rows]


def test_differences_stand_below_their_part_and_are_counted_there(comparison):
    document = comparison(
        ComparisonPart("Trống", ()),
        ComparisonPart("Nội dung kế hoạch", (_CHANGE, _CHANGE)),
        ComparisonPart("Phụ lục", (_CHANGE,)),
    )

    kinds = [(kind, cells[0]) for kind, cells in _rows(document)]
    section, task = RowKind.SECTION, RowKind.TASK
    assert kinds == [(section, "I"), (task, "1"), (task, "2"), (section, "II"), (task, "1")]
    assert _rows(document)[1][1][1:] == [
        "Mục II.1", "đạt 90% trở lên", "đạt 95% trở lên", "Sửa đổi"
    ]  # fmt: skip


def test_the_columns_are_named_by_what_is_compared(comparison):
    named = comparison(
        ComparisonPart("", (_CHANGE,)), before_heading="Năm 2026", after_heading="Năm 2027"
    )

    table = next(block for block in named.blocks if isinstance(block, Table))
    assert [column.heading for column in table.columns][2:4] == ["Năm 2026", "Năm 2027"]
    assert len(table.rows) == 1


def test_without_a_difference_the_paper_says_so_and_has_no_table(comparison):
    document = comparison()

    assert not any(isinstance(block, Table) for block in document.blocks)
    assert [b.text.text for b in document.blocks if isinstance(b, Paragraph)] == [
        "Hai bản không khác nhau."
    ]


def test_each_answer_of_a_demand_has_a_row_and_its_own_deadline(coverage):
    rows = _rows(coverage(CoverageGroup("Kế hoạch số 1621/KH-UBND", (_DEMAND,))))

    assert rows[1:] == [
        (RowKind.TASK, ["1", "Ban hành kế hoạch", "Năm 2027", "Phụ lục I.1: Kế hoạch", "Quý I",
                        "Đã có"]),
        (RowKind.CONTINUATION, ["", "", "", "Mục II.2: Kế hoạch", "", ""]),
    ]  # fmt: skip


def test_title_summary_and_signature_stand_around_the_table(coverage):
    group = CoverageGroup("A", (_DEMAND,))
    document = coverage(
        group, options=SheetOptions(with_signature=True), summary="Tổng số 1 yêu cầu."
    )

    kinds = [type(block) for block in document.blocks]
    assert kinds.index(Heading) < kinds.index(Paragraph) < kinds.index(Table)
    assert kinds[-1] is SignatureBlock


@pytest.mark.parametrize("ending", ["pdf", "docx", "xlsx"])
def test_every_word_stands_in_the_file(comparison, text_of, ending):
    found = text_of(comparison(ComparisonPart("Nội dung kế hoạch", (_CHANGE,))), ending)

    for words in ("BẢNG SO SÁNH", "Nội dung kế hoạch", "Mục II.1", "90%", "95%", "Sửa đổi"):
        assert words in found
