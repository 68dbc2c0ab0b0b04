"""An agency or a group as a page to read: names, validity, members and where it belongs."""

from collections.abc import Iterable
from datetime import date
from html import escape

from cchc_desktop.domain.agency import Agency, AgencyCatalogue, AgencyGroup
from cchc_desktop.ui.agency_words import KIND_NAMES, validity_words
from cchc_desktop.ui.date_field import format_day
from cchc_desktop.ui.theme import current_tokens


def agency_html(agency: Agency, catalogue: AgencyCatalogue, day: date) -> str:
    """Return all that the catalogue knows of an agency."""
    successor = catalogue.agency(agency.successor_id) if agency.successor_id is not None else None
    from_day = (
        f" từ sau ngày {format_day(agency.valid_to)}" if successor and agency.valid_to else ""
    )
    return _page(
        agency.name,
        (
            ("LOẠI", [KIND_NAMES[agency.kind]]),
            ("TÊN NGẮN", [agency.short_name] if agency.short_name else []),
            ("TÊN GỌI KHÁC", agency.aliases),
            ("HIỆU LỰC", [validity_words(agency, day) or "đang có hiệu lực"]),
            ("BÀN GIAO CHO", [f"{successor.name}{from_day}"] if successor else []),
            ("NHẬN BÀN GIAO TỪ", [a.name for a in catalogue.agencies if _hands_to(a, agency)]),
            ("THUỘC NHÓM", [g.name for g in catalogue.groups if _is_in(agency, g)]),
        ),
    )


def group_html(group: AgencyGroup, catalogue: AgencyCatalogue, day: date) -> str:
    """Return all that the catalogue knows of a group, with its members on ``day``."""
    members = catalogue.members(group, day)
    return _page(
        group.name,
        (
            ("TÊN GỌI KHÁC", group.aliases),
            ("MỌI ĐƠN VỊ THUỘC LOẠI", [w for kind, w in KIND_NAMES.items() if kind in group.kinds]),
            (f"HIỆN GỒM {len(members)} ĐƠN VỊ", [agency.name for agency in members]),
        ),
    )


def _hands_to(agency: Agency, successor: Agency) -> bool:
    return agency.successor_id == successor.id


def _is_in(agency: Agency, group: AgencyGroup) -> bool:
    return agency.kind in group.kinds or agency.id in group.member_ids


def _page(title: str, parts: Iterable[tuple[str, Iterable[str]]]) -> str:
    muted = current_tokens().muted.name()
    html = [f"<p><b>{escape(title)}</b></p>"]
    for name, values in parts:
        lines = [escape(value) for value in values]
        if lines:
            html.append(
                f'<p style="margin-top:8px"><small style="color:{muted}">{escape(name)}</small>'
                f"<br>{'<br>'.join(lines)}</p>"
            )
    return "".join(html)
