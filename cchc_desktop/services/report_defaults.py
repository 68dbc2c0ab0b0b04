"""What a new report starts from: the outline in force, its request, its recipient."""

from dataclasses import dataclass
from functools import lru_cache

from cchc_desktop.domain.office import Letterhead, OfficeLevel
from cchc_desktop.domain.reform_sections import parse_reform_sections
from cchc_desktop.domain.report_documents import DocumentTypes, parse_document_types
from cchc_desktop.domain.report_outline import ReportOutlines, parse_report_outlines
from cchc_desktop.domain.vietnamese import comparison_key, one_line
from cchc_desktop.services.data_files import read_data_file

_OUTLINE = "report-outline.toml"
_TYPES = "document-types.toml"
_SECTIONS = "reform-sections.toml"
_COMMITTEE = "ủy ban nhân dân"


@dataclass(frozen=True)
class ReportData:
    """The program's own data for drafting reports ("dữ liệu lập báo cáo").

    Attributes:
        known_titles: How sections are written in small letters, by ``comparison_key``.
    """

    outlines: ReportOutlines
    document_types: DocumentTypes
    known_titles: dict[str, str]


@lru_cache(maxsize=1)
def report_data() -> ReportData:
    """Return the data that ships with the program.

    Raises:
        CatalogueDamaged: A file is missing or does not hold.
    """
    lists = parse_reform_sections(read_data_file("catalogues", _SECTIONS), _SECTIONS)
    return ReportData(
        parse_report_outlines(read_data_file("catalogues", _OUTLINE), _OUTLINE),
        parse_document_types(read_data_file("catalogues", _TYPES), _TYPES),
        {comparison_key(title): title for item in lists for title in item.titles},
    )


def default_recipient(level: OfficeLevel, letterhead: Letterhead) -> str:
    """Return whom the office's reports usually go to.

    A people's committee reports to the one above it, through that one's body for home
    affairs; any other body to the superior on its letterhead (practice, to be changed in
    each report).
    """
    parent = one_line(letterhead.parent)
    if level is OfficeLevel.PROVINCE and _is_committee(letterhead.name):
        return "Bộ Nội vụ"
    if not parent:
        return "cơ quan cấp trên"
    if not (_is_committee(letterhead.name) and _is_committee(parent)):
        return parent
    is_district = any(
        comparison_key(parent).startswith(f"{_COMMITTEE} {word} ")
        for word in ("huyện", "quận", "thị xã")
    )
    return f"{parent} (qua {'Phòng Nội vụ' if is_district else 'Sở Nội vụ'})"


def _is_committee(name: str) -> bool:
    return comparison_key(name).startswith((_COMMITTEE, "ubnd"))
