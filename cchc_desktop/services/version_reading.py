"""Reading versions back: as they were, whether they still are, and what differs."""

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from cchc_desktop.domain.errors import (
    FileExists,
    RecordMissing,
    StorageDamaged,
    TargetNotWritable,
)
from cchc_desktop.domain.plan import PlanId
from cchc_desktop.domain.plan_snapshot import PlanSnapshot
from cchc_desktop.domain.plan_version import PlanVersion, VersionId, VersionSignature
from cchc_desktop.domain.progress import StoredFileId
from cchc_desktop.domain.version_comparison import VersionComparison, compare
from cchc_desktop.domain.vietnamese import one_line
from cchc_desktop.services.offices import OfficeService
from cchc_desktop.services.plans import PlanService, first_day
from cchc_desktop.storage.office_file import OfficeFile
from cchc_desktop.storage.plan_text_repository import load_document, load_text
from cchc_desktop.storage.stored_files import fingerprint, read_file
from cchc_desktop.storage.version_repository import (
    find_version,
    list_versions,
    load_origins,
    load_standing,
)


@dataclass(frozen=True, slots=True)
class VersionRef:
    """Which version is meant: one that was issued, or the plan as it is worked on.

    Attributes:
        number: 1 for the first issue, or None for the plan worked on.
    """

    plan_id: PlanId
    number: int | None = None


@dataclass(frozen=True, slots=True)
class SignatureCheck:
    """Whether a signed copy still is what was signed.

    Attributes:
        is_intact: The signature holds, and the copy begins with the unsigned original.
    """

    signature: VersionSignature
    is_intact: bool


@dataclass(frozen=True, slots=True)
class VersionCheck:
    """Whether a version still is what was issued ("kiểm tra tính toàn vẹn").

    Attributes:
        is_pdf_intact: The PDF has the fingerprint it was issued with.
        is_content_intact: So has its content; it can be read, and number, date and signer are
            those it was issued with.
        is_plan_same: Whether the plan worked on still says what this version says; None where
            it need not, as the version is not the latest or is being amended.
    """

    version: PlanVersion
    is_pdf_intact: bool
    is_content_intact: bool
    is_plan_same: bool | None
    signatures: tuple[SignatureCheck, ...] = ()

    @property
    def is_intact(self) -> bool:
        """Whether everything is as it was issued."""
        return (
            self.is_pdf_intact
            and self.is_content_intact
            and self.is_plan_same is not False
            and all(check.is_intact for check in self.signatures)
        )


class VersionReading:
    """Reads issued versions and the plan worked on as snapshots."""

    def __init__(self, file: OfficeFile, offices: OfficeService, plans: PlanService) -> None:
        self._file = file
        self._offices = offices
        self._plans = plans

    def get(self, version_id: VersionId) -> PlanVersion:
        """Return a version.

        Raises:
            RecordMissing: There is no such version.
        """
        version = find_version(self._file.db, version_id)
        if version is None:
            raise RecordMissing(kind="plan_version", id=version_id)
        return version

    def current(self, plan_id: PlanId) -> PlanSnapshot:
        """Return the plan that is worked on as a snapshot, its live fields as last written."""
        plan = self._plans.load(plan_id)
        return PlanSnapshot(
            plan,
            load_text(self._file.db, plan_id),
            load_document(self._file.db, plan_id),
            self._offices.load().letterhead_on(first_day(plan)),
        )

    def snapshot(self, version_id: VersionId) -> PlanSnapshot:
        """Return a version as it was issued.

        Raises:
            RecordMissing: There is no such version.
            StorageDamaged: Its content cannot be read any more.
        """
        return self._decoded(self.get(version_id).content_id)

    def pdf(self, version_id: VersionId) -> bytes:
        """Return the PDF of a version as it was issued.

        Raises:
            RecordMissing: There is no such version.
            StorageDamaged: It no longer is what was issued, so nobody must send or sign it.
        """
        version = self.get(version_id)
        if not self._has_fingerprint(version.pdf_id):
            raise StorageDamaged(file=str(self._file.path))
        return read_file(self._file.db, version.pdf_id)

    def file(self, version_id: VersionId, *, is_signed: bool) -> bytes:
        """Return the PDF of a version, or its latest signed copy.

        Raises:
            RecordMissing: There is no such version, or no signed copy of it.
        """
        if not is_signed:
            return self.pdf(version_id)
        signatures = self.get(version_id).signatures
        if not signatures:
            raise RecordMissing(kind="version_signature", id=version_id)
        return read_file(self._file.db, signatures[-1].file_id)

    def verify(self, version_id: VersionId) -> VersionCheck:
        """Compute anew whether a version still is what was issued; raises as ``get``."""
        version = self.get(version_id)
        original = read_file(self._file.db, version.pdf_id)
        is_content_intact = self._has_fingerprint(version.content_id)
        is_plan_same = None
        try:
            kept = self._decoded(version.content_id)
        except StorageDamaged:
            is_content_intact = False
        else:
            is_content_intact = is_content_intact and _says(version, kept)
            if self._is_the_plan(version):
                is_plan_same = kept.says_the_same(self.current(version.plan_id))
        return VersionCheck(
            version,
            self._has_fingerprint(version.pdf_id),
            is_content_intact,
            is_plan_same,
            tuple(self._check(signature, original) for signature in version.signatures),
        )

    def compare(self, left: VersionRef, right: VersionRef) -> VersionComparison:
        """Return what differs between two versions, which may be of different plans.

        Raises:
            RecordMissing: There is no such plan or version.
        """
        origins = load_origins(self._file.db)
        found = compare(self._referred(left), self._referred(right), origins)
        return replace(found, left_name=self.name(left), right_name=self.name(right))

    def name(self, ref: VersionRef) -> str:
        """Return what a version is, in words: "Năm 2024, số 395/KH-UBND ngày 08/12/2023"."""
        term = self._plans.load(ref.plan_id).key.term
        term = term[:1].upper() + term[1:]
        if ref.number is None:
            number = load_standing(self._file.db, ref.plan_id).next_version
            is_frozen = load_standing(self._file.db, ref.plan_id).is_frozen
            return f"{term}, nội dung hiện tại" if is_frozen else f"{term}, dự thảo bản {number}"
        version = self._version(ref)
        return (
            f"{term}, bản {version.number} – số {version.full_symbol} "
            f"ngày {version.issued_on:%d/%m/%Y}"
        )

    def export(self, version_id: VersionId, target: Path, *, is_signed: bool = False) -> Path:
        """Write the PDF of a version to ``target``, where nothing may lie yet.

        Raises:
            RecordMissing: There is no such version, or no signed copy of it.
            FileExists: Something lies there already.
            TargetNotWritable: It cannot be written there.
        """
        content = self.file(version_id, is_signed=is_signed)
        try:
            with target.open("xb") as stream:
                stream.write(content)
        except FileExistsError as error:
            raise FileExists(file=str(target)) from error
        except FileNotFoundError as error:
            raise TargetNotWritable(file=str(target), reason="folder_missing") from error
        except PermissionError as error:
            raise TargetNotWritable(file=str(target), reason="not_permitted") from error
        except OSError as error:
            raise TargetNotWritable(file=str(target), reason="failed") from error
        return target

    def _referred(self, ref: VersionRef) -> PlanSnapshot:
        return self.current(ref.plan_id) if ref.number is None else self._kept(ref)

    def _kept(self, ref: VersionRef) -> PlanSnapshot:
        return self._decoded(self._version(ref).content_id)

    def _version(self, ref: VersionRef) -> PlanVersion:
        versions = list_versions(self._file.db, ref.plan_id)
        version = next((v for v in versions if v.number == ref.number), None)
        if version is None:
            raise RecordMissing(kind="plan_version", id=ref.number)
        return version

    def _is_the_plan(self, version: PlanVersion) -> bool:
        """Tell whether the plan worked on has to say what this version says."""
        standing = load_standing(self._file.db, version.plan_id)
        return standing.is_frozen and version.number == standing.next_version - 1

    def _has_fingerprint(self, file_id: StoredFileId) -> bool:
        content = read_file(self._file.db, file_id)
        return hashlib.sha256(content).hexdigest() == fingerprint(self._file.db, file_id)

    def _decoded(self, content_id: StoredFileId) -> PlanSnapshot:
        return PlanSnapshot.decode(read_file(self._file.db, content_id))

    def _check(self, signature: VersionSignature, original: bytes) -> SignatureCheck:
        from cchc_desktop.documents.pdf_signature import is_signature_intact

        signed = read_file(self._file.db, signature.file_id)
        is_intact = (
            self._has_fingerprint(signature.file_id)
            and signed.startswith(original)
            and is_signature_intact(signed)
        )
        return SignatureCheck(signature, is_intact)


def _says(version: PlanVersion, kept: PlanSnapshot) -> bool:
    """Tell whether the register's line of a version agrees with what was kept of it."""
    parent, signer = kept.plan.parent_document, kept.document.signer
    return (
        (version.document_number, version.symbol, version.issued_on)
        == (parent.number, parent.symbol, parent.issued_on)
        and signer is not None
        and (version.signing, version.signer) == (signer.title_lines, one_line(signer.name))
    )
