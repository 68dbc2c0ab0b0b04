"""The list of commonly cited documents: what it may hold, and that the shipped one holds."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cchc_desktop.domain.errors import CatalogueDamaged
from cchc_desktop.domain.legal_documents import parse_legal_documents

SHIPPED = Path(__file__).parents[2] / "resources" / "catalogues" / "legal-documents.toml"


def entry(**values: Any) -> dict[str, Any]:
    return {
        "id": "a", "type": "Nghị định", "number": "1/2020", "symbol": "NĐ-CP", "source": "Nguồn",
        **values,
    }  # fmt: skip


def parse(*entries: dict[str, Any]) -> None:
    parse_legal_documents({"document": list(entries)}, "x.toml")


def test_shipped_list_holds_and_says_what_replaces_what() -> None:
    items = parse_legal_documents(tomllib.loads(SHIPPED.read_text(encoding="utf-8")), SHIPPED.name)
    by_symbol = {item.document.full_symbol: item for item in items}

    assert by_symbol["61/2018/NĐ-CP"].replaced_by == by_symbol["118/2025/NĐ-CP"].id
    assert by_symbol["892/QĐ-BNV"].replaced_by == by_symbol["1187/QĐ-BNV"].id
    for old in ("130/2005/NĐ-CP", "117/2013/NĐ-CP"):
        assert by_symbol[old].replaced_by == by_symbol["75/2026/NĐ-CP"].id
        # The new decree is in force from 01/5/2026.
        assert by_symbol[old].document.ended_on == date(2026, 4, 30)
    assert by_symbol["76/NQ-CP"].document.issued_on == date(2021, 7, 15)
    assert by_symbol["282/QĐ-TTg"].document.issued_on == date(2026, 2, 12)
    assert all(item.source for item in items)


@pytest.mark.parametrize(
    "entries",
    [
        [entry(), entry(id="b")],
        [entry(), entry(number="2/2020")],
        [entry(replaced_by="missing")],
        [entry(replaced_by="a")],
        [entry(replaced_by="b"), entry(id="b", number="2/2020", replaced_by="a")],
        [entry(symbol="")],
        [entry(source=" ")],
        [entry(colour="red")],
        [entry(issued_on=date(2020, 2, 1), ended_on=date(2020, 1, 1))],
    ],
    ids=[
        "same document twice", "same id twice", "unknown successor", "replaces itself",
        "replaces itself in two steps", "no symbol", "no source", "unknown key", "ends before",
    ],
)  # fmt: skip
def test_list_that_does_not_hold_is_refused(entries: list[dict[str, Any]]) -> None:
    with pytest.raises(CatalogueDamaged):
        parse(*entries)
