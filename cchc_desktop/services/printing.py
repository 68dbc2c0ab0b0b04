"""Turning what is in the data file into paper: PDF to sign, Word to edit, Excel to send."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from cchc_desktop.domain.agency import AgencyId
from cchc_desktop.domain.errors import FormUnknown, InvalidValue
from cchc_desktop.domain.plan import PlanKey
from cchc_desktop.services.data_files import read_data_file
from cchc_desktop.system.fonts import find_fonts
from cchc_desktop.system.paths import forms_root, resource

if TYPE_CHECKING:
    from cchc_desktop.documents.blocks import Document
    from cchc_desktop.documents.form import FormDescription
    from cchc_desktop.services.paper_sources import PaperSources
    from cchc_desktop.services.version_reading import VersionRef


class PaperFormat(StrEnum):
    """What kind of file a form becomes ("định dạng")."""

    PDF = "pdf"
    WORD = "docx"
    EXCEL = "xlsx"


class PrintChoice(StrEnum):
    """Something an officer can choose before printing ("lựa chọn in")."""

    LETTERHEAD = "letterhead"
    SIGNATURE = "signature"
    ELECTRONIC = "electronic"
    NUMBER = "number"
    ANNEXES = "annexes"


_OF_AN_ANNEX = frozenset({PrintChoice.LETTERHEAD, PrintChoice.SIGNATURE, PrintChoice.ELECTRONIC})
_OF_A_PAPER = frozenset({PrintChoice.ELECTRONIC, PrintChoice.NUMBER})

CHOICES: Mapping[str, frozenset[PrintChoice]] = {
    "plan": frozenset({PrintChoice.ELECTRONIC, PrintChoice.ANNEXES}),
    "plan-annex": _OF_AN_ANNEX,
    "plan-comparison": _OF_AN_ANNEX - {PrintChoice.ELECTRONIC},
    "demand-coverage": _OF_AN_ANNEX - {PrintChoice.ELECTRONIC},
    "progress-annex": _OF_AN_ANNEX,
    "assignment-table": _OF_AN_ANNEX - {PrintChoice.ELECTRONIC},
    "assignment-notice": _OF_A_PAPER,
    "report": _OF_A_PAPER,
    "reminder": _OF_A_PAPER,
}
"""What can be chosen for each form."""

OF_ANY_TERM = frozenset({"plan", "plan-annex", "plan-comparison", "demand-coverage"})
"""The forms that plans for several years have too."""


@dataclass(frozen=True, slots=True)
class PaperRequest:
    """Which form is wanted, about what ("yêu cầu in").

    Attributes:
        form: The form's id.
        year: The plan's year.
        period: The code of the reporting period, where the form is about one.
        agency_ids: The agencies it is for; none means all that have tasks.
        last_year: Of a plan for several years the last, else None.
        compared: The two versions that a comparison is of; None takes the last one that was
            issued and what is worked on.
    """

    form: str
    year: int
    period: str | None = None
    agency_ids: tuple[AgencyId, ...] = ()
    last_year: int | None = None
    compared: "tuple[VersionRef, VersionRef] | None" = None

    @property
    def key(self) -> PlanKey:
        """What the plan is found by."""
        return PlanKey(self.year, self.last_year)


@dataclass(frozen=True, slots=True)
class PrintOptions:
    """What an officer chooses before printing.

    Attributes:
        with_letterhead: Print the office's name and Quốc hiệu above an annex, and above a
            plan that a decision issues.
        with_signature: Print the signature block below an annex.
        is_electronic: Leave number and date to the system that issues the document.
        number: The register number of a paper of its own, or "" while it has none.
        issued_on: Its date, or None while it has none.
        with_annexes: Print a plan's annexes with it.
    """

    with_letterhead: bool = True
    with_signature: bool = False
    is_electronic: bool = False
    number: str = ""
    issued_on: date | None = None
    with_annexes: bool = True


RETURN_FORM = "agency-return"
"""The workbook that agencies fill in: a form that is an Excel file and no paper."""


@dataclass(frozen=True, slots=True)
class FormListing:
    """A form in a list of forms ("mẫu trong danh sách")."""

    id: str
    title: str
    legal_basis: str
    effective_from: date | None
    effective_to: date | None
    formats: tuple[PaperFormat, ...]


def list_forms() -> tuple[FormListing, ...]:
    """Return every form that the program fills in, in the order of their ids."""
    papers = [
        FormListing(
            form.id,
            form.title,
            form.legal_basis,
            form.effective_from,
            form.effective_to,
            tuple(PaperFormat),
        )
        for form in list_printable_forms()
    ]
    workbook = read_data_file("catalogues", "agency-return.toml")
    title, source = str(workbook["title"]), str(workbook["source"])
    title = title[:1] + title[1:].lower()
    papers.append(FormListing(RETURN_FORM, title, source, None, None, (PaperFormat.EXCEL,)))
    return tuple(sorted(papers, key=lambda form: form.id))


def list_printable_forms() -> "tuple[FormDescription, ...]":
    """Return all forms that the program can print, in the order of their ids."""
    from cchc_desktop.documents.form import list_forms

    return list_forms(forms_root())


class PrintingService:
    """What a person can do to print ("in, xuất")."""

    def __init__(self, sources: "PaperSources") -> None:
        self._sources = sources

    def prepare(
        self, request: PaperRequest, options: PrintOptions | None = None
    ) -> "PreparedPaper":
        """Return a form filled from the data file, ready to be written.

        Raises:
            FormUnknown: There is no such form.
            InvalidValue: The form is of a year's plan, and one for several years is named.
            PlanMissing: There is no plan of the year.
            PlanTextMissing: The plan's text is asked for, and none is written.
            NothingToCompare: A comparison is asked for, and the plan has no issued version.
            PeriodNeeded: The form is about a period, and none was given.
            PeriodUnknown: There is no such period.
        """
        from cchc_desktop.services.paper_composers import COMPOSERS

        form = next((form for form in list_printable_forms() if form.id == request.form), None)
        compose = COMPOSERS.get(request.form)
        if form is None or compose is None:
            raise FormUnknown(form=request.form)
        if request.last_year is not None and form.kind not in OF_ANY_TERM:
            raise InvalidValue(field="form_year", value=str(request.key))
        composed = compose(self._sources, request, options or PrintOptions(), form)
        return PreparedPaper(
            composed.document, composed.title, composed.stem, resource("fonts"), composed.warning
        )


class PreparedPaper:
    """A filled form; may be written from any thread, as it no longer needs the data file.

    Attributes:
        title: What it is, in words: "Báo cáo quý I năm 2025".
        stem: A name for its file, without the ending.
        warning: What to look at before it is signed, or "".
    """

    def __init__(
        self,
        document: "Document",
        title: str,
        stem: str,
        fonts_folder: Path,
        warning: str = "",
    ) -> None:
        self._document = document
        self._fonts_folder = fonts_folder
        self.title = title
        self.stem = stem
        self.warning = warning

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
