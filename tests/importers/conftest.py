"""Common set-up of the import tests."""

import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from cchc_desktop.importers.annex import load_headings

HEADINGS = Path(__file__).parents[2] / "resources" / "catalogues" / "column-headings.toml"

# The tests are imported by path, so their common writers must be found by name.
sys.path.insert(0, str(Path(__file__).parent))

settings.register_profile(
    "importers", deadline=None, max_examples=60, suppress_health_check=list(HealthCheck)
)
settings.load_profile("importers")


@pytest.fixture(scope="session")
def headings():
    """The vocabulary that ships with the program."""
    return load_headings(HEADINGS)
