"""What the place of issuing says about where a plan stands and what comes next."""

from cchc_desktop.domain.plan_version import PlanState
from cchc_desktop.ui.date_field import format_day
from cchc_desktop.ui.issue_dialog import findings_words
from cchc_desktop.ui.issue_feed import IssueSight

NO_PLAN = (
    "Đây là nơi trình ký, ban hành, điều chỉnh kế hoạch và lưu nguyên từng bản đã ban hành. "
    "Chưa có kế hoạch nào: lập kế hoạch hoặc nhập văn bản đã có."
)
NO_VERSIONS = "Chưa ban hành bản nào."


def next_step(sight: IssueSight) -> str:
    """Return what the state of the plan means, and what comes next."""
    standing, latest = sight.standing, sight.latest
    term = sight.plan.term
    match standing.state:
        case PlanState.DRAFT if latest is None:
            return (
                f"Kế hoạch {term} còn là dự thảo: sửa được, in ra để trống số và ngày. "
                f"{_findings(sight)}"
            )
        case PlanState.DRAFT:
            return (
                f"Đang soạn bản điều chỉnh {standing.next_version} của kế hoạch {term} "
                f"({standing.reason}). Bản {latest.number if latest else ''} còn hiệu lực "
                f"cho đến khi ban hành bản này. {_findings(sight)}"
            )
        case PlanState.SUBMITTED:
            since = format_day(standing.since.date()) if standing.since else ""
            return (
                f"Kế hoạch {term} đã trình ký từ {since}. Khi lãnh đạo ký, ghi số, ngày để "
                f"ban hành. {_findings(sight)}"
            )
        case PlanState.ISSUED:
            number = latest.full_symbol if latest else ""
            return (
                f"Kế hoạch {term} đã ban hành, số {number}. Nội dung đã khóa; tiến độ vẫn ghi "
                "bình thường. Muốn thay đổi nội dung thì lập bản điều chỉnh."
            )
        case PlanState.EXPIRED:
            note = f" ({standing.reason})" if standing.reason else ""
            return f"Kế hoạch {term} đã hết hiệu lực{note}. Các bản đã ban hành vẫn được lưu."


def _findings(sight: IssueSight) -> str:
    found = findings_words(sight)
    return f"Kiểm tra còn {found}." if found else "Kiểm tra không có gì phải xem lại."
