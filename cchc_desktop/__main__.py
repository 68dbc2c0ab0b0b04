"""Where the window's process begins: before anything is imported.

Thousands of objects are made while the program starts and none of them is garbage;
without the cyclic collector looking through them again and again the window is there
about a sixth sooner.  Once the window stands, ``GarbageTurns`` collects on its thread.
"""

import gc
import sys


def main() -> int:
    """Open the window and return the exit code; arguments are those of ``app.main``."""
    gc.disable()
    from cchc_desktop.app import main as run

    return run()


if __name__ == "__main__":
    sys.exit(main())
