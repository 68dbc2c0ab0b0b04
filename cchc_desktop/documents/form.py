"""Forms as data: what ``forms/<id>/form.toml`` says, checked.

A form's columns, sizes, fixed words and legal basis change with the law and from
province to province; the code that lays it out does not.  What all forms have in common
stands once in ``forms/common.toml``; a form's own file adds to it or replaces it.
"""

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any

from cchc_desktop.documents.blocks import Align, PageSetup
from cchc_desktop.documents.form_kinds import FORM_KINDS, WORDING_BLANKS, kind_checks
from cchc_desktop.domain.errors import FormDamaged, FormUnknown

FORM_FILE = "form.toml"
COMMON_FILE = "common.toml"
_A4_MM = (210.0, 297.0)
_NARROWEST_COLUMN_MM = 8.0
_KEYS = frozenset({
    "id", "kind", "title", "legal_basis", "effective_from", "effective_to", "page", "sizes",
    "wording", "texts", "columns",
})  # fmt: skip
_PAGE_KEYS = frozenset(
    {"orientation", "top_mm", "bottom_mm", "left_mm", "right_mm", "page_number_mm"}
)
_COLUMN_KEYS = frozenset({"key", "heading", "width_mm", "align", "show"})


class Show(StrEnum):
    """When a column is printed."""

    ALWAYS = "always"
    WHEN_FILLED = "when_filled"


@dataclass(frozen=True, slots=True)
class FormColumn:
    """One column of a form; ``width_mm`` is its share of the printable width.

    Attributes:
        key: What stands in it; which keys there are depends on the form's kind.
    """

    key: str
    heading: str
    width_mm: float
    align: Align
    show: Show = Show.ALWAYS


@dataclass(frozen=True, slots=True)
class FormSizes:
    """The font sizes of a form's parts, in points."""

    letterhead: float
    motto: float
    number: float
    place: float
    about: float
    title: float
    body: float
    addressee: float
    signature: float
    page_number: float
    annex_label: float
    annex_title: float
    attachment: float
    table: float
    chart: float


@dataclass(frozen=True)
class FormWording:
    """The fixed words that forms share; those in braces are filled in.

    Attributes:
        as_above: First of the recipients of a paper that has addressees.
        filed: Last of the recipients, with the unit that drafted the paper.
        superior_abbreviations: Phrases that are abbreviated in the superior body's name.
    """

    nation: str
    motto: str
    number: str
    place_and_day: str
    about: str
    addressee: str
    closing: str
    recipients: str
    as_above: str
    filed: str
    filed_without_unit: str
    annex_label: str
    numbered_annex_label: str
    attachment: str
    continued: str
    superior_abbreviations: Mapping[str, str]


@dataclass(frozen=True)
class FormDescription:
    """A form ("biểu mẫu") as its folder describes it.

    Attributes:
        kind: Which composer fills it; a form of another id may be a variant of a kind.
        title: Its name, as the officer chooses it.
        effective_from: The first day it is in force.
        effective_to: The last day, or None while it lasts.
        texts: Its own phrases; those in braces are filled in.
    """

    id: str
    kind: str
    title: str
    legal_basis: str
    effective_from: date
    effective_to: date | None
    page: PageSetup
    sizes: FormSizes
    wording: FormWording
    columns: tuple[FormColumn, ...]
    texts: Mapping[str, str]

    def column(self, key: str) -> FormColumn:
        """Return the column of this key, which the form's kind requires."""
        return next(column for column in self.columns if column.key == key)


def load_form(folder: Path) -> FormDescription:
    """Return the form described in ``folder``.

    Raises:
        FormUnknown: There is no such folder or it describes no form.
        FormDamaged: The description does not hold; ``reason`` says where.
    """
    try:
        own = tomllib.loads((folder / FORM_FILE).read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError) as error:
        raise FormUnknown(form=folder.name) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise FormDamaged(form=folder.name, reason=str(error)) from error
    try:
        form = _form(_merged(_common(folder.parent), own))
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


def _common(root: Path) -> Mapping[str, Any]:
    """Return what all forms share; a form that stands alone must say everything itself."""
    try:
        return tomllib.loads((root / COMMON_FILE).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}


def _merged(common: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Return ``common`` with everything that ``own`` adds or replaces, tables entry by entry."""
    merged = dict(common)
    for key, value in own.items():
        known = merged.get(key)
        if isinstance(known, dict) and isinstance(value, dict):
            merged[key] = _merged(known, value)
        else:
            merged[key] = value
    return merged


def _form(data: Mapping[str, Any]) -> FormDescription:
    _refuse_unknown(data, _KEYS)
    sizes = FormSizes(**{name: float(size) for name, size in data["sizes"].items()})
    form_id = _text(data, "id")
    texts = data.get("texts", {})
    return FormDescription(
        id=form_id,
        kind=_text(data, "kind") if "kind" in data else form_id,
        title=_text(data, "title"),
        legal_basis=_text(data, "legal_basis"),
        effective_from=_day(data["effective_from"]),
        effective_to=_day(data["effective_to"]) if "effective_to" in data else None,
        page=_page(data["page"], sizes.page_number),
        sizes=sizes,
        wording=_wording(data["wording"]),
        columns=tuple(_column(column) for column in data.get("columns", ())),
        texts=MappingProxyType({name: _text(texts, name) for name in texts}),
    )


def _page(data: Mapping[str, Any], number_size: float) -> PageSetup:
    _refuse_unknown(data, _PAGE_KEYS)
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
    names = {field.name for field in fields(FormWording)}
    _refuse_unknown(data, names)
    phrases = {name: _text(data, name) for name in names - {"superior_abbreviations"}}
    abbreviations = dict(data.get("superior_abbreviations", {}))
    return FormWording(**phrases, superior_abbreviations=abbreviations)


def _column(data: Mapping[str, Any]) -> FormColumn:
    _refuse_unknown(data, _COLUMN_KEYS)
    return FormColumn(
        key=_text(data, "key"),
        heading=_text(data, "heading"),
        width_mm=float(data["width_mm"]),
        align=Align(data["align"]),
        show=Show(data.get("show", Show.ALWAYS)),
    )


def _refuse_unknown(data: Mapping[str, Any], known: Collection[str]) -> None:
    unknown = sorted(set(data) - set(known))
    if unknown:
        message = f"unknown: {', '.join(unknown)}"
        raise ValueError(message)


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
    """Refuse a description that no page could show or no composer could fill."""
    _refuse_first(_page_checks(form, folder), folder)
    if form.kind not in FORM_KINDS:
        raise FormDamaged(form=folder, reason=f"unknown kind: {form.kind}")
    keys = [column.key for column in form.columns]
    phrases = {name: getattr(form.wording, name) for name in WORDING_BLANKS}
    _refuse_first(kind_checks(FORM_KINDS[form.kind], keys, form.texts, phrases), folder)


def _refuse_first(checks: Mapping[str, bool], folder: str) -> None:
    for reason, holds in checks.items():
        if not holds:
            raise FormDamaged(form=folder, reason=reason)


def _page_checks(form: FormDescription, folder: str) -> dict[str, bool]:
    page = form.page
    text_height = page.height_mm - page.top_mm - page.bottom_mm
    return {
        "id is not the folder's name": form.id == folder,
        "a column is too narrow": all(c.width_mm >= _NARROWEST_COLUMN_MM for c in form.columns),
        "the margins leave no room": page.text_width_mm >= 100 and text_height >= 80,
        "the columns do not fit": sum(c.width_mm for c in form.columns if c.show is Show.ALWAYS)
        <= page.text_width_mm + 0.5,
        "a font size is out of range": all(
            6 <= getattr(form.sizes, name) <= 24 for name in form.sizes.__slots__
        ),
        "the dates are in the wrong order": form.effective_to is None
        or form.effective_from <= form.effective_to,
    }
