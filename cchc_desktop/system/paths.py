"""Where the program's own data files lie: installed with it, or beside its source."""

from functools import lru_cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


@lru_cache(maxsize=1)
def data_root() -> Path:
    """Return the folder that holds ``resources`` and ``forms``."""
    installed = _PACKAGE / "data"
    return installed if installed.is_dir() else _PACKAGE.parent


def resource(*parts: str) -> Path:
    """Return the path of a file or folder below ``resources``."""
    return data_root().joinpath("resources", *parts)


def forms_root() -> Path:
    """Return the folder that has one folder per form."""
    return data_root() / "forms"
