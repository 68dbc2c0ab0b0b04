"""What the examples of the texts share: citations, registers, plans, signing lines."""

from datetime import date

from cchc_desktop.domain.office import Signer, SigningAuthority
from cchc_desktop.domain.registered_document import DocumentId, RegisteredDocument
from tests.domain.checks.plans import plan_of
from tests.domain.checks.text_plans import OPENING, paper

OWN, TM, KT, TL = (
    SigningAuthority.OWN,
    SigningAuthority.COLLECTIVE,
    SigningAuthority.DEPUTY,
    SigningAuthority.ORDER,
)
CITED = "Nghị định số 62/2020/NĐ-CP ngày 01/6/2020 của Chính phủ về vị trí việc làm"
WORK = "Tổ chức tuyên truyền về công tác cải cách hành chính tại các thôn, khu phố"
REGISTER = (
    RegisteredDocument(
        "Nghị định", "61/2018", "NĐ-CP", date(2018, 4, 23), ended_on=date(2023, 6, 8),
        replaced_by=DocumentId(2), id=DocumentId(1),
    ),
    RegisteredDocument("Nghị định", "118/2023", "NĐ-CP", date(2023, 6, 9), id=DocumentId(2)),
)  # fmt: skip
PARTY = plan_of(type_name="Nghị quyết", symbol="NQ/TU")
ISSUED = plan_of(number="395", issued_on=date(2023, 12, 8))


def signed(authority, body="", position="", name=""):
    return paper(OPENING, signer=Signer(authority, body, position, name))
