"""A plan's whole life by the command line, on real documents: in, out, issued, amended, over."""

import json
import re
from collections import Counter
from pathlib import Path

import docx
import pdfplumber
import pytest

from cchc_desktop.cli.main import main

DOCUMENTS = Path(__file__).parents[2] / "shared" / "documents"
NINH_SON = DOCUMENTS / "ke-hoach-395-ninh-son-2024.txt"
PHU_YEN = DOCUMENTS / "ke-hoach-1621-phu-yen-2021-2030.txt"
OTHERS = {
    "2021-2025": DOCUMENTS / "ke-hoach-120-yen-chau-2021-2025-trich.txt",
    "2021-2030": PHU_YEN,
    "2022-2025": DOCUMENTS / "nghi-quyet-03-son-la-2021.txt",
    "2021": DOCUMENTS / "ke-hoach-par-index-lao-cai-2021-trich.txt",
}

pytestmark = pytest.mark.skipif(not NINH_SON.exists(), reason="the real documents are not here")

WORD = re.compile(r"\w+")


@pytest.fixture
def cchc(capsys):
    def call(*arguments: object) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return int(ended.value.code or 0), said.out, said.err

    return call


@pytest.fixture
def ask(cchc):
    def call(*arguments: object):
        code, out, err = cchc(*arguments, "--json")
        assert code == 0, err
        return json.loads(out)

    return call


@pytest.fixture
def office(cchc, tmp_path):
    file = tmp_path / "ninh-son.cchc"
    names = {
        "--office": "Ủy ban nhân dân huyện Ninh Sơn",
        "--parent": "Ủy ban nhân dân tỉnh Ninh Thuận",
        "--place": "Ninh Sơn",
    }
    cchc("init", file, *(word for pair in names.items() for word in pair))
    return file


@pytest.fixture
def plan(cchc, office):
    assert cchc("import", "plan", office, NINH_SON, "--year", 2024)[0] == 0
    return office


def words(text: str) -> Counter[str]:
    plain = re.sub(r"[*#]", " ", re.sub(r"</?su[bp]>", "", text))
    return Counter(WORD.findall(re.sub(r"<[^>]*>", " ", plain).casefold()))


def source_words(document: Path) -> Counter[str]:
    return words(document.read_text(encoding="utf-8"))


def pdf_text(file: Path) -> str:
    with pdfplumber.open(file) as pdf:
        return "\n".join(page.extract_text() or "" for page in pdf.pages)


def word_text(file: Path) -> str:
    document = docx.Document(str(file))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


HEADINGS = words(
    "STT NHIỆM VỤ CỤ THỂ KẾT QUẢ SẢN PHẨM THỜI GIAN THỰC HIỆN CƠ QUAN CHỦ TRÌ PHỐI HỢP GHI CHÚ"
)
"""The real document repeats the head of its table in the middle of pages."""

NOT_OURS = words(
    "Yên Châu Sơn La Phú Yên Lào Cai ngày 21 tháng 01 năm 2021 CÔNG VĂN ĐẾN Số 513 18 NÔNG"
)
"""Place and body of another office, which give way to this one's, and stamps of arrival."""


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_the_whole_plan_goes_in_and_comes_out_with_no_word_lost(cchc, plan, tmp_path, form):
    target = tmp_path / f"kh.{form}"
    assert cchc("print", "plan", plan, "--year", 2024, "--to", form, "--output", target)[0] == 0
    printed = pdf_text(target) if form == "pdf" else word_text(target)
    lost = source_words(NINH_SON) - words(printed)
    # "(Ban hành kèm theo …)" is printed as the decree writes it, "(Kèm theo …)".
    assert set(lost) - set(HEADINGS) <= {"ban", "hành"}


@pytest.mark.parametrize("year", OTHERS)
def test_the_texts_of_the_other_documents_go_in_and_come_out_too(cchc, office, tmp_path, year):
    assert cchc("import", "plan", office, OTHERS[year], "--year", year)[0] == 0
    target = tmp_path / "kh.docx"
    assert cchc("print", "plan", office, "--year", year, "--to", "docx", "--output", target)[0] == 0
    lost = source_words(OTHERS[year]) - words(word_text(target))
    assert set(lost) <= {*NOT_OURS, "i"}
    assert lost.total() <= 13


def test_the_same_document_brought_in_again_changes_nothing(cchc, ask, plan):
    before = ask("text", "show", plan, "--year", 2024)
    assert cchc("import", "plan", plan, NINH_SON, "--year", 2024)[0] == 0
    after = ask("text", "show", plan, "--year", 2024)
    assert [p["text"] for p in after["parts"][0]["passages"]] == [
        p["text"] for p in before["parts"][0]["passages"]
    ]


def test_real_errors_are_named_with_their_places(cchc, plan):
    code, out, _ = cchc("check", plan, "--year", 2024, "--json")
    found = json.loads(out)["findings"]
    said = [f"{f['place']} {f.get('words', '')} {f['code']}" for f in found]
    assert code == 1 or found
    assert any("list_starts_late" in line or "numbering" in line for line in said)
    assert any("tiên bộ" in json.dumps(f, ensure_ascii=False) for f in found)


def issue(cchc, file, number, day):
    return cchc(
        "issue", file, "--year", 2024, "--number", number, "--date", day, "--authority", "TM.",
        "--body", "Ủy ban nhân dân", "--position", "Chủ tịch", "--json",
    )  # fmt: skip


def test_a_plan_is_issued_amended_issued_again_and_carried_over(cchc, ask, plan, tmp_path):
    code, _, err = issue(cchc, plan, "395", "2023-12-08")
    assert code == 0, err
    first_pdf = tmp_path / "first.pdf"
    cchc("version", "export", plan, "--year", 2024, "--version", 1, "--output", first_pdf)
    original = first_pdf.read_bytes()

    passage = ask("text", "show", plan, "--year", 2024)["parts"][0]["passages"][10]
    code, _, err = cchc("text", "edit", plan, passage["id"], "--text", "Chỉ số SIPAS đạt 92%.")
    assert code == 1
    assert "ban hành" in err

    assert cchc("amend", plan, "--year", 2024, "--reason", "Theo chỉ tiêu mới của tỉnh")[0] == 0
    cchc("text", "edit", plan, passage["id"], "--text", "Chỉ số SIPAS đạt 92% trở lên.")
    cchc("assign", plan, "--year", 2024, "--task", "I.2", "--lead", "Phòng Tư pháp")
    code, _, err = issue(cchc, plan, "395", "2024-03-05")
    assert code == 0, err  # another year's register

    versions = ask("versions", plan, "--year", 2024)
    assert [v["state"] for v in versions["versions"]] in (
        ["amended", "in_force"],
        ["in_force", "amended"],
    )
    second_pdf = tmp_path / "again.pdf"
    cchc("version", "export", plan, "--year", 2024, "--version", 1, "--output", second_pdf)
    assert second_pdf.read_bytes() == original
    for version in (1, 2):
        assert cchc("verify", plan, "--year", 2024, "--version", version)[0] == 0

    compared = json.dumps(
        ask("compare", plan, "--left", "2024:1", "--right", "2024:2"), ensure_ascii=False
    )
    assert "92%" in compared
    assert "Phòng Tư pháp" in compared
    assert "Chỉ số năng lực cạnh tranh cấp huyện" not in compared

    proposal = ask("carry-over", plan, "--from", 2024, "--to", 2025, "--dry-run")
    assert proposal
    assert cchc("carry-over", plan, "--from", 2024, "--to", 2025)[0] == 0
    assert cchc("carry-over", plan, "--from", 2024, "--to", 2025)[0] == 1
    shown = json.dumps(ask("show", "plan", plan, "--year", 2025), ensure_ascii=False)
    assert "Quý I/2025" in shown or "Quý I /2025" in shown
    assert "Quý I/2024" not in shown
    lineage = json.dumps(ask("lineage", plan, "--year", 2025, "--task", "I.1"), ensure_ascii=False)
    assert "2024" in lineage
    for version in (1, 2):
        assert cchc("verify", plan, "--year", 2024, "--version", version)[0] == 0


def test_what_the_province_asks_is_registered_with_both_milestones_and_covered(
    cchc, ask, plan, tmp_path
):
    citation = (
        "Quyết định số 1621/QĐ-UBND ngày 11 tháng 11 năm 2021 của Ủy ban nhân dân tỉnh Phú Yên "
        "ban hành Kế hoạch thực hiện Chương trình tổng thể cải cách hành chính nhà nước"
    )
    assert cchc("documents", "add", plan, citation, "--binding")[0] == 0
    assert cchc("demands", "import", plan, PHU_YEN, "--symbol", "1621/QĐ-UBND")[0] == 0
    demands = ask("demands", "list", plan, "--symbol", "1621/QĐ-UBND")["demands"]
    targets = [d for d in demands if d["kind"] == "target"]
    assert {2025, 2030} <= {d["milestone"] for d in targets}
    assert any("xuống trung bình còn tối đa 15 phút" in d["text"] for d in targets)
    assert any(d["kind"] == "task" for d in demands)
    first = demands[0]["id"]
    assert cchc(
        "demands", "link", plan, "--year", 2024, "--demand", first, "--task", "II.1"
    )[0] == 0  # fmt: skip
    coverage = ask("coverage", plan, "--year", 2024)
    assert coverage
    target = tmp_path / "coverage.pdf"
    arguments = ("--year", 2024, "--to", "pdf", "--output", target)
    assert cchc("print", "demand-coverage", plan, *arguments)[0] == 0
    assert "15 phút" in pdf_text(target)
