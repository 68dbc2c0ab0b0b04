"""Options that the commands about versions share, and how a version is named in a call."""

from dataclasses import dataclass

import click

from cchc_desktop.domain.errors import PlanMissing, RecordMissing
from cchc_desktop.domain.plan import PlanId, PlanKey
from cchc_desktop.domain.plan_version import PlanVersion
from cchc_desktop.services.session import Session
from cchc_desktop.services.version_reading import VersionRef

VERSION = click.option(
    "--version", "number", type=int, metavar="BẢN", help="Bản thứ mấy; mặc định là bản mới nhất."
)


@dataclass(frozen=True, slots=True)
class NamedVersion:
    """A version as a call names it: "2024:1", or "2024" for the plan worked on."""

    key: PlanKey
    number: int | None = None


class VersionType(click.ParamType[NamedVersion]):
    """A version on the command line."""

    name = "BẢN"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> NamedVersion:
        """Read a version; a call that names none is a wrong call."""
        if isinstance(value, NamedVersion):
            return value
        term, colon, number = str(value).partition(":")
        key = PlanKey.parse(term)
        if key is None or (colon and not number.isdecimal()):
            self.fail("", param, ctx)
        return NamedVersion(key, int(number) if colon else None)


def plan_of(session: Session, key: PlanKey) -> PlanId:
    """Return the plan of a year or of several years.

    Raises:
        PlanMissing: There is none.
    """
    summary = session.plans.find_key(key)
    if summary is None:
        raise PlanMissing(year=str(key))
    return summary.id


def version_of(session: Session, plan_id: PlanId, number: int | None) -> PlanVersion:
    """Return a version of a plan, the latest where none is named.

    Raises:
        RecordMissing: There is none.
    """
    versions = session.versions.versions(plan_id)
    chosen = [v for v in versions if number is None or v.number == number]
    if not chosen:
        raise RecordMissing(kind="plan_version", id=number or 0)
    return chosen[-1]


def ref_of(session: Session, named: NamedVersion) -> VersionRef:
    """Return the version that a call names; raises as ``plan_of``."""
    return VersionRef(plan_of(session, named.key), named.number)
