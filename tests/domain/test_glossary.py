"""The glossary in CONTRIBUTING.md is true: one term, one identifier."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def glossary() -> dict[str, str]:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    return dict(re.findall(r"^\| `(\w+)` \| ([^|]+) \|", text, re.MULTILINE))


def domain_classes() -> dict[str, str]:
    found = {}
    for path in (ROOT / "cchc_desktop" / "domain").glob("*.py"):
        if path.name == "errors.py":
            continue
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                found[node.name] = ast.get_docstring(node) or ""
    return found


def test_every_public_class_of_the_domain_is_in_the_glossary_and_no_other():
    assert set(glossary()) == set(domain_classes())


@pytest.mark.parametrize(("name", "docstring"), sorted(domain_classes().items()))
def test_the_docstring_quotes_the_term(name, docstring):
    assert f'"{glossary()[name]}"' in docstring


def test_no_term_has_two_identifiers():
    terms = list(glossary().values())

    assert len(terms) == len(set(terms))
