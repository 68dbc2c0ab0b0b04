"""Reads the data files that ship with the program: catalogues, lists, the sample."""

import tomllib
from collections.abc import Mapping

from cchc_desktop.domain.errors import CatalogueDamaged
from cchc_desktop.system.paths import resource


def read_data_file(folder: str, name: str) -> Mapping[str, object]:
    """Return what a file below ``resources`` says, unchecked.

    Raises:
        CatalogueDamaged: The file is missing or is no TOML.
    """
    try:
        return tomllib.loads(resource(folder, name).read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise CatalogueDamaged(file=name, reason=str(error)) from error
