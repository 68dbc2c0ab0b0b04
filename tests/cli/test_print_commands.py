"""Every form from the command line: which there are, in which kinds of files, about what."""

from pathlib import Path

import openpyxl
import pypdf
import pytest

from .conftest import Call

FORMS = {
    "agency-return": ["xlsx"],
    "assignment-notice": ["pdf", "docx", "xlsx"],
    "assignment-table": ["pdf", "docx", "xlsx"],
    "demand-coverage": ["pdf", "docx", "xlsx"],
    "plan": ["pdf", "docx", "xlsx"],
    "plan-annex": ["pdf", "docx", "xlsx"],
    "plan-comparison": ["pdf", "docx", "xlsx"],
    "progress-annex": ["pdf", "docx", "xlsx"],
    "reminder": ["pdf", "docx", "xlsx"],
    "report": ["pdf", "docx", "xlsx"],
}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from cchc_desktop.domain.clock import SystemClock
    from cchc_desktop.services.sample import create_sample

    path = tmp_path_factory.mktemp("sample") / "mẫu.cchc"
    session = create_sample(path, SystemClock())
    plan = session.plans.load_year(2025)
    if not session.text.load(plan.id):
        session.text.start(plan.id, "annual")
    if not session.versions.versions(plan.id):
        session.versions.issue(plan.id, session.versions.proposal(plan.id))
    session.versions.amend(plan.id, "Bổ sung nhiệm vụ")
    session.close()
    return path


def test_forms_are_listed_with_the_files_they_become(cchc: Call) -> None:
    listed = {form["id"]: form["formats"] for form in cchc("forms", "--json").json["forms"]}

    assert listed == FORMS


@pytest.mark.parametrize("form", sorted(FORMS))
def test_every_form_of_the_sample_is_printed(
    cchc: Call, sample: Path, tmp_path: Path, form: str
) -> None:
    for_one = (
        ("--agency", "Phòng Tư pháp") if form in ("agency-return", "assignment-notice") else ()
    )
    for paper in FORMS[form]:
        target = tmp_path / f"{form}.{paper}"
        answer = cchc(
            "print", form, sample, "--year", 2025, "--period", "half-year", *for_one,
            "--to", paper, "--output", target, "--json",
        )  # fmt: skip

        assert answer.code == 0, answer.err
        assert answer.json["output"] == str(target)
        assert target.stat().st_size > 4000


def test_a_notice_for_one_agency_names_no_other_as_the_one_charged(
    cchc: Call, sample: Path, tmp_path: Path
) -> None:
    target = tmp_path / "phiếu.pdf"
    cchc(
        "print", "assignment-notice", sample, "--year", 2025, "--agency", "Phòng Tư pháp",
        "--to", "pdf", "--output", target,
    )  # fmt: skip

    with pypdf.PdfReader(target) as pdf:
        text = " ".join(" ".join(page.extract_text().split()) for page in pdf.pages)
    assert text.count("PHIẾU GIAO NHIỆM VỤ") == 1
    assert "Giao Phòng Tư pháp thực hiện" in text


def test_number_and_date_stand_in_the_head(cchc: Call, sample: Path, tmp_path: Path) -> None:
    target = tmp_path / "báo cáo.pdf"
    cchc(
        "print", "report", sample, "--year", 2025, "--period", "half-year", "--to", "pdf",
        "--number", 7, "--date", "5/6/2025", "--output", target,
    )  # fmt: skip

    with pypdf.PdfReader(target) as pdf:
        text = " ".join(pdf.pages[0].extract_text().replace("\u00a0", " ").split())
    assert "Số: 07/BC-UBND" in text
    assert "Trầm Sơn, ngày 05 tháng 6 năm 2025" in text


def test_a_workbook_for_an_agency_holds_its_own_tasks(
    cchc: Call, sample: Path, tmp_path: Path
) -> None:
    target = tmp_path / "biểu.xlsx"
    cchc(
        "print", "agency-return", sample, "--year", 2025, "--period", "half-year",
        "--agency", "Phòng Tư pháp", "--to", "xlsx", "--output", target,
    )  # fmt: skip

    values = {c.value for row in openpyxl.load_workbook(target).worksheets[0] for c in row}
    assert "Đơn vị báo cáo: Phòng Tư pháp" in values


def test_a_data_file_is_never_the_target_of_a_paper(cchc: Call, sample: Path) -> None:
    before = sample.read_bytes()
    answer = cchc("print", "plan-annex", sample, "--year", 2025, "--to", "pdf", "--output", sample)

    assert answer.code == 1
    assert "đuôi tên phải đúng loại tệp" in answer.err
    assert sample.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("report", "--to", "pdf"), "Mẫu này lập theo kỳ báo cáo."),
        (("report", "--period", "quarter-9", "--to", "pdf"), "Không có kỳ báo cáo “quarter-9”."),
        (("agency-return", "--period", "year", "--to", "pdf"), "chỉ có dạng Excel"),
        (("agency-return", "--period", "year", "--to", "xlsx"), "mỗi lần một đơn vị"),
        (("assignment-notice", "--agency", "Phòng Lạ", "--to", "pdf"), "không có cơ quan"),
        (("no-such-form", "--to", "pdf"), "Không có mẫu “no-such-form”"),
    ],
)
def test_a_call_that_cannot_be_carried_out_says_why_and_writes_nothing(
    cchc: Call, sample: Path, tmp_path: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    form, *more = arguments
    target = tmp_path / f"không.{more[-1]}"
    answer = cchc("print", form, sample, "--year", 2025, *more, "--output", target)

    assert answer.code == 1
    assert sentence in answer.err
    assert not target.exists()


def test_workbooks_are_not_made_where_a_file_stands(
    cchc: Call, sample: Path, tmp_path: Path
) -> None:
    (tmp_path / "tệp").write_text("không phải thư mục")
    answer = cchc(
        "returns", "make", sample, "--year", 2025, "--period", "quarter-3",
        "--folder", tmp_path / "tệp" / "biểu",
    )  # fmt: skip

    assert answer.code == 3
    assert "trên đường dẫn có một tệp, không phải thư mục" in answer.err


def test_nothing_is_collected_when_the_marked_copies_have_no_place(
    cchc: Call, sample: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "biểu"
    at = ("--year", 2025, "--period", "quarter-3")
    cchc("returns", "make", sample, *at, "--agency", "Phòng Y tế", "--folder", folder)
    (workbook,) = folder.glob("*.xlsx")
    book = openpyxl.load_workbook(workbook)
    sheet = book.worksheets[0]
    heading = next(
        c for row in sheet.iter_rows(1, 6) for c in row if c.value == "Kết quả thực hiện"
    )
    sheet.cell(heading.row + 1, heading.column).value = "Đã rà soát"
    book.save(workbook)
    (tmp_path / "tệp").write_text("không phải thư mục")
    before = cchc("history", sample, "--json").out

    answer = cchc(
        "returns", "collect", sample, workbook, *at, "--annotate", tmp_path / "tệp" / "bản"
    )

    assert answer.code == 3
    assert cchc("history", sample, "--json").out == before
