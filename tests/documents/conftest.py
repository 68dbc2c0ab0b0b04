from collections.abc import Callable
from datetime import date
from itertools import count
from pathlib import Path

import docx
import pdfplumber
import pytest
from docx.oxml.ns import qn
from python_calamine import CalamineWorkbook

from cchc_desktop.documents.blocks import Document
from cchc_desktop.documents.excel import write_excel
from cchc_desktop.documents.form import FormDescription, load_form
from cchc_desktop.documents.official_paper import OfficialPaper, compose_official_paper
from cchc_desktop.documents.pdf import write_pdf
from cchc_desktop.documents.word import write_word
from cchc_desktop.domain.deadline import Deadline
from cchc_desktop.domain.font_files import FontFiles
from cchc_desktop.domain.office import Letterhead, LetterheadId, Signer, SigningAuthority
from cchc_desktop.domain.plan import (
    Assignment,
    Deliverable,
    DeliverableId,
    ParentDocument,
    Plan,
    PlanId,
    PlanTask,
    Section,
    SectionId,
    TaskId,
    section_number,
    subtask_number,
    task_number,
)
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.system.fonts import find_fonts

ROOT = Path(__file__).parents[2]
_ids = count(1)

_ALL = "Các phòng, ban, ngành; UBND các xã, thị trấn"
_PRODUCTS = (
    "Kế hoạch của UBND huyện",
    "Báo cáo của UBND huyện gửi Sở Nội vụ",
    "Quyết định của Chủ tịch UBND huyện",
    "Văn bản chỉ đạo; biên bản kiểm tra; thông báo kết luận",
)
_DEADLINES = ("Quý I/2027", "Trước ngày 15/6/2027", "Thường xuyên trong năm", "Tháng 9/2027")
_LEADS = ("Phòng Nội vụ", "Văn phòng HĐND và UBND huyện", "Phòng Tư pháp",
          "Phòng Tài chính - Kế hoạch")  # fmt: skip
_WORKS = (
    "Ban hành kế hoạch cải cách hành chính và hướng dẫn các cơ quan xây dựng kế hoạch của mình",
    "Kiểm tra việc tiếp nhận và trả kết quả tại Bộ phận Một cửa của các xã, thị trấn",
    "Rà soát, đề nghị bãi bỏ giấy tờ thừa trong hồ sơ <i>đất đai</i>, <i>hộ tịch</i>",
    "Đo lường sự hài lòng của người dân đối với việc giải quyết hồ sơ",
    "Bồi dưỡng kỹ năng sử dụng chữ ký số cho công chức cấp xã (<b>bắt buộc</b>)",
)
_SECTIONS = (
    "CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH", "CẢI CÁCH THỂ CHẾ", "CẢI CÁCH THỦ TỤC HÀNH CHÍNH",
    "CẢI CÁCH TỔ CHỨC BỘ MÁY HÀNH CHÍNH NHÀ NƯỚC", "CẢI CÁCH CHẾ ĐỘ CÔNG VỤ",
    "CẢI CÁCH TÀI CHÍNH CÔNG", "XÂY DỰNG, PHÁT TRIỂN CHÍNH QUYỀN ĐIỆN TỬ, CHÍNH QUYỀN SỐ",
)  # fmt: skip
_LONG = (
    "Rà soát toàn bộ quy trình nội bộ đã công bố, đối chiếu với danh mục thủ tục hành chính "
    "đang có hiệu lực, lập bảng so sánh từng bước, từng người thực hiện và từng mốc thời gian; "
    "lấy ý kiến của các xã, thị trấn và của người dân đã nộp hồ sơ trong sáu tháng gần nhất. "
)


def rich(markup: str) -> RichText:
    return RichText.from_runs(RichText.from_markup(markup).runs)


def make_task(
    number: str,
    content: str,
    *products: tuple[str, str],
    lead: str = "",
    cooperating: str = "",
    monitor: str = "",
    note: str = "",
    subtasks: tuple[PlanTask, ...] = (),
) -> PlanTask:
    return PlanTask(
        id=TaskId(next(_ids)),
        number=number,
        content=rich(content),
        deliverables=tuple(
            Deliverable(DeliverableId(next(_ids)), rich(product), Deadline(rich(deadline)))
            for product, deadline in products
        ),
        lead=Assignment(rich(lead)),
        cooperating=Assignment(rich(cooperating)),
        monitor=Assignment(rich(monitor)),
        note=rich(note),
        subtasks=subtasks,
    )


def make_plan(*sections: Section, title: str = "Nhiệm vụ trọng tâm năm 2027") -> Plan:
    return Plan(PlanId(1), 2027, title, sections=sections)


def make_section(number: str, title: str, *tasks: PlanTask) -> Section:
    return Section(SectionId(next(_ids)), number, rich(title), tasks)


def _ordinary(number: str, seed: int) -> PlanTask:
    note = "Lồng ghép với kiểm tra công vụ" if seed % 9 == 4 else ""
    return make_task(
        number,
        _WORKS[seed % len(_WORKS)],
        (_PRODUCTS[seed % 4], _DEADLINES[(seed * 3) % 4]),
        lead=_LEADS[(seed * 5) % 4],
        cooperating=_ALL if seed % 3 else "",
        note=note,
    )


def believable_plan(sections: int = 7, tasks: int = 8) -> Plan:
    """About sixty rows with everything a real annex has."""
    made = []
    for s in range(sections):
        rows = [_ordinary(task_number(n + 1), s * 3 + n) for n in range(tasks)]
        if s % 7 == 0:
            rows[1] = make_task(
                "2",
                "Kiểm tra công tác cải cách hành chính",
                subtasks=(_ordinary(subtask_number(1), 3), _ordinary(subtask_number(2), 7)),
            )
        if s % 7 == 2:
            rows[2] = make_task(
                "3",
                _LONG * 5,
                ("- Bảng so sánh quy trình\n- Quyết định công bố lại", "Quý II/2027"),
                ("- Báo cáo <b>kết quả rà soát</b>", "Trước 10/12/2027"),
                ("= Kết quả lấy ý kiến được công khai", "Quý IV/2027"),
                lead="Văn phòng HĐND và UBND huyện",
                cooperating=_ALL,
            )
            rows[3] = make_task(
                "4", _LONG * 14, (_LONG, "Tháng 01/2027\nTháng 6/2027\nTháng 8/2027"),
                lead=_ALL, cooperating="Phòng Nội vụ", note="Nhiệm vụ mới",
            )  # fmt: skip
        made.append(make_section(section_number(s + 1), _SECTIONS[s % 7], *rows))
    return make_plan(*made, title="Các nhiệm vụ trọng tâm của công tác cải cách hành chính")


@pytest.fixture
def office_letterhead() -> Letterhead:
    return Letterhead(
        LetterheadId(1),
        parent="Ủy ban nhân dân tỉnh Hòa Nam",
        name="Ủy ban nhân dân huyện Sông Trà",
        place="Sông Trà",
        signer=Signer(
            SigningAuthority.COLLECTIVE_DEPUTY,
            "Ủy ban nhân dân",
            "Phó Chủ tịch",
            "Họ và Tên Người Ký",
            "Chủ tịch",
        ),
    )


@pytest.fixture
def issued() -> ParentDocument:
    return ParentDocument(number="7", issued_on=date(2027, 2, 5))


@pytest.fixture(scope="session")
def plan_annex_form() -> FormDescription:
    return load_form(ROOT / "forms" / "plan-annex")


@pytest.fixture(scope="session")
def fonts() -> FontFiles:
    return find_fonts(ROOT / "resources" / "fonts", folders=[])


@pytest.fixture(scope="session")
def sample_plan() -> Plan:
    return believable_plan()


@pytest.fixture(scope="session")
def task() -> Callable[..., PlanTask]:
    return make_task


@pytest.fixture(scope="session")
def section() -> Callable[..., Section]:
    return make_section


@pytest.fixture(scope="session")
def plan_of() -> Callable[..., Plan]:
    return make_plan


@pytest.fixture(scope="session")
def big_plan() -> Callable[..., Plan]:
    return believable_plan


@pytest.fixture(scope="session")
def form() -> Callable[[str], FormDescription]:
    return lambda form_id: load_form(ROOT / "forms" / form_id)


@pytest.fixture
def official(office_letterhead, form) -> Callable[..., Document]:
    """Compose a report, or a letter when it is given no type name."""

    def composed(*parts, **changes):
        paper = OfficialPaper(
            **{
                "type_name": "Báo cáo",
                "number": "7",
                "symbol": "BC-UBND",
                "issued_on": date(2027, 9, 6),
                "subject": "Công tác cải cách hành chính quý III năm 2027",
                "parts": tuple(parts),
                **changes,
            }
        )
        kind = "report" if paper.type_name else "reminder"
        return compose_official_paper(paper, office_letterhead, form(kind))

    return composed


@pytest.fixture
def written(fonts, tmp_path) -> Callable[[Document, str], Path]:
    """Write a document as pdf, docx or xlsx."""

    def write(document, ending):
        target = tmp_path / f"van-ban.{ending}"
        if ending == "docx":
            write_word(document, target)
        elif ending == "pdf":
            write_pdf(document, target, fonts)
        else:
            write_excel(document, target, fonts)
        return target

    return write


def _docx_text(path: Path) -> str:
    body = docx.Document(path).element.body
    return "\n".join(
        "".join("\n" if node.tag == qn("w:br") else node.text or "" for node in p.iter(
            qn("w:t"), qn("w:br")))
        for p in body.iter(qn("w:p"))
    )  # fmt: skip


def _xlsx_text(path: Path) -> str:
    book = CalamineWorkbook.from_path(path)
    rows = (row for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python())
    return "\n".join(
        str(int(cell)) if isinstance(cell, float) else str(cell) for row in rows for cell in row
    )


def _pdf_text(path: Path) -> str:
    with pdfplumber.open(path) as pdf:
        return "\n".join(page.extract_text() for page in pdf.pages)


@pytest.fixture
def text_of(written) -> Callable[[Document, str], str]:
    """What an independent reader finds in a document written as pdf, docx or xlsx."""
    readers = {"pdf": _pdf_text, "docx": _docx_text, "xlsx": _xlsx_text}
    return lambda document, ending: readers[ending](written(document, ending)).replace("\xa0", " ")
