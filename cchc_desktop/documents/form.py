"""Forms as data: what ``forms/<id>/form.toml`` says, checked.

A form's columns, sizes, fixed words and legal basis change with the law and from
province to province; the code that lays it out does not.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from cchc_desktop.documents.blocks import Align, PageSetup
from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.errors import FormDamaged, FormUnknown

FORM_FILE = "form.toml"
_A4_MM = (210.0, 297.0)
_NARROWEST_COLUMN_MM = 8.0


class Show(StrEnum):
    """When a column is printed."""

    ALWAYS = "always"
    WHEN_FILLED = "when_filled"


@dataclass(frozen=True, slots=True)
class FormColumn:
    """One column of a form; ``width_mm`` is its share of the printable width."""

    key: AnnexColumn
    heading: str
    width_mm: float
    align: Align
    show: Show = Show.ALWAYS


@dataclass(frozen=True, slots=True)
class FormSizes:
    """The font sizes of a form's parts, in points."""

    letterhead: float
    motto: float
    annex_label: float
    annex_title: float
    attachment: float
    table: float
    signature: float
    page_number: float


@dataclass(frozen=True)
class FormWording:
    """The fixed words of a form; those in braces are filled in.

    Attributes:
        superior_abbreviations: Phrases that are abbreviated in the superior body's name.
    """

    nation: str
    motto: str
    annex_label: str
    numbered_annex_label: str
    attachment: str
    continued: str
    recipients: str
    superior_abbreviations: Mapping[str, str]


@dataclass(frozen=True)
class FormDescription:
    """A form ("biểu mẫu") as its folder describes it.

    Attributes:
        title: Its name, as the officer chooses it.
        effective_from: The first day it is in force.
        effective_to: The last day, or None while it lasts.
    """

    id: str
    title: str
    legal_basis: str
    effective_from: date
    effective_to: date | None
    page: PageSetup
    sizes: FormSizes
    wording: FormWording
    columns: tuple[FormColumn, ...]


def load_form(folder: Path) -> FormDescription:
    """Return the form described in ``folder``.

    Raises:
        FormUnknown: There is no such folder or it describes no form.
        FormDamaged: The description does not hold; ``reason`` says where.
    """
    try:
        data = tomllib.loads((folder / FORM_FILE).read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError) as error:
        raise FormUnknown(form=folder.name) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise FormDamaged(form=folder.name, reason=str(error)) from error
    try:
        form = _form(data)
    except KeyError as error:
        raise FormDamaged(form=folder.name, reason=f"missing: {error.args[0]}") from error
    except (TypeError, ValueError, AttributeError) as error:
        raise FormDamaged(form=folder.name, reason=str(error)) from error
    _check(form, folder.name)
    return form


def list_forms(root: Path) -> tuple[FormDescription, ...]:
    """Return every form under ``root``, by id.

    Raises:
        FormDamaged: A description does not hold.
    """
    return tuple(load_form(file.parent) for file in sorted(root.glob(f"*/{FORM_FILE}")))


def _form(data: Mapping[str, Any]) -> FormDescription:
    sizes = FormSizes(**{name: float(size) for name, size in data["sizes"].items()})
    return FormDescription(
        id=_text(data, "id"),
        title=_text(data, "title"),
        legal_basis=_text(data, "legal_basis"),
        effective_from=_day(data["effective_from"]),
        effective_to=_day(data["effective_to"]) if "effective_to" in data else None,
        page=_page(data["page"], sizes.page_number),
        sizes=sizes,
        wording=_wording(data["wording"]),
        columns=tuple(_column(column) for column in data["columns"]),
    )


def _page(data: Mapping[str, Any], number_size: float) -> PageSetup:
    sides = {"portrait": _A4_MM, "landscape": (_A4_MM[1], _A4_MM[0])}
    width, height = sides[_text(data, "orientation")]
    return PageSetup(
        width_mm=width,
        height_mm=height,
        top_mm=float(data["top_mm"]),
        bottom_mm=float(data["bottom_mm"]),
        left_mm=float(data["left_mm"]),
        right_mm=float(data["right_mm"]),
        page_number_mm=float(data["page_number_mm"]),
        page_number_size=number_size,
    )


def _wording(data: Mapping[str, Any]) -> FormWording:
    names = ("nation", "motto", "annex_label", "numbered_annex_label", "attachment")
    return FormWording(
        **{name: _text(data, name) for name in (*names, "continued", "recipients")},
        superior_abbreviations=dict(data.get("superior_abbreviations", {})),
    )


def _column(data: Mapping[str, Any]) -> FormColumn:
    return FormColumn(
        key=AnnexColumn(data["key"]),
        heading=_text(data, "heading"),
        width_mm=float(data["width_mm"]),
        align=Align(data["align"]),
        show=Show(data.get("show", Show.ALWAYS)),
    )


def _text(data: Mapping[str, Any], name: str) -> str:
    value = data[name]
    if not isinstance(value, str) or not value.strip():
        message = f"not a text: {name}"
        raise ValueError(message)
    return value


def _day(value: object) -> date:
    if not isinstance(value, date):
        message = f"not a date: {value}"
        raise TypeError(message)
    return value


def _check(form: FormDescription, folder: str) -> None:
    """Refuse a description that no page could show."""
    keys = [column.key for column in form.columns]
    page = form.page
    text_height = page.height_mm - page.top_mm - page.bottom_mm
    attachment_blanks = {"type_name", "number", "symbol", "date", "issuer"}
    checks = {
        "id is not the folder's name": form.id == folder,
        "a column stands twice": len(keys) == len(set(keys)),
        "no column for the number first": keys[:1] == [AnnexColumn.NUMBER],
        "no column for the content": AnnexColumn.CONTENT in keys,
        "a column is too narrow": all(c.width_mm >= _NARROWEST_COLUMN_MM for c in form.columns),
        "the margins leave no room": page.text_width_mm >= 100 and text_height >= 80,
        "the columns do not fit": sum(c.width_mm for c in form.columns if c.show is Show.ALWAYS)
        <= page.text_width_mm + 0.5,
        "a font size is out of range": all(
            6 <= getattr(form.sizes, name) <= 24 for name in form.sizes.__slots__
        ),
        "the dates are in the wrong order": form.effective_to is None
        or form.effective_from <= form.effective_to,
        "a blank of the attachment line is unknown": _blanks_hold(
            form.wording.attachment, attachment_blanks
        ),
        "a blank of the annex number is unknown": _blanks_hold(
            form.wording.numbered_annex_label, {"number"}
        ),
    }
    for reason, holds in checks.items():
        if not holds:
            raise FormDamaged(form=folder, reason=reason)


def _blanks_hold(template: str, names: set[str]) -> bool:
    try:
        template.format(**dict.fromkeys(names, ""))
    except (KeyError, IndexError, ValueError):
        return False
    return True
