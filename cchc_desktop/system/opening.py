"""Hands a finished file to the program the computer uses for its kind."""

import os
import subprocess
import sys
from pathlib import Path

from cchc_desktop.domain.errors import TargetNotWritable


def open_with_default_program(path: Path) -> None:
    """Open ``path`` as a double click would.

    Raises:
        TargetNotWritable: No program for this kind of file could be started.
    """
    try:
        if sys.platform == "win32":
            os.startfile(path)  # noqa: S606 - a file this program has just written
        else:
            opener = "open" if sys.platform == "darwin" else "xdg-open"
            subprocess.Popen([opener, str(path)])  # noqa: S603
    except OSError as error:
        raise TargetNotWritable(file=str(path), reason="no_program") from error
