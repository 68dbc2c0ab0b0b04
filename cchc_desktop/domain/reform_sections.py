"""The fields of reform a new plan may start with, by level of government and time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from cchc_desktop.domain.data_file import Table
from cchc_desktop.domain.office import OfficeLevel


@dataclass(frozen=True, slots=True)
class SectionList:
    """The titles and order of a plan's sections ("danh sách lĩnh vực").

    Attributes:
        levels: The levels of government that use it.
        source: Where the list comes from.
        valid_from: First day on which it is used.
        valid_to: Last such day, or None while it is in use.
        is_default: Whether it is proposed first at its levels.
    """

    id: str
    name: str
    levels: frozenset[OfficeLevel]
    titles: tuple[str, ...]
    source: str
    valid_from: date | None = None
    valid_to: date | None = None
    is_default: bool = False

    def is_used(self, level: OfficeLevel, day: date) -> bool:
        """Tell whether plans of ``level`` that begin on ``day`` may use this list."""
        return (
            level in self.levels
            and (self.valid_from is None or self.valid_from <= day)
            and (self.valid_to is None or day <= self.valid_to)
        )


def parse_reform_sections(data: Mapping[str, object], source: str) -> tuple[SectionList, ...]:
    """Return the lists that a data file holds; ``source`` names the file in errors.

    Raises:
        CatalogueDamaged: Something in it does not hold.
    """
    file = Table(data, source)
    file.allow("list")
    lists = tuple(_parse_list(entry) for entry in file.tables("list"))
    ids = [item.id for item in lists]
    if len(set(ids)) < len(ids):
        file.refuse("list id given twice")
    return lists


def sections_for(
    lists: tuple[SectionList, ...], level: OfficeLevel, day: date
) -> tuple[SectionList, ...]:
    """Return the lists that fit, the proposed one first."""
    fitting = [item for item in lists if item.is_used(level, day)]
    return tuple(sorted(fitting, key=lambda item: not item.is_default))


def _parse_list(entry: Table) -> SectionList:
    entry.allow("id", "name", "levels", "titles", "source", "valid_from", "valid_to", "is_default")
    item = SectionList(
        entry.text("id"),
        entry.text("name"),
        frozenset(entry.choices("levels", OfficeLevel)),
        entry.texts("titles"),
        entry.text("source"),
        entry.day("valid_from"),
        entry.day("valid_to"),
        entry.flag("is_default"),
    )
    if not item.levels or not item.titles:
        entry.refuse("list has no levels or no titles")
    return item
