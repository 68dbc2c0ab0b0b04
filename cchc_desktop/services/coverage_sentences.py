"""The words for demands from above and for how a plan stands to them."""

from cchc_desktop.domain.demand import DemandKind
from cchc_desktop.domain.demand_coverage import CoverageState

COVERAGE_STATES: dict[CoverageState, str] = {
    CoverageState.ANSWERED: "Đã có",
    CoverageState.LATER: "Muộn hơn",
    CoverageState.UNANSWERED: "Chưa có",
    CoverageState.MET: "Đã hoàn thành",
}

DEMAND_KINDS: dict[DemandKind, str] = {
    DemandKind.TARGET: "Chỉ tiêu",
    DemandKind.TASK: "Nhiệm vụ",
}
