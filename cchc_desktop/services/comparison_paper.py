"""What the form ``plan-comparison`` says: what was issued beside what it becomes."""

from itertools import groupby
from typing import TYPE_CHECKING

from cchc_desktop.domain.compared_row import ComparedPart, ComparedRow, ComparisonKind
from cchc_desktop.domain.version_comparison import VersionComparison
from cchc_desktop.services.comparison_sentences import KINDS, describe_field

if TYPE_CHECKING:
    from cchc_desktop.documents.comparison_table import ComparisonContent, ComparisonRow

_PRINTED = (
    ComparisonKind.ADDED,
    ComparisonKind.REMOVED,
    ComparisonKind.CHANGED,
    ComparisonKind.MOVED,
)
"""What is printed of a difference; mere new numbers are counted only."""

_PART_TITLES: dict[ComparedPart, str] = {
    ComparedPart.DETAILS: "Thể thức văn bản",
    ComparedPart.DECISION: "Quyết định ban hành kế hoạch",
    ComparedPart.BODY: "Nội dung kế hoạch",
    ComparedPart.ANNEX: "Phụ lục",
    ComparedPart.TASKS: "Phụ lục nhiệm vụ",
}


def comparison_content(comparison: VersionComparison) -> "ComparisonContent":
    """Return what the form ``plan-comparison`` says: every difference, by part."""
    from cchc_desktop.documents.comparison_table import ComparisonContent, ComparisonPart

    shown = [row for row in comparison.rows() if row.kind in _PRINTED]
    parts = tuple(
        ComparisonPart(_part_title(part, title), tuple(_compared(row) for row in rows))
        for (part, title), rows in groupby(shown, lambda row: (row.part, row.part_title))
    )
    names = [name for name in (comparison.left_name, comparison.right_name) if name]
    note = f"({names[0]}; so với {_lower(names[1])})" if len(names) == 2 else ""
    return ComparisonContent(parts, note, _comparison_summary(comparison) if shown else "")


def _comparison_summary(comparison: VersionComparison) -> str:
    counted = [
        f"{KINDS[kind].lower()} {comparison.count(kind)}"
        for kind in _PRINTED
        if comparison.count(kind)
    ]
    renumbered = comparison.count(ComparisonKind.RENUMBERED)
    more = f" {renumbered} nội dung chỉ đổi số thứ tự, không nêu trong bảng." if renumbered else ""
    return f"Tổng hợp: {'; '.join(counted)}.{more}"


def _part_title(part: ComparedPart, title: str) -> str:
    name = _PART_TITLES[part]
    return f"{name}: {title}" if part is ComparedPart.ANNEX and title else name


def _compared(row: ComparedRow) -> "ComparisonRow":
    from cchc_desktop.documents.comparison_table import ComparisonRow

    note = KINDS[row.kind]
    if row.place_before and row.place_after and row.place_before != row.place_after:
        note = f"{note} (trước ở {row.place_before})"
    return ComparisonRow(_place(row), row.before_marked, row.after_marked, note)


def _place(row: ComparedRow) -> str:
    field = describe_field(row)
    if row.part is ComparedPart.DETAILS:
        return field[:1].upper() + field[1:]
    if row.part is not ComparedPart.TASKS:
        return _item(row.place) if row.place else "Tên, trích yếu"
    is_task = row.task_before is not None or row.task_after is not None
    name = f"{'Nhiệm vụ' if is_task else 'Mục'} {row.place}".strip()
    return f"{name}, {field}" if field else name


def _item(place: str) -> str:
    """Return the place of a passage as a citation: "Mục III.1, gạch 2", "Đoạn 1"."""
    if place[0].isdecimal() or (place[0] in "IVX" and not place[1:2].islower()):
        return f"Mục {place}"
    return place[:1].upper() + place[1:]


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]
