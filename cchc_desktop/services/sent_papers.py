"""Papers kept as they were sent: number, day, signer, the PDF and its fingerprint.

There is no way to change or delete one.  Recording one is a step like any other, so that a
slip can be undone at once.
"""

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cchc_desktop.domain.changes import ChangeSet
from cchc_desktop.domain.clock import Clock, today
from cchc_desktop.domain.errors import (
    FileExists,
    FileMissing,
    InvalidValue,
    RecordMissing,
    SourceTooLarge,
    StorageFailed,
    TargetNotWritable,
)
from cchc_desktop.domain.period import PeriodKey
from cchc_desktop.domain.progress import StoredFileId
from cchc_desktop.domain.report import SentPaper, SentPaperId
from cchc_desktop.domain.vietnamese import one_line
from cchc_desktop.services.periods import PeriodService
from cchc_desktop.storage.office_file import OfficeFile
from cchc_desktop.storage.report_repository import find_sent, list_sent, sent_row
from cchc_desktop.storage.stored_files import read_file, store_file

LARGEST_PDF_MB = 50
"""A report with its annexes is a tenth of this."""

_PDF = b"%PDF-"


@dataclass(frozen=True, slots=True)
class SendingDetails:
    """What is known of a paper that was sent ("thông tin văn bản gửi đi").

    Attributes:
        form: The id of its form, such as "report".
        symbol: What stands after the stroke: "BC-UBND".
    """

    form: str
    number: str
    symbol: str
    sent_on: date
    signer: str = ""
    recipient: str = ""
    file_name: str = ""


class SentPaperService:
    """What a person can do with papers that were sent ("văn bản đã gửi đi")."""

    def __init__(self, file: OfficeFile, clock: Clock, periods: PeriodService) -> None:
        self._file = file
        self._clock = clock
        self._periods = periods

    def record(self, key: PeriodKey, details: SendingDetails, content: bytes) -> ChangeSet:
        """Keep a paper as it was sent; a closed period is no hindrance.

        Raises:
            InvalidValue: It has no number, is no PDF, or was sent after today.
            SourceTooLarge: It is larger than ``LARGEST_PDF_MB``.
            PeriodUnknown: There is no such period.
        """
        period = self._periods.get(key)
        number = one_line(details.number)
        if not number:
            raise InvalidValue(field="sent_number", value="")
        if details.sent_on > today(self._clock):
            raise InvalidValue(field="sent_on", value=f"{details.sent_on:%d/%m/%Y}")
        if not content.startswith(_PDF):
            raise InvalidValue(field="sent_pdf", value=details.file_name)
        if len(content) > LARGEST_PDF_MB * 1024 * 1024:
            raise SourceTooLarge(file=details.file_name, limit_mb=LARGEST_PDF_MB)
        symbol = one_line(details.symbol)
        name = f"{number}/{symbol}" if symbol else number
        with self._file.transaction("record_sent_paper", number=name, period=period.title) as step:
            paper = SentPaper(
                id=SentPaperId(0),
                key=key,
                form=details.form,
                number=number,
                symbol=symbol,
                sent_on=details.sent_on,
                signer=one_line(details.signer),
                recipient=one_line(details.recipient),
                file_name=one_line(details.file_name) or f"{name.replace('/', '-')}.pdf",
                file_id=StoredFileId(store_file(self._file.db, content)),
                fingerprint="",
                size=len(content),
            )
            step.unit.insert("sent_paper", sent_row(paper))
        return step.change_set

    def record_file(self, key: PeriodKey, details: SendingDetails, source: Path) -> ChangeSet:
        """Keep a PDF from the disk as it was sent.

        Raises: as ``record``, and FileMissing: There is no such file.
        """
        try:
            if source.stat().st_size > LARGEST_PDF_MB * 1024 * 1024:
                raise SourceTooLarge(file=source.name, limit_mb=LARGEST_PDF_MB)
            content = source.read_bytes()
        except FileNotFoundError as error:
            raise FileMissing(file=str(source)) from error
        except OSError as error:
            raise StorageFailed(file=str(source)) from error
        return self.record(key, details, content)

    def list(self, year: int | None = None) -> tuple[SentPaper, ...]:
        """Return the papers sent, the latest first; of one year or of all."""
        return list_sent(self._file.db, year)

    def of_period(self, key: PeriodKey) -> tuple[SentPaper, ...]:
        """Return the papers sent on a period, the latest first."""
        return tuple(paper for paper in self.list(key.year) if paper.key == key)

    def get(self, sent_id: SentPaperId) -> SentPaper:
        """Return a paper.

        Raises:
            RecordMissing: There is no such paper.
        """
        paper = find_sent(self._file.db, sent_id)
        if paper is None:
            raise RecordMissing(kind="sent_paper", id=sent_id)
        return paper

    def content(self, sent_id: SentPaperId) -> bytes:
        """Return the PDF of a paper as it was sent; raises as ``get``."""
        return read_file(self._file.db, self.get(sent_id).file_id)

    def is_intact(self, sent_id: SentPaperId) -> bool:
        """Tell whether the kept PDF still has the fingerprint it was recorded with."""
        content = self.content(sent_id)
        return hashlib.sha256(content).hexdigest() == self.get(sent_id).fingerprint

    def export(self, sent_id: SentPaperId, target: Path) -> Path:
        """Write the PDF of a paper to ``target``, where nothing may lie yet.

        Raises:
            RecordMissing: There is no such paper.
            FileExists: Something lies there already.
            TargetNotWritable: It cannot be written there.
        """
        content = self.content(sent_id)
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
