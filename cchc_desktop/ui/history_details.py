"""What one step changed, as a page to read."""

from collections.abc import Mapping
from html import escape
from itertools import islice

from cchc_desktop.domain.changes import ChangeSet
from cchc_desktop.services.sentences import describe_step
from cchc_desktop.ui.history_texts import FieldChange, field_changes
from cchc_desktop.ui.theme import Tokens, current_tokens

_ROW_LIMIT = 60
_FIELD_LIMIT = 300


def details_html(change_set: ChangeSet, agency_names: Mapping[int, str]) -> str:
    """Return a page that names each changed field with its words before and after.

    Of a step with very many rows only the first are shown, and it says so.
    """
    tokens = current_tokens()
    sentence = escape(describe_step(change_set.label, change_set.params))
    parts = [f"<p><b>{sentence}</b></p>"]
    changes = field_changes(change_set, agency_names, _ROW_LIMIT)
    parts += [_field_html(change, tokens) for change in islice(changes, _FIELD_LIMIT)]
    left_out = len(change_set.changes) - _ROW_LIMIT
    if left_out > 0:
        muted = tokens.muted.name()
        parts.append(f'<p style="color:{muted}">… và {left_out} dòng nữa.</p>')
    return "".join(parts)


def _field_html(change: FieldChange, tokens: Tokens) -> str:
    muted, late, done = tokens.muted.name(), tokens.late.name(), tokens.done.name()
    row = f'<p style="margin-top:10px"><b>{escape(change.row)}</b></p>' if change.is_first else ""
    lines = [f'<span style="color:{muted}">{escape(change.field)}</span>']
    if change.is_whole_row:
        lines.append(_text(change.before or change.after))
    else:
        before, after = _text(change.before), _text(change.after)
        lines.append(f'<span style="color:{late}">trước: </span>{before or "(trống)"}')
        lines.append(f'<span style="color:{done}">sau: </span>{after or "(trống)"}')
    return row + f'<p style="margin-top:2px;margin-bottom:4px">{"<br>".join(lines)}</p>'


def _text(text: str) -> str:
    return escape(text).replace("\n", "<br>")
