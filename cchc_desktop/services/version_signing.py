"""Signed copies of issued versions; the unsigned original stays as it is."""

from pathlib import Path

from cchc_desktop.domain.changes import ChangeSet
from cchc_desktop.domain.clock import Clock
from cchc_desktop.domain.errors import SignatureFailed
from cchc_desktop.domain.plan_version import VersionId, VersionSignature
from cchc_desktop.domain.vietnamese import one_line
from cchc_desktop.services.plans import PlanService
from cchc_desktop.services.version_reading import VersionReading
from cchc_desktop.storage.office_file import OfficeFile
from cchc_desktop.storage.stored_files import store_file
from cchc_desktop.storage.version_repository import insert_signature


class VersionSigning:
    """Makes signed copies with an officer's PKCS#12 certificate."""

    def __init__(
        self, file: OfficeFile, clock: Clock, plans: PlanService, reading: VersionReading
    ) -> None:
        self._file = file
        self._clock = clock
        self._plans = plans
        self._reading = reading

    def sign(
        self,
        version_id: VersionId,
        certificate: Path,
        password: str,
        reason: str = "",
        location: str = "",
    ) -> ChangeSet:
        """Keep a signed copy of a version's PDF; neither certificate nor password is kept.

        Raises:
            RecordMissing: There is no such version.
            SignatureFailed: The certificate cannot be read, opened or used.
        """
        from cchc_desktop.documents.pdf_signature import SigningRequest, sign_copy

        version = self._reading.get(version_id)
        try:
            content = certificate.read_bytes()
        except OSError as error:
            raise SignatureFailed(reason="p12_missing", file=str(certificate)) from error
        now = self._clock.now()
        request = SigningRequest(
            content, password, now, one_line(reason), one_line(location), str(certificate)
        )
        signed = sign_copy(self._reading.pdf(version_id), request)
        plan = str(self._plans.load(version.plan_id).key)
        with self._file.transaction("sign_version", plan=plan, number=str(version.number)) as step:
            file_id = store_file(self._file.db, signed.content)
            signature = VersionSignature(file_id, signed.signer, now, "")
            insert_signature(step.unit, version_id, signature)
        return step.change_set
