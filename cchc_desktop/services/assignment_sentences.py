"""What the program says about assignments: roles, when work falls due, why no wording is made."""

from cchc_desktop.domain.agency import Role
from cchc_desktop.domain.agency_load import LoadSlot
from cchc_desktop.domain.wording_proposal import WordingObstacle

ROLES: dict[Role, str] = {
    Role.LEAD: "Chủ trì",
    Role.COOPERATING: "Phối hợp",
    Role.MONITOR: "Theo dõi, đôn đốc",
}
"""What an agency does for a task."""

SLOTS: dict[LoadSlot, str] = {
    LoadSlot.BEFORE_YEAR: "Trước năm kế hoạch",
    LoadSlot.QUARTER_1: "Quý I",
    LoadSlot.QUARTER_2: "Quý II",
    LoadSlot.QUARTER_3: "Quý III",
    LoadSlot.QUARTER_4: "Quý IV",
    LoadSlot.AFTER_YEAR: "Sau năm kế hoạch",
    LoadSlot.RECURRING: "Thường xuyên, định kỳ",
    LoadSlot.EVENT: "Chờ sự việc",
    LoadSlot.UNRECOGNISED: "Chưa rõ thời hạn",
}
"""When a task falls due."""

OBSTACLES: dict[WordingObstacle, str] = {
    WordingObstacle.SET_BY_HAND: (
        "Cơ quan của ô này đã được đặt bằng tay. Hãy sửa câu chữ hoặc đặt lại trực tiếp trong ô."
    ),
    WordingObstacle.STYLED: (
        "Ô này có đoạn chữ đậm hoặc nghiêng nên chương trình không tự sửa. Hãy sửa trực tiếp."
    ),
    WordingObstacle.REFERENCE: (
        "Ô này dẫn sang văn bản khác (“Theo …”) nên chương trình không tự sửa. Hãy sửa trực tiếp."
    ),
    WordingObstacle.JOINED_BY_WORDS: (
        "Tên cơ quan gắn với lời văn của ô nên không bỏ riêng được. Hãy sửa câu chữ trực tiếp."
    ),
    WordingObstacle.NAME_NOT_READ: (
        "Cơ quan đã bàn giao, hoặc tên không dùng được trong năm kế hoạch này. "
        "Hãy xem lại tên và thời gian hiệu lực trong Danh mục."
    ),
    WordingObstacle.READ_OTHERWISE: (
        "Câu chữ mới sẽ bị hiểu khác với phân công. Hãy sửa câu chữ trực tiếp trong ô."
    ),
}
"""Why no wording is proposed, and what to do."""
