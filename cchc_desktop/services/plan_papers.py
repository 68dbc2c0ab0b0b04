"""What a comparison of versions and the coverage of demands say, ready to be given a form."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import TYPE_CHECKING

from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.compared_row import (
    ComparedPart,
    ComparedRow,
    ComparisonKind,
    DetailField,
)
from cchc_desktop.domain.demand_coverage import (
    Coverage,
    CoverageAnswer,
    CoverageState,
    DemandCoverage,
)
from cchc_desktop.domain.rich_text import EMPTY, RichText
from cchc_desktop.domain.version_comparison import VersionComparison

if TYPE_CHECKING:
    from cchc_desktop.documents.comparison_table import ComparisonContent, ComparisonRow
    from cchc_desktop.documents.coverage_table import CoverageCell, CoverageContent, CoverageRow

_KINDS: Mapping[ComparisonKind, str] = {
    ComparisonKind.ADDED: "Bổ sung",
    ComparisonKind.REMOVED: "Bãi bỏ",
    ComparisonKind.CHANGED: "Sửa đổi",
    ComparisonKind.MOVED: "Chuyển vị trí",
}
"""What is printed of a difference; mere new numbers are counted only."""

_PARTS: Mapping[ComparedPart, str] = {
    ComparedPart.DETAILS: "Thể thức văn bản",
    ComparedPart.DECISION: "Quyết định ban hành kế hoạch",
    ComparedPart.BODY: "Nội dung kế hoạch",
    ComparedPart.ANNEX: "Phụ lục",
    ComparedPart.TASKS: "Phụ lục nhiệm vụ",
}

_FIELDS: Mapping[AnnexColumn | DetailField, str] = {
    AnnexColumn.CONTENT: "nội dung",
    AnnexColumn.PRODUCT: "kết quả, sản phẩm",
    AnnexColumn.DEADLINE: "thời gian thực hiện",
    AnnexColumn.LEAD: "cơ quan chủ trì",
    AnnexColumn.COOPERATING: "cơ quan phối hợp",
    AnnexColumn.MONITOR: "theo dõi, kiểm tra, đôn đốc",
    AnnexColumn.NOTE: "ghi chú",
    DetailField.TYPE_NAME: "Tên loại văn bản",
    DetailField.SYMBOL: "Số, ký hiệu",
    DetailField.ISSUED_ON: "Ngày ban hành",
    DetailField.ISSUER: "Cơ quan ban hành",
    DetailField.ANNEX_TITLE: "Tên phụ lục nhiệm vụ",
    DetailField.ANNEX_NUMBER: "Số của phụ lục nhiệm vụ",
    DetailField.RECIPIENTS: "Nơi nhận",
    DetailField.SIGNING: "Quyền hạn, chức vụ người ký",
    DetailField.SIGNER: "Người ký",
}

_STATES: Mapping[CoverageState, str] = {
    CoverageState.ANSWERED: "Đã có",
    CoverageState.LATER: "Muộn hơn",
    CoverageState.UNANSWERED: "Chưa có",
    CoverageState.MET: "Đã hoàn thành",
}


def comparison_content(comparison: VersionComparison) -> "ComparisonContent":
    """Return what the form ``plan-comparison`` says: every difference, by part."""
    from cchc_desktop.documents.comparison_table import ComparisonContent, ComparisonPart

    shown = [row for row in comparison.rows() if row.kind in _KINDS]
    parts = tuple(
        ComparisonPart(_part_title(part, title), tuple(_compared(row) for row in rows))
        for (part, title), rows in groupby(shown, lambda row: (row.part, row.part_title))
    )
    names = [name for name in (comparison.left_name, comparison.right_name) if name]
    note = f"({names[0]}; so với {_lower(names[1])})" if len(names) == 2 else ""
    return ComparisonContent(parts, note, _comparison_summary(comparison) if shown else "")


def _comparison_summary(comparison: VersionComparison) -> str:
    counted = [
        f"{words.lower()} {comparison.count(kind)}"
        for kind, words in _KINDS.items()
        if comparison.count(kind)
    ]
    renumbered = comparison.count(ComparisonKind.RENUMBERED)
    more = f" {renumbered} nội dung chỉ đổi số thứ tự, không nêu trong bảng." if renumbered else ""
    return f"Tổng hợp: {'; '.join(counted)}.{more}"


def _part_title(part: ComparedPart, title: str) -> str:
    name = _PARTS[part]
    return f"{name}: {title}" if part is ComparedPart.ANNEX and title else name


def _compared(row: ComparedRow) -> "ComparisonRow":
    from cchc_desktop.documents.comparison_table import ComparisonRow

    note = _KINDS[row.kind]
    if row.place_before and row.place_after and row.place_before != row.place_after:
        note = f"{note} (trước ở {row.place_before})"
    return ComparisonRow(_place(row), row.before_marked, row.after_marked, note)


def _place(row: ComparedRow) -> str:
    field = _FIELDS.get(row.field, "") if row.field else ""
    if row.part is ComparedPart.DETAILS:
        return field
    if row.part is not ComparedPart.TASKS:
        return _item(row.place) if row.place else "Tên, trích yếu"
    is_task = row.task_before is not None or row.task_after is not None
    name = f"{'Nhiệm vụ' if is_task else 'Mục'} {row.place}".strip()
    return f"{name}, {field}" if field and is_task else name


def _item(place: str) -> str:
    """Return the place of a passage as a citation: "Mục III.1, gạch 2", "Đoạn 1"."""
    if place[0].isdecimal() or (place[0] in "IVX" and not place[1:2].islower()):
        return f"Mục {place}"
    return place[:1].upper() + place[1:]


def coverage_content(coverage: Coverage) -> "CoverageContent":
    """Return what the form ``demand-coverage`` says: every demand with what answers it."""
    from cchc_desktop.documents.coverage_table import CoverageContent, CoverageGroup

    groups = tuple(
        CoverageGroup(
            document.document.full_citation, tuple(_covered(item) for item in document.demands)
        )
        for document in coverage.documents
    )
    counts = [
        f"{words.lower()} {coverage.count(state)}"
        for state, words in _STATES.items()
        if coverage.count(state)
    ]
    summary = f"Tổng số {coverage.total} yêu cầu: {'; '.join(counts)}." if coverage.total else ""
    return CoverageContent(groups, f"(Kế hoạch cải cách hành chính {coverage.key.term})", summary)


def _covered(item: DemandCoverage) -> "CoverageRow":
    from cchc_desktop.documents.coverage_table import CoverageRow

    demand = item.demand
    words = demand.text
    if demand.place:
        words = RichText.plain(f"{demand.place_name}:").joined(words, " ")
    if demand.agencies:
        words = words.joined(RichText.plain(f"(Thực hiện: {demand.agencies})"), "\n")
    verdict = _STATES[item.state]
    if demand.met_on:
        verdict = f"{verdict} (ngày {demand.met_on:%d/%m/%Y})"
    return CoverageRow(words, item.asked, tuple(_answers(item)), verdict)


def _answers(item: DemandCoverage) -> Iterator["CoverageCell"]:
    from cchc_desktop.documents.coverage_table import CoverageCell

    for answer in item.answers:
        yield CoverageCell(RichText.plain(_answer_words(answer)), RichText.plain(answer.deadline))
    aside = [item.demand.met_note] if item.demand.met_note else []
    if item.elsewhere and not item.answers:
        plans = ", ".join(key.term for key in item.elsewhere)
        aside.append(f"Có trong kế hoạch {plans}")
    if aside:
        yield CoverageCell(RichText.plain(f"({'. '.join(aside)})"), EMPTY)


def _answer_words(answer: CoverageAnswer) -> str:
    return f"{answer.place}: {answer.text}" if answer.place else answer.text


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]
