"""The annex that the tests write in every kind of source, and how drafts are compared."""

import unicodedata
from pathlib import Path

import pytest

SHARED = Path(__file__).parents[2].parent / "shared"
HEADINGS = Path(__file__).parents[2] / "resources" / "catalogues" / "column-headings.toml"

HEADING = [
    "STT", "Nhiệm vụ cụ thể", "Kết quả, sản phẩm", "Thời gian thực hiện", "Cơ quan chủ trì",
    "Cơ quan phối hợp", "Ghi chú",
]  # fmt: skip
TITLE = "DANH MỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2030"
ATTACHED = "(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/01/2030 của UBND huyện Đông Hải)"
ALL = "Các phòng, ban; UBND các xã, thị trấn"
ROWS = [
    ["I", "CHỈ ĐẠO, ĐIỀU HÀNH", "", "", "", "", ""],
    ["1", "Xây dựng Kế hoạch cải cách hành chính của huyện", "Kế hoạch của UBND huyện",
     "Quý I/2030", "Phòng Nội vụ", ALL, "Thay Kế hoạch năm trước"],
    ["2", "Kiểm tra công tác cải cách hành chính tại cơ sở", "", "", "", "", ""],
    ["a)", "Kiểm tra định kỳ việc thực hiện ở xã", "Thông báo kết luận", "Quý III/2030",
     "Phòng Nội vụ", ALL, ""],
    ["b)", "Kiểm tra đột xuất việc chấp hành giờ giấc", "Báo cáo", "Thường xuyên trong năm",
     "Thanh tra huyện", "", ""],
    ["II", "CẢI CÁCH THỦ TỤC HÀNH CHÍNH", "", "", "", "", ""],
    ["1", "Rà soát, đơn giản hóa thủ tục hành chính thuộc thẩm quyền của huyện",
     "Tờ trình của UBND huyện", "Trước ngày 31/10/2030", "Văn phòng HĐND và UBND huyện", ALL, ""],
    ["2", "Niêm yết công khai thủ tục hành chính", "Bảng niêm yết", "Khi UBND tỉnh yêu cầu",
     "UBND các xã, thị trấn", "Văn phòng HĐND và UBND huyện", ""],
    ["III", "XÂY DỰNG CHÍNH QUYỀN SỐ", "", "", "", "", ""],
    ["1", "Vận hành hệ thống một cửa điện tử", "Hệ thống hoạt động ổn định", "Cả năm 2030",
     "Phòng Văn hóa và Thông tin", ALL, ""],
]  # fmt: skip


def words(text):
    """Return the words of a rich text with white space evened out."""
    return " ".join(text.text.split())


def task_of(task):
    return (
        task.source_number,
        words(task.content),
        tuple((words(d.product), words(d.deadline)) for d in task.deliverables),
        words(task.lead),
        words(task.cooperating),
        words(task.monitor),
        words(task.note),
        tuple(task_of(subtask) for subtask in task.subtasks),
    )


def content_of(draft):
    """Return all that a draft says, without places and styles."""
    return [
        (section.source_number, words(section.title), [task_of(task) for task in section.tasks])
        for section in draft.sections
    ]


def expected(rows=ROWS):
    """Return what ``content_of`` must give for rows of the seven usual columns."""
    sections = []
    for stt, content, product, deadline, lead, cooperating, note in rows:
        if stt.rstrip(".").isupper():
            sections.append((stt, content, []))
            continue
        made = ((product, deadline),) if product or deadline else ()
        item = [stt, content, made, lead, cooperating, "", note, ()]
        if stt.endswith(")"):
            sections[-1][2][-1][7] += (tuple(item),)
        else:
            sections[-1][2].append(item)
    return [(n, t, [tuple(task) for task in tasks]) for n, t, tasks in sections]


def tsv(rows, heading=HEADING):
    return "\n".join("\t".join(row) for row in [heading, *rows])


def visible(text):
    """Return the characters that must not be lost, tidied as the program keeps them."""
    return sorted(c for c in unicodedata.normalize("NFC", text) if not c.isspace())


def shared(relative):
    """Return a document of the shared folder, or skip."""
    path = SHARED / relative
    if not path.exists():
        pytest.skip(f"the shared document {relative} is not beside this checkout")
    return path
