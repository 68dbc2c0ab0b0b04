"""What an officer set by hand beside a wording, as JSON in the data file and back."""

import json

from cchc_desktop.domain import packed_readings
from cchc_desktop.domain.agency import AgencyReading
from cchc_desktop.domain.deadline import DeadlineReading


def pack_deadline(reading: DeadlineReading) -> str:
    """Return a deadline's meaning as JSON."""
    return json.dumps(packed_readings.pack_deadline(reading), ensure_ascii=False)


def unpack_deadline(packed: str) -> DeadlineReading:
    """Read what ``pack_deadline`` wrote."""
    return packed_readings.unpack_deadline(json.loads(packed))


def pack_agencies(reading: AgencyReading) -> str:
    """Return whom a wording names as JSON."""
    return json.dumps(packed_readings.pack_agencies(reading), ensure_ascii=False)


def unpack_agencies(packed: str) -> AgencyReading:
    """Read what ``pack_agencies`` wrote."""
    return packed_readings.unpack_agencies(json.loads(packed))
