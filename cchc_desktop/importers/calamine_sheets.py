"""Opens a workbook and its sheets with calamine; what goes wrong there is told in our errors."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from cchc_desktop.domain.errors import SourceDamaged, SourceEncrypted, SourceTooLarge
from cchc_desktop.importers.source_guard import GuardedSource
from cchc_desktop.importers.zip_package import PACKAGE_LIMIT

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

_SPAN = 20
"""A sheet spans at most so many times the cells that it may have; the rest of it is empty."""


def open_workbook(source: GuardedSource) -> CalamineWorkbook:
    """Return the workbook in a source.

    Raises:
        SourceEncrypted: It asks for a password.
        SourceDamaged: It cannot be read.
    """
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        return CalamineWorkbook.from_filelike(io.BytesIO(source.data))
    except PasswordError as error:
        raise SourceEncrypted(file=source.name) from error
    except (CalamineError, ValueError, OSError) as error:
        raise SourceDamaged(file=source.name) from error
    except BaseException as error:
        raise _damaged(source.name, error) from error


def sheet_of_cells(
    file: str, workbook: CalamineWorkbook, index: int, cell_limit: int
) -> CalamineSheet | None:
    """Return a sheet of cells; None for a sheet of charts or macros.

    Raises:
        SourceDamaged: It cannot be read.
        SourceTooLarge: It spans far more than ``cell_limit`` cells.
    """
    from python_calamine import CalamineError, SheetTypeEnum, WorksheetNotFound

    if workbook.sheets_metadata[index].typ != SheetTypeEnum.WorkSheet:
        return None
    try:
        sheet = workbook.get_sheet_by_index(index)
    except WorksheetNotFound:
        return None
    except (CalamineError, ValueError, OSError) as error:
        raise SourceDamaged(file=file) from error
    except BaseException as error:
        raise _damaged(file, error) from error
    if sheet.total_height * max(sheet.total_width, 1) > _SPAN * cell_limit:
        raise SourceTooLarge(file=file, limit_mb=PACKAGE_LIMIT // 1_048_576)
    return sheet


def _damaged(file: str, error: BaseException) -> BaseException:
    """A panic of calamine's Rust code means a broken file; it is no ``Exception`` in Python."""
    return SourceDamaged(file=file) if type(error).__name__ == "PanicException" else error
