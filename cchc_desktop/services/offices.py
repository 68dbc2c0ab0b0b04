"""The office's own details: set up once, edited later, valid from a day to a day."""

from dataclasses import replace

from cchc_desktop.domain.changes import ChangeSet
from cchc_desktop.domain.errors import InvalidValue, RecordInUse, RecordMissing
from cchc_desktop.domain.office import Letterhead, LetterheadId, Office, OfficeLevel
from cchc_desktop.domain.vietnamese import one_line
from cchc_desktop.storage.office_file import OfficeFile
from cchc_desktop.storage.office_repository import letterhead_row, load_office


class OfficeService:
    """What a person can do with the office's details ("thông tin cơ quan")."""

    def __init__(self, file: OfficeFile) -> None:
        self._file = file

    def load(self) -> Office:
        """Return the office.

        Raises:
            RecordMissing: The file was not set up.
        """
        office = load_office(self._file.db)
        if office is None:
            raise RecordMissing(kind="office", id=1)
        return office

    def set_level(self, level: OfficeLevel) -> ChangeSet:
        """Set the level of government."""
        with self._file.transaction("set_level") as step:
            step.unit.update("office", 1, {"level": level.value})
        return step.change_set

    def save_letterhead(self, letterhead: Letterhead) -> ChangeSet:
        """Write changed details over the ones of the same id.

        Raises:
            InvalidValue: The issuing body's name is empty, or the dates are in the wrong order.
        """
        letterhead = checked_letterhead(letterhead)
        with self._file.transaction("save_letterhead", name=letterhead.name) as step:
            step.unit.update("letterhead", letterhead.id, letterhead_row(letterhead))
        return step.change_set

    def add_letterhead(self, letterhead: Letterhead) -> ChangeSet:
        """Add details valid from a day; the ones before them end the day before.

        Raises:
            InvalidValue: The name is empty, there is no first day, or the dates do not fit.
        """
        letterhead = checked_letterhead(letterhead)
        if letterhead.valid_from is None:
            raise InvalidValue(field="valid_from", value="")
        day_before = letterhead.valid_from.fromordinal(letterhead.valid_from.toordinal() - 1)
        with self._file.transaction("add_letterhead", name=letterhead.name) as step:
            for other in self.load().letterheads:
                starts_before = other.valid_from is None or other.valid_from <= day_before
                if starts_before and (other.valid_to is None or other.valid_to > day_before):
                    ended = replace(other, valid_to=day_before)
                    step.unit.update("letterhead", other.id, letterhead_row(ended))
            step.unit.insert("letterhead", letterhead_row(letterhead))
        return step.change_set

    def delete_letterhead(self, letterhead_id: LetterheadId) -> ChangeSet:
        """Delete details; the last ones stay.

        Raises:
            RecordInUse: They are the only ones.
        """
        if len(self.load().letterheads) == 1:
            raise RecordInUse(kind="letterhead", name="", used_by="")
        with self._file.transaction("delete_letterhead") as step:
            step.unit.delete("letterhead", letterhead_id)
        return step.change_set


def checked_letterhead(letterhead: Letterhead) -> Letterhead:
    """Return the details tidied.

    Raises:
        InvalidValue: The issuing body's name is empty, or the dates are in the wrong order.
    """
    signer = letterhead.signer
    letterhead = replace(
        letterhead,
        parent=one_line(letterhead.parent),
        name=one_line(letterhead.name),
        place=one_line(letterhead.place),
        symbol=one_line(letterhead.symbol),
        standing_agency=one_line(letterhead.standing_agency),
        standing_symbol=one_line(letterhead.standing_symbol),
        signer=replace(
            signer,
            body=one_line(signer.body),
            position=one_line(signer.position),
            name=one_line(signer.name),
            head_position=one_line(signer.head_position),
        ),
    )
    if not letterhead.name:
        raise InvalidValue(field="office_name", value="")
    if (
        letterhead.valid_from
        and letterhead.valid_to
        and letterhead.valid_to < letterhead.valid_from
    ):
        raise InvalidValue(field="valid_to", value=f"{letterhead.valid_to:%d/%m/%Y}")
    return letterhead
