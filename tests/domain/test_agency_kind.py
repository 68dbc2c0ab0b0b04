"""What sort of body a name most likely names."""

import pytest

from cchc_desktop.domain.agency import AgencyKind
from cchc_desktop.domain.agency_kind import likely_kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Phòng Tài chính - Kế hoạch", AgencyKind.DEPARTMENT),
        ("Văn phòng HĐND và UBND huyện", AgencyKind.DEPARTMENT),
        ("Thanh tra huyện", AgencyKind.DEPARTMENT),
        ("UBND xã Quảng Sơn", AgencyKind.COMMUNE),
        ("Uỷ ban nhân dân thị trấn Tân Sơn", AgencyKind.COMMUNE),
        ("UBND huyện", AgencyKind.OFFICE),
        ("UBND tỉnh", AgencyKind.SUPERIOR),
        ("Sở Nội vụ", AgencyKind.SUPERIOR),
        ("Trung tâm Văn hóa", AgencyKind.SERVICE_UNIT),
        ("Ban Quản lý dự án", AgencyKind.SERVICE_UNIT),
        ("Ban Tổ chức Huyện ủy", AgencyKind.PARTY_UNION),
        ("Hội Nông dân", AgencyKind.PARTY_UNION),
        ("Công an huyện", AgencyKind.VERTICAL),
        ("Chi cục Thuế khu vực", AgencyKind.VERTICAL),
        ("Tổ Alpha", AgencyKind.OTHER),
    ],
)
def test_the_first_words_tell_the_kind(name: str, kind: AgencyKind) -> None:
    assert likely_kind(name) is kind
