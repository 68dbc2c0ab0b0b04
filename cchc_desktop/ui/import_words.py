"""What the import screen says: names of columns and kinds, counts in words, the year guessed."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import PurePath

from cchc_desktop.domain.agency import AgencyKind
from cchc_desktop.domain.annex_draft import AnnexColumn, AnnexDraft, DraftTask
from cchc_desktop.domain.days_and_numbers import day_words
from cchc_desktop.domain.deadline import DeadlineKind, DeadlineReading
from cchc_desktop.domain.plan_comparison import DifferenceKind
from cchc_desktop.domain.problem import Severity
from cchc_desktop.domain.vietnamese import fold, one_line
from cchc_desktop.services.imports import ImportPreview

COLUMN_NAMES: dict[AnnexColumn | None, str] = {
    AnnexColumn.NUMBER: "Số thứ tự",
    AnnexColumn.CONTENT: "Nhiệm vụ",
    AnnexColumn.PRODUCT: "Kết quả, sản phẩm",
    AnnexColumn.DEADLINE: "Thời gian thực hiện",
    AnnexColumn.LEAD: "Cơ quan chủ trì",
    AnnexColumn.COOPERATING: "Cơ quan phối hợp",
    AnnexColumn.MONITOR: "Theo dõi, đôn đốc",
    AnnexColumn.NOTE: "Ghi chú",
    None: "Không đưa vào",
}

DIFFERENCE_NAMES: dict[DifferenceKind, str] = {
    DifferenceKind.NEW: "Thêm mới",
    DifferenceKind.CHANGED: "Sửa",
    DifferenceKind.MISSING: "Xóa",
    DifferenceKind.MOVED: "Đổi thứ tự",
}

AGENCY_KINDS: dict[AgencyKind, str] = {
    AgencyKind.DEPARTMENT: "Phòng chuyên môn, cơ quan tham mưu",
    AgencyKind.SERVICE_UNIT: "Đơn vị sự nghiệp công lập",
    AgencyKind.COMMUNE: "UBND xã, phường, thị trấn",
    AgencyKind.VERTICAL: "Cơ quan ngành dọc",
    AgencyKind.PARTY_UNION: "Cơ quan Đảng, Mặt trận, đoàn thể",
    AgencyKind.SUPERIOR: "Cơ quan cấp trên",
    AgencyKind.OFFICE: "Cơ quan ban hành, lãnh đạo",
    AgencyKind.OTHER: "Loại khác",
}

# How names of each kind begin, without marks; the first that fits decides.
_KIND_BEGINNINGS: tuple[tuple[str, AgencyKind], ...] = (
    (r"(ubnd|uy ban nhan dan) (cac )?(xa|phuong|thi tran|dac khu)\b", AgencyKind.COMMUNE),
    (r"(so|bo|tinh|ubnd tinh|uy ban nhan dan tinh|chinh phu)\b", AgencyKind.SUPERIOR),
    (
        r"(cong an|chi cuc|thue|kho bac|bao hiem|bhxh|toa an|vien kiem sat|ban chi huy|bch)\b",
        AgencyKind.VERTICAL,
    ),
    (
        r"(mat tran|mttq|ub ?mttq|uy ban mat tran|hoi (?!dong)|(huyen |lien )?doan|\w+ uy\b)",
        AgencyKind.PARTY_UNION,
    ),
    (
        r"(trung tam|truong|tram|ban quan ly|dai truyen|thu vien|nha van hoa)\b",
        AgencyKind.SERVICE_UNIT,
    ),
    (r"(phong|van phong|thanh tra|ban)\b", AgencyKind.DEPARTMENT),
    (r"(ubnd|hdnd|uy ban nhan dan|hoi dong nhan dan|chu tich|lanh dao)\b", AgencyKind.OFFICE),
)

_YEAR = r"(?<!\d)(?<!\d[-–])(20\d\d)(?!\d|\s*[-–]\s*\d{4})"
_YEAR_IN_WORDS = re.compile(rf"năm\s+{_YEAR}", re.IGNORECASE)
_YEAR_ANYWHERE = re.compile(_YEAR)


def guess_year(draft: AnnexDraft) -> int | None:
    """Return the year the annex is most likely for, or None when nothing names one.

    The title says it best, then the titles above the tables, the deadlines, the file's name.
    """
    titles = [draft.title, *(table.title for table in draft.tables if table.is_chosen)]
    for title in titles:
        if found := _YEAR_IN_WORDS.findall(one_line(title)):
            return int(found[-1])
    in_deadlines = Counter(
        year
        for task in draft_tasks(draft)
        for deliverable in task.deliverables
        for year in _YEAR_ANYWHERE.findall(deliverable.deadline.text)
    )
    if in_deadlines:
        return int(in_deadlines.most_common(1)[0][0])
    in_name = _YEAR_ANYWHERE.findall(PurePath(draft.source_name).stem)
    return int(in_name[0]) if in_name else None


def guess_agency_kind(name: str) -> AgencyKind:
    """Return what kind of body a name most likely belongs to, by how it begins."""
    words = re.sub(r"^(cac|tat ca cac) ", "", fold(one_line(name)))
    return next(
        (kind for beginning, kind in _KIND_BEGINNINGS if re.match(beginning, words)),
        AgencyKind.OTHER,
    )


def draft_tasks(draft: AnnexDraft) -> Iterator[DraftTask]:
    """Yield every task and sub-task of ``draft`` in the order of the source."""
    for section in draft.sections:
        for task in section.tasks:
            yield task
            yield from task.subtasks


def deadline_words(reading: DeadlineReading, plan_year: int) -> str:
    """Return what was understood of a deadline, short enough to stand under its wording."""
    match reading.kind:
        case DeadlineKind.DATED:
            days = [milestone.due for milestone in reading.milestones]
            last = days[-1]
            day = f"{last:%d/%m}" if last.year == plan_year else day_words(last)
            return f"Đến hạn {day}" if len(days) == 1 else f"{len(days)} mốc, đến {day}"
        case DeadlineKind.RECURRING:
            return "Theo kỳ"
        case DeadlineKind.EVENT:
            return "Chờ sự việc"
        case DeadlineKind.UNRECOGNISED:
            return "Chưa nhận ra"


def summary(preview: ImportPreview) -> str:
    """Return in words what the file holds and what of it cannot be taken over."""
    draft, kinds = preview.draft, preview.deadline_kinds
    sections = sum(1 for section in draft.sections if section.title)
    counts = [
        f"{sections} lĩnh vực",
        f"{draft.task_count} nhiệm vụ",
        f"{draft.subtask_count} nhiệm vụ con",
    ]
    deadlines = [
        f"{kinds.get(DeadlineKind.DATED, 0)} có hạn",
        f"{kinds.get(DeadlineKind.RECURRING, 0)} theo kỳ",
        f"{kinds.get(DeadlineKind.EVENT, 0)} chờ sự việc",
    ]
    if unrecognised := kinds.get(DeadlineKind.UNRECOGNISED, 0):
        deadlines.append(f"{unrecognised} thời hạn chưa nhận ra")
    dropped = sum(problem.severity is Severity.DROPPED for problem in draft.problems)
    return "; ".join((", ".join(counts), ", ".join(deadlines), f"{dropped} ô không đưa vào được"))


def difference_summary(preview: ImportPreview) -> str:
    """Return in words how the file differs from the plan that is there."""
    if preview.changes_nothing:
        return f"Kế hoạch năm {preview.year} đã giống hệt tệp này."
    counts = Counter(difference.kind for difference in preview.differences)
    parts = [
        f"{counts[kind]} {name.lower()}" for kind, name in DIFFERENCE_NAMES.items() if counts[kind]
    ]
    return f"So với kế hoạch năm {preview.year}: {', '.join(parts)}."
