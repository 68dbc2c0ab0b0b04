"""Everything that can go wrong on purpose, as types with a code.

An error says which thing failed (``code``) and with what (``params``); the
Vietnamese sentences are written once, in ``services/sentences.py``.  Anything that
is not a ``CchcError`` is a bug of the program.
"""

from typing import ClassVar


class CchcError(Exception):
    """Base of all errors this program raises on purpose ("lỗi của chương trình").

    Attributes:
        code: Selects the Vietnamese sentence.
        params: Fills the blanks of that sentence.
    """

    code: ClassVar[str] = "unexpected"

    def __init__(self, **params: object) -> None:
        super().__init__(self.code, params)
        self.params = params

    def __str__(self) -> str:
        return f"{self.code} {self.params}"


class UserCorrectable(CchcError):
    """The request cannot be carried out as made; the officer can change it."""


class InvalidValue(UserCorrectable):
    """A field does not accept this value.  Params: field, value."""

    code = "invalid_value"


class PlanExists(UserCorrectable):
    """There is a plan of this year already.  Params: year."""

    code = "plan_exists"


class PlanMissing(UserCorrectable):
    """There is no plan of this year.  Params: year."""

    code = "plan_missing"


class PlanTextExists(UserCorrectable):
    """The plan has a text already; a skeleton would be written over it.  Params: plan."""

    code = "plan_text_exists"


class PlanTextMissing(UserCorrectable):
    """The plan has no text that could be printed.  Params: plan."""

    code = "plan_text_missing"


class NothingToCompare(UserCorrectable):
    """The plan has no issued version to compare with.  Params: plan."""

    code = "nothing_to_compare"


class PlanFrozen(UserCorrectable):
    """The plan is issued: its words change by an amendment only.  Params: plan."""

    code = "plan_frozen"


class DocumentRegistered(UserCorrectable):
    """The document is in the register already.  Params: name."""

    code = "document_registered"


class DocumentUnknown(UserCorrectable):
    """The register has no document of this number and symbol.  Params: name."""

    code = "document_unknown"


class DemandUnknown(UserCorrectable):
    """There is no demand of this number.  Params: number."""

    code = "demand_unknown"


class PlanStateWrong(UserCorrectable):
    """What is asked for does not fit where the plan stands.  Params: plan, reason.

    ``reason`` is "plan_" and the state, a key of ``sentences``.
    """

    code = "plan_state_wrong"


class NothingToIssue(UserCorrectable):
    """The plan has neither a text nor a task.  Params: plan."""

    code = "nothing_to_issue"


class NumberTaken(UserCorrectable):
    """Another paper of the year has this number.  Params: number, year."""

    code = "number_taken"


class SignatureFailed(UserCorrectable):
    """A signed copy could not be made; the original is untouched.  Params: reason, file.

    ``reason`` is a key of ``sentences``.
    """

    code = "signature_failed"


class PeriodUnknown(UserCorrectable):
    """There is no such reporting period.  Params: period."""

    code = "period_unknown"


class PeriodNeeded(UserCorrectable):
    """The form is about a reporting period, and none was given.  Params: form."""

    code = "period_needed"


class PeriodClosed(UserCorrectable):
    """The reporting period is closed; nothing in it can be changed.  Params: period, year.

    ``period`` is the title, or the code where ``year`` is given too.
    """

    code = "period_closed"


class PeriodAlreadyClosed(UserCorrectable):
    """A closed period cannot be closed again.  Params: period."""

    code = "period_already_closed"


class PeriodNotClosed(UserCorrectable):
    """A period that is not closed cannot be reopened.  Params: period."""

    code = "period_not_closed"


class SpecialDayMissing(UserCorrectable):
    """The office did not set this day as free or worked.  Params: day."""

    code = "special_day_missing"


class TaskUnknown(UserCorrectable):
    """The plan has no task of this number.  Params: task."""

    code = "task_unknown"


class AgencyUnknown(UserCorrectable):
    """The catalogue has no agency of this name.  Params: name."""

    code = "agency_unknown"


class NobodyToRemind(UserCorrectable):
    """Every agency has sent its report on the period.  Params: period."""

    code = "nobody_to_remind"


class NothingAssigned(UserCorrectable):
    """None of the agencies has a task in the plan.  Params: year."""

    code = "nothing_assigned"


class RecordMissing(UserCorrectable):
    """The row asked for does not exist (any more).  Params: kind, id."""

    code = "record_missing"


class RecordInUse(UserCorrectable):
    """The row cannot be deleted while others refer to it.  Params: kind, name, used_by."""

    code = "record_in_use"


class NameTaken(UserCorrectable):
    """Another agency or group has this name or alias.  Params: name, owner."""

    code = "name_taken"


class MoveNotPossible(UserCorrectable):
    """A row cannot go there.  Params: reason (a key of ``sentences``)."""

    code = "move_not_possible"


class FormUnknown(UserCorrectable):
    """No form has this id.  Params: form."""

    code = "form_unknown"


class FormDamaged(UserCorrectable):
    """A form's description does not hold.  Params: form, reason."""

    code = "form_damaged"


class CatalogueDamaged(UserCorrectable):
    """A data file that ships with the program does not hold.  Params: file, reason."""

    code = "catalogue_damaged"


class SourceRejected(UserCorrectable):
    """A document cannot be imported at all.  Params: file."""


class SourceEmpty(SourceRejected):
    """The document has no content.  Params: file."""

    code = "source_empty"


class SourceKindUnknown(SourceRejected):
    """The document is of a kind that cannot be read.  Params: file, kind."""

    code = "source_kind_unknown"


class SourceIsOldWord(SourceRejected):
    """The document is a Word 97-2003 file (.doc).  Params: file."""

    code = "source_is_old_word"


class SourceDisguised(SourceRejected):
    """The content is not what the name says.  Params: file, expected, found."""

    code = "source_disguised"


class SourceEncrypted(SourceRejected):
    """The document is protected by a password.  Params: file."""

    code = "source_encrypted"


class SourceDamaged(SourceRejected):
    """The document is cut off or damaged.  Params: file."""

    code = "source_damaged"


class SourceTooLarge(SourceRejected):
    """The document, unpacked, is larger than any real annex.  Params: file, limit_mb."""

    code = "source_too_large"


class SourceLineTooLong(SourceRejected):
    """A line is longer than any paragraph of a document.  Params: file, line, limit."""

    code = "source_line_too_long"


class SourceIsTable(SourceRejected):
    """A workbook holds no text of a document.  Params: file."""

    code = "source_is_table"


class SourceHasNoTable(SourceRejected):
    """No table of tasks was found in the document.  Params: file."""

    code = "source_has_no_table"


class SourceIsNoReturn(SourceRejected):
    """The workbook is not one made for an agency to fill in.  Params: file."""

    code = "source_is_no_return"


class ReturnOfOtherOffice(SourceRejected):
    """The return was made from another data file.  Params: file, office."""

    code = "return_of_other_office"


class ReturnOfOtherPeriod(SourceRejected):
    """The return is of another period.  Params: file, period, wanted."""

    code = "return_of_other_period"


class ReturnOfUnknownAgency(SourceRejected):
    """The return's agency is not in the catalogue.  Params: file, agency."""

    code = "return_of_unknown_agency"


class ReturnTooNew(SourceRejected):
    """The return was made by a newer version.  Params: file, version."""

    code = "return_too_new"


class ConflictsUndecided(UserCorrectable):
    """Values that differ from what is recorded wait for a decision.  Params: count."""

    code = "conflicts_undecided"


class EditConflict(CchcError):
    """The row was changed meanwhile; nothing was overwritten.  Params: kind, id."""

    code = "edit_conflict"


class NothingToUndo(UserCorrectable):
    """There is no step to take back.  Params: none."""

    code = "nothing_to_undo"


class NothingToRedo(UserCorrectable):
    """There is no step to do again.  Params: none."""

    code = "nothing_to_redo"


class Cancelled(UserCorrectable):
    """The officer stopped the work; nothing was written.  Params: none."""

    code = "cancelled"


class EnvironmentProblem(CchcError):
    """The computer, not the request, stands in the way."""


class FileMissing(EnvironmentProblem):
    """There is no such file.  Params: file."""

    code = "file_missing"


class FileExists(EnvironmentProblem):
    """A new file would overwrite an existing one.  Params: file."""

    code = "file_exists"


class NotAnOfficeFile(EnvironmentProblem):
    """The file is not a data file of this program.  Params: file."""

    code = "not_an_office_file"


class FileTooNew(EnvironmentProblem):
    """The file was written by a newer version.  Params: file, version."""

    code = "file_too_new"


class FileHeld(EnvironmentProblem):
    """Another program has the data file open.  Params: file, host, user, since, is_stale."""

    code = "file_held"


class StorageBusy(EnvironmentProblem):
    """The data file is locked by another program.  Params: file."""

    code = "storage_busy"


class StorageDamaged(EnvironmentProblem):
    """The data file is damaged.  Params: file."""

    code = "storage_damaged"


class StorageFull(EnvironmentProblem):
    """The disk is full; nothing of the change was written.  Params: file."""

    code = "storage_full"


class StorageReadOnly(EnvironmentProblem):
    """The data file or its folder cannot be written.  Params: file."""

    code = "storage_read_only"


class StorageFailed(EnvironmentProblem):
    """Reading or writing the disk failed.  Params: file."""

    code = "storage_failed"


class TargetBusy(EnvironmentProblem):
    """The file to be written is open in another program.  Params: file."""

    code = "target_busy"


class TargetNotWritable(EnvironmentProblem):
    """The file cannot be written there.  Params: file, reason."""

    code = "target_not_writable"


class TargetDiskFull(EnvironmentProblem):
    """The disk is full; the old file, if any, is untouched.  Params: file."""

    code = "target_disk_full"


class FontMissing(EnvironmentProblem):
    """No usable font was found.  Params: names."""

    code = "font_missing"
