"""Turning a plan into paper: PDF to sign, Word to edit, Excel to send."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from cchc_desktop.domain.errors import FormUnknown
from cchc_desktop.domain.plan import Plan
from cchc_desktop.services.offices import OfficeService
from cchc_desktop.services.plans import first_day
from cchc_desktop.system.fonts import find_fonts
from cchc_desktop.system.paths import forms_root, resource

if TYPE_CHECKING:
    from cchc_desktop.documents.blocks import Document
    from cchc_desktop.documents.form import FormDescription


class PaperFormat(StrEnum):
    """What kind of file a form becomes ("định dạng")."""

    PDF = "pdf"
    WORD = "docx"
    EXCEL = "xlsx"


@dataclass(frozen=True, slots=True)
class PrintOptions:
    """What an officer chooses before printing.

    Attributes:
        with_letterhead: Print the office's name and Quốc hiệu above the annex.
        with_signature: Print the signature block below the table.
        is_electronic: Leave number and date to the system that issues the document.
    """

    with_letterhead: bool = True
    with_signature: bool = False
    is_electronic: bool = False


def list_printable_forms() -> "tuple[FormDescription, ...]":
    """Return all forms that the program can print, in the order of their ids."""
    from cchc_desktop.documents.form import list_forms

    return list_forms(forms_root())


class PrintingService:
    """What a person can do to print ("in, xuất")."""

    def __init__(self, offices: OfficeService) -> None:
        self._offices = offices

    def prepare(
        self, form_id: str, plan: Plan, options: PrintOptions | None = None
    ) -> "PreparedPaper":
        """Return a form filled with ``plan``, ready to be written.

        Raises:
            FormUnknown: There is no such form.
        """
        from cchc_desktop.documents.plan_annex import AnnexOptions, compose_plan_annex

        form = next((form for form in list_printable_forms() if form.id == form_id), None)
        if form is None:
            raise FormUnknown(form=form_id)
        options = options or PrintOptions()
        letterhead = self._offices.load().letterhead_on(first_day(plan))
        document = compose_plan_annex(
            plan,
            letterhead,
            form,
            AnnexOptions(
                with_letterhead=options.with_letterhead,
                with_signature=options.with_signature,
                electronic=options.is_electronic,
            ),
        )
        return PreparedPaper(document, resource("fonts"))


class PreparedPaper:
    """A filled form; may be written from any thread, as it no longer needs the data file."""

    def __init__(self, document: "Document", fonts_folder: Path) -> None:
        self._document = document
        self._fonts_folder = fonts_folder

    def write(self, paper: PaperFormat, target: Path) -> Path:
        """Write the form to ``target``, whole or not at all, and return ``target``.

        Raises:
            TargetBusy: The target is open in another program.
            TargetNotWritable: It cannot be written there.
            TargetDiskFull: There is no room for it; an older file is untouched.
        """
        match paper:
            case PaperFormat.PDF:
                from cchc_desktop.documents.pdf import write_pdf

                write_pdf(self._document, target, find_fonts(self._fonts_folder))
            case PaperFormat.WORD:
                from cchc_desktop.documents.word import write_word

                write_word(self._document, target)
            case PaperFormat.EXCEL:
                from cchc_desktop.documents.excel import write_excel

                write_excel(self._document, target, find_fonts(self._fonts_folder))
        return target
