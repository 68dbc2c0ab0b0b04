"""How agencies and their kinds are named on the screen."""

from datetime import date

from cchc_desktop.domain.agency import Agency, AgencyKind
from cchc_desktop.ui.date_field import format_day

KIND_NAMES = {
    AgencyKind.OFFICE: "HĐND, UBND, lãnh đạo",
    AgencyKind.DEPARTMENT: "Phòng, ban chuyên môn",
    AgencyKind.SERVICE_UNIT: "Đơn vị sự nghiệp công lập",
    AgencyKind.VERTICAL: "Cơ quan ngành dọc",
    AgencyKind.COMMUNE: "UBND xã, phường, thị trấn",
    AgencyKind.PARTY_UNION: "Đảng, Mặt trận, đoàn thể",
    AgencyKind.SUPERIOR: "Cơ quan cấp trên",
    AgencyKind.OTHER: "Cơ quan khác",
}


def validity_words(agency: Agency, day: date) -> str:
    """Return when an agency exists, or "" while it simply does on ``day``."""
    if agency.valid_to is not None:
        verb = "đến hết" if agency.valid_to >= day else "đã hết hiệu lực từ sau"
        return f"{verb} {format_day(agency.valid_to)}"
    if agency.valid_from is not None and agency.valid_from > day:
        return f"từ {format_day(agency.valid_from)}"
    return ""
