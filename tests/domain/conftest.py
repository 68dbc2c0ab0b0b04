"""Fixtures of the domain's tests: the shipped catalogues as an office would have them."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from cchc_desktop.domain.agency import (
    Agency,
    AgencyCatalogue,
    AgencyGroup,
    AgencyId,
    AgencyKind,
    GroupId,
)
from cchc_desktop.domain.agency_reading import AgencyReader
from cchc_desktop.domain.sample_office import parse_sample
from cchc_desktop.domain.starter_catalogue import (
    StarterAgency,
    StarterCatalogue,
    parse_starter_catalogue,
)

RESOURCES = Path(__file__).parents[2] / "resources"
SHARED = Path(__file__).parents[2].parent / "shared"


def load(*parts: str) -> dict[str, object]:
    return tomllib.loads(RESOURCES.joinpath(*parts).read_text(encoding="utf-8"))


def catalogue_of(
    starter: StarterCatalogue, further: tuple[StarterAgency, ...] = ()
) -> AgencyCatalogue:
    every = (*starter.agencies, *further)
    ids = {agency.name: AgencyId(number) for number, agency in enumerate(every, 1)}
    agencies = tuple(
        Agency(
            ids[a.name], a.name, a.kind, a.short_name, a.aliases, a.valid_from, a.valid_to,
            ids.get(a.successor),
        )
        for a in every
    )  # fmt: skip
    groups = tuple(
        AgencyGroup(
            GroupId(number), g.name, g.aliases, g.kinds, frozenset(ids[m] for m in g.members)
        )
        for number, g in enumerate(starter.groups, 1)
    )
    return AgencyCatalogue(agencies, groups)


@pytest.fixture(scope="session")
def district() -> StarterCatalogue:
    name = "agencies-district.toml"
    return parse_starter_catalogue(load("catalogues", name), name)


@pytest.fixture(scope="session")
def commune() -> StarterCatalogue:
    name = "agencies-commune.toml"
    return parse_starter_catalogue(load("catalogues", name), name)


@pytest.fixture(scope="session")
def catalogue(district: StarterCatalogue) -> AgencyCatalogue:
    """The district's starter catalogue, with four communes of its own."""
    communes = ("xã Đồng Mây", "xã Suối Ngà", "xã Mộc Vân", "thị trấn Bến Sim")
    further = tuple(StarterAgency(f"UBND {name}", AgencyKind.COMMUNE) for name in communes)
    return catalogue_of(district, further)


@pytest.fixture(scope="session")
def commune_catalogue(commune: StarterCatalogue) -> AgencyCatalogue:
    return catalogue_of(commune)


@pytest.fixture(scope="session")
def sample_data() -> dict[str, object]:
    return load("sample", "sample-plan.toml")


@pytest.fixture(scope="session")
def section_data() -> dict[str, object]:
    return load("catalogues", "reform-sections.toml")


@pytest.fixture(scope="session")
def sample_catalogue(district: StarterCatalogue, sample_data: dict[str, object]) -> AgencyCatalogue:
    """The district's starter catalogue, with the agencies of the sample office."""
    return catalogue_of(district, parse_sample(sample_data, "sample").agencies)


@pytest.fixture(scope="session")
def reader(catalogue: AgencyCatalogue) -> AgencyReader:
    return AgencyReader(catalogue, date(2024, 1, 1))


@pytest.fixture(scope="session")
def real_rows() -> list[list[str]]:
    """The rows of a district's real annex, as cells."""
    path = SHARED / "cases" / "ninh-son-2024-phu-luc.tsv"
    if not path.exists():
        pytest.skip("the real annex is not beside this checkout")
    lines = path.read_text(encoding="utf-8").splitlines()[1:]
    return [[cell.strip() for cell in line.split("\t")] for line in lines]
