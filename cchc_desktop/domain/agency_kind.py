"""Tells from a name what sort of body it most likely names, when one is added by its name."""

from cchc_desktop.domain.agency import AgencyKind
from cchc_desktop.domain.vietnamese import search_key, tidy

# The first beginning that fits decides, so the longer ones stand before the shorter.
_BEGINNINGS: tuple[tuple[AgencyKind, tuple[str, ...]], ...] = (
    (
        AgencyKind.COMMUNE,
        ("ubnd xã", "ubnd phường", "ubnd thị trấn", "ubnd đặc khu", "ủy ban nhân dân xã",
         "ủy ban nhân dân phường", "ủy ban nhân dân thị trấn", "ủy ban nhân dân đặc khu"),
    ),
    (AgencyKind.SUPERIOR, ("ubnd tỉnh", "ủy ban nhân dân tỉnh", "sở ", "tỉnh ủy", "bộ ")),
    (AgencyKind.OFFICE, ("ubnd", "hđnd", "ủy ban nhân dân", "hội đồng nhân dân", "chủ tịch")),
    (
        AgencyKind.PARTY_UNION,
        ("huyện ủy", "đảng", "ban tổ chức", "ban tuyên giáo", "mặt trận", "ubmttq", "ủy ban mttq",
         "hội ", "đoàn ", "liên đoàn", "văn phòng huyện ủy"),
    ),
    (
        AgencyKind.VERTICAL,
        ("công an", "chi cục", "kho bạc", "bảo hiểm", "ban chỉ huy quân sự", "bch quân sự",
         "tòa án", "viện kiểm sát", "ngân hàng", "thi hành án", "điện lực", "bưu điện", "thuế"),
    ),
    (
        AgencyKind.SERVICE_UNIT,
        ("trung tâm", "ban quản lý", "trường", "trạm", "đài ", "bệnh viện", "thư viện", "nhà "),
    ),
    (AgencyKind.DEPARTMENT, ("phòng", "văn phòng", "thanh tra", "ban ")),
)  # fmt: skip


def likely_kind(name: str) -> AgencyKind:
    """Return the kind ("loại cơ quan") that a name's first words tell; OTHER if none does."""
    key = search_key(tidy(name))
    for kind, beginnings in _BEGINNINGS:
        if key.startswith(beginnings):
            return kind
    return AgencyKind.OTHER
