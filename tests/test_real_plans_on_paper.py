"""Whole plans as districts and provinces issued them: in, onto paper, and read back."""

import re
import shutil
from collections import Counter
from datetime import datetime
from pathlib import Path

import docx
import pdfplumber
import pytest
from docx.oxml.ns import qn

from cchc_desktop.domain.clock import FixedClock
from cchc_desktop.domain.document_draft import LineRole
from cchc_desktop.domain.office import Letterhead, LetterheadId, OfficeLevel
from cchc_desktop.domain.plan import PlanKey
from cchc_desktop.services.printing import PaperFormat, PaperRequest
from cchc_desktop.services.session import OfficeSetup, create_session

_SHARED = Path(__file__).parents[1].parent / "shared" / "documents"
_WORD = re.compile(r"[^\W_]+")

# What the program prints itself, from the office's details, in its own spelling.
_PRINTED_ANEW = frozenset({
    LineRole.SUPERIOR, LineRole.ISSUER, LineRole.NATION, LineRole.MOTTO, LineRole.NUMBER,
    LineRole.PLACE_DAY, LineRole.ATTACHMENT, LineRole.STAMP, LineRole.TASK_ANNEX,
    LineRole.SIGNING, LineRole.SIGNER, LineRole.RECIPIENTS, LineRole.TABLE,
})  # fmt: skip


def _words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.casefold()))


def _pdf_text(path: Path) -> str:
    with pdfplumber.open(path) as pdf:
        return " ".join(page.extract_text() for page in pdf.pages)


def _word_text(path: Path) -> str:
    body = docx.Document(path).element.body
    return " ".join(
        "".join(" " if node.tag == qn("w:br") else node.text or "" for node in p.iter(
            qn("w:t"), qn("w:br")))
        for p in body.iter(qn("w:p"))
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("ke-hoach-395-ninh-son-2024.txt", PlanKey(2024)),
        ("ke-hoach-120-yen-chau-2021-2025-trich.txt", PlanKey(2021, 2025)),
        ("ke-hoach-1621-phu-yen-2021-2030.txt", PlanKey(2021, 2030)),
        ("nghi-quyet-03-son-la-2021.txt", PlanKey(2021, 2025)),
    ],
)
def test_a_real_plan_is_printed_with_every_word(tmp_path: Path, name: str, key: PlanKey) -> None:
    if not (_SHARED / name).exists():
        pytest.skip("the real documents are not beside the checkout")
    source = Path(shutil.copy(_SHARED / name, tmp_path / name))
    letterhead = Letterhead(
        LetterheadId(0), "Ủy ban nhân dân tỉnh A", "Ủy ban nhân dân huyện B", "B"
    )
    setup = OfficeSetup(OfficeLevel.DISTRICT, letterhead)
    session = create_session(tmp_path / "huyện.cchc", setup, FixedClock(datetime(2024, 1, 2)))
    draft = session.plan_imports.read_file(source)
    session.plan_imports.write(session.plan_imports.preview(draft, key))
    plan = session.plans.load_key(key)
    paper = session.printing.prepare(PaperRequest("plan", key.year, last_year=key.last_year))
    wanted = _words(" ".join(x.text for x in draft.lines if x.role not in _PRINTED_ANEW))
    for task in plan.tasks():
        wanted += _words(task.content.text)
    session.close()

    pdf = paper.write(PaperFormat.PDF, tmp_path / "kế hoạch.pdf")
    word = paper.write(PaperFormat.WORD, tmp_path / "kế hoạch.docx")

    assert wanted - _words(_word_text(word)) == Counter()
    assert wanted - _words(_pdf_text(pdf)) == Counter()
