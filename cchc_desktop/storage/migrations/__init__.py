"""The steps that bring a data file to the form this version reads.

One module a step, applied in the order of their numbers; a released step is never
edited.  ``schema.sql`` beside this folder is made from them, for reading.
"""

from sqlite_utils import Migrations

from cchc_desktop.storage.migrations.m0001_office_and_plan import create_office_and_plan
from cchc_desktop.storage.migrations.m0002_progress_and_reports import (
    create_progress_and_reports,
)
from cchc_desktop.storage.migrations.m0003_check_exceptions import create_check_exceptions
from cchc_desktop.storage.migrations.m0004_official_document import create_official_document

STEPS = {
    "m0001_office_and_plan": create_office_and_plan,
    "m0002_progress_and_reports": create_progress_and_reports,
    "m0003_check_exceptions": create_check_exceptions,
    "m0004_official_document": create_official_document,
}

LATEST_VERSION = len(STEPS)
"""The ``user_version`` of a file with every step applied."""

MIGRATIONS = Migrations("cchc")
for _name, _step in STEPS.items():
    MIGRATIONS(name=_name)(_step)
