"""Signed copies: behind the original's own bytes, verified, refused with a clear reason."""

from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from cchc_desktop.domain.errors import SignatureFailed
from cchc_desktop.domain.plan import Plan
from cchc_desktop.services.session import Session
from tests.services.version_plans import PASSWORD, certificate, details

NOW = datetime(2025, 1, 1)


def signed(session: Session, plan: Plan, folder: Path) -> int:
    session.versions.issue(plan.id, details())
    version = session.versions.versions(plan.id)[0]
    session.versions.sign(version.id, certificate(folder, NOW), PASSWORD, "Ban hành", "B")
    return version.id


def test_a_signed_copy_begins_with_the_original_byte_for_byte(
    session: Session, plan: Plan, tmp_path: Path
) -> None:
    version_id = signed(session, plan, tmp_path)
    original = session.versions.pdf(version_id)
    copy = session.versions.export(version_id, tmp_path / "ký.pdf", is_signed=True).read_bytes()
    assert copy.startswith(original)
    assert len(copy) > len(original)
    (signature,) = session.versions.get(version_id).signatures
    assert signature.signer == "Họ Tên Người Ký"
    check = session.versions.verify(version_id)
    assert check.is_intact
    assert [one.is_intact for one in check.signatures] == [True]


def test_another_reader_sees_the_signature_and_what_it_says(
    session: Session, plan: Plan, tmp_path: Path
) -> None:
    version_id = signed(session, plan, tmp_path)
    copy = session.versions.export(version_id, tmp_path / "ký.pdf", is_signed=True).read_bytes()
    fields = PdfReader(BytesIO(copy)).get_fields() or {}
    value = fields["ChuKySo"]["/V"]
    assert (value["/Reason"], value["/Location"]) == ("Ban hành", "B")
    start, first, second, rest = value["/ByteRange"]
    assert (start, second + rest) == (0, len(copy))
    assert first > len(session.versions.pdf(version_id))


def test_neither_certificate_nor_password_is_kept(
    session: Session, plan: Plan, tmp_path: Path
) -> None:
    signed(session, plan, tmp_path)
    kept = session.path.read_bytes()
    assert PASSWORD.encode() not in kept
    assert (tmp_path / "chứng thư.p12").read_bytes()[:200] not in kept


def test_a_copy_that_was_changed_is_found_out(session: Session, plan: Plan, tmp_path: Path) -> None:
    from cchc_desktop.documents.pdf_signature import is_signature_intact

    version_id = signed(session, plan, tmp_path)
    copy = session.versions.export(version_id, tmp_path / "ký.pdf", is_signed=True).read_bytes()
    assert is_signature_intact(copy)
    place = copy.index(b"/Title") + 10
    changed = copy[:place] + bytes([copy[place] ^ 1]) + copy[place + 1 :]
    assert not is_signature_intact(changed)
    assert not is_signature_intact(session.versions.pdf(version_id))
    assert not is_signature_intact(b"x")


def test_a_signed_copy_of_another_paper_is_found_out(
    session: Session, plan: Plan, tmp_path: Path
) -> None:
    signed(session, plan, tmp_path)
    session.versions.amend(plan.id, "Sửa")
    session.versions.issue(plan.id, details("396"))
    with session._file.transaction("sign_version") as step:
        step.unit.update("version_signature", 1, {"version_id": 2})
    check = session.versions.verify(session.versions.versions(plan.id)[1].id)
    assert [one.is_intact for one in check.signatures] == [False]
    assert check.is_pdf_intact


@pytest.mark.parametrize(
    ("first", "days", "password", "reason"),
    [
        (NOW, 365, "sai", "p12_password"),
        (datetime(2023, 1, 1), 365, PASSWORD, "p12_expired"),
        (datetime(2025, 6, 1), 365, PASSWORD, "p12_not_yet"),
    ],
)
def test_a_certificate_that_cannot_sign_says_why(
    session: Session, plan: Plan, tmp_path: Path,
    first: datetime, days: int, password: str, reason: str,
) -> None:  # fmt: skip
    session.versions.issue(plan.id, details())
    version = session.versions.versions(plan.id)[0]
    with pytest.raises(SignatureFailed) as failed:
        session.versions.sign(version.id, certificate(tmp_path, first, days), password)
    assert failed.value.params["reason"] == reason
    assert session.versions.get(version.id).signatures == ()


@pytest.mark.parametrize(
    ("content", "reason"), [(b"PK\x03\x04", "p12_not_one"), (None, "p12_missing")]
)
def test_a_file_that_is_no_certificate_says_so(
    session: Session, plan: Plan, tmp_path: Path, content: bytes | None, reason: str
) -> None:
    session.versions.issue(plan.id, details())
    version = session.versions.versions(plan.id)[0]
    path = tmp_path / "chứng thư.p12"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(SignatureFailed) as failed:
        session.versions.sign(version.id, path, PASSWORD)
    assert failed.value.params["reason"] == reason
