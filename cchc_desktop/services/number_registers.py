"""The numbers that papers of the office were given, year by year."""

from datetime import date

from cchc_desktop.domain.changes import ChangeSet
from cchc_desktop.domain.clock import Clock, today
from cchc_desktop.domain.errors import InvalidValue, NumberTaken
from cchc_desktop.domain.number_register import (
    GENERAL_REGISTER,
    NUMBER_FORM,
    IssuedNumber,
    IssuedNumberId,
    next_number,
    plain_number,
    same_number,
)
from cchc_desktop.domain.plan_version import VersionId
from cchc_desktop.domain.vietnamese import one_line
from cchc_desktop.storage.office_file import OfficeFile
from cchc_desktop.storage.unit_of_work import UnitOfWork
from cchc_desktop.storage.version_repository import (
    find_number,
    known_numbers,
    list_numbers,
    number_row,
)


class NumberRegisters:
    """What a person can do with the registers of numbers ("sổ đăng ký văn bản đi")."""

    def __init__(self, file: OfficeFile, clock: Clock) -> None:
        self._file = file
        self._clock = clock

    def list(self, year: int) -> tuple[IssuedNumber, ...]:
        """Return the numbers recorded of a year, by register, in their order."""
        return list_numbers(self._file.db, year)

    def propose(self, day: date, register: str = GENERAL_REGISTER) -> str:
        """Return the number after the highest known of the day's year; "1" in a new year."""
        return next_number(known_numbers(self._file.db, one_line(register), day.year))

    def record(
        self, number: str, symbol: str, day: date, subject: str = "", register: str = ""
    ) -> ChangeSet:
        """Record a number that the office gave another paper.

        Raises:
            InvalidValue: It is no number, or of a day to come.
            NumberTaken: Another paper has it.
        """
        given = self.checked(number, symbol, day, subject, register)
        name = f"{given.number}/{given.symbol}" if given.symbol else given.number
        with self._file.transaction("register_number", number=name) as step:
            self._refuse_taken(given)
            step.unit.insert("issued_number", number_row(given))
        return step.change_set

    def checked(
        self, number: str, symbol: str, day: date, subject: str, register: str
    ) -> IssuedNumber:
        """Return a number as registers keep it.

        Raises:
            InvalidValue: It is no number, or of a day to come.
        """
        plain = plain_number(number)
        if not NUMBER_FORM.fullmatch(plain):
            raise InvalidValue(field="document_number", value=one_line(number))
        if day > today(self._clock):
            raise InvalidValue(field="document_date", value=f"{day:%d/%m/%Y}")
        return IssuedNumber(
            IssuedNumberId(0), one_line(register), plain, one_line(symbol), day, one_line(subject)
        )

    def give(self, unit: UnitOfWork, given: IssuedNumber, version_id: VersionId) -> None:
        """Record that a version has a number, inside a step.

        One that was recorded before for the same paper, by its symbol and day, becomes its.

        Raises:
            NumberTaken: Another paper has it.
        """
        row = {**number_row(given), "version_id": version_id}
        known = find_number(self._file.db, given.register, given.year, given.number)
        is_same_paper = (
            known is not None
            and known.version_id is None
            and (known.symbol, known.issued_on) == (given.symbol, given.issued_on)
        )
        if known is not None and is_same_paper:
            unit.update("issued_number", known.id, {**row, "number": known.number})
        else:
            self._refuse_taken(given)
            unit.insert("issued_number", row)

    def _refuse_taken(self, given: IssuedNumber) -> None:
        numbers = known_numbers(self._file.db, given.register, given.year)
        if any(same_number(number, given.number) for number in numbers):
            raise NumberTaken(number=given.number, year=given.year)
