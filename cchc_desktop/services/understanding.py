"""How the wordings of a plan are understood: with the office's agencies, in the plan's year."""

from dataclasses import replace
from datetime import date
from functools import partial

from cchc_desktop.domain.agency import AgencyCatalogue
from cchc_desktop.domain.agency_reading import AgencyReader
from cchc_desktop.domain.deadline_reading import understand_deadline
from cchc_desktop.storage.plan_repository import Understanding


def understanding_for(catalogue: AgencyCatalogue, year: int) -> Understanding:
    """Return how the words of the plan of ``year`` are to be read.

    A name counts if it was valid on any day of the year or of the December before, in
    which the plan is written: departments are renamed in mid-year, and a plan made
    before and amended after names both.
    """
    first, last = date(year - 1, 12, 1), date(year, 12, 31)
    agencies = tuple(
        replace(agency, valid_from=None, valid_to=None)
        for agency in catalogue.agencies
        if (agency.valid_from or first) <= last and (agency.valid_to or last) >= first
    )
    reader = AgencyReader(AgencyCatalogue(agencies, catalogue.groups), date(year, 1, 1))
    return Understanding(reader.read, partial(understand_deadline, plan_year=year))
