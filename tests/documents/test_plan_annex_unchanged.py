"""The plan annex as files: what offices have signed and sent stays as it was.

The fingerprints are of what this program writes itself, not of the libraries' wrapping.
Whoever changes the annex on purpose looks at the pages first and then writes new ones.
"""

from hashlib import sha256
from zipfile import ZipFile

import pypdf
import pytest

from cchc_desktop.documents.plan_annex import AnnexOptions, compose_plan_annex

OPTIONS = {
    "whole": AnnexOptions(with_signature=True, recipients=("- Sở Nội vụ;", "- Lưu: VT, NV.")),
    "bare": AnnexOptions(with_letterhead=False),
}


def _pdf(path):
    return b"".join(page.get_contents().get_data() for page in pypdf.PdfReader(path).pages)


def _docx(path):
    return ZipFile(path).read("word/document.xml")


def _xlsx(path):
    return ZipFile(path).read("xl/worksheets/sheet1.xml")


READERS = {"pdf": _pdf, "docx": _docx, "xlsx": _xlsx}


@pytest.mark.parametrize(
    ("options", "ending", "fingerprint"),
    [
        ("whole", "pdf", "c97d2c3c73bf6c56"),
        ("whole", "docx", "cba44a40fb13ba41"),
        ("whole", "xlsx", "4ab5f612d1b1a11e"),
        ("bare", "pdf", "cb68d407555c0217"),
        ("bare", "docx", "bef74cdc6d75cabb"),
        ("bare", "xlsx", "1e128556ec3ae2e9"),
    ],
)
def test_the_plan_annex_is_written_as_before(
    office_letterhead, plan_annex_form, sample_plan, written, options, ending, fingerprint
):
    document = compose_plan_annex(sample_plan, office_letterhead, plan_annex_form, OPTIONS[options])

    content = READERS[ending](written(document, ending))

    assert sha256(content).hexdigest()[:16] == fingerprint
