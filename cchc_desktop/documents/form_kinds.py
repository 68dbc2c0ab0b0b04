"""What each kind of form may and must say: its columns and its own phrases.

A form names its kind; the composer of that kind counts on what is checked here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from cchc_desktop.domain.annex_draft import AnnexColumn

_NO_BLANKS: frozenset[str] = frozenset()


@dataclass(frozen=True)
class FormKind:
    """The rules for the forms of one composer.

    Attributes:
        columns: The keys its columns may have; empty for a form without a table.
        first_columns: The keys that must stand first, in this order.
        required_columns: The keys that must stand somewhere.
        texts: Its phrases, all required, each with the blanks it may have.
    """

    columns: frozenset[str] = frozenset()
    first_columns: tuple[str, ...] = ()
    required_columns: frozenset[str] = frozenset()
    texts: Mapping[str, frozenset[str]] = field(default_factory=dict)


WORDING_BLANKS: Mapping[str, frozenset[str]] = {
    "number": frozenset({"number", "symbol"}),
    "place_and_day": frozenset({"place", "date"}),
    "about": frozenset({"subject"}),
    "filed": frozenset({"unit"}),
    "numbered_annex_label": frozenset({"number"}),
    "attachment": frozenset({"type_name", "number", "symbol", "date", "issuer"}),
}
"""The blanks of the common phrases that have any."""

FORM_KINDS: Mapping[str, FormKind] = {
    "plan-annex": FormKind(
        columns=frozenset(key.value for key in AnnexColumn),
        first_columns=(AnnexColumn.NUMBER.value,),
        required_columns=frozenset({AnnexColumn.CONTENT.value}),
    ),
    "report": FormKind(
        texts={"sheet": _NO_BLANKS, "type_name": _NO_BLANKS, "type_symbol": _NO_BLANKS}
    ),
    "reminder": FormKind(texts={"sheet": _NO_BLANKS}),
    "assignment-notice": FormKind(
        columns=frozenset({"number", "content", "product", "deadline", "others"}),
        first_columns=("number", "content"),
        required_columns=frozenset({"product", "deadline", "others"}),
        texts={
            "type_name": _NO_BLANKS,
            "type_symbol": _NO_BLANKS,
            "opening": frozenset({"agency"}),
            "leads": _NO_BLANKS,
            "leads_nothing": frozenset({"agency"}),
            "leads_others": _NO_BLANKS,
            "cooperates": _NO_BLANKS,
            "cooperates_nothing": frozenset({"agency"}),
            "cooperates_others": _NO_BLANKS,
            "request": frozenset({"agency"}),
        },
    ),
    "assignment-table": FormKind(
        columns=frozenset({"number", "content", "agency"}),
        first_columns=("number", "content", "agency"),
        texts={
            "sheet": _NO_BLANKS,
            "part": frozenset({"part", "parts"}),
            "legend": _NO_BLANKS,
            "leads_total": _NO_BLANKS,
            "cooperates_total": _NO_BLANKS,
        },
    ),
    "plan": FormKind(
        texts={
            "sheet": _NO_BLANKS,
            "decision_sheet": _NO_BLANKS,
            "annex_sheet": _NO_BLANKS,
            "decision_type": _NO_BLANKS,
            "decides": _NO_BLANKS,
            "as_article": frozenset({"number"}),
        }
    ),
    "plan-comparison": FormKind(
        columns=frozenset({"number", "place", "before", "after", "note"}),
        first_columns=("number",),
        required_columns=frozenset({"place", "before", "after"}),
        texts={"sheet": _NO_BLANKS, "nothing": _NO_BLANKS},
    ),
    "demand-coverage": FormKind(
        columns=frozenset({"number", "demand", "asked", "answer", "deadline", "verdict"}),
        first_columns=("number",),
        required_columns=frozenset({"demand", "answer", "verdict"}),
        texts={"sheet": _NO_BLANKS, "nothing": _NO_BLANKS},
    ),
    "progress-annex": FormKind(
        columns=frozenset(
            {"number", "content", "product", "deadline", "lead", "state", "result", "note"}
        ),
        first_columns=("number",),
        required_columns=frozenset({"content"}),
        texts={"sheet": _NO_BLANKS},
    ),
}


def kind_checks(
    kind: FormKind, keys: Sequence[str], texts: Mapping[str, str], wording: Mapping[str, str]
) -> dict[str, bool]:
    """Return what a form of ``kind`` must fulfil, by what is wrong when it does not.

    Args:
        kind: The form's kind.
        keys: Its columns' keys, in order.
        texts: Its own phrases.
        wording: The common phrases that have blanks.
    """
    first = kind.first_columns
    unknown, missing = set(keys) - kind.columns, kind.required_columns - set(keys)
    strange, absent = set(texts) - set(kind.texts), set(kind.texts) - set(texts)
    checks = {
        "a column stands twice": len(keys) == len(set(keys)),
        f"unknown column: {', '.join(sorted(unknown))}": not unknown,
        f"no column for {', '.join(first)} first": tuple(keys[: len(first)]) == first,
        f"no column for {', '.join(sorted(missing))}": not missing,
        f"missing text: {', '.join(sorted(absent))}": not absent,
        f"unknown text: {', '.join(sorted(strange))}": not strange,
    }
    for name, text in texts.items():
        holds = _blanks_hold(text, kind.texts.get(name, _NO_BLANKS))
        checks[f"a blank of the text {name} is unknown"] = holds
    for name, text in wording.items():
        holds = _blanks_hold(text, WORDING_BLANKS[name])
        checks[f"a blank of the wording {name} is unknown"] = holds
    return checks


def _blanks_hold(template: str, names: frozenset[str]) -> bool:
    """Tell whether ``template`` can be filled in with exactly ``names`` or fewer."""
    try:
        template.format(**dict.fromkeys(names, ""))
    except (KeyError, IndexError, ValueError, AttributeError):
        return False
    return True
