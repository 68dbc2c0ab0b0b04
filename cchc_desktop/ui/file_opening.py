"""Opening and creating data files: what may stand in the way, and what to do about it."""

from collections.abc import Callable
from pathlib import Path

from cchc_desktop.domain.clock import Clock
from cchc_desktop.domain.errors import CchcError, FileHeld, FileTooNew, StorageDamaged
from cchc_desktop.services.backups import backups_of, recover_from
from cchc_desktop.services.sentences import describe_error
from cchc_desktop.services.session import OfficeSetup, Session, create_session, open_session
from cchc_desktop.system.risky_places import RiskyPlace, risk_of
from cchc_desktop.ui.jobs import Jobs
from cchc_desktop.ui.messages import Messages

SUFFIX = ".cchc"

_RISKS = {
    RiskyPlace.NETWORK: (
        "Tệp đang nằm trên ổ mạng: hai máy có thể cùng ghi, mạng ngắt giữa chừng có thể làm hỏng"
        " tệp. Nên sao chép tệp về ổ đĩa của máy này, làm việc trên bản đó, xong thì chép trả lại."
    ),
    RiskyPlace.CLOUD: (
        "Tệp đang nằm trong thư mục đồng bộ (OneDrive, Google Drive, Zalo…): chương trình đồng bộ"
        " có thể chép tệp khi đang ghi dở và làm hỏng tệp. Nên chuyển tệp sang thư mục thường như"
        " Documents; muốn gửi đi thì chép một bản vào thư mục đồng bộ."
    ),
}


class FileOpening:
    """Opens data files on the data thread and settles what stands in the way."""

    def __init__(self, jobs: Jobs, clock: Clock, messages: Messages) -> None:
        self._jobs = jobs
        self._clock = clock
        self._messages = messages

    def open(self, path: Path) -> Session | None:
        """Open a data file, or say why not and return None.

        A lock that a crash left is removed if the officer agrees; of a damaged file, or one
        of a newer version, the newest safety copy that opens is offered.
        """
        path = path.absolute()
        try:
            return self._try(lambda: open_session(path, self._clock))
        except FileHeld as error:
            return self._after_crash(path, error)
        except (StorageDamaged, FileTooNew) as error:
            return self._from_backup(path, error)
        except CchcError as error:
            self._messages.error(error)
            return None

    def create(self, path: Path, setup: OfficeSetup) -> Session | None:
        """Create an office's data file and open it, or say why not and return None."""
        return self._made(lambda: create_session(with_suffix(path), setup, self._clock))

    def create_sample(self, path: Path) -> Session | None:
        """Create the sample office's data file and open it, or say why not and return None."""
        from cchc_desktop.services.sample import create_sample

        return self._made(lambda: create_sample(with_suffix(path), self._clock))

    def _after_crash(self, path: Path, held: FileHeld) -> Session | None:
        if not held.params["is_stale"]:
            self._messages.error(held)
            return None
        text = describe_error(held)
        question = "\n".join(part for part in (text.what, text.where, text.remedy) if part)
        if not self._messages.ask(question, "Bỏ khóa cũ và mở", "Không mở"):
            return None
        return self._made(lambda: open_session(path, self._clock, take_over=True))

    def _from_backup(self, path: Path, error: CchcError) -> Session | None:
        text = describe_error(error)
        for made_at, copy in backups_of(path):
            question = (
                f"{text.what}\n{text.where}\nCó bản sao lưu lúc {made_at:%H:%M ngày %d/%m/%Y}."
                " Có thể mở một bản sao của bản đó; tệp hiện tại được giữ nguyên."
            )
            if not self._messages.ask(question, "Mở bản sao lưu", "Không mở"):
                return None
            try:
                return self._try(
                    lambda copy=copy: open_session(recover_from(copy, path), self._clock)  # type: ignore[misc]
                )
            except (StorageDamaged, FileTooNew):
                continue
            except CchcError as other:
                self._messages.error(other)
                return None
        self._messages.error(error)
        return None

    def _made(self, work: Callable[[], Session]) -> Session | None:
        try:
            return self._try(work)
        except CchcError as error:
            self._messages.error(error)
            return None

    def _try(self, work: Callable[[], Session]) -> Session:
        return self._jobs.run_to_end(work)


def with_suffix(path: Path) -> Path:
    """Return ``path`` with the ending of data files; a dot in the name stays."""
    return path if path.suffix.casefold() == SUFFIX else path.with_name(path.name + SUFFIX)


def risk_sentence(path: Path) -> str:
    """Return why a data file is in danger where it lies and what to do, or ""."""
    risk = risk_of(path)
    return _RISKS[risk] if risk else ""
