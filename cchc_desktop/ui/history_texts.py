"""The history's rows in the officer's words: which field of what, before and after."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from cchc_desktop.domain.changes import ChangeSet, RowChange, Value
from cchc_desktop.domain.office import OfficeLevel
from cchc_desktop.domain.period import ClosingAction
from cchc_desktop.domain.plan import TaskNumbering
from cchc_desktop.domain.plan_text import PassageKind, TextPartKind
from cchc_desktop.domain.progress import FollowMode, Statement
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.services.coverage_sentences import DEMAND_KINDS
from cchc_desktop.services.progress_sentences import FOLLOW_MODES, STATEMENTS
from cchc_desktop.ui.agency_words import KIND_NAMES
from cchc_desktop.ui.date_field import format_day
from cchc_desktop.ui.history_vocabulary import (
    CODES,
    DAYS,
    FIELDS,
    FIELDS_OF,
    INNER,
    TABLES,
    UNTOLD,
    WORDINGS,
    period_words,
)
from cchc_desktop.ui.letterhead_form import AUTHORITY_NAMES
from cchc_desktop.ui.setup_dialog import LEVEL_NAMES
from cchc_desktop.ui.text_words import KIND_NAMES as PASSAGE_NAMES

_BY_HAND = "_by_hand"
_NUMBERINGS = {
    TaskNumbering.PER_SECTION: "lại từ 1 trong mỗi lĩnh vực",
    TaskNumbering.CONTINUOUS: "liên tục",
}


_KINDS: Mapping[str, str] = {
    kind.value: words
    for kind, words in (
        *KIND_NAMES.items(),
        *PASSAGE_NAMES.items(),
        *DEMAND_KINDS.items(),
        (PassageKind.TABLE, "Bảng"),
        (TextPartKind.DECISION, "Quyết định"),
        (TextPartKind.BODY, "Phần lời của kế hoạch"),
        (TextPartKind.ANNEX, "Phụ lục lời văn"),
    )
}


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field before and after, in words.

    Attributes:
        row: What the field belongs to, such as "Nhiệm vụ".
        is_first: Whether it is the first field told of its row.
        is_whole_row: Whether the row was added or deleted, so that one of the two is empty.
    """

    row: str
    field: str
    before: str
    after: str
    is_first: bool
    is_whole_row: bool


def field_changes(
    change_set: ChangeSet, agency_names: Mapping[int, str], limit: int
) -> Iterator[FieldChange]:
    """Yield what a step changed, field by field, for at most ``limit`` rows."""
    for change in change_set.changes[:limit]:
        is_first = True
        is_whole_row = change.before is None or change.after is None
        told = (n for n in change.changed_fields - {"id"} if (change.table, n) not in UNTOLD)
        for name in sorted(told, key=_field_order):
            before = _value(name, (change.before or {}).get(name), agency_names)
            after = _value(name, (change.after or {}).get(name), agency_names)
            is_inner = name in INNER or (change.table, name) in CODES
            words = FIELDS_OF.get((change.table, name), FIELDS.get(name))
            if before == after or words is None or (is_inner and is_whole_row):
                continue
            yield FieldChange(_row_words(change), words, before, after, is_first, is_whole_row)
            is_first = False


def _row_words(change: RowChange) -> str:
    table = TABLES.get(change.table, change.table)
    if change.before is None:
        return f"{table} – thêm"
    if change.after is None:
        return f"{table} – xóa"
    row = change.after
    names = ("name", "title", "content", "product", "number", "subject", "result")
    name = next((row[field] for field in names if row.get(field)), "")
    words = " ".join(RichText.from_markup(str(name)).text.split())
    return f"{table}: {words}" if words else table


def _field_order(name: str) -> int:
    names = list(FIELDS)
    return names.index(name) if name in FIELDS else len(names)


def _value(name: str, value: Value, agency_names: Mapping[int, str]) -> str:
    if value is None or value == "":
        return ""
    text = str(value)
    if name in DAYS:
        return format_day(date.fromisoformat(text))
    if name in WORDINGS:
        return RichText.from_markup(text).text
    if name.endswith(_BY_HAND):
        return "có"
    return _chosen(name, text, agency_names)


def _chosen(name: str, text: str, agency_names: Mapping[int, str]) -> str:
    match name:
        case "successor_id" | "agency_id":
            return agency_names.get(int(text), f"số {text}")
        case "aliases" | "recipients":
            return "; ".join(json.loads(text))
        case "kinds":
            return "; ".join(KIND_NAMES[kind] for kind in KIND_NAMES if kind in json.loads(text))
        case "kind":
            return _KINDS.get(text, text)
        case "level":
            return LEVEL_NAMES[OfficeLevel(text)]
        case "signer_authority":
            return next((w for known, w in AUTHORITY_NAMES.items() if known == text), text)
        case "task_numbering":
            return _NUMBERINGS[TaskNumbering(text)]
        case "period" | "code":
            return period_words(text)
        case "statement":
            return STATEMENTS[Statement(text)]
        case "mode":
            return FOLLOW_MODES[FollowMode(text)]
        case "action":
            return "khóa" if text == ClosingAction.CLOSED else "mở lại"
        case "is_working" | "is_binding":
            return "có" if text == "1" else "không"
        case _:
            return text
